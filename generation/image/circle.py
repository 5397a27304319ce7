"""A circled area: somebody draws with a finger on a photo of a picture, and only what is inside may change.

Found in three steps: the photo is laid over the picture (`registration`), the strokes are told from it (`strokes`), and
the loop that they make is closed and filled. Plain geometry, no model: the same photo always gives the same mask.
"""

from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.errors import InvalidRequest
from generation.image.registration import Mask, Pixels, laid_over
from generation.image.strokes import drawn

SIDE = 960
"""Pixels of the longer side at which strokes are looked for: finer, compression shows; coarser, thin strokes go."""

MARGIN = 0.006
"""How far an area reaches beyond its strokes, in longer sides of the picture: people circle closely."""

NEAR = 0.03
"""Strokes that are not further apart than this, in longer sides, belong together."""

FULL = 0.9
"""Share of a picture from which circling it means nothing."""

ROUND = 0.5
"""Share of all directions from its middle in which an open loop has strokes; an arrow has them in fewer."""

GAP = 0.3
"""Share of its outline that an open loop may leave open at one place; half a circle leaves 0.39."""

HOLLOW = 0.3
"""Share of its outline that a closed loop encloses at least."""

DENSE, SOLID = 0.3, 0.7
"""Shares of its outline that a scribble covers at least, with its strokes and with the gaps between them closed."""

BROAD = 3.0
"""An area is so many strokes broad at least: a thick line is none."""

MOST = 0.6
"""Share of all strokes that have to belong to what was found."""

HALF = 128
"""From this grey on a mask's pixel is inside."""

DIRECTIONS = 72
"""Directions, of five degrees each, in which an open loop is followed."""


class Lack(StrEnum):
    """Why a photo marks no area."""

    OTHER = "other"
    """It shows another picture."""
    NOTHING = "nothing"
    """Nothing is drawn on it."""
    OPEN = "open"
    """What is drawn on it is no loop and no scribble: an arrow, a tick."""
    EVERYTHING = "everything"
    """Nearly all of it is marked."""


class Unmarked(InvalidRequest):
    """A photo marks no area of its picture; `lack` says why."""

    def __init__(self, lack: Lack) -> None:
        """Keep why."""
        super().__init__(f"the photo marks no area of the picture: {lack}")
        self.lack = lack


def circled(picture: bytes, photo: bytes) -> bytes:
    """Return the area that is marked on a photo of a picture, as a mask in the picture's size: PNG, white inside.

    Raises:
        Unmarked: there is no such area.
        InvalidRequest: one of the two is no picture.
    """
    known = _opened(picture)
    small = _small(known)
    laid = laid_over(_small(_opened(photo)), small)
    strokes = drawn(*laid, small) if laid else None
    if strokes is None:
        raise Unmarked(Lack.OTHER)
    found = area(strokes)
    if (found > 0).mean() > FULL:
        raise Unmarked(Lack.EVERYTHING)
    height, width = known.shape[:2]
    smooth = cv2.resize(found, (width, height), interpolation=cv2.INTER_CUBIC)
    return _png(np.where(smooth >= HALF, 255, 0).astype(np.uint8))


def area(strokes: Mask) -> Mask:
    """Return what strokes circle or cover, and a little around it.

    Raises:
        Unmarked: there are none, or they circle nothing.
    """
    if not strokes.any():
        raise Unmarked(Lack.NOTHING)
    found, rest = np.zeros_like(strokes), np.zeros_like(strokes)
    for group in _groups(strokes):
        inside = _closed(group)
        if inside is None:
            rest |= group
        else:
            found |= inside
    found |= _open(rest)
    if not found.any():
        raise Unmarked(Lack.OPEN)
    return np.asarray(cv2.dilate(found, _disc(MARGIN * max(strokes.shape))), np.uint8)


def tinted(picture: bytes, mask: bytes) -> bytes:
    """Return a picture as a JPEG with the area of a mask as it is, a line around it, and all else paler."""
    pixels = _opened(picture)
    white = cv2.imdecode(np.frombuffer(mask, np.uint8), cv2.IMREAD_GRAYSCALE)
    if white is None or white.shape != pixels.shape[:2]:
        raise InvalidRequest("the mask does not have the picture's size")
    inside = np.asarray(white, np.uint8) >= HALF
    shown = pixels.copy()
    shown[~inside] = (pixels[~inside] * 0.35 + np.array(VEIL) * 0.65).astype(np.uint8)
    outlines, _ = cv2.findContours(inside.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(shown, outlines, -1, EDGE, max(3, max(inside.shape) // 240), cv2.LINE_AA)
    _, jpeg = cv2.imencode(".jpg", shown, [cv2.IMWRITE_JPEG_QUALITY, 88])
    return jpeg.tobytes()


VEIL, EDGE = (150, 138, 128), (40, 90, 255)
"""What lies over all that stays, and the line around what changes: blue, green, red."""


def _groups(strokes: Mask) -> list[Mask]:
    """Return the strokes sorted into those that are near each other."""
    count, names = cv2.connectedComponents(cv2.dilate(strokes, _disc(NEAR * max(strokes.shape) / 2)))
    return [np.where(names == number, strokes, 0).astype(np.uint8) for number in range(1, count)]


def _closed(strokes: Mask) -> Mask | None:
    """Return what a closed loop marks; nothing where it is none."""
    if not _is_broad(strokes):
        return None
    filled = _filled(np.asarray(cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, _disc(_width(strokes))), np.uint8))
    enclosed = np.count_nonzero(filled & ~strokes)
    return filled if enclosed >= HOLLOW * cv2.contourArea(_outline(strokes)) else None


def _open(strokes: Mask) -> Mask:
    """Return what open loops and scribbles mark.

    One loop over a ground of its own colour comes in pieces, so all of them are first taken for one.
    """
    if not strokes.any():
        return strokes
    together = _followed(strokes)
    if together is not None:
        return together
    found, used = np.zeros_like(strokes), 0
    for group in _groups(strokes):
        inside = _scribbled(group)
        if inside is None:
            inside = _followed(group)
        if inside is not None:
            found |= inside
            used += int(np.count_nonzero(group))
    # A scrap of a loop may look like a scribble: what leaves most strokes unexplained explains nothing.
    return found if used >= MOST * np.count_nonzero(strokes) else np.zeros_like(strokes)


def _scribbled(strokes: Mask) -> Mask | None:
    """Return what a scribble covers, its gaps included; nothing where strokes are none."""
    around = cv2.contourArea(_outline(strokes))
    if not _is_broad(strokes) or np.count_nonzero(strokes) < DENSE * around:
        return None
    filled = _filled(np.asarray(cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, _disc(2 * _width(strokes))), np.uint8))
    return filled if np.count_nonzero(filled) >= SOLID * around else None


def _is_broad(strokes: Mask) -> bool:
    """Tell whether strokes spread in two directions; a line spreads in one."""
    return min(cv2.minAreaRect(_outline(strokes))[1]) >= BROAD * _width(strokes)


def _outline(strokes: Mask) -> NDArray[np.int32]:
    return np.asarray(cv2.convexHull(np.asarray(cv2.findNonZero(strokes))), np.int32)


def _width(strokes: Mask) -> float:
    """Return how many pixels broad most of a stroke is: twice the way from its spine to its edge."""
    depth = np.asarray(cv2.distanceTransform(strokes, cv2.DIST_L2, 5))
    spine = (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & (depth > 0)
    return 2 * float(np.median(depth[spine]))


def _filled(strokes: Mask) -> Mask:
    """Return strokes with all that they enclose."""
    outlines, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(strokes)
    cv2.drawContours(filled, outlines, -1, 255, cv2.FILLED)
    return filled


def _followed(strokes: Mask) -> Mask | None:
    """Return what an open loop marks: it is followed around its middle, and straight on where it has a gap."""
    if not _is_broad(strokes):
        return None
    around = cv2.moments(_outline(strokes))
    middle = np.array([around["m10"], around["m01"]]) / max(around["m00"], 1.0)
    away = np.argwhere(strokes > 0)[:, ::-1] - middle
    far = np.hypot(away[:, 0], away[:, 1])
    slot = ((np.arctan2(away[:, 1], away[:, 0]) / (2 * np.pi) + 0.5) * DIRECTIONS).astype(int) % DIRECTIONS
    reach = np.zeros(DIRECTIONS)
    # Whatever crosses the middle points in all directions there.
    outer = far > far.max() / 4
    np.maximum.at(reach, slot[outer], far[outer])
    known = np.flatnonzero(reach)
    if len(known) < ROUND * DIRECTIONS:
        return None
    angles = (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS * 2 * np.pi - np.pi
    corners = middle + np.stack([np.cos(angles[known]), np.sin(angles[known])], axis=1) * reach[known, None]
    gaps = np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1)
    if gaps.max() > GAP * cv2.arcLength(_outline(strokes), closed=True):
        return None
    followed = strokes.copy()
    cv2.fillPoly(followed, [np.round(corners).astype(np.int32)], (255.0,))
    return followed


def _disc(radius: float) -> NDArray[np.uint8]:
    size = 2 * max(1, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _small(pixels: Pixels) -> Pixels:
    scale = SIDE / max(pixels.shape[:2])
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=way), np.uint8)


def _opened(data: bytes) -> Pixels:
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    if pixels is None:
        raise InvalidRequest("this is no picture that can be opened; send it as a photo")
    return np.asarray(pixels, np.uint8)


def _png(mask: Mask) -> bytes:
    _, png = cv2.imencode(".png", mask)
    return png.tobytes()
