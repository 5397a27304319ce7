"""Bedrooms and flats: where people sleep, read and sit together."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.scenery.decor import corner, dress, drum, hue, sofa
from generation.image.previz.scenery.furniture import bed, block, chair, folding_screen, potted, shelf, table
from generation.image.previz.scenery.rooms import Room, picture_frame, rug, shell, side_of, side_windows, window
from generation.image.previz.scenery.sets.throne import moon_window
from generation.image.previz.scenery.solids import Solid, along, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import bowls, floor_lamp, pendant, screen

WALLS: tuple[Colour, ...] = ((0.66, 0.56, 0.50), (0.50, 0.58, 0.62), (0.62, 0.54, 0.62), (0.58, 0.62, 0.52))


def _wall(stage: Stage, name: str) -> Colour:
    """Return a wall paint by luck."""
    return WALLS[int(stage.dice("paint", name).integers(len(WALLS)))]


def night_table(stage: Stage, at: Place, colour: Colour = (0.40, 0.26, 0.18)) -> None:
    """A night table with a lamp, lit unless it is day."""
    block(stage, at, (0.45, 0.5, 0.4), colour, doors=1)
    floor_lamp(stage, (at[0], 0.5, at[2]), 0.3)


def bedroom_wide(stage: Stage) -> None:
    """A double bed against the back wall between two lamps, a wide window beside it."""
    plan = Room(
        wall=_wall(stage, "bedroom"), floor=(0.52, 0.38, 0.28), ceiling=(0.74, 0.70, 0.66), back=3.7, height=3.2
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    rug(stage, canvas, (2.8, 2.2), (0.40, 0.36, 0.44))
    window(
        stage,
        canvas,
        plan,
        (s * 1.75 - 0.6, s * 1.75 + 0.6, 0.9, 2.6),
        panes=(2, 2),
        curtain=(0.44, 0.50, 0.60),
        view="city",
    )
    head = Solid(stage)
    head.quad(
        upright(-s * 0.45 - 1.0, -s * 0.45 + 1.0, 0.3, 1.35, plan.back - 0.06),
        stage.light.lit((0.42, 0.32, 0.36), 0.5),
        ink=0.8,
    )
    for i in range(1, 5):
        x = -s * 0.45 - 1.0 + 0.4 * i
        head.quad([(x, 0.4, plan.back - 0.07), (x, 1.3, plan.back - 0.07)], (0, 0, 0), ink=0.4, lift=0.02)
    picture_frame(head, (-s * 0.45 - 0.5, -s * 0.45 + 0.5, 1.6, 2.35), plan.back - 0.03, hue(stage.dice("picture")))
    head.paint(canvas)
    bed(stage, (-s * 0.45, 0, 2.5), (1.8, 2.1), (0.36, 0.42, 0.56), frame=(0.36, 0.26, 0.26))
    for x in (-s * 0.45 - 1.2, -s * 0.45 + 1.2):
        night_table(stage, (x, 0, 3.4))
    block(stage, (-s * 2.4, 0, 1.2), (0.6, 2.2, 1.3), (0.62, 0.54, 0.46), doors=1)
    corner(stage, (s * 2.3, 0, 2.2))


def bedroom_old(stage: Stage) -> None:
    """A bed of carved posts and gauze in the old manner, a moon window, a screen, a low table with a mirror."""
    plan = Room(
        wall=(0.54, 0.40, 0.32),
        floor=(0.34, 0.22, 0.16),
        ceiling=(0.28, 0.19, 0.15),
        trim=(0.30, 0.14, 0.10),
        dado=0.8,
        beams=True,
        back=4.0,
        height=3.6,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    moon_window(stage, canvas, (-s * 0.85, 1.75, plan.back - 0.02), 0.75)
    dress(stage, canvas, plan, "old", ((s * 0.1 - 0.3, s * 0.1 + 0.3),))
    _canopy(stage, (s * 1.45, 0, 2.9))
    folding_screen(stage, (-s * 2.2, 0, 2.9))
    table(stage, (-s * 0.9, 0, 3.3), (1.0, 0.7, 0.5), (0.36, 0.17, 0.12))
    bowls(stage, (-s * 1.0, 0.7, 3.3))
    drum(stage, (-s * 0.3, 0, 3.0), (0.17, 0.44, 0.03), (0.28, 0.40, 0.42))
    floor_lamp(stage, (s * 0.35, 0, 3.5), 1.2)
    rug(stage, canvas, (2.4, 1.8), (0.48, 0.18, 0.16))


def _canopy(stage: Stage, at: Place) -> None:
    x, _, z = at
    bed(stage, (x, 0, z), (1.6, 1.9), (0.62, 0.22, 0.22), frame=(0.34, 0.15, 0.10))
    solid = Solid(stage)
    light = stage.light
    for u in (-0.85, 0.85):
        for w in (-0.95, 0.95):
            solid.box((x + u, 0, z + w), (0.09, 2.4, 0.09), (0.34, 0.15, 0.10))
    solid.box((x, 2.3, z), (1.86, 0.14, 2.05), (0.40, 0.18, 0.12))
    for u, lean in ((-0.85, 0.22), (0.85, -0.22)):
        for w in (-0.98, 0.2):
            cloth = [
                (x + u, 0.3, z + w),
                (x + u + lean * 0.5, 0.3, z + w),
                (x + u + lean, 1.2, z + w),
                (x + u + lean * 2.2, 2.3, z + w),
                (x + u, 2.3, z + w),
            ]
            solid.quad(cloth, mix(light.lit((0.86, 0.66, 0.56), 0.6), WHITE, 0.1), ink=0.5, fade=0.15, lift=0.1)
    solid.stand((x, 0, z), nearer=0.2)


def bedroom_young(stage: Stage) -> None:
    """A young person's room: a bed along the wall, a desk under the window, posters, a string of small lights."""
    plan = Room(
        wall=_wall(stage, "young"), floor=(0.60, 0.46, 0.34), ceiling=(0.82, 0.80, 0.76), back=3.3, height=2.9, half=2.4
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(
        stage,
        canvas,
        plan,
        (s * 0.75 - 0.6, s * 0.75 + 0.6, 1.05, 2.3),
        panes=(2, 1),
        curtain=(0.80, 0.60, 0.36),
        view="city",
    )
    dress(stage, canvas, plan, "youth", ((-s * 0.95 - 0.95, -s * 0.95 + 0.95),))
    lights = Solid(stage)
    for i, x in enumerate(np.linspace(-2.3, 2.3, 24)):
        y = 2.62 - 0.12 * abs(np.sin(1.6 * i))
        lights.disc(
            (float(x), float(y), plan.back - 0.05), (0.03, 0.03), mix(stage.light.lamp, WHITE, 0.4), glow=True, ink=0.2
        )
    lights.lamp((0, 2.55, plan.back - 0.1), 2.0, stage.light.lamp, 0.16)
    lights.paint(canvas)
    table(stage, (s * 0.85, 0, 2.95), (1.4, 0.74, 0.6), (0.74, 0.62, 0.46))
    screen(stage, (s * 0.6, 0.74, 3.0))
    chair(stage, (s * 0.9, 0, 2.3), (0.30, 0.36, 0.46), back=-1)
    bed(stage, (-s * 1.55, 0, 2.0), (1.1, 2.1), hue(stage.dice("cover")), frame=(0.78, 0.72, 0.64))
    shelf(stage, (s * 2.38, 0, 1.3), (1.2, 1.9, 0.3), turn=-90 * s)
    rug(stage, canvas, (2.0, 1.6), hue(stage.dice("rug")))


def flat_salon(stage: Stage) -> None:
    """A living room: a sofa under pictures, a low table, a tall window with a view."""
    plan = Room(wall=_wall(stage, "salon"), floor=(0.54, 0.40, 0.28), ceiling=(0.78, 0.75, 0.70), back=3.8, height=3.3)
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(
        stage,
        canvas,
        plan,
        (s * 1.55 - 0.75, s * 1.55 + 0.75, 0.5, 2.75),
        panes=(2, 1),
        curtain=(0.66, 0.60, 0.50),
        view="city",
    )
    dress(stage, canvas, plan, "home", ((-s * 0.75 - 1.0, -s * 0.75 + 1.0),))
    rug(stage, canvas, (2.8, 2.4), hue(stage.dice("rug")))
    sofa(stage, (-s * 0.8, 0, 3.1), hue(stage.dice("sofa")), wide=2.0)
    table(stage, (-s * 0.9, 0, 2.0), (0.95, 0.4, 0.5), (0.42, 0.28, 0.19))
    bowls(stage, (-s * 1.0, 0.4, 2.0))
    floor_lamp(stage, (s * 0.45, 0, 3.4))
    potted(stage, (s * 2.3, 0, 3.2), 1.5)
    shelf(stage, (-s * 2.68, 0, 1.4), (1.6, 2.2, 0.3), turn=90 * s)
    block(stage, (s * 2.4, 0, 1.2), (0.5, 0.7, 1.3), (0.50, 0.40, 0.32), doors=1)


def flat_loft(stage: Stage) -> None:
    """A loft: brick, tall windows along one side, a long table under hanging lamps, plants."""
    plan = Room(
        wall=(0.56, 0.36, 0.29),
        floor=(0.44, 0.40, 0.38),
        ceiling=(0.34, 0.33, 0.34),
        trim=(0.22, 0.22, 0.24),
        boards=0.9,
        back=4.6,
        height=4.2,
        beams=True,
        half=2.9,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    bricks = Solid(stage)
    rng = stage.dice("bricks")
    for x, y in rng.uniform([-2.8, 0.4], [2.6, 3.9], (70, 2)):
        row = round(y / 0.14) * 0.14
        tone = stage.light.lit(dim(plan.wall, float(rng.uniform(0.8, 1.18))), 0.75)
        bricks.quad(upright(x, x + 0.26, row, row + 0.11, plan.back - 0.01), tone, ink=0.2)
    bricks.paint(canvas)
    side_windows(stage, canvas, plan, s)
    dress(stage, canvas, plan, "home", ((-1.6, 1.6),))
    shelf(stage, (-s * 1.0, 0, plan.back - 0.05), (1.5, 1.05, 0.34), rows=2, goods="jars")
    table(stage, (s * 1.0, 0, 3.2), (1.7, 0.75, 0.8), (0.50, 0.36, 0.25))
    for x in (0.5, 1.5):
        chair(stage, (s * x, 0, 3.8), (0.24, 0.24, 0.26))
    for x in (0.6, 1.4):
        pendant(stage, (s * x, 2.1, 3.2), plan.height)
    bowls(stage, (s * 0.9, 0.75, 3.1))
    sofa(stage, (-s * 1.9, 0, 2.4), hue(stage.dice("sofa")), wide=1.0, cushions=1)
    potted(stage, (-s * 2.3, 0, 4.0), 1.9)
    potted(stage, (s * 2.3, 0, 1.8), 1.3)
    rug(stage, canvas, (2.4, 2.0), hue(stage.dice("rug")))


def kitchen_island(stage: Stage) -> None:
    """A modern kitchen: tall units, a long worktop with a strip of light, stools at an island."""
    plan = Room(
        wall=(0.78, 0.79, 0.78),
        floor=(0.52, 0.52, 0.54),
        ceiling=(0.86, 0.86, 0.85),
        trim=(0.36, 0.38, 0.40),
        boards=0.8,
        back=3.6,
        height=3.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    units: Colour = ((0.24, 0.34, 0.38), (0.30, 0.38, 0.30), (0.34, 0.28, 0.30))[int(stage.dice("units").integers(3))]
    window(stage, canvas, plan, (s * 0.9 - 0.6, s * 0.9 + 0.6, 1.15, 2.2), panes=(2, 1), view="city")
    block(stage, (0.0, 0, plan.back - 0.32), (5.2, 0.9, 0.62), units, top=(0.84, 0.82, 0.78), doors=8)
    block(stage, (-s * 1.0, 1.5, plan.back - 0.2), (1.7, 0.75, 0.38), dim(units, 1.2), doors=3)
    block(stage, (-s * 2.3, 0, 2.6), (0.75, 2.2, 0.75), (0.72, 0.74, 0.76), doors=1)
    strip = Solid(stage)
    strip.quad(
        upright(-s * 1.0 - 0.8, -s * 1.0 + 0.8, 1.46, 1.5, plan.back - 0.4),
        mix(stage.light.lamp, WHITE, 0.5),
        glow=True,
        ink=0.2,
    )
    strip.lamp((-s * 1.0, 1.3, plan.back - 0.4), 1.2, stage.light.lamp, 0.35)
    strip.stand((0, 0, plan.back - 0.5), nearer=0.3)
    bowls(stage, (-s * 0.6, 0.9, plan.back - 0.35))
    block(stage, (s * 1.5, 0, 1.9), (1.5, 0.92, 0.7), (0.62, 0.46, 0.32), top=(0.88, 0.86, 0.82))
    for x in (1.15, 1.85):
        drum(stage, (s * x, 0, 1.2), (0.15, 0.66, 0.04), (0.26, 0.26, 0.28))
        pendant(stage, (s * x, 2.0, 1.9), plan.height)
    bowls(stage, (s * 1.5, 0.92, 1.8))
    potted(stage, (s * 2.4, 0, 3.1), 1.2)


def kitchen_hearth(stage: Stage) -> None:
    """An old kitchen: a clay hearth with a fire, jars on shelves, strings of onions, a rough table."""
    plan = Room(
        wall=(0.58, 0.48, 0.36),
        floor=(0.42, 0.36, 0.30),
        ceiling=(0.32, 0.25, 0.19),
        trim=(0.28, 0.19, 0.13),
        boards=0.7,
        beams=True,
        back=3.8,
        height=3.3,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-s * 1.2 - 0.5, -s * 1.2 + 0.5, 1.2, 2.3), panes=(3, 3), view="paper")
    hearth = Solid(stage)
    hearth.box((s * 0.85, 0, 3.4), (1.7, 0.85, 0.8), (0.52, 0.40, 0.30), top=(0.40, 0.32, 0.26), fade=0.2)
    hearth.box((s * 0.85, 0.85, 3.62), (1.3, 2.6, 0.36), (0.56, 0.45, 0.34))
    mouth = upright(s * 0.85 - 0.26, s * 0.85 + 0.26, 0.2, 0.6, 2.99)
    hearth.quad(mouth, (1.0, 0.56, 0.2), glow=True, ink=0.9, lift=0.1)
    hearth.lamp((s * 0.85, 0.4, 2.9), 1.5, (1.0, 0.55, 0.2), 0.6)
    for u in (-0.45, 0.4):
        hearth.post((s * 0.85 + u, 0.85, 3.25), 0.2, 0.16, (0.18, 0.17, 0.18))
    hearth.stand((s * 0.85, 0, 3.4))
    for i in range(5):
        onions = Solid(stage)
        x = -s * (0.1 + 0.16 * i)
        onions.quad([(x, 3.0, 3.7), (x, 2.2, 3.7)], (0, 0, 0), ink=0.8)
        for y in (2.2, 2.34, 2.48, 2.62):
            onions.disc(
                (x, y, 3.69),
                (0.07, 0.08),
                stage.light.lit(((0.72, 0.44, 0.24), (0.66, 0.20, 0.14))[i % 2], 0.6),
                ink=0.5,
            )
        onions.paint(canvas)
    shelf(stage, (-s * 2.6, 0, 2.2), (1.8, 2.0, 0.34), rows=4, turn=90 * s, goods="jars")
    table(stage, (-s * 1.3, 0, 2.2), (1.3, 0.74, 0.75), (0.44, 0.30, 0.20))
    bowls(stage, (-s * 1.4, 0.74, 2.1))
    drum(stage, (s * 2.1, 0, 2.2), (0.34, 0.9, 0.03), (0.40, 0.28, 0.2))
    wall = Solid(stage)
    wall.quad(along(s * 2.68, 0.8, 1.7, 0.0, 2.0), stage.light.lit((0.30, 0.20, 0.14), 0.3), ink=0.8)
    wall.paint(canvas)
