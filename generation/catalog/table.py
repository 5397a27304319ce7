"""The catalog: the profiles that come with the project, and the operator's own, which are added or correct them.

A catalog is a TOML file with one table a profile, under the profile's name. A table of the operator's own that has the
name of one that is there already changes the fields it gives and keeps the others; so pinning a revision is one line.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generation.catalog.memory import estimate
from generation.catalog.profile import Profile
from generation.errors import Unavailable

SHIPPED = "catalog.toml"

NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,62}")
"""A profile's name: it is a setting's value."""

COMMIT = re.compile(r"[0-9a-f]{40}|")

OPERATIONS = frozenset({"still", "retouch", "upscale", "panel", "sheet", "clip", "voice", "cue"})
"""What a profile can be for."""

MEASURES = ("bf16", "fp8", "int8", "nf4", "offload", "cpu")
"""What `needs` may name, from the fastest to the slowest."""

Tables = Mapping[str, Mapping[str, Any]]


def read(own: Path | None = None) -> Mapping[str, Profile]:
    """Return every profile by its name; `own` is the operator's catalog, which need not be there.

    Raises:
        Unavailable: a catalog cannot be read; the message names file, profile and field.
    """
    if own is None or not own.exists():
        return _house()
    try:
        tables = _tables(str(own), own.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable(
            f"{own} cannot be read ({error}); correct it, or point FEUILLETON_CATALOG elsewhere"
        ) from error
    house = _shipped()
    corrected = {name: house.get(name, {}) | table for name, table in tables.items()}
    return MappingProxyType(dict(_house()) | _made(str(own), corrected))


@cache
def _house() -> Mapping[str, Profile]:
    """Return the profiles that come with the project."""
    return MappingProxyType(_made(SHIPPED, _shipped()))


@cache
def _shipped() -> Mapping[str, dict[str, Any]]:
    return _tables(SHIPPED, files("generation.catalog").joinpath(SHIPPED).read_text(encoding="utf-8"))


@cache
def _adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(Profile)


def _tables(file: str, text: str) -> dict[str, dict[str, Any]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unavailable(f"{file} is no TOML ({error}); correct it") from error
    loose = next((name for name, table in tables.items() if not isinstance(table, dict)), None)
    if loose is not None:
        raise Unavailable(f"{file}: {loose} stands outside of every table; put it under its profile's name")
    return tables


def _made(file: str, tables: Tables) -> dict[str, Profile]:
    return {name: _profile(f"{file}: profile {name}", name, table) for name, table in tables.items()}


def _profile(place: str, name: str, table: Mapping[str, Any]) -> Profile:
    """Return a profile as its table says, with what follows from its size and its place filled in.

    JSON carries the table to pydantic: there a list may be a tuple and a word a member of an enumeration, and nothing
    else is taken for what it is not. A TOML date becomes its ISO form.
    """
    try:
        profile = _adapter().validate_json(json.dumps({**table, "name": name}, default=str), strict=True)
    except ValidationError as error:
        raise Unavailable(f"{place}: {_told(error)}; correct it") from error
    _check(place, profile)
    if profile.is_remote and "price" not in table:
        profile = replace(profile, price=None)
    return _measured(profile)


def _told(error: ValidationError) -> str:
    """Name the fields that are missing, else the first that is wrong and why."""
    wrong = error.errors(include_url=False, include_context=False)
    missing = [_field(each["loc"]) for each in wrong if each["type"] == "missing"]
    if missing:
        return f"{', '.join(missing)}: missing"
    return f"{_field(wrong[0]['loc'])}: {wrong[0]['msg'].lower()}"


def _field(place: tuple[int | str, ...]) -> str:
    return ".".join(map(str, place)) or "name"


def _measured(profile: Profile) -> Profile:
    """Fill in what can be computed from how large the model is."""
    if profile.extent is None:
        return profile
    disk = profile.disk or round(profile.extent.gb, 1)
    if profile.needs:
        return replace(profile, disk=disk)
    return replace(profile, disk=disk, needs=estimate(profile.extent), estimated=True)


def _check(place: str, profile: Profile) -> None:
    """Refuse what has the right form and cannot be right.

    Raises:
        Unavailable: which names the field.
    """
    wrong = {
        "name": not NAME.fullmatch(profile.name),
        "operations": not profile.operations or not OPERATIONS.issuperset(profile.operations),
        "revision": not COMMIT.fullmatch(profile.revision),
        "needs": not set(MEASURES).issuperset(profile.needs) or any(gib < 0 for gib in profile.needs.values()),
        "sizes": any(side < 1 for size in profile.sizes for side in size),
        "extent": profile.extent is not None and not profile.extent.parameters,
        "steps": profile.steps < 0,
        "price": profile.price is not None and profile.price.micros < 0,
    }
    field = next((name for name, is_wrong in wrong.items() if is_wrong), None)
    if field is not None:
        raise Unavailable(f"{place}: {field}: {RULES[field]}; correct it")


RULES: Mapping[str, str] = {
    "name": "small letters, digits, dots and hyphens, 63 at most",
    "operations": f"one or more of {', '.join(sorted(OPERATIONS))}",
    "revision": "a commit of 40 hexadecimal digits, never a branch or a tag, which can change",
    "needs": f"GiB by measure, of {', '.join(MEASURES)}",
    "sizes": "pairs of width and height in pixels",
    "extent": "billions of parameters for each part",
    "steps": "a number of steps, or 0 where it has none",
    "price": "millionths of a euro, 0 or more",
}
