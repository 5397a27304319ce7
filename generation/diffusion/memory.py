"""How a model is fitted into memory: a ladder of measures, each slower and smaller than the one before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec


class Weights(StrEnum):
    """How a model's weights are kept while it works."""

    FULL = "full"
    """As they are computed with: half precision on a graphics card, single on a processor (`bf16` in a profile)."""
    FP8 = "fp8"
    """In eight bits, widened layer by layer when they are needed (`enable_layerwise_casting`)."""
    INT8 = "int8"
    """Quantised to eight bits (bitsandbytes)."""
    NF4 = "nf4"
    """Quantised to four bits (bitsandbytes)."""


class Offload(StrEnum):
    """What of a model waits in main memory until it is needed."""

    NOTHING = ""
    BLOCKS = "blocks"
    """Block by block, the next one on its way while one works."""
    LEAVES = "leaves"
    """Layer by layer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """What makes a model fit: how its weights are kept, what waits outside, whether the decoder goes by tiles."""

    weights: Weights = Weights.FULL
    offload: Offload = Offload.NOTHING
    is_tiled: bool = False

    @property
    def words(self) -> str:
        """Return the measures in a few words, as a take keeps them: `full`, `fp8 tiled`, `full blocks tiled`."""
        return " ".join(filter(None, (self.weights, self.offload, "tiled" * self.is_tiled)))


LADDER: Sequence[Measures] = (
    Measures(),
    Measures(is_tiled=True),
    Measures(weights=Weights.FP8, is_tiled=True),
    Measures(weights=Weights.INT8, is_tiled=True),
    Measures(weights=Weights.NF4, is_tiled=True),
    Measures(offload=Offload.BLOCKS, is_tiled=True),
    Measures(offload=Offload.LEAVES, is_tiled=True),
)
"""From the fastest to the smallest."""

COMFORT = 1.25
"""A decoder that does not go by tiles wants this much of what its profile says is needed."""

GUESSES: Mapping[str, float] = {"fp8": 0.6, "int8": 0.6, "nf4": 0.4, "offload": 0.3}
"""Shares of what a model needs in full, where its profile does not say: weights are most of it, not all.

They may be rough, because the ladder goes on where a guess was too low."""

_NEEDS = {Weights.FULL: "bf16"}
"""What a profile calls it."""

_QUANTISED = frozenset({Weights.INT8, Weights.NF4})


def ladder(kind: str) -> Sequence[Measures]:
    """Return the rungs that a device of this kind (`cuda`, `mps`, `cpu`) can stand on.

    Nothing can wait in main memory where that is the device's own, and quantising needs bitsandbytes and CUDA.
    """
    is_cuda = kind == "cuda"
    can_quantise = is_cuda and find_spec("bitsandbytes") is not None
    return tuple(
        rung for rung in LADDER if (is_cuda or not rung.offload) and (can_quantise or rung.weights not in _QUANTISED)
    )


def need(measures: Measures, needs: Mapping[str, float]) -> float:
    """Return the GiB that a model needs with these measures, 0 where nothing is known.

    `needs` is the profile's own table; what it leaves open is guessed from `bf16`.
    """
    name = "offload" if measures.offload else _NEEDS.get(measures.weights, str(measures.weights))
    known = needs.get(name, needs.get("bf16", 0.0) * GUESSES.get(name, 1.0))
    if measures.offload is Offload.LEAVES:
        return known / 2
    return known if measures.is_tiled else known * COMFORT


def needs_on(kind: str, needs: Mapping[str, float]) -> Mapping[str, float]:
    """Return a profile's table as it is on a device of this kind: a processor has one, in single precision."""
    if kind != "cpu" or not needs:
        return needs
    return {"bf16": needs.get("cpu", 2 * needs.get("bf16", 0.0))}


def plan(free: float, needs: Mapping[str, float], rungs: Sequence[Measures] = LADDER) -> Measures:
    """Return the fastest measures with which a model fits into `free` GiB, or the smallest where none does."""
    return next((rung for rung in rungs if need(rung, needs) <= free), rungs[-1])
