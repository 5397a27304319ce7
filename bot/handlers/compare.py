"""Versions side by side, in the chat where they were asked for."""

import asyncio
import logging
from collections.abc import Mapping
from functools import partial

from telegram.constants import ChatAction

from agents.comparing import AskedComparison, AskedVersions
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens import compare
from bot.screens.page import Screen
from generation.errors import GenerationError
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.review import DraftKind
from storage.domain.takes import Medium
from storage.errors import Missing, NotFound

log = logging.getLogger(__name__)

BUSY = 4.0
"""Seconds after which a chat is shown again that something is on its way: Telegram shows it for five."""

TEXT = "comparison"
"""The purpose of a message that shows what changed in a text: stepping through its versions changes the message."""

WORKS: Mapping[str, Medium] = {DraftKind.SYNOPSIS: Medium.SYNOPSIS, DraftKind.CUT: Medium.PREVIEW}
"""What a draft's button compares at once; of others it asks which part."""


async def show(front: Front, call: Call, episode: EpisodeId, kind: str = "") -> str:
    """Show what can be compared, or at once what a draft shows; return the key of what went wrong, else nothing."""
    try:
        found = await front.showrunner.versions(AskedVersions(caller=call.caller, chat=call.chat.id, episode=episode))
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    except NotFound:
        return "toast-not-a-button"
    for each in found:
        if each.work.medium == WORKS.get(kind):
            older, newer = each.usual()
            return await _pair(front, call, older.take.id, newer.take.id)
    screen = compare.choice(call.voice, await front.views.card(episode), found)
    await front.show(call, screen, About(purpose="answer", episode=episode))
    return ""


async def ask(front: Front, call: Call, press: Press) -> Toast:
    """Show what of an episode can be compared."""
    return _toast(await show(front, call, EpisodeId(press.about), press.word))


async def versions(front: Front, call: Call, press: Press) -> Toast:
    """Show two versions."""
    return _toast(await _pair(front, call, TakeId(press.about), TakeId(press.rest)))


async def _pair(front: Front, call: Call, older: TakeId, newer: TakeId) -> str:
    asked = AskedComparison(caller=call.caller, chat=call.chat.id, older=older, newer=newer)
    try:
        found = await front.showrunner.compared(asked)
        await _show(front, call, compare.comparison(call.voice, found), found.card.episode.id)
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    except (NotFound, Missing):
        return "toast-not-a-button"
    except GenerationError as error:
        log.warning("two versions cannot be compared: %s", error)
        return "compare-failed"
    return ""


async def _show(front: Front, call: Call, screen: Screen, episode: EpisodeId) -> None:
    """Show two versions; where the pressed message shows a text's changes already, it steps on."""
    if screen.split or screen.pair:
        what = ChatAction.UPLOAD_VIDEO if screen.split else ChatAction.UPLOAD_PHOTO
        busy = asyncio.create_task(_busy(front, call, what))
        try:
            await front.show(call, screen, About(purpose="answer", episode=episode))
        finally:
            busy.cancel()
        return
    known = await front.views.post(call.chat.id, call.pressed) if call.pressed else None
    if known is not None and known.purpose == TEXT:
        await dial("editMessageText", partial(front.sender.edit, known, screen))
    else:
        await front.show(call, screen, About(purpose=TEXT, episode=episode))


async def _busy(front: Front, call: Call, what: ChatAction) -> None:
    """Show that something is on its way, for as long as it takes to make it."""
    while True:
        await front.sender.uploads(call.chat.id, call.thread, what)
        await asyncio.sleep(BUSY)


def _toast(trouble: str) -> Toast:
    return Toast(trouble, alert=bool(trouble))
