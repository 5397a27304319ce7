"""A recorded line: brought to 48 kHz, trimmed to its words, set to an even level, written as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from generation.backends import Made
from generation.errors import BadResult
from generation.notes import Note
from generation.speech.reading import Reading
from generation.voices import Voice

RATE = 48_000
"""Samples a second of every line."""

LEVEL = 10 ** (-20 / 20)
"""Loudness of the voiced parts of a line (RMS), full scale 1."""

PEAK = 10 ** (-3 / 20)
"""The loudest a sample may be; a line of shouts stays a little softer than `LEVEL` for it."""

BEFORE, AFTER = 0.08, 0.16
"""Seconds kept around the words, for the breath of a first consonant and the end of a last vowel."""

PAUSE = 0.24
"""Seconds between two sentences."""

_FRAME = RATE // 100
_THRESHOLD = 0.05

Audio = NDArray[np.float32]

Say = Callable[[str, Voice, float], Audio]
"""Speaks a sentence with a voice at a speed: mono samples at 48 kHz."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A finished line: mono `samples` of full scale ±1 at 48 kHz, and the samples where speech starts and ends."""

    samples: Audio
    start: int
    end: int


def resampled(samples: Audio, rate: int, size: float = 1.0) -> Audio:
    """Bring samples from `rate` to 48 kHz; `size` above 1 plays them faster and higher by that factor.

    The spectrum is cut or padded, which is exact for sound that begins and ends in silence.
    """
    count = round(len(samples) * RATE / (rate * size))
    padded = np.pad(samples, (0, len(samples) % 2))
    spectrum = np.fft.rfft(padded)
    kept = np.zeros(count // 2 + 1, spectrum.dtype)
    kept[: len(spectrum)] = spectrum[: len(kept)]
    return np.asarray(np.fft.irfft(kept, count) * (count / len(padded)), np.float32)


def finished(samples: Audio) -> Line:
    """Trim a line at 48 kHz to its words with a little air, and set its level.

    Speech starts at the first and ends after the last 10 ms whose RMS is above a twentieth of the loudest.
    """
    levels = _levels(samples)
    voiced = np.flatnonzero(levels > _THRESHOLD * levels.max())
    first, last = int(voiced[0]) * _FRAME, int(voiced[-1] + 1) * _FRAME
    start = max(0, first - round(BEFORE * RATE))
    cut = samples[start : last + round(AFTER * RATE)].copy()
    loud = float(np.sqrt((levels[levels > _THRESHOLD * 2 * levels.max()] ** 2).mean()))
    cut *= np.float32(min(LEVEL / loud, PEAK / float(np.abs(cut).max())))
    fade = np.linspace(0, 1, _FRAME // 2, dtype=np.float32)
    cut[: len(fade)] *= fade
    cut[-len(fade) :] *= fade[::-1]
    return Line(samples=cut, start=first - start, end=min(last - start, len(cut)))


def joined(takes: Sequence[Audio]) -> Audio:
    """Put sentences after each other with a pause between."""
    pause = np.zeros(round(PAUSE * RATE), np.float32)
    parts = [part for take in takes for part in (take, pause)]
    return np.concatenate(parts[:-1])


def recorded(reading: Reading, say: Say, report: Callable[[float], None]) -> Line:
    """Have every sentence said in turn, and finish the line; `report` may call it off between two sentences.

    Raises:
        BadResult: nothing was said.
    """
    takes = []
    for done, sentence in enumerate(reading.sentences):
        report(done / len(reading.sentences))
        takes.append(say(sentence, reading.voice, reading.speed))
    report(0.98)
    whole = joined(takes)
    if is_silent(whole):
        raise BadResult(f"{reading.voice.name} said nothing for {reading.sentences[0][:60]!r}; change the words")
    return finished(whole)


def is_silent(samples: Audio) -> bool:
    """Say whether there is nothing to hear: no sample above -60 dBFS."""
    return len(samples) < 2 * _FRAME or float(np.abs(samples).max()) < 1e-3  # noqa: PLR2004 - -60 dBFS


def delivered(line: Line, folder: Path, notes: tuple[Note, ...] = (), *, phonemes: str = "") -> Made:
    """Write `line.wav`, mono, 16 bits, with the facts the studio keeps; `phonemes` where the voice knows them."""
    path = folder / "line.wav"
    soundfile.write(path, line.samples, RATE, subtype="PCM_16")
    facts: dict[str, int | str] = {
        "samples": len(line.samples),
        "rate": RATE,
        "milliseconds": _milliseconds(len(line.samples)),
        "speech_start_ms": _milliseconds(line.start),
        "speech_end_ms": _milliseconds(line.end),
    }
    facts |= {"phonemes": phonemes} if phonemes else {}
    return Made(path=path, media_type="audio/wav", facts=facts, notes=notes)


def _levels(samples: Audio) -> Audio:
    """Return the RMS of each whole 10 ms."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return np.asarray(np.sqrt((frames**2).mean(axis=1)), np.float32)


def _milliseconds(samples: int) -> int:
    return round(samples * 1000 / RATE)
