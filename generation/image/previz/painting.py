"""From a request to a painting: the set, its air, and whoever stands in it, as layers in depth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, degrees, sin
from typing import TypeVar

import cv2
import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.direction.blocking import Blocking, Placed
from generation.image.previz.direction.formations import PAIRS
from generation.image.previz.direction.furnishing import Standing
from generation.image.previz.direction.gazes import wrapped
from generation.image.previz.direction.players import Parts, parts, thing
from generation.image.previz.direction.repair import directed
from generation.image.previz.direction.viewfinder import NEAREST
from generation.image.previz.grade import Grade
from generation.image.previz.ink.render import Lamp, render
from generation.image.previz.lamps import backlit, lamp
from generation.image.previz.layers import Layer, Pixels, facing, stack
from generation.image.previz.light import Light, lighting, roofed
from generation.image.previz.props.insert import insert
from generation.image.previz.scenery.air import Air
from generation.image.previz.scenery.framers import frame
from generation.image.previz.scenery.sets.places import build
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.shadows import shadows
from generation.image.previz.vocabulary import Words
from generation.notes import Note, note
from generation.requests.pictures import PanelRequest

FINER, LARGE, COARSER = 1.0, 1.0, 0.6
"""Supersampling of figures that are seen sharp, of those that fill the frame, and of those that are not sharp."""
CLOSE = 0.95
"""Metres: a frame that shows less is filled by one figure."""
SOFT = 2.0
"""From a blur of so many pixels on a figure is not sharp."""

FRONTAL = 12.0
"""A face that is turned less than this to a side is lit from any."""

Made = TypeVar("Made")

BEHIND = 0.4
"""Shadows lie on what stands farther than this behind the last figure, in metres."""

VEILED = 0.34
"""Air hides no more of a figure than this: who the shot is about is read in any mist."""

SHOULDER_BLUR = 3.2
"""How soft a shoulder before the camera is, in thousandths of the picture's height."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Painting:
    """A picture in layers, back to front, ungraded, with all that is needed to move through it.

    `depths` of layers fall from the sky to the lens; `camera` is level and `margin` pixels wider on each side than the
    panel's own, which is `blocking.camera` and may lean. `notes` say what could not be drawn as asked.
    """

    layers: tuple[Layer, ...]
    camera: Camera
    light: Light
    blocking: Blocking
    seed: int

    @property
    def words(self) -> Words:
        """The setting."""
        return self.blocking.reading.words

    @property
    def notes(self) -> tuple[Note, ...]:
        """What could not be drawn as asked."""
        blocking = self.blocking
        luck = blocking.framing == "insert" and not blocking.figures and not blocking.reading.props
        return (
            *blocking.notes,
            *([note("insert-by-luck")] if luck else []),
        )

    @property
    def indoors(self) -> bool:
        """Whether the set has a roof: no rain falls in it."""
        return self.blocking.indoors

    def air(self) -> Air:
        """Return what moves in this painting's air."""
        words, size = self.words, (self.camera.width, self.camera.height)
        near = words.weather == "mist" and self.blocking.framing in NEAREST
        weather = "clear" if near else words.weather  # mist drifts behind who is near; the light has it already
        return Air(weather, words.mood, self.light, indoors=self.indoors, size=size, seed=self.seed)

    def grade(self) -> Grade:
        """Return the last coats for frames of this painting's size."""
        return Grade(self.words.mood, self.camera.width, self.camera.height)


def paint(request: PanelRequest, *, overscan: float = 0.0) -> Painting:
    """Build and paint what a panel asks for; `overscan` paints more on each side, in picture heights.

    The place is laid out by `scene_seed` and taken by a camera that `seed` turns a little, so that the shots of one
    scene agree and differ. The composition does not depend on the size.
    """
    blocking = directed(request)
    stage = staged(request, blocking, overscan)
    place = blocking.reading.words.place
    backs, things = stage.built(lambda each: build(each, place), stage.camera.reach)
    figures = (
        figured(stage, blocking)
        if blocking.figures or blocking.framing != "insert"
        else [_insert(stage, blocking, request.seed)]
    )
    framer = frame(stage, place, blocking.framing)
    return Painting(
        layers=(*backs, *sorted([*things, *figures], key=lambda layer: -layer.depth), *framer),
        camera=stage.camera,
        light=stage.light,
        blocking=blocking,
        seed=request.seed,
    )


def _insert(stage: Stage, blocking: Blocking, seed: int) -> Layer:
    """Return the thing of an insert on its ledge."""
    name = next(iter(blocking.reading.props), "")
    return insert(stage, name, seed)


def staged(request: PanelRequest, blocking: Blocking, overscan: float = 0.0) -> Stage:
    """Return the empty stage of a blocked shot: its level camera, with room for what it leans, and its light."""
    words, camera = blocking.reading.words, blocking.camera
    light = lighting(words.hour, words.weather, words.mood)
    margin = 4 * ceil(max(overscan * request.height, leaning(camera)) / 4)
    return Stage(
        camera=replace(camera.level, margin=margin),
        light=roofed(light, words.place, words.hour) if blocking.indoors else light,
        seed=request.seed if request.scene_seed is None else request.scene_seed,
        hour=words.hour,
        weather=words.weather,
        mood=words.mood,
        defocus=blocking.lens.defocus,
    )


def leaning(camera: Camera) -> float:
    """Return how many pixels a level picture must be wider on each side to be leaned."""
    c, s = cos(camera.roll), sin(abs(camera.roll))
    across = camera.width * c + camera.height * s - camera.width
    return max(across, camera.height * c + camera.width * s - camera.height) / 2


def figured(stage: Stage, blocking: Blocking) -> list[Layer]:
    """Return the layers of everybody and everything in a shot and of their shadows.

    Each person has a layer with what they sit on; two who touch share one.
    """
    camera = stage.camera
    shine = lamp(stage, blocking.reading.words.place, lit_side(stage, blocking))
    groups = grouped(blocking, parts, thing)
    layers = [
        inked(stage, name, [made for _, made in group], camera.depth(group[0][0]), shine)
        for name, group in groups.items()
    ]
    if blocking.framer:
        over = blocking.framer
        dim = backlit(shine)
        layers.append(inked(stage, over.actor.look.id, [parts(over)], camera.depth(over.at), dim, blur=SHOULDER_BLUR))
    layers = [layer for layer in layers if layer.pixels.size]
    everything = [made for group in groups.values() for _, made in group]
    grounded = layers and sees_ground(blocking)
    dark = shadows(everything, shine.to_key, camera, stage.light.ink) if grounded else None
    return [replace(dark, depth=max(layer.depth for layer in layers) + BEHIND), *layers] if dark else layers


def lit_side(stage: Stage, blocking: Blocking) -> int:
    """Return the side the key comes from: where the one the shot is about looks, else where the sun stands."""
    sun = 1 if stage.sun[0] > 0 else -1
    if not blocking.figures:
        return sun
    focus = blocking.figures[blocking.focus]
    looks = wrapped(focus.turn + focus.head[0] + blocking.choices.azimuth)
    return sun if abs(looks) < FRONTAL or abs(looks) > 180 - FRONTAL else (1 if looks > 0 else -1)


def sees_ground(blocking: Blocking) -> bool:
    """Whether the ground at somebody's feet, or under a thing, is in the frame."""
    feet = [figure.joints()[f"ankle-{side}"] for figure in blocking.figures for side in "lr"]
    places = np.array([*feet, *(near.at for near in blocking.props)])
    rows = blocking.camera.level.pixels(places)[:, 1]
    return bool((rows < blocking.camera.height * 1.05).any())


def grouped(
    blocking: Blocking, draw: Callable[[Placed], Made], show: Callable[[Standing], Made]
) -> dict[str, list[tuple[Place, Made]]]:
    """Return what is inked together, by name, people first: places, and what `draw` and `show` make of them."""
    touching = any(figure.actor.pose in PAIRS for figure in blocking.figures) and len(blocking.figures) == 2  # noqa: PLR2004
    groups: dict[str, list[tuple[Place, Made]]] = {}
    for figure in blocking.figures:
        name = "-".join(each.actor.look.id for each in blocking.figures) if touching else figure.actor.look.id
        groups.setdefault(name, []).append((figure.at, draw(figure)))
    for near in blocking.props:
        groups.setdefault(near.group, []).append((near.at, show(near)))
    return groups


def inked(  # noqa: PLR0913 - each is one trait of the layer
    stage: Stage,
    name: str,
    drawn: Sequence[Parts],
    depth: float,
    shine: Lamp,
    *,
    blur: float = 0.0,
    finer: float = 0.0,
) -> Layer:
    """Ink a group as one layer at its depth: hazy where it is far, soft where the lens does not see it sharp.

    `finer` is the supersampling of what is sharp; 0 lets the picture decide.
    """
    camera = stage.camera
    away = 1 - camera.reach / depth if depth > camera.reach else 0.0
    sigma = (blur + stage.defocus * min(1.0, away) * 0.8) * camera.height / 1000
    sampling = finer or _finer(camera, sigma)
    seen = render(drawn, [shine] * len(drawn), camera, finer=sampling if sigma < SOFT else COARSER)
    pixels = blurred(_hazed(seen.pixels, stage, depth), sigma)
    plane = facing(camera, depth)
    return Layer(name=f"figure-{name}", pixels=pixels, corner=seen.corner, planes=(plane,), depth=depth)


def _finer(camera: Camera, sigma: float) -> float:
    """Return the supersampling of a figure that is blurred by `sigma` pixels: large ones have few details a pixel."""
    if sigma >= SOFT:
        return COARSER
    return LARGE if camera.reach / camera.focal < CLOSE else FINER


def blurred(pixels: Pixels, sigma: float) -> Pixels:
    """Blur a layer; a wide blur is done on a smaller picture, which nobody sees."""
    if sigma < 0.4 or not pixels.size:  # noqa: PLR2004 - pixels: not seen
        return pixels
    height, width = pixels.shape[:2]
    step = 4 if sigma > 2 * SOFT else 2 if sigma > SOFT else 1
    small = (max(1, width // step), max(1, height // step))
    shrunk = cv2.resize(pixels, small, interpolation=cv2.INTER_AREA) if step > 1 else pixels
    soft = cv2.GaussianBlur(shrunk, (0, 0), sigma / step)
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR) if step > 1 else soft, np.uint8)


def _hazed(pixels: Pixels, stage: Stage, depth: float) -> Pixels:
    """Lay the air before a figure over it."""
    share = min(VEILED, stage.haze(depth) * 0.6)
    if share < 0.02 or not pixels.size:  # noqa: PLR2004 - not seen
        return pixels
    veil = np.diag([1 - share, 1 - share, 1 - share, 1.0])
    veil[:3, 3] = np.array(stage.light.fog) * share
    return np.asarray(cv2.transform(pixels, veil), np.uint8)


def picture(painting: Painting) -> Pixels:
    """Stack and grade a painting at its first moment; return (height, width, 3), red first, without its overscan."""
    camera = painting.camera
    width, height = camera.size
    flat = np.zeros((height, width, 3), np.uint8)
    for layer in painting.layers:
        stack(flat, layer.pixels, layer.corner)
    inner = _inner(flat, camera, painting.blocking.camera.roll)
    painting.air().over(inner, 0.0)
    return painting.grade()(inner)


def _inner(flat: Pixels, camera: Camera, roll: float) -> Pixels:
    """Cut the frame out of a level picture with its overscan, leaned by `roll` radians clockwise."""
    edge, (width, height) = camera.margin, camera.size
    if not roll:
        return np.ascontiguousarray(flat[edge : height - edge, edge : width - edge])
    way = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees(roll), 1.0)
    way[:, 2] -= edge
    return np.asarray(cv2.warpAffine(flat, way, (camera.width, camera.height), flags=cv2.INTER_LINEAR), np.uint8)
