"""What a check of a certificate found, as sentences; and what somebody shows, as the text that is checked."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from agents.certificatewords import role
from agents.checking import Finding, Given, Ledger, Name, given
from agents.record import Own
from agents.sheetwords import counts
from bot.words import FALLBACK, say
from generation.paper.code import seen
from storage.ledger.certificates import HEAD, Certificate, Verdict

LARGEST = 50 << 20
"""Bytes of a file that are read: more than any photo of a page has."""

_TEXT = re.compile(re.escape(HEAD).encode() + rb"[A-Z2-7]+")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")

VERDICTS: Mapping[Verdict, str] = {
    Verdict.TRUE: "This certificate is true: it is signed with the key {key}, and nothing in it was changed.",
    Verdict.CHANGED: "This certificate was changed, or was not copied whole: it is not what was signed.",
    Verdict.ELSEWHERE: "This certificate is unchanged, but signed with another key, {key}. If that is the key of the "
    "studio it is said to come from, check it with --key.",
    Verdict.UNREADABLE: "This is no certificate. Give the text of its code, its JSON or PDF file, or a sharp photo of "
    "the code.",
}

LEDGER: Mapping[Ledger, str] = {
    Ledger.AGREES: "This studio's ledger says the same: {size} entries then, and the record follows from them.",
    Ledger.BROKEN: "This studio's ledger does not hold, so that it proves nothing: {report}",
    Ledger.OTHER_CHAIN: "Its seal, over {size} entries, is none of this studio's ledger: it was restored or replaced.",
    Ledger.OTHER_RECORD: "This studio's ledger, as of {size} entries, tells another record of this person.",
    Ledger.NOBODY: "This studio knows nobody of the id {person}.",
}

NAMES: Mapping[Name, str] = {
    Name.SAME: "The person goes by the same name still: {name}.",
    Name.CHANGED: "The person goes by another name now: {name}.",
    Name.FORGOTTEN: "The name is no longer held: the person was forgotten at their wish.",
}


def shown(what: str) -> Given:
    """Read what somebody shows: the text of a code, or a file with it (text, JSON, PDF, or a photo).

    Raises:
        OSError: the file cannot be read.
    """
    if "".join(what.split()).upper().startswith(HEAD) or not Path(what).is_file():
        return given(what)
    with Path(what).open("rb") as file:
        data = file.read(LARGEST)
    if data.startswith(_PICTURES):
        return given(seen(data))
    if data.startswith(b"%PDF"):
        found = _TEXT.search(data)
        return given(found[0].decode() if found else "")
    return given(data.decode("utf-8", errors="replace"))


def sentences(finding: Finding) -> Iterator[str]:
    """Say what was found, the verdict first."""
    certificate = finding.certificate
    key = certificate.statement.by if certificate else ""
    yield VERDICTS[finding.verdict].format(key=key)
    if certificate is None or finding.verdict in {Verdict.CHANGED, Verdict.UNREADABLE}:
        return
    yield _said(certificate)
    if finding.ledger:
        said = certificate.statement
        yield LEDGER[finding.ledger].format(size=said.size, report=finding.report, person=said.person)
    if finding.name and finding.own:
        yield NAMES[finding.name].format(name=finding.own.name)
    if finding.own and finding.ledger is Ledger.AGREES:
        yield from _record(finding.own)


def _said(certificate: Certificate) -> str:
    said = certificate.statement
    return f"It was issued on {said.issued} to the person {said.person}; released episodes: {said.episodes}."


def _record(own: Own) -> Iterator[str]:
    def words(key: str, **values: str | int) -> str:
        return say(FALLBACK, key, **values)

    for part in own.record.released:
        yield f"  {own.titles[part.episode.id]}, episode {part.episode.number} (sha256 {part.cut})"
        yield from (f"    {role(credit, words)}: {counts(credit, words)}" for credit in part.credits)
