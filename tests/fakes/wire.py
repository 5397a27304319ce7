"""A line to a Telegram that only notes what arrives, in a time that passes only when everybody waits."""

import asyncio
from collections.abc import Callable, Coroutine
from heapq import heappop, heappush
from itertools import count
from typing import Any, Self

from telegram.error import RetryAfter

from bot.pacing import EDIT, Pacer, Priority

ANA, BO, TEAM = 11, 12, -100
"""Two private chats and a group."""


class Time:
    """A clock that jumps to the next sleeper's hour once nobody has anything left to do."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        hour: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (self.now + seconds, next(self._numbers), hour))
        await hour

    async def settle(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)

    async def pass_by(self, seconds: float) -> None:
        end = self.now + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            self.now, _, hour = heappop(self._sleepers)
            if not hour.done():
                hour.set_result(None)
            await self.settle()
        self.now = end


class Wire:
    """Stands where Telegram is: notes what arrives and when, and answers what it is told to."""

    def __init__(self) -> None:
        self.time = Time()
        self.pacer = Pacer(clock=self.time.clock, sleep=self.time.sleep)
        self.arrived: list[tuple[float, str]] = []
        self.floods: list[RetryAfter] = []
        self.seconds = 0.0
        self._open = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._open.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.time.pass_by(3600)
        await self._open.__aexit__(*error)

    async def post(self, what: str) -> bool | dict[str, Any] | list[dict[str, Any]]:
        if self.seconds:
            await self.time.sleep(self.seconds)
        self.arrived.append((self.time.now - 1000, what))
        if self.floods:
            raise self.floods.pop()
        return {"said": what}

    def call(
        self, what: str, chat: int | str | None, endpoint: str, how: Priority | None = None, **data: object
    ) -> asyncio.Task[Any]:
        data |= {} if chat is None else {"chat_id": chat}
        return self._open.create_task(self.pacer.process_request(self.post, (what,), {}, endpoint, data, how))

    def say(self, what: str, chat: int | str = ANA, how: Priority | None = None) -> asyncio.Task[Any]:
        return self.call(what, chat, "sendMessage", how)

    def edit(self, what: str, chat: int = ANA, message: int = 7, how: Priority = EDIT) -> asyncio.Task[Any]:
        return self.call(what, chat, "editMessageText", how, message_id=message)

    def words(self) -> list[str]:
        return [what for _, what in self.arrived]

    def hours(self) -> list[float]:
        return [round(hour, 3) for hour, _ in self.arrived]


def run(scenario: Callable[[Wire], Coroutine[Any, Any, None]]) -> Wire:
    async def whole() -> Wire:
        wire = Wire()
        async with wire:
            await scenario(wire)
        return wire

    return asyncio.run(whole())
