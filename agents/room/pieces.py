"""What is said to the room, and what comes back piece by piece, as plain values that any chat can show."""

from dataclasses import dataclass, field
from enum import StrEnum

from agents.commands.caller import Caller
from storage.domain.ids import Digest, EpisodeId, SeriesId, TakeId
from storage.domain.papers import Offer


@dataclass(frozen=True, kw_only=True, slots=True)
class Say:
    """Say something about a series, in the caller's own words; `episode` is the one that the chat is about."""

    caller: Caller
    series: SeriesId
    text: str
    episode: EpisodeId | None = None
    dictated: Digest | None = None
    """The transcript of it, where it was said aloud."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SayAgain:
    """Have the room answer a turn of the caller's that has no answer yet, the last thing they said.

    The `episode` is the one that it was about.
    """

    caller: Caller
    turn: TakeId
    episode: EpisodeId | None = None


class Doing(StrEnum):
    """What the room is at, as a key of the locales after `room-`."""

    THINKING = "thinking"
    READING = "reading"
    TAKING_DOWN = "taking-down"
    WRITING = "writing"
    PREPARING = "preparing"
    AGAIN = "again"
    """It begins its answer anew: the words of this turn so far are void."""


@dataclass(frozen=True, slots=True)
class Text:
    """The next words of the answer."""

    words: str


@dataclass(frozen=True, slots=True)
class Status:
    """What happens while no words come."""

    doing: Doing


@dataclass(frozen=True, slots=True)
class Offered:
    """Something prepared for a person to do: the offer and its place among those of the answer, from 0."""

    offer: Offer
    place: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer is whole and kept: `reply` is the take by which its offers are found again (`agents.room.offers`)."""

    reply: TakeId


@dataclass(frozen=True, slots=True)
class Fault:
    """There is no answer: `key` is the sentence of the locales that says why. What was said stays.

    `again` tells whether asking once more may help.
    """

    key: str
    values: dict[str, str | int] = field(default_factory=dict)
    again: bool = True


Piece = Text | Status | Offered | Answered | Fault
"""A piece of an answer; an answer ends with `Answered` or with `Fault`, unless it is called off."""
