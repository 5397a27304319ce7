"""Who wrote what in an episode, in the chat where it was asked for; a tap turns the page in the same message."""

from functools import partial

from agents.replays import AskedMaking
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens import authors
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId
from storage.errors import NotFound

PURPOSE = "authors"
"""The purpose of a message that lists who wrote what."""


async def show(front: Front, call: Call, episode: EpisodeId, page: int = 0) -> str:
    """Show a page of who wrote what; return the key of what went wrong, else nothing."""
    try:
        made = await front.showrunner.making(AskedMaking(caller=call.caller, chat=call.chat.id, episode=episode))
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    except NotFound:
        return "toast-not-a-button"
    screen = authors.authors(call.voice, made, page)
    known = await front.views.post(call.chat.id, call.pressed) if call.pressed else None
    if known is not None and known.purpose == PURPOSE:
        await dial("editMessageText", partial(front.sender.edit, known, screen))
    else:
        await front.show(call, screen, About(purpose=PURPOSE, episode=episode))
    return ""


async def ask(front: Front, call: Call, press: Press) -> Toast:
    """Show who wrote what in the episode of a draft, or another page of it."""
    number = press.word.removeprefix("p")
    trouble = await show(front, call, EpisodeId(press.about), int(number) if number.isdecimal() else 0)
    return Toast(trouble, alert=bool(trouble))
