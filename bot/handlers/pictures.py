"""Pictures that people show in their private chat: looked at, told in words, and taken once they accept them."""

import logging

from telegram import PhotoSize
from telegram.error import BadRequest

from agents.seeing import keep
from bot.carrier import About
from bot.dialling import dial
from bot.ears import Hearing
from bot.front import Call, Front
from bot.handlers import circles, words
from bot.screens import ears
from generation.brought import LARGEST
from storage.domain.errors import InvalidValue

log = logging.getLogger(__name__)


async def shown(front: Front, call: Call) -> None:
    """Take a circled area of a picture that it answers; else look at a photo, where the language model can, or say so,
    and what one can do.

    A remark on a draft is made in words: who does not write there shows nothing that would become of it.
    """
    answers = await words.answered(front, call)
    shot = words.shot_of(answers)
    if answers and shot and (data := await _fetched(call)) and await circles.shown(front, call, answers, shot, data):
        return
    post = answers or await front.views.latest_post(call.chat.id)
    if post is not None and post.draft is not None and await words.looks_on(front, call, post.draft):
        await front.answer(call, "not-text")
    elif not await front.ears.sees():
        await front.answer(call, "eyes-blind")
    elif (data := await _fetched(call)) is None:
        await front.answer(call, "invalid-no-picture")
    else:
        await _look(front, call, data, answers.message_id if answers else 0)


async def _look(front: Front, call: Call, data: bytes, replied: int) -> None:
    caption = (call.message.caption if call.message else None) or ""
    try:
        sketch, by = await keep(front.showrunner.studio, call.caller, data, caption)
    except InvalidValue as invalid:
        await front.answer(call, f"invalid-{invalid}")
        return
    hearing = Hearing(sound=sketch, by=by, replied=replied, is_picture=True)
    front.ears.begin(await front.show(call, ears.looking(call.voice), About(purpose=hearing.purpose)))


async def _fetched(call: Call) -> bytes | None:
    """Fetch the largest size of a photo that we take; nothing where there is none, or it is gone."""
    sizes = call.message.photo if call.message else ()
    photo = max((each for each in sizes if (each.file_size or 0) <= LARGEST), key=_pixels, default=None)
    if photo is None:
        return None
    found: list[bytes] = []

    async def fetch() -> None:
        file = await photo.get_file()
        found.append(bytes(await file.download_as_bytearray()))

    try:
        await dial("getFile", fetch)
    except BadRequest as error:
        log.warning("a photo of %s bytes cannot be fetched: %s", photo.file_size, error)
        return None
    return found[-1]


def _pixels(size: PhotoSize) -> int:
    return size.width * size.height
