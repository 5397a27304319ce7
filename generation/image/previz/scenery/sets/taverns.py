"""Other faces of shop and restaurant: a bakery, a tailor's, a café, a bar."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.decor import corner, dress, drum, hue
from generation.image.previz.scenery.furniture import block, chair, potted, shelf, table
from generation.image.previz.scenery.rooms import Room, rug, shell, side_of, window
from generation.image.previz.scenery.sets.town import NEON
from generation.image.previz.scenery.solids import Solid, pool, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import bowls, dishes, pendant

RIM = np.array([0.0, 0.03, 0.0])
"""Metres: the width of a neon line."""


def bakery(stage: Stage) -> None:
    """A bakery: racks of bread, a glass counter of cakes, a striped awning over the window, warm lamps."""
    plan = Room(
        wall=(0.86, 0.78, 0.64),
        floor=(0.62, 0.50, 0.40),
        ceiling=(0.86, 0.82, 0.74),
        trim=(0.44, 0.28, 0.18),
        boards=0.5,
        back=3.8,
        height=3.3,
        dado=1.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (s * 1.5 - 0.8, s * 1.5 + 0.8, 0.8, 2.7), panes=(2, 2), view="city")
    racks = Solid(stage)
    rng = stage.dice("bread")
    for y in (0.95, 1.4, 1.85, 2.3):
        racks.box((-s * 0.9, y, plan.back - 0.2), (2.0, 0.05, 0.36), (0.56, 0.38, 0.24))
        x = -s * 0.9 - 0.9
        while x < -s * 0.9 + 0.85:
            wide, high = float(rng.uniform(0.14, 0.3)), float(rng.uniform(0.1, 0.2))
            crust = dim((0.82, 0.56, 0.28), float(rng.uniform(0.75, 1.1)))
            racks.disc(
                (x + wide / 2, y + 0.06 + high / 2, plan.back - 0.36),
                (wide / 2, high / 2),
                stage.light.lit(crust, 0.65),
                ink=0.6,
                lift=0.2,
            )
            x += wide + 0.03
    racks.stand((-s * 0.9, 0, plan.back - 0.2))
    counter = Solid(stage)
    counter.box((-s * 0.8, 0, 2.5), (2.2, 0.55, 0.6), (0.48, 0.31, 0.2), fade=0.2)
    glass = upright(-s * 0.8 - 1.05, -s * 0.8 + 1.05, 0.55, 1.05, 2.2)
    counter.quad(glass, mix(stage.light.lamp, WHITE, 0.45), glow=True, ink=0.7, lift=0.1)
    for i in range(8):
        u = -s * 0.8 - 0.9 + 0.255 * i
        for y in (0.62, 0.84):
            counter.disc(
                (u, y + 0.06, 2.19),
                (0.09, 0.06),
                stage.light.lit(
                    ((0.86, 0.50, 0.52), (0.62, 0.38, 0.24), (0.92, 0.84, 0.62))[int(rng.integers(3))], 0.7
                ),
                ink=0.5,
                lift=0.15,
            )
    counter.box((-s * 0.8, 1.05, 2.5), (2.3, 0.06, 0.66), (0.60, 0.42, 0.28), lift=0.1)
    counter.lamp((-s * 0.8, 0.8, 2.1), 1.3, stage.light.lamp, 0.3)
    counter.stand((-s * 0.8, 0, 2.5))
    for u in (-0.4, 0.5, 1.2):
        pendant(stage, (-s * u, 2.2, 2.4), plan.height, (0.62, 0.26, 0.2))
    table(stage, (s * 1.7, 0, 2.4), (0.8, 0.74, 0.7), (0.52, 0.36, 0.24))
    chair(stage, (s * 1.2, 0, 2.6))
    bowls(stage, (s * 1.6, 0.74, 2.3))
    potted(stage, (s * 2.3, 0, 3.3), 1.3)


def tailor(stage: Stage) -> None:
    """A shop of clothes: rails, a mirror, bolts of cloth, a mannequin, spots."""
    plan = Room(
        wall=(0.64, 0.60, 0.62),
        floor=(0.50, 0.44, 0.40),
        ceiling=(0.78, 0.76, 0.76),
        trim=(0.30, 0.26, 0.28),
        boards=0.4,
        back=3.9,
        height=3.2,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    dress(stage, canvas, plan, "home", ((-s * 0.1 - 0.35, -s * 0.1 + 0.35),))
    window(
        stage,
        canvas,
        plan,
        (-s * 1.6 - 0.7, -s * 1.6 + 0.7, 0.6, 2.7),
        panes=(1, 1),
        view="city",
        curtain=(0.50, 0.34, 0.40),
    )
    _rail(stage, (s * 1.3, 0, 3.4))
    _rail(stage, (-s * 1.7, 0, 2.4))
    shelf(stage, (s * 2.6, 0, 1.8), (1.8, 2.2, 0.4), rows=6, turn=-90 * s)
    doll = Solid(stage)
    x, z = -s * 0.75, 3.3
    cloth = hue(stage.dice("doll"))
    doll.box((x, 0, z), (0.3, 0.04, 0.3), (0.3, 0.24, 0.2))
    doll.box((x, 0, z), (0.04, 0.7, 0.04), (0.4, 0.32, 0.26))
    body = [
        (-0.26, 0.5),
        (0.26, 0.5),
        (0.14, 1.02),
        (0.2, 1.35),
        (0.08, 1.46),
        (-0.08, 1.46),
        (-0.2, 1.35),
        (-0.14, 1.02),
    ]
    doll.quad([(x + u, v, z) for u, v in body], stage.light.lit(cloth, 0.65), ink=0.8, fade=0.15)
    doll.disc((x, 1.52, z), (0.05, 0.06), stage.light.lit((0.82, 0.76, 0.68), 0.6), ink=0.6, lift=0.05)
    doll.stand((x, 0, z))
    block(stage, (s * 0.4, 0, 2.6), (1.2, 0.9, 0.6), (0.42, 0.34, 0.32), top=(0.72, 0.66, 0.60), doors=2)
    rug(stage, canvas, (2.2, 2.0), hue(stage.dice("rug")))
    for u in (-1.0, 0.1, 1.1):
        pendant(stage, (u, 2.5, 2.6), plan.height, (0.16, 0.16, 0.18))
        pool(stage, canvas, (u, 0, 2.4), 1.0, stage.light.lamp, 0.14)


def _rail(stage: Stage, at: Place) -> None:
    """A rail of clothes on hangers."""
    solid = Solid(stage)
    x, _, z = at
    for u in (-0.75, 0.75):
        solid.box((x + u, 0, z), (0.04, 1.7, 0.04), (0.26, 0.26, 0.28))
    solid.box((x, 1.68, z), (1.54, 0.04, 0.04), (0.26, 0.26, 0.28))
    rng = stage.dice("rail", x)
    for u in np.linspace(-0.65, 0.65, 9):
        long = float(rng.uniform(0.7, 1.15))
        piece = [
            (u - 0.1, 1.6),
            (u + 0.06, 1.6),
            (u + 0.1, 1.5),
            (u + 0.13, 1.6 - long),
            (u - 0.13, 1.6 - long),
            (u - 0.13, 1.5),
        ]
        solid.quad(
            [(x + a, b, z) for a, b in piece],
            stage.light.lit(hue(rng), float(rng.uniform(0.4, 0.8))),
            ink=0.6,
            fade=0.2,
            lift=0.02,
        )
    solid.stand(at)


def cafe(stage: Stage) -> None:
    """A café: a counter with a machine and cups, a board with chalk, small tables at the window, plants."""
    plan = Room(
        wall=(0.42, 0.52, 0.50),
        floor=(0.56, 0.42, 0.30),
        ceiling=(0.72, 0.68, 0.60),
        trim=(0.30, 0.21, 0.15),
        back=4.0,
        height=3.4,
        dado=1.1,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (s * 1.35 - 0.9, s * 1.35 + 0.9, 0.7, 2.8), panes=(3, 2), view="city")
    wall = Solid(stage)
    z = plan.back - 0.03
    wall.quad(
        upright(-s * 0.75 - 0.75, -s * 0.75 + 0.75, 1.75, 2.85, z), stage.light.lit((0.12, 0.14, 0.14), 0.5), ink=0.8
    )
    rng = stage.dice("menu")
    for row in range(6):
        for u in (-0.6, 0.15):
            x, y = -s * 0.75 + u, 2.65 - 0.15 * row
            wall.quad(
                upright(x, x + float(rng.uniform(0.2, 0.5)), y, y + 0.035, z),
                stage.light.lit((0.86, 0.86, 0.82), 0.7),
                ink=0,
                lift=0.02,
            )
    wall.paint(canvas)
    block(stage, (-s * 1.1, 0, 3.2), (2.6, 1.05, 0.6), (0.40, 0.26, 0.18), top=(0.66, 0.60, 0.54), doors=4)
    machine = Solid(stage)
    machine.box((-s * 1.4, 1.05, 3.2), (0.75, 0.5, 0.45), (0.70, 0.71, 0.73), top=(0.84, 0.84, 0.85))
    machine.quad(
        upright(-s * 1.4 - 0.3, -s * 1.4 + 0.3, 1.12, 1.3, 2.96),
        stage.light.lit((0.14, 0.14, 0.15), 0.4),
        ink=0.6,
        lift=0.1,
    )
    for u in (-0.2, 0.0, 0.2):
        machine.post((-s * 1.4 + u, 1.55, 3.2), 0.05, 0.08, (0.92, 0.90, 0.86))
    machine.stand((-s * 1.4, 0, 3.2), nearer=0.4)
    bowls(stage, (-s * 0.6, 1.05, 3.1))
    for x, w in ((s * 1.1, 3.0), (s * 2.0, 1.9)):
        drum(stage, (x, 0, w), (0.06, 0.7, 0.34), (0.22, 0.2, 0.2), lid=(0.72, 0.58, 0.42))
        bowls(stage, (x - 0.1, 0.75, w))
        for u in (-0.55, 0.55):
            chair(stage, (x + u, 0, w + 0.15), (0.34, 0.24, 0.18))
    for u in (-1.5, -0.8, 1.1):
        pendant(stage, (s * u, 2.25, 2.9), plan.height, (0.62, 0.48, 0.24))
    potted(stage, (s * 2.3, 0, 3.6), 1.6)
    potted(stage, (-s * 2.4, 0, 2.2), 1.2)


def bar(stage: Stage) -> None:
    """A bar by night: bottles in lit shelves, a long counter with stools, a neon mark, low lamps."""
    plan = Room(
        wall=(0.26, 0.20, 0.26),
        floor=(0.26, 0.19, 0.17),
        ceiling=(0.15, 0.13, 0.16),
        trim=(0.16, 0.10, 0.10),
        back=4.2,
        height=3.4,
        dado=1.1,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    neon = NEON[int(stage.dice("neon").integers(5))]
    back = Solid(stage)
    z = plan.back - 0.04
    rng = stage.dice("bottles")
    for y in (1.15, 1.65, 2.15):
        back.quad(
            upright(-1.9, 1.9, y - 0.05, y + 0.42, z),
            mix(dim(stage.light.lamp, 0.42), dim(neon, 0.3), 0.3),
            glow=True,
            ink=0.4,
        )
        back.box((0, y - 0.06, z - 0.14), (3.8, 0.05, 0.26), (0.30, 0.19, 0.14), lift=0.05)
        x = -1.8
        while x < 1.75:  # noqa: PLR2004 - the end of the shelf, in metres
            wide, high = float(rng.uniform(0.06, 0.1)), float(rng.uniform(0.24, 0.37))
            tone = ((0.36, 0.56, 0.34), (0.72, 0.42, 0.16), (0.62, 0.2, 0.16), (0.80, 0.80, 0.74), (0.24, 0.38, 0.52))[
                int(rng.integers(5))
            ]
            flask = [
                (x, y),
                (x + wide, y),
                (x + wide, y + high * 0.6),
                (x + wide * 0.65, y + high * 0.75),
                (x + wide * 0.65, y + high),
                (x + wide * 0.35, y + high),
                (x + wide * 0.35, y + high * 0.75),
                (x, y + high * 0.6),
            ]
            back.quad([(a, b, z - 0.16) for a, b in flask], tone, glow=True, ink=0.5, lift=0.2)
            x += wide + float(rng.uniform(0.01, 0.06))
    turn = np.linspace(0, 2 * np.pi, 20)
    ring = np.stack([s * 1.2 + 0.34 * np.cos(turn), 2.98 + 0.22 * np.sin(turn), np.full(20, z - 0.05)], axis=1)
    for a, b in itertools.pairwise(ring):
        back.quad([a, b, b + RIM, a + RIM], mix(neon, WHITE, 0.35), glow=True, ink=0, lift=0.3)
    back.lamp((s * 1.2, 2.98, z - 0.1), 1.6, neon, 0.5)
    back.lamp((0, 1.7, z - 0.1), 2.6, stage.light.lamp, 0.3)
    back.paint(canvas)
    block(stage, (0, 0, 2.9), (4.4, 1.08, 0.6), (0.28, 0.17, 0.13), top=(0.44, 0.27, 0.19), doors=6)
    for x in (-1.7, -1.0, 1.0, 1.7):
        drum(stage, (x, 0, 2.2), (0.05, 0.7, 0.15), (0.56, 0.50, 0.40), lid=(0.50, 0.16, 0.16))
        pendant(stage, (x, 2.2, 2.7), plan.height, (0.2, 0.12, 0.1))
        pool(stage, canvas, (x, 0, 2.2), 0.9, stage.light.lamp, 0.14)
    bowls(stage, (-1.2, 1.08, 2.85))
    dishes(stage, (1.1, 1.08, 2.85))
    if chance(rng, 0.5):
        corner(stage, (s * 2.3, 0, 1.8))
    table(stage, (-s * 2.1, 0, 1.5), (0.8, 0.74, 0.8), (0.30, 0.18, 0.13))
    dishes(stage, (-s * 2.1, 0.74, 1.5))
