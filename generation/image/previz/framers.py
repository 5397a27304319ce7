"""Framers: something dark and soft close to the lens that closes a corner of the picture and gives it depth."""

from collections.abc import Callable, Mapping

import numpy as np

from generation.image.previz.canvas import Canvas, spline
from generation.image.previz.growth import Spot, foliage, limb
from generation.image.previz.layers import Layer, facing
from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.stage import Stage, cropped

NEAR = 0.42
"""How far before the lens framers hang, as a share of the distance to the subject."""

FRAMED = frozenset({"extreme-wide", "wide", "full"})
"""Framings that leave room for a framer; closer ones belong to the face."""


def frame(stage: Stage, place: str, framing: str, seed: int) -> tuple[Layer, ...]:
    """Paint the framer of a place, if it has one and the framing leaves room."""
    draw = FRAMERS.get(place)
    if draw is None or framing not in FRAMED:
        return ()
    camera = stage.camera
    depth = camera.reach * NEAR
    canvas = Canvas(camera)
    side = 1 if stage.sun[0] < 0 else -1
    draw(canvas, stage, side)
    canvas.blur(1.6 if framing == "full" else 1.0)
    pixels, corner = cropped(canvas.pixels)
    del seed
    return (Layer(name="framer", pixels=pixels, corner=corner, planes=(facing(camera, depth),), depth=depth),)


def _shade(stage: Stage, colour: Colour) -> Colour:
    """Return a colour in the dark before the lens."""
    return mix(dim(stage.light.lit(colour, 0.0), 0.55), stage.light.ink, 0.35)


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
    dark = _shade(stage, (0.22, 0.30, 0.20))
    line = [(side * 0.16, -0.02), (side * 0.02, -0.055), (-side * 0.12, -0.05), (-side * 0.22, -0.085)]
    limb(canvas, spot, line, 0.02, 0.005, _shade(stage, (0.26, 0.18, 0.15)))
    for u, v, size in rng.uniform([-0.24, -0.10, 0.030], [0.12, 0.03, 0.055], (17, 3)):
        foliage(canvas, spot, rng, (side * u, v - 0.03), (size, size * 0.7), dark)


def needles(canvas: Canvas, stage: Stage, side: int) -> None:
    """A branch of pine across an upper corner."""
    x, y, unit = _corner(stage, side)
    rng = stage.dice("needles")
    spot = Spot(stage=stage, x=x, y=y, scale=unit, depth=0.5)
    wood, dark = _shade(stage, (0.26, 0.18, 0.15)), _shade(stage, (0.16, 0.26, 0.22))
    for lift, reach in ((-0.03, 0.30), (-0.115, 0.20)):
        line = [(side * 0.14, lift + 0.03), (-side * reach * 0.4, lift), (-side * reach, lift - 0.02)]
        limb(canvas, spot, line, 0.014, 0.004, wood)
        for t in np.linspace(0.1, 1.0, 9):
            centre = (side * 0.06 * (1 - t) - side * reach * float(t), lift - 0.008 + float(rng.uniform(-0.012, 0.012)))
            foliage(canvas, spot, rng, centre, (0.042, 0.013), dark)


def eave(canvas: Canvas, stage: Stage, side: int) -> None:
    """The swept corner of a tiled roof with a tassel of bells."""
    x, y, unit = _corner(stage, side)
    tile = _shade(stage, (0.30, 0.32, 0.36))
    curve = spline([(0.20, 0.075), (0.02, 0.085), (-0.12, 0.075), (-0.22, 0.035)], 8)
    under = curve[::-1] + np.array([0.0, 0.022])
    shape = np.concatenate([curve, under]) * (side, 1)
    roof = np.concatenate([curve, [(-0.10, -0.12), (0.30, -0.12)]]) * (side, 1)
    canvas.fill(roof * unit + (x, y), tile)
    canvas.fill(shape * unit + (x, y), dim(tile, 0.6))
    ribs = [
        np.array([(u, -0.1), (u - 0.02, 0.035 + 0.05 * min(1.0, (u + 0.24) * 6))]) * (side, 1) * unit + (x, y)
        for u in np.arange(-0.16, 0.2, 0.03)
    ]
    canvas.strokes([np.linspace(rib[0], rib[1], 4) for rib in ribs], dim(tile, 0.5), 3.0, 0.8, taper=0)
    tip = np.array([(-0.205, 0.06), (-0.205, 0.10)]) * (side, 1) * unit + (x, y)
    canvas.ink(tip, tile, 1.6)
    bell = np.array([(-0.216, 0.10), (-0.194, 0.10), (-0.188, 0.132), (-0.222, 0.132)]) * (side, 1) * unit + (x, y)
    canvas.fill(bell, _shade(stage, (0.52, 0.40, 0.20)))


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
    "palace": eave, "temple": needles, "market": eave, "mountain": fronds, "sea": fronds, "forest": bough,
    "village": bough, "city": bough, "desert": fronds, "room": pillar, "kitchen": pillar, "shop": pillar,
    "restaurant": pillar, "hospital": pillar,
}  # fmt: skip
"""Place to what frames it."""
