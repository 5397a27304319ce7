"""Shadows that figures cast on the ground: where they touch it, and away from the key."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.camera import Camera
from generation.image.previz.figure.mesh import Mesh, Part
from generation.image.previz.ink.model import Figure
from generation.image.previz.ink.render import identify
from generation.image.previz.layers import GROUND, Layer, Pixels
from generation.image.previz.light import Colour

COARSE = 4
"""Shadows are found on a picture this many times smaller, then blurred."""
STEEP = 0.85
"""The least height of the light that casts them, so that they stay short."""
CAST, CONTACT = 0.34, 0.50
"""How dark a cast shadow and one under a body is."""
GROUND_LEVEL = 0.004
"""Metres above the ground where shadows lie."""
LOW = 0.30
"""Metres above the ground that count as touching it."""


def shadows(figures: Sequence[Figure], to_key: tuple[float, float, float], camera: Camera, ink: Colour) -> Layer | None:
    """Return the shadows of figures on the ground as one layer; None when no ground is seen."""
    small = replace(
        camera, width=camera.width // COARSE, height=camera.height // COARSE, margin=camera.margin // COARSE
    )
    x, y, z = to_key
    way = (x / max(y, STEEP), z / max(y, STEEP))
    fallen = _mask([_flattened(figure, way, 9.0) for figure in figures], small)
    under = _mask([_flattened(figure, (0.0, 0.0), LOW) for figure in figures], small)
    if not fallen.any() and not under.any():
        return None
    spread = camera.scale(camera.reach) / COARSE
    soft = cv2.GaussianBlur(fallen, (0, 0), max(0.6, 0.022 * spread)) * CAST
    close = cv2.GaussianBlur(under, (0, 0), max(0.6, 0.045 * spread)) * CONTACT
    alpha = 1 - (1 - soft) * (1 - close)
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    for channel, tone in enumerate((*ink, 1.0)):
        pixels[..., channel] = np.asarray(alpha * tone * 255 + 0.5, np.uint8)
    width, height = camera.size
    large: Pixels = np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    box = cv2.boundingRect(large[..., 3])
    left, top, wide, high = box
    shade = large[top : top + high, left : left + wide].copy()
    return Layer(name="shadows", pixels=shade, corner=(left, top), planes=(GROUND,), depth=camera.reach)


def _flattened(figure: Figure, way: tuple[float, float], below: float) -> Figure:
    """Return a figure pressed on the ground along the light; only what is lower than `below` metres casts."""
    return [Part(_pressed(part.mesh, way, below), part.paint) for part in figure]


def _pressed(mesh: Mesh, way: tuple[float, float], below: float) -> Mesh:
    high = np.maximum(mesh.points[:, 1], 0.0)
    flat = mesh.points.copy()
    flat[:, 0] -= high * way[0]
    flat[:, 2] -= high * way[1]
    flat[:, 1] = GROUND_LEVEL
    return replace(mesh, points=flat, faces=mesh.faces[(high[mesh.faces] < below).all(axis=1)])


def _mask(figures: Sequence[Figure], camera: Camera) -> NDArray[np.float32]:
    """Return where figures are seen, 0 or 1."""
    return (identify(figures, camera) >= 0).astype(np.float32)
