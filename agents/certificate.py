"""The certificate of a person: their record as data, signed, and set on one page. It is kept nowhere.

What is signed is said by ADR 11, what the data are by `docs/schemas/certificate.schema.json`.
"""

import json
from dataclasses import dataclass

from agents.certificatewords import FILE, page
from agents.commands.caller import Caller
from agents.record import Own, mine, own
from agents.studio import Studio
from agents.wording import Wording
from generation.requests.printing import PaperRequest
from storage.domain.credits import Credit
from storage.domain.errors import Refused
from storage.domain.ids import Digest, PersonId
from storage.domain.records import Part
from storage.ledger.certificates import Certificate, Statement, name_digest, record_digest
from storage.ledger.seals import Seal

FORMAT = "feuilleton-certificate/1"

KIND = "certificate"
"""The paper's name, for the press and for its files."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Issued:
    """A certificate as it is handed out: the page, and the record beside it."""

    certificate: Certificate
    pdf: bytes
    json: bytes

    @property
    def files(self) -> dict[str, bytes]:
        """The files by name."""
        return {f"{KIND}.pdf": self.pdf, FILE: self.json}


async def issue_mine(studio: Studio, caller: Caller, wording: Wording) -> Issued:
    """Issue the caller's own certificate.

    Raises:
        Refused: they have not made anything yet.
        GenerationError: it could not be printed.
    """
    found = await mine(studio, caller)
    if found is None:
        raise Refused("nothing-made-yet")
    return await _issue(studio, found, wording)


async def issue(studio: Studio, person: PersonId, wording: Wording) -> Issued:
    """Issue the certificate of a person.

    Raises:
        Refused: they have not made anything yet.
        GenerationError: it could not be printed.
    """
    return await _issue(studio, await own(studio, person), wording)


async def _issue(studio: Studio, found: Own, wording: Wording) -> Issued:
    if not found.record.parts or found.seal is None:
        raise Refused("nothing-made-yet")
    certificate = studio.store.certify(_statement(studio, found, found.seal))
    request = PaperRequest(kind=KIND, sheet=page(found, certificate, wording))
    async with studio.made(request) as made:
        pdf = made.path.read_bytes()
    return Issued(certificate=certificate, pdf=pdf, json=written(found, found.seal, certificate))


def _statement(studio: Studio, found: Own, seal: Seal) -> Statement:
    return Statement(
        person=found.person.id,
        name=name_digest(found.person.id, found.name),
        record=record_digest(facts(found)),
        episodes=len(found.record.released),
        issued=f"{studio.clock():%Y-%m-%d}",
        size=seal.size,
        end=Digest(seal.digest),
        by=studio.store.public,
    )


def written(found: Own, seal: Seal, certificate: Certificate) -> bytes:
    """Return the file beside the page: the signed text, and everything it stands for."""
    body = {
        "format": FORMAT,
        "text": certificate.text,
        "name": found.name,
        "record": facts(found),
        "seal": seal.row(),
    }
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode()


def facts(found: Own) -> dict[str, object]:
    """Return a record as the data whose digest is signed: of what is not released, only how much there is."""
    record = found.record
    moments = record.moments
    return {
        "person": record.person,
        "begun": moments[0].isoformat(),
        "ended": moments[-1].isoformat(),
        "active_minutes_estimated": record.minutes,
        "acts": {str(tally.kind): {"done": tally.done, "survived": tally.survived} for tally in record.tallies},
        "episodes": [_episode(part, found.titles[part.episode.id]) for part in record.released],
        "unreleased": len(record.unreleased),
    }


def _episode(part: Part, title: str) -> dict[str, object]:
    return {
        "series": part.episode.series,
        "episode": part.episode.id,
        "number": part.episode.number,
        "title": title,
        "sha256": part.cut,
        "credits": [_credit(credit) for credit in part.credits],
    }


def _credit(credit: Credit) -> dict[str, object]:
    return {
        "role": str(credit.role),
        "degree": str(credit.degree) if credit.degree else None,
        "counts": {str(kind): count for kind, count in credit.counts},
        "evidence": list(credit.evidence),
    }
