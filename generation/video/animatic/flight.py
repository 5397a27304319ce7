"""Flying a camera through a painting: each layer is warped as its plane asks, then all are stacked."""

from math import pi, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.camera import Camera, Points
from generation.image.previz.layers import Layer, Pixels, Plane, stack

COARSE = 8
"""Maps of surfaces with several planes are computed on every eighth pixel and stretched (they bend little)."""

SWAY = 0.6
"""Swings of the wind a second."""


def shifted(x: float, y: float) -> Points:
    """Return the matrix that moves pixels."""
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def seen(layers: tuple[Layer, ...], base: Camera, view: Camera, seconds: float) -> Pixels:
    """Return the flat picture (height, width, 3) that `view` sees of layers painted by `base`; no overscan.

    The last layer of all must be opaque. What a move uncovers beyond the painted canvas stays black.
    """
    frame = np.zeros((base.height, base.width, 3), np.uint8)
    for layer in layers:
        warped, corner = warp(layer, base, view, seconds)
        if warped.size:
            stack(frame, warped, corner)
    return frame


def warp(layer: Layer, base: Camera, view: Camera, seconds: float) -> tuple[Pixels, tuple[int, int]]:
    """Return a layer as `view` sees it, cropped to what it covers of the frame, and its corner in the frame."""
    inner = shifted(base.margin, base.margin)
    outer = shifted(-layer.corner[0], -layer.corner[1])
    if len(layer.planes) > 1:
        return _bent(layer, base, view, outer, inner), (0, 0)
    way = outer @ layer.planes[0].homography(base, view) @ inner
    if layer.sways:
        way = way @ _lean(layer, base, seconds)
    left, top, width, height = _covered(way, layer.pixels.shape, (base.width, base.height))
    if width <= 0 or height <= 0:
        return np.zeros((0, 0, 4), np.uint8), (0, 0)
    way = way @ shifted(left, top)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpPerspective(layer.pixels, way, (width, height), flags=flags), np.uint8), (left, top)


def _lean(layer: Layer, base: Camera, seconds: float) -> Points:
    """Return a shear about the layer's foot: leaves and cloth in a slow wind."""
    foot = layer.corner[1] + layer.pixels.shape[0] - base.margin
    swing = layer.sways * (sin(2 * pi * SWAY * seconds + layer.depth) + 0.4 * sin(2 * pi * 1.7 * SWAY * seconds))
    return np.array([[1.0, swing, -swing * foot], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def _covered(way: Points, shape: tuple[int, ...], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the box of the frame a layer can reach: its corners seen back through `way`; the whole frame if unsure."""
    height, width = shape[:2]
    corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]], float)
    back = corners @ np.linalg.inv(way).T
    if (back[:, 2] * back[0, 2] <= 0).any():
        return 0, 0, *size
    box = back[:, :2] / back[:, 2:]
    left, top = np.maximum(np.floor(box.min(axis=0)).astype(int) - 1, 0).tolist()
    right, foot = np.minimum(np.ceil(box.max(axis=0)).astype(int) + 1, size).tolist()
    return left, top, right - left, foot - top


def _bent(layer: Layer, base: Camera, view: Camera, outer: Points, inner: Points) -> Pixels:
    """Warp a surface made of several planes, a room from inside: each ray meets the nearest plane before it."""
    width, height = base.width, base.height
    xs = np.arange(0, width + COARSE, COARSE, dtype=float)
    ys = np.arange(0, height + COARSE, COARSE, dtype=float)
    grid = np.stack(np.broadcast_arrays(xs[None], ys[:, None], 1.0), axis=-1).reshape(-1, 3)
    rays = (grid @ inner.T) @ (view.turn.T @ np.linalg.inv(view.matrix)).T
    along = np.full(len(rays), np.inf)
    for plane in layer.planes:
        along = np.minimum(along, _meet(plane, rays, np.array(view.place)))
    along[~np.isfinite(along)] = 1e4
    points = (np.array(view.place) + rays * along[:, None] - base.place) @ (outer @ base.matrix @ base.turn).T
    maps = (points[:, :2] / points[:, 2:]).astype(np.float32).reshape(len(ys), len(xs), 2)
    big = ((len(xs) - 1) * COARSE, (len(ys) - 1) * COARSE)
    full = _stretched(maps, big)[:height, :width]
    columns, rows = cv2.extractChannel(full, 0), cv2.extractChannel(full, 1)
    return np.asarray(cv2.remap(layer.pixels, columns, rows, cv2.INTER_LINEAR), np.uint8)


def _stretched(maps: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Stretch a map between its grid points, the first one at pixel (0, 0)."""
    step = 1 / COARSE
    way = np.array([[step, 0, 0], [0, step, 0]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(maps, way, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _meet(plane: Plane, rays: Points, start: Points) -> Points:
    """Return how far along each ray it meets a plane; infinite when it never does."""
    normal = np.array(plane.normal)
    speed = rays @ normal
    with np.errstate(divide="ignore", invalid="ignore"):
        along = (plane.offset - start @ normal) / speed
    return np.where(np.isfinite(along) & (along > 0), along, np.inf)
