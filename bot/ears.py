"""The ears, and the eyes: listens to what people say aloud and looks at what they show, beside everything else.

A message tells how far it is, and becomes the transcript with its buttons. What was under way when the bot stopped is
listened to again: its message says what it was about.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial

from telegram.error import TelegramError

from agents.hearing import Dictated
from agents.seeing import see
from agents.showrunner import Showrunner
from bot.dialling import dial
from bot.screens import ears
from bot.screens.page import Screen, Voice
from bot.sender import Sender
from bot.words import FALLBACK
from generation.errors import GenerationError, InvalidRequest, Unavailable
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, PersonId, RemarkId
from storage.hearings import HEARD, HEARING, SEEING, SEEN, transcript, waiting
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

UNSEEN: tuple[tuple[type[Exception], str], ...] = (
    (Unavailable, "eyes-blind"),
    (InvalidRequest, "eyes-blind"),
    (GenerationError, "eyes-failed"),
)
"""The same for a picture that nobody saw."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearing:
    """What a message is about that shows a recording being listened to, or its transcript.

    `replied` is our message that the recording answers, 0 for none; `remark` the remark that it is, if it is one.
    `transcript` is there once there is one. With `is_picture` it is a picture that is looked at.
    """

    sound: Digest
    by: PersonId
    replied: int = 0
    remark: RemarkId | None = None
    transcript: Digest | None = None
    is_picture: bool = False

    @property
    def purpose(self) -> str:
        """How the message remembers it."""
        rest = f"{self.sound}:{self.by}:{self.replied}:{self.remark or ''}"
        waits, there = (SEEING, SEEN) if self.is_picture else (HEARING, HEARD)
        return f"{there}{self.transcript}:{rest}" if self.transcript else f"{waits}{rest}"

    @classmethod
    def of(cls, post: Post | None) -> "Hearing | None":
        """Read what a message is about; nothing if it is about something else, or over."""
        if post is None or not post.purpose.startswith((HEARING, HEARD, SEEING, SEEN)):
            return None
        *transcript, sound, by, replied, remark = post.purpose.split(":")[1:]
        return cls(
            sound=Digest(sound),
            by=PersonId(by),
            replied=int(replied),
            remark=RemarkId(remark) if remark else None,
            transcript=Digest(transcript[0]) if transcript else None,
            is_picture=post.purpose.startswith((SEEING, SEEN)),
        )


@dataclass(kw_only=True)
class Ears:
    """Listens to recordings, and looks at pictures, in the background.

    `is_here` tells whether weights are, `sees` whether the chat model takes pictures.
    """

    showrunner: Showrunner
    views: Views
    sender: Sender
    is_here: Callable[[str], bool]
    sees: Callable[[], Awaitable[bool]]
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
                await dial("editMessageText", partial(self.sender.edit, post, _shown(voice, hearing, text or "…")))
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
                    await self._tell(post, _waiting(voice, hearing, reached[-1]))
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
        troubles = UNSEEN if hearing.is_picture else TROUBLES
        try:
            found = await self._found(hearing, report)
        except InvalidValue as invalid:
            return Screen(text=voice(f"invalid-{invalid}")), None
        except GenerationError as error:
            log.warning("a recording or picture could not be put into words: %s", error)
            return Screen(text=voice(next(key for kind, key in troubles if isinstance(error, kind)))), None
        except Exception:  # the one edge of all listening: whatever failed, the person is told
            log.exception("a recording or picture could not be put into words")
            return Screen(text=voice(troubles[-1][1])), None
        return _shown(voice, hearing, found.paper.text), replace(hearing, transcript=found.digest)

    async def _found(self, hearing: Hearing, report: Callable[[float], None]) -> Dictated:
        if hearing.is_picture:
            return await see(self.showrunner.studio, hearing.sound, hearing.by, report)
        return await self.showrunner.hear(hearing.sound, hearing.by, report)

    async def _tell(self, post: Post, screen: Screen) -> None:
        try:
            await self.sender.edit(post, screen)
        except TelegramError as error:  # the listening goes on; the next edit says more anyway
            log.warning("nobody sees how far the listening in %s is: %s", post.chat, error)


def _waiting(voice: Voice, hearing: Hearing, reached: float) -> Screen:
    return ears.looking(voice) if hearing.is_picture else ears.listening(voice, reached)


def _shown(voice: Voice, hearing: Hearing, text: str) -> Screen:
    return ears.seen(voice, text) if hearing.is_picture else ears.heard(voice, text)
