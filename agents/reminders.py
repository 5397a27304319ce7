"""Reminders: once a day each chat is told what waits for a verdict there. Nothing is ever decided by waiting.

Recordings of voices that nobody said yes to are not kept for ever: they are removed when they have waited long.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from agents.lending import expire
from agents.studio import Studio
from storage.domain.events import Event, News
from storage.domain.ids import SeriesId
from storage.reader import Reader
from storage.voting import deciding_chats

PATIENCE = timedelta(hours=22)
"""How long a draft waits, and how long a chat is left in peace, before a reminder: it comes at about the hour at which
drafts came, whatever the time zone.
"""

EVERY = 1800.0
"""Seconds between two looks."""


@dataclass(frozen=True, kw_only=True)
class Reminders:
    """Looks now and then whether somebody has to be reminded."""

    studio: Studio

    async def run(self) -> None:
        """Remind until cancelled."""
        while True:
            await remind(self.studio)
            await expire(self.studio)
            await asyncio.sleep(EVERY)


async def remind(studio: Studio) -> None:
    """Tell each chat in which drafts have waited long, unless it was told lately."""
    now = studio.clock()
    async with studio.store.read() as reader:
        due = await _due(studio, reader)
    for chat, series in due.items():
        async with studio.store.write() as unit:
            await unit.remind(chat, now)
            await unit.tell(Event(news=News.DRAFTS_WAIT, series=series, chats=(chat,)))


async def _due(studio: Studio, reader: Reader) -> dict[int, SeriesId]:
    """Return the chats to be reminded, each with a series of which something waits there."""
    now, due = studio.clock(), dict[int, SeriesId]()
    for draft in await reader.open_drafts():
        if now - draft.opened < PATIENCE:
            continue
        series = (await reader.episode(draft.episode)).series
        for chat in await deciding_chats(reader, series):
            last = await reader.reminded(chat)
            if last is None or now - last >= PATIENCE:
                due.setdefault(chat, series)
    return due
