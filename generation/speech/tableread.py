"""The table read: the recorded lines of an episode after each other in one sound, to be heard on a phone at once."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.cut.mix import RATE, decode, level
from generation.errors import InvalidRequest
from generation.requests.sound import TableReadRequest

if TYPE_CHECKING:
    import av
    import numpy as np
    from numpy.typing import NDArray

GAP = 400
"""Milliseconds of silence between two lines: who speaks next can be told, and nobody waits."""

LEVEL = -16.0
"""Decibels of the loud moments of the whole (full scale 0): speech that is heard from a phone on a table."""

PEAK = 10 ** (-1 / 20)
"""The loudest a sample may be before it is encoded."""

BITS = 96_000
"""Bits a second of AAC: speech without audible loss, half a megabyte for the longest episode."""

BLOCK = 1024
"""Samples that AAC encodes at a time."""


class TableReader:
    """Puts recorded lines after each other, in AAC in an MP4 container, whose index stands before its sound."""

    def __init__(self, workshop: Workshop) -> None:
        del workshop

    @property
    def model(self) -> Model:
        """The program that joins what trained models may have spoken."""
        return Model(
            name="Feuilleton table read",
            version="1",
            licence="Apache-2.0",
            origin=Origin.COMPOSITE,
            source="Feuilleton's own, with FFmpeg's libraries (LGPL-2.1-or-later) through PyAV (BSD-3-Clause)",
            price=FREE,
        )

    @property
    def workers(self) -> int:
        """One at a time: it takes a fraction of a second."""
        return 1

    def make(self, request: TableReadRequest, job: Job) -> Made:
        """Write `voices.m4a` into the job's folder.

        Raises:
            InvalidRequest: there is no line, or one of them is no sound.
        """
        if not request.voices:
            raise InvalidRequest("a table read needs at least one recorded line")
        sounds = []
        for done, voice in enumerate(request.voices):
            job.report(0.8 * done / len(request.voices))
            sounds.append(decode(job.source(voice)))
        starts, samples = joined(sounds)
        path = job.folder / "voices.m4a"
        encode(loud(samples), path, lambda share: job.report(0.8 + 0.2 * share))
        facts = {
            "starts_ms": [_milliseconds(start) for start in starts],
            "milliseconds": _milliseconds(samples.shape[1]),
        }
        return Made(path=path, media_type="audio/mp4", facts=facts)

    def close(self) -> None:
        """Nothing is held between requests."""


def joined(sounds: Sequence["NDArray[np.float32]"]) -> tuple[tuple[int, ...], "NDArray[np.float32]"]:
    """Return the sample at which each sound begins, and the whole with `GAP` between them; stereo at `RATE`."""
    import numpy as np  # noqa: PLC0415

    gap = np.zeros((2, GAP * RATE // 1000), np.float32)
    starts = tuple(accumulate((sound.shape[1] + gap.shape[1] for sound in sounds[:-1]), initial=0))
    parts = [part for sound in sounds for part in (sound, gap)]
    return starts, np.concatenate(parts[:-1], axis=1)


def loud(samples: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return sound at `LEVEL`, or as near to it as `PEAK` allows; silence stays silent."""
    import numpy as np  # noqa: PLC0415

    peak = float(np.abs(samples).max(initial=0))
    if not peak:
        return samples
    return samples * np.float32(min(10 ** ((LEVEL - level(samples)) / 20), PEAK / peak))


def encode(samples: "NDArray[np.float32]", path: Path, report: Callable[[float], None]) -> None:
    """Write stereo samples at `RATE` as mono AAC; the same samples give the same bytes."""
    import av  # noqa: PLC0415

    bare = {"movflags": "+faststart", "fflags": "+bitexact"}  # no moment of writing in the file
    with av.open(str(path), "w", format="ipod", options=bare) as container:
        stream = container.add_stream("aac", rate=RATE, layout="mono", options={"flags": "+bitexact"})
        stream.bit_rate = BITS
        for done, frame in _frames(samples):
            report(done)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _frames(samples: "NDArray[np.float32]") -> Iterator[tuple[float, "av.AudioFrame"]]:
    """Yield a mono frame for each block of samples, with how far along it begins, 0 to 1."""
    import av  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    mono = np.ascontiguousarray(samples.mean(axis=0, keepdims=True), np.float32)
    for start in range(0, mono.shape[1], BLOCK):
        frame = av.AudioFrame.from_ndarray(mono[:, start : start + BLOCK], format="fltp", layout="mono")
        frame.sample_rate = RATE
        frame.pts = start
        yield start / mono.shape[1], frame


def _milliseconds(samples: int) -> int:
    return samples * 1000 // RATE
