"""Mountains, sea, forest and desert: painted, not built."""

import numpy as np

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas, ellipse, spline
from generation.image.previz.scenery.growth import (
    Sketch,
    Spot,
    bush,
    foliage,
    grass,
    limb,
    pine,
    plant,
    ridge,
    rock,
    water,
)
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.stage import Stage

ROCK: Colour = (0.40, 0.44, 0.50)
MEADOW: Colour = (0.42, 0.52, 0.28)
CLEAR = 0.92
"""Metres on each side of the subject that stay free of rocks."""

SAND: Colour = (0.88, 0.68, 0.45)
NEEDLES: Colour = (0.16, 0.30, 0.24)


def turf(stage: Stage, colour: Colour, *, far: float = 160.0) -> Canvas:
    """Paint a ground that runs into the haze, with dabs that shrink with distance; return its canvas."""
    canvas = stage.ground()
    camera, light = stage.camera, stage.light
    width, height = camera.size
    top = float(camera.flat(np.array([[0.0, camera.place[1], far]]))[0, 1]) if not camera.pitch else camera.horizon + 2
    near = mix(light.lit(colour, 0.25), light.ink, 0.25)
    middle = light.lit(colour, 0.7)
    canvas.ramp(
        [(0, top), (width, top), (width, height), (0, height)],
        [
            (top, light.fog, 0.0),
            (top + 0.012 * camera.height, mix(middle, light.fog, 0.75), 1.0),
            (top + 0.10 * camera.height, mix(middle, light.fog, 0.25), 1.0),
            (top + 0.30 * camera.height, light.lit(colour, 0.5), 1.0),
            (top + 0.55 * camera.height, near, 1.0),
        ],
    )
    rng = stage.dice("turf")
    for tone, lit in ((0.72, 0.1), (1.12, 0.9)):
        for low, high in ((2.0, 6.0), (6.0, 16.0), (16.0, 60.0)):
            lines = []
            for a, b, c in rng.random((90, 3)):
                z = low * (high / low) ** a
                x = (b - 0.5) * z * 1.1
                seen = np.array([[x, camera.place[1], z], [x + (0.02 + 0.05 * c) * z, camera.place[1], z]])
                lines.append(camera.flat(seen) if not camera.pitch else seen[:0, :2])
            tint = stage.fogged(light.lit(dim(colour, tone), lit), (low * high) ** 0.5)
            canvas.strokes([np.linspace(line[0], line[1], 4) for line in lines if len(line)], tint, 1.6, 0.5, atop=True)
    return canvas


def mountain(stage: Stage) -> None:
    """Ranges one behind another over a meadow with pines and rocks."""
    sky(stage)
    rng = stage.dice("mountain")
    tall = float(rng.uniform(0.20, 0.30))
    ridge(stage, "far", distance=90, base=0.02, height=tall, colour=(0.52, 0.58, 0.70), swells=8, sharp=2.2, snow=0.62)
    ridge(stage, "middle", distance=48, base=0.0, height=tall * 0.62, colour=(0.36, 0.44, 0.52), swells=10, sharp=2.0)
    ridge(stage, "near", distance=24, base=-0.01, height=tall * 0.30, colour=(0.22, 0.33, 0.33), swells=13, sharp=1.3)
    turf(stage, MEADOW)
    lake(stage)
    flowers(stage)
    side = 1 if chance(rng, 0.5) else -1
    plant(stage, (side * 2.1, 0, 1.6), pine("hero", 5.6, NEEDLES, -side * 0.2))
    for i, (x, z, size) in enumerate(rng.uniform([-9, 4, 2.0], [9, 26, 5.0], (9, 3))):
        if abs(x) > 0.16 * z + 0.8:
            plant(stage, (x, 0, z), pine(f"pine{i}", size, NEEDLES, rng.uniform(-0.15, 0.15)))
    for i, (x, z, size) in enumerate(rng.uniform([-4, -1.0, 0.15], [4, 9, 0.6], (12, 3))):
        if abs(x) > CLEAR:
            plant(stage, (x, 0, z), rock(f"rock{i}", size, ROCK))
    tufts(stage, MEADOW, 14)


def tufts(stage: Stage, colour: Colour, count: int, *, height: float = 0.3, far: float = 6.0) -> None:
    """Scatter grass around the acting area, up to `far` metres behind it."""
    rng = stage.dice("tufts")
    for i, (x, z, size) in enumerate(rng.uniform([-3.2, -3.2, 0.5], [3.2, far, 1.2], (count, 3))):
        plant(stage, (x, 0, z), grass(f"tuft{i}", 0.9 * size, height * size, colour))


def sea(stage: Stage) -> None:
    """Open water under a wide sky, a headland, and a rocky shore in front."""
    sky(stage)
    rng = stage.dice("sea")
    ridge(stage, "isles", distance=120, base=-0.012, height=0.085, colour=(0.40, 0.48, 0.58), swells=2.6)
    sheet = stage.ground("water")
    water(stage, sheet, 1e5, 0, (0.05, 0.24, 0.33))
    veil(stage, sheet, stage.camera.horizon, 16, 0.7)
    shore(stage, rng)


def shore(stage: Stage, rng: np.random.Generator) -> None:
    """A strip of dark beach with foam, rocks and grass, where the subject stands."""
    beach = stage.ground("beach")
    x = np.linspace(-14, 14, 40)
    edge = 2.6 + 0.5 * np.sin(x * 0.8 + rng.uniform(0, 6)) + rng.normal(0, 0.12, 40)
    sand = mix((0.42, 0.38, 0.36), stage.light.mid, 0.1)
    for lap, tone, alpha in (
        (0.55, mix(stage.light.low, (1, 1, 1), 0.4), 0.35),
        (0.22, mix(stage.light.low, (1, 1, 1), 0.5), 0.75),
        (0.0, stage.light.lit(sand, 0.2), 1.0),
    ):
        outline = stage.camera.outline(
            [*((a, 0, b + lap) for a, b in zip(x, edge, strict=True)), (14, 0, -9), (-14, 0, -9)]
        )
        if outline is not None:
            beach.fill(outline, tone, alpha)
    for i, (px, pz, size) in enumerate(rng.uniform([-4.5, -1.5, 0.2], [4.5, 3.4, 0.9], (13, 3))):
        if abs(px) > CLEAR:
            plant(stage, (px, 0, pz), rock(f"shore{i}", size, (0.30, 0.31, 0.35)))
    side = 1 if chance(rng, 0.5) else -1
    plant(stage, (side * 2.0, 0, 1.2), pine("cliff", 4.6, NEEDLES, -side * 0.28))
    tufts(stage, (0.36, 0.42, 0.26), 10)


def forest(stage: Stage) -> None:
    """Trunks in ranks, each paler than the one before, a lit path and shafts of light."""
    sky(stage, disc=0.9)
    rng, light = stage.dice("forest"), stage.light
    green: Colour = (0.22, 0.36, 0.22)
    ridge(stage, "hills", distance=40, base=0.02, height=0.24, colour=(0.25, 0.38, 0.34), swells=7, sharp=1.0)
    floor = turf(stage, (0.30, 0.34, 0.20), far=60)
    path = [
        (0.2, 0, -4),
        (0.9, 0, -4),
        (0.5, 0, 3),
        (1.0, 0, 8),
        (0.5, 0, 16),
        (0.3, 0, 16),
        (0.5, 0, 8),
        (-0.3, 0, 3),
        (-0.9, 0, -4),
    ]
    outline = stage.camera.outline([(x * 1.1, y, z) for x, y, z in path])
    if outline is not None:
        floor.cover([outline], light.lit((0.62, 0.54, 0.40), 0.8), 0.6, blur=5)
    for i, (z, luck, size) in enumerate(rng.random((34, 3))):
        depth = 1.5 + 24 * z**1.3
        x = (luck - 0.5) * (5 + depth * 0.95)
        if abs(x) > 0.9 + 0.05 * depth:
            plant(stage, (x, 0, depth), trunk(f"t{i}", 9 + 5 * size, 0.20 + 0.32 * size))
    for i, (x, z, size) in enumerate(rng.uniform([-6, -1, 0.4], [6, 14, 1.0], (20, 3))):
        if abs(x) > 1.0:
            plant(stage, (x, 0, z), bush(f"b{i}", size, green))
    tufts(stage, (0.30, 0.42, 0.20), 16, height=0.4)
    shafts(stage, 3.2)


def trunk(name: str, height: float, thick: float) -> Sketch:
    """Draw a tall trunk with a lit edge and leaves high above."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("trunk", name)
        lean = rng.uniform(-0.04, 0.04) * height
        line = [(0, -0.1), (lean * 0.2, height * 0.35), (lean, height)]
        bark = (0.27, 0.22, 0.21)
        side = 1 if spot.stage.key[0] > 0 else -1
        limb(canvas, spot, line, thick * 1.25, thick * 0.7, spot.tint(bark, 0.0))
        edge = [(x + side * thick * 0.40, y) for x, y in line]
        limb(canvas, spot, edge, thick * 0.22, thick * 0.10, spot.tint(dim(bark, 1.5), 1.0))
        for _ in range(7):
            x, y = rng.uniform(-0.3, 0.3) * thick, rng.uniform(0.1, 4.0)
            canvas.ink(
                spot.at([(x, y), (x + 0.01, y + 0.3), (x, y + 0.7)]),
                spot.tint(dim(bark, 0.4), 0),
                max(0.4, spot.line(0.02)),
                0.7,
                taper=1,
            )
        for _ in range(5):
            x, y = rng.uniform(-1.6, 1.6), height * rng.uniform(0.42, 0.95)
            limb(
                canvas,
                spot,
                [(lean * y / height, y - 0.5), (x * 0.6, y - 0.1), (x, y)],
                thick * 0.25,
                thick * 0.08,
                spot.tint(bark, 0.0),
            )
            foliage(canvas, spot, rng, (x, y), (rng.uniform(0.6, 1.2), rng.uniform(0.3, 0.6)), (0.24, 0.40, 0.22))

    return sketch


def shafts(stage: Stage, depth: float) -> None:
    """Let beams of light fall between the trees."""

    def paint(canvas: Canvas) -> None:
        rng, light = stage.dice("shafts"), stage.light
        x0, y0 = stage.camera.towards(stage.sun[0], 0.75)
        unit = stage.camera.height
        colour = mix(light.sun, light.low, 0.5)
        beams = []
        for at, wide in rng.uniform([-0.5, 0.02], [0.5, 0.06], (6, 2)):
            foot = stage.camera.size[0] / 2 + at * unit
            beams.append(
                np.array(
                    [
                        (x0 + at * 90, y0),
                        (x0 + at * 90 + 30, y0),
                        (foot + wide * unit, unit * 0.9),
                        (foot - wide * unit, unit * 0.9),
                    ]
                )
            )
        canvas.cover(beams, colour, 0.13 * light.glow, blur=9)

    stage.put((0, 0, depth), paint)


def desert(stage: Stage) -> None:
    """Dunes with knife-edge crests, one face lit and one in shade, ripples in front, far mesas."""
    sky(stage)
    rng, camera = stage.dice("desert"), stage.camera
    ridge(stage, "mesas", distance=110, base=-0.01, height=0.10, colour=(0.62, 0.40, 0.36), swells=5, sharp=0.7)
    turf(stage, SAND)
    for i, (distance, height) in enumerate(((70, 0.045), (42, 0.030), (24, 0.0), (13, -0.055))):
        dune(stage, f"dune{i}", distance, height, rng)
    ripples = stage.ground("ripples")
    lines = []
    for z, x, long, bend in rng.uniform([1.2, -0.5, 0.15, -1], [9.0, 0.5, 0.45, 1], (70, 4)):
        t = np.linspace(0, 1, 7)
        at = x * z * 0.9
        wave = np.stack([at + long * z * 0.35 * t, np.zeros(7), z - 2.5 + 0.05 * bend * np.sin(6 * t)], axis=1)
        seen = camera.seen(wave)
        if (seen[:, 2] > CLEAR).all():
            lines.append(camera.flat(seen))
    ripples.strokes(lines, stage.light.lit(dim(SAND, 0.7), 0.2), 1.7, 0.45)
    for i, (x, z, size) in enumerate(((-1.9, 1.2, 0.35), (2.2, 3.0, 0.6), (-3.2, 6.0, 0.9))):
        plant(stage, (x, 0, z), rock(f"desert{i}", size, (0.56, 0.38, 0.32)))
    tufts(stage, (0.52, 0.46, 0.26), 5)


def dune(stage: Stage, name: str, distance: float, height: float, rng: np.random.Generator) -> None:
    """Paint one row of dunes as a backdrop, its crests `height` radians above the horizon."""
    canvas = stage.backdrop(name, distance)
    camera, light = stage.camera, stage.light
    knots = np.linspace(-0.7, 0.7, 9)
    rise = height + 0.030 * np.where(np.arange(9) % 2, 1.0, -0.5) * rng.uniform(0.3, 1.0, 9)
    crest = spline(np.array([camera.towards(a, float(r)) for a, r in zip(knots, rise, strict=True)]), 14)
    foot = camera.size[1]
    air = stage.haze(distance * 1.6)
    lit, shade = mix(light.lit(SAND, 1.0), light.fog, air), mix(light.lit(SAND, 0.0), light.fog, air)
    top = float(crest[:, 1].min())
    drop = 0.10 * camera.height
    hull = np.concatenate([crest, [[crest[-1, 0], foot], [crest[0, 0], foot]]])
    canvas.ramp(hull, [(top, lit, 1.0), (top + drop, mix(lit, shade, 0.25), 1.0), (foot, mix(lit, shade, 0.5), 1.0)])
    side = -1 if stage.sun[0] > 0 else 1
    faces = []
    for peak in range(1, 8, 2):
        ridge_line = crest[peak * 14 : peak * 14 + 15] if side > 0 else crest[peak * 14 - 14 : peak * 14 + 1][::-1]
        wide = ridge_line[-1, 0] - ridge_line[0, 0]
        t = np.linspace(0, 1, 12)
        spur = ridge_line[0] + np.stack([wide * (0.42 * t + 0.10 * np.sin(5.5 * t)), drop * t**1.2], axis=1)
        faces.append(
            np.concatenate([ridge_line, [[ridge_line[-1, 0] + wide * 0.3, ridge_line[-1, 1] + drop]], spur[::-1]])
        )
    canvas.cover(faces, shade, 0.8, blur=0.5, atop=True)
    canvas.strokes([crest], mix(shade, light.ink, 0.45), 0.9, 0.7, taper=0)


def lake(stage: Stage) -> None:
    """Lay a still lake before the mountains: the sky in it, a bright far shore, a few ripples."""
    camera, light = stage.camera, stage.light
    sheet = stage.ground("lake")
    rng = stage.dice("lake")
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    shore = 1 + 0.07 * np.sin(3 * turn + rng.uniform(0, 6)) + 0.04 * np.sin(7 * turn)
    x, wide = rng.uniform(-2, 2), rng.uniform(7, 10)
    ring = np.stack([x + np.cos(turn) * wide * shore, np.zeros(60), 19 + np.sin(turn) * 9 * shore], axis=1)
    outline = camera.outline(ring)
    if outline is None:
        return
    top, foot = float(outline[:, 1].min()), float(outline[:, 1].max())
    sheet.cover([outline + np.array([0.0, 2.5 * sheet.unit])], mix(light.ink, light.fog, 0.4), 0.5, blur=1.5)
    deep = mix(light.top, light.mid, 0.4)
    sheet.ramp(outline, [(top, mix(light.low, light.fog, 0.4), 1.0), (foot, deep, 1.0)])
    lines = []
    for u, v, long in rng.uniform([-0.8, 0.05, 0.01], [0.8, 0.95, 0.05], (46, 3)):
        y = top + v * (foot - top)
        px = camera.size[0] / 2 + u * camera.height * 0.35
        half = long * camera.height * (0.3 + v)
        lines.append(np.array([(px - half, y), (px, y - 0.4 * sheet.unit), (px + half, y)]))
    sheet.strokes(lines, mix(light.low, (1.0, 1.0, 1.0), 0.5), 1.0, 0.55, atop=True)
    sun = camera.towards(stage.sun[0], 0.0)[0]
    if stage.weather == "clear":
        sheet.glow(sun, (top + foot) / 2, (foot - top) * 2.2, light.sun, 0.35, flat=0.4)
        sheet.pixels[...] = np.where(sheet.pixels[..., 3:] > 0, sheet.pixels, 0)


def flowers(stage: Stage, count: int = 90) -> None:
    """Scatter small flowers over the near meadow."""
    hues: tuple[Colour, ...] = ((0.95, 0.93, 0.86), (0.94, 0.72, 0.30), (0.80, 0.50, 0.66))

    def paint(canvas: Canvas) -> None:
        rng = stage.dice("flowers")
        for x, z, size, hue in rng.uniform([-0.5, -2.5, 0.018, 0], [0.5, 8.0, 0.035, 3], (count, 4)):
            depth = stage.camera.depth((x * (5 + z), 0.0, z))
            if depth < CLEAR:
                continue
            px, py = stage.camera.pixels([(x * (5 + z), 0.12, z)])[0]
            tone = stage.fogged(stage.light.lit(hues[int(hue)], 0.8), depth)
            radius = max(0.9, size * stage.camera.scale(depth))
            canvas.fill(ellipse(float(px), float(py), radius, radius * 0.7, 9), tone)

    stage.put((0, 0, 0.2), paint)
