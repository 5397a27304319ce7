"""A part of the way, told as it is in the whole."""

from dataclasses import dataclass

from generation.backends import Job


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """From `start` to `end` of a job, 0 to 1."""

    job: Job
    start: float
    end: float

    def __call__(self, fraction: float) -> None:
        """Report how far this part is, 0 to 1."""
        self.job.report(self.start + (self.end - self.start) * fraction)
