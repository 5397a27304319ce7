"""Answers that come word by word, in the chats of a simulated Telegram, with real polling."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.compose import Bot, build_application, open_studio, simulated
from bot.ingest import poll
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.faults import Fault
from bot.simulator.people import Chat, Person
from bot.simulator.simulator import Simulator
from bot.streaming.pieces import Piece, Said
from bot.streaming.ways import Place
from tests.e2e.steps import PATIENCE
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow


@dataclass
class Model:
    """Says what it is given to say, until it is told to come to an end or let go."""

    words: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    freed: asyncio.Event = field(default_factory=asyncio.Event)

    async def say(self) -> AsyncIterator[Piece]:
        try:
            while words := await self.words.get():
                yield Said(words)
        finally:
            self.freed.set()


@asynccontextmanager
async def running(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """Run the bot, with its parts at hand."""
    async with open_studio(settings, backends={**media(), "chat": chat()}) as studio:
        bot = build_application(simulated(simulator), settings, studio)
        async with bot.app, asyncio.TaskGroup() as group:
            task = group.create_task(bot.run(poll(bot.app.bot, bot.inbox)))
            try:
                yield bot
            finally:
                task.cancel()


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    async with running(settings, simulator) as bot:
        yield bot


async def asked(person: Person, chat: Chat | None = None) -> Place:
    """Let somebody say something, and return where the answer goes."""
    said = await person.say("What happens next?", chat)
    return Place(chat=said.chat_id, person=person.id, language="en", question=said.id)


async def met(person: Person) -> None:
    """Open the chat with the bot."""
    await person.start()
    await person.chat.wait_for("idea", PATIENCE)


async def grown(simulator: Simulator, chat: Chat, words: str) -> None:
    """Wait until the draft in a chat says something."""
    await simulator.until(lambda: chat.draft is not None and words in chat.draft, PATIENCE)


async def test_a_draft_grows_in_a_private_chat_and_becomes_a_message(
    bot: Bot, simulator: Simulator, ana: Person
) -> None:
    await met(ana)
    model = Model()
    await bot.streams.begin(Place(chat=ana.id, person=ana.id, language="en"), model.say())
    model.words.put_nowait("The **fox** ")
    await grown(simulator, ana.chat, "The fox")
    model.words.put_nowait("waits < she")
    await grown(simulator, ana.chat, "The fox waits < she")
    model.words.put_nowait("")
    message = await ana.chat.wait_for("The fox waits < she", PATIENCE)
    assert [entity["type"] for entity in message.json["entities"]] == ["bold"]
    assert ana.chat.draft is None
    assert simulator.complaints == []


async def test_telegrams_own_stop_lets_the_model_go_and_keeps_what_was_said(
    bot: Bot, simulator: Simulator, ana: Person
) -> None:
    await met(ana)
    model = Model()
    await bot.streams.begin(Place(chat=ana.id, person=ana.id, language="en"), model.say())
    model.words.put_nowait("The fox waits")
    await grown(simulator, ana.chat, "The fox waits")
    await ana.stop()
    await asyncio.wait_for(model.freed.wait(), PATIENCE)
    await ana.chat.wait_for(r"The fox waits\n\n■ Stopped", PATIENCE)
    assert ana.chat.draft is None


async def test_writing_on_interrupts_the_answer_before_anything_else_happens(
    bot: Bot, simulator: Simulator, ana: Person
) -> None:
    await met(ana)
    model = Model()
    await bot.streams.begin(Place(chat=ana.id, person=ana.id, language="en"), model.say())
    model.words.put_nowait("The fox waits")
    await grown(simulator, ana.chat, "The fox waits")
    said = await ana.say("A lonely robot falls in love with the moon")
    await asyncio.wait_for(model.freed.wait(), PATIENCE)
    cut = await ana.chat.wait_for("Interrupted by your message", PATIENCE)
    begun = await ana.chat.wait_for("episode 1", PATIENCE, after=said)
    assert said.id < cut.id < begun.id


async def test_in_a_group_whoever_asked_presses_stop_and_others_cannot(
    bot: Bot, simulator: Simulator, cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await ana.add_bot(room)
    await room.wait_for("/team", PATIENCE)
    model = Model()
    await bot.streams.begin(await asked(ana, room), model.say())
    model.words.put_nowait("The fox waits")
    message = await room.wait_for("The fox waits", PATIENCE)
    assert message.buttons == ["■ Stop"]
    refused = await bo.press(message, "■ Stop")
    assert refused.is_alert
    assert not model.freed.is_set()
    assert (await ana.press(message, "■ Stop")).text == "Stopped."
    await asyncio.wait_for(model.freed.wait(), PATIENCE)
    message = await room.wait_for(r"The fox waits\n\n■ Stopped", PATIENCE)
    assert message.buttons == []
    assert room.draft is None
    assert simulator.complaints == []


async def test_in_a_group_what_people_say_to_each_other_interrupts_nobody(
    bot: Bot, simulator: Simulator, cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await ana.add_bot(room, is_admin=True)  # an administrator sees all that people say
    await room.wait_for("/team", PATIENCE)
    model, other = Model(), Model()
    await bot.streams.begin(await asked(ana, room), model.say())
    model.words.put_nowait("The fox waits")
    message = await room.wait_for("The fox waits", PATIENCE)
    chatter, place = await bo.say("Shall we have lunch?", room), await asked(bo, room)
    await bot.streams.begin(place, other.say())
    for said in (chatter, room.message(place.question)):
        await ana.say("haha yes", room, reply_to=said)
    last = await ana.command("/help", room)
    await room.wait_for("/team", PATIENCE, after=last)
    assert not model.freed.is_set()
    await ana.say("And then?", room, reply_to=message)
    await asyncio.wait_for(model.freed.wait(), PATIENCE)
    await room.wait_for("Interrupted by your message", PATIENCE)
    assert simulator.complaints == []


async def test_a_bot_that_was_killed_takes_its_stop_back_and_tells_the_asker(
    settings: Settings, simulator: Simulator, cast: Cast
) -> None:
    ana, room = cast.creator, cast.room
    async with running(settings, simulator) as bot:
        await ana.add_bot(room)
        await room.wait_for("/team", PATIENCE)
        await met(ana)
        group, private = Model(), Model()
        await bot.streams.begin(await asked(ana, room), group.say())
        group.words.put_nowait("The fox waits")
        await room.wait_for("The fox waits", PATIENCE)
        place = Place(chat=ana.id, person=ana.id, language="fr", question=ana.chat.messages[0].id)
        await bot.streams.begin(place, private.say())
        private.words.put_nowait("Le renard attend")
        await grown(simulator, ana.chat, "Le renard")
    async with running(settings, simulator):
        await room.wait_for("My answer was interrupted", PATIENCE)
        await ana.chat.wait_for("Ma réponse a été interrompue", PATIENCE)
        await simulator.until(lambda: not any(message.buttons for message in room.messages), PATIENCE)
    (message,) = [message for message in room.messages if "The fox" in message.text]
    assert message.text == "The fox waits"


async def test_a_server_without_drafts_gets_messages_and_edits(bot: Bot, simulator: Simulator, ana: Person) -> None:
    await met(ana)
    simulator.faults.plan("sendMessageDraft", Fault(status=404, description="Not Found: method not found"))
    first, second = Model(), Model()
    await bot.streams.begin(Place(chat=ana.id, person=ana.id, language="en"), first.say())
    first.words.put_nowait("The fox waits")
    await simulator.until(lambda: any(call.method == "sendMessageDraft" for call in simulator.calls), PATIENCE)
    first.words.put_nowait("")
    await ana.chat.wait_for("The fox waits", PATIENCE)
    await bot.streams.begin(Place(chat=ana.id, person=ana.id, language="en"), second.say())
    second.words.put_nowait("The owl sleeps")
    message = await ana.chat.wait_for("The owl sleeps", PATIENCE)
    assert message.buttons == ["■ Stop"]
    await ana.press(message, "■ Stop")
    await ana.chat.wait_for(r"The owl sleeps\n\n■ Stopped", PATIENCE)
