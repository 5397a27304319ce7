"""A photo of a picture laid over that picture: which pixel of the one shows which of the other.

A chat hands pictures on smaller, compressed once more and sometimes cropped. What somebody drew on one of them is found
only once it lies where it was drawn.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture, (height, width, 3), blue, green, red, as cv2 has it."""

Mask = NDArray[np.uint8]
"""0 or 255, (height, width)."""

SAME_SHAPE = 0.02
"""How far the proportions of two pictures may be apart for the one to be all of the other."""

FEATURES = 3000
"""Corners that are looked for in each picture."""

FEWEST = 12
"""Corners that have to agree on where a photo lies; two pictures of one street agree on a few by chance."""

REACH = 3.0
"""Pixels that two corners which agree may be apart."""

SCALES = (0.2, 5.0)
"""By how much a photo may be smaller or larger than its picture."""


def laid_over(photo: Pixels, picture: Pixels) -> tuple[Pixels, Mask] | None:
    """Return a photo in the place and size of a picture, and where it has pixels; nothing where it shows another.

    Both ways are tried, the whole photo for the whole picture and corner for corner; the one that fits better counts.
    """
    found = [*_whole(photo, picture), *_cropped(photo, picture)]
    return min(found, key=lambda each: _misfit(each, picture), default=None)


def _whole(photo: Pixels, picture: Pixels) -> Iterator[tuple[Pixels, Mask]]:
    height, width = picture.shape[:2]
    if abs(photo.shape[1] / photo.shape[0] * height / width - 1) <= SAME_SHAPE:
        smaller = photo.shape[0] > height
        resized = cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
        yield np.asarray(resized, np.uint8), np.full((height, width), 255, np.uint8)


def _cropped(photo: Pixels, picture: Pixels) -> Iterator[tuple[Pixels, Mask]]:
    """Find a photo in a picture by corners that both have: moved, turned and scaled, but never bent."""
    height, width = picture.shape[:2]
    turn = _moved(_grey(photo), _grey(picture))
    if turn is None:
        return
    laid = cv2.warpAffine(photo, turn, (width, height), flags=cv2.INTER_LINEAR)
    there = cv2.warpAffine(np.full(photo.shape[:2], 255, np.uint8), turn, (width, height), flags=cv2.INTER_NEAREST)
    # At the photo's own border its pixels are mixed with nothing.
    yield np.asarray(laid, np.uint8), np.asarray(cv2.erode(there, np.ones((5, 5), np.uint8)), np.uint8)


def _moved(photo: Mask, picture: Mask) -> NDArray[np.float64] | None:
    orb = cv2.ORB.create(nfeatures=FEATURES, fastThreshold=7)
    (corners, words), (known, names) = orb.detectAndCompute(photo, None), orb.detectAndCompute(picture, None)
    if not corners or not known:
        return None
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(words, names)
    if len(pairs) < FEWEST:
        return None
    # The random draws of RANSAC begin alike, so that one photo always lies alike.
    cv2.setRNGSeed(1)
    turn, agree = cv2.estimateAffinePartial2D(
        np.asarray([corners[pair.queryIdx].pt for pair in pairs], np.float32),
        np.asarray([known[pair.trainIdx].pt for pair in pairs], np.float32),
        ransacReprojThreshold=REACH,
    )
    if int(agree.sum()) < FEWEST:  # too few where there is no such way at all
        return None
    scale = float(np.hypot(turn[0, 0], turn[1, 0]))
    return np.asarray(turn, np.float64) if SCALES[0] <= scale <= SCALES[1] else None


def _misfit(laid: tuple[Pixels, Mask], picture: Pixels) -> float:
    """Return how far most pixels are from the picture's, 0 to 255; strokes, which are few, do not count."""
    pixels, there = laid
    apart = np.abs(_grey(pixels).astype(np.int16) - _grey(picture))[there > 0]
    return float(np.percentile(apart, 80)) + float(apart.mean()) / 4 if apart.size else 255.0


def _grey(pixels: Pixels) -> Mask:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
