"""The till: money is reserved before a paid request leaves, and settled with the take that comes of it.

Every step is a short transaction of its own, never one across the run of an engine. What a dead process left behind is
told from the state of its purchases: what was only reserved was never created, what was placed and has no ticket may
have been, and what has a ticket is asked about at the back-end that it was ordered from.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from agents.errors import NeedsConsent, OverBudget, Unpriced
from generation.errors import (
    BadResult,
    Cancelled,
    Declined,
    Doubtful,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from storage.domain.budget import Budget, Cap
from storage.domain.ids import Digest, EpisodeId
from storage.domain.purchase import GOES_ON, Purchase, State
from storage.domain.takes import Medium, Work
from storage.reader import Reader
from storage.store import Store
from storage.unit import Unit

log = logging.getLogger(__name__)

CONSENT = Work(Medium.CONSENT)
"""The head of this work says how much an episode may cost in all."""

MICROS = "micros"
"""The fact of a consent that says how much, in millionths of a euro."""

ENDED = (BadResult, InvalidRequest, Cancelled)
"""What a provider says of a job that it has ended: asking about it again would bring the same.

Whoever calls work off here is known by the task's own cancellation, so that `Cancelled` is the provider's word.
"""

NOT_CREATED = (InvalidRequest, Unavailable, TryAgain, Declined)
"""What a back-end says of a job that has no ticket and was never created."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bill:
    """What is about to be bought: the purchase, whose price may be `known` to nobody."""

    purchase: Purchase
    known: bool


@dataclass(frozen=True, kw_only=True)
class Till:
    """Where money is counted. `budget` is the operator's; a series may set itself a lower one."""

    store: Store
    clock: Callable[[], datetime]
    budget: Budget = field(default_factory=Budget)

    async def recover(self) -> None:
        """Tell what became of the purchases of a process that died; nothing may be at work.

        What was reserved was never created; what left for a provider and has no ticket is doubtful.
        """
        async with self.store.write() as unit:
            for bought in await unit.purchases.standing({State.RESERVED}):
                await unit.put_purchase(bought.release(self.clock()))
            placed = await unit.purchases.standing({State.PLACED})
        await self._lose(*placed)

    async def found(self, episode: EpisodeId, order: Digest, key: Digest) -> Purchase | None:
        """Return what an earlier try of the same request has left to go on with.

        Raises:
            Doubtful: it may have been created and paid already.
        """
        async with self.store.read() as reader:
            live = await reader.purchases.live(episode, order, key)
        if live is not None and live.state is State.PLACED and live.key == key:
            await self._lose(live)
        return _usable(live, key)

    async def reserve(self, bills: Sequence[Bill]) -> tuple[Purchase, ...]:
        """Reserve the money for all of these or for nothing; what was reserved or ordered before is left as it is.

        Nobody is at work on any of them.

        Raises:
            Doubtful: one of them may have been created and paid already.
            OverBudget: they would exceed a cap.
            NeedsConsent: somebody has to allow it first.
            Unpriced: there is a limit, and nobody knows what one of them costs.
        """
        await self._lose(*await self._forsaken(bills))
        async with self.store.write() as unit:
            fresh: dict[Digest, Bill] = {}
            for bill in bills:
                wanted = bill.purchase
                live = await unit.purchases.live(wanted.episode, wanted.order, wanted.key)
                if _usable(live, wanted.key) is None:
                    fresh.setdefault(wanted.key, bill)
            if fresh:
                await self._admit(unit, tuple(fresh.values()))
            for bill in fresh.values():
                await unit.add_purchase(bill.purchase)
        return tuple(bill.purchase for bill in fresh.values())

    async def _forsaken(self, bills: Sequence[Bill]) -> tuple[Purchase, ...]:
        """Return what of these was placed by a task that is not there any more."""
        async with self.store.read() as reader:
            wanted = [bill.purchase for bill in bills]
            live = [await reader.purchases.live(each.episode, each.order, each.key) for each in wanted]
        return tuple(each for each in live if each is not None and each.state is State.PLACED)

    async def _lose(self, *placed: Purchase) -> None:
        """Say that nobody can tell what became of purchases that left for a provider."""
        if not placed:
            return
        async with self.store.write() as unit:
            for each in placed:
                now = await unit.purchases.one(each.id)
                if now.state is State.PLACED:
                    log.warning("it is not known whether %s was created at %s", now.id, now.backend)
                    await unit.put_purchase(now.doubt())

    async def release(self, purchases: Sequence[Purchase]) -> None:
        """Free the money of those that have not left for a provider."""
        if not purchases:
            return
        async with self.store.write() as unit:
            for each in purchases:
                now = await unit.purchases.one(each.id)
                if now.state is State.RESERVED:
                    await unit.put_purchase(now.release(self.clock()))

    async def failed(self, purchase: Purchase, error: BaseException) -> None:
        """Keep what became of a purchase whose request did not succeed."""
        async with self.store.write() as unit:
            now = await unit.purchases.one(purchase.id)
            then = _after(now, error, self.clock())
            if then is not now:
                level = logging.INFO if then.state is State.RELEASED else logging.WARNING
                log.log(level, "purchase %s at %s is %s after: %r", now.id, now.backend, then.state, error)
                await unit.put_purchase(then)

    async def settle(self, unit: Unit, purchase: Purchase, micros: int) -> None:
        """Say in the transaction of its take what was paid."""
        now = await unit.purchases.one(purchase.id)
        if micros != now.reserved:
            log.warning("purchase %s at %s cost %d instead of %d", now.id, now.backend, micros, now.reserved)
        await unit.put_purchase(now.settle(micros, self.clock()))

    async def limits(self, reader: Reader, purchase: Purchase) -> Budget:
        """Return how much may be spent in the series of a purchase."""
        return self.budget.within((await reader.policy(purchase.series)).budget)

    async def _admit(self, unit: Unit, bills: Sequence[Bill]) -> None:
        """Let pass what keeps within all limits."""
        first, price = bills[0].purchase, sum(bill.purchase.reserved for bill in bills)
        limits = await self.limits(unit, first)
        if not limits.is_open and not all(bill.known for bill in bills):
            raise Unpriced(next(bill.purchase.model for bill in bills if not bill.known))
        counted = await unit.purchases.counted(
            person=first.person, series=first.series, episode=first.episode, at=self.clock()
        )
        cap = limits.over(counted, price)
        if cap is not None:
            raise OverBudget(cap, price, limits.left(counted)[cap])
        if limits.asks(counted, price, await allowed(unit, first.episode)):
            raise NeedsConsent(price, counted[Cap.EPISODE])


@dataclass(kw_only=True)
class Voucher:
    """The slip of one purchase (`generation.engines.base.Slip`): what it says is committed before it returns."""

    till: Till
    purchase: Purchase

    @property
    def ticket(self) -> str:
        """The provider's name for the job, from an earlier try."""
        return self.purchase.ticket

    async def place(self) -> None:
        """Commit that the job is about to be created.

        Raises:
            Doubtful: an earlier try committed that and kept no ticket, or a ticket is there to be asked about.
        """
        if self.purchase.state is not State.RESERVED:
            raise _doubt(self.purchase)
        async with self.till.store.write() as unit:
            now = await unit.purchases.one(self.purchase.id)
            if now.state is not State.RESERVED:
                raise _doubt(now)
            placed = now.place(self.till.clock())
            await unit.put_purchase(placed)
        self.purchase = placed

    async def keep(self, ticket: str) -> None:
        """Commit the provider's name for the job."""
        async with self.till.store.write() as unit:
            kept = (await unit.purchases.one(self.purchase.id)).keep(ticket)
            await unit.put_purchase(kept)
        self.purchase = kept


async def allowed(reader: Reader, episode: EpisodeId) -> int:
    """Return how much somebody has allowed an episode to cost in all, in millionths of a euro."""
    consent = await reader.head(episode, CONSENT)
    micros = consent.facts.get(MICROS) if consent else 0
    return micros if isinstance(micros, int) else 0


def _usable(live: Purchase | None, key: Digest) -> Purchase | None:
    """Return what an earlier try has left; what is doubtful stands in the way of the very same take only."""
    if live is None or live.state in GOES_ON:
        return live
    if live.key != key:
        return None
    raise _doubt(live)


def _doubt(purchase: Purchase) -> Doubtful:
    return Doubtful(f"{purchase.operation} may have been made and paid at {purchase.endpoint or purchase.backend}")


def _after(purchase: Purchase, error: BaseException, at: datetime) -> Purchase:
    """Return what a purchase is once its request has failed.

    A job with a ticket goes on wherever it is, unless the provider has ended it. Without one a back-end's word counts.
    """
    match purchase.state:
        case State.RESERVED:
            return purchase.release(at)
        case State.PLACED:
            return _unticketed(purchase, error, at)
        case State.TICKETED if isinstance(error, ENDED):
            return purchase.settle(_paid(purchase, error), at)
        case State.TICKETED if isinstance(error, Doubtful):
            return purchase.doubt()
        case _:
            return purchase


def _unticketed(purchase: Purchase, error: BaseException, at: datetime) -> Purchase:
    """A result that is no good was paid, and a back-end may say that nothing was created.

    What breaks otherwise, or is called off, leaves open what the provider has heard.
    """
    if isinstance(error, GenerationError) and error.micros:
        return purchase.settle(error.micros, at)
    if isinstance(error, NOT_CREATED):
        return purchase.release(at)
    return purchase.settle(_paid(purchase, error), at) if isinstance(error, BadResult) else purchase.doubt()


def _paid(purchase: Purchase, error: GenerationError) -> int:
    return purchase.reserved if error.micros is None else error.micros
