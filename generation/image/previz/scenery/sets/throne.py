"""The palace from inside: a throne between red columns, a hall of audience behind lattices, a moonlit shrine."""

import itertools

import numpy as np

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.decor import candles, drum
from generation.image.previz.scenery.furniture import folding_screen, table
from generation.image.previz.scenery.rooms import Room, drape, shell, side_of, side_windows, window
from generation.image.previz.scenery.sets.old_town import GOLD, STONE, VERMILION, steps
from generation.image.previz.scenery.solids import Solid, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import dishes


def throne_hall(stage: Stage) -> None:
    """A throne on a dais at the end of a red carpet, between ranks of columns and candles."""
    plan = Room(
        half=3.1, height=5.4, back=7.2, wall=(0.44, 0.16, 0.13), floor=(0.30, 0.22, 0.20), ceiling=(0.20, 0.24, 0.24),
        trim=(0.56, 0.42, 0.20), boards=0.9, beams=True, dado=1.1,
    )  # fmt: skip
    canvas = shell(stage, plan)
    _carpet(stage, canvas, 0.85, 5.0, (0.62, 0.14, 0.12))
    backing = Solid(stage)
    _screen_wall(backing, plan.back - 0.03, 2.2, 4.3)
    backing.paint(canvas)
    _throne(stage, (0, 0, 5.6))
    for z in (0.9, 2.9, 4.9):
        for side in (-1, 1):
            column(stage, (side * 1.95, 0, z), plan.height, VERMILION)
    for z in (2.2, 4.0):
        for side in (-1, 1):
            candles(stage, (side * 1.3, 0, z))
            pool(stage, canvas, (side * 1.3, 0, z), 1.4, (1.0, 0.7, 0.36), 0.24)
    for side in (-1, 1):
        drum(stage, (side * 1.15, 0, 5.2), (0.2, 0.75, 0.06), (0.40, 0.32, 0.20))


def audience(stage: Stage) -> None:
    """A jade hall of audience: latticed light from one side, a low table, curtains and a painted screen."""
    plan = Room(
        half=2.9, height=4.4, back=4.6, wall=(0.34, 0.48, 0.44), floor=(0.44, 0.30, 0.20), ceiling=(0.30, 0.22, 0.18),
        trim=(0.36, 0.18, 0.12), boards=0.6, beams=True, dado=0.9,
    )  # fmt: skip
    canvas = shell(stage, plan)
    s = side_of(stage)
    window(stage, canvas, plan, (-s * 1.6 - 0.75, -s * 1.6 + 0.75, 0.9, 3.2), panes=(5, 6), view="paper")
    window(stage, canvas, plan, (s * 1.7 - 0.7, s * 1.7 + 0.7, 0.9, 3.2), panes=(5, 6), view="paper")
    side_windows(stage, canvas, plan, -s)
    _carpet(stage, canvas, 1.5, 3.2, (0.24, 0.34, 0.42))
    folding_screen(stage, (0, 0, 4.0))
    table(stage, (0, 0, 3.2), (1.5, 0.42, 0.6), (0.34, 0.16, 0.11))
    dishes(stage, (0.1, 0.42, 3.2))
    for side in (-1, 1):
        column(stage, (side * 1.9, 0, 2.4), plan.height, (0.30, 0.16, 0.12))
        drape(stage, side * 2.5, (2.6, 4.4), (0.74, 0.56, 0.28))
        drum(stage, (side * 1.15, 0, 3.7), (0.16, 0.6, 0.05), (0.82, 0.84, 0.86))
    candles(stage, (s * 1.35, 0, 3.0), height=1.3)
    pool(stage, canvas, (s * 1.35, 0, 3.0), 1.3, (1.0, 0.7, 0.36), 0.2)


def shrine(stage: Stage) -> None:
    """A dark hall with a moon window, hanging banners and rows of small flames."""
    plan = Room(
        half=2.8, height=5.0, back=5.6, wall=(0.20, 0.26, 0.34), floor=(0.24, 0.24, 0.28), ceiling=(0.14, 0.15, 0.20),
        trim=(0.12, 0.12, 0.16), boards=1.0, beams=True,
    )  # fmt: skip
    canvas = shell(stage, plan)
    moon_window(stage, canvas, (0, 2.15, plan.back - 0.02), 1.35)
    altar = Solid(stage)
    altar.box((0, 0, 4.9), (2.6, 0.75, 0.7), (0.32, 0.18, 0.13), top=(0.42, 0.24, 0.17), fade=0.2)
    for x in np.linspace(-1.1, 1.1, 9):
        altar.box((float(x), 0.75, 4.75), (0.06, 0.14, 0.06), (0.86, 0.80, 0.68), ink=0.3)
        altar.disc((float(x), 0.95, 4.75), (0.022, 0.055), (1.0, 0.84, 0.48), glow=True, lift=0.2)
    altar.lamp((0, 1.0, 4.7), 2.4, (1.0, 0.66, 0.3), 0.55)
    altar.stand((0, 0, 4.9))
    pool(stage, canvas, (0, 0, 4.2), 2.0, (1.0, 0.66, 0.3), 0.25)
    for x, z, tone in ((-1.5, 3.9, VERMILION), (1.5, 3.9, VERMILION), (-2.2, 2.2, GOLD), (2.2, 2.2, GOLD)):
        _banner(stage, (x, 0, z), plan.height, dim(tone, 0.8))
    for side in (-1, 1):
        for z in (0.7, 3.1):
            column(stage, (side * 2.1, 0, z), plan.height, (0.24, 0.22, 0.28))
        candles(stage, (side * 1.25, 0, 1.9), height=1.15)


def column(stage: Stage, at: Place, height: float, colour: Colour) -> None:
    """A round column on a stone foot, with a gilded collar."""
    solid = Solid(stage)
    x, y, z = at
    solid.post(at, 0.27, 0.22, STONE)
    solid.post((x, y + 0.22, z), 0.19, height - 0.22, colour)
    for low, high in ((0.5, 0.1), (height - 0.9, 0.14)):
        solid.post((x, y + low, z), 0.2, high, GOLD)
    solid.stand(at)


def _carpet(stage: Stage, canvas: Canvas, half: float, far: float, colour: Colour) -> None:
    for wide, tone in ((half, GOLD), (half - 0.08, colour)):
        outline = stage.camera.outline(lying(-wide, wide, -9, far, 0))
        if outline is not None:
            canvas.fill(outline, stage.light.lit(tone, 0.5))


def _screen_wall(solid: Solid, z: float, half: float, high: float) -> None:
    """Add a gilded wall: a sun over waves and clouds."""
    light = solid.stage.light
    solid.quad(upright(-half, half, 0.4, high, z), light.lit((0.60, 0.44, 0.20), 0.5), ink=0.8)
    solid.quad(upright(-half + 0.14, half - 0.14, 0.5, high - 0.14, z), light.lit((0.74, 0.56, 0.28), 0.6), lift=0.01)
    for size, tone in ((0.85, (0.66, 0.20, 0.14)), (0.7, (0.80, 0.30, 0.18))):
        solid.disc((0, 3.0, z), (size, size), light.lit(tone, 0.7), ink=0.4, lift=0.02)
    t = np.linspace(0, 1, 25)
    for row in range(4):
        crest = [(-half + 0.14 + (2 * half - 0.28) * u, 2.0 - 0.3 * row + 0.1 * np.sin(14 * u + row), z) for u in t]
        foot = [(half - 0.14, 0.5, z), (-half + 0.14, 0.5, z)]
        tone = light.lit(mix((0.24, 0.36, 0.40), (0.74, 0.56, 0.28), 0.25 * (row % 2)), 0.5)
        solid.quad([*crest, *foot], tone, ink=0.4, lift=0.03 + 0.01 * row)


def _throne(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    steps(solid, (x, 0, z - 1.4), 3.0, 3)
    solid.box((x, 0, z + 0.4), (3.6, 0.52, 2.0), dim(STONE, 0.8), top=(0.46, 0.20, 0.16))
    solid.stand(at, nearer=-0.6)
    seat = Solid(stage)
    base = 0.52
    seat.box((x, base, z + 0.3), (1.5, 0.5, 0.8), dim(GOLD, 0.8), top=(0.66, 0.18, 0.14))
    back = [
        (-0.75, 0.5),
        (0.75, 0.5),
        (0.85, 1.35),
        (0.45, 1.62),
        (0.2, 1.95),
        (-0.2, 1.95),
        (-0.45, 1.62),
        (-0.85, 1.35),
    ]
    seat.quad([(x + u, base + v, z + 0.66) for u, v in back], stage.light.lit(GOLD, 0.6), ink=0.9)
    inner = [(x + u * 0.72, base + 0.15 + v * 0.84, z + 0.65) for u, v in back]
    seat.quad(inner, stage.light.lit((0.62, 0.16, 0.13), 0.55), ink=0.5, lift=0.02)
    seat.disc((x, base + 1.35, z + 0.64), (0.18, 0.18), stage.light.lit(GOLD, 1.0), ink=0.6, lift=0.04)
    for side in (-1, 1):
        seat.box((x + side * 0.72, base + 0.5, z + 0.2), (0.12, 0.34, 0.7), GOLD)
    seat.stand(at)


def _banner(stage: Stage, at: Place, high: float, colour: Colour) -> None:
    solid = Solid(stage)
    x, _, z = at
    cloth = [(x - 0.28, high, z), (x + 0.28, high, z), (x + 0.28, 2.3, z), (x, 1.95, z), (x - 0.28, 2.3, z)]
    solid.quad(cloth, stage.light.lit(colour, 0.5), ink=0.8, fade=0.35)
    solid.disc((x, 3.3, z), (0.16, 0.16), stage.light.lit(GOLD, 0.7), ink=0.4, lift=0.02)
    solid.stand(at)


def moon_window(stage: Stage, canvas: Canvas, at: Place, radius: float) -> None:
    """Open a round window in the back wall: the sky, the disc of the hour, a bough across it."""
    camera, light = stage.camera, stage.light
    x, y, z = at
    turn = np.linspace(0, 2 * np.pi, 56, endpoint=False)

    def ring(size: float, cx: float = x, cy: float = y) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]] | None:
        circle = np.stack([cx + np.cos(turn) * size, cy + np.sin(turn) * size, np.full(56, z)], axis=1)
        return camera.outline(circle)

    rim, glass, disc = ring(radius + 0.16), ring(radius), ring(radius * 0.42, x + 0.35, y + 0.35)
    if rim is None or glass is None or disc is None:
        return
    canvas.fill(rim, light.lit((0.34, 0.20, 0.14), 0.5))
    top, foot = float(glass[:, 1].min()), float(glass[:, 1].max())
    canvas.ramp(glass, [(top, light.top, 1.0), (foot, light.low, 1.0)])
    canvas.cover([disc], light.sun, 0.95, blur=0.6)
    solid = Solid(stage)
    bough = [(-0.95, -0.55), (-0.4, -0.1), (0.1, 0.1), (0.7, 0.5), (0.12, 0.18), (-0.4, 0.02), (-1.0, -0.42)]
    solid.quad([(x + u * radius, y + v * radius, z) for u, v in bough], light.ink, ink=0, lift=0.01)
    rng = stage.dice("bough", x)
    for (u, v), size in zip(rng.uniform([-0.7, -0.3], [0.7, 0.45], (16, 2)), rng.uniform(0.04, 0.1, 16), strict=True):
        if u * u + v * v < 0.6:  # noqa: PLR2004 - keeps the blossom inside the frame
            tone = light.lit((0.80, 0.46, 0.52), 0.6)
            solid.disc((x + u * radius, y + v * radius, z), (size, size * 0.8), tone, ink=0.15, lift=0.02)
    solid.paint(canvas)
    for a, b in itertools.pairwise((rim, glass)):
        canvas.strokes([np.concatenate([a, a[:1]]), np.concatenate([b, b[:1]])], light.ink, 1.3, 0.8, taper=0)
    cx, cy = camera.pixels([at])[0]
    canvas.glow(cx, cy, camera.scale(camera.depth(at)) * radius * 1.7, light.sun, 0.25 * light.glow)
