"""What a person reads when they talk to the bot."""

from collections.abc import Callable

import pytest

from bot.doorman import ALLOWED
from bot.screenplay import Cast
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from tests.e2e.conftest import Bot
from tests.simulator_samples import photo, video, voice

pytestmark = pytest.mark.usefixtures("bot")


async def test_start_greets_by_name_and_says_what_to_do(ana: Person) -> None:
    await ana.start()
    assert "Ana" in (await ana.chat.wait_for("Welcome to Feuilleton")).text


async def test_a_stranger_is_greeted_in_the_language_of_their_phone(simulator: Simulator) -> None:
    camille = simulator.person("Camille", language="fr-CH")
    await camille.start()
    await camille.chat.wait_for("Bienvenue chez Feuilleton")
    mei = simulator.person("小美", language="zh-hans")
    await mei.start()
    await mei.chat.wait_for("欢迎来到")
    kim = simulator.person("Kim", language="ko")
    await kim.start()
    await kim.chat.wait_for("Welcome")


async def test_the_language_is_changed_by_a_button_and_kept(ana: Person) -> None:
    await ana.command("/language")
    asked = await ana.chat.wait_for("Which language")
    await ana.press(asked, "Français")
    await ana.chat.wait_for("Je vous parle français")
    await ana.command("/help")
    await ana.chat.wait_for("Comment ça marche")


@pytest.mark.parametrize("command", ["/status", "/episode", "/credits", "/cancel"])
async def test_without_an_episode_a_command_says_how_to_begin(ana: Person, command: str) -> None:
    await ana.command(command)
    await ana.chat.wait_for("There is no episode yet")


async def test_an_empty_library_offers_a_new_series(ana: Person) -> None:
    await ana.command("/series")
    empty = await ana.chat.wait_for("You have no series yet")
    await ana.press(empty, "＋ New series")
    await ana.chat.wait_for("What is the new series about")


async def test_an_unknown_command_points_to_help(ana: Person) -> None:
    await ana.command("/frobnicate")
    await ana.chat.wait_for("/help lists")


async def test_what_no_part_of_the_studio_takes_gets_one_clear_answer(ana: Person) -> None:
    await ana.upload("video", video())
    await ana.chat.wait_for("I cannot use this yet")


async def test_more_than_a_message_holds_is_refused_in_words(ana: Person) -> None:
    await ana.say("fox " * 1010)
    await ana.chat.wait_for("more than 4,000 characters")


async def test_the_rest_of_a_text_that_was_too_long_is_no_idea_of_its_own(ana: Person, bot: Bot) -> None:
    await ana.say("fox " * 1500)
    await ana.chat.wait_for("more than 4,000 characters")
    await ana.command("/series")
    await ana.chat.wait_for("You have no series yet")
    assert await bot.views.library(ana.id) == ()


@pytest.mark.parametrize("command", ["/status", "/episode", "/credits", "/series", "/cancel"])
async def test_a_group_without_a_series_is_told_how_it_gets_one(cast: Cast, command: str) -> None:
    await cast.creator.say("A fox keeps a bakery at night")
    await cast.creator.chat.wait_for("episode 1")
    await cast.creator.add_bot(cast.room)
    await cast.creator.command(command, cast.room)
    told = await cast.room.wait_for("This group has no series yet")
    assert "/team" in told.text


async def test_signs_without_a_word_are_no_idea(ana: Person) -> None:
    await ana.say("\u2800\u00a0 … 👍 ?!")
    await ana.chat.wait_for("no words")


async def test_abuse_is_answered_and_not_taken_down(ana: Person, bot: Bot) -> None:
    await ana.say("fuck you, useless bot")
    await ana.chat.wait_for("I do not work with that")
    assert await bot.views.library(ana.id) == ()


async def test_a_flood_is_answered_once(ana: Person) -> None:
    for number in range(ALLOWED + 5):
        await ana.say(f"{number}?")
    await ana.chat.wait_for("That was a lot at once", 60)
    await ana.command("/help")
    await ana.chat.wait_for("How it works", 60)
    assert sum("a lot at once" in message.text for message in ana.chat.messages) == 1


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [
        ("voice", "said.ogg", lambda: voice(1)),
        ("document", "tale.txt", lambda: b"A fox keeps a bakery."),
        ("photo", "board.jpg", photo),
        ("video", "film.mp4", video),
    ],
)
async def test_a_flood_of_files_is_answered_once(
    ana: Person, kind: str, name: str, content: Callable[[], bytes]
) -> None:
    data = content()
    for _ in range(ALLOWED + 5):
        await ana.upload(kind, data, name=name)
    await ana.chat.wait_for("That was a lot at once", 60)
    await ana.command("/help")
    await ana.chat.wait_for("How it works", 60)
    assert sum("a lot at once" in message.text for message in ana.chat.messages) == 1


async def test_whoever_writes_on_before_the_answer_does_not_begin_a_second_series(ana: Person, bot: Bot) -> None:
    await ana.say("A fox keeps a bakery at night")
    await ana.say("and she is afraid of cats")
    await ana.chat.wait_for("episode 1")
    assert len(await bot.views.library(ana.id)) == 1


async def test_who_has_no_series_has_no_team_and_is_told_how_to_begin(ana: Person) -> None:
    await ana.command("/team")
    await ana.chat.wait_for("There is no episode yet")


async def test_a_group_is_greeted_and_told_what_to_do(cast: Cast) -> None:
    await cast.creator.start()
    await cast.creator.add_bot(cast.room)
    await cast.room.wait_for("Hello, Room")
    await cast.creator.command("/team", cast.room)
    await cast.room.wait_for("You have no series yet")


async def test_an_old_button_says_that_it_is_no_longer_in_use(ana: Person, simulator: Simulator) -> None:
    await ana.command("/language")
    asked = await ana.chat.wait_for("Which language")
    asked.json["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "?:nothing"
    answer = await ana.press(asked, "Français")
    assert answer.is_alert
    assert "no longer in use" in answer.text
    assert simulator.complaints == []
