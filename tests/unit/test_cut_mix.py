"""Voices in front, music that makes room."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from generation.cut import mix
from generation.cut.timeline import Body, Placed, Timeline
from generation.errors import InvalidRequest

SECONDS = 6


def tone(seconds: float, loudness: float = 0.1, pitch: float = 220) -> NDArray[np.float32]:
    moments = np.arange(int(seconds * mix.RATE)) / mix.RATE
    return (loudness * np.sin(2 * np.pi * pitch * moments)).astype(np.float32)


def at(sound: NDArray[np.float32], first: float, last: float) -> float:
    """Return the level in dB of a stretch in seconds."""
    stretch = sound[:, int(first * mix.RATE) : int(last * mix.RATE)]
    return float(10 * np.log10(np.mean(stretch**2) + 1e-12))


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    soundfile.write(tmp_path / "quiet", tone(1, 0.02), mix.RATE, format="WAV")
    soundfile.write(tmp_path / "loud", tone(1, 0.5), mix.RATE, format="WAV")
    soundfile.write(tmp_path / "music", np.stack([tone(20, pitch=330)] * 2, 1), 44_100, format="WAV")
    soundfile.write(tmp_path / "empty", np.zeros(0), mix.RATE, format="WAV")
    (tmp_path / "words").write_text("not a sound")
    return tmp_path


def mixed(folder: Path, **placed: tuple[Placed, ...]) -> NDArray[np.float32]:
    timeline = Timeline(language="fr", label="", parts=(Body(clip="a", frames=SECONDS * 30),), **placed)
    return mix.mix(timeline, lambda name: folder / name, lambda: None)


def test_a_mix_is_as_long_as_its_pictures(sounds: Path) -> None:
    assert mixed(sounds).shape == (2, SECONDS * mix.RATE)
    assert mixed(sounds, music=(Placed(sound="music", start=0),)).shape == (2, SECONDS * mix.RATE)


def test_voices_of_different_models_come_out_at_one_level(sounds: Path) -> None:
    said = mixed(sounds, voices=(Placed(sound="quiet", start=30), Placed(sound="loud", start=90)))
    assert at(said, 1, 2) == pytest.approx(mix.VOICE, abs=0.2)
    assert at(said, 3, 4) == pytest.approx(at(said, 1, 2), abs=0.2)


def test_a_gain_is_on_top_of_the_usual_level(sounds: Path) -> None:
    said = mixed(sounds, voices=(Placed(sound="loud", start=30), Placed(sound="loud", start=90, gain=-6)))
    assert at(said, 3, 4) - at(said, 1, 2) == pytest.approx(-6, abs=0.1)


def test_a_voice_starts_on_its_frame(sounds: Path) -> None:
    said = mixed(sounds, voices=(Placed(sound="loud", start=31),))
    assert np.flatnonzero(np.abs(said[0]) > 1e-3)[0] == pytest.approx(31 * mix.RATE / 30, abs=20)


def test_music_makes_room_before_the_voice_begins_and_comes_back_after(sounds: Path) -> None:
    voice = Placed(sound="loud", start=75)
    both = mixed(sounds, voices=(voice,), music=(Placed(sound="music", start=0),))
    music = both - mixed(sounds, voices=(voice,))
    assert at(music, 0.5, 1.5) == pytest.approx(mix.MUSIC, abs=0.3)
    assert at(music, 2.5, 3.5) == pytest.approx(mix.MUSIC + mix.DUCKED, abs=0.3)
    assert at(music, 4.5, 5) == pytest.approx(mix.MUSIC, abs=0.3)


def test_music_ends_softly_where_the_episode_ends(sounds: Path) -> None:
    music = mixed(sounds, music=(Placed(sound="music", start=0),))
    assert at(music, SECONDS - 0.05, SECONDS) < mix.MUSIC - 20


def test_ducking_is_smooth() -> None:
    voices = np.zeros((2, 4 * mix.RATE), np.float32)
    voices[:, mix.RATE : 2 * mix.RATE] = tone(1, 0.3)
    gain = mix.ducking(voices)
    assert np.abs(np.diff(gain)).max() < 1e-3
    assert gain.min() == pytest.approx(10 ** (mix.DUCKED / 20), abs=0.01)
    assert gain[0] == pytest.approx(1.0)


def test_an_empty_sound_is_silence_and_a_text_is_refused(sounds: Path) -> None:
    assert not mixed(sounds, voices=(Placed(sound="empty", start=0),)).any()
    with pytest.raises(InvalidRequest, match="words"):
        mixed(sounds, voices=(Placed(sound="words", start=0),))


def test_a_sound_after_the_end_is_not_heard(sounds: Path) -> None:
    assert not mixed(sounds, effects=(Placed(sound="loud", start=SECONDS * 30 + 5),)).any()
