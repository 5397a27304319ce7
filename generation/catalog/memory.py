"""How much memory a model takes, computed from its number of parameters where nobody measured it.

The sum is parameters times bytes, plus what it computes with (`Extent.activations`). It is an estimate and marked as
one (`Profile.estimated`): fragmentation, the driver's own share and a library's habits are not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

GIB = 2**30

WHOLE, EIGHT, FOUR = 2.0, 1.0, 0.5625
"""Bytes a parameter: in bfloat16; in eight bits; in four bits with a scale of 32 bits for every 64."""

BLOCKS = 24
"""Into how many blocks a model is cut at least: of the catalog's models, HunyuanVideo and SD 3.5 medium have fewest."""

MAIN = ("transformer", "unet")
"""How the names of the parts begin that paint; the others read the prompt, or turn pictures into numbers and back."""

READERS = ("text_encoder",)
"""How the names of the parts begin that read the prompt."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Extent:
    """How large a model is: billions of parameters by part, and the GiB that it computes with at its native size."""

    parameters: Mapping[str, float]
    activations: float
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    @property
    def gib(self) -> float:
        """The weights, whole."""
        return sum(self.parameters.values()) * WHOLE * 1e9 / GIB

    @property
    def gb(self) -> float:
        """What the weights take on disk, in units of 10^9 bytes."""
        return sum(self.parameters.values()) * WHOLE


def estimate(extent: Extent) -> Mapping[str, float]:
    """Return how many GiB of GPU memory a model takes with each measure of saving some.

    `fp8` keeps what paints in eight bits; `int8` and `nf4` what paints and what reads; with `offload`, two blocks of
    the largest part are on the card at a time.
    """
    largest = max(extent.parameters.values())
    weights = {
        "bf16": _weights(extent, WHOLE, WHOLE),
        "fp8": _weights(extent, EIGHT, WHOLE),
        "int8": _weights(extent, EIGHT, EIGHT),
        "nf4": _weights(extent, FOUR, FOUR),
        "offload": 2 * largest * WHOLE / BLOCKS,
    }
    return {measure: round(each * 1e9 / GIB + extent.activations, 1) for measure, each in weights.items()}


def _weights(extent: Extent, main: float, readers: float) -> float:
    """Return billions of bytes."""
    return sum(
        billions * (main if name.startswith(MAIN) else readers if name.startswith(READERS) else WHOLE)
        for name, billions in extent.parameters.items()
    )
