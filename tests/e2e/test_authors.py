"""Whose words an episode is made of, in the chat: marks in the drafts, and the list of who wrote what."""

import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, draft_of, supervised
from tests.e2e.test_compare import parts

pytestmark = pytest.mark.slow

OWN = "Bolt paints a ladder on the roof tonight."
LEGEND = "Underlined: people’s own words."


def underlined(message: Message) -> list[str]:
    """Return what is marked, without the word of the explanation."""
    return parts(message, "underline")[:-1]


@pytest.mark.usefixtures("bot")
async def test_drafts_mark_what_people_wrote_themselves_from_synopsis_to_script(ana: Person) -> None:
    await ana.command("/trace")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert LEGEND not in draft.text, "all of it is the model's"
    await ana.say(f"beat 2: {OWN}")
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    assert LEGEND in draft.text
    assert underlined(draft) == [OWN]
    await ana.press(draft, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert underlined(board) == [OWN], "what was approved is what is shown"
    closed = await ana.chat.wait_for(lambda message: message.id == draft.id and "✓ Ana" in message.text, PATIENCE)
    assert underlined(closed) == [OWN]


async def test_who_wrote_what_is_counted_and_listed_a_page_at_a_time(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    touched = card.synopsis.beats[1].replace("locks", "quietly locks")
    assert touched != card.synopsis.beats[1]
    for wish in ("title: The Moon Answers", f"beat 2: {touched}"):
        await ana.say(wish)
        draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    await ana.press(draft, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    await ana.press(board, "✍ Authors")
    shown = await ana.chat.wait_for("✍ Who wrote what · “The Moon Answers”, episode 1", PATIENCE)
    assert "\n1 · Ana\n" in f"{shown.text}\n"
    assert " · fake-chat → Ana" in shown.text
    assert "The Moon Answers\nAna · “title: The Moon Answers”" in shown.text
    assert f"fake-chat → Ana · “beat 2: {touched[:20]}" in shown.text
    assert " quietly" in parts(shown, "bold")
    assert shown.buttons == ["→ 2/3"]
    await ana.press(shown, "→ 2/3")
    turned = await ana.chat.wait_for(lambda message: "← 1/3" in message.buttons, PATIENCE)
    assert turned.id == shown.id
    assert turned.buttons == ["← 1/3", "→ 3/3"]


@pytest.mark.usefixtures("bot")
async def test_it_is_shown_to_the_team_and_to_nobody_else(cast: Cast) -> None:
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    await cast.supervisor.press(draft, "✍ Authors")
    shown = await cast.room.wait_for("✍ Who wrote what", PATIENCE, after=draft)
    assert shown.text.count("fake-chat") > 1
