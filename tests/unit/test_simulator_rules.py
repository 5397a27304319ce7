"""What Telegram refuses, the simulator refuses, in Telegram's words; a refused call leaves no trace."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.simulator.acts import NotPossible
from bot.simulator.faults import Fault
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from tests.simulator_samples import photo, video


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


async def ask(
    simulator: Simulator, method: str, files: dict | None = None, *, token: str = "", **fields: object
) -> tuple[int, str]:
    """Call a method; return the status, and the description or the result."""
    data = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(simulator.app)) as client:
        address = f"http://simulator/bot{token or simulator.token}/{method}"
        answer = (await client.post(address, data=data, files=files)).json()
    return answer.get("error_code", 200), answer.get("description") or json.dumps(answer["result"])


def keys(*rows: list[dict]) -> dict:
    return {"inline_keyboard": list(rows)}


def button(data: str = "x", **more: object) -> dict:
    return {"text": "Go", "callback_data": data} | more


TEXTS = [
    ({"text": "a" * 4097}, "message is too long"),
    ({"text": "🦊" * 2049}, "message is too long"),
    ({"text": "  \n "}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    (
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    ({"text": "x.", "parse_mode": "MarkdownV2"}, "can't parse entities: Character '.' is reserved"),
    ({"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
    ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"text": "x", "reply_parameters": {"message_id": 1, "quote": "never said"}}, "QUOTE_TEXT_INVALID"),
    ({"text": "x", "message_thread_id": 9}, "message thread not found"),
    ({"text": "x", "reply_markup": keys([button("é" * 33)])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keys([button("")])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keys([{"text": "Go"}])}, "can't parse inline keyboard button: Text buttons are not"),
    ({"text": "x", "reply_markup": keys([{"text": " ", "callback_data": "x"}])}, "can't parse inline keyboard button"),
    (
        {"text": "x", "reply_markup": keys([{"text": "Go", "url": "foo"}])},
        "inline keyboard button URL 'foo' is invalid",
    ),
    ({"text": "x", "reply_markup": keys([button()] * 9)}, "reply markup is too long"),
    ({"text": "x", "reply_markup": keys(*[[button()]] * 101)}, "reply markup is too long"),
    ({"text": "x", "reply_markup": "nonsense"}, 'can\'t parse parameter "reply_markup"'),
]


@pytest.mark.parametrize(("fields", "says"), TEXTS)
async def test_a_text_that_telegram_would_refuse_is_refused(
    simulator: Simulator, ana: Person, fields: dict, says: str
) -> None:
    before = list(simulator.world.journal)
    status, description = await ask(simulator, "sendMessage", chat_id=ana.id, **fields)
    assert status == 400
    assert description.startswith(f"Bad Request: {says}")
    assert list(simulator.world.journal) == before


async def test_the_longest_allowed_texts_pass(simulator: Simulator, ana: Person) -> None:
    longest = "<b>" + "🦊" * 2048 + "</b>"
    assert (await ask(simulator, "sendMessage", chat_id=ana.id, text=longest, parse_mode="HTML"))[0] == 200
    rows = keys(*[[button("x" * 64)] * 8] * 12, [button()] * 4)
    assert (await ask(simulator, "sendMessage", chat_id=ana.id, text="x", reply_markup=rows))[0] == 200
    files = {"photo": ("a.jpg", photo())}
    assert (await ask(simulator, "sendPhoto", files, chat_id=ana.id, caption="🦊" * 512))[0] == 200
    status, says = await ask(simulator, "sendPhoto", files, chat_id=ana.id, caption="🦊" * 513)
    assert (status, says) == (400, "Bad Request: message caption is too long")


async def test_who_cannot_be_reached_is_said_as_telegram_says_it(simulator: Simulator, ana: Person) -> None:
    stranger, known = simulator.person("Stranger"), simulator.person("Known")
    group = simulator.group("Team", [ana, known])

    async def send(chat_id: int) -> tuple[int, str]:
        return await ask(simulator, "sendMessage", chat_id=chat_id, text="x")

    assert await send(12345) == (400, "Bad Request: chat not found")
    assert await send(stranger.id) == (400, "Bad Request: chat not found")
    assert await send(group.id) == (400, "Bad Request: chat not found")
    await ana.add_bot(group)
    assert (await send(group.id))[0] == 200
    assert await send(known.id) == (403, "Forbidden: bot can't initiate conversation with a user")
    await ana.block()
    assert await send(ana.id) == (403, "Forbidden: bot was blocked by the user")
    await ana.remove_bot(group)
    assert await send(group.id) == (403, "Forbidden: bot was kicked from the supergroup chat")
    assert await ask(simulator, "sendMessage", text="x") == (400, "Bad Request: chat_id is empty")


async def test_a_group_that_became_a_supergroup_tells_its_new_id(simulator: Simulator, ana: Person) -> None:
    group = simulator.group("Small", [ana], is_basic=True)
    await ana.add_bot(group)
    new = simulator.upgrade(group)
    status, says = await ask(simulator, "sendMessage", chat_id=group.id, text="x")
    assert (status, says) == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert simulator.calls[-1].answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await ask(simulator, "sendMessage", chat_id=new.id, text="x"))[0] == 200


async def test_only_the_bots_own_messages_can_be_edited_and_only_if_something_changes(
    simulator: Simulator, ana: Person
) -> None:
    said = await ana.say("mine")
    await ask(
        simulator, "sendMessage", chat_id=ana.id, text="<b>x</b>", parse_mode="HTML", reply_markup=keys([button()])
    )
    own = ana.chat.messages[-1].id

    async def edit(message_id: int, **fields: object) -> tuple[int, str]:
        return await ask(simulator, "editMessageText", chat_id=ana.id, message_id=message_id, **fields)

    same = {"text": "<strong>x</strong>", "parse_mode": "HTML", "reply_markup": keys([button()])}
    assert (await edit(own, **same))[1].startswith(
        "Bad Request: message is not modified: specified new message content"
    )
    assert await edit(999, text="y") == (400, "Bad Request: message to edit not found")
    assert await edit(said.id, text="y") == (400, "Bad Request: message can't be edited")
    assert (await edit(own, text="x"))[0] == 200
    assert ana.chat.message(own).buttons == []
    caption = await ask(simulator, "editMessageCaption", chat_id=ana.id, message_id=own, caption="y")
    assert caption == (400, "Bad Request: there is no caption in the message to edit")
    await ask(simulator, "sendPhoto", {"photo": ("a.jpg", photo())}, chat_id=ana.id)
    text = await edit(ana.chat.messages[-1].id, text="y")
    assert text == (400, "Bad Request: there is no text in the message to edit")


async def test_deleting_has_its_limits(simulator: Simulator, ana: Person) -> None:
    bo = simulator.person("Bo")
    group = simulator.group("Team", [ana, bo])
    await ana.add_bot(group)
    said = await bo.say("mine", group)
    missing = await ask(simulator, "deleteMessage", chat_id=group.id, message_id=999)
    assert missing == (400, "Bad Request: message to delete not found")
    others = await ask(simulator, "deleteMessage", chat_id=group.id, message_id=said.id)
    assert others == (400, "Bad Request: message can't be deleted")
    await ask(simulator, "sendMessage", chat_id=ana.id, text="old")
    simulator.clock.advance(48 * 3600 + 1)
    old = await ask(simulator, "deleteMessage", chat_id=ana.id, message_id=ana.chat.messages[-1].id)
    assert old == (400, "Bad Request: message can't be deleted")


async def test_a_press_is_answered_once_and_soon(simulator: Simulator, ana: Person) -> None:
    await ask(simulator, "sendMessage", chat_id=ana.id, text="x", reply_markup=keys([button()]))
    too_late = "Bad Request: query is too old and response timeout expired or query ID is invalid"

    async def answer(text: str = "") -> tuple[int, str]:
        query = list(simulator.world.callbacks)[-1]
        return await ask(simulator, "answerCallbackQuery", callback_query_id=str(query), text=text)

    await ana.press(ana.chat.messages[-1], "Go", timeout=0)
    assert await answer("x" * 201) == (400, "Bad Request: MESSAGE_TOO_LONG")
    assert (await answer("well"))[0] == 200
    assert await answer() == (400, too_late)
    await ana.press(ana.chat.messages[-1], "Go", timeout=0)
    simulator.clock.advance(16)
    assert await answer() == (400, too_late)
    assert sum("never answered" in one for one in simulator.complaints) == 1


@pytest.mark.parametrize(
    ("media", "says"),
    [
        ([{"type": "photo", "media": "attach://p"}], "media group must include 2-10 items"),
        ([{"type": "photo", "media": "attach://p"}] * 11, "media group must include 2-10 items"),
        (
            [{"type": "photo", "media": "attach://p"}, {"type": "document", "media": "attach://p"}],
            "Document can't be mixed",
        ),
        (
            [{"type": "photo", "media": "attach://p"}, {"type": "photo", "media": "nope"}],
            "wrong file identifier/HTTP URL",
        ),
        ([{"type": "photo", "media": "attach://q"}] * 2, 'can\'t parse parameter "q"'),
    ],
)
async def test_an_album_holds_two_to_ten_items_of_one_kind(
    simulator: Simulator, ana: Person, media: list, says: str
) -> None:
    status, description = await ask(simulator, "sendMediaGroup", {"p": ("a.jpg", photo())}, chat_id=ana.id, media=media)
    assert status == 400
    assert description.startswith(f"Bad Request: {says}")
    assert not simulator.world.files


async def test_files_have_their_limits(simulator: Simulator, ana: Person) -> None:
    async def send(kind: str, content: bytes | str) -> tuple[int, str]:
        method = f"send{kind.capitalize()}"
        if isinstance(content, str):
            return await ask(simulator, method, chat_id=ana.id, **{kind: content})
        return await ask(simulator, method, {kind: ("a.bin", content)}, chat_id=ana.id)

    assert await send("document", b"x" * (50 * 1024 * 1024 + 1)) == (413, "Request Entity Too Large")
    assert await send("document", b"") == (400, "Bad Request: file must be non-empty")
    assert await send("photo", b"no picture") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert await send("photo", photo(0, (4200, 200))) == (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert (await send("photo", photo() + b"\0" * 11_000_000))[1].startswith("Bad Request: file of size")
    assert await send("video", "BAADnever") == (400, "Bad Request: wrong file identifier/HTTP URL specified")
    assert await send("video", "https://a.example/v.mp4") == (400, "Bad Request: failed to get HTTP URL content")
    assert (await send("video", b"no film"))[0] == 200
    assert ana.chat.messages[-1].kind == "document"
    await send("video", video())
    as_photo = await send("photo", ana.chat.messages[-1].file_id)
    assert as_photo == (400, "Bad Request: can't use file of type Video as Photo")
    big = await ana.upload("document", b"x" * (20 * 1024 * 1024 + 1), name="rushes.mov")
    assert await ask(simulator, "getFile", file_id=big.file_id) == (400, "Bad Request: file is too big")


async def test_drafts_are_for_private_chats_and_have_a_number(simulator: Simulator, ana: Person) -> None:
    group = simulator.group("Team", [ana])
    await ana.add_bot(group)
    assert (await ask(simulator, "sendMessageDraft", chat_id=group.id, draft_id=1, text="x"))[0] == 400
    assert (await ask(simulator, "sendMessageDraft", chat_id=ana.id, draft_id=0, text="x"))[0] == 400
    assert (await ask(simulator, "sendMessageDraft", chat_id=ana.id, draft_id=1, text="x"))[0] == 200
    assert ana.chat.draft == "x"
    await ask(simulator, "sendMessage", chat_id=ana.id, text="x y")
    assert ana.chat.draft is None


async def test_a_draft_that_is_stopped_goes_unless_it_is_to_be_kept(simulator: Simulator, ana: Person) -> None:
    await ask(simulator, "sendMessageDraft", chat_id=ana.id, draft_id=1, text="x", can_stop=True)
    await ana.stop()
    assert ana.chat.draft is None
    await ask(simulator, "sendMessageDraft", chat_id=ana.id, draft_id=2, text="y", can_stop=True, keep_on_stop=True)
    await ana.stop()
    assert ana.chat.draft == "y"
    with pytest.raises(NotPossible):
        await ana.stop()


async def test_tokens_and_methods_are_checked(simulator: Simulator) -> None:
    assert await ask(simulator, "getMe", token="1:wrong") == (401, "Unauthorized")  # noqa: S106 - a wrong one
    assert await ask(simulator, "sendRichMessage") == (404, "Not Found: method not found")
    assert (await ask(simulator, "GETME"))[0] == 200


async def test_pace_is_limited_when_asked_for(simulator: Simulator, ana: Person) -> None:
    simulator.pace.is_strict = True
    group = simulator.group("Team", [ana])
    await ana.add_bot(group)

    async def send(chat_id: int) -> tuple[int, str]:
        return await ask(simulator, "sendMessage", chat_id=chat_id, text="x")

    assert (await send(ana.id))[0] == 200
    assert await send(ana.id) == (429, "Too Many Requests: retry after 1")
    assert simulator.calls[-1].answer["parameters"] == {"retry_after": 1}
    simulator.clock.advance(1)
    assert (await send(ana.id))[0] == 200
    assert [(await send(group.id))[0] for _ in range(21)] == [200] * 20 + [429]
    assert 55 < simulator.calls[-1].answer["parameters"]["retry_after"] <= 60


async def test_planned_faults_happen_once_before_or_after_the_effect(simulator: Simulator, ana: Person) -> None:
    async def send() -> tuple[int, str]:
        return await ask(simulator, "sendMessage", chat_id=ana.id, text="x")

    simulator.faults.refuse("sendMessage", retry_after=7)
    assert await send() == (429, "Too Many Requests: retry after 7")
    simulator.faults.plan("*", Fault(status=502, description="Bad Gateway"))
    assert await send() == (502, "Bad Gateway")
    assert len(ana.chat.messages) == 1
    simulator.faults.lose("sendMessage")
    with pytest.raises(ConnectionResetError):
        await send()
    assert len(ana.chat.messages) == 2
    assert (await send())[0] == 200


async def test_two_pollers_disturb_each_other(simulator: Simulator, ana: Person) -> None:
    first = asyncio.ensure_future(ask(simulator, "getUpdates", offset=2**60, timeout=30))
    await asyncio.sleep(0.02)
    second = asyncio.ensure_future(ask(simulator, "getUpdates", timeout=30))
    status, says = await first
    assert status == 409
    assert says.startswith("Conflict: terminated by other getUpdates request")
    await ana.say("hello")
    assert json.loads((await second)[1])[0]["message"]["text"] == "hello"


async def test_offsets_confirm_and_unasked_kinds_never_come(simulator: Simulator, ana: Person) -> None:
    async def texts(**fields: object) -> list[str]:
        return [one["message"]["text"] for one in json.loads((await ask(simulator, "getUpdates", **fields))[1])]

    for word in ("a", "b", "c"):
        await ana.say(word)
    assert await texts(limit=2) == ["/start", "a"]
    assert await texts() == ["/start", "a", "b", "c"]
    third = list(simulator.world.updates)[2]
    assert await texts(offset=third) == ["b", "c"]
    assert await texts(offset=-1) == ["c"]
    assert await texts(allowed_updates=["callback_query"]) == ["c"]
    await ana.say("lost")
    assert await texts() == ["c"]
    assert await texts(allowed_updates=[]) == ["c"]
    await ana.say("heard")
    assert await texts() == ["c", "heard"]


async def test_privacy_mode_hides_what_is_not_for_the_bot(simulator: Simulator, ana: Person) -> None:
    bo = simulator.person("Bo")
    group = simulator.group("Team", [ana, bo])
    await ana.add_bot(group)
    await ask(simulator, "sendMessage", chat_id=group.id, text="Vote")
    await ask(simulator, "getUpdates", offset=2**60)
    await bo.say("among us", group)
    await bo.say("/new@another_bot", group)
    await bo.say("/new", group)
    await bo.command("/new", group)
    await bo.say("hey @Feuilleton_bot!", group)
    await bo.say("I like it", group, reply_to=group.messages[-4])
    await bo.say("no", group, reply_to=await group.wait_for("Vote"))
    seen = json.loads((await ask(simulator, "getUpdates"))[1])
    texts = [one["message"]["text"] for one in seen]
    assert texts == ["/new", "/new@feuilleton_bot", "hey @Feuilleton_bot!", "no"]
    await ana.remove_bot(group)
    await ana.add_bot(group, is_admin=True)
    await bo.say("among us", group)
    assert json.loads((await ask(simulator, "getUpdates"))[1])[-1]["message"]["text"] == "among us"


async def test_what_a_person_would_notice_is_reported(simulator: Simulator, ana: Person) -> None:
    await ask(simulator, "sendMessage", chat_id=ana.id, text="<b>Hi</b>")
    own = ana.chat.messages[-1].id
    for text in ("a", "b"):
        await ask(simulator, "editMessageText", chat_id=ana.id, message_id=own, text=text)
    for _ in range(2):
        await ask(simulator, "sendVideo", {"video": ("a.mp4", video())}, chat_id=ana.id, width=10, height=10)
    await ask(simulator, "sendMessageDraft", chat_id=ana.id, draft_id=1, text="Once")
    simulator.clock.advance(31)
    found = " | ".join(simulator.complaints)
    for words in ("shows '<b>'", "Two edits within", "72x128 was sent as 10x10", "uploaded again", "without a final"):
        assert words in found
    assert len(simulator.complaints) == 6


def test_a_rule_names_where_it_is_known_from() -> None:
    from bot.simulator import rules  # noqa: PLC0415 - the module itself is looked through

    found = [one for one in vars(rules).values() if isinstance(one, rules.Rule)]
    assert len(found) > 60
    assert all(one.source.split(";")[0].split(":")[0] in {"docs", "td", "seen", "own"} for one in found)
