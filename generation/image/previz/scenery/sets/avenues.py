"""Other faces of street and city: a boulevard, a back alley, canyons of glass, a square."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.growth import bush, plant, tree
from generation.image.previz.scenery.sets.city import bench, lights, skyline, street_lamp
from generation.image.previz.scenery.sets.roofs import PAINT, washing
from generation.image.previz.scenery.sets.town import NEON, facade, pavement, wires
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, along, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage


def _end(stage: Stage, distance: float, tall: tuple[float, float], tone: Colour = (0.40, 0.46, 0.56)) -> None:
    skyline(
        stage, f"end{distance}", distance=distance, base=0.0, tall=tall, wide=(0.04, 0.08), tone=tone, lit=lights(stage)
    )


def boulevard(stage: Stage) -> None:
    """A wide avenue with plane trees, parked cars, benches and a zebra crossing."""
    sky(stage)
    _end(stage, 90, (0.04, 0.10))
    ground = pavement(stage, (0.58, 0.55, 0.52), tile=0.6)
    road = stage.camera.outline(lying(-40, 40, 3.4, 7.4, 0))
    if road is not None:
        ground.cover([road], stage.light.lit((0.34, 0.34, 0.37), 0.5), 0.95, atop=True)
    for x in np.arange(-2.4, 2.5, 0.8):
        stripe = stage.camera.outline(lying(float(x), float(x) + 0.42, 3.6, 7.2, 0))
        if stripe is not None:
            ground.cover([stripe], stage.light.lit((0.90, 0.89, 0.84), 0.7), 0.8, atop=True)
    row = Solid(stage)
    rng = stage.dice("row")
    x = -9.0
    while x < 9.0:  # noqa: PLR2004 - beyond the picture's edges
        wide = float(rng.uniform(2.4, 3.6))
        _front(row, (x, x + wide), float(rng.uniform(6.0, 9.0)), 11.0, rng)
        x += wide
    row.stand((0, 0, 11.0))
    for i, (x, z) in enumerate(((-2.9, 8.6), (2.9, 8.6), (-2.6, 2.4), (2.7, 2.4))):
        plant(stage, (x, 0, z), tree(f"plane{i}", 5.2, (0.40, 0.50, 0.24)))
    s = 1 if chance(stage.dice("car"), 0.5) else -1
    car(stage, (s * 1.9, 0, 6.8), PAINT[int(rng.integers(5))])
    street_lamp(stage, (-s * 1.7, 0, 2.9), ground)
    bench(stage, (s * 1.7, 0, 2.7))


def _front(solid: Solid, span: tuple[float, float], high: float, z: float, rng: np.random.Generator) -> None:
    """Add a house front that faces the viewer: a shop below, windows with shutters above, a roof."""
    stage = solid.stage
    light, lit = stage.light, stage.hour != "day"
    walls: tuple[Colour, ...] = ((0.80, 0.70, 0.56), (0.74, 0.56, 0.46), (0.66, 0.70, 0.70), (0.84, 0.80, 0.70))
    wall = walls[int(rng.integers(4))]
    x0, x1 = span
    solid.quad(upright(x0, x1, 0, high, z), light.lit(wall, 0.7), ink=0.8, fade=0.2)
    solid.quad(
        [(x0 - 0.1, high, z - 0.1), (x1 + 0.1, high, z - 0.1), (x1 - 0.2, high + 1.0, z), (x0 + 0.2, high + 1.0, z)],
        light.lit((0.36, 0.30, 0.32), 0.5),
        ink=0.7,
        lift=0.05,
    )
    hue = dim(NEON[int(rng.integers(5))], 0.65)
    glass = mix(light.lamp, WHITE, 0.25) if lit else light.lit((0.26, 0.32, 0.36), 0.4)
    solid.quad(upright(x0 + 0.3, x1 - 0.3, 0.4, 2.2, z), glass, glow=lit, ink=0.7, lift=0.1)
    solid.quad(
        [(x0 + 0.15, 2.7, z), (x1 - 0.15, 2.7, z), (x1 - 0.05, 2.3, z - 0.7), (x0 + 0.05, 2.3, z - 0.7)],
        light.lit(hue, 0.6),
        ink=0.7,
        lift=0.3,
    )
    for y in np.arange(3.4, high - 1.4, 1.9):
        for t in (0.28, 0.72):
            x = x0 + (x1 - x0) * t
            shine = bool(rng.random() < lights(stage) * 1.6)
            pane = mix(light.lamp, WHITE, 0.2) if shine else mix(light.lit((0.24, 0.30, 0.36), 0.4), light.mid, 0.2)
            solid.quad(upright(x - 0.28, x + 0.28, float(y), float(y) + 1.15, z), pane, glow=shine, ink=0.7, lift=0.1)
            for side in (-1, 1):
                solid.quad(
                    upright(x + side * 0.42 - 0.12, x + side * 0.42 + 0.12, float(y), float(y) + 1.15, z),
                    light.lit(dim(hue, 0.9), 0.5),
                    ink=0.5,
                    lift=0.12,
                )
    if lit:
        solid.lamp(((x0 + x1) / 2, 1.4, z - 0.2), 2.0, light.lamp, 0.35)


def car(stage: Stage, at: Place, colour: Colour) -> None:
    """A parked car seen from its side."""
    solid = Solid(stage)
    x, _, z = at
    tone = stage.light.lit(colour, 0.65)
    shell = [
        (-1.75, 0.28),
        (1.75, 0.28),
        (1.75, 0.72),
        (1.0, 0.82),
        (0.6, 1.28),
        (-0.75, 1.3),
        (-1.2, 0.84),
        (-1.75, 0.78),
    ]
    solid.quad([(x + u, v, z) for u, v in shell], tone, ink=0.9, fade=0.25)
    solid.quad(
        [(x - 1.75, 0.78, z), (x + 1.75, 0.74, z), (x + 1.75, 0.7, z), (x - 1.75, 0.73, z)],
        mix(tone, WHITE, 0.35),
        ink=0,
        lift=0.02,
    )
    for pane in (
        [(-1.08, 0.85), (-0.12, 0.85), (-0.12, 1.22), (-0.7, 1.22)],
        [(-0.02, 0.85), (0.85, 0.85), (0.52, 1.22), (-0.02, 1.22)],
    ):
        solid.quad(
            [(x + u, v, z) for u, v in pane],
            mix(stage.light.lit((0.20, 0.26, 0.30), 0.4), stage.light.low, 0.25),
            ink=0.6,
            lift=0.03,
        )
    for u in (-1.1, 1.1):
        for size, hue in ((0.33, (0.06, 0.06, 0.07)), (0.17, (0.62, 0.63, 0.65))):
            solid.disc(
                (x + u, 0.32, z), (size, size), stage.light.lit(hue, 0.6), ink=0.7, lift=0.05 + (0.4 - size) * 0.1
            )
    if stage.hour != "day":
        solid.disc((x + 1.7, 0.6, z), (0.07, 0.07), (1.0, 0.95, 0.8), glow=True, lift=0.1)
        solid.lamp((x + 1.8, 0.6, z), 0.9, stage.light.lamp, 0.4)
    solid.stand(at)


def alley(stage: Stage) -> None:
    """A back alley that climbs by steps between old walls: washing on lines, pipes, bins, one lamp."""
    sky(stage, disc=0.6)
    _end(stage, 70, (0.10, 0.2))
    ground = pavement(stage, (0.44, 0.41, 0.40), tile=0.5)
    rng = stage.dice("alley")
    walls: tuple[Colour, ...] = ((0.56, 0.40, 0.33), (0.48, 0.46, 0.44), (0.60, 0.50, 0.38))
    for side in (-1, 1):
        z = -4.0
        while z < 20:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(2.6, 4.2))
            facade(
                stage, side, z, z + deep, float(rng.uniform(7.0, 10.0)), walls[int(rng.integers(3))], x=1.95, shop=False
            )
            z += deep
    stairs = Solid(stage)
    for i in range(12):
        stairs.box(
            (0, 0, 6.0 + 0.4 * i), (3.9, 0.19 * (i + 1), 0.4), (0.50, 0.47, 0.45), top=(0.62, 0.59, 0.56), ink=0.5
        )
    stairs.stand((0, 0, 8.0), nearer=-1.0)
    for z, y in ((2.6, 3.6), (4.4, 4.3), (6.4, 5.0)):
        washing(stage, z, y, 1.9)
    s = 1 if chance(rng, 0.5) else -1
    for x, z, size in ((s * 1.55, 1.9, 0.8), (s * 1.6, 2.7, 0.95)):
        bin_ = Solid(stage)
        bin_.box((x, 0, z), (0.6, size, 0.6), (0.26, 0.36, 0.32), top=(0.2, 0.28, 0.26), fade=0.2)
        bin_.box((x, size, z), (0.66, 0.06, 0.66), (0.22, 0.30, 0.28))
        bin_.stand((x, 0, z))
    lamp = Solid(stage)
    lamp.box((-s * 1.6, 3.0, 3.4), (0.6, 0.05, 0.05), (0.12, 0.12, 0.13))
    lamp.lantern((-s * 1.3, 2.75, 3.4), 0.14, (1.0, 0.80, 0.46), cord=0.1)
    lamp.stand((-s * 1.4, 0, 3.4))
    pool(stage, ground, (-s * 1.0, 0, 3.2), 1.8, stage.light.lamp, 0.3 if stage.hour != "day" else 0.0)
    wires(stage)


def canyon(stage: Stage) -> None:
    """Between towers of glass: sheer fronts on both sides, a strip of sky, traffic lights, a bridge overhead."""
    sky(stage, disc=0.7)
    _end(stage, 90, (0.24, 0.44))
    pavement(stage, (0.42, 0.43, 0.46), tile=1.2, wet=stage.light.night)
    rng = stage.dice("canyon")
    for side in (-1, 1):
        z = -6.0
        while z < 40:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(5.0, 8.0))
            _tower(stage, side, (z, z + deep), float(rng.uniform(16, 30)), 3.1 + 0.5 * float(rng.random()))
            z += deep + 0.6
    cross = Solid(stage)
    cross.box((0, 6.4, 15.0), (9.0, 1.3, 1.6), (0.50, 0.54, 0.58))
    cross.quad(
        upright(-4.4, 4.4, 6.75, 7.4, 14.18),
        stage.light.lamp if stage.hour != "day" else stage.light.lit((0.3, 0.38, 0.44), 0.5),
        glow=stage.hour != "day",
        ink=0.6,
        lift=0.1,
    )
    cross.stand((0, 0, 15.0))
    s = 1 if chance(rng, 0.5) else -1
    for x, z in ((s * 2.2, 3.2), (-s * 2.2, 7.0)):
        pole = Solid(stage)
        pole.post((x, 0, z), 0.05, 3.1, (0.16, 0.17, 0.19))
        pole.box((x, 2.5, z), (0.26, 0.7, 0.2), (0.10, 0.11, 0.12))
        for k, hue in enumerate(((1.0, 0.3, 0.25), (0.4, 0.3, 0.12), (0.12, 0.3, 0.2))):
            pole.disc((x, 3.08 - 0.22 * k, z - 0.12), (0.075, 0.075), hue, glow=True, ink=0.4, lift=0.1)
        pole.lamp((x, 3.08, z - 0.12), 0.7, (1.0, 0.35, 0.28), 0.35)
        pole.stand((x, 0, z))
    car(stage, (s * 1.9, 0, 11.0), PAINT[int(rng.integers(5))])
    for x, z in ((-s * 2.3, 2.2), (s * 2.4, 5.4)):
        plant(stage, (x, 0, z), bush(f"box{x}", 0.6, (0.28, 0.42, 0.24)))


def _tower(stage: Stage, side: int, span: tuple[float, float], high: float, x: float) -> None:
    """A sheer tower along the street: bands of glass, some of them lit."""
    solid = Solid(stage)
    light = stage.light
    rng = stage.dice("tower", side, span[0])
    z0, z1 = span
    wall: Colour = ((0.46, 0.54, 0.62), (0.58, 0.58, 0.58), (0.38, 0.44, 0.48))[int(rng.integers(3))]
    front = side * x
    solid.quad(
        along(front, z0, z1, 0, high), light.lit(wall, 0.75 if side * stage.key[0] < 0 else 0.25), ink=0.8, fade=0.35
    )
    solid.quad(upright(front, side * 14, 0, high, z0), light.lit(wall, 0.15), ink=0.7)
    inside = front - side * 0.01
    for y in np.arange(3.6, min(high, 20) - 1, 1.7):
        glass = mix(light.lit((0.26, 0.34, 0.42), 0.4), light.mid, 0.35)
        solid.quad(along(inside, z0 + 0.25, z1 - 0.25, float(y), float(y) + 1.15), glass, ink=0.4, lift=0.05)
        for w in np.arange(z0 + 0.3, z1 - 0.9, 0.9):
            if rng.random() < lights(stage) * 1.5:
                solid.quad(
                    along(inside, float(w), float(w) + 0.8, float(y) + 0.05, float(y) + 1.1),
                    mix(light.lamp, WHITE, 0.25),
                    glow=True,
                    ink=0.2,
                    lift=0.1,
                )
    lit = stage.hour != "day"
    lobby = mix(light.lamp, WHITE, 0.35) if lit else mix(light.lit((0.3, 0.36, 0.4), 0.5), light.low, 0.3)
    solid.quad(along(inside, z0 + 0.4, z1 - 0.4, 0.1, 2.9), lobby, glow=lit, ink=0.7, lift=0.1)
    hue = NEON[int(rng.integers(5))]
    if lit:
        solid.quad(along(inside - side * 0.02, z0 + 0.8, z1 - 1.0, 3.05, 3.4), hue, glow=True, ink=0.5, lift=0.15)
        solid.lamp((front - side * 0.3, 3.2, (z0 + z1) / 2), 2.2, hue, 0.4)
    solid.stand((front, 0, (z0 + z1) / 2))


def square(stage: Stage) -> None:
    """A city square: a fountain, trees in tubs, benches and lamps before a ring of towers."""
    sky(stage)
    _end(stage, 110, (0.16, 0.30), (0.44, 0.52, 0.64))
    skyline(
        stage,
        "ring",
        distance=45,
        base=0.0,
        tall=(0.07, 0.16),
        wide=(0.07, 0.12),
        tone=(0.38, 0.40, 0.46),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.60, 0.57, 0.53), tile=0.9)
    basin = Solid(stage)
    basin.post((0, 0, 9.0), 2.6, 0.5, (0.64, 0.63, 0.60))
    basin.post((0, 0.5, 9.0), 0.3, 1.0, (0.58, 0.57, 0.55))
    basin.post((0, 1.5, 9.0), 0.9, 0.2, (0.66, 0.65, 0.62))
    spray = mix(stage.light.low, WHITE, 0.5)
    for u in np.linspace(-0.8, 0.8, 9):
        t = np.linspace(0, 1, 7)
        arc = [
            (float(u) * float(v) * 1.5, 1.7 + 1.1 * float(v) * (1 - float(v)) * 2 - 1.1 * float(v) ** 2, 8.8) for v in t
        ]
        for a, b in itertools.pairwise(arc):
            basin.quad([a, b, (b[0] + 0.04, b[1], b[2]), (a[0] + 0.04, a[1], a[2])], spray, glow=True, ink=0, lift=1.0)
    basin.stand((0, 0, 9.0))
    for i, (x, z) in enumerate(((-2.2, 3.0), (2.2, 3.0), (-3.0, 6.4), (3.0, 6.4), (-4.4, 12.0), (4.4, 12.0))):
        tub = Solid(stage)
        tub.box((x, 0, z), (0.8, 0.5, 0.8), (0.50, 0.46, 0.42), fade=0.2)
        tub.stand((x, 0, z))
        plant(stage, (x, 0.4, z), tree(f"tub{i}", 3.0, (0.34, 0.48, 0.26)), nearer=-0.1)
    s = 1 if chance(stage.dice("square"), 0.5) else -1
    bench(stage, (s * 1.6, 0, 4.4))
    street_lamp(stage, (-s * 1.5, 0, 4.6), ground)
    street_lamp(stage, (s * 2.8, 0, 8.6), ground)
