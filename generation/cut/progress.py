"""Add up the progress of work done in several threads, and stop them all together."""

import threading
from collections.abc import Callable

from generation.cut.ffmpeg import Tell
from generation.errors import Cancelled


class Progress:
    """Reports a fraction of `total` units of work; what the report raises reaches every thread at its next word."""

    def __init__(self, report: Callable[[float], None], total: int) -> None:
        self._report = report
        self._total = max(1, total)
        self._lock = threading.Lock()
        self._done = 0
        self._stopped = False

    def part(self, weight: int) -> Tell:
        """Return how a part of the work, `weight` units of it, says how many of them are done."""
        before = 0

        def tell(done: int) -> None:
            nonlocal before
            with self._lock:
                if self._stopped:
                    raise Cancelled("another part of the cut failed or was called off")
                gained = max(0, min(weight, done) - before)
                before += gained
                self._done += gained
                self._report(min(1.0, self._done / self._total))

        return tell

    def stop(self) -> None:
        """Make every part raise `Cancelled` at its next word."""
        with self._lock:
            self._stopped = True
