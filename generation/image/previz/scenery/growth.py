"""Grown things: ridges, trees, pines, bushes, rocks, grass and water, drawn with a brush."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

import cv2
import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.layers import Pixels
from generation.image.previz.light import WHITE, Colour, dim, mix
from generation.image.previz.noise import chance, ridged
from generation.image.previz.scenery.canvas import Canvas, ellipse, spline
from generation.image.previz.scenery.sky import veil
from generation.image.previz.scenery.stage import Place, Stage


def ridge(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage,
    name: str,
    *,
    distance: float,
    base: float,
    height: float,
    colour: Colour,
    swells: float = 4.0,
    sharp: float = 1.7,
    snow: float = 0.0,
) -> None:
    """Paint a mountain range as a backdrop: `base` and `height` are radians above the horizon, `colour` its rock.

    Each peak has a lit and a shaded flank with strokes that follow the fall of the rock; the foot sinks into mist.
    """  # fmt: skip
    canvas = stage.backdrop(name, distance)
    rng, camera = stage.dice("ridge", name), stage.camera
    azimuths = np.linspace(-0.62, 0.62, 420)
    tops = base + height * (0.12 + 0.88 * ridged(rng, azimuths, swells, sharp))
    line = np.array([camera.towards(a, float(e)) for a, e in zip(azimuths, tops, strict=True)])
    foot = camera.towards(camera.yaw, -0.05)[1]
    low = float(line[:, 1].min())
    air = 1 - np.exp(-distance * stage.light.haze * 0.06)
    lit = mix(stage.light.lit(colour, 0.8), stage.light.fog, air)
    shade = mix(stage.light.lit(colour, 0.0), stage.light.fog, air * 0.9)
    height_px = canvas.pixels.shape[0]
    hull = np.concatenate([line, [[line[-1, 0], height_px + 9], [line[0, 0], height_px + 9]]])
    fog = mix(stage.light.fog, WHITE, 0.06)
    canvas.ramp(hull, [(low, lit, 1.0), ((low + foot) / 2, mix(lit, fog, 0.45), 1.0), (foot, fog, 1.0)])
    flanks = _flanks(rng, line, foot, 1 if stage.sun[0] > 0 else -1)
    canvas.cover(flanks, shade, 0.75 * (1 - 0.4 * air), atop=True)
    if snow:
        _caps(canvas, rng, line, snow, stage)
    strokes, dark = _falls(rng, line, foot), mix(mix(shade, stage.light.ink, 0.5), stage.light.fog, air * 0.5)
    canvas.strokes(strokes, dark, 1.0, 0.30 * (1 - 0.5 * air), atop=True)
    canvas.strokes([line], mix(stage.light.ink, stage.light.fog, 0.25 + 0.7 * air), 1.1, 0.75, taper=0)
    veil(stage, canvas, foot - 0.012 * camera.height, 60, 0.95)


def _flanks(rng: np.random.Generator, line: Points, foot: float, side: int) -> list[Points]:
    """Return the shaded side of each peak: along the ridge to the valley, back up a jagged spur."""
    y = line[:, 1]
    peaks = [i for i in range(6, len(y) - 6) if y[i] == y[i - 6 : i + 7].min()]
    shapes = []
    for i in peaks:
        step = -side
        j = i
        while 0 < j < len(y) - 1 and y[j + step] >= y[j] - 0.4 and abs(j - i) < 46:  # noqa: PLR2004 - by eye
            j += step
        if abs(j - i) < 3:  # noqa: PLR2004 - by eye
            continue
        drop = max(14.0, (foot - y[i]) * rng.uniform(0.5, 0.95))
        count = 9
        down = np.linspace(0, 1, count)
        jag = rng.uniform(-0.5, 0.5, count) * abs(line[j, 0] - line[i, 0]) * 0.45 * down
        lean = (line[j, 0] - line[i, 0]) * 0.30 * down
        spur = np.stack([line[i, 0] + lean + jag, y[i] + drop * down**0.9], axis=1)
        edge = line[i : j + 1] if step > 0 else line[j : i + 1][::-1]
        end = [[line[j, 0], max(y[j], y[i] + drop * 0.75)]]
        shapes.append(np.concatenate([edge, end, spur[::-1]]))
    return shapes


def _falls(rng: np.random.Generator, line: Points, foot: float) -> list[Points]:
    """Return strokes that run down from the ridge."""
    strokes = []
    slope = np.gradient(line[:, 1], line[:, 0])
    for i in range(3, len(line) - 3, 2):
        if chance(rng, 0.55):
            length = (foot - line[i, 1]) * rng.uniform(0.08, 0.42)
            bend = (0.35 if slope[i] < 0 else -0.35) * length * rng.uniform(-0.2, 1.1)
            start = line[i] + (0, rng.uniform(0, 0.25) * length)
            t = np.linspace(0, 1, 6)[:, None]
            strokes.append(start + np.concatenate([bend * -(t**1.4), length * t], axis=1))
    return strokes


def _caps(canvas: Canvas, rng: np.random.Generator, line: Points, snow: float, stage: Stage) -> None:
    """Cover everything above a row with snow, with a ragged lower rim."""
    low = float(line[:, 1].min())
    rim = low + (float(np.median(line[:, 1])) - low) * snow
    ragged = rim + rng.uniform(-1, 1, len(line)) * (rim - low) * 0.28
    under = np.stack([line[:, 0], np.maximum(line[:, 1], ragged)], axis=1)
    snow_colour = mix(stage.light.lit((0.95, 0.97, 1.0), 0.9), stage.light.fog, 0.25)
    canvas.cover([np.concatenate([line, under[::-1]])], snow_colour, 0.6, atop=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where a flat drawing stands: its foot in pixels, pixels a metre, and how its colours fade."""

    stage: Stage
    x: float
    y: float
    scale: float
    depth: float

    def at(self, points: object) -> Points:
        """Return pixels of local points (x to the right, y up, in metres)."""
        local = np.asarray(points, float).reshape(-1, 2)
        return np.stack([self.x + local[:, 0] * self.scale, self.y - local[:, 1] * self.scale], axis=1)

    def tint(self, colour: Colour, lit: float) -> Colour:
        """Return a colour in this light and through the air before it."""
        return self.stage.fogged(self.stage.light.lit(colour, lit), self.depth)

    def line(self, metres: float) -> float:
        """Return a width in metres as thousandths of the picture."""
        return metres * self.scale / (self.stage.camera.height / 1000)


Sketch = Callable[[Canvas, Spot], None]
"""A drawing of something that grows or stands flat to the camera."""


def plant(stage: Stage, at: Place, sketch: Sketch, *, nearer: float = 0.0) -> None:
    """Stand a flat drawing on the stage."""
    depth = stage.camera.depth(at)
    if depth < 0.5:  # noqa: PLR2004 - in metres, by eye
        return
    x, y = (float(v) for v in stage.camera.pixels([at])[0])
    spot = Spot(stage=stage, x=x, y=y, scale=stage.camera.scale(depth), depth=depth)
    reach = stage.camera.size[0] + 9 * spot.scale
    if -9 * spot.scale < x < reach:
        stage.put(at, lambda canvas: sketch(canvas, spot), nearer=nearer)


def limb(canvas: Canvas, spot: Spot, line: object, thick: float, thin: float, colour: Colour) -> None:
    """Draw a branch that tapers from `thick` to `thin` metres."""
    path = spline(np.asarray(line, float).reshape(-1, 2), 5)
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * np.linspace(thick, thin, len(path))[:, None] / 2
    canvas.fill(spot.at(np.concatenate([path + across, (path - across)[::-1]])), colour)


@lru_cache(maxsize=16)
def _clump(kind: int, *, mirrored: bool) -> Pixels:
    """Draw a clump of leaves, 256 pixels wide: dark, middle and light ones in three channels, lit from the left."""
    rng = np.random.default_rng(kind + 71)
    size = 256
    coats = np.zeros((size, size, 3), np.uint8)
    ring = np.linspace(0, 2 * pi, 8, endpoint=False)
    for channel, (count, spread, dx, dy) in enumerate(
        ((190, 0.74, 0.0, 0.04), (100, 0.58, -0.08, -0.12), (58, 0.44, -0.18, -0.24))
    ):
        mask = np.zeros((size, size), np.uint8)
        if channel == 0:
            body = ellipse(128, 134, 84, 76, 20)
            cv2.fillPoly(mask, [np.asarray(body, np.int32)], (255.0,), cv2.LINE_AA)
        for turn, luck, tilt, grow in rng.uniform([0, 0, -0.9, 0.6], [2 * pi, 1, 0.9, 1.3], (count, 4)):
            reach = spread * luck**0.5
            cx, cy = 128 * (1 + dx + cos(turn) * reach), 128 * (1 + dy + sin(turn) * reach)
            u, v = np.cos(ring) * 15 * grow, np.sin(ring) * 6.5 * grow
            leaf = np.stack([cx + u * cos(tilt) - v * sin(tilt), cy + u * sin(tilt) + v * cos(tilt)], axis=1)
            cv2.fillPoly(mask, [np.round(leaf * 16).astype(np.int32)], (255.0,), cv2.LINE_AA, 4)
        coats[..., channel] = mask
    return np.ascontiguousarray(coats[:, ::-1]) if mirrored else coats


def foliage(
    canvas: Canvas,
    spot: Spot,
    rng: np.random.Generator,
    at: tuple[float, float],
    size: tuple[float, float],
    colour: Colour,
) -> None:
    """Paint one clump of leaves in three tones, lit from the key's side."""
    coats = _clump(int(rng.integers(6)), mirrored=spot.stage.key[0] > 0)
    x, y = (float(v) for v in spot.at([at])[0])
    rx, ry = size[0] * spot.scale * 1.25, size[1] * spot.scale * 1.25
    tones = [spot.tint(dim(colour, tone), lit) for tone, lit in ((0.62, 0.0), (0.92, 0.4), (1.15, 0.95))]
    canvas.stamp(coats, (x - rx, y - ry, x + rx, y + ry), tones)


def pine(name: str, height: float, colour: Colour, lean: float = 0.15) -> Sketch:
    """Draw a mountain pine with flat cushions of needles."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("pine", name)
        trunk = [(0.0, -0.05 * height)]
        for i in range(1, 7):
            t = i / 6
            trunk.append(((lean * t**1.5 + rng.uniform(-0.035, 0.035)) * height, t * height))
        bark = spot.tint((0.20, 0.13, 0.12), 0.3)
        limb(canvas, spot, trunk, 0.07 * height, 0.015 * height, bark)
        for i in range(2, 7):
            for side in (-1, 1):
                reach = side * rng.uniform(0.07, 0.2) * (1.25 - 0.12 * i) * height
                x, y = trunk[i][0] + reach, trunk[i][1] + rng.uniform(-0.02, 0.05) * height
                width = rng.uniform(0.10, 0.155) * (1.35 - 0.14 * i) * height
                limb(
                    canvas,
                    spot,
                    [trunk[i], (x - reach * 0.4, y - 0.02 * height), (x, y)],
                    0.02 * height,
                    0.008 * height,
                    bark,
                )
                foliage(canvas, spot, rng, (x, y + 0.015 * height), (width, width * 0.27), colour)

    return sketch


def tree(name: str, height: float, colour: Colour) -> Sketch:
    """Draw a broad tree: a forked trunk under heaps of leaves."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("tree", name)
        bark = spot.tint((0.24, 0.17, 0.15), 0.25)
        fork = (rng.uniform(-0.04, 0.04) * height, 0.38 * height)
        limb(
            canvas,
            spot,
            [(0, -0.03 * height), (rng.uniform(-0.02, 0.02) * height, 0.2 * height), fork],
            0.085 * height,
            0.05 * height,
            bark,
        )
        heaps = [(rng.uniform(-0.3, 0.3), 0.52 + 0.36 * rng.random(), rng.uniform(0.15, 0.24)) for _ in range(9)]
        for x, y, _ in heaps[:5]:
            limb(
                canvas,
                spot,
                [fork, (x * 0.4 * height, (y - 0.1) * height), (x * height, y * height)],
                0.04 * height,
                0.012 * height,
                bark,
            )
        for x, y, size in sorted(heaps, key=lambda heap: -heap[1] * 0.2 - heap[2]):
            foliage(canvas, spot, rng, (x * height, y * height), (size * height, size * 0.72 * height), colour)

    return sketch


def bush(name: str, height: float, colour: Colour) -> Sketch:
    """Draw a low heap of leaves."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("bush", name)
        for x, y, size in zip(
            rng.uniform(-0.9, 0.9, 5), rng.uniform(0.25, 0.6, 5), rng.uniform(0.4, 0.6, 5), strict=True
        ):
            foliage(canvas, spot, rng, (x * height, y * height), (size * height, size * 0.7 * height), colour)

    return sketch


def rock(name: str, size: float, colour: Colour) -> Sketch:
    """Draw a boulder with a lit crown and a shaded flank."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("rock", name)
        side = 1 if spot.stage.key[0] > 0 else -1
        turn = np.linspace(0, pi, 9)
        ring = np.stack([np.cos(turn) * size, np.sin(turn) * size * 0.75], axis=1) * rng.uniform(0.8, 1.12, (9, 1))
        canvas.fill(spot.at([*ring, (-size, -0.15 * size), (size, -0.15 * size)]), spot.tint(dim(colour, 0.75), 0.0))
        crown = ring[:6] if side > 0 else ring[3:]
        inner = crown[::-1] * (0.55, 0.72) + (side * 0.12 * size, 0.12 * size)
        canvas.fill(spot.at(np.concatenate([crown, inner])), spot.tint(colour, 0.85))
        canvas.ink(
            spot.at(ring),
            mix(spot.stage.light.ink, spot.stage.light.fog, spot.stage.haze(spot.depth)),
            max(0.5, spot.line(0.012)),
            0.8,
        )

    return sketch


def grass(name: str, width: float, height: float, colour: Colour, count: int = 60) -> Sketch:
    """Draw a tuft of blades, `width` metres wide."""

    def sketch(canvas: Canvas, spot: Spot) -> None:
        rng = spot.stage.dice("grass", name)
        for tone, lit in ((0.6, 0.0), (0.95, 0.5)):
            tint = spot.tint(dim(colour, tone), lit)
            for x, lift, bend in zip(
                rng.uniform(-0.5, 0.5, count // 2),
                rng.uniform(0.4, 1, count // 2),
                rng.normal(0.1, 0.35, count // 2),
                strict=True,
            ):
                foot, tip = x * width, lift * height
                blade = [(foot - 0.014 * height, 0), (foot + bend * tip * 0.3, tip * 0.6), (foot + bend * tip, tip)]
                back = [(foot + bend * tip * 0.3 + 0.022 * height, tip * 0.58), (foot + 0.03 * height, 0)]
                canvas.fill(spot.at(blade + back), tint)

    return sketch


def water(stage: Stage, canvas: Canvas, far: float, near: float, deep: Colour) -> None:
    """Paint a sheet of water on the ground between two distances: the sky in it, a path of light, wavelets."""
    camera, light = stage.camera, stage.light
    width, height = camera.size
    top = camera.horizon if far > 500 else float(camera.pixels([(0, 0, far)])[0, 1])  # noqa: PLR2004 - by eye
    foot = height if near <= 0 else float(camera.pixels([(0, 0, near)])[0, 1])
    shine = mix(light.low, light.mid, 0.45)
    depth = mix(mix(light.top, deep, 0.55), light.mid, 0.15)
    canvas.ramp(
        [(0, top), (width, top), (width, foot), (0, foot)],
        [
            (top, mix(shine, light.fog, 0.3), 1.0),
            (top + (foot - top) * 0.3, mix(shine, depth, 0.6), 1.0),
            (foot, depth, 1.0),
        ],
    )
    _waves(stage, canvas, (top, foot), (shine, depth))


def _waves(stage: Stage, canvas: Canvas, rows: tuple[float, float], tones: tuple[Colour, Colour]) -> None:
    """Draw wavelets by rows that open towards the viewer, brightest under the sun."""
    rng, camera, light = stage.dice("waves"), stage.camera, stage.light
    top, foot = rows
    sun = camera.towards(stage.sun[0], 0.0)[0]
    bright: list[Points] = []
    dark: list[Points] = []
    path: list[Points] = []
    unit = camera.height
    for t, x, length, luck in rng.random((900, 4)):
        drop = t**2.0
        y = top + 0.003 * unit + drop * unit * 0.62
        if y > foot:
            continue
        long = (0.010 + 0.11 * drop) * unit * (0.5 + length)
        at = camera.size[0] / 2 + (x - 0.5) * unit * 0.85
        if luck < 0.36:  # noqa: PLR2004 - a share of the throws
            at = sun + (x - 0.5) * (0.05 + 0.24 * drop) * unit
            long *= 0.55
        rise = (0.0012 + 0.008 * drop) * unit
        wave = spline(
            [(at - long / 2, y), (at - long / 5, y - rise), (at + long / 6, y - rise * 0.4), (at + long / 2, y)], 4
        )
        (path if luck < 0.36 else bright if luck < 0.7 else dark).append(wave)  # noqa: PLR2004 - a share of the throws
    for group, tone, alpha in (
        (dark, mix(tones[1], light.ink, 0.45), 0.5),
        (bright, mix(tones[0], WHITE, 0.25), 0.35),
        (path, mix(light.sun, light.low, 0.25), 0.85),
    ):
        for low, high, width in ((0.0, 0.08, 0.6), (0.08, 0.3, 1.3), (0.3, 2.0, 2.6)):
            band = [wave for wave in group if low <= (wave[0, 1] - top) / unit < high]
            canvas.strokes(band, tone, width, alpha)
