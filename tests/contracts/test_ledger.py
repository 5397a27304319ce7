"""Whatever is done to the ledger without the key is found, and its place named."""

import asyncio
import json
import logging
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.errors import Damaged, Unusable
from storage.ledger import exports
from storage.ledger.entries import START, canonical, link
from storage.ledger.seals import Key
from storage.ledger.walk import Report
from tests.fakes.cheat import bare, check, copy_of, opened, place, put, put_seal, rows, seals
from tests.storage_samples import act, furnish, open_store, record

ENTRIES = 12
"""Recorded in commits of 1, 2, 3 … entries: seals stand over 1, 3, 6, 10 and 12."""

TEXTS = ("id", "series", "episode", "made", "at", "prev", "digest", "body")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a closed database, its key, its checkpoints and an exported ledger."""
    folder = tmp_path_factory.mktemp("ledger")

    async def write() -> None:
        store = await open_store(folder)
        await furnish(store)
        for numbers in ((1,), (2, 3), (4, 5, 6), (7, 8, 9, 10), (11, 12)):
            await record(store, *numbers)
        await store.export(folder / "ledger.jsonl")
        await store.close()

    asyncio.run(write())
    return folder


def test_an_untouched_ledger_is_clean(original: Path) -> None:
    report = check(original)
    assert report.clean, report
    assert (report.entries, report.seals) == (ENTRIES, 6)


@given(seq=st.integers(1, ENTRIES), column=st.sampled_from(TEXTS), at=st.integers(0, 10_000), to=st.integers(0, 255))
@settings(max_examples=40)
def test_any_changed_byte_of_any_row_is_found_where_it_is(
    original: Path, seq: int, column: str, at: int, to: int
) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            bare(connection, "contributions")
            value = rows(connection)[seq - 1][1 + TEXTS.index(column)].encode()
            changed = bytearray(value)
            changed[at % len(value)] = to
            put(connection, "contributions", column, bytes(changed), seq=seq)
            connection.execute(f"UPDATE contributions SET {column} = CAST({column} AS TEXT)")  # noqa: S608 - our words
        report = check(folder)
    if changed == value:
        assert report.clean
    else:
        assert place(report) == seq
        assert report.entries == seq - 1


@pytest.mark.parametrize("column", TEXTS)
@pytest.mark.parametrize("value", [None, "", b"\xff", "x", 0, 1.5])
def test_any_other_kind_of_value_is_found_where_it_is(original: Path, column: str, value: object) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            bare(connection, "contributions")
            put(connection, "contributions", column, value, seq=5)
        assert place(check(folder)) == 5


@given(seq=st.integers(1, ENTRIES), to=st.integers(-3, ENTRIES + 9).filter(lambda to: not 1 <= to <= ENTRIES))
@settings(max_examples=25)
def test_a_renumbered_row_is_found(original: Path, seq: int, to: int) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            connection.execute("UPDATE contributions SET seq = ? WHERE seq = ?", (to, seq))
        assert place(check(folder)) == (1 if to < 1 else seq)


@given(gone=st.sets(st.integers(1, ENTRIES), min_size=1))
@settings(max_examples=25)
def test_removed_rows_are_found_at_the_first_of_them(original: Path, gone: set[int]) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            connection.executemany("DELETE FROM contributions WHERE seq = ?", [(seq,) for seq in gone])
        assert place(check(folder)) == min(gone)


@given(st.sets(st.integers(1, ENTRIES), min_size=2, max_size=2))
@settings(max_examples=25)
def test_swapped_rows_are_found_at_the_first_of_them(original: Path, pair: set[int]) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            swap = [(0, min(pair)), (min(pair), max(pair)), (max(pair), 0)]
            connection.executemany("UPDATE contributions SET seq = ? WHERE seq = ?", swap)
        assert place(check(folder)) == min(pair)


@given(left=st.integers(0, ENTRIES - 1))
@settings(max_examples=12)
def test_a_cut_tail_is_found_though_the_database_gets_an_old_seal(original: Path, left: int) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            connection.execute("DELETE FROM contributions WHERE seq > ?", (left,))
            if old := [seal for seal in seals(folder) if seal.size == left]:
                put_seal(connection, old[0])
        report = check(folder)
    assert place(report) == left + 1
    assert report.entries == left


@given(left=st.integers(0, ENTRIES - 1))
@settings(max_examples=12)
def test_a_cut_tail_is_found_though_the_checkpoints_are_gone(original: Path, left: int) -> None:
    with copy_of(original) as folder:
        (folder / "feuilleton.checkpoints.jsonl").unlink()
        with opened(folder) as connection:
            connection.execute("DELETE FROM contributions WHERE seq > ?", (left,))
        assert place(check(folder)) == left + 1


def test_only_a_seal_kept_elsewhere_finds_that_everything_was_taken_back_together(original: Path) -> None:
    *_, before, last = seals(original)
    with copy_of(original) as folder:
        with opened(folder) as connection:
            connection.execute("DELETE FROM contributions WHERE seq > ?", (before.size,))
            connection.execute("DELETE FROM takes WHERE contribution IN ('act11', 'act12')")
            put_seal(connection, before)
        file = folder / "feuilleton.checkpoints.jsonl"
        file.write_text("".join(line for line in file.read_text().splitlines(keepends=True)[:-1]))
        assert check(folder).clean
        assert place(check(folder, last)) == before.size + 1


@given(seq=st.integers(1, ENTRIES))
@settings(max_examples=12)
def test_a_chain_written_anew_without_the_key_is_found_at_the_first_seal_it_meets(original: Path, seq: int) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            prev = connection.execute("SELECT prev FROM contributions WHERE seq = ?", (seq,)).fetchone()[0]
            for number, body in connection.execute(
                "SELECT seq, body FROM contributions WHERE seq >= ? ORDER BY seq", (seq,)
            ).fetchall():
                forged = body.replace('"name":"qwen"', '"name":"ours"')
                row = (prev, prev := link(prev, forged), forged, number)
                connection.execute("UPDATE contributions SET prev = ?, digest = ?, body = ? WHERE seq = ?", row)
        assert place(check(folder)) == min(size for size in (1, 3, 6, 10, 12) if size >= seq)


def test_a_row_added_without_the_key_is_found(original: Path) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            last = rows(connection)[-1]
            body = last[8].replace('"act12"', '"act13"')
            forged = (13, "act13", *last[2:6], last[7], link(last[7], body), body)
            connection.execute("INSERT INTO contributions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", forged)
        assert place(check(folder)) == 13


def test_a_second_row_of_one_number_is_found(original: Path) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            bare(connection, "contributions")
            connection.execute("INSERT INTO contributions SELECT * FROM was WHERE seq = 12")
        assert not check(folder).clean


@given(at=st.integers(0, 10_000), to=st.integers(0, 255))
@settings(max_examples=40)
def test_a_changed_byte_of_the_checkpoints_is_found(original: Path, at: int, to: int) -> None:
    with copy_of(original) as folder:
        file = folder / "feuilleton.checkpoints.jsonl"
        whole = bytearray(file.read_bytes())
        changed = whole.copy()
        changed[at % len(whole)] = to
        file.write_bytes(changed)
        half_written = changed[-1:] != b"\n"  # as a crash would leave it
        assert check(folder).clean == (changed == whole or half_written)


@pytest.mark.parametrize("column", ["id", "size", "digest", "at", "public", "signature"])
@pytest.mark.parametrize("value", [None, "", b"\xff", "x", 3, 1.5])
def test_a_changed_seal_of_the_database_is_found(original: Path, column: str, value: object) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            bare(connection, "seals")
            put(connection, "seals", column, value, id=1)
        assert not check(folder).clean


def test_a_take_of_other_bytes_than_were_made_is_found(original: Path) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            connection.execute("UPDATE takes SET digest = ? WHERE id = 'take3'", ("f" * 64,))
        report = check(folder)
    assert "take3" in str(report)


def test_a_schema_that_is_no_text_is_said_to_be_unusable(original: Path) -> None:
    with copy_of(original) as folder:
        file = folder / "feuilleton.db"
        file.write_bytes(file.read_bytes().replace(b"CREATE TABLE", b"CREATE\x80TABLE"))
        with pytest.raises(Unusable, match="no text"):
            check(folder)


@example(at=47, to=5)  # the number of the file's schema format, which SQLite refuses with an error of no kind
@given(at=st.integers(0, 10**7), to=st.integers(0, 255))
@settings(max_examples=40)
def test_a_changed_byte_of_the_file_either_changes_nothing_or_is_found(original: Path, at: int, to: int) -> None:
    with closing(sqlite3.connect(original / "feuilleton.db")) as connection:
        before = rows(connection)
    with copy_of(original) as folder:
        file = folder / "feuilleton.db"
        whole = bytearray(file.read_bytes())
        whole[at % len(whole)] = to
        file.write_bytes(whole)
        try:
            clean = check(folder).clean
        except Unusable:
            return
        if clean:
            with closing(sqlite3.connect(file)) as connection:
                assert rows(connection) == before


def test_the_exported_ledger_is_checked_with_the_public_key_alone(original: Path) -> None:
    public = Key.open(original / "ledger.key").public
    report = exports.verify(original / "ledger.jsonl", public)
    assert report.clean, report
    assert report.entries == ENTRIES
    lines = [json.loads(line) for line in (original / "ledger.jsonl").read_text().splitlines()]
    assert lines[1]["prev"] == START
    assert lines[12]["contribution"]["id"] == act(12).id
    assert not exports.verify(original / "ledger.jsonl", "00" * 32).clean


@given(at=st.integers(0, 10**6), to=st.integers(0, 255))
@settings(max_examples=40)
def test_any_changed_byte_of_the_exported_ledger_is_found_in_its_line(original: Path, at: int, to: int) -> None:
    whole = bytearray((original / "ledger.jsonl").read_bytes())
    where = at % len(whole)
    changed = whole.copy()
    changed[where] = to
    report = audited(original, bytes(changed))
    if changed == whole:
        assert report.clean
    else:
        assert place(report) == (whole[:where].count(b"\n") or None)


@given(st.data())
@settings(max_examples=40)
def test_lines_taken_out_of_the_exported_ledger_or_moved_are_found(original: Path, data: st.DataObject) -> None:
    lines = (original / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    kept = data.draw(st.lists(st.sampled_from(range(ENTRIES + 1)), unique=True))
    report = audited(original, b"".join(lines[number] for number in kept))
    assert report.clean == (kept == list(range(ENTRIES + 1)))
    if kept and kept[0] == 0 and not report.clean:
        wrong = [number for number, was in enumerate(kept) if number != was]
        assert place(report) == (wrong[0] if wrong else len(kept))


@pytest.mark.parametrize(
    ("line", "changes", "seq"),
    [
        (0, {"extra": 1}, None),
        (0, {"seal": None}, None),
        (1, {"extra": 1}, 1),
        (1, {"seq": True}, 1),
        (2, {"prev": 0}, 2),
    ],
)
def test_an_exported_ledger_says_nothing_that_is_not_sealed(
    original: Path, line: int, changes: dict[str, object], seq: int | None
) -> None:
    lines = (original / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    lines[line] = canonical(json.loads(lines[line]) | changes) + b"\n"
    assert place(audited(original, b"".join(lines))) == seq


def audited(original: Path, content: bytes) -> Report:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "ledger.jsonl"
        file.write_bytes(content)
        return exports.verify(file, Key.open(original / "ledger.key").public)


def test_a_half_written_checkpoint_is_dropped_and_written_again(original: Path) -> None:
    with copy_of(original) as folder:
        file = folder / "feuilleton.checkpoints.jsonl"
        whole = file.read_bytes()
        file.write_bytes(whole[:-30])

        async def go_on() -> Report:
            store = await open_store(folder)
            await record(store, 13)
            report = await store.verify()
            await store.close()
            return report

        report = asyncio.run(go_on())
        assert report.clean, report
        assert file.read_bytes().startswith(whole)
        assert [seal.size for seal in seals(folder)] == [1, 3, 6, 10, 12, 13]


def test_an_entry_that_cannot_be_read_does_not_leave_the_house(original: Path) -> None:
    with copy_of(original) as folder:
        with opened(folder) as connection:
            bare(connection, "contributions")
            put(connection, "contributions", "body", b"\xff\xfe", seq=5)
            connection.execute("UPDATE contributions SET body = CAST(body AS TEXT)")

        async def export() -> None:
            database = Database.open(f"sqlite+aiosqlite:///{folder}/feuilleton.db")
            try:
                await exports.export(database, folder / "out.jsonl")
            finally:
                await database.close()

        with pytest.raises(Damaged, match="entry 5"):
            asyncio.run(export())
        assert not list(folder.glob("*out.jsonl*"))


def test_a_checkpoint_that_could_not_be_written_is_written_at_the_next_start(
    original: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("storage.store"), "disabled", False)  # import-linter's set-up disables all

    async def go_on(folder: Path) -> Report:
        store = await open_store(folder)
        file = folder / "feuilleton.checkpoints.jsonl"
        file.rename(folder / "aside")
        file.mkdir()
        await record(store, 13)
        await store.close()
        file.rmdir()
        (folder / "aside").rename(file)
        store = await open_store(folder)
        report = await store.verify()
        await store.close()
        return report

    with copy_of(original) as folder:
        report = asyncio.run(go_on(folder))
        assert report.clean, report
        assert seals(folder)[-1].size == 13
    assert "13 entries" in caplog.text


def test_a_seal_is_bound_to_everything_it_says(original: Path) -> None:
    seal = seals(original)[-1]
    assert seal.holds
    other = seals(original)[0]
    for name in ("size", "digest", "at", "signature"):
        assert not replace(seal, **{name: getattr(other, name)}).holds
    assert not replace(seal, public="00" * 32).holds
