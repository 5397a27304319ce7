"""Animals that live: they breathe out through their tails, look about and blink; a bird in the air beats its wings."""

from dataclasses import replace
from math import pi, sin
from zlib import crc32

import numpy as np

from generation.image.previz.direction.furnishing import Standing
from generation.image.previz.direction.players import Parts, standing, thing
from generation.image.previz.figure.mesh import Part
from generation.image.previz.props.animals.animal import MAKERS, animal
from generation.image.previz.props.animals.creature import Act
from generation.video.animatic import tics
from generation.video.animatic.mouths import DRAWINGS

WAG = {"dog": 1.8, "cat": 0.45, "fox": 0.6, "horse": 0.5}
"""Swings of the tail a second."""

BLINKS = 240
"""Drawings for which an animal's blinks are thrown; then they repeat."""


def lives(name: str) -> bool:
    """Whether a thing that stands near is an animal, or a robot."""
    return name in MAKERS


def moving(near: Standing, number: int) -> Parts:
    """Return what stands near on a drawing, in the world: animals move, things do not."""
    if not lives(near.name):
        return thing(near)
    made = animal(near.name, act(near.name, number)).part
    sized = replace(made.mesh, points=made.mesh.points * np.float32(near.scale))
    return standing((Part(sized, made.paint),), near.at, near.turn)


def act(name: str, number: int) -> Act:
    """Return what an animal that stands does on a drawing."""
    seconds, luck = number / DRAWINGS, crc32(name.encode())
    pitch, yaw, _ = tics.drift(seconds * 1.3, luck, name)
    return Act(
        turn=round(14 * yaw, 1),
        nod=round(5 * pitch, 1),
        sway=round(0.7 * sin(2 * pi * WAG.get(name, 0.5) * seconds), 2),
        phase=round(seconds * 0.3 % 1, 2),
        blink=tics.blinks(BLINKS, luck, name)[number % BLINKS],
    )
