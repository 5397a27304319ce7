"""Time in whole frames at a rate: exact, never float seconds.

A frame is the shortest time a picture stands. Lengths that come from sound are rounded up, so that no word is cut.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from storage.domain.errors import InvalidValue

RATE = 30
"""Frames per second of every episode."""

_SPOKEN = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?::(\d{2}))?")


@dataclass(frozen=True, order=True, slots=True)
class Frames:
    """A length or a moment: `count` frames at `rate` frames per second."""

    count: int
    rate: int = RATE

    def __post_init__(self) -> None:
        """Refuse a negative count and a rate that is not positive."""
        if self.count < 0 or self.rate <= 0:
            raise InvalidValue(f"{self.count} frames at {self.rate} per second is not a time")

    def __add__(self, other: "Frames") -> "Frames":
        """Add two times at the same rate."""
        return Frames(self.count + self._same(other).count, self.rate)

    def __sub__(self, other: "Frames") -> "Frames":
        """Take a shorter time away."""
        return Frames(self.count - self._same(other).count, self.rate)

    @property
    def seconds(self) -> Fraction:
        """The exact length in seconds."""
        return Fraction(self.count, self.rate)

    @property
    def milliseconds(self) -> int:
        """The length in whole milliseconds, rounded down."""
        return self.count * 1000 // self.rate

    def at(self, rate: int) -> "Frames":
        """Return the time at another rate, rounded up to a whole frame."""
        return Frames(-(-self.count * rate // self.rate), rate)

    def __str__(self) -> str:
        """Write `m:ss`, as people say it."""
        whole = self.count // self.rate
        return f"{whole // 60}:{whole % 60:02d}"

    def _same(self, other: "Frames") -> "Frames":
        if other.rate != self.rate:
            raise InvalidValue(f"{other.rate} and {self.rate} frames per second do not add up; use .at()")
        return other


def from_milliseconds(milliseconds: int, rate: int = RATE) -> Frames:
    """Return the least number of whole frames that lasts at least `milliseconds`."""
    return Frames(-(-milliseconds * rate // 1000), rate)


def from_samples(samples: int, sample_rate: int, rate: int = RATE) -> Frames:
    """Return the least number of whole frames that holds `samples` audio samples."""
    return Frames(-(-samples * rate // sample_rate), rate)


def parse(text: str, rate: int = RATE) -> Frames:
    """Read `m:ss`, `h:mm:ss` or `h:mm:ss:ff`.

    Raises:
        InvalidValue: the text is not a time code, or a field is out of range.
    """
    match = _SPOKEN.fullmatch(text.strip())
    if match is None:
        raise InvalidValue(f"{text!r} is not a time code such as 0:12")
    hours, minutes, seconds, frames = (int(field or 0) for field in match.groups())
    if seconds > 59 or frames >= rate or (match[1] and minutes > 59):  # noqa: PLR2004 - sixty seconds, sixty minutes
        raise InvalidValue(f"{text!r} is not a time code at {rate} frames per second")
    return Frames(((hours * 60 + minutes) * 60 + seconds) * rate + frames, rate)
