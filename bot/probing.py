"""Probes of the language model: what it can do is found out once for all who ask, and nobody waits for long."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generation.errors import Cancelled, GenerationError

T = TypeVar("T")

Report = Callable[[float], None]
"""Told how far a question is; what it raises ends it."""

log = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Probe(Generic[T]):
    """Finds something out in a thread, which stops soon after its `Report` has raised."""

    ask: Callable[[Report], T]
    _asking: asyncio.Task[T] | None = None

    async def found(self) -> T:
        """Return what is found out: one question is under way at a time, and goes on where somebody stops waiting.

        Raises:
            GenerationError: the model cannot be asked now.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._asked(), name="probe")  # the end of the loop cancels it
        return await asyncio.shield(self._asking)

    async def _asked(self) -> T:
        off = threading.Event()

        def report(_: float) -> None:
            if off.is_set():
                raise Cancelled("called off")

        try:
            return await asyncio.to_thread(self.ask, report)
        finally:
            off.set()


async def soon(found: Awaitable[T], otherwise: T, patience: float | None) -> T:
    """Return what is found out within so many seconds (none: however long it takes); otherwise, or where the model
    cannot be asked, the other.
    """
    try:
        async with asyncio.timeout(patience):
            return await found
    except TimeoutError:
        log.warning("what the language model can do is not known after %s s: %s until it is", patience, otherwise)
    except GenerationError as error:
        log.warning("what the language model can do is not known: %s", error)
    return otherwise
