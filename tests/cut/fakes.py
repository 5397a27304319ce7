"""What the tests of the cut share."""

from collections.abc import Sequence
from dataclasses import dataclass

from generation.cut.fonts import Face, Weight


@dataclass
class SquareFonts:
    """Fonts whose letters are half as wide as they are high; no file is needed."""

    digests: Sequence[str] = ("font",)

    def width(self, text: str, _weight: Weight, em: float) -> float:
        return len(text) * em / 2

    def fontsize(self, _face: Face, _weight: Weight, em: float) -> float:
        return em
