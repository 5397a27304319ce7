"""The two ways in which a chat sees an answer grow: a draft of Telegram's own, or a message that is edited.

A draft (Bot API, sendMessageDraft) exists in private chats only, passes by itself within half a minute, carries
Telegram's own Stop, and is followed by a message. An edited message stands in every chat and carries a Stop of ours;
what has to go when the answer is over stands on its buttons and never in its text: so a message whose text nobody
remembers can still be made to say that nothing is written any more.
"""

import asyncio
import html
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from bot.carrier import About
from bot.dialling import Sleep, dial
from bot.screens import answers
from bot.screens.page import Rows, Screen, Voice
from bot.sender import Sender
from storage.domain.ids import EpisodeId, SeriesId, TakeId
from storage.posts import Post

FIRST = 0.5
"""Seconds of words that are gathered before the first are shown."""

DRAFTED = 0.5
"""Seconds between two states of a draft. Telegram counts drafts as no messages; its clients animate from one to the
next.
"""

KEPT = 20.0
"""Seconds after which a draft that does not change is shown again: one passes after thirty (Bot API)."""

EDITED = 1.5
"""Seconds between two edits in a chat at the least. Bots that edited twice a second were told to wait for minutes."""

SLOWEST = 6.0
"""Seconds that the pause between edits grows to: what a group lasts, at ten messages a minute (`bot.pacing`)."""

GROWTH = 1.15
"""How much longer each pause between two edits is than the one before."""

WRITING = "writing:"
"""Goes before the language of the asker in the purpose of a message that is still being written."""

OWED = "owed:"
"""Goes before the language of the asker in the purpose of what they wrote and is being answered."""

TALK = "talk"
"""The purpose of a message that is an answer: who replies to it goes on talking."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where an answer goes, and whose it is."""

    chat: int
    person: int
    """Who asked."""
    language: str
    thread: int | None = None
    """The topic of a forum, 0 for the general one; none for that of the episode."""
    question: int = 0
    """The message that is answered; 0 where a button asked."""
    series: SeriesId | None = None
    """What it is about, if it is: who steers it may stop the answer."""
    episode: EpisodeId | None = None
    turn: TakeId | None = None
    """What is answered, if that was taken down."""

    @property
    def is_private(self) -> bool:
        """Whether the two are alone."""
        return self.chat > 0

    @property
    def voice(self) -> Voice:
        """Speak to whoever asked."""
        return Voice(self.language)

    @property
    def about(self) -> About:
        """What the messages of the answer are for."""
        return About(purpose=TALK, episode=self.episode, thread=self.thread)


class Way(Protocol):
    """How one answer is shown. Texts are Telegram's HTML and fit one message each."""

    @property
    def has_shown(self) -> bool:
        """Whether anything of the answer has been seen."""

    def rest(self) -> float:
        """Return the seconds until something may be shown."""

    async def grow(self, text: str, doing: str) -> None:
        """Show a part as far as it is, and the plain words for what is at work, if any."""

    async def close(self, text: str) -> None:
        """Show a part that is whole; others follow it."""

    async def end(self, text: str, buttons: Rows) -> None:
        """Show the last part, or the only one, for good."""


@dataclass(kw_only=True, slots=True)
class Gate:
    """Keeps two edits of one chat apart, also those of one answer and the next."""

    clock: Callable[[], float]
    sleep: Sleep
    opens: float = 0.0

    def rest(self) -> float:
        """Return the seconds until it opens."""
        return max(0.0, self.opens - self.clock())

    async def wait(self) -> None:
        """Wait until it is open."""
        if rest := self.rest():
            await self.sleep(rest)

    def shut(self, seconds: float) -> None:
        """Stay shut for a while from now."""
        self.opens = max(self.opens, self.clock() + seconds)


@dataclass(kw_only=True)
class Drafted:
    """Shows an answer as a draft in a private chat."""

    place: Place
    sender: Sender
    draft: int
    gate: Gate
    has_shown: bool = False
    _shown: tuple[str, str] = ("", "")
    _passes: float = 0.0

    def rest(self) -> float:
        """Return the seconds until something may be shown."""
        return self.gate.rest()

    async def grow(self, text: str, doing: str) -> None:
        """Show the draft if it has changed, or before it passes."""
        if (text, doing) == self._shown and self.gate.clock() < self._passes:
            return
        whole = "\n\n".join(
            each for each in (text, f"<i>{html.escape(doing, quote=False)}</i>" if doing else "") if each
        )
        self.has_shown = await self.sender.draft(self.place.chat, self.draft, whole) or self.has_shown
        self._shown, self._passes = (text, doing), self.gate.clock() + KEPT
        self.gate.shut(DRAFTED)

    async def close(self, text: str) -> None:
        """Send the part; that ends the draft, and the next words begin another."""
        await self._send(Screen(text=text))

    async def end(self, text: str, buttons: Rows) -> None:
        """Send the message that the draft was for."""
        await self._send(Screen(text=text, buttons=buttons))

    async def _send(self, screen: Screen) -> None:
        await dial("sendMessage", partial(self.sender.send, self.place.chat, screen, self.place.about), self.gate.sleep)
        self._shown = ("", "")


@dataclass(kw_only=True)
class Edited:
    """Shows an answer as a message that is edited, in groups and wherever there are no drafts."""

    place: Place
    sender: Sender
    gate: Gate
    has_shown: bool = False
    _post: Post | None = None
    _shown: tuple[str, str] = ("", "")
    _pause: float = field(default=EDITED)

    def rest(self) -> float:
        """Return the seconds until something may be shown."""
        return self.gate.rest()

    async def grow(self, text: str, doing: str) -> None:
        """Send the message once there are words, and edit it when there are others."""
        if not text or (text, doing) == self._shown:
            return
        await self._show(Screen(text=text, buttons=answers.stop(self.place.voice, doing)))
        self._shown, self._pause = (text, doing), min(SLOWEST, GROWTH * self._pause)

    async def close(self, text: str) -> None:
        """Take the buttons off the message; the next words begin another."""
        await self._settle(Screen(text=text))
        self._post, self._shown = None, ("", "")

    async def end(self, text: str, buttons: Rows) -> None:
        """Edit the message for the last time, or send it at once where nothing was seen of it."""
        await self._settle(Screen(text=text, buttons=buttons))

    def is_at(self, message: int) -> bool:
        """Tell whether this is the message that is being written."""
        return self._post is not None and self._post.message_id == message

    async def _show(self, screen: Screen) -> None:
        await self.gate.wait()
        try:
            if self._post is None:
                about = replace(self.place.about, purpose=f"{WRITING}{self.place.language}")
                self._post = await self.sender.send(self.place.chat, self._first(screen), about)
                self.has_shown = True
            else:
                await self.sender.edit(self._post, screen)
        finally:
            self.gate.shut(self._pause)

    async def _settle(self, screen: Screen) -> None:
        await self.gate.wait()
        last: Callable[[], Awaitable[object]]
        if self._post is None:
            last = partial(self.sender.send, self.place.chat, self._first(screen), self.place.about)
        else:
            last = partial(self.sender.conclude, self._post, screen, TALK)
        await dial("editMessageText", last, self.gate.sleep)
        self.has_shown = True
        self.gate.shut(EDITED)

    def _first(self, screen: Screen) -> Screen:
        """Let the first message of an answer in a group show what it answers."""
        return screen if self.place.is_private or self.has_shown else replace(screen, answers=self.place.question)


async def first_of(event: asyncio.Event, seconds: float, sleep: Sleep) -> None:
    """Wait until something happens, but no longer than this."""
    async with asyncio.TaskGroup() as group:
        waits = (group.create_task(event.wait()), group.create_task(_asleep(sleep, seconds)))
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()


async def _asleep(sleep: Sleep, seconds: float) -> None:
    await sleep(seconds)
