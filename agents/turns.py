"""Turns: one task at a time does a thing, and the others wait for it."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Turns(Generic[K]):
    """Who is at it, by what is done."""

    _locks: dict[K, asyncio.Lock] = field(default_factory=dict)

    def __contains__(self, thing: K) -> bool:
        """Tell whether a task is at something at this moment."""
        return thing in self._locks

    @asynccontextmanager
    async def turn(self, thing: K) -> AsyncIterator[None]:
        """Wait for one's turn, and have it while the block lasts."""
        lock = self._locks.setdefault(thing, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked():
                self._locks.pop(thing, None)
