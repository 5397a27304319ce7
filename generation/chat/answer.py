"""Turn what a chat model wrote into the JSON document that was asked for, or say what is wrong with it."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from generation.errors import BadResult, InvalidRequest

_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_SHOWN = 120


def schema_of(text: str) -> dict[str, Any]:
    """Read the request's JSON Schema.

    Raises:
        InvalidRequest: it is not the JSON of an object.
    """
    try:
        schema = json.loads(text)
    except ValueError as error:
        raise InvalidRequest(f"the schema of the request is not JSON ({error})") from error
    if not isinstance(schema, dict):
        raise InvalidRequest("the schema of the request is not a JSON object")
    return schema


def document(text: str, schema: Mapping[str, Any]) -> bytes:
    """Return the answer as UTF-8 JSON that fits the schema.

    A code fence around the JSON is taken off: servers without structured output let models write one.

    Raises:
        BadResult: the answer is empty, not JSON, or does not fit; the message names the place.
        InvalidRequest: the schema is no JSON Schema.
    """
    if not text.strip():
        raise BadResult("the chat model answered with nothing")
    value = _parsed(text)
    _check(value, schema)
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def spoken(text: str, calls: Iterable[tuple[str, str]]) -> bytes:
    """Return a turn of a talk as UTF-8 JSON: its words, and the tools it calls with their arguments.

    Raises:
        BadResult: it says nothing and calls nothing, or the arguments of a call are no JSON object.
    """
    called = [{"name": name, "arguments": _arguments(name, told)} for name, told in calls]
    if not text.strip() and not called:
        raise BadResult("the chat model answered with nothing")
    return json.dumps({"text": text, "calls": called}, ensure_ascii=False, indent=1).encode()


def _arguments(name: str, told: str) -> dict[str, Any]:
    value = _parsed(told or "{}")
    if not isinstance(value, dict):
        raise BadResult(f"the chat model calls {name} with {told[:_SHOWN]!r}, which is no JSON object")
    return value


def _parsed(text: str) -> Any:  # noqa: ANN401 - any JSON value
    fenced = _FENCE.match(text)
    try:
        value = json.loads(fenced[1] if fenced else text, parse_constant=_no_number)
        json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is legal JSON and no text
    except (ValueError, RecursionError) as error:
        raise BadResult(f"the chat model's answer is not JSON ({error}): {text.strip()[:_SHOWN]!r}") from error
    return value


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON number")


def _check(value: object, schema: Mapping[str, Any]) -> None:
    from jsonschema import Draft202012Validator, SchemaError  # noqa: PLC0415

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise InvalidRequest(f"the schema of the request is no JSON Schema ({error.message[:_SHOWN]})") from error
    faults = [
        f"{fault.json_path}: {fault.message[:_SHOWN]}" for fault in Draft202012Validator(schema).iter_errors(value)
    ]
    if faults:
        raise BadResult(f"the chat model's answer does not fit the schema ({'; '.join(faults[:5])})")
