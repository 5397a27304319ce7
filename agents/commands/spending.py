"""What a person can ask of the money that a series costs. Amounts are millionths of a euro."""

from dataclasses import dataclass
from enum import StrEnum

from agents.commands.caller import Caller
from storage.domain.ids import EpisodeId, PurchaseId, SeriesId


class Limit(StrEnum):
    """What a series may limit for itself."""

    SERIES = "series"
    """What it may cost in all."""
    ASK = "ask"
    """What an episode may cost before somebody is asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowSpending:
    """Let an episode that waits for it cost so much in all."""

    caller: Caller
    episode: EpisodeId
    micros: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SpareMoney:
    """Spend nothing on what an episode waits for; it stays as it is."""

    caller: Caller
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAgain:
    """Have what may have been paid already asked once more: one purchase of an episode, or all that are doubtful.

    Those that were not `paid`, as the caller knows from the provider, are free again; else they count as paid.
    """

    caller: Caller
    episode: EpisodeId
    purchase: PurchaseId | None = None
    paid: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class SetLimit:
    """Limit what a series costs, beside the operator's own limits; without an amount only those hold."""

    caller: Caller
    series: SeriesId
    limit: Limit
    micros: int | None
