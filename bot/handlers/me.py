"""A person's own record and certificate: asked for in private, and of the caller alone."""

import logging

from bot.callbacks import Press
from bot.carrier import About
from bot.front import Call, Front, Toast
from bot.screens import me
from generation.errors import Unavailable
from storage.domain.errors import Refused

log = logging.getLogger(__name__)

ME = "me"
"""The payload of a link that opens a person's own record."""

FILE = About(purpose="paper")


async def show(front: Front, call: Call) -> None:
    """Show the caller their record; in a group, where they can have it."""
    if not call.private:
        await front.answer(call, "record-in-private", link=front.sender.link(ME))
        return
    await front.show(call, me.record(call.voice, await front.showrunner.record(call.caller)))


async def certificate(front: Front, call: Call, _: Press) -> Toast:
    """Send the caller their certificate, and the data beside it."""
    if not call.private:
        return Toast("toast-not-a-button", alert=True)
    await front.sender.uploads(call.chat.id)
    try:
        issued = await front.showrunner.certificate(call.caller)
    except Refused as refusal:
        return Toast(f"refused-{refusal.reason}", alert=True)
    except Unavailable as error:
        log.warning("a certificate of %s cannot be printed: %s", call.caller.chat, error)
        return Toast("halt-unavailable", alert=True)
    for screen in me.certificate(call.voice, issued):
        await front.show(call, screen, FILE)
    return Toast()
