"""A store that is opened again, or on what it cannot work with."""

from pathlib import Path

import pytest

from storage.errors import Unusable
from storage.store import Store
from tests.storage_samples import EPISODE, furnish, open_store, record, take


async def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await furnish(store)
    await record(store, 1)
    await store.close()
    store = await open_store(tmp_path)
    async with store.read() as reader:
        assert await reader.takes(EPISODE.id) == (take(1),)
    await store.close()


async def test_another_key_cannot_go_on_with_the_ledger(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await furnish(store)
    await record(store, 1)
    await store.close()
    (tmp_path / "ledger.key").unlink()
    with pytest.raises(Unusable, match="another key"):
        await open_store(tmp_path)


@pytest.mark.parametrize("url", ["sqlite+aiosqlite:///:memory:", "sqlite+aiosqlite://", "nonsense", "mysql://h/d"])
async def test_a_database_that_cannot_serve_is_refused_in_one_sentence(tmp_path: Path, url: str) -> None:
    with pytest.raises(Unusable):
        await Store.open(url, key=tmp_path / "ledger.key")


async def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "feuilleton.db").write_bytes(b"a letter to my mother" * 100)
    with pytest.raises(Unusable, match="not a database"):
        await open_store(tmp_path)


async def test_only_the_owner_reads_the_key(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    assert (tmp_path / "ledger.key").stat().st_mode & 0o777 == 0o600
