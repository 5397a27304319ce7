"""What single buttons ask for; the table of all of them is `buttons`."""

import html
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from agents.commands.review import Decide
from agents.commands.story import AskVariants, Cancel, ChoosePanel, OpenEpisode, OpenSeries, Resume
from agents.commands.team import BindTeam, Meet
from agents.papers import RECORD, SHOOT
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.front import Call, Front, Toast, toast
from bot.handlers import (
    papers,
    spoken,
    words,
)
from bot.handlers.commands import show_card
from bot.screens import library, release, shots
from bot.screens.page import Voice, quoted
from bot.sender import CHOICE, DRAFT
from bot.statusboard import PURPOSE as STATUS
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.ids import Digest, DraftId, EpisodeId, SeriesId, TakeId
from storage.domain.review import Decision, Outcome
from storage.domain.story import Language
from storage.domain.takes import Take
from storage.hearings import transcript
from storage.views import Sheet

log = logging.getLogger(__name__)


Handler = Callable[[Front, Call, Press], Awaitable[Toast]]


async def approve(front: Front, call: Call, press: Press) -> Toast:
    """Approve a draft."""
    await _draft(front, call, press)
    command = Decide(caller=call.caller, draft=DraftId(press.about), decision=Decision.APPROVE)
    return toast(await front.carry(call, command), done="toast-approved")


async def send_back(front: Front, call: Call, press: Press) -> Toast:
    """Send a draft back with what was said about it, or ask why, if the draft is open and the caller decides."""
    sheet = await _draft(front, call, press)
    if sheet.draft.outcome is not Outcome.OPEN:
        return Toast("toast-outdated" if sheet.draft.outcome is Outcome.SUPERSEDED else "toast-already", alert=True)
    refusal = await front.refused(call, sheet.card.series.id, Right.DECIDE)
    if refusal:
        return Toast(refusal, alert=True)
    if await spoken.on(front, sheet):
        await spoken.ask_why(front, call, sheet)
        return Toast()
    if sheet.remarks:
        command = Decide(caller=call.caller, draft=sheet.draft.id, decision=Decision.SEND_BACK)
        return toast(await front.carry(call, command), done="toast-sent-back")
    about = About(purpose=words.ASK_REASON, episode=sheet.card.episode.id, draft=sheet.draft.id)
    await words.ask(front, call, "ask-reason", about, title=sheet.synopsis.title)
    return Toast()


async def cancel(front: Front, call: Call, press: Press) -> Toast:
    """Stop the work on an episode."""
    return await _steer(front, call, Cancel(caller=call.caller, episode=EpisodeId(press.about)), "toast-cancelling")


async def resume(front: Front, call: Call, press: Press) -> Toast:
    """Go on with an episode."""
    return await _steer(front, call, Resume(caller=call.caller, episode=EpisodeId(press.about)), "toast-working")


async def open_(front: Front, call: Call, press: Press) -> Toast:
    """Show an episode."""
    await show_card(front, call, await front.views.card(EpisodeId(press.about)))
    return Toast()


async def credits_(front: Front, call: Call, press: Press) -> Toast:
    """Show who made an episode."""
    released = await front.views.release(EpisodeId(press.about))
    if released is None:
        return Toast("released-not-yet", alert=True)
    await front.show(call, release.credits_(call.voice, released))
    return Toast()


async def papers_(front: Front, call: Call, press: Press) -> Toast:
    """Print the storyboard and the shot list of an episode."""
    trouble = await papers.hand_out(front, call, EpisodeId(press.about), SHOOT)
    return Toast(trouble, alert=bool(trouble))


async def authorship(front: Front, call: Call, press: Press) -> Toast:
    """Print who made an episode."""
    trouble = await papers.hand_out(front, call, EpisodeId(press.about), RECORD)
    return Toast(trouble, alert=bool(trouble))


async def new(front: Front, call: Call, _: Press) -> Toast:
    """Ask for the idea of a new series."""
    await words.begin(front, call, "")
    return Toast()


async def new_episode(front: Front, call: Call, press: Press) -> Toast:
    """Ask what happens in the next episode."""
    series, _, _ = await front.views.series(SeriesId(press.about))
    refusal = await front.refused(call, series.id, Right.WRITE)
    if refusal:
        return Toast(refusal, alert=True)
    about = About(purpose=f"{words.ASK_EPISODE}:{series.id}")
    await words.ask(front, call, "ask-episode", about, title=series.title)
    return Toast()


async def place(front: Front, call: Call, press: Press) -> Toast:
    """Make an idea the next episode of a series, or begin a new one; the idea is the message that was asked about."""
    idea, dictated = await _placed(front, call)
    if idea is None:
        return Toast("toast-idea-gone", alert=True)
    if not press.about:
        words = call.voice("place-new", idea=quoted(idea))
        return await front.settle(call, OpenSeries(caller=call.caller, idea=idea, dictated=dictated), words)
    series, _, _ = await front.views.series(SeriesId(press.about))
    cards = await front.views.library(call.caller.chat)
    number = 1 + sum(card.series.id == series.id and not card.episode.language for card in cards)
    words = call.voice("place-chosen", idea=quoted(idea), title=series.title, number=number)
    begun = OpenEpisode(caller=call.caller, series=series.id, idea=idea, dictated=dictated)
    return await front.settle(call, begun, words)


async def _placed(front: Front, call: Call) -> tuple[str | None, Digest | None]:
    """Return the idea that was asked about, with its transcript where it was said aloud.

    One that was accepted as it was heard stands in a message of ours, whose words are more than the idea.
    """
    said = call.message.reply_to_message if call.message else None
    post = await front.views.post(call.chat.id, call.pressed)
    dictated = Digest(post.purpose.partition(":")[2]) if post and post.purpose.startswith(f"{CHOICE}:") else None
    if dictated and (said is None or said.from_user is None or said.from_user.is_bot):
        return await transcript(front.views, dictated), dictated
    return (said.text if said else None), dictated


async def set_language(front: Front, call: Call, press: Press) -> Toast:
    """Speak another language to the caller from now on; in a group anyone may choose, and the question stays."""
    language = Language(press.about)
    command = Meet(caller=replace(call.caller, language=language))
    if not call.private:
        await front.carry(call, command)
        return Toast("language-set", language=language)
    return await front.settle(call, command, Voice(language)("language-set"))


async def bind(front: Front, call: Call, press: Press) -> Toast:
    """Let this group supervise a series, or ask which."""
    if not press.about:
        asked = library.choose_series(call.voice, await front.views.created(call.caller.chat))
        await front.show(call, asked, About(purpose=CHOICE))
        return Toast()
    series, _, _ = await front.views.series(SeriesId(press.about))
    command = BindTeam(caller=call.caller, series=series.id, group=call.chat.id, title=call.chat.title or "")
    return await front.settle(call, command, library.chosen_series(call.voice, series))


async def choose(front: Front, call: Call, press: Press) -> Toast:
    """Make a drawing the one that counts: the new one, the old one, or one of several."""
    take = await front.views.take(TakeId(press.about))
    await _recognised(front, call, take)
    label = _label(call, press)
    words = f"{_said(call)}\n<b>{html.escape(label, quote=False)}</b>"
    return await front.settle(call, ChoosePanel(caller=call.caller, take=take.id, shown=_offered(call)), words)


async def vary(front: Front, call: Call, press: Press) -> Toast:
    """Draw other variants of the shot that a drawing shows."""
    take = await front.views.take(TakeId(press.about))
    shot = take.work.part.partition(".")[0]
    words = _label(call, press)
    command = AskVariants(
        caller=call.caller,
        episode=take.episode,
        text=words,
        shot=shot,
        count=shots.COUNT,
        words=Words.SUGGESTED,
    )
    return toast(await front.carry(call, command), done="toast-working")


CHOICES = frozenset({Act.KEEP, Act.BACK, Act.PICK})
"""Buttons that choose a drawing."""


async def _steer(front: Front, call: Call, command: Cancel | Resume, done: str) -> Toast:
    """Stop work or go on with it; a status message that we had forgotten is known now, and made to say what is true."""
    if call.message is not None:
        await front.sender.recognise(call.message, About(purpose=STATUS, episode=command.episode))
    said = toast(await front.carry(call, command), done)
    if said.alert:
        await front.board.refresh(command.episode)
    return said


async def _recognised(front: Front, call: Call, take: Take) -> None:
    """Know the message of a pressed button at the latest from now on."""
    if call.message is not None:
        await front.sender.recognise(call.message, About(purpose=CHOICE, episode=take.episode))


def _said(call: Call) -> str:
    """Return what the message of a pressed button says."""
    message = call.message
    return "" if message is None else (message.text_html or message.caption_html or "")


def _offered(call: Call) -> tuple[TakeId, ...]:
    """Return the drawings between which the message of a pressed button lets one choose."""
    return tuple(dict.fromkeys(TakeId(press.about) for press in call.offers if press.act in CHOICES))


def _label(call: Call, press: Press) -> str:
    """Return what stands on a pressed button."""
    markup = call.message.reply_markup if call.message else None
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == press.data()), str(shots.COUNT))


async def _draft(front: Front, call: Call, press: Press) -> Sheet:
    """Return the draft of a pressed button, whose message we know from now on at the latest."""
    sheet = await front.views.sheet(DraftId(press.about))
    if call.message is not None:
        about = About(purpose=DRAFT, episode=sheet.card.episode.id, draft=sheet.draft.id)
        await front.sender.recognise(call.message, about)
    return sheet
