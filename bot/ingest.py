"""Updates in: committed to the inbox before Telegram is told that they arrived, then worked off in order a chat."""

import asyncio
import json
import logging
from collections.abc import Iterable

from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.app import ALLOWED_UPDATES, App
from bot.causes import because
from bot.words import say, spoken
from storage.inbox import TRIES, Inbox, Waiting

log = logging.getLogger(__name__)

LONG_POLL = 30
"""Seconds that Telegram holds a request for updates open."""

PAUSE = 1.0
"""Seconds before asking again after Telegram did not answer."""


async def poll(bot: Bot, inbox: Inbox) -> None:
    """Fetch updates until cancelled. Asking with the next offset is what confirms the ones before.

    Raises:
        InvalidToken: Telegram does not know the bot.
        Conflict: another process polls for the same bot.
    """
    offset: int | None = None
    while True:
        try:
            updates = await bot.get_updates(offset=offset, timeout=LONG_POLL, allowed_updates=ALLOWED_UPDATES)
        except (BadRequest, Conflict, InvalidToken):
            raise  # asking again would not help
        except RetryAfter as error:
            await asyncio.sleep(error.retry_after.total_seconds())  # type: ignore[union-attr]  # PTB_TIMEDELTA is set
            continue
        except NetworkError as error:
            log.warning("Telegram did not answer: %s", error)
            await asyncio.sleep(PAUSE)
            continue
        if updates:
            await inbox.add([row(update) for update in updates])
            offset = updates[-1].update_id + 1


def row(update: Update) -> tuple[int, int, str]:
    """Return an update as the inbox keeps it: its id, the chat whose order matters, and its JSON."""
    chat = update.effective_chat
    return update.update_id, chat.id if chat else 0, update.to_json()


class Worker:
    """Works the inbox off: in order within a chat, chats side by side."""

    def __init__(self, app: App, inbox: Inbox, failures: dict[int, BaseException]) -> None:
        """Hand updates to this application, whose error handler fills `failures`."""
        self._app, self._inbox, self._failures = app, inbox, failures
        self._busy: set[int] = set()
        self._due = asyncio.Event()

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch())
            while True:
                await self._due.wait()
                self._due.clear()
                for chat in _chats(await self._inbox.pending()) - self._busy:
                    self._busy.add(chat)
                    group.create_task(self._chat(chat))

    async def _watch(self) -> None:
        while True:
            await self._inbox.arrival()
            self._due.set()

    async def _chat(self, chat: int) -> None:
        """Work off what waits in one chat."""
        try:
            for waiting in await self._inbox.pending():
                if waiting.chat == chat:
                    await self._one(waiting)
        finally:
            self._busy.discard(chat)
            if chat in _chats(await self._inbox.pending()):
                self._due.set()

    async def _one(self, waiting: Waiting) -> None:
        """Process one update; a failure is tried again, in its place, and given up after `TRIES`."""
        update = Update.de_json(json.loads(waiting.raw), self._app.bot)
        for attempt in range(waiting.attempts, TRIES):
            with because(f"update {update.update_id}"):
                await self._app.process_update(update)
            error = self._failures.pop(update.update_id, None)
            if error is None:
                await self._inbox.done(waiting.update_id)
                return
            log.error("update %x failed, attempt %s", update.update_id, attempt + 1, exc_info=error)
            if attempt + 1 == TRIES:
                await self._apologise(update)  # before it is set aside: a kill in between must not leave it unsaid
            await self._inbox.failed(waiting.update_id, repr(error))

    async def _apologise(self, update: Update) -> None:
        """Tell the person that something broke, if they can be told."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return
        words = say(spoken(user.language_code), "went-wrong", incident=f"{update.update_id:x}")
        message = update.effective_message
        thread = message.message_thread_id if message and message.is_topic_message else 0
        try:
            await self._app.bot.send_message(chat.id, words, message_thread_id=thread or None)
        except TelegramError as error:
            log.warning("chat %s cannot be told: %s", chat.id, error)


def _chats(waiting: Iterable[Waiting]) -> set[int]:
    return {each.chat for each in waiting}
