"""Sound from elsewhere as the studio keeps it: a spoken line, or a cue of exactly the length asked for."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from generation.backends import Made
from generation.cut.ffmpeg import SAFE
from generation.errors import BadResult, CutOff
from generation.music.recording import write
from generation.music.sampler import RATE, Audio
from generation.notes import note
from generation.speech import decoding, recording

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST, LINE = 600, 90.0
"""Seconds of music and of a line that are decoded."""

PEAK = 10 ** (-3 / 20)
"""The loudest sample of a cue: -3 dBFS, as our own orchestra plays."""

FADE = 1.5
"""Seconds in which a cue that was made too long ends."""

SHORT = 0.25
"""Seconds that a cue may lack without a word."""


def line(raw: Path, folder: Path) -> Made:
    """Return a spoken line, trimmed and at an even level.

    Raises:
        CutOff: it breaks off.
        BadResult: it cannot be decoded, or nothing is said.
    """
    try:
        samples = decoding.decoded(raw, recording.RATE, seconds=LINE)
    except decoding.HalfSound as error:
        raise CutOff(f"the sound is cut off: {error}") from error
    except decoding.NotSound as error:
        raise BadResult(f"the sound cannot be used: {error}") from error
    if recording.is_silent(samples):
        raise BadResult("the sound is silent; change the words")
    return recording.delivered(recording.finished(samples), folder)


def cue(raw: Path, folder: Path, milliseconds: int) -> Made:
    """Return a cue of exactly so many milliseconds: what is too long fades out, what is too short ends early.

    Raises:
        BadResult: it cannot be decoded, or there is nothing to hear.
    """
    samples, count = decoded(raw, RATE), round(milliseconds * RATE / 1000)
    loudest = float(np.abs(samples).max(initial=0))
    if loudest < 1e-3:  # noqa: PLR2004 - -60 dBFS
        raise BadResult("the music is silent; other words may help")
    lacking = (count - len(samples)) / RATE
    path = write(np.float32(min(1.0, PEAK / loudest)) * fitted(samples, count), folder / "cue.wav")
    notes = (note("remote-cue-short", seconds=round(lacking, 1)),) if lacking > SHORT else ()
    facts = {"samples": count, "rate": RATE, "milliseconds": round(count * 1000 / RATE)}
    return Made(path=path, media_type="audio/wav", facts=facts, notes=notes)


def fitted(samples: Audio, count: int) -> Audio:
    """Return exactly so many samples, shape (count, 2): faded out, or followed by silence."""
    if len(samples) <= count:
        return np.pad(samples, ((0, count - len(samples)), (0, 0)))
    cut = samples[:count].copy()
    fade = min(count, round(FADE * RATE))
    cut[count - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    return cut


def decoded(raw: Path, rate: int) -> "NDArray[np.float32]":
    """Return a file's samples in stereo at full scale ±1, shape (samples, 2).

    Raises:
        BadResult: it is damaged, holds no sound, or too much of it.
    """
    import av  # noqa: PLC0415

    try:
        with av.open(str(raw), options=dict(SAFE)) as container:
            if not container.streams.audio:
                raise BadResult("the file holds no sound")
            return _samples(container, rate)
    except (av.FFmpegError, ValueError) as error:
        raise BadResult("the sound cannot be decoded") from error


def _samples(container: Any, rate: int) -> "NDArray[np.float32]":  # noqa: ANN401 - PyAV's own
    import av  # noqa: PLC0415

    ours, blocks, count = av.AudioResampler(format="fltp", layout="stereo", rate=rate), [], 0
    for frame in chain(container.decode(audio=0), (None,)):
        for part in ours.resample(frame):
            blocks.append(part.to_ndarray())
            count += part.samples
        if count > LONGEST * rate:
            raise BadResult(f"the sound is longer than {LONGEST} s")
    if not blocks:
        raise BadResult("the file holds no sound")
    return np.asarray(np.clip(np.nan_to_num(np.concatenate(blocks, axis=1).T), -1, 1), np.float32)
