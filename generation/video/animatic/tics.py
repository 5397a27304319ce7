"""The small things a living figure never stops doing, as functions of the number of a drawing: blinking, breathing,
glancing, drifting. All luck is thrown by name, so that one actor's never moves another's.
"""

from collections.abc import Iterable, Sequence
from math import pi, sin

from generation.image.previz.noise import dice
from generation.video.animatic.mouths import DRAWINGS

BLINK = (0.65, 1.0, 0.35)
"""How far lids are shut on the drawings of a blink: a quarter of a second."""

GAPS = (2.0, 4.0)
"""Seconds from one blink to the next."""

AWAKE = 0.5
"""Seconds at the beginning of a shot without a blink: the cut is one already."""

BREATH = 3.4
"""Seconds a breath takes."""

SACCADE = (0.9, 2.4)
"""Seconds that eyes stay on something; a glance aside takes a third of one."""

Values = tuple[float, ...]


def blinks(drawings: int, seed: int, who: str, *, wanted: Iterable[float] = ()) -> Values:
    """Return how far the lids are shut on each drawing, 0 to 1.

    Somebody blinks every `GAPS` seconds, and at the moments `wanted` (a phrase ends, a look changes) when the last
    blink is more than a second ago, counted in drawings.
    """
    rng = dice(seed, "blinks", who)
    shut = [0.0] * drawings
    due = float(rng.uniform(0.9, 2.8))
    asked = sorted(moment for moment in wanted if moment >= AWAKE)
    while True:
        early = next((moment for moment in asked if due - 2.0 < moment < due), None)
        start = round((due if early is None else early) * DRAWINGS)
        if start + len(BLINK) > drawings:
            return tuple(shut)
        shut[start : start + len(BLINK)] = BLINK
        asked = [moment for moment in asked if round(moment * DRAWINGS) > start + DRAWINGS]
        due = start / DRAWINGS + float(rng.uniform(*GAPS))


def breath(seconds: float, seed: int, who: str, pace: float = 1.0) -> float:
    """Return how far somebody has breathed in, -1 to 1; each at a phase of their own."""
    phase = float(dice(seed, "breath", who).uniform(0, 2 * pi))
    return sin(2 * pi * seconds * pace / BREATH + phase)


def drift(seconds: float, seed: int, who: str) -> tuple[float, float, float]:
    """Return how a head wanders (pitch, yaw, roll), each about -1 to 1: nobody holds it still."""
    a, b, c = dice(seed, "drift", who).uniform(0, 2 * pi, 3).tolist()
    pitch = 0.6 * sin(0.83 * seconds + a) + 0.4 * sin(1.9 * seconds + b)
    yaw = 0.7 * sin(0.62 * seconds + b) + 0.3 * sin(1.41 * seconds + c)
    return pitch, yaw, sin(0.47 * seconds + c)


def glances(drawings: int, seed: int, who: str) -> tuple[tuple[float, float], ...]:
    """Return where eyes dart on each drawing, (own left, up) as shares of how far they turn: small, quick, and back."""
    rng = dice(seed, "glances", who)
    found = [(0.0, 0.0)] * drawings
    at = float(rng.uniform(*SACCADE))
    while at * DRAWINGS < drawings:
        stay = float(rng.uniform(0.25, 0.6))
        to = (float(rng.choice([-1, 1]) * rng.uniform(0.08, 0.2)), float(rng.uniform(-0.08, 0.05)))
        for number in range(round(at * DRAWINGS), min(drawings, round((at + stay) * DRAWINGS))):
            found[number] = to
        at += stay + float(rng.uniform(*SACCADE))
    return tuple(found)


def pulses(drawings: int, beats: Sequence[int]) -> Values:
    """Return how strongly each drawing is struck by the beats (numbers of drawings): up in two, down in five."""
    shape = (0.45, 1.0, 0.8, 0.5, 0.25, 0.1)
    found = [0.0] * drawings
    for beat in beats:
        for step, power in enumerate(shape, start=beat - 1):
            if 0 <= step < drawings:
                found[step] = max(found[step], power)
    return tuple(found)


def eased(drawings: int, start: float, length: float = 6.0) -> Values:
    """Return a change from 0 to 1 that begins at a drawing and takes `length` drawings, gently at both ends."""
    return tuple(_smooth((number - start) / length) for number in range(drawings))


def _smooth(t: float) -> float:
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)
