"""Replays: the making of an episode, read for whoever may see it."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from agents.studio import Studio
from agents.team import demand_sight
from storage.domain.ids import EpisodeId
from storage.making import Making, making


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedMaking:
    """Who asks how an episode was made, and in which chat it will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId


async def read(studio: Studio, asked: AskedMaking) -> Making:
    """Return the making of an episode.

    Raises:
        Refused: the chat may not see the episode.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        await demand_sight(reader, asked.caller, asked.chat, episode.series)
    return await making(studio.store, studio.vault, asked.episode)
