"""The hands of someone who changes a ledger without its key, and the eyes that look for it."""

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from storage.database import Database
from storage.ledger import audit
from storage.ledger.checkpoints import Checkpoints
from storage.ledger.seals import Key, Seal
from storage.ledger.walk import Report


@contextmanager
def copy_of(original: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(original, Path(name) / "copy"))


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open a database as someone who wants to cheat: no triggers, no foreign keys, no checks."""
    with closing(sqlite3.connect(folder / "feuilleton.db", isolation_level=None)) as connection:
        connection.executescript(
            "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;"
            "DROP TRIGGER contributions_no_update; DROP TRIGGER contributions_no_delete;"
        )
        yield connection


def check(folder: Path, *witnesses: Seal) -> Report:
    async def run() -> Report:
        database = Database.open(f"sqlite+aiosqlite:///{folder}/feuilleton.db")
        try:
            public = Key.open(folder / "ledger.key").public
            return await audit.verify(database, public, Checkpoints(folder / "feuilleton.checkpoints.jsonl"), witnesses)
        finally:
            await database.close()

    return asyncio.run(run())


def place(report: Report) -> int | None:
    assert report.fault is not None, report
    return report.fault.seq


def bare(connection: sqlite3.Connection, table: str) -> None:
    """Let a table hold anything: no types, no keys, no constraints."""
    connection.execute(f"ALTER TABLE {table} RENAME TO was")
    connection.execute(f"CREATE TABLE {table} AS SELECT * FROM was")  # noqa: S608 - our words


def put(connection: sqlite3.Connection, table: str, column: str, value: object, **where: int) -> None:
    ((key, wanted),) = where.items()
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (value, wanted))  # noqa: S608 - our words


def rows(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return connection.execute("SELECT * FROM contributions ORDER BY seq").fetchall()


def seals(folder: Path) -> list[Seal]:
    return list(Checkpoints(folder / "feuilleton.checkpoints.jsonl").seals())


def put_seal(connection: sqlite3.Connection, seal: Seal) -> None:
    for column, value in seal.row().items():
        put(connection, "seals", column, value, id=1)
