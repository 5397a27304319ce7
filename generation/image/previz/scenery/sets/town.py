"""The street: shops under awnings, upright signs, lamps and wires."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.sets.city import lights, skyline, street_lamp
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, along, floor_tiles, lying, pool, upright
from generation.image.previz.scenery.stage import Stage

NEON: tuple[Colour, ...] = (rgb("#ff4f8b"), rgb("#37d0e6"), rgb("#ffb03b"), rgb("#8d6bff"), rgb("#52e0a0"))


def pavement(stage: Stage, colour: Colour, *, tile: float = 0.0, far: float = 140.0, wet: bool = False) -> Canvas:
    """Lay a hard ground to the horizon, with joints every `tile` metres; return its canvas."""
    canvas = stage.ground()
    camera, light = stage.camera, stage.light
    width, height = camera.size
    top = camera.horizon + camera.scale(far) * camera.place[1]
    lit = light.lit(colour, 0.55)
    canvas.ramp(
        [(0, top), (width, top), (width, height), (0, height)],
        [
            (top, light.fog, 0.0),
            (top + 0.01 * camera.height, mix(lit, light.fog, 0.75), 1.0),
            (top + 0.12 * camera.height, mix(lit, light.fog, 0.2), 1.0),
            (top + 0.5 * camera.height, light.lit(dim(colour, 0.85), 0.3), 1.0),
        ],
    )
    if tile:
        floor_tiles(stage, canvas, (-9, 9, -9, 34), tile, mix(light.ink, lit, 0.35), 0.5)
    if wet or stage.weather == "rain":
        _wet(stage, canvas)
    return canvas


def _wet(stage: Stage, canvas: Canvas) -> None:
    """Let the sky lie in puddles."""
    rng, camera = stage.dice("puddles"), stage.camera
    shine = mix(stage.light.low, stage.light.mid, 0.4)
    turn = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    for x, z, size in rng.uniform([-2.2, -3, 0.3], [2.2, 12, 1.1], (9, 3)):
        lap = 1 + 0.25 * np.sin(turn * 3 + x)
        ring = np.stack([x + np.cos(turn) * size * lap, np.zeros(18), z + np.sin(turn) * size * 0.7 * lap], axis=1)
        outline = camera.outline(ring)
        if outline is not None:
            canvas.cover([outline], stage.fogged(shine, camera.depth((x, 0, z))), 0.55, blur=1.2, atop=True)


def street(stage: Stage) -> None:
    """A narrow shopping street that runs to a bright sky, with signs, lamps and wires."""
    sky(stage, disc=0.8)
    skyline(
        stage,
        "end",
        distance=70,
        base=0.0,
        tall=(0.06, 0.16),
        wide=(0.05, 0.09),
        tone=(0.40, 0.46, 0.56),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.36, 0.36, 0.40), wet=stage.light.night)
    _kerbs(stage, ground)
    rng = stage.dice("street")
    walls: tuple[Colour, ...] = (
        (0.62, 0.44, 0.36),
        (0.58, 0.56, 0.54),
        (0.46, 0.50, 0.56),
        (0.70, 0.60, 0.46),
        (0.48, 0.38, 0.40),
    )
    for side in (-1, 1):
        z = -6.0
        while z < 30:  # noqa: PLR2004 - beyond, the haze hides what stands there
            deep = float(rng.uniform(3.2, 5.5))
            facade(stage, side, z, z + deep, float(rng.uniform(6.5, 11.5)), walls[int(rng.integers(5))])
            z += deep
    for x, z in ((-2.2, 4.2), (2.2, 9.5), (-2.2, 15.0)):
        street_lamp(stage, (x, 0, z), ground)
    if stage.light.night or stage.hour == "dusk":
        for side, z, hue in ((-1, 1.5, NEON[0]), (1, 4.0, NEON[1]), (-1, 8.0, NEON[2]), (1, 12.0, NEON[3])):
            pool(stage, ground, (side * 1.5, 0, z), 1.7, hue, 0.26)
    wires(stage)


def _kerbs(stage: Stage, canvas: Canvas) -> None:
    light = stage.light
    for side in (-1, 1):
        walk = stage.camera.outline(lying(side * 1.7, side * 2.8, -9, 60, 0))
        if walk is not None:
            canvas.cover([walk], light.lit((0.56, 0.54, 0.54), 0.4), 0.75, atop=True)
    for z in np.arange(-6.0, 40.0, 2.6):
        dash = stage.camera.outline(lying(-0.06, 0.06, z, z + 1.2, 0))
        if dash is not None:
            canvas.cover([dash], light.lit((0.86, 0.84, 0.76), 0.7), 0.6, atop=True)


def wires(stage: Stage) -> None:
    """Cables across the street, sagging."""

    def paint(canvas: Canvas) -> None:
        rng = stage.dice("wires")
        for z, y0, y1 in rng.uniform([4, 5.0, 5.0], [18, 7.5, 7.5], (5, 3)):
            t = np.linspace(0, 1, 14)
            line = np.stack([-2.7 + 5.4 * t, y0 + (y1 - y0) * t - 0.7 * 4 * t * (1 - t) * 0.6, np.full(14, z)], axis=1)
            canvas.ink(stage.camera.pixels(line), stage.fogged(stage.light.ink, z), 0.8, 0.8)

    stage.put((0, 0, 9), paint)


def facade(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage, side: int, z0: float, z1: float, height: float, wall: Colour, *, x: float = 2.7, shop: bool = True
) -> None:
    """One house front along the street: windows above, a shop below with its awning and sign."""
    solid = Solid(stage)
    light = stage.light
    rng = stage.dice("facade", side, z0)
    front = side * x
    corners = along(front, z0, z1, 0, height)
    tone = light.lit(wall, 0.75 if side * stage.key[0] < 0 else 0.2)
    solid.quad(corners, tone, ink=0.8, fade=0.3)
    solid.quad(
        upright(front, side * 12, 0, height, z0),
        light.lit(wall, 0.1),
        ink=0.7,
        fade=0.25,
    )
    solid.box(
        ((front + side * 0.08), height - 0.02, (z0 + z1) / 2), (0.35, 0.22, z1 - z0 + 0.1), dim(wall, 0.75), lift=0.1
    )
    inside = front - side * 0.01
    count = max(1, int((z1 - z0) / 1.3))
    storey = 3.0
    level = storey
    while level + 2.2 < height:
        for i in range(count):
            za = z0 + (z1 - z0) * (i + 0.22) / count
            zb = z0 + (z1 - z0) * (i + 0.78) / count
            shine = rng.random() < lights(stage) * 1.3
            pane = mix(light.lamp, WHITE, 0.15) if shine else mix(light.lit((0.20, 0.25, 0.33), 0.3), light.mid, 0.25)
            solid.quad(
                along(inside, za, zb, level + 0.7, level + 2.1),
                pane,
                glow=bool(shine),
                ink=0.7,
                lift=0.1,
            )
            solid.box(
                (front - side * 0.08, level + 0.6, (za + zb) / 2),
                (0.2, 0.08, zb - za + 0.15),
                dim(wall, 1.1),
                ink=0.4,
                lift=0.2,
            )
        level += 2.9
    if shop:
        _shop_front(solid, side, front, z0, z1, rng)
    solid.stand((front, 0, (z0 + z1) / 2))


def _shop_front(solid: Solid, side: int, front: float, z0: float, z1: float, rng: np.random.Generator) -> None:
    stage = solid.stage
    light = stage.light
    inside = front - side * 0.02
    a, b = z0 + 0.25, z1 - 0.25
    lit = stage.hour != "day"
    warm = mix(light.lamp, WHITE, 0.25)
    glass = warm if lit else mix(light.lit((0.26, 0.30, 0.36), 0.4), light.low, 0.25)
    solid.quad(along(inside, a, b, 0.45, 2.2), glass, glow=lit, ink=0.8, lift=0.1)
    for t in (0.33, 0.66):
        z = a + (b - a) * t
        solid.quad(
            along(inside, z - 0.03, z + 0.03, 0.45, 2.2),
            light.lit((0.2, 0.16, 0.15), 0.3),
            ink=0,
            lift=0.12,
        )
    hue = dim(NEON[int(rng.integers(len(NEON)))], 0.75)
    stripes = 6
    for i in range(stripes):
        za, zb = a + (b - a) * i / stripes, a + (b - a) * (i + 1) / stripes
        tone = light.lit(hue if i % 2 else (0.86, 0.84, 0.80), 0.6)
        solid.quad(
            [(front, 2.7, za), (front, 2.7, zb), (front - side * 0.75, 2.3, zb), (front - side * 0.75, 2.3, za)],
            tone,
            ink=0.4,
            lift=0.4,
        )
        solid.quad(
            [
                (front - side * 0.75, 2.3, za),
                (front - side * 0.75, 2.3, zb),
                (front - side * 0.75, 2.12, (za + zb) / 2),
            ],
            dim(tone, 0.9),
            ink=0.3,
            lift=0.42,
        )
    if chance(rng, 0.75):
        _sign(solid, side, front, (z0 + z1) / 2 - 0.4, NEON[int(rng.integers(len(NEON)))], lit)
    if lit:
        solid.lamp((front - side * 0.5, 1.4, (a + b) / 2), 1.7, light.lamp, 0.32)


def _sign(solid: Solid, side: int, front: float, z: float, hue: Colour, lit: bool) -> None:  # noqa: FBT001 - a lamp is on or off
    """Hang an upright sign over the street."""
    light = solid.stage.light
    x0, x1 = front - side * 0.12, front - side * 0.68
    back = dim(hue, 0.35) if lit else light.lit(dim(hue, 0.7), 0.5)
    solid.quad(upright(x0, x1, 3.2, 5.4, z), back, glow=lit, ink=0.8, lift=0.6)
    rng = solid.stage.dice("glyph", front, z)
    for i in range(4):
        y = 4.95 - 0.5 * i
        for _ in range(4):
            u, v, w, h = rng.uniform([0.12, -0.14, 0.06, 0.03], [0.5, 0.14, 0.4, 0.06])
            ua, ub = x0 - side * u, x0 - side * min(0.52, u + w)
            if chance(rng, 0.4):
                ub, h = x0 - side * (u + 0.05), 0.26
            solid.quad(
                upright(ua, ub, y + v, y + v + h, z - 0.01),
                mix(hue, WHITE, 0.45) if lit else light.lit(WHITE, 0.8),
                glow=lit,
                ink=0,
                lift=0.65,
            )
    if lit:
        solid.lamp(((x0 + x1) / 2, 4.3, z), 1.9, hue, 0.42)
