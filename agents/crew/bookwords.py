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
    thing: str
    """What everyone is after."""
    arc: str
    turn: str
    cliffhanger: str
    nobody: str
    """What the model is told where nobody and nothing was there before."""


def _keys(words: str) -> BookKeys:
    """Read the keys from one line, in the order of the fields."""
    return BookKeys(**dict(zip((field.name for field in fields(BookKeys)), words.split("|"), strict=True)))


BOOK_KEYS: Mapping[Language, BookKeys] = {
    FR: _keys("univers|style|ton|objet cherché|fil|tournant|suspense|rien encore"),
    EN: _keys("world|style|tone|thing sought|arc|turn|cliffhanger|nothing yet"),
    ZH: _keys("世界|风格|基调|要找的东西|主线|转折|悬念|还没有"),
}

PARTS: Mapping[Language, tuple[str, str, str]] = {
    FR: ("le héros", "le rival", "l'ami"),
    EN: ("the hero", "the rival", "the friend"),
    ZH: ("主角", "对手", "朋友"),
}
"""Who is in the cast of a series, in the order in which they are invented."""

WANTS: Mapping[Language, str] = {
    FR: "{0} veut {1}, mais {2} veut {3}.",
    EN: "{0} wants {1}, but {2} wants {3}.",
    ZH: "{0}想要{1}，{2}却想要{3}。",
}
"""The arc of a series: what its hero is after, and what the rival is after."""

WHERE: Mapping[Language, tuple[str, str, str]] = {
    FR: ("chez le héros", "chez le rival", "dehors"),
    EN: ("the hero's place", "the rival's place", "outside"),
    ZH: ("主角的地方", "对手的地方", "户外"),
}
"""The keys for the places a series comes back to: asked for three places, a small model gives one three times."""
