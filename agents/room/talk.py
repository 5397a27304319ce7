"""The way into the writers' room: somebody says something, and the answer comes piece by piece.

    take the turn down → cautions → budgets → the model, by its ability, with tools → keep the answer

The first step is taken by itself (`agents.room.minutes.opened`) as soon as something is said, the others when its
answer begins. Whatever goes wrong on the way leaves the turn where it is: what was done for it is not done again, what
the model answered is not paid again, and asking once more goes on from there.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from agents.booktools import BOOK_TOOLS
from agents.cautions import open_claims
from agents.claims import Claim
from agents.crew.prompts import fill, load
from agents.errors import AgentError
from agents.room import limits as budgets
from agents.room import minutes
from agents.room.asking import Asker
from agents.room.limits import Attempts, Limits, OverBudget
from agents.room.minutes import Open
from agents.room.pieces import Answered, Doing, Fault, Offered, Piece, Say, SayAgain, Status
from agents.room.rules import wanted
from agents.room.sorting import Sorter
from agents.steptools import STEP_TOOLS
from agents.studio import Studio
from agents.tools import TOOLS, Arguments, Carry, Effect, Seat, Tool
from agents.wording import Wording
from generation.ability import Ability, Measured
from generation.errors import (
    BadResult,
    Busy,
    CutOff,
    Declined,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from generation.requests.chat import Utterance
from storage.domain.errors import DomainError, InvalidValue, Refused
from storage.domain.papers import Does, Offer, Reply
from storage.domain.story import BOOK, Episode

log = logging.getLogger(__name__)

SHOWN = {Ability.TOOLS: 20, Ability.SCHEMA: 6, Ability.SMALL: 0}
"""Exchanges of before that a model is shown."""

FAULTS: tuple[tuple[type[Exception], str, bool], ...] = (
    (TimeoutError, "room-silent", True),
    (Busy, "room-busy", True),
    (TryAgain, "room-unreachable", True),
    (CutOff, "room-cut-off", True),
    (Declined, "room-declined", False),
    (BadResult, "room-unreadable", True),
    (AgentError, "room-unreadable", True),
    (Unavailable, "room-unavailable", True),
    (InvalidRequest, "room-too-much", False),
)
"""The sentence for what went wrong, by the first class that fits, and whether asking again may help."""

OTHER = ("room-unreachable", True)
"""The same for whatever else a model's server may do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What the room is furnished with: who says words of the studio's own, what the model can be trusted with (asked
    when the first turn comes), who carries commands out, which tools there are, and how much a turn may take.
    """

    wording: Wording
    ability: Callable[[], Awaitable[Measured]]
    carry: Carry
    tools: tuple[Tool, ...] = (*TOOLS, *STEP_TOOLS, *BOOK_TOOLS)
    limits: Limits = field(default_factory=Limits)
    pause: float = 1.0
    """Seconds before something is asked once more."""
    attempts: Attempts = field(default_factory=Attempts)


async def talk(studio: Studio, command: Say | SayAgain, found: Open, setting: Setting) -> AsyncIterator[Piece]:
    """Give the answer to a command's turn piece by piece.

    Closing the iterator, or cancelling who reads it, calls the model off at once.
    """
    pieces: asyncio.Queue[Piece | None] = asyncio.Queue()
    conversation = _Conversation(studio=studio, command=command, setting=setting, found=found, emit=pieces.put_nowait)
    task = asyncio.create_task(conversation.run())
    task.add_done_callback(lambda _: pieces.put_nowait(None))
    try:
        while (piece := await pieces.get()) is not None:
            yield piece
        await task
    finally:
        task.cancel()
        await asyncio.wait([task])


@dataclass(kw_only=True)
class _Conversation:
    """The answer to one turn, while it is made."""

    studio: Studio
    command: Say | SayAgain
    setting: Setting
    found: Open
    emit: Callable[[Piece], None]
    offers: list[Offer] = field(default_factory=list)

    async def run(self) -> None:
        """Answer, or say why there is no answer. A model that was at work for others all the time was not silent."""
        asker = await self._asker()
        try:
            async with asyncio.timeout(self.setting.limits.seconds):
                await self._answer(asker)
        except OverBudget as over:
            self.emit(Fault(over.key, again=False))
        except (GenerationError, AgentError, TimeoutError) as error:
            log.warning("no answer in %s: %s", self.found.desk.series.id, error)
            fault = Busy("at work for others") if isinstance(error, TimeoutError) and asker.is_queued else error
            key, again = next(((key, again) for kind, key, again in FAULTS if isinstance(fault, kind)), OTHER)
            self.emit(Fault(key, again=again))

    async def _answer(self, asker: Asker) -> None:
        about = await self._about()
        claims = await open_claims(self.found.desk, self.found.text)
        if claims:
            self._point_out(asker, claims)
        else:
            await self._within_the_day()
            self.emit(Status(Doing.THINKING))
            measured = await self.setting.ability()
            await self._converse(asker, measured.ability, about)
        reply = Reply(text=asker.kept, turn=self.found.turn.digest, offers=tuple(self.offers))
        take = await minutes.close(self.found, reply, tuple(asker.answers))
        self.emit(Answered(take.id))

    def _point_out(self, asker: Asker, claims: tuple[Claim, ...]) -> None:
        """Say what the words may touch, and let whoever may answer for them keep them."""
        for claim in claims:
            asker.say(self._words(f"caution-{claim.matter}", **claim.values))
            self._offer(Offer(does=Does.KEEP, text=claim.name, matter=claim.matter))

    def _offer(self, offer: Offer) -> None:
        self.emit(Offered(offer, len(self.offers)))
        self.offers.append(offer)

    async def _asker(self) -> Asker:
        async with self.studio.store.read() as reader:
            spent = await budgets.of_turn(reader, self.found.desk.episode.id, self.found.turn.digest)
        return Asker(
            desk=self.found.desk,
            turn=self.found.turn.digest,
            person=self.found.person.id,
            limits=self.setting.limits,
            attempts=self.setting.attempts,
            emit=self.emit,
            pause=self.setting.pause,
            spent=spent + self.setting.attempts.of_turn(self.found.turn.digest),
        )

    async def _about(self) -> Episode | None:
        """Return the episode that is talked about: that of the chat, or where it is about none, the last one begun."""
        async with self.studio.store.read() as reader:
            shown = await reader.episode(self.command.episode) if self.command.episode else None
            begun = await reader.episodes(self.found.desk.series.id)
        return shown if shown and shown.number != BOOK else next(reversed(begun), None)

    async def _within_the_day(self) -> None:
        async with self.studio.store.read() as reader:
            spent = await budgets.of_day(reader, self.found.person.id, self.studio.clock())
        spent += self.setting.attempts.of_day(self.found.person.id, self.studio.clock())
        if spent >= self.setting.limits.day:
            raise OverBudget("room-over-day")

    async def _converse(self, asker: Asker, ability: Ability, about: Episode | None) -> None:
        seat = Seat(
            studio=self.studio,
            desk=self.found.desk,
            caller=self.command.caller,
            turn=self.found.turn.digest,
            text=self.found.text,
            carry=self.setting.carry,
            most=self.setting.limits.episode,
            words=self.found.words,
            about=about.id if about else None,
            wanted=wanted(self.found.text),
        )

        async def use(tool: Tool, arguments: Arguments) -> Effect:
            return await self._used(asker, seat, tool, arguments, speaks=ability is not Ability.TOOLS)

        before = await self._before(SHOWN[ability])
        instructions = self._instructions(about)
        if ability is Ability.TOOLS:
            from agents.room.agent import converse  # noqa: PLC0415

            messages = (*before, Utterance(role="user", text=self.found.text))
            await converse(asker, instructions, messages, self.setting.tools, use)
        else:
            sorter = Sorter(asker=asker, seat=seat, tools=self.setting.tools, ability=ability, before=before, use=use)
            await sorter.answer(instructions)

    async def _used(self, asker: Asker, seat: Seat, tool: Tool, arguments: Arguments, *, speaks: bool) -> Effect:
        """Use a tool; what the studio refuses is said, and is no fault. `speaks`: the sentence is the answer."""
        self.emit(Status(Doing(tool.doing)))
        try:
            effect = await tool.run(seat, arguments)
        except DomainError as refused:
            effect = Effect(key=_why(refused), told=f"refused: {refused}")
        for offer in effect.offers:
            self._offer(offer)
        if speaks and effect.key:
            asker.say(self._words(effect.key, **effect.values))
        return effect

    def _words(self, key: str, **values: str | int) -> str:
        return self.setting.wording(self.command.caller.language, key, **values)

    def _instructions(self, about: Episode | None) -> str:
        prompt = load("room", self.command.caller.language)
        data = {
            "title": self.found.desk.series.title,
            "language": self._series_language(),
            "number": str(about.number) if about else "—",
        }
        return fill(prompt.instructions, data)

    def _series_language(self) -> str:
        return self._words(f"room-language-{self.found.desk.series.language}")

    async def _before(self, most: int) -> tuple[Utterance, ...]:
        """Return the conversation of before as turns; what other people said is quoted, as whatever they wrote is.

        What has no answer is in it: the answer to what came after may answer both.
        """
        ask = load("room", self.command.caller.language).ask
        turns: list[Utterance] = []
        for each in (await minutes.before(self.found))[-most:] if most else ():
            said = each.said if each.is_own else fill(ask, {"name": each.by, "said": each.said})
            turns.append(Utterance(role="user", text=said))
            if each.answer:
                turns.append(Utterance(role="assistant", text=each.answer))
        return tuple(turns)


def _why(error: DomainError) -> str:
    """Return the key of the sentence that says why something was not done."""
    match error:
        case Refused(reason=reason):
            return f"refused-{reason}"
        case InvalidValue():
            return f"invalid-{error}"
        case _:
            return "room-overtaken"
