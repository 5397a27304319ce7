"""Counsel: what is weak in an episode, and what of it contradicts the series, for whoever may see it.

It is derived from the papers that count, enters no episode, passes no gate and leaves nothing in the ledger. What a
person takes up of it is a wish like any other, in words that were suggested, or a new version of the bible.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agents import gathering, lending
from agents.acts import STUDIO, Origin
from agents.book import BIBLE
from agents.commands.book import Remember
from agents.commands.caller import Caller
from agents.crew import continuity, craft, facts, sound
from agents.crew.editor import Spoken
from agents.crew.findings import Finding
from agents.studio import Desk, Studio
from agents.team import demand_sight, may, met, trade
from storage import documents
from storage.domain.bible import Bible, Fact
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Right
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import EpisodeId, SeriesId
from storage.domain.stages import Stage
from storage.domain.story import Episode, Script, Synopsis
from storage.domain.takes import Medium, Take, Work

SYNOPSIS, SCRIPT = Work(Medium.SYNOPSIS), Work(Medium.SCRIPT)

SCRIPT_STANDS = frozenset({Stage.SHOOTING, Stage.CUT_REVIEW, Stage.FINISHING, Stage.RELEASED})
"""The stages in which the script is approved."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedCounsel:
    """Who asks for counsel on which episode, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Counsel:
    """What was found in a version: `take` is the script, or the synopsis as long as no script follows it.

    `facts` are what an approved script leaves behind and the bible does not hold yet.
    """

    take: Take
    synopsis: Synopsis
    script: Script | None
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...] = ()


async def counsel(studio: Studio, asked: AskedCounsel) -> Counsel:
    """Return what is weak in an episode as it stands, and what contradicts what the series knows when it begins.

    Raises:
        Refused: the chat may not see the episode, nothing of it is written yet, or it is an edition.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        series = await reader.series(episode.series)
        await demand_sight(reader, asked.caller, asked.chat, series.id)
    if episode.language:
        raise Refused("decided-in-original")
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
    language, number = desk.series.language, desk.episode.number
    known, _ = await _bible(desk.studio, desk.series.id)
    told = await gathering.begun_with(desk)
    if paper is None:
        clashes = continuity.check(known, number, synopsis, None, language, told=told)
        weak = (*craft.of_synopsis(synopsis, language), *clashes)
        return Counsel(take=head, synopsis=synopsis, script=None, findings=weak)
    script = await desk.read(Script, paper)
    weak = craft.report(synopsis, script, language, await _recorded(desk, synopsis, script, paper))
    stands = desk.episode.stage in SCRIPT_STANDS
    return Counsel(
        take=paper,
        synopsis=synopsis,
        script=script,
        findings=(*weak, *continuity.check(known, number, synopsis, script, language, told=told)),
        facts=facts.proposed(known, number, synopsis, script, language) if stands else (),
    )


async def mend(desk: Desk) -> Counsel:
    """Carry out the fixes that rules have, as a new version of the script by the studio; return what is weak then.

    Raises:
        Refused: nothing is written yet.
    """
    found = await examined(desk)
    if found.script is None:
        return found
    fixed = craft.mended(found.synopsis, found.script, desk.series.language)
    if fixed == found.script:
        return found
    await desk.write(SCRIPT, fixed, Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(found.take.digest,)))
    return await examined(desk)


async def remember(studio: Studio, command: Remember, cause: int | None) -> None:
    """Take a fact into the bible, in the script's words.

    Raises:
        Outdated: the fact is in the bible, or the script says it no more, or the bible was changed at this very moment.
        Refused: the caller does not write in this series.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(command.episode)
        series = await reader.series(episode.series)
    await may(studio, command.caller, series.id, Right.WRITE)
    found = await examined(studio.desk(series, episode))
    known, book = await _bible(studio, series.id)
    fact = next((each for each in found.facts if each.id == command.fact), None)
    if fact is None or book is None:
        raise Outdated("already")
    digest = await studio.vault.put_bytes(documents.dump(facts.with_fact(known, fact)))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        head = await unit.head(book.id, BIBLE)
        if head is None or documents.load(Bible, await studio.vault.read(head.digest)) != known:
            raise Outdated("superseded")
        origin = Origin(
            by=Actor.person(person.id),
            role=await trade(unit, series.id, person),
            kind=Kind.EDITED,
            sources=(head.digest, found.take.digest),
            words=Words.SUGGESTED,
        )
        await studio.desk(series, book).enter(unit, BIBLE, digest, origin)


async def _recorded(desk: Desk, synopsis: Synopsis, script: Script, paper: Take) -> Mapping[str, Spoken]:
    """Return the lines that are recorded."""
    found: dict[str, Spoken] = {}
    lent = await lending.voices(desk, synopsis)
    async with desk.studio.store.read() as reader:
        for order in sound.readings(script, synopsis, desk.series.language, paper.digest, lent):
            take = await reader.keyed(desk.episode.id, desk.studio.key(order.request))
            if take is not None:
                found[order.work.part] = sound.spoken(take)
    return found


async def _bible(studio: Studio, series: SeriesId) -> tuple[Bible, Episode | None]:
    """Return the bible of a series with its book; an empty one where nobody has written any. To look opens no book."""
    async with studio.store.read() as reader:
        book = await reader.book(series)
        head = await reader.head(book.id, BIBLE) if book else None
    return documents.load(Bible, await studio.vault.read(head.digest)) if head else Bible(), book
