from pathlib import Path

import numpy as np
import pytest
import soundfile

from generation.speech.recording import PEAK, RATE, Line, delivered, finished, is_silent, joined, resampled

TONE = (0.1 * np.sin(2 * np.pi * 220 * np.arange(RATE) / RATE)).astype(np.float32)
QUIET = np.zeros(RATE // 2, np.float32)


def hertz(samples: np.ndarray) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * RATE / len(samples))


def test_silence_is_trimmed_to_a_breath_around_the_words() -> None:
    line = finished(np.concatenate([QUIET, TONE, QUIET]))

    assert line.start == pytest.approx(0.08 * RATE, abs=RATE // 100)
    assert line.end - line.start == pytest.approx(RATE, abs=RATE // 50)
    assert len(line.samples) - line.end == pytest.approx(0.16 * RATE, abs=RATE // 100)


@pytest.mark.parametrize("gain", [0.02, 1.0, 9.0])
def test_soft_and_loud_speakers_come_out_equally_loud(gain: float) -> None:
    line = finished(gain * TONE)

    middle = line.samples[RATE // 4 : RATE // 2]
    assert float(np.sqrt((middle**2).mean())) == pytest.approx(0.1, rel=0.02)


def test_a_shout_stays_under_the_peak() -> None:
    click = TONE.copy()
    click[RATE // 2 : RATE // 2 + 20] = 1.0

    assert float(np.abs(finished(click).samples).max()) <= PEAK + 1e-6


def test_resampling_keeps_pitch_and_length() -> None:
    at_24k = (0.1 * np.sin(2 * np.pi * 220 * np.arange(24_001) / 24_000)).astype(np.float32)

    line = resampled(at_24k, 24_000)

    assert abs(len(line) - 2 * len(at_24k)) <= 1
    assert hertz(line) == pytest.approx(220, abs=1.5)


def test_a_smaller_speaker_is_higher_and_faster() -> None:
    small = resampled(TONE, RATE, size=1.25)

    assert len(small) == pytest.approx(len(TONE) / 1.25, abs=1)
    assert hertz(small) == pytest.approx(275, abs=2)


def test_sentences_are_joined_with_a_pause() -> None:
    assert len(joined([TONE, TONE])) == 2 * len(TONE) + round(0.24 * RATE)
    assert np.array_equal(joined([TONE]), TONE)


def test_nothing_and_noise_under_hearing_are_silent() -> None:
    assert is_silent(np.zeros(0, np.float32))
    assert is_silent(QUIET)
    assert not is_silent(TONE)


def test_the_file_agrees_with_its_facts(tmp_path: Path) -> None:
    made = delivered(Line(samples=TONE, start=480, end=47_520), tmp_path)

    about = soundfile.info(made.path)
    assert (about.samplerate, about.channels, about.subtype, about.frames) == (RATE, 1, "PCM_16", RATE)
    assert made.facts == {
        "samples": 48_000,
        "rate": 48_000,
        "milliseconds": 1000,
        "speech_start_ms": 10,
        "speech_end_ms": 990,
    }
