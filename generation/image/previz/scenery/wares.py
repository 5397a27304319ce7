"""Small things that stand on tables and hang from ceilings."""

import itertools

import numpy as np

from generation.image.previz.light import Colour, mix
from generation.image.previz.scenery.rooms import Room
from generation.image.previz.scenery.solids import Solid, upright
from generation.image.previz.scenery.stage import Place, Stage


def stove(stage: Stage, at: Place) -> None:
    """A kettle over a small flame."""
    solid = Solid(stage)
    x, y, z = at
    solid.box((x, y, z), (0.6, 0.05, 0.45), (0.15, 0.15, 0.17))
    solid.post((x, y + 0.06, z), 0.12, 0.18, (0.50, 0.52, 0.55))
    solid.box((x, y + 0.24, z), (0.06, 0.05, 0.06), (0.2, 0.2, 0.22))
    solid.lamp((x, y + 0.06, z), 0.5, (1.0, 0.55, 0.2), 0.5)
    solid.stand((x, 0, z), nearer=0.4)


def pans(stage: Stage, at: Place) -> None:
    """Copper pans on a rail; `at` is the middle of the rail."""
    solid = Solid(stage)
    x, y, z = at
    solid.box((x, y, z), (1.3, 0.03, 0.03), (0.2, 0.17, 0.16))
    turn = np.linspace(0, 2 * np.pi, 18)
    for i, size in enumerate((0.15, 0.12, 0.17, 0.11)):
        cx, cy = x - 0.48 + 0.32 * i, y - 0.22 - size
        solid.quad([(cx, y, z), (cx, cy + size, z)], (0, 0, 0), ink=0.9)
        ring = np.stack([cx + np.cos(turn) * size, cy + np.sin(turn) * size, np.full(18, z)], axis=1)
        solid.quad(ring, stage.light.lit((0.52, 0.34, 0.24), 0.4), ink=0.8)
        solid.quad(
            ring * (1, 1, 1) * 0.7 + np.array([cx, cy, z]) * 0.3,
            stage.light.lit((0.70, 0.46, 0.30), 0.8),
            ink=0.2,
            lift=0.01,
        )
    solid.stand((x, 0, z), nearer=0.3)


def bowls(stage: Stage, at: Place) -> None:
    """A bowl and a cup on a table top."""
    solid = Solid(stage)
    x, y, z = at
    solid.post((x, y, z), 0.14, 0.09, (0.80, 0.78, 0.72))
    solid.post((x + 0.35, y, z + 0.1), 0.05, 0.12, (0.62, 0.30, 0.24))
    solid.stand((x, 0, z), nearer=0.3)


def screen(stage: Stage, at: Place) -> None:
    """A monitor that shines."""
    solid = Solid(stage)
    x, y, z = at
    solid.box((x, y, z), (0.24, 0.02, 0.16), (0.15, 0.15, 0.17))
    solid.box((x, y, z), (0.04, 0.2, 0.04), (0.15, 0.15, 0.17))
    solid.box((x, y + 0.14, z), (0.66, 0.42, 0.04), (0.11, 0.11, 0.13), lift=0.1)
    shine = (0.46, 0.68, 0.82)
    f = z - 0.025
    solid.quad(
        upright(x - 0.3, x + 0.3, y + 0.17, y + 0.53, f),
        shine,
        glow=True,
        ink=0.3,
        lift=0.2,
    )
    for i, long in enumerate((0.34, 0.46, 0.26, 0.40)):
        v = y + 0.46 - 0.07 * i
        solid.quad(
            upright(x - 0.25, x - 0.25 + long, v, v + 0.025, f),
            (0.85, 0.94, 0.98),
            glow=True,
            ink=0,
            lift=0.22,
        )
    solid.lamp((x, y + 0.35, z), 0.9, shine, 0.22)
    solid.stand((x, 0, z), nearer=0.45)


def drip(stage: Stage, at: Place) -> None:
    """A drip on its stand."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (0.4, 0.03, 0.05), (0.6, 0.62, 0.64))
    solid.box((x, 0, z), (0.03, 1.9, 0.03), (0.66, 0.68, 0.70))
    solid.box((x, 1.88, z), (0.3, 0.02, 0.02), (0.66, 0.68, 0.70))
    solid.quad(
        [(x + 0.06, 1.86, z), (x + 0.2, 1.86, z), (x + 0.19, 1.55, z), (x + 0.07, 1.55, z)],
        stage.light.lit((0.80, 0.88, 0.90), 0.8),
        ink=0.6,
    )
    solid.quad([(x + 0.13, 1.55, z), (x + 0.3, 0.7, z)], (0, 0, 0), ink=0.5)
    solid.stand(at)


def monitor(stage: Stage, at: Place) -> None:
    """A screen that shows a heartbeat."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (0.06, 1.2, 0.06), (0.6, 0.62, 0.64))
    solid.box((x, 1.2, z), (0.5, 0.36, 0.08), (0.16, 0.18, 0.20))
    f = z - 0.05
    solid.quad(
        upright(x - 0.21, x + 0.21, 1.24, 1.52, f),
        (0.05, 0.16, 0.14),
        glow=True,
        ink=0.3,
        lift=0.1,
    )
    beat = [(-0.2, 0.0), (-0.08, 0.0), (-0.05, 0.08), (-0.02, -0.06), (0.01, 0.0), (0.2, 0.0)]
    for (a, b), (c, d) in itertools.pairwise(beat):
        solid.quad(
            [(x + a, 1.38 + b, f), (x + c, 1.38 + d, f), (x + c, 1.392 + d, f), (x + a, 1.392 + b, f)],
            (0.4, 1.0, 0.7),
            glow=True,
            ink=0,
            lift=0.12,
        )
    solid.lamp((x, 1.38, z), 0.7, (0.3, 0.9, 0.7), 0.2)
    solid.stand(at)


def dishes(stage: Stage, at: Place) -> None:
    """A pot, bowls and a candle."""
    solid = Solid(stage)
    x, y, z = at
    solid.post((x - 0.2, y, z), 0.11, 0.12, (0.30, 0.24, 0.24))
    solid.post((x + 0.18, y, z - 0.12), 0.07, 0.05, (0.86, 0.84, 0.78))
    solid.post((x + 0.02, y, z + 0.14), 0.02, 0.14, (0.92, 0.88, 0.76))
    solid.lamp((x + 0.02, y + 0.2, z + 0.14), 0.55, (1.0, 0.7, 0.35), 0.55)
    solid.stand((x, 0, z), nearer=0.5)


def lanterns(stage: Stage, plan: Room) -> None:
    """Round red lanterns under the ceiling."""
    red: Colour = (0.86, 0.26, 0.16)
    rng = stage.dice("lanterns")
    for x, z in ((-1.6, 0.6), (1.5, 0.9), (-0.7, 2.4), (0.9, 3.2), (-1.9, 3.6), (2.1, 2.4)):
        solid = Solid(stage)
        y = 2.45 + rng.uniform(-0.2, 0.25)
        solid.lantern((x, y, z), 0.21, red, cord=plan.height - y - 0.21)
        solid.stand((x, 0, z))


def floor_lamp(stage: Stage, at: Place, height: float = 1.55) -> None:
    """A lamp on a thin foot, lit unless it is day."""
    solid = Solid(stage)
    x, y, z = at
    lit = stage.hour != "day"
    solid.box((x, y, z), (0.26, 0.03, 0.26), (0.16, 0.13, 0.13))
    solid.box((x, y, z), (0.03, height, 0.03), (0.2, 0.16, 0.15))
    right = stage.camera.turn[0]
    low, high = np.array([x, y + height - 0.06, z]), np.array([x, y + height + 0.26, z])
    shade = [low - right * 0.21, low + right * 0.21, high + right * 0.12, high - right * 0.12]
    solid.quad(
        shade,
        mix(stage.light.lamp, (1, 0.96, 0.86), 0.45) if lit else stage.light.lit((0.86, 0.80, 0.68), 0.6),
        glow=lit,
        ink=0.7,
        lift=0.3,
    )
    if lit:
        solid.lamp((x, y + height + 0.1, z), 1.9, stage.light.lamp, 0.5)
    solid.stand(at)


def pendant(stage: Stage, at: Place, ceiling: float, colour: Colour = (0.20, 0.22, 0.24)) -> None:
    """A lamp hanging at `at` from the ceiling."""
    solid = Solid(stage)
    x, y, z = at
    right = stage.camera.turn[0]
    here = np.array([x, y, z])
    solid.quad([(x, y + 0.2, z), (x, ceiling, z)], (0.08, 0.07, 0.08), ink=0.9)
    hood = [
        here - right * 0.24,
        here + right * 0.24,
        here + right * 0.07 + (0, 0.2, 0),
        here - right * 0.07 + (0, 0.2, 0),
    ]
    solid.quad(hood, stage.light.lit(colour, 0.4), ink=0.8)
    rim = np.linspace(0, 2 * np.pi, 16)
    disc = here + np.outer(np.cos(rim) * 0.23, right) + np.outer(np.sin(rim) * 0.035, (0, 1, 0))
    solid.quad(disc, mix(stage.light.lamp, (1, 1, 0.94), 0.6), glow=True, ink=0.4, lift=0.05)
    solid.lamp((x, y - 0.05, z), 1.5, stage.light.lamp, 0.5 if stage.hour != "day" else 0.22)
    solid.stand(at)
