"""The roll: credits derived from the ledger, with the names people go by."""

from collections.abc import Iterable

from agents.studio import Desk
from agents.wording import Wording
from generation.cut.timeline import Credit
from storage.domain.contributions import Actor, Party
from storage.domain.credits import by_role, roll
from storage.domain.ids import Digest, PersonId


async def printed(desk: Desk, sources: Iterable[Digest], wording: Wording) -> tuple[Credit, ...]:
    """Return the roll of the end card for what would be cut from these sources."""
    async with desk.studio.store.read() as reader:
        history = await reader.history(desk.episode.id)
        groups = by_role(roll(sources, history))
        people = await reader.people(
            [PersonId(party.name) for parties in groups.values() for party in parties if party.party is Party.PERSON]
        )

    def name(party: Actor) -> str:
        return people[PersonId(party.name)].name if party.party is Party.PERSON else party.name

    language = desk.series.language
    return tuple(
        Credit(role=wording(language, f"role-{role}"), names=tuple(name(party) for party in parties))
        for role, parties in groups.items()
    )
