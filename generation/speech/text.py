"""What is said aloud: a line of dialogue without its stage directions, marks and pictures, in sentences."""

import re
import unicodedata

from generation.errors import InvalidRequest

LIMIT = 400
"""Characters of a line, before cleaning: about half a minute of speech, the length of an episode."""

SHORT = 16
"""Characters under which a sentence is spoken in one breath with the next: alone it would sound clipped."""

_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】|\{[^{}]*\}")
_TAGS = re.compile(r"<[^<>]*>")
_LINKS = re.compile(r"\b(?:https?://|www\.)\S+")
_QUOTES = dict.fromkeys(map(ord, '"«»“”„‟\u2039\u203a「」『』《》〈〉`*_~#|^=\\'))
_APOSTROPHES = dict.fromkeys(map(ord, "’‘\u02bc\u2032"), "'")
_DASHES = re.compile(r"\s*[—\u2013―]+\s*|\s+-+\s+")
_REPEATED = re.compile(r"([!?！？。，,;；:：])\1+")
_ENDS = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_SILENT = {"So", "Sk", "Cs", "Co", "Cn", "Cf", "Cc"}
_JOINERS = {"\ufe0e", "\ufe0f", "\u20e3"}


def spoken(text: str) -> str:
    """Return the words of a line that a voice says.

    Text in any brackets is a direction and is dropped; so are tags, links, quotation marks, marks of emphasis and
    emoji. Numbers stay as they are: the phonemiser knows how a language reads them.

    Raises:
        InvalidRequest: the line is longer than `LIMIT`, or nothing is left to say.
    """
    if len(text) > LIMIT:
        raise InvalidRequest(f"a line has at most {LIMIT} characters, this one has {len(text)}; split it")
    words = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    for aside in (_TAGS, _LINKS, _ASIDES, _ASIDES):
        words = aside.sub(" ", words)
    words = "".join(" " if _is_silent(each) else each for each in words.translate(_QUOTES))
    words = _DASHES.sub(", ", words.replace("...", "…"))
    words = " ".join(_REPEATED.sub(r"\1", words).split()).lstrip(" ,;:.…，。、-'")
    if not any(each.isalnum() for each in words):
        raise InvalidRequest(f"nothing is left to say of {text[:60]!r}")
    return words


def sentences(words: str) -> tuple[str, ...]:
    """Split cleaned words after full stops, question and exclamation marks; short sentences join their neighbour."""
    found: list[str] = []
    for sentence in filter(None, (piece.strip() for piece in _ENDS.split(words))):
        if found and (len(found[-1]) < SHORT or len(sentence) < SHORT):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return tuple(found)


def _is_silent(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in _SILENT
