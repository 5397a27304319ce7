"""Players: blocked actors and things as meshes in the world, ready to be inked."""

from dataclasses import replace

import numpy as np

from generation.image.previz.direction.blocking import Placed
from generation.image.previz.direction.furnishing import Standing
from generation.image.previz.direction.gazes import HEADED
from generation.image.previz.direction.standins import acted, stand_in
from generation.image.previz.figure.faces import Face, face
from generation.image.previz.figure.figure import STILL, figure
from generation.image.previz.figure.mesh import Part, placed
from generation.image.previz.figure.pose import Pose
from generation.image.previz.props.catalogue import prop

SWEEP = (34.0, 24.0)
"""Degrees that eyes turn sideways and up at a gaze of 1 (`figure.eyes`)."""

Parts = tuple[Part, ...]


def headed(player: Placed) -> Pose:
    """Return the pose of a blocked actor, the head turned to where they look."""
    pose = acted(player.actor.pose, flipped=player.flipped)
    if player.actor.pose in HEADED:
        return pose
    yaw, pitch = stand_in(player.actor.look, player.actor.pose, flipped=player.flipped).facing
    down, side, lean = pose.head
    return replace(pose, head=(down + pitch - player.head[1], side + player.head[0] - yaw, lean))


def faced(player: Placed) -> Face:
    """Return the face of a blocked actor, the eyes where they look."""
    gaze = (_share(player.eyes[0] / SWEEP[0]), _share(player.eyes[1] / SWEEP[1]))
    return face(player.actor.expression, gaze=gaze)


def parts(player: Placed, *, sway: tuple[float, float, float] = STILL) -> Parts:
    """Return a blocked actor as parts in the world; `sway` is how far the wind carries loose ends, in figure space."""
    made = figure(player.actor.look, headed(player), faced(player), holds=player.actor.holds, sway=sway)
    return standing(made, player.at, player.turn)


def thing(near: Standing) -> Parts:
    """Return a thing that stands near as parts in the world."""
    made = prop(near.name)
    part = made.part if made.stands else made.resting()
    sized = replace(part.mesh, points=part.mesh.points * np.float32(near.scale))
    return standing((Part(sized, part.paint),), near.at, near.turn)


def standing(made: Parts, at: tuple[float, float, float], turn: float) -> Parts:
    """Carry parts from figure space to their place in the world."""
    return tuple(Part(placed(part.mesh, at, turn), part.paint) for part in made)


def _share(value: float) -> float:
    return min(1.0, max(-1.0, value))
