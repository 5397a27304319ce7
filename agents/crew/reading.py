"""What a person's note about a script says without a model: which shot, which framing, light, weather, move.

A note may be in any of the three languages, whatever the series is written in. Each thing found is cut out of the
note; what is left over decides whether a model is needed at all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from agents.crew.language import STOP, keywords, stem
from agents.crew.signs import FINDERS, Sign
from storage.domain.story import Language

LAST = -1
"""The number of the last shot, however many there are."""


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
_SHOT = re.compile(
    r"\b(?:shots?|plans?|panels?|images?)\s*(?:n[o°]\s*|#|number\s*|numéro\s*)?(?P<after>[1-8])\b"
    rf"|\b(?:the\s+|le\s+|au\s+)?(?P<before>{_NAMED})\s+(?:shot|plan|panel|image)\b"
    r"|第?\s*(?P<chinese>[1-8一二三四五六七八]|最后)\s*一?个?\s*(?:镜头|分镜|画面)|镜头\s*(?P<plain>[1-8一二三四五六七八])"
)
_TIME = re.compile(r"(?<![\d:])(?P<minutes>\d{1,2})[:：](?P<seconds>[0-5]\d)(?![\d:])")
_FILLER = frozenset(
    keywords(
        "mets mettre rends rendre fais faire change changer passe passer veux voudrais faudrait faut plan image peu "
        "stp svp merci trop encore scène soit qu'elle qu'il",
        Language.FRENCH,
    )
    | keywords(
        "make put set change please want would like should shot scene little bit more instead take turn",
        Language.ENGLISH,
    )
    | keywords("改成改为换成换请把镜头画面一点些再更加想要个使叫", Language.CHINESE)
)
"""Words of a note that only say that something is to change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a note says by itself. `rest` is what it also says, for the model; empty where nothing is left."""

    shots: tuple[int, ...] = ()
    seconds: int | None = None
    signs: tuple[Sign, ...] = ()
    rest: str = ""


def read(note: str) -> Reading:
    """Read a note."""
    text = " ".join(note.casefold().replace("’", "'").split())
    shots = tuple(dict.fromkeys(_number(found) for found in _SHOT.finditer(text)))
    text = _SHOT.sub(" ", text)
    time = _TIME.search(text)
    text = _TIME.sub(" ", text)
    signs: list[Sign] = []
    for sign, finder in FINDERS.items():
        text, count = finder.subn(" ", text)
        if count:
            signs.append(sign)
    return Reading(
        shots=shots,
        seconds=int(time["minutes"]) * 60 + int(time["seconds"]) if time else None,
        signs=tuple(signs),
        rest=" ".join(text.split()) if matters(text) else "",
    )


def _number(found: re.Match[str]) -> int:
    return _NUMBERS[next(word for word in found.groups() if word)]


def matters(text: str) -> bool:
    """Return whether a note says more than that something is to change."""
    stop = _FILLER.union(*(map(stem, words) for words in STOP.values()))
    return any(keywords(text, language) - stop for language in Language)
