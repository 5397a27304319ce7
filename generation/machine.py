"""The machine that models are run on, measured."""

import shutil
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generation.catalog.fit import Machine

PACKAGES = {"gpu": ("torch", "diffusers", "transformers"), "tts": ("TTS",), "bitsandbytes": ("bitsandbytes",)}
"""Extras of the project, and the packages by which one knows that they are installed."""


def measure(cache_folder: Path) -> Machine:
    """Return what this machine has, and how much disk is free where weights are kept."""
    from psutil import virtual_memory  # noqa: PLC0415

    name, gpu = graphics()
    return Machine(
        name=name,
        gpu=gpu,
        ram=float(virtual_memory().total / 2**30),
        disk=_free(cache_folder) / 1e9,
        installed=frozenset(extra for extra, packages in PACKAGES.items() if all(map(find_spec, packages))),
    )


@cache
def graphics() -> tuple[str, float]:
    """Return the name of the largest GPU and its GiB, or nothing where there is none that PyTorch can use.

    On a machine that has one memory for all (`mps`) it is what PyTorch says that a model may take.
    """
    if find_spec("torch") is None:
        return "", 0.0
    import torch  # noqa: PLC0415

    if torch.cuda.is_available():
        cards = [torch.cuda.get_device_properties(number) for number in range(torch.cuda.device_count())]
        largest = max(cards, key=lambda card: card.total_memory)
        return str(largest.name), float(largest.total_memory / 2**30)
    if torch.backends.mps.is_available():
        return "Apple GPU", float(torch.mps.recommended_max_memory() / 2**30)
    return "", 0.0


def _free(folder: Path) -> int:
    """Return the free bytes where a folder is or will be."""
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    return shutil.disk_usage(there).free
