"""Editing: what a person says of an entry of the bible or the season is the next version of it, word for word."""

from collections.abc import Awaitable, Callable, Mapping

from agents import hearing
from agents.acts import Origin
from agents.book import bible, book, season
from agents.commands.book import ChangeEntry
from agents.crew.entries import in_bible, in_season
from agents.intake import clean, take_down
from agents.studio import Desk, Studio
from agents.team import demand, may, met, trade
from storage import documents
from storage.domain.bible import Bible, Season
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Person, Right
from storage.domain.entries import of_bible, of_plan, of_season
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import Digest
from storage.domain.papers import Subject, Wish
from storage.domain.takes import Medium, Take, Work
from storage.unit import Unit

SUBJECTS: Mapping[Medium, Subject] = {Medium.BIBLE: Subject.BIBLE, Medium.SEASON: Subject.SEASON}
"""What of the book can be changed by the entry, and what a wish for it is about."""


async def change_entry(studio: Studio, command: ChangeEntry, cause: int | None) -> None:
    """Let an entry say something; all others stay as whoever wrote them has them, also where two write at once.

    Raises:
        Refused: the caller does not write in this series, the episode of the plan was begun, or the entry said
            something else when the words were suggested.
        Outdated: the entry is there no more.
        InvalidValue: what they sent breaks a limit.
    """
    await may(studio, command.caller, command.series, Right.WRITE)
    text = clean(command.text) if command.text else ""
    async with studio.store.read() as reader:
        series = await reader.series(command.series)
    desk = await book(studio, series)
    typed = None if command.sources or not text else await _paper(studio, command, text)
    while True:
        try:
            await _next(desk, command, text, typed, cause)
        except _Overtaken:
            continue
        return


class _Overtaken(Exception):  # noqa: N818 - it is what happened: the change is made in the version that came between
    """Another version was made at this very moment; nothing of this one is kept, its cause least of all."""


async def _next(desk: Desk, command: ChangeEntry, text: str, typed: Digest | None, cause: int | None) -> None:
    """Make the next version; none where the entry says so already."""
    studio, work = desk.studio, Work(command.medium)
    said = await hearing.dictated(studio, command.dictated)
    head = await desk.head(work)
    before = await _READ[command.medium](desk)
    after = _changed(before, command.entry, text, desk)
    if after == before:
        return
    await _demand_unchanged(desk, command, before)
    digest = await studio.vault.put_bytes(documents.dump(after))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, desk.series.id, person, Right.WRITE)
        if await unit.head(desk.episode.id, work) != head:
            raise _Overtaken
        await _demand_unbegun(unit, desk, command.entry)
        words, heard = await hearing.enter(desk, unit, person, said, text, command.words)
        sources = (*command.sources, *heard)
        if typed is not None:
            sources = ((await take_down(desk, unit, person, typed, words, sources)).digest,)
        origin = await _origin(unit, desk, person, words, (*([head.digest] if head else []), *sources))
        await _enter(unit, desk, work, digest, origin)


_READ: Mapping[Medium, Callable[[Desk], Awaitable[Bible | Season | None]]] = {
    Medium.BIBLE: bible,
    Medium.SEASON: season,
}


def _changed(before: Bible | Season | None, entry: str, text: str, desk: Desk) -> Bible | Season:
    match before:
        case Bible():
            return in_bible(before, entry, text, desk.series.language)
        case Season():
            return in_season(before, entry, text)
        case None:
            raise Outdated("superseded")


async def _paper(studio: Studio, command: ChangeEntry, text: str) -> Digest:
    """Keep what was typed: the version that says it follows from it."""
    wish = Wish(text=text, salt=studio.salt(), about=SUBJECTS[command.medium], entry=command.entry)
    return await studio.vault.put_bytes(documents.dump(wish))


async def _demand_unchanged(desk: Desk, command: ChangeEntry, now: Bible | Season | None) -> None:
    """Let words that were suggested take the place of what stood there then: nobody has weighed them against more."""
    if command.words is not Words.SUGGESTED:
        return
    vault, shown = desk.studio.vault, None
    if command.before is not None and vault.has(command.before):
        shown = documents.read(await vault.read(command.before))
    if _says(shown, command.entry) != _says(now, command.entry):
        raise Refused("entry-changed")


def _says(paper: documents.Paper | None, entry: str) -> str:
    """Return what a version says of an entry: nothing where there is none, or it is still to be made."""
    match paper:
        case Bible():
            return of_bible(paper).get(entry, "")
        case Season():
            return of_season(paper).get(entry, "")
        case _:
            return ""


async def _demand_unbegun(unit: Unit, desk: Desk, entry: str) -> None:
    """Let a plan be changed only as long as nothing is made from it."""
    number, _ = of_plan(entry)
    if number and number <= len(await unit.episodes(desk.series.id)):
        raise Refused("begun-already")


async def _origin(unit: Unit, desk: Desk, person: Person, words: Words, sources: tuple[Digest, ...]) -> Origin:
    role = await trade(unit, desk.series.id, person)
    return Origin(by=Actor.person(person.id), role=role, kind=Kind.EDITED, words=words, sources=sources)


async def _enter(unit: Unit, desk: Desk, work: Work, digest: Digest, origin: Origin) -> None:
    """Record a version; one that says what an older one said is that one again."""
    known: Take | None = await unit.keyed(desk.episode.id, digest)
    if known is None:
        await desk.enter(unit, work, digest, origin)
    else:
        await unit.record(desk.contribution(origin, made=digest))
        await unit.choose(known)
