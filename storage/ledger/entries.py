"""Entries: contributions written in one way only, each bound to the one before.

An entry's body is the contribution as canonical JSON (RFC 8785). Its digest covers the digest before it and the body,
under a prefix of its own, so that no other hash of the house can pass for one. `seq` starts at 1 and has no gaps.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

import rfc8785

from storage.domain.contributions import Actor, Contribution, Kind, Party, Tool, Words
from storage.domain.costs import Cost
from storage.domain.crew import Role
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.moments import moment, written

FORMAT = "feuilleton/ledger/1"
"""Names the form of bodies, digests and seals; another form gets another number."""

START = hashlib.sha256(f"{FORMAT}\0start".encode()).hexdigest()
"""What stands before the first entry."""

_ENTRY = f"{FORMAT}\0entry\0".encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One link of the chain: where it stands, the digest before it, its own, and the contribution's canonical JSON."""

    seq: int
    prev: str
    digest: str
    body: str


def canonical(value: dict[str, object]) -> bytes:
    """Write canonical JSON (RFC 8785).

    Raises:
        InvalidValue: a number JSON cannot carry exactly (an integer beyond 2^53 - 1, NaN), or text that is not Unicode.
    """
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]  # it refuses what it cannot write; types cannot say it
    except (rfc8785.CanonicalizationError, UnicodeError) as error:
        raise InvalidValue(f"the ledger cannot hold this: {error}") from error


def link(prev: str, body: str) -> str:
    """Return the digest of an entry that follows `prev`."""
    return hashlib.sha256(_ENTRY + bytes.fromhex(prev) + body.encode()).hexdigest()


def entry(contribution: Contribution, *, seq: int, prev: str) -> Entry:
    """Write a contribution as the entry after `prev`."""
    body = canonical(_body(contribution)).decode()
    return Entry(seq=seq, prev=prev, digest=link(prev, body), body=body)


def contribution(body: str) -> Contribution:
    """Read the contribution of an entry's body."""
    read = json.loads(body)
    return Contribution(
        id=read["id"],
        series=read["series"],
        episode=read["episode"],
        by=Actor(party=Party(read["by"]["party"]), name=read["by"]["name"]),
        directed_by=read["directed_by"],
        role=Role(read["role"]),
        kind=Kind(read["kind"]),
        at=moment(read["at"]),
        sources=tuple(Digest(source) for source in read["sources"]),
        made=read["made"],
        tool=Tool(**read["tool"]) if read["tool"] else None,
        cost=Cost(**read["cost"]),
        words=Words(read["words"]) if "words" in read else None,
        shown=tuple(Digest(each) for each in read.get("shown", ())),
        granted_to=read.get("granted_to"),
    )


def actor(by: Actor) -> str:
    """Return how a body names who acted: no other text in a body reads so."""
    return canonical({"by": _actor(by)}).decode()[1:-1]


def derived(act: Contribution) -> dict[str, str | None]:
    """Return what stands beside an entry so that it can be found."""
    return {"id": act.id, "series": act.series, "episode": act.episode, "made": act.made, "at": written(act.at)}


def _body(act: Contribution) -> dict[str, object]:
    return {
        "id": act.id,
        "series": act.series,
        "episode": act.episode,
        "by": _actor(act.by),
        "directed_by": act.directed_by,
        "role": str(act.role),
        "kind": str(act.kind),
        "at": written(act.at),
        "sources": list(act.sources),
        "made": act.made,
        "tool": asdict(act.tool) if act.tool else None,
        "cost": asdict(act.cost),
    } | _more(act)


def _actor(by: Actor) -> dict[str, object]:
    return {"party": str(by.party), "name": by.name}


def _more(act: Contribution) -> dict[str, object]:
    """Return what only some acts have; an entry without it is written as before there was any."""
    more: dict[str, object] = {
        "words": str(act.words) if act.words else None,
        "shown": list(act.shown),
        "granted_to": act.granted_to,
    }
    return {name: value for name, value in more.items() if value}
