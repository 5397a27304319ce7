"""Two drawings of one shot as one picture, each with a word above it in the language of the one who looks."""

import logging

from bot.screens.page import Pair
from generation.cut.fonts import Face, Fonts
from generation.cut.pair import side_by_side
from generation.weights.locker import Locker
from storage.views import Views

log = logging.getLogger(__name__)


def beside(views: Views, locker: Locker, pair: Pair) -> bytes:
    """Return the picture as a JPEG; without typefaces it has no words, which then stand in its caption alone."""
    return side_by_side(views.path(pair.before), views.path(pair.after), pair.labels, _fonts(locker))


def _fonts(locker: Locker) -> Fonts | None:
    """Return the typefaces where they are here already: nobody waits for a download to see a picture."""
    missing = locker.missing(tuple(Face))
    if missing:
        log.warning("a comparison goes out without words on it: %s not fetched yet", ", ".join(missing))
        return None
    return Fonts({face: locker.path(face) for face in Face})
