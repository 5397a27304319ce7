"""Whose approval counts, asked of one moment: drafts are decided by it, and screens tell how many are missing."""

from storage.domain.credits import makers
from storage.domain.crew import DECIDING, is_supervised
from storage.domain.ids import PersonId, SeriesId
from storage.domain.review import Draft, needed, voters
from storage.reader import Reader


async def deciding(reader: Reader, series: SeriesId) -> frozenset[PersonId]:
    """Return who decides in a series: those who may, or who stands in for them."""
    decide = {member.person for member in await reader.members(series) if member.role in DECIDING}
    creator = (await reader.series(series)).creator
    return voters(decide or {creator}, await reader.deputies(series))


async def voting(reader: Reader, draft: Draft) -> frozenset[PersonId]:
    """Return whose approval of a draft counts: not that of who made it, where the team wants others to say so.

    Where that would leave nobody, everybody's counts.
    """
    series = (await reader.episode(draft.episode)).series
    everybody = await deciding(reader, series)
    if (await reader.policy(series)).own:
        return everybody
    return everybody - makers([draft.digest], await reader.history(draft.episode)) or everybody


async def needs(reader: Reader, draft: Draft) -> int:
    """Return how many approvals a draft needs today."""
    policy = await reader.policy((await reader.episode(draft.episode)).series)
    return needed(policy.of(draft.kind), await voting(reader, draft))


async def deciding_chats(reader: Reader, series: SeriesId) -> frozenset[int]:
    """Return the chats that a draft is put to: the group of a supervised series, else those who decide, each alone."""
    group = await reader.team(series)
    if group is not None and is_supervised(await reader.members(series)):
        return frozenset({group})
    people = await reader.people(await deciding(reader, series))
    return frozenset(person.chat for person in people.values())


async def audience(reader: Reader, series: SeriesId) -> tuple[int, ...]:
    """Return where a series' affairs are told: its creator's chat, its group, and wherever its drafts are put to."""
    creator = await reader.person((await reader.series(series)).creator)
    group = await reader.team(series)
    known = (creator.chat,) if group is None else (creator.chat, group)
    return tuple(dict.fromkeys((*known, *sorted(await deciding_chats(reader, series)))))
