"""A simulated Telegram with a creator, a supervisor, a stranger and a group, and a bot that runs on fakes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from agents.studio import Studio
from bot.compose import open_studio, serve, simulated
from bot.screenplay import Cast, play
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.backends import BackEnd
from storage.views import Views
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytest.register_assert_rewrite("tests.e2e.mortal")

IDEA = "A lonely robot falls in love with the moon"


@pytest.fixture
async def simulator(tmp_path: Path) -> AsyncIterator[Simulator]:
    """A world that lasts as long as the test."""
    world = Simulator(tmp_path / "telegram")
    yield world
    await world.aclose()


@pytest.fixture
def cast(simulator: Simulator) -> Cast:
    """Ana has the idea, Bo supervises, in a group of theirs."""
    ana, bo = simulator.person("Ana"), simulator.person("Bo")
    return Cast(creator=ana, supervisor=bo, room=simulator.group("Room", [ana, bo]))


@pytest.fixture
def ana(cast: Cast) -> Person:
    """The creator."""
    return cast.creator


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Everything in the test's own folder."""
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache")


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio in which an episode was made (`history`), to be read; whoever changes anything takes a copy."""
    from tests.e2e.history import live  # noqa: PLC0415 - it stands on what is here

    folder = tmp_path_factory.mktemp("history")
    asyncio.run(live(folder))
    return folder


@dataclass(frozen=True, kw_only=True)
class Bot:
    """A bot that runs, with what a test may want to look at."""

    studio: Studio
    views: Views
    fakes: dict[str, BackEnd]


@asynccontextmanager
async def running(settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd]) -> AsyncIterator[Bot]:
    """Run the real bot against the simulator, in this process, with real polling."""
    async with open_studio(settings, backends=fakes) as studio, asyncio.TaskGroup() as group:
        task = group.create_task(serve(settings, studio, simulated(simulator)))
        try:
            yield Bot(studio=studio, views=Views(studio.store, studio.vault), fakes=fakes)
        finally:
            task.cancel()


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """The bot on fakes."""
    async with running(settings, simulator, {**media(), "chat": chat()}) as started:
        yield started


@asynccontextmanager
async def playing(cast: Cast) -> AsyncIterator[None]:
    """Let the creator and the supervisor do what leads to a release, while the block lasts."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(play(cast, IDEA, lambda who, text: None))  # noqa: ARG005 - nobody watches
        try:
            yield
        finally:
            task.cancel()
