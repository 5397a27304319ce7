"""The doorman: keeps one person from drowning the studio in messages, and the pieces of a long one together."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

ALLOWED = 20
"""Messages one person may send within `WINDOW`; typing by hand stays far below."""

WINDOW = 30.0
"""Seconds."""


PIECE = 4_000
"""UTF-16 units: apps cut a longer text near 4,096 and send the rest as messages of its own."""

TORN = timedelta(seconds=2)
"""Between two pieces of one text at the most."""


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
    _torn: dict[int, datetime] = field(default_factory=dict)

    def continues(self, person: int, length: int, sent: datetime) -> bool:
        """Tell whether a text of so many UTF-16 units is the rest of the one before, which was refused as too long."""
        before = self._torn.pop(person, None)
        if length > PIECE:
            self._torn[person] = sent
        return before is not None and sent - before <= TORN

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
