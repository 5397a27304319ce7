"""No message keeps a button that can do nothing; pressing one anyway gets an alert."""

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.backends import BackEnd
from storage.postbox import Postbox
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, as_it_is, bound, draft_of, halted, named, press_stale, supervised, working
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow


def fakes() -> dict[str, BackEnd]:
    return {**media(), "chat": chat()}


def with_button(person: Person, label: str) -> list[int]:
    return [message.id for message in person.chat.messages if label in message.buttons]


async def test_a_status_from_before_a_restart_loses_its_button_when_the_work_goes_on(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    async with running(settings, simulator, fakes()) as bot:
        failed = await halted(bot, ana)
        await ana.command("/help")  # by the answer the bot has noted that the failure is told
        await ana.chat.wait_for("How it works", PATIENCE)
    async with running(settings, simulator, fakes()):
        await ana.press(failed, "↻ Try again")
        await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert with_button(ana, "↻ Try again") == []
    assert "went on below" in ana.chat.message(failed.id).text


async def test_only_the_latest_status_carries_the_cancel_button(bot: Bot, ana: Person) -> None:
    first = await working(bot, ana)
    await ana.command("/status")
    second = await ana.chat.wait_for("I am working on the storyboard", PATIENCE, after=first)
    await ana.chat.wait_for(lambda message: message.id == first.id and not message.buttons, PATIENCE)
    await ana.press(second, "Cancel")
    stopped = await ana.chat.wait_for("You stopped the work", PATIENCE)
    assert stopped.id == second.id
    assert with_button(ana, "Cancel") == []


async def test_a_status_that_the_bot_forgot_is_mended_when_someone_presses_it(bot: Bot, ana: Person) -> None:
    status = await working(bot, ana)
    await Postbox(bot.studio.store).forget(ana.id, status.id)
    await ana.say("Ada is a young woman")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert with_button(ana, "Cancel") == [status.id]
    answer = await ana.press(status, "Cancel")
    assert answer.is_alert
    assert "nothing to cancel" in answer.text
    assert with_button(ana, "Cancel") == []


async def test_a_card_of_stopped_work_loses_its_button_when_the_work_goes_on(bot: Bot, ana: Person) -> None:
    failed = await halted(bot, ana)
    await ana.command("/episode")
    card = await ana.chat.wait_for("Cast", PATIENCE, after=failed)
    assert card.buttons == ["↻ Try again"]
    await ana.chat.wait_for(lambda message: message.id == failed.id and not message.buttons, PATIENCE)
    assert "Cast" in ana.chat.message(card.id).text
    await ana.say("Ada is a young woman")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert with_button(ana, "↻ Try again") == []


@pytest.mark.usefixtures("bot")
async def test_a_status_in_a_group_has_no_button_since_only_the_creator_steers(cast: Cast) -> None:
    await supervised(cast)
    await cast.supervisor.command("/status", cast.room)
    told = await cast.room.wait_for("Moonstruck</b>|I am writing|waiting for approval", PATIENCE)
    assert "Cancel" not in told.buttons


async def test_a_second_press_on_a_button_that_is_gone_gets_an_alert(bot: Bot, ana: Person) -> None:
    status = as_it_is(await working(bot, ana))
    await press_stale(ana, status, "Cancel")
    await ana.chat.wait_for("You stopped the work", PATIENCE)
    again = await press_stale(ana, status, "Cancel")
    assert again.is_alert
    assert "nothing to cancel" in again.text


async def test_the_question_for_a_series_says_what_was_chosen_and_asks_no_more(bot: Bot, cast: Cast) -> None:
    ana, room = cast.creator, cast.room
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.command("/new A fox keeps a bakery at night")
    await ana.chat.wait_for("fox", PATIENCE)
    await ana.add_bot(room)
    await ana.command("/team", room)
    asked = as_it_is(await room.wait_for("Which series", PATIENCE))
    fox, robot = asked.buttons
    await press_stale(ana, asked, fox)
    await room.wait_for("Who supervises", PATIENCE)
    chosen = room.message(asked.id)
    assert chosen.buttons == []
    assert "fox" in chosen.text
    again = await press_stale(ana, asked, robot)
    assert again.is_alert
    assert "decided already" in again.text
    series = {each.title: each.id for each in await bot.views.created(ana.id)}
    assert [team for each in series.values() if (team := (await bot.views.series(each))[2])] == [room.id]


async def test_a_group_is_not_bound_twice_to_one_series(bot: Bot, cast: Cast) -> None:
    await cast.creator.say(IDEA)
    await cast.creator.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(cast)
    first = await cast.room.wait_for("Who supervises", PATIENCE)
    await cast.creator.command("/team", cast.room)
    page = await cast.room.wait_for("👥 Team", PATIENCE, after=first)
    await cast.creator.press(page, "＋ Another series")
    asked = await cast.room.wait_for("Which series", PATIENCE, after=page)
    answer = await cast.creator.press(asked, asked.buttons[0])
    assert answer.is_alert
    assert cast.room.message(asked.id).buttons == []
    assert sum("Who supervises" in message.text for message in cast.room.messages) == 1
    assert await bot.views.created(cast.creator.id)


@pytest.mark.usefixtures("bot")
async def test_a_confirmation_says_yes_and_a_second_press_does_nothing(cast: Cast) -> None:
    await supervised(cast)
    yes = next(
        message for message in cast.room.messages if "would like to supervise" in message.text or "✓" in message.text
    )
    assert yes.buttons == []
    assert "✓ Yes" in yes.text
    team = next(message for message in cast.room.messages if "🙋 I supervise" in message.buttons)
    answer = await cast.supervisor.press(team, "🙋 I supervise")
    assert answer.is_alert
    assert "already" in answer.text


async def test_a_creator_may_say_no_to_a_supervisor(bot: Bot, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(cast)
    await bo.press(await room.wait_for("Who supervises", PATIENCE), "🙋 I supervise")
    asked = as_it_is(await room.wait_for("would like to supervise", PATIENCE))
    assert (await press_stale(bo, asked, "✗ No")).is_alert
    assert room.message(asked.id).buttons == ["✓ Yes", "✗ No"]
    await press_stale(ana, asked, "✗ No")
    assert room.message(asked.id).buttons == []
    assert "✗ No" in room.message(asked.id).text
    assert (await press_stale(ana, asked, "✓ Yes")).is_alert
    (series,) = await bot.views.created(ana.id)
    assert len((await bot.views.series(series.id))[1]) == 1
    await named(cast)


@pytest.mark.usefixtures("bot")
async def test_the_question_for_a_language_becomes_its_answer(ana: Person) -> None:
    await ana.command("/language")
    asked = as_it_is(await ana.chat.wait_for("Which language"))
    await press_stale(ana, asked, "Français")
    told = await ana.chat.wait_for("Je vous parle français")
    assert (told.id, told.buttons) == (asked.id, [])
    again = await press_stale(ana, asked, "English")
    assert again.is_alert
    assert "déjà" in again.text
