"""Seasons: a series that begins in its book, with its bible and its season, and episodes that are opened from plans.

Every step finds what was done before: a restart goes on where it was, and a longer season begins with the plans there
are. Bible and season are papers of the book, written by the model from what a person said; whoever said it is credited
in every episode that follows from them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from agents import book
from agents.acts import Origin
from agents.book import BIBLE, SEASON
from agents.commands.book import OpenPlanned
from agents.commands.caller import Caller
from agents.crew import costume, season, staffwriter, worldbuilder
from agents.crew.asking import Written
from agents.crew.language import language_of
from agents.crew.staffwriter import Brief
from agents.intake import clean, working_title
from agents.studio import Desk, Studio
from agents.team import demand, met, trade
from storage import documents
from storage.domain.bible import LONGEST_SEASON, Bible, Figure, Plan, Season
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Member, Right, Role
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.papers import Idea
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Character, Episode, Language, Series, Synopsis
from storage.domain.takes import Medium, Note, Take, Work
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


async def write_bible(desk: Desk, idea: str, sources: tuple[Digest, ...], known: Bible | None = None) -> Take:
    """Write the bible of a series at the desk of its book, and dress its cast; `sources` are the papers it follows.

    What is `known`, and whatever people write in it meanwhile, stays as it is: only what is missing is written.

    Raises:
        WritersBlock: no answer was a world or somebody of this idea.
        GenerationError: the model cannot be asked now.
    """
    language, known = desk.series.language, known or Bible()
    written = await worldbuilder.bible(desk, idea, language, _met(idea, known.characters) if known.cast else None)
    dressed = await _dressed(desk, completed(known, written.value), idea, language)
    notes, answers = (*written.notes, *dressed.notes), (*written.answers, *dressed.answers)
    while True:
        head = await desk.head(BIBLE)
        bible = completed(await book.bible(desk), dressed.value) if head else dressed.value
        origin = _by_model(desk, (*sources, *((head.digest,) if head else ()), *answers))
        made = _Made(work=BIBLE, paper=bible, head=head, origin=origin, notes=notes, tries=written.tries)
        take = await _kept(desk, made)
        if take is not None:
            return take


def completed(known: Bible, made: Bible) -> Bible:
    """Return a bible in which everything that was known stands as it was, and the rest is as it was made."""
    names = {each.character.name.casefold() for each in known.cast}
    ids = set(known.named)
    cast = tuple(_completed(each, made) for each in known.cast)
    more = tuple(
        each for each in made.cast if each.character.id not in ids and each.character.name.casefold() not in names
    )
    return replace(
        known,
        world=known.world or made.world,
        style=known.style or made.style,
        tone=known.tone or made.tone,
        cast=(*cast, *more),
        places=known.places or made.places,
        props=known.props or tuple(each for each in made.props if each.id not in ids),
    )


def _completed(figure: Figure, made: Bible) -> Figure:
    """Return somebody with how they speak and what they want, where that was open."""
    found = next((each for each in made.cast if each.character.id == figure.character.id), figure)
    character = (
        figure.character if figure.character.design else replace(figure.character, design=found.character.design)
    )
    return Figure(character=character, speech=figure.speech or found.speech, want=figure.want or found.want)


def _met(idea: str, cast: tuple[Character, ...]) -> Synopsis:
    """Return a synopsis that brings people along whom the series has already."""
    return Synopsis(title=working_title(idea), logline=idea, beats=(idea,), cast=cast)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """A paper of the book as the model made it from a version."""

    work: Work
    paper: Bible | Season
    head: Take | None
    origin: Origin
    notes: tuple[Note, ...]
    tries: tuple[int, ...]


async def _kept(desk: Desk, made: _Made) -> Take | None:
    """Keep a paper; nothing where another version counts by now than it was made from."""
    digest = await desk.studio.vault.put_bytes(documents.dump(made.paper))
    async with desk.studio.store.write() as unit:
        if await unit.head(desk.episode.id, made.work) != made.head:
            return None
        known = await unit.keyed(desk.episode.id, digest)
        if known is None:
            facts = {"tries": made.tries}
            return await desk.enter(unit, made.work, digest, made.origin, notes=made.notes, facts=facts)
        await unit.choose(known)
        return known


async def _dressed(desk: Desk, bible: Bible, idea: str, language: Language) -> Written[Bible]:
    """Give everyone in the bible the design that all episodes obey."""
    known = tuple(text for text in (bible.world, *(place.name for place in bible.places)) if text)
    story = Synopsis(title=working_title(idea), logline=idea, beats=known or (idea,), cast=bible.characters)
    dressed = await costume.dress(desk, story, language)
    figures = zip(bible.cast, dressed.value.cast, strict=True)
    cast: tuple[Figure, ...] = tuple(replace(figure, character=character) for figure, character in figures)
    return Written(value=replace(bible, cast=cast), answers=dressed.answers, notes=dressed.notes)


async def plan_season(
    desk: Desk,
    idea: str,
    count: int,
    sources: tuple[Digest, ...],
    told: tuple[Plan, ...] = (),
    *,
    listen: Callable[[int], None] = lambda _: None,
) -> Take:
    """Plan a season of `count` episodes at the desk of the book; one that is shorter is gone on with, none is cut.

    `told` are the episodes that were begun without a plan, as they are: they take the place of what was planned.
    What people write in the season meanwhile stays.

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
    known = _as_told(await book.season(desk), told)
    if before is not None and known == await book.season(desk) and known and len(known.episodes) >= count:
        return before
    count = max(count, len(known.episodes) if known else 0)
    language = desk.series.language
    written = await season.plan(desk, idea, await book.bible(desk), count, language, known, listen=listen)
    while True:
        head = await desk.head(SEASON)
        paper = _going_on(_as_told(await book.season(desk), told), written.value)
        origin = _by_model(desk, (*sources, bible.digest, *((head.digest,) if head else ()), *written.answers))
        made = _Made(work=SEASON, paper=paper, head=head, origin=origin, notes=written.notes, tries=written.tries)
        take = await _kept(desk, made)
        if take is not None:
            return take


def _as_told(known: Season | None, told: tuple[Plan, ...]) -> Season | None:
    """Return a season in which episodes that were begun without a plan stand as they are."""
    plans = {plan.number: plan for plan in (*(known.episodes if known else ()), *told)}
    if not plans:
        return known
    return Season(arc=known.arc if known else "", episodes=tuple(plans[number] for number in sorted(plans)))


def _going_on(known: Season | None, made: Season) -> Season:
    """Return a season of which everything that was known stands as it was."""
    if known is None:
        return made
    return Season(arc=known.arc or made.arc, episodes=(*known.episodes, *made.episodes[len(known.episodes) :]))


async def open_planned(studio: Studio, command: OpenPlanned, cause: int | None) -> EpisodeId:
    """Begin the next episode of a series from its plan.

    Raises:
        Refused: the caller may not write in it, or no plan is left.
        Outdated: an episode of that number was begun already.
    """
    async with studio.store.read() as reader:
        series = await reader.series(command.series)
        pages = await reader.book(series.id)
    planned = await book.season(studio.desk(series, pages)) if pages else None
    async with studio.store.write(cause) as unit:
        await demand(unit, series.id, await met(studio, unit, command.caller), Right.WRITE)
        number = 1 + len(await unit.episodes(series.id))
        if command.number < number:
            raise Outdated("already")
        if planned is None or command.number > number or planned.plan(number) is None:
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
