"""Credits, derived: who made what survived into the released cut.

Start from what was released and walk back through the sources of every contribution. What is not reached did not
survive and earns nothing. Someone who approved what was reached supervised it; approving is never authorship.

How much someone did is told by counts of acts and by a degree within a role, never by a share of the whole: counts say
what happened, and what a court makes of it is not ours to say.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from storage.domain.contributions import Actor, Contribution, Kind, Party
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest


class Degree(StrEnum):
    """How much a person did in a role, beside the others in it; the idea of CRediT (ANSI/NISO Z39.104-2022)."""

    LEAD = "lead"
    """The only one, or with more than twice the surviving acts of whoever comes next."""
    EQUAL = "equal"
    """One of several of whom none has more than twice the acts of another."""
    SUPPORTING = "supporting"
    """With less than half the acts of whoever has most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """One line of the roll: a party in a role, and the contributions that earned it, oldest first.

    `counts` says how many of them were of which kind, in the order of `Kind`. A tool has no degree.
    """

    role: Role
    party: Actor
    evidence: tuple[ContributionId, ...]
    counts: tuple[tuple[Kind, int], ...]
    degree: Degree | None


P = TypeVar("P", bound=Hashable)

LONGEST_GAP = timedelta(minutes=5)
"""The most that the time between two acts of a person counts as work."""

LONE = timedelta(minutes=1)
"""What an act counts with none before it."""

VERDICTS = frozenset(
    {
        *(Kind.APPROVED, Kind.SENT_BACK, Kind.REMARKED, Kind.RELEASED),
        *(Kind.DISPUTED, Kind.SETTLED, Kind.ASSURED, Kind.ALLOWED, Kind.WITHDREW),
    }
)
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
    earned: dict[Role, dict[Actor, list[Contribution]]] = {role: {} for role in Role}
    for act in acts:
        if _survived(act, reached):
            earned[_role(act)].setdefault(_party(act), []).append(act)
    return tuple(line for role, parties in earned.items() for line in _lines(role, parties))


def degrees(acts: Mapping[P, int]) -> dict[P, Degree]:
    """Return how much each did, from how many acts each has (at least one)."""
    most = max(acts.values(), default=0)
    front = {party for party, count in acts.items() if 2 * count >= most}
    shared = Degree.EQUAL if len(front) > 1 else Degree.LEAD
    return {party: shared if party in front else Degree.SUPPORTING for party in acts}


def active(moments: Iterable[datetime]) -> timedelta:
    """Estimate how long a person worked, from when they acted: between two acts at most `LONGEST_GAP` of it.

    It is an estimate and has to be called one: nobody sees what a person does between two messages.
    """
    times = sorted(moments)
    gaps = (min(later - earlier, LONGEST_GAP) for earlier, later in pairwise(times))
    return sum(gaps, LONE) if times else timedelta()


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


def _lines(role: Role, parties: Mapping[Actor, list[Contribution]]) -> Iterable[Credit]:
    """Return the lines of a role: people have degrees among each other, tools have none."""
    people = degrees({party: len(acts) for party, acts in parties.items() if party.party is Party.PERSON})
    for party, acts in parties.items():
        kinds = Counter(act.kind for act in acts)
        yield Credit(
            role=role,
            party=party,
            evidence=tuple(act.id for act in acts),
            counts=tuple((kind, kinds[kind]) for kind in Kind if kind in kinds),
            degree=people.get(party),
        )


def _survived(act: Contribution, reached: frozenset[Digest]) -> bool:
    if act.kind is Kind.SETTLED:  # it holds for the episode, whichever cut comes of it
        return act.granted_to is not None
    if act.kind is Kind.APPROVED:
        return not reached.isdisjoint(act.sources)
    return act.kind not in VERDICTS and act.made in reached


def _party(act: Contribution) -> Actor:
    """Return who is credited: whoever acted, and for a settlement not who settled but who got a credit by it."""
    return Actor.person(act.granted_to) if act.kind is Kind.SETTLED and act.granted_to else act.by


def _role(act: Contribution) -> Role:
    """Return the credited role: a model is a tool, or where it translated named for that; whoever approves supervises,
    whatever else they are.
    """
    if act.kind is Kind.SETTLED:
        return act.role
    if act.by.party is Party.MODEL:
        return Role.TRANSLATOR if act.role is Role.TRANSLATOR else Role.TOOL
    return Role.SUPERVISOR if act.kind is Kind.APPROVED else act.role
