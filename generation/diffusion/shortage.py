"""Running out of memory: how it is told from other errors, and what would fit instead."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

from PIL import Image

from generation.errors import Unavailable

Size = tuple[int, int]

SHRUNK = (0.75, 0.5, 0.375)
"""Sides to try, as shares of those that did not fit."""

WORDS = ("out of memory", "can't allocate memory", "not enough memory")
"""How PyTorch says it where it has no error of its own for it (the processor, Apple's cards)."""


class Crowded(Unavailable):
    """Memory does not hold so many at once: whoever asked for several asks for fewer."""


def is_shortage(error: BaseException) -> bool:
    """Tell whether an error means that memory ran out."""
    import torch  # noqa: PLC0415

    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in WORDS)


def smaller(size: Size, multiple: int) -> Iterator[Size]:
    """Give sizes of the same shape that need less memory, the largest first; sides are multiples of `multiple`."""
    sizes = ((nearest(size[0] * share, multiple), nearest(size[1] * share, multiple)) for share in SHRUNK)
    return iter(dict.fromkeys(sizes))


def within(size: Size, multiple: int, pixels: int) -> Size:
    """Return the largest of a size and those smaller than it that has at most so many pixels; 0 is no limit.

    Where none has so few it is the smallest of them. So the size that a trial found to fit is the one that is painted.
    """
    sizes = (size, *smaller(size, multiple))
    return next((each for each in sizes if not pixels or each[0] * each[1] <= pixels), sizes[-1])


def below(size: Size, whole: Size, multiple: int) -> Iterator[Size]:
    """Give the sizes to try where memory does not hold `size`, which is `whole` or one smaller than it."""
    return (each for each in smaller(whole, multiple) if each[0] * each[1] < size[0] * size[1])


def nearest(side: float, multiple: int) -> int:
    """Return the multiple next to a length, and one at least."""
    return max(multiple, round(side / multiple) * multiple)


def trial(arguments: Mapping[str, Any], size: Size, smaller_size: Size) -> Mapping[str, Any]:
    """Return the arguments of one step in a smaller size: enough to see whether memory holds it."""
    steps = ceil(1 / arguments["strength"]) if arguments.get("strength") else 1
    resized = {name: _resized(value, size, smaller_size) for name, value in arguments.items()}
    return resized | {"num_inference_steps": steps}


def _resized(value: Any, size: Size, smaller_size: Size) -> Any:  # noqa: ANN401 - any argument of a pipeline
    if isinstance(value, list):
        return [_resized(each, size, smaller_size) for each in value]
    if isinstance(value, Image.Image) and value.size == size:
        return value.resize(smaller_size)
    return value
