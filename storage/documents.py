"""Papers as bytes: canonical JSON with the name and the version of its schema, so that old ones can always be read."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

import rfc8785
from pydantic import TypeAdapter, ValidationError

from storage.domain.bible import Bible, Season
from storage.domain.board import Prompt, Retouches, Storyboard, Variants
from storage.domain.ids import Digest
from storage.domain.papers import (
    Assurance,
    Casting,
    CastList,
    Consent,
    Disputed,
    Idea,
    Lending,
    Remarked,
    Reply,
    Screenplay,
    Sizing,
    Sketch,
    TableRead,
    Transcript,
    Translation,
    Turn,
    Wish,
    Withdrawn,
)
from storage.domain.story import Script, Synopsis

Paper = (
    Idea
    | Wish
    | Prompt
    | Turn
    | Reply
    | Remarked
    | Transcript
    | Disputed
    | Assurance
    | Consent
    | Sizing
    | Lending
    | Withdrawn
    | Casting
    | Sketch
    | Bible
    | Season
    | Synopsis
    | Script
    | Storyboard
    | Variants
    | Retouches
    | CastList
    | Screenplay
    | TableRead
    | Translation
)
P = TypeVar(
    "P",
    Idea,
    Wish,
    Prompt,
    Turn,
    Reply,
    Remarked,
    Transcript,
    Disputed,
    Assurance,
    Consent,
    Sizing,
    Lending,
    Withdrawn,
    Casting,
    Sketch,
    Bible,
    Season,
    Synopsis,
    Script,
    Storyboard,
    Variants,
    Retouches,
    CastList,
    Screenplay,
    TableRead,
    Translation,
)

MEDIA_TYPE = "application/vnd.feuilleton.paper+json"
KINDS: Mapping[str, type[Paper]] = {kind.__name__.lower(): kind for kind in get_args(Paper)}
"""The papers by the name that stands in their bytes."""

VERSION = 1
"""Raised when the shape of a paper changes; `load` then learns to read the older one."""


class Unreadable(Exception):  # noqa: N818 - the paper is there, but this version cannot read it
    """The bytes are not a paper of the kind asked for."""


def dump(paper: Paper) -> bytes:
    """Return the paper as RFC 8785 canonical JSON: equal papers have equal bytes, hence equal digests."""
    name = type(paper).__name__.lower()
    body = _adapter(name).dump_python(paper, mode="json")
    return rfc8785.dumps({"paper": name, "version": VERSION, "body": body})


def digest(paper: Paper) -> Digest:
    """Return the digest that names a paper in the vault."""
    return Digest(hashlib.sha256(dump(paper)).hexdigest())


def load(kind: type[P], data: bytes) -> P:
    """Read a paper of this kind.

    Raises:
        Unreadable: other bytes, another kind of paper, or a newer version.
    """
    try:
        envelope = json.loads(data)
        name = kind.__name__.lower()
        if (envelope["paper"], envelope["version"]) != (name, VERSION):
            raise Unreadable(f"this is {envelope['paper']} version {envelope['version']}, not {name}")
        found: P = _adapter(name).validate_python(envelope["body"])
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise Unreadable(f"not a {kind.__name__.lower()}: {error}") from error
    return found


def read(data: bytes) -> Paper:
    """Read a paper of whatever kind it says it is.

    Raises:
        Unreadable: other bytes, or a newer version.
    """
    try:
        envelope = json.loads(data)
        if envelope["version"] != VERSION:
            raise Unreadable(f"this is {envelope['paper']} version {envelope['version']}, not {VERSION}")
        paper: Paper = _adapter(envelope["paper"]).validate_python(envelope["body"])
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise Unreadable(f"not a paper: {error}") from error
    return paper


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """Return what reads and writes papers of a kind; making it takes longer than a hundred readings."""
    return TypeAdapter(KINDS[name])
