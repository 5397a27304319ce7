"""Topics in the simulated Telegram: where messages stand, who may make topics, what is refused."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.simulator.acts import NotPossible
from bot.simulator.journal import Json
from bot.simulator.people import Chat, Person
from bot.simulator.simulator import Simulator
from tests.simulator_samples import photo, video, voice


class Bot:
    """Calls methods as a bot would."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator

    async def ask(self, method: str, files: Json | None, **fields: object) -> Json:
        data = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.simulator.app)) as client:
            address = f"http://simulator/bot{self.simulator.token}/{method}"
            return (await client.post(address, data=data, files=files)).json()

    async def call(self, method: str, files: Json | None = None, **fields: object) -> Json:
        answer = await self.ask(method, files, **fields)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **fields: object) -> str:
        answer = await self.ask(method, None, **fields)
        assert not answer["ok"], answer
        return str(answer["description"])


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    made = Simulator()
    yield made
    await made.aclose()


@pytest.fixture
async def ana(simulator: Simulator) -> Person:
    person = simulator.person("Ana")
    await person.start()
    return person


@pytest.fixture
async def bot(simulator: Simulator) -> Bot:
    return Bot(simulator)


@pytest.fixture
async def forum(simulator: Simulator, ana: Person) -> Chat:
    """A forum in which the bot may do everything."""
    group = simulator.group("Team", [ana, simulator.person("Bo")], topics=True)
    await ana.add_bot(group, is_admin=True)
    return group


async def topic_of(bot: Bot, forum: Chat, name: str = "1 · The whale") -> int:
    topic = await bot.call("createForumTopic", chat_id=forum.id, name=name)
    return int(topic["message_thread_id"])


async def test_what_is_written_in_a_topic_replies_to_what_opened_it(bot: Bot, forum: Chat, ana: Person) -> None:
    thread = await topic_of(bot, forum)
    said = await ana.say("Hello", forum, thread=thread)
    assert said.topic == thread
    assert said.json["reply_to_message"]["forum_topic_created"]["name"] == "1 · The whale"
    assert said.json["chat"]["is_forum"] is True


async def test_a_reply_stays_in_the_topic_of_what_it_answers(bot: Bot, forum: Chat, ana: Person) -> None:
    thread = await topic_of(bot, forum)
    shown = await bot.call("sendMessage", chat_id=forum.id, message_thread_id=thread, text="A draft")
    answer = await ana.say("Yes", forum, reply_to=forum.message(shown["message_id"]))
    assert answer.topic == thread
    back = await bot.call("sendMessage", chat_id=forum.id, text="Good", reply_parameters={"message_id": answer.id})
    assert forum.message(back["message_id"]).topic == thread


async def test_a_reply_in_the_general_topic_names_a_thread_that_is_none(bot: Bot, forum: Chat, ana: Person) -> None:
    shown = await bot.call("sendMessage", chat_id=forum.id, text="Hello")
    answer = await ana.say("Yes", forum, reply_to=forum.message(shown["message_id"]))
    assert answer.topic == 0
    assert answer.json["message_thread_id"] == shown["message_id"]
    for thread in (answer.json["message_thread_id"], 1):
        refused = await bot.refused("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")
        assert refused == "Bad Request: message thread not found"


async def test_every_kind_of_message_can_stand_in_a_topic(bot: Bot, forum: Chat) -> None:
    thread = await topic_of(bot, forum)
    await bot.call("sendChatAction", chat_id=forum.id, message_thread_id=thread, action="typing")
    where = {"chat_id": forum.id, "message_thread_id": thread}
    await bot.call("sendMessage", **where, text="x")
    await bot.call("sendPhoto", {"photo": ("a.jpg", photo())}, **where)
    await bot.call("sendVideo", {"video": ("a.mp4", video())}, **where)
    await bot.call("sendVoice", {"voice": ("a.ogg", voice())}, **where)
    await bot.call("sendDocument", {"document": ("a.txt", b"words")}, **where)
    media = [{"type": "photo", "media": f"attach://{name}"} for name in "ab"]
    files = {name: ("a.jpg", photo(shade)) for name, shade in (("a", 60), ("b", 70))}
    await bot.call("sendMediaGroup", files, **where, media=media)
    sent = [message for message in forum.messages if message.is_from_bot and message.topic]
    assert [message.kind for message in sent] == [
        "service", "text", "photo", "video", "voice", "document", "photo", "photo"
    ]  # fmt: skip


async def test_without_the_right_no_topic_is_made_and_only_its_own_is_changed(
    bot: Bot, forum: Chat, ana: Person
) -> None:
    mine = await topic_of(bot, forum)
    theirs = await ana.open_topic(forum, "Talk")
    await ana.give_rights(forum, withheld=["can_manage_topics"])
    me = await bot.call("getChatMember", chat_id=forum.id, user_id=bot.simulator.world.bot["id"])
    assert me["can_manage_topics"] is False
    assert me["can_delete_messages"] is True
    refused = await bot.refused("createForumTopic", chat_id=forum.id, name="2")
    assert refused == "Bad Request: not enough rights to create a topic"
    await bot.call("editForumTopic", chat_id=forum.id, message_thread_id=mine, name="✓ 1")
    refused = await bot.refused("editForumTopic", chat_id=forum.id, message_thread_id=theirs, name="x")
    assert refused == "Bad Request: not enough rights to edit the topic"
    assert forum.topics == {mine: "✓ 1", theirs: "Talk"}


async def test_a_name_that_is_the_same_already_is_refused(bot: Bot, forum: Chat) -> None:
    thread = await topic_of(bot, forum, "One")
    refused = await bot.refused("editForumTopic", chat_id=forum.id, message_thread_id=thread, name="One")
    assert refused == "Bad Request: TOPIC_NOT_MODIFIED"


async def test_a_deleted_topic_takes_what_was_in_it(bot: Bot, forum: Chat, ana: Person) -> None:
    thread = await topic_of(bot, forum)
    await bot.call("sendMessage", chat_id=forum.id, message_thread_id=thread, text="A draft")
    with pytest.raises(NotPossible):
        await bot.simulator.person("Bo").delete_topic(forum, thread)
    await ana.delete_topic(forum, thread)
    assert not [message for message in forum.messages if message.topic]
    refused = await bot.refused("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")
    assert refused == "Bad Request: message thread not found"
    refused = await bot.refused("editForumTopic", chat_id=forum.id, message_thread_id=thread, name="x")
    assert refused == "Bad Request: TOPIC_ID_INVALID"
    with pytest.raises(NotPossible):
        await ana.say("Hello?", forum, thread=thread)


async def test_a_group_becomes_a_forum(simulator: Simulator, bot: Bot, ana: Person) -> None:
    group = simulator.group("Plain", [ana])
    await ana.add_bot(group, is_admin=True)
    assert await bot.refused("createForumTopic", chat_id=group.id, name="x") == "Bad Request: the chat is not a forum"
    with pytest.raises(NotPossible):
        await ana.open_topic(group, "x")
    simulator.make_forum(group)
    chat = await bot.call("getChat", chat_id=group.id)
    assert chat["is_forum"] is True
    assert (await ana.say("Hello", group)).json["chat"]["is_forum"] is True
    await topic_of(bot, group)
