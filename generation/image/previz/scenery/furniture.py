"""Furniture: everyday things built of boxes, each put on the stage by its foot."""

from collections.abc import Callable

import numpy as np

from generation.image.previz.light import Colour, dim
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import Spot, foliage, limb, plant
from generation.image.previz.scenery.solids import Solid, upright
from generation.image.previz.scenery.stage import Place, Stage

WOOD: Colour = (0.46, 0.30, 0.20)


CLAY: Colour = (0.62, 0.38, 0.28)


def table(stage: Stage, at: Place, size: Place, colour: Colour = WOOD, *, turn: float = 0.0) -> None:
    """A table: `size` is width, height and depth."""
    solid = Solid(stage)
    x, y, z = at
    wide, high, deep = size
    for side_x in (-1, 1):
        for side_z in (-1, 1):
            foot = (x + side_x * (wide / 2 - 0.06), y, z + side_z * (deep / 2 - 0.06))
            solid.box(foot, (0.06, high - 0.05, 0.06), dim(colour, 0.7), turn=turn)
    solid.box((x, y + high - 0.05, z), (wide, 0.05, deep), colour, top=dim(colour, 1.25), turn=turn, lift=0.2)
    solid.stand(at)


def block(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage,
    at: Place,
    size: Place,
    colour: Colour,
    *,
    top: Colour | None = None,
    doors: int = 0,
    turn: float = 0.0,
) -> None:
    """A cupboard, a counter, a bed's base: a box with `doors` drawn on its front."""
    solid = Solid(stage)
    solid.box(at, size, colour, top=top, turn=turn, fade=0.25)
    x, y, z = at
    front = z - size[2] / 2 - 0.004
    for i in range(doors):
        x0 = x - size[0] / 2 + size[0] * (i + 0.06) / doors
        x1 = x - size[0] / 2 + size[0] * (i + 0.94) / doors
        panel = upright(x0, x1, y + 0.08, y + size[1] - 0.08, front)
        solid.quad(panel, stage.light.lit(dim(colour, 0.9), 0.2), ink=0.5, lift=0.1)
        solid.quad(
            [(x1 - 0.06, y + size[1] * 0.55, front), (x1 - 0.06, y + size[1] * 0.45, front)],
            stage.light.lit(colour, 1.0),
            ink=0.9,
            lift=0.12,
        )
    solid.stand(at)


def chair(stage: Stage, at: Place, colour: Colour = WOOD, *, back: int = 1) -> None:
    """A chair whose back is on the far side (`back` 1) or the near side (-1)."""
    solid = Solid(stage)
    x, y, z = at
    for side_x in (-0.18, 0.18):
        for side_z in (-0.18, 0.18):
            solid.box((x + side_x, y, z + side_z), (0.04, 0.44, 0.04), dim(colour, 0.75))
        solid.box((x + side_x, y + 0.44, z + back * 0.19), (0.04, 0.5, 0.04), dim(colour, 0.85))
    solid.box((x, y + 0.44, z), (0.42, 0.045, 0.42), colour, top=dim(colour, 1.2), lift=0.1)
    for lift in (0.62, 0.80):
        solid.box((x, y + lift, z + back * 0.19), (0.38, 0.09, 0.03), colour, lift=0.1)
    solid.stand(at)


def shelf(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage,
    at: Place,
    size: Place,
    colour: Colour = WOOD,
    *,
    rows: int = 4,
    turn: float = 0.0,
    goods: str = "books",
) -> None:
    """Open shelves with `goods`, books or jars; `turn` 90 or -90 stands them along a side wall."""
    solid = Solid(stage)
    x, y, z = at
    wide, high, deep = size
    along_x, face = (turn == 0, -1)

    def spot(u: float, v: float, w: float) -> Place:
        """Return the place of local coordinates: along, up, out of the wall."""
        if along_x:
            return x + u, y + v, z + face * w
        side = -1 if turn > 0 else 1
        return x + side * w, y + v, z + u

    back = [spot(-wide / 2, 0, 0), spot(wide / 2, 0, 0), spot(wide / 2, high, 0), spot(-wide / 2, high, 0)]
    solid.quad(back, stage.light.lit(dim(colour, 0.45), 0.15), ink=0.6)
    rng = stage.dice("shelf", x, z)
    for row in range(rows):
        base = high * row / rows + 0.04
        room = high / rows - 0.08
        plank = [
            spot(-wide / 2, base, deep),
            spot(wide / 2, base, deep),
            spot(wide / 2, base - 0.035, deep),
            spot(-wide / 2, base - 0.035, deep),
        ]
        solid.quad(plank, stage.light.lit(colour, 0.6), ink=0.6, lift=deep)
        _goods(solid, spot, rng, (wide, base, room, deep), goods)
    for u in (-wide / 2, wide / 2):
        post = [
            spot(u - 0.02, 0, deep),
            spot(u + 0.02, 0, deep),
            spot(u + 0.02, high, deep),
            spot(u - 0.02, high, deep),
        ]
        solid.quad(post, stage.light.lit(colour, 0.5), ink=0.6, lift=deep + 0.02)
    solid.stand(at)


def _goods(
    solid: Solid,
    spot: Callable[[float, float, float], Place],
    rng: np.random.Generator,
    room: tuple[float, float, float, float],
    goods: str,
) -> None:
    wide, base, high, deep = room
    u = -wide / 2 + 0.03
    light = solid.stage.light
    hues: tuple[Colour, ...] = (
        (0.55, 0.20, 0.18),
        (0.20, 0.34, 0.42),
        (0.66, 0.55, 0.34),
        (0.28, 0.36, 0.26),
        (0.42, 0.30, 0.40),
        (0.74, 0.70, 0.62),
    )
    while u < wide / 2 - 0.06:
        thick = rng.uniform(0.03, 0.07) if goods == "books" else rng.uniform(0.10, 0.17)
        tall = high * (rng.uniform(0.62, 0.95) if goods == "books" else rng.uniform(0.45, 0.85))
        if chance(rng, 0.86):
            hue = hues[int(rng.integers(len(hues)))]
            face = [
                spot(u, base, deep * 0.8),
                spot(u + thick * 0.92, base, deep * 0.8),
                spot(u + thick * 0.92, base + tall, deep * 0.8),
                spot(u, base + tall, deep * 0.8),
            ]
            if goods != "books":
                neck = thick * 0.2
                face[2:] = [
                    spot(u + thick * 0.92, base + tall * 0.75, deep * 0.8),
                    spot(u + thick * 0.92 - neck, base + tall, deep * 0.8),
                    spot(u + neck, base + tall, deep * 0.8),
                    spot(u, base + tall * 0.75, deep * 0.8),
                ]
            solid.quad(face, light.lit(hue, rng.uniform(0.25, 0.7)), ink=0.45, lift=deep * 0.8)
        u += thick


def potted(stage: Stage, at: Place, height: float = 1.3) -> None:
    """A plant in a clay pot."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("potted", at[0], at[2])
        pot = [(-0.15, 0.30), (0.15, 0.30), (0.11, 0.0), (-0.11, 0.0)]
        canvas.fill(spot.at(pot), spot.tint(CLAY, 0.35))
        canvas.ink(spot.at([*pot, pot[0]]), spot.stage.light.ink, 0.8, 0.7)
        for _ in range(6):
            x, y = rng.uniform(-0.28, 0.28), height * rng.uniform(0.55, 0.95)
            limb(canvas, spot, [(0, 0.28), (x * 0.4, y * 0.7), (x, y)], 0.025, 0.01, spot.tint((0.25, 0.30, 0.16), 0.3))
            foliage(canvas, spot, rng, (x, y), (0.22, 0.16), (0.24, 0.42, 0.24))

    plant(stage, at, sketch)


def bed(stage: Stage, at: Place, size: tuple[float, float], cover: Colour, *, frame: Colour = WOOD) -> None:
    """A bed with its head at the far side: `size` is width and length."""
    x, _, z = at
    wide, long = size
    solid = Solid(stage)
    solid.box((x, 0, z + long / 2 - 0.04), (wide + 0.1, 1.05, 0.08), frame)
    solid.box((x, 0.1, z), (wide, 0.24, long), dim(frame, 0.8))
    solid.box((x, 0.34, z), (wide - 0.03, 0.17, long - 0.05), (0.86, 0.85, 0.84), top=(0.93, 0.92, 0.90), lift=0.1)
    solid.box((x, 0.42, z - long * 0.14), (wide + 0.03, 0.12, long * 0.68), cover, top=dim(cover, 1.12), lift=0.3)
    solid.box((x, 0.51, z + long * 0.36), (wide * 0.6, 0.12, 0.36), (0.90, 0.89, 0.88), lift=0.3)
    solid.stand(at)


def folding_screen(stage: Stage, at: Place) -> None:
    """A painted screen of four leaves."""
    solid = Solid(stage)
    x, _, z = at
    for i in range(4):
        x0, x1 = x - 0.9 + 0.45 * i, x - 0.9 + 0.45 * (i + 1)
        z0, z1 = (z, z + 0.16) if i % 2 else (z + 0.16, z)
        solid.quad(
            [(x0, 0.06, z0), (x1, 0.06, z1), (x1, 1.8, z1), (x0, 1.8, z0)],
            stage.light.lit((0.78, 0.66, 0.42), 0.75 if i % 2 else 0.45),
            ink=0.8,
        )
        for y in (0.5, 0.95, 1.4):
            solid.quad(
                [(x0 + 0.08, y, z0), (x1 - 0.08, y + 0.1, z1), (x1 - 0.1, y + 0.2, z1)],
                stage.light.lit((0.40, 0.46, 0.38), 0.5),
                ink=0.2,
                lift=0.02,
            )
    solid.stand(at)
