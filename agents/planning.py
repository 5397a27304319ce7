"""Planning: the work in the book of a series. The bible is written where it is missing, then the season is planned.

It takes minutes and is work like any other: it shows how far it is, can be stopped, and goes on where it was.
"""

from agents.acts import Origin
from agents.book import book
from agents.commands.book import Commission
from agents.commands.caller import Caller
from agents.crew.worldbuilder import FEWEST
from agents.gathering import gather
from agents.intake import clean
from agents.production import Listener, Progress
from agents.seasons import plan_season, write_bible
from agents.studio import Desk, Studio
from agents.team import demand, may, met, trade
from agents.wording import Wording
from storage import documents
from storage.domain.bible import LONGEST_SEASON, Bible
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Right
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import EpisodeId, SeriesId
from storage.domain.papers import Subject, Wish
from storage.domain.stages import Step, advance
from storage.domain.takes import Medium, Take, Work

ORDER = Work(Medium.WISH, "season")
"""What was commissioned last; how many episodes stands beside the words, which their author may have removed."""

EPISODES = "episodes"


async def commission(studio: Studio, command: Commission, cause: int | None) -> EpisodeId:
    """Let the book of a series be written in.

    Raises:
        Refused: the caller does not write in it, or a season cannot have so many episodes.
        InvalidValue: what was typed breaks a limit.
    """
    if not 0 <= command.episodes <= LONGEST_SEASON:
        raise Refused("season-too-long")
    desk = await _at_the_book(studio, command.caller, command.series)
    paper = Wish(text=clean(command.text), salt=studio.salt(), about=Subject.SEASON)
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.WRITE)
        origin = Origin(
            by=Actor.person(person.id),
            role=await trade(unit, command.series, person),
            kind=Kind.PROMPTED,
            words=command.words,
            sources=command.sources,
        )
        await desk.enter(unit, ORDER, digest, origin, facts={EPISODES: command.episodes})
        stage = (await unit.episode(desk.episode.id)).stage
        await unit.move(desk.episode.id, advance(stage, Step.COMMISSIONED))
        await unit.halt(desk.episode.id, "")
        await desk.tell(unit, News.PLANNING_BEGUN, {})
    return desk.episode.id


async def _at_the_book(studio: Studio, caller: Caller, series: SeriesId) -> Desk:
    """Return the desk of the book, which is opened by nobody who does not write there."""
    await may(studio, caller, series, Right.WRITE)
    async with studio.store.read() as reader:
        found = await reader.series(series)
    return await book(studio, found)


def is_whole(bible: Bible) -> bool:
    """Return whether episodes can be planned from a bible: there is a world, and people who talk to each other."""
    return bool(bible.world) and len(bible.cast) >= FEWEST


async def plan(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Write what is missing of the bible, plan the season that was commissioned last, and say so."""
    del wording
    order = await _ordered(desk)
    count = _episodes(order)
    listen(Progress(episode=desk.episode.id, medium=Medium.BIBLE, done=0, total=1))
    found = await gather(desk)
    sources = (order.digest, *found.sources)
    if not is_whole(found.bible) or not await desk.head(Work(Medium.BIBLE)):
        await write_bible(desk, found.idea, sources, found.bible)
    listen(Progress(episode=desk.episode.id, medium=Medium.BIBLE, done=1, total=1))

    def planned(done: int) -> None:
        listen(Progress(episode=desk.episode.id, medium=Medium.SEASON, done=done, total=max(done, count)))

    if count:
        planned(len(found.told))
        await plan_season(desk, found.idea, count, sources, found.told, listen=planned)
    await _rest(desk, order)


async def _ordered(desk: Desk) -> Take:
    head = await desk.head(ORDER)
    if head is None:
        raise Refused("nothing-to-resume")
    return head


def _episodes(order: Take) -> int:
    count = order.facts[EPISODES]
    if not isinstance(count, int):
        raise TypeError(f"a season of {count!r} episodes was commissioned")
    return count


async def _rest(desk: Desk, order: Take) -> None:
    """Close the book, unless something else was commissioned meanwhile, or the work was stopped.

    Raises:
        Outdated: it was.
    """
    async with desk.studio.store.write() as unit:
        episode = await unit.episode(desk.episode.id)
        if episode.halt or await unit.head(episode.id, ORDER) != order:
            raise Outdated(f"the book of {desk.series.id} goes another way")
        await unit.move(episode.id, advance(episode.stage, Step.DRAFTED))
        await desk.tell(unit, News.PLANNED, {EPISODES: str(_episodes(order))})
