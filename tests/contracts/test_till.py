"""The till over a real database: whatever fails, and whenever the process dies, nothing is bought twice and the books
are never below what a provider has billed.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from agents.errors import NeedsConsent, OverBudget, Unpriced
from agents.till import MICROS, Bill, Till, Voucher
from generation.errors import BadResult, Busy, Cancelled, Declined, Doubtful, GenerationError, InvalidRequest, TryAgain
from storage.domain.budget import Budget, Cap, books
from storage.domain.ids import Digest, EpisodeId, PurchaseId
from storage.domain.purchase import Purchase, State
from storage.domain.review import Policy
from storage.domain.takes import Medium, Work
from storage.store import Store
from tests.storage_samples import ANA, EPISODE, NOON, SERIES, act, digest, furnish, open_store, take

CENT = 10_000


class Death(BaseException):
    """The process is gone: nothing after it runs."""


@dataclass
class Far:
    """A provider: what it was asked to create, by key, and what it bills for."""

    created: Counter[str] = field(default_factory=Counter)
    billed: int = 0

    def create(self, bought: Purchase, price: int) -> str:
        """Begin a job, and bill it."""
        self.created[bought.key] += 1
        self.billed += price
        return f"job-{bought.key}-{self.created[bought.key]}"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """A database with an episode in it."""
    opened = await open_store(tmp_path)
    await furnish(opened)
    yield opened
    await opened.close()


def till(store: Store, **limits: int) -> Till:
    """Return a till with caps, by their names, and a threshold `ask`."""
    ask = limits.pop("ask", None)
    budget = Budget(caps={Cap(name): most for name, most in limits.items()}, ask_above=ask)
    return Till(store=store, clock=lambda: NOON, budget=budget)


def bill(name: str, price: int = 10 * CENT, *, known: bool = True, episode: EpisodeId = EPISODE.id) -> Bill:
    """Return what is about to be bought, as an order of that name."""
    bought = Purchase(
        id=PurchaseId(f"{name}-{Random().random()}"), series=SERIES.id, episode=episode, person=ANA.id,
        key=Digest(f"key-{name}"), order=Digest(f"order-{name}"), operation="clip", backend="far", model="Far",
        version="1", licence="x", endpoint="far.test", reserved=price, at=NOON,
    )  # fmt: skip
    return Bill(purchase=bought, known=known)


async def state(store: Store, bought: Purchase) -> State:
    """Return where a purchase stands."""
    async with store.read() as reader:
        return (await reader.purchases.one(bought.id)).state


async def counted(store: Store) -> dict[Cap, int]:
    """Return what the caps count."""
    async with store.read() as reader:
        ours = {"person": ANA.id, "series": SERIES.id, "episode": EPISODE.id}
        return dict(await reader.purchases.counted(**ours, at=NOON))  # type: ignore[arg-type]  # names and ids agree


async def test_a_batch_is_reserved_whole_or_not_at_all(store: Store) -> None:
    strict = till(store, episode=25 * CENT)
    with pytest.raises(OverBudget) as refused:
        await strict.reserve([bill("a"), bill("b"), bill("c")])
    assert refused.value.facts == {"cap": "episode", "price": str(30 * CENT), "left": str(25 * CENT)}
    assert await counted(store) == dict.fromkeys(Cap, 0)
    assert len(await strict.reserve([bill("a"), bill("b"), bill("a")])) == 2, "the same twice is one"
    assert await counted(store) == dict.fromkeys(Cap, 20 * CENT)
    assert await strict.reserve([bill("a")]) == (), "what is reserved is not reserved again"


async def test_what_is_not_needed_is_free_again_and_what_was_placed_is_not(store: Store) -> None:
    ours = till(store)
    one, two = await ours.reserve([bill("a"), bill("b")])
    await Voucher(till=ours, purchase=one).place()
    await ours.release([one, two])
    assert (await state(store, one), await state(store, two)) == (State.PLACED, State.RELEASED)


async def test_above_the_threshold_nothing_is_reserved_until_somebody_allows_it(store: Store) -> None:
    asking = till(store, ask=5 * CENT)
    with pytest.raises(NeedsConsent) as refused:
        await asking.reserve([bill("a")])
    assert refused.value.facts == {"price": str(10 * CENT), "spent": "0", "total": str(10 * CENT)}
    await _consent(store, 10 * CENT)
    await asking.reserve([bill("a")])
    with pytest.raises(NeedsConsent):
        await asking.reserve([bill("b")])


async def test_a_series_own_lower_limits_hold_and_its_higher_ones_do_not(store: Store) -> None:
    async with store.write() as unit:
        await unit.agree(SERIES.id, Policy(cap=15 * CENT, ask_above=90 * CENT))
    with pytest.raises(OverBudget) as refused:
        await till(store, series=90 * CENT).reserve([bill("a"), bill("b")])
    assert refused.value.facts["left"] == str(15 * CENT)
    with pytest.raises(NeedsConsent):
        await till(store, ask=5 * CENT).reserve([bill("a")])


async def test_what_nobody_knows_the_price_of_is_bought_only_where_there_is_no_limit(store: Store) -> None:
    with pytest.raises(Unpriced, match="Far"):
        await till(store, day=100 * CENT).reserve([bill("a", 0, known=False)])
    assert await till(store).reserve([bill("a", 0, known=False)])


async def test_a_day_is_over_at_midnight_and_a_series_is_not(store: Store) -> None:
    await till(store).reserve([bill("a")])
    async with store.read() as reader:
        ours = {"person": ANA.id, "series": SERIES.id, "episode": EPISODE.id}
        later = await reader.purchases.counted(**ours, at=NOON + timedelta(hours=12))  # type: ignore[arg-type]
    assert later == {Cap.DAY: 0, Cap.SERIES: 10 * CENT, Cap.EPISODE: 10 * CENT, Cap.PERSON: 10 * CENT}


ENDS: dict[tuple[str, BaseException], State] = {
    ("reserved", asyncio.CancelledError()): State.RELEASED,
    ("reserved", TryAgain("x")): State.RELEASED,
    ("placed", TryAgain("x")): State.RELEASED,
    ("placed", Busy("x")): State.RELEASED,
    ("placed", InvalidRequest("x")): State.RELEASED,
    ("placed", Declined("x")): State.RELEASED,
    ("placed", BadResult("x")): State.SETTLED,
    ("placed", Doubtful("x")): State.DOUBTFUL,
    ("placed", Cancelled("x")): State.DOUBTFUL,
    ("placed", asyncio.CancelledError()): State.DOUBTFUL,
    ("placed", OSError("x")): State.DOUBTFUL,
    ("ticketed", TryAgain("x")): State.TICKETED,
    ("ticketed", asyncio.CancelledError()): State.TICKETED,
    ("ticketed", OSError("x")): State.TICKETED,
    ("ticketed", BadResult("x")): State.SETTLED,
    ("ticketed", Cancelled("x")): State.SETTLED,
    ("ticketed", InvalidRequest("x")): State.SETTLED,
    ("ticketed", Doubtful("x")): State.DOUBTFUL,
}


@pytest.mark.parametrize(("when", "error"), ENDS, ids=lambda each: getattr(each, "__class__", str).__name__)
async def test_what_failed_is_free_goes_on_was_paid_or_is_doubtful(
    when: str, error: BaseException, store: Store
) -> None:
    ours = till(store)
    (bought,) = await ours.reserve([bill("a")])
    voucher = Voucher(till=ours, purchase=bought)
    if when != "reserved":
        await voucher.place()
    if when == "ticketed":
        await voucher.keep("job-1")
    await ours.failed(bought, error)
    assert await state(store, bought) == ENDS[when, error]


async def test_a_failure_that_was_billed_counts_as_the_provider_says(store: Store) -> None:
    ours = till(store)
    (bought,) = await ours.reserve([bill("a")])
    await Voucher(till=ours, purchase=bought).place()
    error = BadResult("the film is empty")
    error.micros = 3 * CENT
    await ours.failed(bought, error)
    assert (await counted(store))[Cap.EPISODE] == 3 * CENT


async def test_what_was_placed_is_not_placed_again_by_anybody(store: Store) -> None:
    ours = till(store)
    (bought,) = await ours.reserve([bill("a")])
    first, second = Voucher(till=ours, purchase=bought), Voucher(till=ours, purchase=bought)
    await first.place()
    for voucher in (first, second):
        with pytest.raises(Doubtful, match=r"may have been made and paid at far\.test"):
            await voucher.place()
    await first.keep("job-1")
    assert (first.ticket, second.ticket) == ("job-1", "")
    found = await ours.found(EPISODE.id, bought.order, bought.key)
    assert found
    assert found.ticket == "job-1"


async def test_what_a_task_has_placed_and_left_behind_is_doubtful_and_can_be_asked_again(store: Store) -> None:
    ours = till(store)
    for name, ask in (("a", False), ("b", True)):
        (bought,) = await ours.reserve([bill(name)])
        await Voucher(till=ours, purchase=bought).place()
        with pytest.raises(Doubtful):
            await (ours.reserve([bill(name)]) if ask else ours.found(EPISODE.id, bought.order, bought.key))
        assert await state(store, bought) is State.DOUBTFUL


async def test_what_is_doubtful_stands_in_the_way_of_the_same_model_only(store: Store) -> None:
    ours = till(store)
    (bought,) = await ours.reserve([bill("a")])
    await Voucher(till=ours, purchase=bought).place()
    await ours.recover()
    assert await state(store, bought) is State.DOUBTFUL
    with pytest.raises(Doubtful):
        await ours.found(EPISODE.id, bought.order, bought.key)
    with pytest.raises(Doubtful):
        await ours.reserve([bill("b"), bill("a")])
    assert (await counted(store))[Cap.EPISODE] == 10 * CENT, "nothing of the batch is reserved"
    assert await ours.found(EPISODE.id, bought.order, Digest("another model's")) is None


async def test_a_ticket_is_found_though_another_model_was_asked_for_the_same_before_it(store: Store) -> None:
    ours = till(store)
    (lost,) = await ours.reserve([bill("a")])
    await Voucher(till=ours, purchase=lost).place()
    await ours.recover()
    other = bill("a")
    other = replace(other, purchase=replace(other.purchase, key=Digest("another model's"), backend="near"))
    (bought,) = await ours.reserve([other])
    voucher = Voucher(till=ours, purchase=bought)
    await voucher.place()
    await voucher.keep("job-1")
    await ours.recover()
    assert await ours.reserve([other]) == ()
    found = await ours.found(EPISODE.id, bought.order, bought.key)
    assert found
    assert (found.id, found.ticket) == (bought.id, "job-1")


async def test_what_another_model_has_placed_is_doubtful_by_itself(store: Store) -> None:
    ours = till(store)
    for name, key in (("first", "key-a"), ("second", "another model's")):
        wanted = bill("a")
        wanted = replace(wanted, purchase=replace(wanted.purchase, id=PurchaseId(name), key=Digest(key)))
        (bought,) = await ours.reserve([wanted])
        await Voucher(till=ours, purchase=bought).place()
        with pytest.raises(Doubtful):
            await ours.found(EPISODE.id, bought.order, bought.key)
        assert await state(store, bought) is State.DOUBTFUL


@pytest.mark.parametrize("seed", range(12))
async def test_the_books_balance_over_random_failures_and_restarts(seed: int, store: Store) -> None:
    random, far, pressed = Random(seed), Far(), Counter[str]()
    ours = till(store, episode=400 * CENT)
    done: set[str] = set()
    for _ in range(60):
        name = random.choice("abcdefgh")
        if name in done:
            continue
        try:
            await _try(ours, far, bill(name, random.choice([0, 3, 10]) * CENT), random)
            done.add(name)
        except Death:
            await ours.recover()
        except (OverBudget, GenerationError, OSError, asyncio.CancelledError):
            pass
        if random.random() < 0.2:
            pressed += await _press(ours, random)
        await _balanced(store, far, pressed)
    assert far.created, "something was bought"


async def _try(ours: Till, far: Far, wanted: Bill, random: Random) -> None:
    """Buy one piece as the gate does; it may fail or die anywhere."""
    bought = await ours.found(EPISODE.id, wanted.purchase.order, wanted.purchase.key)
    if bought is None:
        (bought,) = await ours.reserve([wanted])
    voucher = Voucher(till=ours, purchase=bought)
    try:
        if not voucher.ticket:
            _may_fail(random, "before")
            await voucher.place()
            _may_fail(random, "placed")
            ticket = far.create(bought, bought.reserved)
            _may_fail(random, "created")
            await voucher.keep(ticket)
        _may_fail(random, "polled")
    except Death:
        raise
    except BaseException as error:
        await ours.failed(bought, error)
        raise
    async with ours.store.write() as unit:
        await ours.settle(unit, bought, bought.reserved)


FAILURES: dict[str, tuple[BaseException, ...]] = {
    "before": (TryAgain("x"), asyncio.CancelledError(), Death()),
    "placed": (TryAgain("x"), Declined("x"), asyncio.CancelledError(), Death()),
    "created": (Doubtful("x"), BadResult("x"), asyncio.CancelledError(), OSError("x"), Death()),
    "polled": (TryAgain("x"), BadResult("x"), asyncio.CancelledError(), Death()),
}


def _may_fail(random: Random, when: str) -> None:
    if random.random() < 0.25:
        raise random.choice(FAILURES[when])


async def _press(ours: Till, random: Random) -> Counter[str]:
    """Let a person have one doubtful piece asked again."""
    async with ours.store.write() as unit:
        doubtful = await unit.purchases.doubtful(EPISODE.id)
        if not doubtful:
            return Counter()
        chosen = random.choice(doubtful)
        await unit.put_purchase(chosen.write_off(NOON))
    return Counter([chosen.key])


async def _balanced(store: Store, far: Far, pressed: Counter[str]) -> None:
    async with store.read() as reader:
        every = await reader.purchases.of_series(SERIES.id)
    bought = Counter(each.key for each in every if each.state is not State.RELEASED)
    assert far.created <= bought, "whatever was created has a purchase of its own that counts"
    assert Counter(each.key for each in every if each.state is State.WRITTEN_OFF) == pressed
    assert books(every).counted == (await counted(store))[Cap.SERIES]
    assert books(every).counted >= far.billed
    assert books(every).counted <= 400 * CENT


async def _consent(store: Store, micros: int) -> None:
    """Let somebody have allowed the episode to cost so much."""
    async with store.write() as unit:
        await unit.record(act(1))
        consent = replace(take(1, Work(Medium.CONSENT)), facts={MICROS: micros}, digest=digest("made1"))
        await unit.add_take(consent)
        await unit.choose(consent)
