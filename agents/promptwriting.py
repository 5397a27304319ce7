"""Prompt writing: people say what a shot is painted from. The shot is then painted anew, and no other.

Whose words survive is told by sources: a prompt names the one before it only where something of that is left in it, so
whoever wrote a prompt that was replaced is not credited for the picture.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agents import hearing
from agents.acts import Origin
from agents.cautions import point_out
from agents.commands.caller import Caller
from agents.commands.story import ComposePrompt, UndoPrompt, WritePrompt
from agents.intake import ABOUT, QUOTED, clean, reopen
from agents.prompting import STILL, paints
from agents.studio import Desk, Studio
from agents.team import demand, may, met
from storage import documents
from storage.domain.board import Prompt
from storage.domain.contributions import Actor, Contribution, Kind, Party, Words
from storage.domain.crew import Person, Right, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import ContributionId, Digest, EpisodeId
from storage.domain.papers import Subject
from storage.domain.sentences import tokens
from storage.domain.story import Script
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing
from storage.unit import Unit

SCRIPT = Work(Medium.SCRIPT)

WRITTEN_FOR = "script"
"""The fact of a person's prompt that names the script they saw when they wrote it."""

_CLAUSE = re.compile(r"[.,;:!?\n。，；：！？、]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How things stand with the prompt of a shot: its versions, oldest first, the one that counts, and who made each.

    `script` is the script as it stands.
    """

    desk: Desk
    script: Take
    head: Take
    versions: tuple[Take, ...]
    acts: Mapping[ContributionId, Contribution]

    def act(self, take: Take) -> Contribution:
        """Return the act that made a version."""
        return self.acts[take.contribution]

    def is_ours(self, take: Take) -> bool:
        """Whether the studio composed a version."""
        return self.act(take).by.party is not Party.PERSON

    @property
    def before(self) -> Take | None:
        """The version before the one that counts."""
        place = self.versions.index(self.head)
        return self.versions[place - 1] if place else None

    @property
    def composed(self) -> Take | None:
        """What the studio composed last."""
        return next((take for take in reversed(self.versions) if self.is_ours(take)), None)


async def write_prompt(studio: Studio, command: WritePrompt, cause: int | None) -> EpisodeId:
    """Let a person's words be what a shot is painted from.

    Raises:
        InvalidValue: the words break a limit.
        Outdated: they say what is said already, or somebody changed the prompt at this very moment.
        Refused: the caller does not write prompts here, or the shot has no prompt.
    """
    now = await _demanded(studio, command.episode, command.shot, command.caller)
    before, kept = await read(studio, now.head), await _taken_up(studio, now, command)
    paper = await _worded(studio, command, before, kept)
    if (paper.text, paper.negative) == (before.text, before.negative):
        raise Outdated("already")
    digest = await studio.vault.put_bytes(documents.dump(paper))
    sources = (*await _kept(studio, now, paper), *((kept.digest,) if kept else ()))
    said = await hearing.dictated(studio, command.dictated)
    async with studio.store.write(cause) as unit:
        person = await _seat(studio, unit, now, command.caller)
        words, heard = await hearing.enter(now.desk, unit, person, said, paper.text, _whose(now, command, sources))
        origin = _origin(person, Kind.PROMPTED, words=words, sources=(*sources, *heard))
        facts = {WRITTEN_FOR: now.script.digest}
        taken = await now.desk.enter(unit, now.head.work, digest, origin, facts=facts)
        await _repaint(unit, command.episode)
        told = paper.text if paper.text != before.text else paper.negative
        await now.desk.tell(unit, News.WISH_TAKEN, {"text": told[:QUOTED], "by": person.name})
        await point_out(now.desk, unit, person, taken)
    return command.episode


async def undo_prompt(studio: Studio, command: UndoPrompt, cause: int | None) -> EpisodeId:
    """Let the version of a prompt before the one that counts count again.

    Raises:
        Outdated: another one counts than they saw.
        Refused: the caller does not write prompts here, or there is none before it.
    """
    now = await _demanded(studio, command.episode, command.shot, command.caller)
    if command.head is not None and now.head.id != command.head:
        raise Outdated("superseded")
    if now.before is None:
        raise Refused("nothing-before")
    return await _choose(studio, now, now.before, command.caller, cause)


async def compose_prompt(studio: Studio, command: ComposePrompt, cause: int | None) -> EpisodeId:
    """Let the studio's own words count; they are composed from the shot as it is by the time that it is painted.

    Raises:
        Outdated: they do.
        Refused: the caller does not write prompts here, or the shot has no prompt.
    """
    now = await _demanded(studio, command.episode, command.shot, command.caller)
    if now.composed is None:
        raise Refused("no-prompt-yet")
    if now.is_ours(now.head):
        raise Outdated("already")
    return await _choose(studio, now, now.composed, command.caller, cause)


async def standing(studio: Studio, episode: EpisodeId, shot: str) -> Standing:
    """Return how things stand with the prompt of a shot.

    Raises:
        Refused: nothing is painted here, there is no such shot, or it was not painted yet.
    """
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        desk = studio.desk(await reader.series(found.series), found)
        heads = await reader.heads(episode)
        takes = await reader.takes(episode, Medium.PROMPT)
        acts = {act.id: act for act in await reader.history(episode)}
    if not paints(desk):
        raise Refused("draws")
    if found.language:
        raise Refused("decided-in-original")
    script, head = heads.get(SCRIPT), heads.get(Work(Medium.PROMPT, shot))
    if script is None or shot not in {each.id for each in (await desk.read(Script, script)).shots}:
        raise Refused("no-such-shot")
    if head is None:
        raise Refused("no-prompt-yet")
    mine = [take for take in takes if take.work == head.work]
    # Words that were removed at their author's wish are no version to go back to.
    there = tuple(take for take in mine if take == head or studio.vault.has(take.digest))
    return Standing(desk=desk, script=script, head=head, versions=there, acts=acts)


async def read(studio: Studio, take: Take) -> Prompt:
    """Return a prompt; one whose words were removed at their author's wish says nothing."""
    try:
        return documents.load(Prompt, await studio.vault.read(take.digest))
    except Missing:
        return Prompt(text="", negative="", family="", salt="")


async def _demanded(studio: Studio, episode: EpisodeId, shot: str, caller: Caller) -> Standing:
    """Return how things stand for somebody who writes prompts here: others learn nothing of it."""
    async with studio.store.read() as reader:
        series = (await reader.episode(episode)).series
    await may(studio, caller, series, Right.PROMPT)
    return await standing(studio, episode, shot)


async def _worded(studio: Studio, command: WritePrompt, before: Prompt, kept: Take | None) -> Prompt:
    """Return what is to be said: as the command has it, as the book has it, or as it was."""
    said = await read(studio, kept) if kept else before
    return Prompt(
        text=said.text if command.text is None else clean(command.text),
        negative=said.negative if command.negative is None else command.negative and clean(command.negative),
        family=studio.model(STILL).family,
        salt=studio.salt(),
    )


async def _choose(studio: Studio, now: Standing, chosen: Take, caller: Caller, cause: int | None) -> EpisodeId:
    async with studio.store.write(cause) as unit:
        person = await _seat(studio, unit, now, caller)
        origin = _origin(person, Kind.CHOSE, shown=(now.head.digest, chosen.digest))
        await unit.record(now.desk.contribution(origin, made=chosen.digest))
        await unit.choose(chosen)
        await _repaint(unit, now.desk.episode.id)
        await now.desk.tell(unit, News.VERSION_CHOSEN, {})
    return now.desk.episode.id


async def _repaint(unit: Unit, name: EpisodeId) -> None:
    """Bring an episode back to where its pictures are made; while its story is worked on, it comes there by itself."""
    episode = await unit.episode(name)
    if episode.stage not in ABOUT:
        await reopen(unit, episode, Subject.SCRIPT)


async def _seat(studio: Studio, unit: Unit, now: Standing, caller: Caller) -> Person:
    """Return the caller, who writes prompts here; what they saw still counts."""
    person = await met(studio, unit, caller)
    await demand(unit, now.desk.series.id, person, Right.PROMPT)
    if await unit.head(now.desk.episode.id, now.head.work) != now.head:
        raise Outdated("superseded")
    return person


def _origin(
    person: Person,
    kind: Kind,
    *,
    words: Words | None = None,
    sources: tuple[Digest, ...] = (),
    shown: tuple[Digest, ...] = (),
) -> Origin:
    """Return an act of prompt writing: that is the trade, whatever else the person is in the series."""
    by = Actor.person(person.id)
    return Origin(by=by, role=Role.PROMPT_WRITER, kind=kind, words=words, sources=sources, shown=shown)


def _whose(now: Standing, command: WritePrompt, sources: tuple[Digest, ...]) -> Words:
    """Tell whose words a prompt is made of; what was taken up from the book and then changed is edited."""
    suggested = now.act(now.head).words in {Words.SUGGESTED, Words.EDITED}
    return Words.EDITED if suggested and now.head.digest in sources else command.words


async def _kept(studio: Studio, now: Standing, paper: Prompt) -> tuple[Digest, ...]:
    """Return the version before where something of it is left, beside what the studio had composed by itself."""
    before = await read(studio, now.head)
    ours = [take for take in now.versions if now.is_ours(take) and take != now.head]
    known = _clauses([part for take in ours for part in _parts(await read(studio, take))])
    left = _clauses(_parts(before)) & _clauses(_parts(paper)) - known
    return (now.head.digest,) if left else ()


async def _taken_up(studio: Studio, now: Standing, command: WritePrompt) -> Take | None:
    """Return the prompt of the book that words were taken from.

    Raises:
        Refused: it is of another series.
    """
    if command.taken_up is None:
        return None
    async with studio.store.read() as reader:
        take = await reader.take(command.taken_up)
        series = (await reader.episode(take.episode)).series
    if series != now.desk.series.id or take.work.medium is not Medium.PROMPT:
        raise Refused("no-such-prompt")
    return take


def _parts(paper: Prompt) -> tuple[str, str]:
    return paper.text, paper.negative


def _clauses(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return the clauses of texts as words, without signs and capitals."""
    return frozenset(words for text in texts for each in _CLAUSE.split(text) if (words := tokens(each)))
