"""What a file may be at most, and what is wrong with one that cannot be read."""

from enum import StrEnum

from generation.errors import InvalidRequest

LARGEST = 20 * 1024 * 1024
"""Bytes of a file: what Telegram lets a bot fetch."""

UNPACKED = 64 * 1024 * 1024
"""Bytes that a packed file may grow to."""

ENTRIES = 4_000
"""Files in a packed file."""

PAGES = 500
"""Pages of a PDF."""

LETTERS = 1_000_000
"""Characters of a text: a long novel."""

SECONDS = 30
"""How long the reading of one file may take."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of memory that the reading of one file may take."""


class Fault(StrEnum):
    """Why a file cannot be read."""

    UNKNOWN = "unknown"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    LOCKED = "locked"
    HOSTILE = "hostile"
    EMPTY = "empty"
    TOO_SLOW = "too-slow"


SENTENCES = {
    Fault.UNKNOWN: "this is no file of a kind that can be read: send .txt, .md, .docx, .pdf, .fountain or .epub",
    Fault.TOO_LARGE: "the file holds more than can be read: send at most 20 MB, 500 pages and a million letters",
    Fault.DAMAGED: "the file is damaged or cut off: save it again and send it anew",
    Fault.LOCKED: "the file is locked with a password: send it without one",
    Fault.HOSTILE: "the file refers to things outside itself and is not opened: save it as plain text",
    Fault.EMPTY: "no text is found in the file: pictures of pages cannot be read",
    Fault.TOO_SLOW: "reading the file takes too long: save it as plain text",
}


class Unreadable(InvalidRequest):
    """A file cannot be read; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        """Say what is wrong in one sentence."""
        super().__init__(SENTENCES[fault])
        self.fault = fault
