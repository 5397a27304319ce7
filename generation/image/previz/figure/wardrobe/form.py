"""The form a tailor works on: the loose suit around a body in its rest pose, its bones, and where they go in a pose.

Lengths are metres, the ground is y = 0, the figure looks at +z and its own left is +x.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.shape import shape

Floats = NDArray[np.float32]
Vectors = NDArray[np.float64]

AROUND = np.linspace(-np.pi, np.pi, 48, endpoint=False)
REACH = 0.42
"""Radians to each side that a tape laid around the trunk bridges."""
FEW = 16
"""Points that a slice of the trunk has at least."""
SIDES = (("left", 1.0), ("right", -1.0))


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Form:
    """A body as clothes know it, in its rest pose; one for each body, so that what is cut on it is kept.

    `points` (n, 3) and `faces` (m, 3) are the loose suit from the neck to the toes, `bones` and `weights` (n, 4) carry
    it, `joints` are where bones begin, `numbers` are the rows of bones in matrices.
    `arms` (n) is how much of a point is arm, 0 to 1.
    """

    height: float
    points: Floats
    faces: NDArray[np.int32]
    bones: NDArray[np.uint8]
    weights: Floats
    joints: Mapping[str, Vectors]
    numbers: Mapping[str, int]
    arms: Floats
    made: dict[object, Any] = field(default_factory=dict)
    """What was measured and cut for this body, by name: Any, since whoever keeps something knows its own key."""

    def y(self, share: float) -> float:
        """Return a height given as a share of the body's."""
        return share * self.height

    def ring(self, y: float, turn: Vectors, lift: float = 0.0) -> Vectors:
        """Return points (k, 3) around the trunk at a height in metres, `lift` metres off it.

        `turn` is in radians from the front by the figure's own left; hollows are bridged.
        """
        middle, radius = self._girth(y)
        off = np.interp(turn, AROUND, radius, period=2 * np.pi) + lift
        return np.stack([off * np.sin(turn), np.full(len(turn), y), middle + off * np.cos(turn)], axis=1)

    def _girth(self, y: float) -> tuple[float, Vectors]:
        """Return the middle (z) of the trunk at a height, and its radius at each angle of `AROUND`."""
        key = ("girth", round(y, 5))
        if key not in self.made:
            thick, near = 0.014, np.zeros(0, bool)
            while near.sum() < FEW:
                near = (np.abs(self.points[:, 1] - y) < thick * self.height) & (self.arms < 0.3)  # noqa: PLR2004 - trunk
                thick *= 1.5
            x, z = self.points[near, 0].astype(float), self.points[near, 2].astype(float)
            middle = float(z.max() + z.min()) / 2
            turn, radius = np.arctan2(x, z - middle), np.hypot(x, z - middle)
            apart = np.abs((AROUND[:, None] - turn[None] + np.pi) % (2 * np.pi) - np.pi)
            reach = np.where(apart < REACH, radius[None] * np.cos(apart), 0).max(axis=1)
            soft = sum(np.roll(reach, step) for step in (-2, -1, 0, 1, 2)) / 5
            self.made[key] = (middle, np.maximum(soft, reach))
        kept: tuple[float, Vectors] = self.made[key]
        return kept


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Stance:
    """A form in a pose: `matrices` (bones, 3, 4) carry rest to posed points; `sway` moves free ends, in metres."""

    form: Form
    matrices: Floats
    sway: Vectors

    def turn(self, bone: str) -> Vectors:
        """Return the rotation of a bone."""
        return np.asarray(self.matrices[self.form.numbers[bone], :, :3], float)

    def carried(self, bone: str, points: Vectors) -> Vectors:
        """Return points of the rest pose carried by one bone."""
        matrix = np.asarray(self.matrices[self.form.numbers[bone]], float)
        return np.asarray(np.asarray(points, float) @ matrix[:, :3].T + matrix[:, 3])

    def joint(self, name: str) -> Vectors:
        """Return where a joint is."""
        return self.carried(name, self.form.joints[name])


@lru_cache(maxsize=24)
def form(of: Body) -> Form:
    """Return the form of a body; the last two dozen are kept, as bodies are."""
    data = shape()
    used, corners = np.unique(data.faces("tights"), return_inverse=True)
    return Form(
        height=of.height,
        points=np.ascontiguousarray(of.points[used]),
        faces=np.ascontiguousarray(corners.reshape(-1, 3), np.int32),
        bones=np.ascontiguousarray(data.carriers[used]),
        weights=np.ascontiguousarray(data.weights[used]),
        joints={bone: np.asarray(of.head(bone), float) for bone in data.bones},
        numbers=data.numbers,
        arms=data.carried("upper-arm", "forearm", "hand")[used],
    )


def stance(of: Posed, sway: tuple[float, float, float]) -> Stance:
    """Return the stance of a posed body, its loose ends moved by `sway` metres."""
    return Stance(form=form(of.body), matrices=np.ascontiguousarray(of.matrices), sway=np.asarray(sway, float))
