"""Whose approval counts, asked of one moment: drafts are decided by it, and screens tell how many are missing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from storage.domain.contributions import Contribution
from storage.domain.credits import makers
from storage.domain.crew import DECIDING
from storage.domain.ids import EpisodeId, PersonId, SeriesId
from storage.domain.review import Decision, Draft, DraftKind, Outcome, Policy, needed, voters
from storage.reader import Reader

Acts = tuple[Contribution, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Electorate:
    """Who decides in a series (those who may, or who stands in for them), and what the team has agreed on."""

    people: frozenset[PersonId]
    policy: Policy


@dataclass(frozen=True, kw_only=True, slots=True)
class Court:
    """What decides on a draft at one moment: who, by which rules, and the acts that tell who made what it shows."""

    everybody: Electorate
    done: Mapping[EpisodeId, Acts]

    def counts(self, draft: Draft, person: PersonId) -> bool:
        """Whether somebody's approval counts."""
        return person in voting(draft, self.everybody, self.done)

    def needs(self, draft: Draft) -> int:
        """Return how many approvals it needs."""
        return needs(draft, self.everybody, self.done)


async def electorate(reader: Reader, series: SeriesId) -> Electorate:
    """Return who decides in a series, and by which rules."""
    return Electorate(people=await deciding(reader, series), policy=await reader.policy(series))


async def deciding(reader: Reader, series: SeriesId) -> frozenset[PersonId]:
    """Return who decides in a series: those who may, or who stands in for them."""
    holders = await reader.holders(series, DECIDING) or {(await reader.series(series)).creator}
    return voters(holders, await reader.deputies(series))


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


async def court(reader: Reader, draft: Draft) -> Court:
    """Return who decides on a draft, by which rules, and what tells who made what it shows."""
    everybody = await electorate(reader, (await reader.episode(draft.episode)).series)
    return Court(everybody=everybody, done=await acts(reader, [draft], everybody))


async def deciding_chats(reader: Reader, series: SeriesId) -> frozenset[int]:
    """Return the chats that a draft is put to: the group of a supervised series, else those who decide, each alone."""
    return await _put_to(reader, series, await reader.team(series))


async def audience(reader: Reader, series: SeriesId) -> tuple[int, ...]:
    """Return where a series' affairs are told: its creator's chat, its group, and wherever its drafts are put to."""
    creator = await reader.person((await reader.series(series)).creator)
    group = await reader.team(series)
    known = (creator.chat,) if group is None else (creator.chat, group)
    return tuple(dict.fromkeys((*known, *sorted(await _put_to(reader, series, group)))))


async def _put_to(reader: Reader, series: SeriesId, group: int | None) -> frozenset[int]:
    if group is not None and await reader.holders(series, DECIDING):
        return frozenset({group})
    people = await reader.people(await deciding(reader, series))
    return frozenset(person.chat for person in people.values())
