"""Where an episode stands, and the only ways from one stage to the next.

    writing ⇄ synopsis review → boarding ⇄ storyboard review → shooting ⇄ cut review → finishing → released
       ⇅                           ⇅     ⇅
    (cast review)      (script review) (voices review)

    translating ⇄ translation review → shooting ⇄ cut review → finishing → released

In a working stage the studio works; in a review people decide, for as long as they like. The reviews in brackets are
for teams that ask for them: both verdicts lead back to the work they interrupt, which goes on from what was approved.
Words that are changed while the episode is shot recall it to boarding, where such a team sees them.
The second way is that of an edition: its pictures are drawn already, its words are those of another language. Words
of it that are changed while it is shot recall it to the translation.

A creator may reopen the story from any stage before the release: what does not change keeps its takes.

The book of a series goes from rest to planning and back.
"""

from collections.abc import Mapping
from enum import StrEnum

from storage.domain.errors import Refused


class Stage(StrEnum):
    """Where an episode stands."""

    BOOK = "book"
    """No episode, but the book of a series: it is written in at any time, and never done."""
    PLANNING = "planning"
    """The book while the studio writes in it: the bible, then what each episode is to tell."""
    TRANSLATING = "translating"
    TRANSLATION_REVIEW = "translation-review"
    WRITING = "writing"
    CAST_REVIEW = "cast-review"
    SYNOPSIS_REVIEW = "synopsis-review"
    BOARDING = "boarding"
    SCRIPT_REVIEW = "script-review"
    VOICES_REVIEW = "voices-review"
    STORYBOARD_REVIEW = "storyboard-review"
    SHOOTING = "shooting"
    CUT_REVIEW = "cut-review"
    FINISHING = "finishing"
    RELEASED = "released"


class Step(StrEnum):
    """What moves an episode on."""

    CAST_DRAFTED = "cast-drafted"
    SCRIPT_DRAFTED = "script-drafted"
    VOICES_DRAFTED = "voices-drafted"
    DRAFTED = "drafted"
    """The work of the stage is done."""
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    RECALLED = "recalled"
    RETRANSLATED = "retranslated"
    REOPENED = "reopened"
    COMMISSIONED = "commissioned"
    """The book is to be written in."""


EDITION = frozenset({Stage.TRANSLATING, Stage.TRANSLATION_REVIEW})
"""The stages in which there are editions only."""

WORKING = frozenset({Stage.PLANNING, Stage.TRANSLATING, Stage.WRITING, Stage.BOARDING, Stage.SHOOTING, Stage.FINISHING})
"""The stages in which the studio has something to do."""

IN_BOOK = frozenset({Stage.BOOK, Stage.PLANNING})
"""Where the book of a series stands, which is no episode."""

SHOWINGS: Mapping[Stage, tuple[Stage, Step]] = {
    Stage.CAST_REVIEW: (Stage.WRITING, Step.CAST_DRAFTED),
    Stage.SCRIPT_REVIEW: (Stage.BOARDING, Step.SCRIPT_DRAFTED),
    Stage.VOICES_REVIEW: (Stage.BOARDING, Step.VOICES_DRAFTED),
}
"""The reviews that a team may ask for: the work that each interrupts, and the step that leads into it."""

REVIEWS = frozenset(
    {Stage.TRANSLATION_REVIEW, Stage.SYNOPSIS_REVIEW, Stage.STORYBOARD_REVIEW, Stage.CUT_REVIEW, *SHOWINGS}
)
"""The stages in which people have something to decide."""

_WAY: Mapping[tuple[Stage, Step], Stage] = {
    (Stage.TRANSLATING, Step.DRAFTED): Stage.TRANSLATION_REVIEW,
    (Stage.TRANSLATION_REVIEW, Step.APPROVED): Stage.SHOOTING,
    (Stage.TRANSLATION_REVIEW, Step.SENT_BACK): Stage.TRANSLATING,
    (Stage.SHOOTING, Step.RETRANSLATED): Stage.TRANSLATING,
    (Stage.FINISHING, Step.RETRANSLATED): Stage.TRANSLATING,
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
    (Stage.FINISHING, Step.SENT_BACK): Stage.SHOOTING,
    (Stage.SHOOTING, Step.RECALLED): Stage.BOARDING,
    (Stage.FINISHING, Step.RECALLED): Stage.BOARDING,
    (Stage.BOOK, Step.COMMISSIONED): Stage.PLANNING,
    (Stage.PLANNING, Step.COMMISSIONED): Stage.PLANNING,
    (Stage.PLANNING, Step.DRAFTED): Stage.BOOK,
}

NEXT: Mapping[tuple[Stage, Step], Stage] = {
    **_WAY,
    **{(work, drafted): showing for showing, (work, drafted) in SHOWINGS.items()},
    **{(showing, said): work for showing, (work, _) in SHOWINGS.items() for said in (Step.APPROVED, Step.SENT_BACK)},
    **{(stage, Step.REOPENED): Stage.WRITING for stage in Stage if stage not in {Stage.RELEASED, *IN_BOOK, *EDITION}},
}
"""Every way there is."""


def advance(stage: Stage, step: Step) -> Stage:
    """Return the stage that follows.

    Raises:
        Refused: the step is not possible at this stage.
    """
    try:
        return NEXT[stage, step]
    except KeyError:
        raise Refused("not-at-this-stage") from None
