"""A long piece from shorter ones: how many, how long, and how they flow into each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from generation.music.sampler import Audio

CROSSING = 3.0
"""Seconds in which one part goes and the next comes: long enough that no beat stumbles."""

SHARE = 0.25
"""The most of a part that a crossing takes, where parts are short."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Splice:
    """`parts` equally long pieces of `each` seconds, neighbours sounding together for `crossing` seconds."""

    parts: int
    each: float
    crossing: float


def spliced(seconds: float, most: float) -> Splice:
    """Plan a piece of so many seconds with a model that makes `most` at once: in as few parts as can be."""
    if seconds <= most:
        return Splice(parts=1, each=seconds, crossing=0.0)
    crossing = min(CROSSING, SHARE * most)
    parts = ceil((seconds - crossing) / (most - crossing))
    return Splice(parts=parts, each=(seconds + (parts - 1) * crossing) / parts, crossing=crossing)


def joined(parts: Sequence[Audio], crossing: int) -> Audio:
    """Lay parts over each other's ends by `crossing` samples, as loud together as each alone (equal power)."""
    whole = parts[0]
    quarter = (np.arange(crossing, dtype=np.float32) + 0.5)[:, None] / max(1, crossing) * np.float32(np.pi / 2)
    for each in parts[1:]:
        both = whole[-crossing:] * np.cos(quarter) + each[:crossing] * np.sin(quarter)
        whole = np.concatenate([whole[:-crossing], both, each[crossing:]])
    return whole
