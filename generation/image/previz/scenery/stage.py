"""The stage a set is built on: its camera, its light, and the layers that pile up from back to front.

A set paints its far backdrops and its ground at once, each on a canvas of its own; whatever stands on the ground is
`put` at a place in the world and painted when the stage is closed, grouped by depth, so that a moving camera sees
parallax and a figure can step between.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce
from math import ceil, exp

import cv2
import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.layers import GROUND, Layer, Pixels, Plane, facing
from generation.image.previz.light import Colour, Light, mix
from generation.image.previz.noise import chance, dice
from generation.image.previz.scenery.canvas import Canvas, Painter, soften

GROUP = 1.45
"""Things whose depths differ by less than this factor share a layer."""

THRONG = 2.2
"""Passers-by whose depths differ by less than this factor share a layer."""

Walker = Callable[[Canvas, int], None]
"""Something that knows how to paint itself in one of two postures, 0 or 1."""

SOFT = 3.0
"""From this defocus on nothing of a set is sharp."""

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
    walkers: list[tuple[float, Walker]] = field(default_factory=list)

    def dice(self, *names: object) -> np.random.Generator:
        """Return the luck of one named thing of this scene."""
        return dice(self.seed, *names)

    @property
    def sun(self) -> tuple[float, float]:
        """Azimuth and elevation of sun or moon: behind the set, to one side of its axis."""
        return _sun(self.seed, self.light.elevation)

    @property
    def key(self) -> Place:
        """The unit vector towards the light that models walls: from behind and above, by day from the front."""
        return _key(self.sun[0] > 0, self.hour == "day")

    @property
    def layout(self) -> int:
        """Which of the place's compositions this scene has: 0, 1 or 2."""
        return layout(self.seed)

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

    def pass_by(self, at: Place, paint: Walker) -> None:
        """Let somebody pass by; they share layers with others who pass by, and with nothing else."""
        depth = self.camera.depth(at)
        if depth > max(5.0, self.camera.reach * 1.3):
            self.walkers.append((depth, paint))

    def haze(self, depth: float) -> float:
        """Return how much the air hides at this depth, 0 to 1."""
        return 1 - exp(-max(0.0, depth - 2.5) * self.light.haze)

    def fogged(self, colour: Colour, depth: float) -> Colour:
        """Return a colour as it appears through the air."""
        return mix(colour, self.light.fog, self.haze(depth))

    def built(self, build: Callable[["Stage"], None], split: float) -> tuple[list[Layer], list[Layer]]:
        """Build a set and close the stage; what the lens blurs anyway is painted at half the size, then stretched."""
        view = self.camera
        if self.defocus < SOFT:
            build(self)
            return self.close(split)
        self.camera = replace(view, width=view.width // 2, height=view.height // 2, margin=view.margin // 2)
        build(self)
        backs, things = self.close(split)
        self.camera = view
        return [stretched(layer, view) for layer in backs], [stretched(layer, view) for layer in things]

    def close(self, split: float) -> tuple[list[Layer], list[Layer]]:
        """Paint what was put; return the backdrops, and the layers of things, none of which crosses the depth `split`.

        Each list goes from back to front, and the depths of things never rise.
        """
        backs = [self._layer(back.name, back.canvas, back.planes, back.depth) for back in self.backs]
        order = sorted(range(len(self.things)), key=lambda i: (self.things[i][1] - self.things[i][0], i))
        ranked = [self.things[i] for i in order]
        behind = self._groups([thing for thing in ranked if thing[0] > split], "set")
        before = self._groups([thing for thing in ranked if thing[0] <= split], "near")
        return [layer for layer in backs if layer.pixels.size], [*behind, *self._crowds(), *before]

    def _crowds(self) -> list[Layer]:
        """Paint those who pass by, far ones first, each layer in both postures."""
        layers: list[Layer] = []
        walkers = sorted(self.walkers, key=lambda walker: -walker[0])
        while walkers:
            group = [walker for walker in walkers if walker[0] >= walkers[0][0] / THRONG]
            walkers = walkers[len(group) :]
            both = [Canvas(self.camera), Canvas(self.camera)]
            for posture, canvas in enumerate(both):
                for _, paint in group:
                    paint(canvas, posture)
            depth = float(np.median([walker[0] for walker in group]))
            (first, second), corner = self._soft(both, depth)
            layers.append(
                Layer(
                    name=f"crowd-{len(layers)}",
                    pixels=first,
                    other=second,
                    corner=corner,
                    planes=(facing(self.camera, depth),),
                    depth=depth,
                )
            )
        return [layer for layer in layers if layer.pixels.size]

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
        (pixels,), corner = self._soft([canvas], depth)
        return Layer(name=name, pixels=pixels, corner=corner, planes=planes, depth=depth)

    def _soft(self, canvases: Sequence[Canvas], depth: float) -> tuple[list[Pixels], tuple[int, int]]:
        """Return canvases as the lens sees what lies at a depth, cut to what is on any of them, and their corner."""
        reach = self.camera.reach
        away = 1 - reach / depth if depth > reach else (reach / max(depth, 0.3) - 1) * 0.8
        radius = self.defocus * min(2.2, away) * self.camera.height / 1000
        rows, columns = drawn([canvas.pixels for canvas in canvases], margin=ceil(3 * radius))
        soft = [soften(canvas.pixels[rows, columns].copy(), radius) for canvas in canvases]
        return soft, (columns.start, rows.start)


COMPOSITIONS = 3
"""How many ways each place can be laid out."""


@lru_cache(maxsize=256)
def layout(seed: int) -> int:
    """Return which of a place's compositions a scene with this seed has."""
    return int(dice(seed, "layout").integers(COMPOSITIONS))


@lru_cache(maxsize=64)
def _sun(seed: int, elevation: float) -> tuple[float, float]:
    rng = dice(seed, "sun")
    side = 1 if chance(rng, 0.5) else -1
    return side * float(rng.uniform(0.03, 0.12)), elevation * float(rng.uniform(0.85, 1.15))


@lru_cache(maxsize=4)
def _key(right: bool, day: bool) -> Place:  # noqa: FBT001 - the sun stands left or right, high or low
    vector = np.array([0.62 if right else -0.62, 0.68, -0.45 if day else 0.35])
    x, y, z = (vector / np.linalg.norm(vector)).tolist()
    return x, y, z


def stretched(layer: Layer, camera: Camera) -> Layer:
    """Return a layer painted at half the size, with the camera's own pixels."""
    (x, y), (height, width), (wide, high) = layer.corner, layer.pixels.shape[:2], camera.size

    def doubled(pixels: Pixels) -> Pixels:
        large = cv2.resize(pixels, (2 * width, 2 * height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(large[: high - 2 * y, : wide - 2 * x], np.uint8)

    other = None if layer.other is None else doubled(layer.other)
    return replace(layer, pixels=doubled(layer.pixels), other=other, corner=(2 * x, 2 * y))


def drawn(pictures: Sequence[Pixels], margin: int = 0) -> tuple[slice, slice]:
    """Return the rows and columns of what is on any of some pictures of one size, and `margin` pixels around it."""
    flags = reduce(cv2.max, [cv2.max(*(cv2.extractChannel(each, i) for i in (0, 3))) for each in pictures])
    x, y, width, height = cv2.boundingRect(flags)
    if not width:
        return slice(0, 0), slice(0, 0)
    return slice(max(0, y - margin), y + height + margin), slice(max(0, x - margin), x + width + margin)


def cropped(pixels: Pixels) -> tuple[Pixels, tuple[int, int]]:
    """Cut away the empty border of a layer; return what is left and its corner."""
    rows, columns = drawn([pixels])
    return pixels[rows, columns].copy(), (columns.start, rows.start)
