"""A chat in a time of its own: what is seen in it and when, and a Telegram that may ask for rest."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from telegram.error import BadRequest, RetryAfter

from bot.carrier import About
from bot.pacing import EDIT, Pacer, Priority
from bot.screens.page import Screen
from bot.sender import Sender
from storage.posts import Post
from storage.views import Views
from tests.fakes.wire import Time


class Patient(Time):
    """A time that lets nested tasks get done with what they have to do."""

    async def settle(self) -> None:
        for _ in range(60):
            await asyncio.sleep(0)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One thing that happened in a chat: its hour in seconds, what was called, and what stood there then."""

    hour: float
    call: str
    message: int = 0
    text: str = ""
    buttons: tuple[str, ...] = ()
    answers: int = 0


@dataclass
class Memory(Views):
    """What the bot remembers of its messages; it outlives a kill."""

    kept: dict[tuple[int, int], Post] = field(default_factory=dict)

    async def posts(self, *, purpose: str | None = None, **_: Any) -> Sequence[Post]:  # noqa: ANN401 - as ever
        return [post for post in self.kept.values() if post.purpose == purpose]


class Phone(Sender):
    """Sends to a chat in which everything is seen; calls are paced as the bot's are."""

    def __init__(self, time: Time, memory: Memory, *, has_drafts: bool = True) -> None:
        self.time, self.memory, self.has_drafts = time, memory, has_drafts
        self.pacer = Pacer(clock=time.clock, sleep=time.sleep)
        self.seen: list[Seen] = []
        self.floods: list[RetryAfter] = []
        self.gone = False
        self.faults: list[Exception] = []
        self._start = time.now

    def shown(self) -> list[Seen]:
        """Return the messages as they stand at the end, oldest first."""
        last = {each.message: each for each in self.seen if each.message}
        return [last[message] for message in sorted(last)]

    def times(self, *calls: str) -> list[float]:
        return [each.hour for each in self.seen if each.call in calls]

    async def send(self, chat: int, screen: Screen, about: About) -> Post:
        message = 100 + len({each.message for each in self.seen})
        await self._call("send", chat, screen, message)
        post = Post(chat=chat, message_id=message, purpose=about.purpose)
        await self.remember(post)
        return post

    async def edit(self, post: Post, screen: Screen) -> None:
        await self._call("edit", post.chat, screen, post.message_id, EDIT)

    async def conclude(self, post: Post, screen: Screen, purpose: str) -> None:
        await self.edit(post, screen)
        await self.remember(replace(post, purpose=purpose))

    async def bare(self, post: Post, purpose: str) -> None:
        said = next(each for each in reversed(self.seen) if each.message == post.message_id)
        await self._call("edit", post.chat, Screen(text=said.text), post.message_id)
        await self.remember(replace(post, purpose=purpose))

    def drafts(self, chat: int) -> bool:
        return self.has_drafts and chat > 0

    async def draft(self, chat: int, number: int, text: str) -> bool:
        del number
        if not self.has_drafts:
            return False
        await self._call("draft", chat, Screen(text=text), 0)
        return True

    async def type(self, chat: int, thread: int | None = None) -> None:
        del chat, thread
        self.seen.append(Seen(hour=self.time.now - self._start, call="type"))

    async def remember(self, post: Post) -> None:
        self.memory.kept[post.chat, post.message_id] = post

    async def forget(self, chat: int, message: int) -> None:
        self.memory.kept.pop((chat, message), None)

    async def _call(self, call: str, chat: int, screen: Screen, message: int, how: Priority | None = None) -> None:
        async def telegram() -> bool:
            if self.floods:
                raise self.floods.pop()
            if self.faults:
                raise self.faults.pop()
            if self.gone:
                raise BadRequest("chat not found")
            buttons = tuple(button.label for row in screen.buttons for button in row)
            hour = self.time.now - self._start
            self.seen.append(
                Seen(hour=hour, call=call, message=message, text=screen.text, buttons=buttons, answers=screen.answers)
            )
            return True

        endpoint = {"send": "sendMessage", "edit": "editMessageText", "draft": "sendMessageDraft"}[call]
        data = {"chat_id": chat, "message_id": message}
        await self.pacer.process_request(telegram, (), {}, endpoint, data, how)
