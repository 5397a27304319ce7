"""Boats: a river boat in a gorge, a junk under a red sail, the deck of a ferry."""

import numpy as np

from generation.image.previz.layers import GROUND
from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.growth import ridge, water
from generation.image.previz.scenery.sets.city import railing
from generation.image.previz.scenery.sets.old_town import VERMILION
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid, along, floor_tiles, lying, upright
from generation.image.previz.scenery.stage import Stage

TIMBER: Colour = (0.44, 0.30, 0.20)
PAINTED: Colour = (0.84, 0.86, 0.86)


def river_boat(stage: Stage) -> None:
    """A low boat of planks between the walls of a gorge; its bow points up the river."""
    sky(stage, disc=0.8)
    ridge(stage, "far", distance=90, base=0.04, height=0.34, colour=(0.46, 0.54, 0.62), swells=8, sharp=1.6)
    sheet = stage.ground("river")
    water(stage, sheet, 1e5, 0, (0.08, 0.28, 0.28))
    for side, far in ((-1, 46), (1, 34)):
        _bank(stage, side, far)
    veil(stage, sheet, stage.camera.horizon, 24, 0.9)
    _hull(stage, 1.15, 4.6)
    hood = Solid(stage)
    s = 1 if chance(stage.dice("boat"), 0.5) else -1
    hood.box((s * 0.75, 0.36, 2.9), (0.3, 0.5, 0.4), (0.42, 0.30, 0.22))
    hood.lantern((s * 0.9, 1.75, 3.1), 0.17, (0.88, 0.34, 0.18), cord=0.3)
    hood.box((s * 0.9, 0, 3.1), (0.05, 2.2, 0.05), (0.30, 0.20, 0.15))
    hood.box((s * 0.75, 2.2, 3.1), (0.36, 0.05, 0.05), (0.30, 0.20, 0.15))
    hood.stand((s * 0.9, 0, 3.1))


def _bank(stage: Stage, side: int, far: float) -> None:
    """Paint one wall of the gorge: cliffs that step back along the river."""
    canvas = stage.backdrop(f"bank{side}", far)
    camera, light = stage.camera, stage.light
    rng = stage.dice("bank", side)
    air = stage.haze(far)
    foot = camera.towards(0.0, -0.012)[1]
    for step in range(3):
        inner = 0.07 + 0.06 * step + 0.03 * float(rng.random())
        high = (0.16 + 0.12 * step) * float(rng.uniform(0.8, 1.2))
        edge = np.linspace(inner, 0.75, 16)
        tops = high * np.clip((edge - inner) * 9, 0, 1) ** 0.6 * (1 + 0.18 * rng.uniform(-1, 1, 16))
        line = np.array([camera.towards(side * a, float(e)) for a, e in zip(edge, tops, strict=True)])
        hull = np.concatenate([line, [[line[-1, 0], foot], [line[0, 0], foot]]])
        tone = mix(light.lit((0.32, 0.40, 0.34), 0.7 - 0.25 * step), light.fog, max(0.0, air * (1 - 0.35 * step)))
        canvas.ramp(hull, [(float(line[:, 1].min()), tone, 1.0), (foot, mix(tone, light.fog, 0.45), 1.0)])
        cracks = [
            np.array([point, point + np.array([side * 4, (foot - point[1]) * float(rng.uniform(0.3, 0.8))])])
            for point in line[2:]
        ]
        canvas.strokes(cracks, dim(tone, 0.62), 2.2, 0.6, atop=True)
        canvas.strokes([line], mix(light.ink, light.fog, 0.3 + 0.4 * air), 1.4, 0.8, taper=0)


def _hull(stage: Stage, half: float, bow: float) -> None:
    """Lay the deck and raise the sides, which meet at the bow; what is nearer than the camera is the stern."""
    deck = stage.sheet("deck", (GROUND,), 900.0)
    light = stage.light
    t = np.linspace(0, 1, 12)
    beam = half * (1 - t**2.6)
    run = -7 + (bow + 7) * t
    outline = stage.camera.outline(
        [
            *((-b, 0, z) for b, z in zip(beam, run, strict=True)),
            *((b, 0, z) for b, z in zip(beam[::-1], run[::-1], strict=True)),
        ]
    )
    if outline is not None:
        top = float(outline[:, 1].min())
        deck.ramp(
            outline,
            [(top, light.lit(dim(TIMBER, 1.15), 0.7), 1.0), (stage.camera.size[1], light.lit(TIMBER, 0.25), 1.0)],
        )
        floor_tiles(stage, deck, (-half * 0.9, half * 0.9, -6, bow * 0.8), 0.3, mix(light.ink, TIMBER, 0.3), 0.5)
    rail = Solid(stage)
    for i in range(11):
        for side in (-1, 1):
            a, b = (side * beam[i], run[i]), (side * beam[i + 1], run[i + 1])
            lift = [0.34 + 0.5 * max(0.0, u - 0.6) ** 1.5 * 2 for u in (t[i], t[i + 1])]
            wall = [(a[0], 0, a[1]), (b[0], 0, b[1]), (b[0] * 1.05, lift[1], b[1]), (a[0] * 1.05, lift[0], a[1])]
            rail.quad(wall, light.lit(dim(TIMBER, 0.85), 0.55 if side * stage.key[0] < 0 else 0.2), ink=0.5)
            cap = [
                (a[0] * 1.02, lift[0], a[1]),
                (b[0] * 1.02, lift[1], b[1]),
                (b[0] * 1.16, lift[1], b[1]),
                (a[0] * 1.16, lift[0], a[1]),
            ]
            rail.quad(cap, light.lit(dim(TIMBER, 1.2), 0.8), ink=0.7, lift=0.05)
    rail.stand((0, 0, 1.2))


def junk(stage: Stage) -> None:
    """A junk on a wide river: a ribbed red sail, ropes, lanterns, low hills far away."""
    sky(stage)
    ridge(stage, "isles", distance=110, base=-0.005, height=0.09, colour=(0.42, 0.50, 0.60), swells=4, sharp=1.4)
    sheet = stage.ground("river")
    water(stage, sheet, 1e5, 0, (0.06, 0.24, 0.34))
    veil(stage, sheet, stage.camera.horizon, 16, 0.7)
    _hull(stage, 1.7, 7.0)
    s = 1 if chance(stage.dice("boat"), 0.5) else -1
    mast = Solid(stage)
    x, z = s * 0.55, 4.4
    mast.post((x, 0, z), 0.09, 6.5, (0.36, 0.24, 0.17))
    light = stage.light
    for i in range(6):
        y0, y1 = 1.7 + 0.68 * i, 1.7 + 0.68 * (i + 1)
        wide0, wide1 = 1.5 - 0.05 * i, 1.5 - 0.05 * (i + 1)
        tone = light.lit(dim(VERMILION, 0.95 + 0.12 * (i % 2)), 0.7)
        mast.quad(
            [
                (x - s * 0.3, y0, z),
                (x - s * wide0 * 1.1, y0 + 0.12, z),
                (x - s * wide1 * 1.1, y1 + 0.12, z),
                (x - s * 0.3, y1, z),
            ],
            tone,
            ink=0.7,
            lift=0.1,
        )
        mast.quad(
            [(x + s * 0.5, y0 - 0.05, z), (x - s * 0.3, y0, z), (x - s * 0.3, y1, z), (x + s * 0.5, y1 - 0.05, z)],
            dim(tone, 0.86),
            ink=0.7,
            lift=0.1,
        )
    for u in (-1.6, 1.6):
        mast.quad([(x, 6.2, z), (u, 0.5, z - 0.4)], (0, 0, 0), ink=0.8, lift=0.2)
    mast.stand((x, 0, z))
    for u, w in ((-1.5, 2.4), (1.5, 2.4)):
        lamp = Solid(stage)
        lamp.box((u, 0, w), (0.06, 1.9, 0.06), (0.30, 0.20, 0.15))
        lamp.lantern((u, 1.7, w), 0.16, (0.88, 0.30, 0.16), cord=0.15)
        lamp.stand((u, 0, w))
    chest = Solid(stage)
    chest.box((-s * 1.0, 0, 3.4), (0.8, 0.5, 0.5), (0.36, 0.24, 0.16), top=(0.46, 0.31, 0.2))
    chest.post((-s * 0.95, 0.5, 3.4), 0.2, 0.1, (0.62, 0.54, 0.40))
    chest.stand((-s * 1.0, 0, 3.4))


def ferry(stage: Stage) -> None:
    """The deck of a ferry: white rails, a lifebuoy, a cabin with round windows, open sea."""
    sky(stage)
    ridge(stage, "coast", distance=120, base=-0.012, height=0.06, colour=(0.40, 0.48, 0.58), swells=3)
    sheet = stage.ground("water")
    water(stage, sheet, 1e5, 0, (0.05, 0.24, 0.33))
    veil(stage, sheet, stage.camera.horizon, 14, 0.6)
    deck = stage.sheet("deck", (GROUND,), 900.0)
    floor = stage.camera.outline(lying(-12, 12, 2.5, -9, 0))
    light = stage.light
    if floor is not None:
        top = float(floor[:, 1].min())
        deck.ramp(
            floor,
            [
                (top, light.lit((0.62, 0.50, 0.38), 0.7), 1.0),
                (stage.camera.size[1], light.lit((0.50, 0.38, 0.28), 0.3), 1.0),
            ],
        )
        for x in np.arange(-6.0, 6.0, 0.22):
            seam = stage.camera.outline(lying(float(x), float(x) + 0.012, -8, 2.5, 0))
            if seam is not None:
                deck.cover([seam], light.ink, 0.4, atop=True)
    railing(stage, 2.4)
    s = 1 if chance(stage.dice("boat"), 0.5) else -1
    _cabin(stage, s)
    buoy = Solid(stage)
    for size, tone in ((0.3, (0.90, 0.36, 0.22)), (0.16, (0.12, 0.20, 0.26))):
        buoy.disc((-s * 0.95, 0.7, 2.3), (size, size), light.lit(tone, 0.6), ink=0.8, lift=0.05 + (0.3 - size) * 0.1)
    for u, v in ((-0.23, 0), (0.23, 0), (0, 0.23), (0, -0.23)):
        buoy.disc((-s * 0.95 + u, 0.7 + v, 2.3), (0.07, 0.07), light.lit(WHITE, 0.7), lift=0.1)
    buoy.stand((-s * 0.95, 0, 2.3), nearer=0.1)


def _cabin(stage: Stage, side: int) -> None:
    solid = Solid(stage)
    light, x = stage.light, side * 1.55
    lit = stage.hour != "day"
    solid.quad(
        along(x, -7, 2.0, 0, 2.9), light.lit(PAINTED, 0.75 if side * stage.key[0] < 0 else 0.3), ink=0.8, fade=0.2
    )
    solid.quad(upright(x, x + side * 4, 0, 2.9, 2.0), light.lit(PAINTED, 0.3), ink=0.7)
    solid.quad(along(x - side * 0.01, -7, 2.0, 0.5, 0.66), light.lit((0.22, 0.36, 0.50), 0.5), ink=0.3, lift=0.05)
    turn = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    for z in (-1.2, 0.3, 1.4):
        for size, tone, glow in (
            (0.27, light.lit((0.56, 0.58, 0.60), 0.5), False),
            (0.21, light.lamp if lit else light.lit((0.24, 0.34, 0.42), 0.4), lit),
        ):
            ring = np.stack([np.full(18, x - side * 0.02), 1.6 + np.sin(turn) * size, z + np.cos(turn) * size], axis=1)
            solid.quad(ring, tone, glow=glow, ink=0.6, lift=0.1 + (0.3 - size))
        if lit:
            solid.lamp((x - side * 0.1, 1.6, z), 0.9, light.lamp, 0.35)
    solid.stand((x, 0, 0.2))
