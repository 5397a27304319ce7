"""The real python-telegram-bot talks to the simulator: polling, multipart, errors, restarts, webhooks."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.simulator.faults import Fault
from bot.simulator.in_process import in_process
from bot.simulator.people import Person
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator
from tests.simulator_samples import photo, song, video, voice

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Approve", callback_data="a:1:2")]])
Context = ContextTypes.DEFAULT_TYPE


@asynccontextmanager
async def polling(application: Application) -> AsyncIterator[Bot]:
    """Run an application with real polling for every kind of update."""
    async with application:
        await application.start()
        await application.updater.start_polling(allowed_updates=[*Update.ALL_TYPES, "stopped_message_generation"])
        try:
            yield application.bot
        finally:
            await application.updater.stop()
            await application.stop()


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    made = Simulator()
    yield made
    await made.aclose()


@pytest.fixture
async def ana(simulator: Simulator) -> Person:
    return simulator.person("Ana", language="fr")


@pytest.fixture
async def bot(simulator: Simulator, ana: Person) -> AsyncIterator[Bot]:
    await ana.start()
    async with in_process(simulator).build() as application:
        yield application.bot


def echo(builder: Callable[[], Application]) -> Application:
    """Return a small bot: it greets, echoes, offers a button, answers its press, fetches what it is sent."""
    application = builder()

    async def start(update: Update, context: Context) -> None:
        await update.message.reply_html(
            f"<b>Hello</b> {update.effective_user.first_name} {context.args}", reply_markup=KEYS
        )

    async def text(update: Update, _: Context) -> None:
        await update.message.reply_text(update.message.text, reply_parameters=ReplyParameters(update.message.id))

    async def edited(update: Update, _: Context) -> None:
        await update.effective_chat.send_message(f"edited: {update.edited_message.text}")

    async def press(update: Update, _: Context) -> None:
        await update.callback_query.answer("Counted", show_alert=True)
        await update.callback_query.edit_message_text(f"Approved by {update.effective_user.first_name}")

    async def media(update: Update, _: Context) -> None:
        file = await update.message.effective_attachment.get_file()
        await update.message.reply_text(f"{len(await file.download_as_bytearray())} bytes")

    async def joined(update: Update, _: Context) -> None:
        await update.effective_chat.send_message(f"I am {update.my_chat_member.new_chat_member.status} now")

    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, edited))
    application.add_handler(MessageHandler(filters.VOICE | filters.VIDEO | filters.AUDIO | filters.Document.ALL, media))
    application.add_handler(MessageHandler(filters.TEXT, text))
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(ChatMemberHandler(joined, ChatMemberHandler.MY_CHAT_MEMBER))
    return application


async def test_a_conversation_over_real_polling(simulator: Simulator, ana: Person) -> None:
    async with polling(echo(in_process(simulator).build)):
        await ana.start("abc")
        hello = await ana.chat.wait_for("Hello Ana")
        assert hello.text == "Hello Ana ['abc']"
        assert hello.json["entities"][0]["type"] == "bold"
        assert hello.buttons == ["Approve"]

        answer = await ana.press(hello, "Approve")
        assert (answer.text, answer.is_alert) == ("Counted", True)
        approved = await ana.chat.wait_for("Approved by Ana")
        assert approved.id == hello.id
        assert approved.buttons == []

        said = await ana.say("A fox 🦊 runs a night bakery")
        echoed = await ana.chat.wait_for("night bakery", after=said)
        assert echoed.json["reply_to_message"]["message_id"] == said.id
        await ana.edit(said, "A bear")
        await ana.chat.wait_for("edited: A bear")

        for kind, content in (("voice", voice()), ("video", video()), ("audio", song()), ("document", b"12345")):
            sent = await ana.upload(kind, content, name=f"a.{kind}")
            await ana.chat.wait_for(f"^{len(content)} bytes", after=sent)

        group = simulator.group("Team", [ana])
        await ana.add_bot(group, is_admin=True)
        await group.wait_for("I am administrator now")
    assert simulator.complaints == []
    assert {call.status for call in simulator.calls} == {200}


async def test_every_kind_of_message_comes_back_as_the_library_reads_it(bot: Bot, ana: Person) -> None:
    sent = await bot.send_video(ana.id, video(2), width=72, height=128, duration=dt.timedelta(seconds=2), caption="Cut")
    assert (sent.video.width, sent.video.height, sent.video.duration) == (72, 128, dt.timedelta(seconds=2))
    assert sent.video.thumbnail.height == 128
    again = await bot.send_video(ana.id, sent.video.file_id)
    assert again.video.file_id == sent.video.file_id
    note = await bot.send_voice(ana.id, voice(2))
    assert note.voice.duration == dt.timedelta(seconds=2)
    picture = await bot.send_photo(ana.id, photo(), filename="panel.jpg")
    assert [size.height for size in picture.photo] == [90, 320, 960]
    tune = await bot.send_audio(ana.id, song(), title="Cue", performer="Score")
    assert (tune.audio.title, tune.audio.mime_type) == ("Cue", "audio/mpeg")
    subtitles = await bot.send_document(ana.id, b"1", filename="episode.srt")
    assert subtitles.document.file_name == "episode.srt"
    paper = await bot.send_document(
        ana.id, b"%PDF-1.7", filename="storyboard-1.pdf", disable_content_type_detection=True
    )
    assert (paper.document.mime_type, paper.document.file_size) == ("application/pdf", 8)
    with pytest.raises(BadRequest, match="non-empty"):
        await bot.send_document(ana.id, b"", filename="shot-list-1.csv")
    loop = await bot.send_animation(ana.id, video(has_sound=False))
    assert loop.animation.width == 72
    album = await bot.send_media_group(
        ana.id,
        [InputMediaPhoto(photo(20)), InputMediaPhoto(photo(30)), InputMediaVideo(sent.video.file_id)],
        caption="Board",
    )
    assert [one.caption for one in album] == ["Board", None, None]
    assert await bot.send_message_draft(ana.id, 1, "Wri", api_kwargs={"can_stop": True})
    assert ana.chat.draft == "Wri"
    await bot.send_message(ana.id, "Written")
    assert ana.chat.draft is None


async def test_messages_are_edited_copied_pinned_and_deleted(bot: Bot, ana: Person) -> None:
    text = await bot.send_message(ana.id, "Working…", reply_markup=KEYS)
    done = await text.edit_text("Done", reply_markup=KEYS)
    assert done.edit_date is not None
    film = await text.edit_media(InputMediaVideo(video(), width=72, height=128, duration=1, caption="Cut"))
    assert film.video is not None
    assert film.text is None
    assert (await film.edit_caption("Final cut")).caption == "Final cut"
    copied = await film.copy(ana.id)
    assert ana.chat.message(copied.message_id).kind == "video"
    assert (await film.forward(ana.id)).forward_origin.sender_user.id == bot.id
    await film.pin()
    assert ana.chat.pinned[-1].id == film.id
    assert (await bot.get_chat(ana.id)).pinned_message.id == film.id
    await film.unpin()
    await film.set_reaction("🔥")
    assert ana.chat.reactions(ana.chat.message(film.id)) == {bot.id: ["🔥"]}
    await film.delete()
    with pytest.raises(KeyError):
        ana.chat.message(film.id)


async def test_refusals_arrive_as_the_librarys_errors(simulator: Simulator, bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "x")
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await sent.edit_text("x")
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(
            ana.id, "x", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="é" * 33)]])
        )
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendRichMessage", api_kwargs={"chat_id": ana.id})
    simulator.faults.refuse("sendMessage", retry_after=3)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ana.id, "x")
    assert refused.value.retry_after == dt.timedelta(seconds=3)
    simulator.faults.plan("sendMessage", Fault(status=500))
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "x")
    simulator.faults.lose("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "took effect")
    assert ana.chat.messages[-1].text == "took effect"
    await ana.block()
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "x")
    group = simulator.group("Small", [ana], is_basic=True)
    await ana.unblock()
    await ana.add_bot(group)
    new = simulator.upgrade(group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.new_chat_id == new.id
    await bot.set_webhook("https://bot.example/hook")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_a_wrong_token_is_invalid(simulator: Simulator) -> None:
    request = HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(simulator.app)})
    async with Bot("1:wrong", "http://simulator/bot", request=request, get_updates_request=request).request as _:
        stranger = Bot("1:wrong", "http://simulator/bot", request=request, get_updates_request=request)
        with pytest.raises(InvalidToken):
            await stranger.initialize()


async def test_a_kind_newer_than_the_library_arrives(simulator: Simulator, ana: Person) -> None:
    seen: asyncio.Queue[dict] = asyncio.Queue()

    async def note(update: Update, _: Context) -> None:
        if "stopped_message_generation" in update.api_kwargs:
            seen.put_nowait(update.api_kwargs["stopped_message_generation"])

    application = in_process(simulator).build()
    application.add_handler(TypeHandler(Update, note), group=-1)
    async with polling(application) as bot:
        await ana.start()
        await bot.send_message_draft(ana.id, 5, "Writing", api_kwargs={"can_stop": True})
        await ana.stop()
        stopped = await asyncio.wait_for(seen.get(), 5)
    assert stopped == {"chat": ana.chat.messages[0].json["chat"], "draft_id": 5}


async def test_updates_wait_for_a_bot_that_was_killed(simulator: Simulator, ana: Person) -> None:
    await ana.start()
    async with in_process(simulator).build() as application:
        first = await application.bot.get_updates()
    await ana.say("while it was away")
    async with in_process(simulator).build() as application:
        again = await application.bot.get_updates()
        assert [one.update_id for one in again][:1] == [one.update_id for one in first]
        assert again[-1].message.text == "while it was away"
        assert await application.bot.get_updates(offset=again[-1].update_id + 1) == ()


async def test_a_world_in_a_folder_goes_on_after_the_simulator_was_killed(tmp_path: Path) -> None:
    first = Simulator(tmp_path)
    ana = first.person("Ana", language="zh")
    group = first.group("Team", [ana, first.person("Bo")], topics=True)
    await ana.start()
    await ana.add_bot(group, is_admin=True)
    async with in_process(first).build() as application:
        sent = await application.bot.send_photo(ana.id, photo(), caption="Panel")
        asked = await application.bot.send_message(ana.id, "Well?", reply_markup=KEYS)
        await application.bot.set_my_commands([("new", "New series")])
    waiting = len(first.world.updates)

    second = Simulator(tmp_path)  # the first was never closed: as after a kill
    bo, team = second.person("Bo"), second.group("Team", [])
    assert second.token == first.token
    assert second.person("Ana", language="zh").id == ana.id
    assert team.id == group.id
    message = second.person("Ana").chat.message(sent.id)
    assert second.file(message) == first.file(ana.chat.message(sent.id))
    async with polling(echo(in_process(second).build)) as bot:
        assert len(await bot.get_my_commands()) == 1
        await second.person("Ana").chat.wait_for("Hello Ana")  # the /start that nobody had fetched
        question = second.person("Ana").chat.message(asked.id)
        assert (await second.person("Ana").press(question, "a:1:2")).text == "Counted"
        await bo.command("/start", team)
        later = await team.wait_for("Hello Bo")
        assert later.id > group.messages[-1].id
    assert waiting == 4  # /start, the bot came (told twice), and became an administrator
    await second.aclose()
    await first.aclose()


async def test_webhooks_deliver_with_the_secret_and_try_again() -> None:
    heard: list[tuple[str, str]] = []
    answers = [500, 200, 200]

    async def hook(request: Request) -> Response:
        update = Update.de_json(await request.json())
        heard.append((request.headers["x-telegram-bot-api-secret-token"], update.message.text))
        return Response(status_code=answers.pop(0))

    target = httpx.ASGITransport(Starlette(routes=[Route("/hook", hook, methods=["POST"])]))
    receiving = Simulator(webhook_transport=target)
    ana = receiving.person("Ana")
    async with in_process(receiving).build() as application:
        await application.bot.set_webhook("http://127.0.0.1:8443/hook", secret_token="s3cret")  # noqa: S106 - a test's
        await ana.say("one")
        await ana.say("two")
        await receiving.until(lambda: not receiving.world.updates)
        assert (await application.bot.get_webhook_info()).pending_update_count == 0
        with pytest.raises(BadRequest, match=r"(?i)https"):
            await application.bot.set_webhook("http://bot.example/hook")
        await application.bot.delete_webhook()
        await ana.say("three")
        assert [one.message.text for one in await application.bot.get_updates()] == ["three"]
    assert heard == [("s3cret", "one"), ("s3cret", "one"), ("s3cret", "two")]
    await receiving.aclose()


async def test_the_same_bot_works_over_a_socket(simulator: Simulator, ana: Person) -> None:
    async with serve(simulator) as address:
        builder = Application.builder().token(simulator.token)
        builder = builder.base_url(f"{address}/bot").base_file_url(f"{address}/file/bot")
        async with polling(echo(builder.build)):
            await ana.start()
            hello = await ana.chat.wait_for("Hello Ana")
            assert (await ana.press(hello, "Approve")).text == "Counted"
            sent = await ana.upload("video", video(), name="a.mp4")
            await ana.chat.wait_for("bytes", after=sent)
            simulator.faults.lose("sendMessage")
            lost = await ana.say("the answer to this is lost")
            await ana.chat.wait_for("is lost", after=lost)


async def test_files_are_served_in_parts_and_only_by_their_names(simulator: Simulator, bot: Bot, ana: Person) -> None:
    sent = await bot.send_video(ana.id, video(), width=72, height=128)
    path = (await bot.get_file(sent.video.file_id)).file_path
    async with httpx.AsyncClient(transport=httpx.ASGITransport(simulator.app)) as client:
        part = await client.get(path, headers={"range": "bytes=4-7"})
        assert (part.status_code, part.content) == (206, b"ftyp")
        assert part.headers["content-range"] == f"bytes 4-7/{len(video())}"
        end = await client.get(path, headers={"range": "bytes=-3"})
        assert end.content == video()[-3:]
        assert (await client.get(path.rpartition("/")[0] + "/..%2f..%2fworld.jsonl")).status_code == 404
        assert (await client.get(f"http://simulator/sim/files/{sent.video.file_id}")).content == video()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8081"}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"host": "evil.example"}, 403),
        ({"host": "evil.example", "origin": "http://evil.example"}, 403),
    ],
)
async def test_other_web_pages_are_kept_out(simulator: Simulator, ana: Person, headers: dict, status: int) -> None:
    transport = httpx.ASGITransport(simulator.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8081") as client:
        answer = await client.post("/sim/say", json={"person": ana.id, "text": "hi"}, headers=headers)
    assert answer.status_code == status
    assert len(ana.chat.messages) == (status == 200)
