"""What a series costs, in a chat: shown, limited, allowed, and asked again where it may have been paid.

Rights are asked when a button is pressed, in private as in a group.
"""

from functools import partial

from agents.commands.sizing import PaintSmaller
from agents.commands.spending import AllowSpending, AskAgain, Limit, SetLimit, SpareMoney
from agents.spending import AskedSpending
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.screens import budget
from bot.screens.halts import AGAIN, UNPAID
from bot.screens.page import Screen
from bot.statusboard import PURPOSE as STATUS
from storage.domain.crew import Right
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId, PurchaseId, SeriesId
from storage.posts import Post

PAGE = About(purpose="budget")


async def show(front: Front, call: Call, series: SeriesId) -> str:
    """Show what a series has cost; return the key of why it is not shown, else nothing."""
    try:
        shown = await front.showrunner.spending(_asked(call, series))
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    await front.show(call, budget.page(call.voice, shown), PAGE)
    return ""


async def page(front: Front, call: Call, press: Press) -> Toast:
    """Turn to what a series has cost."""
    return await _turn(front, call, SeriesId(press.about))


async def limit(front: Front, call: Call, press: Press) -> Toast:
    """Set a limit of a series, or turn to where they are set."""
    series = SeriesId(press.about)
    refusal = await front.refused(call, series, Right.STAFF)
    if refusal:
        return Toast(refusal, alert=True)
    command = _limit(call, series, press.word) if press.word else None
    if press.word and command is None:
        return Toast("toast-not-a-button", alert=True)
    trouble = await front.carry(call, command) if command else ""
    return toast(trouble) if trouble else await _turn(front, call, series, limits=True)


async def spend(front: Front, call: Call, press: Press) -> Toast:
    """Allow what an episode costs."""
    micros = int(press.word) if press.word.isdecimal() else -1
    command = AllowSpending(caller=call.caller, episode=EpisodeId(press.about), micros=micros)
    return await steer(front, call, command, "toast-working")


async def spare(front: Front, call: Call, press: Press) -> Toast:
    """Spend nothing."""
    return await steer(front, call, SpareMoney(caller=call.caller, episode=EpisodeId(press.about)), "toast-spared")


async def repeat(front: Front, call: Call, press: Press) -> Toast:
    """Have asked again what may have been paid, or say that it was not."""
    if press.word not in {AGAIN, UNPAID}:
        return Toast("toast-not-a-button", alert=True)
    episode, purchase = EpisodeId(press.about), PurchaseId(press.rest) if press.rest else None
    command = AskAgain(caller=call.caller, episode=episode, purchase=purchase, paid=press.word == AGAIN)
    if purchase is None:
        return await steer(front, call, command, "toast-working")
    trouble = await front.carry(call, command)
    series = (await front.views.card(episode)).series.id
    return toast(trouble) if trouble else await _turn(front, call, series)


async def steer(
    front: Front, call: Call, command: AllowSpending | SpareMoney | AskAgain | PaintSmaller, done: str
) -> Toast:
    """Carry out what a halted episode waits for; in private its status is known and true at the latest then."""
    if call.message is not None and call.private:
        await front.sender.recognise(call.message, About(purpose=STATUS, episode=command.episode))
    said = toast(await front.carry(call, command), done)
    if said.alert and call.private:
        await front.board.refresh(command.episode)
    return said


async def _turn(front: Front, call: Call, series: SeriesId, *, limits: bool = False) -> Toast:
    """Let the message of a pressed button show a page."""
    try:
        shown = await front.showrunner.spending(_asked(call, series))
    except Refused as refusal:
        return Toast(f"refused-{refusal.reason}", alert=True)
    screen: Screen = (budget.limits if limits else budget.page)(call.voice, shown)
    post = Post(chat=call.chat.id, message_id=call.pressed, purpose=PAGE.purpose)
    await dial("editMessageText", partial(front.sender.edit, post, screen))
    return Toast()


def _asked(call: Call, series: SeriesId) -> AskedSpending:
    return AskedSpending(caller=call.caller, chat=call.chat.id, series=series)


def _limit(call: Call, series: SeriesId, word: str) -> SetLimit | None:
    """Read what a button limits."""
    name, _, amount = word.partition("-")
    if name not in set(Limit) or not (amount == budget.NONE or amount.isdecimal()):
        return None
    micros = None if amount == budget.NONE else int(amount)
    return SetLimit(caller=call.caller, series=series, limit=Limit(name), micros=micros)
