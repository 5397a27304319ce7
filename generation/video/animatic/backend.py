"""The back-end that brings a panel to life without a model: figures that act and speak, a moving camera, weather."""

from dataclasses import replace
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.notes import note
from generation.requests.motion import ClipRequest
from generation.video.limits import check

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = Model(
    name="Feuilleton",
    version="3",
    licence="Apache-2.0",
    origin=Origin.COMPUTED,
    source="this project's own limited animation: drawn figures, painted layers, a camera, weather",
    price=FREE,
)

SETTING = "FEUILLETON_EFFORT"
"""The workshop's word for how much a weak machine may do: `light`, or nothing."""

LIGHT = "light"


class Animatic:
    """Moves a camera over a panel. Two clips may be at work at once, each on one core."""

    def __init__(self, workshop: Workshop) -> None:
        self._settings = workshop.settings
        self._cores = workshop.cores

    @property
    def model(self) -> Model:
        """Our own code."""
        return MODEL

    @property
    def workers(self) -> int:
        """As many as there are cores, at most two."""
        return max(1, min(2, self._cores))

    def make(self, request: ClipRequest, job: Job) -> Made:
        """Write one silent MP4 of exactly `request.frames` frames.

        Raises:
            InvalidRequest: the size is odd or too large, or the clip too long, or the panel is no picture.
            BadResult: ffmpeg failed.
        """
        import cv2  # noqa: PLC0415

        from generation.video import encoder  # noqa: PLC0415
        from generation.video.animatic import moves  # noqa: PLC0415

        check(request)
        cv2.setNumThreads(1)
        move = moves.known(request.move)
        notes = (
            () if move == request.move else (note("word-replaced", kind="move", asked=request.move[:40], drawn=move),)
        )
        if request.drawing and request.effort != LIGHT and self._settings.get(SETTING) == LIGHT:
            request = replace(request, effort=LIGHT)
            notes = (*notes, note("light-animation"))
        job.report(0.0)
        frames = _frames(request, job, move)
        target = job.folder / "clip.mp4"

        encoder.encode(
            _told(frames, request.frames, job), target, (request.width, request.height), request.rate, self._settings
        )
        job.report(1.0)
        facts = {"frames": request.frames, "rate": request.rate, "width": request.width, "height": request.height}
        return Made(path=target, media_type="video/mp4", facts=facts, notes=notes)

    def close(self) -> None:
        """Nothing is kept between clips."""


def _frames(request: ClipRequest, job: Job, move: str) -> "Iterator[bytes]":
    """Return the planes of every frame."""
    if request.drawing is None:
        from generation.video.animatic import still  # noqa: PLC0415

        return still.frames(request, job.source(request.panel), move)
    from generation.video.animatic import shot  # noqa: PLC0415
    from generation.video.animatic.score import scored  # noqa: PLC0415

    count = shot.drawings(request.frames, request.rate)
    score = scored(request.speech, count, request.seed, job.source)
    return shot.Shot(request, request.drawing, move, score, light=request.effort == LIGHT).frames()


def _told(frames: "Iterator[bytes]", count: int, job: Job) -> "Iterator[bytes]":
    """Report before each frame; a cancel is raised here and ends the encoder with it."""
    for n, frame in enumerate(frames):
        job.report(n / count)
        yield frame
