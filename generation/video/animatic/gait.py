"""Walking without sliding feet: the foot that bears the weight stays where it is, and carries the body on."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.gaits import cycle
from generation.image.previz.figure.pose import Pose, mirrored
from generation.image.previz.figure.rig import posed

CADENCE = {"walk": 0.92, "run": 1.42, "sneak": 0.55}
"""Whole strides (two steps) a second."""

SLOWEST = 0.34
"""The least of that: as in slow motion."""

SAMPLES = 48
"""Phases of a stride at which a body is measured."""

FLIGHT = {"walk": 0.0, "run": 0.36, "sneak": 0.0}
"""The share of each step in which no foot is on the ground."""


@dataclass(frozen=True, slots=True)
class Gait:
    """How a body gets on: `ways` (SAMPLES + 1, 2) are how far (to own left, ahead; metres) it has come at each phase of
    a stride, from 0 to 1.
    """

    name: str
    ways: NDArray[np.float64]

    @property
    def stride(self) -> float:
        """Metres that a whole stride goes ahead."""
        return float(self.ways[-1, 1])

    def way(self, phase: float) -> tuple[float, float]:
        """Return how far it has come since phase 0, to own left and ahead."""
        whole = np.floor(phase)
        at = (phase - whole) * SAMPLES
        across, ahead = (float(np.interp(at, np.arange(SAMPLES + 1), self.ways[:, axis])) for axis in (0, 1))
        return across + float(whole * self.ways[-1, 0]), ahead + float(whole * self.ways[-1, 1])


@lru_cache(maxsize=12)
def gait(body: Body, name: str) -> Gait:
    """Measure a body's gait: between two phases it moves by what the foot on the ground moved back under it.

    In flight it keeps the speed it has.
    """
    feet = _feet(body, name)
    steps = np.diff(feet, axis=0)
    half = SAMPLES // 2
    left_bears = np.arange(SAMPLES) < half
    moved = -np.where(left_bears[:, None], steps[:, 0], steps[:, 1])
    moved[:, 0] -= moved[:, 0].mean()
    flying = (np.arange(SAMPLES) % half) >= half * (1 - FLIGHT[name])
    moved[flying] = moved[~flying].mean(axis=0)
    return Gait(name, np.concatenate([[[0.0, 0.0]], np.cumsum(moved, axis=0)]))


def _feet(body: Body, name: str) -> NDArray[np.float64]:
    """Return where the left and right ankle are (SAMPLES + 1, 2, 2: to own left, ahead) at each phase."""
    half = SAMPLES // 2
    found = np.empty((half + 1, 2, 2))
    for number in range(half + 1):
        figure = posed(body, cycle(name, number / SAMPLES))
        for side, bone in enumerate(("foot-left", "foot-right")):
            found[number, side] = figure.joint(bone)[[0, 2]]
    other = found[1:, ::-1] * (-1.0, 1.0)  # the second step is the first one's mirror image
    return np.concatenate([found, other])


def step(name: str, phase: float, *, flipped: bool) -> Pose:
    """Return the pose of a gait at a phase, left and right exchanged or not."""
    pose = cycle(name, phase)
    return replace(mirrored(pose)) if flipped else pose
