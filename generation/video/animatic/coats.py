"""The last coats on moving frames: air, light that spills and flickers, colours, paper; then the planes of video."""

from math import pi, sin

import numpy as np

from generation.image.previz.ink.frames import finish
from generation.image.previz.layers import Pixels
from generation.image.previz.painting import Painting

FLICKER = ((2.3, 0.5), (5.1, 0.3), (8.7, 0.2))
"""How lamps and fires burn: swings a second and their shares."""

UNSTEADY = 0.16
"""How much stronger or weaker their light gets."""


class Coats:
    """Coats the frames of one shot. Made once; frames may come in any order."""

    def __init__(self, painting: Painting) -> None:
        self._air, self._grade = painting.air(), painting.grade()
        self._matrix = np.ascontiguousarray(self._grade.matrix, np.float32)
        self._paper = np.ascontiguousarray(self._grade.paper.transpose(2, 0, 1))
        self._burns = UNSTEADY if painting.light.night or painting.words.hour == "dusk" else 0.0

    def __call__(self, frame: Pixels, seconds: float) -> bytes:
        """Return a frame (height, width, 4; painted over) as the planes of yuv420p."""
        self._air.over(frame, seconds)
        swing = sum(share * sin(2 * pi * pace * seconds + 9 * share) for pace, share in FLICKER)
        spill = self._grade.spill(frame, 1 + self._burns * swing)
        return finish(frame, spill, self._matrix, self._grade.curve, self._paper)
