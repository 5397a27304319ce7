"""The announcer: an event becomes messages. It reads what is true now, so an event told late tells the truth."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram.error import BadRequest, Forbidden, TelegramError

from bot import consent
from bot.callbacks import JOIN
from bot.carrier import About
from bot.causes import because
from bot.screens import bible, budget, cautions, drafts, lines, release, remarks, season, shots, team, waiting
from bot.screens.page import Screen, Voice
from bot.sender import BOOK, CAUTION, CHOICE, DISPUTE, DRAFT, LINE, REMARKS, Sender
from bot.statusboard import StatusBoard
from storage.assurances import caution
from storage.domain.billing import Standing
from storage.domain.crew import Role
from storage.domain.events import Event, News
from storage.domain.ids import DisputeId, DraftId, EpisodeId, TakeId
from storage.domain.papers import Matter
from storage.domain.review import DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.takes import Medium
from storage.lines import case, cases, line
from storage.outbox import Delivery, Outbox
from storage.pages import pages
from storage.posts import Post
from storage.versions import earlier, words_shown
from storage.views import Sheet, Views
from storage.worklist import worklist

log = logging.getLogger(__name__)

RELEASE = "release"
"""The purpose of the messages that bring a released episode."""

PAUSE = 2.0
"""Seconds before a chat is told again after Telegram did not answer."""

Teller = Callable[[Event, int, Voice], Awaitable[None]]


class Announcer:
    """Delivers events, in order for each chat, at least once."""

    def __init__(
        self, outbox: Outbox, views: Views, sender: Sender, board: StatusBoard, *, enlarges: bool = False
    ) -> None:
        """Take events from this outbox; `enlarges` says whether pictures are made larger here."""
        self._outbox, self._views, self._sender, self._board, self._enlarges = outbox, views, sender, board, enlarges
        self._tell: Mapping[News, Teller] = {
            News.SERIES_OPENED: self._work_begins,
            News.EPISODE_OPENED: self._work_begins,
            News.WISH_TAKEN: self._wish_taken,
            News.SHOT_REDRAWN: self._shot_redrawn,
            News.VARIANTS_DRAWN: self._variants_drawn,
            News.RETOUCHES_LEFT: self._retouches_left,
            News.VERSION_CHOSEN: self._draft_closed,
            News.DRAFT_OPENED: self._draft_opened,
            News.DRAFT_CLOSED: self._draft_closed,
            News.VERDICT_GIVEN: self._verdict_given,
            News.REMARKS_CHANGED: self._remarks_changed,
            News.LINE_SHOWN: self._line_shown,
            News.DISPUTE_CHANGED: self._dispute_changed,
            News.RIGHTS_CHANGED: self._rights_changed,
            News.VOICE_LENT: self._said_of_team,
            News.VOICE_WITHDRAWN: self._said_of_team,
            News.VOICE_GIVEN: self._said_of_team,
            News.WORK_HALTED: self._work_halted,
            News.WORK_RESUMED: self._work_begins,
            News.RELEASED: self._released,
            News.PLANNING_BEGUN: self._work_begins,
            News.PLANNED: self._planned,
            News.TEAM_BOUND: self._team_bound,
            News.MEMBER_NAMED: self._member_named,
            News.MEMBER_LEFT: self._said_of_team,
            News.LEAD_HANDED: self._said_of_team,
            News.DEPUTY_NAMED: self._said_of_team,
            News.DEPUTY_FREED: self._said_of_team,
            News.POLICY_AGREED: self._policy_agreed,
            News.LIMIT_SET: self._limit_set,
            News.INVITED: self._invited,
            News.DRAFTS_WAIT: self._drafts_wait,
        }

    async def run(self) -> None:
        """Deliver until cancelled: one event a chat at a time, chats side by side."""
        telling: dict[int, asyncio.Task[None]] = {}
        async with asyncio.TaskGroup() as group:
            news = group.create_task(self._outbox.news())
            while True:
                for delivery in await self._outbox.pending():
                    if delivery.chat not in telling:
                        telling[delivery.chat] = group.create_task(self._deliver(delivery))
                done, _ = await asyncio.wait({news, *telling.values()}, return_when=asyncio.FIRST_COMPLETED)
                telling = {chat: task for chat, task in telling.items() if task not in done}
                if news in done:
                    news = group.create_task(self._outbox.news())

    async def _deliver(self, delivery: Delivery) -> None:
        """Tell one chat of one event, again and again until it is told or cannot be told any more."""
        event, seq, chat = delivery.event, delivery.seq, delivery.chat
        try:
            await self._insist(event, seq, chat)
        except (Forbidden, BadRequest) as error:
            log.warning("chat %s cannot be told of %s: %s", chat, event.news, error)
            await self._outbox.give_up(seq, chat, str(error))
        else:
            await self._outbox.delivered(seq, chat)

    async def _insist(self, event: Event, seq: int, chat: int) -> None:
        while True:
            try:
                with because(f"event {seq}"):
                    return await self._say(event, chat)
            except (Forbidden, BadRequest):
                raise
            except TelegramError as error:
                log.warning("telling %s of %s failed: %s", chat, event.news, error)
                await self._outbox.failed(seq, chat, str(error))
                await asyncio.sleep(PAUSE)

    async def _say(self, event: Event, chat: int) -> None:
        await self._tell[event.news](event, chat, await self._voice(event, chat))

    async def _voice(self, event: Event, chat: int) -> Voice:
        """Speak to a person in their language, to a group in that of its series."""
        person = await self._views.person(chat) if chat > 0 else None
        if person is not None:
            return Voice(person.language)
        series, _, _ = await self._views.series(event.series)
        return Voice(series.language)

    async def _work_begins(self, event: Event, chat: int, voice: Voice) -> None:
        await consent.answered(self._sender, self._views, _episode(event), chat, voice)
        if await self._leads(event, chat):
            await self._board.begin(chat, voice.language, _episode(event))

    async def _leads(self, event: Event, chat: int) -> bool:
        """Return whether a chat is that of who leads the series: there the work's progress is shown."""
        series, _, _ = await self._views.series(event.series)
        person = await self._views.person(chat)
        return person is not None and person.id == series.creator

    async def _wish_taken(self, event: Event, chat: int, voice: Voice) -> None:
        await self._settle(_episode(event), chat, voice)
        if await self._leads(event, chat):
            await self._work_begins(event, chat, voice)
        else:
            words = voice("wish-taken", text=event.facts["text"])
            await self._sender.send(chat, Screen(text=words), About(purpose="note", episode=event.episode))

    async def _draft_opened(self, event: Event, chat: int, voice: Voice) -> None:
        draft = DraftId(event.facts["draft"])
        await self._settle(_episode(event), chat, voice)
        if chat > 0:
            await self._board.refresh(_episode(event))
        if not await self._control(draft, chat):
            await self._show(draft, chat, voice, is_partial="partial" in event.facts)

    async def _shot_redrawn(self, event: Event, chat: int, voice: Voice) -> None:
        """Show a drawing beside the one before it, where that has been seen."""
        found = await self._views.redrawn(TakeId(event.facts["before"]), TakeId(event.facts["after"]))
        if found is not None and await self._has_seen(_episode(event), chat):
            about = About(purpose=CHOICE, episode=event.episode)
            await self._sender.send(chat, shots.redrawn(voice, found, enlarges=self._enlarges), about)

    async def _variants_drawn(self, event: Event, chat: int, voice: Voice) -> None:
        found = await self._views.varied([TakeId(take) for take in event.facts["takes"].split()])
        if found is not None:
            about = About(purpose=CHOICE, episode=event.episode)
            await self._sender.send(chat, shots.varied(voice, found, event.facts), about)

    async def _retouches_left(self, event: Event, chat: int, voice: Voice) -> None:
        """Offer the changes of a picture again that was painted anew; nothing where that is not true any more."""
        found = await self._views.left(TakeId(event.facts["left"]), TakeId(event.facts["still"]))
        if found:
            await self._sender.send(chat, shots.left(voice, found), About(purpose=CHOICE, episode=event.episode))

    async def _has_seen(self, episode: EpisodeId, chat: int, medium: Medium = Medium.PANEL) -> bool:
        """Return whether a chat was shown the drawings of an episode."""
        posts = await self._views.posts(episode=episode)
        return any(post.chat == chat and post.work.startswith(f"{medium}/") for post in posts)

    async def _show(self, draft: DraftId, chat: int, voice: Voice, *, is_partial: bool = False) -> None:
        """Bring a draft into a chat, also one that others have decided on already; what was replaced is not shown."""
        sheet = await self._views.sheet(draft)
        if sheet.draft.outcome is not Outcome.SUPERSEDED:
            about = About(purpose=DRAFT, episode=sheet.card.episode.id, draft=draft)
            screen = await self._draft(sheet, chat, voice)
            shows = Medium.SHEET if sheet.draft.kind is DraftKind.SYNOPSIS else Medium.PANEL
            if is_partial and await self._has_seen(sheet.card.episode.id, chat, shows):
                screen = replace(screen, album=())
            await self._sender.send(chat, screen, about)

    async def _draft(self, sheet: Sheet, chat: int, voice: Voice) -> Screen:
        """Return a draft for a chat; whoever decides gets the buttons while it is open."""
        asks = drafts.Asks(decides=chat in sheet.deciding, group=chat < 0)
        own = await words_shown(self._views, sheet)
        screen = drafts.draft(voice, sheet, asks, await earlier(self._views, sheet), own)
        if sheet.draft.outcome is Outcome.OPEN:
            return screen
        closed = drafts.closed(voice, sheet, own)
        return replace(screen, text=closed.text, buttons=closed.buttons)

    async def _draft_closed(self, event: Event, chat: int, voice: Voice) -> None:
        await self._settle(_episode(event), chat, voice)
        await self._work_begins(event, chat, voice)

    async def _verdict_given(self, event: Event, chat: int, voice: Voice) -> None:
        """Count on the draft's own message; nobody is rung for it."""
        draft = DraftId(event.facts["draft"])
        control = await self._control(draft, chat)
        if control is not None:
            await self._sender.edit(control, await self._draft(await self._views.sheet(draft), chat, voice))

    async def _remarks_changed(self, event: Event, chat: int, voice: Voice) -> None:
        """Count on the draft's own message, and keep the list of who leads true; its first remark rings."""
        await self._verdict_given(event, chat, voice)
        if await self._leads(event, chat):
            await self._list(_episode(event), chat, voice)

    async def _list(self, episode: EpisodeId, chat: int, voice: Voice) -> None:
        """Show what is to be done; a list that is done with is left as it is, and the next remark begins another."""
        to_do = await worklist(self._views, episode)
        screen = remarks.to_do(voice, to_do)
        lists = [post for post in await self._views.posts(episode=episode, purpose=REMARKS) if post.chat == chat]
        for post in lists:
            await (self._sender.edit if to_do.entries else self._sender.settle)(post, screen)
        if to_do.entries and not lists:
            await self._sender.send(chat, screen, About(purpose=REMARKS, episode=episode))

    async def _line_shown(self, event: Event, chat: int, voice: Voice) -> None:
        """Show someone their credit line, and keep what was shown true; once the episode is out nothing is asked."""
        shown = await line(self._views, _episode(event), chat)
        if shown is None:
            return
        purpose = f"{LINE}:{event.episode}"
        known = await self._post(purpose, chat)
        if shown.card.episode.stage is Stage.RELEASED:
            if known is not None:
                await self._sender.settle(known, lines.line(voice, shown))
        elif known is not None:
            await self._sender.edit(known, lines.line(voice, shown))
        elif shown.credits:
            await self._sender.send(chat, lines.line(voice, shown), About(purpose=purpose))

    async def _dispute_changed(self, event: Event, chat: int, voice: Voice) -> None:
        """Put a dispute to its judge, and tell the one who disputes how it ended."""
        shown = await case(self._views, DisputeId(event.facts["dispute"]))
        if await self._leads(event, chat):
            await self._put(shown.dispute.id, chat, voice)
        if chat == shown.person.chat:
            await self._line_shown(event, chat, voice)
            if shown.dispute.standing in {Standing.KEPT, Standing.GRANTED}:
                await self._sender.send(chat, lines.settled(voice, shown), About(purpose="note"))

    async def _put(self, dispute: DisputeId, chat: int, voice: Voice) -> None:
        """Show a dispute to who leads the series, once, and keep it true."""
        shown = await case(self._views, dispute)
        purpose = f"{DISPUTE}:{dispute}"
        known = await self._post(purpose, chat)
        if known is not None:
            over = shown.dispute.standing is not Standing.OPEN
            await (self._sender.settle if over else self._sender.edit)(known, lines.case(voice, shown))
        elif shown.dispute.standing is Standing.OPEN:
            await self._sender.send(chat, lines.case(voice, shown), About(purpose=purpose))

    async def _rights_changed(self, event: Event, chat: int, voice: Voice) -> None:
        """Show what words may touch, once, and keep true who answers for them."""
        matter, name = Matter(event.facts["matter"]), event.facts["name"]
        shown = await caution(self._views, TakeId(event.facts["take"]), matter, name)
        purpose = f"{CAUTION}:{shown.take.id}:{matter}"
        known = await self._post(purpose, chat)
        if known is not None:
            over = shown.assured is not None
            await (self._sender.settle if over else self._sender.edit)(known, cautions.caution(voice, shown))
        elif shown.assured is None:
            await self._sender.send(chat, cautions.caution(voice, shown), About(purpose=purpose))

    async def _post(self, purpose: str, chat: int) -> Post | None:
        """Return the message of a purpose that was sent to a chat."""
        return next((post for post in await self._views.posts(purpose=purpose) if post.chat == chat), None)

    async def _settle(self, episode: EpisodeId, chat: int, voice: Voice) -> None:
        """Take the buttons off every draft of an episode that is decided or replaced, and say how it ended."""
        for post in await self._views.posts(episode=episode, purpose=DRAFT):
            if post.chat == chat and post.draft:
                sheet = await self._views.sheet(post.draft)
                if sheet.draft.outcome is not Outcome.OPEN:
                    own = await words_shown(self._views, sheet)
                    await self._sender.edit(post, drafts.closed(voice, sheet, own))

    async def _control(self, draft: DraftId, chat: int) -> Post | None:
        """Return the message of a draft that carries its buttons in a chat."""
        posts = await self._views.posts(draft=draft, purpose=DRAFT)
        return next((post for post in posts if post.chat == chat), None)

    async def _work_halted(self, event: Event, chat: int, voice: Voice) -> None:
        """Say why in the lead's own chat; what anybody with the right may answer is asked in the group too."""
        if chat > 0:
            await self._board.refresh(_episode(event))
            return
        await consent.ask(self._sender, self._views, _episode(event), chat, voice)

    async def _released(self, event: Event, chat: int, voice: Voice) -> None:
        released = await self._views.release(_episode(event))
        if released is None:
            return
        if chat > 0:
            await self._board.refresh(_episode(event))
        for page in release.PAGES:
            await self._sender.send(chat, page(voice, released), About(purpose=RELEASE, episode=event.episode))

    async def _planned(self, event: Event, chat: int, voice: Voice) -> None:
        """Show the season that was planned, or where none was the bible that was written."""
        leads = await self._leads(event, chat)
        if leads:
            await self._board.refresh(_episode(event))
        page = season.table if int(event.facts["episodes"]) else bible.overview
        screen = page(voice, await pages(self._views, event.series), writes=leads or chat < 0)
        await self._sender.send(chat, screen, About(purpose=BOOK))

    async def _team_bound(self, event: Event, chat: int, voice: Voice) -> None:
        series, _, _ = await self._views.series(event.series)
        title = series.title
        if chat > 0:
            words = voice("team-bound-private", group=event.facts["group"], title=title)
            await self._sender.send(chat, Screen(text=words), About(purpose="note"))
            return
        screen = Screen(text=voice("team-bound", title=title), buttons=team.ways_in(voice, series))
        await self._sender.send(chat, screen, About(purpose="team"))

    async def _member_named(self, event: Event, chat: int, voice: Voice) -> None:
        series, _, _ = await self._views.series(event.series)
        await self._note(event, chat, team.named(voice, series, event.facts["name"], Role(event.facts["role"])))
        await self._hand_on(event, chat, voice)

    async def _said_of_team(self, event: Event, chat: int, voice: Voice) -> None:
        """Say what has changed in a team, in the words that the news has."""
        await self._note(event, chat, voice(f"told-{event.news}", title=await self._title(event), **event.facts))
        await self._hand_on(event, chat, voice)

    async def _policy_agreed(self, event: Event, chat: int, voice: Voice) -> None:
        crew = await self._views.crew(event.series)
        words = voice("policy-agreed", title=crew.series.title)
        await self._note(event, chat, f"{words}\n{team.rules_line(voice, crew)}")
        await self._hand_on(event, chat, voice)

    async def _limit_set(self, event: Event, chat: int, voice: Voice) -> None:
        await self._note(event, chat, budget.limit_set(voice, await self._title(event), event.facts))

    async def _invited(self, event: Event, chat: int, voice: Voice) -> None:
        series, _, _ = await self._views.series(event.series)
        link = self._sender.link(f"{JOIN}{event.facts['invitation']}")
        screen = team.invited(voice, series, Role(event.facts["role"]), link)
        await self._sender.send(chat, screen, About(purpose="note"))

    async def _drafts_wait(self, event: Event, chat: int, voice: Voice) -> None:
        """Remind of what waits still; nothing is said where it has been decided meanwhile."""
        del event
        drafts_ = await self._views.waiting(chat)
        if drafts_:
            await self._sender.send(chat, waiting.waiting(voice, drafts_), About(purpose="waiting"))

    async def _note(self, event: Event, chat: int, words: str) -> None:
        """Say what has changed in a team: in its group, and where it has none to those who are told of its affairs."""
        _, _, group = await self._views.series(event.series)
        if group is None or chat == group:
            await self._sender.send(chat, Screen(text=words), About(purpose="note"))

    async def _title(self, event: Event) -> str:
        series, _, _ = await self._views.series(event.series)
        return series.title

    async def _hand_on(self, event: Event, chat: int, voice: Voice) -> None:
        """Hand what waits for approval to those who decide now, and take its buttons away from those who do not.

        So with what is disputed, which waits for who leads.
        """
        if await self._leads(event, chat):
            for dispute in await cases(self._views, event.series):
                await self._put(dispute, chat, voice)
        for draft in await self._views.open_drafts(event.series):
            sheet = await self._views.sheet(draft)
            control = await self._control(draft, chat)
            if control is not None:
                await self._sender.edit(control, await self._draft(sheet, chat, voice))
            elif chat in sheet.deciding:
                await self._show(draft, chat, voice)


def _episode(event: Event) -> EpisodeId:
    if event.episode is None:
        raise ValueError(f"{event.news} is about an episode")
    return event.episode
