"""Where an episode stands, and the only ways from one stage to the next.

    writing ⇄ synopsis review → boarding ⇄ storyboard review → shooting ⇄ cut review → finishing → released

In a working stage the studio works; in a review people decide, for as long as they like. A creator may reopen the
story from any stage before the release: what does not change keeps its takes.
"""

from collections.abc import Mapping
from enum import StrEnum

from storage.domain.errors import Refused


class Stage(StrEnum):
    """Where an episode stands."""

    WRITING = "writing"
    SYNOPSIS_REVIEW = "synopsis-review"
    BOARDING = "boarding"
    STORYBOARD_REVIEW = "storyboard-review"
    SHOOTING = "shooting"
    CUT_REVIEW = "cut-review"
    FINISHING = "finishing"
    RELEASED = "released"


class Step(StrEnum):
    """What moves an episode on."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    REOPENED = "reopened"


WORKING = frozenset({Stage.WRITING, Stage.BOARDING, Stage.SHOOTING, Stage.FINISHING})
"""The stages in which the studio has something to do."""

REVIEWS = frozenset({Stage.SYNOPSIS_REVIEW, Stage.STORYBOARD_REVIEW, Stage.CUT_REVIEW})
"""The stages in which people have something to decide."""

NEXT: Mapping[tuple[Stage, Step], Stage] = {
    (Stage.WRITING, Step.DRAFTED): Stage.SYNOPSIS_REVIEW,
    (Stage.SYNOPSIS_REVIEW, Step.APPROVED): Stage.BOARDING,
    (Stage.SYNOPSIS_REVIEW, Step.SENT_BACK): Stage.WRITING,
    (Stage.BOARDING, Step.DRAFTED): Stage.STORYBOARD_REVIEW,
    (Stage.STORYBOARD_REVIEW, Step.APPROVED): Stage.SHOOTING,
    (Stage.STORYBOARD_REVIEW, Step.SENT_BACK): Stage.BOARDING,
    (Stage.SHOOTING, Step.DRAFTED): Stage.CUT_REVIEW,
    (Stage.CUT_REVIEW, Step.APPROVED): Stage.FINISHING,
    (Stage.CUT_REVIEW, Step.SENT_BACK): Stage.SHOOTING,
    (Stage.FINISHING, Step.DRAFTED): Stage.RELEASED,
} | {(stage, Step.REOPENED): Stage.WRITING for stage in Stage if stage is not Stage.RELEASED}


def advance(stage: Stage, step: Step) -> Stage:
    """Return the stage that follows.

    Raises:
        Refused: the step is not possible at this stage.
    """
    try:
        return NEXT[stage, step]
    except KeyError:
        raise Refused("not-at-this-stage") from None
