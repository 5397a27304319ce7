"""Layers: painted pictures with a place in space, warped by a camera and stacked.

Pixels are premultiplied: (height, width, 4) uint8, red, green, blue, alpha. Alpha 0 with colour adds light.
"""

import itertools
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

    `depth` orders layers, in metres from the panel's camera; `sways` is the slope by which the wind leans it. `other`
    is the same box with people in their second posture, to be shown by turns.
    """

    name: str
    pixels: Pixels
    corner: tuple[int, int]
    planes: tuple[Plane, ...]
    depth: float
    sways: float = 0.0
    other: Pixels | None = None


def stack(under: NDArray[np.uint8], layer: Pixels, corner: tuple[int, int]) -> None:
    """Lay premultiplied pixels over an opaque RGB picture, in place."""
    x, y = corner
    roi = under[y : y + layer.shape[0], x : x + layer.shape[1]]
    rest = cv2.bitwise_not(layer[..., 3])
    cv2.multiply(roi, cv2.merge([rest, rest, rest]), dst=roi, scale=1 / 255)
    cv2.add(roi, cv2.cvtColor(layer, cv2.COLOR_RGBA2RGB), dst=roi)


def merged(layers: tuple[Layer, ...], base: Camera, most: int = 4) -> tuple[Layer, ...]:
    """Return fewer layers that look the same from `base`: at most `most`, besides those that must stay apart.

    Of neighbours, those whose parallax (1 / depth) differs least are laid over one another first; what lies on the
    ground goes only with what lies there too, so that nothing tears. Layers that sway or walk, that have several planes
    or carry a figure stay as they are (see `keeps`), and nothing is merged across them; a set whose grounds and walls
    lie one over another many times keeps one more.
    """
    found = list(layers)
    while sum(not keeps(layer) for layer in found) > most:
        pairs = [
            (abs(1 / back.depth - 1 / front.depth), i)
            for i, (back, front) in enumerate(itertools.pairwise(found))
            if not keeps(back) and not keeps(front) and (back.planes[0] == GROUND) == (front.planes[0] == GROUND)
        ]
        if not pairs:
            break
        _, i = min(pairs)
        found[i : i + 2] = [_pressed(found[i], found[i + 1], base)]
    return tuple(found)


def keeps(layer: Layer) -> bool:
    """Return whether a layer has to stay by itself in a clip."""
    return bool(layer.sways) or layer.other is not None or len(layer.planes) > 1 or layer.name.startswith("figure")


def _pressed(back: Layer, front: Layer, base: Camera) -> Layer:
    """Lay one layer over its neighbour; both then move as a plane between theirs."""
    (x0, y0), (x1, y1) = back.corner, front.corner
    left, top = min(x0, x1), min(y0, y1)
    right = max(x0 + back.pixels.shape[1], x1 + front.pixels.shape[1])
    foot = max(y0 + back.pixels.shape[0], y1 + front.pixels.shape[0])
    pixels = np.zeros((foot - top, right - left, 4), np.uint8)
    for layer in (back, front):
        x, y = layer.corner[0] - left, layer.corner[1] - top
        roi = pixels[y : y + layer.pixels.shape[0], x : x + layer.pixels.shape[1]]
        rest = cv2.bitwise_not(cv2.extractChannel(layer.pixels, 3))
        cv2.multiply(roi, cv2.merge([rest] * 4), dst=roi, scale=1 / 255)
        cv2.add(roi, layer.pixels, dst=roi)
    between = 2 / (1 / back.depth + 1 / front.depth)
    if back.planes[0] in (SKY, GROUND):
        planes, depth = back.planes, back.depth
    else:
        planes, depth = (facing(base, between),), between
    return Layer(name=f"{back.name}+{front.name}", pixels=pixels, corner=(left, top), planes=planes, depth=depth)
