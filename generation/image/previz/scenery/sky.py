"""Skies: the ramp of the hour, sun or moon, stars, towering clouds and long streaks."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.layers import Pixels
from generation.image.previz.light import WHITE, Colour, mix
from generation.image.previz.noise import Field, clouds, dice
from generation.image.previz.scenery.canvas import Canvas, ellipse, over
from generation.image.previz.scenery.stage import Stage

CLOUDS = 7
"""How many heaps are drawn, once each; skies are filled with them at many sizes."""

DOME = 0.62
"""Radians above the horizon where the sky reaches its top colour."""


def sky(stage: Stage, *, disc: float = 1.0) -> Canvas:
    """Paint the whole sky as the farthest layer; `disc` scales sun or moon, 0 hides it."""
    canvas = stage.backdrop("sky", float("inf"))
    _dome(stage, canvas)
    veiled = stage.weather in ("rain", "snow")
    if stage.light.night and not veiled:
        _stars(stage, canvas)
    if stage.hour == "day" and not veiled:
        _towers(stage, canvas)
    else:
        _streaks(stage, canvas, 0.9 if veiled else 0.75)
    if disc and not veiled:
        _disc(stage, canvas, disc)
    return canvas


def _dome(stage: Stage, canvas: Canvas) -> None:
    light, camera = stage.light, stage.camera
    height, width = canvas.pixels.shape[:2]
    rows = [camera.towards(camera.yaw, DOME * at)[1] for at in (1.0, 0.55, 0.24, 0.0)]
    colours = [light.top, mix(light.top, light.mid, 0.6), light.mid, light.low]
    stops = [(row, colour, 1.0) for row, colour in zip(rows, colours, strict=True)]
    canvas.ramp([(0, 0), (width, 0), (width, height), (0, height)], [*stops, (rows[-1] + 1, light.fog, 1.0)])


def _stars(stage: Stage, canvas: Canvas) -> None:
    rng, unit = stage.dice("stars"), canvas.unit
    for azimuth, rise, size, power in rng.random((380, 4)):
        elevation = 0.04 + 0.75 * rise
        x, y = stage.camera.towards((azimuth - 0.5) * 1.5, elevation)
        radius = max(0.55, unit * (0.28 + 0.75 * size**6))
        canvas.cover(
            [ellipse(x, y, radius, radius, 8)], (0.88, 0.93, 1.0), (0.2 + 0.8 * power**2) * min(1.0, elevation * 3)
        )


def _disc(stage: Stage, canvas: Canvas, scale: float) -> None:
    light = stage.light
    x, y = stage.camera.towards(*stage.sun)
    size = stage.camera.focal * stage.camera.height * scale
    radius = size * (0.034 if light.night else 0.027)
    canvas.glow(x, y, size * 0.50, mix(light.sun, light.low, 0.5), 0.42 * light.glow)
    canvas.glow(x, y, size * 0.16, light.sun, 0.5 * light.glow)
    canvas.cover([ellipse(x, y, radius, radius, 64)], light.sun, 1.0, blur=0.35)
    if light.night:
        rng = stage.dice("moon")
        spots = [
            ellipse(x + radius * a * 0.55, y + radius * b * 0.55, radius * (0.1 + 0.2 * c), radius * (0.1 + 0.18 * c))
            for a, b, c in rng.uniform([-1, -1, 0], [1, 1, 1], (6, 3))
        ]
        for spot in spots:
            canvas.cover([spot], mix(light.sun, light.mid, 0.4), 0.30, blur=1.2)


def _towers(stage: Stage, canvas: Canvas) -> None:
    """Heaped clouds with a flat foot, far ones small and low, near ones tall."""
    rng, light = stage.dice("towers"), stage.light
    lit = mix(WHITE, light.sun, 0.5)
    body = mix(lit, light.mid, 0.38)
    shade = mix(mix(light.mid, light.top, 0.45), (0.62, 0.66, 0.80), 0.35)
    for low, wide, count in ((0.03, 0.20, 5), (0.10, 0.34, 3), (0.24, 0.5, 2)):
        for azimuth, lift, size in rng.random((count, 3)):
            at = ((azimuth - 0.5) * 0.95, low + 0.05 * lift)
            _heap(stage, canvas, rng, at, wide * (0.6 + 0.7 * size), (shade, body, lit))


def _heap(
    stage: Stage,
    canvas: Canvas,
    rng: np.random.Generator,
    at: tuple[float, float],
    wide: float,
    tones: tuple[Colour, Colour, Colour],
) -> None:
    """One cloud: puffs in three tones, their rims frayed by noise."""
    x, y = stage.camera.towards(*at)
    span = wide * stage.camera.focal * stage.camera.height
    coats = _cloud(int(rng.integers(CLOUDS)), toward=-1 if stage.sun[0] < 0 else 1)
    canvas.stamp(coats, (x - span * 0.72, y - span * 0.72, x + span * 0.72, y + span * 0.16), tones)


@lru_cache(maxsize=16)
def _cloud(kind: int, *, toward: int) -> Pixels:
    """Draw one heap, 320 pixels wide: its shade, body and lit crown in three channels."""
    rng = dice(kind, "heap")
    puffs = _puffs(rng)
    work = 320
    scale = work / 1.44
    fray = clouds(11 + int(rng.integers(6)), 9, 9, 5)
    fray = np.asarray(cv2.resize(fray, (work, int(0.88 * scale))), np.float32)
    coats = []
    for level in range(3):
        mask = np.zeros((int(0.88 * scale), work), np.uint8)
        for px, py, pr in puffs:
            reach = pr * (1.0, 0.86, 0.62)[level]
            cx = (px + 0.72 + toward * 0.16 * pr * level * 0.9) * scale
            cy = (0.72 - py - pr * 0.17 * level) * scale
            cv2.circle(mask, (int(cx * 16), int(cy * 16)), int(reach * scale * 16), (255.0,), -1, cv2.LINE_AA, 4)
        soft = _frayed(mask, fray, (1.6, 3.5, 6.0)[level])
        rows = np.linspace(0, 0.88, soft.shape[0], dtype=np.float32)[:, None]
        soft = np.asarray(soft * np.clip((0.76 - rows) / (0.16 + 0.1 * level), 0, 1), np.float32)
        coats.append((soft * (255 * (0.96, 0.85, 0.9)[level])).astype(np.uint8))
    return np.asarray(cv2.merge(coats), np.uint8)


def _puffs(rng: np.random.Generator) -> NDArray[np.float64]:
    """Circles (x, height, radius) of one heap, for a cloud one unit wide."""
    count = 34
    x = rng.uniform(-0.5, 0.5, count)
    crest = (1 - (2 * np.abs(x)) ** 1.7) * rng.uniform(0.6, 1.0) * 0.46
    lift = rng.uniform(0, 1, count) ** 0.7 * crest
    radius = rng.uniform(0.05, 0.12, count) * (1.15 - 0.5 * lift / 0.46)
    order = np.argsort(-lift)
    return np.stack([x, lift, radius], axis=1)[order]


def _frayed(mask: NDArray[np.uint8], fray: Field, blur: float) -> Field:
    """Push a mask's edge about by noise and soften it."""
    height, width = mask.shape
    dx = (fray - 0.5) * 26
    dy = (np.roll(fray, 77, axis=1) - 0.5) * 26
    us = np.arange(width, dtype=np.float32)[None] + dx
    vs = np.arange(height, dtype=np.float32)[:, None] + dy
    moved = cv2.remap(mask, us.astype(np.float32), vs.astype(np.float32), cv2.INTER_LINEAR)
    return np.asarray(cv2.GaussianBlur(moved, (0, 0), blur) / 255, np.float32)


def _streaks(stage: Stage, canvas: Canvas, cover: float) -> None:
    """Long clouds that run to the horizon, lit from below at dusk and dawn."""
    camera, light = stage.camera, stage.light
    height, width = canvas.pixels.shape[:2]
    step = 4
    xs = (np.arange(0, width, step, dtype=np.float32) - width / 2) / (camera.focal * camera.height)
    ys = (camera.horizon - np.arange(0, height, step, dtype=np.float32)) / (camera.focal * camera.height)
    rise = np.maximum(ys, 0.0)[:, None]
    far = 1 / (rise + 0.13)
    rng = stage.dice("streaks")
    u = ((xs[None] + np.sin(camera.yaw)) * far * 70 + rng.uniform(0, 512)) % 512
    v = (far * 150 + rng.uniform(0, 512)) % 512
    field = clouds(5, 3, 5, 6)
    ring = np.pad(field, ((0, 1), (0, 1)), mode="wrap")
    u, v = np.broadcast_arrays(u.astype(np.float32), v.astype(np.float32))
    thick = cv2.remap(ring, np.ascontiguousarray(u), np.ascontiguousarray(v), cv2.INTER_LINEAR)
    lit = cv2.remap(ring, np.ascontiguousarray(u), (np.ascontiguousarray(v) + 9) % 512, cv2.INTER_LINEAR)
    alpha = np.clip((thick - 0.53 + 0.08 * cover) * 5.5, 0, 1) * cover * np.clip(rise * 9, 0, 1)
    edge = np.clip((thick - lit) * 5 + 0.45, 0, 1)[..., None]
    dark = np.array(mix(light.top, light.mid, 0.55), np.float32)
    bright = np.array(mix(mix(light.low, light.sun, 0.4), light.mid, 0.2 if not light.night else 0.75), np.float32)
    _spread(canvas.pixels, dark + (bright - dark) * edge, np.asarray(alpha, np.float32))


def _spread(roi: Pixels, paint: NDArray[np.float32], alpha: Field) -> None:
    """Stretch a small picture over a large one and lay it there by its alpha."""
    small = np.concatenate([np.broadcast_to(paint, (*alpha.shape, 3)) * alpha[..., None], alpha[..., None]], axis=2)
    pixels = np.clip(small * 255 + 0.5, 0, 255).astype(np.uint8)
    over(roi, np.asarray(cv2.resize(pixels, (roi.shape[1], roi.shape[0]), interpolation=cv2.INTER_LINEAR), np.uint8))


def veil(stage: Stage, canvas: Canvas, row: float, thick: float, strength: float, colour: Colour | None = None) -> None:
    """Lay a bank of mist around a row of the canvas; `thick` in thousandths of the height."""
    height, width = canvas.pixels.shape[:2]
    unit = canvas.unit
    field = clouds(3, 2, 3, 4)
    y0, y1 = int(max(0, row - 2.2 * thick * unit)), int(min(height, row + 2.2 * thick * unit))
    if y0 >= y1:
        return
    step = 6
    rows = np.arange(y0, y1, step, dtype=np.float32)[:, None]
    columns = np.arange(0, width, step, dtype=np.float32)[None]
    drift = float(stage.dice("veil", round(thick)).uniform(0, 512))
    u = (columns / unit / 2.4 + drift) % 511
    v = (rows / unit * 0.8 + drift) % 511
    grid_u, grid_v = np.broadcast_arrays(u, v)
    wisp = cv2.remap(
        field, np.ascontiguousarray(grid_u, np.float32), np.ascontiguousarray(grid_v, np.float32), cv2.INTER_LINEAR
    )
    fall = np.exp(-(((rows - row) / (thick * unit)) ** 2))
    alpha = np.clip(fall * strength * (0.45 + 1.3 * (wisp - 0.3)), 0, 1).astype(np.float32)
    goal = np.array(colour or mix(stage.light.fog, WHITE, 0.10), np.float32)
    _spread(canvas.pixels[y0:y1], goal, alpha)
