"""Drafts and verdicts: what people are shown, and what they say about it.

A draft is bound to the digest of what it shows and never changes; a new version is a new draft. A verdict counts once
a person. Nothing expires.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.domain.ids import Digest, DraftId, EpisodeId, PersonId
from storage.domain.stages import Stage


class DraftKind(StrEnum):
    """What is up for approval, in the order of the work."""

    SYNOPSIS = "synopsis"
    STORYBOARD = "storyboard"
    CUT = "cut"


REVIEW_OF: Mapping[Stage, DraftKind] = {
    Stage.SYNOPSIS_REVIEW: DraftKind.SYNOPSIS,
    Stage.STORYBOARD_REVIEW: DraftKind.STORYBOARD,
    Stage.CUT_REVIEW: DraftKind.CUT,
}
"""The kind of draft that is decided in each review stage."""


class Decision(StrEnum):
    """What a person can say."""

    APPROVE = "approve"
    SEND_BACK = "send-back"


class Outcome(StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A version of something, up for approval. `digest` is what it shows; `outcome` is where it stands."""

    id: DraftId
    episode: EpisodeId
    kind: DraftKind
    digest: Digest
    opened: datetime
    outcome: Outcome = Outcome.OPEN


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What one person said about one draft; `reason` is their own words, empty when they gave none."""

    draft: DraftId
    person: PersonId
    decision: Decision
    reason: str
    at: datetime


def outcome(verdicts: Iterable[Verdict], quorum: int = 1) -> Outcome:
    """Return where a draft stands: one person can send it back, `quorum` people must approve it."""
    said = {verdict.person: verdict.decision for verdict in verdicts}
    if Decision.SEND_BACK in said.values():
        return Outcome.SENT_BACK
    return Outcome.APPROVED if len(said) >= quorum else Outcome.OPEN
