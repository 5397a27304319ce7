"""A recording from a stranger, as the recogniser takes it: decoded within limits, and listened to for any voice."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.cut.ffmpeg import SAFE
from generation.cut.probe import Kind, Limits, probe
from generation.errors import InvalidRequest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
"""Samples a second that the recogniser was trained on."""

LIMITS = Limits(size=10_000_000, seconds=125)
"""What is listened to: two minutes, and what the clock of a phone may be off by; a round video of that length fits."""

QUIET = -45.0
"""Decibels of the loudest moment (full scale 0) below which nobody speaks: a voice close to a phone has -30 to -10."""

_BLOCK = RATE // 20


def decoded(path: Path) -> "NDArray[np.float32]":
    """Return a recording as mono samples at `RATE`, full scale ±1. The file itself is handed to no model.

    Raises:
        InvalidRequest: it holds no sound, is beyond `LIMITS`, or is damaged.
    """
    import av  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    probe(path, Kind.SOUND, LIMITS)
    blocks: list[NDArray[Any]] = [np.zeros((1, 0), np.float32)]
    try:
        with av.open(str(path), options=dict(SAFE)) as container:
            to_ours = av.AudioResampler(format="fltp", layout="mono", rate=RATE)
            for frame in container.decode(audio=0):
                blocks += [part.to_ndarray() for part in to_ours.resample(frame)]
            blocks += [part.to_ndarray() for part in to_ours.resample(None)]
    except (av.FFmpegError, ValueError) as error:
        raise InvalidRequest(f"the recording {path.name[:12]} cannot be decoded ({error})") from error
    return np.asarray(np.clip(np.concatenate(blocks, axis=1)[0], -1, 1), np.float32)


def is_quiet(samples: "NDArray[np.float32]") -> bool:
    """Say whether no twentieth of a second in mono samples is as loud as somebody who speaks into a phone."""
    import numpy as np  # noqa: PLC0415

    blocks = samples[: len(samples) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
    loudest = float(np.sqrt((blocks**2).mean(axis=1)).max(initial=0))
    return loudest < 10 ** (QUIET / 20)
