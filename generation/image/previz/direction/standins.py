"""Stand-ins: where the joints of an actor are in a pose, so that a shot is blocked a dozen times before it is drawn.

Figure space: metres, y up, the front towards +z, the figure's own left at +x, the ground at 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import asin, atan2, cos, degrees, radians, sin

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.body import CROWN, body
from generation.image.previz.figure.identity import Identity, identity
from generation.image.previz.figure.pose import Pose, mirrored
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.rig import Posed, posed
from generation.requests.pictures import Look

Joints = Mapping[str, NDArray[np.float64]]
"""Name to place (3)."""

BONES = {"neck": "neck", "shoulder": "upper-arm", "elbow": "forearm", "wrist": "hand", "knee": "shin", "ankle": "foot"}
"""Joint to the bone that begins there; all but the neck have two sides."""

CHIN = (0.0, -0.108, 0.012)
"""The chin in head units, from between the eyes."""

FLAT = frozenset({"lie", "sleep"})
"""Poses of those who lie, the feet to the front."""

TALLER: Mapping[str, float] = {
    "topknot": 0.055, "topknot-long": 0.055, "palace-updo": 0.085, "double-bun": 0.04, "bun": 0.02, "afro": 0.07,
    "curly": 0.03, "undercut": 0.06, "half-up": 0.03, "crown": 0.075, "straw-hat": 0.09, "hat": 0.08, "cap": 0.03,
    "beanie": 0.03, "fox-ears": 0.09, "cat-ears": 0.06, "horns": 0.11, "halo": 0.13,
}  # fmt: skip
"""How much hair, hats and horns add above the crown, in metres; all hair adds 2 cm."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandIn:
    """A body in a pose: its `joints` (`top` is the highest point of head, hair and hat), where its face looks (degrees
    to own left, and up), the height of the seat under it (0 without one), and how tall the body is, in metres.
    """

    joints: Joints
    facing: tuple[float, float]
    seat: float
    tall: float


@lru_cache(maxsize=1024)
def stand_in(look: Look, pose: str, *, flipped: bool = False) -> StandIn:
    """Return who stands in for an actor in a pose; `flipped` exchanges its left and right."""
    bare = _bare(identity(look), pose, flipped)
    frame_up = bare.joints["crown"] - bare.joints["chin"]
    top = bare.joints["crown"] + frame_up / np.linalg.norm(frame_up) * topped(look)
    return StandIn(joints={**bare.joints, "top": top}, facing=bare.facing, seat=bare.seat, tall=bare.tall)


def joints(look: Look, pose: str, *, flipped: bool = False) -> Joints:
    """Return the joints of an actor in a pose."""
    return stand_in(look, pose, flipped=flipped).joints


def acted(pose: str, *, flipped: bool) -> Pose:
    """Return a pose by its name, left and right exchanged or not."""
    return mirrored(POSES[pose]) if flipped else POSES[pose]


def along(look: Look, pose: str) -> float:
    """Return how far the bed of somebody who lies is turned against them, in degrees: its head under theirs."""
    own = joints(look, pose)
    x, _, z = (own["crown"] - own["hips"]).tolist()
    return degrees(atan2(-x, -z))


def topped(look: Look) -> float:
    """Return how high the head rises above the crown with what it wears, in metres."""
    return 0.02 + max((TALLER.get(each, 0.0) for each in (look.hair, *look.features)), default=0.0)


@lru_cache(maxsize=512)
def _bare(of: Identity, pose: str, flipped: bool) -> StandIn:  # noqa: FBT001 - it is a key of what is kept
    """Pose a body without hair; what was posed is kept."""
    figure = posed(body(of), acted(pose, flipped=flipped))
    right, up, ahead = figure.head.turn[:, 2].tolist()
    facing = (degrees(atan2(right, ahead)), degrees(asin(max(-1.0, min(1.0, up)))))
    return StandIn(joints=_joints(figure), facing=facing, seat=figure.seat, tall=figure.body.height)


def _joints(figure: Posed) -> Joints:
    """Read the joints off a posed body."""
    head, unit = figure.head, figure.body.unit
    found = {
        "crown": head.point(0.0, CROWN * unit, -0.085 * unit),
        "eyes": head.at,
        "chin": head.point(*(each * unit for each in CHIN)),
        "chest": figure.chest.at,
        "hips": figure.hips.at,
    }
    for name, bone in BONES.items():
        for side in ("left", "right") if name != "neck" else ("",):
            found[f"{name}-{side[0]}" if side else name] = figure.joint(f"{bone}-{side}" if side else bone)
    return found


def stood(of: Joints, at: tuple[float, float, float], turn: float) -> Joints:
    """Carry joints from figure space to the world, as `figure.mesh.placed` does with meshes."""
    c, s = cos(radians(turn)), sin(radians(turn))
    way = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [s, 0.0, -c]])
    places = np.stack(list(of.values())) @ way.T + at
    return dict(zip(of, places, strict=True))
