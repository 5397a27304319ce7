"""The stage a set is built on: its camera, its light, and the layers that pile up from back to front.

A set paints its far backdrops and its ground at once, each on a canvas of its own; whatever stands on the ground is
`put` at a place in the world and painted when the stage is closed, grouped by depth, so that a moving camera sees
parallax and a figure can step between.
"""

from dataclasses import dataclass, field
from math import exp

import cv2
import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.canvas import Canvas, Painter
from generation.image.previz.layers import GROUND, Layer, Pixels, Plane, facing
from generation.image.previz.light import Colour, Light, mix
from generation.image.previz.noise import chance, dice

GROUP = 1.45
"""Things whose depths differ by less than this factor share a layer."""

Place = tuple[float, float, float]
"""Where something stands: x, y, z in metres."""


@dataclass(slots=True)
class _Pending:
    """A canvas that waits for its turn to become a layer."""

    name: str
    canvas: Canvas
    planes: tuple[Plane, ...]
    depth: float


@dataclass(slots=True, kw_only=True)
class Stage:
    """What every set builds on. `seed` is the scene's: the same scene has the same layout from any camera."""

    camera: Camera
    light: Light
    seed: int
    hour: str
    weather: str
    mood: str
    defocus: float
    backs: list[_Pending] = field(default_factory=list)
    things: list[tuple[float, float, Painter]] = field(default_factory=list)

    def dice(self, *names: object) -> np.random.Generator:
        """Return the luck of one named thing of this scene."""
        return dice(self.seed, *names)

    @property
    def sun(self) -> tuple[float, float]:
        """Azimuth and elevation of sun or moon: behind the set, to one side of its axis."""
        rng = self.dice("sun")
        side = 1 if chance(rng, 0.5) else -1
        return side * float(rng.uniform(0.03, 0.12)), self.light.elevation * float(rng.uniform(0.85, 1.15))

    @property
    def key(self) -> Place:
        """The unit vector towards the light that models walls: from behind and above, by day from the front."""
        azimuth, _ = self.sun
        side = 1.0 if azimuth > 0 else -1.0
        back = -0.45 if self.hour == "day" else 0.35
        vector = np.array([side * 0.62, 0.68, back])
        x, y, z = (vector / np.linalg.norm(vector)).tolist()
        return x, y, z

    def backdrop(self, name: str, depth: float) -> Canvas:
        """Add an empty canvas that faces the camera at this depth (infinite for the sky)."""
        return self.sheet(name, (facing(self.camera, depth),), depth)

    def ground(self, name: str = "ground") -> Canvas:
        """Add an empty canvas that lies on the ground."""
        return self.sheet(name, (GROUND,), 1e4)

    def sheet(self, name: str, planes: tuple[Plane, ...], depth: float) -> Canvas:
        """Add an empty canvas on planes of the world: a floor and the walls around it."""
        canvas = Canvas(self.camera)
        self.backs.append(_Pending(name=name, canvas=canvas, planes=planes, depth=depth))
        return canvas

    def put(self, at: Place, paint: Painter, *, nearer: float = 0.0) -> None:
        """Stand something on the stage; `nearer` (metres) lets it win against what stands beside it."""
        depth = self.camera.depth(at)
        if depth > 0.2:  # noqa: PLR2004 - in metres, by eye
            self.things.append((depth, nearer, paint))

    def haze(self, depth: float) -> float:
        """Return how much the air hides at this depth, 0 to 1."""
        return 1 - exp(-max(0.0, depth - 2.5) * self.light.haze)

    def fogged(self, colour: Colour, depth: float) -> Colour:
        """Return a colour as it appears through the air."""
        return mix(colour, self.light.fog, self.haze(depth))

    def close(self, split: float) -> tuple[list[Layer], list[Layer]]:
        """Paint what was put; return the backdrops, and the layers of things, none of which crosses the depth `split`.

        Each list goes from back to front, and the depths of things never rise.
        """
        backs = [self._layer(back.name, back.canvas, back.planes, back.depth) for back in self.backs]
        order = sorted(range(len(self.things)), key=lambda i: (self.things[i][1] - self.things[i][0], i))
        ranked = [self.things[i] for i in order]
        behind = self._groups([thing for thing in ranked if thing[0] > split], "set")
        before = self._groups([thing for thing in ranked if thing[0] <= split], "near")
        return [layer for layer in backs if layer.pixels.size], [*behind, *before]

    def _groups(self, things: list[tuple[float, float, Painter]], name: str) -> list[Layer]:
        """Paint things (far first) into as few layers as their depths allow."""
        layers: list[Layer] = []
        depth = float("inf")
        while things:
            first = things[0][0]
            count = next((i for i, thing in enumerate(things) if thing[0] < first / GROUP), len(things))
            group, things = things[:count], things[count:]
            canvas = Canvas(self.camera)
            for _, _, paint in group:
                paint(canvas)
            depth = min(depth, float(np.median([thing[0] for thing in group])))
            layers.append(self._layer(f"{name}-{len(layers)}", canvas, (facing(self.camera, depth),), depth))
        return [layer for layer in layers if layer.pixels.size]

    def _layer(self, name: str, canvas: Canvas, planes: tuple[Plane, ...], depth: float) -> Layer:
        reach = self.camera.reach
        away = 1 - reach / depth if depth > reach else (reach / max(depth, 0.3) - 1) * 0.8
        canvas.blur(self.defocus * min(2.2, away))
        pixels, corner = cropped(canvas.pixels)
        return Layer(name=name, pixels=pixels, corner=corner, planes=planes, depth=depth)


def cropped(pixels: Pixels) -> tuple[Pixels, tuple[int, int]]:
    """Cut away the empty border of a layer; return what is left and its corner."""
    flags = np.maximum(pixels[..., 3], pixels[..., 0])
    x, y, width, height = cv2.boundingRect(flags)
    return pixels[y : y + height, x : x + width].copy(), (int(x), int(y))
