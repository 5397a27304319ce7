"""Layers: painted pictures with a place in space, warped by a camera and stacked.

Pixels are premultiplied: (height, width, 4) uint8, red, green, blue, alpha. Alpha 0 with colour adds light.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.camera import Camera, Points

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plane:
    """The points X with normal . X = offset, in metres; a zero normal is the sky, infinitely far."""

    normal: tuple[float, float, float]
    offset: float

    def homography(self, base: Camera, view: Camera) -> Points:
        """Return the map (3, 3) from pixels of `view` to pixels of `base` for what lies on this plane."""
        normal, there, here = np.array(self.normal), np.array(view.place), np.array(base.place)
        ray = view.turn.T @ np.linalg.inv(view.matrix)
        along = self.offset - normal @ there if normal.any() else 1.0
        return base.matrix @ base.turn @ (np.outer(there - here, normal) + along * np.eye(3)) @ ray


SKY = Plane(normal=(0.0, 0.0, 0.0), offset=0.0)
GROUND = Plane(normal=(0.0, 1.0, 0.0), offset=0.0)


def facing(camera: Camera, depth: float) -> Plane:
    """Return the plane that faces the camera at this depth."""
    if not np.isfinite(depth):
        return SKY
    x, y, z = camera.turn[2].tolist()
    return Plane(normal=(x, y, z), offset=float(camera.turn[2] @ camera.place) + depth)


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """One painted layer: `pixels` lie at `corner` (x, y) of the canvas and belong to the nearest of `planes`.

    `depth` orders layers, in metres from the panel's camera; `sways` is the slope by which the wind leans it.
    """

    name: str
    pixels: Pixels
    corner: tuple[int, int]
    planes: tuple[Plane, ...]
    depth: float
    sways: float = 0.0


def stack(under: NDArray[np.uint8], layer: Pixels, corner: tuple[int, int]) -> None:
    """Lay premultiplied pixels over an opaque RGB picture, in place."""
    x, y = corner
    roi = under[y : y + layer.shape[0], x : x + layer.shape[1]]
    rest = cv2.bitwise_not(layer[..., 3])
    cv2.multiply(roi, cv2.merge([rest, rest, rest]), dst=roi, scale=1 / 255)
    cv2.add(roi, cv2.cvtColor(layer, cv2.COLOR_RGBA2RGB), dst=roi)
