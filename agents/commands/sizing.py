"""What a person can ask where memory does not hold the size that a model paints in."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.ids import EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class PaintSmaller:
    """Have an episode that waits for it painted in `width` x `height` pixels and enlarged."""

    caller: Caller
    episode: EpisodeId
    width: int
    height: int
