"""The cut as a back-end: a timeline in, a finished vertical episode out; what was rendered before is kept."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.cut.cache import Cache
from generation.cut.fonts import Face, Fonts
from generation.cut.quality import QUALITIES, Quality
from generation.errors import InvalidRequest
from generation.requests.identity import digest_of
from generation.requests.printing import CutRequest

if TYPE_CHECKING:
    from generation.cut.suite import Suite

PRODUCER = "Feuilleton"
"""Stands in the AIGC tag where the request brings none of its own."""

PROGRAM = Model(
    name="Feuilleton",
    version="1",
    licence="Apache-2.0",
    origin=Origin.COMPOSITE,
    source="Feuilleton's own, with ffmpeg (GPL-3.0-or-later, as a program) and Noto Sans (OFL-1.1)",
    weights=tuple(Face),
    price=FREE,
)
"""What works with films here; it joins what trained models may have made."""

_RENDERED = 0.97
"""How far the work is when only the join is left."""


class Cutter:
    """Cuts episodes with ffmpeg; keeps segments and sounds by digest in the workshop's cache."""

    def __init__(self, workshop: Workshop, qualities: Mapping[str, Quality] = QUALITIES) -> None:
        self._workshop = workshop
        self._qualities = qualities
        self._cache = Cache(workshop.cache / "cut")

    @property
    def model(self) -> Model:
        """The program that cuts; it joins what trained models may have made."""
        return PROGRAM

    @property
    def workers(self) -> int:
        """One cut at a time: it takes every core itself."""
        return 1

    def make(self, request: CutRequest, job: Job) -> Made:
        """Cut an episode into `cut.mp4` in the job's folder."""
        from generation.cut.delivery import check, join  # noqa: PLC0415
        from generation.cut.render import render  # noqa: PLC0415

        timeline, quality = request.timeline, self._quality(request.quality)
        tags = _tags(request)
        suite = self._suite(job)
        rendered = render(timeline, quality, suite, lambda share: job.report(share * _RENDERED))
        path = join(timeline, rendered, tags, suite, lambda _: job.report(_RENDERED))
        check(path, timeline, quality, tags)
        self._cache.clean()
        job.report(1.0)
        return Made(
            path=path,
            media_type="video/mp4",
            facts={
                "width": quality.width,
                "height": quality.height,
                "frames": timeline.frames,
                "rate": timeline.rate,
                "milliseconds": timeline.frames * 1000 // timeline.rate,
                "lufs": rendered.track.loudness.integrated,
                "true_peak": rendered.track.loudness.true_peak,
                "bytes": path.stat().st_size,
            },
            notes=rendered.notes,
        )

    def close(self) -> None:
        """Nothing is held between requests."""

    def _quality(self, name: str) -> Quality:
        try:
            return self._qualities[name]
        except KeyError:
            raise InvalidRequest(f"there is no quality {name!r}; known: {', '.join(self._qualities)}") from None

    def _suite(self, job: Job) -> "Suite":
        from generation.cut.ffmpeg import find  # noqa: PLC0415
        from generation.cut.suite import Suite  # noqa: PLC0415

        return Suite(
            program=find(self._workshop.settings),
            fonts=Fonts({face: self._workshop.locker.path(face) for face in Face}),
            cache=self._cache,
            cores=max(1, self._workshop.cores),
            folder=job.folder,
            find=job.source,
        )


def _tags(request: CutRequest) -> dict[str, str]:
    """Return the request's tags; a release without a word to machines on how it was made is not written."""
    from generation.cut.delivery import AIGC, label  # noqa: PLC0415

    return {AIGC: label(PRODUCER, digest_of(asdict(request))[:32])} | dict(request.tags)
