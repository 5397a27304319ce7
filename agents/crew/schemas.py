"""JSON Schemas in the narrow dialect that every server understands: closed objects, texts, choices.

There is no `maxLength`: under a grammar it cuts sentences in the middle. Lengths are asked for in words and checked.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]
"""A JSON Schema; the order of an object's properties is the order in which they are written."""

TEXT: Schema = {"type": "string", "minLength": 1}


def choice(words: Iterable[str]) -> Schema:
    """Return the schema of one word of several."""
    return {"type": "string", "enum": list(words)}


def document(properties: Mapping[str, Schema]) -> Schema:
    """Return the schema of an object that has all these properties, in this order, and no other."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
