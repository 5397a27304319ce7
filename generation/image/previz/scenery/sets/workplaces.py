"""Other faces of office, school and hospital: a director's room, a meeting, lockers, a library, a surgery."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.scenery.decor import board, clock, corner, dress, drum, hue, panel_light, poster, sofa
from generation.image.previz.scenery.furniture import bed, block, chair, potted, shelf, table
from generation.image.previz.scenery.rooms import Room, drape, rug, shell, side_of, side_windows, window
from generation.image.previz.scenery.solids import Solid, along, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import drip, floor_lamp, monitor, pendant, screen


def director(stage: Stage) -> None:
    """A director's room: dark panels, a wide desk before a shelf wall, an armchair, the city beside it."""
    plan = Room(
        wall=(0.40, 0.29, 0.22),
        floor=(0.34, 0.24, 0.18),
        ceiling=(0.62, 0.58, 0.52),
        trim=(0.24, 0.15, 0.11),
        back=4.0,
        height=3.3,
        dado=1.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(
        stage,
        canvas,
        plan,
        (s * 1.35 - 0.85, s * 1.35 + 0.85, 0.6, 2.8),
        panes=(3, 1),
        view="city",
        curtain=(0.34, 0.30, 0.28),
    )
    rug(stage, canvas, (2.8, 2.4), (0.34, 0.20, 0.18))
    shelf(stage, (-s * 1.1, 0, plan.back - 0.05), (2.1, 2.5, 0.34), rows=5)
    block(stage, (-s * 0.5, 0, 2.7), (1.9, 0.76, 0.85), (0.36, 0.22, 0.15), top=(0.46, 0.29, 0.2), doors=3)
    screen(stage, (-s * 1.0, 0.76, 2.7))
    floor_lamp(stage, (s * 0.15, 0.76, 2.75), 0.34)
    chair(stage, (-s * 0.5, 0, 3.4), (0.20, 0.16, 0.15))
    sofa(stage, (s * 2.0, 0, 2.6), (0.36, 0.22, 0.18), wide=1.0, cushions=1)
    potted(stage, (s * 2.3, 0, 3.7), 1.7)


def meeting(stage: Stage) -> None:
    """A meeting room: a long table that runs away, chairs on both sides, a chart on the wall, glass at one side."""
    plan = Room(
        wall=(0.70, 0.72, 0.72),
        floor=(0.40, 0.42, 0.46),
        ceiling=(0.80, 0.81, 0.82),
        trim=(0.26, 0.28, 0.32),
        boards=0.9,
        back=6.0,
        height=3.2,
        half=2.8,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    side_windows(stage, canvas, plan, s)
    wall = Solid(stage)
    z = plan.back - 0.03
    wall.quad(upright(-1.35, 1.35, 1.0, 2.6, z), (0.90, 0.94, 0.97), glow=True, ink=0.8)
    rng = stage.dice("chart")
    tones = [hue(rng) for _ in range(6)]
    for i in range(6):
        high = float(rng.uniform(0.2, 0.9))
        wall.quad(
            upright(-1.1 + 0.24 * i, -0.94 + 0.24 * i, 1.2, 1.2 + high, z), tones[i], glow=True, ink=0.3, lift=0.02
        )
    wall.disc((0.85, 1.95, z), (0.32, 0.32), tones[0], glow=True, ink=0.3, lift=0.02)
    wall.quad([(0.85, 1.95, z), (0.85, 2.27, z), (1.15, 2.05, z)], tones[3], glow=True, ink=0.3, lift=0.03)
    wall.lamp((0, 1.8, z - 0.1), 2.4, (0.86, 0.92, 1.0), 0.2)
    clock(wall, s * 1.9, z, rng)
    wall.paint(canvas)
    table(stage, (0, 0, 4.3), (1.5, 0.74, 2.6), (0.56, 0.44, 0.34))
    for w in (3.4, 4.3, 5.2):
        for side in (-1, 1):
            chair(stage, (side * 1.05, 0, w), (0.20, 0.22, 0.26))
    for u, w in ((-0.4, 3.8), (0.35, 4.6)):
        screen(stage, (u, 0.74, w))
    panel_light(stage, canvas, plan, ((-0.8, 0.8, 0.0, 0.3), (-0.8, 0.8, 2.2, 2.5), (-0.8, 0.8, 4.4, 4.7)))
    corner(stage, (-s * 2.3, 0, 5.4))
    potted(stage, (s * 1.9, 0, 2.2), 1.4)


def corridor_school(stage: Stage) -> None:
    """A school corridor: lockers on one side, doors and windows on the other, a notice board at its end."""
    plan = Room(
        wall=(0.78, 0.74, 0.60),
        floor=(0.54, 0.52, 0.48),
        ceiling=(0.86, 0.85, 0.80),
        trim=(0.40, 0.34, 0.28),
        boards=0.8,
        back=11.0,
        height=3.1,
        half=1.95,
        dado=1.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    paint: Colour = ((0.30, 0.46, 0.54), (0.62, 0.36, 0.28), (0.36, 0.50, 0.40))[int(stage.dice("lockers").integers(3))]
    for z in np.arange(-3.0, 9.0, 3.0):
        lockers(stage, s, float(z) + 1.5, paint)
    side_windows(stage, canvas, plan, -s)
    for z in (4.8, 8.2):
        door = Solid(stage)
        door.quad(along(-s * 1.94, z, z + 1.1, 0, 2.15), stage.light.lit((0.50, 0.34, 0.22), 0.5), ink=0.8)
        door.quad(
            along(-s * 1.93, z + 0.3, z + 0.8, 1.3, 1.9),
            mix(stage.light.lamp, WHITE, 0.5),
            glow=True,
            ink=0.6,
            lift=0.02,
        )
        door.paint(canvas)
    end = Solid(stage)
    rng = stage.dice("end")
    board(end, -0.55, plan.back - 0.03, rng)
    poster(end, 0.6, plan.back - 0.03, rng)
    clock(end, 0.0, plan.back - 0.03, rng)
    end.paint(canvas)
    panel_light(stage, canvas, plan, tuple((-0.5, 0.5, float(z), float(z) + 0.35) for z in np.arange(-2.0, 10.0, 2.4)))
    shine = stage.camera.outline(lying(-0.4, 0.4, -4, 10, 0))
    if shine is not None:
        canvas.cover([shine], mix(stage.light.low, WHITE, 0.4), 0.18, blur=6)


def lockers(stage: Stage, side: int, z: float, paint: Colour) -> None:
    """Six narrow lockers along a side wall."""
    solid = Solid(stage)
    solid.box((side * 1.7, 0, z), (0.46, 1.95, 3.0), dim(paint, 0.85), top=dim(paint, 1.1))
    front = side * 1.465
    for i in range(6):
        a, b = z - 1.5 + 0.5 * i, z - 1.0 + 0.5 * i
        solid.quad(
            along(front, a + 0.03, b - 0.03, 0.1, 1.88),
            stage.light.lit(paint, 0.5 if i % 2 else 0.65),
            ink=0.7,
            lift=0.3,
        )
        for y in (1.55, 1.62, 1.69):
            solid.quad(
                along(front - side * 0.005, a + 0.14, b - 0.14, y, y + 0.025),
                stage.light.lit(dim(paint, 0.4), 0.3),
                ink=0,
                lift=0.32,
            )
        solid.quad(
            along(front - side * 0.01, b - 0.14, b - 0.08, 0.95, 1.08),
            stage.light.lit((0.8, 0.8, 0.8), 0.7),
            ink=0.4,
            lift=0.33,
        )
    solid.stand((side * 1.7, 0, z))


def library(stage: Stage) -> None:
    """A reading room: tall shelves in ranks, a ladder, green lamps on long tables, an arched window."""
    plan = Room(
        wall=(0.50, 0.40, 0.30),
        floor=(0.42, 0.28, 0.19),
        ceiling=(0.40, 0.30, 0.22),
        trim=(0.28, 0.17, 0.12),
        back=5.6,
        height=4.4,
        half=3.0,
        beams=True,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-0.75, 0.75, 1.4, 3.9), panes=(3, 5), view="sky")
    for side in (-1, 1):
        shelf(stage, (side * 1.75, 0, plan.back - 0.05), (1.7, 3.6, 0.36), rows=8)
        for z in (1.0, 3.2):
            shelf(stage, (side * 2.95, 0, z), (1.9, 3.4, 0.4), rows=8, turn=-90 * side)
    ladder = Solid(stage)
    for u in (-0.2, 0.2):
        ladder.quad([(s * 1.3 + u, 0, 4.6), (s * 1.3 + u, 3.2, 5.2)], (0, 0, 0), ink=1.0)
    for y in np.arange(0.3, 3.1, 0.34):
        ladder.box((s * 1.3, float(y), 4.6 + 0.19 * float(y)), (0.42, 0.04, 0.04), (0.52, 0.36, 0.22))
    ladder.stand((s * 1.3, 0, 4.6))
    for x in (-1.5, 1.5):
        table(stage, (x, 0, 3.2), (1.3, 0.75, 0.8), (0.40, 0.24, 0.16))
        chair(stage, (x, 0, 2.5), (0.34, 0.2, 0.14), back=-1)
        lamp = Solid(stage)
        lamp.box((x, 0.75, 3.2), (0.04, 0.3, 0.04), (0.66, 0.52, 0.24))
        shade = [(x - 0.24, 1.03, 3.2), (x + 0.24, 1.03, 3.2), (x + 0.18, 1.16, 3.2), (x - 0.18, 1.16, 3.2)]
        lamp.quad(shade, (0.22, 0.62, 0.40), glow=True, ink=0.7, lift=0.1)
        lamp.lamp((x, 1.0, 3.2), 1.1, stage.light.lamp, 0.5)
        lamp.stand((x, 0, 3.2), nearer=0.3)
        pool(stage, canvas, (x, 0, 3.0), 1.2, stage.light.lamp, 0.16)


def ward_corridor(stage: Stage) -> None:
    """A hospital corridor: doors with lit panes, a trolley, a rail along the wall, double doors at its end."""
    plan = Room(
        wall=(0.72, 0.82, 0.80),
        floor=(0.66, 0.70, 0.68),
        ceiling=(0.88, 0.91, 0.90),
        trim=(0.40, 0.58, 0.56),
        boards=0.9,
        back=12.0,
        height=3.0,
        half=1.95,
        dado=1.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    walls = Solid(stage)
    light = stage.light
    for side in (-1, 1):
        x = side * 1.94
        walls.quad(along(x - side * 0.03, -5, 12, 0.92, 1.02), light.lit((0.50, 0.40, 0.30), 0.6), ink=0.6, lift=0.05)
        for z in (1.4, 4.8, 8.2):
            walls.quad(along(x, z, z + 1.2, 0, 2.2), light.lit((0.56, 0.66, 0.64), 0.5), ink=0.8, lift=0.06)
            walls.quad(
                along(x - side * 0.01, z + 0.35, z + 0.85, 1.2, 1.9),
                mix(light.lamp, WHITE, 0.6),
                glow=True,
                ink=0.6,
                lift=0.08,
            )
            walls.quad(
                along(x - side * 0.01, z + 1.35, z + 1.6, 1.6, 1.8), light.lit((0.2, 0.4, 0.5), 0.6), ink=0.4, lift=0.08
            )
    for u in (-0.52, 0.52):
        walls.quad(upright(u - 0.5, u + 0.5, 0, 2.3, 11.97), light.lit((0.60, 0.68, 0.68), 0.6), ink=0.9, lift=0.05)
        walls.disc((u, 1.6, 11.95), (0.2, 0.2), mix(light.lamp, WHITE, 0.7), glow=True, ink=0.8, lift=0.1)
    walls.quad(upright(-0.5, 0.5, 2.42, 2.7, 11.95), (0.9, 0.25, 0.22), glow=True, ink=0.6, lift=0.1)
    walls.lamp((0, 2.5, 11.8), 1.4, (1.0, 0.3, 0.25), 0.4)
    walls.paint(canvas)
    panel_light(stage, canvas, plan, tuple((-0.45, 0.45, float(z), float(z) + 0.4) for z in np.arange(-2.0, 11.0, 2.2)))
    line = stage.camera.outline(lying(s * 0.9, s * 1.0, -6, 12, 0))
    if line is not None:
        canvas.cover([line], light.lit((0.24, 0.56, 0.60), 0.6), 0.8)
    _trolley(stage, (-s * 1.35, 0, 3.2))
    for z in (2.6, 3.3):
        chair(stage, (s * 1.5, 0, z), (0.42, 0.56, 0.60))
    drip(stage, (-s * 0.95, 0, 4.4))
    potted(stage, (s * 1.45, 0, 6.4), 1.3)


def _trolley(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    for u in (-0.3, 0.3):
        for w in (-0.8, 0.8):
            solid.box((x + u, 0.05, z + w), (0.04, 0.65, 0.04), (0.66, 0.68, 0.70))
    solid.box((x, 0.68, z), (0.72, 0.16, 1.9), (0.78, 0.82, 0.84), top=(0.90, 0.92, 0.93))
    solid.box((x, 0.84, z + 0.6), (0.5, 0.1, 0.36), (0.93, 0.94, 0.94))
    solid.stand(at)


def surgery(stage: Stage) -> None:
    """A doctor's room: a desk, a couch with paper, a sight chart, a screen with a scan, a curtain."""
    plan = Room(
        wall=(0.80, 0.80, 0.74),
        floor=(0.60, 0.62, 0.60),
        ceiling=(0.88, 0.88, 0.85),
        trim=(0.42, 0.50, 0.50),
        boards=0.6,
        back=3.6,
        height=3.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    wall = Solid(stage)
    light, z = stage.light, plan.back - 0.03
    wall.quad(upright(s * 0.55 - 0.26, s * 0.55 + 0.26, 1.25, 2.25, z), light.lit((0.94, 0.94, 0.92), 0.7), ink=0.6)
    for row in range(6):
        size = 0.09 - 0.012 * row
        for k in range(1 + row):
            x = s * 0.55 + (k - row / 2) * size * 1.6
            wall.quad(
                upright(x - size / 2, x + size / 2, 2.08 - 0.15 * row, 2.08 - 0.15 * row + size, z),
                (0.08, 0.08, 0.1),
                ink=0,
                lift=0.02,
            )
    wall.quad(upright(-s * 0.5 - 0.42, -s * 0.5 + 0.42, 1.35, 2.15, z), (0.06, 0.10, 0.16), glow=True, ink=0.8)
    for k in range(5):
        for side in (-1, 1):
            y = 1.5 + 0.12 * k
            rib = [
                (-s * 0.5 + side * 0.04, y),
                (-s * 0.5 + side * 0.28, y - 0.03),
                (-s * 0.5 + side * 0.3, y + 0.02),
                (-s * 0.5 + side * 0.04, y + 0.04),
            ]
            wall.quad([(a, b, z) for a, b in rib], (0.70, 0.84, 0.94), glow=True, ink=0, lift=0.02)
    wall.quad(upright(-s * 0.5 - 0.03, -s * 0.5 + 0.03, 1.42, 2.1, z), (0.80, 0.90, 0.98), glow=True, ink=0, lift=0.03)
    wall.lamp((-s * 0.5, 1.75, z - 0.1), 1.0, (0.6, 0.8, 1.0), 0.25)
    wall.paint(canvas)
    window(stage, canvas, plan, (-s * 1.9 - 0.5, -s * 1.9 + 0.5, 1.0, 2.5), panes=(2, 2), view="city")
    bed(stage, (s * 1.6, 0, 2.5), (0.8, 1.9), (0.50, 0.70, 0.70), frame=(0.70, 0.72, 0.74))
    table(stage, (-s * 0.9, 0, 3.0), (1.3, 0.74, 0.6), (0.76, 0.72, 0.66))
    screen(stage, (-s * 1.2, 0.74, 3.05))
    chair(stage, (-s * 0.7, 0, 2.4), (0.28, 0.40, 0.46), back=-1)
    drape(stage, s * 2.3, (1.0, 3.0), (0.46, 0.66, 0.62))
    block(stage, (s * 0.75, 0, 3.3), (0.5, 0.85, 0.4), (0.84, 0.86, 0.86), doors=1)
    drum(stage, (s * 0.4, 0, 2.0), (0.18, 0.5, 0.03), (0.30, 0.34, 0.36))
    monitor(stage, (s * 2.35, 0, 3.3))
    dress(stage, canvas, plan, "care", ((s * 1.5 - 0.4, s * 1.5 + 0.4),))
    pendant(stage, (-s * 0.9, 2.3, 2.9), plan.height)
