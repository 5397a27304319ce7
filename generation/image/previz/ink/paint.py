"""Paint: what colours a mesh. Every face names a slot, a slot has a colour and a finish, patterns change slots.

Patterns are decided for each pixel from where it lies on the body in its rest pose, so that a collar stays crisp at any
distance and bends with who wears it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.light import Colour

SLOTS = 32
"""Colours of one paint, at most."""


class Finish(IntEnum):
    """How a surface takes the light; the inker knows these numbers."""

    MATTE = 0
    """Two tones."""
    SKIN = 1
    """Two tones with a warm edge between them, and little light from behind."""
    CLOTH = 2
    """Two tones, hatched where it is dark."""
    HAIR = 3
    """Two tones and a ring of light."""
    METAL = 4
    """A hard, bright reflection."""
    EYE = 5
    """An eyeball: `rest` is the direction from its centre, turned by the gaze; iris and pupil are drawn on it."""
    FLAT = 6
    """One tone, as it is: brows, lashes, the inside of a mouth."""
    GLOW = 7
    """Light of its own."""
    FUR = 8
    """Two tones with a ragged edge."""
    LIP = 9
    """As skin, with hardly a line around it."""


@dataclass(frozen=True, slots=True)
class Where:
    """One linear test on a pixel's rest position: `x*X + side*|X| + y*Y + z*Z + tag*T + offset > 0`.

    With a `period` the value is wrapped instead: it passes in the first `duty` (0 to 1) of each period (stripes).
    """

    x: float = 0.0
    side: float = 0.0
    y: float = 0.0
    z: float = 0.0
    tag: float = 0.0
    offset: float = 0.0
    period: float = 0.0
    duty: float = 0.5


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pixels of slot `of` that pass every test of `where` become slot `to`, their colour times `tone`.

    A pixel that became another slot is not of its old slot any more: later patterns build on earlier ones.
    """

    of: int
    to: int
    where: tuple[Where, ...]
    tone: float = 1.0


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours (32, 3), red first, 0 to 1, and finishes (32) of slots, and the patterns in their order."""

    colours: NDArray[np.float32]
    finishes: NDArray[np.uint8]
    patterns: tuple[Pattern, ...] = ()


def paint(coats: Mapping[int, tuple[Colour, Finish]], patterns: tuple[Pattern, ...] = ()) -> Paint:
    """Return a paint from a table of slots."""
    colours = np.zeros((SLOTS, 3), np.float32)
    finishes = np.full(SLOTS, Finish.MATTE, np.uint8)
    for slot, (colour, finish) in coats.items():
        colours[slot], finishes[slot] = colour, finish
    return Paint(colours, finishes, patterns)
