"""The pictures of the page: each is in it once, small, as a class of its style sheet."""

import base64
import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bot.replay.markup import attribute
from generation.cut.thumbnail import thumbnail
from generation.errors import InvalidRequest
from storage.domain.ids import Digest
from storage.errors import Missing
from storage.making import Act, Making

log = logging.getLogger(__name__)

SIDES = (320, 240, 160, 96, 48)
"""Pixels of a picture's shorter side, from the size that looks best to the one that still tells which it is."""

BUDGET = 4_400_000
"""Bytes of all pictures together: the page stays under 6 MB once they are written in base64."""


class Album:
    """The pictures by digest; one that is not here any more, or cannot be read, has a blank in its place."""

    def __init__(self, pictures: Mapping[Digest, bytes]) -> None:
        """Keep the pictures (JPEG)."""
        self._pictures = pictures

    @property
    def style(self) -> str:
        """The rules that put the pictures in their places."""
        return "".join(
            f'.{_name(digest)}{{background-image:url("data:image/jpeg;base64,{base64.b64encode(data).decode()}")}}\n'
            for digest, data in self._pictures.items()
        )

    def show(self, digest: str, label: str, extra: str = "") -> str:
        """Return a picture in its place; `label` is read to who cannot see it."""
        known = _name(digest) if digest in self._pictures else "blank"
        return f'<span class="pic {known} {extra}" role="img" aria-label="{attribute(label)}"></span>'

    def has(self, digest: str) -> bool:
        """Tell whether there is such a picture."""
        return digest in self._pictures


def picture_of(act: Act) -> str:
    """Return the digest of the picture that shows what an act made: itself, or the drawing that a clip starts from."""
    if act.take is not None and act.take.media_type.startswith("image/"):
        return act.take.digest
    return act.prompt.shows if act.prompt else ""


def album(making: Making, path: Callable[[Digest], Path]) -> Album:
    """Return the pictures of an episode; `path` finds a file of the vault."""
    wanted = dict.fromkeys(Digest(digest) for digest in map(picture_of, making.acts) if digest)
    for side in SIDES:
        small = dict(_small(wanted, path, side))
        if sum(map(len, small.values())) <= BUDGET:
            return Album(small)
    log.warning("the page of %s goes without its %d pictures: they are too many", making.episode.id, len(wanted))
    return Album({})


def _small(wanted: Iterable[Digest], path: Callable[[Digest], Path], side: int) -> Iterable[tuple[Digest, bytes]]:
    for digest in wanted:
        try:
            yield digest, thumbnail(path(digest), side)
        except (Missing, InvalidRequest) as error:
            log.warning("a picture of the page stays blank: %s", error)


def _name(digest: str) -> str:
    return f"p{digest[:16]}"
