"""Seasons: a series that begins in its book, with its bible and its season, and episodes that are opened from plans.

Every step finds what was done before: a restart goes on where it was, and a longer season begins with the plans there
are. Bible and season are papers of the book, written by the model from what a person said; whoever said it is credited
in every episode that follows from them.
"""

from dataclasses import replace

from agents import book
from agents.book import BIBLE, SEASON
from agents.commands import Caller
from agents.crew import costume, season, staffwriter, worldbuilder
from agents.crew.asking import Written
from agents.crew.language import language_of
from agents.crew.staffwriter import Brief
from agents.intake import clean, working_title
from agents.studio import Desk, Origin, Studio
from agents.team import demand, met, trade
from storage import documents
from storage.domain.bible import LONGEST_SEASON, Bible, Figure
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Member, Right, Role
from storage.domain.errors import InvalidValue, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.papers import Idea
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Episode, Language, Series, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing

IDEA, SYNOPSIS = Work(Medium.IDEA), Work(Medium.SYNOPSIS)


async def open_series(studio: Studio, caller: Caller, idea: str, language: Language | None = None) -> Desk:
    """Begin a series with its book, in which the idea stands word for word; return the desk of the book.

    Raises:
        InvalidValue: there is no word in the idea, it is too long, or it is abuse.
    """
    text = clean(idea)
    digest = await studio.vault.put_bytes(documents.dump(Idea(text=text, salt=studio.salt())))
    spoken = language or Language(language_of(text) or caller.language)
    async with studio.store.write() as unit:
        person = await met(studio, unit, caller)
        series = Series(id=SeriesId(studio.new_id()), title=working_title(text), language=spoken, creator=person.id)
        await unit.add_series(series)
        await unit.add_member(Member(series=series.id, person=person.id, role=Role.CREATOR))
        pages = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=BOOK, stage=Stage.BOOK)
        await unit.add_episode(pages)
        desk = studio.desk(series, pages)
        role = await trade(unit, series.id, person)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.WROTE, words=Words.TYPED)
        await desk.enter(unit, IDEA, digest, origin)
    return desk


async def find_series(studio: Studio, caller: Caller, idea: str, language: Language | None = None) -> Desk | None:
    """Return the desk of the book in which this person began with this very idea, if there is one; the newest first."""
    text = clean(idea)
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        mine = await reader.series_of(person.id) if person else ()
        books = [(series, await reader.book(series.id)) for series in mine if language in {None, series.language}]
    for series, pages in books:
        desk = studio.desk(series, pages) if pages else None
        if desk is not None and text in await _idea(desk):
            return desk
    return None


async def _idea(desk: Desk) -> tuple[str, ...]:
    """Return the idea in a book; nothing where there is none, or its author had it removed."""
    head = await desk.head(IDEA)
    try:
        return ((await desk.read(Idea, head)).text,) if head else ()
    except Missing:
        return ()


async def write_bible(desk: Desk, idea: str, sources: tuple[Digest, ...], synopsis: Synopsis | None = None) -> Take:
    """Write the bible of a series at the desk of its book, and dress its cast; `sources` are the papers it follows.

    Raises:
        WritersBlock: no answer was a world or somebody of this idea.
        GenerationError: the model cannot be asked now.
    """
    language = desk.series.language
    written = await worldbuilder.bible(desk, idea, language, synopsis)
    dressed = await _dressed(desk, written.value, idea, language)
    origin = _by_model(desk, (*sources, *written.answers, *dressed.answers))
    notes = (*written.notes, *dressed.notes)
    return await desk.write(BIBLE, dressed.value, origin, notes=notes, facts={"tries": written.tries})


async def _dressed(desk: Desk, bible: Bible, idea: str, language: Language) -> Written[Bible]:
    """Give everyone in the bible the design that all episodes obey."""
    known = tuple(text for text in (bible.world, *(place.name for place in bible.places)) if text)
    story = Synopsis(title=working_title(idea), logline=idea, beats=known or (idea,), cast=bible.characters)
    dressed = await costume.dress(desk, story, language)
    figures = zip(bible.cast, dressed.value.cast, strict=True)
    cast: tuple[Figure, ...] = tuple(replace(figure, character=character) for figure, character in figures)
    return Written(value=replace(bible, cast=cast), answers=dressed.answers, notes=dressed.notes)


async def plan_season(desk: Desk, idea: str, count: int, sources: tuple[Digest, ...]) -> Take:
    """Plan a season of `count` episodes at the desk of the book; one that is shorter is gone on with, none is cut.

    Raises:
        InvalidValue: a season cannot have so many.
        Refused: there is no bible yet.
        WritersBlock: no answer was a plan that tells something new.
        GenerationError: the model cannot be asked now.
    """
    if not 0 < count <= LONGEST_SEASON:
        raise InvalidValue(f"a season has 1 to {LONGEST_SEASON} episodes, not {count}")
    bible, before = await desk.head(BIBLE), await desk.head(SEASON)
    if bible is None:
        raise Refused("no-bible")
    known = await book.season(desk)
    if before is not None and known is not None and len(known.episodes) >= count:
        return before
    written = await season.plan(desk, idea, await book.bible(desk), count, desk.series.language, known)
    origin = _by_model(desk, (*sources, bible.digest, *((before.digest,) if before else ()), *written.answers))
    return await desk.write(SEASON, written.value, origin, notes=written.notes, facts={"tries": written.tries})


async def open_planned(studio: Studio, caller: Caller, series_id: SeriesId) -> EpisodeId:
    """Begin the next episode of a series from its plan.

    Raises:
        Refused: the caller may not write in it, or no plan is left.
    """
    async with studio.store.read() as reader:
        series = await reader.series(series_id)
    planned = await book.season(await book.book(studio, series))
    async with studio.store.write() as unit:
        await demand(unit, series.id, await met(studio, unit, caller), Right.WRITE)
        number = 1 + len(await unit.episodes(series.id))
        if planned is None or planned.plan(number) is None:
            raise Refused("no-plan")
        episode = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=number, stage=Stage.WRITING)
        await unit.add_episode(episode)
        await studio.desk(series, episode).tell(unit, News.EPISODE_OPENED, {})
    return episode.id


async def draft(desk: Desk) -> Take:
    """Write the synopsis of an episode from its plan, as the bible and the episodes before it stand now.

    Raises:
        Refused: the season has no plan for it.
        WritersBlock: no answer told this plan.
        GenerationError: the model cannot be asked now.
    """
    pages = await book.book(desk.studio, desk.series)
    planned, paper, bible = await book.season(pages), await pages.head(SEASON), await pages.head(BIBLE)
    plan = planned.plan(desk.episode.number) if planned else None
    if plan is None or paper is None or bible is None:
        raise Refused("no-plan")
    brief = Brief(plan=plan, bible=await book.bible(pages), told=await _told(desk))
    language = desk.series.language
    written = await staffwriter.episode(desk, brief, language)
    dressed = await costume.dress(desk, written.value, language)
    origin = _by_model(desk, (paper.digest, bible.digest, *written.answers, *dressed.answers))
    notes = (*written.notes, *dressed.notes)
    return await desk.write(SYNOPSIS, dressed.value, origin, notes=notes, facts={"tries": written.tries})


async def _told(desk: Desk) -> tuple[Synopsis, ...]:
    """Return the synopses of the episodes before this one, as far as they are written."""
    async with desk.studio.store.read() as reader:
        before = [each for each in await reader.episodes(desk.series.id) if each.number < desk.episode.number]
        heads = [await reader.head(each.id, SYNOPSIS) for each in before]
    return tuple([await desk.read(Synopsis, head) for head in heads if head])


def _by_model(desk: Desk, sources: tuple[Digest, ...]) -> Origin:
    return Origin(by=Actor.model(desk.studio.model("text").name), sources=sources)
