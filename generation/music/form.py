"""The shape of a cue in time: how many bars fit, how fast, where it rises, and where the last chord falls."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

BREATH = 0.06
"""Seconds before the first note, so that an early string section does not start before the recording."""

RITARDANDO = 1.18
"""How much longer the last beat before the closing chord is than the first of the piece."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """Bars and beats laid on the clock.

    `ticks` are the seconds of every beat, the closing chord's last; the opening is `opening` bars long, the `climax`
    falls on that bar.
    """

    bars: int
    beats: int
    ticks: tuple[float, ...]
    opening: int
    climax: int
    seconds: float

    @property
    def tempo(self) -> float:
        """Beats a minute, over the whole piece."""
        return 60 * (len(self.ticks) - 1) / (self.ticks[-1] - self.ticks[0])

    @property
    def final(self) -> float:
        """The second at which the closing chord begins."""
        return self.ticks[-1]

    @property
    def ring(self) -> float:
        """How many beats the closing chord has until the end of the recording."""
        return (self.seconds - self.final) / (self.ticks[-1] - self.ticks[-2])

    def second(self, bar: int, beat: float = 0.0) -> float:
        """Return when a beat (0 is the first, fractions fall between) of a bar sounds."""
        place = bar * self.beats + beat
        whole = min(int(place), len(self.ticks) - 2)
        return self.ticks[whole] + (place - whole) * (self.ticks[whole + 1] - self.ticks[whole])

    def arc(self, bar: float) -> float:
        """Return how far the piece has risen, 0 to 1: up to the climax, then partly down."""
        if bar <= self.climax:
            return 0.35 + 0.65 * bar / max(1, self.climax)
        return 1.0 - 0.45 * (bar - self.climax) / max(1, self.bars - self.climax)


def fit(seconds: float, tempo: float, metre: int) -> Form:
    """Find the number of bars whose tempo comes nearest to `tempo` (beats a minute), and spread the beats.

    The closing chord rings for a sixth of the piece, 1.2 to 4.5 seconds. Pieces too short for two bars of `metre` are
    told in bars of half that length.
    """
    ring = min(4.5, max(1.2, seconds / 6))
    body = seconds - ring - BREATH
    beats = metre if body * tempo / 60 >= 2 * metre else max(2, metre // 2)
    bars = max(1, round(body * tempo / 60 / beats))
    opening = bisect_right((4, 12), bars)
    climax = max(opening, min(bars - 1, round(bars * 0.68)))
    ticks = _ticks(bars * beats, body)
    return Form(bars=bars, beats=beats, ticks=ticks, opening=opening, climax=climax, seconds=seconds)


def _ticks(beats: int, body: float) -> tuple[float, ...]:
    """Spread beats over `body` seconds, the last three growing longer."""
    weights = [1 + (RITARDANDO - 1) * max(0, place - (beats - 4)) / 3 for place in range(beats)]
    unit = body / sum(weights)
    return tuple(_running(BREATH, [weight * unit for weight in weights]))


def _running(start: float, lengths: Sequence[float]) -> list[float]:
    """Return where each length begins, and where the last ends."""
    places = [start]
    for length in lengths:
        places.append(places[-1] + length)
    return places
