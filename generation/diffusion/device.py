"""The device that every model of this process shares: what is free on it, and who gives way."""

import gc
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

if TYPE_CHECKING:
    import torch

_log = logging.getLogger(__name__)

_GIB = 1 << 30


class Tenant(Protocol):
    """Who keeps a model on the device."""

    @property
    def name(self) -> str:
        """The model's name, for the log."""

    def give_way(self) -> bool:
        """Free everything unless it is at work; tell whether anything was freed."""


class Device:
    """One graphics card, or the processor where there is none. Safe to use from several threads."""

    def __init__(self) -> None:
        """Look at nothing yet: PyTorch is imported when a model is."""
        self._tenants: WeakSet[Tenant] = WeakSet()
        self._lock = threading.Lock()

    @cached_property
    def kind(self) -> str:
        """Return `cuda`, `mps` or `cpu`."""
        import torch  # noqa: PLC0415

        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"

    @cached_property
    def dtype(self) -> "torch.dtype":
        """Return the numbers that it computes with best."""
        import torch  # noqa: PLC0415

        if self.kind == "cpu":
            return torch.float32
        if self.kind == "cuda" and not torch.cuda.is_bf16_supported():
            return torch.float16
        return torch.bfloat16

    def free(self) -> float:
        """Return the GiB that a model could take now."""
        import torch  # noqa: PLC0415

        if self.kind == "cuda":
            return float(torch.cuda.mem_get_info()[0] / _GIB)
        if self.kind == "mps":
            return (torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()) / _GIB
        import psutil  # noqa: PLC0415

        return float(psutil.virtual_memory().available / _GIB)

    def sweep(self) -> None:
        """Give memory that nobody uses any more back to the device."""
        import torch  # noqa: PLC0415

        gc.collect()
        if self.kind == "cuda":
            torch.cuda.empty_cache()
        elif self.kind == "mps":
            torch.mps.empty_cache()

    def settle(self, tenant: Tenant) -> None:
        """Know that this one keeps a model here from now on."""
        with self._lock:
            self._tenants.add(tenant)

    def make_room(self, tenant: Tenant, gib: float) -> bool:
        """Let others that are not at work give way until so much is free; tell whether any did."""
        with self._lock:
            others = [each for each in self._tenants if each is not tenant]
        gave = False
        for each in others:
            if self.free() >= gib:
                break
            if each.give_way():
                _log.info("%s gave way to %s", each.name, tenant.name)
                gave = True
        return gave


HERE = Device()
"""This machine's."""


@contextmanager
def threads(cores: int) -> Iterator[None]:
    """Let PyTorch compute with so many threads of the processor within: more than are free make it crawl."""
    import torch  # noqa: PLC0415

    before = torch.get_num_threads()
    torch.set_num_threads(max(1, cores))
    try:
        yield
    finally:
        torch.set_num_threads(before)
