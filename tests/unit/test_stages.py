"""Where an episode can go from where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import Refused
from storage.domain.stages import NEXT, REVIEWS, WORKING, Stage, Step, advance


def test_three_approvals_lead_from_an_idea_to_the_release() -> None:
    steps = [Step.DRAFTED, Step.APPROVED] * 3 + [Step.DRAFTED]
    stage = Stage.WRITING
    for step in steps:
        stage = advance(stage, step)
    assert stage is Stage.RELEASED


def test_every_stage_is_work_or_review_or_the_end() -> None:
    assert WORKING | REVIEWS | {Stage.RELEASED} == set(Stage)
    assert not WORKING & REVIEWS


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
