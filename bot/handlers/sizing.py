"""A size that memory holds: somebody lets an episode be painted smaller."""

from agents.commands.sizing import PaintSmaller
from bot.callbacks import Press
from bot.front import Call, Front, Toast
from bot.handlers.budget import steer
from storage.domain.ids import EpisodeId


async def smaller(front: Front, call: Call, press: Press) -> Toast:
    """Let an episode be painted in the size that the button names, as `width-height` in pixels."""
    width, _, height = press.word.partition("-")
    if not (width.isdecimal() and height.isdecimal()):
        return Toast("toast-not-a-button", alert=True)
    episode = EpisodeId(press.about)
    command = PaintSmaller(caller=call.caller, episode=episode, width=int(width), height=int(height))
    return await steer(front, call, command, "toast-working")
