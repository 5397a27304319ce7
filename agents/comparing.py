"""Comparing: versions of one work side by side, for whoever may see the episode.

A comparison is derived from takes that are there; it enters no episode, so it passes no gate and leaves nothing in the
ledger.
"""

from dataclasses import dataclass

from agents.commands.caller import Caller
from agents.studio import Studio
from agents.team import demand_sight
from storage.domain.ids import EpisodeId, TakeId
from storage.versions import Comparison, Versions, comparison, works
from storage.views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedVersions:
    """Who asks what of an episode can be compared, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedComparison:
    """Who asks for which two versions, and in which chat they will be seen."""

    caller: Caller
    chat: int
    older: TakeId
    newer: TakeId


async def versions(studio: Studio, asked: AskedVersions) -> tuple[Versions, ...]:
    """Return what of an episode has versions to compare.

    Raises:
        Refused: the chat may not see the episode.
    """
    await _demand(studio, asked.caller, asked.chat, asked.episode)
    return await works(Views(studio.store, studio.vault), asked.episode)


async def compared(studio: Studio, asked: AskedComparison) -> Comparison:
    """Return two versions of a work.

    Raises:
        NotFound: one of them is no take.
        Refused: the chat may not see the episode, or they are not two versions of one work.
    """
    async with studio.store.read() as reader:
        take = await reader.take(asked.older)
    await _demand(studio, asked.caller, asked.chat, take.episode)
    return await comparison(Views(studio.store, studio.vault), asked.older, asked.newer)


async def _demand(studio: Studio, caller: Caller, chat: int, episode: EpisodeId) -> None:
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        await demand_sight(reader, caller, chat, found.series)
