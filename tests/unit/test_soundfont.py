"""A SoundFont of one looped sine, written here byte by byte, read and played back."""

import struct
from pathlib import Path

import numpy as np
import pytest

from generation.errors import Unavailable
from generation.music.modulator import ATTENUATION, DEFAULT, Route, moves
from generation.music.sampler import RATE, Stroke, note
from generation.music.soundfont import SoundFont

PERIOD = 100  # samples: 441 Hz at 44100


@pytest.fixture
def font(tmp_path: Path) -> SoundFont:
    path = tmp_path / "sine.sf2"
    path.write_bytes(_sine_font())
    return SoundFont(path)


def test_a_preset_answers_for_the_keys_of_its_zone(font: SoundFont) -> None:
    (region,) = font.regions(0, 5)

    assert region.answers(40, 100)
    assert not region.answers(39, 100)
    assert region.settings(60, 127)[ATTENUATION] == pytest.approx(0.4 * 100)


@pytest.mark.parametrize(("key", "hertz"), [(69, 441.0), (57, 220.5), (76, 441.0 * 2 ** (7 / 12))])
def test_a_note_sounds_at_its_pitch_for_as_long_as_it_is_held(font: SoundFont, key: int, hertz: float) -> None:
    sound = note(font, 0, 5, Stroke(key=key, velocity=100, held=1.0))

    spectrum = np.abs(np.fft.rfft(sound[:RATE, 0] * np.hanning(RATE)))
    assert float(np.argmax(spectrum)) == pytest.approx(hertz, abs=1.0)
    assert len(sound) >= RATE
    assert float(np.abs(sound[int(1.2 * RATE) :]).max(initial=0)) < 1e-3


def test_half_the_velocity_is_twelve_decibels_softer(font: SoundFont) -> None:
    loud, soft = (note(font, 0, 5, Stroke(key=69, velocity=velocity, held=0.5)) for velocity in (126, 63))

    assert 20 * np.log10(np.abs(loud).max() / np.abs(soft).max()) == pytest.approx(12.04, abs=0.1)


def test_a_key_outside_every_zone_is_silent(font: SoundFont) -> None:
    assert len(note(font, 0, 5, Stroke(key=20, velocity=100, held=1.0))) == 0


def test_an_instrument_that_is_missing_is_named(font: SoundFont) -> None:
    with pytest.raises(Unavailable, match="no instrument 9 in bank 0"):
        font.regions(0, 9)


@pytest.mark.parametrize("content", [b"", b"RIFF\0\0\0\0WAVE", b"RIFF\4\0\0\0sfbk", b"not a font at all"])
def test_what_is_no_soundfont_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.sf2"
    path.write_bytes(content)

    with pytest.raises(Unavailable, match=r"broken\.sf2 is not a SoundFont"):
        SoundFont(path)


def test_modulators_follow_key_and_velocity_and_leave_pedals_alone() -> None:
    assert dict(moves(DEFAULT, 60, 127)) == {ATTENUATION: pytest.approx(0)}
    assert dict(moves({Route(2, 8): 1280}, 60, 64)) == {8: pytest.approx(640)}
    assert dict(moves({Route(0x103, 38): 1280}, 64, 1)) == {38: pytest.approx(1280 * 63 / 128)}
    assert dict(moves({Route(0x203, 52): 100}, 64, 1)) == {52: pytest.approx(0)}
    assert dict(moves({Route(0x81, 48): 960}, 60, 100)) == {}


def _sine_font() -> bytes:
    wave = (12_000 * np.sin(2 * np.pi * np.arange(50 * PERIOD) / PERIOD)).astype("<i2").tobytes()
    tables = {
        "phdr": _rows("<20s3H3I", (b"Sine", 5, 0, 0, 0, 0, 0), (b"EOP", 0, 0, 1, 0, 0, 0)),
        "pbag": _rows("<2H", (0, 0), (1, 0)),
        "pmod": _rows("<2Hh2H", (0, 0, 0, 0, 0)),
        "pgen": _rows("<2H", (41, 0), (0, 0)),
        "inst": _rows("<20sH", (b"Sine", 0), (b"EOI", 1)),
        "ibag": _rows("<2H", (0, 0), (4, 0)),
        "imod": _rows("<2Hh2H", (0, 0, 0, 0, 0)),
        "igen": _rows("<2H", (43, 40 | 100 << 8), (48, 100), (54, 1), (53, 0), (0, 0)),
        "shdr": _rows(
            "<20s5IBb2H",
            (b"Sine", 0, 50 * PERIOD, 10 * PERIOD, 40 * PERIOD, 44_100, 69, 0, 0, 1),
            (b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ),
    }
    body = (
        _list(b"INFO", _chunk(b"ifil", struct.pack("<2H", 2, 1)))
        + _list(b"sdta", _chunk(b"smpl", wave))
        + _list(b"pdta", b"".join(_chunk(name.encode(), rows) for name, rows in tables.items()))
    )
    return _chunk(b"RIFF", b"sfbk" + body)


def _rows(layout: str, *rows: tuple[bytes | int, ...]) -> bytes:
    return b"".join(struct.pack(layout, *row) for row in rows)


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content


def _list(name: bytes, content: bytes) -> bytes:
    return _chunk(b"LIST", name + content)
