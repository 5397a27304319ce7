"""Who is credited with what, and under which name, asked of one moment: cards, papers and screens all ask here."""

import hashlib
from collections.abc import Iterable, Mapping

from storage.domain.billing import Billing
from storage.domain.contributions import Actor, Party
from storage.domain.credits import Credit, roll
from storage.domain.crew import Person
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId
from storage.domain.review import DraftKind
from storage.domain.stages import Stage
from storage.domain.takes import Medium, Work
from storage.reader import Reader


async def names(reader: Reader, series: SeriesId, parties: Iterable[Actor]) -> Mapping[Actor, str]:
    """Return the names that parties go by in the credits of a series; who does not wish to be named is left out."""
    every = dict.fromkeys(parties)
    people = await reader.people([PersonId(party.name) for party in every if party.party is Party.PERSON])
    billings = await reader.billings(series)
    found: dict[Actor, str] = {}
    for party in every:
        billing = billings.get(PersonId(party.name)) if party.party is Party.PERSON else None
        if billing is None or billing.named:
            found[party] = printed(people[PersonId(party.name)], billing) if party.party is Party.PERSON else party.name
    return found


def printed(person: Person, billing: Billing | None) -> str:
    """Return the name of a person as it is printed: their own spelling or pen name, else what they are called."""
    return (billing.name if billing else "") or person.name


def unnamed(credits_: Iterable[Credit], named: Mapping[Actor, str]) -> int:
    """Return how many of those credited do not wish to be named."""
    return len({credit.party for credit in credits_} - named.keys())


async def standing(reader: Reader, episode: EpisodeId) -> tuple[Credit, ...]:
    """Return the roll of an episode as its cut stands: the released one, or the last that was put to review."""
    shown = await _cut(reader, episode)
    return roll([shown], await reader.chronicle(episode)) if shown else ()


async def credited(reader: Reader, episode: EpisodeId) -> tuple[Person, ...]:
    """Return the people in that roll, each once."""
    roll_ = await standing(reader, episode)
    ids = dict.fromkeys(PersonId(line.party.name) for line in roll_ if line.party.party is Party.PERSON)
    people = await reader.people(tuple(ids))
    return tuple(people[each] for each in ids)


def own(roll_: Iterable[Credit], person: PersonId) -> tuple[Credit, ...]:
    """Return the lines of a person."""
    return tuple(line for line in roll_ if line.party == Actor.person(person))


def fingerprint(credits_: Iterable[Credit], name: str) -> Digest:
    """Return what stands for a person's line as they were shown it: another role, degree, count or name is another."""
    shown = [name, *(f"{each.role} {each.degree} {each.counts}" for each in credits_)]
    return Digest(hashlib.sha256("\n".join(shown).encode()).hexdigest())


async def _cut(reader: Reader, episode: EpisodeId) -> Digest | None:
    if (await reader.episode(episode)).stage is Stage.RELEASED:
        cut = await reader.head(episode, Work(Medium.CUT))
        return cut.digest if cut else None
    shown = [draft.digest for draft in await reader.drafts(episode) if draft.kind is DraftKind.CUT]
    return shown[-1] if shown else None
