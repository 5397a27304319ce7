"""Whose approval counts, asked of one moment: drafts are decided by it, and screens tell how many are missing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from storage.domain.contributions import Contribution
from storage.domain.credits import makers
from storage.domain.crew import DECIDING, is_supervised
from storage.domain.ids import EpisodeId, PersonId, SeriesId
from storage.domain.review import Decision, Draft, DraftKind, Outcome, Policy, needed, voters
from storage.reader import Reader

Acts = tuple[Contribution, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Electorate:
    """Who decides in a series (those who may, or who stands in for them), and what the team has agreed on."""

    people: frozenset[PersonId]
    policy: Policy


async def electorate(reader: Reader, series: SeriesId) -> Electorate:
    """Return who decides in a series, and by which rules."""
    return Electorate(people=await deciding(reader, series), policy=await reader.policy(series))


async def electorate_of(reader: Reader, draft: Draft) -> Electorate:
    """Return who decides in the series of a draft, and by which rules."""
    return await electorate(reader, (await reader.episode(draft.episode)).series)


async def deciding(reader: Reader, series: SeriesId) -> frozenset[PersonId]:
    """Return who decides in a series: those who may, or who stands in for them."""
    decide = {member.person for member in await reader.members(series) if member.role in DECIDING}
    creator = (await reader.series(series)).creator
    return voters(decide or {creator}, await reader.deputies(series))


async def acts(reader: Reader, drafts: Collection[Draft], everybody: Electorate) -> Mapping[EpisodeId, Acts]:
    """Return the acts that tell who made what drafts show, which are asked for only where that matters."""
    return {} if everybody.policy.own else await reader.histories([draft.episode for draft in drafts])


def voting(draft: Draft, everybody: Electorate, done: Mapping[EpisodeId, Acts]) -> frozenset[PersonId]:
    """Return whose approval of a draft counts: not that of who made it, where the team wants others to say so.

    Where that would leave nobody, everybody's counts.
    """
    if everybody.policy.own:
        return everybody.people
    return everybody.people - makers([draft.digest], done.get(draft.episode, ())) or everybody.people


def needs(draft: Draft, everybody: Electorate, done: Mapping[EpisodeId, Acts]) -> int:
    """Return how many approvals a draft needs today."""
    return needed(everybody.policy.of(draft.kind), voting(draft, everybody, done))


async def last_approval(reader: Reader, episode: EpisodeId) -> PersonId | None:
    """Return who gave the approval with which the last cut of an episode was approved."""
    approved = [
        draft
        for draft in await reader.drafts(episode)
        if draft.kind is DraftKind.CUT and draft.outcome is Outcome.APPROVED
    ]
    said = await reader.verdicts(approved[-1].id) if approved else ()
    given = [verdict.person for verdict in said if verdict.decision is Decision.APPROVE]
    return given[-1] if given else None


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
