"""Cars: seen through the windscreen in town and in the country, and from beside the door.

The figures sit at z = 0 and face the camera (or, in the third, along the car); what stands before them, dashboard,
wheel and pillars, is nearer than they are and hides their laps.
"""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import plant, ridge, tree
from generation.image.previz.scenery.sets.city import lights, skyline, street_lamp
from generation.image.previz.scenery.sets.nature import turf
from generation.image.previz.scenery.sets.town import NEON, facade, pavement
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

COATS: tuple[Colour, ...] = ((0.56, 0.16, 0.15), (0.20, 0.30, 0.42), (0.78, 0.78, 0.74), (0.24, 0.36, 0.30))
SEAT: Colour = (0.30, 0.24, 0.22)
TRIM: Colour = (0.14, 0.14, 0.16)
SCREEN = 0.95
"""Metres: half the width of the windscreen at its foot."""


def town_car(stage: Stage) -> None:
    """A saloon on a street, its lamps on, houses and lights sliding away behind."""
    sky(stage, disc=0.0)
    skyline(
        stage,
        "end",
        distance=70,
        base=0.0,
        tall=(0.06, 0.18),
        wide=(0.05, 0.09),
        tone=(0.40, 0.46, 0.56),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.32, 0.32, 0.36), wet=stage.light.night)
    rng = stage.dice("street")
    for side in (-1, 1):
        z = -1.0
        while z < 26:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(3.4, 5.5))
            facade(stage, side, z, z + deep, float(rng.uniform(6.5, 11.0)), (0.46, 0.44, 0.46), x=4.2)
            z += deep
    if stage.light.night:
        for side, z, hue in ((-1, 5.0, NEON[0]), (1, 8.0, NEON[1]), (-1, 12.0, NEON[2])):
            pool(stage, ground, (side * 2.0, 0, z), 2.2, hue, 0.3)
    street_lamp(stage, (-3.2, 0, 7.0), ground)
    body(stage, COATS[int(rng.integers(4))], roof=1.48)


def country_car(stage: Stage) -> None:
    """A high old car on a road between fields and trees, hills behind."""
    sky(stage)
    ridge(stage, "far", distance=80, base=0.0, height=0.13, colour=(0.40, 0.50, 0.58), swells=8, sharp=1.2)
    ridge(stage, "hills", distance=36, base=0.0, height=0.06, colour=(0.32, 0.46, 0.30), swells=10, sharp=0.8)
    ground = turf(stage, (0.44, 0.50, 0.28))
    road = stage.camera.outline([(-2.2, 0, -9), (2.2, 0, -9), (2.0, 0, 6), (3.6, 0, 40), (3.0, 0, 40), (-2.0, 0, 6)])
    if road is not None:
        ground.cover([road], stage.light.lit((0.46, 0.44, 0.44), 0.5), 0.95, atop=True)
    for z in np.arange(1.5, 30.0, 2.4):
        dash = stage.camera.outline(lying(-0.07 + z * 0.03, 0.07 + z * 0.03, z, z + 1.1, 0))
        if dash is not None:
            ground.cover([dash], stage.light.lit((0.90, 0.86, 0.76), 0.7), 0.7, atop=True)
    rng = stage.dice("road")
    for i, z in enumerate(np.arange(2.5, 26.0, 3.2)):
        side = 1 if i % 2 else -1
        at = (side * float(rng.uniform(2.9, 3.8)), 0.0, float(z))
        plant(stage, at, tree(f"road{i}", float(rng.uniform(4.0, 6.5)), (0.36, 0.46, 0.20)))
    body(stage, COATS[int(rng.integers(4))], roof=1.62)


def body(stage: Stage, coat: Colour, *, roof: float) -> None:
    """The car around the figures: seats and rear window behind them, dashboard, wheel and bonnet before them."""
    _cabin(stage, coat, roof)
    _dash(stage)
    _front(stage, coat)
    _pillars(stage, coat, roof)


def _cabin(stage: Stage, coat: Colour, roof: float) -> None:
    """Back seats, rear window and the inside of the roof."""
    light = stage.light
    solid = Solid(stage)
    z = 1.35
    solid.quad(upright(-0.86, 0.86, 0.2, 0.98, z), light.lit(dim(SEAT, 0.8), 0.3), ink=0.7)
    for side in (-1, 1):
        solid.quad(
            [
                (side * 0.86, 0.2, z),
                (side * 1.3, 0.2, z),
                (side * 1.1, roof, z),
                (side * 0.72, roof - 0.1, z),
                (side * 0.86, 0.98, z),
            ],
            light.lit(TRIM, 0.3),
            ink=0.7,
        )
    solid.quad(
        [(-0.8, roof - 0.12, z), (0.8, roof - 0.12, z), (0.86, roof, -0.5), (-0.86, roof, -0.5)],
        light.lit((0.46, 0.44, 0.42), 0.12),
        ink=0.4,
    )
    solid.stand((0, 0, z))
    for side in (-1, 1):
        seat = Solid(stage)
        x = side * 0.4
        back = [(-0.25, 0.3), (0.25, 0.3), (0.23, 0.98), (0.16, 1.04), (-0.16, 1.04), (-0.23, 0.98)]
        seat.quad([(x + u, v, 0.32) for u, v in back], light.lit(SEAT, 0.5), ink=0.8, fade=0.3)
        rest = [(-0.14, 1.07), (0.14, 1.07), (0.13, 1.26), (-0.13, 1.26)]
        seat.quad([(x + u, v, 0.32) for u, v in rest], light.lit(dim(SEAT, 1.15), 0.5), ink=0.8)
        for u in (-0.07, 0.07):
            seat.quad([(x + u, 1.03, 0.32), (x + u, 1.08, 0.32)], (0, 0, 0), ink=0.8)
        seat.box((x, 0.25, -0.05), (0.5, 0.16, 0.5), SEAT)
        door = [(side * 0.9, 0.2, -0.8), (side * 0.9, 0.2, 1.3), (side * 0.86, 0.92, 1.3), (side * 0.86, 0.92, -0.8)]
        seat.quad(door, light.lit(dim(coat, 0.8), 0.2), ink=0.7)
        seat.stand((x, 0, 0.34))


def _dash(stage: Stage) -> None:
    light = stage.light
    solid = Solid(stage)
    z = -0.62
    solid.box((0, 0.3, z), (1.84, 0.5, 0.3), TRIM, top=(0.2, 0.2, 0.22))
    for x in (-0.42, 0.0, 0.3):
        solid.quad(upright(x - 0.1, x + 0.1, 0.62, 0.74, z + 0.16), light.lamp, glow=True, ink=0.3, lift=-0.2)
    turn = np.linspace(0, 2 * np.pi, 26)
    for size, wide in ((0.2, 1.0), (0.17, 0.6)):
        ring = np.stack(
            [0.4 + np.cos(turn) * size, 0.84 + np.sin(turn) * size * 0.86, np.full(26, z + 0.1 + 0.02 * wide)], axis=1
        )
        for a, b in itertools.pairwise(ring):
            solid.quad([a, b], (0, 0, 0), ink=0.95, lift=0.3)
    solid.lamp((0, 0.75, z), 0.6, light.lamp, 0.14)
    solid.stand((0, 0, z))


def _front(stage: Stage, coat: Colour) -> None:
    """Bonnet, grille, lamps and wheels, in front of the windscreen."""
    light = stage.light
    solid = Solid(stage)
    tone = light.lit(coat, 0.75)
    hood = [(-0.86, 0.84, -0.95), (0.86, 0.84, -0.95), (0.8, 0.72, -2.1), (-0.8, 0.72, -2.1)]
    solid.quad(hood, tone, ink=0.8)
    shine = [(-0.5, 0.845, -1.0), (-0.2, 0.845, -1.0), (-0.3, 0.735, -2.05), (-0.56, 0.735, -2.05)]
    solid.quad(shine, mix(tone, WHITE, 0.25), ink=0, lift=0.05)
    solid.quad(upright(-0.84, 0.84, 0.28, 0.72, -2.1), light.lit(coat, 0.45), ink=0.9, fade=0.25, lift=0.2)
    solid.quad(upright(-0.4, 0.4, 0.42, 0.62, -2.11), light.lit(TRIM, 0.3), ink=0.7, lift=0.25)
    for y in (0.47, 0.52, 0.57):
        solid.quad(upright(-0.38, 0.38, y, y + 0.015, -2.12), light.lit((0.7, 0.7, 0.7), 0.7), ink=0, lift=0.3)
    solid.box((0, 0.2, -2.14), (1.78, 0.14, 0.12), (0.62, 0.64, 0.66), lift=0.3)
    lit = stage.hour != "day"
    for side in (-1, 1):
        x = side * 0.62
        solid.disc(
            (x, 0.54, -2.13),
            (0.15, 0.11),
            rgb("#fff2cc") if lit else light.lit((0.86, 0.88, 0.88), 0.8),
            glow=lit,
            ink=0.8,
            lift=0.35,
        )
        solid.box((side * 0.78, 0, -1.9), (0.24, 0.34, 0.5), (0.07, 0.07, 0.08))
        if lit:
            solid.lamp((x, 0.54, -2.2), 1.0, rgb("#fff2cc"), 0.5)
    solid.stand((0, 0, -1.6))


def _pillars(stage: Stage, coat: Colour, roof: float) -> None:
    """The frame of the windscreen, the mirror, and a breath of light on the glass."""
    light = stage.light
    solid = Solid(stage)
    z0, z1 = -0.95, -0.35
    for side in (-1, 1):
        pillar = [
            (side * SCREEN, 0.84, z0),
            (side * (SCREEN - 0.08), 0.84, z0),
            (side * 0.72, roof - 0.1, z1),
            (side * 0.82, roof, z1),
        ]
        solid.quad(pillar, light.lit(coat, 0.4), ink=0.8)
        wing = [
            (side * 1.02, 0.86, -0.6),
            (side * 1.24, 0.86, -0.6),
            (side * 1.24, 1.02, -0.6),
            (side * 1.02, 1.0, -0.6),
        ]
        solid.quad(wing, light.lit(coat, 0.5), ink=0.8)
    solid.quad(
        [(-0.82, roof, z1), (0.82, roof, z1), (0.72, roof - 0.1, z1), (-0.72, roof - 0.1, z1)],
        light.lit(coat, 0.6),
        ink=0.8,
    )
    solid.quad(
        [(-0.82, roof, z1), (0.82, roof, z1), (0.8, roof + 0.07, 0.4), (-0.8, roof + 0.07, 0.4)],
        light.lit(coat, 0.85),
        ink=0.7,
    )
    solid.quad(upright(-0.12, 0.12, roof - 0.22, roof - 0.13, z1 - 0.05), light.lit(TRIM, 0.3), ink=0.8, lift=0.1)
    solid.stand((0, 0, z0))

    def sheen(canvas: Canvas) -> None:
        for x in (-0.62, 0.2):
            bar = stage.camera.outline(
                [(x, 0.86, z0), (x + 0.16, 0.86, z0), (x + 0.46, roof - 0.1, z1), (x + 0.3, roof - 0.1, z1)]
            )
            if bar is not None:
                canvas.cover([bar], mix(light.low, WHITE, 0.4), 0.10, blur=1.0)

    stage.put((0, 0, z0 - 0.02), sheen)


def side_car(stage: Stage) -> None:
    """The car from beside its door: the near window frames the figures, the far one shows the road."""
    sky(stage)
    skyline(
        stage,
        "town",
        distance=70,
        base=0.0,
        tall=(0.03, 0.11),
        wide=(0.04, 0.07),
        tone=(0.40, 0.46, 0.56),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.38, 0.38, 0.42))
    for z, tone in ((3.2, (0.88, 0.84, 0.72)), (6.5, (0.62, 0.60, 0.58))):
        strip = stage.camera.outline(lying(-40, 40, z, z + 0.16, 0))
        if strip is not None:
            ground.cover([strip], stage.light.lit(tone, 0.6), 0.8, atop=True)
    for i, x in enumerate((-2.6, -0.4, 2.2)):
        plant(stage, (x, 0, 8.0 + i), tree(f"side{i}", 4.5, (0.34, 0.44, 0.22)))
    coat = COATS[int(stage.dice("car").integers(4))]
    _far_door(stage)
    _near_door(stage, coat)


def _glasshouse(z: float) -> list[Place]:
    return [(-1.28, 0.92, z), (1.24, 0.92, z), (0.78, 1.5, z), (-0.62, 1.5, z)]


def _far_door(stage: Stage) -> None:
    """The far side from within: its frame, the seats in profile, the roof."""
    light = stage.light
    solid = Solid(stage)
    solid.quad(upright(-1.4, 1.4, 0.2, 0.94, 0.75), light.lit(TRIM, 0.35), ink=0.7)
    for x0, x1, x2, x3 in ((-1.28, -1.12, -0.56, -0.66), (0.02, 0.12, 0.12, 0.02), (1.1, 1.24, 0.78, 0.7)):
        solid.quad(
            [(x0, 0.92, 0.75), (x1, 0.92, 0.75), (x2, 1.5, 0.75), (x3, 1.5, 0.75)], light.lit(TRIM, 0.3), ink=0.7
        )
    solid.quad(
        [(-0.7, 1.48, 0.75), (0.8, 1.48, 0.75), (0.8, 1.52, -0.6), (-0.7, 1.52, -0.6)],
        light.lit((0.4, 0.38, 0.37), 0.12),
        ink=0.4,
    )
    solid.stand((0, 0, 0.75))
    for x in (0.22, 1.06):
        seat = Solid(stage)
        side = [(x, 0.3), (x + 0.2, 0.3), (x + 0.32, 1.0), (x + 0.16, 1.04)]
        seat.quad([(u, v, 0.24) for u, v in side], light.lit(SEAT, 0.5), ink=0.8)
        seat.quad(
            [(x + 0.19, 1.07, 0.24), (x + 0.31, 1.07, 0.24), (x + 0.34, 1.26, 0.24), (x + 0.23, 1.26, 0.24)],
            light.lit(dim(SEAT, 1.15), 0.5),
            ink=0.8,
        )
        seat.stand((x, 0, 0.24))


def _near_door(stage: Stage, coat: Colour) -> None:
    """The near side: door, sill and wheels hide everything under the window."""
    light, z = stage.light, -0.62
    solid = Solid(stage)
    tone = light.lit(coat, 0.55)
    solid.quad(
        [(-2.3, 0.25, z), (2.2, 0.25, z), (2.2, 0.82, z), (1.24, 0.92, z), (-1.28, 0.92, z), (-2.3, 0.78, z)],
        tone,
        ink=0.9,
        fade=0.3,
    )
    solid.quad(
        [(-2.25, 0.76, z), (2.18, 0.8, z), (2.18, 0.84, z), (-2.25, 0.8, z)], mix(tone, WHITE, 0.3), ink=0, lift=0.02
    )
    frame = _glasshouse(z)
    for (ax, ay, _), (bx, by, _) in zip(frame, [*frame[1:], frame[0]], strict=True):
        if ay != by:
            solid.quad(
                [(ax, ay, z), (ax + 0.09 * np.sign(-ax), ay, z), (bx + 0.07 * np.sign(-bx), by, z), (bx, by, z)],
                tone,
                ink=0.8,
                lift=0.02,
            )
    solid.quad([(-0.62, 1.5, z), (0.78, 1.5, z), (0.7, 1.6, z), (-0.54, 1.6, z)], tone, ink=0.8, lift=0.02)
    for x in (-0.05, 1.24):
        solid.quad([(x, 0.3, z), (x, 0.9, z)], (0, 0, 0), ink=0.8, lift=0.05)
    solid.box((0.32, 0.74, z - 0.03), (0.2, 0.04, 0.04), (0.72, 0.73, 0.74), lift=0.1)
    for x in (-1.55, 1.5):
        for size, hue in ((0.36, (0.06, 0.06, 0.07)), (0.2, (0.60, 0.62, 0.64)), (0.07, (0.2, 0.2, 0.22))):
            solid.disc((x, 0.33, z), (size, size), light.lit(hue, 0.6), ink=0.7, lift=0.1 + (0.4 - size) * 0.1)
    solid.stand((0, 0, z))
