"""The writers' room as a chat knows it: which words are for it, and its answer as pieces that can be shown."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from agents.room import pieces as said
from agents.room.minutes import Open, opened
from agents.room.pieces import Say, SayAgain
from agents.room.rules import wanted
from agents.room.talk import Setting, talk
from agents.studio import Studio
from bot.probing import soon
from bot.screens import room as screens
from bot.screens.page import Voice
from bot.streaming.pieces import Anew, Answer, Broken, Doing, Offered, Piece, Said
from generation.ability import Ability, Measured
from storage.domain.ids import TakeId
from storage.domain.papers import Offer

WISH = "change_episode"
"""What a rule takes words for that need no conversation."""

PATIENCE = 3.0
"""Seconds that words wait until it is known what the model can do; the chat's other updates wait behind them."""

UNKNOWN = Measured(ability=Ability.SMALL, why="it has not been found out")
"""What a model is used for until more is known of it."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """The room of every series of a studio."""

    studio: Studio
    setting: Setting

    async def learn(self) -> None:
        """Find out what the model can do before anybody speaks, so that nobody's first words wait for it."""
        await soon(self.setting.ability(), UNKNOWN, patience=None)

    async def wants(self, text: str) -> bool:
        """Return whether words about an episode are for the room. With a small model, or one that cannot be asked now,
        only questions, greetings and plain commands are: everything else is a wish, which needs nobody's judgement.
        """
        if wanted(text) != WISH:
            return True
        return (await soon(self.setting.ability(), UNKNOWN, PATIENCE)).ability is not Ability.SMALL

    async def opened(self, command: Say | SayAgain, cause: int) -> Open:
        """Take down what somebody says, or find what they want answered (`agents.room.minutes.opened`).

        Raises:
            InvalidValue: what they sent breaks a limit.
            Refused: they take no part in the series, or what they want answered is not theirs or waits for no answer.
            AlreadyHandled: this update was taken down before, and waits for no answer any more.
        """
        return await opened(self.studio, command, cause)

    def answer(self, command: Say | SayAgain, found: Open) -> Answer:
        """Return the answer to what was taken down, as it comes."""
        shown = _Shown(voice=Voice(command.caller.language), turn=found.turn.id)
        return shown.pieces(talk(self.studio, command, found, self.setting))


@dataclass(kw_only=True)
class _Shown:
    """Turns what the room gives into what a chat shows."""

    voice: Voice
    turn: TakeId
    offers: list[Offer] = field(default_factory=list)
    text: str = ""

    async def pieces(self, given: AsyncIterator[said.Piece]) -> Answer:
        async for piece in given:
            for each in self._of(piece):
                yield each

    def _of(self, piece: said.Piece) -> tuple[Piece, ...]:
        match piece:
            case said.Text(words):
                self.text += words
                return (Said(words),)
            case said.Status(said.Doing.AGAIN):
                self.text = ""
                return (Anew(), Doing(self.voice("room-again")))
            case said.Status(doing):
                return (Doing(self.voice(f"room-{doing}")),)
            case said.Offered(offer, _):
                self.offers.append(offer)
                return ()
            case said.Answered(reply):
                listed = screens.listed(self.offers, self.text)
                rows = screens.offers(self.voice, self.offers, reply)
                return ((Said(listed),) if listed else ()) + ((Offered(rows),) if rows else ())
            case said.Fault(key, values, again):
                return (Broken(self.voice(key, **values), screens.again(self.voice, self.turn) if again else ()),)
