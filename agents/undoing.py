"""Undoing: the version before the one that counts, or the one after it, is made the one that counts.

Nothing is taken away by it: every version stays, and is reached again by the same steps.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.acts import Origin
from agents.book import book
from agents.commands.caller import Caller
from agents.commands.story import Undo
from agents.intake import reopen
from agents.studio import Desk, Studio
from agents.team import demand, demand_sight, met, trade
from storage.domain.board import Storyboard
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Right
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId
from storage.domain.papers import Does, Subject
from storage.domain.review import Draft, DraftKind
from storage.domain.takes import Medium, Take, Work

SUBJECTS: Mapping[Medium, Subject] = {
    Medium.SYNOPSIS: Subject.SYNOPSIS,
    Medium.SCRIPT: Subject.SCRIPT,
    Medium.RETOUCHES: Subject.RETOUCH,
}
"""The papers of an episode whose versions can be gone through, and to what going on from one leads back."""

NEEDED: Mapping[Medium, Right] = {Medium.RETOUCHES: Right.PROMPT}
"""The right to go through the versions of a paper, where it is not that to write."""

IN_BOOK = frozenset({Medium.BIBLE, Medium.SEASON})

STEPS: Mapping[Does, int] = {Does.UNDO: -1, Does.REDO: 1}
"""How far an offer goes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Move:
    """The version that counts, and the one that shall count."""

    head: Take
    chosen: Take


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedStanding:
    """Who asks which version of a paper counts, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId
    medium: Medium
    part: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Which version of a paper counts: `head`, the one with this `number` (from 1) of those that people have seen."""

    head: Take
    number: int
    count: int


async def standing(studio: Studio, asked: AskedStanding) -> Standing | None:
    """Return which version of a paper counts; nothing where there is none.

    Raises:
        Refused: the chat may not see the episode, or the paper has no versions to go through.
    """
    if asked.medium not in SUBJECTS:
        raise Refused("no-comparison")
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        series = await reader.series(episode.series)
        await demand_sight(reader, asked.caller, asked.chat, series.id)
    desk = studio.desk(series, episode)
    work = Work(asked.medium, asked.part)
    head, versions = await desk.head(work), await _versions(desk, work)
    return Standing(head=head, number=versions.index(head) + 1, count=len(versions)) if head in versions else None


async def changed(studio: Studio, caller: Caller, episode: EpisodeId) -> Work | None:
    """Return what the last act of a caller in an episode changed of one picture: the prompt of its shot, or the changes
    of its still; nothing where that act was about something else.
    """
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        history, takes = await reader.history(episode), await reader.takes(episode)
    by = Actor.person(person.id) if person else None
    last = next((act for act in reversed(history) if act.by == by), None)
    made = next((take for take in takes if last and take.digest == last.made), None)
    if made is None or made.work.medium in {Medium.PROMPT, Medium.RETOUCHES}:
        return made.work if made else None
    if made.work.medium is not Medium.WISH:
        return None
    met = {act.id for act in history if made.digest in act.sources}
    changes = (take.work for take in takes if take.work.medium is Medium.RETOUCHES and take.contribution in met)
    return next(changes, None)


async def undo(studio: Studio, command: Undo, cause: int | None) -> EpisodeId | None:
    """Make the version beside the one that counts the one that counts; work goes on from there.

    Raises:
        Refused: the caller does not write here, there is no such version, or the episode is released.
        Outdated: another version counts than they saw, or was made at this very moment.
    """
    desk = await _desk(studio, command)
    move = await _move(desk, command)
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, desk.series.id, person, needed(command.medium))
        if await unit.head(desk.episode.id, Work(command.medium, command.part)) != move.head:
            raise Outdated("superseded")
        role = await trade(unit, desk.series.id, person)
        shown = (move.head.digest, move.chosen.digest)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.CHOSE, shown=shown)
        await unit.record(desk.contribution(origin, made=move.chosen.digest))
        await unit.choose(move.chosen)
        if command.episode is None:
            return None
        await reopen(unit, await unit.episode(command.episode), SUBJECTS[command.medium])
        await desk.tell(unit, News.VERSION_CHOSEN, {})
    return command.episode


async def left(studio: Studio, command: Undo) -> Take:
    """Return the version that counts, which a step would leave.

    Raises:
        Refused: as for the step itself.
    """
    return (await _move(await _desk(studio, command), command)).head


def needed(medium: Medium) -> Right:
    """Return the right that it takes to go through the versions of a paper."""
    return NEEDED.get(medium, Right.WRITE)


async def _desk(studio: Studio, command: Undo) -> Desk:
    if command.medium not in (IN_BOOK if command.episode is None else SUBJECTS):
        raise Refused("no-comparison")
    async with studio.store.read() as reader:
        series = await reader.series(command.series)
        episode = await reader.episode(command.episode) if command.episode else None
        person = await reader.person_of(command.caller.chat)
        if person is None or (episode and episode.series != series.id):
            raise Refused(f"not-yours-to-{needed(command.medium)}")
        await demand(reader, series.id, person, needed(command.medium))
    if episode and episode.language:
        raise Refused("decided-in-original")
    return studio.desk(series, episode) if episode else await book(studio, series)


async def _move(desk: Desk, command: Undo) -> _Move:
    work = Work(command.medium, command.part)
    head = await desk.head(work)
    if command.head is not None and (head is None or head.digest != command.head):
        raise Outdated("superseded")
    return _beside(await _versions(desk, work), head, command.steps)


def _beside(versions: tuple[Take, ...], head: Take | None, steps: int) -> _Move:
    places = {take.digest: place for place, take in enumerate(versions)}
    place = places.get(head.digest, -1) + steps if head and head.digest in places else -1
    if head is None or not 0 <= place < len(versions):
        raise Refused("nothing-before" if steps < 0 else "nothing-after")
    return _Move(head=head, chosen=versions[place])


async def _versions(desk: Desk, work: Work) -> tuple[Take, ...]:
    """Return the versions that people have seen, oldest first, and the one that counts."""
    async with desk.studio.store.read() as reader:
        takes = tuple(take for take in await reader.takes(desk.episode.id, work.medium) if take.work == work)
        drafts = await reader.drafts(desk.episode.id)
        head = await reader.head(desk.episode.id, work)
    if work.medium in IN_BOOK or work.medium is Medium.RETOUCHES:
        return takes
    seen = await _seen(desk, work.medium, drafts)
    return tuple(take for take in takes if take.digest in seen or take == head)


async def _seen(desk: Desk, medium: Medium, drafts: tuple[Draft, ...]) -> frozenset[Digest]:
    if medium is Medium.SYNOPSIS:
        return frozenset(draft.digest for draft in drafts if draft.kind is DraftKind.SYNOPSIS)
    boards = {draft.digest for draft in drafts if draft.kind is DraftKind.STORYBOARD}
    async with desk.studio.store.read() as reader:
        takes = [take for take in await reader.takes(desk.episode.id, Medium.STORYBOARD) if take.digest in boards]
    return frozenset([(await desk.read(Storyboard, take)).script for take in takes])
