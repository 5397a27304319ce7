"""The compiled inner loops, as functions on arrays. `loops.c` says what each does."""

import ctypes
from ctypes import Structure, c_float, c_int32, c_void_p
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.errors import Unavailable
from generation.image.previz.ink.build import LIBRARY

Floats = NDArray[np.float32]
Mask = NDArray[np.uint8]


class Scene(Structure):
    """What `shade` and `borders` read and write: the struct of `loops.c`, member for member."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height", "map")),
        *(
            (name, c_void_p)
            for name in (
                "face", "slot", "part", "vertex", "colours", "finish", "owner", "first", "pattern",
                "tone", "test", "light", "ray", "to_map", "shadow", "maybe",
            )
        ),
        ("hatch", c_float),
        *((name, c_void_p) for name in ("near", "ids", "facing", "drawn", "pixels")),
    )  # fmt: skip


def scene(numbers: dict[str, float], arrays: dict[str, NDArray[Any]]) -> Scene:
    """Return a scene that points into arrays; they must outlive it (it keeps them)."""
    made = Scene(**numbers, **{name: address(array) for name, array in arrays.items()})
    made.kept = arrays
    return made


def address(array: NDArray[Any]) -> int:
    """Return where an array's numbers lie; they must lie in one row."""
    if not array.flags.c_contiguous:
        raise ValueError("a kernel reads arrays in C order")
    return array.ctypes.data


@cache
def library() -> ctypes.CDLL:
    """Load the compiled loops.

    Raises:
        Unavailable: they were not built when the package was installed.
    """
    if not LIBRARY.exists():
        raise Unavailable("the inker's loops are not built; run: python -m generation.image.previz.ink.build")
    loaded = ctypes.CDLL(str(LIBRARY))
    for name in ("normals", "skin", "raster", "shade", "borders", "lay"):
        getattr(loaded, name).restype = None
    return loaded


def normals(points: Floats, faces: NDArray[np.int32]) -> Floats:
    """Return the normal of each point (n, 3), weighted by areas, of any length."""
    out = np.empty_like(points)
    library().normals(len(points), _at(points), len(faces), _at(faces), _at(out))
    return out


def skin(points: Floats, bones: NDArray[np.uint8], weights: Floats, matrices: Floats) -> Floats:
    """Return points (n, 3) carried by four bones each: `bones`, `weights` (n, 4), `matrices` (b, 3, 4)."""
    out = np.empty_like(points)
    library().skin(len(points), _at(points), _at(bones), _at(weights), _at(matrices), _at(out))
    return out


def raster(faces: NDArray[np.int32], screen: Floats, near: Floats, ids: NDArray[np.int32], first: int = 0) -> None:
    """Draw faces into `near` and `ids` (height, width), in place; `screen` is (n, 3): column, row, nearness."""
    height, width = near.shape
    library().raster(len(faces), _at(faces), _at(screen), width, height, _at(near), _at(ids), first)


def shade(of: Scene) -> None:
    """Colour every pixel that shows a face."""
    library().shade(ctypes.byref(of))


def borders(of: Scene, shape: tuple[int, int]) -> tuple[Mask, Mask]:
    """Return where silhouettes end, and where surfaces and folds do: (height, width), 0 to 255, two pixels wide."""
    outer, inner = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    library().borders(ctypes.byref(of), _at(outer), _at(inner))
    return outer, inner


def lay(pixels: Mask, lines: Mask, colour: Floats) -> None:
    """Lay ink over premultiplied pixels (height, width, 4), in place, as strong as `lines` says; alpha grows too."""
    library().lay(lines.size, _at(pixels), _at(lines), _at(colour))


def _at(array: NDArray[Any]) -> c_void_p:
    return c_void_p(address(array))
