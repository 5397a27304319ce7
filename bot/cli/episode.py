"""Which episode a command is about."""

from agents.studio import Studio
from storage.domain.ids import EpisodeId
from storage.errors import NotFound

LATEST = "latest"
"""Stands for the episode that was begun last."""


async def the_episode(studio: Studio, asked: str) -> EpisodeId:
    """Return the episode whose id begins as asked, or the latest.

    Raises:
        NotFound: there is none, or several begin so.
    """
    async with studio.store.read() as reader:
        known = await reader.every_episode()
    found = known[-1:] if asked == LATEST else [each for each in known if each.id.startswith(asked)]
    if len(found) != 1:
        listed = "".join(f"\n  {each.id}  episode {each.number}, {each.stage}" for each in known) or " none"
        raise NotFound(f"{len(found)} episodes begin with {asked!r}; there are:{listed}")
    return found[0].id
