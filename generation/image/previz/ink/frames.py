"""The compiled loops of moving pictures, as functions on arrays. `frames.c` says what each does."""

import ctypes
from collections.abc import Sequence
from ctypes import Structure, c_int32, c_void_p
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.ink.kernels import Floats, address, library

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Flight:
    """A layer as a camera sees it: premultiplied `pixels` (height, width, 4), and the `box` of the frame that they can
    reach (left, top, right, foot).

    `ways` (planes, 3, 3) carry places of the frame to places in the layer, `nears` (planes, 3) to how near each plane
    is there. Places count from the top left corner; the middle of the first pixel is at (0.5, 0.5).
    """

    pixels: Bytes
    box: tuple[int, int, int, int]
    ways: NDArray[np.float64]
    nears: NDArray[np.float64]


class _Flown(Structure):
    """The struct of `frames.c`, member for member."""

    _fields_ = (
        ("pixels", c_void_p),
        *((name, c_int32) for name in ("width", "height", "left", "top", "right", "foot", "planes")),
        ("ways", c_void_p),
        ("nears", c_void_p),
    )


def fly(flights: Sequence[Flight], frame: Bytes) -> None:
    """Lay layers (back to front) into a picture (height, width, 4) behind what it holds, in place.

    Pixels of alpha 0 with colour add light.
    """
    flown = (_Flown * len(flights))(
        *(
            _Flown(
                address(each.pixels), each.pixels.shape[1], each.pixels.shape[0], *each.box, len(each.ways),
                address(each.ways), address(each.nears),
            )
            for each in reversed(flights)
        )
    )  # fmt: skip
    height, width = frame.shape[:2]
    _loops().fly(len(flights), flown, c_void_p(address(frame)), width, height)


def tint(frame: Bytes, mask: Bytes, colour: tuple[float, float, float]) -> None:
    """Go from a picture (height, width, 3 or 4) to a colour (0 to 1) by a mask (height, width), in place."""
    wanted = np.array([round(255 * min(1.0, tone)) for tone in colour], np.uint8)
    _loops().tint(mask.size, frame.shape[2], *(c_void_p(address(array)) for array in (frame, mask, wanted)))


def finish(frame: Bytes, spill: Bytes, matrix: Floats, curve: Bytes, paper: Bytes) -> bytes:
    """Coat a picture (height, width, 4; even, at most 4096 wide); return the three planes of a yuv420p frame in a row.

    `matrix` (3, 3) mixes colours, `curve` (256) bends them; `spill` has the picture's shape, `paper` (3, height, width)
    multiplies it, 224 leaving it as it is.
    """
    height, width = frame.shape[:2]
    count = height * width
    out = np.empty(count * 3 // 2, np.uint8)
    parts = (out[:count], out[count : count * 5 // 4], out[count * 5 // 4 :])
    arrays = (frame, spill, matrix, curve, paper, *parts)
    _loops().finish(width, height, *(c_void_p(address(array)) for array in arrays))
    return out.tobytes()


@cache
def _loops() -> ctypes.CDLL:
    loaded = library()
    for name in ("fly", "tint", "finish"):
        getattr(loaded, name).restype = None
    return loaded
