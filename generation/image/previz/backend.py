"""The back-end that draws panels without a model."""

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.errors import InvalidRequest
from generation.requests.pictures import PanelRequest, SheetRequest

MODEL = Model(
    name="Feuilleton",
    version="2",
    licence="Apache-2.0",
    origin=Origin.COMPUTED,
    source="this project's own storyboard artist: sets painted by code, bodies by the MakeHuman community (CC0)",
    price=FREE,
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

    def make(self, request: PanelRequest | SheetRequest, job: Job) -> Made:
        """Write one PNG of the size asked for, a panel or a character sheet; the same request gives the same bytes.

        Raises:
            InvalidRequest: a side is shorter than 64 or longer than 4096 pixels.
        """
        import cv2  # noqa: PLC0415

        from generation.image.previz.drawing import drawn  # noqa: PLC0415

        if request.width not in SIDES or request.height not in SIDES:
            raise InvalidRequest(f"a picture of {request.width}x{request.height} cannot be drawn: sides are 64 to 4096")
        cv2.setNumThreads(1)
        pixels, notes = drawn(request, job.report)
        _, png = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_PNG_COMPRESSION, 3])
        target = job.folder / f"{request.operation}.png"
        target.write_bytes(png.tobytes())
        job.report(1.0)
        # The clip may paint the same panel again and move its layers apart (`ClipRequest.drawing`).
        facts = {"width": request.width, "height": request.height, "layered": isinstance(request, PanelRequest)}
        return Made(path=target, media_type="image/png", facts=facts, notes=notes)

    def close(self) -> None:
        """Nothing is kept between panels."""
