"""Pieces: what an answer is made of while it comes, ready to be shown in the asker's language.

An answer is an `AsyncIterator[Piece]`, best an asynchronous generator: when it is stopped, the iterator is cancelled
where it waits, and closed. Whoever makes answers out of what the agent says translates it to these.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.screens.page import Rows


@dataclass(frozen=True, slots=True)
class Said:
    """Some more of the text. The model's own words: they are escaped, and of their markup only *emphasis*, lists and
    headings are read.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Doing:
    """What is at work from now on, until there are words again: a few words, plain."""

    words: str


@dataclass(frozen=True, slots=True)
class Anew:
    """The answer begins anew: its words are void, but for messages that were full and sent."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Buttons for the end of the answer, below those that were offered before. They stand there once it is whole."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Broken:
    """The answer is no more to come; `words`, in Telegram's HTML, say why, and `rows` what can be done about it."""

    words: str
    rows: Rows = ()


Piece = Said | Doing | Anew | Offered | Broken

Answer = AsyncIterator[Piece]
"""An answer as it comes."""
