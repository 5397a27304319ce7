"""The status board: one message an episode that tells how far the work is, edited at a decent pace."""

import asyncio
import time
from dataclasses import dataclass, field

from agents.production import Progress
from bot.screens.page import Screen, Voice
from bot.screens.status import Reached, status
from bot.sender import About, Sender
from storage.domain.ids import EpisodeId
from storage.domain.takes import Medium
from storage.posts import Post
from storage.views import Card, Views

PURPOSE = "status"

PACE = 2.0
"""Seconds between two edits of one status message at the least; the rate limiter holds back more where it must."""


@dataclass(kw_only=True)
class _Line:
    """What is known of one episode's progress since its stage began."""

    reached: dict[Medium, tuple[float, int]] = field(default_factory=dict)
    shown: str = ""
    at: float = 0.0


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
        line.reached[progress.medium] = (progress.done, progress.total)
        self._dirty.add(progress.episode)
        self._news.set()

    async def begin(self, chat: int, language: str, episode: EpisodeId) -> None:
        """Send a fresh status message for a stage that begins; the old one is left as it ended."""
        line = self._lines[episode] = _Line()
        screen = status(Voice(language), await self._views.card(episode), Reached())
        await self._sender.send(chat, screen, About(purpose=PURPOSE, episode=episode))
        line.shown = screen.text

    def screen(self, voice: Voice, card: Card) -> Screen:
        """Return what the status message of an episode says now."""
        line = self._lines.get(card.episode.id, _Line())
        return status(voice, card, Reached(done=dict(line.reached)))

    async def refresh(self, episode: EpisodeId, *, detail: str = "") -> None:
        """Make the status message say what is true now."""
        post = await self._latest(episode)
        if post is None:
            return
        line = self._lines.setdefault(episode, _Line())
        person = await self._views.person(post.chat)
        voice = Voice(person.language if person else "en")
        screen = status(voice, await self._views.card(episode), Reached(done=dict(line.reached)), detail=detail)
        if screen.text != line.shown:
            line.shown, line.at = screen.text, time.monotonic()
            await self._sender.edit(post, screen)

    async def run(self) -> None:
        """Edit what has changed, each message at its pace, until cancelled."""
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
            await self.refresh(episode)

    async def _latest(self, episode: EpisodeId) -> Post | None:
        posts = await self._views.posts(episode=episode, purpose=PURPOSE)
        return max(posts, key=lambda post: post.message_id, default=None)
