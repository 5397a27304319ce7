"""The making of an episode, handed out as a page in the chat where it was asked for. The page is kept nowhere."""

import asyncio

from agents.replays import AskedMaking
from bot.carrier import About
from bot.front import Call, Front
from bot.replay.page import name, replay
from bot.screens.page import Handout, Screen
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId


async def hand_out(front: Front, call: Call, episode: EpisodeId) -> str:
    """Send the page, in the caller's language; return the key of what has to be said if they may not have it."""
    await front.sender.uploads(call.chat.id, call.thread)
    try:
        made = await front.showrunner.making(AskedMaking(caller=call.caller, chat=call.chat.id, episode=episode))
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    page = await asyncio.to_thread(replay, made, front.views.path, call.caller.language)
    handout = Handout(data=page.encode(), name=name(made))
    await front.show(
        call, Screen(text=call.voice("replay-file"), handout=handout), About(purpose="paper", episode=episode)
    )
    return ""
