"""The back-end `diffusers-cue`: a music model of the catalog makes a cue from words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.diffusion.warm import Warm
from generation.errors import Unavailable
from generation.music.composition import check_length
from generation.music.wording import wording
from generation.notes import Note, note
from generation.requests.sound import CueRequest

if TYPE_CHECKING:
    from generation.music.splicing import Splice

FADE = 4.0
"""Seconds in which a cue dies away: these models know how long a piece is, and only sometimes where it ends."""


class DiffusersCue:
    """Runs one music model. One cue at a time."""

    def __init__(self, workshop: Workshop) -> None:
        """Load nothing yet.

        Raises:
            Unavailable: no profile of the catalog says which model.
        """
        if workshop.profile is None:
            raise Unavailable("diffusers-cue runs a model of the catalog: give that model's name instead")
        self._profile = workshop.profile
        self._warm = Warm(workshop.profile, workshop)

    @property
    def model(self) -> Model:
        """The profile's entry."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """One: a model takes the whole device."""
        return 1

    def make(self, request: CueRequest, job: Job) -> Made:
        """Write `cue.wav`: stereo, 48 kHz, 16 bits, exactly as long as asked, peaks under -3 dBFS.

        Raises:
            InvalidRequest: the mood is unknown, or the length is none that a cue has.
            BadResult: the model made something else, or silence.
            Unavailable: the model cannot be run here.
        """
        from generation.music.hall import mastered  # noqa: PLC0415
        from generation.music.playing import Playing  # noqa: PLC0415
        from generation.music.recording import write  # noqa: PLC0415
        from generation.music.sampler import RATE  # noqa: PLC0415

        check_length(request.milliseconds)
        job.report(0.0)
        playing = Playing(self._warm, request, job)
        seconds = request.milliseconds / 1000
        fade = min(FADE, 0.25 * seconds)
        audio = mastered(playing.played(), final=seconds - fade, fade=fade)
        path = write(audio, job.folder / "cue.wav")
        job.report(1.0)
        length = {"samples": len(audio), "rate": RATE, "milliseconds": request.milliseconds}
        facts = {**length, **_named(request), **playing.facts}
        return Made(path=path, media_type="audio/wav", facts=facts, notes=_notes(playing.splice))

    def close(self) -> None:
        """Free the model."""
        self._warm.close()


def _named(request: CueRequest) -> Mapping[str, str | int]:
    """Return what a cue from a mood is called and how fast it was asked to be; of somebody's own words nobody knows."""
    if request.prompt:
        return {"title": request.mood}
    told = wording(request.mood)
    return {"title": f"{request.mood} in {told.key}", "tempo": told.tempo}


def _notes(splice: "Splice") -> tuple[Note, ...]:
    return (note("cue-from-parts", parts=splice.parts),) if splice.parts > 1 else ()
