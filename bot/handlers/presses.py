"""What a pressed button asks for. Every press is answered exactly once, with a few words or an alert."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from telegram import CallbackQuery
from telegram.error import BadRequest

from agents.commands import BindTeam, Cancel, Decide, Meet, NameSupervisor, Resume
from bot.callbacks import Act, Press
from bot.front import Call, Front
from bot.handlers import words
from bot.handlers.commands import show_card
from bot.screens import library, release
from bot.screens.page import Button, Screen, Voice
from bot.sender import DRAFT, About
from bot.words import say
from storage.domain.errors import Refused
from storage.domain.ids import DraftId, EpisodeId, PersonId, SeriesId
from storage.domain.review import Decision, Outcome
from storage.domain.story import Language
from storage.views import Sheet

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press: the key of a few words, and whether they must be read (an alert)."""

    key: str = ""
    alert: bool = False


Handler = Callable[[Front, Call, Press], Awaitable[Toast]]


async def pressed(front: Front, call: Call, query: CallbackQuery, press: Press | None) -> None:
    """Do what a button asks, then answer the press."""
    toast = await HANDLERS[press.act](front, call, press) if press else Toast("toast-not-a-button", alert=True)
    text = say(call.caller.language, toast.key) if toast.key else None
    try:
        await query.answer(text, show_alert=toast.alert)
    except BadRequest as error:  # a press from before a restart: what it asked is done, the answer is too late
        log.info("a press of %s could not be answered: %s", call.caller.chat, error)


async def approve(front: Front, call: Call, press: Press) -> Toast:
    """Approve a draft."""
    await _draft(front, call, press)
    command = Decide(caller=call.caller, draft=DraftId(press.about), decision=Decision.APPROVE)
    return _toast(await front.carry(call, command), done="toast-approved")


async def send_back(front: Front, call: Call, press: Press) -> Toast:
    """Ask why, if the draft is open and the caller decides."""
    sheet = await _draft(front, call, press)
    if sheet.draft.outcome is not Outcome.OPEN:
        return Toast("toast-outdated" if sheet.draft.outcome is Outcome.SUPERSEDED else "toast-already", alert=True)
    try:
        await front.showrunner.may_decide(call.caller, sheet.draft.id)
    except Refused as refusal:
        return Toast(f"refused-{refusal.reason}", alert=True)
    about = About(purpose=words.ASK_REASON, episode=sheet.card.episode.id, draft=sheet.draft.id)
    await words.ask(front, call, "ask-reason", about, title=sheet.synopsis.title)
    return Toast()


async def cancel(front: Front, call: Call, press: Press) -> Toast:
    """Stop the work on an episode."""
    command = Cancel(caller=call.caller, episode=EpisodeId(press.about))
    return _toast(await front.carry(call, command), done="toast-cancelling")


async def resume(front: Front, call: Call, press: Press) -> Toast:
    """Go on with an episode."""
    command = Resume(caller=call.caller, episode=EpisodeId(press.about))
    return _toast(await front.carry(call, command), done="toast-working")


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


async def new(front: Front, call: Call, _: Press) -> Toast:
    """Ask for the idea of a new series."""
    await words.begin(front, call, "")
    return Toast()


async def new_episode(front: Front, call: Call, press: Press) -> Toast:
    """Ask what happens in the next episode."""
    series, _, _ = await front.views.series(SeriesId(press.about))
    about = About(purpose=f"{words.ASK_EPISODE}:{series.id}")
    await words.ask(front, call, "ask-episode", about, title=series.title)
    return Toast()


async def list_(front: Front, call: Call, _: Press) -> Toast:
    """List someone's episodes."""
    await front.show(call, library.library(call.voice, await front.views.library(call.caller.chat)))
    return Toast()


async def set_language(front: Front, call: Call, press: Press) -> Toast:
    """Speak another language to the caller from now on."""
    caller = replace(call.caller, language=Language(press.about))
    await front.carry(call, Meet(caller=caller))
    await front.show(call, Screen(text=Voice(caller.language)("language-set")))
    return Toast()


async def bind(front: Front, call: Call, press: Press) -> Toast:
    """Let this group supervise a series."""
    command = BindTeam(
        caller=call.caller, series=SeriesId(press.about), group=call.chat.id, title=call.chat.title or ""
    )
    return _toast(await front.carry(call, command))


async def volunteer(front: Front, call: Call, press: Press) -> Toast:
    """Ask the creator whether someone may supervise; the creator needs to ask nobody."""
    await front.carry(call, Meet(caller=call.caller))
    person = await front.views.person(call.caller.chat)
    series, _, _ = await front.views.series(SeriesId(press.about))
    names = await front.views.names([series.creator])
    if person is None:
        return Toast("toast-not-a-button", alert=True)
    voice = Voice(series.language)
    ask = voice("team-volunteer", name=person.name, title=series.title, creator=names[series.creator])
    yes = Button(voice("button-confirm"), Press(Act.ENLIST, series.id, person.id))
    await front.show(call, Screen(text=ask, buttons=((yes,),)))
    return Toast("toast-volunteered")


async def enlist(front: Front, call: Call, press: Press) -> Toast:
    """Make someone a supervisor, as the creator says."""
    command = NameSupervisor(caller=call.caller, series=SeriesId(press.about), supervisor=PersonId(press.rest))
    return _toast(await front.carry(call, command))


HANDLERS: Mapping[Act, Handler] = {
    Act.APPROVE: approve,
    Act.SEND_BACK: send_back,
    Act.CANCEL: cancel,
    Act.RESUME: resume,
    Act.OPEN: open_,
    Act.CREDITS: credits_,
    Act.NEW: new,
    Act.NEW_EPISODE: new_episode,
    Act.LIBRARY: list_,
    Act.LANGUAGE: set_language,
    Act.BIND: bind,
    Act.VOLUNTEER: volunteer,
    Act.ENLIST: enlist,
}


async def _draft(front: Front, call: Call, press: Press) -> Sheet:
    """Return the draft of a pressed button, whose message we know from now on at the latest."""
    sheet = await front.views.sheet(DraftId(press.about))
    if call.message is not None:
        about = About(purpose=DRAFT, episode=sheet.card.episode.id, draft=sheet.draft.id)
        await front.sender.recognise(call.message, about)
    return sheet


def _toast(trouble: str, done: str = "") -> Toast:
    """Return an alert for trouble, else a few words."""
    return Toast(trouble, alert=True) if trouble else Toast(done)
