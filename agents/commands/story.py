"""What a person can ask of a series and its episodes."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.contributions import Words
from storage.domain.ids import Digest, DraftId, EpisodeId, SeriesId, TakeId
from storage.domain.papers import Matter, Subject
from storage.domain.story import Language
from storage.domain.takes import Medium


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSeries:
    """Begin a series from an idea; it is written in the idea's own language where that can be told.

    `dictated` is the transcript that the words were accepted from, here and elsewhere, where they were said aloud.
    """

    caller: Caller
    idea: str
    language: Language | None = None
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenEpisode:
    """Begin the next episode of a series from an idea; `sources` are the papers that it was found in."""

    caller: Caller
    series: SeriesId
    idea: str
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportManuscript:
    """Begin a series from a script or story that somebody brought as a file, or pasted.

    With `verbatim` it becomes an episode, or several, in which every line is said as it is written; else it is what the
    first synopsis is made from.
    """

    caller: Caller
    data: bytes
    name: str
    verbatim: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeWish:
    """Ask for a change of an episode, in the caller's own words or by a button's.

    `about` is the paper to change where the caller replied to one; without it the stage tells. `shot` is the shot
    whose picture they replied to, `draft` the one they replied to. `sources` are the papers that the words were found
    in, or that they are about.
    """

    caller: Caller
    episode: EpisodeId
    text: str
    about: Subject | None = None
    shot: str = ""
    draft: DraftId | None = None
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Translate:
    """Begin an edition of a released episode in another language; `text` is how the caller asked for it."""

    caller: Caller
    episode: EpisodeId
    language: Language
    text: str
    words: Words = Words.TYPED


@dataclass(frozen=True, kw_only=True, slots=True)
class PutRight:
    """Put texts of the translation of an edition, by their numbers (from 1), into the caller's own words."""

    caller: Caller
    episode: EpisodeId
    texts: Mapping[int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskVariants:
    """Ask for `count` other drawings of a shot to choose from, in the caller's own words or by a button's."""

    caller: Caller
    episode: EpisodeId
    text: str
    shot: str
    count: int
    words: Words = Words.TYPED


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoosePanel:
    """Make a drawing that exists the one that counts for its shot; `shown` are those it was chosen from."""

    caller: Caller
    take: TakeId
    shown: tuple[TakeId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Retouch:
    """Change a picture where somebody circled it; `wish` is the paper that says how, and where."""

    caller: Caller
    episode: EpisodeId
    wish: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Enlarge:
    """Make the picture of a shot larger; `text` is how the caller asked for it."""

    caller: Caller
    episode: EpisodeId
    shot: str
    text: str
    words: Words = Words.TYPED


@dataclass(frozen=True, kw_only=True, slots=True)
class RetouchAgain:
    """Make the changes of the picture that a shot had (`left`, a take of their paper) to the one that it has now."""

    caller: Caller
    left: TakeId


@dataclass(frozen=True, kw_only=True, slots=True)
class WritePrompt:
    """Say in the caller's own words what a shot is painted from (`text`), or what is not to be in it (`negative`).

    What is not given stays as it is, or as `taken_up` has it, a prompt of the book.
    """

    caller: Caller
    episode: EpisodeId
    shot: str
    text: str | None = None
    negative: str | None = None
    words: Words = Words.TYPED
    taken_up: TakeId | None = None
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoPrompt:
    """Let the prompt of a shot be what it was before `head`, as long as that one counts."""

    caller: Caller
    episode: EpisodeId
    shot: str
    head: TakeId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ComposePrompt:
    """Let the studio compose the prompt of a shot again, in the place of a person's."""

    caller: Caller
    episode: EpisodeId
    shot: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Assure:
    """Keep the words of a take that may touch rights, and answer for them; `name` is theirs where no rule tells it."""

    caller: Caller
    take: TakeId
    matter: Matter
    name: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the work on an episode; what was made stays."""

    caller: Caller
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Resume:
    """Go on with an episode whose work was cancelled or failed."""

    caller: Caller
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """Go `steps` versions back (below zero) or forth: of a paper of an episode, or without one of the series' book.

    `part` is that of the work where an episode has several such papers: the changes of a picture.

    With `head` only from that version: once another one counts, there is nothing to go from.
    """

    caller: Caller
    series: SeriesId
    medium: Medium
    episode: EpisodeId | None = None
    part: str = ""
    steps: int = -1
    head: Digest | None = None
