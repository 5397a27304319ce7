"""Remarks: what people say about a draft while it is shown, and what in the draft they mean.

A remark in French, English or Chinese may name a time of the cut ("0:12", "à 12s", "第12秒") or a shot ("shot 3",
"plan 3", "镜头3"). What it names that is there is what it is pinned to; words that name nothing are about the whole.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from storage.domain.ids import Digest, DraftId, EpisodeId, PersonId, RemarkId, TakeId
from storage.domain.timecode import RATE

LAST = -1
"""The number of the last shot, however many there are."""


class State(StrEnum):
    """What became of a remark."""

    OPEN = "open"
    TAKEN_UP = "taken-up"
    """It is a wish now."""
    DISMISSED = "dismissed"


class Spoken(StrEnum):
    """How a spoken remark was recorded, in Telegram's words; it is played in the same way."""

    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sound:
    """What was said aloud; `digest` is its file in the vault, none once it was removed at its author's wish."""

    kind: Spoken
    seconds: int
    digest: Digest | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """What a person said about a draft, word for word; `digest` is its paper in the vault.

    Of one that was spoken `sound` is kept, and `text` is what was written below it, often nothing.

    `shot` is the shot it is about, empty for the whole, `frame` the frame of the cut at `timecode.RATE` that it names.
    `settled_by` is the wish it was taken up with.
    """

    id: RemarkId
    episode: EpisodeId
    draft: DraftId
    person: PersonId
    text: str
    digest: Digest
    at: datetime
    shot: str = ""
    frame: int | None = None
    state: State = State.OPEN
    settled_by: TakeId | None = None
    sound: Sound | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reel:
    """What can be pointed at: the shots in order, and where there is a cut, the frame at which each begins.

    `length` is how many frames the cut has, 0 where there is none.
    """

    shots: tuple[str, ...] = ()
    starts: Mapping[str, int] | None = None
    length: int = 0

    def shot_at(self, frame: int) -> str:
        """Return the shot on screen at a frame; a card counts as the shot beside it."""
        begun = [shot for shot in self.shots if self.starts and self.starts[shot] <= frame]
        return begun[-1] if begun else next(iter(self.shots), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """What a remark means: a shot, empty for the whole, and a frame of the cut."""

    shot: str = ""
    frame: int | None = None


_NUMBERS: Mapping[str, int] = {
    **{digit: int(digit) for digit in "12345678"},
    **dict(zip("一二三四五六七八", range(1, 9), strict=True)),
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "premier": 1,
    "deuxième": 2,
    "troisième": 3,
    "quatrième": 4,
    "cinquième": 5,
    "sixième": 6,
    "septième": 7,
    "huitième": 8,
    "last": LAST,
    "dernier": LAST,
    "最后": LAST,
}
_NAMED = "|".join(word for word in _NUMBERS if len(word) > 2)  # noqa: PLR2004 - figures are read by their own rule

SHOT = re.compile(
    r"\b(?:shots?|plans?|panels?|images?)\s*(?:n[o°]\s*|#|number\s*|numéro\s*)?(?P<after>[1-8])\b"
    rf"|\b(?:the\s+|le\s+|au\s+)?(?P<before>{_NAMED})\s+(?:shot|plan|panel|image)\b"
    r"|第?\s*(?P<chinese>[1-8一二三四五六七八]|最后)\s*一?个?\s*(?:镜头|分镜|画面)|镜头\s*(?P<plain>[1-8一二三四五六七八])"
    r"|第\s*(?P<nth>[1-8一二三四五六七八])\s*镜"
)
"""A shot by its number, in folded text (`folded`)."""

TIME = re.compile(
    r"(?<![\d:.])(?P<minutes>[0-9]{1,2})[:：](?P<seconds>[0-5][0-9](?:[.,][0-9]{1,3})?)(?![\d:])"
    r"|(?:^|(?<!\w)(?:at|à|a|vers|around|from|dès|@)\s*|第\s*|在\s*)(?P<only>[0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*"
    r"(?:s|secs?|seconds?|secondes?|秒)(?![a-zà-ÿ])(?!\s*(?:longer|shorter|more|less|de plus|de moins))"
)
"""A moment, in folded text. Seconds alone are one at the beginning or after a word such as "at"; else they may be a
length.
"""

_SIGN = re.compile(r"(?<![\w#])#\s?(?P<figure>[1-8])(?!\w)")
_FIGURE = re.compile(r"(?P<figure>[1-8])\s*(?:$|[:：.,，、)\-–—]\s*(?!\d))")
"""A number alone, or before the words as in a list; elsewhere a number may count anything."""


def folded(text: str) -> str:
    """Return a text as `SHOT` and `TIME` read it: lower case, one space between words, one kind of apostrophe."""
    return " ".join(text.casefold().replace("’", "'").split())


def number(found: re.Match[str]) -> int:
    """Return the number of the shot that `SHOT` has found, from 1, or `LAST`."""
    return _NUMBERS[next(word for word in found.groups() if word)]


def moment(found: re.Match[str]) -> Fraction:
    """Return the moment that `TIME` has found, in seconds."""
    seconds = Fraction((found["only"] or found["seconds"]).replace(",", "."))
    return int(found["minutes"] or 0) * 60 + seconds


def pinned(text: str, reel: Reel) -> Pin:
    """Return what a remark is about. A shot that is named counts before the one on screen at a time that is named.

    A time after the end and the number of a shot that is not there name nothing; so do two shots.
    """
    words = folded(text)
    time = TIME.search(words)
    frame = round(moment(time) * RATE) if time else None
    if frame is not None and frame >= reel.length:
        frame = None
    shot = _shot(TIME.sub(" ", words).strip(), reel.shots)
    if not shot and frame is not None:
        shot = reel.shot_at(frame)
    return Pin(shot=shot, frame=frame)


def _shot(words: str, shots: Sequence[str]) -> str:
    """Return the one shot that is named."""
    numbers = {number(found) for found in SHOT.finditer(words)}
    numbers = numbers or {int(found["figure"]) for found in _SIGN.finditer(words)}
    alone = _FIGURE.match(words)
    if not numbers and alone:
        numbers = {int(alone["figure"])}
    places = {len(shots) if each == LAST else each for each in numbers}
    return shots[places.pop() - 1] if len(places) == 1 and min(places) in range(1, len(shots) + 1) else ""
