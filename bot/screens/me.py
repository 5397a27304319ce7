"""A person's own record as a message, and what comes with their certificate. It is shown to nobody else."""

from collections.abc import Callable, Iterator
from functools import partial

from agents.certificate import Issued
from agents.certificatewords import COMMAND, JUDGING, role
from agents.record import Own
from agents.sheetwords import counts
from bot.callbacks import Act, Press
from bot.screens.page import Handout, Screen, Voice, quoted
from bot.words import say
from storage.domain.records import Part, Tally

LISTED = 5
"""Released episodes that a message lists, and as many that are not released: the others are counted."""


def record(voice: Voice, found: Own | None) -> Screen:
    """Return what a person did in every series, and how much of it is in released films."""
    if found is None or not found.record.parts:
        return Screen(text=voice("record-empty"))
    released, unreleased = found.record.released, found.record.unreleased
    paragraphs = (
        voice("record-head", name=found.name),
        *_listed(voice, "record-released", released, partial(_released, voice, found)),
        *_listed(voice, "record-unreleased", unreleased, partial(_unreleased, voice, found)),
        "\n".join(_totals(voice, found)),
        voice("record-foot"),
    )
    button = voice.button("button-certificate", Press(Act.CERTIFICATE))
    return Screen(text="\n\n".join(paragraphs), buttons=((button,),))


def certificate(voice: Voice, issued: Issued) -> tuple[Screen, ...]:
    """Return the page and the data as files that are kept nowhere."""
    words = (voice("certificate-sent", command=COMMAND), voice("certificate-data"))
    files = issued.files.items()
    return tuple(
        Screen(text=text, handout=Handout(data=data, name=name))
        for text, (name, data) in zip(words, files, strict=True)
    )


def _listed(voice: Voice, key: str, parts: tuple[Part, ...], line: Callable[[Part], str]) -> Iterator[str]:
    if parts:
        more = [voice("record-more", count=len(parts) - LISTED)] if len(parts) > LISTED else []
        yield "\n".join((voice(key), *map(line, parts[:LISTED]), *more))


def _released(voice: Voice, found: Own, part: Part) -> str:
    plain = partial(say, voice.language)
    roles = [f"    {role(credit, plain)}{_dash(counts(credit, plain))}" for credit in part.credits]
    return "\n".join((_name(voice, found, part), *(roles or [f"    {voice('record-nothing-survived')}"])))


def _unreleased(voice: Voice, found: Own, part: Part) -> str:
    return f"{_name(voice, found, part)}{_dash(voice('record-acts', count=len(part.acts)))}"


def _name(voice: Voice, found: Own, part: Part) -> str:
    title, series = quoted(found.titles[part.episode.id]), quoted(found.series[part.episode.series])
    number = part.episode.number
    if title == series:
        return voice("record-line-same", title=title, number=number)
    return voice("record-line", title=title, series=series, number=number)


def _totals(voice: Voice, found: Own) -> Iterator[str]:
    yield voice("record-all")
    yield from (_total(voice, tally) for tally in found.record.tallies)
    yield voice("record-time", minutes=found.record.minutes)


def _total(voice: Voice, tally: Tally) -> str:
    label = voice(f"record-did-{tally.kind}")
    if tally.kind in JUDGING:
        return voice("record-total-plain", label=label, done=tally.done)
    return voice("record-total", label=label, done=tally.done, survived=tally.survived)


def _dash(words: str) -> str:
    return f" — {words}"
