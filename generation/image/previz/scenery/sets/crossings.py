"""Other faces of market and station: a square of stalls, a lane of hot food, a hall with a board, an underground."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.growth import plant, tree
from generation.image.previz.scenery.rooms import Room, shell
from generation.image.previz.scenery.sets.city import bench, bulbs, lights, skyline
from generation.image.previz.scenery.sets.old_town import gate, hall
from generation.image.previz.scenery.sets.station import clock
from generation.image.previz.scenery.sets.town import NEON, facade, pavement, wires
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, along, floor_tiles, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

CLOTHS: tuple[Colour, ...] = (
    (0.78, 0.30, 0.22),
    (0.24, 0.44, 0.48),
    (0.86, 0.66, 0.30),
    (0.50, 0.38, 0.56),
    (0.40, 0.54, 0.32),
)


def market_square(stage: Stage) -> None:
    """An open market: round parasols over tables of fruit, baskets, a gate and a hall behind."""
    sky(stage)
    ground = pavement(stage, (0.64, 0.56, 0.46), tile=0.0)
    hall(stage, (0, 0, 26), 8.0, storeys=1)
    gate(stage, (0, 0, 15.0))
    rng = stage.dice("square")
    for i, (x, z) in enumerate(
        ((-1.95, 2.4), (2.0, 3.2), (-2.4, 5.4), (2.5, 6.4), (-2.9, 8.8), (3.0, 10.0), (-1.4, 11.5), (1.5, 13.0))
    ):
        parasol(stage, (x, 0, z), CLOTHS[(i + int(rng.integers(5))) % 5], i)
        if lights(stage):
            pool(stage, ground, (x, 0, z), 1.5, stage.light.lamp, 0.2)
    for i, (x, z) in enumerate(((-4.6, 9.0), (4.8, 12.0), (-5.2, 16.0))):
        plant(stage, (x, 0, z), tree(f"market{i}", 6.0, (0.38, 0.50, 0.24)))
    for x, z in ((-1.2, 1.4), (1.35, 1.7), (1.6, 1.35)):
        _basket(stage, (x, 0, z))


def parasol(stage: Stage, at: Place, cloth: Colour, number: int) -> None:
    """A table of goods under a round parasol, with a lamp in it by night."""
    solid = Solid(stage)
    x, _, z = at
    light = stage.light
    solid.box((x, 0, z), (1.5, 0.72, 0.8), (0.50, 0.36, 0.24), fade=0.3)
    rng = stage.dice("goods", number)
    for i in range(10):
        hue = ((0.86, 0.42, 0.18), (0.76, 0.22, 0.2), (0.84, 0.72, 0.3), (0.44, 0.58, 0.28))[int(rng.integers(4))]
        u, size = -0.62 + 0.138 * i, float(rng.uniform(0.07, 0.12))
        solid.disc((x + u, 0.76 + size * 0.6, z - 0.25), (size, size * 0.8), light.lit(hue, 0.6), ink=0.5, lift=0.4)
    solid.box((x, 0.7, z + 0.2), (0.06, 1.7, 0.06), (0.40, 0.30, 0.22))
    turn = np.linspace(0, 2 * np.pi, 11)
    for a, b in itertools.pairwise(turn):
        tone = light.lit(cloth if int(a * 5 / np.pi) % 2 else mix(cloth, WHITE, 0.6), 0.75 if np.sin(a) < 0 else 0.45)
        rim = [(x + 1.15 * np.cos(u), 2.15, z + 0.2 + 1.15 * np.sin(u)) for u in (a, b)]
        solid.quad([(x, 2.75, z + 0.2), *rim], tone, ink=0.5, lift=-0.3 * float(np.sin(a)))
        solid.quad(
            [rim[0], rim[1], (rim[1][0], 2.0, rim[1][2]), (rim[0][0], 2.0, rim[0][2])],
            dim(tone, 0.85),
            ink=0.4,
            lift=-0.3 * float(np.sin(a)),
        )
    if lights(stage):
        solid.disc((x, 1.9, z), (0.1, 0.12), mix(light.lamp, WHITE, 0.4), glow=True, ink=0.5, lift=0.5)
        solid.lamp((x, 1.7, z - 0.2), 1.6, light.lamp, 0.5)
    solid.stand(at)


def _basket(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    solid.post(at, 0.24, 0.3, (0.62, 0.46, 0.28))
    for u in (-0.12, 0.0, 0.12):
        solid.disc((x + u, 0.34, z - 0.1), (0.1, 0.09), stage.light.lit((0.84, 0.50, 0.2), 0.6), ink=0.5, lift=0.3)
    solid.stand(at)


def food_lane(stage: Stage) -> None:
    """A modern lane of hot food: carts with steam, signs, bare bulbs, stools; blue dusk between old houses."""
    sky(stage, disc=0.6)
    skyline(
        stage,
        "towers",
        distance=80,
        base=0.0,
        tall=(0.12, 0.26),
        wide=(0.05, 0.09),
        tone=(0.38, 0.44, 0.56),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.42, 0.40, 0.40), tile=0.6, wet=stage.light.night)
    rng = stage.dice("lane")
    for side in (-1, 1):
        z = -4.0
        while z < 24:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(3.4, 4.8))
            facade(
                stage,
                side,
                z,
                z + deep,
                float(rng.uniform(6.0, 8.5)),
                ((0.52, 0.42, 0.38), (0.44, 0.44, 0.48))[int(rng.integers(2))],
                x=3.1,
            )
            z += deep
    for i, z in enumerate((2.4, 5.0, 7.8, 11.0)):
        for side in (-1, 1):
            if (i + (side > 0)) % 2 or i > 1:
                cart(stage, (side * 2.0, 0, z), side, NEON[int(rng.integers(5))])
                pool(stage, ground, (side * 1.6, 0, z), 1.6, stage.light.lamp, 0.26 if lights(stage) else 0.0)
    for z, y in ((2.0, 3.1), (4.6, 3.4), (8.0, 3.5)):
        bulbs(stage, (-2.9, y, z), (2.9, y + 0.1, z + 0.4))
    wires(stage)


def cart(stage: Stage, at: Place, side: int, hue: Colour) -> None:
    """A food cart with a roof, pots that steam and a sign that shines."""
    solid = Solid(stage)
    x, _, z = at
    light, lit = stage.light, stage.hour != "day"
    solid.box((x, 0.2, z), (0.9, 0.7, 1.7), (0.62, 0.20, 0.16), top=(0.72, 0.72, 0.70), fade=0.2)
    for w in (-0.6, 0.6):
        solid.disc((x - side * 0.46, 0.25, z + w), (0.04, 0.24), (0.08, 0.08, 0.09), ink=0.6, lift=0.3)
    for w in (-0.8, 0.8):
        solid.box((x - side * 0.4, 0.9, z + w), (0.05, 1.2, 0.05), (0.3, 0.3, 0.32))
    solid.box((x, 2.1, z), (1.2, 0.1, 2.0), dim(hue, 0.6), lift=0.2)
    solid.quad(
        along(x - side * 0.61, z - 0.9, z + 0.9, 2.15, 2.55),
        mix(hue, WHITE, 0.2) if lit else light.lit(hue, 0.5),
        glow=lit,
        ink=0.7,
        lift=0.4,
    )
    for w in (-0.4, 0.25):
        solid.post((x, 0.9, z + w), 0.2, 0.24, (0.70, 0.71, 0.72))
        solid.lamp((x, 1.45, z + w), 0.6, mix(light.fog, WHITE, 0.4), 0.2)
    if lit:
        solid.lamp((x - side * 0.3, 1.6, z), 1.7, light.lamp, 0.5)
        solid.lamp((x - side * 0.6, 2.35, z), 1.1, hue, 0.4)
    solid.stand(at)
    stool = Solid(stage)
    stool.post((x - side * 0.95, 0, z - 0.4), 0.15, 0.42, CLOTHS[int(stage.dice("stool", x, z).integers(5))])
    stool.stand((x - side * 0.95, 0, z - 0.4))


def hall_of_departures(stage: Stage) -> None:
    """A great hall: an arched window of iron and glass, the board of departures, benches, a kiosk."""
    plan = Room(
        half=5.5,
        height=7.6,
        back=13.0,
        wall=(0.66, 0.56, 0.44),
        floor=(0.66, 0.61, 0.54),
        ceiling=(0.50, 0.46, 0.42),
        trim=(0.34, 0.26, 0.2),
        boards=1.1,
        dado=1.2,
    )
    canvas = shell(stage, plan)
    light, z = stage.light, plan.back - 0.03
    arch = Solid(stage)
    turn = np.linspace(0, np.pi, 22)
    fan = [(3.6 * np.cos(a), 3.9 + 3.0 * np.sin(a), z) for a in turn]
    arch.quad([*fan, (-3.6, 2.6, z), (3.6, 2.6, z)], mix(light.mid, light.low, 0.5), glow=True, ink=0.9)
    for a in turn[2:-1:3]:
        arch.quad([(0, 3.9, z), (3.6 * np.cos(a), 3.9 + 3.0 * np.sin(a), z)], (0, 0, 0), ink=0.9, lift=0.02)
    for y in (3.3, 3.9):
        arch.quad([(-3.6, y, z), (3.6, y, z)], (0, 0, 0), ink=0.9, lift=0.02)
    arch.lamp((0, 4.6, z - 0.1), 5.5, light.low, 0.3 * light.glow)
    arch.paint(canvas)
    _board(stage, (0, 3.6, 8.6))
    for side in (-1, 1):
        for w in (2.6, 6.0, 9.4):
            post = Solid(stage)
            post.box((side * 3.1, 0, w), (0.6, 0.5, 0.6), (0.44, 0.36, 0.3))
            post.post((side * 3.1, 0.5, w), 0.2, 7.0, (0.24, 0.34, 0.32))
            post.disc((side * 2.7, 3.0, w), (0.16, 0.18), mix(light.lamp, WHITE, 0.4), glow=True, ink=0.7, lift=0.2)
            post.lamp((side * 2.7, 3.0, w), 1.6, light.lamp, 0.4)
            post.stand((side * 3.1, 0, w))
            pool(stage, canvas, (side * 2.4, 0, w), 1.6, light.lamp, 0.16)
    bench(stage, (-1.75, 0, 3.4))
    bench(stage, (1.9, 0, 5.6))
    clock(stage, (1.55, 3.4, 5.4))
    kiosk = Solid(stage)
    s = 1 if chance(stage.dice("kiosk"), 0.5) else -1
    kiosk.box((s * 2.4, 0, 8.0), (1.8, 2.3, 1.2), (0.30, 0.42, 0.40), fade=0.2)
    kiosk.quad(
        upright(s * 2.4 - 0.75, s * 2.4 + 0.75, 1.0, 1.9, 7.38),
        mix(light.lamp, WHITE, 0.3),
        glow=True,
        ink=0.8,
        lift=0.1,
    )
    kiosk.stand((s * 2.4, 0, 8.0))


def _board(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, y, z = at
    solid.quad(upright(x - 1.9, x + 1.9, y, y + 1.5, z), (0.06, 0.08, 0.10), glow=True, ink=0.9)
    rng = stage.dice("departures")
    for row in range(7):
        v = y + 1.28 - 0.19 * row
        for u, long in (
            (-1.75, 0.3),
            (-1.3, float(rng.uniform(0.6, 1.2))),
            (0.35, 0.3),
            (1.0, float(rng.uniform(0.3, 0.7))),
        ):
            tone = (1.0, 0.78, 0.34) if u < 1.0 else (0.5, 0.9, 0.6) if rng.random() < 0.7 else (1.0, 0.4, 0.3)  # noqa: PLR2004 - a share of the throws
            solid.quad(upright(x + u, x + u + long, v, v + 0.075, z - 0.01), tone, glow=True, ink=0, lift=0.02)
    for u in (-1.4, 1.4):
        solid.quad([(x + u, y + 1.5, z), (x + u, y + 4.0, z)], (0, 0, 0), ink=0.9)
    solid.lamp((x, y + 0.7, z - 0.1), 2.0, (1.0, 0.78, 0.34), 0.16)
    solid.stand((x, 0, z))


def underground_platform(stage: Stage) -> None:
    """An underground platform: a tiled vault, the line's colour along it, posters, the dark of the tunnel, rails."""
    plan = Room(
        half=3.0,
        height=3.3,
        back=16.0,
        wall=(0.84, 0.85, 0.82),
        floor=(0.46, 0.45, 0.46),
        ceiling=(0.78, 0.79, 0.78),
        trim=(0.32, 0.33, 0.35),
        boards=0.0,
    )
    canvas = shell(stage, plan)
    light = stage.light
    s = 1 if chance(stage.dice("platform"), 0.5) else -1
    hue = NEON[int(stage.dice("line").integers(5))]
    floor_tiles(stage, canvas, (-3.0, 3.0, -9, 16), 0.6, mix(light.ink, light.lit((0.46, 0.45, 0.46), 0.3), 0.4), 0.4)
    wall = Solid(stage)
    _adverts(wall, hue)
    wall.quad(
        [(s * 1.4, 0.02, -9), (s * 3.0, 0.02, -9), (s * 3.0, 0.02, 16), (s * 1.4, 0.02, 16)],
        (0.06, 0.06, 0.08),
        glow=True,
        ink=0.9,
    )
    for u in (1.8, 2.5):
        wall.quad(
            [(s * u, 0.03, -9), (s * u + 0.05, 0.03, -9), (s * u + 0.05, 0.03, 16), (s * u, 0.03, 16)],
            light.lit((0.6, 0.6, 0.62), 0.6),
            ink=0,
            lift=0.02,
        )
    wall.quad(
        [(s * 1.2, 0.02, -9), (s * 1.38, 0.02, -9), (s * 1.38, 0.02, 16), (s * 1.2, 0.02, 16)],
        light.lit((0.92, 0.76, 0.26), 0.7),
        ink=0.3,
        lift=0.02,
    )
    turn = np.linspace(0, np.pi, 18)
    wall.quad(
        [(s * 2.0 + 1.05 * np.cos(a), 0.3 + 2.1 * np.sin(a), 15.97) for a in turn],
        (0.03, 0.03, 0.05),
        glow=True,
        ink=0.9,
        lift=0.02,
    )
    for u in (-0.2, 0.2):
        wall.disc((s * 2.0 + u, 0.8, 15.9), (0.09, 0.09), (1.0, 0.95, 0.8), glow=True, lift=0.1)
    wall.lamp((s * 2.0, 0.8, 15.8), 1.6, (1.0, 0.95, 0.8), 0.6)
    wall.paint(canvas)
    for z in (3.0, 6.4, 9.8):
        column = Solid(stage)
        column.box((-s * 1.5, 0, z), (0.42, 3.3, 0.42), (0.74, 0.75, 0.73), fade=0.2)
        column.box((-s * 1.5, 2.0, z), (0.46, 0.24, 0.46), hue, lift=0.05)
        column.stand((-s * 1.5, 0, z))
    bench(stage, (-s * 2.0, 0, 4.6))
    sign = Solid(stage)
    sign.quad(upright(-s * 0.4 - 0.75, -s * 0.4 + 0.75, 2.45, 2.85, 4.0), light.lit((0.16, 0.24, 0.42), 0.7), ink=0.9)
    sign.quad(upright(-s * 0.4 - 0.55, -s * 0.4 + 0.3, 2.6, 2.7, 3.99), (0.92, 0.94, 0.96), glow=True, ink=0, lift=0.02)
    sign.disc((-s * 0.4 + 0.52, 2.65, 3.99), (0.11, 0.11), hue, glow=True, ink=0.3, lift=0.02)
    sign.stand((0, 0, 4.0))


def _adverts(wall: Solid, hue: Colour) -> None:
    """Add the line's colour, the posters and the lamps along both sides of an underground."""
    stage, light = wall.stage, wall.stage.light
    for side in (-1, 1):
        x = side * 2.99
        wall.quad(along(x, -9, 16, 2.1, 2.32), light.lit(hue, 0.6), ink=0.3)
        for z in np.arange(-6.0, 16.0, 2.6):
            tone = CLOTHS[int(stage.dice("advert", side, z).integers(5))]
            wall.quad(
                along(x - side * 0.01, float(z), float(z) + 1.5, 0.8, 1.9),
                light.lit(mix(tone, WHITE, 0.2), 0.6),
                ink=0.7,
                lift=0.02,
            )
            wall.quad(
                along(x - side * 0.02, float(z) + 0.3, float(z) + 1.0, 1.2, 1.6),
                light.lit(dim(tone, 0.7), 0.5),
                ink=0.2,
                lift=0.04,
            )
        wall.quad(lying(side * 1.2 - 0.1, side * 1.2 + 0.1, -9, 16, 3.28), (0.95, 0.98, 1.0), glow=True, ink=0.3)
