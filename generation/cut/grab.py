"""The back-end `frame-grab`: one frame of a clip as a picture, for a shot that goes on from there."""

from dataclasses import replace

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.cut.backend import PROGRAM
from generation.cut.ffmpeg import SAFE, find
from generation.errors import InvalidRequest
from generation.requests.motion import FrameRequest

COLOURS = (
    "scale=in_color_matrix=bt709:in_range=tv:out_range=pc"
    ":flags=accurate_rnd+full_chroma_int+full_chroma_inp+bicubic,format=rgb24"
)
"""The way back from Rec. 709 as the clip's encoder went: colours do not drift from shot to shot.

As ffmpeg converts by itself, each colour comes back one to one and a half levels of 255 darker (216x384 pixels).
"""


class FrameGrabber:
    """Takes frames out of clips with ffmpeg."""

    def __init__(self, workshop: Workshop) -> None:
        """Look for nothing yet."""
        self._settings = workshop.settings

    @property
    def model(self) -> Model:
        """The program; what its frames show others may have made."""
        return replace(PROGRAM, weights=())

    @property
    def workers(self) -> int:
        """One: it reads a clip of seconds."""
        return 1

    def make(self, request: FrameRequest, job: Job) -> Made:
        """Write one PNG in the size of the clip.

        Raises:
            InvalidRequest: the source is no clip, or has no such frame.
            BadResult: ffmpeg failed.
        """
        from generation.cut.probe import Kind, probe  # noqa: PLC0415

        job.report(0.0)
        path = job.source(request.clip)
        clip = probe(path, Kind.CLIP)
        if request.frame not in range(clip.frames):
            raise InvalidRequest(f"a clip of {clip.frames} frames has no frame {request.frame}")
        target = job.folder / "frame.png"
        inputs = [word for name, value in SAFE.items() for word in (f"-{name}", value)]
        chosen = ["-vf", f"select=eq(n\\,{request.frame}),{COLOURS}", "-frames:v", "1", "-fps_mode", "passthrough"]
        program = find(self._settings)
        program.write([*inputs, "-i", str(path), *chosen], target, expected=1, tell=lambda _: job.report(0.5))
        job.report(1.0)
        return Made(path=target, media_type="image/png", facts={"width": clip.width, "height": clip.height})

    def close(self) -> None:
        """Nothing is held between requests."""
