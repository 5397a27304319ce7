"""What work takes, and what it is expected to take."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.costs import Cost, estimate
from tests.storage_strategies import costs

operations = st.lists(st.sampled_from(["panel", "clip", "voice", "cue"]))
usual = st.dictionaries(st.sampled_from(["panel", "clip", "voice"]), costs)


@given(costs, costs, costs)
def test_costs_add_up_in_any_order(one: Cost, two: Cost, three: Cost) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Cost() == one


@given(operations, usual)
def test_an_estimate_counts_every_piece_and_adds_what_each_usually_costs(
    missing: list[str], known: dict[str, Cost]
) -> None:
    expected = estimate(missing, known)
    assert expected.missing == Counter(missing)
    assert expected.pieces == len(missing)
    assert expected.cost == sum((known[each] for each in missing if each in known), Cost())


@given(operations, operations, usual)
def test_what_is_missing_together_costs_what_it_costs_apart(
    one: list[str], two: list[str], known: dict[str, Cost]
) -> None:
    assert estimate(one + two, known).cost == estimate(one, known).cost + estimate(two, known).cost
