"""Stages: a playhouse with red curtains, a concert of light, and the view from the boards into the house."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.crowd import Kind, people
from generation.image.previz.scenery.decor import drum
from generation.image.previz.scenery.furniture import chair, table
from generation.image.previz.scenery.rooms import Room, shell, side_of
from generation.image.previz.scenery.solids import Solid, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

BEAMS: tuple[Colour, ...] = (rgb("#ffd9a0"), rgb("#8fd0ff"), rgb("#ff7fae"), rgb("#b08cff"), rgb("#7df0c8"))


def beam(stage: Stage, start: Place, end: Place, wide: float, hue: Colour, strength: float = 0.22) -> None:
    """Let a lamp at `start` throw a cone of light on the boards at `end`; `wide` is its radius there, in metres."""

    def paint(canvas: Canvas) -> None:
        right = np.array(stage.camera.turn[0])
        a, b = np.array(start), np.array(end)
        cone = stage.camera.outline([a - right * 0.06, a + right * 0.06, b + right * wide, b - right * wide])
        if cone is not None:
            canvas.cover([cone], hue, strength, blur=4)

    stage.put(((start[0] + end[0]) / 2, 0, max(end[2], 0.6)), paint)
    solid = Solid(stage)
    x, y, z = start
    solid.box((x, y, z), (0.24, 0.28, 0.26), (0.09, 0.09, 0.10))
    solid.disc((x, y, z - 0.15), (0.1, 0.1), mix(hue, WHITE, 0.7), glow=True, lift=0.1)
    solid.lamp((x, y, z - 0.15), 0.7, hue, 0.6)
    solid.stand(start)


def curtain(
    stage: Stage, span: tuple[float, float], z: float, colour: Colour, *, foot: float = 0.0, high: float = 5.0
) -> None:
    """Hang a heavy curtain in folds over a span of x."""
    x0, x1 = sorted(span)
    solid = Solid(stage)
    folds = max(4, int((x1 - x0) / 0.2))
    edges = np.linspace(x0, x1, folds + 1)
    for i in range(folds):
        tone = (0.85, 0.45, 0.2)[i % 3]
        solid.quad(
            upright(float(edges[i]), float(edges[i + 1]), foot, high, z),
            stage.light.lit(colour, tone),
            ink=0.2,
            fade=0.2,
        )
    solid.quad(upright(x0, x1, foot, foot + 0.14, z), stage.light.lit((0.80, 0.60, 0.26), 0.6), ink=0.3, lift=0.02)
    solid.stand(((x0 + x1) / 2, 0, z))


def playhouse(stage: Stage) -> None:
    """Boards between red curtains, a painted flat, two spots, footlights."""
    plan = Room(
        wall=(0.20, 0.13, 0.14),
        floor=(0.50, 0.33, 0.22),
        ceiling=(0.10, 0.08, 0.09),
        trim=(0.12, 0.08, 0.08),
        boards=0.28,
        half=3.4,
        height=5.2,
        back=5.0,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    red: Colour = (0.58, 0.12, 0.13)
    flat = Solid(stage)
    light = stage.light
    flat.quad(upright(-1.9, 1.9, 0.2, 3.6, 4.9), light.lit((0.42, 0.50, 0.60), 0.7), ink=0.7)
    flat.disc((s * 0.8, 2.8, 4.88), (0.5, 0.5), light.lit((0.94, 0.86, 0.64), 0.9), ink=0.3, lift=0.01)
    for k, (base, tone) in enumerate(((1.5, (0.36, 0.42, 0.54)), (1.0, (0.28, 0.38, 0.40)), (0.6, (0.24, 0.32, 0.26)))):
        xs = np.linspace(-1.9, 1.9, 12)
        crest = [(float(x), base + 0.4 * float(np.sin(2.4 * x + 2 * k)), 4.86) for x in xs]
        flat.quad([*crest, (1.9, 0.2, 4.86), (-1.9, 0.2, 4.86)], light.lit(tone, 0.6), ink=0.4, lift=0.02 + 0.01 * k)
    flat.paint(canvas)
    for side in (-1, 1):
        curtain(stage, (side * 1.25, side * 3.2), 2.6, red)
        curtain(stage, (side * 1.65, side * 3.2), 1.2, dim(red, 0.9))
        beam(stage, (side * 1.5, 4.4, 1.8), (side * 0.25, 0, 0.9), 0.85, BEAMS[0])
    curtain(stage, (-3.2, 3.2), 2.4, dim(red, 0.8), foot=3.7, high=5.2)
    pool(stage, canvas, (0, 0, 0.6), 2.2, BEAMS[0], 0.4)
    for x in np.linspace(-1.5, 1.5, 9):
        lamp = Solid(stage)
        lamp.disc((float(x), 0.06, -1.3), (0.09, 0.07), mix(stage.light.lamp, WHITE, 0.5), glow=True, ink=0.6)
        lamp.lamp((float(x), 0.1, -1.3), 0.5, stage.light.lamp, 0.4)
        lamp.stand((float(x), 0, -1.3))
    table(stage, (-s * 1.15, 0, 3.4), (0.9, 0.75, 0.6), (0.40, 0.24, 0.16))
    chair(stage, (-s * 0.7, 0, 3.9))


def concert(stage: Stage) -> None:
    """A concert: a wall of light, trusses, beams of many colours, loudspeakers, drums, haze."""
    plan = Room(
        wall=(0.10, 0.10, 0.14),
        floor=(0.14, 0.14, 0.18),
        ceiling=(0.05, 0.05, 0.07),
        trim=(0.06, 0.06, 0.08),
        boards=1.2,
        half=3.6,
        height=5.4,
        back=5.4,
    )
    canvas = shell(stage, plan)
    rng = stage.dice("concert")
    hue = BEAMS[1 + int(rng.integers(4))]
    wall = Solid(stage)
    for row in range(9):
        for column in range(12):
            x, y = -2.4 + 0.4 * column, 0.9 + 0.34 * row
            wave = 0.5 + 0.5 * np.sin(0.9 * column + 0.7 * row + 6 * float(rng.random()) * 0.15)
            tone = mix(dim(hue, 0.25), mix(hue, WHITE, 0.3), float(wave) ** 2)
            wall.quad(upright(x, x + 0.36, y, y + 0.3, 5.2), tone, glow=True, ink=0.2)
    wall.lamp((0, 2.3, 5.0), 4.0, hue, 0.35)
    wall.paint(canvas)
    truss = Solid(stage)
    for y in (4.3, 4.6):
        truss.box((0, y, 2.6), (7.0, 0.06, 0.06), (0.30, 0.31, 0.34))
    for x in np.arange(-3.4, 3.4, 0.4):
        truss.quad([(x, 4.33, 2.6), (x + 0.2, 4.6, 2.6), (x + 0.4, 4.33, 2.6)], (0.2, 0.2, 0.22), ink=0.7)
    truss.stand((0, 0, 2.6))
    for i, x in enumerate((-2.0, -1.0, 1.0, 2.0)):
        beam(
            stage, (x, 4.2, 2.5), (x * 0.2 - 0.8 * np.sign(x), 0, 1.2), 0.5, BEAMS[(i + int(rng.integers(5))) % 5], 0.26
        )
    for side in (-1, 1):
        stack = Solid(stage)
        for y in (0.0, 0.75, 1.5):
            stack.box((side * 1.9, y, 3.0), (0.8, 0.72, 0.6), (0.13, 0.13, 0.15))
            stack.disc(
                (side * 1.9, y + 0.36, 2.69), (0.24, 0.24), stage.light.lit((0.26, 0.26, 0.29), 0.5), ink=0.8, lift=0.05
            )
            stack.disc(
                (side * 1.9, y + 0.36, 2.69), (0.09, 0.09), stage.light.lit((0.4, 0.4, 0.44), 0.7), ink=0.5, lift=0.06
            )
        stack.stand((side * 1.9, 0, 3.0))
        pool(stage, canvas, (side * 0.8, 0, 0.8), 1.5, BEAMS[2 - side], 0.3)
    for x, z, size in ((0.0, 4.2, 0.4), (-0.55, 4.0, 0.24), (0.55, 4.0, 0.24)):
        drum(stage, (x, 0.35, z), (size, 0.4, 0.02), dim(hue, 0.7), lid=(0.9, 0.9, 0.88))


def house(stage: Stage) -> None:
    """From the boards into the house: rows of heads, balconies of small lamps, lights in the eyes."""
    plan = Room(
        wall=(0.34, 0.16, 0.15),
        floor=(0.30, 0.16, 0.14),
        ceiling=(0.26, 0.18, 0.16),
        trim=(0.62, 0.46, 0.24),
        boards=0.0,
        half=3.6,
        height=6.0,
        back=11.0,
    )
    canvas = shell(stage, plan)
    light = stage.light
    boards = stage.camera.outline([(-4, 0, -9), (4, 0, -9), (4, 0, 1.4), (-4, 0, 1.4)])
    if boards is not None:
        canvas.fill(boards, light.lit((0.46, 0.30, 0.2), 0.5))
    boxes = Solid(stage)
    for y in (2.2, 3.9):
        boxes.box((0, y, 10.4), (7.0, 0.7, 0.8), (0.62, 0.42, 0.28), top=(0.3, 0.14, 0.13))
        for x in np.arange(-3.0, 3.1, 0.75):
            boxes.disc((float(x), y + 0.35, 9.98), (0.14, 0.12), light.lit((0.84, 0.66, 0.34), 0.7), ink=0.4, lift=0.05)
            boxes.disc(
                (float(x) + 0.37, y + 0.62, 9.98), (0.06, 0.06), mix(light.lamp, WHITE, 0.5), glow=True, lift=0.06
            )
            boxes.lamp((float(x) + 0.37, y + 0.62, 9.9), 0.55, light.lamp, 0.4)
        for side in (-1, 1):
            boxes.box((side * 3.2, y, 6.2), (0.7, 0.7, 8.4), (0.62, 0.42, 0.28), top=(0.3, 0.14, 0.13))
    boxes.paint(canvas)
    for row, z in enumerate((2.0, 2.9, 3.9, 5.0, 6.2, 7.6)):
        chairs = Solid(stage)
        y = -0.5 + 0.14 * row
        for x in np.arange(-3.0, 3.1, 0.56):
            chairs.box((float(x), y, z), (0.46, 0.86, 0.12), (0.56, 0.13, 0.14), ink=0.5)
        chairs.stand((0, 0, z))
        people(stage, Kind.SEATED, z + 0.12, (-2.9, 2.9), count=6, foot=y - 0.28, name=f"row{row}")
    for x in (-1.3, 1.3):
        spot = Solid(stage)
        spot.disc((x, 4.9, 9.0), (0.14, 0.14), (1.0, 0.98, 0.9), glow=True)
        spot.lamp((x, 4.9, 9.0), 2.6, BEAMS[0], 0.8)
        spot.stand((x, 0, 9.0))
    pool(stage, canvas, (0, 0, 0.2), 2.0, BEAMS[0], 0.4)
