"""What makes a room lived in: things that hang on walls and from ceilings, and seats larger than a chair."""

from collections.abc import Callable, Mapping

import numpy as np

from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.furniture import potted, shelf
from generation.image.previz.scenery.rooms import Room, picture_frame, wall_clock
from generation.image.previz.scenery.solids import Solid, along, upright
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.scenery.wares import floor_lamp

HUES: tuple[Colour, ...] = (
    (0.62, 0.30, 0.26), (0.28, 0.44, 0.48), (0.72, 0.58, 0.34), (0.36, 0.44, 0.32), (0.46, 0.36, 0.50),
    (0.80, 0.74, 0.64),
)  # fmt: skip
"""Colours of cloth, paper and paint."""


def hue(rng: np.random.Generator) -> Colour:
    """Return a colour of cloth, paper or paint by luck."""
    return HUES[int(rng.integers(len(HUES)))]


def scroll(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Hang a painted scroll: a peak in ink, a red seal."""
    light = solid.stage.light
    solid.quad(upright(x - 0.24, x + 0.24, 1.15, 2.75, z), light.lit((0.46, 0.36, 0.26), 0.5), ink=0.6)
    solid.quad(upright(x - 0.19, x + 0.19, 1.3, 2.6, z), light.lit((0.88, 0.84, 0.74), 0.6), ink=0.3, lift=0.01)
    peak = [(x - 0.18, 1.62), (x - 0.06, 2.0 + float(rng.uniform(-0.1, 0.2))), (x + 0.02, 1.78), (x + 0.18, 1.6)]
    solid.quad([(u, v, z) for u, v in peak], light.lit((0.40, 0.44, 0.46), 0.4), ink=0.3, lift=0.02)
    solid.quad(upright(x + 0.09, x + 0.15, 1.38, 1.45, z), light.lit((0.72, 0.16, 0.12), 0.6), ink=0, lift=0.03)
    for y in (1.15, 2.75):
        solid.quad(upright(x - 0.29, x + 0.29, y - 0.02, y + 0.03, z), light.lit((0.24, 0.14, 0.10), 0.4), lift=0.04)


def poster(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Pin a poster: a broad shape under lines of writing."""
    light, paper = solid.stage.light, hue(rng)
    solid.quad(upright(x - 0.28, x + 0.28, 1.5, 2.3, z), light.lit(mix(paper, WHITE, 0.35), 0.55), ink=0.5)
    solid.disc((x, 1.85, z), (0.17, 0.2), light.lit(dim(paper, 0.7), 0.5), ink=0.2, lift=0.02)
    for y, half in ((2.16, 0.2), (2.08, 0.13), (1.57, 0.2)):
        solid.quad(upright(x - half, x + half, y, y + 0.035, z), light.lit((0.2, 0.18, 0.18), 0.4), ink=0, lift=0.03)


def board(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Hang a cork board with notes on it."""
    light = solid.stage.light
    solid.quad(upright(x - 0.46, x + 0.46, 1.4, 2.2, z), light.lit((0.62, 0.46, 0.30), 0.5), ink=0.7)
    for u, v in rng.uniform([-0.4, 1.45], [0.24, 2.0], (7, 2)):
        solid.quad(
            upright(x + u, x + u + 0.16, v, v + 0.14, z),
            light.lit(mix(hue(rng), WHITE, 0.6), 0.65),
            ink=0.25,
            lift=0.02,
        )


def mirror(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Hang an oval mirror."""
    light = solid.stage.light
    solid.disc((x, 1.8, z), (0.27, 0.42), light.lit(mix(hue(rng), (0.5, 0.38, 0.2), 0.6), 0.6), ink=0.8)
    solid.disc((x, 1.8, z), (0.22, 0.37), mix(light.lit((0.62, 0.70, 0.76), 0.5), light.mid, 0.15), ink=0.3, lift=0.02)
    shine = [(x - 0.14, 1.7, z), (x - 0.06, 1.62, z), (x + 0.12, 2.0, z), (x + 0.05, 2.06, z)]
    solid.quad(shine, light.lit((0.84, 0.90, 0.94), 0.7), ink=0, lift=0.04)


def ledge(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Put up a board with books, a pot and a jar."""
    light = solid.stage.light
    for y in (1.45, 2.0):
        solid.box((x, y, z - 0.12), (0.95, 0.04, 0.22), (0.44, 0.30, 0.20), lift=0.05)
        u = x - 0.42
        while u < x + 0.36:
            wide, high = float(rng.uniform(0.04, 0.13)), float(rng.uniform(0.12, 0.3))
            tone = light.lit(hue(rng), float(rng.uniform(0.35, 0.7)))
            solid.quad(upright(u, u + wide, y + 0.04, y + 0.04 + high, z - 0.16), tone, ink=0.5, lift=0.2)
            u += wide + float(rng.uniform(0.005, 0.07))


def sconce(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Fix a lamp to the wall, lit unless it is day."""
    light, lit = solid.stage.light, solid.stage.hour != "day"
    y = 2.0 + float(rng.uniform(-0.05, 0.05))
    solid.box((x, y - 0.16, z - 0.05), (0.09, 0.16, 0.09), (0.30, 0.22, 0.14))
    glass = mix(light.lamp, WHITE, 0.5) if lit else light.lit((0.82, 0.80, 0.74), 0.6)
    shade = [
        (x - 0.08, y, z - 0.1),
        (x + 0.08, y, z - 0.1),
        (x + 0.13, y + 0.24, z - 0.1),
        (x - 0.13, y + 0.24, z - 0.1),
    ]
    solid.quad(shade, glass, glow=lit, ink=0.6, lift=0.1)
    if lit:
        solid.lamp((x, y + 0.1, z - 0.2), 1.2, light.lamp, 0.42)


def painting(solid: Solid, x: float, z: float, rng: np.random.Generator) -> None:
    """Hang one picture, or a pair of small ones."""
    if chance(rng, 0.5):
        picture_frame(solid, (x - 0.36, x + 0.36, 1.55, 2.35), z, hue(rng))
        return
    for u, low in ((-0.22, 1.7), (0.24, 1.55)):
        picture_frame(solid, (x + u - 0.18, x + u + 0.18, low, low + 0.52), z, hue(rng))


def clock(solid: Solid, x: float, z: float, _rng: np.random.Generator) -> None:
    """Hang a clock."""
    wall_clock(solid, (x, 2.45, z), 0.2)


Hanging = Callable[[Solid, float, float, np.random.Generator], None]

STYLES: Mapping[str, tuple[Hanging, ...]] = {
    "home": (painting, ledge, mirror, poster, painting, sconce),
    "work": (board, clock, painting, ledge, poster),
    "old": (scroll, sconce, scroll, painting, mirror),
    "care": (clock, board, poster, painting),
    "youth": (poster, ledge, board, poster, clock),
}
"""What hangs on the walls of a kind of room."""


def dress(stage: Stage, canvas: Canvas, plan: Room, style: str, spans: tuple[tuple[float, float], ...]) -> None:
    """Hang what a style of room has over the free `spans` (x0, x1) of the back wall, and something on its sides."""
    rng = stage.dice("dress", style)
    kinds = list(rng.permutation(np.arange(len(STYLES[style]))))
    solid = Solid(stage)
    for x0, x1 in spans:
        room = max(1, int((x1 - x0) / 1.05))
        for i in range(room):
            at = x0 + (x1 - x0) * (i + 0.5) / room
            STYLES[style][int(kinds[0])](solid, at, plan.back - 0.03, rng)
            kinds = [*kinds[1:], kinds[0]]
    for side in (-1, 1):
        for z in (0.3, 2.1):
            _side_picture(solid, side * (plan.half - 0.02), z, hue(rng))
    solid.paint(canvas)


def _side_picture(solid: Solid, x: float, z: float, colour: Colour) -> None:
    light = solid.stage.light
    solid.quad(along(x, z, z + 0.8, 1.5, 2.3), light.lit((0.26, 0.19, 0.14), 0.4), ink=0.6)
    solid.quad(along(x, z + 0.08, z + 0.72, 1.58, 2.22), light.lit(colour, 0.45), ink=0.3, lift=0.02)


def sofa(stage: Stage, at: Place, colour: Colour, *, wide: float = 1.9, cushions: int = 2) -> None:
    """A sofa, or with one cushion an armchair, that looks at the viewer."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0.08, z), (wide, 0.3, 0.8), dim(colour, 0.8), fade=0.2)
    solid.box((x, 0.3, z + 0.34), (wide, 0.56, 0.2), colour, top=dim(colour, 1.15))
    for side in (-1, 1):
        solid.box((x + side * (wide / 2 - 0.1), 0.08, z), (0.2, 0.52, 0.84), dim(colour, 0.92), top=dim(colour, 1.15))
    step = (wide - 0.4) / cushions
    for i in range(cushions):
        u = x - wide / 2 + 0.2 + step * (i + 0.5)
        solid.box((u, 0.38, z - 0.06), (step - 0.02, 0.12, 0.66), dim(colour, 1.08), top=dim(colour, 1.25), lift=0.1)
    rng = stage.dice("sofa", x, z)
    for u in (-0.3, 0.32)[:cushions]:
        pillow = [
            (x + wide * u - 0.2, 0.5),
            (x + wide * u + 0.2, 0.5),
            (x + wide * u + 0.17, 0.86),
            (x + wide * u - 0.15, 0.9),
        ]
        solid.quad([(px, py, z + 0.18) for px, py in pillow], stage.light.lit(hue(rng), 0.6), ink=0.6, lift=0.3)
    solid.stand(at)


def corner(stage: Stage, at: Place) -> None:
    """Fill a corner by luck: a plant, a lamp or a narrow shelf."""
    x, _, z = at
    luck = int(stage.dice("corner", x, z).integers(3))
    if luck == 0:
        potted(stage, at, 1.5)
    elif luck == 1:
        floor_lamp(stage, at)
    else:
        shelf(stage, at, (0.8, 1.9, 0.3), rows=5)


def candles(stage: Stage, at: Place, *, height: float = 1.5) -> None:
    """A tall stand with five candles that burn at every hour."""
    solid = Solid(stage)
    x, _, z = at
    brass: Colour = (0.62, 0.46, 0.22)
    solid.box((x, 0, z), (0.3, 0.05, 0.3), brass)
    solid.box((x, 0.05, z), (0.04, height - 0.05, 0.04), brass)
    solid.box((x, height - 0.14, z), (0.62, 0.03, 0.03), brass)
    for u, high in ((-0.3, 0.0), (-0.15, 0.06), (0.0, 0.12), (0.15, 0.06), (0.3, 0.0)):
        top = height + high - 0.1
        solid.box((x + u, top, z), (0.045, 0.15, 0.045), (0.92, 0.86, 0.74), ink=0.3)
        solid.disc((x + u, top + 0.2, z), (0.02, 0.05), (1.0, 0.86, 0.5), glow=True, lift=0.1)
    solid.lamp((x, height + 0.15, z), 1.5, (1.0, 0.68, 0.32), 0.5)
    solid.stand(at)


def drum(stage: Stage, at: Place, size: Place, colour: Colour, *, lid: Colour | None = None) -> None:
    """A round thing: a pot, a barrel, a stool; `size` is its radius, its height and how far its rim stands out."""
    solid = Solid(stage)
    radius, high, rim = size
    solid.post(at, radius, high, colour)
    solid.post((at[0], at[1] + high, at[2]), radius + rim, 0.05, lid or dim(colour, 1.15))
    solid.stand(at)


def panel_light(stage: Stage, canvas: Canvas, plan: Room, spots: tuple[tuple[float, float, float, float], ...]) -> None:
    """Let flat lamps (x0, x1, z0, z1) shine in the ceiling."""
    solid = Solid(stage)
    y = plan.height - 0.01
    for x0, x1, z0, z1 in spots:
        corners = [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]
        solid.quad(corners, (0.95, 0.98, 1.0), glow=True, ink=0.4)
    solid.paint(canvas)
