"""What work takes: measured time and money, and what is expected before a person says yes."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """What would have to be made, by operation, and what that should cost.

    `priced` says whether the price of every piece is known; where it is not, `cost` tells the time only.
    """

    missing: Mapping[str, int]
    cost: Cost
    priced: bool = True

    @property
    def pieces(self) -> int:
        """How many takes would be made."""
        return sum(self.missing.values())


def estimate(operations: Iterable[str], usual: Mapping[str, Cost]) -> Estimate:
    """Count what is missing and add up what each piece usually costs; an operation never seen costs nothing yet."""
    missing: dict[str, int] = {}
    cost = Cost()
    for operation in operations:
        missing[operation] = missing.get(operation, 0) + 1
        cost += usual.get(operation, Cost())
    return Estimate(missing=missing, cost=cost)
