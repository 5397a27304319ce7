"""Where an episode can go from where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import Refused
from storage.domain.stages import IN_BOOK, NEXT, REVIEWS, SHOWINGS, WORKING, Stage, Step, advance


def test_three_approvals_lead_from_an_idea_to_the_release() -> None:
    steps = [Step.DRAFTED, Step.APPROVED] * 3 + [Step.DRAFTED]
    stage = Stage.WRITING
    for step in steps:
        stage = advance(stage, step)
    assert stage is Stage.RELEASED


def test_two_approvals_lead_from_a_translation_to_the_release() -> None:
    stage = Stage.TRANSLATING
    for step in [Step.DRAFTED, Step.APPROVED] * 2 + [Step.DRAFTED]:
        stage = advance(stage, step)
    assert stage is Stage.RELEASED


@pytest.mark.parametrize("stage", [Stage.SHOOTING, Stage.FINISHING])
def test_words_that_change_while_it_is_shot_recall_an_edition_to_its_translation(stage: Stage) -> None:
    assert advance(stage, Step.RETRANSLATED) is Stage.TRANSLATING


def test_what_changes_after_the_cut_was_approved_is_shown_again_before_the_release() -> None:
    stage = advance(Stage.FINISHING, Step.SENT_BACK)
    assert advance(stage, Step.DRAFTED) is Stage.CUT_REVIEW


def test_a_book_goes_from_rest_to_planning_and_back_and_becomes_no_episode() -> None:
    assert advance(Stage.BOOK, Step.COMMISSIONED) is Stage.PLANNING
    assert advance(Stage.PLANNING, Step.DRAFTED) is Stage.BOOK
    assert {after for (stage, _), after in NEXT.items() if stage in IN_BOOK} == IN_BOOK


def test_every_stage_is_work_or_review_or_the_end_or_no_stage_of_an_episode() -> None:
    assert WORKING | REVIEWS | {Stage.RELEASED, Stage.BOOK} == set(Stage)
    assert not WORKING & REVIEWS


@given(st.sampled_from(sorted(REVIEWS)))
def test_every_review_leads_back_to_the_work_that_led_into_it(review: Stage) -> None:
    ways = [(stage, step) for (stage, step), after in NEXT.items() if after is review]
    (work,) = {stage for stage, _ in ways}
    assert work in WORKING
    assert advance(review, Step.SENT_BACK) is work


@given(st.sampled_from(sorted(SHOWINGS)))
def test_a_showing_interrupts_its_work_and_gives_it_back_whatever_is_said(review: Stage) -> None:
    work, drafted = SHOWINGS[review]
    assert advance(work, drafted) is review
    assert advance(review, Step.APPROVED) is advance(review, Step.SENT_BACK) is work
    assert advance(work, Step.DRAFTED) not in SHOWINGS, "what every team sees comes next"


@given(st.lists(st.sampled_from(Step), max_size=30))
def test_no_showing_can_be_passed_by_and_the_release_is_reached_through_a_cut_alone(steps: list[Step]) -> None:
    stage, before = Stage.WRITING, Stage.WRITING
    for step in steps:
        if (stage, step) in NEXT:
            before, stage = stage, advance(stage, step)
            assert stage is not Stage.RELEASED or before is Stage.FINISHING
            assert stage is not Stage.FINISHING or before is Stage.CUT_REVIEW


@given(st.sampled_from(Stage), st.sampled_from(Step))
def test_a_step_that_is_not_in_the_table_is_refused(stage: Stage, step: Step) -> None:
    if (stage, step) in NEXT:
        assert advance(stage, step) is NEXT[stage, step]
    else:
        with pytest.raises(Refused, match="not-at-this-stage"):
            advance(stage, step)


@given(st.sampled_from(Step))
def test_nothing_moves_a_released_episode(step: Step) -> None:
    with pytest.raises(Refused):
        advance(Stage.RELEASED, step)
