"""Budgets: how much may be spent, and the books that are held against it. Money is in millionths of a euro.

What is spent and what is reserved together never exceed a cap; what is doubtful counts as spent. Only a provider that
bills more than its price may take more than was reserved; that is told, and then nothing more is bought.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.domain.errors import InvalidValue
from storage.domain.purchase import AT_WORK, DOUBTED, Purchase, State


class Cap(StrEnum):
    """What a cap is on."""

    PERSON = "person"
    """Everything that one person answers for, in all series."""
    EPISODE = "episode"
    SERIES = "series"
    DAY = "day"
    """Everything that the studio buys on one day (UTC)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """How much may be spent: caps, each of which may be absent, and what an episode costs before somebody is asked."""

    caps: Mapping[Cap, int] = field(default_factory=dict)
    ask_above: int | None = None

    def __post_init__(self) -> None:
        """Refuse money that is less than nothing."""
        if min((*self.caps.values(), self.ask_above or 0)) < 0:
            raise InvalidValue("a budget cannot be less than nothing")

    @property
    def is_open(self) -> bool:
        """Whether everything may be spent and nobody is asked."""
        return not self.caps and self.ask_above is None

    def within(self, other: "Budget") -> "Budget":
        """Return a budget that keeps to both: the lower of each."""
        caps = {cap: min(each.caps[cap] for each in (self, other) if cap in each.caps) for cap in Cap
                if cap in self.caps or cap in other.caps}  # fmt: skip
        asks = [each.ask_above for each in (self, other) if each.ask_above is not None]
        return Budget(caps=caps, ask_above=min(asks, default=None))

    def left(self, counted: Mapping[Cap, int]) -> Mapping[Cap, int]:
        """Return what is left under each cap, never less than nothing."""
        return {cap: max(0, most - counted.get(cap, 0)) for cap, most in self.caps.items()}

    def over(self, counted: Mapping[Cap, int], price: int) -> Cap | None:
        """Return the tightest of the caps that a price would exceed; none where it is free or fits all."""
        left = self.left(counted)
        broken = [cap for cap in left if left[cap] < price]
        return min(broken, key=left.__getitem__, default=None)

    def asks(self, counted: Mapping[Cap, int], price: int, allowed: int) -> bool:
        """Return whether somebody must consent first, beyond what they `allowed` for the episode."""
        if self.ask_above is None or not price:
            return False
        return counted.get(Cap.EPISODE, 0) + price > max(self.ask_above, allowed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Books:
    """What purchases come to: what is paid, what is reserved, what may have been paid."""

    settled: int = 0
    reserved: int = 0
    doubtful: int = 0

    @property
    def counted(self) -> int:
        """What caps count."""
        return self.settled + self.reserved + self.doubtful


def books(purchases: Iterable[Purchase]) -> Books:
    """Add up purchases."""
    kept = tuple(purchases)
    return Books(
        settled=_sum(kept, frozenset({State.SETTLED})), reserved=_sum(kept, AT_WORK), doubtful=_sum(kept, DOUBTED)
    )


def _sum(purchases: Iterable[Purchase], states: frozenset[State]) -> int:
    return sum(each.micros for each in purchases if each.state in states)
