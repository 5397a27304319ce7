"""The crew of a series as people see it: who is in it as what, who decides now, and by which rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.domain.crew import Person, Role
from storage.domain.ids import PersonId, SeriesId
from storage.domain.review import Policy
from storage.domain.story import Series
from storage.reader import Reader
from storage.voting import deciding


@dataclass(frozen=True, kw_only=True, slots=True)
class Crew:
    """The people of a series with their roles (in the order of credits), who stands in for whom, who decides now, and
    what the team has agreed on.
    """

    series: Series
    people: Mapping[PersonId, tuple[Person, tuple[Role, ...]]]
    deputies: Mapping[PersonId, Person]
    policy: Policy
    deciding: frozenset[PersonId]


async def crew(reader: Reader, series: SeriesId) -> Crew:
    """Return the people of a series, and what they have agreed on."""
    members, deputies = await reader.members(series), await reader.deputies(series)
    people = await reader.people({*(member.person for member in members), *deputies.values()})
    order = {role: place for place, role in enumerate(Role)}
    roles: dict[PersonId, list[Role]] = {}
    for member in sorted(members, key=lambda member: order[member.role]):
        roles.setdefault(member.person, []).append(member.role)
    return Crew(
        series=await reader.series(series),
        people={who: (people[who], tuple(held)) for who, held in roles.items()},
        deputies={who: people[deputy] for who, deputy in deputies.items()},
        policy=await reader.policy(series),
        deciding=await deciding(reader, series),
    )
