"""What an animal is asked to do, and what comes back."""

from dataclasses import dataclass

from generation.image.previz.figure.mesh import Part
from generation.image.previz.props.shapes import Spot


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """What an animal does at one moment; every number may change smoothly from frame to frame.

    `phase` runs from 0 to 1 through one stride, beat of wings or wave. `turn` and `nod` move the head, in degrees: to
    its own left, and up. `sway` swings the tail, -1 to 1. `mouth` opens from 0 to 1, `blink` shuts the eyes from 0 to
    1. `face` is the robot's: one of `robot.FACES`.
    """

    posture: str = "stand"
    phase: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    sway: float = 0.0
    mouth: float = 0.0
    blink: float = 0.0
    face: str = "happy"


@dataclass(frozen=True, kw_only=True, slots=True)
class Creature:
    """An animal in figure space: it looks to +z and its lowest point is on y = 0.

    `eyes` is the middle between its eyes, to frame and to look at; `seat` is where a rider sits, if one can: the joints
    of the rider's hips go 11 cm above it.
    """

    part: Part
    eyes: Spot
    seat: Spot | None = None
