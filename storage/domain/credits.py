"""Credits, derived: who made what survived into the released cut.

Start from what was released and walk back through the sources of every contribution. What is not reached did not
survive and earns nothing. Someone who approved what was reached supervised it; approving is never authorship.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.domain.contributions import Actor, Contribution, Kind, Party
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """One line of the roll: a party in a role, and the contributions that earned it, oldest first."""

    role: Role
    party: Actor
    evidence: tuple[ContributionId, ...]


VERDICTS = frozenset({Kind.APPROVED, Kind.SENT_BACK, Kind.RELEASED})
"""Acts that judge; they make nothing and are reached through what they judged."""


def lineage(released: Iterable[Digest], history: Iterable[Contribution]) -> frozenset[Digest]:
    """Return every digest that `released` was made from, itself included."""
    made: dict[Digest, list[Contribution]] = {}
    for contribution in history:
        if contribution.made is not None and contribution.kind not in VERDICTS:
            made.setdefault(contribution.made, []).append(contribution)
    reached: set[Digest] = set()
    ahead = list(released)
    while ahead:
        digest = ahead.pop()
        if digest not in reached:
            reached.add(digest)
            ahead.extend(source for contribution in made.get(digest, ()) for source in contribution.sources)
    return frozenset(reached)


def roll(released: Iterable[Digest], history: Iterable[Contribution]) -> tuple[Credit, ...]:
    """Return the credits of what was released, by role in the order of `Role`, then by the first act."""
    acts = sorted(history, key=lambda act: (act.at, act.id))
    reached = lineage(released, acts)
    earned: dict[tuple[Role, Actor], list[ContributionId]] = {}
    for act in acts:
        if _survived(act, reached):
            earned.setdefault((_role(act), act.by), []).append(act.id)
    order = {role: place for place, role in enumerate(Role)}
    lines = sorted(earned.items(), key=lambda line: order[line[0][0]])
    return tuple(Credit(role=role, party=party, evidence=tuple(ids)) for (role, party), ids in lines)


def makers(shown: Iterable[Digest], history: Iterable[Contribution]) -> frozenset[str]:
    """Return the ids of the people who made something that is in what is shown: their own work, for a verdict."""
    acts = tuple(history)
    reached = lineage(shown, acts)
    own = (act for act in acts if act.by.party is Party.PERSON and act.kind not in VERDICTS and act.made in reached)
    return frozenset(act.by.name for act in own)


def by_role(credits_: Iterable[Credit]) -> Mapping[Role, tuple[Actor, ...]]:
    """Group the roll for a card or a page."""
    groups: dict[Role, tuple[Actor, ...]] = {}
    for credit in credits_:
        groups[credit.role] = (*groups.get(credit.role, ()), credit.party)
    return groups


def _survived(act: Contribution, reached: frozenset[Digest]) -> bool:
    if act.kind is Kind.APPROVED:
        return not reached.isdisjoint(act.sources)
    return act.kind not in VERDICTS and act.made in reached


def _role(act: Contribution) -> Role:
    """Return the credited role: a model is a tool, and whoever approves supervises, whatever else they are."""
    if act.by.party is Party.MODEL:
        return Role.TOOL
    return Role.SUPERVISOR if act.kind is Kind.APPROVED else act.role
