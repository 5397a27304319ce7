"""Two people who wrote in one place: the second chooses whether both stand, their own words, or the other's."""

from functools import partial

from telegram import Message

from agents.commands.story import MakeWish
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens import merge
from bot.sender import CHOICE
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.papers import Subject
from storage.domain.takes import Medium


async def asked(front: Front, call: Call, wish: MakeWish) -> bool:
    """Ask whoever wrote a wish what is to stand, where somebody else wrote there meanwhile; false where nobody did."""
    found = None if call.message is None or wish.dictated else await front.showrunner.crossed(wish)
    if found is None or call.message is None:
        return False
    screen = merge.ask(call.voice, wish.episode, found, call.message.message_id)
    await front.show(call, screen, About(purpose=CHOICE, episode=wish.episode))
    return True


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Let both texts stand, or one's own, or leave the other's; only whoever wrote the second is asked."""
    card, said = await front.views.card(EpisodeId(press.about)), call.message.reply_to_message if call.message else None
    refusal = await front.refused(call, card.series.id, Right.WRITE) or _not_theirs(call, said)
    if refusal or said is None or said.text is None:
        return Toast(refusal or "toast-idea-gone", alert=True)
    other = await front.views.take(TakeId(press.rest))
    if press.word not in merge.WAYS or other.episode != card.episode.id or other.work.medium is not Medium.WISH:
        return Toast("toast-not-a-button", alert=True)
    if press.word == "theirs":
        return await _left(front, call, said.text)
    try:
        text = said.text if press.word == "mine" else await front.showrunner.joined(said.text, other)
    except InvalidValue:
        return Toast("toast-idea-gone", alert=True)
    wish = MakeWish(
        caller=call.caller,
        episode=card.episode.id,
        text=text,
        about=Subject.SYNOPSIS,
        sources=(other.digest,),
    )
    return await front.settle(call, wish, merge.chosen(call.voice, press.word, text).text)


def _not_theirs(call: Call, said: Message | None) -> str:
    """Return the key of why the caller does not choose: others wrote the second text."""
    wrote = said.from_user if said else None
    return "refused-not-yours-to-merge" if wrote and wrote.id != call.caller.chat else ""


async def _left(front: Front, call: Call, text: str) -> Toast:
    """Leave what stands as it is."""
    question = await front.question(call)
    if question is None:
        return Toast("toast-already", alert=True)
    screen = merge.chosen(call.voice, "theirs", text)
    await dial("editMessageText", partial(front.sender.settle, question, screen))
    return Toast()
