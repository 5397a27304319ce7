"""From the page to the hall: marks in beats become notes in seconds, with the timing and touch of people."""

from collections.abc import Iterable, Iterator
from random import Random

from generation.music.cue import Note
from generation.music.form import Form
from generation.music.orchestra import PLAYERS
from generation.music.style import Part, Style
from generation.music.texture import Mark

LEGATO = 0.06
"""Seconds a singing player holds a note into the next one."""

TAIL = 0.25
"""Share of the closing chord's time that is left to the hall after the players let go."""


def played(marks: Iterable[Mark], part: Part, style: Style, form: Form, rng: Random) -> Iterator[Note]:
    """Play a part: place each mark on the clock, a little off, and strike it as hard as its bar and accent ask.

    Timing strays by a normal distribution of `style.looseness` milliseconds, held within three times that.
    """
    player = PLAYERS[part.player]
    stop = form.final + (form.seconds - form.final) * (1 - TAIL)
    for mark in marks:
        bar = mark.at / form.beats
        stray = max(-3.0, min(3.0, rng.gauss(0, 1))) * style.looseness / 1000
        start = max(0.0, form.second(0, mark.at) + player.late / 1000 + stray)
        if start >= stop:
            continue
        end = form.second(0, mark.at + mark.beats) + (LEGATO if player.sustains else 0.0)
        yield Note(
            player=part.player,
            pitch=mark.pitch,
            start=round(start, 4),
            length=round(max(0.08, min(end, stop) - start), 4),
            velocity=_velocity(mark, part, style, form.arc(bar), rng),
        )


def _velocity(mark: Mark, part: Part, style: Style, arc: float, rng: Random) -> int:
    """Return how hard a mark is struck, 1 to 127."""
    soft, loud = style.velocities
    level = soft + (loud - soft) * (arc - 0.35) / 0.65
    return max(1, min(127, round(level * mark.accent + part.force + rng.gauss(0, 2.5))))
