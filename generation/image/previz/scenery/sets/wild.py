"""Bamboo and caves: groves, steps and water between stalks; a mouth of rock, a hall of crystals, a den of torches."""

from dataclasses import replace

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.canvas import Canvas, ellipse, spline
from generation.image.previz.scenery.growth import Sketch, Spot, bush, plant, ridge, rock, water
from generation.image.previz.scenery.sets.nature import shafts, tufts, turf
from generation.image.previz.scenery.sets.old_town import steps, stone_lantern
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid, lying, pool
from generation.image.previz.scenery.stage import Place, Stage

GREEN: Colour = (0.34, 0.50, 0.24)
STONE: Colour = (0.34, 0.33, 0.36)
CRYSTALS: tuple[Colour, ...] = (rgb("#58d8f0"), rgb("#9a7bff"), rgb("#5df0b4"))


def stalk(name: str, height: float, thick: float, colour: Colour = GREEN) -> Sketch:
    """Draw one bamboo: a jointed stem, paler on the key's side, with sprays of leaves from its upper half."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("stalk", name)
        lean = float(rng.uniform(-0.06, 0.06)) * height
        side = 1.0 if spot.stage.key[0] > 0 else -1.0
        half = thick / 2
        stem = [(-half, -0.1), (half, -0.1), (lean + half * 0.6, height), (lean - half * 0.6, height)]
        canvas.fill(spot.at(stem), spot.tint(dim(colour, 0.8), 0.2))
        lit = [(side * half * 0.2, -0.1), (side * half * 0.9, -0.1), (lean + side * half * 0.5, height), (lean, height)]
        canvas.fill(spot.at(lit), spot.tint(dim(colour, 1.25), 0.9))
        dark = spot.tint(dim(colour, 0.45), 0.1)
        for y in np.arange(0.2 + 0.4 * rng.random(), height, 0.55):
            at = lean * y / height
            joint = [
                (at - half * 1.1, y),
                (at + half * 1.1, y),
                (at + half * 1.1, y + 0.03),
                (at - half * 1.1, y + 0.03),
            ]
            canvas.fill(spot.at(joint), dark)
        _sprays(canvas, spot, rng, (lean, height), colour)

    return sketch


def _sprays(canvas: Canvas, spot: Spot, rng: np.random.Generator, top: tuple[float, float], colour: Colour) -> None:
    """Draw leaves, long and pointed, that hang in sprays from the stem."""
    lean, height = top
    for tone, lit in ((0.62, 0.0), (1.1, 0.85)):
        tint = spot.tint(dim(colour, tone), lit)
        for lift, reach, drop in rng.uniform([0.3, -1.0, 0.1], [1.0, 1.0, 0.5], (9, 3)):
            root = np.array([lean * lift, lift * height])
            tip = root + np.array([reach * 0.9, 0.25])
            for t in (0.35, 0.7, 1.0):
                at = root + (tip - root) * t
                way = np.array([0.3 * np.sign(reach) * (0.5 + drop), -0.16 - drop * 0.5])
                across = np.array([way[1], -way[0]]) * 0.13
                canvas.fill(spot.at([at, at + way * 0.45 + across, at + way, at + way * 0.45 - across]), tint)


def _grove(stage: Stage, count: int, clear: float, *, far: float = 22.0) -> None:
    for i, (z, luck, size) in enumerate(stage.dice("grove").random((count, 3))):
        depth = 0.8 + far * z**1.3
        x = (luck - 0.5) * (4.6 + depth * 0.85)
        if abs(x) > clear + 0.04 * depth:
            plant(stage, (x, 0, depth), stalk(f"s{i}", 7 + 4 * size, 0.09 + 0.07 * size))


def bamboo_path(stage: Stage) -> None:
    """A path of earth through tall stalks, light between them."""
    sky(stage, disc=0.8)
    for name, distance, height, tone in (("far", 60, 0.5, 0.9), ("near", 26, 0.34, 0.7)):
        ridge(
            stage,
            name,
            distance=distance,
            base=0.06,
            height=height,
            colour=dim((0.34, 0.50, 0.34), tone),
            swells=16,
            sharp=0.6,
        )
    floor = turf(stage, (0.34, 0.36, 0.20), far=60)
    path = stage.camera.outline(
        [(-0.8, 0, -6), (0.9, 0, -6), (0.7, 0, 3), (1.1, 0, 9), (0.4, 0, 20), (0.1, 0, 20), (0.3, 0, 9), (-0.5, 0, 3)]
    )
    if path is not None:
        floor.cover([path], stage.light.lit((0.62, 0.52, 0.36), 0.7), 0.75, blur=4, atop=True)
    _grove(stage, 64, 0.95)
    tufts(stage, (0.34, 0.44, 0.20), 12)
    shafts(stage, 3.0)


def bamboo_steps(stage: Stage) -> None:
    """Stone steps that climb through the grove between lanterns, mist above."""
    sky(stage, disc=0.0)
    ridge(stage, "slope", distance=30, base=0.10, height=0.30, colour=(0.26, 0.40, 0.30), swells=9, sharp=0.7)
    ground = turf(stage, (0.30, 0.36, 0.24), far=40)
    way = stage.camera.outline(lying(-1.0, 1.0, -9, 3.6, 0))
    if way is not None:
        ground.cover([way], stage.light.lit((0.58, 0.56, 0.52), 0.5), 0.9, atop=True)
    flight = Solid(stage)
    steps(flight, (0, 0, 3.4), 2.2, 16, 0.2, 0.42)
    flight.stand((0, 0, 5.5))
    for side in (-1, 1):
        for z in (1.6, 3.2):
            stone_lantern(stage, (side * 1.4, 0, z), ground)
        plant(stage, (side * 2.0, 0, 2.2), rock(f"steps{side}", 0.5, (0.46, 0.48, 0.48)))
    _grove(stage, 58, 1.35, far=16)
    veil(stage, stage.backdrop("mist", 12.0), stage.camera.horizon - 0.06 * stage.camera.height, 60, 0.75)


def bamboo_pond(stage: Stage) -> None:
    """A still pond in the grove, a plank bridge, rocks and low leaves, everything blue-green."""
    sky(stage, disc=0.6)
    ridge(stage, "wood", distance=34, base=0.04, height=0.34, colour=(0.20, 0.40, 0.38), swells=13, sharp=0.7)
    sheet = stage.ground("pond")
    water(stage, sheet, 60.0, 0, (0.10, 0.28, 0.26))
    bank = turf(stage, (0.30, 0.40, 0.26), far=60)
    edge = stage.camera.outline(lying(-30, 30, 2.2, 9.5, 0))
    if edge is not None:
        bank.cut(edge)
    bridge = Solid(stage)
    for plank in np.arange(1.9, 9.8, 0.3):
        bridge.box((0, 0.02, float(plank)), (1.3, 0.06, 0.26), (0.50, 0.36, 0.25), ink=0.5)
    bridge.stand((0, 0, 5.4), nearer=-3.0)
    for i, (x, z, size) in enumerate(((-1.6, 2.2, 0.5), (1.9, 2.6, 0.7), (-2.8, 4.0, 0.5), (1.4, 9.6, 0.4))):
        plant(stage, (x, 0, z), rock(f"pond{i}", size, (0.36, 0.42, 0.42)))
    for i, (x, z) in enumerate(((-2.3, 1.4), (2.6, 1.6), (-1.8, 10.4), (2.2, 10.8))):
        plant(stage, (x, 0, z), bush(f"pond{i}", 0.8, (0.24, 0.42, 0.26)))
    for i, (x, z, size) in enumerate(stage.dice("pond").uniform([-8, 10, 0], [8, 20, 1], (30, 3))):
        if abs(x) > 1.0:
            plant(stage, (x, 0, z), stalk(f"p{i}", 7 + 4 * size, 0.1, (0.26, 0.46, 0.34)))
    for side in (-1, 1):
        for i in range(3):
            plant(stage, (side * (1.75 + 0.4 * i), 0, 0.9 + 0.6 * i), stalk(f"n{side}{i}", 8, 0.12, (0.26, 0.46, 0.34)))
    tufts(stage, (0.28, 0.44, 0.24), 10)


def _vault(stage: Stage, name: str, depth: float, hole: tuple[float, float, float], tone: Colour, lit: float) -> None:
    """Paint a wall of rock at a depth with a ragged opening (half width, top, foot, in metres at that depth)."""
    canvas = stage.backdrop(name, depth)
    camera, light = stage.camera, stage.light
    rng = stage.dice("vault", name)
    z = depth - camera.reach
    knots = 15
    turn = np.linspace(0, 2 * np.pi, knots, endpoint=False)
    half, top, foot = hole
    rough = 1 + 0.16 * rng.uniform(-1, 1, knots)
    middle, tall = (top + foot) / 2, (top - foot) / 2
    loop = np.stack([np.cos(turn) * half * rough, middle + np.sin(turn) * tall * rough], axis=1)
    edge = spline(loop, 5, closed=True)
    edge += rng.uniform(-1, 1, edge.shape) * 0.03 * half
    ring = np.column_stack([edge, np.full(len(edge), z)])
    outline = camera.outline(ring)
    if outline is None:
        return
    width, height = camera.size
    colour = stage.fogged(light.lit(tone, lit), depth)
    canvas.ramp(
        [(0, 0), (width, 0), (width, height), (0, height)],
        [(0, dim(colour, 0.55), 1.0), (height * 0.6, colour, 1.0), (height, dim(colour, 0.6), 1.0)],
    )
    _strata(stage, canvas, outline, colour)
    canvas.cut(outline)
    canvas.strokes([np.concatenate([outline, outline[:1]])], mix(light.ink, colour, 0.2), 2.2, 0.9, taper=0)


def _strata(
    stage: Stage, canvas: Canvas, outline: np.ndarray[tuple[int, ...], np.dtype[np.float64]], colour: Colour
) -> None:
    """Draw facets of rock that run away from an opening: a light one and a dark one by turns."""
    centre = outline.mean(axis=0)
    light = [mix(colour, WHITE, 0.10), dim(colour, 0.7)]
    for i in range(0, len(outline), 2):
        a, b = outline[i], outline[(i + 1) % len(outline)]
        far = centre + (outline[(i + 1) % len(outline)] - centre) * (1.45 + 0.25 * np.sin(3.7 * i))
        canvas.cover([np.array([a, b, far])], light[(i // 2) % 2], 0.65, atop=True)
    rim = centre + (outline - centre) * 1.07
    lit = mix(colour, stage.light.low, 0.35)
    canvas.strokes([rim[i : i + 4] for i in range(0, len(rim) - 4, 5)], lit, 2.4, 0.55, atop=True)


def _floor(stage: Stage, tone: Colour) -> Canvas:
    canvas = turf(stage, tone, far=30)
    rng = stage.dice("cave-floor")
    for i, (x, z, size) in enumerate(rng.uniform([-3.5, 0.8, 0.12], [3.5, 7, 0.5], (12, 3))):
        if abs(x) > 1.0:
            plant(stage, (x, 0, z), rock(f"cave{i}", size, STONE))
    return canvas


def teeth(stage: Stage, z: float, *, half: float, high: float) -> None:
    """Hang spikes of rock from above."""
    solid = Solid(stage)
    for x, long, wide in stage.dice("teeth", z).uniform([-half, 0.4, 0.12], [half, 1.5, 0.3], (9, 3)):
        drop = long * (0.35 + 0.65 * abs(x) / half)
        tip = (x + 0.05, high - drop, z)
        solid.quad([(x - wide, high + 1.5, z), (x + wide, high + 1.5, z), tip], stage.light.lit(STONE, 0.15), ink=0.8)
        solid.quad([(x, high + 1.5, z), (x + wide, high + 1.5, z), tip], stage.light.lit(STONE, 0.5), ink=0, lift=0.02)
    solid.stand((0, 0, z))


def cave_mouth(stage: Stage) -> None:
    """Looking out of a cave: sky and ranges in a ragged opening, spikes of rock above."""
    sky(stage)
    ridge(stage, "out", distance=70, base=0.0, height=0.16, colour=(0.42, 0.50, 0.58), swells=9, sharp=1.8)
    ridge(stage, "wood", distance=30, base=0.0, height=0.05, colour=(0.26, 0.38, 0.30), swells=14, sharp=0.8)
    _floor(stage, (0.36, 0.32, 0.30))
    _vault(stage, "mouth", 11.0, (2.0, 4.1, -0.6), STONE, 0.35)
    _vault(stage, "throat", 7.0, (1.75, 3.6, -1.4), dim(STONE, 0.75), 0.15)
    teeth(stage, 3.0, half=2.6, high=4.2)
    glow = stage.backdrop("light", 10.0)
    x, y = stage.camera.pixels([(0, 1.8, 5.0)])[0]
    glow.glow(x, y, stage.camera.scale(10.0) * 3.2, stage.light.low, 0.35)


def cave_crystals(stage: Stage) -> None:
    """A hall of crystals that shine by themselves over black water."""
    stage.light = replace(stage.light, low=rgb("#35508c"), mid=rgb("#1c2c5c"), top=rgb("#0c1230"), fog=rgb("#1c2c52"))
    _dark(stage, rgb("#0c1026"), rgb("#1c2c52"))
    sheet = stage.ground("pool")
    water(stage, sheet, 40.0, 0, (0.05, 0.12, 0.22))
    _vault(stage, "hall", 12.0, (2.6, 3.9, -0.9), (0.26, 0.28, 0.42), 0.5)
    ground = _floor(stage, (0.26, 0.27, 0.36))
    edge = stage.camera.outline(lying(-20, 20, 2.6, 30, 0))
    if edge is not None:
        ground.cut(edge)
    rng = stage.dice("crystals")
    for i, (x, z, size) in enumerate(
        ((-1.5, 1.4, 0.9), (1.7, 2.0, 1.3), (-2.2, 4.0, 1.6), (1.3, 5.2, 1.1), (-0.9, 6.5, 1.0), (2.4, 6.8, 2.0))
    ):
        crystal(stage, (x, 0, z), size, CRYSTALS[(i + int(rng.integers(3))) % 3], sheet if z > 2.6 else ground)  # noqa: PLR2004 - the shore
    teeth(stage, 4.0, half=2.8, high=4.6)
    _vault(stage, "arch", 6.2, (1.7, 3.4, -1.6), (0.18, 0.19, 0.28), 0.15)


def crystal(stage: Stage, at: Place, size: float, hue: Colour, ground: Canvas) -> None:
    """A cluster of shining crystals and its light on the ground."""
    solid = Solid(stage)
    x, _, z = at
    rng = stage.dice("crystal", x, z)
    for lean, high, wide in rng.uniform([-0.5, 0.5, 0.09], [0.5, 1.0, 0.17], (5, 3)):
        top, w = high * size, wide * size
        foot, tip = x + lean * 0.5 * size, x + lean * size * 1.1
        left = [(foot - w, 0, z), (foot, 0, z), (tip, top, z), (tip - w * 0.9, top * 0.82, z)]
        right = [(foot, 0, z), (foot + w, 0, z), (tip + w * 0.9, top * 0.82, z), (tip, top, z)]
        solid.quad(left, mix(hue, WHITE, 0.35), glow=True, ink=0.5, lift=-abs(lean))
        solid.quad(right, dim(hue, 0.75), glow=True, ink=0.5, lift=-abs(lean))
    solid.lamp((x, size * 0.5, z), size * 1.9, hue, 0.5)
    pool(stage, ground, (x, 0, z), size * 1.5, hue, 0.4)
    solid.stand(at)


def cave_den(stage: Stage) -> None:
    """A den with torches on the walls, a fire, carved pillars and chests."""
    stage.light = replace(stage.light, low=rgb("#6a3a22"), mid=rgb("#3a2118"), top=rgb("#140d10"), fog=rgb("#3a2118"))
    _dark(stage, rgb("#140d10"), rgb("#3a2118"))
    ground = _floor(stage, (0.40, 0.31, 0.25))
    _vault(stage, "back", 11.0, (1.1, 2.6, 0.0), (0.46, 0.34, 0.27), 0.6)
    for side in (-1, 1):
        for z in (2.0, 4.6):
            pillar = Solid(stage)
            pillar.box((side * 1.7, 0, z), (0.62, 0.4, 0.62), (0.42, 0.34, 0.29))
            pillar.box((side * 1.7, 0.4, z), (0.44, 3.6, 0.44), (0.46, 0.37, 0.31), fade=0.3)
            for y in (0.9, 1.7, 2.5):
                pillar.box((side * 1.7, y, z), (0.5, 0.12, 0.5), (0.54, 0.43, 0.34), lift=0.05)
            _torch(pillar, (side * 1.35, 1.7, z - 0.25))
            pool(stage, ground, (side * 1.2, 0, z - 0.3), 1.7, (1.0, 0.58, 0.24), 0.35)
            pillar.stand((side * 1.7, 0, z))
    hoard = Solid(stage)
    s = 1 if stage.sun[0] > 0 else -1
    hoard.box((s * 0.75, 0, 4.9), (0.9, 0.45, 0.5), (0.40, 0.25, 0.15), top=(0.86, 0.68, 0.28))
    hoard.box((s * 0.75, 0.3, 4.9), (0.94, 0.06, 0.54), (0.66, 0.52, 0.26), lift=0.1)
    hoard.box((-s * 0.9, 0, 5.3), (0.6, 0.6, 0.6), (0.44, 0.30, 0.19))
    hoard.stand((0, 0, 5.0))
    fire = Solid(stage)
    _torch(fire, (0.1 * s, 0.0, 6.6))
    fire.stand((0.1 * s, 0, 6.6))
    pool(stage, ground, (0, 0, 6.4), 2.4, (1.0, 0.55, 0.2), 0.45)
    teeth(stage, 3.4, half=2.6, high=4.4)
    _vault(stage, "arch", 6.4, (1.75, 3.5, -1.6), (0.26, 0.19, 0.17), 0.25)


def _torch(solid: Solid, at: Place) -> None:
    x, y, z = at
    solid.box((x, y - 0.4, z), (0.06, 0.4, 0.06), (0.30, 0.20, 0.14))
    for size, tone in ((1.0, (1.0, 0.45, 0.12)), (0.62, (1.0, 0.72, 0.25)), (0.34, (1.0, 0.93, 0.66))):
        flame = [(-0.13, 0.0), (0.13, 0.0), (0.1, 0.2), (0.02, 0.46), (-0.09, 0.22)]
        solid.quad([(x + u * size, y + v * size, z) for u, v in flame], tone, glow=True, ink=0, lift=0.3 - 0.1 * size)
    solid.lamp((x, y + 0.2, z), 1.7, (1.0, 0.6, 0.26), 0.6)


def _dark(stage: Stage, top: Colour, low: Colour) -> None:
    """Fill all that lies behind with the dark of the rock."""
    canvas = stage.backdrop("dark", float("inf"))
    width, height = stage.camera.size
    middle = stage.camera.horizon
    canvas.ramp(
        [(0, 0), (width, 0), (width, height), (0, height)], [(0, top, 1.0), (middle, low, 1.0), (height, top, 1.0)]
    )
    canvas.cover([ellipse(width / 2, middle, 0.2 * height, 0.12 * height)], mix(low, WHITE, 0.12), 0.6, blur=40)
