"""Hair on a posed head: it turns with the skull, hangs where it is free, lies on the shoulders, follows the wind."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.hair.locks import Hair
from generation.image.previz.figure.mesh import Mesh, Vectors

STILL = (0.0, 0.0, 0.0)

BEFORE = -0.052
"""Locks that leave the skull further to the front than this (z, head units) fall before the shoulder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wearer:
    """What hair needs to know of a posed body, in figure space.

    A point of the head, in head units from between the eyes, lies at `eyes + turn @ (unit * point)`.

    `bearing` (3, 3) is how the trunk stands: hair hangs as from an upright head turned that way. `chest` is the point
    between the joints of the shoulders, `trunk` (3, 3) the chest's own turn, `breadth` how far those joints are apart,
    in metres.
    """

    eyes: Vectors
    turn: NDArray[np.float64]
    unit: float
    bearing: NDArray[np.float64]
    chest: Vectors
    trunk: NDArray[np.float64]
    breadth: float


def worn(hair: Hair, wearer: Wearer, sway: tuple[float, float, float] = STILL) -> Mesh:
    """Return hair in figure space; `sway` moves free ends, in metres."""
    fall = hair.fall.astype(float)[:, None]
    loose = np.clip(fall * 3.0, 0, 1)
    root = hair.root.astype(float)

    def carried(points: Vectors) -> Vectors:
        stiff = points @ wearer.turn.T
        hanging = root @ wearer.turn.T + (points - root) @ wearer.bearing.T
        there: Vectors = wearer.eyes + (stiff * (1 - loose) + hanging * loose) * wearer.unit
        return there

    core = carried(hair.core.astype(float)) + np.asarray(sway) * fall**1.5
    lock = carried(hair.mesh.points.astype(float)) - carried(hair.core.astype(float))
    apart = 0.004 + 0.010 * hair.mesh.rest[:, 3]
    ahead = hair.root[:, 2] > BEFORE
    laid = np.where(fall > 0, _outside(core, wearer, apart, ahead), core)
    return replace(hair.mesh, points=np.ascontiguousarray(laid + lock, np.float32))


def _outside(points: Vectors, wearer: Wearer, apart: NDArray[np.float32], ahead: NDArray[np.bool_]) -> Vectors:
    """Push what lies inside the trunk out of it, forwards where `ahead`, and `apart` (n) further, in metres.

    The trunk is an ellipse at every height below the neck.
    """
    local = (points - wearer.chest) @ wearer.trunk
    b = wearer.breadth
    height = local[:, 1] / b
    wide = np.interp(height, [-1.6, -0.9, -0.25, 0.05, 0.22, 0.36], [0.44, 0.46, 0.60, 0.58, 0.28, 0.17]) * b
    deep = np.interp(height, [-1.6, -0.9, -0.35, 0.05, 0.22, 0.36], [0.36, 0.40, 0.44, 0.33, 0.24, 0.17]) * b
    middle = np.interp(height, [-0.9, -0.35, 0.05, 0.36], [0.00, 0.03, -0.02, 0.02]) * b
    x, z = local[:, 0], local[:, 2] - middle
    inside = (x / wide) ** 2 + (z / deep) ** 2
    edge = np.sqrt(np.maximum(1 - (x / wide) ** 2, 0)) * deep + apart
    within = (inside < 1) & (height < 0.36)  # noqa: PLR2004 - above it is the neck's upper half
    local[:, 2] = np.where(within, middle + np.where(ahead, edge, -edge), local[:, 2])
    return local @ wearer.trunk.T + wearer.chest
