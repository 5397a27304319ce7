"""Where an idea goes when someone has made something before."""

import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from tests.e2e.conftest import Bot, playing
from tests.e2e.steps import PATIENCE, as_it_is, press_stale

pytestmark = pytest.mark.slow

IDEA = "The moon writes back, and the robot cannot read its letters, because they are made of light"


@pytest.fixture
async def asked(bot: Bot, cast: Cast) -> Message:  # noqa: ARG001 - the bot answers
    """The question that follows an idea after a release."""
    async with playing(cast):
        await cast.creator.chat.wait_for("Credits", PATIENCE)
        await cast.room.wait_for("Credits", PATIENCE)
    await cast.creator.say(IDEA)
    return as_it_is(await cast.creator.chat.wait_for("belong", PATIENCE))


async def test_an_idea_after_a_release_is_quoted_briefly_and_may_go_on_or_begin_anew(asked: Message) -> None:
    assert "The moon writes back, and the robot cannot read its letters…" in asked.text
    assert asked.buttons == ["Moonstruck · episode 2", "＋ New series"]


async def test_an_idea_becomes_the_next_episode_by_a_button(asked: Message, bot: Bot, ana: Person) -> None:
    await press_stale(ana, asked, "Moonstruck · episode 2")
    await ana.chat.wait_for("Moonstruck · episode 2\nI am writing", PATIENCE)
    chosen = ana.chat.message(asked.id)
    assert chosen.buttons == []
    assert "becomes episode 2 of “Moonstruck”" in chosen.text
    assert (await press_stale(ana, asked, "＋ New series")).is_alert
    assert sorted(card.episode.number for card in await bot.views.library(ana.id)) == [1, 2]


async def test_an_idea_begins_a_new_series_by_a_button(asked: Message, bot: Bot, ana: Person) -> None:
    await press_stale(ana, asked, "＋ New series")
    await ana.chat.wait_for("“The moon writes back, .*…” · episode 1", PATIENCE)
    assert ana.chat.message(asked.id).buttons == []
    assert len(await bot.views.created(ana.id)) == 2


async def test_an_idea_that_was_deleted_is_asked_for_again(asked: Message, bot: Bot, ana: Person) -> None:
    del ana.chat.message(asked.id).json["reply_to_message"]
    answer = await press_stale(ana, asked, "＋ New series")
    assert answer.is_alert
    assert "send it again" in answer.text
    assert len(await bot.views.created(ana.id)) == 1


@pytest.mark.usefixtures("asked")
async def test_applause_in_the_group_is_no_idea(bot: Bot, cast: Cast) -> None:
    film = next(message for message in cast.room.messages if "is released" in message.text)
    await cast.supervisor.say("Bravo!", cast.room, reply_to=film)
    await cast.supervisor.command("/help", cast.room)
    await cast.room.wait_for("in a group", PATIENCE)
    assert await bot.views.created(cast.supervisor.id) == ()


@pytest.mark.usefixtures("asked")
async def test_a_supervisor_begins_a_series_of_their_own_by_an_idea(bot: Bot, cast: Cast) -> None:
    await cast.supervisor.say("A fox keeps a bakery at night")
    await cast.supervisor.chat.wait_for("“A fox keeps a bakery at night” · episode 1", PATIENCE)
    assert len(await bot.views.created(cast.supervisor.id)) == 1
