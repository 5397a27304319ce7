"""A body in its rest pose: points, joints, and the places on it that others measure from."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.identity import Identity
from generation.image.previz.figure.mesh import Vectors
from generation.image.previz.figure.shape import Points, Shape, shape

CROWN = 0.115
"""Metres from between the eyes of a grown head to its top: what head units are shares of."""
HEAD_SHARE = 0.8
"""How much of a change in height the head follows."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Body:
    """Somebody's body in rest pose (T), in figure space: metres, soles at 0, facing +z, own left at +x.

    `points` (n, 3) and `rest` (n, 4: shares of the height, and how much of the lips) are all points of `shape()`;
    `heads` and `tails` (bones, 3) are the joints. Heights are metres: `height` (crown), `neck` (its joint), `waist`,
    `hips`, `knee`, `ankle`. `eyes` (2, 3) are the centres of the left and right eyeball, `between` the point between
    them, `unit` the size of the head (1 is a grown one).
    """

    identity: Identity
    points: Points
    rest: Points
    heads: Vectors
    tails: Vectors
    height: float
    neck: float
    shoulder: float
    waist: float
    hips: float
    knee: float
    ankle: float
    eyes: Vectors
    between: Vectors
    unit: float

    def head(self, bone: str) -> Vectors:
        """Return where a bone begins."""
        return np.asarray(self.heads[shape().bone(bone)])

    def tail(self, bone: str) -> Vectors:
        """Return where a bone ends."""
        return np.asarray(self.tails[shape().bone(bone)])

    def on_head(self, x: float, y: float, z: float) -> Vectors:
        """Return a point of the rest pose given in head units from between the eyes."""
        return np.asarray(self.between + self.unit * np.array([x, y, z]))


@lru_cache(maxsize=24)
def body(of: Identity) -> Body:
    """Return the body of an identity; the last two dozen are kept."""
    data = shape()
    points, joints = _formed(data, of)
    surface = np.unique(np.concatenate([data.faces(name) for name in ("head", "torso", "legs", "feet")]))
    points, joints = _scaled(data, points, joints, of.height / float(np.ptp(points[surface, 1])))
    floor = float(points[surface, 1].min())
    points[:, 1] -= floor
    joints[..., 1] -= floor
    height = float(points[surface, 1].max())
    eyes = np.stack([_ball(points, data, side)[0] for side in ("left", "right")])
    between = eyes.mean(axis=0)
    heads, tails = joints[:, 0].astype(float), joints[:, 1].astype(float)
    rest = np.concatenate([points / np.float32(height), data.lips[:, None]], axis=1).astype(np.float32)
    levels = {
        name: float(heads[data.bone(bone), 1])
        for name, bone in (
            ("neck", "neck"), ("shoulder", "upper-arm-left"), ("waist", "spine-2"), ("hips", "thigh-left"),
            ("knee", "shin-left"), ("ankle", "foot-left"),
        )
    }  # fmt: skip
    for array in (points, rest, heads, tails):
        array.flags.writeable = False
    return Body(
        identity=of,
        points=points,
        rest=rest,
        heads=heads,
        tails=tails,
        height=height,
        eyes=eyes,
        between=between,
        unit=(height - float(between[1])) / CROWN,
        **levels,
    )


def _formed(data: Shape, of: Identity) -> tuple[Points, NDArray[np.float32]]:
    """Add the bodies, the style and the features to the base."""
    points, joints = data.points.copy(), data.joints.copy()
    for name, share in of.bodies:
        points += data.bodies[name] * np.float32(share)
        joints += data.limbs[name] * np.float32(share)
    for name, weight in of.features:
        move = data.moves[name]
        points[move.points] += move.offsets * np.float32(weight)
    return points, joints


def _scaled(
    data: Shape, points: Points, joints: NDArray[np.float32], scale: float
) -> tuple[Points, NDArray[np.float32]]:
    """Scale a body; its head follows less, around the joint of the neck."""
    points, joints = points * np.float32(scale), joints * np.float32(scale)
    head = data.bone("head")
    pivot = joints[head, 0]
    less = np.float32((1 + (scale - 1) * HEAD_SHARE) / scale - 1)
    points += (points - pivot) * data.carried("head")[:, None] * less
    joints[head, 1] += (joints[head, 1] - pivot) * less
    return points, joints


def _ball(points: Points, data: Shape, side: str) -> tuple[Vectors, float]:
    """Return the centre and radius of an eyeball."""
    of = points[np.unique(data.faces(f"eye-{side}"))].astype(float)
    middle = (of.min(axis=0) + of.max(axis=0)) / 2
    return middle, float((of.max(axis=0) - of.min(axis=0))[:2].max() / 2)
