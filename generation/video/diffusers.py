"""The back-end `diffusers-clip`: a video model of the catalog sets a picture in motion."""

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.diffusion.warm import Warm
from generation.errors import Unavailable
from generation.requests.motion import ClipRequest
from generation.video import limits


class DiffusersClip:
    """Runs one video model. One clip at a time."""

    def __init__(self, workshop: Workshop) -> None:
        """Load nothing yet.

        Raises:
            Unavailable: no profile of the catalog says which model.
        """
        if workshop.profile is None:
            raise Unavailable("diffusers-clip runs a model of the catalog: give that model's name instead")
        self._profile = workshop.profile
        self._settings = workshop.settings
        self._warm = Warm(workshop.profile, workshop)

    @property
    def model(self) -> Model:
        """The profile's entry."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """One: a model takes the whole device."""
        return 1

    def make(self, request: ClipRequest, job: Job) -> Made:
        """Write one silent MP4 of exactly `request.frames` frames.

        Raises:
            InvalidRequest: the size is odd or too large, or the clip too long, or a panel is no picture.
            BadResult: the model or ffmpeg made something else.
            Cramped: memory does not hold the model's size; the smaller one that it names would fit.
            Unavailable: the model cannot be run here.
        """
        from generation.video import checking, encoder  # noqa: PLC0415
        from generation.video.shooting import Shooting  # noqa: PLC0415

        limits.check(request)
        job.report(0.0)
        shooting = Shooting(self._warm, request, job)
        target, size = job.folder / "clip.mp4", (request.width, request.height)
        planes = (encoder.planes(picture) for picture in shooting.frames())
        encoder.encode(planes, target, size, request.rate, self._settings)
        checking.check(target, request)
        job.report(1.0)
        size_and_rate = {"frames": request.frames, "rate": request.rate, "width": size[0], "height": size[1]}
        facts = size_and_rate | dict(shooting.facts)
        return Made(path=target, media_type="video/mp4", facts=facts, notes=shooting.notes)

    def close(self) -> None:
        """Free the model."""
        self._warm.close()
