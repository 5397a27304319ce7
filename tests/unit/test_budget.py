"""Purchases and the budgets they are held against: the rules, without a store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.budget import Books, Budget, Cap, books
from storage.domain.errors import InvalidValue, Outdated
from storage.domain.ids import Digest, EpisodeId, PersonId, PurchaseId, SeriesId
from storage.domain.purchase import AT_WORK, DOUBTED, LIVE, Purchase, State

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
micros = st.integers(0, 10_000_000)
caps = st.dictionaries(st.sampled_from(Cap), micros)
budgets = st.builds(Budget, caps=caps, ask_above=st.none() | micros)

STEPS: dict[State, Callable[[Purchase, int], Purchase]] = {
    State.PLACED: lambda each, _: each.place(NOON),
    State.TICKETED: lambda each, _: each.keep("job-1"),
    State.SETTLED: lambda each, paid: each.settle(paid, NOON),
    State.RELEASED: lambda each, _: each.release(NOON),
    State.DOUBTFUL: lambda each, _: each.doubt(),
    State.WRITTEN_OFF: lambda each, _: each.write_off(NOON),
}


def purchase(reserved: int = 40_000, state: State = State.RESERVED) -> Purchase:
    """Return a purchase of one clip."""
    return Purchase(
        id=PurchaseId("p"), series=SeriesId("s"), episode=EpisodeId("e"), person=PersonId("ana"), key=Digest("k"),
        order=Digest("o"), operation="clip", backend="far", model="Far", version="1", licence="x", endpoint="far.test",
        reserved=reserved, at=NOON, state=state,
    )  # fmt: skip


@st.composite
def lives(draw: st.DrawFn) -> Purchase:
    """Let a purchase go any way it may."""
    each = purchase(draw(micros))
    for state in draw(st.lists(st.sampled_from(list(STEPS)))):
        try:
            each = STEPS[state](each, draw(micros))
        except Outdated:
            continue
    return each


@given(st.lists(lives()))
def test_the_books_are_the_sum_of_what_is_paid_reserved_and_doubtful(bought: list[Purchase]) -> None:
    kept = books(bought)
    assert kept.counted == sum(each.micros for each in bought)
    assert kept.counted == sum(each.micros for each in bought if each.state is not State.RELEASED)
    assert kept.settled == sum(each.settled or 0 for each in bought if each.state is State.SETTLED)
    assert AT_WORK | DOUBTED | {State.SETTLED, State.RELEASED} == set(State)


@given(lives())
def test_whatever_happens_a_purchase_counts_until_a_person_or_the_provider_frees_it(bought: Purchase) -> None:
    if bought.state is State.RELEASED:
        assert bought.micros == 0
    else:
        assert bought.micros == (bought.reserved if bought.settled is None else bought.settled)
    assert (bought.ended is None) == (bought.state in LIVE)
    assert (bought.settled is not None) == (bought.state is State.SETTLED)


@given(lives(), st.sampled_from(list(STEPS)), micros)
def test_what_has_come_to_its_end_never_changes(bought: Purchase, state: State, paid: int) -> None:
    if bought.state not in LIVE:
        with pytest.raises(Outdated, match=f"is {bought.state}"):
            STEPS[state](bought, paid)


def test_only_what_was_placed_can_be_doubtful_and_only_what_is_doubtful_is_written_off() -> None:
    with pytest.raises(Outdated):
        purchase().doubt()
    with pytest.raises(Outdated):
        purchase().place(NOON).write_off(NOON)
    lost = purchase().place(NOON).doubt().write_off(NOON)
    assert books([lost]) == Books(doubtful=40_000)
    assert books([purchase().place(NOON).doubt().release(NOON)]) == Books()


def test_a_ticket_is_kept_once_and_never_changes() -> None:
    kept = purchase().place(NOON).keep("job-1")
    assert kept.keep("job-1") is kept
    with pytest.raises(Outdated):
        kept.keep("job-2")
    with pytest.raises(InvalidValue, match="needs a name"):
        purchase().place(NOON).keep("")
    with pytest.raises(Outdated):
        purchase().keep("job-1")


@given(budgets, st.dictionaries(st.sampled_from(Cap), micros), micros)
def test_a_price_is_over_a_cap_exactly_if_it_and_what_counts_exceed_one(
    budget: Budget, counted: dict[Cap, int], price: int
) -> None:
    exceeded = {cap for cap, most in budget.caps.items() if price and max(counted.get(cap, 0) + price - most, 0)}
    over = budget.over(counted, price)
    assert (over is not None) == bool(exceeded)
    if over:
        left = budget.left(counted)
        assert over in exceeded
        assert left[over] == min(left[cap] for cap in exceeded)


@given(budgets, budgets, st.dictionaries(st.sampled_from(Cap), micros), micros)
def test_a_budget_within_another_keeps_to_both(one: Budget, two: Budget, counted: dict[Cap, int], price: int) -> None:
    both = one.within(two)
    assert (both.over(counted, price) is None) == all(each.over(counted, price) is None for each in (one, two))
    assert both.asks(counted, price, 0) == any(each.asks(counted, price, 0) for each in (one, two))
    assert both == two.within(one)


@given(micros, micros, micros, micros)
def test_somebody_is_asked_until_they_allow_the_episode_as_much_as_it_comes_to(
    above: int, spent: int, price: int, allowed: int
) -> None:
    budget, counted = Budget(ask_above=above), {Cap.EPISODE: spent}
    assert budget.asks(counted, price, allowed) == (price > 0 and spent + price > max(above, allowed))
    assert not budget.asks(counted, price, spent + price)
    assert not Budget().asks(counted, price, 0)


def test_money_that_is_less_than_nothing_is_refused() -> None:
    with pytest.raises(InvalidValue):
        purchase(-1)
    with pytest.raises(InvalidValue):
        replace(purchase(), settled=-1)
    with pytest.raises(InvalidValue):
        Budget(caps={Cap.DAY: -1})
    assert Budget().is_open
    assert not Budget(ask_above=0).is_open
