"""From a unit to ffmpeg's arguments: pure. A source is written as its digest; whoever runs them puts a path there.

So the arguments, with the digests in them, are the recipe of the unit: everything that decides its pixels stands in
it, and nothing can be forgotten in its digest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ffmpeg

from generation.cut.ffmpeg import SAFE
from generation.cut.probe import Media
from generation.cut.quality import ANALYSIS, Quality
from generation.cut.timeline import Body, Card, CreditsCard
from generation.cut.units import Layer, Unit

FADE = 10
"""Frames in which the words of a card come up from its ground."""

FADE_OUT = 12
"""Frames in which the credits go down to black."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A drawn card: the digests of the picture of its empty ground and of the whole."""

    ground: str
    whole: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """What the graphs must know of their sources: each card's pictures, and what each clip holds."""

    pages: Mapping[Card, Page]
    clips: Mapping[str, Media]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The name of an ASS script and of the folder of its fonts; in filters, letters, digits, dots and slashes only."""

    script: str
    fonts: str


_BT709 = {"color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
_TO_SDR = (
    ("zscale", {"t": "linear", "npl": 203}),
    ("format", {"pix_fmts": "gbrpf32le"}),
    ("zscale", {"p": "bt709"}),
    ("tonemap", {"tonemap": "hable", "desat": 0}),
    ("zscale", {"t": "bt709", "m": "bt709", "r": "tv"}),
)

Stream = Any
"""A node of ffmpeg-python, which has no types."""


def recipe(unit: Unit, quality: Quality, sources: Sources, *, rate: int, words: Words | None = None) -> list[str]:
    """Return the arguments that render a unit, all but the program, its global options and the target.

    Args:
        unit: What to render.
        quality: How large and how well.
        sources: What is known of cards and clips.
        rate: Frames per second.
        words: What is written on it.
    """
    shows = [_shown(layer, unit, quality, sources, rate, serial) for serial, layer in enumerate(unit.layers)]
    picture = shows[0] if len(shows) == 1 else _dissolved(shows[0], shows[1], unit.frames, rate)
    if words:
        picture = picture.filter("ass", words.script, fontsdir=words.fonts)
    picture = picture.filter("setparams", **_BT709, range="tv")
    return _compiled(picture, _encoding(quality, unit.frames, rate))


def _encoding(quality: Quality, frames: int, rate: int) -> dict[str, Any]:
    """Return the output options. All segments of a quality have the same headers: the join keeps the first one's."""
    return {
        "c:v": "libx264",
        "preset": quality.preset,
        "crf": quality.crf,
        "profile:v": "high",
        "pix_fmt": "yuv420p",
        "g": 2 * rate,
        "threads": 1,  # another number gives other bytes
        "filter_complex_threads": 1,
        "x264-params": f"stitchable=1:{ANALYSIS}",
        "video_track_timescale": 512 * rate,
        "r": rate,
        **_BT709,
        "color_range": "tv",
        "flags:v": "+bitexact",
        "fflags": "+bitexact",
        "map_metadata": -1,
        "frames:v": frames,
    }


def _shown(layer: Layer, unit: Unit, quality: Quality, sources: Sources, rate: int, serial: int) -> Stream:
    """Return exactly the unit's frames of one layer, on the canvas, counted from zero."""
    part, first = layer.part, layer.first
    if isinstance(part, Body):
        clip = sources.clips[part.clip]
        skipped = _skipped(clip, first, rate)
        first -= skipped
        picture = _input(part.clip, 2 * serial, threads=1, **_seek(skipped, rate)).video
        shown = _clip(picture, clip, first + unit.frames, quality, rate)
    else:
        shown = _card(part, sources.pages[part], quality, rate, 2 * serial)
    return shown.filter("trim", start_frame=first, end_frame=first + unit.frames).filter("setpts", "PTS-STARTPTS")


def _skipped(clip: Media, first: int, rate: int) -> int:
    """Return how many of a clip's frames need not be decoded to show it from frame `first` on.

    None, where the place of a frame in the file does not tell its time; and never the last, which may be held.
    """
    return min(first, clip.frames - 1) if _is_steady(clip, rate) else 0


def _is_steady(clip: Media, rate: int) -> bool:
    return clip.is_even and clip.rate == rate


def _seek(frames: int, rate: int) -> dict[str, str]:
    """Return the option that opens a clip at a frame: half a frame before it, where no rounding can miss it."""
    return {"ss": f"{(frames - 0.5) / rate:.6f}"} if frames else {}


def _clip(picture: Stream, clip: Media, frames: int, quality: Quality, rate: int) -> Stream:
    """Bring any clip onto the canvas: turned, at any rate, of any size, too short (its last frame is held)."""
    for name, options in _TO_SDR if clip.is_hdr else ():
        picture = picture.filter(name, **options)
    shown = _covering(picture, quality)
    shown = _steady(shown, rate) if _is_steady(clip, rate) else shown.filter("fps", fps=rate)
    return shown.filter("tpad", stop_mode="clone", stop=frames)


def _card(card: Card, page: Page, quality: Quality, rate: int, serial: int) -> Stream:
    """Hold a card still; its words come up from the ground, and the credits go down to black."""

    def held(name: str, frames: int, number: int) -> Stream:
        still = _covering(_input(name, number, framerate=rate).video, quality)
        return still.filter("loop", loop=frames - 1, size=1, start=0).filter("setpts", "N/FR/TB")

    fade = min(FADE, card.frames)
    bare, words = held(page.ground, fade, serial), held(page.whole, card.frames, serial + 1)
    shown = _dissolved(bare, words, fade, rate)
    if isinstance(card, CreditsCard):
        shown = shown.filter("fade", type="out", start_frame=max(0, card.frames - FADE_OUT), nb_frames=FADE_OUT)
    return shown


def _covering(picture: Stream, quality: Quality) -> Stream:
    """Scale until the canvas is covered, cut what stands over, and say which colours these are."""
    scaled = picture.filter(
        "scale",
        quality.width,
        quality.height,
        force_original_aspect_ratio="increase",
        flags=quality.scaling,
        out_color_matrix="bt709",
        out_range="tv",
    )
    return scaled.filter("crop", quality.width, quality.height).filter("setsar", 1).filter("format", "yuv420p")


def _dissolved(before: Stream, after: Stream, frames: int, rate: int) -> Stream:
    """Blend two streams: frame k of n has the weight (k + 1) / (n + 1) of the second.

    `xfade` gives frame k the weight (k - offset) / duration; so it starts one frame early and lasts n + 1.
    """
    times = {"duration": f"{(frames + 1) / rate:.6f}", "offset": f"{-1 / rate:.6f}"}
    return ffmpeg.filter([_steady(before, rate), _steady(after, rate)], "xfade", transition="fade", **times)


def _steady(stream: Stream, rate: int) -> Stream:
    """Put frame n at n / `rate` seconds."""
    return stream.filter("settb", f"1/{rate}").filter("setpts", "N").filter("fps", fps=rate)


def _input(name: str, serial: int, **options: Any) -> Stream:  # noqa: ANN401 - ffmpeg's options
    """Open a source. ffmpeg-python takes two equal inputs for one: a harmless number keeps them apart."""
    return ffmpeg.input(name, thread_queue_size=512 + serial, **SAFE, **options)


def _compiled(stream: Stream, options: Mapping[str, Any]) -> list[str]:
    return [str(word) for word in ffmpeg.output(stream, "-", **options).compile()[1:-1]]


def located(arguments: Sequence[str], where: Callable[[str], str]) -> list[str]:
    """Return the arguments with `where` applied to each input's name."""
    inputs = {index + 1 for index, word in enumerate(arguments) if word == "-i"}
    return [where(word) if index in inputs else word for index, word in enumerate(arguments)]
