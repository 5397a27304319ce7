"""Join segments and sound into the file that is delivered, tag it, and look whether it is what it should be."""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from generation.cut.ffmpeg import SAFE, Tell
from generation.cut.quality import Quality
from generation.cut.render import Rendered
from generation.cut.subtitles import soft
from generation.cut.suite import Suite
from generation.cut.timeline import Timeline
from generation.errors import BadResult, InvalidRequest

if TYPE_CHECKING:
    from av.container import InputContainer

AIGC = "AIGC"
"""The key under which machines read that a machine made this (GB 45438-2025, TC260-PG-20257A)."""

LANGUAGES: Mapping[str, str] = {"fr": "fra", "en": "eng", "zh": "zho"}
"""ISO 639-2 codes for the subtitle track."""

_TIMESCALE = 512
"""Ticks of the picture's clock per frame."""

_DELAY = 2
"""Frames by which x264 decodes ahead of what it shows (B-frames that refer to B-frames)."""

_EVEN = ":".join(
    (
        f"setts=pts=round(PTS/{_TIMESCALE})*{_TIMESCALE}",
        f"dts=(N-{_DELAY})*{_TIMESCALE}",
        f"duration={_TIMESCALE}",
    )
)
"""Puts every frame on its tick: the concat demuxer adds lengths in microseconds and drifts by a few ticks, and segments
of one or two frames have no delay."""

_PLAYLIST = {**SAFE, "format_whitelist": "concat,mov,mp4,m4a,3gp,3g2,mj2"}
_FLAGS = 3
"""Where the lowest byte of a box's flags stands, after its version."""

_LAG = 0.05
"""Seconds by which sound and picture may differ in length: two AAC frames."""


def join(timeline: Timeline, rendered: Rendered, tags: Mapping[str, str], suite: Suite, tell: Tell) -> Path:
    """Return the episode: segments and sound copied into one file, soft subtitles and tags beside them.

    Raises:
        InvalidRequest: a tag cannot be written.
        BadResult: ffmpeg failed.
    """
    target, playlist, words = suite.folder / "cut.mp4", suite.folder / "segments.txt", suite.folder / "captions.srt"
    playlist.write_text("".join(f"file '{_quoted(path)}'\n" for path in rendered.segments), "utf-8")
    words.write_text(soft(timeline), "utf-8")
    has_words = bool(timeline.captions)
    arguments = _inputs(playlist, rendered.track.path, words if has_words else None)
    arguments += ["-c", "copy", "-bsf:v", _EVEN, "-fflags", "+bitexact", "-map_metadata", "-1"]
    if has_words:
        arguments += ["-c:s", "mov_text", "-metadata:s:s:0", f"language={LANGUAGES.get(timeline.language, 'und')}"]
    for name, value in tags.items():
        arguments += ["-metadata", f"{_key(name)}={value}"]
    arguments += [
        "-movflags",
        "+faststart+use_metadata_tags",
        "-video_track_timescale",
        str(_TIMESCALE * timeline.rate),
    ]
    suite.program.write(arguments, target, expected=timeline.frames, tell=tell)
    if has_words:
        _hide_words(target)
    return target


def check(path: Path, timeline: Timeline, quality: Quality, tags: Mapping[str, str]) -> None:
    """Look at a finished episode: streams, every frame's time, order of the file, tags.

    Raises:
        BadResult: something is not as it should be; the message says what.
    """
    import av  # noqa: PLC0415

    with av.open(str(path), options=dict(SAFE)) as container:
        wrong = [*_wrong_streams(container, timeline, quality), *_wrong_times(container, timeline)]
        wrong += [f"tag {name}" for name, value in tags.items() if container.metadata.get(name) != value]
    if not is_streamable(path):
        wrong.append("the index stands behind the pictures")
    if wrong:
        raise BadResult(f"the finished cut is not as it should be: {'; '.join(wrong)}")


def is_streamable(path: Path) -> bool:
    """Say whether an MP4's index (moov) stands before its media (mdat), so that it plays while it loads."""
    with path.open("rb") as file:
        names = [name for name, _, _ in _boxes(file, 0, path.stat().st_size)]
    return b"moov" in names and b"mdat" in names and names.index(b"moov") < names.index(b"mdat")


def label(producer: str, identity: str) -> str:
    """Return the value of the AIGC tag: made by a machine, by whom, and which work it is.

    Raises:
        InvalidRequest: a word holds what the standard does not allow.
    """
    for word in (producer, identity):
        if not (word.isascii() and word.isprintable()) or set(word) & {'"', "\\"}:
            raise InvalidRequest(f"{word!r} cannot stand in the AIGC tag: printable ASCII without quotes only")
    fields = {"Label": "1", "ContentProducer": producer, "ProduceID": identity, "ReservedCode1": ""}
    fields |= {"ContentPropagator": producer, "PropagateID": identity, "ReservedCode2": ""}
    return json.dumps(fields, separators=(",", ":"))


def _hide_words(path: Path) -> None:
    """Switch the subtitle track off until it is asked for: the words are burned in, and would be read twice.

    ffmpeg marks the first subtitle track as shown whatever `-disposition` says. The mark is the lowest bit of the
    flags of the track's header (tkhd, ISO/IEC 14496-12, 8.3.2).
    """
    with path.open("r+b") as file:
        for name, start, end in _boxes(file, 0, path.stat().st_size):
            for inner, first, last in _boxes(file, start, end) if name == b"moov" else ():
                file.seek(first)
                if inner == b"trak" and b"sbtl" in file.read(last - first):
                    header = next(start for name, start, _ in _boxes(file, first, last) if name == b"tkhd")
                    file.seek(header + _FLAGS)
                    flags = file.read(1)[0]
                    file.seek(header + _FLAGS)
                    file.write(bytes([flags & ~1]))


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield (name, first byte of its content, byte after its end) of each box of an MP4 in a stretch of the file."""
    while start + 8 <= end:
        file.seek(start)
        length, name = struct.unpack(">I4s", file.read(8))
        content = start + 8
        if length == 1:
            length, content = struct.unpack(">Q", file.read(8))[0], start + 16
        yield name, content, min(end, start + length)
        start += max(8, length)


def _inputs(playlist: Path, sound: Path, words: Path | None) -> list[str]:
    arguments = [*_options(_PLAYLIST), "-f", "concat", "-safe", "0", "-i", str(playlist)]
    arguments += [*_options(SAFE), "-i", str(sound)]
    maps = ["-map", "0:v", "-map", "1:a"]
    if words:
        arguments += [*_options({**SAFE, "format_whitelist": "srt"}), "-i", str(words)]
        maps += ["-map", "2:s"]
    return arguments + maps


def _options(options: Mapping[str, str]) -> list[str]:
    return [word for name, value in options.items() for word in (f"-{name}", value)]


def _quoted(path: Path) -> str:
    """Write a path between the single quotes of a playlist."""
    return str(path.resolve()).replace("'", "'\\''")


def _key(name: str) -> str:
    if not (name.isascii() and name.isprintable()) or "=" in name or not name:
        raise InvalidRequest(f"{name!r} cannot be the name of a tag: printable ASCII without = only")
    return name


def _wrong_streams(container: "InputContainer", timeline: Timeline, quality: Quality) -> list[str]:
    picture, sound = container.streams.video[0], container.streams.audio[0]
    expected = {
        "codec": ("h264", picture.codec_context.name),
        "profile": ("High", picture.codec_context.profile),
        "pixels": ("yuv420p", picture.codec_context.pix_fmt),
        "size": ((quality.width, quality.height), (picture.width, picture.height)),
        "rate": (timeline.rate, picture.average_rate),
        "sound": ("aac", sound.codec_context.name),
    }
    wrong = [f"{name} is {found}, not {wanted}" for name, (wanted, found) in expected.items() if wanted != found]
    length = float((sound.duration or 0) * (sound.time_base or 0))
    if abs(length - timeline.frames / timeline.rate) > _LAG:
        wrong.append(f"the sound lasts {length:.2f} s, the picture {timeline.frames / timeline.rate:.2f} s")
    return wrong


def _wrong_times(container: "InputContainer", timeline: Timeline) -> list[str]:
    """Every frame is there once, at its time, and they are decoded in rising order."""
    packets = [packet for packet in container.demux(video=0) if packet.pts is not None]
    shown: Sequence[int] = sorted(packet.pts or 0 for packet in packets)
    order = [packet.dts or 0 for packet in packets]
    wrong = []
    if list(shown) != [_TIMESCALE * frame for frame in range(timeline.frames)]:
        wrong.append(f"{len(shown)} frames, not {timeline.frames} at even times")
    if any(before >= after for before, after in pairwise(order)):
        wrong.append("frames are out of order")
    return wrong
