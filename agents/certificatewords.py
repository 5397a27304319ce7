"""The certificate of a person in words, as it is printed: in the person's own language."""

from collections.abc import Iterator
from functools import partial

from agents.record import Own
from agents.sheetwords import MAKER, Say, counts, written
from agents.wording import Wording
from generation.paper.certificate import CertificatePage, Entry, Number, Section
from storage.domain.contributions import Kind
from storage.domain.credits import VERDICTS, Credit
from storage.domain.records import Part, Tally
from storage.ledger.certificates import Certificate
from storage.moments import moment

LISTED = 8
"""Episodes that a page lists; the file beside it has all of them."""

FILE = "certificate.json"
"""The name of the record as data."""

COMMAND = "feuilleton verify --certificate"
"""What checks a certificate."""

JUDGING = VERDICTS - {Kind.APPROVED}
"""Acts of which nothing can be in a film."""


def page(found: Own, certificate: Certificate, wording: Wording) -> CertificatePage:
    """Return the certificate as a page; of what is not released it tells only how much there is."""
    language, said = found.person.language, certificate.statement
    say: Say = partial(wording, language)
    released = found.record.released
    return CertificatePage(
        language=language,
        name=say("certificate-name"),
        title=found.name,
        about=say("certificate-about", person=said.person, date=said.issued),
        lead=say("certificate-lead") if released else say("certificate-lead-none"),
        episodes=say("certificate-episodes", count=len(released)) if released else "",
        entries=tuple(_entry(found, part, say) for part in released[:LISTED]),
        more=say("certificate-more", count=len(released) - LISTED, file=FILE) if len(released) > LISTED else "",
        numbers=say("certificate-numbers"),
        tallies=tuple(_number(tally, say) for tally in found.record.tallies),
        notes=tuple(_notes(found, say)),
        seal=Section(title=say("sheet-ledger"), rows=tuple(_seal(found, certificate, say))),
        statement=Section(title=say("certificate-limits"), rows=tuple((line,) for line in _statement(say))),
        code=certificate.text,
        scan=say("certificate-scan"),
        command=f"{COMMAND} …",
        version=say("paper-version", version=said.record[:6]),
        label=MAKER,
    )


def role(credit: Credit, say: Say) -> str:
    """Return a role and how much was done in it."""
    name = say(f"role-{credit.role}")
    return say("record-role", role=name, degree=say(f"degree-{credit.degree}")) if credit.degree else name


def _entry(found: Own, part: Part, say: Say) -> Entry:
    title, series = found.titles[part.episode.id], found.series[part.episode.series]
    number = say("card-episode", number=part.episode.number)
    lines = tuple((role(credit, say), counts(credit, say)) for credit in part.credits)
    return Entry(
        title=title,
        about=number if series == title else f"{series} · {number}",
        lines=lines or ((say("record-nothing-survived"), ""),),
    )


def _number(tally: Tally, say: Say) -> Number:
    survived = "" if tally.kind in JUDGING else say("certificate-survived", count=tally.survived)
    return Number(label=say(f"record-did-{tally.kind}"), done=str(tally.done), survived=survived)


def _notes(found: Own, say: Say) -> Iterator[tuple[str, str]]:
    begun, ended = (f"{each:%Y-%m-%d}" for each in (found.record.moments[0], found.record.moments[-1]))
    yield say("certificate-period"), begun if begun == ended else f"{begun} – {ended}"
    yield say("sheet-time"), say("certificate-minutes", minutes=found.record.minutes)
    if found.record.unreleased:
        yield say("certificate-unreleased"), str(len(found.record.unreleased))


def _seal(found: Own, certificate: Certificate, say: Say) -> Iterator[tuple[str, str]]:
    said = certificate.statement
    sealed = written(moment(found.seal.at)) if found.seal else said.issued
    yield say("sheet-entries"), say("sheet-sealed", size=said.size, date=sealed)
    yield say("sheet-last"), said.end
    yield say("certificate-record"), said.record
    yield say("sheet-key"), said.by


def _statement(say: Say) -> Iterator[str]:
    for line in ("certificate-says", "certificate-tools", "certificate-counts"):
        yield say(line)
