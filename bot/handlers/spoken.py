"""Remarks that are said aloud: a voice message, a round video or a sound in answer to a draft.

They are kept and played again. Whoever takes one up is offered what is heard in it, or, where nobody listens,
asked to put it into words.
"""

import hashlib

from agents.commands.review import MakeRemark, Recording
from bot.callbacks import Press
from bot.carrier import About
from bot.ears import ASK_SPOKEN
from bot.front import Call, Front, Toast
from bot.handlers import dictation, lending, words
from bot.handlers.sounds import fetched, held
from bot.screens.remarks import played
from storage.domain.ids import Digest, DraftId, RemarkId
from storage.domain.remarks import Remark
from storage.domain.stages import Stage
from storage.posts import Post
from storage.views import Sheet
from storage.worklist import Entry, remarked, worklist

PLAYED = "spoken"
"""The purpose of a message that plays a remark."""

TOO_LONG = "invalid-spoken-too-long"


async def said(front: Front, call: Call) -> None:
    """Keep what somebody says aloud about a draft; elsewhere in a group it is talk among people.

    In a private chat it is written down where it would be no remark if it had been typed.
    """
    answers = await words.answered(front, call)
    post = answers
    if post is None and call.private:
        post = await front.views.latest_post(call.chat.id)
    if post is not None and lending.asks(post):
        await lending.said(front, call, post)
        return
    if call.private and front.ears.can_hear() and not (post and await _is_remark(front, call, post)):
        await _dictate(front, call, answers)
        return
    draft = await _draft(front, post) if post else None
    if post is None or draft is None:
        if call.private:
            await front.answer(call, "spoken-about-what")
        return
    sheet = await front.views.sheet(draft)
    kept, purpose = await _is_kept(front, call, post, sheet), post.purpose.partition(":")[0]
    if kept and purpose == words.ASK_REASON:
        await ask_why(front, call, sheet, playing=False)
    elif kept and purpose == ASK_SPOKEN:
        await front.answer(call, "refused-only-spoken")


async def _is_remark(front: Front, call: Call, post: Post) -> bool:
    """Return whether what is said to a post is a remark on a draft by someone who does not write there."""
    return post.draft is not None and await words.looks_on(front, call, post.draft)


async def _dictate(front: Front, call: Call, answers: Post | None) -> None:
    """Fetch a sound and have it written down."""
    sound = held(call)
    data = await fetched(sound) if sound else None
    if sound is None or data is None:
        await front.answer(call, TOO_LONG)
        return
    await dictation.begin(front, call, Recording(kind=sound.kind, seconds=sound.seconds, data=data), answers)


async def _draft(front: Front, post: Post) -> DraftId | None:
    """Return the draft that an answer to a post is about."""
    if post.draft is not None or post.episode is None:
        return post.draft
    open_ = (await front.views.card(post.episode)).draft
    return open_.id if open_ else None


async def _is_kept(front: Front, call: Call, post: Post, sheet: Sheet) -> bool:
    """Fetch a sound and make it a remark; false where it was not possible, which is said."""
    series = sheet.card.series.id
    sound = held(call)
    if sound is None or sheet.card.episode.stage is Stage.RELEASED:
        return False
    if series not in {each.id for each in await front.views.joined(call.caller.chat)}:
        await front.answer(call, "refused-not-yours-to-remark")
        return False
    data = await fetched(sound)
    if data is None:
        await front.answer(call, TOO_LONG)
        return False
    below = (call.message.caption if call.message else None) or ""
    recording = Recording(kind=sound.kind, seconds=sound.seconds, data=data)
    remark = MakeRemark(caller=call.caller, draft=sheet.draft.id, text=below, shot=words.shot_of(post), said=recording)
    kept = await front.carry_aloud(call, remark)
    if kept:
        await front.sender.know(Digest(hashlib.sha256(data).hexdigest()), sound.media.file_id)
    return kept


async def play(front: Front, call: Call, press: Press) -> Toast:
    """Let someone listen to a remark."""
    entry = await _entry(front, await remarked(front.views, RemarkId(press.about)))
    return Toast() if await _play(front, call, entry) else Toast("toast-sound-gone", alert=True)


async def ask_words(front: Front, call: Call, remark: Remark) -> Toast:
    """Play a remark, and offer whoever takes it up what is heard in it, or ask what is to be done."""
    refusal = await dictation.refused(front, call, remark)
    if refusal:
        return Toast(refusal, alert=True)
    entry = await _entry(front, remark)
    is_there = await _play(front, call, entry)
    about = About(purpose=f"{ASK_SPOKEN}:{remark.id}", episode=remark.episode, draft=remark.draft)
    if is_there and front.ears.can_hear():
        await dictation.begin_remark(front, call, remark, about)
        return Toast()
    await words.ask(front, call, "ask-spoken", about, name=entry.name)
    return Toast()


async def ask_why(front: Front, call: Call, sheet: Sheet, *, playing: bool = True) -> None:
    """Play what was said aloud about a draft, and ask whoever sends it back to put that into words."""
    entries = await on(front, sheet)
    for entry in entries if playing else ():
        await _play(front, call, entry)
    heard = ",".join(entry.remark.id for entry in entries)
    about = About(purpose=f"{words.ASK_REASON}:{heard}", episode=sheet.card.episode.id, draft=sheet.draft.id)
    await words.ask(front, call, "ask-heard", about, title=sheet.synopsis.title, count=len(entries))


async def on(front: Front, sheet: Sheet) -> tuple[Entry, ...]:
    """Return the open remarks on a draft that were said aloud."""
    entries = (await worklist(front.views, sheet.card.episode.id)).entries
    return tuple(entry for entry in entries if entry.remark.sound and entry.remark.draft == sheet.draft.id)


async def _entry(front: Front, remark: Remark) -> Entry:
    names = await front.views.names([remark.person])
    return Entry(name=names[remark.person], remark=remark)


async def _play(front: Front, call: Call, entry: Entry) -> bool:
    """Send a remark to be listened to; false if its sound was removed."""
    screen = played(call.voice, await front.views.card(entry.remark.episode), entry)
    if screen is not None:
        about = About(purpose=PLAYED, episode=entry.remark.episode, draft=entry.remark.draft)
        await front.show(call, screen, about)
    return screen is not None
