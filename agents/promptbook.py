"""Prompts to be read: that of one shot, and the book of those that worked in a series."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from agents import promptwriting
from agents.commands.caller import Caller
from agents.crew import prompter
from agents.crew.prompter import Brief
from agents.prompting import STILL, paints
from agents.studio import Desk, Studio
from agents.team import demand_sight
from generation.catalog.model import Taken
from storage import documents
from storage.domain.bible import Bible
from storage.domain.board import Prompt, Storyboard
from storage.domain.contributions import Contribution, Party
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId, PersonId
from storage.domain.review import DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Episode, Scene, Script, Shot, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing
from storage.pictures import below
from storage.reader import Reader

MOST = 10
"""Prompts of the book that are shown: the newest."""

STORYBOARD = Work(Medium.STORYBOARD)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedPrompt:
    """Who asks for the prompt of a shot, by its number or its id, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId
    number: int = 0
    shot: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """The prompt of a shot as it stands, and the model that reads it, where the studio paints at all.

    `take` is the version that counts, once there is one; `author` who wrote it, empty where the studio composed it.
    `is_stale` says that the shot changed after a person wrote it.
    """

    episode: EpisodeId
    shot: str
    number: int
    prompt: Prompt
    model: str = ""
    reads_negative: bool = False
    take: Take | None = None
    author: str = ""
    is_stale: bool = False
    has_before: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A prompt that worked: in which episode, for which shot, on which model, and who wrote it, if a person did."""

    take: Take
    prompt: Prompt
    episode: int
    shot: int
    model: str
    author: str


async def worded(studio: Studio, asked: AskedPrompt) -> Worded:
    """Return the prompt of a shot; what would be said where nothing was painted yet.

    Raises:
        Refused: the caller may not see the episode, or there is no such shot.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        series = await reader.series(episode.series)
        await demand_sight(reader, asked.caller, asked.chat, series.id)
        heads = await reader.heads(episode.id)
    desk = studio.desk(series, episode)
    script = await _read(desk, Script, heads.get(Work(Medium.SCRIPT)))
    synopsis = await _read(desk, Synopsis, heads.get(Work(Medium.SYNOPSIS)))
    shot = _shot(script, asked) if script else None
    if script is None or synopsis is None or shot is None:
        raise Refused("no-such-shot")
    number = script.shots.index(shot) + 1
    if not paints(desk) or episode.language or Work(Medium.PROMPT, shot.id) not in heads:
        told = prompter.still(await _brief(desk, synopsis), script, shot)
        return Worded(episode=episode.id, shot=shot.id, number=number, prompt=told, model=_model(desk))
    return await _standing(studio, replace(asked, shot=shot.id), script, number)


async def book(studio: Studio, asked: AskedPrompt) -> tuple[Kept, ...]:
    """Return the prompts that hang on approved boards and in releases of a series, newest first, each once.

    Raises:
        Refused: the caller may not see the series.
    """
    async with studio.store.read() as reader:
        series = (await reader.episode(asked.episode)).series
        await demand_sight(reader, asked.caller, asked.chat, series)
        episodes = await reader.episodes(series)
        found = [kept for each in reversed(episodes) for kept in await _worked(studio, reader, each)]
    once = {kept.take.digest: kept for kept in reversed(found)}
    newest = [kept for kept in found if once[kept.take.digest] is kept]
    return tuple(newest[:MOST])


async def _standing(studio: Studio, asked: AskedPrompt, script: Script, number: int) -> Worded:
    now = await promptwriting.standing(studio, asked.episode, asked.shot)
    model, act = studio.model(STILL), now.act(now.head)
    author = ""
    if not now.is_ours(now.head):
        async with studio.store.read() as reader:
            author = (await reader.person(PersonId(act.by.name))).name
    return Worded(
        episode=asked.episode,
        shot=asked.shot,
        number=number,
        prompt=await promptwriting.read(studio, now.head),
        model=model.name,
        reads_negative=Taken.NEGATIVE in model.takes,
        take=now.head,
        author=author,
        is_stale=await _is_stale(studio, now.head, script, asked.shot),
        has_before=now.before is not None,
    )


async def _is_stale(studio: Studio, head: Take, script: Script, shot: str) -> bool:
    """Return whether a shot looks another than when a person wrote its prompt."""
    written_for = head.facts.get(promptwriting.WRITTEN_FOR)
    if not isinstance(written_for, str):
        return False
    before = documents.load(Script, await studio.vault.read(Digest(written_for)))
    return _looks(before, shot) != _looks(script, shot)


def _looks(script: Script, name: str) -> tuple[Shot, Scene] | None:
    """Return what of a shot is seen: not what is said in it, and not which roll it is."""
    shot = next((each for each in script.shots if each.id == name), None)
    if shot is None:
        return None
    return replace(shot, scene="", lines=(), roll=0), replace(script.scene(shot), id="")


async def _worked(studio: Studio, reader: Reader, episode: Episode) -> list[Kept]:
    """Return the prompts of the pictures that people approved in an episode, changed or not, newest first."""
    takes = {take.digest: take for take in await reader.takes(episode.id)}
    acts = {act.id: act for act in await reader.history(episode.id)}
    found = []
    for board in await _boards(studio, reader, episode):
        shots = [panel.shot for panel in board.panels]
        for panel in board.panels:
            picture = takes.get(panel.digest)
            still = takes.get(await below(reader, studio.vault, picture)) if picture else None
            act = acts[still.contribution] if still else None
            prompt = next(_prompts(act, takes), None) if act else None
            paper = await _paper(studio, prompt) if prompt else None
            if act and prompt and paper:
                number = shots.index(panel.shot) + 1
                model = act.tool.name if act.tool else ""
                author = await _author(reader, acts[prompt.contribution])
                found.append(
                    Kept(take=prompt, prompt=paper, episode=episode.number, shot=number, model=model, author=author)
                )
    return found


def _prompts(act: Contribution, takes: Mapping[Digest, Take]) -> Iterator[Take]:
    """Yield the prompts that a picture was painted from."""
    for source in act.sources:
        take = takes.get(source)
        if take is not None and take.work.medium is Medium.PROMPT:
            yield take


async def _boards(studio: Studio, reader: Reader, episode: Episode) -> list[Storyboard]:
    """Return the boards of an episode that were approved, and that which was released, newest first."""
    drafts = [each for each in await reader.drafts(episode.id) if each.kind is DraftKind.STORYBOARD]
    approved = [each.digest for each in drafts if each.outcome is Outcome.APPROVED]
    head = await reader.head(episode.id, STORYBOARD)
    if head is not None and episode.stage is Stage.RELEASED:
        approved.append(head.digest)
    newest = dict.fromkeys(reversed(approved))
    return [documents.load(Storyboard, await studio.vault.read(digest)) for digest in newest]


async def _author(reader: Reader, act: Contribution) -> str:
    return (await reader.person(PersonId(act.by.name))).name if act.by.party is Party.PERSON else ""


async def _paper(studio: Studio, take: Take) -> Prompt | None:
    try:
        return documents.load(Prompt, await studio.vault.read(take.digest))
    except Missing:
        return None


async def _read(desk: Desk, kind: type[documents.P], take: Take | None) -> documents.P | None:
    return await desk.read(kind, take) if take else None


async def _brief(desk: Desk, synopsis: Synopsis) -> Brief:
    """Return what a prompt would be composed from, in the words of the series: nothing is asked of a model for it."""
    async with desk.studio.store.read() as reader:
        pages = await reader.book(desk.series.id)
        head = await reader.head(pages.id, Work(Medium.BIBLE)) if pages else None
    style = (await desk.read(Bible, head)).style if head else ""
    model = desk.studio.model(STILL) if paints(desk) else None
    return Brief(
        family=model.family if model else "",
        takes=model.takes if model else frozenset(),
        style=style,
        cast=synopsis.cast,
    )


def _model(desk: Desk) -> str:
    return desk.studio.model(STILL).name if paints(desk) else ""


def _shot(script: Script, asked: AskedPrompt) -> Shot | None:
    if asked.shot:
        return next((each for each in script.shots if each.id == asked.shot), None)
    return script.shots[asked.number - 1] if 0 < asked.number <= len(script.shots) else None
