"""A database is brought to this version's tables, and never harmed by another version."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage import migrations
from storage.domain.ids import RemarkId
from storage.domain.remarks import Remark
from storage.domain.takes import Note
from storage.errors import Unusable
from storage.tables import METADATA
from tests.storage_samples import ANA, EPISODE, NOON, act, digest, draft, furnish, open_store, take

OUTER_COMMA = re.compile(r", (?![^(]*\))|\s*\)$")


def schema(database: Path) -> dict[str, list[str]]:
    """Return the tables and indices as SQLite has them, their clauses in one order, white space aside."""
    connection = sqlite3.connect(database)
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type != 'trigger' AND sql IS NOT NULL")
    statements = {name: " ".join(sql.split()) for name, sql in found if name != "alembic_version"}
    connection.close()
    return {name: sorted(OUTER_COMMA.split(sql.partition("(")[2])) for name, sql in statements.items()}


def stamp(database: Path, revision: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.commit()
    connection.close()


def age(database: Path, revision: str) -> None:
    """Bring a database back to what an older version would have written: its tables, with the rows they can hold."""
    older = database.with_suffix(".older")
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    engine = create_engine(f"sqlite:///{older}")
    with engine.begin() as made:
        config.attributes["connection"] = made
        command.upgrade(config, revision)
    engine.dispose()
    connection = sqlite3.connect(older)
    connection.execute("ATTACH ? AS newer", (str(database),))
    tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
    for table in set(tables) - {"alembic_version"}:
        columns = ", ".join(column for _, column, *_ in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")  # noqa: S608 - our own names
    connection.commit()
    connection.close()
    older.replace(database)


async def test_the_steps_from_nothing_lead_to_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    engine = create_engine(f"sqlite:///{tmp_path}/wanted.db")
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(tmp_path / "feuilleton.db") == schema(tmp_path / "wanted.db")


def test_the_last_step_is_the_one_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


async def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await furnish(store)
    await store.close()
    store = await open_store(tmp_path)
    async with store.read() as reader:
        assert await reader.person(ANA.id) == ANA
    await store.close()


async def test_a_database_from_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    stamp(tmp_path / "feuilleton.db", "9999")
    before = (tmp_path / "feuilleton.db").read_bytes()
    with pytest.raises(Unusable, match=r"newer version of Feuilleton \(revision 9999\)"):
        await open_store(tmp_path)
    assert (tmp_path / "feuilleton.db").read_bytes() == before


async def test_a_folder_whose_name_holds_signs_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "100% réel #1"
    folder.mkdir()
    await (await open_store(folder)).close()
    assert (folder / "feuilleton.db").exists()


async def test_a_sentence_noted_by_an_older_version_is_still_said(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await furnish(store)
    async with store.write() as unit:
        await unit.record(act(1))
        await unit.add_take(take(1))
    await store.close()
    database = tmp_path / "feuilleton.db"
    connection = sqlite3.connect(database)
    connection.execute("UPDATE takes SET notes = ?", ('["the artist drew a fox"]',))
    connection.commit()
    connection.close()
    age(database, "0002")
    store = await open_store(tmp_path)
    async with store.read() as reader:
        assert (await reader.take(take(1).id)).notes == (Note("said", (("text", "the artist drew a fox"),)),)
    await store.close()


async def test_a_remark_of_an_older_version_was_typed(tmp_path: Path) -> None:
    said = Remark(
        id=RemarkId("r"), episode=EPISODE.id, draft=draft(1).id, person=ANA.id, text="x", digest=digest("x"), at=NOON
    )
    store = await open_store(tmp_path)
    await furnish(store)
    async with store.write() as unit:
        await unit.add_draft(draft(1))
        await unit.add_remark(said)
    await store.close()
    age(tmp_path / "feuilleton.db", "0005")
    store = await open_store(tmp_path)
    async with store.read() as reader:
        assert await reader.remark(said.id) == said
        assert await reader.topic(-5, EPISODE.id) is None
    await store.close()
