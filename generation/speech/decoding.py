"""Sound that somebody else made, as samples: decoded within limits, as a file of the promised kind and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.cut.ffmpeg import SAFE

if TYPE_CHECKING:
    import numpy as np
    from av.container import InputContainer
    from numpy.typing import NDArray

MAGIC = {"wav": (b"RIFF",), "flac": (b"fLaC",), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")}
"""How files of each kind begin (RFC 9639, RIFF 1991; MPEG audio begins with a tag or a frame of layer III)."""

_WHOLE = 0.98
"""The share of the length that a file's header promises below which it is cut off."""


_STREAMED = 0x7FFF_0000
"""Sizes from here on stand in the header of a WAV file whose end was not known when it was begun."""


class NotSound(Exception):  # noqa: N818 - it is what was found
    """A file is not the sound that it is said to be; the message says why, as the end of a sentence."""


class HalfSound(NotSound):
    """A file breaks off before the end that its header promises."""


def decoded(path: Path, rate: int, *, form: str = "", seconds: float = 60.0) -> "NDArray[np.float32]":
    """Return a file as mono samples at `rate`, full scale ±1.

    `form` is the kind that was promised, a key of `MAGIC`; without one, any that ffmpeg knows. `seconds` is the most
    that is decoded.

    Raises:
        NotSound: it is of another kind, longer, damaged, or holds no sound.
        HalfSound: it breaks off.
    """
    import av  # noqa: PLC0415

    if form and not _begins(path, form):
        raise NotSound(f"it is no {form} file")
    try:
        with av.open(str(path), format=form or None, options=dict(SAFE)) as container:
            if not container.streams.audio:
                raise NotSound("it holds no sound")
            samples = _samples(container, rate, seconds)
            _check_whole(path, container, len(samples) / rate)
    except (av.FFmpegError, ValueError) as error:
        raise NotSound(f"it cannot be decoded ({error})") from error
    return samples


def _begins(path: Path, form: str) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith(MAGIC[form])


def _samples(container: "InputContainer", rate: int, seconds: float) -> "NDArray[np.float32]":
    import av  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    blocks: list[NDArray[Any]] = [np.zeros((1, 0), np.float32)]
    count = 0
    to_ours = av.AudioResampler(format="fltp", layout="mono", rate=rate)
    for frame in container.decode(audio=0):
        parts = [part.to_ndarray() for part in to_ours.resample(frame)]
        blocks += parts
        count += sum(part.shape[1] for part in parts)
        if count > seconds * rate:
            raise NotSound(f"it is longer than {seconds:g} seconds")
    blocks += [part.to_ndarray() for part in to_ours.resample(None)]
    return np.asarray(np.clip(np.nan_to_num(np.concatenate(blocks, axis=1)[0]), -1, 1), np.float32)


def _check_whole(path: Path, container: "InputContainer", seconds: float) -> None:
    stream = container.streams.audio[0]
    promised = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
    if seconds < _WHOLE * promised or _is_short_riff(path):
        raise HalfSound(f"it breaks off after {seconds:.1f} seconds")


def _is_short_riff(path: Path) -> bool:
    """Tell whether a WAV file is shorter than it says: ffmpeg believes the file, not its header."""
    with path.open("rb") as file:
        head = file.read(8)
    size = int.from_bytes(head[4:], "little")
    return head[:4] == b"RIFF" and size < _STREAMED and path.stat().st_size < size + 8
