"""The status board: one message an episode that tells how far the work is, edited at a decent pace."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from telegram.error import TelegramError

from agents.production import Progress
from bot.carrier import About
from bot.screens.page import Screen, Voice
from bot.screens.status import Reached, left, standing, status
from bot.sender import Sender
from bot.words import FALLBACK
from storage.domain.ids import EpisodeId
from storage.domain.stages import Stage
from storage.domain.takes import Medium
from storage.posts import Post
from storage.views import Card, Views

log = logging.getLogger(__name__)

PURPOSE = "status"
"""The purpose of a message whose button lasts while work goes on or stands still, and which is kept true until then."""

PACE = 2.0
"""Seconds between two edits of one status message at the least; the rate limiter holds back more where it must."""

TYPING = 4.0
"""Seconds between two signs that the bot is writing; Telegram shows one for five."""

WRITES = (Stage.PLANNING, Stage.TRANSLATING, Stage.WRITING, Stage.BOARDING)
"""Stages that begin with words, of whose making there is no progress to tell."""


@dataclass(kw_only=True)
class _Line:
    """What is known of one episode's progress since its stage began."""

    reached: dict[Medium, tuple[float, int]] = field(default_factory=dict)
    shown: Screen | None = None
    at: float = 0.0
    typing: int = 0
    """The chat in which someone waits for words."""
    wire: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a message is sent or edited, so that no edit goes to the message before."""


class StatusBoard:
    """Hears of progress and keeps each episode's status message true."""

    def __init__(self, sender: Sender, views: Views) -> None:
        """Show through this sender."""
        self._sender, self._views = sender, views
        self._lines: dict[EpisodeId, _Line] = {}
        self._dirty: set[EpisodeId] = set()
        self._news = asyncio.Event()

    def listen(self, progress: Progress) -> None:
        """Note how far an episode is. Called on the loop, often; does nothing slow."""
        line = self._lines.setdefault(progress.episode, _Line())
        line.typing = 0
        line.reached[progress.medium] = (progress.done, progress.total)
        self._dirty.add(progress.episode)
        self._news.set()

    async def begin(self, chat: int, language: str, episode: EpisodeId) -> None:
        """Send a fresh status message for work that begins; those before that are not over say that it went on."""
        voice, card = Voice(language), await self._views.card(episode)
        line = self._lines.setdefault(episode, _Line())
        async with line.wire:
            line.reached, line.typing = {}, 0
            screen, live = status(voice, card, Reached()), await self._live(episode)
            fresh = await self._sender.send(chat, screen, About(purpose=PURPOSE, episode=episode))
            # One that was sent before a kill is not sent again, and shows what was true then.
            line.shown = None if fresh in live else screen
            await self._leave(await self._before(fresh), card)
        if card.episode.stage in WRITES:
            line.typing = chat
            await self._sender.type(chat)

    async def follow(self, post: Post, card: Card) -> None:
        """Leave the status messages before one that was asked for, which is the one to press from now on."""
        line = self._lines.setdefault(card.episode.id, _Line())
        async with line.wire:
            await self._leave(await self._before(post), card)

    def screen(self, voice: Voice, card: Card) -> Screen:
        """Return how far an episode is, for someone who asks."""
        line = self._lines.get(card.episode.id, _Line())
        return standing(voice, card, Reached(done=dict(line.reached)))

    async def refresh(self, episode: EpisodeId) -> None:
        """Make the latest status message say what is true now, and leave those before it."""
        line = self._lines.setdefault(episode, _Line())
        async with line.wire:
            posts = await self._live(episode)
            if posts:
                card = await self._views.card(episode)
                await self._leave(posts[:-1], card)
                await self._refresh(posts[-1], line, card)

    async def _refresh(self, post: Post, line: _Line, card: Card) -> None:
        screen = status(await self._voice(post), card, Reached(done=dict(line.reached)))
        if not screen.buttons:
            line.typing = 0
            await self._sender.settle(post, screen)
        elif screen != line.shown:
            line.at = time.monotonic()
            await self._sender.edit(post, screen)
        line.shown = screen

    async def run(self) -> None:
        """Edit what has changed, each message at its pace, until cancelled; meanwhile show that words are written."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._type())
            group.create_task(self._edit())

    async def _type(self) -> None:
        while True:
            for chat in {line.typing for line in self._lines.values() if line.typing}:
                await self._sender.type(chat)
            await asyncio.sleep(TYPING)

    async def _edit(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            await self._edit_due()
            if self._dirty:
                await asyncio.sleep(PACE / 4)
                self._news.set()

    async def _edit_due(self) -> None:
        now = time.monotonic()
        due = [episode for episode in self._dirty if now - self._lines[episode].at >= PACE]
        for episode in due:
            self._dirty.discard(episode)
            try:
                await self.refresh(episode)
            except TelegramError as error:  # the work goes on; the next edit says more anyway
                log.warning("the status of %s could not be shown: %s", episode, error)
                self._dirty.add(episode)

    async def _leave(self, posts: Sequence[Post], card: Card) -> None:
        """Take the buttons off status messages for good: the work goes on in a later one."""
        for post in posts:
            await self._sender.settle(post, left(await self._voice(post), card))

    async def _live(self, episode: EpisodeId) -> Sequence[Post]:
        """Return the status messages that have buttons, the latest last; only the creator gets such."""
        return await self._views.posts(episode=episode, purpose=PURPOSE)

    async def _before(self, post: Post) -> Sequence[Post]:
        live = await self._live(post.episode) if post.episode else ()
        return [each for each in live if each.message_id < post.message_id]

    async def _voice(self, post: Post) -> Voice:
        person = await self._views.person(post.chat)
        return Voice(person.language if person else FALLBACK)
