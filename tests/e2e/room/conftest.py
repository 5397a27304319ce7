"""A studio whose language model is a real server of this machine, and a series in it to speak about."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from agents.book import book
from agents.commands.caller import Caller
from agents.commands.story import OpenEpisode, OpenSeries
from agents.room.limits import Attempts, Limits
from agents.room.minutes import opened
from agents.room.pieces import Answered, Doing, Fault, Offered, Piece, Say, SayAgain, Status, Text
from agents.room.talk import Setting, talk
from agents.showrunner import Showrunner
from agents.studio import Desk, Studio
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import say
from generation.ability import Ability, Measured
from generation.requests.chat import TextRequest
from generation.requests.request import Request
from storage.domain.ids import EpisodeId, SeriesId
from storage.domain.papers import Offer, Reply
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language
from storage.domain.takes import Medium, Take
from storage.views import Views
from tests.fakes import chat as fake
from tests.fakes.backends import media
from tests.fakes.openai_server import Body, OpenAIServer, Step, serving

PATIENCE = 60
IDEA = "A lonely robot falls in love with the moon"
ANA = Caller(chat=1, name="Ana", language=Language.ENGLISH)


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    """The language model's server; what the crew asks it is answered by heart, what the room asks by the script."""
    with serving() as started:
        started.rule = crew
        yield started


def crew(body: Body) -> Step | None:
    """Answer the crew, which is the one that writes by schemas of its own."""
    form = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
    if not form or set(form["properties"]) & OURS:
        return None
    system, *turns = body["messages"]
    asked = TextRequest(instructions=system["content"], messages=(), schema=_json(form))
    text, _, _ = fake.answer(_with_turns(asked, turns))
    return Step(text=text.decode())


OURS = frozenset({"action", "loglines", "episode", "text", "what", "count", "matter"})
"""Properties of what the room asks for."""


def _json(value: object) -> str:
    import json  # noqa: PLC0415 - here alone

    return json.dumps(value, ensure_ascii=False)


def _with_turns(asked: TextRequest, turns: list[dict[str, str]]) -> Request:
    from generation.requests.chat import Message  # noqa: PLC0415 - here alone

    return replace(asked, messages=tuple(Message(role=each["role"], text=each["content"]) for each in turns))


@dataclass
class Answer:
    """What came back, as a chat would show it."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words that stand in the end."""
        text = ""
        for piece in self.pieces:
            match piece:
                case Text(words):
                    text += words
                case Status(Doing.AGAIN):
                    text = ""
                case _:
                    pass
        return text

    @property
    def offers(self) -> list[Offer]:
        """What was prepared."""
        return [piece.offer for piece in self.pieces if isinstance(piece, Offered)]

    @property
    def fault(self) -> str:
        """Why there is no answer; empty where there is one."""
        return next((piece.key for piece in self.pieces if isinstance(piece, Fault)), "")

    @property
    def is_whole(self) -> bool:
        """Whether the answer is kept."""
        return isinstance(self.pieces[-1], Answered)


@dataclass
class Room:
    """A room with a series in it."""

    studio: Studio
    showrunner: Showrunner
    series: SeriesId
    server: OpenAIServer
    ability: Ability = Ability.TOOLS
    limits: Limits = field(default_factory=lambda: Limits(seconds=PATIENCE))
    attempts: Attempts = field(default_factory=Attempts)

    @property
    def setting(self) -> Setting:
        """How the room is furnished."""

        async def ability() -> Measured:
            return Measured(ability=self.ability, why="the test says so")

        async def carry(command: object, cause: int) -> None:
            await self.showrunner.handle(command, cause=cause)  # type: ignore[arg-type]

        return Setting(
            wording=say, ability=ability, carry=carry, limits=self.limits, pause=0.01, attempts=self.attempts
        )

    async def hear(self, text: str, caller: Caller = ANA, *, about: EpisodeId | None = None) -> Answer:
        """Say something in a chat that is about an episode, and take the whole answer."""
        return await self.take(Say(caller=caller, series=self.series, episode=about, text=text))

    async def again(self) -> Answer:
        """Press "try again"."""
        return await self.take(SayAgain(caller=ANA, turn=(await self.takes(Medium.TURN))[-1].id))

    async def take(self, command: Say | SayAgain) -> Answer:
        """Take the whole answer to a command."""
        found = await opened(self.studio, command, None)
        return Answer([piece async for piece in talk(self.studio, command, found, self.setting)])

    async def stop(self, text: str) -> None:
        """Say something, and stop the answer at its first words."""
        said = Say(caller=ANA, series=self.series, text=text)
        pieces = talk(self.studio, said, await opened(self.studio, said, None), self.setting)
        assert isinstance(pieces, AsyncGenerator)
        async for piece in pieces:
            if isinstance(piece, Text):
                break
        await pieces.aclose()

    async def desk(self) -> Desk:
        """Return the desk of the book."""
        async with self.studio.store.read() as reader:
            series = await reader.series(self.series)
        return await book(self.studio, series)

    async def takes(self, medium: Medium, *, of: int = 0) -> tuple[Take, ...]:
        """Return the takes of the book, or of an episode."""
        async with self.studio.store.read() as reader:
            known = await reader.book(self.series)
            episode = (await reader.episodes(self.series))[of - 1] if of else known
            return await reader.takes(episode.id, medium) if episode else ()

    async def replies(self) -> list[Reply]:
        """Return what the room has answered and kept."""
        desk = await self.desk()
        return [await desk.read(Reply, take) for take in await self.takes(Medium.REPLY)]

    async def episode(self) -> Episode:
        """Return the first episode as it stands."""
        async with self.studio.store.read() as reader:
            return (await reader.episodes(self.series))[0]

    async def second(self) -> EpisodeId:
        """Begin a second episode and have its synopsis written; return the first, which a chat may still be about."""
        await self.showrunner.handle(OpenEpisode(caller=ANA, series=self.series, idea="The moon answers"))

        async def written() -> bool:
            async with self.studio.store.read() as reader:
                return (await reader.episodes(self.series))[1].stage is Stage.SYNOPSIS_REVIEW

        await self.at(Stage.SYNOPSIS_REVIEW, written)
        return (await self.episode()).id

    @property
    def talks(self) -> list[Body]:
        """What the room asked the model, not the crew."""
        return [body for body in self.server.asked if "tools" in body]

    async def at(self, stage: Stage, until: Callable[[], Awaitable[bool]] | None = None) -> None:
        """Wait until the first episode stands somewhere."""
        async with asyncio.timeout(PATIENCE):
            while True:
                if (await self.episode()).stage is stage and (until is None or await until()):
                    return
                await asyncio.sleep(0.02)


@pytest.fixture
async def room(server: OpenAIServer, tmp_path: Path) -> AsyncIterator[Room]:
    """A room in which the synopsis of the first episode waits for a verdict."""
    settings = Settings(
        home=tmp_path / "home", cache=tmp_path / "cache", openai_base_url=server.address, chat_model="writer"
    )
    async with open_studio(settings, backends=media()) as studio, asyncio.TaskGroup() as group:
        showrunner = Showrunner(studio=studio, listen=lambda _: None, wording=say)
        work = group.create_task(showrunner.run())
        await showrunner.handle(OpenSeries(caller=ANA, idea=IDEA))
        (series,) = await Views(studio.store, studio.vault).created(ANA.chat)
        ready = Room(studio=studio, showrunner=showrunner, series=series.id, server=server)
        try:
            await ready.at(Stage.SYNOPSIS_REVIEW)
            server.asked.clear()
            yield ready
        finally:
            work.cancel()
