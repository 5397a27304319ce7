"""Look into a media file before it is used: what it is, how large, how long, and whether it decodes.

The file may come from a stranger: it is opened as a file of a known container and nothing else, within limits, and its
words are not trusted: frames are decoded, packets counted against what the header promises.
"""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from generation.cut.ffmpeg import SAFE
from generation.errors import InvalidRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from av.container import InputContainer
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


class Kind(StrEnum):
    """What a file is used as."""

    PICTURE = "picture"
    CLIP = "clip"
    SOUND = "sound"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What is still looked at: bytes of the file, pixels along a side, seconds of time."""

    size: int = 500_000_000
    side: int = 8192
    seconds: int = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Media:
    """What a file holds.

    `width` and `height` are as shown, after `rotation` (degrees, a quarter turn at a time); zero for sounds. `frames`
    counts pictures, `samples` the sound of a `SOUND` at its own `sample_rate`. `rate` is the average; where a clip
    `is_even`, its first picture stands at zero and the others follow at exactly that rate.
    """

    kind: Kind
    codec: str
    seconds: float
    width: int = 0
    height: int = 0
    frames: int = 0
    rate: Fraction = Fraction(0)
    is_even: bool = False
    rotation: int = 0
    is_hdr: bool = False
    samples: int = 0
    sample_rate: int = 0
    channels: int = 0


_PICTURES = {"PNG", "JPEG", "WEBP"}
_HDR = {16, 18}
"""Transfer functions PQ (SMPTE ST 2084) and HLG (ARIB STD-B67), by their numbers in H.273."""

_ROUNDING = Fraction(1, 10)
"""Of a frame: WebM counts in milliseconds."""

_STILL_FORMATS = ("image2", "png_pipe", "jpeg_pipe", "webp_pipe")


def probe(path: Path, kind: Kind, limits: Limits | None = None) -> Media:
    """Return what the file at `path` holds, if it is what was promised.

    Raises:
        InvalidRequest: it is of another kind, beyond the limits, damaged or cut off; the message says which.
    """
    limits = limits or Limits()
    size = path.stat().st_size if path.is_file() else 0
    if not 0 < size <= limits.size:
        raise InvalidRequest(f"{path.name} has {size} bytes; from 1 to {limits.size} are accepted")
    return _LOOK[kind](path, limits)


def _picture(path: Path, limits: Limits) -> Media:
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(path, formats=sorted(_PICTURES)) as picture:
            _check_sides(path, picture.width, picture.height, limits)
            picture.load()
            codec, (width, height) = str(picture.format).lower(), picture.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{path.name} is not a whole PNG, JPEG or WebP picture") from error
    return Media(kind=Kind.PICTURE, codec=codec, seconds=0, width=width, height=height, frames=1)


def _clip(path: Path, limits: Limits) -> Media:
    with _opened(path) as container:
        if not container.streams.video or container.format.name in _STILL_FORMATS:
            raise InvalidRequest(f"{path.name} holds no moving picture")
        stream = container.streams.video[0]
        _check_sides(path, stream.width, stream.height, limits)
        stream.codec_context.thread_count = 1
        frame: VideoFrame | None = next(container.decode(stream), None)
        if frame is None:
            raise InvalidRequest(f"no frame of {path.name} can be decoded")
        stamps, seconds = _stamps(container, stream, limits)
        if stream.frames > len(stamps):
            raise InvalidRequest(f"{path.name} is cut off: {len(stamps)} of {stream.frames} frames are there")
        moving = _moving(stream, frame, len(stamps), seconds)
        tick = stream.time_base or Fraction(0)
        return replace(moving, is_even=not container.start_time and _is_even(stamps, tick * moving.rate))


def _moving(stream: "VideoStream", frame: "VideoFrame", frames: int, seconds: float) -> Media:
    turned = frame.rotation % 180 != 0
    rate = stream.average_rate or stream.guessed_rate or Fraction(0)
    return Media(
        kind=Kind.CLIP,
        codec=stream.codec_context.name,
        seconds=seconds,
        width=frame.height if turned else frame.width,
        height=frame.width if turned else frame.height,
        frames=frames,
        rate=rate,
        rotation=frame.rotation % 360,
        is_hdr=int(frame.color_trc) in _HDR,
    )


def _sound(path: Path, limits: Limits) -> Media:
    with _opened(path) as container:
        if not container.streams.audio:
            raise InvalidRequest(f"{path.name} holds no sound")
        stream = container.streams.audio[0]
        samples, most = 0, limits.seconds * stream.sample_rate
        for frame in container.decode(stream):
            samples += frame.samples
            if samples > most:
                raise InvalidRequest(f"{path.name} is longer than {limits.seconds} s")
        return Media(
            kind=Kind.SOUND,
            codec=stream.codec_context.name,
            seconds=samples / stream.sample_rate,
            samples=samples,
            sample_rate=stream.sample_rate,
            channels=stream.channels,
        )


_LOOK = {Kind.PICTURE: _picture, Kind.CLIP: _clip, Kind.SOUND: _sound}


@contextmanager
def _opened(path: Path) -> "Iterator[InputContainer]":
    """Open a container of a known format; turn every complaint of the libraries into one sentence."""
    import av  # noqa: PLC0415

    try:
        with av.open(str(path), options=dict(SAFE)) as container:
            yield container
    except (av.FFmpegError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise InvalidRequest(f"{path.name} is not a whole media file ({reason})") from error


def _stamps(container: "InputContainer", stream: "Stream", limits: Limits) -> tuple[list[int], float]:
    """Read packets without decoding them; return when each is shown, in ticks, and the seconds all of them last."""
    container.seek(0)
    stamps, end = [], Fraction(0)
    for packet in container.demux(stream):
        if packet.pts is None or packet.time_base is None:
            continue
        stamps.append(packet.pts)
        end = max(end, (packet.pts + (packet.duration or 0)) * packet.time_base)
        if end > limits.seconds:
            raise InvalidRequest(f"a clip may last {limits.seconds} s; this one is longer")
    start = (stream.start_time or 0) * (stream.time_base or 1)
    return sorted(stamps), float(end - start)


def _is_even(stamps: "Sequence[int]", frames: Fraction) -> bool:
    """Say whether picture n stands at n, but for the rounding of a container's clock; `frames` is a tick's length."""
    return bool(frames) and all(abs(stamp * frames - number) < _ROUNDING for number, stamp in enumerate(stamps))


def _check_sides(path: Path, width: int, height: int, limits: Limits) -> None:
    if not (0 < width <= limits.side and 0 < height <= limits.side):
        raise InvalidRequest(f"{path.name} is {width}x{height}; sides from 1 to {limits.side} pixels are accepted")
