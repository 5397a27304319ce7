"""Turns in space: matrices (3, 3) that carry vectors, and the two-bone chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.figure.mesh import Vectors

Turn = NDArray[np.float64]
Way = tuple[float, float, float]
"""A direction (to own left, up, forward), of any length; or an angle in degrees about each axis: pitch, yaw, roll."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place (3,) and its own axes, the columns of `turn` (3, 3)."""

    at: Vectors
    turn: Turn

    def point(self, x: float, y: float, z: float) -> Vectors:
        """Return a point given in this frame, in metres."""
        return np.asarray(self.at + self.turn @ np.array([x, y, z]))


def unit(vector: ArrayLike) -> Vectors:
    """Return a vector of length 1 (a zero stays zero)."""
    made = np.asarray(vector, float)
    return np.asarray(made / (sqrt(made @ made) + 1e-12))


def about(axis: ArrayLike, degrees: float) -> Turn:
    """Return the turn about an axis, anticlockwise as it looks at you (Rodrigues' formula)."""
    x, y, z = unit(axis).tolist()
    c, s = cos(radians(degrees)), sin(radians(degrees))
    k = 1 - c
    return np.array(
        [
            [c + x * x * k, x * y * k - z * s, x * z * k + y * s],
            [y * x * k + z * s, c + y * y * k, y * z * k - x * s],
            [z * x * k - y * s, z * y * k + x * s, c + z * z * k],
        ]
    )


def turned(angles: Way, share: float = 1.0) -> Turn:
    """Return yaw, then pitch, then roll, of degrees (pitch forward, yaw to own left, roll to own left)."""
    pitch, yaw, roll = (angle * share for angle in angles)
    return np.asarray(about((0, 1, 0), yaw) @ about((1, 0, 0), pitch) @ about((0, 0, 1), -roll))


def between(start: ArrayLike, end: ArrayLike) -> Turn:
    """Return the smallest turn from one direction to another."""
    a, b = unit(start), unit(end)
    axis, cosine = cross(a, b), float(a @ b)
    if cosine < -0.9999:  # noqa: PLR2004 - opposite: any axis across will do
        return about(cross(a, (0.0, 0.0, 1.0)) + np.array([1e-9, 0, 0]), 180.0)
    x, y, z = axis
    skew = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + skew + skew @ skew / (1 + cosine))


def hinged(rest: tuple[Vectors, Vectors], posed: tuple[Vectors, Vectors]) -> Turn:
    """Return the turn that carries one (direction, hinge) to another; hinges count only across the direction."""
    return np.asarray(_axes(*posed) @ _axes(*rest).T)


def angle_about(axis: Vectors, start: Vectors, end: Vectors) -> float:
    """Return by how many degrees `start` must turn about `axis` to look where `end` does."""
    a = start - axis * (axis @ start)
    b = end - axis * (axis @ end)
    return float(np.degrees(np.arctan2(axis @ cross(a, b), a @ b)))


def chain(start: Vectors, goal: Vectors, lengths: tuple[float, float], hint: Vectors) -> tuple[Vectors, Vectors]:
    """Return the directions of two bones from `start` whose end lies at `goal`, or as near as they reach.

    The joint between them bends towards `hint` (a point); it never straightens fully, so it never snaps.
    """
    first, second = lengths
    way = goal - start
    far = float(np.sqrt(way @ way))
    reach = min(max(far, abs(first - second) * 1.02 + 1e-6), (first + second) * 0.998)
    along = unit(way)
    aside = hint - start - along * (along @ (hint - start))
    if float(aside @ aside) < 1e-8:  # noqa: PLR2004 - the hint says nothing
        aside = cross(along, (1.0, 0.0, 0.0))
    share = (first**2 + reach**2 - second**2) / (2 * first * reach)
    height = np.sqrt(max(0.0, 1 - share * share))
    upper = along * share + unit(aside) * height
    return unit(upper), unit(start + along * reach - (start + upper * first))


def _axes(direction: Vectors, hinge: Vectors) -> Turn:
    """Return axes (columns) with the direction first and the hinge, made square to it, second."""
    a = unit(direction)
    h = unit(hinge - a * (a @ hinge))
    return np.stack([a, h, cross(a, h)], axis=1)


def cross(a: Sequence[float] | Vectors, b: Sequence[float] | Vectors) -> Vectors:
    """Return the cross product of two vectors (three times faster than numpy's for one pair)."""
    ax, ay, az = (float(number) for number in a)
    bx, by, bz = (float(number) for number in b)
    return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])
