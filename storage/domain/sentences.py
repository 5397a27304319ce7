"""Sentences: where one ends in French, English and Chinese, and how much of their words two of them share.

An abbreviation or an initial before a full stop ends none; what it leaves whole by mistake is only a longer sentence.
"""

import re
import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.4
"""How much of their words two sentences share at least to be one that was changed (0 to 1)."""

_END = re.compile(
    r"[。！？]+[」』”’）》]*\s*"
    r"|(?P<before>\w*)(?:[.!?…]|\s[!?])+[\"»”’)\]]*(?:\s[»])?\s+(?=[^\sa-zà-öø-ÿ])",
)
_SHORT = frozenset(["m", "mm", "mr", "mrs", "ms", "dr", "st", "ste", "no", "vs", "cf", "etc", "me", "mme", "mlle"])
"""Words that a full stop belongs to, in lower case; so does a single letter."""

_TOKEN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")


def split(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without the white space between them; none where there is no text."""
    found, start = [], 0
    for end in _END.finditer(text):
        word = (end["before"] or "").casefold()
        if "." in end[0] and (word in _SHORT or (len(word) == 1 and word.isalpha())):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return tuple(sentence for sentence in (*found, text[start:].strip()) if sentence)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, and its Chinese characters, without signs and capitals."""
    return tuple(_TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


def holds(text: str, words: str) -> bool:
    """Return whether all `words` stand in a text, in their order and with none between them; no words stand nowhere."""
    inner, outer = (f" {' '.join(tokens(each))} " for each in (words, text))
    return bool(inner.strip()) and inner in outer


def likeness(one: str, other: str) -> float:
    """Return how much of their words two texts share (0 to 1)."""
    return SequenceMatcher(None, tokens(one), tokens(other), autojunk=False).ratio()
