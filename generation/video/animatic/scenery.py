"""The painted set of a shot, made ready to be flown through: as few layers as its move needs."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generation.image.previz.camera import Camera, Points
from generation.image.previz.ink.frames import fly
from generation.image.previz.layers import Layer, facing
from generation.image.previz.scenery.stage import cropped
from generation.video.animatic.flight import flown

PARALLAX = 0.005
"""Layers that part by less than this share of the picture's height in the whole move are one: nobody sees it."""

NEAREST = 0.62
"""Framers move as what is this share of the distance to the subject away."""


def merged(
    layers: Sequence[Layer],
    base: Camera,
    views: Sequence[Camera],
    splits: Sequence[float],
    parallax: float = PARALLAX,
) -> list[Layer]:
    """Put layers (back to front) together that hardly part in a move; `views` are its extremes.

    `splits` are the depths of those who stand between layers: no merged layer crosses one.
    """
    together = parallax * base.height
    groups: list[list[Layer]] = []
    for layer in (_calmed(each, base) for each in layers):
        if (
            groups
            and _neighbours(groups[-1][0], layer, splits)
            and _parted(groups[-1][0], layer, base, views) < together
        ):
            groups[-1].append(layer)
        else:
            groups.append([layer])
    return [group[0] if len(group) == 1 else _flattened(group, base) for group in groups]


def _calmed(layer: Layer, base: Camera) -> Layer:
    """Return a framer as if it hung a little farther away: so near to the lens it would fly past its painted edge."""
    if layer.name != "framer" or layer.depth >= NEAREST * base.reach:
        return layer
    return replace(layer, planes=(facing(base, NEAREST * base.reach),))


def _neighbours(first: Layer, layer: Layer, splits: Sequence[float]) -> bool:
    """Whether a layer may be laid into the group that another began."""
    if (
        any(each.sways or each.other is not None for each in (first, layer))
        or max(len(first.planes), len(layer.planes)) > 1
    ):
        return False
    return not any(layer.depth <= split < first.depth for split in splits)


def _parted(first: Layer, layer: Layer, base: Camera, views: Sequence[Camera]) -> float:
    """Return by how many pixels two layers slide over one another, at most, where the nearer one is."""
    height, width = layer.pixels.shape[:2]
    x, y = layer.corner
    corners = np.array([[x, y, 1], [x + width, y, 1], [x + width, y + height, 1], [x, y + height, 1]], float)
    moves = []
    for view in views:
        one, other = (_carried(each.planes[0].homography(base, view), corners) for each in (first, layer))
        moves.append(float(np.abs(one - other).max()))
    return max(moves)


def _carried(way: Points, corners: Points) -> Points:
    image = corners @ np.linalg.inv(way).T
    return np.asarray(image[:, :2] / image[:, 2:])


def _flattened(group: Sequence[Layer], base: Camera) -> Layer:
    """Lay a group of layers into one, on the plane of the nearest."""
    frame = np.zeros((*base.size[::-1], 4), np.uint8)
    nearest = group[-1]
    still = [replace(layer, planes=(nearest.planes[0],)) for layer in group]
    fly([flight for layer in still if (flight := flown(layer, base, _canvas(base), 0.0))], frame)
    pixels, corner = cropped(frame)
    return replace(nearest, name=f"{group[0].name}..{nearest.name}", pixels=pixels, corner=corner)


def _canvas(base: Camera) -> Camera:
    """Return a camera whose frame is the whole canvas of another."""
    width, height = base.size
    scale = base.height / height
    return replace(base, width=width, height=height, margin=0, focal=base.focal * scale, shift=base.shift * scale)
