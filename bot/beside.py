"""Two versions of one work side by side: drawings as one picture, films as one film.

Both are made from what the vault holds, for a look, and can enter no episode: they pass no gate, leave nothing in the
ledger and earn no credit.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.screens.page import Pair, Split, Tint
from generation.cut.cache import Cache
from generation.cut.fonts import Face, Fonts
from generation.cut.pair import side_by_side
from generation.weights.locker import Locker
from storage.views import Views

log = logging.getLogger(__name__)

KIND = "compared"
"""The folder of the cut's cache in which films that were compared are kept, and cleaned with the rest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """Makes comparisons of what is in the vault; films are kept in the cut's `cache`."""

    views: Views
    locker: Locker
    cache: Path
    settings: Mapping[str, str]

    def __call__(self, both: Pair | Split | Tint) -> bytes:
        """Return two drawings, or the area of one, as a JPEG, two films as an MP4.

        Raises:
            GenerationError: one of them cannot be read, or ffmpeg failed.
        """
        match both:
            case Pair():
                return self._pair(both)
            case Tint():
                return self._tint(both)
            case Split():
                return self._split(both).read_bytes()

    def _pair(self, pair: Pair) -> bytes:
        """Lay out two drawings; without typefaces the picture has no words, which then stand in its caption alone."""
        drawings = self.views.path(pair.before), self.views.path(pair.after)
        return side_by_side(*drawings, pair.labels, _fonts(self.locker))

    def _tint(self, tint: Tint) -> bytes:
        from generation.image.circle import tinted  # noqa: PLC0415 - it loads cv2

        return tinted(self.views.path(tint.picture).read_bytes(), self.views.path(tint.mask).read_bytes())

    def _split(self, both: Split) -> Path:
        from generation.cut.ffmpeg import find  # noqa: PLC0415
        from generation.cut.split import split  # noqa: PLC0415

        before, after = self.views.path(both.before.digest), self.views.path(both.after.digest)

        def make(path: Path) -> None:
            split(before, after, path, find(self.settings), lambda _: None)

        return Cache(self.cache / "cut").keep(KIND, f"{both.digest}.mp4", make)


def _fonts(locker: Locker) -> Fonts | None:
    """Return the typefaces where they are here already: nobody waits for a download to see a picture."""
    missing = locker.missing(tuple(Face))
    if missing:
        log.warning("a comparison goes out without words on it: %s not fetched yet", ", ".join(missing))
        return None
    return Fonts({face: locker.path(face) for face in Face})
