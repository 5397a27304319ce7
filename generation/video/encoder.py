"""Raw frames into an H.264 file: the mezzanine that the cut reads again."""

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import cv2
import numpy as np

from generation.cut import ffmpeg
from generation.errors import BadResult
from generation.image.previz.layers import Pixels

QUALITY = (
    *("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-g", "30"),
    *("-threads", "1", "-pix_fmt", "yuv420p"),
)
"""A key frame each second costs 7 % more bytes; a dissolve at the clip's end then decodes half as much."""

TAGS = ("-vf", "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv")
EXACT = (
    "-an",
    "-map_metadata",
    "-1",
    "-flags:v",
    "+bitexact",
    "-fflags",
    "+bitexact",
    "-video_track_timescale",
    "15360",
)

_LUMA = np.array([[0.2126, 0.7152, 0.0722]]) * (219 / 255)
_CHROMA = np.array([[-0.2126, -0.7152, 0.9278], [0.7874, -0.7152, -0.0722]]) * (
    (224 / 255) / np.array([[1.8556], [1.5748]])
)
Y_FROM_RGB = np.concatenate([_LUMA, [[16.0]]], axis=1).astype(np.float32)
UV_FROM_RGB = np.concatenate([_CHROMA, [[128.0], [128.0]]], axis=1).astype(np.float32)
"""Full-range RGB to limited-range Rec. 709 (ITU-R BT.709-6, items 3.2 and 3.4)."""


def planes(picture: Pixels) -> bytes:
    """Return a picture (height, width, 3; even sizes) as the three planes of a yuv420p frame."""
    height, width = picture.shape[:2]
    luma = cv2.transform(picture, Y_FROM_RGB)
    half = cv2.resize(picture, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    chroma = cv2.transform(half, UV_FROM_RGB)
    return luma.tobytes() + cv2.extractChannel(chroma, 0).tobytes() + cv2.extractChannel(chroma, 1).tobytes()


def encode(
    frames: Iterable[bytes], target: Path, size: tuple[int, int], rate: int, settings: Mapping[str, str]
) -> None:
    """Write frames (planes of yuv420p) to `target`: MP4, no sound, Rec. 709, `rate` a second.

    Whatever stops it leaves no file.

    Raises:
        Unavailable: there is no ffmpeg for this machine.
        BadResult: ffmpeg failed.
    """
    with ffmpeg.whole(target) as part:
        command = [
            ffmpeg.find(settings).program, "-y", "-hide_banner", "-nostats", "-v", "error",
            "-protocol_whitelist", "file,pipe", "-f", "rawvideo", "-pix_fmt", "yuv420p",
            "-s", f"{size[0]}x{size[1]}", "-r", str(rate), "-i", "pipe:0", *QUALITY, *TAGS, *EXACT, str(part),
        ]  # fmt: skip
        _pipe(command, frames)


def _pipe(command: list[str], frames: Iterable[bytes]) -> None:
    """Feed frames to ffmpeg's standard input; it says little and only about errors, so its pipe cannot fill."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            for frame in frames:
                process.stdin.write(frame)  # type: ignore[union-attr]  # a pipe, as asked
            _, said = process.communicate(timeout=ffmpeg.LIMIT)
        except BrokenPipeError:
            said = process.stderr.read()  # type: ignore[union-attr]  # a pipe, as asked
            raise BadResult(f"ffmpeg stopped reading frames: {said.decode(errors='replace').strip()[-400:]}") from None
        finally:
            if process.poll() is None:
                process.kill()
    if process.returncode:
        raise BadResult(f"ffmpeg failed ({process.returncode}): {said.decode(errors='replace').strip()[-400:]}")
