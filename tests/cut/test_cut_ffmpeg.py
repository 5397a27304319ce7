"""Running ffmpeg: a whole file or none, whatever happens."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from generation.cut.ffmpeg import SAFE, SETTING, Ffmpeg, find
from generation.errors import BadResult, Cancelled, Unavailable

pytestmark = pytest.mark.slow

LONG = ["-f", "lavfi", "-i", "testsrc2=s=640x1136:r=30:d=60", "-c:v", "libx264", "-preset", "slower", "-threads", "1"]
SHORT = ["-f", "lavfi", "-i", "testsrc2=s=64x64:r=30:d=1", "-c:v", "libx264"]


def quiet(_: int) -> None:
    """Tell nobody."""


def children(parent: int) -> list[int]:
    """Return the processes that a process started and that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(entry.name))
    return found


def test_a_file_appears_whole_with_as_many_frames_as_asked(program: Ffmpeg, tmp_path: Path) -> None:
    seen: list[int] = []
    program.write(SHORT, tmp_path / "a.mp4", expected=30, tell=seen.append)
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]
    assert seen == sorted(seen)


def test_a_source_that_ends_early_is_no_success(program: Ffmpeg, tmp_path: Path) -> None:
    with pytest.raises(BadResult, match="30 frames instead of 31"):
        program.write(SHORT, tmp_path / "a.mp4", expected=31, tell=quiet)
    assert not list(tmp_path.iterdir())


def test_a_failure_is_told_in_ffmpegs_own_words(program: Ffmpeg, tmp_path: Path) -> None:
    with pytest.raises(BadResult, match="No such file"):
        program.write(["-i", str(tmp_path / "absent.mp4")], tmp_path / "a.mp4", tell=quiet)
    assert not list(tmp_path.iterdir())


def test_a_cancel_kills_at_once_and_leaves_nothing(program: Ffmpeg, tmp_path: Path) -> None:
    started = children(os.getpid())

    def refuse(frames: int) -> None:
        if frames:
            raise Cancelled("called off")

    with pytest.raises(Cancelled):
        program.write(LONG, tmp_path / "a.mp4", tell=refuse)
    assert not list(tmp_path.iterdir())
    assert children(os.getpid()) == started


def test_an_ffmpeg_that_is_killed_half_way_leaves_no_file(program: Ffmpeg, tmp_path: Path) -> None:
    started = set(children(os.getpid()))

    def kill() -> None:
        while not (mine := set(children(os.getpid())) - started):
            time.sleep(0.02)
        while not any(part.stat().st_size for part in tmp_path.glob(".*")):
            time.sleep(0.02)
        for each in mine:
            os.kill(each, signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    with pytest.raises(BadResult, match="-9"):
        program.write([*LONG, "-movflags", "frag_every_frame"], tmp_path / "a.mp4", expected=1800, tell=quiet)
    killer.join()
    assert not list(tmp_path.iterdir())


def test_a_file_from_elsewhere_is_not_fetched(program: Ffmpeg, tmp_path: Path) -> None:
    guarded = [word for name, value in SAFE.items() for word in (f"-{name}", value)]
    with pytest.raises(BadResult, match="whitelist"):
        program.write([*guarded, "-i", "http://127.0.0.1:9/a.mp4"], tmp_path / "a.mp4", tell=quiet)


def test_a_playlist_is_not_opened(program: Ffmpeg, tmp_path: Path) -> None:
    program.write(SHORT, tmp_path / "secret.mp4", tell=quiet)
    playlist = tmp_path / "list.mp4"
    playlist.write_text("ffconcat version 1.0\nfile secret.mp4\n")
    guarded = [word for name, value in SAFE.items() for word in (f"-{name}", value)]
    with pytest.raises(BadResult):
        program.write([*guarded, "-i", str(playlist), "-c", "copy"], tmp_path / "a.mp4", tell=quiet)


def test_the_setting_names_another_ffmpeg(tmp_path: Path) -> None:
    assert find({SETTING: "/opt/bin/ffmpeg"}).program == "/opt/bin/ffmpeg"
    with pytest.raises(Unavailable, match=SETTING):
        find({SETTING: str(tmp_path / "absent")}).version  # noqa: B018 - reading it runs the program
    with pytest.raises(Unavailable, match=SETTING):
        find({SETTING: str(tmp_path / "absent")}).write(SHORT, tmp_path / "a.mp4", tell=quiet)


def test_the_wheels_ffmpeg_says_its_version(program: Ffmpeg) -> None:
    assert program.version.startswith("ffmpeg version")
    assert find({}).program == program.program


def test_a_run_that_takes_too_long_is_ended(program: Ffmpeg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generation.cut.ffmpeg.LIMIT", 0.3)
    with pytest.raises(BadResult, match="did not end"):
        program.write(LONG, tmp_path / "a.mp4", tell=quiet)
    assert not list(tmp_path.iterdir())


def test_a_program_that_talks_without_end_does_not_stop_us(tmp_path: Path) -> None:
    """A megabyte on each pipe would block a program whose pipes nobody reads."""
    loud = tmp_path / "loud"
    loud.write_text(
        "#!/bin/sh\nhead -c 1000000 /dev/zero | tr '\\0' 'x' >&2\nhead -c 1000000 /dev/zero | tr '\\0' '\\n'\n"
        'for last; do :; done\nprintf "frame=3\\n"\necho done > "$last"\n'
    )
    loud.chmod(0o755)
    Ffmpeg(str(loud)).write([], tmp_path / "a.mp4", expected=3, tell=quiet)
    assert (tmp_path / "a.mp4").read_text() == "done\n"
