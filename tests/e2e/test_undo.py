"""Undo and redo in the chat: every version that people have seen is reached, and each says which counts."""

import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from storage.domain.contributions import Kind
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, bound, draft_of, named, press_stale

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = "Moonstruck", "The Moon Answers", "Never Alone"


async def three(ana: Person) -> Message:
    """Bring an episode to the third draft of its synopsis, each with another title."""
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    for title in (SECOND, THIRD):
        await ana.say(f"title: {title}")
        draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    return draft


def says(*words: str) -> Message:
    """Fit a message with all these words."""
    return lambda message: all(word in message.text for word in words)  # type: ignore[return-value]  # for `wait_for`


async def test_every_version_is_reached_and_a_tap_leads_back(bot: Bot, ana: Person) -> None:
    draft = await three(ana)
    await ana.command("/undo")
    said = await ana.chat.wait_for("↶ Synopsis: version 2 of 3 counts now", PATIENCE, after=draft)
    assert said.buttons == ["↶ Version 1", "↷ Version 3"]
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=said)
    assert SECOND in draft.text.splitlines()[0]
    assert "What changed since the version before" in draft.text
    before = as_it_is(said)
    assert (await ana.press(said, "↶ Version 1")).text == "Done. Nothing is lost."
    said = await ana.chat.wait_for(says("version 1 of 3"), PATIENCE)
    assert said.id == before.id, "the same message says which counts"
    assert said.buttons == ["↷ Version 2"]
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    assert FIRST in draft.text.splitlines()[0]
    assert (await press_stale(ana, before, "↷ Version 3")).is_alert, "another version counts by now"
    await ana.command("/undo")
    nothing = await ana.chat.wait_for("Nobody has seen a version of the synopsis before this one", PATIENCE)
    for number in (2, 3):
        await ana.command("/redo")
        said = await ana.chat.wait_for(f"version {number} of 3 counts now", PATIENCE, after=nothing)
        draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    assert THIRD in draft.text.splitlines()[0]
    await ana.command("/redo")
    await ana.chat.wait_for("There is no version of the synopsis after this one", PATIENCE, after=said)
    (card,) = await bot.views.library(ana.id)
    history = await bot.views.history(card.episode.id)
    assert [act.kind for act in history].count(Kind.CHOSE) == 4
    assert (await bot.studio.store.verify()).clean


@pytest.mark.usefixtures("bot")
async def test_an_answer_to_a_draft_goes_back_in_what_it_shows_and_only_for_who_writes(cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await ana.command("/undo")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await three(ana)
    await bound(cast)
    await named(cast)
    shown = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.press(shown, "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE, after=shown)
    await ana.say("/undo", room, reply_to=board)
    await room.wait_for("Nobody has seen a version of the script before this one", PATIENCE)
    await bo.say("/undo", room, reply_to=shown)
    refused = await room.wait_for(lambda message: "write" in message.text and not message.buttons, PATIENCE)
    await ana.say("/undo", room, reply_to=shown)
    said = await room.wait_for("↶ Synopsis: version 2 of 3 counts now", PATIENCE, after=refused)
    assert (await bo.press(said, "↷ Version 3")).is_alert
    again = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=said)
    assert SECOND in again.text.splitlines()[0]
