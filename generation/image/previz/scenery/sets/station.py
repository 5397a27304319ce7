"""The station: a platform under a long roof, a train, a clock."""

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.sets.city import bench, lights, skyline
from generation.image.previz.scenery.sets.town import pavement
from generation.image.previz.scenery.sky import sky
from generation.image.previz.scenery.solids import Solid, along, lying, pool, upright
from generation.image.previz.scenery.stage import Place, Stage


def station(stage: Stage) -> None:
    """A platform under a long roof, a waiting train with lit windows, a clock, rails to the horizon."""
    sky(stage)
    skyline(
        stage,
        "town",
        distance=90,
        base=0.0,
        tall=(0.02, 0.07),
        wide=(0.04, 0.08),
        tone=(0.40, 0.44, 0.52),
        lit=lights(stage),
    )
    ground = pavement(stage, (0.52, 0.50, 0.48), tile=0.9)
    s = 1 if chance(stage.dice("station"), 0.5) else -1
    light = stage.light
    for x0, x1, tone, alpha in ((1.18, 1.34, (0.90, 0.72, 0.24), 0.9), (1.55, 1.7, (0.25, 0.24, 0.25), 0.6)):
        strip = stage.camera.outline(lying(s * x0, s * x1, -9, 70, 0))
        if strip is not None:
            ground.cover([strip], light.lit(tone, 0.6), alpha, atop=True)
    _train(stage, s)
    for z in (1.6, 5.4, 9.2, 13.0, 16.8):
        column = Solid(stage)
        column.box((-s * 2.2, 0, z), (0.34, 0.5, 0.34), (0.28, 0.30, 0.33))
        column.post((-s * 2.2, 0.5, z), 0.09, 3.2, (0.25, 0.33, 0.34))
        column.quad(
            [(-s * 2.2, 3.1, z), (-s * 0.9, 3.9, z), (-s * 1.1, 3.9, z), (-s * 2.2, 3.3, z)],
            light.lit((0.25, 0.33, 0.34), 0.3),
            ink=0.7,
        )
        column.stand((-s * 2.2, 0, z))
    roof = Solid(stage)
    for z in np.arange(-6.0, 22.0, 2.0):
        roof.quad(
            [(-s * 5.0, 3.6, z), (s * 0.2, 4.2, z), (s * 0.2, 4.2, z + 2.0), (-s * 5.0, 3.6, z + 2.0)],
            light.lit((0.34, 0.36, 0.40), 0.12),
            ink=0.6,
        )
        if int(z) % 4 == 0:
            roof.quad(
                [(-s * 0.9, 4.02, z), (-s * 0.6, 4.05, z), (-s * 0.6, 4.05, z + 1.2), (-s * 0.9, 4.02, z + 1.2)],
                mix(light.lamp, WHITE, 0.55),
                glow=True,
                ink=0.3,
                lift=0.3,
            )
            if stage.hour != "day":
                roof.lamp((-s * 0.75, 3.9, z + 0.6), 1.5, light.lamp, 0.30)
                pool(stage, ground, (-s * 0.75, 0, z + 0.6), 1.6, light.lamp, 0.2)
    roof.stand((0, 0, 8))
    clock(stage, (-s * 1.1, 3.1, 6.0))
    bench(stage, (-s * 1.9, 0, 3.4))


def clock(stage: Stage, at: Place) -> None:
    """A round clock that hangs from the roof."""
    solid = Solid(stage)
    x, y, z = at
    turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    right = np.array(stage.camera.turn[0])

    def ring(size: float) -> list[tuple[float, float, float]]:
        points = np.array(at) + np.outer(np.cos(turn) * size, right) + np.outer(np.sin(turn) * size, (0, 1, 0))
        return [tuple(point) for point in points.tolist()]

    solid.quad([(x, y + 0.4, z), (x, 4.1, z)], (0, 0, 0), ink=0.95)
    solid.quad(ring(0.42), stage.light.lit((0.14, 0.16, 0.18), 0.4), ink=0.8)
    solid.quad(ring(0.36), mix((0.95, 0.93, 0.86), stage.light.lamp, 0.2), glow=True, ink=0.3, lift=0.02)
    for dx, dy in ((0.02, 0.26), (-0.17, 0.08)):
        solid.quad([(x, y, z), tuple(np.array(at) + right * dx + np.array([0, dy, 0]))], (0, 0, 0), ink=0.95, lift=0.05)
    solid.stand((x, 0, z))


def _train(stage: Stage, side: int) -> None:
    light = stage.light
    paint: Colour = (0.20, 0.36, 0.44)
    lit = stage.hour != "day"
    for z0, z1 in ((-9.0, 1.5), (1.9, 12.4), (12.8, 23.0)):
        solid = Solid(stage)
        x = side * 1.75
        tone = light.lit(paint, 0.3)
        solid.quad(along(x, z0, z1, -0.2, 2.9), tone, ink=0.8, fade=0.35)
        solid.quad(
            [(x, 2.9, z0), (x, 2.9, z1), (x + side * 0.6, 3.35, z1), (x + side * 0.6, 3.35, z0)],
            light.lit((0.58, 0.60, 0.62), 0.6),
            ink=0.6,
        )
        solid.quad(
            upright(x, x + side * 2.6, -0.2, 2.9, z0),
            light.lit(dim(paint, 0.7), 0.1),
            ink=0.8,
        )
        inside = x - side * 0.01
        solid.quad(
            along(inside, z0, z1, 1.06, 1.18),
            light.lit((0.88, 0.84, 0.72), 0.6),
            ink=0.2,
            lift=0.05,
        )
        z = z0 + 0.5
        while z + 1.1 < z1:
            door = abs(z - (z0 + z1) / 2) < 0.9  # noqa: PLR2004 - in metres, by eye
            y0, y1 = (0.1, 2.45) if door else (1.35, 2.4)
            pane = mix(light.lamp, WHITE, 0.35) if lit else mix(light.lit((0.24, 0.30, 0.36), 0.5), light.low, 0.3)
            if door:
                solid.quad(
                    along(inside, z, z + 1.1, y0, y1),
                    light.lit(dim(paint, 0.75), 0.4),
                    ink=0.7,
                    lift=0.08,
                )
                y0, y1 = 1.3, 2.3
            solid.quad(
                along(inside, z + 0.08, z + 1.02, y0, y1),
                pane,
                glow=lit,
                ink=0.6,
                lift=0.1,
            )
            z += 1.35
        if lit:
            for z in np.arange(z0 + 1.5, z1, 3.0):
                solid.lamp((x - side * 0.2, 1.8, float(z)), 1.2, light.lamp, 0.2)
        solid.stand((x, 0, (z0 + z1) / 2))
