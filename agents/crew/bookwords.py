"""The words of each language for the answers about a whole series: bible, season, plan."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from agents.crew.language import EN, FR, ZH
from storage.domain.story import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class BookKeys:
    """The keys of the answers' JSON, beside those of an episode (`words.KEYS`)."""

    world: str
    style: str
    tone: str
    want: str
    speech: str
    arc: str
    turn: str
    cliffhanger: str
    nobody: str
    """What the model is told where nobody and nothing was there before."""


def _keys(words: str) -> BookKeys:
    """Read the keys from one line, in the order of the fields."""
    return BookKeys(**dict(zip((field.name for field in fields(BookKeys)), words.split("|"), strict=True)))


BOOK_KEYS: Mapping[Language, BookKeys] = {
    FR: _keys("univers|style|ton|veut|parle|fil|tournant|suspense|rien encore"),
    EN: _keys("world|style|tone|wants|speaks|arc|turn|cliffhanger|nothing yet"),
    ZH: _keys("世界|风格|基调|愿望|说话|主线|转折|悬念|还没有"),
}

PARTS: Mapping[Language, tuple[str, str, str]] = {
    FR: ("le héros", "le rival", "l'ami"),
    EN: ("the hero", "the rival", "the friend"),
    ZH: ("主角", "对手", "朋友"),
}
"""Who is in the cast of a series, in the order in which they are invented."""
