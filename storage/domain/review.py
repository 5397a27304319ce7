"""Drafts and verdicts: what people are shown, and what they say about it.

A draft is bound to the digest of what it shows and never changes; a new version is a new draft. A verdict counts once
a person. How many must approve is what the team agreed on (`Policy`). Nothing expires.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from storage.domain.budget import Budget, Cap
from storage.domain.costs import Estimate
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, DraftId, EpisodeId, PersonId
from storage.domain.stages import SHOWINGS, Stage, Step


class DraftKind(StrEnum):
    """What is up for approval, in the order of the work."""

    CAST = "cast"
    SYNOPSIS = "synopsis"
    SCRIPT = "script"
    VOICES = "voices"
    STORYBOARD = "storyboard"
    TRANSLATION = "translation"
    CUT = "cut"


REVIEW_OF: Mapping[Stage, DraftKind] = {
    Stage.CAST_REVIEW: DraftKind.CAST,
    Stage.SYNOPSIS_REVIEW: DraftKind.SYNOPSIS,
    Stage.SCRIPT_REVIEW: DraftKind.SCRIPT,
    Stage.VOICES_REVIEW: DraftKind.VOICES,
    Stage.STORYBOARD_REVIEW: DraftKind.STORYBOARD,
    Stage.TRANSLATION_REVIEW: DraftKind.TRANSLATION,
    Stage.CUT_REVIEW: DraftKind.CUT,
}
"""The kind of draft that is decided in each review stage."""

DRAFTED: Mapping[DraftKind, Step] = {
    kind: SHOWINGS[stage][1] if stage in SHOWINGS else Step.DRAFTED for stage, kind in REVIEW_OF.items()
}
"""The step with which each kind of draft is opened."""

OPTIONAL = frozenset(REVIEW_OF[stage] for stage in SHOWINGS)
"""The kinds that a team sees by themselves only where it asks for them."""


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
    """A version of something, up for approval. `digest` is what it shows; `outcome` is where it stands.

    `ahead` is what approving it would start, where that was worked out when it was opened.
    """

    id: DraftId
    episode: EpisodeId
    kind: DraftKind
    digest: Digest
    opened: datetime
    outcome: Outcome = Outcome.OPEN
    ahead: Estimate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What one person said about one draft; `reason` is their own words, empty when they gave none."""

    draft: DraftId
    person: PersonId
    decision: Decision
    reason: str
    at: datetime


class Quorum(StrEnum):
    """How many of those who decide must approve a draft."""

    ONE = "one"
    TWO = "two"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What a team has agreed on: how many must approve each kind of draft, and whether one may approve one's own.

    `asked` are the optional kinds that the team wants to see by themselves. `cap` is how much the series may cost, and
    `ask_above` what an episode may cost before somebody is asked, both in millionths of a euro.
    """

    quorum: Mapping[DraftKind, Quorum] = field(default_factory=dict)
    own: bool = True
    asked: frozenset[DraftKind] = frozenset()
    cap: int | None = None
    ask_above: int | None = None

    @property
    def budget(self) -> Budget:
        """How much the team allows itself to spend."""
        return Budget(caps={} if self.cap is None else {Cap.SERIES: self.cap}, ask_above=self.ask_above)

    def of(self, kind: DraftKind) -> Quorum:
        """Return how many must approve a kind of draft; one where nothing was agreed."""
        return self.quorum.get(kind, Quorum.ONE)

    def asks(self, kind: DraftKind) -> bool:
        """Return whether a kind of draft is put to the team by itself."""
        return kind not in OPTIONAL or kind in self.asked

    def asking(self, kind: DraftKind, *, asks: bool) -> "Policy":
        """Return the policy of a team that wants to see an optional kind by itself, or no longer wants to.

        Raises:
            InvalidValue: the kind is not optional.
        """
        if kind not in OPTIONAL:
            raise InvalidValue(f"every {kind} is put to the team")
        return replace(self, asked=self.asked | {kind} if asks else self.asked - {kind})


def voters(deciders: Iterable[PersonId], deputies: Mapping[PersonId, PersonId]) -> frozenset[PersonId]:
    """Return who decides now: everybody who may, those who are away replaced by the deputy they named.

    A deputy who is away as well decides for nobody, and who would leave nobody to decide stays.
    """
    everybody = frozenset(deciders)
    here = frozenset(deputies.get(person, person) for person in everybody) - deputies.keys()
    return here or everybody


def needed(quorum: Quorum, voting: Collection[PersonId]) -> int:
    """Return how many approvals a draft needs; never more than there are people to give them."""
    wanted = {Quorum.ONE: 1, Quorum.TWO: 2, Quorum.ALL: len(voting)}[quorum]
    return max(1, min(wanted, len(voting)))


def outcome(verdicts: Iterable[Verdict], needs: int = 1) -> Outcome:
    """Return where a draft stands: one person can send it back, `needs` people must approve it."""
    said = {verdict.person: verdict.decision for verdict in verdicts}
    if Decision.SEND_BACK in said.values():
        return Outcome.SENT_BACK
    return Outcome.APPROVED if len(said) >= needs else Outcome.OPEN
