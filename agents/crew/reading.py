"""What a person's note about a script says without a model: which shot, which framing, light, weather, move.

A note may be in any of the three languages, whatever the series is written in. Each thing found is cut out of the
note; what is left over decides whether a model is needed at all.
"""

from dataclasses import dataclass

from agents.crew.language import STOP, keywords, stem
from agents.crew.signs import FINDERS, JOINS, Sign
from storage.domain.remarks import SHOT, TIME, folded, moment, number
from storage.domain.story import Language

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
    text, signs = folded(note), list[Sign]()
    for join, finder in JOINS.items():
        text, count = finder.subn(" ", text)
        signs += [join] * (count > 0)
    shots = tuple(dict.fromkeys(number(found) for found in SHOT.finditer(text)))
    text = SHOT.sub(" ", text)
    time = TIME.search(text)
    text = TIME.sub(" ", text)
    for sign, finder in FINDERS.items():
        text, count = finder.subn(" ", text)
        if count:
            signs.append(sign)
    return Reading(
        shots=shots,
        seconds=int(moment(time)) if time else None,
        signs=tuple(signs),
        rest=" ".join(text.split()) if matters(text) else "",
    )


def matters(text: str) -> bool:
    """Return whether a note says more than that something is to change."""
    stop = _FILLER.union(*(map(stem, words) for words in STOP.values()))
    return any(keywords(text, language) - stop for language in Language)
