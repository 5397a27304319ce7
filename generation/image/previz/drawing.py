"""What the artist can be asked for, drawn flat: a panel of the storyboard, or a character sheet."""

from collections.abc import Callable

from generation.image.previz.layers import Pixels
from generation.image.previz.painting import paint, picture
from generation.image.previz.sheet import sheet
from generation.notes import Note
from generation.requests.pictures import PanelRequest, SheetRequest


def drawn(request: PanelRequest | SheetRequest, report: Callable[[float], None]) -> tuple[Pixels, tuple[Note, ...]]:
    """Return the picture (height, width, 3), red first, and notes on what could not be drawn as asked."""
    report(0.0)
    if isinstance(request, SheetRequest):
        return sheet(request)
    painting = paint(request)
    report(0.7)
    return picture(painting), painting.notes
