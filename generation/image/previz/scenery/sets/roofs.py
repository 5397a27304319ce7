"""Other faces of the rooftop: an old roof with washing and pots, a modern one under a neon sign."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.growth import bush, plant
from generation.image.previz.scenery.sets.city import bulbs, lights, railing, skyline
from generation.image.previz.scenery.sets.town import NEON
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, floor_tiles, lying, upright
from generation.image.previz.scenery.stage import Place, Stage

PAINT: tuple[Colour, ...] = (
    (0.60, 0.20, 0.18), (0.24, 0.38, 0.52), (0.80, 0.78, 0.72), (0.28, 0.30, 0.32), (0.80, 0.62, 0.24),
)  # fmt: skip
"""Colours of cloth and of car bodies."""

STROKES = (
    (-1.25, 2.6, 0.12, 1.4), (-1.25, 3.2, 0.8, 0.12), (-0.57, 2.6, 0.12, 1.4), (-0.2, 2.6, 0.12, 1.4),
    (-0.2, 3.88, 0.7, 0.12), (-0.2, 2.6, 0.7, 0.12), (0.75, 2.6, 0.5, 0.5), (0.75, 3.4, 0.5, 0.6),
)  # fmt: skip
"""The bars (left, foot, width, height, in metres) of the neon sign, which says nothing in any script."""


def washing(stage: Stage, z: float, y: float, half: float) -> None:
    """Hang washing on a line across the view, `y` up and `half` to each side, in metres."""
    solid = Solid(stage)
    rng = stage.dice("washing", z)
    t = np.linspace(-half, half, 12)
    line = [(float(u), y - 0.25 * (1 - (float(u) / half) ** 2), z) for u in t]
    for a, b in itertools.pairwise(line):
        solid.quad([a, b], (0, 0, 0), ink=0.8)
    for i in range(1, 11, 2):
        u, v, _ = line[i]
        wide, long = float(rng.uniform(0.14, 0.24)), float(rng.uniform(0.4, 0.75))
        cloth = [
            (u - wide, v, z),
            (u + wide, v, z),
            (u + wide * 0.95, v - long, z),
            (u - wide * 1.02, v - long * 0.96, z),
        ]
        tone = mix(PAINT[int(rng.integers(5))], (0.9, 0.88, 0.84), 0.45)
        solid.quad(cloth, stage.light.lit(tone, 0.7), ink=0.6, fade=0.15, lift=0.05)
    solid.stand((0, 0, z))


def _slab(stage: Stage, colour: Colour, far: float, tile: float) -> None:
    """Lay a roof that ends at a depth, so that the town shows below its edge."""
    roof = stage.ground("roof")
    edge = stage.camera.outline(lying(-14, 14, far, -12, 0))
    if edge is None:
        return
    top, tone = float(edge[:, 1].min()), stage.light.lit(colour, 0.5)
    roof.ramp(edge, [(top, mix(tone, stage.light.fog, 0.15), 1.0), (stage.camera.size[1], dim(tone, 0.75), 1.0)])
    floor_tiles(stage, roof, (-8, 8, -9, far), tile, mix(stage.light.ink, tone, 0.35), 0.45)


def washing_roof(stage: Stage) -> None:
    """An old roof with washing on lines, pots of green, a shed and a cat's view of chimneys."""
    sky(stage)
    for distance, base, tall in ((120, -0.04, (0.06, 0.12)), (55, -0.12, (0.07, 0.15))):
        skyline(
            stage,
            f"roofs{distance}",
            distance=distance,
            base=base,
            tall=tall,
            wide=(0.05, 0.1),
            tone=(0.46, 0.42, 0.46),
            lit=lights(stage),
        )
    _slab(stage, (0.58, 0.44, 0.36), 4.6, 0.7)
    for x in np.arange(-8.0, 8.1, 1.0):
        wall = Solid(stage)
        wall.box((float(x), 0, 4.6), (0.86, 0.6, 0.2), (0.66, 0.52, 0.44), fade=0.2)
        wall.stand((float(x), 0, 4.6))
    s = 1 if chance(stage.dice("roof"), 0.5) else -1
    shed = Solid(stage)
    shed.box((s * 2.3, 0, 3.6), (1.5, 2.3, 1.6), (0.62, 0.48, 0.40), fade=0.25)
    lit = stage.hour != "day"
    shed.quad(
        upright(s * 2.3 - s * 0.45 - 0.3, s * 2.3 - s * 0.45 + 0.3, 0.05, 1.9, 2.79),
        stage.light.lamp if lit else stage.light.lit((0.3, 0.4, 0.42), 0.4),
        glow=lit,
        ink=0.8,
        lift=0.1,
    )
    shed.box((s * 2.3, 2.3, 3.6), (1.8, 0.1, 1.9), (0.40, 0.32, 0.30))
    if lit:
        shed.lamp((s * 1.9, 1.4, 2.7), 1.6, stage.light.lamp, 0.45)
    shed.stand((s * 2.3, 0, 3.6))
    for z, y in ((2.8, 2.35), (3.8, 2.5)):
        for u in (-2.4, 1.4):
            post = Solid(stage)
            post.box((s * u, 0, z), (0.07, y + 0.1, 0.07), (0.36, 0.28, 0.24))
            post.stand((s * u, 0, z))
        washing(stage, z, y, 1.7)
    for i, (x, z) in enumerate(((-1.5, 4.2), (-2.1, 4.0), (-2.5, 2.2), (1.2, 4.2))):
        plant(stage, (s * x, 0, z), bush(f"pot{i}", 0.45, (0.30, 0.46, 0.26)))
    for x, z in ((-3.0, 9.0), (0.9, 12.0), (3.4, 8.0)):
        stack = Solid(stage)
        stack.box((s * x, -2.0, z), (0.7, 2.9, 0.6), (0.50, 0.34, 0.28))
        stack.stand((s * x, 0, z))


def sign_roof(stage: Stage) -> None:
    """A modern roof under a great neon sign, steel rails, a row of machines, the city all around."""
    sky(stage, disc=0.8)
    for distance, base, tall in ((140, -0.05, (0.12, 0.26)), (70, -0.14, (0.10, 0.26)), (36, -0.22, (0.06, 0.2))):
        skyline(
            stage,
            f"deep{distance}",
            distance=distance,
            base=base,
            tall=tall,
            wide=(0.05, 0.1),
            tone=(0.34, 0.38, 0.48),
            lit=lights(stage) * 1.2,
        )
    _slab(stage, (0.40, 0.42, 0.44), 4.3, 1.6)
    railing(stage, 4.2)
    s = 1 if chance(stage.dice("roof"), 0.5) else -1
    _neon(stage, (s * 1.5, 0, 4.9), s)
    for x, z in ((-1.7, 3.4), (-2.8, 3.2)):
        unit = Solid(stage)
        unit.box((s * x, 0, z), (0.95, 0.95, 0.8), (0.56, 0.58, 0.60), fade=0.2)
        unit.disc((s * x, 0.5, z - 0.41), (0.3, 0.3), stage.light.lit((0.24, 0.25, 0.27), 0.4), ink=0.8, lift=0.1)
        unit.disc((s * x, 0.5, z - 0.41), (0.08, 0.08), stage.light.lit((0.6, 0.6, 0.62), 0.6), ink=0.6, lift=0.12)
        unit.stand((s * x, 0, z))
    mast = Solid(stage)
    mast.post((-s * 0.9, 0, 4.0), 0.03, 4.6, (0.2, 0.2, 0.22))
    for y in (3.2, 3.8, 4.3):
        mast.quad([(-s * 0.9 - 0.4, y, 4.0), (-s * 0.9 + 0.4, y, 4.0)], (0, 0, 0), ink=0.9)
    mast.disc((-s * 0.9, 4.65, 4.0), (0.05, 0.05), (1.0, 0.25, 0.2), glow=True, lift=0.1)
    mast.lamp((-s * 0.9, 4.65, 4.0), 0.6, (1.0, 0.25, 0.2), 0.6)
    mast.stand((-s * 0.9, 0, 4.0))
    bulbs(stage, (-3.0, 2.9, 3.0), (3.0, 3.2, 3.4))


def _neon(stage: Stage, at: Place, side: int) -> None:
    solid = Solid(stage)
    x, _, z = at
    lit = stage.hour != "day"
    hue = NEON[int(stage.dice("neon").integers(5))]
    for u in (-1.2, 0.0, 1.2):
        solid.box((x + u, 0, z), (0.1, 4.2, 0.1), (0.2, 0.21, 0.23))
    back = dim(hue, 0.3) if lit else stage.light.lit((0.30, 0.33, 0.38), 0.5)
    solid.quad(upright(x - 1.5, x + 1.5, 2.3, 4.3, z - 0.06), back, glow=lit, ink=0.9, lift=0.1)
    line = mix(hue, WHITE, 0.4) if lit else stage.light.lit(hue, 0.6)
    for u, v, w, h in STROKES:
        solid.quad(
            upright(x + side * u, x + side * (u + w), v, v + h, z - 0.08),
            line,
            glow=lit,
            ink=0.2,
            lift=0.2,
        )
    if lit:
        solid.lamp((x, 3.3, z - 0.2), 3.2, hue, 0.5)
    solid.stand(at)
