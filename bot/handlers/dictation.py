"""What people say aloud in their private chat, where it is no remark: heard, shown, and taken once they accept it."""

import hashlib
from dataclasses import replace

from agents.commands.review import Recording
from bot.callbacks import Press
from bot.carrier import About
from bot.ears import Hearing
from bot.front import Call, Front, Toast
from bot.handlers import words
from bot.screens import ears
from bot.screens.page import Screen
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.domain.remarks import Remark
from storage.hearings import transcript
from storage.posts import Post
from storage.worklist import remarked


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


async def begin_remark(front: Front, call: Call, remark: Remark, about: About) -> None:
    """Listen to a remark that was said aloud, for whoever takes it up."""
    if remark.sound is None or remark.sound.digest is None:
        return
    hearing = Hearing(sound=remark.sound.digest, by=remark.person, remark=remark.id)
    shown = await front.show(call, ears.listening(call.voice, 0), replace(about, purpose=hearing.purpose))
    front.ears.begin(shown)


async def refused(front: Front, call: Call, remark: Remark) -> str:
    """Return the key of why the caller may not take a remark up, or nothing if they may."""
    card = await front.views.card(remark.episode)
    return await front.refused(call, card.series.id, Right.PROMPT if remark.shot else Right.WRITE)


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Do with something heard what a button asks."""
    post = await front.views.post(call.chat.id, call.pressed)
    hearing = Hearing.of(post)
    if post is None or hearing is None:
        return Toast("toast-already", alert=True)
    if hearing.remark and (refusal := await refused(front, call, await remarked(front.views, hearing.remark))):
        return Toast(refusal, alert=True)
    if press.word == ears.DROP:
        await _drop(front, call, post, hearing)
        return Toast()
    if hearing.transcript is None:
        return Toast("toast-looking-still" if hearing.is_picture else "toast-listening-still", alert=True)
    text = await transcript(front.views, hearing.transcript)
    if text is None:
        return Toast("invalid-spoken-gone", alert=True)
    if press.word == ears.CORRECT:
        about = About(purpose=f"{words.ASK_DICTATED}:{post.message_id}")
        await words.ask(front, call, "ask-seen" if hearing.is_picture else "ask-dictated", about, text=text)
    else:
        await words.dictated(front, call, post, text)
    return Toast()


async def _drop(front: Front, call: Call, post: Post, hearing: Hearing) -> None:
    """Listen no longer, or forget what was heard; a remark stays, and its words are asked for."""
    await front.ears.stop(post)
    hearing = Hearing.of(await front.views.post(post.chat, post.message_id)) or hearing  # it may just have been heard
    dropped = "eyes-dropped" if hearing.is_picture else "ears-dropped"
    words_ = call.voice("ears-remark-dropped" if hearing.remark else dropped)
    await front.ears.drop(post, hearing, Screen(text=words_))
