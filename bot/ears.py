"""The ears: listens to what people say aloud, beside everything else, and shows what was heard.

A message tells how far it is, and becomes the transcript with its buttons. What was under way when the bot stopped is
listened to again: its message says what it was about.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from telegram.error import TelegramError

from agents.showrunner import Showrunner
from bot.dialling import dial
from bot.screens import ears
from bot.screens.page import Screen, Voice
from bot.sender import Sender
from bot.words import FALLBACK
from generation.errors import GenerationError, InvalidRequest, Unavailable
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, PersonId, RemarkId
from storage.hearings import HEARD, HEARING, transcript, waiting
from storage.posts import Post
from storage.views import Views

log = logging.getLogger(__name__)

ASK_SPOKEN = "ask-spoken"
"""The purpose of a question for the words of a spoken remark, followed by its id."""

PACE = 2.0
"""Seconds between two edits of a message that tells how far the listening is."""

TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (Unavailable, "ears-deaf"),
    (InvalidRequest, "ears-no-sound"),
    (GenerationError, "ears-failed"),
)
"""Why nothing was heard, as a key of the locales, by the first class that fits."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearing:
    """What a message is about that shows a recording being listened to, or its transcript.

    `replied` is our message that the recording answers, 0 for none; `remark` the remark that it is, if it is one.
    `transcript` is there once there is one.
    """

    sound: Digest
    by: PersonId
    replied: int = 0
    remark: RemarkId | None = None
    transcript: Digest | None = None

    @property
    def purpose(self) -> str:
        """How the message remembers it."""
        rest = f"{self.sound}:{self.by}:{self.replied}:{self.remark or ''}"
        return f"{HEARD}{self.transcript}:{rest}" if self.transcript else f"{HEARING}{rest}"

    @classmethod
    def of(cls, post: Post | None) -> "Hearing | None":
        """Read what a message is about; nothing if it is about something else, or over."""
        if post is None or not post.purpose.startswith((HEARING, HEARD)):
            return None
        *transcript, sound, by, replied, remark = post.purpose.split(":")[1:]
        return cls(
            sound=Digest(sound),
            by=PersonId(by),
            replied=int(replied),
            remark=RemarkId(remark) if remark else None,
            transcript=Digest(transcript[0]) if transcript else None,
        )


@dataclass(kw_only=True)
class Ears:
    """Listens to recordings in the background; `is_here` tells whether weights are."""

    showrunner: Showrunner
    views: Views
    sender: Sender
    is_here: Callable[[str], bool]
    _due: asyncio.Queue[Post] = field(default_factory=asyncio.Queue)
    _tasks: dict[tuple[int, int], asyncio.Task[None]] = field(default_factory=dict)

    def can_hear(self) -> bool:
        """Tell whether somebody listens here: the package is installed, and its weights have been fetched."""
        model = self.showrunner.listener()
        return model is not None and all(map(self.is_here, model.weights))

    def begin(self, post: Post) -> None:
        """Listen to the recording that a message is about."""
        self._due.put_nowait(post)

    async def stop(self, post: Post) -> None:
        """Listen no longer to the recording that a message is about."""
        task = self._tasks.get((post.chat, post.message_id))
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def run(self) -> None:
        """Listen until cancelled."""
        for left in await waiting(self.views):
            self.begin(left)
        async with asyncio.TaskGroup() as group:
            while True:
                due = await self._due.get()
                place = (due.chat, due.message_id)
                post = await self.views.post(*place)  # as it is now: it may have been listened to
                if place not in self._tasks and post is not None:
                    self._tasks[place] = group.create_task(self._listen(post))
                    self._tasks[place].add_done_callback(partial(self._over, place))

    def _over(self, place: tuple[int, int], _: asyncio.Task[None]) -> None:
        del self._tasks[place]

    async def _listen(self, post: Post) -> None:
        """Listen to the recording of a message, or let it say what was heard in it before the bot stopped."""
        hearing, voice = Hearing.of(post), await self._voice(post)
        try:
            if hearing is None:
                log.info("message %s in %s is over", post.message_id, post.chat)
            elif hearing.transcript is None:
                await self._follow(post, hearing, voice)
            else:
                text = await transcript(self.views, hearing.transcript)
                await dial("editMessageText", partial(self.sender.edit, post, ears.heard(voice, text or "…")))
        except TelegramError as error:  # a person who has blocked the bot, for one
            log.warning("what was heard in %s cannot be shown: %s", post.chat, error)

    async def _voice(self, post: Post) -> Voice:
        """Speak to a person in their language, to a group in that of its series."""
        person = await self.views.person(post.chat)
        if person is not None:
            return Voice(person.language)
        return Voice((await self.views.card(post.episode)).series.language if post.episode else FALLBACK)

    async def _follow(self, post: Post, hearing: Hearing, voice: Voice) -> None:
        """Listen to a recording, tell how far it is, and let its message say what was heard."""
        reached = [0.0]
        async with asyncio.TaskGroup() as group:
            work = group.create_task(self._heard(hearing, voice, reached.append))
            while not work.done():
                await asyncio.wait([work], timeout=PACE)
                if not work.done():
                    await self._tell(post, ears.listening(voice, reached[-1]))
        screen, found = work.result()
        if found is None:
            await self.drop(post, hearing, screen)
        else:
            await dial("editMessageText", partial(self.sender.turn, post, screen, found.purpose))

    async def drop(self, post: Post, hearing: Hearing, screen: Screen) -> None:
        """Forget what was heard, and let its message say why; where it was a remark, its answer gives the words."""
        await self.showrunner.discard(*filter(None, (hearing.transcript, hearing.sound)))
        if hearing.remark:
            purpose = f"{ASK_SPOKEN}:{hearing.remark}"
            await dial("editMessageText", partial(self.sender.turn, post, screen, purpose))
        else:
            await dial("editMessageText", partial(self.sender.settle, post, screen))

    async def _heard(
        self, hearing: Hearing, voice: Voice, report: Callable[[float], None]
    ) -> tuple[Screen, Hearing | None]:
        """Return what is to be shown, and what was heard if something was."""
        try:
            found = await self.showrunner.hear(hearing.sound, hearing.by, report)
        except InvalidValue as invalid:
            return Screen(text=voice(f"invalid-{invalid}")), None
        except GenerationError as error:
            log.warning("a recording could not be listened to: %s", error)
            return Screen(text=voice(next(key for kind, key in TROUBLES if isinstance(error, kind)))), None
        except Exception:  # the one edge of all listening: whatever failed, the person is told
            log.exception("a recording could not be listened to")
            return Screen(text=voice("ears-failed")), None
        return ears.heard(voice, found.paper.text), replace(hearing, transcript=found.digest)

    async def _tell(self, post: Post, screen: Screen) -> None:
        try:
            await self.sender.edit(post, screen)
        except TelegramError as error:  # the listening goes on; the next edit says more anyway
            log.warning("nobody sees how far the listening in %s is: %s", post.chat, error)
