"""A store with a furnished house in it, on SQLite; on PostgreSQL as well where a server is named."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storage.store import Store
from tests.storage_samples import furnish, open_store

POSTGRES = os.environ.get("FEUILLETON_TEST_POSTGRES", "")
"""The URL of an empty PostgreSQL database that may be overwritten, such as `postgresql+asyncpg://me@host/empty`."""


async def _emptied() -> str:
    from sqlalchemy import text  # noqa: PLC0415 - only where there is a server
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    engine = create_async_engine(POSTGRES)
    async with engine.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()
    return POSTGRES


@pytest_asyncio.fixture(params=["sqlite", "postgres"] if POSTGRES else ["sqlite"])
async def store(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """Open a furnished store."""
    if request.param == "postgres":
        store = await Store.open(await _emptied(), key=tmp_path / "ledger.key")
    else:
        store = await open_store(tmp_path)
    await furnish(store)
    yield store
    await store.close()
