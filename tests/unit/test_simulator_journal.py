"""A world on disk outlives the process that kept it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.blobs import Blobs
from bot.simulator.clock import Clock
from bot.simulator.journal import Journal
from bot.simulator.world import World

records = st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=5) | st.none(), max_size=3)
steps = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4), records | st.none()), max_size=20)


def act(journal: Journal, changes: list[tuple[str, int, dict | None]]) -> None:
    for name, key, record in changes:
        if record is None:
            journal.table(name).drop(key)
        else:
            journal.table(name).put(key, record)


@given(steps, steps)
def test_rolling_back_returns_to_the_last_commit(kept: list, undone: list) -> None:
    journal = Journal()
    act(journal, kept)
    journal.commit()
    before = {change[:2]: change[2] for change in journal}
    act(journal, undone)
    journal.roll_back()
    assert {change[:2]: change[2] for change in journal} == before


def test_what_was_committed_is_there_after_a_restart_and_the_rest_is_not(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.table("people").put(1, {"name": "Ana"})
    journal.table("people").put(2, {"name": "Bo"})
    journal.commit()
    journal.table("people").drop(2)
    journal.commit()
    journal.table("people").put(3, {"name": "Cy"})  # never committed
    again = Journal(tmp_path)
    assert list(again) == [("people", 1, {"name": "Ana"})]


def test_a_line_that_a_kill_tore_off_is_ignored_and_writing_goes_on(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.table("people").put(1, {"name": "Ana"})
    journal.commit()
    with (tmp_path / "world.jsonl").open("ab") as file:
        file.write(b'[["people",2,{"na')
    again = Journal(tmp_path)
    again.table("people").put(3, {"name": "Cy"})
    again.commit()
    assert [change[1] for change in Journal(tmp_path)] == [1, 3]


def test_passing_tables_are_told_but_not_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    heard: list = []
    journal.follow(heard.extend)
    journal.table("drafts", lasting=False).put("1/0", {"text": "…"})
    journal.commit()
    assert heard == [("drafts", "1/0", {"text": "…"})]
    assert list(Journal(tmp_path)) == []


def test_numbers_are_never_given_twice_not_even_after_a_restart(tmp_path: Path) -> None:
    world = World(tmp_path, Clock(), name="Feuilleton", username="feuilleton_bot")
    first = [world.number("update") for _ in range(3)]
    world.commit()
    world.journal.close()
    again = World(tmp_path, Clock(), name="Another", username="another_bot")
    assert again.number("update") == first[-1] + 1
    assert again.bot["first_name"] == "Feuilleton"


def test_files_are_kept_by_digest_and_read_in_parts(tmp_path: Path) -> None:
    for blobs in (Blobs(), Blobs(tmp_path)):
        digest = blobs.keep(b"0123456789")
        assert blobs.keep(b"0123456789") == digest
        assert blobs.read(digest) == b"0123456789"
        assert blobs.read(digest, 2, 5) == b"234"
    assert [path.name for path in tmp_path.iterdir()] == [digest]
