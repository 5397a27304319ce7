"""The world's time: the machine's, plus what was skipped."""

import time
from collections.abc import Callable


class Clock:
    """Seconds since 1970 (UTC). Time limits of the world (drafts, callback queries, paces) follow it."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._skipped = 0.0

    def now(self) -> float:
        """Return the present moment in seconds since 1970."""
        return self._source() + self._skipped

    def advance(self, seconds: float) -> None:
        """Skip `seconds`; nothing waits for them.

        Raises:
            ValueError: time does not run backwards.
        """
        if seconds < 0:
            raise ValueError(f"the clock cannot go back by {-seconds} s; advance it by a positive number")
        self._skipped += seconds
