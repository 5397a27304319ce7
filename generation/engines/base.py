"""The one protocol every engine follows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from generation.backends import Made
from generation.catalog import Model
from generation.requests.identity import Digest
from generation.requests.request import Request

Report = Callable[[float], None]
"""Told how far a request is, 0 to 1, from whatever thread does the work."""

Hear = Callable[[str], None]
"""Told the next words of an answer that is written while someone waits, as `Report` is."""


class Engine(Protocol):
    """Runs requests on back-ends, somewhere."""

    def model(self, backend: str) -> Model:
        """Return the catalog entry of a back-end's model.

        Raises:
            Unavailable: there is no such back-end, or what it needs is not installed.
        """

    async def run(
        self,
        backend: str,
        request: Request,
        *,
        sources: Mapping[Digest, Path],
        folder: Path,
        report: Report,
        hear: Hear | None = None,
    ) -> Made:
        """Make what is asked in `folder`. Cancelling the task calls the work off and waits until it has stopped.

        Raises:
            GenerationError: by what the caller should do.
        """

    async def close(self) -> None:
        """Stop the work in progress and free every model."""
