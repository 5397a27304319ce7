"""Mixes brought to -14 LUFS, true peaks under -1 dBTP."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from generation.cut.ffmpeg import Ffmpeg
from generation.cut.loudness import CEILING, TARGET, master, measure

pytestmark = pytest.mark.slow

RATE, SECONDS = 48_000, 12


def quiet(_: int) -> None:
    """Tell nobody."""


def speech() -> NDArray[np.float64]:
    """Return breath in syllables with sudden bursts over a quiet bed: little loudness, high peaks."""
    time = np.arange(RATE * SECONDS) / RATE
    breath = np.convolve(np.random.default_rng(7).normal(0, 0.06, time.size), np.hanning(32) / 5, "same")
    voice = breath * (np.sin(np.pi * time) > 0) * (1 + 3 * (np.sin(3 * np.pi * time) > 0.95))
    return voice + 0.01 * np.sin(2 * np.pi * 220 * time)


def mastered(program: Ffmpeg, folder: Path, mono: NDArray[np.float64]) -> Path:
    soundfile.write(folder / "mix.wav", np.stack([mono, mono], 1), RATE, subtype="FLOAT")
    master(program, folder / "mix.wav", folder / "sound.m4a", quiet)
    return folder / "sound.m4a"


@pytest.mark.parametrize("gain", [0.2, 1.0, 12.0])
def test_quiet_and_loud_mixes_come_out_at_the_target(program: Ffmpeg, tmp_path: Path, gain: float) -> None:
    found = measure(program, mastered(program, tmp_path, gain * speech()), quiet)
    assert found.integrated == pytest.approx(TARGET, abs=0.5)
    assert found.true_peak <= CEILING


def test_dynamics_stay(program: Ffmpeg, tmp_path: Path) -> None:
    """The pauses keep their distance to the words: nothing rides the level up and down."""
    path = mastered(program, tmp_path, speech())
    program.write(["-i", str(path)], tmp_path / "out.wav", tell=quiet)
    after, _ = soundfile.read(tmp_path / "out.wav")

    def distance(samples: NDArray[np.float64]) -> float:
        words, pause = samples[RATE // 10 : RATE * 9 // 10], samples[RATE * 11 // 10 : RATE * 19 // 10]
        return float(10 * np.log10(np.mean(words**2) / np.mean(pause**2)))

    assert distance(after[:, 0]) == pytest.approx(distance(speech()), abs=4), "the bursts are limited, no more"


def test_silence_is_left_alone(program: Ffmpeg, tmp_path: Path) -> None:
    assert measure(program, mastered(program, tmp_path, np.zeros(RATE)), quiet).integrated < -60
