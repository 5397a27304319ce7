"""A flat picture in motion: somebody's own drawing, or another artist's, that a camera slides over."""

from collections.abc import Iterator
from math import pi, sin
from pathlib import Path

import cv2
import numpy as np

from generation.errors import InvalidRequest
from generation.image.previz.layers import Pixels
from generation.requests.motion import ClipRequest
from generation.video.animatic.moves import ease
from generation.video.encoder import planes

STILL = 0.10
"""How much a flat picture is enlarged or slid by a move, as a share of its size."""


def frames(request: ClipRequest, panel: Path, move: str) -> Iterator[bytes]:
    """Move over a picture that has no layers: it covers the frame, undistorted, and is enlarged as the move needs.

    Raises:
        InvalidRequest: the file is no picture.
    """
    picture = _covering(panel, request.width, request.height)
    for n in range(request.frames):
        yield planes(_slid(picture, (request.width, request.height), move, n / max(1, request.frames - 1)))


def _covering(panel: Path, width: int, height: int) -> Pixels:
    """Read a picture and scale it so that it just covers the frame."""
    read = cv2.imdecode(np.fromfile(panel, np.uint8), cv2.IMREAD_COLOR)
    if read is None:
        raise InvalidRequest(f"{panel.name} is not a picture that can be read (PNG, JPEG or WebP)")
    scale = max(width / read.shape[1], height / read.shape[0])
    size = (max(width, round(read.shape[1] * scale)), max(height, round(read.shape[0] * scale)))
    fitted = cv2.resize(read, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return np.asarray(cv2.cvtColor(fitted, cv2.COLOR_BGR2RGB), np.uint8)


def _slid(picture: Pixels, size: tuple[int, int], move: str, t: float) -> Pixels:
    """Return the part of a flat picture that the frame shows at a moment of the move."""
    e = ease(t)
    zoom = {
        "static": 1 + 0.03 * t,
        "rack-focus": 1 + 0.03 * t,
        "push-in": 1 + STILL * e,
        "pull-out": 1 + STILL * (1 - e),
    }.get(move, 1 + STILL)
    play = STILL / 2 / (1 + STILL) * (2 * e - 1)
    sides = {"pan-left": -play, "pan-right": play, "track-left": -play, "track-right": play, "orbit": play}
    dx = sides.get(move, 0.0) * size[0]
    dy = {"tilt-up": -play, "tilt-down": play}.get(move, 0.0) * size[1]
    if move == "static":
        dx = 0.002 * size[0] * sin(pi * t)
    x, y = (picture.shape[1] - 1) / 2 + dx, (picture.shape[0] - 1) / 2 + dy
    way = np.array([[1 / zoom, 0, x - (size[0] - 1) / 2 / zoom], [0, 1 / zoom, y - (size[1] - 1) / 2 / zoom]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(picture, way, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8)
