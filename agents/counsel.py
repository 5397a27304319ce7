"""Counsel: what is weak in an episode, and what of it contradicts the series, for whoever may see it.

It is derived from the papers that count, enters no episode, passes no gate and leaves nothing in the ledger. What a
person takes up of it is a wish like any other, in words that were suggested.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.book import BIBLE
from agents.commands import Caller
from agents.crew import continuity, craft, sound
from agents.crew.editor import Spoken
from agents.crew.findings import Finding
from agents.studio import Desk, Studio
from agents.team import demand_sight
from storage import documents
from storage.domain.bible import Bible
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId, SeriesId
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Take, Work

SYNOPSIS, SCRIPT = Work(Medium.SYNOPSIS), Work(Medium.SCRIPT)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedCounsel:
    """Who asks for counsel on which episode, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Counsel:
    """What was found in a version: `take` is the script, or the synopsis as long as no script follows it."""

    take: Take
    synopsis: Synopsis
    script: Script | None
    findings: tuple[Finding, ...]


async def counsel(studio: Studio, asked: AskedCounsel) -> Counsel:
    """Return what is weak in an episode as it stands, and what contradicts what the series knows when it begins.

    Raises:
        Refused: the chat may not see the episode, or nothing of it is written yet.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        series = await reader.series(episode.series)
        await demand_sight(reader, asked.caller, asked.chat, series.id)
    return await examined(studio.desk(series, episode))


async def examined(desk: Desk) -> Counsel:
    """Return what was found in the version of an episode that counts.

    Raises:
        Refused: nothing is written yet.
    """
    head = await desk.head(SYNOPSIS)
    if head is None:
        raise Refused("nothing-written-yet")
    synopsis = await desk.read(Synopsis, head)
    paper = await desk.head(SCRIPT)
    if paper is not None and head.digest not in await desk.ancestry(paper):
        paper = None
    script = await desk.read(Script, paper) if paper else None
    return Counsel(
        take=paper or head,
        synopsis=synopsis,
        script=script,
        findings=await _found(desk, synopsis, script, paper),
    )


async def _found(desk: Desk, synopsis: Synopsis, script: Script | None, paper: Take | None) -> tuple[Finding, ...]:
    language, number = desk.series.language, desk.episode.number
    if script is None or paper is None:
        weak = craft.of_synopsis(synopsis, language)
    else:
        weak = craft.report(synopsis, script, language, await _recorded(desk, synopsis, script, paper))
    known = await _bible(desk.studio, desk.series.id)
    return (*weak, *continuity.check(known, number, synopsis, script, language))


async def _recorded(desk: Desk, synopsis: Synopsis, script: Script, paper: Take) -> Mapping[str, Spoken]:
    """Return the lines that are recorded."""
    found: dict[str, Spoken] = {}
    async with desk.studio.store.read() as reader:
        for order in sound.readings(script, synopsis, desk.series.language, paper.digest):
            take = await reader.keyed(desk.episode.id, desk.studio.key(order.request))
            if take is not None:
                found[order.work.part] = sound.spoken(take)
    return found


async def _bible(studio: Studio, series: SeriesId) -> Bible:
    """Return the bible of a series; an empty one where nobody has written any. To look at it opens no book."""
    async with studio.store.read() as reader:
        book = await reader.book(series)
        head = await reader.head(book.id, BIBLE) if book else None
    return documents.load(Bible, await studio.vault.read(head.digest)) if head else Bible()
