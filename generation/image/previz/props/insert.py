"""Inserts: one thing on a ledge in the light."""

from collections.abc import Mapping
from dataclasses import replace

import cv2
import numpy as np

from generation.image.previz.camera import Camera, Points
from generation.image.previz.figure.mesh import Mesh, Part, placed
from generation.image.previz.ink.render import Lamp, render
from generation.image.previz.layers import Layer, Pixels, facing
from generation.image.previz.light import WHITE, dim, mix
from generation.image.previz.noise import clouds, dice
from generation.image.previz.props.catalogue import FORMS, prop
from generation.image.previz.props.prop import Prop
from generation.image.previz.props.shapes import tilted
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.stage import Stage, cropped

LEDGE = 0.78
"""Metres: the height of the ledge where the thing stands."""
REACH = 0.27
"""Metres: how large a thing is shown, whatever its size: a ring fills an insert as a suitcase does."""
LEVEL = 14.0
"""Degrees by which the insert's camera already looks down on the ledge."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "letter": ("letter", "lettre", "信", "note", "envelope", "paper"),
    "phone": ("phone", "téléphone", "手机", "screen", "message", "call"),
    "cup": ("cup", "tasse", "杯", "tea", "thé", "茶", "coffee", "café"),
    "sword": ("sword", "épée", "剑", "blade"),
    "knife": ("knife", "couteau", "刀"),
    "rose": ("flower", "fleur", "花", "petal", "rose"),
}


def named(description: str) -> str:
    """Return the thing that a description names, or an empty word."""
    text = description.lower()
    known = (name for name in FORMS if name in text)
    return next((name for name, forms in WORDS.items() if any(form in text for form in forms)), next(known, ""))


def insert(stage: Stage, name: str, seed: int, colour: str = "") -> Layer:
    """Paint a thing, by its name, on its ledge as one layer at the subject's depth; no name shows one by luck."""
    shown = prop(name or list(FORMS)[int(dice(seed, "prop").integers(len(FORMS)))], colour)
    camera = stage.camera
    canvas = Canvas(camera)
    _ledge(stage, canvas, float(camera.pixels([(0.0, LEDGE, 0.0)])[0, 1]), camera.scale(camera.reach))
    side = -1.0 if camera.towards(*stage.sun)[0] > camera.size[0] / 2 else 1.0
    part, lamp = _posed(shown), _lamp(stage, side)
    canvas.cover([_fallen(camera, part.mesh, side)], stage.light.ink, 0.6, blur=6)
    inked = render([[part]], [lamp], camera)
    _over(canvas.pixels, inked.pixels, inked.corner)
    pixels, corner = cropped(canvas.pixels)
    plane = facing(camera, camera.reach)
    return Layer(name=f"set-{name}", pixels=pixels, corner=corner, planes=(plane,), depth=camera.reach)


def _posed(shown: Prop) -> Part:
    """Return the thing as it lies on the ledge, brought to the size of an insert and leaned towards the camera."""
    part = shown.resting()
    grown = REACH / max(float(np.ptp(part.mesh.points[:, axis])) * share for axis, share in ((0, 1.0), (1, 0.72)))
    sized: Mesh = replace(part.mesh, points=np.asarray(part.mesh.points * np.float32(grown), np.float32))
    lean = tilted(sized, x=max(0.0, shown.view.lift - LEVEL))
    foot = float(lean.points[:, 1].min())
    return Part(placed(lean, (0.0, LEDGE - foot, 0.0), 0.0), part.paint)


def _fallen(camera: Camera, of: Mesh, side: float) -> Points:
    """Return the outline of a thing's shadow on the ledge, in pixels."""
    drop = of.points[:, 1:2] - LEDGE
    floor = of.points + drop * (np.array([side * 0.42, 0.0, 0.1]) - (0.0, 1.0, 0.0))
    hull = cv2.convexHull(camera.pixels(floor).astype(np.float32))
    return np.asarray(hull[:, 0], float)


def _over(under: Pixels, layer: Pixels, corner: tuple[int, int]) -> None:
    """Lay premultiplied pixels over premultiplied ones, in place."""
    x, y = corner
    window = under[y : y + layer.shape[0], x : x + layer.shape[1]]
    window[:] = layer + (window * (1 - layer[..., 3:] / 255.0) + 0.5).astype(np.uint8)


def _lamp(stage: Stage, side: float) -> Lamp:
    """Return the light of an insert: from above and before, on the side away from where the shadow falls."""
    light = stage.light
    return Lamp(to_key=(-side * 0.55, 0.75, -0.6), key=light.key, shade=light.shade,
                to_rim=(side * 0.7, 0.3, 0.6), rim=dim(light.rim, 0.55), ink=light.ink)  # fmt: skip


def _ledge(stage: Stage, canvas: Canvas, y: float, scale: float) -> None:
    """Paint the board the thing lies on, from a hand's breadth behind it to the lower edge."""
    width, height = stage.camera.size
    wood = (0.42, 0.28, 0.19)
    top = y - 0.085 * scale
    lit, dark = stage.light.lit(wood, 0.9), stage.light.lit(dim(wood, 0.55), 0.2)
    canvas.ramp([(0, top), (width, top), (width, height), (0, height)], [(top, lit, 1.0), (height, dark, 1.0)])
    canvas.straight(np.array([[(0.0, top), (float(width), top)]]), stage.light.ink, 1.6, 0.8)
    grain = clouds(17, 2, 24, 4)
    canvas.tone(grain, 0.3)
    canvas.glow(width / 2, y, 0.5 * scale, mix(stage.light.rim, WHITE, 0.2), 0.22, flat=0.35)
