"""The table read as people hear it: every line, in order, where its facts say, and the same bytes each time."""

import hashlib
import wave
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
import pytest

from generation.backends import Made, Workshop, load
from generation.cut.mix import RATE, decode, level
from generation.errors import Cancelled, InvalidRequest
from generation.requests.sound import TableReadRequest
from generation.speech.tableread import GAP, LEVEL
from tests.weights import LOCKER

AUDIBLE = 0.02
"""The least amplitude that counts as heard; the tones are ten times as loud."""

HALVED = 10 * np.log10(2)
"""Decibels that mono loses where it is decoded to two channels."""


def tone(path: Path, milliseconds: int, pitch: int) -> str:
    moments = np.arange(24_000 * milliseconds // 1000) / 24_000
    samples = (8000 * np.sin(2 * np.pi * pitch * moments)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(24_000)
        file.writeframes(samples.tobytes())
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass
class Table:
    """A job with lines of different lengths."""

    folder: Path
    lines: dict[str, Path]
    told: list[float] = field(default_factory=list)
    patience: float = 2.0

    def source(self, digest: str) -> Path:
        return self.lines[digest]

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction > self.patience:
            raise Cancelled("called off")


@pytest.fixture
def lines(tmp_path: Path) -> dict[str, Path]:
    paths = {tmp_path / f"{pitch}.wav": (length, pitch) for length, pitch in ((700, 220), (1300, 330), (500, 440))}
    return {tone(path, *said): path for path, said in paths.items()}


def made(lines: dict[str, Path], folder: Path, *, patience: float = 2.0) -> tuple[Made, Table]:
    folder.mkdir()
    table = Table(folder, lines, patience=patience)
    backend = load("table-read", Workshop(locker=LOCKER, cache=folder))
    return backend.make(TableReadRequest(voices=tuple(lines)), table), table


@pytest.mark.slow
def test_every_line_is_heard_where_the_facts_say_and_silence_between(lines: dict[str, Path], tmp_path: Path) -> None:
    read, table = made(lines, tmp_path / "a")
    heard = np.abs(decode(read.path)[0])
    starts = read.facts["starts_ms"]
    assert starts == [0, 700 + GAP, 700 + GAP + 1300 + GAP]
    assert read.facts["milliseconds"] == starts[-1] + 500
    assert abs(heard.size - read.facts["milliseconds"] * RATE // 1000) < RATE // 20
    for start, length in zip(starts, (700, 1300, 500), strict=True):
        middle = (start + length // 2) * RATE // 1000
        assert heard[middle - 1000 : middle + 1000].max() > AUDIBLE
    for start in starts[1:]:
        pause = (start - GAP // 2) * RATE // 1000
        assert heard[pause - 1000 : pause + 1000].max() < AUDIBLE
    assert table.told == sorted(table.told)
    assert level(decode(read.path)) + HALVED == pytest.approx(LEVEL, abs=0.5)


@pytest.mark.slow
def test_the_same_lines_give_the_same_bytes_in_a_container_that_starts_at_once(
    lines: dict[str, Path], tmp_path: Path
) -> None:
    first, second = (made(lines, tmp_path / name)[0] for name in "ab")
    data = first.path.read_bytes()
    assert data == second.path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(str(first.path)) as container:
        (stream,) = container.streams
        assert (stream.codec_context.name, stream.codec_context.sample_rate) == ("aac", RATE)


def test_there_is_no_table_read_without_lines(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="at least one"):
        made({}, tmp_path / "a")


@pytest.mark.slow
def test_it_can_be_called_off(lines: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        made(lines, tmp_path / "a", patience=0.5)
