"""The book of a series: its bible, its season, and what was said in the writers' room.

It is kept as the series' episode 0 (`storage.domain.story.BOOK`), so that what is written there passes the same gate,
stands in the same ledger and earns credits in the same way.
"""

from agents.studio import Desk, Studio
from storage.domain.bible import Bible, Season
from storage.domain.ids import EpisodeId
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Episode, Series
from storage.domain.takes import Medium, Work

BIBLE, SEASON = Work(Medium.BIBLE), Work(Medium.SEASON)


async def book(studio: Studio, series: Series) -> Desk:
    """Return the desk of a series' book, which is opened when it is first asked for."""
    async with studio.store.read() as reader:
        found = await reader.book(series.id)
    if found is None:
        async with studio.store.write() as unit:
            found = await unit.book(series.id)
            if found is None:
                found = Episode(id=EpisodeId(studio.new_id()), series=series.id, number=BOOK, stage=Stage.BOOK)
                await unit.add_episode(found)
    return studio.desk(series, found)


async def bible(desk: Desk) -> Bible:
    """Return the bible as it stands; an empty one where nobody has written any."""
    take = await desk.head(BIBLE)
    return await desk.read(Bible, take) if take else Bible()


async def season(desk: Desk) -> Season | None:
    """Return the season as it is planned, if it is."""
    take = await desk.head(SEASON)
    return await desk.read(Season, take) if take else None
