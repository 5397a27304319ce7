"""Papers for a shoot, handed out in the chat where they were asked for."""

import logging

from agents.papers import Asked, Paper
from bot.carrier import About
from bot.front import Call, Front
from bot.screens.release import printed
from generation.errors import Unavailable
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId

log = logging.getLogger(__name__)

BOARD = (Paper.STORYBOARD,)
LIST = (Paper.SHOT_LIST, Paper.SPREADSHEET)


async def hand_out(front: Front, call: Call, episode: EpisodeId, papers: tuple[Paper, ...]) -> str:
    """Print papers and send them; return the key of what has to be said if it was not possible, else nothing."""
    await front.sender.uploads(call.chat.id, call.thread)
    try:
        made = await front.showrunner.print_(
            Asked(caller=call.caller, chat=call.chat.id, episode=episode, papers=papers)
        )
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    except Unavailable as error:
        log.warning("papers of %s cannot be printed: %s", episode, error)
        return "halt-unavailable"
    for each in made:
        await front.show(call, printed(call.voice, each), About(purpose="paper", episode=episode))
    return ""
