"""Palace, temple and market: the old China of xianxia and court drama."""

import numpy as np

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import pine, plant, ridge, rock
from generation.image.previz.scenery.sets.city import lights
from generation.image.previz.scenery.sets.nature import NEEDLES, tufts, turf
from generation.image.previz.scenery.sets.town import pavement
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid, along, hip_roof, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

VERMILION: Colour = (0.66, 0.20, 0.15)
TILE: Colour = (0.27, 0.33, 0.38)
GOLD: Colour = (0.84, 0.64, 0.28)
STONE: Colour = (0.62, 0.60, 0.57)


def steps(solid: Solid, at: Place, wide: float, count: int, rise: float = 0.17, run: float = 0.32) -> None:
    """Add a flight of stone steps that climbs away from the viewer."""
    x, y, z = at
    for i in range(count):
        solid.box((x, y, z + run * (i + 0.5)), (wide, rise * (i + 1), run), dim(STONE, 0.9), top=STONE, ink=0.5)


def hall(stage: Stage, at: Place, wide: float, *, storeys: int = 2) -> None:
    """A hall with red pillars and a double roof on a stone platform with steps."""
    solid = Solid(stage)
    x, _, z = at
    light = stage.light
    base = 1.2
    solid.box((x, 0, z), (wide + 2.4, base, 7.0), STONE, fade=0.2)
    steps(solid, (x, 0, z - 3.5 - 7 * 0.32), 2.4, 7)
    solid.stand((x, 0, z), nearer=-0.5)
    house = Solid(stage)
    front = z - 2.2
    house.quad(
        upright(x - wide / 2, x + wide / 2, base, base + 3.2, front + 0.8),
        light.lit(dim(VERMILION, 0.6), 0.15),
        ink=0.7,
    )
    lit = stage.hour != "day"
    bays = 5
    for i in range(bays):
        x0 = x - wide / 2 + wide * (i + 0.14) / bays
        x1 = x - wide / 2 + wide * (i + 0.86) / bays
        shine = mix(light.lamp, (1, 0.9, 0.7), 0.25) if lit else light.lit((0.50, 0.34, 0.24), 0.3)
        house.quad(
            upright(x0, x1, base, base + 2.5, front + 0.78),
            shine,
            glow=lit,
            ink=0.7,
            lift=0.05,
        )
        for u in np.linspace(x0, x1, 5)[1:-1]:
            house.quad([(u, base, front + 0.77), (u, base + 2.5, front + 0.77)], (0, 0, 0), ink=0.6, lift=0.08)
        for v in (0.8, 1.5, 2.1):
            house.quad([(x0, base + v, front + 0.77), (x1, base + v, front + 0.77)], (0, 0, 0), ink=0.5, lift=0.08)
    for i in range(bays + 1):
        house.post((x - wide / 2 + wide * i / bays, base, front), 0.17, 3.2, VERMILION)
    house.box((x, base + 2.9, front), (wide + 0.5, 0.34, 0.3), (0.22, 0.42, 0.42), lift=0.2)
    house.box((x, base + 3.2, front), (wide + 0.5, 0.12, 0.34), GOLD, lift=0.2)
    if lit:
        house.lamp((x, base + 1.4, front), wide * 0.55, light.lamp, 0.42 * light.glow)
    house.stand((x, 0, front), nearer=0.2)
    roof = Solid(stage)
    hip_roof(roof, (x, base + 3.2, z), (wide + 3.2, 7.4), 1.5, TILE, 0.75)
    roof.stand((x, 0, front), nearer=0.6)
    if storeys > 1:
        upper = Solid(stage)
        upper.box((x, base + 4.4, z), (wide * 0.62, 1.5, 3.4), VERMILION)
        upper.box((x, base + 5.7, z - 0.05), (wide * 0.64, 0.2, 3.5), GOLD)
        hip_roof(upper, (x, base + 5.9, z), (wide * 0.62 + 2.8, 5.4), 1.7, TILE, 0.8)
        upper.stand((x, 0, front), nearer=0.4)


def palace(stage: Stage) -> None:
    """A court before the great hall, walled, with braziers and pines."""
    sky(stage)
    ridge(stage, "far", distance=90, base=0.02, height=0.16, colour=(0.40, 0.46, 0.58), swells=8)
    ground = pavement(stage, (0.62, 0.58, 0.54), tile=1.0)
    hall(stage, (0, 0, 17), 7.4)
    for side in (-1, 1):
        _court_wall(stage, side)
        for z in (2.6, 8.2):
            brazier(stage, (side * 1.75, 0, z), ground)
        plant(stage, (side * 3.0, 0, 5.6), pine(f"court{side}", 3.6, NEEDLES, side * 0.1))
    aisle = stage.camera.outline(lying(-0.9, 0.9, -9, 11.5, 0))
    if aisle is not None:
        ground.cover([aisle], stage.light.lit((0.60, 0.26, 0.22), 0.6), 0.5, atop=True)


def _court_wall(stage: Stage, side: int) -> None:
    for z in (1.0, 5.0, 9.0, 13.0):
        solid = Solid(stage)
        solid.box((side * 4.4, 0, z), (0.6, 2.7, 4.0), VERMILION, fade=0.25)
        solid.box((side * 4.4, 2.7, z), (1.3, 0.16, 4.0), dim(TILE, 0.8))
        solid.box((side * 4.4, 2.86, z), (0.8, 0.22, 4.0), TILE)
        solid.stand((side * 4.4, 0, z))


def brazier(stage: Stage, at: Place, ground: Canvas) -> None:
    """A bronze bowl on a pillar; it burns unless it is day."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (0.5, 0.18, 0.5), STONE)
    solid.post((x, 0.18, z), 0.12, 0.85, STONE)
    solid.post((x, 1.03, z), 0.27, 0.2, (0.36, 0.27, 0.18))
    if stage.hour != "day":
        right = np.array(stage.camera.turn[0])
        foot = np.array([x, 1.22, z])
        rng = stage.dice("flame", x, z)
        for size, hue in ((1.0, (1.0, 0.45, 0.12)), (0.62, (1.0, 0.72, 0.25)), (0.34, (1.0, 0.93, 0.66))):
            lean = rng.uniform(-0.05, 0.05)
            flame = [
                foot - right * 0.2 * size,
                foot + right * 0.2 * size,
                foot + right * (0.13 * size + lean) + (0, 0.26 * size, 0),
                foot + right * lean + (0, 0.62 * size, 0),
                foot - right * (0.15 * size - lean) + (0, 0.22 * size, 0),
            ]
            solid.quad(flame, hue, glow=True, ink=0.0, lift=0.3 - 0.1 * size)
        solid.lamp((x, 1.5, z), 2.0, (1.0, 0.6, 0.25), 0.6)
        pool(stage, ground, (x, 0, z), 1.8, (1.0, 0.6, 0.25), 0.30)
    solid.stand(at)


def temple(stage: Stage) -> None:
    """Stone steps through a gate towards a pagoda in the mist, between old pines and lanterns of stone."""
    sky(stage)
    ridge(stage, "far", distance=80, base=0.03, height=0.26, colour=(0.40, 0.48, 0.56), swells=8, sharp=2.0)
    ridge(stage, "slope", distance=36, base=0.0, height=0.13, colour=(0.24, 0.36, 0.32), swells=10, sharp=1.1)
    ground = turf(stage, (0.40, 0.46, 0.32))
    light = stage.light
    way = stage.camera.outline(lying(-1.1, 1.1, -9, 13, 0))
    if way is not None:
        ground.cover([way], light.lit(STONE, 0.5), 0.9, atop=True)
        for z in np.arange(-8.0, 13.0, 0.9):
            joint = stage.camera.outline(lying(-1.1, 1.1, z, z + 0.04, 0))
            if joint is not None:
                ground.cover([joint], light.ink, 0.4, atop=True)
    pagoda(stage, (0.4, 0, 27))
    flight = Solid(stage)
    steps(flight, (0, 0, 12.5), 3.0, 9)
    flight.stand((0, 0, 13))
    gate(stage, (0, 0, 8.5))
    rng = stage.dice("temple")
    for i, (x, z, size) in enumerate(
        ((-3.2, 5.0, 5.6), (3.4, 6.4, 6.2), (-4.2, 11.0, 6.5), (4.4, 13.0, 7.0), (-3.4, 18.0, 6.0), (3.8, 20.0, 6.4))
    ):
        plant(stage, (x, 0, z), pine(f"temple{i}", size, NEEDLES, float(rng.uniform(-0.16, 0.16))))
    for side in (-1, 1):
        for z in (1.8, 5.2):
            stone_lantern(stage, (side * 1.55, 0, z), ground)
        plant(stage, (side * 2.3, 0, 2.6), rock(f"temple{side}", 0.5, STONE))
    tufts(stage, (0.36, 0.46, 0.28), 12)
    veil(stage, stage.backdrop("mist", 20.0), stage.camera.horizon + 8 * stage.camera.height / 1000, 34, 0.7)


def gate(stage: Stage, at: Place) -> None:
    """A wooden gate with two beams, as tall as two men."""
    solid = Solid(stage)
    x, _, z = at
    for side in (-1, 1):
        solid.box((x + side * 1.75, 0, z), (0.5, 0.3, 0.5), (0.20, 0.18, 0.19))
        solid.post((x + side * 1.75, 0.3, z), 0.16, 3.7, VERMILION)
    solid.box((x, 3.05, z), (4.2, 0.24, 0.2), VERMILION, lift=0.1)
    ends = np.linspace(-1, 1, 11)
    top = [(x + u * 2.6, 4.05 + 0.32 * abs(u) ** 2.5, z - 0.2) for u in ends]
    low = [(px, py - 0.28, pz) for px, py, pz in top]
    solid.quad([*top, *reversed(low)], stage.light.lit(dim(VERMILION, 0.85), 0.3), ink=0.9, lift=0.3)
    cap = [(px * 1.03, py + 0.12, pz) for px, py, pz in top]
    solid.quad([*cap, *reversed(top)], stage.light.lit(TILE, 0.5), ink=0.9, lift=0.35)
    solid.box((x, 3.3, z - 0.05), (0.5, 0.62, 0.1), (0.18, 0.16, 0.20), lift=0.3)
    solid.quad(
        upright(x - 0.16, x + 0.16, 3.4, 3.82, z - 0.12),
        GOLD,
        ink=0.5,
        lift=0.4,
    )
    solid.stand(at)


def pagoda(stage: Stage, at: Place) -> None:
    """A tower of five roofs that shrink as they rise."""
    x, _, z = at
    lit = stage.hour != "day"
    y, wide = 1.5, 4.6
    solid = Solid(stage)
    for _ in range(5):
        solid.box((x, y, z), (wide * 0.62, 1.7, wide * 0.62), dim(VERMILION, 0.8))
        if lit:
            for u in (-0.2, 0.2):
                solid.quad(
                    upright(x + (u - 0.09) * wide, x + (u + 0.09) * wide, y + 0.3, y + 1.2, z - wide * 0.32),
                    stage.light.lamp,
                    glow=True,
                    ink=0.5,
                    lift=0.2,
                )
            solid.lamp((x, y + 0.8, z - wide * 0.35), wide * 0.4, stage.light.lamp, 0.22)
        roof = Solid(stage)
        hip_roof(roof, (x, y + 1.6, z), (wide, wide), 0.75, TILE, 0.4)
        for face in roof.faces:
            solid.quad(face.points, face.colour, ink=face.ink, lift=face.lift + 1.5)
        y += 2.3
        wide *= 0.84
    solid.box((x, y, z), (0.12, 1.6, 0.12), GOLD, lift=1.0)
    solid.stand(at)


def stone_lantern(stage: Stage, at: Place, ground: Canvas) -> None:
    """A lantern of stone beside the way."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (0.46, 0.16, 0.46), STONE)
    solid.box((x, 0.16, z), (0.18, 0.72, 0.18), STONE)
    solid.box((x, 0.88, z), (0.42, 0.1, 0.42), STONE)
    solid.box((x, 0.98, z), (0.30, 0.28, 0.30), dim(STONE, 0.85))
    lit = stage.hour != "day"
    f = z - 0.155
    pane = stage.light.lamp if lit else stage.light.lit((0.2, 0.2, 0.2), 0.2)
    solid.quad(
        upright(x - 0.09, x + 0.09, 1.02, 1.22, f),
        pane,
        glow=lit,
        ink=0.6,
        lift=0.1,
    )
    solid.box((x, 1.26, z), (0.62, 0.08, 0.62), STONE)
    solid.box((x, 1.34, z), (0.36, 0.14, 0.36), STONE)
    solid.box((x, 1.48, z), (0.12, 0.14, 0.12), STONE)
    if lit:
        solid.lamp((x, 1.12, z - 0.2), 1.0, stage.light.lamp, 0.5)
        pool(stage, ground, (x, 0, z), 1.1, stage.light.lamp, 0.25)
    solid.stand(at)


def market(stage: Stage) -> None:
    """A lane of wooden shops with awnings, goods, banners and strings of lanterns."""
    sky(stage)
    ground = pavement(stage, (0.54, 0.46, 0.40), tile=0.8)
    rng = stage.dice("market")
    for side in (-1, 1):
        z = -5.0
        number = 0
        while z < 26:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(3.0, 4.2))
            shop_house(stage, side, z, z + deep, number)
            if number % 2 == (side > 0):
                stall(stage, (side * 1.95, 0, z + deep / 2), side, number)
            z += deep + 0.1
            number += 1
    pagoda(stage, (0.8, -2.0, 42))
    strings(stage, ground)


def shop_house(stage: Stage, side: int, z0: float, z1: float, number: int) -> None:
    """One two-storeyed wooden house along the lane."""
    solid = Solid(stage)
    light = stage.light
    woods: tuple[Colour, ...] = ((0.44, 0.27, 0.19), (0.52, 0.34, 0.24), (0.38, 0.25, 0.21), (0.50, 0.24, 0.19))
    wall = woods[(number + (side > 0) * 2) % 4]
    x = side * 2.75
    lit = stage.hour != "day"
    tone = light.lit(wall, 0.65 if side * stage.key[0] < 0 else 0.2)
    high = 5.0
    solid.quad(along(x, z0, z1, 0, high), tone, ink=0.8, fade=0.25)
    solid.quad(upright(x, side * 9, 0, high, z0), light.lit(wall, 0.1), ink=0.7)
    inside = x - side * 0.01
    glow = mix(light.lamp, (1, 0.9, 0.7), 0.2)
    pane = glow if lit else light.lit((0.66, 0.56, 0.42), 0.4)
    solid.quad(
        along(inside, z0 + 0.3, z1 - 0.3, 0.2, 2.1),
        glow if lit else light.lit((0.16, 0.11, 0.10), 0.3),
        glow=lit,
        ink=0.8,
        lift=0.05,
    )
    solid.quad(
        along(inside, z0 + 0.4, z1 - 0.4, 3.2, 4.4),
        pane,
        glow=lit,
        ink=0.8,
        lift=0.05,
    )
    for z in np.linspace(z0 + 0.4, z1 - 0.4, 9):
        solid.quad([(inside, 3.2, z), (inside, 4.4, z)], (0, 0, 0), ink=0.6, lift=0.1)
    for y in (3.5, 3.8, 4.1):
        solid.quad([(inside, y, z0 + 0.4), (inside, y, z1 - 0.4)], (0, 0, 0), ink=0.5, lift=0.1)
    for z in (z0 + 0.15, z1 - 0.15):
        solid.box((x - side * 0.05, 0, z), (0.16, high, 0.16), dim(wall, 0.7), lift=0.15)
    for y, out in ((2.6, 1.0), (high, 0.9)):
        _eave(solid, side, x, y, out, (z0, z1))
    banner = mix(VERMILION, GOLD, 0.5 * (number % 3))
    bx = x - side * 0.75
    solid.quad(
        upright(bx, bx - side * 0.4, 0.9, 2.4, z0 + 0.5),
        light.lit(banner, 0.5),
        ink=0.7,
        lift=0.5,
    )
    if lit:
        solid.lamp((x - side * 0.5, 1.3, (z0 + z1) / 2), 1.5, light.lamp, 0.28 * light.glow)
    solid.stand((x, 0, (z0 + z1) / 2))


def _eave(solid: Solid, side: int, x: float, y: float, out: float, span: tuple[float, float]) -> None:
    """Add a strip of tiled roof that leans over the lane."""
    light = solid.stage.light
    z0, z1 = span
    ribs = 10
    for i in range(ribs):
        a, b = z0 + (z1 - z0) * i / ribs, z0 + (z1 - z0) * (i + 1) / ribs
        tone = light.lit(dim(TILE, 1.0 if i % 2 else 0.8), 0.5)
        solid.quad(
            [
                (x + side * 0.3, y + 0.55, a),
                (x + side * 0.3, y + 0.55, b),
                (x - side * out, y, b),
                (x - side * out, y, a),
            ],
            tone,
            ink=0.25,
            lift=0.3,
        )
    solid.quad(
        along(x - side * out, z0, z1, y, y - 0.12),
        light.lit(dim(TILE, 0.6), 0.2),
        ink=0.7,
        lift=0.32,
    )


def stall(stage: Stage, at: Place, side: int, number: int) -> None:
    """A table of goods under a cloth."""
    solid = Solid(stage)
    light = stage.light
    x, _, z = at
    cloths: tuple[Colour, ...] = ((0.70, 0.26, 0.20), (0.24, 0.42, 0.46), (0.82, 0.62, 0.28), (0.46, 0.34, 0.52))
    cloth = cloths[number % 4]
    solid.box((x, 0, z), (0.9, 0.72, 1.7), (0.46, 0.31, 0.21), fade=0.3)
    rng = stage.dice("stall", side, number)
    for i in range(9):
        gx, gz = x + float(rng.uniform(-0.32, 0.32)), z - 0.7 + 0.17 * i
        hue = ((0.84, 0.42, 0.20), (0.72, 0.22, 0.22), (0.80, 0.70, 0.32), (0.42, 0.56, 0.28))[int(rng.integers(4))]
        solid.post((gx, 0.72, gz), float(rng.uniform(0.06, 0.11)), float(rng.uniform(0.08, 0.2)), hue, ink=0.3)
    for a in (-0.8, 0.8):
        solid.box((x - side * 0.42, 0, z + a), (0.05, 2.15, 0.05), (0.32, 0.22, 0.17))
    folds = 6
    for i in range(folds):
        a, b = z - 0.95 + 1.9 * i / folds, z - 0.95 + 1.9 * (i + 1) / folds
        tone = light.lit(cloth if i % 2 else mix(cloth, (0.9, 0.86, 0.78), 0.7), 0.6)
        solid.quad(
            [(x + side * 0.5, 2.5, a), (x + side * 0.5, 2.5, b), (x - side * 0.6, 2.15, b), (x - side * 0.6, 2.15, a)],
            tone,
            ink=0.4,
            lift=0.5,
        )
        solid.quad(
            [(x - side * 0.6, 2.15, a), (x - side * 0.6, 2.15, b), (x - side * 0.6, 1.95, (a + b) / 2)],
            dim(tone, 0.88),
            ink=0.4,
            lift=0.55,
        )
    solid.stand(at)


def strings(stage: Stage, ground: Canvas) -> None:
    """Lanterns on cords across the lane."""
    rng = stage.dice("strings")
    for z, high in ((2.4, 3.7), (5.4, 4.0), (9.0, 3.9), (13.5, 4.1), (19.0, 4.2)):
        solid = Solid(stage)
        t = np.linspace(0, 1, 15)
        xs = -2.6 + 5.2 * t
        ys = high + 0.5 - 0.55 * 4 * t * (1 - t)
        for i in range(14):
            solid.quad([(xs[i], ys[i], z), (xs[i + 1], ys[i + 1], z)], (0, 0, 0), ink=0.8)
        for i in (2, 5, 9, 12):
            red = mix((0.88, 0.24, 0.14), (0.95, 0.58, 0.22), float(rng.random()) * 0.6)
            solid.lantern((float(xs[i]), float(ys[i]) - 0.42, z), 0.2, red, cord=0.2)
        solid.stand((0, 0, z))
        if lights(stage):
            pool(stage, ground, (0, 0, z), 1.8, stage.light.lamp, 0.16)
