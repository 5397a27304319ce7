"""Things in hands: where a prop goes when a posed body holds it."""

from dataclasses import replace

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.figure.mesh import Part, Vectors
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.turns import Frame
from generation.image.previz.props.prop import Prop

SPAN = (0.6, 1.7)
"""Both hands hold a thing when they are this many times as far apart as its two grips."""


STEP = 0.15
"""Metres: hands further apart in height than that do not both hold a level thing."""
UPRIGHT = 0.55
"""What is read turns to the eyes by this share in height: lying flat it would show nothing to anybody else."""
NEAR = 0.24
"""Metres: what is nearer to the eyes is not read (a phone at the ear) and turns with the fist."""


def held(shown: Prop, body: Posed, side: str = "right") -> Part:
    """Return a prop in a hand (`left` or `right`) of a posed body, in figure space; in both where it needs both.

    A level thing stays upright and looks where the chest looks, what is read turns to the eyes, and anything else
    turns with the fist.
    """
    hand, second = body.grip(side), body.grip("left" if side == "right" else "right")
    grip = np.array(shown.grip.point)
    turn = _way(shown, body, hand)
    if shown.other is None:
        return _placed(shown, turn, grip, hand.at)
    span, reach = np.array(shown.other) - grip, second.at - hand.at
    if side == "left" and shown.level:
        turn = turn @ np.diag([-1.0, 1.0, -1.0])
    share = float(np.linalg.norm(reach)) / float(np.linalg.norm(span))
    if not SPAN[0] < share < SPAN[1]:
        return _placed(shown, turn, grip, hand.at)
    if shown.level or shown.looks:
        miss = turn @ span - reach
        return _placed(shown, turn, grip, hand.at - (miss / 2 if abs(miss[1]) < STEP else 0))
    return _placed(shown, _along(span, reach, _heading(body.chest)[:, 2]), grip, hand.at)


def _way(shown: Prop, body: Posed, hand: Frame) -> Vectors:
    """Return how a prop is turned in one hand."""
    if shown.level:
        return _heading(body.chest)
    away = hand.at - body.head.at
    if shown.looks and np.linalg.norm(away) > NEAR:
        away = away * (1.0, UPRIGHT, 1.0)
        far = float(np.linalg.norm(away))
        across = np.cross((0.0, 1.0, 0.0), away)
        across = across / (np.linalg.norm(across) + 1e-9)
        return np.stack([across, np.cross(away / far, across), away / far], axis=1)
    return _turned(shown, hand)


def _heading(chest: Frame) -> Vectors:
    """Return upright axes (columns) whose z looks where a chest looks."""
    x, _, z = chest.turn[:, 2].tolist()
    size = float(np.hypot(x, z)) or 1.0
    x, z = x / size, z / size
    return np.array([[z, 0.0, x], [0.0, 1.0, 0.0], [-x, 0.0, z]])


def _turned(shown: Prop, hand: Frame) -> Vectors:
    """Return the turn that carries the prop's grip into the hand: its axis to the thumb, its facing to the palm's."""
    axis, facing = np.array(shown.grip.axis), np.array(shown.grip.facing)
    mine = np.stack([np.cross(axis, facing), axis, facing], axis=1)
    return np.asarray(hand.turn @ mine.T)


def _along(way: Points, reach: Points, front: Points) -> Vectors:
    """Return the turn that lays a direction of the prop along what the hands span, its front to `front`."""

    def axes(along: Points, ahead: Points) -> Vectors:
        first = along / np.linalg.norm(along)
        third = ahead - first * float(ahead @ first)
        third = third / (np.linalg.norm(third) + 1e-9)
        return np.stack([first, np.cross(third, first), third], axis=1)

    return np.asarray(axes(reach, front) @ axes(way, np.array([0.0, 0.0, 1.0])).T)


def _placed(shown: Prop, turn: Vectors, grip: Points, at: Points) -> Part:
    points = (shown.part.mesh.points - grip) @ turn.T + at
    return Part(replace(shown.part.mesh, points=points.astype(np.float32)), shown.part.paint)
