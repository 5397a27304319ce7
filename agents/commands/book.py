"""What a person can ask of the book of a series."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.contributions import Words
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.takes import Medium


@dataclass(frozen=True, kw_only=True, slots=True)
class Commission:
    """Have the bible of a series written where it is missing, and a season of so many `episodes` planned; 0 plans none.

    `text` is what was typed or pressed, `sources` are the papers that it was found in.
    """

    caller: Caller
    series: SeriesId
    episodes: int
    text: str
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPlanned:
    """Begin the next episode of a series, which has this number, from its plan."""

    caller: Caller
    series: SeriesId
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeEntry:
    """Let an `entry` of the bible or the season (`medium`) say this, word for word; without a text it is taken out.

    `sources` are the papers that the words were found in, where they are not what was just typed. Words that were
    suggested take the place of what the version `before` says there, and of nothing else.
    """

    caller: Caller
    series: SeriesId
    medium: Medium
    entry: str
    text: str
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    dictated: Digest | None = None
    before: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Remember:
    """Take a fact that an approved script leaves behind, by its id, into the bible of the series."""

    caller: Caller
    episode: EpisodeId
    fact: str
