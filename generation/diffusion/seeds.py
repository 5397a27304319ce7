"""Seeds: the same number gives the same noise on every device."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

_WIDEST = 2**63
"""PyTorch takes seeds below it."""


def generator(seed: int) -> "torch.Generator":
    """Return a generator of random numbers on the CPU, so that a picture does not depend on the card that paints it."""
    import torch  # noqa: PLC0415

    return torch.Generator("cpu").manual_seed(seed % _WIDEST)


def generators(seeds: Sequence[int]) -> "list[torch.Generator]":
    """Return one generator for each: what is made together is then what each would be alone."""
    return [generator(seed) for seed in seeds]
