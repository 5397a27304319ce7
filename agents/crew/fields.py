"""The fields of a synopsis, and which of them a note is about."""

import re
from collections.abc import Mapping
from dataclasses import replace

from storage.domain.story import Character, Synopsis

TITLE, LOGLINE = "title", "logline"

_WORDS: Mapping[str, str] = {
    TITLE: r"\btitres?\b|\btitle\b|标题|题目|片名",
    LOGLINE: r"\bloglines?\b|\brésumé\b|\bpitch\b|梗概|一句话",
    "beat-first": r"\bdébut\b|\bouverture\b|\baccroche\b|\bbeginning\b|\bopening\b|\bstart\b|\bhook\b|开头|开场",
    "beat-last": r"\bfin\b|\bfinal\b|\bending\b|\bend\b|\bcliffhanger\b|结尾|结局",
}
_BEAT = re.compile(
    r"\b(?:beats?|étapes?|temps|steps?)\s*(?:n°\s*|#\s*)?(\d)\b|第\s*([1-9一二三四五六七八九])\s*(?:个)?(?:节拍|步|段)"
)
_CHINESE = "零一二三四五六七八九"
_DICTATED = re.compile(
    r"(?:le\s+|la\s+|l['’]|the\s+)?(?P<field>titre|title|标题|片名|logline|résumé|梗概|(?:beat|étape)\s*\d|"
    r"(?P<end>début|ouverture|accroche|fin|beginning|opening|start|ending|end|开头|开场|结尾|结局))\s*[:：]\s*(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"[\"“«‘「].+|[^\W\d_a-z]\S*(?:\s+\S+){3,}|[\u4e00-\u9fff].{5,}", re.DOTALL)
"""A text as it is to stand (`end: The moon answers him.`), and not how it is to be (`end: sadder`)."""
_QUOTES = " \"'«»“”‘’《》"


def beat(number: int) -> str:
    """Return the name of a beat, counted from 1."""
    return f"beat-{number}"


def fields(synopsis: Synopsis) -> dict[str, str]:
    """Return the texts of a synopsis by the names of their fields; the cast is not among them."""
    beats = {beat(number): text for number, text in enumerate(synopsis.beats, 1)}
    return {TITLE: synopsis.title, LOGLINE: synopsis.logline, **beats}


def with_field(synopsis: Synopsis, name: str, text: str) -> Synopsis:
    """Return the synopsis with another text in one of its fields."""
    if name == TITLE:
        return replace(synopsis, title=text)
    if name == LOGLINE:
        return replace(synopsis, logline=text)
    beats = (text if beat(number) == name else old for number, old in enumerate(synopsis.beats, 1))
    return replace(synopsis, beats=tuple(beats))


def with_character(synopsis: Synopsis, character: Character) -> Synopsis:
    """Return the synopsis with a character changed; a new name is put in place of the old one everywhere."""
    (old,) = (each for each in synopsis.cast if each.id == character.id)
    synopsis = replace(synopsis, cast=tuple(character if each is old else each for each in synopsis.cast))
    if old.name != character.name:
        for name, text in fields(synopsis).items():
            synopsis = with_field(synopsis, name, text.replace(old.name, character.name))
    return synopsis


def dictated(note: str, synopsis: Synopsis) -> tuple[str, str] | None:
    """Return the field and its new text where a person dictates it word for word (`title: …`, `beat 2: …`, `end: …`).

    What is said of beginning and end is dictated only where it is a sentence.
    """
    found = _DICTATED.fullmatch(note.strip())
    if found is None or (found["end"] and not _SENTENCE.match(found["text"])):
        return None
    names = concerned(found["field"].lower(), synopsis)
    text = found["text"].strip().strip(_QUOTES)
    return (names[0], text) if names and text else None


def redictated(note: str, text: str) -> str:
    """Return a note that dictates another text for the same field."""
    found = _DICTATED.fullmatch(note.strip())
    return f"{note.strip()[: found.start('text')]}{text}" if found else text


def concerned(note: str, synopsis: Synopsis) -> tuple[str, ...]:
    """Return the fields that a note names, characters by id; none where it names none and may be about all."""
    text, names = note.casefold(), fields(synopsis)
    ends = {"beat-first": beat(1), "beat-last": beat(len(synopsis.beats))}
    found = [ends.get(name, name) for name, pattern in _WORDS.items() if re.search(pattern, text)]
    found += [beat(_number(match)) for match in _BEAT.finditer(text)]
    return tuple(dict.fromkeys(name for name in found if name in names))


def _number(match: re.Match[str]) -> int:
    digit = match[1] or match[2]
    return _CHINESE.index(digit) if digit in _CHINESE else int(digit)
