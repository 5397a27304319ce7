"""The bible of a series: what is true of all its episodes; and its season: what each of them is to tell.

Both are papers in the series' book. Who wrote which entry, and when, is not said here: the versions tell.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from storage.domain.errors import InvalidValue
from storage.domain.story import Character, Place

LONGEST_SEASON = 100
"""Episodes that can be planned in one go."""


class Rating(StrEnum):
    """Whom a series is for."""

    EVERYONE = "everyone"
    TEENS = "teens"
    ADULTS = "adults"


class FactKind(StrEnum):
    """What kind of thing a fact is: some are forgotten by writers more easily than others."""

    KNOWS = "knows"
    """Somebody knows something; whoever is not named does not."""
    WOUND = "wound"
    COSTUME = "costume"
    GONE = "gone"
    """Somebody or something is not there any more."""
    EVENT = "event"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """Someone of the cast as the whole series knows them: how they speak and what they are after, a sentence each."""

    character: Character
    speech: str = ""
    want: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A place that comes back. `place` is the set that the storyboard artist builds for it."""

    id: str
    name: str
    look: str
    place: Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Keepsake:
    """A thing that matters; `owner` is a character's id, empty for nobody's."""

    id: str
    name: str
    look: str
    owner: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something that stays true: from the end of the episode `since` (0: from the beginning) to the end of `until`.

    `about` are the ids of the characters and things it is about.
    """

    id: str
    kind: FactKind
    text: str
    about: tuple[str, ...] = ()
    since: int = 0
    until: int | None = None

    def holds(self, episode: int) -> bool:
        """Whether it is true when an episode begins."""
        return self.since < episode and (self.until is None or episode <= self.until)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bible:
    """World, style and tone in a few sentences each, whom it is for, and everyone and everything that comes back."""

    world: str = ""
    style: str = ""
    tone: str = ""
    rating: Rating = Rating.EVERYONE
    cast: tuple[Figure, ...] = ()
    places: tuple[Location, ...] = ()
    props: tuple[Keepsake, ...] = ()
    facts: tuple[Fact, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse two entries with one id, and facts and things of somebody who does not exist."""
        _once("an id of the bible", [*self.named, *(place.id for place in self.places), *(f.id for f in self.facts)])
        known = set(self.named)
        strangers = {name for fact in self.facts for name in fact.about} - known
        strangers |= {prop.owner for prop in self.props if prop.owner} - {each.character.id for each in self.cast}
        if strangers:
            raise InvalidValue(f"the bible speaks of {sorted(strangers)}, who are not in it")

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of everyone and everything that a fact can be about."""
        return (*(figure.character.id for figure in self.cast), *(prop.id for prop in self.props))

    @property
    def characters(self) -> tuple[Character, ...]:
        """The cast as an episode needs it."""
        return tuple(figure.character for figure in self.cast)

    def known(self, episode: int) -> tuple[Fact, ...]:
        """Return what is true when an episode begins."""
        return tuple(fact for fact in self.facts if fact.holds(episode))


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What one episode is to tell: its logline, the turn in it, and what it leaves open."""

    number: int
    title: str
    logline: str
    turn: str = ""
    cliffhanger: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """The arc in one sentence, and a plan for each episode, by number from 1."""

    arc: str
    episodes: tuple[Plan, ...]

    def __post_init__(self) -> None:
        """Refuse a season without episodes, with too many, or with numbers that leave one out."""
        count = len(self.episodes)
        if not 0 < count <= LONGEST_SEASON:
            raise InvalidValue(f"a season has 1 to {LONGEST_SEASON} episodes, not {count}")
        if [plan.number for plan in self.episodes] != list(range(1, count + 1)):
            raise InvalidValue("the episodes of a season are numbered from 1, and none is left out")

    def plan(self, number: int) -> Plan | None:
        """Return what an episode is to tell; nothing beyond the end of the season."""
        return self.episodes[number - 1] if 0 < number <= len(self.episodes) else None


def _once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InvalidValue(f"{what} is there twice: {name}")
        seen.add(name)
