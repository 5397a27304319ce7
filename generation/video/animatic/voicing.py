"""Listening to a line: how loud it is through time, and when somebody is speaking."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from generation.errors import InvalidRequest

STEPS = 48
"""Measurements a second."""

QUIET = 0.11
"""A voice is heard above this share of its loud parts ..."""

FAINT = 0.055
"""... and until it falls below this one."""

BREATH = 0.10
"""Seconds of silence between two sounds that are still one; longer ones shut the mouth."""

BLIP = 0.05
"""Seconds that a sound lasts at least; shorter ones are clicks."""

Levels = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """A line as it is heard: `levels` of 0 to 1 at `STEPS` a second (1 is as loud as its loud parts), and `segments`,
    the seconds from and to which somebody speaks, in order, apart from one another; it begins at `start`.
    """

    levels: Levels
    segments: tuple[tuple[float, float], ...]
    start: float = 0.0

    @property
    def seconds(self) -> float:
        """When the line ends."""
        return self.start + len(self.levels) / STEPS

    def late(self, seconds: float) -> "Heard":
        """Return the line as it is heard when it begins so much later."""
        moved = tuple((a + seconds, b + seconds) for a, b in self.segments)
        return Heard(levels=self.levels, segments=moved, start=self.start + seconds)

    def level(self, seconds: float) -> float:
        """Return how loud it is at a moment."""
        step = int((seconds - self.start) * STEPS)
        return float(self.levels[step]) if 0 <= step < len(self.levels) else 0.0

    def voiced(self, start: float, end: float) -> float:
        """Return how much of a stretch of time somebody speaks in, 0 to 1."""
        spoken = sum(max(0.0, min(end, b) - max(start, a)) for a, b in self.segments)
        return spoken / max(end - start, 1e-9)


def listen(path: Path) -> Heard:
    """Read a recording of a voice.

    Raises:
        InvalidRequest: it is no sound that can be read.
    """
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise InvalidRequest(f"the voice {path.name} cannot be read ({error}); use WAV, FLAC, OGG or MP3") from error
    return heard(samples.mean(axis=1), rate)


def heard(samples: NDArray[np.float32], rate: int) -> Heard:
    """Measure mono samples of full scale 1."""
    size = rate / STEPS
    count = int(len(samples) / size)
    edges = np.round(np.arange(count + 1) * size).astype(int)
    energy = np.concatenate([[0.0], np.cumsum(np.square(samples, dtype=np.float64))])
    levels = np.sqrt(np.maximum(0.0, np.diff(energy[edges])) / np.maximum(1, np.diff(edges)))
    loud = float(np.quantile(levels, 0.95)) if count else 0.0
    if loud < 1e-4:  # noqa: PLR2004 - nothing above -80 dBFS: silence
        return Heard(levels=np.zeros(count), segments=())
    share = np.minimum(1.0, levels / loud)
    return Heard(levels=share, segments=_segments(share))


def _segments(levels: Levels) -> tuple[tuple[float, float], ...]:
    """Find where somebody speaks: from loud enough to too faint, short breaths and clicks left out."""
    found: list[tuple[float, float]] = []
    start: int | None = None
    for step, level in enumerate([*levels.tolist(), 0.0]):
        if start is None and level >= QUIET:
            start = step
        elif start is not None and level < FAINT:
            found.append((start / STEPS, step / STEPS))
            start = None
    joined: list[tuple[float, float]] = []
    for a, b in found:
        if joined and a - joined[-1][1] < BREATH:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return tuple((a, b) for a, b in joined if b - a >= BLIP)
