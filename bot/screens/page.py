"""The parts of a message, and the one way words get into it: said in a language, with every value escaped."""

import hashlib
import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.callbacks import Press
from bot.words import Value, say
from generation.paper.table import habits_of
from storage.domain.ids import Digest
from storage.domain.remarks import Spoken as Recorded

Rows = tuple[tuple["Button", ...], ...]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""UTF-16 units of a message's and a caption's text after its entities are taken out (Bot API)."""

LONGEST_QUOTE = 60
"""UTF-16 units of a person's words that are said back: about two lines on a phone."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    press: Press


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture of an album, with its caption in HTML; `work` is what it shows."""

    digest: Digest
    caption: str
    work: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two drawings of one shot side by side, the older one first, each with a word above it."""

    before: Digest
    after: Digest
    labels: tuple[str, str]
    work: str

    @property
    def digest(self) -> Digest:
        """What Telegram's name for it is kept under: that of what it is made from."""
        return _digest("pair", self.before, self.after, *self.labels)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tint:
    """A picture of which all but the area of a mask is shown paler."""

    picture: Digest
    mask: Digest
    work: str

    @property
    def digest(self) -> Digest:
        """What Telegram's name for it is kept under: that of what it is made from."""
        return _digest("tint", self.picture, self.mask)


@dataclass(frozen=True, kw_only=True, slots=True)
class Film:
    """A video; Telegram needs to be told its size and length."""

    digest: Digest
    width: int
    height: int
    seconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Sound:
    """A sound that plays at once, with its caption in HTML; players show its title and who performs it."""

    digest: Digest
    seconds: int
    title: str
    performer: str
    caption: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """Two films of one work as one, the older on the left, the newer with its sound on the right."""

    before: Film
    after: Film
    width: int
    height: int
    work: str

    @property
    def digest(self) -> Digest:
        """What Telegram's name for it is kept under: that of what it is made from."""
        return _digest("split", self.before.digest, self.after.digest)


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A file to be kept as it is, under a name."""

    digest: Digest
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Handout:
    """A file that is made for one answer and kept nowhere; `data` are its bytes."""

    data: bytes
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """What somebody said aloud, to be played as it was recorded."""

    digest: Digest
    kind: Recorded
    seconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """A message: album and sound go before its text; film, file, handout, pair and split have it as their caption.

    So does what was said aloud, but for a round video: Telegram lets that have none, and the text goes before it.
    """

    text: str
    buttons: Rows = ()
    album: tuple[Picture, ...] = ()
    sound: Sound | None = None
    film: Film | None = None
    file: Paper | None = None
    pair: Pair | None = None
    tint: Tint | None = None
    split: Split | None = None
    handout: Handout | None = None
    spoken: Spoken | None = None
    reply: bool = False
    """Ask the person to answer this message."""
    answers: int = 0
    """The message of the same chat that this one answers; a tap on it leads there."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks to someone in their language, in Telegram's HTML."""

    language: str

    def __call__(self, key: str, **values: Value) -> str:
        """Return the words of a key; what is put into them cannot become markup."""
        safe = {
            name: html.escape(value, quote=False) if isinstance(value, str) else value for name, value in values.items()
        }
        return say(self.language, key, **safe)

    def listed(self, things: Iterable[str]) -> str:
        """Return things one after the other, with what their language puts between them."""
        return habits_of(self.language).comma.join(things)

    def button(self, key: str, press: Press, **values: Value) -> Button:
        """Return a button; its label is plain text."""
        return Button(say(self.language, key, **values), press)


def _digest(*parts: str) -> Digest:
    return Digest(hashlib.sha256("\0".join(parts).encode()).hexdigest())


def length(text: str) -> int:
    """Return how long Telegram takes a text to be: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, limit: int) -> str:
    """Return plain text of at most `limit` UTF-16 units, cut with an ellipsis."""
    if length(text) <= limit:
        return text
    kept = text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore")
    return kept.rstrip() + "…"


def quoted(text: str) -> str:
    """Return how a text begins, in one line."""
    return shortened(" ".join(text.split()), LONGEST_QUOTE)


def messages(screen: Screen) -> tuple[Screen, ...]:
    """Return the messages a screen becomes, in order; the last one carries the end of the text and the buttons."""
    if screen.album:
        return (Screen(text="", album=screen.album), *messages(replace(screen, album=())))
    if screen.sound:
        return (Screen(text="", sound=screen.sound), *messages(replace(screen, sound=None)))
    if screen.spoken:
        bare = screen.spoken.kind is Recorded.VIDEO_NOTE and screen.text
        return (Screen(text=screen.text), replace(screen, text="")) if bare else (screen,)
    words = replace(screen, film=None, file=None, pair=None, split=None, handout=None)
    if words == screen:
        *before, last = _pages(screen.text)
        return (*(Screen(text=page) for page in before), replace(screen, text=last))
    if length(screen.text) <= LONGEST_CAPTION:
        return (screen,)
    return (replace(screen, text="", buttons=(), reply=False, answers=0), *messages(words))


def _pages(text: str) -> Iterator[str]:
    """Split a text between paragraphs, then between lines, so that each page fits a message."""
    page = ""
    for paragraph in text.split("\n\n"):
        pieces = [paragraph] if length(paragraph) <= LONGEST_TEXT else paragraph.split("\n")
        for piece in pieces:
            joined = f"{page}\n\n{piece}" if page else piece
            if length(joined) > LONGEST_TEXT:
                yield page
                page = piece
            else:
                page = joined
    yield page
