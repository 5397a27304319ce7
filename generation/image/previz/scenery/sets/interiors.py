"""Rooms to live, work, learn and heal in: furniture that keeps the middle free."""

import numpy as np

from generation.image.previz.light import Colour, dim
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.furniture import bed, block, chair, folding_screen, potted, shelf, table
from generation.image.previz.scenery.rooms import (
    Room,
    drape,
    picture_frame,
    rug,
    shell,
    side_of,
    side_windows,
    wall_clock,
    window,
)
from generation.image.previz.scenery.solids import Solid, lying, pool, upright
from generation.image.previz.scenery.stage import Stage
from generation.image.previz.scenery.wares import (
    bowls,
    dishes,
    drip,
    floor_lamp,
    lanterns,
    monitor,
    pans,
    pendant,
    screen,
    stove,
)


def room(stage: Stage) -> None:
    """A bedroom that is also a study: bed, desk, lamp, books, a window with curtains."""
    luck = stage.dice("room")
    walls: tuple[Colour, ...] = ((0.72, 0.62, 0.54), (0.50, 0.60, 0.62), (0.64, 0.56, 0.64), (0.62, 0.66, 0.54))
    plan = Room(
        wall=walls[int(luck.integers(4))], floor=(0.56, 0.38, 0.25), ceiling=(0.70, 0.62, 0.54), dado=0.85, beams=True
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    at = -s * 0.35
    window(
        stage,
        canvas,
        plan,
        (at - 0.8, at + 0.8, 0.95, 3.3),
        curtain=(0.72, 0.34, 0.30),
        view="city" if chance(luck, 0.5) else "sky",
    )
    rug(stage, canvas, (2.6, 2.4), (0.52, 0.26, 0.26))
    wall = Solid(stage)
    picture_frame(wall, (s * 1.5 - 0.3, s * 1.5 + 0.3, 1.7, 2.7), plan.back - 0.02, (0.60, 0.58, 0.44))
    wall.paint(canvas)
    bed(stage, (s * 1.75, 0, 2.6), (1.5, 2.3), (0.34, 0.42, 0.54))
    floor_lamp(stage, (s * 0.72, 0, 3.6))
    table(stage, (-s * 2.0, 0, 3.3), (1.2, 0.74, 0.6))
    chair(stage, (-s * 1.9, 0, 2.6), back=-1)
    shelf(stage, (-s * 2.68, 0, 1.2), (1.5, 2.3, 0.3), turn=90 * s)
    potted(stage, (-s * 1.35, 0, 3.7))


def kitchen(stage: Stage) -> None:
    """Counters under a window, hanging pans, a table in front."""
    plan = Room(wall=(0.74, 0.70, 0.58), floor=(0.60, 0.52, 0.44), ceiling=(0.74, 0.68, 0.58), boards=0.42, beams=True)
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-0.85, 0.85, 1.25, 3.1), panes=(2, 2))
    _tiles(stage, canvas, plan)
    block(stage, (0, 0, plan.back - 0.32), (5.3, 0.9, 0.62), (0.36, 0.46, 0.44), top=(0.72, 0.66, 0.58), doors=7)
    stove(stage, (s * 1.6, 0.9, plan.back - 0.3))
    shelf(stage, (-s * 1.75, 1.55, plan.back - 0.02), (1.3, 1.0, 0.26), rows=2, goods="jars")
    pans(stage, (s * 1.7, 2.2, plan.back - 0.25))
    block(stage, (s * 2.35, 0, 2.2), (0.7, 2.0, 0.7), (0.78, 0.80, 0.80), doors=1)
    table(stage, (-s * 1.55, 0, 1.3), (1.4, 0.75, 0.8))
    chair(stage, (-s * 0.95, 0, 1.9), back=1)
    pendant(stage, (-s * 1.3, 2.15, 1.3), plan.height)
    bowls(stage, (-s * 1.5, 0.75, 1.25))


def _tiles(stage: Stage, canvas: Canvas, plan: Room) -> None:
    solid = Solid(stage)
    rng = stage.dice("tiles")
    for x in np.arange(-plan.half, plan.half, 0.3):
        for y in (0.9, 1.05):
            tone = rng.uniform(0.9, 1.1)
            solid.quad(
                upright(x, x + 0.29, y, y + 0.14, plan.back - 0.01),
                stage.light.lit(dim((0.64, 0.74, 0.74), float(tone)), 0.5),
                ink=0.25,
            )
    solid.paint(canvas)


def shop(stage: Stage) -> None:
    """Walls of shelves, a counter with a lamp, a shop window."""
    plan = Room(wall=(0.46, 0.38, 0.30), floor=(0.44, 0.30, 0.21), ceiling=(0.34, 0.27, 0.22), half=2.5, beams=True)
    canvas = shell(stage, plan)
    s = side_of(stage)
    at = s * 0.7
    window(stage, canvas, plan, (at - 0.85, at + 0.85, 0.75, 3.4), panes=(3, 3), view="city")
    shelf(stage, (-s * 1.35, 0, plan.back - 0.03), (2.0, 3.5, 0.32), rows=7, goods="jars")
    for z in (0.2, 2.4):
        shelf(stage, (-s * 2.48, 0, z), (1.9, 3.5, 0.34), rows=7, turn=90 * s, goods="jars" if z > 1 else "books")
        shelf(stage, (s * 2.48, 0, z), (1.9, 3.5, 0.34), rows=7, turn=-90 * s, goods="books")
    block(stage, (s * 0.9, 0, 2.3), (1.9, 0.98, 0.6), (0.42, 0.25, 0.16), top=(0.56, 0.36, 0.24), doors=3)
    bowls(stage, (s * 0.6, 0.98, 2.2))
    for x, z in ((-s * 0.5, 1.2), (s * 1.1, 2.2)):
        pendant(stage, (x, 2.35, z), plan.height, (0.24, 0.34, 0.30))


def office(stage: Stage) -> None:
    """A glass wall over the city, desks with screens."""
    plan = Room(
        wall=(0.62, 0.66, 0.70),
        floor=(0.36, 0.38, 0.42),
        ceiling=(0.72, 0.74, 0.76),
        trim=(0.22, 0.24, 0.28),
        boards=0.9,
        half=3.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-2.8, 2.8, 0.4, 4.0), panes=(5, 2), view="city")
    for x, z in ((s * 1.9, 2.9), (-s * 1.9, 2.2), (s * 2.0, 0.4)):
        table(stage, (x, 0, z), (1.5, 0.74, 0.75), (0.64, 0.60, 0.56))
        screen(stage, (x, 0.74, z + 0.1))
        chair(stage, (x, 0, z - 0.75), (0.18, 0.19, 0.22), back=-1)
    potted(stage, (-s * 2.5, 0, 3.8), 1.6)
    panels = Solid(stage)
    for z in (-1.0, 1.4, 3.4):
        panels.quad(
            lying(-0.9, 0.9, z, z + 0.3, plan.height - 0.01),
            (0.95, 0.97, 1.0),
            glow=True,
            ink=0.4,
        )
    panels.paint(canvas)
    block(stage, (-s * 2.75, 0, 0.2), (0.5, 1.2, 1.4), (0.44, 0.47, 0.52), doors=1)


def school(stage: Stage) -> None:
    """A classroom: the board, rows of desks, tall windows at one side."""
    plan = Room(
        wall=(0.76, 0.74, 0.62), floor=(0.58, 0.44, 0.30), ceiling=(0.84, 0.83, 0.78), half=3.1, back=5.2, dado=0.9
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    board = Solid(stage)
    z = plan.back - 0.02
    board.quad(
        upright(-1.75, 1.75, 0.95, 2.6, z),
        stage.light.lit((0.36, 0.26, 0.18), 0.6),
        ink=0.8,
    )
    board.quad(
        upright(-1.68, 1.68, 1.02, 2.53, z),
        stage.light.lit((0.14, 0.28, 0.22), 0.6),
        ink=0.4,
        lift=0.01,
    )
    rng = stage.dice("chalk")
    for i, (x, y) in enumerate(rng.uniform([-1.5, 1.15], [1.0, 2.4], (9, 2))):
        board.quad([(x, y, z), (x + 0.2 + 0.05 * i, y + rng.uniform(-0.03, 0.03), z)], (0, 0, 0), ink=0.0)
        board.quad(
            upright(x, x + 0.22 + 0.04 * i, y, y + 0.018, z),
            stage.light.lit((0.80, 0.84, 0.80), 0.7),
            ink=0,
            lift=0.02,
        )
    wall_clock(board, (0.0, 3.3, z), 0.28)
    board.paint(canvas)
    side_windows(stage, canvas, plan, s)
    for z_row in (0.9, 2.1, 3.3):
        for x in (-2.1, -1.05, 1.05, 2.1):
            table(stage, (x, 0, z_row), (0.72, 0.70, 0.48), (0.66, 0.46, 0.28))
            chair(stage, (x, 0, z_row - 0.45), (0.58, 0.42, 0.26), back=-1)


def hospital(stage: Stage) -> None:
    """A ward: a bed with a drip, a curtain, pale walls, a window."""
    plan = Room(
        wall=(0.74, 0.82, 0.82),
        floor=(0.66, 0.72, 0.72),
        ceiling=(0.86, 0.90, 0.90),
        trim=(0.44, 0.58, 0.58),
        boards=0.6,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    at = -s * 0.5
    window(stage, canvas, plan, (at - 0.85, at + 0.85, 1.0, 3.4), panes=(2, 2), view="city")
    bed(stage, (s * 1.5, 0, 2.7), (1.05, 2.1), (0.56, 0.72, 0.74), frame=(0.74, 0.76, 0.78))
    drip(stage, (s * 0.75, 0, 3.3))
    monitor(stage, (s * 2.3, 0, 3.6))
    drape(stage, -s * 2.0, (0.8, 3.4), (0.50, 0.70, 0.70))
    block(stage, (s * 2.4, 0, 1.4), (0.5, 0.75, 0.45), (0.80, 0.82, 0.80), doors=1)
    chair(stage, (-s * 1.2, 0, 3.1), (0.50, 0.58, 0.60))
    panel = Solid(stage)
    panel.quad(
        lying(-0.6, 0.6, 1.0, 2.2, plan.height - 0.01),
        (0.96, 1.0, 1.0),
        glow=True,
        ink=0.4,
    )
    panel.paint(canvas)


def restaurant(stage: Stage) -> None:
    """Round lanterns over tables, a lattice window, a folding screen."""
    plan = Room(
        wall=(0.44, 0.22, 0.18),
        floor=(0.38, 0.24, 0.17),
        ceiling=(0.26, 0.17, 0.14),
        trim=(0.20, 0.11, 0.09),
        dado=1.0,
        beams=True,
        half=2.9,
        back=5.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-1.0, 1.0, 0.9, 3.3), panes=(4, 4), view="city")
    wall = Solid(stage)
    for x in (-2.0, 2.0):
        picture_frame(wall, (x - 0.35, x + 0.35, 1.3, 2.9), plan.back - 0.02, (0.74, 0.62, 0.40))
    wall.paint(canvas)
    for x, z in ((s * 1.75, 2.6), (-s * 1.8, 3.4), (-s * 1.9, 0.9)):
        table(stage, (x, 0, z), (1.15, 0.74, 0.9), (0.34, 0.19, 0.13))
        chair(stage, (x - 0.1, 0, z + 0.75), (0.28, 0.16, 0.12))
        chair(stage, (x + 0.1, 0, z - 0.75), (0.28, 0.16, 0.12), back=-1)
        dishes(stage, (x, 0.74, z))
        pool(stage, canvas, (x, 0, z), 1.2, stage.light.lamp, 0.16)
    lanterns(stage, plan)
    folding_screen(stage, (s * 2.3, 0, 4.2))
