"""The back-end that draws panels without a model."""

from generation.backends import Job, Made, Workshop
from generation.catalog import Model, Origin
from generation.errors import InvalidRequest
from generation.requests import PanelRequest

MODEL = Model(
    name="Feuilleton",
    version="1",
    licence="Apache-2.0",
    origin=Origin.COMPUTED,
    source="this project's own storyboard artist: sets, light and weather painted by code",
    price=0,
)

SIDES = range(64, 4097)
"""Pixels a side of a panel may have."""


class Previz:
    """Draws storyboard panels. Two may be at work at once, each on one core."""

    def __init__(self, workshop: Workshop) -> None:
        self._cores = workshop.cores

    @property
    def model(self) -> Model:
        """Our own code."""
        return MODEL

    @property
    def workers(self) -> int:
        """As many as there are cores, at most two."""
        return max(1, min(2, self._cores))

    def make(self, request: PanelRequest, job: Job) -> Made:
        """Write one PNG of the size asked for; the same request gives the same bytes.

        Raises:
            InvalidRequest: a side is shorter than 64 or longer than 4096 pixels.
        """
        import cv2  # noqa: PLC0415

        from generation.image.previz.painting import paint, picture  # noqa: PLC0415

        if request.width not in SIDES or request.height not in SIDES:
            raise InvalidRequest(f"a panel of {request.width}x{request.height} cannot be drawn: sides are 64 to 4096")
        cv2.setNumThreads(1)
        job.report(0.0)
        painting = paint(request)
        job.report(0.7)
        drawn = cv2.cvtColor(picture(painting), cv2.COLOR_RGB2BGR)
        _, png = cv2.imencode(".png", drawn, [cv2.IMWRITE_PNG_COMPRESSION, 3])
        target = job.folder / "panel.png"
        target.write_bytes(png.tobytes())
        job.report(1.0)
        facts = {"width": request.width, "height": request.height}
        return Made(path=target, media_type="image/png", facts=facts, notes=painting.notes)

    def close(self) -> None:
        """Nothing is kept between panels."""
