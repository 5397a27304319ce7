"""torchvision on a machine without CUDA: its Python part, with its compiled part left out.

The published Linux build of torchvision is linked to CUDA libraries. Beside a PyTorch without CUDA its compiled part
does not load, and `import torchvision` raises `RuntimeError`: it describes two of its operators to PyTorch without
looking whether they are there. `transformers` imports it whenever it is installed. It has to be: what prepares pictures
for Qwen2.5-VL and Mistral 3, the text encoders of Qwen-Image-Edit and FLUX.2 [dev], is not there without it.
"""

import threading
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from generation.torchaudio import forget

if TYPE_CHECKING:
    from torch.library import Library

OPERATORS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
"""What it describes unasked (0.28): they choose among boxes, which nobody here has."""

_once = threading.Lock()


def ensure() -> None:
    """Let `import torchvision` succeed wherever the package is installed; call it before importing what uses it.

    Only its own operators are lost. Nothing happens where the compiled part loads, or where there is no torchvision.
    """
    with _once, suppress(ModuleNotFoundError):
        try:
            import_module("torchvision")
        except RuntimeError:
            forget("torchvision")
            _declared()
            import_module("torchvision")


@cache
def _declared() -> "Library":
    """Tell PyTorch the names of the operators; they are known for as long as this value is kept."""
    from torch.library import Library  # noqa: PLC0415

    library = Library("torchvision", "DEF")  # type: ignore[no-untyped-call]  # PyTorch's own
    for operator in OPERATORS:
        library.define(operator)  # type: ignore[no-untyped-call]
    return library
