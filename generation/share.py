"""A part of a longer work that is told as if it were the whole."""

from generation.diffusion.steps import Followed


class Share:
    """Passes on how far a part is: its 0 is where the part begins in the whole, its 1 where it ends."""

    def __init__(self, job: Followed, begin: float, end: float) -> None:
        """Tell `job`."""
        self._job, self._begin, self._end = job, begin, end

    def report(self, fraction: float) -> None:
        """Tell the whole; raises `Cancelled` when nobody wants the result."""
        self._job.report(self._begin + fraction * (self._end - self._begin))
