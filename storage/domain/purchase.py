"""A purchase: one paid request, from its reservation until it is settled.

    reserved → placed → ticketed → settled
        ↓         ↓         ↓
    released   doubtful ← ──┘        doubtful → written off (asked again) | released (it was not paid)

A provider is asked between *placed* and *ticketed*: who dies there cannot know whether it heard. Such a purchase is
doubtful, and only a person says what becomes of it. One that is asked again counts as spent all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from storage.domain.errors import InvalidValue, Outdated
from storage.domain.ids import Digest, EpisodeId, PersonId, PurchaseId, SeriesId


class State(StrEnum):
    """Where a purchase stands."""

    RESERVED = "reserved"
    """Its money is set aside; nobody was asked for anything yet."""
    PLACED = "placed"
    """The request may have reached the provider."""
    TICKETED = "ticketed"
    """The provider has given it a name, by which it is asked for."""
    SETTLED = "settled"
    """What came of it is paid."""
    RELEASED = "released"
    """It was never created, or never paid: its money is free again."""
    DOUBTFUL = "doubtful"
    """It may have been created and paid, and nobody can tell."""
    WRITTEN_OFF = "written-off"
    """It was doubtful, and somebody had it asked again; it counts as paid for good."""


LIVE = frozenset({State.RESERVED, State.PLACED, State.TICKETED, State.DOUBTFUL})
"""Where the same request must not be bought once more."""

GOES_ON = frozenset({State.RESERVED, State.TICKETED})
"""Where a later try of the same request goes on from."""

DOUBTED = frozenset({State.DOUBTFUL, State.WRITTEN_OFF})
"""Where nobody knows whether it was paid; it counts as spent."""

AT_WORK = frozenset({State.RESERVED, State.PLACED, State.TICKETED})
"""Where its money is reserved."""

_WAYS: Mapping[State, frozenset[State]] = {
    State.PLACED: frozenset({State.RESERVED}),
    State.TICKETED: frozenset({State.PLACED}),
    State.SETTLED: AT_WORK,
    State.RELEASED: frozenset({State.RESERVED, State.PLACED, State.DOUBTFUL}),
    State.DOUBTFUL: frozenset({State.PLACED, State.TICKETED}),
    State.WRITTEN_OFF: frozenset({State.DOUBTFUL}),
}
"""Into which state a purchase goes, from which."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Purchase:
    """One paid request of an episode.

    `key` is that of the take it makes, `order` the digest of what is asked, whoever makes it. `backend`, `model`,
    `version` and `licence` are those it was ordered from, `endpoint` says where in words. Money is in millionths of a
    euro: `reserved` beforehand, `settled` as the provider says. `person` answers for it. `placed` and `ended` are when
    it left for the provider and when it came to its end.
    """

    id: PurchaseId
    series: SeriesId
    episode: EpisodeId
    person: PersonId
    key: Digest
    order: Digest
    operation: str
    backend: str
    model: str
    version: str
    licence: str
    endpoint: str
    reserved: int
    at: datetime
    state: State = State.RESERVED
    settled: int | None = None
    ticket: str = ""
    placed: datetime | None = None
    ended: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse money that is less than nothing."""
        if self.reserved < 0 or (self.settled or 0) < 0:
            raise InvalidValue(f"a purchase of {min(self.reserved, self.settled or 0)} millionths of a euro")

    @property
    def micros(self) -> int:
        """What of a budget it takes, in millionths of a euro."""
        if self.state is State.RELEASED:
            return 0
        return self.reserved if self.settled is None else self.settled

    def place(self, at: datetime) -> "Purchase":
        """Say that the provider is about to be asked."""
        return replace(self._to(State.PLACED), placed=at)

    def keep(self, ticket: str) -> "Purchase":
        """Keep the provider's name for it; the same once more changes nothing.

        Raises:
            InvalidValue: the name is empty.
        """
        if not ticket:
            raise InvalidValue("a ticket needs a name")
        if self.state is State.TICKETED and ticket == self.ticket:
            return self
        return replace(self._to(State.TICKETED), ticket=ticket)

    def settle(self, micros: int, at: datetime) -> "Purchase":
        """Say what was paid for what came of it."""
        return replace(self._to(State.SETTLED), settled=micros, ended=at)

    def release(self, at: datetime) -> "Purchase":
        """Say that nothing was created, or paid."""
        return replace(self._to(State.RELEASED), ended=at)

    def doubt(self) -> "Purchase":
        """Say that nobody can tell whether it was created."""
        return self._to(State.DOUBTFUL)

    def write_off(self, at: datetime) -> "Purchase":
        """Let it be asked again, which may be paid twice."""
        return replace(self._to(State.WRITTEN_OFF), ended=at)

    def _to(self, state: State) -> "Purchase":
        """Go on to a state.

        Raises:
            Outdated: no way leads there from where it stands.
        """
        if self.state not in _WAYS[state]:
            raise Outdated(f"purchase {self.id} is {self.state} and cannot be {state}")
        return replace(self, state=state)
