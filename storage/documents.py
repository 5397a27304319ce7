"""Papers as bytes: canonical JSON with the name and the version of its schema, so that old ones can always be read."""

import json
from collections.abc import Mapping
from typing import TypeVar

import rfc8785
from pydantic import TypeAdapter, ValidationError

from storage.domain.papers import Idea, Remarked, Storyboard, Variants, Wish
from storage.domain.story import Script, Synopsis

Paper = Idea | Wish | Remarked | Synopsis | Script | Storyboard | Variants
P = TypeVar("P", Idea, Wish, Remarked, Synopsis, Script, Storyboard, Variants)

MEDIA_TYPE = "application/vnd.feuilleton.paper+json"
KINDS: Mapping[str, type[Paper]] = {
    kind.__name__.lower(): kind for kind in (Idea, Wish, Remarked, Synopsis, Script, Storyboard, Variants)
}
"""The papers by the name that stands in their bytes."""

VERSION = 1
"""Raised when the shape of a paper changes; `load` then learns to read the older one."""


class Unreadable(Exception):  # noqa: N818 - the paper is there, but this version cannot read it
    """The bytes are not a paper of the kind asked for."""


def dump(paper: Paper) -> bytes:
    """Return the paper as RFC 8785 canonical JSON: equal papers have equal bytes, hence equal digests."""
    body = TypeAdapter(type(paper)).dump_python(paper, mode="json")
    return rfc8785.dumps({"paper": type(paper).__name__.lower(), "version": VERSION, "body": body})


def load(kind: type[P], data: bytes) -> P:
    """Read a paper of this kind.

    Raises:
        Unreadable: other bytes, another kind of paper, or a newer version.
    """
    try:
        envelope = json.loads(data)
        if (envelope["paper"], envelope["version"]) != (kind.__name__.lower(), VERSION):
            raise Unreadable(f"this is {envelope['paper']} version {envelope['version']}, not {kind.__name__.lower()}")
        return TypeAdapter(kind).validate_python(envelope["body"])
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise Unreadable(f"not a {kind.__name__.lower()}: {error}") from error


def read(data: bytes) -> Paper:
    """Read a paper of whatever kind it says it is.

    Raises:
        Unreadable: other bytes, or a newer version.
    """
    try:
        envelope = json.loads(data)
        kind = KINDS[envelope["paper"]]
        if envelope["version"] != VERSION:
            raise Unreadable(f"this is {envelope['paper']} version {envelope['version']}, not {VERSION}")
        adapter: TypeAdapter[Paper] = TypeAdapter(kind)
        return adapter.validate_python(envelope["body"])
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise Unreadable(f"not a paper: {error}") from error
