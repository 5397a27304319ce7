"""Asking the model on behalf of one turn: through the gate, patiently, and within what the turn may take."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from agents.crew.schemas import Schema
from agents.crew.seeds import seed
from agents.room.limits import Attempt, Attempts, Limits, OverBudget, part, tokens
from agents.room.pieces import Doing, Piece, Status, Text
from agents.studio import Desk
from generation.errors import BadResult, Busy, CutOff, Declined, TryAgain
from generation.requests.chat import Message, TalkRequest, TextRequest, Utterance
from generation.requests.identity import canonical
from generation.requests.request import recipe
from storage.domain.ids import Digest, PersonId
from storage.domain.takes import Medium, Take, Work

T = TypeVar("T")

TRIES = 2
"""How often one thing is asked before the person is told that there is no answer."""

PARAGRAPH = "\n\n"

BYTES = 4
"""Bytes (UTF-8) of a question that are about one token: four letters, or one to two characters of Chinese."""

LONGEST_WAIT = 8.0
"""Seconds that a busy server may ask us to wait while a person waits for us."""


async def patiently(ask: Callable[[], Awaitable[T]], pause: float) -> T:
    """Ask again, after a pause of so many seconds, where that may help: not after a refusal, nor for want of room."""
    for left in reversed(range(TRIES)):
        try:
            return await ask()
        except (CutOff, Declined):
            raise
        except Busy as busy:
            wait = pause if busy.seconds is None else busy.seconds
            if not left or wait > LONGEST_WAIT:
                raise
            await asyncio.sleep(wait)
        except (TryAgain, BadResult):
            if not left:
                raise
            await asyncio.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _unheard(_: str) -> None:
    """Show no words of a document."""


@dataclass(kw_only=True)
class Asker:
    """Asks for one turn. `spent` are the tokens of the turn so far, `answers` what the model said, in order.

    What was answered in an earlier try of the same turn is found at the gate, and costs nothing again.
    """

    desk: Desk
    turn: Digest
    person: PersonId
    limits: Limits
    attempts: Attempts
    emit: Callable[[Piece], None]
    pause: float = 1.0
    spent: int = 0
    answers: list[Digest] = field(default_factory=list)
    kept: str = ""
    """What was said in whole answers so far."""
    is_queued: bool = False
    """Whether the model has not begun with what is asked: it is at work for others."""

    async def talk(
        self, instructions: str, messages: Sequence[Utterance], tools: Sequence[Schema] = ()
    ) -> tuple[Take, dict[str, Any]]:
        """Return the next turn of the conversation, whose words are passed on as they come."""
        request = TalkRequest(
            instructions=instructions,
            messages=tuple(messages),
            tools=canonical(list(tools)).decode(),
            max_tokens=self.limits.words,
            seed=seed(self.turn, 0),
        )
        said = ""

        def hear(words: str) -> None:
            nonlocal said
            self.emit(Text(words if said or not self.kept else PARAGRAPH + words))
            said += words

        try:
            take = await self._made(request, hear)
        except BaseException:
            if said:
                self._take_back()
            raise
        answer: dict[str, Any] = json.loads(await self.desk.studio.vault.read(take.digest))
        if not said and answer["text"]:
            hear(answer["text"])
        self.kept = PARAGRAPH.join(filter(None, (self.kept, answer["text"])))
        return take, answer

    def say(self, words: str) -> None:
        """Say words of the studio's own."""
        self.emit(Text(words if not self.kept else PARAGRAPH + words))
        self.kept = PARAGRAPH.join(filter(None, (self.kept, words)))

    def _take_back(self) -> None:
        """Take back an answer that broke off; what was whole before it stands."""
        self.emit(Status(Doing.AGAIN))
        if self.kept:
            self.emit(Text(self.kept))

    async def document(
        self, instructions: str, messages: Sequence[Message], schema: Schema, most: int = 300
    ) -> dict[str, Any]:
        """Return a small JSON document that fits the schema."""
        request = TextRequest(
            instructions=instructions,
            messages=tuple(messages),
            schema=canonical(schema).decode(),
            max_tokens=most,
            temperature=0.0,
            seed=seed(self.turn, 0),
        )
        take = await self._made(request, _unheard)
        answer: dict[str, Any] = json.loads(await self.desk.studio.vault.read(take.digest))
        return answer

    async def _made(self, request: TextRequest | TalkRequest, hear: Callable[[str], None]) -> Take:
        """Ask; what was asked in vain before is asked with another seed, and everything else as it was."""
        self.check()
        key, heard = self.desk.studio.key(request), False
        request = replace(request, seed=seed(self.turn, self.attempts.times(key)))
        known = not await self.desk.missing([request])

        def listen(words: str) -> None:
            nonlocal heard
            heard = True
            hear(words)

        work = Work(Medium.ANSWER, part(self.turn))
        self.is_queued = True
        try:
            take = await self.desk.make(work, request, sources=[self.turn], report=self._begun, hear=listen)
        except (BadResult, TryAgain, asyncio.CancelledError) as error:
            if heard or not (self.is_queued or isinstance(error, TryAgain)):
                self._in_vain(key, request)
            raise
        self.is_queued = False
        self.answers.append(take.digest)
        self.spent += 0 if known else tokens([take])
        return take

    def _in_vain(self, key: Digest, request: TextRequest | TalkRequest) -> None:
        """Count what nobody tells: the tokens of the question, about, and of as long an answer as it allows."""
        took = len(recipe(request, "", "")) // BYTES + request.max_tokens
        self.spent += took
        at = self.desk.studio.clock()
        self.attempts.add(Attempt(turn=self.turn, request=key, person=self.person, at=at, tokens=took))

    def _begun(self, _: float) -> None:
        self.is_queued = False

    def check(self) -> None:
        """Let a question pass for which there are tokens left.

        Raises:
            OverBudget: there are none.
        """
        if self.spent >= self.limits.turn:
            raise OverBudget("room-over-turn")
