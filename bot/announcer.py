"""The announcer: an event becomes messages. It reads what is true now, so an event told late tells the truth."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.callbacks import Act, Press
from bot.causes import because
from bot.screens import drafts, release, shots
from bot.screens.page import Screen, Voice
from bot.sender import CHOICE, DRAFT, About, Sender
from bot.statusboard import StatusBoard
from bot.words import money
from storage.domain.events import Event, News
from storage.domain.ids import DraftId, EpisodeId, TakeId
from storage.domain.review import Outcome
from storage.domain.takes import Medium
from storage.outbox import Delivery, Outbox
from storage.posts import Post
from storage.views import Sheet, Views

log = logging.getLogger(__name__)

RELEASE = "release"
"""The purpose of the messages that bring a released episode."""

PAUSE = 2.0
"""Seconds before a chat is told again after Telegram did not answer."""

Teller = Callable[[Event, int, Voice], Awaitable[None]]


class Announcer:
    """Delivers events, in order for each chat, at least once."""

    def __init__(self, outbox: Outbox, views: Views, sender: Sender, board: StatusBoard) -> None:
        """Take events from this outbox."""
        self._outbox, self._views, self._sender, self._board = outbox, views, sender, board
        self._tell: Mapping[News, Teller] = {
            News.SERIES_OPENED: self._work_begins,
            News.EPISODE_OPENED: self._work_begins,
            News.WISH_TAKEN: self._wish_taken,
            News.SHOT_REDRAWN: self._shot_redrawn,
            News.VARIANTS_DRAWN: self._variants_drawn,
            News.DRAFT_OPENED: self._draft_opened,
            News.DRAFT_CLOSED: self._draft_closed,
            News.VERDICT_GIVEN: self._verdict_given,
            News.WORK_HALTED: self._work_halted,
            News.WORK_RESUMED: self._work_begins,
            News.RELEASED: self._released,
            News.TEAM_BOUND: self._team_bound,
            News.SUPERVISOR_NAMED: self._supervisor_named,
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
        if chat > 0:
            await self._board.begin(chat, voice.language, _episode(event))

    async def _wish_taken(self, event: Event, chat: int, voice: Voice) -> None:
        await self._settle(_episode(event), chat, voice)
        if chat > 0:
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
            await self._show(draft, chat, voice, event.facts)

    async def _shot_redrawn(self, event: Event, chat: int, voice: Voice) -> None:
        """Show a drawing beside the one before it, where that has been seen."""
        found = await self._views.redrawn(TakeId(event.facts["before"]), TakeId(event.facts["after"]))
        if found is not None and await self._has_seen(_episode(event), chat):
            about = About(purpose=CHOICE, episode=event.episode)
            await self._sender.send(chat, shots.redrawn(voice, found), about)

    async def _variants_drawn(self, event: Event, chat: int, voice: Voice) -> None:
        found = await self._views.varied([TakeId(take) for take in event.facts["takes"].split()])
        if found is not None:
            await self._sender.send(chat, shots.varied(voice, found), About(purpose=CHOICE, episode=event.episode))

    async def _has_seen(self, episode: EpisodeId, chat: int) -> bool:
        """Return whether a chat was shown the drawings of an episode."""
        posts = await self._views.posts(episode=episode)
        return any(post.chat == chat and post.work.startswith(f"{Medium.PANEL}/") for post in posts)

    async def _show(self, draft: DraftId, chat: int, voice: Voice, facts: Mapping[str, str]) -> None:
        """Bring a draft into a chat, also one that others have decided on already; what was replaced is not shown."""
        sheet = await self._views.sheet(draft)
        if sheet.draft.outcome is not Outcome.SUPERSEDED:
            about = About(purpose=DRAFT, episode=sheet.card.episode.id, draft=draft)
            screen = _screen(sheet, chat, voice, facts)
            if "partial" in facts and await self._has_seen(sheet.card.episode.id, chat):
                screen = replace(screen, album=())
            await self._sender.send(chat, screen, about)

    async def _draft_closed(self, event: Event, chat: int, voice: Voice) -> None:
        await self._settle(_episode(event), chat, voice)
        if chat > 0:
            await self._work_begins(event, chat, voice)

    async def _verdict_given(self, event: Event, chat: int, voice: Voice) -> None:
        del voice
        log.info("chat %s: a verdict on %s, more are needed", chat, event.facts["draft"])

    async def _settle(self, episode: EpisodeId, chat: int, voice: Voice) -> None:
        """Take the buttons off every draft of an episode that is decided or replaced, and say how it ended."""
        for post in await self._views.posts(episode=episode, purpose=DRAFT):
            if post.chat == chat and post.draft:
                sheet = await self._views.sheet(post.draft)
                if sheet.draft.outcome is not Outcome.OPEN:
                    await self._sender.edit(post, drafts.closed(voice, sheet))

    async def _control(self, draft: DraftId, chat: int) -> Post | None:
        """Return the message of a draft that carries its buttons in a chat."""
        posts = await self._views.posts(draft=draft, purpose=DRAFT)
        return next((post for post in posts if post.chat == chat), None)

    async def _work_halted(self, event: Event, chat: int, voice: Voice) -> None:
        del voice
        if chat > 0:
            await self._board.refresh(_episode(event), detail=event.facts.get("detail", ""))

    async def _released(self, event: Event, chat: int, voice: Voice) -> None:
        released = await self._views.release(_episode(event))
        if released is None:
            return
        if chat > 0:
            await self._board.refresh(_episode(event))
        for page in release.PAGES:
            await self._sender.send(chat, page(voice, released), About(purpose=RELEASE, episode=event.episode))

    async def _team_bound(self, event: Event, chat: int, voice: Voice) -> None:
        series, _, _ = await self._views.series(event.series)
        title = series.title
        if chat > 0:
            words = voice("team-bound-private", group=event.facts["group"], title=title)
            await self._sender.send(chat, Screen(text=words), About(purpose="note"))
            return
        volunteer = voice.button("button-volunteer", Press(Act.VOLUNTEER, series.id))
        screen = Screen(text=voice("team-bound", title=title), buttons=((volunteer,),))
        await self._sender.send(chat, screen, About(purpose="team"))

    async def _supervisor_named(self, event: Event, chat: int, voice: Voice) -> None:
        """Say it, and hand what waits for approval to those who decide now."""
        series, _, _ = await self._views.series(event.series)
        words = voice("team-named", name=event.facts["name"], title=series.title)
        await self._sender.send(chat, Screen(text=words), About(purpose="note"))
        for draft in await self._views.open_drafts(event.series):
            await self._take_over(event, draft)
            if chat < 0:
                await self._put_to(draft, chat, voice)

    async def _put_to(self, draft: DraftId, group: int, voice: Voice) -> None:
        """Bring a draft to those who decide on it now; if the group has seen it, it gets its buttons."""
        control = await self._control(draft, group)
        if control is None:
            await self._show(draft, group, voice, {})
        else:
            await self._sender.edit(control, _screen(await self._views.sheet(draft), group, voice, {}))

    async def _take_over(self, event: Event, draft: DraftId) -> None:
        """Take the buttons of a draft away in private chats, where a press would be refused now."""
        sheet = await self._views.sheet(draft)
        waits = drafts.Asks(decides=False, group=False)
        for chat in {post.chat for post in await self._views.posts(draft=draft, purpose=DRAFT) if post.chat > 0}:
            post = await self._control(draft, chat)
            if post is not None:
                await self._sender.edit(post, drafts.draft(await self._voice(event, chat), sheet, waits))


def _episode(event: Event) -> EpisodeId:
    if event.episode is None:
        raise ValueError(f"{event.news} is about an episode")
    return event.episode


def _screen(sheet: Sheet, chat: int, voice: Voice, facts: Mapping[str, str]) -> Screen:
    """Return a draft for a chat; whoever decides gets the buttons while it is open."""
    decides = chat < 0 if sheet.supervised else chat > 0
    plan = _plan(voice, facts) if decides else ""
    screen = drafts.draft(voice, sheet, drafts.Asks(decides=decides, group=chat < 0, plan=plan))
    if sheet.draft.outcome is Outcome.OPEN:
        return screen
    closed = drafts.closed(voice, sheet)
    return replace(screen, text=closed.text, buttons=closed.buttons)


def _plan(voice: Voice, facts: Mapping[str, str]) -> str:
    """Say what approving would start, where that was worked out; it is free only where the price is known."""
    if "pieces" not in facts:
        return ""
    micros = int(facts.get("micros", 0))
    cost = ("paid" if micros else "free") if "micros" in facts else "unknown"
    return voice("draft-plan", minutes=-(-int(facts["seconds"]) // 60), cost=cost, price=money(micros))
