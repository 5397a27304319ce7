"""The grammar that holds the embedded model to a JSON Schema, and its layout to what its author needs.

Written in llguidance's dialect of Lark (docs/syntax.md of that project): `%json` stands for whatever fits a schema.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

_SPACE = r"/\n? {0,4}/"
"""What may stand between two parts: an indented line, or little.

llama.cpp's own grammar allows any space. Now and then the 1.5B model drifts into it, spends two thirds of its tokens
there, and is cut off. Without any space it writes worse than with its own.
"""


def grammar(schema: Mapping[str, Any]) -> str:
    """Return the grammar of the JSON objects that fit a schema; its properties come in the order in which it has them.

    What is no object whose properties are all required is left to llguidance, its layout included.
    """
    return "\n".join(["%llguidance {}", f"SPACE: {_SPACE}", *_rules("start", schema, count(1))])


def _rules(name: str, schema: Mapping[str, Any], numbers: Iterator[int]) -> Iterator[str]:
    """Give the rule called `name`, and those it needs."""
    properties = schema.get("properties", {})
    if not properties or properties.keys() != set(schema.get("required", ())):
        yield f"{name}: %json {_quoted(schema)}"
        return
    parts = {f"part{next(numbers)}": key for key in properties}
    between = f" {_quoted(',')} SPACE "
    pairs = (f"{_quoted(_quoted(key))} SPACE {_quoted(':')} SPACE {part} SPACE" for part, key in parts.items())
    yield f"{name}: {_quoted('{')} SPACE {between.join(pairs)} {_quoted('}')}"
    for part, key in parts.items():
        yield from _rules(part, properties[key], numbers)


def _quoted(value: object) -> str:
    """Write JSON, or a string of Lark, which is written in the same way."""
    return json.dumps(value, ensure_ascii=False)
