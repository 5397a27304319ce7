"""Bytes of a text file to letters: by its byte order mark, or as the encoding that its bytes are valid in."""

from collections import Counter
from unicodedata import category

from generation.manuscript.limits import LETTERS, Fault, Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_BINARY = 0.02
"""Share of control characters from which on a file is no text."""

_COMMON = frozenset("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过")
"""The characters that make a quarter of any Chinese text."""
_FEW = 0.05
"""Share of them that tells Chinese from accents read as Chinese."""


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, GB18030 or Windows-1252.

    Raises:
        Unreadable: it is no text, has none in it, or too much.
    """
    text = _decoded(data)
    control = sum(category(letter) == "Cc" and letter not in "\n\r\t\f\v\x85" for letter in text)
    if control > _BINARY * len(text):
        raise Unreadable(Fault.DAMAGED)
    return bounded(text)


def bounded(text: str) -> str:
    """Return a text that is neither empty nor too long.

    Raises:
        Unreadable: it is.
    """
    if len(text) > LETTERS:
        raise Unreadable(Fault.TOO_LARGE)
    if not any(map(str.isalnum, text)):
        raise Unreadable(Fault.EMPTY)
    return text


def _decoded(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in [marked] if marked else _unmarked(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name != "gb18030" or _is_chinese(text):
            return text
    if marked:
        raise Unreadable(Fault.DAMAGED)
    return data.decode("cp1252", errors="replace")


def _unmarked(data: bytes) -> list[str]:
    """Return in what a file may be written: UTF-16 has zeros on one side of Latin letters and of line ends."""
    zeros = Counter(place % 2 for place, byte in enumerate(data[:4096]) if byte == 0)
    if not zeros:
        return ["utf-8", "gb18030"]
    return ["utf-16-le"] if zeros[1] > zeros[0] else ["utf-16-be"]


def _is_chinese(text: str) -> bool:
    han = [letter for letter in text if "\u4e00" <= letter <= "\u9fff"]
    return bool(han) and sum(letter in _COMMON for letter in han) >= _FEW * len(han)
