"""Turns: one task at a time does a thing, and the others wait for it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Turns(Generic[K]):
    """Who is at it, by what is done, and how many are at it or wait for their turn."""

    _locks: dict[K, asyncio.Lock] = field(default_factory=dict)
    _count: Counter[K] = field(default_factory=Counter)

    def __contains__(self, thing: K) -> bool:
        """Tell whether a task is at something at this moment."""
        return thing in self._locks

    @asynccontextmanager
    async def turn(self, thing: K) -> AsyncIterator[None]:
        """Wait for one's turn, and have it while the block lasts."""
        lock = self._locks.setdefault(thing, asyncio.Lock())
        self._count[thing] += 1
        try:
            async with lock:
                yield
        finally:
            # A lock that was just let go of may have somebody waiting for it, although it is not locked.
            self._count[thing] -= 1
            if not self._count[thing]:
                del self._locks[thing], self._count[thing]
