"""The village: cottages along a path."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.scenery.growth import plant, ridge, tree
from generation.image.previz.scenery.sets.nature import tufts, turf
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid
from generation.image.previz.scenery.stage import Place, Stage


def village(stage: Stage) -> None:
    """Cottages along a path, trees, fences, hills behind, smoke from the chimneys."""
    sky(stage)
    ridge(stage, "far", distance=80, base=0.0, height=0.14, colour=(0.42, 0.52, 0.58), swells=7, sharp=1.1)
    ridge(stage, "hills", distance=40, base=0.0, height=0.07, colour=(0.30, 0.44, 0.32), swells=9, sharp=0.9)
    ground = turf(stage, (0.44, 0.52, 0.28))
    light = stage.light
    path = [
        (x, 0, z)
        for x, z in (
            (-0.8, -8),
            (0.8, -8),
            (0.7, 2),
            (1.3, 8),
            (0.9, 15),
            (0.2, 24),
            (-0.1, 24),
            (0.4, 15),
            (0.3, 8),
            (-0.6, 2),
        )
    ]
    outline = stage.camera.outline(path)
    if outline is not None:
        ground.cover([outline], light.lit((0.72, 0.62, 0.46), 0.7), 0.8, blur=2.5, atop=True)
    rng = stage.dice("village")
    for i, (x, z, turn) in enumerate(
        ((-3.3, 6.0, 14), (3.9, 9.0, -16), (-3.2, 14.0, 10), (2.9, 19.0, -6), (-1.5, 25.0, 4))
    ):
        cottage(stage, (x, 0, z), turn, i)
    for i, (x, z, size) in enumerate(
        ((-5.0, 9.0, 5.5), (5.4, 12.5, 6.0), (-4.4, 19.0, 6.0), (4.6, 25.0, 7.0), (2.6, 5.2, 4.2))
    ):
        plant(stage, (x + float(rng.uniform(-0.4, 0.4)), 0, z), tree(f"v{i}", size, (0.32, 0.46, 0.22)))
    fence(stage, -1.7, (1.4, 5.2))
    fence(stage, 1.9, (2.2, 7.0))
    tufts(stage, (0.42, 0.54, 0.26), 14)


def cottage(stage: Stage, at: Place, turn: float, number: int) -> None:
    """A plastered house with a steep thatched roof and lit windows."""
    solid = Solid(stage)
    light = stage.light
    plaster: tuple[Colour, ...] = ((0.84, 0.78, 0.66), (0.78, 0.68, 0.58), (0.70, 0.72, 0.68))
    x, _, z = at
    wide, deep, high = 3.0, 3.4, 2.2
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))

    def spot(u: float, y: float, w: float) -> Place:
        return x + u * c + w * s, y, z - u * s + w * c

    solid.box(at, (wide, high, deep), plaster[number % 3], turn=turn, fade=0.3)
    e, ridge_y = 0.35, high + 1.7
    front, back = -deep / 2 - e, deep / 2 + e
    thatch: Colour = (0.50, 0.38, 0.26)
    gable = [spot(-wide / 2, high, -deep / 2), spot(wide / 2, high, -deep / 2), spot(0, ridge_y - 0.2, -deep / 2)]
    solid.quad(gable, light.lit(plaster[number % 3], 0.2), ink=0.7, lift=0.05)
    for side in (-1, 1):
        slope = [
            spot(side * (wide / 2 + e), high - 0.35, front),
            spot(side * (wide / 2 + e), high - 0.35, back),
            spot(0, ridge_y, back),
            spot(0, ridge_y, front),
        ]
        solid.quad(slope, light.lit(thatch, 0.85 if side * stage.key[0] > 0 else 0.25), ink=0.9, fade=0.2, lift=0.3)
        rim = [
            spot(side * (wide / 2 + e), high - 0.35, front),
            spot(0, ridge_y, front),
            spot(0, ridge_y - 0.24, front),
            spot(side * (wide / 2 + e), high - 0.56, front),
        ]
        solid.quad(rim, light.lit(dim(thatch, 0.7), 0.2), ink=0.8, lift=0.6)
        for i in range(1, 7):
            t = i / 7
            a = spot(side * (wide / 2 + e) * (1 - t), high - 0.35 + (ridge_y - high + 0.35) * t, front)
            b = spot(side * (wide / 2 + e) * (1 - t), high - 0.35 + (ridge_y - high + 0.35) * t, back)
            solid.quad([a, b], (0, 0, 0), ink=0.22, lift=0.4)
    shine = stage.hour != "day"
    pane = mix(light.lamp, WHITE, 0.2) if shine else light.lit((0.28, 0.32, 0.36), 0.4)
    f = -deep / 2 - 0.01
    for u in (-0.85, 0.75):
        solid.quad(
            [spot(u - 0.33, 0.95, f), spot(u + 0.33, 0.95, f), spot(u + 0.33, 1.65, f), spot(u - 0.33, 1.65, f)],
            pane,
            glow=shine,
            ink=0.9,
            lift=0.3,
        )
        for start, end in (((u, 0.95), (u, 1.65)), ((u - 0.33, 1.3), (u + 0.33, 1.3))):
            solid.quad([spot(*start, f), spot(*end, f)], (0, 0, 0), ink=0.8, lift=0.35)
        if shine:
            solid.lamp(spot(u, 1.3, f - 0.1), 1.1, light.lamp, 0.42)
    solid.quad(
        [spot(-0.3, 0, f), spot(0.25, 0, f), spot(0.25, 1.7, f), spot(-0.3, 1.7, f)],
        light.lit((0.36, 0.22, 0.16), 0.4),
        ink=0.9,
        lift=0.3,
    )
    solid.box(spot(0.7, ridge_y - 0.9, 0.6), (0.4, 1.3, 0.4), (0.50, 0.40, 0.36), turn=turn, lift=0.2)
    solid.stand(at)


def fence(stage: Stage, x: float, span: tuple[float, float]) -> None:
    """Stakes and two rails along the path."""
    solid = Solid(stage)
    wood: Colour = (0.44, 0.33, 0.25)
    for z in np.arange(span[0], span[1] + 0.01, 0.6):
        solid.box((x, 0, float(z)), (0.08, 0.75, 0.08), wood)
    for y in (0.3, 0.58):
        solid.box((x, y, (span[0] + span[1]) / 2), (0.05, 0.07, span[1] - span[0] + 0.3), wood, lift=0.05)
    solid.stand((x, 0, sum(span) / 2))
