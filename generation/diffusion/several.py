"""Several jobs that are made in one go, followed as one."""

from collections.abc import Sequence

from generation.diffusion.steps import Followed
from generation.errors import Cancelled


class Several:
    """Tells every job how far all are. One that is called off lets the others go on; when all are, the work stops."""

    def __init__(self, jobs: Sequence[Followed]) -> None:
        """Follow these."""
        self._jobs = jobs
        self.off: dict[int, Cancelled] = {}
        """Those that were called off, by their place."""

    def report(self, fraction: float) -> None:
        """Tell all that want to hear it.

        Raises:
            Cancelled: nobody does.
        """
        for place, job in enumerate(self._jobs):
            if place not in self.off:
                try:
                    job.report(fraction)
                except Cancelled as cancelled:
                    self.off[place] = cancelled
        if len(self.off) == len(self._jobs):
            raise Cancelled("called off")
