"""How much a conversation may take, and who has used how much."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from storage.domain.contributions import Actor
from storage.domain.ids import Digest, EpisodeId, PersonId
from storage.domain.takes import Medium, Take
from storage.reader import Reader

TURN = 12
"""Digits of a turn's digest in the name of the works that answer it."""


class OverBudget(Exception):  # noqa: N818 - it is what happened; the turn stays and is told why it was not answered
    """There are no tokens left; `key` is the sentence of the locales that says of what."""

    def __init__(self, key: str) -> None:
        """Keep which budget it was."""
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Tokens in and out of a turn, of a person in a day, of an episode; the model's calls, and seconds, of a turn."""

    turn: int = 60_000
    day: int = 1_000_000
    episode: int = 3_000_000
    calls: int = 6
    seconds: float = 240.0
    words: int = 600
    """Tokens of one answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """A question of a turn that the model was asked in vain; `request` is the identity of its take, had there been one,
    and `tokens` an estimate.
    """

    turn: Digest
    request: Digest
    person: PersonId
    at: datetime
    tokens: int


@dataclass(kw_only=True)
class Attempts:
    """What was asked in vain on this day (UTC): answers that were cut off, unreadable, stopped or broke off.

    No take tells of them. They are kept in memory alone, so whoever starts the bot anew begins with none; and they
    count for a turn and a day, but for no episode, since none says which one it was about.
    """

    made: list[Attempt] = field(default_factory=list)

    def add(self, attempt: Attempt) -> None:
        """Remember an attempt, and forget those of the days before."""
        self.made = [*(each for each in self.made if each.at.date() == attempt.at.date()), attempt]

    def times(self, request: Digest) -> int:
        """Return how often a question was asked in vain."""
        return sum(each.request == request for each in self.made)

    def of_turn(self, turn: Digest) -> int:
        """Return the tokens that a turn has taken in vain."""
        return sum(each.tokens for each in self.made if each.turn == turn)

    def of_day(self, person: PersonId, now: datetime) -> int:
        """Return the tokens that a person's turns have taken in vain today."""
        return sum(each.tokens for each in self.made if each.person == person and each.at.date() == now.date())


def part(turn: Digest) -> str:
    """Return the part under which the answers to a turn are kept."""
    return f"room-{turn[:TURN]}"


def tokens(takes: Iterable[Take]) -> int:
    """Return how many tokens went into and came out of the model for these takes."""
    return sum(int(str(take.facts.get(name, 0))) for take in takes for name in ("tokens_in", "tokens_out"))


async def of_turn(reader: Reader, book: EpisodeId, turn: Digest) -> int:
    """Return the tokens that a turn has taken so far, its earlier tries included."""
    ours = [take for take in await reader.takes(book, Medium.ANSWER) if take.work.part == part(turn)]
    return tokens(ours)


async def of_episode(reader: Reader, episode: EpisodeId) -> int:
    """Return the tokens that an episode has taken so far."""
    return tokens(await reader.takes(episode, Medium.ANSWER))


async def of_day(reader: Reader, person: PersonId, now: datetime) -> int:
    """Return the tokens that a person's turns of this day (UTC) have taken, in all their series."""
    books = [await reader.book(series.id) for series in await reader.series_of(person)]
    return sum([await _in_book(reader, book.id, person, now) for book in books if book is not None])


async def _in_book(reader: Reader, book: EpisodeId, person: PersonId, now: datetime) -> int:
    acts = await reader.history(book, by=person)
    today = {act.made for act in acts if act.by == Actor.person(person) and act.at.date() == now.date()}
    ours = {part(digest) for digest in today if digest}
    return tokens(take for take in await reader.takes(book, Medium.ANSWER) if take.work.part in ours)
