"""What people say about a draft, and what follows from it."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import InvalidValue
from storage.domain.ids import DraftId, PersonId
from storage.domain.review import (
    DRAFTED,
    OPTIONAL,
    REVIEW_OF,
    Decision,
    DraftKind,
    Outcome,
    Policy,
    Quorum,
    Verdict,
    needed,
    outcome,
    voters,
)
from storage.domain.stages import NEXT, REVIEWS

verdicts = st.builds(
    Verdict,
    draft=st.just(DraftId("d")),
    person=st.sampled_from([PersonId(name) for name in ("ana", "bo", "cy", "di")]),
    decision=st.sampled_from(Decision),
    reason=st.just(""),
    at=st.just(datetime(2026, 1, 31, tzinfo=UTC)),
)
one_each = st.lists(verdicts, unique_by=lambda verdict: verdict.person)
approvals = st.lists(verdicts.filter(lambda verdict: verdict.decision is Decision.APPROVE))
quorums = st.integers(1, 5)
names = st.sampled_from([PersonId(name) for name in ("ana", "bo", "cy", "di")])


@given(one_each, quorums)
def test_one_person_can_send_a_draft_back_whatever_the_others_say(said: list[Verdict], quorum: int) -> None:
    sent_back = any(verdict.decision is Decision.SEND_BACK for verdict in said)
    assert (outcome(said, quorum) is Outcome.SENT_BACK) == sent_back


@given(approvals, quorums)
def test_a_draft_is_approved_when_enough_different_people_approve_it(said: list[Verdict], quorum: int) -> None:
    people = {verdict.person for verdict in said}
    assert outcome(said, quorum) is (Outcome.APPROVED if len(people) >= quorum else Outcome.OPEN)


@given(one_each, quorums, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_spoke_first(said: list[Verdict], quorum: int, random: Random) -> None:
    assert outcome(random.sample(said, len(said)), quorum) is outcome(said, quorum)


def test_a_draft_nobody_has_spoken_about_is_open() -> None:
    assert outcome(()) is Outcome.OPEN


def test_every_review_stage_decides_its_own_kind_of_draft() -> None:
    assert set(REVIEW_OF) == REVIEWS
    assert sorted(REVIEW_OF.values()) == sorted(DraftKind)


@given(st.sampled_from(Quorum), st.frozensets(names))
def test_a_draft_never_needs_more_approvals_than_there_are_people_to_give_them(
    quorum: Quorum, voting: frozenset[PersonId]
) -> None:
    assert 1 <= needed(quorum, voting) <= max(1, len(voting))
    assert needed(Quorum.ONE, voting) <= needed(Quorum.TWO, voting) <= max(2, needed(Quorum.ALL, voting))


@given(st.frozensets(names, min_size=1), st.dictionaries(names, names))
def test_somebody_always_decides_whoever_is_away(
    deciders: frozenset[PersonId], deputies: dict[PersonId, PersonId]
) -> None:
    here = voters(deciders, deputies)
    assert here
    assert here <= deciders | set(deputies.values())
    assert here == deciders or not here & deputies.keys()


def test_a_deputy_decides_for_who_is_away() -> None:
    ana, bo, cy = (PersonId(name) for name in ("ana", "bo", "cy"))
    assert voters({ana, bo}, {ana: cy}) == {bo, cy}
    assert voters({ana, bo}, {ana: bo}) == {bo}
    assert voters({ana}, {ana: cy, cy: bo}) == {ana}


@given(st.sampled_from(DraftKind), st.booleans())
def test_a_team_asks_for_what_is_optional_and_for_nothing_else(kind: DraftKind, asks: bool) -> None:  # noqa: FBT001 - drawn
    usual = Policy(quorum={DraftKind.CUT: Quorum.ALL}, own=False)
    assert usual.asks(kind) is (kind not in OPTIONAL)
    if kind not in OPTIONAL:
        with pytest.raises(InvalidValue, match=kind):
            usual.asking(kind, asks=asks)
        return
    other = usual.asking(kind, asks=asks)
    assert other.asks(kind) is asks
    assert other.asking(kind, asks=False) == usual


def test_each_kind_of_draft_is_opened_by_the_step_into_its_review() -> None:
    for stage, kind in REVIEW_OF.items():
        assert stage in {after for (_, step), after in NEXT.items() if step is DRAFTED[kind]}


def test_a_team_that_has_agreed_on_nothing_takes_anyones_word() -> None:
    assert {Policy().of(kind) for kind in DraftKind} == {Quorum.ONE}
    assert Policy().own
    assert not Policy().asked
