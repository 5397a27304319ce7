"""Rooms: a box seen from its open side, its window, the light that comes in, and what hangs on its walls."""

from dataclasses import dataclass

import numpy as np

from generation.image.previz.layers import Plane
from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance, clouds
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.solids import Solid, along, floor_tiles, lying, upright
from generation.image.previz.scenery.stage import Place, Stage

FRONT = -11.0
"""Where a room ends towards the camera, in metres: behind it in most shots."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """A room's measure (half its width, height, its back wall's z, in metres) and its colours.

    `boards` is the width of its floor boards, `dado` the height of its panelling, 0 for none.
    """

    half: float = 2.7
    height: float = 4.3
    back: float = 4.2
    wall: Colour
    floor: Colour
    ceiling: Colour
    trim: Colour = (0.30, 0.20, 0.15)
    boards: float = 0.5
    dado: float = 0.0
    beams: bool = False


def shell(stage: Stage, room: Room) -> Canvas:
    """Paint floor, walls and ceiling on one sheet that knows its five planes."""
    planes = (
        Plane(normal=(0.0, 1.0, 0.0), offset=0.0),
        Plane(normal=(0.0, 1.0, 0.0), offset=room.height),
        Plane(normal=(1.0, 0.0, 0.0), offset=-room.half),
        Plane(normal=(1.0, 0.0, 0.0), offset=room.half),
        Plane(normal=(0.0, 0.0, 1.0), offset=room.back),
    )
    canvas = stage.sheet("room", planes, 500.0)
    light = stage.light
    a, h, b, f = room.half, room.height, room.back, FRONT
    sides = [
        (lying(-a, a, b, f, 0), room.floor, 0.75, 0.15),
        (lying(-a, a, b, f, h), room.ceiling, 0.10, 0.45),
        (along(-a, b, f, 0, h), room.wall, 0.30, 0.30),
        (along(a, b, f, 0, h), room.wall, 0.55, 0.55),
        (upright(-a, a, 0, h, b), room.wall, 0.85, 0.65),
    ]
    for points, colour, high, low in sides:
        outline = stage.camera.outline(points)
        if outline is None:
            continue
        top, foot = float(outline[:, 1].min()), float(outline[:, 1].max())
        canvas.ramp(outline, [(top, light.lit(colour, high), 1.0), (foot, light.lit(colour, low), 1.0)])
    canvas.tone(clouds(13, 5, 9, 5), 0.16)
    if room.boards:
        floor_tiles(stage, canvas, (-a, a, f, b), room.boards, mix(light.ink, light.lit(room.floor, 0.2), 0.35), 0.45)
    _trim(stage, room).paint(canvas)
    return canvas


def _trim(stage: Stage, room: Room) -> Solid:
    """Return skirting, cornice, panelling and beams."""
    light = stage.light
    a, h, b, f = room.half, room.height, room.back, FRONT
    trim = Solid(stage)
    dark = light.lit(room.trim, 0.3)
    for y0, y1 in ((0.0, 0.14), (h - 0.12, h)):
        trim.quad(upright(-a, a, y0, y1, b), dark, ink=0.6)
        for x in (-a, a):
            trim.quad(along(x, b, f, y0, y1), dim(dark, 0.9), ink=0.6)
    for x in (-a, a):
        trim.quad([(x, 0, b), (x, h, b)], (0, 0, 0), ink=0.7)
    if room.dado:
        panel = light.lit(dim(room.wall, 0.72), 0.45)
        trim.quad(upright(-a, a, 0.14, room.dado, b), panel, ink=0.4)
        trim.quad(upright(-a, a, room.dado, room.dado + 0.07, b), dark, ink=0.6)
        for x in np.arange(-a + 0.45, a, 0.9):
            trim.quad([(x, 0.22, b), (x, room.dado - 0.08, b)], (0, 0, 0), ink=0.3)
        for x in (-a, a):
            trim.quad(along(x, b, f, 0.14, room.dado), dim(panel, 0.9), ink=0.4)
            trim.quad(along(x, b, f, room.dado, room.dado + 0.07), dim(dark, 0.9), ink=0.6)
    for z in np.arange(f + 1.0, b, 1.7) if room.beams else ():
        trim.quad(upright(-a, a, h - 0.26, h, float(z)), dim(dark, 0.8), ink=0.6)
        trim.quad(lying(-a, a, float(z), float(z) + 0.24, h - 0.26), dim(dark, 0.6), ink=0.5)
    return trim


def window(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage,
    canvas: Canvas,
    room: Room,
    box: tuple[float, float, float, float],
    *,
    panes: tuple[int, int] = (2, 3),
    curtain: Colour | None = None,
    view: str = "sky",
) -> None:
    """Cut a window (x0, x1, y0, y1) into the back wall: the sky in it, bars, curtains, and its light on the floor."""
    light, z = stage.light, room.back - 0.02
    x0, x1, y0, y1 = box
    solid = Solid(stage)
    night = light.night
    glass = stage.camera.outline(upright(x0, x1, y0, y1, z))
    if glass is None:
        return
    top, foot = float(glass[:, 1].min()), float(glass[:, 1].max())
    pale = mix(light.low, WHITE, 0.0 if night else 0.4)
    canvas.ramp(glass, [(top, mix(light.top, light.mid, 0.5), 1.0), (foot, pale, 1.0)])
    _outlook(stage, canvas, (x0, x1, y0, y1), z, view)
    frame = light.lit((0.80, 0.76, 0.70) if view != "paper" else room.trim, 0.35)
    for i in range(panes[0] + 1):
        x = x0 + (x1 - x0) * i / panes[0]
        bar = 0.045 if i in (0, panes[0]) else 0.02
        solid.quad(upright(x - bar, x + bar, y0, y1, z), frame, ink=0.5)
    for i in range(panes[1] + 1):
        y = y0 + (y1 - y0) * i / panes[1]
        bar = 0.045 if i in (0, panes[1]) else 0.018
        solid.quad(upright(x0, x1, y - bar, y + bar, z), frame, ink=0.5)
    solid.box(((x0 + x1) / 2, y0 - 0.08, z - 0.06), (x1 - x0 + 0.2, 0.05, 0.14), dim(frame, 1.0))
    if curtain:
        _curtains(solid, box, z, curtain)
    solid.paint(canvas)
    _daylight(stage, canvas, room, box)


def _outlook(stage: Stage, canvas: Canvas, box: tuple[float, float, float, float], z: float, view: str) -> None:
    """Draw what is seen through the glass: roofs and towers, or hills and leaves."""
    x0, x1, y0, y1 = box
    rng, light = stage.dice("outlook", view), stage.light
    far = mix(light.fog, light.lit((0.30, 0.36, 0.46), 0.3), 0.55)
    solid = Solid(stage)
    if view == "city":
        x = x0
        while x < x1 - 0.02:
            wide = min(x1 - x, rng.uniform(0.12, 0.32))
            high = y0 + (y1 - y0) * rng.uniform(0.18, 0.72)
            solid.quad(
                upright(x, x + wide, y0, high, z),
                mix(far, light.fog, rng.uniform(0, 0.4)),
                glow=True,
                ink=0.35,
            )
            for wx in np.arange(x + 0.03, x + wide - 0.03, 0.05):
                for wy in np.arange(y0 + 0.05, high - 0.05, 0.075):
                    if rng.random() < (0.45 if light.night else 0.12):
                        solid.quad(
                            upright(wx, wx + 0.022, wy, wy + 0.035, z),
                            light.lamp,
                            glow=True,
                            ink=0,
                        )
            x += wide
    elif view == "sky":
        xs = np.linspace(x0, x1, 14)
        for lift, tone in ((0.42, 0.55), (0.26, 0.2)):
            crest = [(x, y0 + (y1 - y0) * (lift + 0.10 * float(rng.uniform(-1, 1))), z) for x in xs]
            solid.quad([*crest, (x1, y0, z), (x0, y0, z)], mix(far, light.fog, tone), glow=True, ink=0.3)
    solid.paint(canvas)


def _curtains(solid: Solid, box: tuple[float, float, float, float], z: float, colour: Colour) -> None:
    x0, x1, y0, y1 = box
    light = solid.stage.light
    for side, edge in ((-1, x0), (1, x1)):
        folds = 6
        for i in range(folds):
            a = edge + side * (-0.22 + 0.42 * i / folds)
            b = edge + side * (-0.22 + 0.42 * (i + 1) / folds)
            gather = 0.10 * side
            tone = light.lit(colour, 0.75 if i % 2 else 0.3)
            solid.quad(
                [
                    (a + gather, y0 - 0.35, z - 0.1),
                    (b + gather, y0 - 0.35, z - 0.1),
                    (b, y1 + 0.12, z - 0.1),
                    (a, y1 + 0.12, z - 0.1),
                ],
                tone,
                ink=0.25,
                fade=0.15,
            )
    solid.box(((x0 + x1) / 2, y1 + 0.12, z - 0.1), (x1 - x0 + 0.7, 0.04, 0.04), (0.25, 0.18, 0.12))


def _daylight(stage: Stage, canvas: Canvas, room: Room, box: tuple[float, float, float, float]) -> None:
    """Let the window's light fall on the floor and hang in the air."""
    x0, x1, y0, y1 = box
    light = stage.light
    colour = mix(light.sun, light.low, 0.4)
    lean = 0.9 if stage.sun[0] < 0 else -0.9
    strength = (0.16 if light.night else 0.30) * (1.0 if stage.weather == "clear" else 0.45)
    floor = [
        (x0 + lean, 0, room.back - 1.0),
        (x1 + lean, 0, room.back - 1.0),
        (x1 + lean * 2.2, 0, room.back - 3.4),
        (x0 + lean * 2.2, 0, room.back - 3.4),
    ]
    outline = stage.camera.outline(floor)
    if outline is not None:
        canvas.cover([outline], colour, strength, blur=2.5)
    z = room.back - 0.05
    cx, cy = stage.camera.pixels([((x0 + x1) / 2, (y0 + y1) / 2, z)])[0]
    reach = stage.camera.scale(stage.camera.depth((0, 0, z))) * max(x1 - x0, y1 - y0)
    canvas.glow(cx, cy, reach * 1.3, colour, strength * 0.75 * light.glow)

    def beam(air: Canvas) -> None:
        ends = stage.camera.outline([(x0, y1, z), (x1, y1, z), floor[2], floor[3]])
        if ends is not None:
            air.cover([ends], colour, strength * 0.30, blur=14)

    stage.put((0, 0, min(room.back - 1.2, 1.6)), beam)


def side_windows(stage: Stage, canvas: Canvas, plan: Room, side: int) -> None:
    """Tall windows in a side wall and their light across the floor."""
    light, x = stage.light, side * (plan.half - 0.01)
    solid = Solid(stage)
    pale = mix(light.low, WHITE, 0.35 if not light.night else 0.0)
    strength = 0.14 if light.night else 0.28
    for z in (-3.4, -1.2, 1.0, 3.2):
        solid.quad(along(x, z, z + 1.5, 0.95, 3.0), pale, glow=True, ink=0.8)
        for y in (1.65, 2.35):
            solid.quad(
                along(x, z, z + 1.5, y, y + 0.05),
                light.lit((0.7, 0.68, 0.62), 0.3),
                ink=0.4,
                lift=0.01,
            )
        solid.quad(
            along(x, z + 0.72, z + 0.78, 0.95, 3.0),
            light.lit((0.7, 0.68, 0.62), 0.3),
            ink=0.4,
            lift=0.01,
        )
        patch = stage.camera.outline(
            [(side * 1.7, 0, z - 0.3), (side * 1.7, 0, z + 1.1), (-side * 0.5, 0, z + 0.4), (-side * 0.5, 0, z - 1.0)]
        )
        if patch is not None:
            canvas.cover([patch], mix(light.sun, light.low, 0.4), strength, blur=2.5)
    solid.paint(canvas)


def picture_frame(solid: Solid, box: tuple[float, float, float, float], z: float, colour: Colour) -> None:
    """Hang a picture on the back wall."""
    x0, x1, y0, y1 = box
    light = solid.stage.light
    solid.quad(upright(x0, x1, y0, y1, z), light.lit((0.25, 0.17, 0.12), 0.5), ink=0.7)
    m = 0.05
    solid.quad(
        upright(x0 + m, x1 - m, y0 + m, y1 - m, z),
        light.lit(colour, 0.5),
        ink=0.3,
        lift=0.01,
    )
    mid = (y0 + y1) / 2
    solid.quad(
        [
            (x0 + m, y0 + m, z),
            (x1 - m, y0 + m, z),
            (x1 - m, mid, z),
            ((x0 + x1) / 2, mid + 0.1, z),
            (x0 + m, mid - 0.05, z),
        ],
        light.lit(dim(colour, 0.6), 0.4),
        ink=0.3,
        lift=0.02,
    )


def rug(stage: Stage, canvas: Canvas, size: tuple[float, float], colour: Colour) -> None:
    """Spread a rug under the subject."""
    for shrink, tone in ((1.0, 0.75), (0.9, 1.15), (0.82, 0.85)):
        a, b = size[0] / 2 * shrink, size[1] / 2 - size[1] / 2 * (1 - shrink) * 0.7
        outline = stage.camera.outline(lying(-a, a, b + 0.3, -b + 0.3, 0))
        if outline is not None:
            canvas.fill(outline, stage.light.lit(dim(colour, tone), 0.5))


def side_of(stage: Stage) -> int:
    """Return the side, -1 or 1, that this scene's heavier furniture stands on."""
    return 1 if chance(stage.dice("side"), 0.5) else -1


def wall_clock(solid: Solid, at: Place, size: float) -> None:
    """Hang a round clock on the back wall; `size` is its radius."""
    x, y, z = at
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    for r, tone in ((1.0, (0.2, 0.18, 0.17)), (0.88, (0.92, 0.90, 0.84))):
        ring = np.stack([x + np.cos(turn) * size * r, y + np.sin(turn) * size * r, np.full(24, z)], axis=1)
        solid.quad(ring, solid.stage.light.lit(tone, 0.7), ink=0.6, lift=0.02 + 0.01 * (1 - r))
    for dx, dy in ((0.0, 0.62), (0.42, -0.16)):
        solid.quad([(x, y, z), (x + dx * size, y + dy * size, z)], (0, 0, 0), ink=0.95, lift=0.06)


def drape(stage: Stage, x: float, span: tuple[float, float], colour: Colour) -> None:
    """A curtain on a rail along z."""
    solid = Solid(stage)
    folds = 14
    for i in range(folds):
        z0 = span[0] + (span[1] - span[0]) * i / folds
        z1 = span[0] + (span[1] - span[0]) * (i + 1) / folds
        d0, d1 = (0.05, -0.05) if i % 2 else (-0.05, 0.05)
        solid.quad(
            [(x + d0, 0.25, z0), (x + d1, 0.25, z1), (x + d1, 2.6, z1), (x + d0, 2.6, z0)],
            stage.light.lit(colour, 0.75 if i % 2 else 0.35),
            ink=0.2,
            fade=0.2,
        )
    solid.quad([(x, 2.62, span[0]), (x, 2.62, span[1])], (0, 0, 0), ink=0.9)
    solid.stand((x, 0, (span[0] + span[1]) / 2))
