"""What work takes, and what it is expected to take."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.costs import Cost, Piece, estimate
from tests.storage_strategies import costs

pieces = st.lists(st.tuples(st.sampled_from(["panel", "clip", "voice", "cue"]), st.sampled_from(["ink", "wan"])))
usual = st.dictionaries(st.tuples(st.sampled_from(["panel", "clip", "voice"]), st.sampled_from(["ink", "wan"])), costs)


@given(costs, costs, costs)
def test_costs_add_up_in_any_order(one: Cost, two: Cost, three: Cost) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Cost() == one


@given(pieces, usual)
def test_an_estimate_counts_every_piece_and_adds_what_each_usually_costs(
    missing: list[Piece], known: dict[Piece, Cost]
) -> None:
    expected = estimate(missing, known)
    assert expected.missing == Counter(medium for medium, _ in missing)
    assert expected.timed is (set(missing) <= known.keys())
    assert expected.pieces == len(missing)
    assert expected.cost == sum((known[each] for each in missing if each in known), Cost())


@given(pieces, pieces, usual)
def test_what_is_missing_together_costs_what_it_costs_apart(
    one: list[Piece], two: list[Piece], known: dict[Piece, Cost]
) -> None:
    assert estimate(one + two, known).cost == estimate(one, known).cost + estimate(two, known).cost
