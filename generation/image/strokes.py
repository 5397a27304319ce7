"""What was drawn on a photo: strokes that the picture below them does not have."""

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.registration import Mask, Pixels

CLEAR, FAINT = 24.0, 11.0
"""Distances in Lab: a stroke is as clear as this somewhere, and goes on as far as it is not fainter than that.

JPEG at quality 40 moves the pixels of a drawing by less than 8, once their neighbours are allowed for.
"""

STRANGE = 14.0
"""Distance in Lab that most pixels of a photo of another picture have; strokes cover less than half."""

AROUND = 5
"""Pixels across, in which a photo's pixel may find its like: compression and scaling smear edges by so much."""

SHORTEST = 0.025
"""Length of the shortest stroke, in sides of the picture: less is dirt."""

THINNEST = 2.0
"""Pixels across of the thinnest stroke; a smeared edge is thinner."""


def drawn(photo: Pixels, there: Mask, picture: Pixels) -> Mask | None:
    """Return the strokes on a photo that lies over its picture; nothing where the photo shows another picture."""
    apart = _apart(photo, there, picture)
    inside = there > 0
    if not inside.any() or float(np.median(apart[inside])) > STRANGE:
        return None
    return _strokes((apart > CLEAR) & inside, (apart > FAINT) & inside)


def _apart(photo: Pixels, there: Mask, picture: Pixels) -> NDArray[np.float32]:
    """Return how far each pixel's colour is from all that the picture has around it, in Lab.

    A change of all colours at once, as an app's export makes it, is taken off first.
    """
    seen, known = _lab(photo), _lab(picture)
    inside = there > 0
    shift = np.median((seen - known)[inside], axis=0) if inside.any() else np.zeros(3)
    seen = seen - shift.astype(np.float32)
    near = np.ones((AROUND, AROUND), np.uint8)
    most, least = np.asarray(cv2.dilate(known, near)), np.asarray(cv2.erode(known, near))
    beyond = np.maximum(seen - most, 0) + np.maximum(least - seen, 0)
    return np.asarray(np.sqrt((beyond**2).sum(axis=2)), np.float32)


def _lab(pixels: Pixels) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_BGR2Lab), np.float32)


def _strokes(clear: NDArray[np.bool_], faint: NDArray[np.bool_]) -> Mask:
    """Return what is faintly there and somewhere clearly so, without dirt."""
    _, names, facts, _ = cv2.connectedComponentsWithStats(faint.astype(np.uint8), connectivity=8)
    certain = np.bincount(names[clear], minlength=len(facts))
    deep = np.zeros(len(facts))
    depth = cv2.distanceTransform(faint.astype(np.uint8), cv2.DIST_L2, 5)
    np.maximum.at(deep, np.asarray(names, np.int64).ravel(), np.asarray(depth).ravel())
    longest = np.maximum(facts[:, cv2.CC_STAT_WIDTH], facts[:, cv2.CC_STAT_HEIGHT])
    kept = (certain >= facts[:, cv2.CC_STAT_AREA] / 4) & (longest >= SHORTEST * max(clear.shape))
    kept &= 2 * deep >= THINNEST
    kept[0] = False
    return np.where(kept[names], 255, 0).astype(np.uint8)
