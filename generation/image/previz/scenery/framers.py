"""Framers: something dark and soft close to the lens that closes a corner of the picture and gives it depth."""

from collections.abc import Callable, Mapping

import numpy as np

from generation.image.previz.layers import Layer, facing
from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas, ellipse, spline
from generation.image.previz.scenery.growth import Spot, foliage, limb
from generation.image.previz.scenery.stage import Stage, cropped

NEAR = 0.42
"""How far before the lens framers hang, as a share of the distance to the subject."""

BREEZE = 0.008
"""How far leaves and lanterns lean in the wind, as a slope."""

FRAMED = frozenset({"extreme-wide", "wide", "full"})
"""Framings that leave room for a framer; closer ones belong to the face."""


def frame(stage: Stage, place: str, framing: str) -> tuple[Layer, ...]:
    """Paint the framer of a place, if it has one and the framing leaves room."""
    draw = FRAMERS.get(place)
    if draw is None or framing not in FRAMED:
        return ()
    camera = stage.camera
    depth = camera.reach * NEAR
    canvas = Canvas(camera)
    draw(canvas, stage, 1 if stage.sun[0] < 0 else -1)
    canvas.blur(1.6 if framing == "full" else 1.0)
    pixels, corner = cropped(canvas.pixels)
    sways = 0.0 if draw is pillar else BREEZE
    plane = facing(camera, depth)
    return (Layer(name="framer", pixels=pixels, corner=corner, planes=(plane,), depth=depth, sways=sways),)


def _shade(stage: Stage, colour: Colour) -> Colour:
    """Return a colour in the dark before the lens."""
    return mix(stage.light.lit(colour, 0.1), stage.light.ink, 0.42)


def _corner(stage: Stage, side: int) -> tuple[float, float, float]:
    """Return the upper corner on a side, in pixels of the canvas, and the picture's height."""
    camera = stage.camera
    x = camera.size[0] / 2 + side * camera.width / 2
    return x, float(camera.margin), float(camera.height)


def bough(canvas: Canvas, stage: Stage, side: int) -> None:
    """A leafy bough that hangs in from an upper corner."""
    x, y, unit = _corner(stage, side)
    rng = stage.dice("bough")
    spot = Spot(stage=stage, x=x, y=y, scale=unit, depth=0.5)
    dark = (0.20, 0.30, 0.17)
    line = [(side * 0.16, -0.02), (side * 0.02, -0.055), (-side * 0.12, -0.05), (-side * 0.22, -0.085)]
    limb(canvas, spot, line, 0.02, 0.005, _shade(stage, (0.26, 0.18, 0.15)))
    for u, v, size in rng.uniform([-0.20, -0.075, 0.022], [0.14, 0.04, 0.040], (30, 3)):
        foliage(canvas, spot, rng, (side * u, v - 0.03), (size, size * 0.62), dark)


def needles(canvas: Canvas, stage: Stage, side: int) -> None:
    """A branch of pine across an upper corner."""
    x, y, unit = _corner(stage, side)
    rng = stage.dice("needles")
    spot = Spot(stage=stage, x=x, y=y, scale=unit, depth=0.5)
    wood, dark = _shade(stage, (0.26, 0.18, 0.15)), (0.13, 0.24, 0.19)
    for lift, reach in ((-0.03, 0.30), (-0.115, 0.20)):
        line = [(side * 0.14, lift + 0.03), (-side * reach * 0.4, lift), (-side * reach, lift - 0.02)]
        limb(canvas, spot, line, 0.014, 0.004, wood)
        for t in np.linspace(0.1, 1.0, 9):
            centre = (side * 0.06 * (1 - t) - side * reach * float(t), lift - 0.008 + float(rng.uniform(-0.012, 0.012)))
            foliage(canvas, spot, rng, centre, (0.036, 0.015), dark)


def lantern(canvas: Canvas, stage: Stage, side: int) -> None:
    """A great paper lantern that hangs in from above."""
    x, y, unit = _corner(stage, side)
    cx, cy, r = x - side * 0.055 * unit, y + 0.085 * unit, 0.058 * unit
    red = (0.82, 0.20, 0.12) if stage.hour != "day" else stage.light.lit((0.72, 0.18, 0.12), 0.3)
    canvas.fill([(cx - 2, y - 0.2 * unit), (cx + 2, y - 0.2 * unit), (cx + 2, cy), (cx - 2, cy)], _shade(stage, red))
    for size, tone in ((1.0, dim(red, 0.75)), (0.78, red), (0.5, mix(red, stage.light.lamp, 0.5))):
        canvas.fill(ellipse(cx, cy, r * size, r * 1.06 * (0.6 + 0.4 * size), 32), tone)
    for lift in (-1.0, 1.0):
        canvas.fill(ellipse(cx, cy + lift * r * 1.02, r * 0.42, r * 0.12, 20), _shade(stage, (0.2, 0.15, 0.12)))
    tassel = [
        (cx - 0.1 * r, cy + r),
        (cx + 0.1 * r, cy + r),
        (cx + 0.16 * r, cy + 1.75 * r),
        (cx - 0.16 * r, cy + 1.75 * r),
    ]
    canvas.fill(tassel, dim(red, 0.6))
    if stage.hour != "day":
        canvas.glow(cx, cy, 4.2 * r, mix(red, stage.light.lamp, 0.4), 0.4)


def pillar(canvas: Canvas, stage: Stage, side: int) -> None:
    """A post or a door frame along one edge."""
    x, y, unit = _corner(stage, side)
    dark = _shade(stage, (0.30, 0.22, 0.19))
    post = np.array([(0.3, -0.2), (-0.035, -0.2), (-0.035, 1.2), (0.3, 1.2)]) * (side, 1) * unit + (x, y)
    canvas.fill(post, dark)
    edge = np.array([(-0.035, -0.2), (-0.029, -0.2), (-0.029, 1.2), (-0.035, 1.2)]) * (side, 1) * unit + (x, y)
    canvas.fill(edge, mix(dark, stage.light.rim, 0.35))


def fronds(canvas: Canvas, stage: Stage, side: int) -> None:
    """Tall grass or reeds that rise from a lower corner."""
    x, y, unit = _corner(stage, side)
    rng = stage.dice("fronds")
    dark = _shade(stage, (0.30, 0.34, 0.20))
    for u, high, bend in rng.uniform([-0.20, 0.10, -0.35], [0.06, 0.30, 0.25], (34, 3)):
        foot, tip = u, high * (1 - 1.6 * max(0.0, -u))
        blade = spline([(foot - 0.006, 0.0), (foot + bend * tip * 0.3, tip * 0.6), (foot + bend * tip, tip)], 5)
        back = spline([(foot + bend * tip, tip), (foot + bend * tip * 0.3 + 0.008, tip * 0.58), (foot + 0.007, 0.0)], 5)
        shape = np.concatenate([blade, back]) * (side, -1) * unit + (x, y + 1.06 * unit)
        canvas.fill(shape, dark)


FRAMERS: Mapping[str, Callable[[Canvas, Stage, int], None]] = {
    "palace": needles, "market": lantern, "mountain": fronds, "forest": bough,
    "village": bough, "city": bough, "desert": fronds, "room": pillar, "kitchen": pillar, "shop": pillar,
    "restaurant": pillar, "hospital": pillar,
}  # fmt: skip
"""Place to what frames it."""
