"""Credit lines as their people see them before the release, and disputes as whoever leads the series sees them."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from storage import crediting
from storage.domain.billing import Dispute
from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.credits import VERDICTS, Credit
from storage.domain.crew import Person
from storage.domain.ids import ContributionId, DisputeId, EpisodeId, PersonId, SeriesId
from storage.reader import Reader
from storage.views import Card, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What a person is credited with in an episode as its cut stands, and what they have said about it.

    `name` is what is printed, unless they do not wish to be `named`. Without `credits` nothing of theirs is in the cut.
    """

    card: Card
    person: Person
    lead: Person
    credits: tuple[Credit, ...]
    name: str
    named: bool
    confirmed: bool
    dispute: Dispute | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """How many acts of one kind a person did for an episode, and how many are in its cut; None for what only judges."""

    kind: Kind
    count: int
    survived: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A dispute, what its person is credited with as the cut stands, and what the ledger says of their acts."""

    card: Card
    dispute: Dispute
    person: Person
    lead: Person
    credits: tuple[Credit, ...]
    evidence: tuple[Evidence, ...]


async def line(views: Views, episode: EpisodeId, chat: int) -> Line | None:
    """Return the line of the person whose private chat this is; nothing where nobody is known to talk there."""
    card = await views.card(episode)
    async with views.moment() as reader:
        person = await reader.person_of(chat)
        if person is None:
            return None
        credits_ = crediting.own(await crediting.standing(reader, episode), person.id)
        billing = (await reader.billings(card.series.id)).get(person.id)
        name = crediting.printed(person, billing)
        open_ = [each for each in await reader.open_disputes(episode) if each.person == person.id]
        return Line(
            card=card,
            person=person,
            lead=await _lead(reader, card.series.id),
            credits=credits_,
            name=name,
            named=billing is None or billing.named,
            confirmed=await reader.confirmed(episode, person.id) == crediting.fingerprint(credits_, name),
            dispute=next(iter(open_), None),
        )


async def case(views: Views, dispute: DisputeId) -> Case:
    """Return a dispute with the evidence."""
    async with views.moment() as reader:
        found = await reader.dispute(dispute)
        person = await reader.person(found.person)
        roll_ = await crediting.standing(reader, found.episode)
        history = await reader.chronicle(found.episode)
        lead = await _lead(reader, (await reader.episode(found.episode)).series)
    return Case(
        card=await views.card(found.episode),
        dispute=found,
        person=person,
        lead=lead,
        credits=crediting.own(roll_, person.id),
        evidence=evidence(history, person.id, {act for each in roll_ for act in each.evidence}),
    )


async def cases(views: Views, series: SeriesId) -> tuple[DisputeId, ...]:
    """Return the open disputes of a series."""
    async with views.moment() as reader:
        open_ = [await reader.open_disputes(episode.id) for episode in await reader.episodes(series)]
    return tuple(each.id for disputes in open_ for each in disputes)


def evidence(
    history: Iterable[Contribution], person: PersonId, survived: Collection[ContributionId]
) -> tuple[Evidence, ...]:
    """Count a person's acts by kind, disputes and their settlements aside, and those that earned a credit."""
    theirs = [act for act in history if act.by == Actor.person(person) and act.kind not in ASIDE]
    counted = Counter(act.kind for act in theirs)
    kept = Counter(act.kind for act in theirs if act.id in survived)
    return tuple(
        Evidence(kind=kind, count=count, survived=None if kind in VERDICTS else kept[kind])
        for kind, count in counted.items()
    )


ASIDE = frozenset({Kind.DISPUTED, Kind.SETTLED, Kind.ASSURED, Kind.ALLOWED, Kind.WITHDREW})
"""Acts about credits, rights and money, which are no evidence for any credit."""


async def _lead(reader: Reader, series: SeriesId) -> Person:
    return await reader.person((await reader.series(series)).creator)
