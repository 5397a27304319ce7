"""Lexicons: tables of words in three languages, and where in a text each is found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from storage.domain.story import Language

T = TypeVar("T")

FALSE_FRIENDS: Mapping[Language, tuple[str, ...]] = {
    Language.ENGLISH: (
        "court", "pain", "sort", "entre", "porte", "lance", "tire", "tape", "marche", "prie", "danse", "garde", "plume",
        "bouc", "pull", "chat", "saute",
    ),
    Language.FRENCH: ("pie", "fan", "cap", "tan", "tie", "pan", "chest"),
    Language.CHINESE: (),
}  # fmt: skip
"""Words of a table that mean something else in a language: an English court does not run."""

_LETTER = r"[^\W\u3400-\u9fff]"
"""A letter of a script with blanks between its words: `Mei的` holds the word Mei."""

_ENDINGS = "(?:e?s|x|e)?"
"""What a French or English word may take on: plural and feminine."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """What a word stands for, and where it stands in the text (`end` is not included)."""

    value: T
    start: int
    end: int


class Lexicon(Generic[T]):
    """Finds words; where one holds another, the longer one is found."""

    def __init__(self, words: Mapping[T, str]) -> None:
        """Read a table of values and their words, separated by `|`, in small letters."""
        self._values = {word: value for value, forms in words.items() for word in forms.split("|")}
        self._finder = _finder(self._values)

    def find(self, text: str, language: Language | None = None) -> tuple[Hit[T], ...]:
        """Return every word found in a text that `plain` made, in order; `language` leaves out its strangers."""
        strange = FALSE_FRIENDS[language] if language else ()
        found = ((each[each.lastindex or 0], each) for each in self._finder.finditer(text))
        return tuple(Hit(self._values[word], each.start(), each.end()) for word, each in found if word not in strange)

    def values(self, text: str) -> tuple[T, ...]:
        """Return what the words in a text stand for, each once."""
        return tuple(dict.fromkeys(hit.value for hit in self.find(text)))

    def without(self, text: str) -> str:
        """Return a text with the words taken out."""
        return self._finder.sub(" ", text)


def plain(text: str, names: Iterable[str] = ()) -> str:
    """Return a text in small letters, with blanks of the same length where names stand: `Rose` is no colour."""
    text = text.lower().replace("’", "'")
    for name in sorted(filter(None, names), key=len, reverse=True):
        found = re.escape(name.lower())
        text = re.sub(found if name[0] >= "一" else whole(found), lambda each: " " * len(each[0]), text)
    return text


def _finder(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    latin = _either([word for word in longest if word[0] < "一"])
    han = _either([word for word in longest if word[0] >= "一"])
    return re.compile(f"{whole(f'{latin}{_ENDINGS}')}|{han}")


def _either(words: Sequence[str]) -> str:
    return f"({'|'.join(map(re.escape, words))})" if words else "((?!))"


def whole(pattern: str) -> str:
    """Return a pattern that fits words in Latin letters only as a whole."""
    return f"(?<!{_LETTER})(?:{pattern})(?!{_LETTER})"
