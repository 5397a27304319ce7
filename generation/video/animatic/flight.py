"""Flying a camera through a painting: each layer is bent as its planes ask, then all are stacked."""

from functools import lru_cache
from math import pi, sin

import numpy as np

from generation.image.previz.camera import Camera, Points
from generation.image.previz.ink.frames import Flight, fly
from generation.image.previz.layers import Layer, Pixels, Plane

SWAY = 0.6
"""Swings of the wind a second."""

STEPS = 2.5
"""Steps a second of those who pass by: their two postures are shown by turns."""

NO_NEARS = np.zeros((1, 3))

Box = tuple[int, int, int, int]
"""Left, top, right and foot, in pixels of the frame."""


def shifted(x: float, y: float) -> Points:
    """Return the matrix that moves pixels."""
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def seen(layers: tuple[Layer, ...], base: Camera, view: Camera, seconds: float) -> Pixels:
    """Return the picture (height, width, 4) that `view` sees of layers painted by `base`; no overscan.

    What a move uncovers beyond the painted canvas stays empty.
    """
    frame = np.zeros((view.height, view.width, 4), np.uint8)
    fly([flight for layer in layers if (flight := flown(layer, base, view, seconds))], frame)
    return frame


def flown(layer: Layer, base: Camera, view: Camera, seconds: float) -> Flight | None:
    """Return how a layer painted by `base` lies in the frame of `view`; None when it is outside."""
    if not layer.pixels.size:
        return None
    outer = shifted(-layer.corner[0], -layer.corner[1])
    lean = _lean(layer, base, view, seconds) if layer.sways else None
    ways = np.stack([outer @ _way(plane, base, view) for plane in layer.planes])
    if lean is not None:
        ways = ways @ lean
    frame = (view.width, view.height)
    box = _covered(ways[0], layer.pixels.shape, frame) if len(ways) == 1 else (0, 0, *frame)
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    pixels = layer.pixels if layer.other is None or int(seconds * STEPS) % 2 == 0 else layer.other
    nears = np.stack([_near(plane, view) for plane in layer.planes]) if len(ways) > 1 else NO_NEARS
    return Flight(pixels, box, np.ascontiguousarray(ways), np.ascontiguousarray(nears))


@lru_cache(maxsize=8)
def _rays(view: Camera) -> Points:
    """Return the matrix from pixels of a frame to rays of the world."""
    return np.asarray(view.turn.T @ np.linalg.inv(view.matrix) @ shifted(view.margin, view.margin))


@lru_cache(maxsize=16)
def _sight(base: Camera, view: Camera) -> tuple[Points, Points]:
    """Return what all planes share between two cameras: where far things go, and how near ones part from them."""
    image = base.matrix @ base.turn
    return image @ _rays(view), image @ (np.array(view.place) - base.place)


def _way(plane: Plane, base: Camera, view: Camera) -> Points:
    """Return the map from pixels of a frame to pixels of the canvas of `base`, as `Plane.homography` does."""
    normal = np.array(plane.normal)
    far, apart = _sight(base, view)
    if not normal.any():
        return far
    along = plane.offset - float(normal @ np.array(view.place))
    return np.asarray(along * far + np.outer(apart, normal @ _rays(view)))


def _near(plane: Plane, view: Camera) -> Points:
    """Return the row that tells, for a pixel of a frame, how near a plane is there (1/distance along the ray)."""
    normal = np.array(plane.normal)
    along = plane.offset - float(normal @ np.array(view.place))
    return np.asarray(normal @ _rays(view) / along if abs(along) > 1e-9 else np.zeros(3))  # noqa: PLR2004 - inside it


def _lean(layer: Layer, base: Camera, view: Camera, seconds: float) -> Points:
    """Return a shear about the layer's foot: leaves and cloth in a slow wind."""
    foot = (layer.corner[1] + layer.pixels.shape[0] - base.margin) * view.height / base.height
    swing = layer.sways * (sin(2 * pi * SWAY * seconds + layer.depth) + 0.4 * sin(2 * pi * 1.7 * SWAY * seconds))
    return np.array([[1.0, swing, -swing * foot], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def _covered(way: Points, shape: tuple[int, ...], size: tuple[int, int]) -> Box:
    """Return the box of the frame a layer can reach: its corners seen back through `way`; the whole frame if unsure."""
    height, width = shape[:2]
    corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]], float)
    back = corners @ np.linalg.inv(way).T
    if (back[:, 2] * back[0, 2] <= 0).any():
        return 0, 0, *size
    box = back[:, :2] / back[:, 2:]
    left, top = np.maximum(np.floor(box.min(axis=0)).astype(int) - 1, 0).tolist()
    right, foot = np.minimum(np.ceil(box.max(axis=0)).astype(int) + 1, size).tolist()
    return left, top, right, foot
