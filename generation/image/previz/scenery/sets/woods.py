"""Other faces of the forest: birches by a brook in autumn, old firs in the mist."""

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import Sketch, Spot, bush, foliage, limb, plant, ridge, rock
from generation.image.previz.scenery.rooms import side_of
from generation.image.previz.scenery.sets.nature import shafts, trunk, tufts, turf
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid
from generation.image.previz.scenery.stage import Stage

LEAVES: tuple[Colour, ...] = ((0.74, 0.36, 0.16), (0.82, 0.58, 0.20), (0.62, 0.24, 0.16))


def fir(name: str, height: float, colour: Colour = (0.15, 0.30, 0.24)) -> Sketch:
    """Draw a fir: tiers of hanging boughs around a straight stem."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("fir", name)
        limb(
            canvas,
            spot,
            [(0, -0.1), (0, height * 0.5), (0, height)],
            0.05 * height,
            0.01 * height,
            spot.tint((0.24, 0.17, 0.14), 0.2),
        )
        side = 1 if spot.stage.key[0] > 0 else -1
        tiers = 8
        for i in range(tiers):
            y, wide = height * (0.12 + 0.82 * i / tiers), height * 0.21 * (1 - 0.8 * i / tiers)
            drop = height * 0.11
            jag = [
                (-wide + 2 * wide * j / 8, y - drop * (0.25 + 0.4 * (j % 2)) * float(rng.uniform(0.7, 1.2)))
                for j in range(9)
            ]
            top = [(0.02 * height, y + drop), (-0.02 * height, y + drop)]
            canvas.fill(spot.at([*jag, *top]), spot.tint(dim(colour, 0.75 + 0.05 * i), 0.15))
            lit = [
                (side * wide * 0.1, y + drop * 0.8),
                (side * wide * 0.95, y - drop * 0.2),
                (side * wide * 0.4, y - drop * 0.3),
            ]
            canvas.fill(spot.at(lit), spot.tint(dim(colour, 1.3), 0.85))

    return sketch


def birch_stream(stage: Stage) -> None:
    """Pale trunks in autumn leaf, a brook with stones, yellow light."""
    sky(stage, disc=0.8)
    for name, distance, tone in (("far", 50, (0.66, 0.50, 0.30)), ("near", 26, (0.52, 0.40, 0.24))):
        ridge(stage, name, distance=distance, base=0.04, height=0.26, colour=tone, swells=14, sharp=0.6)
    ground = turf(stage, (0.56, 0.42, 0.22), far=60)
    s = side_of(stage)
    brook = stage.camera.outline(
        [
            (s * 0.9, 0, -5),
            (s * 2.6, 0, -5),
            (s * 1.8, 0, 2),
            (s * 2.4, 0, 7),
            (s * 1.4, 0, 16),
            (s * 0.8, 0, 16),
            (s * 1.3, 0, 7),
            (s * 1.0, 0, 2),
        ]
    )
    if brook is not None:
        ground.cover([brook], mix(stage.light.mid, stage.light.low, 0.5), 0.85, blur=1.2, atop=True)
    rng = stage.dice("birches")
    for i, (z, luck, size) in enumerate(rng.random((26, 3))):
        depth = 1.6 + 20 * z**1.3
        x = (luck - 0.5) * (5 + depth * 0.95)
        if abs(x) > 0.95 + 0.05 * depth:
            plant(stage, (x, 0, depth), birch(f"birch{i}", 7 + 4 * size, 0.14 + 0.1 * size, LEAVES[i % 3]))
    for i, (x, z, size) in enumerate(rng.uniform([-5, 0.6, 0.3], [5, 10, 0.7], (12, 3))):
        if abs(x) > 1.0:
            plant(
                stage,
                (x, 0, z),
                bush(f"autumn{i}", size, LEAVES[i % 3])
                if i % 3
                else rock(f"autumn{i}", size * 0.7, (0.46, 0.46, 0.46)),
            )
    tufts(stage, (0.66, 0.52, 0.26), 14, height=0.35)
    shafts(stage, 3.2)


def birch(name: str, height: float, thick: float, leaves: Colour) -> Sketch:
    """Draw a birch: a white stem with dark marks, a light crown."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("birch", name)
        lean = float(rng.uniform(-0.05, 0.05)) * height
        line = [(0, -0.1), (lean * 0.4, height * 0.4), (lean, height)]
        limb(canvas, spot, line, thick, thick * 0.45, spot.tint((0.84, 0.80, 0.74), 0.6))
        side = -1 if spot.stage.key[0] > 0 else 1
        limb(
            canvas,
            spot,
            [(x + side * thick * 0.3, y) for x, y in line],
            thick * 0.35,
            thick * 0.15,
            spot.tint((0.60, 0.56, 0.56), 0.1),
        )
        for y in rng.uniform(0.1, height * 0.7, 9):
            at, half = lean * 0.6 * y / height, thick * float(rng.uniform(0.15, 0.45))
            mark = [(at - half, y), (at + half, y + 0.02), (at + half * 0.6, y + 0.07), (at - half * 0.8, y + 0.05)]
            canvas.fill(spot.at(mark), spot.tint((0.16, 0.14, 0.14), 0.2))
        for x, y, size in rng.uniform([-0.9, 0.45, 0.4], [0.9, 1.0, 0.8], (8, 3)):
            foliage(canvas, spot, rng, (lean * y + x, y * height), (size, size * 0.6), leaves)

    return sketch


def dark_pines(stage: Stage) -> None:
    """Old firs close together over moss, a fallen trunk, a cold mist between them."""
    sky(stage, disc=0.6)
    for name, distance, height, tone in (("far", 60, 0.30, (0.30, 0.42, 0.42)), ("near", 30, 0.24, (0.18, 0.30, 0.28))):
        ridge(stage, name, distance=distance, base=0.06, height=height, colour=tone, swells=18, sharp=2.6)
    turf(stage, (0.22, 0.30, 0.20), far=40)
    rng = stage.dice("firs")
    for i, (z, luck, size) in enumerate(rng.random((26, 3))):
        depth = 2.0 + 18 * z**1.2
        x = (luck - 0.5) * (5 + depth * 0.9)
        if abs(x) > 1.2 + 0.05 * depth:
            plant(stage, (x, 0, depth), fir(f"dark{i}", 6.5 + 4 * size, (0.12, 0.25, 0.22)))
    s = side_of(stage)
    for i, (x, z) in enumerate(((-1.9, 1.5), (2.3, 2.0), (-2.8, 3.4))):
        plant(stage, (s * x, 0, z), trunk(f"old{i}", 9.0, 0.5))
    log = Solid(stage)
    log.box((s * 1.1, 0.04, 3.6), (2.2, 0.42, 0.46), (0.26, 0.21, 0.18), top=(0.24, 0.36, 0.18), turn=-s * 14)
    log.disc((s * 0.05, 0.25, 3.45), (0.16, 0.21), stage.light.lit((0.56, 0.44, 0.32), 0.5), ink=0.8, lift=0.3)
    log.stand((s * 1.1, 0, 3.6))
    for i, (x, z, size) in enumerate(rng.uniform([-4, 0.8, 0.2], [4, 8, 0.6], (12, 3))):
        if abs(x) > 1.0:
            plant(
                stage,
                (x, 0, z),
                bush(f"fern{i}", size, (0.24, 0.40, 0.22)) if i % 2 else rock(f"moss{i}", size, (0.30, 0.36, 0.32)),
            )
    veil(stage, stage.backdrop("mist", 9.0), stage.camera.horizon + 0.02 * stage.camera.height, 40, 0.6)
    tufts(stage, (0.26, 0.42, 0.22), 18, height=0.45)
