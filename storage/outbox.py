"""The outbox: events that chats are to hear of, told at least once and in order within each chat."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update

from storage import rows
from storage.domain.events import Event
from storage.moments import written
from storage.store import Store
from storage.tables import deliveries, events


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """One event for one chat, and how often telling it has failed. `seq` grows with every event."""

    seq: int
    chat: int
    event: Event
    attempts: int


class Outbox:
    """Events out. `Unit.tell` writes them with the change they tell of; the announcer reads them here."""

    def __init__(self, store: Store) -> None:
        self._database = store.database
        self._told = store.told
        self._told.set()  # what an earlier process left is waiting

    async def pending(self) -> tuple[Delivery, ...]:
        """Return for each chat the oldest event it has not heard, oldest first."""
        waiting = deliveries.c.state == "waiting"
        first = select(func.min(deliveries.c.seq).label("seq"), deliveries.c.chat).where(waiting)
        oldest = first.group_by(deliveries.c.chat).subquery()
        it = (deliveries.c.seq == oldest.c.seq) & (deliveries.c.chat == oldest.c.chat)
        columns = deliveries.c.seq, deliveries.c.chat, deliveries.c.attempts, events.c.body
        query = select(*columns).join(oldest, it).join(events, events.c.seq == deliveries.c.seq)
        async with self._database.reading() as connection:
            found = (await connection.execute(query.order_by(deliveries.c.seq, deliveries.c.chat))).all()
        return tuple(
            Delivery(seq=seq, chat=chat, event=rows.event(body), attempts=attempts)
            for seq, chat, attempts, body in found
        )

    async def news(self) -> None:
        """Wait until something may be pending: at first, and after every unit that told something."""
        await self._told.wait()
        self._told.clear()

    async def delivered(self, seq: int, chat: int) -> None:
        """Say that a chat has heard of an event."""
        await self._set(seq, chat, state="delivered")
        self._told.set()

    async def failed(self, seq: int, chat: int, error: str) -> None:
        """Count a failure; the event stays the chat's next."""
        await self._set(seq, chat, attempts=deliveries.c.attempts + 1, error=error)

    async def give_up(self, seq: int, chat: int, error: str) -> None:
        """Set an event aside that a chat cannot be told (the bot was blocked), so that the next can be."""
        await self._set(seq, chat, state="aside", attempts=deliveries.c.attempts + 1, error=error)
        self._told.set()

    async def prune(self, older_than: datetime) -> int:
        """Forget events before a moment that no chat is waiting for; return how many."""
        wanted = select(deliveries.c.seq).where(deliveries.c.state == "waiting")
        old = select(events.c.seq).where(events.c.at < written(older_than), events.c.seq.not_in(wanted))
        async with self._database.writing() as connection:
            await connection.execute(delete(deliveries).where(deliveries.c.seq.in_(old)))
            return (await connection.execute(delete(events).where(events.c.seq.in_(old)))).rowcount

    async def _set(self, seq: int, chat: int, **values: str | ColumnElement[int]) -> None:
        it = (deliveries.c.seq == seq) & (deliveries.c.chat == chat)
        async with self._database.writing() as connection:
            await connection.execute(update(deliveries).where(it).values(values))
