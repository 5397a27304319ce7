"""A person uses the page in a real browser, against a small bot that polls over a socket."""

import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl

import pytest
from playwright.async_api import Browser, Page, expect
from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    Update,
    WebAppInfo,
)
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.simulator.people import Chat, Person
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator
from tests.browser.conftest import BROWSER, last, opened, write
from tests.simulator_samples import photo, video

pytestmark = BROWSER

Context = ContextTypes.DEFAULT_TYPE
APP = "https://app.example/player"


def keys(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def start(update: Update, _: Context) -> None:
    await update.message.reply_html(
        f"<b>Hello {update.effective_user.first_name}</b>, <tg-spoiler>welcome</tg-spoiler>. Try /album",
        reply_markup=keys([("Toast", "toast"), ("Alert", "alert")], [("Count", "count:0")]),
    )


async def album(update: Update, _: Context) -> None:
    await update.message.reply_media_group([InputMediaPhoto(photo(shade)) for shade in (20, 60, 90)], caption="Board")


async def film(update: Update, _: Context) -> None:
    await update.message.reply_video(video(), width=72, height=128, duration=1, caption="The cut")


async def app(update: Update, _: Context) -> None:
    button = InlineKeyboardButton("Open", web_app=WebAppInfo(APP))
    await update.message.reply_text("An app", reply_markup=InlineKeyboardMarkup([[button]]))


async def draft(update: Update, context: Context) -> None:
    text = "I am wri" + "".join(context.args or ())
    await context.bot.send_message_draft(update.effective_chat.id, 1, text, api_kwargs={"can_stop": True})


async def press(update: Update, _: Context) -> None:
    query = update.callback_query
    if query.data.startswith("count:"):
        number = int(query.data.removeprefix("count:")) + 1
        await query.edit_message_text(f"Pressed {number}", reply_markup=keys([("Count", f"count:{number}")]))
        await query.answer()
    else:
        await query.answer(f"A small {query.data}", show_alert=query.data == "alert")


async def sent(update: Update, _: Context) -> None:
    message: Message = update.message
    kind = next(one for one in ("photo", "video", "voice", "document") if getattr(message, one))
    await message.reply_text(f"{kind} {message.caption or ''}".strip())


async def echo(update: Update, _: Context) -> None:
    quoted = update.message.reply_to_message
    await update.message.reply_text(f"You said: {update.message.text}" + (f" to {quoted.text}" if quoted else ""))


async def rewritten(update: Update, _: Context) -> None:
    await update.effective_chat.send_message(f"Now: {update.edited_message.text}")


@dataclass(frozen=True, kw_only=True)
class Scene:
    simulator: Simulator
    address: str
    browser: Browser
    ana: Person
    bo: Person
    team: Chat

    async def open(self, **settings: object) -> Page:
        return await opened(self.browser, self.address, **settings)


@pytest.fixture
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    simulator = Simulator()
    ana, bo = simulator.person("Ana", language="fr"), simulator.person("Bo")
    team = simulator.group("Team", [ana, bo])
    async with serve(simulator) as address:
        builder = Application.builder().token(simulator.token)
        application = builder.base_url(f"{address}/bot").base_file_url(f"{address}/file/bot").build()
        for name, handler in (("start", start), ("album", album), ("film", film), ("app", app), ("draft", draft)):
            application.add_handler(CommandHandler(name, handler))
        application.add_handler(CallbackQueryHandler(press))
        application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, rewritten))
        application.add_handler(MessageHandler(filters.TEXT, echo))
        application.add_handler(MessageHandler(filters.ALL & ~filters.StatusUpdate.ALL, sent))
        async with application:
            await application.bot.set_my_commands([BotCommand("album", "Three pictures"), BotCommand("film", "A film")])
            await application.bot.set_my_description("I repeat what you say.")
            await application.start()
            await application.updater.start_polling()
            await ana.add_bot(team, is_admin=True)
            yield Scene(simulator=simulator, address=address, browser=browser, ana=ana, bo=bo, team=team)
            await application.updater.stop()
            await application.stop()
    await simulator.aclose()


async def test_a_person_starts_the_bot_writes_and_presses(scene: Scene) -> None:
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await expect(phone.get_by_text("I repeat what you say.")).to_be_visible()
    await phone.get_by_test_id("start").click()
    await expect(last(phone)).to_contain_text("Hello Ana")
    await expect(last(phone).locator("strong")).to_have_text("Hello Ana")
    spoiler = last(phone).get_by_label("Hidden text")
    await spoiler.click()
    await expect(last(phone).locator(".spoiler.shown")).to_have_text("welcome")

    await phone.get_by_role("button", name="Toast").click()
    await expect(phone.get_by_test_id("toast")).to_have_text("A small toast")
    await phone.get_by_role("button", name="Alert").click()
    await expect(phone.get_by_test_id("alert")).to_contain_text("A small alert")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_test_id("alert")).to_have_count(0)
    await phone.get_by_role("button", name="Count").click()
    await expect(last(phone)).to_contain_text("Pressed 1")
    await phone.get_by_role("button", name="Count").click()
    await expect(last(phone)).to_contain_text("Pressed 2")
    await expect(last(phone)).to_contain_text("edited")

    await write(phone, "A fox <b>bakes</b> 🦊")
    await expect(last(phone)).to_contain_text("You said: A fox <b>bakes</b> 🦊")
    assert page.problems == []
    assert any(one.startswith("A message shows '<b>' to the person") for one in scene.simulator.complaints)


async def test_a_message_is_answered_edited_reacted_to_and_deleted(scene: Scene) -> None:
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await phone.get_by_test_id("start").click()
    await expect(last(phone)).to_contain_text("Hello")
    await last(phone).locator(".meta").click()
    await phone.get_by_test_id("reply").click()
    await expect(phone.get_by_test_id("about")).to_contain_text("Reply to Feuilleton")
    await write(phone, "Thanks")
    await expect(last(phone)).to_contain_text("You said: Thanks to Hello Ana")

    own = phone.locator(".message.own").last
    await own.locator(".meta").click()
    await phone.get_by_test_id("edit").click()
    await expect(phone.get_by_test_id("input")).to_have_value("Thanks")
    await write(phone, "Many thanks")
    await expect(last(phone)).to_contain_text("Now: Many thanks")
    await expect(own).to_contain_text("edited")

    await last(phone).locator(".meta").click()
    await phone.get_by_test_id("react-🔥").click()
    await expect(last(phone).get_by_test_id("reaction")).to_have_text("🔥")
    assert list(scene.ana.chat.reactions(scene.ana.chat.messages[-1])) == [scene.ana.id]
    await last(phone).get_by_test_id("reaction").click()
    await expect(phone.get_by_test_id("reaction")).to_have_count(0)

    await own.locator(".meta").click()
    await phone.get_by_test_id("delete").click()
    await expect(phone.get_by_text("Many thanks", exact=True)).to_have_count(0)
    assert page.problems == []


async def test_albums_films_and_voices_are_seen_and_sent(scene: Scene, tmp_path: Path) -> None:
    await scene.ana.start()
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await phone.get_by_test_id("commands").click()
    await phone.get_by_test_id("command-album").click()
    await expect(phone.get_by_test_id("tiles").get_by_test_id("open-photo")).to_have_count(3)
    await phone.get_by_test_id("open-photo").first.click()
    viewer = phone.get_by_test_id("viewer")
    await expect(viewer).to_contain_text("Board")
    first = await viewer.locator("img").get_attribute("src")
    await page.keyboard.press("ArrowRight")
    assert await viewer.locator("img").get_attribute("src") != first
    await page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)

    await write(phone, "/film")
    await phone.get_by_test_id("open-video").click()
    await expect(phone.locator(".viewer video")).to_have_js_property("paused", value=False)
    await phone.get_by_test_id("viewer-close").click()

    files = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    for index, path in enumerate(files):
        path.write_bytes(photo(30 + index))
    async with page.expect_file_chooser() as choosing:
        await phone.get_by_test_id("attach").click()
        await phone.get_by_test_id("attach-media").click()
    await (await choosing.value).set_files(files)
    await phone.get_by_label("Caption").fill("From my walk")
    await phone.get_by_test_id("upload-send").click()
    await expect(phone.locator(".message.own").last.get_by_test_id("open-photo")).to_have_count(2)
    await scene.ana.chat.wait_for("photo From my walk")

    await phone.get_by_test_id("send").click()
    await page.wait_for_timeout(1200)
    await phone.get_by_test_id("record-send").click()
    await scene.ana.chat.wait_for("^voice$")
    recorded = next(one for one in reversed(scene.ana.chat.messages) if one.kind == "voice")
    assert recorded.json["voice"]["mime_type"] == "audio/ogg"
    assert recorded.json["voice"]["duration"] >= 1
    await phone.get_by_test_id("play-voice").click()
    await expect(phone.get_by_test_id("play-voice")).to_have_attribute("aria-label", "Pause")
    assert page.problems == []


async def test_two_phones_show_one_world(scene: Scene) -> None:
    page = await scene.open()
    left, right = page.get_by_test_id("phone-left"), page.get_by_test_id("phone-right")
    await expect(page.get_by_test_id("owner-right")).to_contain_text("Bo")
    await left.get_by_test_id("back").click()
    await left.get_by_test_id("chat-Team").click()
    await expect(right.get_by_test_id("log")).to_be_visible()
    await write(left, "Hello all")
    await expect(right.get_by_test_id("message").filter(has_text="Hello all").first).to_contain_text("Ana")
    await left.get_by_test_id("back").click()
    await scene.bo.say("One more thing", scene.team)
    await expect(left.get_by_test_id("chat-Team").get_by_test_id("unread")).to_be_visible()

    await page.get_by_test_id("owner-left").click()
    await left.get_by_test_id("person-add").click()
    await left.get_by_test_id("person-name").fill("Cy")
    await left.get_by_test_id("person-form-send").click()
    await expect(page.get_by_test_id("owner-left")).to_contain_text("Cy")
    await left.get_by_test_id("back").click()
    await left.get_by_role("button", name="Join").click()
    await left.get_by_test_id("chat-Team").click()
    await expect(right.get_by_test_id("happened").last).to_have_text("Cy joined")

    await left.get_by_test_id("back").click()
    await left.get_by_test_id("group-add").click()
    await left.get_by_test_id("group-title").fill("Dailies")
    await left.get_by_label("Bo").check()
    await left.get_by_test_id("group-form-send").click()
    await expect(left.get_by_test_id("chat-menu")).to_contain_text("Dailies")
    await expect(left.get_by_test_id("chat-menu")).to_contain_text("3 members")
    assert page.problems == []


async def test_a_draft_grows_and_can_be_stopped_and_the_bot_can_be_blocked(scene: Scene) -> None:
    await scene.ana.start()
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await write(phone, "/draft")
    await expect(phone.get_by_test_id("draft")).to_contain_text("I am wri")
    await write(phone, "/draft ting")
    await expect(phone.get_by_test_id("draft")).to_contain_text("I am writing")
    await phone.get_by_test_id("stop").click()
    await expect(phone.get_by_test_id("draft")).to_have_count(0)
    await phone.get_by_test_id("chat-menu").click()
    await phone.get_by_test_id("block").click()
    await expect(phone.get_by_text("You blocked this bot.")).to_be_visible()
    await phone.get_by_test_id("unblock").click()
    await write(phone, "Back again")
    await expect(last(phone)).to_contain_text("You said: Back again")
    assert page.problems == []


def validate_launch(data: str, token: str) -> dict[str, str]:
    """Check launch data in the way that Telegram's documentation gives, and return its fields."""
    fields = dict(parse_qsl(data))
    stated = fields.pop("hash")
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.digest(b"WebAppData", token.encode(), "sha256")
    assert hmac.digest(secret, text.encode(), "sha256").hex() == stated
    return fields


async def test_a_mini_app_opens_with_signed_launch_data(scene: Scene) -> None:
    await scene.ana.start()
    page = await scene.open()
    shows_itself = "<p></p><script>document.querySelector('p').textContent = location.hash</script>"
    await page.route(f"{APP}**", lambda route: route.fulfill(content_type="text/html", body=shows_itself))
    phone = page.get_by_test_id("phone-left")
    await write(phone, "/app")
    await phone.get_by_role("button", name="Open").last.click()
    shown = await phone.frame_locator(".app iframe").locator("p").text_content()
    data = parse_qs(shown.removeprefix("#"))["tgWebAppData"][0]
    known = validate_launch(data, scene.simulator.token)
    assert json.loads(known["user"])["id"] == scene.ana.id
    assert page.problems == []


async def test_everything_is_reachable_with_the_keyboard_alone(scene: Scene) -> None:
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await phone.get_by_test_id("start").focus()
    await page.keyboard.press("Enter")
    await expect(last(phone)).to_contain_text("Hello Ana")
    await phone.get_by_test_id("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_test_id("menu")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(phone.get_by_test_id("input")).to_be_focused()
    await page.keyboard.type("typed")
    await page.keyboard.press("Enter")
    await expect(last(phone)).to_contain_text("You said: typed to Hello Ana")
    unlabelled = await page.evaluate(
        "[...document.querySelectorAll('button, input, select, textarea, a[href]')]"
        ".filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length)).map((one) => one.outerHTML)"
    )
    assert unlabelled == []


@pytest.mark.parametrize(("locale", "placeholder"), [("fr-FR", "Joindre"), ("zh-CN", "附件"), ("de-DE", "Attach")])
async def test_the_page_speaks_the_readers_language(scene: Scene, locale: str, placeholder: str) -> None:
    await scene.ana.start()
    page = await scene.open(locale=locale)
    phone = page.get_by_test_id("phone-left")
    await expect(phone.get_by_test_id("attach")).to_have_attribute("aria-label", placeholder)
    await page.get_by_test_id("language").select_option("en")
    await expect(phone.get_by_test_id("attach")).to_have_attribute("aria-label", "Attach")


async def test_a_narrow_screen_shows_one_phone_at_a_time(scene: Scene) -> None:
    page = await scene.open(viewport={"width": 390, "height": 780})
    await expect(page.get_by_test_id("phone-left")).to_be_visible()
    await expect(page.get_by_test_id("phone-right")).to_be_hidden()
    await page.get_by_test_id("show-right").click()
    await expect(page.get_by_test_id("phone-right")).to_be_visible()
    wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


async def test_the_page_finds_the_server_again_and_keeps_what_was_being_written(scene: Scene) -> None:
    await scene.ana.start()
    page = await scene.open()
    phone = page.get_by_test_id("phone-left")
    await phone.get_by_test_id("input").fill("half a sen")
    scene.simulator.events.close()
    await scene.ana.say("said meanwhile")
    await expect(phone.get_by_test_id("message").filter(has_text="said meanwhile").first).to_be_visible()
    await expect(phone.get_by_test_id("input")).to_have_value("half a sen")
