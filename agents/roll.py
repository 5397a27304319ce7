"""The roll: credits derived from the ledger, with the names people go by."""

from collections.abc import Iterable

from agents.studio import Desk
from agents.wording import Wording
from generation.cut.timeline import Credit
from storage.crediting import names
from storage.domain.credits import by_role, roll
from storage.domain.ids import Digest


async def printed(desk: Desk, sources: Iterable[Digest], wording: Wording) -> tuple[Credit, ...]:
    """Return the roll of the end card for what would be cut from these sources; a role with nobody named has no line.

    Names are those of this moment: whoever cuts has to see that they are still true when the cut is released.
    """
    async with desk.studio.store.read() as reader:
        groups = by_role(roll(sources, await reader.chronicle(desk.episode.id)))
        goes_by = await names(reader, desk.series.id, (party for parties in groups.values() for party in parties))
    language = desk.series.language
    named = {role: tuple(goes_by[each] for each in parties if each in goes_by) for role, parties in groups.items()}
    return tuple(Credit(role=wording(language, f"role-{role}"), names=each) for role, each in named.items() if each)
