"""Lendings: whose voices a series may use, and which characters speak with them, read from the acts of its book.

A lending stands as long as its paper is the last that its person said about it, and both paper and recording are here.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from storage import documents
from storage import tables as t
from storage.documents import Unreadable
from storage.domain.crew import Person
from storage.domain.ids import Digest, PersonId, SeriesId
from storage.domain.papers import Casting, Lending
from storage.domain.story import Series, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault
from storage.views import Views

OFFERED = "lend:"
"""How the purpose begins of a message that asks whether a recorded voice is lent; its paper's digest follows."""

Find = Callable[[Digest], Path]
"""Finds a file by its digest, or raises `Missing`."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SYNOPSIS = Work(Medium.SYNOPSIS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lent:
    """A voice that stands to be used: whose, the digest of the paper that says so, and the paper."""

    person: PersonId
    consent: Digest
    paper: Lending


@dataclass(frozen=True, kw_only=True, slots=True)
class Ensemble:
    """The voices of a series: those that are lent, and whose each character, by folded name, speaks with.

    `castings` are the papers that say the latter.
    """

    lent: Mapping[PersonId, Lent] = field(default_factory=dict)
    given: Mapping[str, PersonId] = field(default_factory=dict)
    castings: Mapping[str, Digest] = field(default_factory=dict)

    def voice(self, character: str) -> Lent | None:
        """Return the lent voice of a character, by name; nothing where there is none, or it was withdrawn."""
        person = self.given.get(character.casefold())
        return self.lent.get(person) if person else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Voices:
    """The page of a series' voices: its characters by name, whose voice each has, and who lends theirs."""

    series: Series
    characters: tuple[str, ...]
    ensemble: Ensemble
    people: Mapping[PersonId, Person]

    def speaker(self, character: str) -> Person | None:
        """Return whose lent voice a character has; nobody where it is the model's."""
        lent = self.ensemble.voice(character)
        return self.people[lent.person] if lent else None


async def ensemble(reader: Reader, find: Find, series: SeriesId) -> Ensemble:
    """Return the voices of a series at this moment."""
    book = await reader.book(series)
    if book is None:
        return Ensemble()
    lent: dict[PersonId, Lent] = {}
    given: dict[str, PersonId] = {}
    castings: dict[str, Digest] = {}
    for work, take in (await reader.heads(book.id)).items():
        paper = await _paper(find, take) if work.medium in {Medium.LENDING, Medium.CASTING} else None
        match paper:
            case Lending() if paper.series == series and await _is_here(find, paper.recording):
                lent[paper.person] = Lent(person=paper.person, consent=take.digest, paper=paper)
            case Casting(person=str()):
                given[work.part], castings[work.part] = PersonId(str(paper.person)), take.digest
    return Ensemble(lent=lent, given=given, castings=castings)


async def voices(views: Views, series: SeriesId) -> Voices:
    """Return the voices of a series with its characters, those of its first episode first."""
    async with views.moment() as reader:
        found = await ensemble(reader, views.path, series)
        names: dict[str, str] = {}
        for episode in await reader.episodes(series):
            head = await reader.head(episode.id, _SYNOPSIS)
            paper = await _paper(views.path, head) if head else None
            for character in paper.cast if isinstance(paper, Synopsis) else ():
                names.setdefault(character.name.casefold(), character.name)
        people = await reader.people(tuple(found.lent))
        return Voices(
            series=await reader.series(series), characters=tuple(names.values()), ensemble=found, people=people
        )


async def lent_by(store: Store, person: PersonId) -> tuple[SeriesId, ...]:
    """Return the series that a person has ever lent their voice to."""
    asked = (
        select(t.episodes.c.series)
        .join(t.takes, t.takes.c.episode == t.episodes.c.id)
        .where(t.takes.c.medium == Medium.LENDING, t.takes.c.part == person)
        .distinct()
    )
    async with store.database.reading() as connection:
        return tuple(SeriesId(each) for each in (await connection.scalars(asked)).all())


async def offers(store: Store) -> tuple[Digest, ...]:
    """Return the papers of voices that were recorded and shown, and that nobody has said yes or no to."""
    shown = select(t.posts.c.purpose).where(t.posts.c.purpose.startswith(OFFERED)).order_by(t.posts.c.message_id)
    async with store.database.reading() as connection:
        purposes = (await connection.scalars(shown)).all()
    return tuple(dict.fromkeys(Digest(each.removeprefix(OFFERED)) for each in purposes))


async def recorded_by(store: Store, vault: Vault, person: Person) -> tuple[Digest, ...]:
    """Return the recordings of a person's voice that were made to lend it, with their papers, lent or only offered."""
    taken = select(t.takes.c.digest).where(t.takes.c.medium == Medium.LENDING, t.takes.c.part == person.id)
    shown = select(t.posts.c.purpose).where(t.posts.c.chat == person.chat, t.posts.c.purpose.contains(OFFERED))
    async with store.database.reading() as connection:
        papers = set((await connection.scalars(taken)).all())
        for purpose in (await connection.scalars(shown)).all():
            papers.update(_DIGEST.findall(purpose))
    found = {Digest(each) for each in papers}
    for digest in tuple(found):
        paper = await _read(vault.path, digest)
        if isinstance(paper, Lending):
            found.add(paper.recording)
    return tuple(sorted(found))


async def _paper(find: Find, take: Take) -> documents.Paper | None:
    return await _read(find, take.digest)


async def _read(find: Find, digest: Digest) -> documents.Paper | None:
    """Return a paper; nothing where it was removed, or is none."""
    try:
        return documents.read(await asyncio.to_thread(find(digest).read_bytes))
    except (Missing, Unreadable):
        return None


async def _is_here(find: Find, digest: Digest) -> bool:
    try:
        return (await asyncio.to_thread(find, digest)).is_file()
    except Missing:
        return False
