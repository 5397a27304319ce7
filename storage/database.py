"""Connections: one writer and several readers, on SQLite or PostgreSQL. Only this module knows which of the two it is.

With a driver's own transactions two tasks that read, decide and write lose updates without an error. So every
transaction that may write takes the one write lock before it reads: on SQLite with `BEGIN IMMEDIATE` on a pool of one
connection, which makes the pool a fair queue, on PostgreSQL with an advisory lock as well.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import Unavailable, Unusable

READERS = 5
"""Connections for reading; each is a thread on SQLite."""

PATIENCE = 60
"""Seconds a task waits for a connection before it is told that there is none."""

_FOREIGN = "unsupported file format"
"""What SQLite says of a header it cannot read; it has no code of its own for that."""

_LOCK = 0x6665_7569
"""The advisory lock that makes PostgreSQL's writers wait for each other: `feui`."""

_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # what was paid for, and updates told to Telegram as received, outlast a power cut
    "busy_timeout": "10000",
    "foreign_keys": "ON",
}


@dataclass(slots=True)
class _Transaction:
    open: bool = True


_writing: ContextVar[_Transaction | None] = ContextVar("writing", default=None)


class Database:
    """The two engines on one database. Transactions are short: no model, no network, no person inside."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader

    @classmethod
    def open(cls, url: str) -> Self:
        """Make the engines; the first transaction connects.

        Raises:
            Unusable: the URL is none, or names a database this module does not know.
        """
        try:
            parsed = make_url(url)
            make = _MAKERS[parsed.drivername]
            return cls(make(parsed, write=True), make(parsed, write=False))
        except (ArgumentError, KeyError) as error:  # the URL may hold a password: it is not repeated
            raise Unusable(f"the database's URL must begin with {' or '.join(_MAKERS)}") from error
        except ModuleNotFoundError as error:
            raise Unusable(f"{parsed.drivername} needs the package {error.name}; install it and try again") from error

    @property
    def path(self) -> Path | None:
        """The database's file, where it is one."""
        url = self._writer.url
        return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may write; others wait for its end.

        Raises:
            Unavailable: the database is locked by another process, or its disk is full.
        """
        current = _writing.get()
        if current is not None and current.open:
            raise RuntimeError("a write inside a write would wait for itself: pass the unit on instead")
        transaction = _Transaction()
        _writing.set(transaction)
        try:
            async with self._said_plainly(), self._writer.connect() as connection, connection.begin():
                yield connection
        finally:
            transaction.open = False

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that sees one moment and cannot write."""
        async with self._said_plainly(), self._reader.connect() as connection, connection.begin():
            yield connection

    async def damage(self) -> str:
        """Say what is wrong with the database's own structure, as far as it can tell; empty if nothing is."""
        if self.path is None:
            return ""
        async with self.reading() as connection:
            found: str = await connection.scalar(text("PRAGMA integrity_check(1)")) or ""
        return "" if found == "ok" else found

    async def scrub(self) -> None:
        """Write the database anew, so that nothing of what was deleted is left in its files.

        Raises:
            Unavailable: somebody else has it open.
        """
        if self.path is None:
            return  # PostgreSQL's own vacuum overwrites what is gone in its time
        async with self._said_plainly(), self._writer.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            if driver is not None:
                for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                    await driver.execute(statement)

    @asynccontextmanager
    async def _said_plainly(self) -> AsyncIterator[None]:
        """Turn what the machine does to a database into our words; a mistake in a statement stays a mistake."""
        try:
            yield
        except DBAPIError as error:
            name = getattr(error.orig, "sqlite_errorname", "")
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR")):
                raise Unavailable(f"{self.path} does not answer: {error.orig}") from error
            unusable = name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN", "SQLITE_READONLY"))
            if unusable or str(error.orig) == _FOREIGN:
                raise Unusable(f"{self.path} cannot be used: {error.orig}") from error
            raise
        except UnicodeDecodeError as error:  # SQLite quotes what it cannot read, and the quotation is no text
            raise Unusable(f"{self.path} cannot be used: its schema is no text") from error

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self._writer.dispose()


def _engine(url: URL, connections: int) -> AsyncEngine:
    """Make an engine that keeps its connections, and keeps what people wrote out of error messages."""
    return create_async_engine(url, pool_size=connections, max_overflow=0, pool_timeout=PATIENCE, hide_parameters=True)


def _sqlite(url: URL, *, write: bool) -> AsyncEngine:
    if not url.database or url.database == ":memory:":
        raise Unusable("an in-memory database would be a new one for every connection; name a file")
    engine = _engine(url, 1 if write else READERS)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver starts no transaction of its own
        cursor = connection.cursor()
        for pragma, value in _PRAGMAS.items():
            cursor.execute(f"PRAGMA {pragma}={value}")
        cursor.execute(f"PRAGMA query_only={'OFF' if write else 'ON'}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    @event.listens_for(engine.sync_engine, "invalidate")
    def leave(connection: DBAPIConnection, _: ConnectionPoolEntry, __: BaseException | None) -> None:
        # A connection that a cancelled task was using is closed; but SQLite keeps one that is closed amid a statement,
        # with its transaction and its lock, for as long as anybody holds that statement: a traceback, say.
        connection.rollback()

    return engine


def _postgres(url: URL, *, write: bool) -> AsyncEngine:
    engine = _engine(url, 1 if write else READERS)

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        if write:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


_MAKERS = {"sqlite+aiosqlite": _sqlite, "postgresql+asyncpg": _postgres}
"""How an engine is made, by the driver its URL names."""
