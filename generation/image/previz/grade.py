"""The last coats over a flat picture: light that spills, the mood's colours, a darker rim and paper.

They are laid after any camera move, so that they stay with the frame and not with the world.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from generation.image.previz.layers import Pixels
from generation.image.previz.light import Colour, rgb
from generation.image.previz.noise import Field, clouds, dice

SPILL = 8
"""Light spills on a picture this many times smaller."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a mood is graded: `tint` multiplies colours, `warmth` of colour kept, `contrast` around the middle,
    `rim` darkens the corners, `spill` is how much bright places bleed.
    """

    tint: Colour
    colour: float
    contrast: float
    rim: float
    spill: float


LOOKS = {
    "joy": Look(tint=rgb("#fff6e6"), colour=1.16, contrast=1.04, rim=0.22, spill=0.20),
    "tender": Look(tint=rgb("#fff0ea"), colour=1.04, contrast=0.98, rim=0.26, spill=0.26),
    "sad": Look(tint=rgb("#e6eefb"), colour=0.70, contrast=0.97, rim=0.36, spill=0.16),
    "tense": Look(tint=rgb("#e8f6f4"), colour=0.82, contrast=1.14, rim=0.46, spill=0.16),
    "ominous": Look(tint=rgb("#f4e4ea"), colour=0.78, contrast=1.12, rim=0.54, spill=0.20),
    "wonder": Look(tint=rgb("#f2f6ff"), colour=1.14, contrast=1.06, rim=0.30, spill=0.24),
}


class Grade:
    """Grades frames of one size; made once, used for every frame of a clip."""

    def __init__(self, mood: str, width: int, height: int) -> None:
        self.look = LOOKS[mood]
        self.size = (width, height)
        self.matrix = _matrix(self.look)
        self.curve = _curve(self.look.contrast)
        self.paper = _paper(width, height, self.look.rim)

    def __call__(self, picture: Pixels) -> Pixels:
        """Return the graded picture, (height, width, 3), red first."""
        lit = cv2.add(picture, self.spill(picture))
        tinted = cv2.transform(lit, self.matrix)
        curved = cv2.LUT(tinted, self.curve)
        return np.asarray(cv2.multiply(curved, self.paper, scale=1 / 224), np.uint8)

    def spill(self, picture: Pixels, glow: float = 1.0) -> Pixels:
        """Return the light that bright places spill around them; `glow` is how strong lamps burn, about 1."""
        width, height = self.size
        half = cv2.resize(picture, (width // 2, height // 2), interpolation=cv2.INTER_NEAREST)  # it is blurred anyway
        small = cv2.resize(half, (max(1, width // SPILL), max(1, height // SPILL)), interpolation=cv2.INTER_AREA)
        level = np.maximum(0, np.arange(256) - 96) * self.look.spill * glow
        soft = cv2.GaussianBlur(cv2.LUT(small, level.astype(np.uint8)), (0, 0), max(0.6, height / SPILL / 55))
        return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def _matrix(look: Look) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Saturation around Rec. 709 luma, then the tint."""
    grey = np.tile(np.array([0.2126, 0.7152, 0.0722], np.float32), (3, 1))
    keep = grey + look.colour * (np.eye(3, dtype=np.float32) - grey)
    return np.asarray(np.array(look.tint, np.float32)[:, None] * keep, np.float32)


def _curve(contrast: float) -> Pixels:
    level = np.arange(256) / 255
    bent = 0.46 + (level - 0.46) * contrast
    toe = 0.06
    soft = np.where(bent < toe, toe * np.exp((bent - toe) / toe), bent)
    return np.clip(soft * 255 + 0.5, 0, 255).astype(np.uint8)


WARM = (1.0, 0.995, 0.985)
"""What paper gives back of red, green and blue."""


@lru_cache(maxsize=6)
def _paper(width: int, height: int, rim: float) -> Pixels:
    """Return what frames are multiplied by (224 leaves them as they are): a dark rim, fibres and grain."""
    x = (np.arange(width, dtype=np.float32) + 0.5) / width - 0.5
    y = (np.arange(height, dtype=np.float32) + 0.5) / height - 0.48
    far = np.clip((x[None] ** 2 * 1.5 + y[:, None] ** 2 * 1.3) * 1.9 - 0.12, 0, 1)
    paper = (1 - rim * far) * _sheet(width, height)
    return np.asarray(cv2.merge([cv2.convertScaleAbs(paper, alpha=224 * warm) for warm in WARM]), np.uint8)


@lru_cache(maxsize=2)
def _sheet(width: int, height: int) -> Field:
    """Return the fibres and the grain of the paper, around 1."""
    fibre = cv2.resize(clouds(9, 6, 10, 5), (width, height)) - 0.5
    fine = dice(7, "paper").standard_normal((height // 2 + 1, width // 2 + 1), np.float32)
    grain = cv2.resize(fine, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(1 + 0.07 * fibre + 0.014 * grain, np.float32)
