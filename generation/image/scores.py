"""Scores of variants of one picture: plain measures of what can be seen without a model, each 0 to 1.

They tell a blurred roll from a sharp one, one that kept the drawing's layout from one that did not, one whose colours
are a character's from one whose colours are not, one that is burnt out from one that is not. They do not tell beauty.
Whoever shows them says so; a person chooses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.errors import InvalidRequest
from generation.image.registration import Pixels

Grey = NDArray[np.float32]
"""0 to 1, (height, width)."""

SIDE = 512
"""Pixels of the longer side at which everything is measured, so that sizes compare."""

SHARP = 0.045
"""Spread of the Laplacian of a picture that counts as quite sharp (half a score)."""

LOST = 0.02
"""How far from a drawing's edge the nearest edge of a picture may be, in longer sides, to keep half of it."""

EDGES = (60, 140)
"""Thresholds of Canny's edges for 8-bit grey, once smoothed."""

BLACK, WHITE = 0.02, 0.98
"""Greys below and above which nothing is told apart."""

PLAIN = 40
"""Saturation or value, of 255, below which a pixel has no hue that could be told."""

HALF = 128
"""From this grey on a pixel of a figure's mask is inside."""

STARS = 5

WEIGHTS: Mapping[str, float] = {"layout": 0.4, "likeness": 0.3, "sharpness": 0.2, "exposure": 0.1}
"""What counts how much: that a picture is the director's before that it is crisp."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scores:
    """What was measured of one picture, 0 to 1 each; nothing where there was nothing to compare it with."""

    sharpness: float
    exposure: float
    layout: float | None = None
    likeness: float | None = None

    @property
    def measures(self) -> Mapping[str, float]:
        """Return what was measured by name, to a hundredth."""
        known = {name: getattr(self, name) for name in WEIGHTS}
        return {name: round(value, 2) for name, value in known.items() if value is not None}

    @property
    def stars(self) -> int:
        """Return the mean as one to five stars, for people."""
        return max(1, round(STARS * self.total))

    @property
    def total(self) -> float:
        """Return the mean of what was measured, by `WEIGHTS`."""
        known = {name: getattr(self, name) for name in WEIGHTS}
        weights = {name: WEIGHTS[name] for name, value in known.items() if value is not None}
        return float(sum(known[name] * weight for name, weight in weights.items()) / sum(weights.values()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What variants are compared with: the drawing that they were painted over, and pictures of who is in it.

    `figure` is where the drawing has its people, white, in any size; without it likeness looks at the whole picture.
    """

    layout: Pixels | None = None
    references: tuple[Pixels, ...] = ()
    figure: NDArray[np.uint8] | None = None


Ranks = tuple[tuple[int, Scores], ...]
"""Variants by their number, best first, and what was measured of each."""


def judged(variants: Sequence[tuple[bytes, bytes]]) -> Ranks:
    """Rank variants, as files, each by the drawing that it was painted over: its layout, and its colours.

    Raises:
        InvalidRequest: one of the files is no picture.
    """
    pairs = [(_opened(picture), _opened(drawing)) for picture, drawing in variants]
    return rank([(picture, Wanted(layout=drawing, references=(drawing,))) for picture, drawing in pairs])


def rank(variants: Sequence[tuple[Pixels, Wanted]]) -> Ranks:
    """Return the variants in the order of their scores, best first; among equals the earlier.

    The same pictures always give the same order.
    """
    measured = [(number, scores(each, wanted)) for number, (each, wanted) in enumerate(variants)]
    return tuple(sorted(measured, key=lambda each: (-round(each[1].total, 6), each[0])))


def scores(picture: Pixels, wanted: Wanted) -> Scores:
    """Measure one picture."""
    small = _small(picture)
    found = None if wanted.layout is None else layout(small, wanted.layout)
    alike = [likeness(small, each, wanted.figure) for each in wanted.references]
    return Scores(
        sharpness=sharpness(small),
        exposure=exposure(small),
        layout=found,
        likeness=sum(alike) / len(alike) if alike else None,
    )


def sharpness(picture: Pixels) -> float:
    """Return how sharp a picture is: the spread of its Laplacian at a size of `SIDE`, 0.5 at `SHARP`."""
    grey = _grey(_small(picture))
    spread = float(cv2.Laplacian(grey, cv2.CV_32F).std())
    return spread / (spread + SHARP)


def exposure(picture: Pixels) -> float:
    """Return how much of a picture is neither burnt out nor black, and spread over the tones.

    The share of pixels between 2 % and 98 % of grey, times the width of the middle 90 % of tones, whole from half of
    all tones on. A night has few tones and scores lower for it, as all variants of it do.
    """
    grey = _grey(_small(picture))
    kept = float(((grey > BLACK) & (grey < WHITE)).mean())
    low, high = np.percentile(grey, (5, 95))
    return kept * min(1.0, float(high - low) / 0.5)


def layout(picture: Pixels, drawing: Pixels) -> float:
    """Return how much of a drawing's edges a picture keeps near where they were.

    Each edge of the drawing counts by the distance to the picture's nearest edge, half at `LOST` longer sides; what a
    picture full of edges would keep by chance is taken off.
    """
    small = _small(picture)
    height, width = small.shape[:2]
    edges = _edges(np.asarray(cv2.resize(drawing, (width, height), interpolation=cv2.INTER_AREA), np.uint8))
    found = _edges(small)
    if not edges.any():
        return 1.0
    if not found.any():
        return 0.0
    near = _near(found, max(height, width))
    kept, chance = float(near[edges].mean()), float(near.mean())
    return max(0.0, (kept - chance) / (1 - chance)) if chance < 1 else 0.0


def likeness(picture: Pixels, reference: Pixels, figure: NDArray[np.uint8] | None = None) -> float:
    """Return how much the colours, and coarsely the shapes, of a picture are those of a reference.

    Three quarters are the overlap of the histograms of hue and saturation, within `figure` where it is given; a quarter
    is the share of bits that the perceptual hashes of both have in common, from half (chance) up.
    """
    small = _small(picture)
    height, width = small.shape[:2]
    where = None if figure is None else cv2.resize(figure, (width, height), interpolation=cv2.INTER_NEAREST)
    colours = float(np.minimum(_colours(small, where), _colours(_small(reference), None)).sum())
    shapes = max(0.0, 2 * float((_hash(small) == _hash(reference)).mean()) - 1)
    return 0.75 * colours + 0.25 * shapes


def _near(found: NDArray[np.bool_], side: int) -> Grey:
    away = cv2.distanceTransform(np.where(found, 0, 255).astype(np.uint8), cv2.DIST_L2, 5) / (LOST * side)
    return np.asarray(0.5**away, np.float32)


def _edges(pixels: Pixels) -> NDArray[np.bool_]:
    grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), (0, 0), 1.2)
    return np.asarray(cv2.Canny(grey, *EDGES), np.uint8) > 0


def _colours(pixels: Pixels, where: object) -> Grey:
    """Return the shares of hues and saturations, which add up to one; greys have no hue and share a bin."""
    hsv = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2HSV), np.int32)
    chosen = np.ones(hsv.shape[:2], bool) if where is None else np.asarray(where) >= HALF
    if not chosen.any():
        chosen = np.ones(hsv.shape[:2], bool)
    hue, saturation, value = (hsv[..., channel][chosen] for channel in range(3))
    plain = (saturation < PLAIN) | (value < PLAIN)
    bins = np.where(plain, 72 + value // 64, hue // 10 * 4 + saturation // 64)
    return np.asarray(np.bincount(bins, minlength=76) / bins.size, np.float32)


def _hash(pixels: Pixels) -> NDArray[np.bool_]:
    """Return the 63 lowest frequencies of a picture, each above their median or not (a perceptual hash)."""
    tiny = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), (32, 32), interpolation=cv2.INTER_AREA)
    low = np.asarray(cv2.dct(tiny.astype(np.float32)))[:8, :8].ravel()[1:]
    return np.asarray(low > np.median(low), np.bool_)


def _grey(pixels: Pixels) -> Grey:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255, np.float32)


def _opened(data: bytes) -> Pixels:
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    if pixels is None:
        raise InvalidRequest("this is no picture that can be opened")
    return np.asarray(pixels, np.uint8)


def _small(pixels: Pixels) -> Pixels:
    scale = SIDE / max(pixels.shape[:2])
    if scale == 1:
        return pixels
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
