"""Paths into a JSON document: names and numbers with dots between them, such as `output.0.url` or `data[0].id`.

That is all that descriptions of jobs need. There are no filters, no wild cards and nothing that is computed.
"""

import re
from typing import Any

FORM = re.compile(r"[\w$@:-]+(?:\.[\w$@:-]+|\[-?\d+\])*")
"""What a path looks like."""

_INDEX = re.compile(r"\[(-?\d+)\]")


def found(document: Any, path: str) -> Any:  # noqa: ANN401 - JSON from outside; callers check
    """Return what stands at a path; nothing where nothing does. A number counts in a list, below 0 from its end."""
    for part in _INDEX.sub(r".\1", path).split("."):
        match document:
            case dict():
                document = document.get(part)
            case list() if part.lstrip("-").isdecimal() and -len(document) <= int(part) < len(document):
                document = document[int(part)]
            case _:
                return None
    return document


def words(document: Any, path: str) -> str:  # noqa: ANN401
    """Return a word or a number at a path as words; empty where there is neither."""
    value = found(document, path) if path else None
    match value:
        case bool():
            return str(value).lower()
        case str() | int() | float():
            return str(value)
        case _:
            return ""
