"""What work takes: measured time and money, and what is expected before a person says yes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What one act took: wall time in milliseconds and money in millionths of a euro."""

    milliseconds: int = 0
    micros: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        """Add two costs."""
        return Cost(milliseconds=self.milliseconds + other.milliseconds, micros=self.micros + other.micros)


Piece = tuple[str, str]
"""A piece to make: its medium, and the name of the tool that makes it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """What would have to be made, by medium, and what that should cost.

    `priced` says whether the price of every piece is known; where it is not, `cost` tells the time only. `timed` says
    whether every tool has made such a piece before; where not, nobody knows how long it takes.
    """

    missing: Mapping[str, int]
    cost: Cost
    priced: bool = True
    timed: bool = True

    @property
    def pieces(self) -> int:
        """How many takes would be made."""
        return sum(self.missing.values())


def estimate(pieces: Iterable[Piece], usual: Mapping[Piece, Cost]) -> Estimate:
    """Count what is missing and add up what each piece usually costs; what a tool never made adds nothing."""
    wanted = tuple(pieces)
    missing = Counter(medium for medium, _ in wanted)
    cost = sum((usual.get(piece, Cost()) for piece in wanted), Cost())
    return Estimate(missing=dict(missing), cost=cost, timed=all(piece in usual for piece in wanted))
