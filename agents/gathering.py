"""Gathering: what a series has told already, for a bible and a season that are written after it has begun.

From synopses come the cast, each with the look and the design that people have seen: as they were approved, or else as
they stand, for nobody wants a second cast. From approved scripts come the places. Whoever plans goes on from there and
contradicts none of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from agents import book
from agents.crew.gist import gist
from agents.intake import working_title
from agents.studio import Desk
from storage.domain.bible import Bible, Figure, Location, Plan
from storage.domain.board import Storyboard
from storage.domain.errors import Refused
from storage.domain.ids import Digest
from storage.domain.papers import Idea
from storage.domain.review import Draft, DraftKind, Outcome
from storage.domain.story import Character, Episode, Scene, Script, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing

IDEA, SYNOPSIS = Work(Medium.IDEA), Work(Medium.SYNOPSIS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """What there is: the idea of the series, its bible so far, the episodes that were begun without a plan, and the
    papers that all this was found in.
    """

    idea: str
    bible: Bible
    told: tuple[Plan, ...]
    sources: tuple[Digest, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """An episode as far as it is told: its idea where it was begun from one, its words as they stand, and as they
    count: as they were approved, if they ever were.
    """

    episode: Episode
    idea: str
    synopsis: Synopsis | None
    counting: Synopsis | None
    scenes: tuple[Scene, ...]
    sources: tuple[Digest, ...]


async def gather(desk: Desk) -> Gathered:
    """Gather a series at the desk of its book.

    Raises:
        Refused: nobody has told anything yet that is still there.
    """
    async with desk.studio.store.read() as reader:
        episodes = await reader.episodes(desk.series.id)
    found = [await _told(desk.studio.desk(desk.series, each)) for each in episodes]
    own, known = await begun_with(desk), await book.bible(desk)
    ideas = (own, *(each.idea for each in found), *(each.synopsis.logline for each in found if each.synopsis))
    idea = next(filter(None, ideas), "")
    if not idea:
        raise Refused("no-idea")
    cast = _cast([each.counting for each in found if each.counting], known)
    places = known.places or _places(scene for each in found for scene in each.scenes)
    return Gathered(
        idea=gist(idea),
        bible=replace(known, cast=cast, places=places),
        told=tuple(_plan(each) for each in found if each.idea),
        sources=tuple(dict.fromkeys(digest for each in found for digest in each.sources)),
    )


async def begun_with(desk: Desk) -> str:
    """Return the idea that something was begun with; nothing where there is none, or its author had it removed."""
    head = await desk.head(IDEA)
    try:
        return (await desk.read(Idea, head)).text if head else ""
    except Missing:
        return ""


async def _told(desk: Desk) -> _Told:
    async with desk.studio.store.read() as reader:
        head = await reader.head(desk.episode.id, SYNOPSIS)
        drafts = [each for each in await reader.drafts(desk.episode.id) if each.outcome is Outcome.APPROVED]
        takes = {take.digest: take for take in await reader.takes(desk.episode.id)}
    counts = _last(drafts, DraftKind.SYNOPSIS, takes) or head
    board = _last(drafts, DraftKind.STORYBOARD, takes)
    script = takes[(await desk.read(Storyboard, board)).script] if board else None
    return _Told(
        episode=desk.episode,
        idea=await begun_with(desk),
        synopsis=await desk.read(Synopsis, head) if head else None,
        counting=await desk.read(Synopsis, counts) if counts else None,
        scenes=(await desk.read(Script, script)).scenes if script else (),
        sources=tuple(take.digest for take in (counts, script) if take),
    )


def _last(drafts: Sequence[Draft], kind: DraftKind, takes: dict[Digest, Take]) -> Take | None:
    found = [takes[draft.digest] for draft in drafts if draft.kind is kind]
    return found[-1] if found else None


def _cast(synopses: Iterable[Synopsis], known: Bible) -> tuple[Figure, ...]:
    """Return the cast that is known, then everyone else whom a synopsis tells of; a name is one person."""
    cast = list(known.cast)
    for character in (each for synopsis in synopses for each in synopsis.cast):
        if character.name.casefold() not in {each.character.name.casefold() for each in cast}:
            cast.append(Figure(character=_apart(character, {each.character.id for each in cast} | set(known.named))))
    return tuple(cast)


def _apart(character: Character, taken: set[str]) -> Character:
    """Return somebody with an id of their own."""
    if character.id not in taken:
        return character
    return replace(
        character, id=next(name for number in range(1, len(taken) + 2) if (name := f"c{number}") not in taken)
    )


def _places(scenes: Iterable[Scene]) -> tuple[Location, ...]:
    """Return where the scenes play, each once, in the writer's words."""
    found = {scene.setting.casefold(): scene for scene in reversed(tuple(scenes)) if scene.setting}
    return tuple(
        Location(id=f"p{number}", name=scene.setting, look="", place=scene.place)
        for number, scene in enumerate(reversed(found.values()), 1)
    )


def _plan(told: _Told) -> Plan:
    """Return what an episode that was begun from an idea tells, as a season has it."""
    number, synopsis = told.episode.number, told.synopsis
    if synopsis is None:
        return Plan(number=number, title=working_title(told.idea), logline=gist(told.idea))
    *_, (turn, end) = pairwise(("", *synopsis.beats)) if synopsis.beats else [("", "")]
    return Plan(number=number, title=synopsis.title, logline=synopsis.logline, turn=turn, cliffhanger=end)
