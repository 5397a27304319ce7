"""Mouths that speak: which mouth each drawing shows, from the voice and, where they are known, its phonemes.

Phonemes come without times. They are laid into the stretches in which the voice is heard, in proportion to how long
such sounds usually last; pauses of punctuation are matched with silences. A drawing shows what is heard a moment after
it: mouths lead the sound, and lips that close (M, B, P) close one whole drawing before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from generation.image.previz.noise import dice
from generation.video.animatic.phonemes import Sound, sounds
from generation.video.animatic.voicing import Heard

DRAWINGS = 12
"""Drawings a second: drawn animation is made on twos."""

LEAD = 1 / 24
"""Seconds by which a mouth is ahead of its sound: one frame of film."""

SHARE = 0.5
"""A drawing speaks when somebody is heard for at least this much of it."""

MATCHED = 0.12
"""A silence belongs to a pause of punctuation when it is no further from its place than this share of the line."""

REST, CLOSED = "rest", "M"
OPEN = frozenset("AEIOULF")
"""Mouths that let sound out."""


@dataclass(frozen=True, slots=True)
class Mouth:
    """The mouth of one drawing, and how far it is open (0 to 1); `stressed` where a stressed vowel sounds."""

    shape: str = REST
    weight: float = 0.0
    stressed: bool = False


SHUT = Mouth()


@dataclass(frozen=True, slots=True)
class Timed:
    """A sound with its times in seconds."""

    sound: Sound
    start: float
    end: float


def speaking(heard: Heard, phonemes: str, seed: int, *, offset: float = 0.0) -> tuple[Mouth, ...]:
    """Return the mouths of drawings from the first one of a shot to the end of a line; all after it are shut.

    The line's sound begins `offset` seconds after the first drawing (before it, when below 0).
    """
    said = sounds(phonemes)
    late = heard.late(offset)
    if said and heard.segments:
        return _read(late, timed(said, late))
    return _guessed(late, seed)


def timed(said: Sequence[Sound], heard: Heard) -> tuple[Timed, ...]:
    """Lay sounds into the stretches in which the voice is heard; pauses are left out."""
    lengths = np.array([0.0 if not each.mouth else each.length for each in said])
    ends = np.cumsum(lengths)
    spoken = [0.0, *accumulate(b - a for a, b in heard.segments)]
    pauses = [float(ends[i]) / ends[-1] for i, each in enumerate(said) if not each.mouth]
    anchors = [(0.0, 0.0), *_matched(pauses, [each / spoken[-1] for each in spoken[1:-1]]), (1.0, 1.0)]
    from_said, to_spoken = zip(*anchors, strict=True)
    marks = np.interp(np.concatenate([[0.0], ends]) / ends[-1], from_said, to_spoken) * spoken[-1]
    return tuple(
        Timed(each, _clock(heard, spoken, a, late=True), _clock(heard, spoken, b, late=False))
        for each, (a, b) in zip(said, pairwise(marks.tolist()), strict=True)
        if each.mouth
    )


def _matched(pauses: Sequence[float], gaps: Sequence[float]) -> list[tuple[float, float]]:
    """Pair pauses of punctuation with silences in their order, the nearest first come."""
    pairs: list[tuple[float, float]] = []
    left = list(pauses)
    for gap in gaps:
        near = min(left, key=lambda pause: abs(pause - gap), default=None)
        if near is None or abs(near - gap) > MATCHED:
            continue
        pairs.append((near, gap))
        left = [pause for pause in left if pause > near]
    return pairs


def _clock(heard: Heard, spoken: Sequence[float], mark: float, *, late: bool) -> float:
    """Return the time at which so much has been spoken; at a silence its beginning, or its end for who comes `late`."""
    find = bisect_right if late else bisect_left
    number = find(spoken, mark + (1e-9 if late else -1e-9)) - 1
    number = min(max(number, 0), len(heard.segments) - 1)
    return heard.segments[number][0] + mark - spoken[number]


def _read(heard: Heard, line: Sequence[Timed]) -> tuple[Mouth, ...]:
    """Choose each drawing's mouth from timed sounds."""
    count = _count(heard)
    mouths = [_shown(heard, line, n) for n in range(count)]
    for each in line:
        if each.sound.mouth == CLOSED:
            before = int((each.start + each.end) / 2 * DRAWINGS - 0.5)
            if 0 <= before < count and CLOSED not in {mouths[before].shape, mouths[max(0, before - 1)].shape}:
                mouths[before] = Mouth(CLOSED, 1.0)
    return tuple(mouths)


def _shown(heard: Heard, line: Sequence[Timed], number: int) -> Mouth:
    """Return the mouth of one drawing: that of the sound which fills most of it, vowels before consonants."""
    start, end = _window(number)
    if heard.voiced(start, end) < SHARE:
        return SHUT

    def weight(each: Timed) -> float:
        shared = min(end, each.end) - max(start, each.start)
        return shared * (1.5 if each.sound.vowel else 1.0)

    best = max(line, key=weight)
    if weight(best) <= 0:
        return SHUT
    shape = best.sound.mouth
    loud = max(heard.level(start + share * (end - start)) for share in (0.2, 0.5, 0.8))
    open_wide = 1.0 if shape in {CLOSED, "F"} else 0.55 + 0.45 * loud
    return Mouth(shape, open_wide, best.sound.stressed)


def _guessed(heard: Heard, seed: int) -> tuple[Mouth, ...]:
    """Follow the energy alone: wider where it is louder, and never twice the same open mouth."""
    rng = dice(seed, "mouths")
    mouths: list[Mouth] = []
    for number in range(_count(heard)):
        start, end = _window(number)
        luck = float(rng.random())
        if heard.voiced(start, end) < SHARE:
            mouths.append(SHUT)
            continue
        loud = max(heard.level(start + share * (end - start)) for share in (0.2, 0.5, 0.8))
        last = mouths[-1].shape if mouths else REST
        choice = [each for each in ("AEO" if loud > 0.45 else "EIUL") if each != last]  # noqa: PLR2004 - half as loud
        dips = loud < 0.3 and luck < 0.35 and last in OPEN  # noqa: PLR2004 - between two syllables, now and then
        shape = CLOSED if dips else choice[int(luck * len(choice))]
        mouths.append(Mouth(shape, 1.0 if dips else 0.5 + 0.5 * loud, stressed=loud > 0.9))  # noqa: PLR2004 - its loudest
    return tuple(mouths)


def _window(number: int) -> tuple[float, float]:
    """Return which moments of the sound a drawing stands for."""
    return number / DRAWINGS + LEAD, (number + 1) / DRAWINGS + LEAD


def _count(heard: Heard) -> int:
    return max(0, int(heard.seconds * DRAWINGS) + 1)
