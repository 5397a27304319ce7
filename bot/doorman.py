"""The doorman: keeps one person from drowning the studio in messages."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

ALLOWED = 20
"""Messages one person may send within `WINDOW`; typing by hand stays far below."""

WINDOW = 30.0
"""Seconds."""


class Entry(StrEnum):
    """What becomes of a message."""

    WELCOME = "welcome"
    TOO_FAST = "too-fast"
    """The first one too many: say so."""
    IGNORED = "ignored"


@dataclass(kw_only=True)
class Doorman:
    """Counts each person's messages. `clock` gives seconds that only grow."""

    clock: Callable[[], float]
    _seen: dict[int, deque[float]] = field(default_factory=dict)
    _told: set[int] = field(default_factory=set)

    def admit(self, person: int) -> Entry:
        """Count a message and say what becomes of it."""
        now = self.clock()
        times = self._seen.setdefault(person, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) < ALLOWED:
            times.append(now)
            self._told.discard(person)
            return Entry.WELCOME
        if person in self._told:
            return Entry.IGNORED
        self._told.add(person)
        return Entry.TOO_FAST
