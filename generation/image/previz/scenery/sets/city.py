"""The city from its river and from its roofs: towers, lit windows, lamps and railings."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import water
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import UP, Solid, floor_tiles, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

GLAZED = 0.9
"""The share of a tower's windows that are there."""


def city(stage: Stage) -> None:
    """A promenade by the river: railing, lamps, and the skyline with its lights in the water."""
    sky(stage)
    skyline(
        stage,
        "far",
        distance=120,
        base=0.0,
        tall=(0.10, 0.24),
        wide=(0.03, 0.06),
        tone=(0.44, 0.52, 0.64),
        lit=lights(stage) * 0.7,
    )
    skyline(
        stage,
        "near",
        distance=60,
        base=0.0,
        tall=(0.05, 0.15),
        wide=(0.04, 0.08),
        tone=(0.24, 0.28, 0.38),
        lit=lights(stage),
    )
    sheet = stage.ground("river")
    water(stage, sheet, 1e5, 0, (0.08, 0.16, 0.24))
    _shimmer(stage, sheet)
    veil(stage, sheet, stage.camera.horizon, 10, 0.5)
    quay = stage.ground("quay")
    edge = stage.camera.outline(lying(-16, 16, 2.9, -12, 0))
    if edge is not None:
        top = float(edge[:, 1].min())
        tone = stage.light.lit((0.50, 0.48, 0.48), 0.4)
        quay.ramp(
            edge,
            [(top, mix(tone, stage.light.fog, 0.12), 1.0), (top + 0.35 * stage.camera.height, dim(tone, 0.72), 1.0)],
        )
        floor_tiles(stage, quay, (-8, 8, -9, 2.9), 0.8, mix(stage.light.ink, tone, 0.35), 0.45)
    railing(stage, 2.75)
    for x in (-3.1, 2.4, 6.5):
        street_lamp(stage, (x, 0, 2.5), quay)
    bench(stage, (-1.75, 0, 2.1))


def _shimmer(stage: Stage, canvas: Canvas) -> None:
    """Draw the lights of the far bank as trembling columns in the water."""
    share = lights(stage)
    if not share:
        return
    rng, camera = stage.dice("shimmer"), stage.camera
    dashes = []
    for azimuth, wide, luck in rng.random((46, 3)):
        x, y = camera.towards((azimuth - 0.5) * 0.9, -0.004)
        for j in range(int(4 + 14 * luck)):
            w = (0.0025 + 0.004 * wide) * camera.height * rng.uniform(0.5, 1.3)
            dashes.append(
                np.array(
                    [
                        (x - w, y + j * 0.0075 * camera.height),
                        (x, y + j * 0.0075 * camera.height),
                        (x + w, y + j * 0.0075 * camera.height),
                    ]
                )
            )
    canvas.strokes(dashes, mix(stage.light.lamp, stage.light.mid, 0.2), 1.6, min(1.0, share * 1.7))


def rooftop(stage: Stage) -> None:
    """High over the city: parapet, water tank, aerials, a string of bulbs, towers below the horizon."""
    sky(stage)
    skyline(
        stage,
        "far",
        distance=140,
        base=-0.06,
        tall=(0.10, 0.20),
        wide=(0.03, 0.06),
        tone=(0.44, 0.50, 0.62),
        lit=lights(stage) * 0.6,
    )
    skyline(
        stage,
        "middle",
        distance=80,
        base=-0.12,
        tall=(0.08, 0.22),
        wide=(0.05, 0.09),
        tone=(0.34, 0.39, 0.50),
        lit=lights(stage),
    )
    skyline(
        stage,
        "near",
        distance=40,
        base=-0.20,
        tall=(0.06, 0.18),
        wide=(0.08, 0.13),
        tone=(0.26, 0.28, 0.36),
        lit=lights(stage),
    )
    roof = stage.ground("roof")
    edge = stage.camera.outline(lying(-14, 14, 4.0, -12, 0))
    tone = stage.light.lit((0.48, 0.45, 0.44), 0.4)
    if edge is not None:
        top = float(edge[:, 1].min())
        roof.ramp(
            edge,
            [(top, mix(tone, stage.light.fog, 0.15), 1.0), (top + 0.35 * stage.camera.height, dim(tone, 0.7), 1.0)],
        )
        floor_tiles(stage, roof, (-8, 8, -9, 4), 1.3, mix(stage.light.ink, tone, 0.35), 0.4)
    wall = Solid(stage)
    wall.box((0, 0, 4.0), (28, 0.85, 0.25), (0.50, 0.44, 0.42), top=(0.66, 0.60, 0.56), fade=0.25)
    wall.stand((0, 0, 4.0))
    s = 1 if chance(stage.dice("rooftop"), 0.5) else -1
    _tank(stage, (s * 2.5, 0, 3.0))
    unit = Solid(stage)
    unit.box((-s * 2.2, 0, 2.6), (1.2, 0.9, 0.8), (0.58, 0.60, 0.62), fade=0.2)
    for i in range(5):
        unit.quad(
            [(-s * 2.2 - 0.5, 0.2 + 0.13 * i, 2.19), (-s * 2.2 + 0.5, 0.2 + 0.13 * i, 2.19)],
            (0, 0, 0),
            ink=0.7,
            lift=0.1,
        )
    unit.stand((-s * 2.2, 0, 2.6))
    bulbs(stage, (-3.2, 2.9, 3.6), (3.2, 3.1, 2.4))
    bulbs(stage, (-3.2, 2.7, 1.4), (3.0, 3.3, 3.7))


def _tank(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    for a in (-0.5, 0.5):
        for b in (-0.4, 0.4):
            solid.box((x + a, 0, z + b), (0.09, 1.5, 0.09), (0.24, 0.19, 0.17))
    solid.post((x, 1.5, z), 0.75, 1.5, (0.46, 0.30, 0.22))
    for y in (1.8, 2.25, 2.7):
        solid.quad([(x - 0.75, y, z - 0.5), (x + 0.75, y, z - 0.5)], (0, 0, 0), ink=0.5, lift=0.8)
    right = np.array(stage.camera.turn[0])
    top = np.array([x, 3.0, z])
    solid.quad(
        [top - right * 0.85, top + right * 0.85, top + UP * 0.55],
        stage.light.lit((0.30, 0.24, 0.24), 0.5),
        ink=0.8,
        lift=0.8,
    )
    solid.stand(at)


def bulbs(stage: Stage, start: Place, end: Place) -> None:
    """A sagging string of bulbs between two places."""
    solid = Solid(stage)
    t = np.linspace(0, 1, 22)
    a, b = np.array(start), np.array(end)
    line = a + (b - a) * t[:, None]
    line[:, 1] -= 0.45 * 4 * t * (1 - t)
    for p, q in itertools.pairwise(line):
        solid.quad([p, q], (0, 0, 0), ink=0.7)
    lit = stage.hour != "day"
    right = np.array(stage.camera.turn[0]) * 0.035
    for p in line[1:-1:2]:
        low = p - (0, 0.09, 0)
        bulb = [low - right, low + right, low + right * 0.6 - (0, 0.07, 0), low - right * 0.6 - (0, 0.07, 0)]
        solid.quad(
            bulb,
            mix(stage.light.lamp, WHITE, 0.45) if lit else stage.light.lit((0.9, 0.88, 0.8), 0.7),
            glow=lit,
            ink=0.3,
        )
        if lit:
            x, y, z = low.tolist()
            solid.lamp((x, y, z), 0.42, stage.light.lamp, 0.6)
    solid.stand((0, 0, float(line[:, 2].mean())))


def railing(stage: Stage, z: float, *, height: float = 1.05) -> None:
    """An iron railing across the whole view."""
    solid = Solid(stage)
    iron: Colour = (0.16, 0.18, 0.20)
    for x in np.arange(-9.0, 9.01, 1.5):
        solid.box((x, 0, z), (0.08, height, 0.08), iron)
    for y in (0.18, height - 0.05):
        solid.box((0, y, z), (20.0, 0.05, 0.06), iron, lift=0.05)
    for x in np.arange(-9.0, 9.0, 0.25):
        solid.quad(
            upright(x - 0.012, x + 0.012, 0.2, height, z),
            stage.light.lit(iron, 0.4),
            ink=0,
        )
    solid.stand((0, 0, z))


def street_lamp(stage: Stage, at: Place, ground: Canvas | None = None, *, height: float = 3.6) -> None:
    """A lamp post with a glass head, lit unless it is day."""
    solid = Solid(stage)
    x, _, z = at
    iron: Colour = (0.15, 0.16, 0.19)
    solid.box((x, 0, z), (0.2, 0.4, 0.2), iron)
    solid.post((x, 0.4, z), 0.045, height - 0.4, iron)
    solid.box((x, height, z), (0.34, 0.05, 0.34), iron)
    lit = stage.hour != "day"
    right = np.array(stage.camera.turn[0])
    top = np.array([x, height + 0.05, z])
    head = [top - right * 0.11, top + right * 0.11, top + right * 0.17 + UP * 0.4, top - right * 0.17 + UP * 0.4]
    solid.quad(
        head, mix(stage.light.lamp, WHITE, 0.5) if lit else stage.light.lit((0.75, 0.80, 0.82), 0.6), glow=lit, ink=0.8
    )
    solid.quad(
        [top - right * 0.2 + UP * 0.4, top + right * 0.2 + UP * 0.4, top + UP * 0.58],
        stage.light.lit(iron, 0.3),
        ink=0.6,
    )
    if lit:
        solid.lamp((x, height + 0.25, z), 2.3, stage.light.lamp, 0.6)
        if ground is not None:
            pool(stage, ground, (x, 0, z - 0.3), 2.4, stage.light.lamp, 0.28)
    solid.stand(at)


def bench(stage: Stage, at: Place) -> None:
    """A slatted bench that looks at the viewer."""
    solid = Solid(stage)
    x, _, z = at
    for side in (-0.7, 0.7):
        solid.box((x + side, 0, z), (0.06, 0.45, 0.4), (0.15, 0.16, 0.18))
    for i in range(3):
        solid.box((x, 0.43, z - 0.16 + 0.15 * i), (1.7, 0.035, 0.12), (0.50, 0.33, 0.22), lift=0.1)
    for lift in (0.6, 0.76):
        solid.box((x, lift, z + 0.22), (1.7, 0.11, 0.03), (0.50, 0.33, 0.22))
    solid.stand(at)


def lights(stage: Stage) -> float:
    """Return the share of windows that shine at this hour."""
    return {"night": 0.26, "dusk": 0.18, "dawn": 0.10, "day": 0.0}[stage.hour]


def skyline(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage,
    name: str,
    *,
    distance: float,
    base: float,
    tall: tuple[float, float],
    wide: tuple[float, float],
    tone: Colour,
    lit: float,
) -> None:
    """Paint a row of towers as a backdrop: heights and widths in radians, `lit` the share of windows that shine."""
    canvas = stage.backdrop(name, distance)
    rng, camera, light = stage.dice("skyline", name), stage.camera, stage.light
    air = min(0.9, 1 - np.exp(-distance * light.haze * 0.5))
    azimuth = -0.62
    foot = camera.size[1]
    while azimuth < 0.62:  # noqa: PLR2004 - by eye
        span = float(rng.uniform(*wide))
        high = base + float(rng.uniform(*tall)) * (1.35 if chance(rng, 0.15) else 1.0)
        kind, shade, luck = rng.random(3)
        x0, y0 = camera.towards(azimuth, high)
        x1, _ = camera.towards(azimuth + span, high)
        wall = mix(light.lit(dim(tone, 0.8 + 0.4 * float(shade)), 0.25), light.fog, air)
        edge = mix(light.lit(dim(tone, 1.1), 0.9), light.fog, air)
        low = min(foot, camera.towards(azimuth, -0.12)[1])
        body = [(x0, y0), (x1, y0), (x1, foot), (x0, foot)]
        if kind < 0.3:  # noqa: PLR2004 - a share of the throws
            step = (x1 - x0) * 0.22
            body = [
                (x0, y0 + step),
                (x0 + step, y0 + step),
                (x0 + step, y0),
                (x1 - step, y0),
                (x1 - step, y0 + step),
                (x1, y0 + step),
                (x1, foot),
                (x0, foot),
            ]
        elif kind < 0.42:  # noqa: PLR2004 - a share of the throws
            body[0] = (x0, y0 + (x1 - x0) * 0.5)
        canvas.ramp(body, [(y0, wall, 1.0), (low, mix(wall, light.fog, 0.55), 1.0)])
        bright = [(x1 - (x1 - x0) * 0.2, y0 + 2), (x1, y0 + 2), (x1, foot), (x1 - (x1 - x0) * 0.2, foot)]
        if stage.key[0] < 0:
            bright = [(x0 + x1 - x, y) for x, y in bright]
        canvas.cover([np.array(bright)], edge, 0.35, atop=True)
        canvas.strokes(
            [np.array([body[-1], *body[:-1]], float)],
            mix(light.ink, light.fog, min(0.93, air * 1.1)),
            0.7,
            0.6,
            taper=0,
        )
        if luck < 0.35:  # noqa: PLR2004 - a share of the throws
            canvas.ink([((x0 + x1) / 2, y0), ((x0 + x1) / 2, y0 - 0.03 * camera.height)], wall, 0.9)
        _windows(canvas, stage, rng, (x0, y0, x1, low), lit, air)
        azimuth += span * float(rng.uniform(0.86, 1.15))


def _windows(
    canvas: Canvas,
    stage: Stage,
    rng: np.random.Generator,
    box: tuple[float, float, float, float],
    lit: float,
    air: float,
) -> None:
    """Fill a tower with rows of windows, some of them lit: a small pattern pressed into its face."""
    x0, y0, x1, y1 = box
    unit = canvas.unit
    across, down = max(2, int((x1 - x0) / (4.6 * unit))), min(34, int((y1 - y0) / (6.6 * unit)))
    luck, glass = rng.random((2, 34, across))[:, : max(0, down)]
    if not len(luck):
        return
    panes = np.stack([(luck >= lit) * 75.0 * (1 - air), (luck < lit) * 235.0], axis=2) * (glass < GLAZED)[..., None]
    coats = np.zeros((len(luck) * 6, across * 6, 2), np.uint8)
    for dy, dx in np.ndindex(3, 3):
        coats[2 + dy :: 6, 2 + dx :: 6] = panes
    tones = (mix(stage.light.ink, stage.light.fog, 0.4 + 0.5 * air), mix(stage.light.lamp, stage.light.fog, air * 0.4))
    canvas.stamp(coats, (x0, y0, x1, y0 + len(luck) * 6.6 * unit), tones)
