"""How fast the bot speaks: Telegram's limits, kept by sending the urgent first and dropping stale edits.

Every call of the bot passes `Pacer.process_request`. A caller says how urgent a call is with PTB's own argument:

    await bot.edit_message_text(text, chat_id=…, message_id=…, rate_limit_args=EDIT)

What is not marked is a `MESSAGE`: it may wait, it is never dropped. Limits: python-telegram-bot's `FloodLimit` and
Telegram's FAQ for bots (one message a second in a chat, "short bursts" allowed; 20 a minute in a group; 30 a second in
all). An edit counts as a message, an album as as many messages as it has items; asking about a chat costs nothing.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from itertools import count
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)

Answer = bool | dict[str, Any] | list[dict[str, Any]]
"""What Telegram sends back, as PTB passes it on."""


class Priority(IntEnum):
    """How urgent a call is. No member is 0: PTB forgets arguments that are false."""

    ANSWER = 1
    """What a person who pressed a button looks at: the message that changes under their finger."""
    MESSAGE = 2
    """Anything that must arrive."""
    EDIT = 3
    """An edit that a newer one of the same message makes pointless: it is dropped then and answers True. The newest
    always arrives."""


ANSWER, MESSAGE, EDIT = Priority


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """A bucket of `burst` messages that gains `rate` messages a second.

    In any t seconds at most `burst + rate * t` messages pass. What is larger than the bucket waits until it is full and
    leaves a debt.
    """

    burst: float
    rate: float


PRIVATE = Pace(burst=5, rate=1)
GROUP = Pace(burst=10, rate=10 / 60)
OVERALL = Pace(burst=10, rate=20)

HURRY = 1000
"""How much faster than Telegram's limits the simulator may be spoken to."""

_BEAT = 0.01
"""Seconds between two that wake together, so that they go in their order."""
_MARGIN = 0.1
"""Seconds added to the rest that Telegram asks for, as PTB's own limiter does."""
_LANES = 1000
"""How many chats are remembered before idle ones are forgotten."""


@dataclass(order=True, kw_only=True, slots=True)
class _Ticket:
    """A call that waits: the more urgent first, then the older."""

    priority: Priority
    number: int
    cost: int = field(compare=False)
    stale: bool = field(default=False, compare=False)


class _Lane:
    """The calls that wait for one bucket."""

    def __init__(self, pace: Pace, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._pace = pace
        self._clock = clock
        self._sleep = sleep
        self._waiting: list[_Ticket] = []
        self._level = pace.burst
        self._since = clock()
        """When the bucket held `_level`; in the future while the lane rests."""

    async def admit(self, ticket: _Ticket) -> bool:
        """Wait until the ticket may go and take its cost from the bucket; say False if it went stale instead."""
        self._waiting.append(ticket)
        try:
            while not ticket.stale and (delay := self._delay(ticket)):
                await self._sleep(delay)
        finally:
            self._waiting.remove(ticket)
        if ticket.stale:
            return False
        self._level, self._since = self._now() - ticket.cost, max(self._since, self._clock())
        return True

    def rest(self, seconds: float) -> None:
        """Let nothing go for a while, and start slowly afterwards: with one message in the bucket."""
        self._level, self._since = 1, max(self._since, self._clock() + seconds)

    def idle(self) -> bool:
        """Say whether forgetting this lane changes nothing."""
        return not self._waiting and self._now() >= self._pace.burst

    def _now(self) -> float:
        """Return the level of the bucket now; negative when in debt."""
        gained = max(0.0, self._clock() - self._since) * self._pace.rate
        return min(self._pace.burst, self._level + gained)

    def _delay(self, ticket: _Ticket) -> float:
        """Return the seconds until it is this ticket's turn, if nothing changes: 0 when it may go."""
        rest = self._since - self._clock()
        if not ticket.cost:
            return max(0.0, rest)
        ahead = [other.cost for other in self._waiting if other < ticket and other.cost and not other.stale]
        missing = sum(ahead) + min(ticket.cost, self._pace.burst) - self._now()
        delay = max(rest + len(ahead) * _BEAT, missing / self._pace.rate, len(ahead) * _BEAT)
        return delay if delay > _BEAT / 10 else 0.0


@dataclass(slots=True)
class _Message:
    """The edits of one message that are under way; one at a time is on its way to Telegram."""

    tickets: list[_Ticket] = field(default_factory=list)
    wire: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pacer(BaseRateLimiter[Priority]):
    """The bot's rate limiter: a bucket a chat, one for all, priorities; old edits make room for new ones."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Take time from `clock` (seconds that only grow) and wait with `sleep`; tests bring their own."""
        self._clock = clock
        self._sleep = sleep
        self._numbers = count()
        self._overall = _Lane(OVERALL, clock, sleep)
        self._lanes: dict[int | str | None, _Lane] = {}
        self._messages: dict[Hashable, _Message] = {}

    async def initialize(self) -> None:
        """Do nothing: lanes are made when a chat is first spoken to."""

    async def shutdown(self) -> None:
        """Forget the chats; calls that still wait belong to those who made them."""
        self._lanes.clear()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 -- PTB passes them through
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> Answer:
        """Make the call when the limits allow it, again after each `RetryAfter`, and return its answer.

        A `RetryAfter` rests the chat it concerns and no other. A marked edit that went stale is not sent and answers
        True, as an edit of an inline message does. Any other error passes through.
        """
        chat = _chat(data)
        cost = 0 if chat is None else _cost(endpoint, data)
        ticket = _Ticket(priority=rate_limit_args or MESSAGE, number=next(self._numbers), cost=cost)
        lane = self._lane(chat)
        with self._under_way(ticket, _edited(endpoint, data) or ticket.number) as wire:
            while await lane.admit(ticket) and await self._overall.admit(ticket):
                try:
                    async with wire:
                        return await callback(*args, **kwargs)
                except RetryAfter as flood:
                    seconds = _seconds(flood)
                    log.warning("Telegram asks for %.0f s of rest in chat %s (%s)", seconds, chat, endpoint)
                    lane.rest(seconds + _MARGIN)
        return True

    def _lane(self, chat: int | str | None) -> _Lane:
        if len(self._lanes) > _LANES:
            self._lanes = {known: lane for known, lane in self._lanes.items() if not lane.idle()}
        if chat not in self._lanes:
            private = isinstance(chat, int) and chat > 0
            self._lanes[chat] = _Lane(PRIVATE if private else GROUP, self._clock, self._sleep)
        return self._lanes[chat]

    @contextmanager
    def _under_way(self, ticket: _Ticket, key: Hashable) -> Iterator[asyncio.Lock]:
        """Note an edit and give the lock that keeps the edits of its message in order.

        Marked edits before it are stale now; the others become as urgent as it is, lest they arrive after it.
        """
        message = self._messages.setdefault(key, _Message())
        for earlier in message.tickets:
            if earlier.priority is EDIT:
                earlier.stale = True
            else:
                earlier.priority = min(earlier.priority, ticket.priority)
        message.tickets.append(ticket)
        try:
            yield message.wire
        finally:
            message.tickets.remove(ticket)
            if not message.tickets:
                del self._messages[key]


def _chat(data: Mapping[str, Any]) -> int | str | None:
    """Return the chat a call speaks to: its number, a channel's or supergroup's @name, or None."""
    chat = data.get("chat_id")
    try:
        return None if chat is None else int(chat)
    except ValueError:
        return str(chat).casefold()


def _cost(endpoint: str, data: Mapping[str, Any]) -> int:
    """Return how many messages a call counts as."""
    if endpoint == "sendMediaGroup":
        return len(data["media"])
    if endpoint in {"copyMessages", "forwardMessages"}:
        return len(data["message_ids"])
    if endpoint == "sendChatAction" or endpoint.endswith("Draft"):
        return 0
    return int(endpoint.startswith(("send", "edit", "copy", "forward")))


def _edited(endpoint: str, data: Mapping[str, Any]) -> Hashable:
    """Return the message a call changes, or None."""
    if endpoint == "deleteMessage" or endpoint.startswith("edit"):
        return data.get("inline_message_id") or (_chat(data), data.get("message_id"))
    return None


def _seconds(flood: RetryAfter) -> float:
    """Return the rest asked for; PTB is moving from whole seconds to timedelta."""
    rest = flood.retry_after
    return rest.total_seconds() if isinstance(rest, timedelta) else float(rest)


def brisk() -> Pacer:
    """Return a pacer whose time runs `HURRY` times faster, for a server without limits of its own: the simulator."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / HURRY)

    return Pacer(clock=lambda: HURRY * time.monotonic(), sleep=sleep)
