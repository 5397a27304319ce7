"""The press as a back-end: a sheet in, a PDF out."""

import io
from pathlib import Path

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.cut.fonts import Face
from generation.errors import InvalidRequest
from generation.paper.certificate import CertificatePage
from generation.paper.sheet import Sheet
from generation.requests.printing import PaperRequest

KINDS = ("storyboard", "shot-list", "authorship", "certificate", "manuscript")

PRINT = (720, 1280)
"""Pixels of a printed drawing: 290 dots an inch where it is largest."""


class Press:
    """Prints papers with Typst; pictures are taken as they are, cropped to nine by sixteen."""

    def __init__(self, workshop: Workshop) -> None:
        self._locker = workshop.locker

    @property
    def model(self) -> Model:
        """The program that sets the page."""
        return Model(
            name="Feuilleton press",
            version="1",
            licence="Apache-2.0",
            origin=Origin.COMPUTED,
            source="Feuilleton's own, with Typst (Apache-2.0) and Noto Sans (OFL-1.1)",
            weights=tuple(Face),
            price=FREE,
        )

    @property
    def workers(self) -> int:
        """One paper at a time: it takes a second."""
        return 1

    def make(self, request: PaperRequest, job: Job) -> Made:
        """Print a paper into `paper.pdf` in the job's folder."""
        from generation.paper.code import CODE, drawn  # noqa: PLC0415
        from generation.paper.typeset import named, typeset  # noqa: PLC0415

        if request.kind not in KINDS:
            raise InvalidRequest(f"there is no paper '{request.kind}'; known: {', '.join(KINDS)}")
        if request.kind == "storyboard" and isinstance(request.sheet, Sheet):
            for row in request.sheet.rows:
                (job.folder / named(row.number)).write_bytes(printable(job.source(row.picture)))
                job.report(0.8 * row.number / len(request.sheet.rows))
        if isinstance(request.sheet, CertificatePage):
            (job.folder / CODE).write_bytes(drawn(request.sheet.code))
        (pdf,) = typeset(request.kind, request.sheet, job.folder, map(self._locker.path, Face))
        path = job.folder / "paper.pdf"
        path.write_bytes(pdf)
        job.report(1.0)
        return Made(path=path, media_type="application/pdf")

    def close(self) -> None:
        """Hold nothing."""


def printable(path: Path) -> bytes:
    """Return a drawing as a JPEG of the size in which it is printed.

    Raises:
        InvalidRequest: it is no picture.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as picture:
            fitted = ImageOps.fit(picture.convert("RGB"), PRINT, Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{path.name} is not a whole PNG, JPEG or WebP picture") from error
    made = io.BytesIO()
    fitted.save(made, "JPEG", quality=88, optimize=True)
    return made.getvalue()
