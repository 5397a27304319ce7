"""Assurances: who answers for words that may touch another's rights, read from the acts of a series."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage import documents
from storage.domain.contributions import Contribution, Party
from storage.domain.crew import Person
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.papers import Assurance, Matter
from storage.domain.takes import Medium, Take
from storage.errors import Missing
from storage.reader import Reader
from storage.views import Views

Find = Callable[[Digest], Path]
"""Finds a file by its digest, or raises `Missing`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assured:
    """An assurance: who answers for what since when; of one that was removed at its author's wish the matter is left.

    `episode` is where it was said: the book, for what was said in the writers' room.
    """

    by: PersonId
    at: datetime
    episode: EpisodeId
    matter: Matter
    paper: Assurance | None

    @property
    def known(self) -> tuple[Matter, str]:
        """What it is about, as it is told whether the same was said before."""
        return self.matter, self.paper.name.casefold() if self.paper else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caution:
    """Words that may touch rights, for whoever said them or leads: `assured` once somebody answers for them."""

    take: Take
    matter: Matter
    name: str
    said: str
    assured: Assured | None
    keeper: Person | None
    """Who answers for them."""


async def of_series(reader: Reader, find: Find, series: SeriesId) -> tuple[Assured, ...]:
    """Return the assurances of a series, oldest first; of one that was given again with a reason, the last."""
    book = await reader.book(series)
    pages = (*((book,) if book else ()), *await reader.episodes(series))
    found: dict[tuple[PersonId, EpisodeId, Matter, str], Assured] = {}
    for page in pages:
        takes = await reader.takes(page.id, Medium.ASSURANCE)
        acts = {act.id: act for act in await reader.history(page.id)} if takes else {}
        for take in takes:
            each = await _assured(find, take, acts[take.contribution])
            found[each.by, each.episode, *each.known] = each
    return tuple(sorted(found.values(), key=lambda each: each.at))


async def caution(views: Views, take: TakeId, matter: Matter, name: str) -> Caution:
    """Return words that may touch rights, as things stand."""
    async with views.moment() as reader:
        said = await reader.take(take)
        given = await of_series(reader, views.path, (await reader.episode(said.episode)).series)
        found = next((each for each in reversed(given) if each.known == (matter, name.casefold())), None)
        keeper = await reader.person(found.by) if found else None
    return Caution(
        take=said,
        matter=matter,
        name=name,
        said=await words(views.path, said),
        assured=found,
        keeper=keeper,
    )


async def words(find: Find, take: Take) -> str:
    """Return what somebody said in an idea, a wish or a turn; empty where it was removed at their wish."""
    try:
        paper = documents.read(await _bytes(find, take))
    except Missing:
        return ""
    return str(getattr(paper, "text", ""))


async def speaker(reader: Reader, take: Take) -> Person | None:
    """Return who said what a take holds; nobody where a model did."""
    by = next(act.by for act in await reader.history(take.episode) if act.id == take.contribution)
    return await reader.person(PersonId(by.name)) if by.party is Party.PERSON else None


async def _assured(find: Find, take: Take, act: Contribution) -> Assured:
    try:
        paper = documents.load(Assurance, await _bytes(find, take))
    except Missing:
        paper = None
    return Assured(
        by=PersonId(act.by.name), at=act.at, episode=take.episode, matter=Matter(take.work.part), paper=paper
    )


async def _bytes(find: Find, take: Take) -> bytes:
    return await asyncio.to_thread(find(take.digest).read_bytes)
