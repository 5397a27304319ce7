"""Pictures: what can hang on the board of an episode for a shot, drawn or painted."""

from storage.domain.ids import EpisodeId
from storage.domain.takes import PICTURES, Take
from storage.reader import Reader


async def pictures(reader: Reader, episode: EpisodeId) -> tuple[Take, ...]:
    """Return every drawing and every still of an episode, oldest first."""
    return tuple(take for take in await reader.takes(episode) if take.work.medium in PICTURES)
