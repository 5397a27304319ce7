"""What the gate is told of an act: who acted, from what, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generation.backends import Made
from storage.domain.billing import Billing
from storage.domain.contributions import Actor, Kind, Tool, Words
from storage.domain.costs import Cost, Estimate
from storage.domain.crew import Role
from storage.domain.events import News
from storage.domain.ids import Digest, PersonId
from storage.domain.purchase import Purchase
from storage.domain.review import DraftKind

STUDIO = Actor.model("Feuilleton")
"""Who acted where no trained model did: the studio's own code, which arranges but does not write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opens:
    """The act finishes a draft: open it for approval and move the episode into its review."""

    kind: DraftKind
    ahead: Estimate | None = None
    """What approving it would start, where that is known."""
    is_partial: bool = False
    """People have seen its pictures, all but those that they are shown by themselves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Releases:
    """The act finishes the episode: it is out, unless people want other names on its end card than it was cut with."""

    billings: Mapping[PersonId, Billing] = field(default_factory=dict)
    """How people wanted to be named when it was cut."""


Then = Opens | Releases | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ran:
    """What the engine made, where it is kept, with what, for how much, and the purchase that it is paid with."""

    made: Made
    stored: Digest
    tool: Tool
    cost: Cost
    purchase: Purchase | None


Tells = Mapping[News, Mapping[str, str]]
"""What people are told once a take is the chosen one, with its facts; nothing where it was chosen already."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Who acted and in which trade, and the papers beside the request that the result follows from."""

    by: Actor
    role: Role = Role.TOOL
    kind: Kind = Kind.GENERATED
    sources: tuple[Digest, ...] = ()
    tool: Tool | None = None
    cost: Cost = field(default_factory=Cost)
    words: Words | None = None
    shown: tuple[Digest, ...] = ()
    directed_by: PersonId | None = None
    """Who answers for it, where that is not the person who acted nor, for a tool, whoever leads the series."""
