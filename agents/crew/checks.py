"""What can be wrong with a text, told without a model: pure rules, each small enough to be wrong in few ways."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from agents.crew.language import EN, FR, ZH, foreign, keywords, language_of, length, runs
from storage.domain.sentences import holds, split
from storage.domain.story import Language

_COPY = {FR: 5, EN: 5, ZH: 8}
"""So many words (Chinese: characters) on end are not found twice by chance."""

_COPY_LINE = {FR: 4, EN: 4, ZH: 5}
"""The same in a spoken line, which is short."""

_KEPT = {FR: 4, EN: 4, ZH: 6}
"""An idea is recognised by so many of its words (Chinese: characters) at most, however long it is."""

_TWICE = {FR: 3, EN: 3, ZH: 4}
"""A clause of so many words (Chinese: characters) is not said twice on end, but by somebody who shouts."""

_REFUSALS = re.compile(
    r"d[ée]sol[ée]e?s?\b[^.!?]{0,30}\bne (?:peux|puis)|ne (?:peux|puis) pas (?:vous |t')aider"
    r"|en tant qu['’](?:ia\b|intelligence artificielle|assistant)|modèle de langage"
    r"|\bsorry\b[^.!?]{0,30}\b(?:can['’]?t|cannot|unable)|(?:can['’]?t|cannot) (?:assist|help) with (?:that|this)"
    r"|\bas an ai\b|language model"
    r"|(?:抱歉|对不起)[^。！？]{0,12}(?:无法|不能)|作为(?:一个|一名)?(?:ai|人工智能|语言模型)|无法(?:提供|满足|协助|回答)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\A\W*\Z|\A\W*\d+\s*/\s*\d+\W*\Z|\[[^\]]*\]|\{\w+\}|某某|\b(?:todo|tbd|lorem|xxx+|n/a|string|null|none)\b",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(
    r"<{2,}|>{2,}|\bjson\b|\b(?:shot|plan)\s*\d\s*:|\(gros plan|\(close-up|特写）|\A(?:invente|invent|要自己想)\W*\Z",
    re.IGNORECASE,
)
_LATIN_IN_CHINESE = re.compile(r"(?<![A-Za-z])[a-z]{4,}")
"""A word of another language: names begin with a capital, what is written so in Chinese (app, KTV) is short."""

_CUT = re.compile(
    r"\b(?:reads|says|that|the|an?|and|but|of|to|with|que|qui|le|la|les|un|une|des|de|du|et|mais|avec)[\s:,]*\Z"
    r"|[：:，,、（(]\s*\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,，、;；]")
_MARKUP = re.compile(r"\*\*|__|```|^#|</?\w+>|https?://|\\[nu\"]|&\w+;", re.IGNORECASE)


class Flaw(StrEnum):
    """What is wrong with a text."""

    LANGUAGE = "language"
    REFUSAL = "refusal"
    PLACEHOLDER = "placeholder"
    LEFTOVER = "leftover"
    MARKUP = "markup"
    CUT = "cut"
    TWICE = "twice"
    LONG = "long"
    REPEATED = "repeated"
    COPIED = "copied"
    LOST = "lost"
    NAMES = "names"


REMARKS: Mapping[Language, Mapping[Flaw, str]] = {
    FR: {
        Flaw.LANGUAGE: "« {0} » doit être en français",
        Flaw.REFUSAL: "« {0} » : n'écris pas d'excuse, écris l'histoire",
        Flaw.PLACEHOLDER: "« {0} » est vide : écris une vraie phrase",
        Flaw.LEFTOVER: "« {0} » : ne recopie pas la consigne",
        Flaw.MARKUP: "« {0} » : texte simple, sans balise",
        Flaw.CUT: "« {0} » n'est pas une phrase finie",
        Flaw.TWICE: "« {0} » dit deux fois la même chose",
        Flaw.LONG: "« {0} » est trop long",
        Flaw.REPEATED: "« {0} » répète une autre phrase",
        Flaw.COPIED: "« {0} » recopie un exemple : invente",
        Flaw.LOST: "garde l'idée : {0}",
        Flaw.NAMES: "les noms ne vont pas : {0}",
    },
    EN: {
        Flaw.LANGUAGE: '"{0}" must be in English',
        Flaw.REFUSAL: '"{0}": write the story, not an apology',
        Flaw.PLACEHOLDER: '"{0}" is empty: write a real sentence',
        Flaw.LEFTOVER: '"{0}": do not repeat the instructions',
        Flaw.MARKUP: '"{0}": plain text, no markup',
        Flaw.CUT: '"{0}" breaks off',
        Flaw.TWICE: '"{0}" says the same thing twice',
        Flaw.LONG: '"{0}" is too long',
        Flaw.REPEATED: '"{0}" repeats another sentence',
        Flaw.COPIED: '"{0}" copies an example: invent',
        Flaw.LOST: "keep the idea: {0}",
        Flaw.NAMES: "the names are wrong: {0}",
    },
    ZH: {
        Flaw.LANGUAGE: "“{0}”必须用中文",
        Flaw.REFUSAL: "“{0}”：写故事，不要道歉",
        Flaw.PLACEHOLDER: "“{0}”是空的：写一句真正的话",
        Flaw.LEFTOVER: "“{0}”：不要重复指令",
        Flaw.MARKUP: "“{0}”：只要纯文字，不要标记",
        Flaw.CUT: "“{0}”没有写完",
        Flaw.TWICE: "“{0}”把同样的话说了两遍",
        Flaw.LONG: "“{0}”太长",
        Flaw.REPEATED: "“{0}”与另一句重复",
        Flaw.COPIED: "“{0}”照抄了例子：要自己想",
        Flaw.LOST: "保留原来的创意：{0}",
        Flaw.NAMES: "名字不对：{0}",
    },
}
"""What the model is told of a flaw, in the language it writes."""


def remark(flaw: Flaw, what: str, language: Language) -> str:
    """Return what the model is told of a flaw in the field called `what`."""
    return REMARKS[language][flaw].format(what)


def violations(text: str, name: str, most: int, language: Language) -> tuple[str, ...]:
    """Return what is wrong with one text of at most `most` words (Chinese: characters), as the model is told it."""
    found = [remark(flaw, name, language) for flaw in flaws(text, language)]
    if length(text, language) > most:
        found.append(remark(Flaw.LONG, name, language))
    return tuple(found)


def tidy(text: str) -> str:
    """Return a short text without the white space and quotation marks around it."""
    return " ".join(text.split()).strip('«»"“”「」《》 ')


def keeps(before: str, after: str, own: Collection[str]) -> bool:
    """Return whether a text still has those sentences of the one before that are people's `own` words."""
    return all(holds(after, sentence) for sentence in split(before) if sentence in own)


def flaws(text: str, language: Language) -> Iterator[Flaw]:
    """Yield what is wrong with a text by itself."""
    if foreign(text, language) or (language is ZH and _LATIN_IN_CHINESE.search(text)):
        yield Flaw.LANGUAGE
    if _REFUSALS.search(text):
        yield Flaw.REFUSAL
    if _PLACEHOLDER.search(text):
        yield Flaw.PLACEHOLDER
    if _LEFTOVER.search(text):
        yield Flaw.LEFTOVER
    if _MARKUP.search(text):
        yield Flaw.MARKUP
    if _CUT.search(text):
        yield Flaw.CUT
    if _says_twice(text, language):
        yield Flaw.TWICE


def _says_twice(text: str, language: Language) -> bool:
    """Return whether a clause ends as the next one is: `he finds a door, finds a door`."""
    if "!" in text or "！" in text:
        return False
    clauses = [clause.strip(" .。…?？") for clause in _CLAUSE.split(text.casefold())]
    return any(
        length(after, language) >= _TWICE[language] and before.endswith(after) for before, after in pairwise(clauses)
    )


def alike(first: str, second: str, language: Language) -> bool:
    """Return whether two texts say the same: equal, or two thirds of their words shared."""
    ours, theirs = keywords(first, language), keywords(second, language)
    if not (ours and theirs):
        return first.strip().casefold() == second.strip().casefold()
    return len(ours & theirs) * 3 >= len(ours | theirs) * 2


def repeated(texts: Mapping[str, str], language: Language) -> Iterator[str]:
    """Yield the names of texts that say what one before them says."""
    seen: list[str] = []
    for name, text in texts.items():
        if any(alike(text, each, language) for each in seen):
            yield name
        seen.append(text)


def copied(text: str, sources: Iterable[str], language: Language, *, line: bool = False) -> bool:
    """Return whether a text (or a spoken `line`) holds so many words of a source on end that it was taken from it."""
    size = (_COPY_LINE if line else _COPY)[language]
    ours = runs(text, size, language)
    return any(ours & runs(source, size, language) for source in sources)


def survives(idea: str, text: str, language: Language) -> bool:
    """Return whether an idea can be recognised in a text: half of its matter, four words of it at most.

    An idea in another language than the text cannot be told by its words and passes.
    """
    if language_of(idea) not in {language, None}:
        return True
    wanted, found = keywords(idea, language), keywords(text, language)
    return len(wanted & found) >= min(-(-len(wanted) // 2), _KEPT[language])
