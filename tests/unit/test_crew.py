"""Who may do what."""

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.crew import RIGHTS, Right, Role, rights

roles = st.frozensets(st.sampled_from(Role))


@given(roles, st.booleans())
def test_someone_may_do_what_any_of_their_roles_may(held: frozenset[Role], supervised: bool) -> None:  # noqa: FBT001 - drawn
    may = rights(held, supervised=supervised)
    for right in set(Right) - {Right.DECIDE}:
        assert (right in may) == any(right in RIGHTS.get(role, ()) for role in held)


@given(roles)
def test_supervisors_decide_and_a_creator_only_where_there_are_none(held: frozenset[Role]) -> None:
    assert (Right.DECIDE in rights(held, supervised=True)) == (Role.SUPERVISOR in held)
    assert (Right.DECIDE in rights(held, supervised=False)) == bool(held & {Role.SUPERVISOR, Role.CREATOR})


@given(roles, roles, st.booleans())
def test_a_further_role_never_takes_a_right_away(
    held: frozenset[Role],
    more: frozenset[Role],
    supervised: bool,  # noqa: FBT001 - drawn
) -> None:
    assert rights(held, supervised=supervised) <= rights(held | more, supervised=supervised)


def test_a_stranger_may_do_nothing() -> None:
    assert rights((), supervised=False) == frozenset()
