"""What people say aloud in their private chat, where it is no remark: heard, shown, and taken once they accept it."""

import hashlib
from functools import partial

from agents.commands import Recording
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.ears import Hearing
from bot.front import Call, Front, Toast
from bot.handlers import words
from bot.screens import ears
from bot.screens.page import Screen
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.hearings import transcript
from storage.posts import Post


async def begin(front: Front, call: Call, said: Recording, answers: Post | None) -> None:
    """Listen to a recording that answers one of our messages, or nothing."""
    try:
        by = await front.showrunner.keep(call.caller, said)
    except InvalidValue as invalid:
        await front.answer(call, f"invalid-{invalid}")
        return
    sound = Digest(hashlib.sha256(said.data).hexdigest())
    hearing = Hearing(sound=sound, by=by, replied=answers.message_id if answers else 0)
    front.ears.begin(await front.show(call, ears.listening(call.voice, 0), About(purpose=hearing.purpose)))


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Do with something heard what a button asks."""
    post = await front.views.post(call.chat.id, call.pressed)
    hearing = Hearing.of(post)
    if post is None or hearing is None:
        return Toast("toast-already", alert=True)
    if press.word == ears.DROP:
        await _drop(front, call, post, hearing)
        return Toast()
    if hearing.transcript is None:
        return Toast("toast-listening-still", alert=True)
    text = await transcript(front.views, hearing.transcript)
    if text is None:
        return Toast("invalid-spoken-gone", alert=True)
    if press.word == ears.CORRECT:
        about = About(purpose=f"{words.ASK_DICTATED}:{post.message_id}")
        await words.ask(front, call, "ask-dictated", about, text=text)
    else:
        await words.dictated(front, call, post, text)
    return Toast()


async def _drop(front: Front, call: Call, post: Post, hearing: Hearing) -> None:
    """Listen no longer, or forget what was heard."""
    await front.ears.stop(post)
    await front.showrunner.discard(*filter(None, (hearing.transcript, hearing.sound)))
    await dial("editMessageText", partial(front.sender.settle, post, Screen(text=call.voice("ears-dropped"))))
