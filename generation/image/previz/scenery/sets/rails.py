"""Trains from inside: along the aisle of a coach, in a compartment, in an underground car."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.rooms import Room, shell
from generation.image.previz.scenery.solids import Solid, along, lying, upright
from generation.image.previz.scenery.stage import Stage

CLOTH: tuple[Colour, ...] = ((0.26, 0.38, 0.52), (0.52, 0.24, 0.24), (0.28, 0.44, 0.36))
PALE: Colour = (0.80, 0.80, 0.76)


def coach(stage: Stage) -> None:
    """Looking along the aisle: seats on both sides, windows full of land, racks and lamps that run away."""
    plan = Room(
        half=1.75,
        height=2.6,
        back=9.0,
        wall=PALE,
        floor=(0.36, 0.34, 0.36),
        ceiling=(0.86, 0.86, 0.82),
        trim=(0.46, 0.44, 0.42),
        boards=0.0,
    )
    canvas = shell(stage, plan)
    cloth = CLOTH[int(stage.dice("coach").integers(3))]
    for side in (-1, 1):
        _windows(stage, canvas, side * (plan.half - 0.01), (-6.0, 9.0), 1.5, (0.95, 1.8))
        rack = Solid(stage)
        rack.quad(
            [(side * 1.75, 2.0, -6), (side * 1.3, 2.0, -6), (side * 1.3, 2.0, 9), (side * 1.75, 2.0, 9)],
            stage.light.lit((0.5, 0.5, 0.52), 0.3),
            ink=0.6,
        )
        rack.quad(along(side * 1.3, -6, 9, 1.98, 2.06), stage.light.lit((0.7, 0.7, 0.7), 0.6), ink=0.6, lift=0.1)
        rack.paint(canvas)
        for z in np.arange(1.1, 8.6, 1.25):
            _seat(stage, side * 1.12, float(z), cloth)
    door = Solid(stage)
    door.quad(upright(-0.5, 0.5, 0.05, 2.1, 8.95), stage.light.lit((0.60, 0.62, 0.62), 0.5), ink=0.8)
    door.quad(
        upright(-0.36, 0.36, 1.0, 1.9, 8.94), mix(stage.light.low, stage.light.mid, 0.4), glow=True, ink=0.6, lift=0.02
    )
    for z in np.arange(-4.0, 9.0, 1.6):
        door.quad(lying(-0.22, 0.22, float(z), float(z) + 1.0, 2.58), (0.98, 0.97, 0.90), glow=True, ink=0.3)
    door.paint(canvas)
    carpet = stage.camera.outline(lying(-0.42, 0.42, -9, 9, 0))
    if carpet is not None:
        canvas.cover([carpet], stage.light.lit(dim(cloth, 0.7), 0.4), 0.8)


def _seat(stage: Stage, x: float, z: float, cloth: Colour) -> None:
    """A pair of seats that look at the viewer."""
    solid = Solid(stage)
    light = stage.light
    for u in (-0.24, 0.24):
        back = [(-0.22, 0.42), (0.22, 0.42), (0.22, 1.12), (0.13, 1.2), (-0.13, 1.2), (-0.22, 1.12)]
        solid.quad([(x + u + a, b, z + 0.16) for a, b in back], light.lit(cloth, 0.55), ink=0.7, fade=0.25)
        solid.quad(
            upright(x + u - 0.13, x + u + 0.13, 1.0, 1.16, z + 0.15),
            light.lit((0.88, 0.86, 0.82), 0.6),
            ink=0.3,
            lift=0.02,
        )
    solid.box((x, 0.3, z - 0.1), (0.96, 0.14, 0.48), dim(cloth, 0.85), top=dim(cloth, 1.1))
    solid.box((x, 0, z), (0.8, 0.3, 0.3), (0.2, 0.2, 0.22))
    solid.box((x - np.sign(x) * 0.5, 0.3, z), (0.07, 0.36, 0.46), (0.24, 0.24, 0.26))
    solid.stand((x, 0, z))


def _windows(
    stage: Stage, canvas: Canvas, x: float, span: tuple[float, float], step: float, rows: tuple[float, float]
) -> None:
    """Open windows in a side wall on land that lies in the light of the hour."""
    light = stage.light
    solid = Solid(stage)
    side = 1 if x > 0 else -1
    y0, y1 = rows
    for z in np.arange(span[0], span[1], step):
        a, b = float(z) + 0.1, float(z) + step - 0.1
        solid.quad(along(x, a, b, y0, y1), light.low, glow=True, ink=0.7)
        solid.quad(
            along(x - side * 0.005, a, b, (y0 + y1) / 2 + 0.1, y1),
            mix(light.mid, light.top, 0.3),
            glow=True,
            ink=0,
            lift=0.01,
        )
        for lift, tone in ((0.42, 0.55), (0.24, 0.2)):
            crest = [
                (x - side * 0.01, y0 + (y1 - y0) * (lift + 0.05 * np.sin(9 * w + lift)), w)
                for w in np.linspace(a, b, 6)
            ]
            land = mix(light.lit((0.36, 0.46, 0.32), 0.5), light.fog, tone)
            solid.quad(
                [*crest, (x - side * 0.01, y0, b), (x - side * 0.01, y0, a)], land, glow=True, ink=0.3, lift=0.02
            )
    solid.paint(canvas)


def compartment(stage: Stage) -> None:
    """A compartment: two benches that face each other, a window on the land between them."""
    plan = Room(
        half=1.6,
        height=2.6,
        back=1.7,
        wall=(0.50, 0.32, 0.20),
        floor=(0.34, 0.26, 0.22),
        ceiling=(0.62, 0.50, 0.38),
        trim=(0.30, 0.17, 0.11),
        boards=0.0,
        dado=0.75,
    )
    canvas = shell(stage, plan)
    landscape(stage, canvas, (-0.95, 0.95, 0.85, 2.05), plan.back - 0.02)
    cloth = CLOTH[int(stage.dice("coach").integers(3))]
    for side in (-1, 1):
        bench = Solid(stage)
        bench.box((side * 1.05, 0, 0.35), (0.62, 0.42, 2.5), dim(cloth, 0.8), top=dim(cloth, 1.1), fade=0.2)
        back = [(side * 1.36, 0.42, -0.9), (side * 1.36, 0.42, 1.6), (side * 1.46, 1.3, 1.6), (side * 1.46, 1.3, -0.9)]
        bench.quad(back, stage.light.lit(cloth, 0.6), ink=0.7, fade=0.2)
        for z in (-0.05, 0.8):
            bench.quad([(side * 1.36, 0.42, z), (side * 1.46, 1.3, z)], (0, 0, 0), ink=0.6, lift=0.02)
        bench.stand((side * 1.1, 0, 0.9))
        rack = Solid(stage)
        rack.quad(
            [(side * 1.6, 2.0, -2), (side * 1.15, 2.0, -2), (side * 1.15, 2.0, 1.7), (side * 1.6, 2.0, 1.7)],
            stage.light.lit((0.42, 0.30, 0.2), 0.3),
            ink=0.7,
        )
        rack.box((side * 1.35, 2.02, 0.9), (0.36, 0.26, 0.6), (0.44, 0.28, 0.18), ink=0.7)
        rack.quad(
            upright(side * 1.0 - 0.1, side * 1.0 + 0.1, 1.5, 1.72, plan.back - 0.04),
            mix(stage.light.lamp, WHITE, 0.4),
            glow=True,
            ink=0.6,
        )
        rack.lamp((side * 1.0, 1.6, plan.back - 0.1), 0.9, stage.light.lamp, 0.4)
        rack.paint(canvas)
    shelf = Solid(stage)
    shelf.box((0, 0.72, 1.45), (0.7, 0.04, 0.42), (0.46, 0.30, 0.19))
    shelf.post((0.14, 0.76, 1.4), 0.05, 0.1, (0.86, 0.84, 0.80))
    shelf.stand((0, 0, 1.45))


def landscape(stage: Stage, canvas: Canvas, box: tuple[float, float, float, float], z: float) -> None:
    """Fill a wide window with hills, fields, poles and the curtains beside it."""
    light = stage.light
    x0, x1, y0, y1 = box
    glass = stage.camera.outline(upright(x0, x1, y0, y1, z))
    if glass is None:
        return
    top, foot = float(glass[:, 1].min()), float(glass[:, 1].max())
    canvas.ramp(glass, [(top, light.top, 1.0), (top + 0.5 * (foot - top), light.mid, 1.0), (foot, light.low, 1.0)])
    rng = stage.dice("landscape")
    solid = Solid(stage)
    xs = np.linspace(x0, x1, 18)
    for lift, rough, tone, fog in (
        (0.52, 0.10, (0.38, 0.46, 0.54), 0.6),
        (0.36, 0.05, (0.34, 0.46, 0.34), 0.3),
        (0.2, 0.02, (0.46, 0.52, 0.28), 0.05),
    ):
        crest = [(float(x), y0 + (y1 - y0) * (lift + rough * float(rng.uniform(-1, 1))), z) for x in xs]
        solid.quad([*crest, (x1, y0, z), (x0, y0, z)], mix(light.lit(tone, 0.6), light.fog, fog), glow=True, ink=0.3)
    for x in (x0 + 0.35, x0 + 1.15, x0 + 1.75):
        solid.quad(upright(x, x + 0.02, y0, y1 - 0.3, z), light.lit((0.2, 0.17, 0.16), 0.2), ink=0, lift=0.05)
    for side, edge in ((-1, x0), (1, x1)):
        solid.quad(
            upright(edge - side * 0.26, edge, y0 - 0.1, y1 + 0.08, z - 0.02),
            light.lit((0.60, 0.46, 0.24), 0.5),
            ink=0.7,
            lift=0.1,
        )
    for y in (y0, y1):
        solid.quad(
            upright(x0 - 0.05, x1 + 0.05, y - 0.04, y + 0.04, z - 0.01),
            light.lit((0.62, 0.56, 0.46), 0.5),
            ink=0.7,
            lift=0.12,
        )
    solid.paint(canvas)
    x, y = stage.camera.pixels([((x0 + x1) / 2, (y0 + y1) / 2, z)])[0]
    canvas.glow(x, y, stage.camera.scale(stage.camera.depth((0, 0, z))) * 1.6, light.low, 0.2 * light.glow)


def underground(stage: Stage) -> None:
    """An underground car: benches along its sides, poles and straps, dark windows with lights that pass."""
    plan = Room(
        half=1.5,
        height=2.4,
        back=8.0,
        wall=(0.74, 0.76, 0.76),
        floor=(0.32, 0.34, 0.38),
        ceiling=(0.82, 0.84, 0.84),
        trim=(0.44, 0.46, 0.48),
        boards=0.0,
    )
    canvas = shell(stage, plan)
    light = stage.light
    seats: Colour = ((0.86, 0.50, 0.18), (0.22, 0.48, 0.56), (0.62, 0.24, 0.34))[int(stage.dice("coach").integers(3))]
    walls = Solid(stage)
    for side in (-1, 1):
        x = side * (plan.half - 0.01)
        for z in np.arange(-6.0, 8.0, 1.8):
            walls.quad(along(x, float(z) + 0.12, float(z) + 1.68, 1.0, 1.8), (0.07, 0.09, 0.14), glow=True, ink=0.7)
            walls.quad(
                along(x - side * 0.01, float(z) + 0.5, float(z) + 1.0, 1.42, 1.48),
                (0.86, 0.82, 0.66),
                glow=True,
                ink=0,
                lift=0.02,
            )
            walls.quad(
                along(x - side * 0.01, float(z) + 0.12, float(z) + 1.68, 1.9, 2.1),
                mix(seats, WHITE, 0.5),
                glow=True,
                ink=0.4,
                lift=0.02,
            )
        walls.quad(lying(side * 0.3 - 0.12, side * 0.3 + 0.12, -6, 8, 2.39), (0.94, 0.97, 1.0), glow=True, ink=0.3)
        bench = Solid(stage)
        bench.box((side * 1.2, 0.28, 4.4), (0.46, 0.14, 6.2), dim(seats, 0.8), top=seats)
        bench.quad(
            [(side * 1.4, 0.42, 1.3), (side * 1.4, 0.42, 7.5), (side * 1.47, 0.95, 7.5), (side * 1.47, 0.95, 1.3)],
            light.lit(seats, 0.5),
            ink=0.6,
        )
        bench.stand((side * 1.2, 0, 3.0))
        for z in (1.6, 3.6, 5.6):
            pole = Solid(stage)
            pole.post((side * 0.72, 0, z), 0.022, 2.4, (0.80, 0.82, 0.84))
            pole.quad([(side * 0.72, 1.95, z), (side * 0.72, 1.95, z + 2.0)], (0, 0, 0), ink=0.8)
            for w in (0.5, 1.0, 1.5):
                pole.quad([(side * 0.72, 1.95, z + w), (side * 0.72, 1.78, z + w)], (0, 0, 0), ink=0.8)
                pole.disc((side * 0.72, 1.72, z + w), (0.06, 0.07), light.lit((0.9, 0.9, 0.88), 0.6), ink=0.8)
            pole.stand((side * 0.72, 0, z))
    walls.quad(upright(-0.55, 0.55, 0.05, 2.0, 7.95), light.lit((0.62, 0.64, 0.66), 0.5), ink=0.8)
    walls.quad(upright(-0.35, 0.35, 1.0, 1.8, 7.94), (0.07, 0.09, 0.14), glow=True, ink=0.6, lift=0.02)
    walls.paint(canvas)
