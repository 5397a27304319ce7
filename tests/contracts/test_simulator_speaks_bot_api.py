"""Every object that the simulator sends has the fields and types that the Bot API's documentation gives it."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.simulator.people import Chat, Person
from bot.simulator.simulator import Simulator
from tests.simulator_samples import photo, song, video, voice

API = json.loads((Path(__file__).parent / "bot_api_10.1.json").read_text())
PLAIN = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}


def check(value: object, kinds: list[str], where: str) -> None:
    """Fail unless `value` is one of these types of the documentation, down to the last field."""
    problems = []
    for kind in kinds:
        try:
            check_one(value, kind, where)
        except AssertionError as problem:
            problems.append(str(problem))
        else:
            return
    raise AssertionError("; ".join(problems))


def check_one(value: object, kind: str, where: str) -> None:
    if kind.startswith("Array of "):
        assert isinstance(value, list), f"{where}: not a list"
        for number, one in enumerate(value):
            check(one, [kind.removeprefix("Array of ")], f"{where}[{number}]")
    elif kind in PLAIN:
        assert type(value) is PLAIN[kind], f"{where}: {value!r} is no {kind}"
    elif kind in API["unions"]:
        check(value, [one for one in API["unions"][kind] if one in API["types"]], where)
    else:
        assert isinstance(value, dict), f"{where}: not an object"
        fields = API["types"][kind]
        missing = [name for name, field in fields.items() if field["required"] and name not in value]
        assert not missing, f"{where}: {kind} lacks {missing}"
        for name, held in value.items():
            assert name in fields, f"{where}: {kind} has no field {name}"
            check(held, fields[name]["types"], f"{where}.{name}")


class Bot:
    """Calls methods as a bot would, and checks each answer against the documentation."""

    def __init__(self, simulator: Simulator) -> None:
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(simulator.app), base_url=f"http://simulator/bot{simulator.token}/"
        )
        self.called: set[str] = set()

    async def call(self, method: str, files: dict | None = None, **fields: object) -> object:
        data = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        answer = (await self.client.post(method, data=data, files=files)).json()
        assert answer["ok"], f"{method}: {answer}"
        self.called.add(method)
        check(answer["result"], API["methods"][method], method)
        return answer["result"]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    made = Simulator()
    yield made
    await made.aclose()


@pytest.fixture
async def bot(simulator: Simulator) -> AsyncIterator[Bot]:
    made = Bot(simulator)
    yield made
    await made.client.aclose()


@pytest.fixture
async def ana(simulator: Simulator) -> Person:
    person = simulator.person("Ana Lima", language="fr")
    await person.start("welcome")
    return person


@pytest.fixture
async def team(simulator: Simulator, ana: Person) -> Chat:
    group = simulator.group("Team", [ana, simulator.person("Bo")], topics=True)
    await ana.add_bot(group, is_admin=True)
    return group


KEYS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}], [{"text": "See", "url": "https://a.example"}]]}


async def test_every_method_answers_as_documented(simulator: Simulator, bot: Bot, ana: Person, team: Chat) -> None:
    await send_texts_and_copies(bot, ana, team)
    await send_media(bot, ana)
    await change_messages(bot, ana)
    await look_around(simulator, bot, ana, team)
    await use_topics(bot, team)
    await introduce_itself(bot, ana)
    await receive(simulator, bot, ana)
    assert bot.called == set(API["methods"])


async def send_texts_and_copies(bot: Bot, ana: Person, team: Chat) -> None:
    text = await bot.call("sendMessage", chat_id=ana.id, text="<b>Hi</b> 🦊", parse_mode="HTML", reply_markup=KEYS)
    reply = {"message_id": text["message_id"], "quote": "Hi"}
    await bot.call("sendMessage", chat_id=ana.id, text="to this", reply_parameters=reply)
    away = {"message_id": text["message_id"], "chat_id": ana.id}
    await bot.call("sendMessage", chat_id=team.id, text="from there", reply_parameters=away)
    picture = await bot.call(
        "sendPhoto", {"photo": ("a.jpg", photo())}, chat_id=ana.id, caption="Fox", has_spoiler=True
    )
    await bot.call("sendPhoto", chat_id=ana.id, photo=picture["photo"][-1]["file_id"])
    await bot.call("sendMessageDraft", chat_id=ana.id, draft_id=7, text="Writ")
    await bot.call("sendChatAction", chat_id=ana.id, action="upload_video")
    await bot.call("forwardMessage", chat_id=team.id, from_chat_id=ana.id, message_id=picture["message_id"])
    await bot.call("copyMessage", chat_id=team.id, from_chat_id=ana.id, message_id=picture["message_id"], caption="New")
    ids = [text["message_id"], picture["message_id"], 999]
    await bot.call("copyMessages", chat_id=team.id, from_chat_id=ana.id, message_ids=ids)


async def send_media(bot: Bot, ana: Person) -> None:
    film = {"video": ("a.mp4", video()), "thumbnail": ("t.jpg", photo(9)), "cover": ("c.jpg", photo(8))}
    sent = await bot.call("sendVideo", film, chat_id=ana.id, width=72, height=128, duration=1, start_timestamp=0)
    await bot.call("sendAnimation", {"animation": ("a.mp4", video(has_sound=False))}, chat_id=ana.id)
    await bot.call("sendVoice", {"voice": ("a.oga", voice())}, chat_id=ana.id)
    await bot.call("sendAudio", {"audio": ("a.mp3", song())}, chat_id=ana.id, title="Cue", performer="Score")
    await bot.call("sendVideoNote", {"video_note": ("a.mp4", video(size=(96, 96)))}, chat_id=ana.id, length=96)
    await bot.call("sendDocument", {"document": ("a.srt", b"1\n00:00")}, chat_id=ana.id)
    album = [
        {"type": "photo", "media": "attach://one", "caption": "Two shots"},
        {"type": "video", "media": sent["video"]["file_id"]},
    ]
    group = await bot.call("sendMediaGroup", {"one": ("1.jpg", photo(50))}, chat_id=ana.id, media=album)
    assert len({one["media_group_id"] for one in group}) == 1
    found = await bot.call("getFile", file_id=sent["video"]["file_id"])
    root = str(bot.client.base_url).replace("/bot", "/file/bot", 1)
    assert (await bot.client.get(root + found["file_path"])).content == video()


async def change_messages(bot: Bot, ana: Person) -> None:
    text = await bot.call("sendMessage", chat_id=ana.id, text="x")
    where = {"chat_id": ana.id, "message_id": text["message_id"]}
    await bot.call("editMessageText", **where, text="Other", reply_markup=KEYS)
    await bot.call("editMessageReplyMarkup", **where)
    media = {"type": "photo", "media": "attach://new"}
    await bot.call("editMessageMedia", {"new": ("n.jpg", photo(60))}, **where, media=media)
    await bot.call("editMessageCaption", **where, caption="Said otherwise")
    await bot.call("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "❤"}])
    await bot.call("pinChatMessage", **where)
    await bot.call("getChat", chat_id=ana.id)
    await bot.call("unpinChatMessage", **where)
    await bot.call("unpinAllChatMessages", chat_id=ana.id)
    await bot.call("deleteMessage", **where)
    await bot.call("deleteMessages", chat_id=ana.id, message_ids=[text["message_id"] - 1, 999])


async def look_around(simulator: Simulator, bot: Bot, ana: Person, team: Chat) -> None:
    await bot.call("getChat", chat_id=team.id)
    for user in (ana.id, simulator.person("Bo").id, simulator.person("Stranger").id, simulator.world.bot["id"]):
        await bot.call("getChatMember", chat_id=team.id, user_id=user)
    assert len(await bot.call("getChatAdministrators", chat_id=team.id)) == 2
    assert await bot.call("getChatMemberCount", chat_id=team.id) == 3


async def use_topics(bot: Bot, team: Chat) -> None:
    topic = await bot.call("createForumTopic", chat_id=team.id, name="Episode 1")
    thread = {"chat_id": team.id, "message_thread_id": topic["message_thread_id"]}
    await bot.call("sendMessage", **thread, text="In the topic")
    await bot.call("editForumTopic", **thread, name="Episode One")
    await bot.call("closeForumTopic", **thread)
    await bot.call("reopenForumTopic", **thread)
    await bot.call("deleteForumTopic", **thread)
    assert not [one for one in team.messages if "message_thread_id" in one.json]
    await bot.call("leaveChat", chat_id=team.id)


async def introduce_itself(bot: Bot, ana: Person) -> None:
    await bot.call("getMe")
    commands = [{"command": "new", "description": "A new series"}]
    await bot.call("setMyCommands", commands=commands, language_code="fr")
    assert await bot.call("getMyCommands", language_code="fr") == commands
    await bot.call("deleteMyCommands", language_code="fr")
    assert await bot.call("getMyCommands", language_code="fr") == []
    for name, field in (("Description", "description"), ("ShortDescription", "short_description"), ("Name", "name")):
        await bot.call(f"setMy{name}", **{field: "A studio"})
        assert await bot.call(f"getMy{name}") == {field: "A studio"}
    button = {"type": "web_app", "text": "Open", "web_app": {"url": "https://a.example"}}
    await bot.call("setChatMenuButton", chat_id=ana.id, menu_button=button)
    assert await bot.call("getChatMenuButton", chat_id=ana.id) == button
    assert await bot.call("getChatMenuButton") == {"type": "commands"}


async def receive(simulator: Simulator, bot: Bot, ana: Person) -> None:
    asked = await bot.call("sendMessage", chat_id=ana.id, text="Sure?", reply_markup=KEYS)
    query = await press_without_waiting(simulator, ana, asked["message_id"])
    await bot.call("answerCallbackQuery", callback_query_id=query, text="Done", show_alert=True)
    assert simulator.world.callbacks[query]["answer"]["is_alert"]
    await bot.call("getUpdates")
    await bot.call("setWebhook", url="https://bot.example/hook", secret_token="s_1")  # noqa: S106 - no secret
    await bot.call("getWebhookInfo")
    await bot.call("deleteWebhook", drop_pending_updates=True)


async def press_without_waiting(simulator: Simulator, person: Person, message_id: int) -> str:
    message = person.chat.message(message_id)
    await person.press(message, "Yes", timeout=0)
    return str(list(simulator.world.callbacks)[-1])


async def test_every_update_is_as_documented(simulator: Simulator, bot: Bot, ana: Person, team: Chat) -> None:
    kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]
    await bot.call("getUpdates", allowed_updates=kinds)
    bo, cy = simulator.person("Bo"), simulator.person("Cy")
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    asked = await bot.call("sendMessage", chat_id=ana.id, text="Sure?", reply_markup=keys)
    said = await ana.say("yes", reply_to=ana.chat.message(asked["message_id"]), quote="Sure")
    await ana.edit(said, "no")
    await ana.press(ana.chat.message(asked["message_id"]), "yes", timeout=0)
    simulator.clock.advance(49 * 3600)
    await ana.press(ana.chat.message(asked["message_id"]), "yes", timeout=0)
    await ana.react(said, "🔥")
    for kind, content in (("photo", photo()), ("video", video()), ("voice", voice()), ("audio", song())):
        await ana.upload(kind, content, "caption", name=f"a.{kind}")
    await ana.upload("document", b"%PDF-1.7", name="script.pdf")
    await ana.upload_album([("photo", photo()), ("photo", photo(60))], "both")
    await cy.join(team)
    await bo.say("in the group", team)
    await ana.promote(cy, team)
    await cy.leave(team)
    await bo.upload("photo", photo(), chat=team)
    await ana.block()
    await ana.unblock()
    await bo.remove_bot(team)
    updates = await bot.call("getUpdates")
    assert {kind for update in updates for kind in update} == {"update_id", *kinds}
    assert [update["update_id"] for update in updates] == sorted(update["update_id"] for update in updates)
    old = [update["callback_query"]["message"] for update in updates if "callback_query" in update][-1]
    assert old["date"] == 0
    assert "text" not in old
