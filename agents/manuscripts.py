"""Scripts and stories that people bring: read, shown what they would become, and begun as a series.

What is kept word for word is the person's own in the ledger; what the studio adds is an arrangement of it.
"""

import asyncio
from dataclasses import dataclass
from pathlib import PurePath

from agents.acts import STUDIO, Origin
from agents.commands.story import ImportManuscript
from agents.crew import cutting, verbatim
from agents.crew.asking import Written
from agents.crew.language import language_of
from agents.crew.seeds import seed
from agents.intake import Begun, begin, working_title
from agents.studio import Desk, Studio
from agents.team import met
from generation.manuscript import fountain, reading
from generation.manuscript.limits import Unreadable
from generation.manuscript.manuscript import Action, Heading, Manuscript, Section, Speech, Transition
from storage import documents
from storage.domain.bible import Bible, Figure
from storage.domain.contributions import Kind, Words
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import InvalidValue
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.papers import Idea
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Episode, Language, Script, Series, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing
from storage.unit import Unit

PASTED = "pasted.txt"
"""The name of a text that came as a message."""

PASTABLE = 4_000
"""Characters of a message that is whole: a longer text comes in several, and is sent as a file."""

TALK = 3
"""Lines that are said by somebody, from which on a message is a script and no idea."""

LONGEST = 200_000
"""Characters of a text that a synopsis can be made from: a short novel."""

IDEA, BIBLE = Work(Medium.IDEA), Work(Medium.BIBLE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """What a text is, and what would become of it where it is kept word for word.

    Of `episodes` the first `begun` are made; `overlong` are the speeches that do not fit into one, by who makes them
    and how they begin. A story that tells nobody's words has no `lines`.
    """

    title: str
    lines: int = 0
    people: tuple[str, ...] = ()
    episodes: int = 0
    overlong: tuple[tuple[str, str], ...] = ()

    @property
    def begun(self) -> int:
        """How many episodes are made in one go."""
        return min(self.episodes, cutting.MOST)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A script that is kept word for word, everyone who speaks in the whole of it, and the paper that holds it."""

    digest: Digest
    manuscript: Manuscript
    roles: tuple[verbatim.Role, ...]


async def glance(data: bytes, name: str) -> Glance:
    """Return what a file would become.

    Raises:
        InvalidValue: it cannot be read.
    """
    manuscript = await _read(data, name)
    if not manuscript.is_script:
        return Glance(title=_titled(manuscript, name))
    language = _language(manuscript) or Language.ENGLISH
    return Glance(
        title=_titled(manuscript, name),
        lines=sum(len(speech.spoken) for speech in manuscript.speeches),
        people=tuple(role.character.name for role in verbatim.cast(manuscript, language)),
        episodes=len(cutting.episodes(manuscript, language)),
        overlong=tuple(
            (speech.name, speech.spoken[0]) for speech in cutting.too_long(manuscript, language) if speech.spoken
        ),
    )


def is_script(text: str) -> bool:
    """Return whether a message is a script that somebody pasted: several lines of it are said by somebody."""
    if len(text) > PASTABLE:
        return False
    return sum(len(speech.spoken) for speech in reading.text(text).speeches) >= TALK


async def import_manuscript(studio: Studio, command: ImportManuscript, cause: int | None) -> EpisodeId:
    """Begin a series from a script or story.

    Raises:
        InvalidValue: it cannot be read, or not be kept as it is.
    """
    manuscript = await _read(command.data, command.name)
    language = _language(manuscript) or command.caller.language
    title = _titled(manuscript, command.name)
    ideas = _episodes(manuscript, language) if command.verbatim else (prose(manuscript),)
    papers = [Idea(text=text, salt=studio.salt(), verbatim=command.verbatim) for text in ideas]
    digests = [await studio.vault.put_bytes(documents.dump(paper)) for paper in papers]
    bible = Bible(cast=tuple(Figure(character=role.character) for role in verbatim.cast(manuscript, language)))
    known = await studio.vault.put_bytes(documents.dump(bible))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        series = Series(id=SeriesId(studio.new_id()), title=working_title(title), language=language, creator=person.id)
        await unit.add_series(series)
        await unit.add_member(Member(series=series.id, person=person.id, role=Role.CREATOR))
        if command.verbatim:
            await _enter_cast(studio, unit, series, known, tuple(digests))
        first, *_ = [
            await _begin(studio, unit, series, person, number, digest) for number, digest in enumerate(digests, 1)
        ]
    return first


async def kept(desk: Desk) -> Kept | None:
    """Return the script that an episode is to keep word for word; nothing for one that the crew writes."""
    take = await desk.head(IDEA)
    if take is None:
        return None
    try:
        idea = await desk.read(Idea, take)
    except Missing:  # removed at its author's wish
        return None
    if not idea.verbatim:
        return None
    manuscript = fountain.read(idea.text)
    return Kept(digest=take.digest, manuscript=manuscript, roles=await _roles(desk, manuscript))


def synopsis(desk: Desk, kept: Kept) -> Written[Synopsis]:
    """Return what an episode tells, in its author's words."""
    title = desk.series.title if desk.episode.number == 1 else f"{desk.series.title} {desk.episode.number}"
    return Written(value=verbatim.synopsis(kept.manuscript, kept.roles, title, desk.series.language))


def script(desk: Desk, kept: Kept, synopsis: Synopsis) -> Written[Script]:
    """Return the shots of an episode, in which every line is said as it is written."""
    deal = seed(desk.episode.id, 0)
    return Written(value=verbatim.script(kept.manuscript, kept.roles, synopsis, desk.series.language, deal))


def prose(manuscript: Manuscript) -> str:
    """Return a manuscript as plain text.

    Raises:
        InvalidValue: it is too long.
    """
    paragraphs = []
    for element in manuscript.elements:
        match element:
            case Speech():
                paragraphs.append(f"{element.name}: {' '.join(' '.join(element.spoken).split())}")
            case Section(text) | Heading(text) | Action(text) | Transition(text):
                paragraphs.append(text)
    text = "\n".join(paragraphs)
    if len(text) > LONGEST:
        raise InvalidValue("manuscript-too-large")
    return text


async def _read(data: bytes, name: str) -> Manuscript:
    try:
        return await asyncio.to_thread(reading.read, data, name)
    except Unreadable as unreadable:
        raise InvalidValue(f"manuscript-{unreadable.fault}") from unreadable


def _episodes(manuscript: Manuscript, language: Language) -> tuple[str, ...]:
    """Return the episodes of a script as Fountain.

    Raises:
        InvalidValue: nobody speaks in it, or somebody for longer than an episode lasts.
    """
    if not manuscript.is_script:
        raise InvalidValue("manuscript-no-lines")
    if cutting.too_long(manuscript, language):
        raise InvalidValue("manuscript-overlong")
    return tuple(map(fountain.write, cutting.episodes(manuscript, language)[: cutting.MOST]))


def _language(manuscript: Manuscript) -> Language | None:
    """Return the language that is spoken, or told in."""
    said = [text for speech in manuscript.speeches for text in speech.spoken]
    told = [each.text for each in manuscript.elements if isinstance(each, Action)]
    return language_of(" ".join(said)) or language_of(" ".join(told))


def _titled(manuscript: Manuscript, name: str) -> str:
    """Return what a manuscript is called: its title, else the name of its file, else how it begins."""
    if manuscript.title or name != PASTED:
        return manuscript.title or PurePath(name).stem
    return next(each.text for each in manuscript.elements if isinstance(each, Section | Heading | Action | Transition))


async def _begin(studio: Studio, unit: Unit, series: Series, person: Person, number: int, idea: Digest) -> EpisodeId:
    episode = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=number, stage=Stage.WRITING)
    news = News.SERIES_OPENED if number == 1 else News.EPISODE_OPENED
    await begin(studio.desk(series, episode), unit, person, Begun(idea=idea, news=news, words=Words.IMPORTED))
    return episode.id


async def _enter_cast(studio: Studio, unit: Unit, series: Series, bible: Digest, ideas: tuple[Digest, ...]) -> Take:
    """Enter everyone in the cast into the book of a new series: who they are is told once, and holds for all of it."""
    book = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=BOOK, stage=Stage.BOOK)
    await unit.add_episode(book)
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=ideas)
    return await studio.desk(series, book).enter(unit, BIBLE, bible, origin)


async def _roles(desk: Desk, manuscript: Manuscript) -> tuple[verbatim.Role, ...]:
    """Return who speaks in an episode, as the whole script knows them; whoever the bible has not is read from it."""
    async with desk.studio.store.read() as reader:
        book = await reader.book(desk.series.id)
        take = await reader.head(book.id, BIBLE) if book else None
    known = (await desk.read(Bible, take)).characters if take else ()
    return verbatim.cast(manuscript, desk.series.language, known)
