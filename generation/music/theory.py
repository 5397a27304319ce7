"""The grammar of the music: modes, chords written as Roman numerals, and how voices move from one chord to the next.

Pitches are MIDI numbers (60 is middle C), pitch classes 0 to 11 (0 is C). The rules of voice leading are those of any
harmony book: keep common tones, move by step, never cross, avoid parallel fifths and octaves, keep upper voices within
an octave of each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

OCTAVE = 12
FIFTH = 7

MODES = {
    "ionian": (0, 2, 4, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "aeolian": (0, 2, 3, 5, 7, 8, 10),
}
"""Semitones above the tonic."""

_CHANGEABLE = (6, 2, 5, 1, 3, 4, 0)
"""Degrees of a mode, counted from 0, the one that gives way first: seventh, third, sixth; the tonic last."""

_DEGREES = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_ACCIDENTALS = {"": 0, "b": -1, "#": 1}
_SHAPES = {
    "": (),
    "7": (10,),
    "maj7": (11,),
    "add9": (14,),
    "6": (9,),
    "sus2": (2, 7),
    "sus4": (5, 7),
    "°": (3, 6),
    "+": (4, 8),
}
_NUMERAL = re.compile(r"(?P<accidental>[b#]?)(?P<degree>[IV]+|[iv]+)(?P<shape>[^/\d]*\d?)(?:/(?P<bass>[35]))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Chord:
    """A harmony as pitch classes: the root first, then upwards; `bass` is the one that sounds lowest."""

    numeral: str
    tones: tuple[int, ...]
    bass: int

    @property
    def root(self) -> int:
        """The pitch class the chord is built on."""
        return self.tones[0]

    def holds(self, pitch: int) -> bool:
        """Say whether a pitch belongs to the chord."""
        return pitch % OCTAVE in self.tones


def chord(numeral: str, tonic: int) -> Chord:
    """Read a Roman numeral over a tonic: `iv`, `bVI`, `Vsus4`, `Iadd9`, `V7`, `ii°`, `i/3` (its third in the bass).

    Degrees count in the major scale of the tonic, so that minor keys write `bIII`, `bVI` and `bVII`; capitals are
    major, small letters minor.

    Raises:
        ValueError: the numeral cannot be read.
    """
    match = _NUMERAL.fullmatch(numeral)
    if match is None or match["shape"] not in _SHAPES:
        raise ValueError(f"{numeral} is no chord we can read")
    shape = _SHAPES[match["shape"]]
    third = (4 if match["degree"].isupper() else 3, FIFTH)
    steps = (0, *shape) if match["shape"] in {"sus2", "sus4", "°", "+"} else (0, *third, *shape)
    root = tonic + _DEGREES[match["degree"].upper()] + _ACCIDENTALS[match["accidental"]]
    tones = tuple((root + step) % OCTAVE for step in steps)
    bass = {"3": tones[1], "5": tones[2]}.get(match["bass"] or "", tones[0])
    return Chord(numeral=numeral, tones=tones, bass=bass)


def scale_over(chord: Chord, mode: Sequence[int], tonic: int) -> tuple[int, ...]:
    """Return the pitch classes to sing over a chord: the mode, bent where the chord has a tone of its own.

    A tone foreign to the mode takes the place of one of its neighbours a semitone away, the more changeable of the two:
    over V a minor key gives up its seventh for the leading tone and keeps its tonic; over bVI a major key gives up its
    sixth and keeps its fifth.
    """
    scale = [(tonic + step) % OCTAVE for step in mode]
    kept = set(scale)
    for tone in set(chord.tones) - kept:
        neighbours = [degree for degree in _CHANGEABLE if (scale[degree] - tone) % OCTAVE in {1, OCTAVE - 1}]
        free = [scale[degree] for degree in neighbours if scale[degree] not in chord.tones]
        kept -= set(free[:1])
    return tuple(sorted(kept | set(chord.tones)))


def pitches(classes: Sequence[int], low: int, high: int) -> tuple[int, ...]:
    """Return every pitch from `low` to `high` (both included) whose class is among `classes`, upwards."""
    wanted = set(classes)
    return tuple(pitch for pitch in range(low, high + 1) if pitch % OCTAVE in wanted)


def nearest(options: Sequence[int], pitch: float) -> int:
    """Return the option closest to a pitch, the lower of two."""
    return min(options, key=lambda option: (abs(option - pitch), option))


def voiced(chord: Chord, before: Sequence[int], bass: int, span: tuple[int, int], voices: int) -> tuple[int, ...]:
    """Lay a chord out as `bass` and `voices` rising pitches within `span`, moving little from the voicing `before`.

    `before` is the last answer, bass first, or empty at the start.
    """
    candidates = ((bass, *upper) for upper in combinations(pitches(chord.tones, *span), voices))
    return min(candidates, key=lambda each: (_strain(chord, before, each, span), each))


def _strain(chord: Chord, before: Sequence[int], now: Sequence[int], span: tuple[int, int]) -> float:
    """Weigh a voicing; less is better."""
    upper = now[1:]
    needed = set(chord.tones[1:]) if len(upper) < len(chord.tones) else set(chord.tones)
    missing = len(needed - {pitch % OCTAVE for pitch in upper})
    gaps = sum(max(0, high - low - OCTAVE) + max(0, 3 - (high - low)) for low, high in pairwise(upper))
    shape = 20 * missing + 3 * gaps + max(0, now[0] + FIFTH - upper[0])
    if not before:
        return shape + abs(sum(upper) / len(upper) - sum(span) / 2)
    moves = [abs(after - was) for was, after in zip(before[1:], upper, strict=True)]
    return shape + sum(move + 3 * max(0, move - 4) for move in moves) + 15 * parallels(before, now)


def parallels(before: Sequence[int], now: Sequence[int]) -> int:
    """Count the pairs of voices that move in parallel fifths, octaves or unisons."""
    count = 0
    for low, high in combinations(range(len(now)), 2):
        interval = (now[high] - now[low]) % OCTAVE
        same = (before[high] - before[low]) % OCTAVE == interval
        count += same and interval in {0, FIFTH} and now[low] != before[low]
    return count


def bass_line(chords: Sequence[Chord], low: int, high: int) -> tuple[int, ...]:
    """Return the lowest pitch of each chord within a range, each as near as can be to the one before it."""
    line: list[int] = []
    for each in chords:
        options = pitches((each.bass,), low, high)
        line.append(nearest(options, line[-1] if line else low + 5))
    return tuple(line)
