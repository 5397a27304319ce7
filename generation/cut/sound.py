"""The sound of a whole episode: one unit, mixed, mastered and kept by digest like a segment."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generation.cut import loudness, mix
from generation.cut.cache import edition
from generation.cut.ffmpeg import Tell
from generation.cut.loudness import Loudness
from generation.cut.suite import Suite
from generation.cut.timeline import Timeline
from generation.requests.identity import Digest, digest_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Track:
    """A mastered sound track in AAC, and what it measures."""

    path: Path
    loudness: Loudness


def track(timeline: Timeline, suite: Suite, tell: Tell) -> Track:
    """Return the track of a timeline, making what the cache lacks.

    Raises:
        InvalidRequest: a sound cannot be decoded.
        BadResult: ffmpeg failed.
    """

    def make(path: Path) -> None:
        mixed = suite.folder / f"{name}.wav"
        _write(mix.mix(timeline, suite.find, lambda: tell(0)), mixed)
        loudness.master(suite.program, mixed, path, tell)
        mixed.unlink()

    def measure(path: Path) -> None:
        path.write_text(json.dumps(asdict(loudness.measure(suite.program, sound, tell))), "utf-8")

    name = _identity(timeline, suite)
    sound = suite.cache.keep("sound", f"{name}.m4a", make)
    measured = suite.cache.keep("sound", f"{name}.json", measure)
    return Track(path=sound, loudness=Loudness(**json.loads(measured.read_text("utf-8"))))


def _identity(timeline: Timeline, suite: Suite) -> Digest:
    """Return the digest of everything that decides the samples."""
    kinds = {"voices": timeline.voices, "music": timeline.music, "effects": timeline.effects}
    placed = {kind: sorted(map(asdict, sounds), key=json.dumps) for kind, sounds in kinds.items()}
    length = [timeline.frames, timeline.rate]
    return digest_of({"placed": placed, "length": length, "by": [suite.program.version, edition(mix, loudness)]})


def _write(samples: mix.Sound, path: Path) -> None:
    import soundfile  # noqa: PLC0415

    soundfile.write(path, samples.T, mix.RATE, subtype="FLOAT")
