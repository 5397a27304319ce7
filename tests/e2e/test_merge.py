"""Two people write in the same place, and the second chooses in the chat what is to stand."""

import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, invited, joined, press_stale
from tests.e2e.test_compare import parts

pytestmark = pytest.mark.slow

OWN, OTHER = "Bolt paints a ladder on the roof tonight.", "Nobody sleeps in the house tonight."


async def crossed(cast: Cast) -> Message:
    """Let Bo write a beat, and Ana the same one in answer to the draft of before; return what she is asked."""
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    first = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Screenplay"))
    await bo.command("/episode")
    await bo.chat.wait_for("Moonstruck", PATIENCE)
    await bo.say(f"beat 2: {OTHER}")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=first)
    await ana.say(f"beat 2: {OWN}", reply_to=first)
    return await ana.chat.wait_for("⚖ Bo wrote in the same place before you saw it", PATIENCE)


async def test_both_texts_are_shown_and_both_can_stand(bot: Bot, cast: Cast) -> None:
    ana = cast.creator
    asked = await crossed(cast)
    assert f"Bo: “{OTHER}”" in asked.text
    assert f"You: “{OWN}”" in asked.text
    assert parts(asked, "strikethrough")
    assert asked.buttons == ["Keep both", "Take mine", "Leave what Bo wrote"]
    before = as_it_is(asked)
    await ana.press(asked, "Keep both")
    await ana.chat.wait_for(lambda message: message.id == asked.id and "Both stand" in message.text, PATIENCE)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=asked)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    assert card.synopsis.beats[1] == f"{OTHER} {OWN}"
    assert (await press_stale(ana, before, "Take mine")).is_alert, "it is decided"


async def test_who_leaves_the_others_words_changes_nothing(bot: Bot, cast: Cast) -> None:
    ana = cast.creator
    asked = await crossed(cast)
    await ana.press(asked, "Leave what Bo wrote")
    await ana.chat.wait_for(lambda message: message.id == asked.id and "Yours are not lost" in message.text, PATIENCE)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    assert card.synopsis.beats[1] == OTHER
