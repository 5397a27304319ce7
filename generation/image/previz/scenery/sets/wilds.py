"""Other faces of mountain, sea and desert."""

import itertools

import numpy as np

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import Sketch, Spot, grass, limb, pine, plant, ridge, rock, water
from generation.image.previz.scenery.rooms import side_of
from generation.image.previz.scenery.sets.nature import MEADOW, NEEDLES, ROCK, SAND, dune, tufts, turf
from generation.image.previz.scenery.sets.woods import fir
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage


def cloud_ledge(stage: Stage) -> None:
    """A ledge of rock over a sea of clouds; peaks stand in it like islands."""
    sky(stage)
    light = stage.light
    for name, distance, base, height, tone in (
        ("far", 100, -0.01, 0.24, (0.52, 0.58, 0.70)),
        ("middle", 60, -0.05, 0.22, (0.40, 0.48, 0.56)),
        ("near", 30, -0.12, 0.20, (0.26, 0.36, 0.38)),
    ):
        ridge(stage, name, distance=distance, base=base, height=height, colour=tone, swells=9, sharp=2.4)
        row = stage.camera.horizon + (0.01 - 0.9 * base) * stage.camera.height
        veil(stage, stage.backdrop(f"cloud-{name}", distance - 8), row, 26, 1.0)
    ledge = stage.ground("ledge")
    xs = np.linspace(-10, 10, 36)
    edge = 2.1 + 0.5 * np.sin(xs * 1.3) + stage.dice("ledge").normal(0, 0.16, 36)
    rim = [(float(x), 0.0, float(z)) for x, z in zip(xs, edge, strict=True)]
    top_face = stage.camera.outline([*rim, (10, 0, -9), (-10, 0, -9)])
    face = stage.camera.outline([*rim, *((x, -1.6, z + 0.1) for x, _, z in reversed(rim))])
    if top_face is not None and face is not None:
        ledge.fill(face, light.lit(dim(ROCK, 0.6), 0.1))
        top = float(top_face[:, 1].min())
        ledge.ramp(
            top_face, [(top, light.lit(ROCK, 0.8), 1.0), (stage.camera.size[1], light.lit(dim(ROCK, 0.7), 0.2), 1.0)]
        )
        ledge.strokes([top_face[:36]], light.ink, 1.6, 0.8, taper=0)
    s = side_of(stage)
    plant(stage, (s * 1.9, 0, 1.7), pine("ledge", 4.2, NEEDLES, -s * 0.35))
    for i, (x, z, size) in enumerate(((-1.5, 1.5, 0.4), (1.3, 1.9, 0.3), (-2.6, 0.8, 0.9), (2.9, 0.4, 0.7))):
        plant(stage, (s * x, 0, z), rock(f"ledge{i}", size, ROCK))
    tufts(stage, (0.46, 0.48, 0.30), 8, far=1.6)


def valley_stream(stage: Stage) -> None:
    """A green valley: a waterfall on the slope, a stream with stones, firs on both sides."""
    sky(stage)
    ridge(stage, "far", distance=80, base=0.04, height=0.30, colour=(0.50, 0.56, 0.66), swells=6, sharp=2.2, snow=0.5)
    ridge(stage, "slope", distance=34, base=0.02, height=0.20, colour=(0.26, 0.40, 0.30), swells=7, sharp=0.9)
    s = side_of(stage)
    fall = stage.backdrop("fall", 33.0)
    x, y = stage.camera.towards(s * 0.07, 0.10)
    foot, wide = stage.camera.horizon + 0.012 * stage.camera.height, 0.010 * stage.camera.height
    fall.cover(
        [np.array([(x - wide * 0.6, y), (x + wide * 0.6, y), (x + wide * 1.3, foot), (x - wide * 1.2, foot)])],
        mix(stage.light.low, (1, 1, 1), 0.5),
        0.9,
        blur=0.6,
    )
    veil(stage, fall, foot, 12, 0.9)
    ground = turf(stage, MEADOW)
    stream = [
        (s * 0.8, 26),
        (s * 1.4, 16),
        (s * 0.5, 9),
        (s * 1.5, 4),
        (s * 1.1, -1),
        (s * 2.6, -6),
        (s * 4.4, -6),
        (s * 2.3, -1),
        (s * 2.4, 4),
        (s * 1.2, 9),
        (s * 2.0, 16),
        (s * 1.1, 26),
    ]
    outline = stage.camera.outline([(a, 0, b) for a, b in stream])
    if outline is not None:
        ground.cover([outline], mix(stage.light.low, stage.light.mid, 0.5), 0.9, blur=1.0, atop=True)
        ground.cover(
            [outline + np.array([0.0, 3 * ground.unit])],
            mix(stage.light.top, stage.light.mid, 0.4),
            0.35,
            blur=2.0,
            atop=True,
        )
    rng = stage.dice("valley-trees")
    for i, (u, z, size) in enumerate(rng.uniform([1.7, 3, 3.0], [6, 24, 5.5], (16, 3))):
        side = 1 if i % 2 else -1
        plant(stage, (side * (u + 0.16 * z), 0, z), fir(f"fir{i}", size))
    for i, (z, size) in enumerate(((0.6, 0.3), (1.8, 0.45), (3.4, 0.35), (5.5, 0.5))):
        plant(stage, (s * (1.2 + 0.3 * (i % 2)), 0, z), rock(f"stream{i}", size, ROCK))
    plant(stage, (-s * 2.2, 0, 1.6), fir("hero", 5.5))
    tufts(stage, MEADOW, 16)


def pier(stage: Stage) -> None:
    """A jetty of planks into calm water, posts with rope, a moored boat, islands far out."""
    sky(stage)
    ridge(stage, "isles", distance=120, base=-0.012, height=0.07, colour=(0.42, 0.50, 0.60), swells=3.4)
    sheet = stage.ground("water")
    water(stage, sheet, 1e5, 0, (0.06, 0.26, 0.36))
    veil(stage, sheet, stage.camera.horizon, 16, 0.7)
    deck = Solid(stage)
    rng = stage.dice("pier")
    for z in np.arange(-7.0, 11.0, 0.28):
        tone = dim((0.56, 0.44, 0.34), float(rng.uniform(0.85, 1.15)))
        deck.quad(lying(-1.25, 1.25, float(z), float(z) + 0.26, 0), stage.light.lit(tone, 0.6), ink=0.45)
    deck.quad(
        [(-1.25, -0.3, -7), (-1.25, -0.3, 11), (-1.25, 0, 11), (-1.25, 0, -7)],
        stage.light.lit((0.36, 0.27, 0.22), 0.2),
        ink=0.6,
    )
    deck.quad(
        [(1.25, -0.3, -7), (1.25, -0.3, 11), (1.25, 0, 11), (1.25, 0, -7)],
        stage.light.lit((0.36, 0.27, 0.22), 0.2),
        ink=0.6,
    )
    deck.stand((0, 0, 9.0), nearer=-2.0)
    for z in (1.4, 4.4, 7.4, 10.4):
        for side in (-1, 1):
            post = Solid(stage)
            post.post((side * 1.3, -0.5, z), 0.09, 1.4, (0.38, 0.29, 0.24))
            t = np.linspace(0, 1, 8)
            rope = [(side * 1.3, 0.78 - 0.22 * float(np.sin(np.pi * u)), z - 3.0 * float(u)) for u in t]
            for a, b in itertools.pairwise(rope):
                post.quad([a, b], (0, 0, 0), ink=0.8)
            post.stand((side * 1.3, 0, z))
    s = side_of(stage)
    lamp = Solid(stage)
    lamp.box((s * 1.3, 0.9, 4.4), (0.06, 1.3, 0.06), (0.2, 0.2, 0.22))
    lamp.lantern((s * 1.3, 2.2, 4.4), 0.13, (0.96, 0.70, 0.34), cord=0.05)
    lamp.stand((s * 1.3, 0, 4.4), nearer=0.1)
    _skiff(stage, (-s * 2.4, 0, 6.0))


def _skiff(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    hull = [(-1.2, 0.35), (1.2, 0.42), (0.95, -0.05), (-0.85, -0.05)]
    solid.quad([(x + u, v, z) for u, v in hull], stage.light.lit((0.62, 0.28, 0.22), 0.5), ink=0.8)
    solid.quad(
        [(x - 1.2, 0.35, z), (x + 1.2, 0.42, z), (x + 1.0, 0.45, z + 0.6), (x - 1.0, 0.4, z + 0.6)],
        stage.light.lit((0.36, 0.26, 0.2), 0.3),
        ink=0.7,
        lift=-0.1,
    )
    solid.box((x, 0.4, z + 0.3), (0.1, 2.6, 0.1), (0.40, 0.30, 0.22))
    solid.quad(
        [(x + 0.05, 0.8, z + 0.3), (x + 1.1, 0.9, z + 0.3), (x + 0.05, 2.8, z + 0.3)],
        stage.light.lit((0.88, 0.84, 0.76), 0.8),
        ink=0.7,
        lift=0.2,
    )
    solid.stand(at)


def lighthouse_beach(stage: Stage) -> None:
    """A wide pale beach under a lighthouse on its cape; breakers, driftwood, grass on the dunes."""
    sky(stage)
    sheet = stage.ground("water")
    water(stage, sheet, 1e5, 0, (0.05, 0.32, 0.40))
    veil(stage, sheet, stage.camera.horizon, 14, 0.6)
    s = side_of(stage)
    ridge(stage, "cape", distance=40, base=-0.02, height=0.06, colour=(0.36, 0.36, 0.34), swells=3.1, sharp=0.9)
    _lighthouse(stage, (s * 4.2, 0.6, 26.0))
    beach = stage.ground("beach")
    xs = np.linspace(-20, 20, 50)
    edge = 5.0 + 0.14 * s * xs + 0.4 * np.sin(xs * 0.7)
    light = stage.light
    for lap, tone, alpha in (
        (1.3, mix(light.low, (1, 1, 1), 0.5), 0.4),
        (0.7, mix(light.low, (1, 1, 1), 0.6), 0.85),
        (0.25, light.lit((0.62, 0.52, 0.40), 0.4), 1.0),
        (-0.5, light.lit((0.84, 0.74, 0.58), 0.7), 1.0),
    ):
        outline = stage.camera.outline(
            [*((float(a), 0, float(b) + lap) for a, b in zip(xs, edge, strict=True)), (20, 0, -9), (-20, 0, -9)]
        )
        if outline is not None:
            beach.fill(outline, tone, alpha)
    for i, (x, z) in enumerate(((-1.7, 1.6), (-2.4, 2.8), (2.2, 2.2))):
        plant(stage, (s * x, 0, z), grass(f"dune{i}", 1.3, 0.7, (0.60, 0.58, 0.34), 90))
    log = Solid(stage)
    log.box((-s * 1.3, 0, 3.2), (1.6, 0.2, 0.22), (0.56, 0.48, 0.42), turn=18)
    log.stand((-s * 1.3, 0, 3.2))
    for i, (x, z, size) in enumerate(((1.9, 4.2, 0.35), (-2.6, 4.6, 0.5), (1.5, 1.3, 0.16))):
        plant(stage, (s * x, 0, z), rock(f"beach{i}", size, (0.44, 0.42, 0.42)))


def _lighthouse(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, y, z = at
    plant(stage, (x, 0, z + 0.5), rock("cape", 4.2, (0.36, 0.35, 0.35)))
    for i in range(5):
        solid.post((x, y + 1.6 * i, z), 1.1 - 0.1 * i, 1.6, (0.90, 0.88, 0.84) if i % 2 == 0 else (0.72, 0.20, 0.18))
    top = y + 8.0
    solid.post((x, top, z), 0.9, 0.14, (0.2, 0.2, 0.22))
    lit = stage.hour != "day"
    solid.post((x, top + 0.14, z), 0.5, 0.9, (0.96, 0.92, 0.7))
    solid.quad(
        [(x - 0.7, top + 1.04, z), (x + 0.7, top + 1.04, z), (x, top + 1.7, z)],
        stage.light.lit((0.5, 0.16, 0.15), 0.5),
        ink=0.8,
        lift=0.8,
    )
    if lit:
        solid.lamp((x, top + 0.6, z - 0.6), 7.0, stage.light.lamp, 0.7)
    solid.stand(at)


def ruins(stage: Stage) -> None:
    """Broken columns and a half-buried gate in the sand, dunes behind."""
    sky(stage)
    rng = stage.dice("ruins")
    ridge(stage, "mesas", distance=110, base=-0.01, height=0.08, colour=(0.60, 0.42, 0.38), swells=4, sharp=0.7)
    ground = turf(stage, SAND)
    for i, (distance, height) in enumerate(((60, 0.04), (30, 0.012))):
        dune(stage, f"dune{i}", distance, height, rng)
    stone: Colour = (0.78, 0.66, 0.50)
    gate = Solid(stage)
    for x, high in ((-1.9, 4.6), (1.9, 4.2)):
        gate.box((x, -0.2, 9.0), (0.9, high, 0.9), stone, fade=0.2)
    gate.box((0, 4.0, 9.0), (4.9, 0.8, 1.0), dim(stone, 0.95))
    gate.box((0, 4.8, 9.0), (5.3, 0.24, 1.2), stone)
    gate.disc((0, 4.4, 8.45), (0.3, 0.3), stage.light.lit((0.62, 0.46, 0.30), 0.6), ink=0.7, lift=0.2)
    gate.stand((0, 0, 9.0))
    for side in (-1, 1):
        for z, high in ((2.2, 1.4), (4.6, 3.4), (6.8, 2.2), (13.0, 3.6)):
            column = Solid(stage)
            tall = high * float(rng.uniform(0.7, 1.15))
            column.box((side * 2.0, 0, z), (0.8, 0.24, 0.8), stone)
            column.post((side * 2.0, 0.24, z), 0.28, tall, stone)
            if tall > 2.4:  # noqa: PLR2004 - the whole ones keep their heads
                column.box((side * 2.0, 0.24 + tall, z), (0.75, 0.2, 0.75), dim(stone, 1.1))
            column.stand((side * 2.0, 0, z))
    for i, (x, z, size) in enumerate(((-1.4, 3.2, 0.3), (1.3, 2.4, 0.22), (1.6, 5.6, 0.4), (-1.2, 6.2, 0.3))):
        plant(stage, (x, 0, z), rock(f"ruin{i}", size, (0.72, 0.60, 0.46)))
    pool(stage, ground, (0, 0, 8.0), 3.0, stage.light.sun, 0.08)
    tufts(stage, (0.58, 0.50, 0.30), 6)


def oasis(stage: Stage) -> None:
    """A pool under palms between red rocks, tents in the shade."""
    sky(stage)
    ridge(stage, "rocks", distance=60, base=0.0, height=0.20, colour=(0.64, 0.38, 0.30), swells=5, sharp=0.6)
    ground = turf(stage, (0.84, 0.62, 0.42))
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    shore = stage.camera.outline(
        [(0.6 + 3.6 * np.cos(a) * (1 + 0.1 * np.sin(3 * a)), 0, 8.5 + 3.2 * np.sin(a)) for a in turn]
    )
    if shore is not None:
        top, foot = float(shore[:, 1].min()), float(shore[:, 1].max())
        ground.cover(
            [shore + np.array([0.0, 3 * ground.unit])], stage.light.lit((0.44, 0.46, 0.24), 0.4), 0.8, blur=2, atop=True
        )
        ground.ramp(
            shore, [(top, stage.light.low, 1.0), (foot, mix(stage.light.top, (0.1, 0.4, 0.42), 0.4), 1.0)], atop=True
        )
    s = side_of(stage)
    for i, (x, z, size) in enumerate(
        ((1.8, 2.4, 4.8), (-2.2, 5.0, 5.4), (2.8, 7.0, 6.0), (-3.4, 9.0, 6.2), (1.2, 14.0, 6.0), (-1.4, 15.0, 5.4))
    ):
        plant(stage, (s * x, 0, z), palm(f"palm{i}", size))
    tent = Solid(stage)
    x, z = -s * 1.75, 11.8
    cloth = stage.light.lit((0.74, 0.28, 0.22), 0.6)
    for i in range(6):
        a, b = -1.4 + 2.8 * i / 6, -1.4 + 2.8 * (i + 1) / 6
        tone = cloth if i % 2 else stage.light.lit((0.88, 0.80, 0.66), 0.6)
        tent.quad(
            [(x + a, 1.3, z - 0.8), (x + b, 1.3, z - 0.8), (x + b * 0.2, 2.6, z), (x + a * 0.2, 2.6, z)], tone, ink=0.5
        )
        tent.quad(
            upright(x + a, x + b, 0.0, 1.3, z - 0.8),
            dim(tone, 0.8) if i not in (2, 3) else stage.light.lit((0.24, 0.16, 0.14), 0.2),
            ink=0.5,
        )
    tent.stand((x, 0, z))
    for i, (u, w, size) in enumerate(((-1.6, 2.0, 0.4), (2.6, 4.2, 0.6), (-2.6, 3.4, 0.5))):
        plant(stage, (s * u, 0, w), rock(f"oasis{i}", size, (0.62, 0.40, 0.32)))
    for i, (u, w) in enumerate(((1.5, 4.6), (-1.9, 5.4), (2.4, 5.2))):
        plant(stage, (s * u, 0, w), grass(f"reed{i}", 1.0, 0.8, (0.42, 0.52, 0.26), 70))


def palm(name: str, height: float) -> Sketch:
    """Draw a palm: a bent stem with rings and a crown of long leaves."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("palm", name)
        lean = float(rng.uniform(-0.22, 0.22)) * height
        line = [(0, -0.1), (lean * 0.25, height * 0.5), (lean, height)]
        limb(canvas, spot, line, 0.065 * height, 0.035 * height, spot.tint((0.46, 0.34, 0.24), 0.4))
        for i in range(11):
            a = -0.35 + (np.pi + 0.7) * i / 10
            reach = height * float(rng.uniform(0.34, 0.44))
            tip = np.array([lean + reach * np.cos(a), height + reach * (0.55 * np.sin(a) - 0.28)])
            mid = np.array([lean + reach * 0.5 * np.cos(a), height + reach * (0.45 * np.sin(a) + 0.04)])
            root, across = np.array([lean, height]), np.array([0.0, 0.05 * height])
            leaf = [root, mid + across, tip, mid - across * 1.2]
            lit = 0.9 if (np.cos(a) > 0) == (spot.stage.key[0] > 0) else 0.15
            canvas.fill(spot.at(leaf), spot.tint((0.28, 0.46, 0.24), lit))
            canvas.ink(spot.at([root, mid, tip]), spot.tint((0.14, 0.24, 0.14), 0.2), max(0.4, spot.line(0.012)), 0.6)

    return sketch
