"""A picture with a circled area: somebody drew on it with a finger and sent it back with what should change there.

Nothing changes before they have seen the area and said yes.
"""

from functools import partial

from agents.commands.story import Enlarge, Retouch, RetouchAgain
from agents.finishing import retouches
from agents.retouching import AskedCircle, Circled, circle, discard
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.screens import circles
from bot.screens.page import quoted
from storage import documents
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.ids import Digest, EpisodeId, TakeId
from storage.domain.papers import Wish
from storage.domain.takes import shot_of
from storage.errors import Missing
from storage.pictures import CIRCLED
from storage.posts import Post

OTHER = "circle-other"
"""The photo is none of the picture that it answers."""


async def shown(front: Front, call: Call, post: Post, shot: str, data: bytes) -> bool:
    """Take a photo that answers a picture of ours as a circled area; false where it is a picture of something else."""
    studio = front.showrunner.studio
    if post.episode is None or not retouches(studio):
        return False
    card = await front.views.card(post.episode)
    refusal = await front.refused(call, card.series.id, Right.PROMPT)
    caption = ((call.message.caption if call.message else None) or "").strip()
    if refusal or not caption:
        await front.answer(call, refusal or "circle-wordless")
        return True
    asked = AskedCircle(caller=call.caller, episode=post.episode, shot=shot, photo=data, text=caption)
    try:
        found = await circle(studio, asked)
    except Refused as refused:
        await front.answer(call, f"refused-{refused.reason}")
    except InvalidValue as invalid:
        if str(invalid) == OTHER and await front.ears.sees():
            return False
        await front.answer(call, f"invalid-{invalid}")
    else:
        await _ask(front, call, post.episode, shot, found)
    return True


async def _ask(front: Front, call: Call, episode: EpisodeId, shot: str, found: Circled) -> None:
    about = About(purpose=f"{CIRCLED}{found.wish}:{call.caller.chat}", episode=episode)
    await front.show(call, circles.circled(call.voice, found, shot), about)


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Have the circled area changed, or forget it."""
    post = await front.views.post(call.chat.id, call.pressed)
    if post is None or post.episode is None or not post.purpose.startswith(CIRCLED):
        return Toast("toast-already", alert=True)
    _, wish, drew = post.purpose.split(":")
    if int(drew) != call.caller.chat:
        return Toast("toast-not-your-circle", alert=True)
    text, way = _words(front, Digest(wish)), press.word
    if way == circles.YES:
        trouble = await front.carry(call, Retouch(caller=call.caller, episode=post.episode, wish=Digest(wish)))
        if trouble and trouble != "toast-already":
            return toast(trouble)
    else:
        way = await _dropped(front, post.episode, Digest(wish))
    over = circles.settled(call.voice, quoted(text), way)
    await dial("editMessageCaption", partial(front.sender.settle, post, over))
    if way != press.word:
        return Toast("toast-already", alert=True)
    return Toast("toast-working" if way == circles.YES else "")


async def _dropped(front: Front, episode: EpisodeId, wish: Digest) -> str:
    """Forget an area; a no that comes after a yes changes nothing. Return which of them counts."""
    try:
        await discard(front.showrunner.studio, episode, wish)
    except Outdated:
        return circles.YES
    return circles.NO


async def larger(front: Front, call: Call, press: Press) -> Toast:
    """Make a picture larger."""
    take = await front.views.take(TakeId(press.about))
    text = call.voice("button-larger")
    asked = Enlarge(caller=call.caller, episode=take.episode, shot=shot_of(take.work), text=text, words=Words.SUGGESTED)
    return toast(await front.carry(call, asked), done="toast-working")


async def again(front: Front, call: Call, press: Press) -> Toast:
    """Make the changes of the picture before to the one that took its place."""
    left = await front.views.take(TakeId(press.about))
    paper = await front.views.retouches(left.id)
    words = call.voice("retouches-again", count=len(paper.touches) if paper else 0)
    return await front.settle(call, RetouchAgain(caller=call.caller, left=left.id), words)


def _words(front: Front, wish: Digest) -> str:
    """Return what should change; nothing where it was forgotten."""
    try:
        return documents.load(Wish, front.views.path(wish).read_bytes()).text
    except Missing:
        return ""
