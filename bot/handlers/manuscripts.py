"""Scripts and stories that people bring, as a file or pasted, and the words of an episode that they take out."""

import logging

from telegram import Document, Message
from telegram.error import BadRequest

from agents.commands.story import ImportManuscript
from agents.exports import AskedExport, Form
from agents.manuscripts import PASTED, is_script
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens import manuscripts
from bot.sender import CHOICE
from generation.errors import Unavailable
from generation.manuscript.limits import LARGEST
from storage.domain.errors import InvalidValue, Refused
from storage.domain.ids import EpisodeId

log = logging.getLogger(__name__)

TOO_LARGE = "invalid-manuscript-too-large"


async def brought(front: Front, call: Call) -> None:
    """Read a file that somebody sent, and ask what is to become of it."""
    if call.message is not None:
        await _ask(front, call, call.message)


async def pasted(front: Front, call: Call, text: str) -> bool:
    """Ask what is to become of a script that somebody pasted; false if it is none."""
    if call.message is None or not is_script(text):
        return False
    await _ask(front, call, call.message)
    return True


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Begin a series from what was brought, or take out the words of the episode that the button names."""
    if not press.about:
        return await _begin(front, call, press)
    if press.word not in set(Form):
        return Toast("toast-not-a-button", alert=True)
    asked = AskedExport(caller=call.caller, chat=call.chat.id, episode=EpisodeId(press.about), form=Form(press.word))
    return await _take_out(front, call, asked)


async def _take_out(front: Front, call: Call, asked: AskedExport) -> Toast:
    await front.sender.uploads(call.chat.id, call.thread)
    try:
        files = await front.showrunner.export(asked)
    except Refused as refusal:
        return Toast(f"refused-{refusal.reason}", alert=True)
    except Unavailable as error:
        log.warning("the words of %s cannot be printed: %s", asked.episode, error)
        return Toast("halt-unavailable", alert=True)
    for file in files:
        await front.show(call, manuscripts.taken_out(call.voice, file), About(purpose="paper", episode=asked.episode))
    return Toast()


async def _begin(front: Front, call: Call, press: Press) -> Toast:
    """Begin a series from what was brought: the message that the question answers."""
    asked = call.message.reply_to_message if call.message else None
    held = await _held(asked) if asked else None
    if held is None:
        return Toast("toast-manuscript-gone", alert=True)
    name, data = held
    command = ImportManuscript(caller=call.caller, data=data, name=name, verbatim=press.word == manuscripts.KEEP)
    return await front.settle(call, command, call.voice(f"manuscript-{press.word}-chosen"))


async def _ask(front: Front, call: Call, message: Message) -> None:
    await front.sender.uploads(call.chat.id, call.thread)
    held = await _held(message)
    if held is None:
        await front.answer(call, TOO_LARGE)
        return
    name, data = held
    try:
        found = await front.showrunner.glance(data, name)
    except InvalidValue as invalid:
        await front.answer(call, f"invalid-{invalid}")
        return
    await front.show(call, manuscripts.question(call.voice, found, message.message_id), About(purpose=CHOICE))


async def _held(message: Message) -> tuple[str, bytes] | None:
    """Return the name and the bytes of what a message holds; nothing where it is too large, or gone."""
    if message.document is not None:
        data = await _fetched(message.document)
        return (message.document.file_name or "", data) if data is not None else None
    return (PASTED, message.text.encode()) if message.text else None


async def _fetched(document: Document) -> bytes | None:
    if (document.file_size or 0) > LARGEST:
        return None
    found: list[bytes] = []

    async def fetch() -> None:
        file = await document.get_file()
        found.append(bytes(await file.download_as_bytearray()))

    try:
        await dial("getFile", fetch)
    except BadRequest as error:
        log.warning("a file of %s bytes cannot be fetched: %s", document.file_size, error)
        return None
    return found[-1]
