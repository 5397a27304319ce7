"""Claims: whose rights words may touch. Plain cases in three languages by rule; a rule is no judge.

What is found stops nobody: it is pointed out, with another way, and whoever leads may answer for it
(`agents.cautions`). So a rule may be wrong now and then, and must not be wrong often.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agents.known import ARTISTS, FRANCHISES, FREE, ORDINARY, PEOPLE, STYLES, TITLES
from storage.domain.papers import Matter

_PART = r"(?:[A-ZÀ-Þ][\w’'.-]+)"
_NAME = rf"(?-i:(?P<name>{_PART}(?: (?:(?:de|van|von|du|le|la|al|el|da) )?{_PART})+))"
"""Two words or more in capitals: somebody's full name."""

_WHOLE = r"(?<![\w-])(?:{})(?![\w-])"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FAR = r"(?P<name>(?![按用以由请像仿照学])[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}?)+)"
"""A foreign name as Chinese writes it."""
_THEN = r"(?=一样|主演|出演|扮演|饰演|配音|[，。！？、]|$)"
_MAKER = r"(?:画家|导演|漫画家|艺术家|摄影师|作家)"
_PLAYER = r"(?:演员|明星|歌手|影帝|影后|偶像)"
_CALLED = r"(?P<name>(?!一|这|那|某|们|的)[\u4e00-\u9fff]{2,3}?)"

_STYLE = (
    rf"\b(?:in (?:the )?(?:exact )?(?:drawing )?style of|in the manner of|drawn like|animated like) {_NAME}",
    rf"\b{_NAME}[’']s? (?:art ?|drawing )?style\b",
    rf"\b(?:dans le (?:même )?style d(?:e |’|')|à la manière d(?:e |’|')|dessinée? comme) ?{_NAME}",
    rf"{_FAR}的(?:风格|画风|笔法)",
    rf"{_MAKER}{_CALLED}的(?:风格|画风|笔法)",
)
_LIKENESS = (
    rf"\b(?:looks? (?:just |exactly |a lot )?like|played by|starring|deep ?fake of|a double of) {_NAME}",
    rf"\bwith the (?:face|voice|looks|likeness) of {_NAME}",
    rf"\b(?:ressembl\w+ (?:trait pour trait |beaucoup )?à|(?:joué|incarné|interprété)e?s? par) {_NAME}",
    rf"\bavec (?:le visage|la voix|la tête|les traits) d(?:e |’|'){_NAME}",
    rf"\bavec {_NAME} dans le rôle",
    rf"(?:长得(?:很|特别|完全)?像|酷似|由|请){_FAR}{_THEN}",
    rf"(?:长得(?:很|特别|完全)?像|酷似|由|请){_PLAYER}{_CALLED}{_THEN}",
)
_ASKS = {
    Matter.STYLE: r"(?:in (?:the )?style of|in the manner of|drawn like|dans le style d(?:e |’|')"
    r"|à la manière d(?:e |’|'))\s*",
    Matter.LIKENESS: r"(?:looks? (?:just |exactly |a lot )?like|played by|starring|with the (?:face|voice) of"
    r"|ressembl\w+ à|(?:joué|incarné)e?s? par|avec (?:le visage|la voix|la tête) de|长得(?:很|特别)?像|酷似|由|请)\s*",
}
"""What goes before a name that is known, for it to be more than a mention."""


def _known(names: tuple[str, ...], before: str = "", after: str = "") -> str:
    """Return a pattern for names: whole words, where they are written with letters."""
    latin = "|".join(
        rf"(?-i:{re.escape(name)})" if name in ORDINARY else re.escape(name) for name in names if not _HAN.search(name)
    )
    han = "|".join(re.escape(name) for name in names if _HAN.search(name))
    return rf"{before}(?P<name>{_WHOLE.format(latin)}|{han}){after}"


_RULES: tuple[tuple[Matter, re.Pattern[str]], ...] = (
    *((Matter.STYLE, re.compile(rule, re.IGNORECASE)) for rule in _STYLE),
    (Matter.STYLE, re.compile(_known(ARTISTS, before=_ASKS[Matter.STYLE]), re.IGNORECASE)),
    (Matter.STYLE, re.compile(_known(ARTISTS, after=r"(?:[’']s?)?\s*(?:的)?(?:style|风格|画风|笔法)"), re.IGNORECASE)),
    *((Matter.LIKENESS, re.compile(rule, re.IGNORECASE)) for rule in _LIKENESS),
    (Matter.LIKENESS, re.compile(_known(PEOPLE, before=_ASKS[Matter.LIKENESS]), re.IGNORECASE)),
    (Matter.LIKENESS, re.compile(_known(PEOPLE, after=r"(?:主演|出演|扮演|饰演|的脸|的声音)"), re.IGNORECASE)),
)
_LIVING = re.compile(_known((*ARTISTS, *PEOPLE)), re.IGNORECASE)
_GAP = re.compile(r"\s*([,;:、，；])(?:\s*[,;:、，；.])*(?=\s*(?:[,;:、，；.。]|$))|\s+(?=[,.;:])|(?<=\s)\s+")
_EDGES = " ,;:、，；"
_OWNED = re.compile(_known(tuple(name for names in FRANCHISES.values() for name in names)), re.IGNORECASE)
_OWNERS = {name.casefold(): owner for owner, names in FRANCHISES.items() for name in names}


LONGEST = 20_000
"""Characters that are read: five messages, or a script of an hour."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Whose rights words may touch: what kind of matter it is, and the name that was said."""

    matter: Matter
    name: str

    @property
    def known(self) -> tuple[Matter, str]:
        """How it is told whether the same was said before."""
        return self.matter, self.name.casefold()

    @property
    def values(self) -> dict[str, str]:
        """What stands in the sentence about it: the name, and whose it is where that is known."""
        return {"name": self.name, "owner": owner(self.name) or "none"}


def claims(text: str) -> tuple[Claim, ...]:
    """Return what words may touch, each matter once with the first name that was said; of a book, how it begins."""
    first: dict[Matter, Claim] = {}
    for claim in _found(text[:LONGEST]):
        first.setdefault(claim.matter, claim)
    return tuple(first[matter] for matter in Matter if matter in first)


def without_names(text: str) -> str:
    """Return words without the names of living artists and actors, and without what asks for their style or face.

    For words that the studio itself puts together: those of a person are never changed, only pointed out.
    """
    for _, rule in _RULES:
        text = rule.sub(lambda said: said[0] if _is_free(said["name"]) else " ", text)
    return _GAP.sub("", _LIVING.sub(" ", text)).strip(_EDGES)


def owner(name: str) -> str:
    """Return whose a known character or world is; empty for every other name."""
    return _OWNERS.get(name.casefold(), "")


def _found(text: str) -> Iterator[Claim]:
    for owned in _OWNED.finditer(text):
        yield Claim(matter=Matter.FRANCHISE, name=owned["name"])
    for matter, rule in _RULES:
        for said in rule.finditer(text):
            if not _is_free(said["name"]):
                yield Claim(matter=matter, name=said["name"])


def _is_free(name: str) -> bool:
    """Tell whether a name is that of somebody long dead, of a figure of everybody's, or of no person at all."""
    folded = name.casefold()
    first = folded.partition(" ")[0].rstrip(".")
    return folded in FREE or folded in _OWNERS or first in STYLES or first in TITLES
