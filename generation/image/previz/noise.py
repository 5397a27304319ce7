"""Randomness that belongs to a place: dice thrown by name, smooth noise, and its ridges.

Everything is drawn on grids of fixed size and then stretched, so that the same seed gives the same picture at any size.
"""

from functools import lru_cache
from zlib import crc32

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""A grey picture, (height, width), mostly 0 to 1."""


def dice(seed: int, *names: object) -> np.random.Generator:
    """Return a generator of its own for what is named, so that one thing's luck never moves another."""
    return np.random.default_rng([seed & 0xFFFFFFFF, *(crc32(str(name).encode()) for name in names)])


def chance(rng: np.random.Generator, share: float) -> bool:
    """Throw a coin that falls on its good side in this share of throws."""
    return bool(rng.random() < share)


@lru_cache(maxsize=24)
def clouds(seed: int, across: int, down: int, octaves: int = 5, size: int = 512) -> Field:
    """Return smooth noise (sum of octaves, 0 to 1, mean near 0.5) that tiles in both directions.

    `across` and `down` are how many swells the first octave has.
    """
    rng = dice(seed, "clouds", across, down)
    total = np.zeros((size, size), np.float32)
    for octave in range(octaves):
        columns, rows = across << octave, down << octave
        if max(columns, rows) > size // 2:
            break
        grid = np.pad(rng.random((rows, columns), dtype=np.float32), 2, mode="wrap")
        wide = cv2.resize(
            grid,
            (round(size * (columns + 4) / columns), round(size * (rows + 4) / rows)),
            interpolation=cv2.INTER_CUBIC,
        )
        x, y = round(2 * size / columns), round(2 * size / rows)
        total += 0.5 ** (octave + 1) * wide[y : y + size, x : x + size]
    total /= 1 - 0.5**octaves
    total.flags.writeable = False
    return total


def ridged(rng: np.random.Generator, along: NDArray[np.float64], swells: float, sharp: float = 1.6) -> Field:
    """Return a mountain line over `along` (any unit): sharp peaks with smaller ones on their flanks, 0 to 1."""
    height = np.zeros(len(along))
    weight, frequency = 1.0, swells
    for octave in range(6):
        table = rng.random(2048)
        where = along * frequency + 512
        cell = np.floor(where).astype(int)
        ease = where - cell
        ease = ease * ease * (3 - 2 * ease)
        value = table[cell % 2048] * (1 - ease) + table[(cell + 1) % 2048] * ease
        crest = (1 - np.abs(2 * value - 1)) ** sharp if octave < 3 else (value - 0.5) * 0.55  # noqa: PLR2004 - by eye
        height += weight * crest
        weight *= 0.5
        frequency *= 2.07
    return (height / 1.85).astype(np.float32)
