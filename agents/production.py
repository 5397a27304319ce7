"""Production: an episode is built as `make` builds a program.

An order names a work and the request that makes it. What has a take already is not made again; what is missing is
made, several at a time. A restart computes the same orders and finds what is done.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from agents import sizing
from agents.acts import Then
from agents.studio import Desk
from generation.requests.request import Request
from storage.domain.costs import Estimate, estimate
from storage.domain.ids import Digest, EpisodeId
from storage.domain.takes import Medium, Take, Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A work to make, the request that makes it, and the papers beside the request that it follows from."""

    work: Work
    request: Request
    sources: tuple[Digest, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far an episode is: `done` of `total` pieces of `medium`, fractions of a piece included."""

    episode: EpisodeId
    medium: Medium
    done: float
    total: int


Listener = Callable[[Progress], None]
"""Hears of progress on the event loop, many times a second at the most; it must not block."""


async def produce(
    desk: Desk, orders: Sequence[Order], listen: Listener, *, later: Sequence[Order] = (), then: Then = None
) -> Mapping[Work, Take]:
    """Make what is missing of these orders, side by side, and return the take of each.

    The engine's pools bound how much is at work at once. If one fails the others are called off, and what was
    finished stays made. `then` follows from each order's take.

    What costs money is made only if there is money for all of it, and for what is to be made `later`: that is counted
    and not made.

    Raises:
        Doubtful: one of the orders may have been paid already.
        Unaffordable: it may not be spent, or not yet; nothing was begun.
        ExceptionGroup: of the `GenerationError`s of the orders that failed.
    """
    orders, later = await sized(desk, orders), await sized(desk, later)
    tally = _Tally(desk.episode.id, (*orders, *later), listen)
    async with _paid(desk, [order.request for order in (*orders, *later)]), asyncio.TaskGroup() as group:
        tasks = {order.work: group.create_task(_fill(desk, order, tally, then)) for order in orders}
    return {work: task.result() for work, task in tasks.items()}


@asynccontextmanager
async def _paid(desk: Desk, requests: Sequence[Request]) -> AsyncIterator[None]:
    """Reserve the money for what is missing of these, for all or nothing; what is not needed is free afterwards."""
    bought = await desk.buyer.reserve(await desk.missing([each for each in requests if desk.buyer.buys(each)]))
    try:
        yield
    finally:
        await desk.studio.till.release(bought)


async def outlook(desk: Desk, orders: Iterable[Order]) -> Estimate:
    """Return what these orders would still make: the time it usually takes, and the money by the back-ends' prices."""
    orders = await sized(desk, tuple(orders))
    missing = await desk.missing([order.request for order in orders])
    media = {id(order.request): order.work.medium.value for order in orders}
    async with desk.studio.store.read() as reader:
        usual = await reader.usual()
    tools = {request.operation: desk.studio.model(request.operation).name for request in missing}
    ahead = estimate(((media[id(request)], tools[request.operation]) for request in missing), usual)
    prices = [desk.buyer.price(request) for request in missing]
    cost = replace(ahead.cost, micros=sum(price or 0 for price in prices))
    return replace(ahead, cost=cost, priced=None not in prices)


async def sized(desk: Desk, orders: Sequence[Order]) -> tuple[Order, ...]:
    """Return orders that ask for no larger pictures than people have their models paint (`sizing`)."""
    requests = await sizing.fitted(desk, [order.request for order in orders])
    return tuple(replace(order, request=request) for order, request in zip(orders, requests, strict=True))


async def _fill(desk: Desk, order: Order, tally: "_Tally", then: Then) -> Take:
    def report(fraction: float) -> None:
        tally.reach(order.work, fraction)

    take = await desk.make(order.work, order.request, sources=order.sources, report=report, then=then)
    report(1)
    return take


class _Tally:
    """Adds up the fractions of the orders of one production, by medium."""

    def __init__(self, episode: EpisodeId, orders: Sequence[Order], listen: Listener) -> None:
        self._episode, self._listen = episode, listen
        self._reached = {order.work: 0.0 for order in orders}

    def reach(self, work: Work, fraction: float) -> None:
        """Note how far a work is, and tell."""
        self._reached[work] = fraction
        same = [reached for each, reached in self._reached.items() if each.medium is work.medium]
        progress = Progress(episode=self._episode, medium=work.medium, done=sum(same), total=len(same))
        self._listen(progress)
