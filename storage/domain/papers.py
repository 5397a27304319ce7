"""Papers: the documents of an episode beside the story itself. Each is kept in the vault and named by its digest.

What a person typed carries a random salt: its digest proves the words without giving them away.
"""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.contributions import Tool
from storage.domain.ids import Digest, PersonId, SeriesId
from storage.domain.story import Character, Language


class Subject(StrEnum):
    """Which paper a wish would change."""

    SYNOPSIS = "synopsis"
    SCRIPT = "script"
    VARIANTS = "variants"
    """No change yet: other drawings of a shot to choose from."""
    RETOUCH = "retouch"
    """A finished picture, which is changed and not painted anew."""
    TRANSLATION = "translation"
    BIBLE = "bible"
    SEASON = "season"


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """What the creator first typed or brought, word for word.

    With `verbatim` it is a script in Fountain, no line of which is to be rewritten.
    """

    text: str
    salt: str
    verbatim: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What a person wants changed, word for word; `shot` is the shot it names, empty for the whole.

    `variants` is how many other drawings of the shot are wanted, where that is what is wished for. `entry` is what of
    the bible or the season the words are to say (`storage.domain.entries`), empty where they ask for the whole.

    About a finished picture, `still` is the one that it was made from, and `mask` where it may change, if not anywhere;
    `is_larger` asks for nothing but a larger size.
    """

    text: str
    salt: str
    about: Subject
    shot: str = ""
    variants: int = 0
    entry: str = ""
    still: Digest | None = None
    mask: Digest | None = None
    is_larger: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What somebody said in the writers' room, word for word."""

    text: str
    salt: str


class Matter(StrEnum):
    """Whose rights words may touch."""

    LIKENESS = "likeness"
    """The face or the voice of somebody who lives."""
    STYLE = "style"
    """The style of an artist who lives."""
    FRANCHISE = "franchise"
    """Characters or a world that belong to somebody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assurance:
    """That somebody answers for words which may touch another's rights, and why, in their own words where they say.

    `said` is the paper of these words, `name` whom or what they name.
    """

    matter: Matter
    name: str
    said: Digest
    reason: str
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """That somebody allowed an episode to cost so much in all, in millionths of a euro.

    With a `purchase` it is about that one, which may have been paid already: it is asked again, or was not paid.
    """

    micros: int
    purchase: str
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sizing:
    """That somebody has a model paint an episode in so many pixels at most, and its pictures enlarged from there."""

    model: str
    pixels: int
    salt: str


class Scope(StrEnum):
    """What a lent voice may be used for."""

    SERIES = "series"
    """Lines of characters of one series, in its episodes and their editions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lending:
    """That a person lends their voice to a series: they read the `sentence` in the `recording`, and then said yes.

    `language` is that of the sentence, `at` the moment of the recording (ISO 8601).
    """

    person: PersonId
    series: SeriesId
    recording: Digest
    sentence: str
    language: Language
    at: str
    salt: str
    scope: Scope = Scope.SERIES


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawn:
    """That a person lends their voice no more; `lending` is the paper that counted until then."""

    lending: Digest
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Casting:
    """Whose lent voice a `character`, by name, speaks with; nobody's, where it is a voice of the model again."""

    character: str
    person: PersonId | None
    salt: str


class Does(StrEnum):
    """What happens when somebody takes an offer up."""

    BEGIN = "begin"
    """The next episode begins from its text."""
    CHANGE = "change"
    """Its text becomes a wish about the episode."""
    APPROVE = "approve"
    """The draft is approved, by whoever may."""
    COMPARE = "compare"
    """Nothing but that the versions of the episode are shown."""
    PLAN = "plan"
    """The bible is written where it is missing, and a season of `number` episodes is planned."""
    OPEN = "open"
    """The episode of that `number` begins from its plan."""
    ENTRY = "entry"
    """Its text becomes an `entry` of the bible or the season."""
    UNDO = "undo"
    REDO = "redo"
    """The version of a paper that comes before `before` counts, or the one after it."""
    KEEP = "keep"
    """Whoever takes it up answers for what was said, though it may touch the rights of `text`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """Something that the room has prepared and only a person does; which fields count depends on what it does.

    `before` is the version that counted when it was offered, where it takes the place of something: it is done as long
    as what it takes the place of still stands.
    """

    does: Does
    text: str = ""
    episode: str = ""
    number: int = 0
    about: Subject = Subject.SYNOPSIS
    shot: str = ""
    draft: str = ""
    entry: str = ""
    matter: Matter = Matter.FRANCHISE
    before: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What the room answered to a turn, and what it offers; `turn` is the digest of what was said."""

    text: str
    turn: Digest
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarked:
    """What a person said about a draft, word for word; `sound` is the recording where it was said aloud."""

    text: str
    salt: str
    draft: str
    sound: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    """What a model wrote down of what the person `by` said aloud in the recording `sound`.

    It took the model so many `milliseconds`. With `is_picture` it tells of a picture, and `sound` is its sketch.
    """

    text: str
    salt: str
    language: str
    by: PersonId
    sound: Digest
    tool: Tool
    milliseconds: int
    is_picture: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """A picture that somebody brought, an inspiration or a board that they drew, with what they wrote below it."""

    picture: Digest
    caption: str
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Disputed:
    """What a person says is wrong with their credit in an episode, word for word."""

    text: str
    salt: str
    episode: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CastList:
    """Everyone in an episode as they look, for a team that approves its cast by itself.

    It holds nothing of the story: another beat leaves it as it is.
    """

    cast: tuple[Character, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A line as it is read: who says it, by name, and what."""

    line: str
    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A shot as it is read: where it plays, what happens, what is said."""

    shot: str
    setting: str
    action: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Screenplay:
    """The words of a script, for a team that approves them by themselves.

    It holds nothing of camera, light or staging, which are approved with the storyboard: a closer shot leaves it as it
    is.
    """

    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """A line of a table read: its shot, who says it, by name, its voice, and when it begins, in milliseconds."""

    line: str
    shot: str
    name: str
    text: str
    voice: Digest
    start: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TableRead:
    """The voices of an episode line by line, in `sound`, which lasts so many `milliseconds`."""

    sound: Digest
    milliseconds: int
    heard: tuple[Heard, ...]


class Text(StrEnum):
    """What a text of an episode is, in the order in which an edition shows them."""

    TITLE = "title"
    LOGLINE = "logline"
    NAME = "name"
    LINE = "line"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """A text of an episode, and the same in the language of an edition.

    `id` is that of the line, or of the character who has the name; `speaker` is who says a line, by the original name.
    What a person wrote stays as it is written: it is `by_hand`.
    """

    what: Text
    original: str
    text: str
    id: str = ""
    speaker: str = ""
    by_hand: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """The words of an edition, text by text, beside those of the synopsis and the script that it is made from."""

    language: Language
    synopsis: Digest
    script: Digest
    texts: tuple[Rendered, ...]

    def name(self, original: str) -> str:
        """Return what somebody is called in the edition."""
        called = (each.text for each in self.texts if each.what is Text.NAME and each.original == original)
        return next(called, original)


Shown = CastList | Screenplay | TableRead | Translation
"""What is shown to a team that asks for it."""
