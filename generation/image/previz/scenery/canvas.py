"""Brushes: shapes, ink strokes, gradients and glows on one layer's pixels.

Points are pixels of the whole canvas (overscan included); widths and blurs are in thousandths of the picture's height,
so that a drawing looks the same at any size. Alpha and strengths go from 0 to 1.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.camera import Camera, Points
from generation.image.previz.layers import Pixels
from generation.image.previz.light import Colour
from generation.image.previz.noise import Field

SHIFT = 4
"""OpenCV takes sixteenths of a pixel."""

FULL = 255
"""A mask or an alpha that hides all."""

FAR = 20_000
"""Pixels: polygons are kept within OpenCV's own limits."""

Stop = tuple[float, Colour, float]
"""A row of the canvas, the colour there, its alpha."""


def _halo(size: int = 256) -> Field:
    """A round glow: bright core, long tail, nothing at the rim."""
    axis = np.linspace(-1, 1, size, dtype=np.float32)
    radius = np.minimum(1, np.hypot(axis[:, None], axis[None]))
    return np.asarray(0.62 * (1 - radius) ** 3 + 0.38 * (1 - radius) ** 1.6, np.float32)


HALO = _halo()


class Canvas:
    """One transparent layer as large as the camera's canvas, painted from back to front."""

    def __init__(self, camera: Camera) -> None:
        width, height = camera.size
        self.pixels: Pixels = np.zeros((height, width, 4), np.uint8)
        self.unit = camera.height / 1000

    def fill(self, points: ArrayLike, colour: Colour, alpha: float = 1.0) -> None:
        """Fill a polygon."""
        outline = fixed(points)
        if alpha >= 1:
            cv2.fillPoly(self.pixels, [outline], tint(colour), cv2.LINE_AA, SHIFT)
        else:
            self.cover([np.asarray(points, float)], colour, alpha)

    def cover(
        self,
        shapes: Sequence[NDArray[np.float64]],
        colour: Colour,
        alpha: float = 1.0,
        *,
        blur: float = 0.0,
        atop: bool = False,
    ) -> None:
        """Lay one translucent or soft coat over all `shapes` together; `atop` stays inside what is painted already."""
        found = self.mask(shapes, blur * self.unit)
        if found is None:
            return
        mask, x, y = found
        if alpha < 1:
            mask = np.asarray(cv2.convertScaleAbs(mask, alpha=alpha), np.uint8)
        coat(self.pixels[y : y + mask.shape[0], x : x + mask.shape[1]], mask, colour, atop=atop)

    def cut(self, points: ArrayLike) -> None:
        """Take away what is painted inside a polygon."""
        found = self.mask([np.asarray(points, float)])
        if found is not None:
            mask, x, y = found
            roi = self.pixels[y : y + mask.shape[0], x : x + mask.shape[1]]
            cv2.multiply(roi, cv2.merge([cv2.bitwise_not(mask)] * 4), dst=roi, scale=1 / 255)

    def ramp(self, points: ArrayLike, stops: Sequence[Stop], *, atop: bool = False) -> None:
        """Fill a polygon with colours that change from row to row."""
        found = self.mask([np.asarray(points, float)], 0.0)
        if found is None:
            return
        mask, x, y = found
        height, width = mask.shape
        rows = np.arange(y, y + height)
        at = [stop[0] for stop in stops]
        alpha = np.interp(rows, at, [stop[2] for stop in stops])
        column = np.empty((height, 1, 4), np.float32)
        for channel in range(3):
            column[:, 0, channel] = np.interp(rows, at, [255 * stop[1][channel] for stop in stops]) * alpha
        column[:, 0, 3] = 255 * alpha
        paint = np.tile(_dithered(np.repeat(column, 8, axis=1)), (1, width // 8 + 1, 1))[:, :width]
        roi = self.pixels[y : y + height, x : x + width]
        if int(mask.min()) < FULL:
            paint = np.asarray(cv2.multiply(paint, cv2.merge([mask] * 4), scale=1 / 255), np.uint8)
        if atop:
            _atop(roi, paint)
        elif alpha.min() >= 1 and int(mask.min()) == FULL:
            roi[...] = paint
        else:
            over(roi, paint)

    def ink(self, points: ArrayLike, colour: Colour, width: float, alpha: float = 1.0, *, taper: float = 0.0) -> None:
        """Draw one line; `taper` (0 to 1) thins both ends."""
        self.strokes([np.asarray(points, float)], colour, width, alpha, taper=taper)

    def strokes(
        self,
        lines: Iterable[NDArray[np.float64]],
        colour: Colour,
        width: float,
        alpha: float = 1.0,
        *,
        taper: float = 1.0,
        atop: bool = False,
    ) -> None:
        """Draw many lines in one colour, as a brush does: thick in the middle, thin at the ends."""
        wide = width * self.unit
        alpha *= min(1.0, wide / 0.9)
        shapes = ribbons([line for line in lines if len(line) > 1], max(wide, 0.9), taper)
        if alpha >= 0.98 and not atop:  # noqa: PLR2004 - by eye
            for shape in shapes:
                self.fill(shape, colour)
        else:
            self.cover(shapes, colour, alpha, atop=atop)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float, *, flat: float = 1.0) -> None:
        """Add light around a point; `radius` in pixels, `flat` squeezes it in height (a pool on the floor)."""
        x, y, rx, ry = float(x), float(y), float(radius), float(radius * flat)
        height, width = self.pixels.shape[:2]
        x0, x1, y0, y1 = int(x - rx), int(x + rx) + 1, int(y - ry), int(y + ry) + 1
        cx0, cx1, cy0, cy1 = max(0, x0), min(width, x1), max(0, y0), min(height, y1)
        if cx0 >= cx1 or cy0 >= cy1 or rx < 1 or ry < 1:
            return
        size = HALO.shape[0]
        us = ((np.arange(cx0, cx1, dtype=np.float32) + 0.5 - x) / rx + 1) * (size / 2) - 0.5
        vs = ((np.arange(cy0, cy1, dtype=np.float32) + 0.5 - y) / ry + 1) * (size / 2) - 0.5
        step = max(1, int(min(rx, ry) / 48))
        soft = cv2.remap(HALO, *_grid(us[::step], vs[::step]), cv2.INTER_LINEAR)
        add = _dithered(soft[..., None] * (np.array([*colour, 0], np.float32) * (255 * strength)))
        if step > 1:
            add = np.asarray(cv2.resize(add, (cx1 - cx0, cy1 - cy0), interpolation=cv2.INTER_LINEAR), np.uint8)
        roi = self.pixels[cy0:cy1, cx0:cx1]
        cv2.add(roi, add, dst=roi)

    def stamp(self, coats: Pixels, box: tuple[float, float, float, float], tones: Sequence[Colour]) -> None:
        """Press a small picture, whose channels mask one tone each, into `box` (left, top, right, bottom)."""
        height, width = self.pixels.shape[:2]
        x0, y0, x1, y1 = box
        left, top, right, foot = max(0, int(x0)), max(0, int(y0)), min(width, int(x1) + 1), min(height, int(y1) + 1)
        if left >= right or top >= foot or x1 - x0 < 1 or y1 - y0 < 1:
            return
        sx, sy = coats.shape[1] / (x1 - x0), coats.shape[0] / (y1 - y0)
        way = np.array([[sx, 0, (left - x0 + 0.5) * sx - 0.5], [0, sy, (top - y0 + 0.5) * sy - 0.5]])
        small = coats if sx < 2 else cv2.resize(coats, None, fx=2 / sx, fy=2 / sy, interpolation=cv2.INTER_AREA)  # noqa: PLR2004 - by eye
        if small is not coats:
            way = way * [[small.shape[1] / coats.shape[1]], [small.shape[0] / coats.shape[0]]]
        mask = cv2.warpAffine(small, way, (right - left, foot - top), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        roi = self.pixels[top:foot, left:right]
        for channel, tone in enumerate(tones):
            coat(roi, np.asarray(cv2.extractChannel(mask, channel), np.uint8), tone)

    def fade(self, points: ArrayLike, top: Colour, foot: Colour) -> None:
        """Fill a polygon with a colour that changes from its top to its foot (small areas: steps do not show)."""
        found = self.mask([np.asarray(points, float)])
        if found is None:
            return
        mask, x, y = found
        height, width = mask.shape
        outline = np.asarray(points, float)[:, 1]
        t = np.interp(np.arange(y, y + height), [outline.min(), outline.max() + 1e-6], [0.0, 1.0])[:, None]
        column = (np.array(tint(top)) * (1 - t) + np.array(tint(foot)) * t + 0.5).astype(np.uint8)
        paint = np.repeat(column[:, None], width, axis=1)
        over(
            self.pixels[y : y + height, x : x + width],
            np.asarray(cv2.multiply(paint, cv2.merge([mask] * 4), scale=1 / 255), np.uint8),
        )

    def straight(self, ends: NDArray[np.float64], colour: Colour, width: float, alpha: float = 1.0) -> None:
        """Draw straight lines, (n, 2, 2), a little too long and thinner at their ends, as a hand does."""
        shapes = rods(ends, max(0.9, width * self.unit), 2.0 * self.unit)
        if alpha >= 1:
            paint = tint(colour)
            for shape in fixed(shapes):
                cv2.fillConvexPoly(self.pixels, shape, paint, cv2.LINE_AA, SHIFT)
        else:
            self.cover(list(shapes), colour, alpha)

    def tone(self, field: Field, strength: float) -> None:
        """Multiply what is painted by a grey picture around 0.5, as paper and brush do."""
        height, width = self.pixels.shape[:2]
        factor = np.clip(1 + strength * (field - 0.5), 0, 1.6) * 128
        grey = cv2.resize(factor.astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
        alpha = cv2.extractChannel(self.pixels, 3)
        by = cv2.merge([grey, grey, grey, np.full_like(grey, 128)])
        cv2.multiply(self.pixels, by, dst=self.pixels, scale=1 / 128)
        cv2.min(self.pixels, cv2.merge([alpha] * 4), dst=self.pixels)

    def blur(self, radius: float) -> None:
        """Put the whole layer out of focus; `radius` in thousandths of the height."""
        self.pixels = soften(self.pixels, radius * self.unit)

    def mask(self, shapes: Sequence[NDArray[np.float64]], blur: float = 0.0) -> tuple[Pixels, int, int] | None:
        """Draw shapes into a mask as large as they need (`blur` in pixels); return it with its corner, or None."""
        if not shapes:
            return None
        height, width = self.pixels.shape[:2]
        every = np.concatenate(shapes)
        pad = 3 * blur + 2
        x0, y0 = (max(0, int(v)) for v in every.min(axis=0) - pad)
        x1, y1 = min(width, int(every[:, 0].max() + pad) + 1), min(height, int(every[:, 1].max() + pad) + 1)
        if x0 >= x1 or y0 >= y1:
            return None
        step = max(1, int(blur / 2.5))
        shape = ((y1 - y0 + step - 1) // step, (x1 - x0 + step - 1) // step)
        mask = np.zeros(shape, np.uint8)
        for points in shapes:
            cv2.fillPoly(mask, [fixed((points - (x0, y0)) / step)], (255.0,), cv2.LINE_AA, SHIFT)
        if blur:
            mask = cv2.GaussianBlur(mask, (0, 0), max(0.3, blur / step))
        if step > 1:
            mask = cv2.resize(mask, (shape[1] * step, shape[0] * step), interpolation=cv2.INTER_LINEAR)
        return mask[: y1 - y0, : x1 - x0], x0, y0


def ribbons(lines: Sequence[Points], width: float, taper: float) -> list[Points]:
    """Return the outlines of lines with a width in pixels; `taper` thins their ends."""
    alike: dict[int, list[Points]] = {}
    for line in lines:
        alike.setdefault(len(line), []).append(line)
    return [outline for group in alike.values() for outline in _ribbons(np.array(group, float), width, taper)]


def _ribbons(lines: Points, width: float, taper: float) -> Points:
    """Return the outlines, (n, 2k, 2), of lines that all have k points."""
    along = np.empty_like(lines)
    along[:, 1:-1] = lines[:, 2:] - lines[:, :-2]
    along[:, 0], along[:, -1] = lines[:, 1] - lines[:, 0], lines[:, -1] - lines[:, -2]
    length = np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)
    half = along[..., ::-1] * (-1.0, 1.0) * (_swell(lines.shape[1], taper) * width / 2 / length)[..., None]
    return np.concatenate([lines + half, (lines - half)[:, ::-1]], axis=1)


@lru_cache(maxsize=64)
def _swell(count: int, taper: float) -> NDArray[np.float64]:
    t = np.linspace(0, 1, count)
    return np.asarray(1 - taper + taper * np.sin(np.pi * np.clip(t, 0.04, 0.96)) ** 0.7)


def rods(ends: NDArray[np.float64], width: float | NDArray[np.float64], over: float) -> NDArray[np.float64]:
    """Return a hexagon for each straight line: full width in the middle, about half at the ends."""
    start, end = ends[:, 0], ends[:, 1]
    reach = end - start
    length = np.maximum(np.hypot(reach[:, 0], reach[:, 1]), 1e-6)[:, None]
    extra = reach * np.minimum(0.04, over / length)
    start, end = start - extra, end + extra
    across = np.stack([-reach[:, 1], reach[:, 0]], axis=1) / length * (np.reshape(width, (-1, 1)) / 2)
    middle, thin = (start + end) / 2, across * 0.6
    return np.stack([start + thin, middle + across, end + thin, end - thin, middle - across, start - thin], axis=1)


def soften(pixels: Pixels, radius: float) -> Pixels:
    """Blur by `radius` pixels (the Gaussian's sigma), large radii on a smaller picture."""
    if radius < 0.3 or not pixels.size:  # noqa: PLR2004 - by eye
        return pixels
    step = max(1, int(radius / 1.6))
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), radius / step)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def spline(points: ArrayLike, steps: int = 8, *, closed: bool = False) -> Points:
    """Return a smooth line through points (Catmull and Rom), `steps` pieces between two of them."""
    knots = np.asarray(points, float)
    if closed:
        knots = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        knots = np.concatenate([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    windows = np.stack([knots[i : len(knots) - 3 + i] for i in range(4)], axis=1)
    line = (_basis(steps) @ windows).reshape(-1, knots.shape[1])
    return line if closed else np.concatenate([line, knots[-2:-1]])


@lru_cache(maxsize=16)
def _basis(steps: int) -> Points:
    t = np.linspace(0, 1, steps, endpoint=False)[:, None] ** np.arange(4)
    return t @ (0.5 * np.array([[0.0, 2, 0, 0], [-1, 0, 1, 0], [2, -5, 4, -1], [-1, 3, -3, 1]]))


def ellipse(x: float, y: float, rx: float, ry: float, corners: int = 28) -> Points:
    """Return the outline of an ellipse."""
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return np.stack([x + rx * np.cos(turn), y + ry * np.sin(turn)], axis=1)


Painter = Callable[[Canvas], None]
"""Something that knows how to paint itself."""


def tint(colour: Colour) -> tuple[float, float, float, float]:
    """Return a colour as opaque bytes, as OpenCV takes it."""
    return (
        min(255.0, max(0.0, colour[0] * 255)),
        min(255.0, max(0.0, colour[1] * 255)),
        min(255.0, max(0.0, colour[2] * 255)),
        255.0,
    )


def fixed(points: ArrayLike) -> NDArray[np.int32]:
    """Return pixels as OpenCV takes them: counted from the middle of the first, in sixteenths."""
    centred = np.asarray(points, float) - 0.5
    return np.asarray(np.rint(np.minimum(np.maximum(centred, -FAR), FAR) * (1 << SHIFT)), np.int32)


def _grid(us: Field, vs: Field) -> tuple[Field, Field]:
    return np.tile(us.astype(np.float32), (len(vs), 1)), np.tile(vs[:, None].astype(np.float32), (1, len(us)))


def _dithered(values: NDArray[np.float32]) -> Pixels:
    """Round to bytes with an ordered pattern, so that slow ramps show no steps."""
    height, width = values.shape[:2]
    pattern = np.tile(BAYER, (height // 8 + 1, width // 8 + 1))[:height, :width, None]
    return np.asarray(np.clip(values + pattern, 0, 255), np.uint8)


def _bayer() -> Field:
    cell = np.array([[0]])
    for _ in range(3):
        cell = np.block([[4 * cell, 4 * cell + 2], [4 * cell + 3, 4 * cell + 1]])
    return ((cell + 0.5) / 64).astype(np.float32)


BAYER = _bayer()


def coat(roi: Pixels, mask: Pixels, colour: Colour, *, atop: bool = False) -> None:
    """Go from what is there to one opaque colour by a mask, in place; `atop` keeps the alpha that is there."""
    add = cv2.multiply(mask, roi[..., 3], scale=1 / 255) if atop else mask
    rest = cv2.bitwise_not(mask)
    cv2.multiply(roi, cv2.merge([rest] * 4), dst=roi, scale=1 / 255)
    tones = [cv2.convertScaleAbs(add, alpha=tone / 255) for tone in tint(colour)[:3]]
    cv2.add(roi, cv2.merge([*tones, add]), dst=roi)


def over(roi: Pixels, paint: Pixels) -> None:
    """Lay premultiplied pixels over others, in place."""
    rest = cv2.bitwise_not(cv2.extractChannel(paint, 3))
    cv2.multiply(roi, cv2.merge([rest] * 4), dst=roi, scale=1 / 255)
    cv2.add(roi, paint, dst=roi)


def _atop(roi: Pixels, paint: Pixels) -> None:
    """Lay premultiplied pixels over others where there is something already, in place; alpha stays."""
    there, rest = cv2.extractChannel(roi, 3), cv2.bitwise_not(cv2.extractChannel(paint, 3))
    cv2.multiply(roi, cv2.merge([rest] * 4), dst=roi, scale=1 / 255)
    cv2.add(roi, cv2.multiply(paint, cv2.merge([there] * 4), scale=1 / 255), dst=roi)
    cv2.insertChannel(there, roi, 3)
