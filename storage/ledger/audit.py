"""The check of the ledger where it lives, in the database."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence

from sqlalchemy import RowMapping, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.ledger.checkpoints import Checkpoints
from storage.ledger.entries import Entry
from storage.ledger.seals import Seal
from storage.ledger.walk import Broken, Report, Walk
from storage.reader import Query, Reader
from storage.tables import contributions, takes

PAGE = 500
"""How many entries are read at a time."""


async def verify(database: Database, public: str, checkpoints: Checkpoints, witnesses: Iterable[Seal] = ()) -> Report:
    """Check the whole ledger; the report names the first fault.

    `witnesses` are seals that were kept elsewhere. The checkpoints are read before the database: it may have grown
    meanwhile, but it can never be shorter than they say.
    """
    walk = Walk(public)
    await asyncio.to_thread(_expect, walk, checkpoints, witnesses)
    try:
        async with database.reading() as connection:
            latest = await _latest(connection)
            if latest is not None:
                walk.expect(latest, "the database")
            async for page in pages(connection):
                await asyncio.to_thread(_walk_on, walk, page)
            await _look_beside(connection, walk)
        if damage := await database.damage():
            walk.doubt(f"the database is damaged: {damage}")
        return walk.finish(latest)
    except Broken as broken:
        return Report(entries=walk.size, seals=walk.sealed, fault=broken.fault)


async def pages(connection: AsyncConnection) -> AsyncIterator[Sequence[RowMapping]]:
    """Read all entries in order.

    Raises:
        Broken: one cannot be read.
    """
    query = select(contributions).order_by(contributions.c.seq).limit(PAGE)
    page = await _page(connection, query)
    while page:
        yield page
        page = await _page(connection, query.where(contributions.c.seq > page[-1]["seq"]))


def entry(row: RowMapping) -> Entry:
    """Read an entry from its row."""
    return Entry(seq=row["seq"], prev=row["prev"], digest=row["digest"], body=row["body"])


def _expect(walk: Walk, checkpoints: Checkpoints, witnesses: Iterable[Seal]) -> None:
    for seal in witnesses:
        walk.expect(seal, "a witness's hands")
    try:
        for seal in checkpoints.seals():
            walk.expect(seal, checkpoints.path.name)
    except ValueError as error:
        walk.doubt(f"{checkpoints.path.name}: {error}")


def _walk_on(walk: Walk, page: Sequence[RowMapping]) -> None:
    for row in page:
        beside = {name: row[name] for name in ("id", "series", "episode", "made", "at")}
        walk.step(entry(row), beside)


async def _latest(connection: AsyncConnection) -> Seal | None:
    try:
        return await Reader(connection).seal()
    except DBAPIError as error:
        raise Broken(f"the ledger's seal cannot be read: {error.orig}") from error


async def _page(connection: AsyncConnection, query: Query) -> Sequence[RowMapping]:
    """Read a page; where that fails, row by row up to the one that cannot be read."""
    try:
        return (await connection.execute(query)).mappings().all()
    except DBAPIError:
        pass
    seqs = await connection.scalars(select(query.subquery().c.seq))
    found = []
    for seq in seqs.all():
        try:
            row = await connection.execute(select(contributions).where(contributions.c.seq == seq))
            found.append(row.mappings().one())
        except DBAPIError as error:
            if not found:
                raise Broken(f"cannot be read: {error.orig}", seq=seq) from error
            break
    return found


async def _look_beside(connection: AsyncConnection, walk: Walk) -> None:
    """Doubt rows that the walk could not see, and takes that are not what their contribution made."""
    count = await connection.scalar(select(func.count()).select_from(contributions))
    if count != walk.size:
        walk.doubt(f"the table holds {count} entries, the chain {walk.size}")
    made = (takes.c.contribution == contributions.c.id) & (takes.c.digest == contributions.c.made)
    orphans = select(takes.c.id).join(contributions, made, isouter=True).where(contributions.c.id.is_(None))
    if orphan := await connection.scalar(orphans.order_by(takes.c.seq).limit(1)):
        walk.doubt(f"take {orphan} is not what its contribution made")
