"""The inbox: raw Telegram updates, committed before Telegram is told that they arrived, and worked off in order."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, delete, insert, select, update

from storage.moments import written
from storage.store import Store
from storage.tables import handled, inbox

TRIES = 3
"""How often an update may fail before it is set aside."""

LIMIT = 1 << 20
"""Characters of a raw update that are kept; Telegram's own limits keep an update far below."""


_WAITING = inbox.c.update_id, inbox.c.chat, inbox.c.raw, inbox.c.attempts


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """An update that is not done: its raw JSON, the chat within which order matters, and how often it has failed."""

    update_id: int
    chat: int
    raw: str
    attempts: int


class Inbox:
    """Updates in. One worker waits for them; whatever it has not called done comes again after a crash."""

    def __init__(self, store: Store) -> None:
        self._database = store.database
        self._clock = store.clock
        self._arrived = asyncio.Event()
        self._arrived.set()  # what an earlier process left is waiting

    async def add(self, updates: Sequence[tuple[int, int, str]]) -> None:
        """Commit updates as (update id, chat id, raw JSON); one that is here already is left as it is.

        One that is longer than any real update is set aside at once, cut, so that it cannot block the queue.
        """
        new = {update_id: (chat, raw) for update_id, chat, raw in updates}
        async with self._database.writing() as connection:
            known = select(inbox.c.update_id).where(inbox.c.update_id.in_(new))
            for update_id in (await connection.scalars(known)).all():
                del new[update_id]
            at = written(self._clock())
            rows = [_row(update_id, chat, raw, at) for update_id, (chat, raw) in new.items()]
            if rows:
                await connection.execute(insert(inbox), rows)
        self._arrived.set()

    async def pending(self, limit: int = 100) -> tuple[Waiting, ...]:
        """Return updates that are neither done nor set aside, oldest first."""
        waiting = select(*_WAITING).where(inbox.c.state == "waiting")
        async with self._database.reading() as connection:
            found = await connection.execute(waiting.order_by(inbox.c.update_id).limit(limit))
            return tuple(Waiting(**row) for row in found.mappings())

    async def arrival(self) -> None:
        """Wait until something may be pending: at first, and after every `add` or `failed`."""
        await self._arrived.wait()
        self._arrived.clear()

    async def done(self, update_id: int) -> None:
        """Say that an update needs nothing more."""
        async with self._database.writing() as connection:
            await connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(state="done"))

    async def failed(self, update_id: int, error: str) -> None:
        """Count a failure; after the third the update is set aside with its error and waits for a person."""
        tried = inbox.c.attempts + 1
        state = case((tried >= TRIES, "aside"), else_="waiting")
        values = {"attempts": tried, "state": state, "error": error}
        async with self._database.writing() as connection:
            await connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(values))
        self._arrived.set()

    async def aside(self) -> tuple[tuple[Waiting, str], ...]:
        """Return what was set aside, each with its last error, oldest first."""
        query = select(*_WAITING, inbox.c.error).where(inbox.c.state == "aside").order_by(inbox.c.update_id)
        async with self._database.reading() as connection:
            found = [dict(row) for row in (await connection.execute(query)).mappings()]
        return tuple((Waiting(**row), error) for row in found for error in [row.pop("error")])

    async def prune(self, older_than: datetime) -> int:
        """Forget what was done and arrived before a moment (Telegram sends nothing again after a day); say how many."""
        old = inbox.c.state == "done", inbox.c.at < written(older_than)
        settled = handled.c.at < written(older_than), handled.c.update_id.not_in(select(inbox.c.update_id))
        async with self._database.writing() as connection:
            forgotten = await connection.execute(delete(inbox).where(*old))
            await connection.execute(delete(handled).where(*settled))
            return forgotten.rowcount


def _row(update_id: int, chat: int, raw: str, at: str) -> dict[str, str | int]:
    fits = len(raw) <= LIMIT
    return {
        "update_id": update_id,
        "chat": chat,
        "raw": raw[:LIMIT],
        "at": at,
        "state": "waiting" if fits else "aside",
        "attempts": 0,
        "error": "" if fits else f"{len(raw)} characters is longer than any update",
    }
