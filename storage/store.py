"""The store: opens the database and hands out transactions."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from storage import moments
from storage.database import Database
from storage.errors import Unusable
from storage.ledger.audit import verify
from storage.ledger.certificates import Certificate, Statement, certify
from storage.ledger.checkpoints import Checkpoints
from storage.ledger.exports import export
from storage.ledger.seals import Key, Seal
from storage.ledger.walk import Report
from storage.migrations import migrate
from storage.reader import Reader
from storage.unit import Unit

log = logging.getLogger(__name__)


class Store:
    """What lasts, in one database. Any number of readers; writers one after the other, in the order they came."""

    def __init__(self, database: Database, key: Key, checkpoints: Checkpoints, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock
        self.told = asyncio.Event()
        """Set when there is something to tell; the outbox waits for it."""
        self._key = key
        self._checkpoints = checkpoints

    @classmethod
    async def open(cls, url: str, *, key: Path, clock: Callable[[], datetime] = moments.now) -> Self:
        """Bring the database to this version's tables and open it; make the key file on the first run.

        Raises:
            Unusable: the database is from a newer version, or the key is not the one that sealed its ledger.
        """
        database = Database.open(url)
        try:
            signer = await asyncio.to_thread(Key.open, key)
            await migrate(database)
            checkpoints = Checkpoints((database.path or key).with_suffix(".checkpoints.jsonl"))
            store = cls(database, signer, checkpoints, clock)
            await store._go_on()
        except BaseException:
            await database.close()
            raise
        return store

    @property
    def public(self) -> str:
        """The public half of the key, hexadecimal: what others need to check an exported ledger."""
        return self._key.public

    @asynccontextmanager
    async def write(self, cause: int | None = None) -> AsyncIterator[Unit]:
        """One transaction that may change things: all of it is committed at the end, or nothing on an error.

        `cause` is the Telegram update whose effect this is; the same transaction marks it as handled.

        Raises:
            AlreadyHandled: the effect of that update is committed already.
            Conflict: a change breaks a rule of the tables.
            Unavailable: the database is locked by another process, or its disk is full.
        """
        seal, unit = None, None
        try:
            async with self.database.writing() as connection:
                unit = Unit(connection, self.clock())
                if cause is not None:
                    await unit.claim(cause)
                yield unit
                seal = await unit.finish(self._key, self.clock())
        finally:
            if unit is not None and unit.told:
                self.told.set()  # even if cancelled: the commit may have gone through
        if seal is not None:
            await asyncio.to_thread(self._note, seal)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reader]:
        """One transaction that sees one moment and changes nothing."""
        async with self.database.reading() as connection:
            yield Reader(connection)

    async def verify(self, witnesses: Iterable[Seal] = ()) -> Report:
        """Check the ledger; the report names the first fault. `witnesses` are seals that were kept elsewhere."""
        return await verify(self.database, self._key.public, self._checkpoints, witnesses)

    def certify(self, statement: Statement) -> Certificate:
        """Sign what the ledger says of a person with the ledger's key."""
        return certify(statement, self._key.sign)

    async def export(self, path: Path) -> None:
        """Write the ledger to a file that others can check (`ledger.exports.verify`)."""
        await export(self.database, path)

    def _note(self, seal: Seal) -> None:
        """Add a seal to the checkpoints; what is committed is committed, so that a full disk is no error here."""
        try:
            self._checkpoints.append(seal)
        except OSError:
            log.exception("the seal over %d entries is in the database alone until the next start", seal.size)

    async def _go_on(self) -> None:
        """Go on where an earlier process stopped, perhaps between a commit and its checkpoint."""
        async with self.read() as reader:
            seal = await reader.seal()
        if seal is not None and seal.holds and seal.public != self.public:
            raise Unusable("the ledger was sealed with another key; put the key file it was begun with back")
        await asyncio.to_thread(self._checkpoints.mend, seal)

    async def close(self) -> None:
        """Close every connection."""
        await self.database.close()
