"""Which way people turn, and where they look: bodies towards one another, faces kept to the camera, eyes that meet.

Angles are degrees; a turn of 0 faces the camera, 90 screen right. A look is (to screen right, up) in the same terms.
"""

from collections.abc import Mapping
from math import atan2, degrees, hypot

import numpy as np

from generation.image.previz.camera import Points

Look = tuple[float, float]
"""A direction: degrees to screen right of the camera, degrees up."""

FACINGS: Mapping[str, float] = {
    "camera": 0.0, "left": -62.0, "right": 62.0, "three-quarter-left": -33.0, "three-quarter-right": 33.0,
    "away": 180.0,
}  # fmt: skip
"""Facing to turn; a profile is cheated to the camera by a third, or one would not see the acting."""

AFOOT: Mapping[str, float] = {"walk": 44.0, "run": 50.0, "sneak": 46.0, "ride": 52.0, "climb": 120.0}
"""Poses on the way somewhere: how far they turn from the camera at least."""

AIMED = frozenset({
    "point", "strike", "punch", "kick", "push", "pull", "sword-guard", "guard", "dodge", "whisper", "bow",
})  # fmt: skip
"""Poses that are aimed at the other: a finger, a blow, a bow."""

AIMED_BODY = 82.0
"""How far such a body turns from the camera at most."""

READ = frozenset({"phone", "letter", "book", "tablet", "map", "photo", "mirror", "watch", "scroll", "laptop"})
"""Things that show something to who holds them: an insert looks at them from behind."""

BEHIND = 108.0
"""How far who holds such a thing is turned in an insert."""

BODY = 52.0
"""A body turns to another no further than this from the camera ..."""
FACE = 66.0
"""... and a face no further than this, so that both eyes are seen."""
OPEN = 110.0
"""A face is kept there where the body is turned no further than this: beyond, somebody turns their back."""
NECK = (62.0, 32.0)
"""How far a head turns on its shoulders, sideways and up or down."""
EYES = (26.0, 15.0)
"""How far eyes turn in a head."""

HEADED = frozenset({
    "facepalm", "look-over-shoulder", "look-up", "cover-face", "sleep", "lie", "bow", "pray", "read", "hold-phone",
    "embrace",
})  # fmt: skip
"""Poses that hold the head themselves: only the eyes follow."""

SIDES: Mapping[str, Look] = {"left": (-70.0, 0.0), "right": (70.0, 0.0), "up": (0.0, 34.0), "down": (0.0, -30.0)}
"""Gazes that are directions: towards the sides as the camera sees them, up and down from where one faces."""


def wrapped(angle: float) -> float:
    """Return an angle between -180 and 180."""
    return (angle + 180.0) % 360.0 - 180.0


def towards(eyes: Points, target: Points) -> Look:
    """Return the look from one place to another, both in the camera's axes (right, up, away)."""
    right, up, away = (np.asarray(target, float) - eyes).tolist()
    return degrees(atan2(right, -away)), degrees(atan2(up, hypot(right, away)))


def turned(look: Look) -> float:
    """Return how far a body turns to what it looks at: most of the way, and never so far that its front is lost."""
    return float(np.clip(look[0] * 0.62, -BODY, BODY))


def aimed(look: Look, arm: float) -> float:
    """Return how far a body turns so that an arm, `arm` degrees to the left of its front, goes to what it looks at."""
    return float(np.clip(np.clip(look[0], -90.0, 90.0) - arm, -AIMED_BODY, AIMED_BODY))


def shown(facing: Look, side: int) -> float:
    """Return how far a body turns so that a face which the pose turns away from it is seen."""
    return wrapped(side * 34.0 - facing[0])


def split(want: Look, turn: float, pose: str, facing: Look) -> tuple[Look, Look]:
    """Share a look between head and eyes: return where the face looks from the body, and the eyes from the face.

    `facing` is where the pose has the face look, from the body. A face stays where it is seen, unless the body is
    turned away; what the neck cannot do is left to the eyes.
    """
    right, up = wrapped(want[0] - turn), want[1]
    yaw, pitch = facing
    if pose not in HEADED:
        yaw = float(np.clip(right * 0.8, -NECK[0], NECK[0]))
        pitch = float(np.clip(up * 0.65, -NECK[1], NECK[1]))
        if abs(turn) <= OPEN:
            yaw = float(np.clip(turn + yaw, -FACE, FACE)) - turn
    eyes = (float(np.clip(right - yaw, -EYES[0], EYES[0])), float(np.clip(up - pitch, -EYES[1], EYES[1])))
    return (yaw, pitch), eyes


def aside(gaze: str, turn: float) -> Look | None:
    """Return the look of a gaze that is a direction; None when it is to be found from the others in the shot."""
    if gaze == "away":
        return turn + (-48.0 if turn > 0 else 48.0), -6.0
    if gaze in {"up", "down"}:
        return turn, SIDES[gaze][1]
    return SIDES.get(gaze)
