"""Who may do what."""

from itertools import dropwhile, takewhile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.crew import DECIDING, RIGHTS, Right, Role, rights

roles = st.frozensets(st.sampled_from(Role))


@given(roles, st.booleans())
def test_someone_may_do_what_any_of_their_roles_may(held: frozenset[Role], supervised: bool) -> None:  # noqa: FBT001 - drawn
    may = rights(held, supervised=supervised)
    for right in set(Right) - {Right.DECIDE}:
        assert (right in may) == any(right in RIGHTS.get(role, ()) for role in held)


@given(roles)
def test_those_named_for_it_decide_and_a_creator_only_where_there_are_none(held: frozenset[Role]) -> None:
    assert (Right.DECIDE in rights(held, supervised=True)) == bool(held & DECIDING)
    assert (Right.DECIDE in rights(held, supervised=False)) == bool(held & (DECIDING | {Role.CREATOR}))


@given(roles, roles, st.booleans())
def test_a_further_role_never_takes_a_right_away(
    held: frozenset[Role],
    more: frozenset[Role],
    supervised: bool,  # noqa: FBT001 - drawn
) -> None:
    assert rights(held, supervised=supervised) <= rights(held | more, supervised=supervised)


def test_a_stranger_may_do_nothing() -> None:
    assert rights((), supervised=False) == frozenset()


def test_the_table_in_the_documents_is_the_one_that_is_obeyed() -> None:
    text = (Path(__file__).parents[2] / "docs" / "howto" / "team.md").read_text(encoding="utf-8")
    table = takewhile(
        lambda line: line.startswith("|"), dropwhile(lambda line: "| role" not in line, text.splitlines())
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table if line.startswith("| ")]
    head, *body = rows
    assert [role for role, *_ in body] == [role for role in Role if role is not Role.TOOL]
    for role, *cells in body:
        alone = rights([Role(role)], supervised=False)
        for right, cell in zip(head[1:], cells, strict=True):
            expected = "yes" if Right(right) in RIGHTS.get(Role(role), ()) else "alone" if Right(right) in alone else ""
            assert cell == expected, (role, right)
