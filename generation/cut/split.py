"""Two films as one, side by side, for a phone: the older on the left, the newer on the right, with the newer's sound.

It is encoded as a preview is, and as long as the longer of both: the other holds its last picture.
"""

from pathlib import Path
from typing import Any

import ffmpeg

from generation.cut.ffmpeg import SAFE, Ffmpeg, Tell
from generation.cut.probe import Kind, Limits, probe
from generation.cut.quality import ANALYSIS, QUALITIES

HEIGHT = QUALITIES["preview"].height
"""Pixels."""

GAP = 8
"""Pixels between the two."""

RATE = 30
"""Frames per second."""

LIMITS = Limits(seconds=120)
"""An episode lasts half a minute: what is longer is not one of ours."""

_COLOURS = {"color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
_PAPER = "0xFAF9F7"


def size(*films: tuple[int, int]) -> tuple[int, int]:
    """Return the width and height in pixels of films side by side, from the width and height of each."""
    return sum(map(_width, films)) + GAP * (len(films) - 1), HEIGHT


def split(before: Path, after: Path, target: Path, program: Ffmpeg, tell: Tell) -> None:
    """Write the film as an MP4 at `target` that plays while it loads.

    Raises:
        InvalidRequest: one of them is no film, or too long.
        BadResult: ffmpeg failed.
    """
    looked = [probe(path, Kind.CLIP, LIMITS) for path in (before, after)]
    frames = max(max(1, round(film.seconds * RATE)) for film in looked)
    sources = [_input(path, serial) for serial, path in enumerate((before, after))]
    left, right = (
        _shown(source.video, _width((film.width, film.height))) for source, film in zip(sources, looked, strict=True)
    )
    left = left.filter("pad", f"iw+{GAP}", "ih", 0, 0, _PAPER)
    picture = ffmpeg.filter([left, right], "hstack").filter("trim", end_frame=frames)
    sound = [sources[1].audio] if _has_sound(after) else []
    arguments = ffmpeg.output(picture.filter("setparams", **_COLOURS, range="tv"), *sound, "-", **_encoding(frames))
    program.write(list(map(str, arguments.compile()[1:-1])), target, expected=frames, tell=tell)


def _width(film: tuple[int, int]) -> int:
    """Return how wide a film is beside another: an even number of pixels, as H.264 wants."""
    width, height = film
    return 2 * round(width * HEIGHT / height / 2)


def _input(path: Path, serial: int) -> Any:  # noqa: ANN401 - ffmpeg-python has no types
    """Open a film. ffmpeg-python takes two equal inputs for one: a harmless number keeps them apart."""
    return ffmpeg.input(str(path), thread_queue_size=512 + serial, **SAFE)


def _shown(picture: Any, width: int) -> Any:  # noqa: ANN401 - ffmpeg-python has no types
    """Bring a film to its size and rate, and hold its last picture for as long as it takes."""
    scaled = picture.filter("fps", fps=RATE).filter(
        "scale", width, HEIGHT, flags="bicubic", out_color_matrix="bt709", out_range="tv"
    )
    return scaled.filter("setsar", 1).filter("format", "yuv420p").filter("tpad", stop_mode="clone", stop=-1)


def _encoding(frames: int) -> dict[str, Any]:
    """Return the output options: a preview's, the words for machines on how it was made taken from the newer film."""
    quality = QUALITIES["preview"]
    return {
        "c:v": "libx264",
        "preset": quality.preset,
        "crf": quality.crf,
        "profile:v": "high",
        "pix_fmt": "yuv420p",
        "x264-params": ANALYSIS,
        "r": RATE,
        "frames:v": frames,
        **_COLOURS,
        "color_range": "tv",
        "c:a": "aac",
        "b:a": "96k",
        "map_metadata": 1,
        "map_chapters": -1,
        "movflags": "+faststart+use_metadata_tags",
        "f": "mp4",
    }


def _has_sound(path: Path) -> bool:
    import av  # noqa: PLC0415

    with av.open(str(path), options=dict(SAFE)) as container:
        return bool(container.streams.audio)
