"""A contribution: one act whose result may enter an episode, or that decides about one.

It says who acted (`by`: a person or a model), who answers for it (`directed_by`: always a person), in which trade,
on what material and what was made. Texts are named by the digest of a document that holds a random salt, so that the
chain proves them without giving them away.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from storage.domain.costs import Cost
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId


class Party(StrEnum):
    """What kind of party acted."""

    PERSON = "person"
    MODEL = "model"


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who acted: a person by id, or a model by its name in the catalog."""

    party: Party
    name: str

    @classmethod
    def person(cls, person: PersonId) -> "Actor":
        """Name a person."""
        return cls(party=Party.PERSON, name=person)

    @classmethod
    def model(cls, name: str) -> "Actor":
        """Name a model."""
        return cls(party=Party.MODEL, name=name)


class Kind(StrEnum):
    """What was done."""

    WROTE = "wrote"
    PROMPTED = "prompted"
    EDITED = "edited"
    GENERATED = "generated"
    ARRANGED = "arranged"
    CHOSE = "chose"
    """One of several takes was made the one that counts."""
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    REMARKED = "remarked"
    """Something was said about what was shown; the words are named by the digest of their paper."""
    RELEASED = "released"
    DISPUTED = "disputed"
    """Somebody said that their credit is wrong; the words are named by the digest of their paper."""
    SETTLED = "settled"
    """Such a dispute was settled: `granted_to` says who got a credit by it, if anybody."""
    ASSURED = "assured"
    """Somebody answers for words that may touch another's rights; how is named by the digest of its paper."""
    ALLOWED = "allowed"
    """Somebody allowed money to be spent, or a smaller size; how much is named by the digest of its paper."""
    LENT = "lent"
    """Somebody lends their voice; to what is named by the digest of its paper."""
    WITHDREW = "withdrew"
    """They lend it no more."""


class Words(StrEnum):
    """Whose words an act is made of, where it is made of words."""

    TYPED = "typed"
    """The person's own, as they typed them."""
    DICTATED = "dictated"
    """The person's own, said aloud, written down by a model, and accepted or put right by the person."""
    SUGGESTED = "suggested"
    """Offered to the person, by a button or by a model, and taken as they were."""
    EDITED = "suggested-then-edited"
    """Offered, and changed by the person."""
    IMPORTED = "imported"
    """The person's own, from a text that they brought."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tool:
    """What a model's act was made with; `key` is the digest of the request, prompt and seed included."""

    name: str
    version: str
    licence: str
    key: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Contribution:
    """One act. `sources` are what it built on or judged, `made` the digest of its result where it has one.

    `words` tells whose words it is made of; `shown` are the candidates that a choice was made from, in the order in
    which they were shown, the chosen one among them. `granted_to` is whom a settlement gave a credit in `role`.
    """

    id: ContributionId
    series: SeriesId
    episode: EpisodeId
    by: Actor
    directed_by: PersonId
    role: Role
    kind: Kind
    at: datetime
    sources: tuple[Digest, ...] = ()
    made: Digest | None = None
    tool: Tool | None = None
    cost: Cost = field(default_factory=Cost)
    words: Words | None = None
    shown: tuple[Digest, ...] = ()
    granted_to: PersonId | None = None
