"""An episode with a history: an idea, a dictated title, a remark, a storyboard sent back, variants, a release."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from agents.studio import Studio
from bot.compose import open_studio
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from storage.domain.ids import EpisodeId
from storage.making import Making, making
from tests.e2e.conftest import Bot, running
from tests.e2e.steps import PATIENCE, bound, draft_of, named
from tests.fakes.backends import media
from tests.fakes.chat import chat

IDEA = "A lonely robot falls in love with the moon <script>alert(1)</script>"
TITLE = "The Moon Answers"
WISH = f"title: {TITLE}"
REASON = "shot 2 closer, at night"
REMARK = "The moon should answer later"


async def lived(bot: Bot, cast: Cast) -> EpisodeId:
    """Bring an episode from its idea to its release, with every kind of detour on the way."""
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await ana.start()
    await ana.say(IDEA)
    first = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.say(WISH)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=first)
    await bound(cast)
    await named(cast)
    synopsis = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.say(REMARK, room, reply_to=synopsis)
    await ana.chat.wait_for(REMARK, PATIENCE)
    await bo.press(synopsis, "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    await bo.press(board, "↩ Send back")
    asked = await room.wait_for("What should change", PATIENCE)
    await bo.say(REASON, room, reply_to=asked)
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    await ana.say("/variants 2", reply_to=drawing(ana))
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE, after=board)
    await bo.press(board, "✓ Approve")
    cut = await room.wait_for(draft_of("Preview"), PATIENCE)
    await bo.press(cut, "✓ Approve")
    await room.wait_for("Credits", PATIENCE)
    (card,) = await bot.views.library(ana.id)
    return card.episode.id


def drawing(person: Person) -> Message:
    """Return a drawing of the storyboard on a phone."""
    shown = [message for message in person.chat.messages if message.kind == "photo" and " · " in message.text]
    return next(message for message in shown if "media_group_id" in message.json)


async def live(home: Path) -> None:
    """Let the episode be made in a studio of its own, which stays in `home`."""
    simulator = Simulator(home / "telegram")
    ana, bo = simulator.person("Ana"), simulator.person("Bo")
    cast = Cast(creator=ana, supervisor=bo, room=simulator.group("Room", [ana, bo]))
    try:
        async with running(settings(home), simulator, {**media(), "chat": chat()}) as bot:
            await lived(bot, cast)
    finally:
        await simulator.aclose()


def settings(home: Path) -> Settings:
    """Return the settings of that studio."""
    return Settings(home=home / "home", cache=home / "cache")


@asynccontextmanager
async def reopened(home: Path) -> AsyncIterator[tuple[Studio, Making]]:
    """Open that studio again, with nobody in it, and read the making of its episode."""
    async with open_studio(settings(home), backends={**media(), "chat": chat()}) as studio:
        async with studio.store.read() as reader:
            (episode,) = await reader.every_episode()
        yield studio, await making(studio.store, studio.vault, episode.id)
