"""Walking, running and sneaking: whole strides made of a pose, the pose in which the legs pass, and their mirrors."""

from collections.abc import Mapping
from dataclasses import replace
from math import cos, pi

from generation.image.previz.figure.pose import Pose, blend, mirrored
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.stances import RUNNING, SNEAKING, STRIDE

PASSING: Mapping[str, tuple[Pose, float]] = {
    "walk": (
        replace(
            STRIDE, tL=(0.04, -1, 0.02), sL=(0.01, -1, 0.0), tR=(-0.04, -1, 0.26), sR=(-0.02, -0.86, -0.62),
            feet=(0, 6),
            aL=(0.17, -1, 0.0), fL=(0.06, -1, 0.18), aR=(-0.17, -1, 0.0), fR=(-0.06, -1, 0.18), spine=(3, 0, 0),
            head=(-1, 0, 0),
            hips=(0, 0, 0),
        ),
        1.0,
    ),
    "run": (
        replace(
            RUNNING, tL=(0.05, -1, 0.12), sL=(0.02, -0.9, -0.42), tR=(-0.05, -0.85, 0.42), sR=(-0.02, -0.25, -1),
            feet=(-6, 30),
            aL=(0.24, -1, -0.12), fL=(0.05, -0.15, 1), aR=(-0.24, -1, -0.05), fR=(0.05, -0.05, 1),
            spine=(15, 0, 0), head=(-9, 0, 0),
            hips=(4, 0, 0), rise=0.0,
        ),
        1.9,
    ),
    "sneak": (
        replace(
            SNEAKING, tL=(0.10, -0.9, 0.35), sL=(0.03, -1, -0.30), tR=(-0.10, -0.7, 0.62),
            sR=(-0.05, -0.6, -0.85), feet=(0, 20),
        ),
        1.0,
    ),
}  # fmt: skip
"""The pose in which the right leg passes the left, and by how much the body flies further than its feet are apart."""


def cycle(name: str, phase: float) -> Pose:
    """Return `walk`, `run` or `sneak` at a phase: at 0 the left heel is ahead, at 0.25 the right leg passes, at 0.5 the
    right heel is ahead; whole numbers are whole strides (two steps).
    """
    contact, passing = POSES[name], PASSING[name][0]
    keys = (contact, passing, mirrored(contact), mirrored(passing))
    quarter, share = divmod((phase % 1.0) * 4, 1.0)
    eased = share if name == "walk" else (1 - cos(pi * share)) / 2
    number = int(quarter) % 4
    return blend(keys[number], keys[(number + 1) % 4], eased)
