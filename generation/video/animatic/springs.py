"""What hangs follows what carries it: hair, sleeves and tails as one damped spring, driven by the body and the wind."""

from collections.abc import Sequence
from math import pi, sin

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.noise import dice
from generation.video.animatic.mouths import DRAWINGS

STIFF, DAMPED = 46.0, 5.6
"""The spring: about one swing a second, gone after two."""

STEPS = 8
"""Steps of the sum within a drawing."""

FURTHEST = 0.16
"""Metres that a loose end may be carried."""

WINDS = {"clear": 0.018, "rain": 0.045, "snow": 0.030, "mist": 0.010, "petals": 0.034, "embers": 0.026}
"""Weather to how far the wind carries a loose end outdoors, in metres."""

Track = NDArray[np.float64]


def wind(weather: str, seconds: float, seed: int, *, indoors: bool) -> tuple[float, float, float]:
    """Return how far the wind alone carries loose ends in the world (x, y, z): a side of its own, and slow gusts."""
    if indoors:
        return 0.003 * sin(0.9 * seconds), 0.0, 0.0
    rng = dice(seed, "wind")
    side, phase = float(rng.choice([-1.0, 1.0])), float(rng.uniform(0, 2 * pi))
    gust = 0.55 + 0.35 * sin(2 * pi * seconds / 2.7 + phase) + 0.2 * sin(2 * pi * seconds / 1.1 + 2 * phase)
    power = WINDS.get(weather, WINDS["clear"]) * gust
    return side * power, 0.0, 0.25 * power


def followed(anchor: Track, pulls: Sequence[tuple[float, float, float]]) -> Track:
    """Return how far loose ends are from where they would hang, on each drawing.

    `anchor` (n, 3) is where what carries them is, `pulls` are the wind, both in the same axes. They lag behind when it
    starts and swing past it when it stops.
    """
    rest = np.asarray(pulls, float).reshape(-1, 3)
    speed = np.gradient(anchor, axis=0) * DRAWINGS if len(anchor) > 1 else np.zeros_like(anchor)
    push = np.gradient(speed, axis=0) * DRAWINGS if len(anchor) > 1 else np.zeros_like(anchor)
    place, pace = rest[0].copy(), np.zeros(3)
    found = np.empty_like(rest)
    tick = 1 / DRAWINGS / STEPS
    for number in range(len(rest)):
        found[number] = place
        for _ in range(STEPS):
            pace += tick * (-STIFF * (place - rest[number]) - DAMPED * pace - 0.55 * push[number] - 0.9 * speed[number])
            place += tick * pace
    size = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found * np.minimum(1.0, FURTHEST / np.maximum(size, 1e-9)))
