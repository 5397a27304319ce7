"""Tell French, English and Chinese apart, count their words, and find what a text is about; without a model."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from storage.domain.story import Language

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_OTHER_SCRIPT = re.compile(r"[\u3040-\u30ff\u0400-\u04ff\u0590-\u06ff\uac00-\ud7af\u0900-\u097f\u0e00-\u0e7f]")
_FRENCH_SIGN = re.compile(r"[éèêàçùœîôû]|(?<![\w'’])(?:[cdjlmnst]|qu)['’](?=\w)")
"""Accents, and short words that lean on the next one."""
_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'”’»」]*\s*")
_CLAUSE_END = re.compile(r"[,;:—，；：、]\s*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP: Mapping[Language, frozenset[str]] = {
    FR: _set(
        "le la les un une des du de et est sont dans pour avec sur par qui que qu ne pas je tu il elle nous vous "
        "ils elles son sa ses mon ma mes ton ta tes ce cette ces au aux en se y mais ou où donc car plus "
        "tout toute tous à a ont était leur leurs lui moi toi chez sans sous puis comme très bien alors quand fait "
        "être on or me an as no do si"
    ),
    EN: _set(
        "the a an of and is are in to for with on by who that not i you he she we they his her its my your our their "
        "this these it at from but or as was were be been has have had do does did if so what when where how me him "
        "them us no into out up down then there will would can could just than too very about after before over"
    ),
    ZH: frozenset("的了是在和与也都就着把被让给对从到一个这那他她它们我你会要有为不上下里"),
}
"""Words (Chinese: characters) that every text of the language is full of and that carry no matter of their own."""

_A_NAME = 2
"""A text of so few words may be a name, whose accents say nothing."""

_GRAMMAR = 2
"""Words of at most so many letters are grammar."""


def language_of(text: str) -> Language | None:
    """Return the language of a text: Chinese by its script, French and English by their commonest words.

    None where there is nothing to tell by: a name, a title of two words, another script.
    """
    han, words = len(_HAN.findall(text)), _words(text)
    if han and han >= len(words):
        return ZH
    signs = len(_FRENCH_SIGN.findall(text.lower())) if len(words) > _A_NAME else 0
    french = sum(word in STOP[FR] for word in words) + signs
    english = sum(word in STOP[EN] for word in words)
    if french == english:
        return None
    return FR if french > english else EN


def foreign(text: str, language: Language) -> bool:
    """Return whether a text shows that it is not in this language."""
    if _OTHER_SCRIPT.search(text):
        return True
    if language is ZH:
        return len(_HAN.findall(text)) * 4 <= sum(map(len, _LATIN.findall(text)))
    told = language_of(text)
    return bool(_HAN.search(text)) or (told is not None and told is not language)


def length(text: str, language: Language) -> int:
    """Return how long a text is: words, or characters in Chinese, where a word in Latin letters counts as one."""
    if language is ZH:
        return len(_HAN.findall(text)) + len(_LATIN.findall(text))
    return len(_words(text))


def trimmed(text: str, limit: int, language: Language) -> str:
    """Return the text, or its first sentences if it is longer than `limit` words (Chinese: characters).

    A text whose first sentence is too long ends with a clause; one without a fitting clause is returned whole, for the
    caller to see that it is too long.
    """
    text = " ".join(text.split())
    if length(text, language) <= limit:
        return text
    for border, end in ((_SENTENCE_END, ""), (_CLAUSE_END, "。" if language is ZH else ".")):
        for found in reversed(list(border.finditer(text))):
            start = text[: found.start() if end else found.end()].strip()
            if 1 < length(start, language) <= limit:
                return start + end
    return text


def stem(word: str) -> str:
    """Return the first letters of a word, without case, accents or a plural: enough to find it in another form."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).rstrip("s")[:5]


def keywords(text: str, language: Language) -> frozenset[str]:
    """Return what carries a text's matter: the stems of its words, and in Chinese its characters."""
    return frozenset(_matter(text, language))


def runs(text: str, size: int, language: Language) -> frozenset[tuple[str, ...]]:
    """Return every run of `size` words (Chinese: characters) in a text."""
    units = _HAN.findall(text) if language is ZH else _words(text)
    return frozenset(zip(*(units[start:] for start in range(size)), strict=False))


def _matter(text: str, language: Language) -> Iterator[str]:
    if language is ZH:
        yield from (character for character in _HAN.findall(text) if character not in STOP[ZH])
        yield from map(stem, _LATIN.findall(text))
    else:
        yield from (stem(word) for word in _words(text) if len(word) > _GRAMMAR and word not in STOP[language])


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _LATIN.findall(text)]
