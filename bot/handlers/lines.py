"""What people answer for their own credit line, and how disputes are settled. Rights are asked by the use cases."""

from functools import partial

from agents.commands.lines import BeNamed, ConfirmLine, SettleDispute, WithdrawDispute
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.handlers.words import ASK_NAME, ASK_WRONG, ask
from bot.screens import lines
from bot.screens.page import Screen
from bot.sender import DISPUTE, LINE
from storage.domain.billing import Standing
from storage.domain.crew import Right, Role
from storage.domain.ids import DisputeId, EpisodeId, PersonId
from storage.domain.stages import Stage
from storage.lines import Line, case, line
from storage.posts import Post


async def confirm(front: Front, call: Call, press: Press) -> Toast:
    """Confirm one's line."""
    command = ConfirmLine(caller=call.caller, episode=EpisodeId(press.about), person=PersonId(press.rest))
    return await _carry(front, call, command, "toast-line-confirmed")


async def change_name(front: Front, call: Call, press: Press) -> Toast:
    """Ask under which name."""
    return await _ask(front, call, press, ASK_NAME)


async def be_named(front: Front, call: Call, press: Press) -> Toast:
    """Be named, or not."""
    named = press.word == lines.SHOW
    command = BeNamed(caller=call.caller, episode=EpisodeId(press.about), person=PersonId(press.rest), named=named)
    return await _carry(front, call, command, "toast-named" if named else "toast-unnamed")


async def dispute(front: Front, call: Call, press: Press) -> Toast:
    """Ask what is wrong, or leave it as it is after all."""
    if press.word != lines.WITHDRAW:
        return await _ask(front, call, press, ASK_WRONG)
    command = WithdrawDispute(caller=call.caller, episode=EpisodeId(press.about), person=PersonId(press.rest))
    return await _carry(front, call, command, "toast-dispute-withdrawn")


async def keep(front: Front, call: Call, press: Press) -> Toast:
    """Keep a disputed credit as it is."""
    return await _settle(front, call, SettleDispute(caller=call.caller, dispute=DisputeId(press.about)))


async def grant(front: Front, call: Call, press: Press) -> Toast:
    """Ask for the role of a credit, or give it."""
    shown = await case(front.views, DisputeId(press.about))
    if press.word not in {lines.ROLES, lines.BACK}:
        role = Role(press.word) if press.word in set(Role) else None
        if role is None:
            return Toast("toast-not-a-button", alert=True)
        return await _settle(front, call, SettleDispute(caller=call.caller, dispute=shown.dispute.id, role=role))
    refusal = await front.refused(call, shown.card.series.id, Right.STAFF)
    if refusal:
        return Toast(refusal, alert=True)
    if shown.dispute.standing is not Standing.OPEN:
        return Toast("toast-already", alert=True)
    screen = lines.roles(call.voice, shown) if press.word == lines.ROLES else lines.case(call.voice, shown)
    return await _turn(front, call, screen, About(purpose=f"{DISPUTE}:{shown.dispute.id}"))


async def _ask(front: Front, call: Call, press: Press, question: str) -> Toast:
    """Ask something about the caller's own line, while it can change; only who takes part has one, or has done so."""
    shown = await line(front.views, EpisodeId(press.about), call.caller.chat)
    if shown and not shown.credits and await front.hidden(call, shown.card.series.id):
        shown = None
    trouble = _trouble(shown, press, question)
    if trouble:
        return Toast(trouble, alert=True)
    await ask(front, call, question, About(purpose=f"{question}:{press.about}"))
    return Toast()


def _trouble(shown: Line | None, press: Press, question: str) -> str:
    """Return the key of why a question is not asked."""
    if shown is None or shown.person.id != press.rest:
        return "refused-not-yours-to-answer"
    stage = shown.card.episode.stage
    if stage is Stage.RELEASED:
        return "refused-credits-are-out"
    if question == ASK_NAME:
        return ""
    if stage is Stage.FINISHING:
        return "refused-cut-is-approved"
    return "toast-already" if shown.dispute else ""


async def _carry(front: Front, call: Call, command: ConfirmLine | BeNamed | WithdrawDispute, done: str) -> Toast:
    """Carry out what a button of a line asks for; the message is known from now on at the latest, and will be true."""
    if call.message is not None and call.private:
        await front.sender.recognise(call.message, About(purpose=f"{LINE}:{command.episode}"))
    return toast(await front.carry(call, command), done)


async def _settle(front: Front, call: Call, command: SettleDispute) -> Toast:
    if call.message is not None and call.private:
        await front.sender.recognise(call.message, About(purpose=f"{DISPUTE}:{command.dispute}"))
    return toast(await front.carry(call, command), "toast-dispute-settled")


async def _turn(front: Front, call: Call, screen: Screen, about: About) -> Toast:
    """Let the message of a pressed button show another page."""
    post = Post(chat=call.chat.id, message_id=call.pressed, purpose=about.purpose)
    await dial("editMessageText", partial(front.sender.edit, post, screen))
    return Toast()
