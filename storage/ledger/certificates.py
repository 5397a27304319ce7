"""Certificates: signed statements of what the ledger says of a person, small enough for a square code on paper.

A certificate does not hold the record itself but its digest, with the seal of the ledger that it was taken from:
whoever has the record compares it, whoever has the ledger derives it anew. Its text is canonical JSON and the
signature, in letters and digits that every phone reads and every chat leaves as they are:

    FEUILLETON/1/ + base 32 (RFC 4648, no padding) of: JSON, then 64 bytes of Ed25519
"""

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storage.domain.errors import InvalidValue
from storage.domain.ids import ALPHABET, LENGTH, Digest, PersonId
from storage.ledger.entries import canonical

FORMAT = "feuilleton/certificate/1"
"""Names the form of statements; another form gets another number."""

HEAD = "FEUILLETON/1/"
"""How the text of a certificate begins."""

LONGEST = 2_000
"""Characters of a text that are read: twice what one has."""

_VERSION = 1
_SIGNATURE = 64
_SIGNED = f"{FORMAT}\0certificate\0".encode()
_NAME = f"{FORMAT}\0name\0"
_DIGESTS = ("name", "record", "end", "by")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PERSON = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")


class Verdict(StrEnum):
    """What the text of a certificate and a public key tell."""

    TRUE = "true"
    """Signed with that key, and unchanged."""
    CHANGED = "changed"
    """Not as it was signed, or not whole."""
    ELSEWHERE = "elsewhere"
    """Unchanged, and signed with another key."""
    UNREADABLE = "unreadable"
    """No certificate at all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What is signed: of whom, under which name (see `name_digest`), which record, of how many released episodes.

    `issued` is a day (YYYY-MM-DD); the record is that of the ledger's first `size` entries, which end with the digest
    `end`; `by` is the public key. Digests and keys are hexadecimal (32 bytes).
    """

    person: PersonId
    name: Digest
    record: Digest
    episodes: int
    issued: str
    size: int
    end: Digest
    by: str

    def signed(self) -> bytes:
        """Return the bytes that are signed, after a prefix of their own."""
        return _SIGNED + self.body()

    def body(self) -> bytes:
        """Return the statement as canonical JSON, its digests in base 64."""
        digests = {name: _short(getattr(self, name)) for name in _DIGESTS}
        rest = {name: getattr(self, name) for name in ("person", "episodes", "issued", "size")}
        return canonical({"v": _VERSION, **rest, **digests})


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificate:
    """A statement and its signature (hexadecimal)."""

    statement: Statement
    signature: str

    @property
    def holds(self) -> bool:
        """Whether the signature is that of the key which the statement names."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.statement.by))
            key.verify(bytes.fromhex(self.signature), self.statement.signed())
        except (InvalidSignature, ValueError):
            return False
        return True

    @property
    def text(self) -> str:
        """The certificate as it stands in the square code."""
        return HEAD + _encoded(self.statement.body() + bytes.fromhex(self.signature))


def certify(statement: Statement, sign: Callable[[bytes], str]) -> Certificate:
    """Sign a statement; `sign` returns a signature in hexadecimal."""
    return Certificate(statement=statement, signature=sign(statement.signed()))


def read(text: str) -> Certificate | None:
    """Read the text of a certificate, as it was typed or copied; nothing if it is none, or not whole.

    Spaces and line breaks do not matter, and neither do small letters: a person may have copied it by hand.
    """
    plain = _plain(text)
    try:
        data = _decoded(plain.removeprefix(HEAD))
        certificate = _certificate(data[:-_SIGNATURE], data[-_SIGNATURE:])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, InvalidValue):
        return None
    return certificate if certificate.text == plain else None


def verdict(text: str, public: str) -> Verdict:
    """Compare the text of a certificate with a public key (hexadecimal)."""
    if not _plain(text).startswith(HEAD):
        return Verdict.UNREADABLE
    certificate = read(text)
    if certificate is None or not certificate.holds:
        return Verdict.CHANGED
    return Verdict.TRUE if certificate.statement.by == public else Verdict.ELSEWHERE


def name_digest(person: PersonId, name: str) -> Digest:
    """Return what stands for a name. The person's id, which is random, keeps it from being looked up in a table."""
    return Digest(hashlib.sha256(f"{_NAME}{person}\0{unicodedata.normalize('NFC', name)}".encode()).hexdigest())


def record_digest(record: Mapping[str, object]) -> Digest:
    """Return what stands for a record.

    Raises:
        InvalidValue: it cannot be written as canonical JSON.
    """
    return Digest(hashlib.sha256(f"{FORMAT}\0record\0".encode() + canonical(dict(record))).hexdigest())


def _certificate(body: bytes, signature: bytes) -> Certificate:
    said = json.loads(body)
    statement = Statement(
        person=said["person"],
        episodes=said["episodes"],
        issued=said["issued"],
        size=said["size"],
        **{name: _long(said[name]) for name in _DIGESTS},  # type: ignore[arg-type]  # the four that are digests
    )
    counts = type(statement.episodes) is int and type(statement.size) is int
    if not (counts and _PERSON.fullmatch(statement.person) and _DATE.fullmatch(statement.issued)):
        raise ValueError("this is no statement")
    return Certificate(statement=statement, signature=signature.hex())


def _plain(text: str) -> str:
    return "".join(text[:LONGEST].split()).upper()


def _encoded(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    return base64.b32decode(text + "=" * (-len(text) % 8))


def _short(digest: str) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")


def _long(short: str) -> str:
    return base64.urlsafe_b64decode(short + "=" * (-len(short) % 4)).hex()
