"""Other faces of the spaceship: a corridor of rings, a hold with a door on the stars."""

import itertools

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.decor import panel_light
from generation.image.previz.scenery.rooms import Room, shell, side_of
from generation.image.previz.scenery.sets.ship import AMBER, CYAN, HULL, console
from generation.image.previz.scenery.solids import Solid, along, lying, pool, upright
from generation.image.previz.scenery.stage import Stage

PALE: Colour = (0.74, 0.77, 0.80)


def ring_corridor(stage: Stage) -> None:
    """A white corridor of eight-sided rings that curves into light, panels of lamps between them."""
    plan = Room(
        wall=PALE,
        floor=(0.46, 0.50, 0.55),
        ceiling=(0.80, 0.83, 0.86),
        trim=(0.36, 0.40, 0.46),
        half=1.9,
        height=3.0,
        back=15.0,
        boards=0.9,
    )
    canvas = shell(stage, plan)
    light = stage.light
    for z in np.arange(-2.4, 14.0, 2.2):
        ring = Solid(stage)
        a, h = 1.9, 3.0
        outer = [(-a, 0.0), (-a, h), (a, h), (a, 0.0)]
        inner = [(-1.5, 0.0), (-1.72, 0.8), (-1.5, 2.3), (-0.8, 2.75), (0.8, 2.75), (1.5, 2.3), (1.72, 0.8), (1.5, 0.0)]
        ring.quad([(x, y, z) for x, y in [*outer, *reversed(inner)]], light.lit(PALE, 0.6), ink=0.9)
        for (x0, y0), (x1, y1) in itertools.pairwise(inner):
            ring.quad(
                [(x0, y0, z), (x1, y1, z), (x1, y1, z + 0.35), (x0, y0, z + 0.35)],
                light.lit(dim(PALE, 0.8), 0.25),
                ink=0.5,
                lift=-0.2,
            )
        for side in (-1, 1):
            ring.quad(
                [
                    (side * 1.6, 0.9, z - 0.01),
                    (side * 1.68, 0.9, z - 0.01),
                    (side * 1.5, 2.2, z - 0.01),
                    (side * 1.42, 2.2, z - 0.01),
                ],
                CYAN,
                glow=True,
                ink=0.2,
                lift=0.05,
            )
            ring.lamp((side * 1.6, 1.5, z), 0.7, CYAN, 0.24)
        ring.stand((0, 0, float(z)))
    end = Solid(stage)
    end.quad(upright(-1.1, 1.1, 0, 2.6, 14.95), mix(CYAN, WHITE, 0.7), glow=True, ink=0.6)
    end.lamp((0, 1.4, 14.8), 3.4, mix(CYAN, WHITE, 0.4), 0.6)
    end.paint(canvas)
    panel_light(stage, canvas, plan, tuple((-0.5, 0.5, float(z), float(z) + 1.2) for z in np.arange(-2.0, 13.0, 2.2)))
    for side in (-1, 1):
        strip = stage.camera.outline(lying(side * 1.15, side * 1.22, -6, 15, 0))
        if strip is not None:
            canvas.cover([strip], AMBER, 0.8)
            canvas.cover([strip], AMBER, 0.4, blur=4)
    for z in (1.5, 5.5):
        pool(stage, canvas, (0, 0, z), 1.6, WHITE, 0.14)


def hold(stage: Stage) -> None:
    """A hold: crates and pods under red lamps, a great round door half open on the stars."""
    plan = Room(
        wall=(0.36, 0.34, 0.34),
        floor=(0.30, 0.29, 0.30),
        ceiling=(0.20, 0.20, 0.22),
        trim=(0.16, 0.15, 0.16),
        half=3.0,
        height=4.0,
        back=6.4,
        boards=1.2,
        beams=True,
    )
    canvas = shell(stage, plan)
    s = side_of(stage)
    _round_door(stage, s)
    rng = stage.dice("crates")
    for i, (x, z, size) in enumerate(
        ((1.9, 2.4, 0.8), (2.3, 4.0, 1.1), (1.7, 4.2, 0.7), (-2.1, 4.6, 0.9), (2.2, 1.0, 0.7))
    ):
        crate = Solid(stage)
        tone = ((0.44, 0.40, 0.30), (0.34, 0.40, 0.42), (0.52, 0.34, 0.24))[int(rng.integers(3))]
        crate.box((s * x, 0, z), (size, size, size), tone, fade=0.2, turn=float(rng.uniform(-9, 9)))
        crate.quad(
            upright(s * x - size * 0.3, s * x + size * 0.3, size * 0.35, size * 0.5, z - size / 2 - 0.05),
            (0.86, 0.72, 0.26),
            ink=0.4,
            lift=0.2,
        )
        if i in (0, 1):
            crate.box((s * x + 0.1, size, z), (size * 0.7, size * 0.6, size * 0.7), dim(tone, 0.9))
        crate.stand((s * x, 0, z))
    for z in (1.6, 3.2):
        _pod(stage, -s * 2.1, z)
    lamps = Solid(stage)
    for side in (-1, 1):
        for z in (-1.0, 1.5, 4.0):
            lamps.quad(along(side * 2.98, z, z + 0.9, 2.6, 2.72), rgb("#ff5a4a"), glow=True, ink=0.4)
            lamps.lamp((side * 2.9, 2.6, z + 0.45), 1.6, rgb("#ff5a4a"), 0.34)
            pool(stage, canvas, (side * 2.0, 0, z), 1.4, rgb("#ff5a4a"), 0.14)
    lamps.paint(canvas)
    for x in np.arange(-2.8, 2.9, 0.5):
        stripe = stage.camera.outline(
            [(float(x), 0, 5.2), (float(x) + 0.25, 0, 5.2), (float(x) + 0.5, 0, 5.6), (float(x) + 0.25, 0, 5.6)]
        )
        if stripe is not None:
            canvas.cover([stripe], stage.light.lit((0.88, 0.72, 0.24), 0.6), 0.85)
    console(stage, (s * 0.95, 0, 5.4), s)


def _pod(stage: Stage, x: float, z: float) -> None:
    """A pod with a lit pane, where somebody sleeps."""
    solid = Solid(stage)
    solid.box((x, 0, z), (0.8, 2.1, 0.9), HULL, fade=0.2)
    pane = [(-0.24, 0.7), (0.24, 0.7), (0.28, 1.5), (0.12, 1.85), (-0.12, 1.85), (-0.28, 1.5)]
    solid.quad([(x + u, v, z - 0.46) for u, v in pane], mix(CYAN, WHITE, 0.25), glow=True, ink=0.8, lift=0.1)
    solid.disc((x, 1.5, z - 0.46), (0.1, 0.13), dim(CYAN, 0.4), glow=True, lift=0.12)
    solid.quad(
        [
            (x - 0.17, 0.72, z - 0.46),
            (x + 0.17, 0.72, z - 0.46),
            (x + 0.14, 1.34, z - 0.46),
            (x - 0.14, 1.34, z - 0.46),
        ],
        dim(CYAN, 0.45),
        glow=True,
        ink=0,
        lift=0.12,
    )
    solid.lamp((x, 1.3, z - 0.5), 1.1, CYAN, 0.4)
    solid.stand((x, 0, z))


def _round_door(stage: Stage, side: int) -> None:
    """The round door in the back wall: stars and the rim of a planet, one leaf slid aside."""
    solid = Solid(stage)
    z = 6.36
    light = stage.light
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    solid.quad(
        [(1.75 * np.cos(a), 1.9 + 1.75 * np.sin(a), z) for a in turn], light.lit((0.46, 0.45, 0.46), 0.6), ink=0.9
    )
    solid.quad(
        [(1.5 * np.cos(a), 1.9 + 1.5 * np.sin(a), z) for a in turn], rgb("#070a18"), glow=True, ink=0.8, lift=0.01
    )
    for x, y, power in stage.dice("stars").uniform([-1.3, -1.3, 0], [1.3, 1.3, 1], (80, 3)):
        if x * x + y * y < 1.9:  # noqa: PLR2004 - inside the door
            size = 0.008 + 0.02 * power**4
            solid.disc(
                (float(x), 1.9 + float(y), z), (float(size), float(size)), (0.9, 0.95, 1.0), glow=True, lift=0.02
            )
    hue = {"dawn": "#e8a07a", "day": "#6fb1d8", "dusk": "#d97a58", "night": "#7c7fd0"}[stage.hour]
    solid.disc((-side * 0.5, 1.45, z), (0.75, 0.75), rgb(hue), glow=True, ink=0.3, lift=0.03)
    solid.disc((-side * 0.3, 1.6, z), (0.5, 0.5), mix(rgb(hue), WHITE, 0.25), glow=True, lift=0.035)
    leaf = [(1.5 * np.cos(a), 1.9 + 1.5 * np.sin(a), z) for a in np.linspace(-0.85, 0.85, 16)]
    solid.quad([(side * x, y, w) for x, y, w in leaf], light.lit(HULL, 0.5), ink=0.9, lift=0.05)
    solid.lamp((0, 1.9, z - 0.1), 2.2, rgb(hue), 0.3)
    solid.stand((0, 0, z - 0.05))
