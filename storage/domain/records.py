"""A person's record: what they did in every episode, and how much of it is in released films. Counts, never shares.

It follows from the acts of the ledger alone, so that whoever has the same acts comes to the same record.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.credits import Credit, active, roll
from storage.domain.ids import Digest, PersonId
from storage.domain.story import Episode


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many acts of a kind a person did, and how many of them are in a released film."""

    kind: Kind
    done: int
    survived: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """An episode with its acts, oldest first; `cut` is the released film, or nothing while there is none.

    Of an episode that is not released the acts of the person alone are enough.
    """

    episode: Episode
    cut: Digest | None
    history: tuple[Contribution, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A person's part in an episode: what they did, and the credits they have in the released film."""

    episode: Episode
    cut: Digest | None
    acts: tuple[Contribution, ...]
    credits: tuple[Credit, ...]

    @property
    def is_released(self) -> bool:
        """Whether the film is out."""
        return self.cut is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What a person did, in the order of the episodes they were told in; episodes without an act are left out."""

    person: PersonId
    parts: tuple[Part, ...]

    @property
    def released(self) -> tuple[Part, ...]:
        """The parts in films that are out."""
        return tuple(part for part in self.parts if part.is_released)

    @property
    def unreleased(self) -> tuple[Part, ...]:
        """The parts in what is not out yet."""
        return tuple(part for part in self.parts if not part.is_released)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """All acts by kind, in the order of `Kind`; kinds without an act are left out."""
        done = Counter(act.kind for part in self.parts for act in part.acts)
        survived: Counter[Kind] = Counter()
        for credit in (credit for part in self.parts for credit in part.credits):
            survived.update(dict(credit.counts))
        return tuple(Tally(kind=kind, done=done[kind], survived=survived[kind]) for kind in Kind if done[kind])

    @property
    def moments(self) -> tuple[datetime, ...]:
        """When the person acted, oldest first."""
        return tuple(sorted(act.at for part in self.parts for act in part.acts))

    @property
    def minutes(self) -> int:
        """An estimate of how long they worked (see `storage.domain.credits.active`)."""
        return ceil(active(self.moments) / timedelta(minutes=1))


def record(person: PersonId, told: Iterable[Told]) -> Record:
    """Return what a person did in these episodes."""
    parts = (_part(Actor.person(person), each) for each in told)
    return Record(person=person, parts=tuple(part for part in parts if part.acts))


def _part(by: Actor, told: Told) -> Part:
    credits_ = roll([told.cut], told.history) if told.cut else ()
    return Part(
        episode=told.episode,
        cut=told.cut,
        acts=tuple(act for act in told.history if act.by == by),
        credits=tuple(credit for credit in credits_ if credit.party == by),
    )
