"""The one protocol every engine follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generation.backends import Made
from generation.catalog.model import Model
from generation.requests.identity import Digest
from generation.requests.request import Request

Report = Callable[[float], None]
"""Told how far a request is, 0 to 1, from whatever thread does the work."""


def ignore(_: float) -> None:
    """Hear nothing of the progress."""


Hear = Callable[[str], None]
"""Told the next words of an answer that is written while someone waits, as `Report` is."""


class Slip(Protocol):
    """What is remembered of a paid job beyond this process (`Job.ticket`, `place`, `keep`)."""

    @property
    def ticket(self) -> str:
        """The provider's name for the job, from an earlier try; empty where there is none."""

    async def place(self) -> None:
        """Commit that the job is about to be created.

        Raises:
            Doubtful: an earlier try committed that and kept no ticket.
        """

    async def keep(self, ticket: str) -> None:
        """Commit the provider's name for the job."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand:
    """What a request is sent out with: its sources' files, an empty folder for what is made, and who follows it."""

    folder: Path
    sources: Mapping[Digest, Path] = field(default_factory=dict)
    report: Report = ignore
    hear: Hear | None = None
    slip: Slip | None = None


class Engine(Protocol):
    """Runs requests on back-ends, somewhere."""

    def model(self, backend: str) -> Model:
        """Return the catalog entry of a back-end's model.

        Raises:
            Unavailable: there is no such back-end, or what it needs is not installed.
        """

    async def run(self, backend: str, request: Request, errand: Errand) -> Made:
        """Make what is asked in the errand's folder.

        Cancelling the task calls the work off and waits until it has stopped.

        Raises:
            GenerationError: by what the caller should do.
        """

    async def close(self) -> None:
        """Stop the work in progress and free every model."""
