"""The spaceship: a corridor of ribs that ends in a window on a planet."""

import itertools

import numpy as np

from generation.image.previz.light import Colour, dim, mix, rgb
from generation.image.previz.noise import clouds
from generation.image.previz.scenery.canvas import Canvas, ellipse, over
from generation.image.previz.scenery.rooms import Room, shell
from generation.image.previz.scenery.solids import Solid, along, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage

HULL: Colour = (0.34, 0.40, 0.47)
CYAN: Colour = rgb("#57d8f0")
AMBER: Colour = rgb("#ffb45c")


def spaceship(stage: Stage) -> None:
    """A bridge with a great window, consoles on both sides and strips of light."""
    plan = Room(
        wall=HULL,
        floor=(0.24, 0.28, 0.33),
        ceiling=(0.28, 0.33, 0.39),
        trim=(0.16, 0.20, 0.25),
        half=2.6,
        height=3.3,
        back=5.6,
        boards=1.1,
    )
    canvas = shell(stage, plan)
    _space(stage, canvas, plan)
    for z in (-1.6, 0.6, 2.8, 5.0):
        _rib(stage, z, plan)
    for side in (-1, 1):
        for z in (1.5, 3.7):
            console(stage, (side * 2.1, 0, z), side)
        strip = Solid(stage)
        strip.quad(
            along(side * 2.55, -6, 5.5, 2.45, 2.53),
            CYAN,
            glow=True,
            ink=0.2,
        )
        for z in (-1.0, 1.5, 4.0):
            strip.lamp((side * 2.5, 2.5, z), 1.2, CYAN, 0.28)
            pool(stage, canvas, (side * 1.9, 0, z), 1.3, CYAN, 0.16)
        strip.paint(canvas)
    path = stage.camera.outline(lying(-0.05, 0.05, -6, 5.5, 0))
    if path is not None:
        canvas.cover([path], CYAN, 0.55)
        canvas.cover([path], CYAN, 0.35, blur=5)


def _space(stage: Stage, canvas: Canvas, plan: Room) -> None:
    """Open the back wall on stars, a ringed planet and the light of its sun."""
    camera, z = stage.camera, plan.back - 0.02
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    squircle = (
        np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** 0.55,
        np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.55,
    )
    glass = camera.outline([(2.0 * a, 1.75 + 1.2 * b, z) for a, b in zip(*squircle, strict=True)])
    if glass is None:
        return
    view = Canvas(camera)
    top, foot = float(glass[:, 1].min()), float(glass[:, 1].max())
    view.ramp(glass, [(top, rgb("#05060f"), 1.0), (foot, rgb("#16224a"), 1.0)])
    rng = stage.dice("space")
    for x, y, power in rng.random((150, 3)):
        px, py = camera.pixels([((x - 0.5) * 4.0, 0.5 + 2.5 * y, z)])[0]
        r = max(0.5, canvas.unit * (0.3 + 0.7 * power**5))
        view.cover([ellipse(float(px), float(py), r, r, 8)], (0.9, 0.95, 1.0), 0.3 + 0.7 * power, atop=True)
    _planet(stage, view, z)
    over(canvas.pixels, view.pixels)
    edge = np.concatenate([glass, glass[:1]])
    canvas.strokes([edge], dim(stage.light.lit(HULL, 0.6), 1.2), 6.0, taper=0)
    canvas.strokes([edge], stage.light.ink, 1.4, 0.9, taper=0)
    for x in (-0.7, 0.7):
        bar = camera.outline(upright(x - 0.04, x + 0.04, 0.55, 2.95, z))
        if bar is not None:
            canvas.fill(bar, stage.light.lit(dim(HULL, 0.7), 0.3))


def _planet(stage: Stage, view: Canvas, z: float) -> None:
    camera = stage.camera
    side = 1 if stage.sun[0] > 0 else -1
    hues = {"dawn": "#e8a07a", "day": "#6fb1d8", "dusk": "#d97a58", "night": "#7c7fd0"}
    hue = rgb(hues[stage.hour])
    x, y = (float(v) for v in camera.pixels([(side * 0.6, 1.35, z)])[0])
    radius = camera.scale(camera.depth((0, 0, z))) * 0.95
    disc = ellipse(x, y, radius, radius, 72)
    view.cover([ellipse(x, y, radius * 1.09, radius * 1.09, 72)], hue, 0.35, blur=8, atop=True)
    view.cover([disc], dim(hue, 0.9), atop=True)
    bands = clouds(31, 2, 12, 4)
    for i in range(9):
        v = -0.85 + 0.2 * i
        wide = radius * np.sqrt(max(0.0, 1 - v * v))
        tone = mix(hue, (1, 0.95, 0.9), float(bands[40 * i, 100]) * 0.7) if i % 2 else dim(hue, 0.8)
        view.cover(
            [ellipse(x, y + v * radius, float(wide) * 0.985, radius * 0.08, 40)], tone, 0.55, blur=2.0, atop=True
        )
    night = ellipse(x - side * radius * 0.42, y + radius * 0.10, radius * 1.02, radius * 1.02, 72)
    view.cover([_within(night, x, y, radius)], rgb("#05060f"), 0.80, blur=6, atop=True)


def _within(
    shape: np.ndarray[tuple[int, ...], np.dtype[np.float64]], x: float, y: float, radius: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Pull the corners of a shape into a disc."""
    away = shape - (x, y)
    length = np.maximum(1e-6, np.hypot(away[:, 0], away[:, 1]))
    return np.asarray((x, y) + away * np.minimum(1, radius * 1.0 / length)[:, None])


def _rib(stage: Stage, z: float, plan: Room) -> None:
    """One frame of the hull, chamfered at its corners."""
    solid = Solid(stage)
    a, h = plan.half, plan.height
    outer = [(-a, 0.0), (-a, h), (a, h), (a, 0.0)]
    inner = [
        (-a + 0.28, 0.0),
        (-a + 0.28, h - 0.95),
        (-a + 0.95, h - 0.25),
        (a - 0.95, h - 0.25),
        (a - 0.28, h - 0.95),
        (a - 0.28, 0.0),
    ]
    face = [(x, y, z) for x, y in [*outer, *reversed(inner)]]
    solid.quad(face, stage.light.lit(dim(HULL, 0.85), 0.35), ink=0.9)
    for (x0, y0), (x1, y1) in itertools.pairwise(inner):
        solid.quad(
            [(x0, y0, z), (x1, y1, z), (x1, y1, z + 0.3), (x0, y0, z + 0.3)],
            stage.light.lit(HULL, 0.15),
            ink=0.6,
            lift=-0.2,
        )
    for side in (-1, 1):
        solid.quad(
            upright(side * (a - 0.2), side * (a - 0.09), 1.0, 1.5, z - 0.01),
            AMBER,
            glow=True,
            ink=0.4,
            lift=0.05,
        )
        solid.lamp((side * (a - 0.15), 1.25, z - 0.05), 0.6, AMBER, 0.3)
    solid.stand((0, 0, z))


def console(stage: Stage, at: Place, side: int) -> None:
    """A desk of instruments along the hull."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (0.8, 0.85, 1.5), dim(HULL, 0.75), fade=0.3)
    face = [
        (x - side * 0.4, 0.85, z - 0.75),
        (x - side * 0.4, 0.85, z + 0.75),
        (x + side * 0.2, 1.35, z + 0.75),
        (x + side * 0.2, 1.35, z - 0.75),
    ]
    solid.quad(face, (0.06, 0.12, 0.18), glow=True, ink=0.8, lift=0.3)
    rng = stage.dice("console", x, z)
    a, b, d = np.array(face[0]), np.array(face[1]), np.array(face[3])
    for u, v, w, luck in rng.uniform([0.06, 0.1, 0.05, 0], [0.8, 0.8, 0.16, 1], (14, 4)):
        hue = CYAN if luck < 0.6 else AMBER if luck < 0.85 else rgb("#ff5f6d")  # noqa: PLR2004 - a share of the throws
        cells = [a + (b - a) * p + (d - a) * q for p, q in ((u, v), (u + w, v), (u + w, v + 0.09), (u, v + 0.09))]
        solid.quad(cells, hue, glow=True, ink=0, lift=0.35)
    solid.lamp((x - side * 0.2, 1.2, z), 1.0, CYAN, 0.3)
    solid.stand(at)
