"""What is kept, and what goes; progress of several threads at once."""

import os
import time
from pathlib import Path

import pytest

from generation.cut import cache as cache_module
from generation.cut import units
from generation.cut.cache import Cache, edition
from generation.cut.progress import Progress
from generation.errors import Cancelled

HOUR, DAY = 3600, 86_400


def kept(cache: Cache, name: str, *, size: int = 1, age: float = 0) -> Path:
    path = cache.keep("segments", name, lambda path: path.write_bytes(bytes(size)) and None)
    used = time.time() - age
    os.utime(path, (used, used))
    return path


def test_a_file_is_made_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    path = kept(cache, "a", size=3)
    assert kept(cache, "a", size=5) == path
    assert path.stat().st_size == 3


def test_what_was_not_used_for_long_goes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    old, young = kept(cache, "old", age=31 * DAY), kept(cache, "young", age=29 * DAY)
    cache.clean(days=30)
    assert (old.exists(), young.exists()) == (False, True)


def test_when_it_is_too_much_the_longest_unused_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    ages = {"a": 5 * DAY, "b": DAY, "c": 2 * HOUR}
    for name, age in ages.items():
        kept(cache, name, size=100, age=age)
    cache.clean(size=250)
    assert sorted(path.name for path in tmp_path.glob("*/*")) == ["b", "c"]


def test_what_was_just_used_stays_whatever_its_size(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    path = kept(cache, "a", size=100)
    cache.clean(size=10)
    assert path.exists()


def test_using_a_file_keeps_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    path = kept(cache, "a", age=31 * DAY)
    cache.keep("segments", "a", lambda _: None)
    cache.clean(days=30)
    assert path.exists()


def test_half_written_files_of_a_killed_process_are_swept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    kept(cache, "a")
    left, live = tmp_path / "segments" / ".b.12.part.mp4", tmp_path / "segments" / ".c.34.part.mp4"
    for part in (left, live):
        part.touch()
    os.utime(left, (0, time.time() - DAY))
    cache.clean()
    assert (left.exists(), live.exists()) == (False, True)


def test_an_edition_changes_with_the_code() -> None:
    assert edition(cache_module) == edition(cache_module) != edition(cache_module, units)


def test_progress_adds_up_and_never_goes_back() -> None:
    seen: list[float] = []
    progress = Progress(seen.append, 100)
    first, second = progress.part(60), progress.part(40)
    for tell, step in ((first, 30), (second, 40), (first, 10), (first, 60)):
        tell(step)
    assert seen == pytest.approx([0.3, 0.7, 0.7, 1.0])


def test_stopping_reaches_every_part() -> None:
    progress = Progress(lambda _: None, 10)
    tell = progress.part(10)
    tell(3)
    progress.stop()
    with pytest.raises(Cancelled):
        tell(4)
