"""The intake: ideas and wishes come in as a person typed them, and work starts, stops and goes on."""

from dataclasses import dataclass

from agents import hearing
from agents.acts import Origin
from agents.cautions import point_out
from agents.commands.caller import Caller
from agents.commands.story import Cancel, MakeWish, OpenEpisode, OpenSeries, Resume
from agents.crew.language import language_of
from agents.crossing import Crossing, crossing
from agents.manners import is_abusive, is_harmful
from agents.reels import shot_heard
from agents.studio import Desk, Studio
from agents.team import demand, met, trade
from agents.wishes import pending
from storage import documents
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Member, Person, Right, Role
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.papers import Idea, Subject, Wish
from storage.domain.review import Outcome
from storage.domain.stages import REVIEWS, WORKING, Stage, Step, advance
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.unit import Unit

LONGEST = 4_000
"""Characters of an idea or a wish: what one Telegram message holds."""

QUOTED = 200
"""Characters of a wish that are said back."""

WORKING_TITLE = 48
"""Characters of a title that fit on a button."""

CANCELLED = "cancelled"
"""Why work halted when a person stopped it."""

ABOUT = {
    Stage.WRITING: Subject.SYNOPSIS,
    Stage.CAST_REVIEW: Subject.SYNOPSIS,
    Stage.SYNOPSIS_REVIEW: Subject.SYNOPSIS,
}
"""What a wish is about at a stage; from the script on it is about the script."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun:
    """How an episode begins: the paper of its idea, whose words they are and from which sources, and what is told."""

    idea: Digest
    news: News
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    said: hearing.Dictated | None = None
    text: str = ""
    """The idea itself, where it came with `said`."""


async def open_series(studio: Studio, command: OpenSeries, cause: int | None) -> EpisodeId:
    """Begin a series and its first episode from an idea."""
    idea, said = clean(command.idea), await hearing.dictated(studio, command.dictated)
    language = command.language or Language(language_of(idea) or command.caller.language)
    series_id, episode_id = SeriesId(studio.new_id()), EpisodeId(studio.new_id())
    paper = Idea(text=idea, salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        series = Series(id=series_id, title=working_title(idea), language=language, creator=person.id)
        await unit.add_series(series)
        await unit.add_member(Member(series=series.id, person=person.id, role=Role.CREATOR))
        episode = Episode(id=episode_id, series=series.id, number=1, stage=Stage.WRITING)
        await begin(
            studio.desk(series, episode),
            unit,
            person,
            Begun(idea=digest, said=said, text=idea, news=News.SERIES_OPENED),
        )
    return episode_id


async def open_episode(studio: Studio, command: OpenEpisode, cause: int | None) -> EpisodeId:
    """Begin the next episode of a series from an idea."""
    paper = Idea(text=clean(command.idea), salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    said = await hearing.dictated(studio, command.dictated)
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.WRITE)
        series = await unit.series(command.series)
        number = 1 + len(await unit.episodes(series.id))
        episode = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=number, stage=Stage.WRITING)
        begun = Begun(
            idea=digest,
            news=News.EPISODE_OPENED,
            words=command.words,
            sources=command.sources,
            said=said,
            text=paper.text,
        )
        await begin(studio.desk(series, episode), unit, person, begun)
    return episode.id


async def make_wish(studio: Studio, command: MakeWish, cause: int | None) -> EpisodeId:
    """Take a wish down word for word; what is in review goes back to work, and work under way starts over.

    Raises:
        Outdated: the words were suggested, and are waiting to be met already.
        Refused: the caller may not, the episode is released, or somebody else wrote in the same place meanwhile.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(command.episode)
        draft = await reader.open_draft(episode.id)
    about = _about(episode, command)
    if await crossing(studio, command, about):
        raise Refused("crossed")
    if command.words is Words.SUGGESTED and await _waits(studio, command.episode, about, command.text):
        raise Outdated("already")
    shot = command.shot or await shot_heard(studio, draft, command.text)
    wish = Wish(text=clean(command.text), salt=studio.salt(), about=about, shot=shot)
    digest = await studio.vault.put_bytes(documents.dump(wish))
    said = await hearing.dictated(studio, command.dictated)
    async with studio.store.write(cause) as unit:
        right = Right.TRANSLATE if episode.language else Right.PROMPT if command.shot else Right.WRITE
        desk, person = await _seat(studio, unit, command.episode, command.caller, right)
        words, heard = await hearing.enter(desk, unit, person, said, wish.text, command.words)
        taken = await take_down(desk, unit, person, digest, words, (*command.sources, *heard))
        await reopen(unit, desk.episode, about)
        await desk.tell(unit, News.WISH_TAKEN, {"text": wish.text[:QUOTED], "by": person.name})
        await point_out(desk, unit, person, taken)
    return command.episode


async def crossed(studio: Studio, command: MakeWish) -> Crossing | None:
    """Return whose words a wish would take the place of without its author having seen them."""
    async with studio.store.read() as reader:
        episode = await reader.episode(command.episode)
    return await crossing(studio, command, _about(episode, command))


def _about(episode: Episode, command: MakeWish) -> Subject:
    """Return the paper that a wish is about: of an edition in another language, its translation."""
    return Subject.TRANSLATION if episode.language else command.about or ABOUT.get(episode.stage, Subject.SCRIPT)


async def _waits(studio: Studio, episode: EpisodeId, about: Subject, text: str) -> bool:
    """Return whether a wish in these words is still to be met."""
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        series = await reader.series(found.series)
    waiting = await pending(studio.desk(series, found), about)
    return any(wish.text == text for _, wish in waiting)


async def take_down(
    desk: Desk,
    unit: Unit,
    person: Person,
    digest: Digest,
    words: Words = Words.TYPED,
    sources: tuple[Digest, ...] = (),
) -> Take:
    """Enter a wish whose paper is in the vault; `sources` are the papers that it puts into words."""
    role = await trade(unit, desk.series.id, person)
    origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.PROMPTED, words=words, sources=sources)
    return await desk.enter(unit, Work(Medium.WISH), digest, origin)


async def reopen(unit: Unit, episode: Episode, about: Subject) -> None:
    """Bring an episode back to the stage where a paper is worked on; its open draft is superseded.

    What changes after the cut was approved is shown in a new preview first: nothing is released that nobody saw.

    Raises:
        Refused: the episode is released.
    """
    draft = await unit.open_draft(episode.id)
    if draft is not None:
        await unit.close_draft(draft.id, Outcome.SUPERSEDED)
    if about is Subject.SYNOPSIS or episode.stage not in REVIEWS | WORKING:
        await unit.move(episode.id, advance(episode.stage, Step.REOPENED))
    elif episode.stage in REVIEWS | {Stage.FINISHING}:
        await unit.move(episode.id, advance(episode.stage, Step.SENT_BACK))
    await unit.halt(episode.id, "")


async def cancel(studio: Studio, command: Cancel, cause: int | None) -> EpisodeId:
    """Stop the work on an episode; what was made stays."""
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, command.episode, command.caller, Right.STEER)
        if desk.episode.stage not in WORKING or desk.episode.halt:
            raise Refused("nothing-to-cancel")
        await unit.halt(command.episode, CANCELLED)
        await desk.tell(unit, News.WORK_HALTED, {"reason": CANCELLED, "by": person.name})
    return command.episode


async def resume(studio: Studio, command: Resume, cause: int | None) -> EpisodeId:
    """Go on with an episode whose work was stopped or failed."""
    async with studio.store.write(cause) as unit:
        desk, _ = await _seat(studio, unit, command.episode, command.caller, Right.STEER)
        if not desk.episode.halt:
            raise Refused("nothing-to-resume")
        await unit.halt(command.episode, "")
        await desk.tell(unit, News.WORK_RESUMED, {})
    return command.episode


async def begin(desk: Desk, unit: Unit, person: Person, begun: Begun) -> None:
    """Begin an episode with an idea whose paper is in the vault, which may be one that was offered and chosen."""
    await unit.add_episode(desk.episode)
    role = await trade(unit, desk.series.id, person)
    words, heard = await hearing.enter(desk, unit, person, begun.said, begun.text, begun.words)
    kind = Kind.CHOSE if words is Words.SUGGESTED else Kind.WROTE
    sources = (*begun.sources, *heard)
    origin = Origin(by=Actor.person(person.id), role=role, kind=kind, words=words, sources=sources)
    taken = await desk.enter(unit, Work(Medium.IDEA), begun.idea, origin)
    await desk.tell(unit, begun.news, {})
    await point_out(desk, unit, person, taken)


async def _seat(studio: Studio, unit: Unit, episode: EpisodeId, caller: Caller, right: Right) -> tuple[Desk, Person]:
    """Return the desk of an episode and the caller, who has the right to sit at it."""
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    series = await unit.series(found.series)
    await demand(unit, series.id, person, right)
    return studio.desk(series, found), person


def working_title(idea: str) -> str:
    """Return what a series is called until its first synopsis is approved: how its idea begins."""
    first = idea.splitlines()[0]
    return first if len(first) <= WORKING_TITLE else first[: WORKING_TITLE - 1].rstrip() + "…"


def clean(text: str) -> str:
    """Return what was typed without white space around it.

    Raises:
        InvalidValue: there is no word in it, it is longer than `LONGEST`, is abuse, or asks how to hurt people.
    """
    words = text.strip()
    if not any(map(str.isalnum, words)):
        raise InvalidValue("empty")
    if len(words) > LONGEST:
        raise InvalidValue("too-long")
    if is_abusive(words):
        raise InvalidValue("abusive")
    if is_harmful(words):
        raise InvalidValue("harmful")
    return words
