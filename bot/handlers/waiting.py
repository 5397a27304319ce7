"""What waits for a verdict: shown on demand, and approved one by one or all at once."""

from agents.commands.review import ApproveAll
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.front import Call, Front, Toast, toast
from bot.screens import drafts, waiting
from bot.sender import DRAFT
from storage.domain.ids import DraftId
from storage.domain.review import Outcome
from storage.versions import earlier, words_shown

LIST = About(purpose="waiting")


async def show(front: Front, call: Call) -> None:
    """List what waits here; in the topic of an episode, of that alone."""
    about = await front.topic(call)
    drafts_ = [each for each in await front.views.waiting(call.chat.id) if about in {None, each.episode.id}]
    await front.show(call, waiting.waiting(call.voice, tuple(drafts_)), LIST)


async def draft(front: Front, call: Call, press: Press) -> Toast:
    """Bring a draft that waits to the bottom of the chat."""
    sheet = await front.views.sheet(DraftId(press.about))
    if sheet.draft.outcome is not Outcome.OPEN:
        return Toast("toast-already", alert=True)
    if sheet.draft.id not in {each.draft.id for each in await front.views.waiting(call.chat.id)}:
        return Toast("refused-not-yours-to-decide", alert=True)
    asks = drafts.Asks(decides=True, group=not call.private)
    about = About(purpose=DRAFT, episode=sheet.card.episode.id, draft=sheet.draft.id)
    before, own = await earlier(front.views, sheet), await words_shown(front.views, sheet)
    await front.show(call, drafts.draft(call.voice, sheet, asks, before, own), about)
    return Toast()


async def approve_all(front: Front, call: Call, _: Press) -> Toast:
    """Approve what the list shows, and nothing else that may have come since."""
    shown = tuple(DraftId(press.about) for press in call.offers if press.act is Act.SHOW)
    return toast(await front.carry(call, ApproveAll(caller=call.caller, drafts=shown)), "toast-approved-all")
