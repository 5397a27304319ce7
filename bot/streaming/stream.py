"""One answer on its way: it is read from the model as fast as it comes, and shown as fast as the chat takes it.

Reading and showing are two tasks, so that neither waits for the other: Stop ends the reading at once, however long
Telegram then takes for the last words.
"""

import asyncio
import logging
from enum import StrEnum

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.dialling import Sleep
from bot.screens.page import Rows
from bot.screens.prose import parts, prose
from bot.sender import Sender
from bot.statusboard import TYPING
from bot.streaming.pieces import Anew, Answer, Broken, Doing, Offered, Piece, Said
from bot.streaming.ways import FIRST, Place, Way, first_of

log = logging.getLogger(__name__)


class End(StrEnum):
    """How an answer ended."""

    WHOLE = "whole"
    STOPPED = "stopped"
    """By Stop."""
    INTERRUPTED = "interrupted"
    """By the next thing that the person wrote."""
    FAILED = "failed"


class Stream:
    """Shows one answer."""

    def __init__(self, *, place: Place, pieces: Answer, way: Way, sender: Sender, sleep: Sleep) -> None:
        """Read these pieces and show them in this way."""
        self.place, self.way = place, way
        self.over = asyncio.Event()
        """Set once the last words are shown."""
        self._pieces, self._sender, self._sleep = pieces, sender, sleep
        self._said, self._closed = "", 0
        self._doing = ""
        self._rows: Rows = ()
        self._broken = ""
        self._end: End | None = None
        self._ended = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Read and show until the answer is over; cancelling drops it where it is.

        Raises:
            TelegramError: the last words were refused for a reason that no waiting mends.
        """
        try:
            if self._end is None:
                await self._run()
        finally:
            self.over.set()

    @property
    def goes_on(self) -> bool:
        """Whether it has not ended."""
        return self._end is None

    def stop(self, end: End) -> None:
        """Free the model now; what was said so far is shown as the answer's end. What has ended stays as it is."""
        if self._end is not None:
            return
        self._finished(end)
        if self._reading is None:
            self.over.set()
        else:
            self._reading.cancel()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            self._reading = group.create_task(self._read())
            typing = group.create_task(self._type())
            await self._show()
            typing.cancel()
            await self._last()

    def _finished(self, end: End) -> None:
        self._end = self._end or end
        self._ended.set()

    async def _read(self) -> None:
        """Take what comes. An iterator that breaks ends the answer, not the bot."""
        try:
            async for piece in self._pieces:
                self._take(piece)
                if self._ended.is_set():
                    break
            self._finished(End.WHOLE)
        except Exception:
            log.exception("an answer in chat %s broke off", self.place.chat)
            self._finished(End.FAILED)
        finally:
            if (close := getattr(self._pieces, "aclose", None)) is not None:
                await close()

    def _take(self, piece: Piece) -> None:
        match piece:
            case Said():
                # Half of a surrogate pair is legal JSON and no text.
                self._said += piece.text.encode(errors="replace").decode()
                self._doing = ""
            case Doing():
                self._doing = piece.words
            case Anew():
                self._said = self._said[: self._closed]
            case Offered():
                self._rows += piece.rows
            case Broken():
                self._broken, self._rows = piece.words, piece.rows
                self._finished(End.FAILED)

    async def _type(self) -> None:
        """Show that the bot is writing, until its words do."""
        while not self.way.has_shown:
            await self._sender.type(self.place.chat, self.place.thread)
            await self._sleep(TYPING)

    async def _show(self) -> None:
        """Show what there is whenever the chat may be shown something, until the answer has ended."""
        await first_of(self._ended, FIRST, self._sleep)
        while not self._ended.is_set():
            try:
                await self._grow()
            except Forbidden as error:  # nobody is there to read it
                log.info("chat %s takes no answer: %s", self.place.chat, error)
                self.stop(End.STOPPED)
            except TelegramError as error:  # the next words say this too
                log.warning("an answer in chat %s could not be shown: %s", self.place.chat, error)
            await first_of(self._ended, max(self.way.rest(), FIRST), self._sleep)

    async def _grow(self) -> None:
        text = await self._open_part()
        if text.strip() or self._doing:
            await self.way.grow(prose(text, unfinished=True).strip(), self._doing)

    async def _open_part(self) -> str:
        """Return the part that is being written; those that are full are sent for good."""
        *full, text = parts(self._said.rstrip()[self._closed :])
        for part in full:
            await self.way.close(prose(part).strip())
            self._closed += len(part)
        return text

    async def _last(self) -> None:
        """Show the end of the answer: the last words, how it ended, and the buttons."""
        try:
            await self._end_with(await self._open_part())
        except (BadRequest, Forbidden) as error:
            log.warning("the end of an answer was refused by chat %s: %s", self.place.chat, error)

    async def _end_with(self, text: str) -> None:
        end = self._end or End.FAILED
        if end is End.WHOLE and not self._said.strip():
            log.error("an answer in chat %s had no words", self.place.chat)
            end = End.FAILED
        if not text.strip() and end in {End.STOPPED, End.INTERRUPTED} and not self.way.has_shown:
            return
        shown = prose(text, unfinished=end is not End.WHOLE).strip()
        mark = "" if end is End.WHOLE else self._broken or self.place.voice(f"stream-{end}")
        rows = self._rows if end in {End.WHOLE, End.FAILED} else ()
        await self.way.end("\n\n".join(each for each in (shown, mark) if each), rows)
