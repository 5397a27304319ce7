"""Laboratories: benches of glass, a clean hall of tanks, a workshop with a great ring."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.decor import dress, drum, panel_light
from generation.image.previz.scenery.furniture import block, shelf, table
from generation.image.previz.scenery.rooms import Room, shell, side_of, window
from generation.image.previz.scenery.solids import Solid, pool, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import monitor, pendant, screen

FLUIDS: tuple[Colour, ...] = (rgb("#58d8c0"), rgb("#ffb04a"), rgb("#d86ab0"), rgb("#6ea8ff"))


def flasks(stage: Stage, at: Place, count: int = 5) -> None:
    """Glasses on a bench, round and tall, with bright fluids."""
    solid = Solid(stage)
    x, y, z = at
    rng = stage.dice("flasks", x, z)
    for i in range(count):
        u = x + (i - (count - 1) / 2) * 0.22
        fluid = FLUIDS[int(rng.integers(4))]
        glass = stage.light.lit((0.80, 0.88, 0.90), 0.6)
        if rng.random() < 0.5:  # noqa: PLR2004 - half of them are round
            solid.disc((u, y + 0.1, z), (0.1, 0.1), mix(glass, fluid, 0.6), glow=True, ink=0.7)
            solid.quad(upright(u - 0.03, u + 0.03, y + 0.17, y + 0.32, z), glass, ink=0.6, lift=-0.01)
        else:
            cone = [
                (u - 0.1, y),
                (u + 0.1, y),
                (u + 0.03, y + 0.22),
                (u + 0.03, y + 0.3),
                (u - 0.03, y + 0.3),
                (u - 0.03, y + 0.22),
            ]
            solid.quad([(a, b, z) for a, b in cone], glass, ink=0.7)
            solid.quad(
                [(u - 0.095, y + 0.01, z), (u + 0.095, y + 0.01, z), (u + 0.06, y + 0.12, z), (u - 0.06, y + 0.12, z)],
                fluid,
                glow=True,
                ink=0.3,
                lift=0.01,
            )
    solid.stand((x, 0, z), nearer=0.4)


def chemistry(stage: Stage) -> None:
    """A teaching laboratory: tiled benches of glassware, shelves of jars, a board, a window."""
    plan = Room(
        wall=(0.70, 0.74, 0.70),
        floor=(0.50, 0.50, 0.48),
        ceiling=(0.84, 0.86, 0.84),
        trim=(0.36, 0.40, 0.38),
        boards=0.6,
        back=4.0,
        height=3.4,
        dado=1.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (s * 1.3 - 0.75, s * 1.3 + 0.75, 1.1, 2.8), panes=(3, 2), view="city")
    dress(stage, canvas, plan, "work", ((-s * 0.3 - 0.4, -s * 0.3 + 0.4),))
    shelf(stage, (-s * 1.6, 1.3, plan.back - 0.03), (1.3, 1.3, 0.28), rows=3, goods="jars")
    block(stage, (0, 0, 3.6), (5.0, 0.9, 0.6), (0.40, 0.46, 0.44), top=(0.24, 0.26, 0.27), doors=7)
    flasks(stage, (s * 0.4, 0.9, 3.5), 6)
    flasks(stage, (-s * 1.3, 0.9, 3.5), 4)
    table(stage, (s * 1.7, 0, 1.9), (1.5, 0.9, 0.7), (0.56, 0.58, 0.58))
    flasks(stage, (s * 1.6, 0.9, 1.85), 5)
    for x in (-1.6, -2.1):
        drum(stage, (s * x, 0, 1.9), (0.16, 0.62, 0.03), (0.26, 0.28, 0.30))
    pendant(stage, (s * 1.2, 2.5, 2.2), plan.height)
    panel_light(stage, canvas, plan, ((-0.7, 0.7, -1.0, -0.6), (-0.7, 0.7, 1.6, 2.0)))


def clean_room(stage: Stage) -> None:
    """A white hall of glass tanks that shine, screens between them, a line of light in the floor."""
    plan = Room(
        wall=(0.66, 0.74, 0.80),
        floor=(0.56, 0.62, 0.68),
        ceiling=(0.74, 0.80, 0.86),
        trim=(0.30, 0.40, 0.48),
        boards=1.0,
        back=5.4,
        height=3.6,
        half=2.8,
    )
    canvas = shell(stage, plan)
    fluid = FLUIDS[int(stage.dice("fluid").integers(4))]
    back = Solid(stage)
    back.quad(upright(-1.5, 1.5, 0.8, 2.7, plan.back - 0.03), (0.07, 0.14, 0.20), glow=True, ink=0.8)
    rng = stage.dice("readings")
    for i, (x, y, long) in enumerate(rng.uniform([-1.4, 0.95, 0.1], [0.8, 2.5, 0.6], (22, 3))):
        tone = fluid if i % 3 else (0.85, 0.94, 0.98)
        back.quad(upright(x, x + long, y, y + 0.035, plan.back - 0.04), tone, glow=True, ink=0, lift=0.02)
    back.disc(
        (0.75, 1.75, plan.back - 0.05),
        (0.45, 0.45),
        mix(fluid, (0.07, 0.14, 0.20), 0.55),
        glow=True,
        ink=0.4,
        lift=0.03,
    )
    back.disc((0.75, 1.75, plan.back - 0.05), (0.28, 0.28), fluid, glow=True, ink=0.3, lift=0.04)
    back.lamp((0, 1.7, plan.back - 0.1), 2.2, fluid, 0.3)
    back.paint(canvas)
    for side in (-1, 1):
        for z in (0.9, 2.5, 4.1):
            tank(stage, (side * 1.75, 0, z), fluid, canvas)
        table(stage, (side * 0.95, 0, 4.6), (0.8, 0.85, 0.5), (0.80, 0.84, 0.86))
        screen(stage, (side * 0.95, 0.85, 4.6))
    panel_light(stage, canvas, plan, ((-1.2, -0.9, -3, 5), (0.9, 1.2, -3, 5)))


def tank(stage: Stage, at: Place, fluid: Colour, floor: Canvas) -> None:
    """A tall tank of glass with something dark adrift in its fluid."""
    solid = Solid(stage)
    x, _, z = at
    for low, high in ((0.0, 0.35), (2.35, 0.4)):
        solid.post((x, low, z), 0.42, high, (0.36, 0.42, 0.48))
    right = stage.camera.turn[0]
    body = np.array([x, 0.35, z]) + np.array(
        [-right * 0.36, right * 0.36, right * 0.36 + (0, 2.0, 0), -right * 0.36 + (0, 2.0, 0)]
    )
    solid.quad(body, mix(dim(fluid, 0.62), stage.light.fog, 0.1), glow=True, ink=0.7)
    solid.quad(
        body * (1, 1, 1) - right * 0.2 * np.array([[-1], [1], [1], [-1]]),
        mix(fluid, WHITE, 0.15),
        glow=True,
        ink=0,
        lift=0.01,
    )
    rng = stage.dice("tank", x, z)
    for _ in range(3):
        u, v = rng.uniform(-0.12, 0.12), rng.uniform(0.8, 1.8)
        solid.disc((x + float(u), float(v), z), (0.11, 0.2), dim(fluid, 0.4), glow=True, lift=0.02)
    for _ in range(7):
        u, v, size = rng.uniform([-0.26, 0.5, 0.01], [0.26, 2.2, 0.03])
        solid.disc(
            (x + float(u), float(v), z), (float(size), float(size)), mix(fluid, WHITE, 0.6), glow=True, lift=0.03
        )
    solid.lamp((x, 1.35, z), 1.5, fluid, 0.38)
    pool(stage, floor, (x, 0, z), 1.2, fluid, 0.25)
    solid.stand(at)


def workshop(stage: Stage) -> None:
    """A dark workshop: a great ring that glows, cables, benches with screens, racks with lamps."""
    plan = Room(
        wall=(0.30, 0.30, 0.34),
        floor=(0.26, 0.26, 0.28),
        ceiling=(0.18, 0.18, 0.21),
        trim=(0.14, 0.14, 0.16),
        boards=1.2,
        back=5.2,
        height=4.2,
        half=2.9,
        beams=True,
    )
    canvas = shell(stage, plan)
    hue = FLUIDS[int(stage.dice("ring").integers(4))]
    ring = Solid(stage)
    z = 4.4
    turn = np.linspace(0, 2 * np.pi, 33)
    for i in range(32):
        for r0, r1, tone, glow in (
            (1.18, 1.42, stage.light.lit((0.42, 0.43, 0.47), 0.5), False),
            (1.1, 1.18, hue, True),
        ):
            arc = [
                (np.cos(a) * r, 1.75 + np.sin(a) * r, z)
                for a, r in ((turn[i], r0), (turn[i + 1], r0), (turn[i + 1], r1), (turn[i], r1))
            ]
            ring.quad(arc, tone, glow=glow, ink=0.25 if glow else 0.6)
    ring.disc((0, 1.75, z + 0.05), (1.1, 1.1), dim(hue, 0.45), glow=True)
    ring.disc((0, 1.75, z + 0.04), (0.8, 0.8), dim(hue, 0.7), glow=True)
    ring.disc((0, 1.75, z + 0.03), (0.42, 0.42), mix(hue, WHITE, 0.45), glow=True)
    ring.box((0, 0, z), (1.6, 0.35, 0.8), (0.30, 0.31, 0.34))
    ring.lamp((0, 1.75, z - 0.1), 3.0, hue, 0.5)
    ring.stand((0, 0, z))
    pool(stage, canvas, (0, 0, 3.4), 2.4, hue, 0.35)
    for side in (-1, 1):
        table(stage, (side * 1.7, 0, 2.7), (1.3, 0.85, 0.7), (0.34, 0.34, 0.37))
        screen(stage, (side * 1.7, 0.85, 2.75))
        block(stage, (side * 2.45, 0, 3.9), (0.7, 2.3, 0.7), (0.22, 0.24, 0.27), doors=1)
        rack = Solid(stage)
        for y in np.arange(0.4, 2.2, 0.16):
            rack.quad(
                upright(side * 2.45 - 0.25, side * 2.45 - 0.2, float(y), float(y) + 0.03, 3.53), hue, glow=True, ink=0
            )
        rack.stand((side * 2.45, 0, 3.5), nearer=0.3)
        for k in range(3):
            cable = [
                (side * (1.4 + 0.1 * k), 0.02, 4.3),
                (side * (1.7 + 0.2 * k), 0.02, 2.4),
                (side * 2.6, 0.02, 0.6 + k),
            ]
            flat = stage.camera.seen(cable)
            if (flat[:, 2] > 0.3).all():  # noqa: PLR2004 - in metres, by eye
                canvas.strokes([stage.camera.flat(flat)], stage.light.ink, 3.0, 0.8, taper=0)
    monitor(stage, (1.05, 0, 3.2))
