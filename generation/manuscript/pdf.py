"""PDF: the text of its pages as it stands on them, so that what is set apart stays apart."""

import io
import re
from collections.abc import Iterator

from generation.manuscript.limits import LETTERS, PAGES, Fault, Unreadable

_FURNITURE = re.compile(
    r"\s*(?:\d{1,4}\.?|\((?:MORE|SUITE|CONTINUED)\)|CONTINUED:?(?:\s*\(\d+\))?|[-–—]\s*\d{1,4}\s*[-–—])\s*\Z"
)
"""Lines that a page has for being a page."""

BLANKS = 4
"""How many times its letters a page's text may hold: blanks stand for what is set apart."""


def lines(data: bytes) -> list[str]:
    """Return the lines of a PDF; pictures of pages have none.

    Raises:
        Unreadable: it is damaged, locked or too large.
    """
    from pypdf.errors import FileNotDecryptedError  # noqa: PLC0415

    try:
        return list(_lines(data))
    except Unreadable:
        raise
    except FileNotDecryptedError as error:
        raise Unreadable(Fault.LOCKED) from error
    except MemoryError:
        raise
    except Exception as error:  # a parser stumbles over a broken file in every way there is
        raise Unreadable(Fault.DAMAGED) from error


def _lines(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(Fault.LOCKED)
    if len(reader.pages) > PAGES:
        raise Unreadable(Fault.TOO_LARGE)
    letters = 0
    for page in reader.pages:
        text = page.extract_text(extraction_mode="layout")
        letters += len(text)
        if letters > BLANKS * LETTERS:
            raise Unreadable(Fault.TOO_LARGE)
        yield from (line for line in text.split("\n") if not line.strip() or not _FURNITURE.match(line))
        yield ""
