"""Pieces: what an answer is made of while it comes, word by word. The bot shows them (`bot.streaming`).

An answer is an `AsyncIterator[Piece]`, best an asynchronous generator: when it is stopped, the iterator is cancelled
where it waits, and closed.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum


class Work(StrEnum):
    """What may be at work while no words come; the bot has a word for each."""

    THINKING = "thinking"
    READING = "reading"
    SYNOPSIS = "synopsis"
    CAST = "cast"
    SEASON = "season"
    SCRIPT = "script"
    SHOTS = "shots"
    PROMPT = "prompt"
    COMPARING = "comparing"
    CHECKING = "checking"


class Offer(StrEnum):
    """What a button under an answer may do; each is pressed by a person, who needs the right to it."""

    APPROVE = "approve"
    """About a draft."""
    SEND_BACK = "send-back"
    """About a draft."""
    OPEN = "open"
    """About an episode: show it."""
    CANCEL = "cancel"
    """About an episode: stop the work on it."""
    RESUME = "resume"
    """About an episode: go on with the work."""
    NEW_EPISODE = "new-episode"
    """About a series: begin its next episode."""
    NEW_SERIES = "new-series"
    """About nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """Some more of the text. The model's own words: they are escaped, and of their markup only *emphasis*, lists and
    headings are read.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Doing:
    """What is at work from now on, until there are words again."""

    work: Work


@dataclass(frozen=True, slots=True)
class Offered:
    """A button for the end of the answer; `about` is the id of what it is about. Nothing is done before it is pressed.

    `label` is what it says where the bot's own word for the offer would be too general; plain text.
    """

    offer: Offer
    about: str = ""
    label: str = ""


Piece = Said | Doing | Offered

Answer = AsyncIterator[Piece]
"""An answer as it comes."""
