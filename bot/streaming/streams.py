"""The streams: every answer that is on its way, who may stop it, and what a restart finds of it.

What is being answered is remembered before the answer begins, and so is each message that is being written. After a
kill neither is true any more: the messages lose their Stop, and whoever asked is told that there was an interruption.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count

from telegram.error import TelegramError

from bot.carrier import About
from bot.dialling import Sleep, dial
from bot.screens.page import Screen, Voice
from bot.sender import Sender
from bot.streaming.pieces import Answer
from bot.streaming.stream import End, Stream
from bot.streaming.ways import OWED, TALK, WRITING, Drafted, Edited, Gate, Place
from bot.words import LOCALES
from storage.posts import Post
from storage.views import Views

log = logging.getLogger(__name__)


class Streams:
    """Shows answers side by side, one at a time in a chat."""

    def __init__(
        self,
        sender: Sender,
        views: Views,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Show through this sender; tests bring a time of their own (seconds)."""
        self._sender, self._views, self._clock, self._sleep = sender, views, clock, sleep
        self._waiting: asyncio.Queue[Stream] = asyncio.Queue()
        self._live: list[Stream] = []
        self._turns: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._gates: dict[int, Gate] = {}
        self._drafts = count(1)
        self._looked = asyncio.Event()
        """Set once what the last run left behind is known, so that nothing of this run is taken for it."""

    async def run(self) -> None:
        """Show every answer that is begun, until cancelled; first end what a kill left unfinished."""
        left = await self._left()
        self._looked.set()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._mend(left))
            while True:
                group.create_task(self._one(await self._waiting.get()))

    async def begin(self, place: Place, pieces: Answer) -> None:
        """Show an answer from now on, and return at once; the asker's answer before it is interrupted.

        A turn that is being answered already is not answered once more: a button was tapped twice.
        """
        if place.turn and any(stream.goes_on and stream.place.turn == place.turn for stream in self._live):
            return
        await self.interrupt(place.chat, place.person)
        await self._looked.wait()
        if place.question:
            owed = Post(chat=place.chat, message_id=place.question, purpose=f"{OWED}{place.language}")
            await self._sender.remember(owed)
        stream = Stream(place=place, pieces=pieces, way=self._way(place), sender=self._sender, sleep=self._sleep)
        self._live.append(stream)
        self._waiting.put_nowait(stream)

    async def interrupt(self, chat: int, person: int) -> None:
        """End what is being answered to somebody who goes on talking, and wait until it is shown as such."""
        theirs = [stream for stream in self._live if (stream.place.chat, stream.place.person) == (chat, person)]
        for stream in theirs:
            stream.stop(End.INTERRUPTED)
            await stream.over.wait()

    def at(self, chat: int, message: int) -> Stream | None:
        """Return the answer that is being written in a message."""
        return next((each for each in self._in(chat) if isinstance(each.way, Edited) and each.way.is_at(message)), None)

    def drafted(self, chat: int, draft: int) -> Stream | None:
        """Return the answer that is being written in a draft."""
        return next(
            (each for each in self._in(chat) if isinstance(each.way, Drafted) and each.way.draft == draft), None
        )

    def _in(self, chat: int) -> Iterator[Stream]:
        return (stream for stream in self._live if stream.place.chat == chat)

    def _way(self, place: Place) -> Drafted | Edited:
        gate = self._gates.setdefault(place.chat, Gate(clock=self._clock, sleep=self._sleep))
        if self._sender.drafts(place.chat):
            return Drafted(place=place, sender=self._sender, draft=next(self._drafts), gate=gate)
        return Edited(place=place, sender=self._sender, gate=gate)

    async def _one(self, stream: Stream) -> None:
        """Show one answer when it is its turn; what goes wrong with it is its own affair.

        A question whose answer was lost stays remembered, so that its asker is told of it at the next start at least.
        """
        place = stream.place
        try:
            async with self._turns[place.chat]:
                await stream.run()
        except Exception:
            log.exception("an answer in chat %s was lost", place.chat)
            return
        finally:
            self._live.remove(stream)
        if place.question:
            await self._sender.forget(place.chat, place.question)

    async def _left(self) -> Sequence[tuple[str, Post]]:
        """Return what the last run left unfinished, each with the language to say it in."""
        return [
            (language, post)
            for language in LOCALES
            for kind in (WRITING, OWED)
            for post in await self._views.posts(purpose=f"{kind}{language}")
        ]

    async def _mend(self, left: Sequence[tuple[str, Post]]) -> None:
        for language, post in left:
            try:
                await dial("editMessageReplyMarkup", partial(self._end, post, Voice(language)), self._sleep)
            except TelegramError as error:
                log.warning("chat %s cannot be told of an interruption: %s", post.chat, error)
                await self._sender.forget(post.chat, post.message_id)

    async def _end(self, post: Post, voice: Voice) -> None:
        """Let a message say no more that it is being written; say to what was asked that it must be asked again."""
        if post.purpose.startswith(WRITING):
            await self._sender.bare(post, TALK)
            return
        told = Screen(text=voice("stream-lost"), answers=post.message_id)
        await self._sender.send(post.chat, told, About(purpose=TALK))
        await self._sender.forget(post.chat, post.message_id)
