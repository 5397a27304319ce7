"""The check of a certificate: its signature by a key alone, and what it says by this studio's own ledger."""

import json
from dataclasses import dataclass
from enum import StrEnum

from agents.certificate import FORMAT, facts
from agents.record import Own, own
from agents.studio import Studio
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.errors import NotFound
from storage.forgetting import is_forgotten
from storage.ledger.certificates import Certificate, Verdict, name_digest, read, record_digest, verdict
from storage.ledger.seals import Seal
from storage.ledger.walk import Report


class Ledger(StrEnum):
    """What this studio's ledger says of a certificate that it signed."""

    AGREES = "agrees"
    """The seal is of this chain, and the record is what the chain tells."""
    BROKEN = "broken"
    """The ledger itself does not hold."""
    OTHER_CHAIN = "other-chain"
    """The seal is none of this chain's."""
    OTHER_RECORD = "other-record"
    """The chain tells another record of this person."""
    NOBODY = "nobody"
    """The studio knows nobody of that id."""


class Name(StrEnum):
    """What this studio says of the name on a certificate."""

    SAME = "same"
    CHANGED = "changed"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A certificate as somebody shows it: its text, and the file beside it where they have that too."""

    text: str
    name: str | None = None
    record: dict[str, object] | None = None
    seal: Seal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a check found; `certificate` is there where one could be read, the rest where a ledger is at hand.

    `own` is the record that the ledger tells, as of the seal.
    """

    verdict: Verdict
    certificate: Certificate | None = None
    ledger: Ledger | None = None
    report: Report | None = None
    name: Name | None = None
    own: Own | None = None

    @property
    def clean(self) -> bool:
        """Whether all that could be checked is as the certificate says."""
        return self.verdict is Verdict.TRUE and self.ledger in {None, Ledger.AGREES}


def given(shown: str) -> Given:
    """Read what somebody shows: the text of the square code, or the data of the file beside it."""
    try:
        body = json.loads(shown)
        if body["format"] == FORMAT and isinstance(body["text"], str):
            return Given(text=body["text"], name=body["name"], record=body["record"], seal=Seal(**body["seal"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        pass
    return Given(text=shown)


def check(shown: Given, public: str) -> Finding:
    """Check a certificate with a public key alone: the signature, and that the file beside it is what was signed."""
    found = verdict(shown.text, public)
    certificate = read(shown.text)
    if certificate is not None and found is not Verdict.CHANGED and not _fits(shown, certificate):
        found = Verdict.CHANGED
    return Finding(verdict=found, certificate=certificate)


async def check_here(studio: Studio, shown: Given) -> Finding:
    """Check a certificate with this studio's key and ledger."""
    finding = check(shown, studio.store.public)
    certificate = finding.certificate
    if certificate is None or finding.verdict is not Verdict.TRUE:
        return finding
    report = await studio.store.verify()
    said = certificate.statement
    try:
        found = await own(studio, said.person, said.size)
    except NotFound:
        return Finding(verdict=finding.verdict, certificate=certificate, ledger=Ledger.NOBODY, report=report)
    async with studio.store.read() as reader:
        end = await reader.entry_digest(said.size)
    return Finding(
        verdict=finding.verdict,
        certificate=certificate,
        ledger=_ledger(certificate, found, report, end),
        report=report,
        name=_name(certificate, found),
        own=found,
    )


def _ledger(certificate: Certificate, found: Own, report: Report, end: Digest | None) -> Ledger:
    if end != certificate.statement.end:
        return Ledger.OTHER_CHAIN
    if not report.clean:
        return Ledger.BROKEN
    told = record_digest(facts(found)) if found.record.parts else None
    return Ledger.AGREES if told == certificate.statement.record else Ledger.OTHER_RECORD


def _name(certificate: Certificate, found: Own) -> Name:
    said = certificate.statement
    if name_digest(said.person, found.name) == said.name:
        return Name.SAME
    return Name.FORGOTTEN if is_forgotten(found.person) else Name.CHANGED


def _fits(shown: Given, certificate: Certificate) -> bool:
    """Whether the file beside a certificate is what its text stands for."""
    if shown.name is None or shown.record is None or shown.seal is None:
        return True
    said, seal = certificate.statement, shown.seal
    try:
        names = name_digest(said.person, shown.name) == said.name
        records = record_digest(shown.record) == said.record
    except (InvalidValue, TypeError, AttributeError, ValueError, RecursionError):
        return False
    return names and records and seal.holds and (seal.size, seal.digest, seal.public) == (said.size, said.end, said.by)
