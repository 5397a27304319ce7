"""The table of buttons: what carries each press out. Every press is answered once, with a few words or an alert."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from telegram import CallbackQuery
from telegram.error import BadRequest

from bot.callbacks import Act, Press
from bot.front import Call, Front, Toast
from bot.handlers import (
    authors,
    bible,
    budget,
    cautions,
    circles,
    compare,
    craft,
    dictation,
    editions,
    lending,
    lines,
    manuscripts,
    me,
    merge,
    presses,
    prompts,
    remarks,
    room,
    sizing,
    spoken,
    streams,
    team,
    undo,
    waiting,
)
from bot.words import say
from storage.domain.ids import DraftId, EpisodeId, RemarkId, SeriesId
from storage.worklist import remarked

log = logging.getLogger(__name__)

Handler = Callable[[Front, Call, Press], Awaitable[Toast]]


async def pressed(front: Front, call: Call, query: CallbackQuery, press: Press | None) -> None:
    """Do what a button asks, then answer the press."""
    said = await answer(front, call, press) if press else Toast("toast-not-a-button", alert=True)
    text = say(said.language or call.caller.language, said.key) if said.key else None
    try:
        await query.answer(text, show_alert=said.alert)
    except BadRequest as error:  # a press from before a restart: what it asked is done, the answer is too late
        log.info("a press of %s could not be answered: %s", call.caller.chat, error)


async def answer(front: Front, call: Call, press: Press) -> Toast:
    """Do what a button asks; what belongs to a team is not shown to others, whatever button they have."""
    if press.act in SHOWN:
        hidden = await front.hidden(call, await SHOWN[press.act](front, press))
        if hidden:
            return Toast(hidden, alert=True)
    return await HANDLERS[press.act](front, call, press)


HANDLERS: Mapping[Act, Handler] = {
    Act.APPROVE: presses.approve,
    Act.SEND_BACK: presses.send_back,
    Act.CANCEL: presses.cancel,
    Act.RESUME: presses.resume,
    Act.OPEN: presses.open_,
    Act.PAPERS: presses.papers_,
    Act.CREDITS: presses.credits_,
    Act.AUTHORSHIP: presses.authorship,
    Act.NEW: presses.new,
    Act.NEW_EPISODE: presses.new_episode,
    Act.PLACE: presses.place,
    Act.LANGUAGE: presses.set_language,
    Act.BIND: presses.bind,
    Act.VOLUNTEER: team.volunteer,
    Act.ENLIST: team.enlist,
    Act.DECLINE: team.decline,
    Act.TEAM: team.page,
    Act.ROLES: team.roles,
    Act.INVITE: team.invite,
    Act.WITHDRAW: team.withdraw,
    Act.JOIN: team.join,
    Act.MEMBER: team.member,
    Act.NAME: team.name,
    Act.DISMISS: team.dismiss,
    Act.HAND_OVER: team.hand_over,
    Act.RULES: team.rules,
    Act.AGREE: team.agree,
    Act.AWAY: team.away,
    Act.DEPUTY: team.deputise,
    Act.RETURN: team.return_,
    Act.SHOW: waiting.draft,
    Act.APPROVE_ALL: waiting.approve_all,
    Act.KEEP: presses.choose,
    Act.BACK: presses.choose,
    Act.PICK: presses.choose,
    Act.VARIANTS: presses.vary,
    Act.WORK_ON: remarks.work_on,
    Act.LEAVE: remarks.leave,
    Act.CERTIFICATE: me.certificate,
    Act.CRAFT: craft.ask,
    Act.MEND: craft.mend,
    Act.COMPARE: compare.ask,
    Act.VERSIONS: compare.versions,
    Act.PLAY: spoken.play,
    Act.CONFIRM: lines.confirm,
    Act.CHANGE_NAME: lines.change_name,
    Act.BE_NAMED: lines.be_named,
    Act.DISPUTE: lines.dispute,
    Act.GRANT: lines.grant,
    Act.KEEP_CREDIT: lines.keep,
    Act.MANUSCRIPT: manuscripts.pressed,
    Act.HEARD: dictation.pressed,
    Act.STOP: streams.stop,
    Act.OFFER: room.take_up,
    Act.AGAIN: room.again,
    Act.TRANSLATE: editions.pressed,
    Act.BIBLE: bible.turn,
    Act.SEASON: bible.turn_season,
    Act.ENTRY: bible.entry,
    Act.COMMISSION: bible.commission,
    Act.BEGIN: bible.begin,
    Act.BOOK_STEP: bible.step,
    Act.STEP: undo.pressed,
    Act.AUTHORS: authors.ask,
    Act.MERGE: merge.pressed,
    Act.ASSURE: cautions.assure,
    Act.INSTEAD: cautions.instead,
    Act.SPEND: budget.spend,
    Act.SPARE: budget.spare,
    Act.REPEAT: budget.repeat,
    Act.SMALLER: sizing.smaller,
    Act.BUDGET: budget.page,
    Act.LIMIT: budget.limit,
    Act.PROMPT: prompts.pressed,
    Act.TAKE_UP: prompts.take_up,
    Act.CIRCLE: circles.pressed,
    Act.LARGER: circles.larger,
    Act.RETOUCH_AGAIN: circles.again,
    **lending.PRESSES,
}


async def _series(_: Front, press: Press) -> SeriesId:
    return SeriesId(press.about)


async def _series_of_episode(front: Front, press: Press) -> SeriesId:
    return (await front.views.card(EpisodeId(press.about))).series.id


async def _series_of_draft(front: Front, press: Press) -> SeriesId:
    return (await front.views.sheet(DraftId(press.about))).card.series.id


async def _series_of_remark(front: Front, press: Press) -> SeriesId:
    episode = (await remarked(front.views, RemarkId(press.about))).episode
    return (await front.views.card(episode)).series.id


SHOWN: Mapping[Act, Callable[[Front, Press], Awaitable[SeriesId]]] = {
    Act.OPEN: _series_of_episode,
    Act.TRANSLATE: _series_of_episode,
    Act.PROMPT: _series_of_episode,
    Act.TAKE_UP: _series_of_episode,
    Act.CREDITS: _series_of_episode,
    Act.SHOW: _series_of_draft,
    Act.TEAM: _series,
    Act.RULES: _series,
    Act.ROLES: _series,
    Act.VOLUNTEER: _series,
    Act.INVITE: _series,
    Act.WORK_ON: _series_of_remark,
    Act.LEAVE: _series_of_remark,
    Act.PLAY: _series_of_remark,
    Act.BIBLE: _series,
    Act.SEASON: _series,
    Act.VOICES: _series,
}
"""Buttons whose answer shows something of a series, with how to find which. All others only carry out a command, or ask
for a right themselves.
"""
