"""The list of remarks, and its buttons. Rights are asked by the use cases, when an act happens."""

from functools import partial

from agents.commands.review import DismissRemark, WorkOn
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.handlers import spoken
from bot.screens.remarks import to_do
from bot.sender import REMARKS
from storage.domain.ids import EpisodeId, RemarkId
from storage.domain.remarks import State
from storage.posts import Post
from storage.worklist import remarked, worklist


async def show(front: Front, call: Call, episode: EpisodeId) -> None:
    """Show the remarks on an episode in a chat."""
    screen = to_do(call.voice, await worklist(front.views, episode))
    await front.show(call, screen, About(purpose=REMARKS, episode=episode))


async def work_on(front: Front, call: Call, press: Press) -> Toast:
    """Take a remark up; one that was said aloud is played, and its words are asked for."""
    found = await remarked(front.views, RemarkId(press.about))
    if found.sound is not None and found.state is State.OPEN:
        return await spoken.ask_words(front, call, found)
    return await _settle(front, call, WorkOn(caller=call.caller, remark=RemarkId(press.about)), "toast-working")


async def leave(front: Front, call: Call, press: Press) -> Toast:
    """Leave what a remark is about as it is."""
    return await _settle(front, call, DismissRemark(caller=call.caller, remark=RemarkId(press.about)), "toast-left")


async def _settle(front: Front, call: Call, command: WorkOn | DismissRemark, done: str) -> Toast:
    """Settle a remark, and let the list say what is still to be done."""
    trouble = await front.carry(call, command)
    episode = (await remarked(front.views, command.remark)).episode
    post = Post(chat=call.chat.id, message_id=call.pressed, purpose=REMARKS, episode=episode)
    screen = to_do(call.voice, await worklist(front.views, episode))
    await dial("editMessageText", partial(front.sender.edit, post, screen))
    return toast(trouble, done)
