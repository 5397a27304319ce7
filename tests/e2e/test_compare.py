"""Two versions side by side, from the chat: what a draft says of its changes, and what /compare shows."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, draft_of, to_storyboard

pytestmark = pytest.mark.slow

ASKED = "Choose what to see in two versions"


def parts(message: Message, kind: str) -> list[str]:
    """Return the parts of a text that are marked as something."""
    units = message.text.encode("utf-16-le")
    return [
        units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le")
        for each in message.json.get("entities", [])
        if each["type"] == kind
    ]


def panels(person: Person) -> list[Message]:
    """Return the drawings of the storyboard's album on a phone."""
    shown = [message for message in person.chat.messages if message.kind == "photo" and " · " in message.text]
    return [message for message in shown if "media_group_id" in message.json]


async def reworked(person: Person) -> Message:
    """Bring an episode to a second draft of its synopsis."""
    await person.say(IDEA)
    first = await person.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert "What changed" not in first.text
    assert "⇄ Compare" not in first.buttons
    await person.say("It rains all the time, and Bolt limps.")
    return await person.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=first)


async def redrawn(person: Person, board: Message) -> Message:
    """Have shot 3 drawn anew; return the new draft of the storyboard."""
    await person.say("low angle, in the rain, at dawn", reply_to=panels(person)[2])
    return await person.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=board)


async def asked(person: Person, after: Message | None = None) -> Message:
    """Ask what can be compared."""
    await person.command("/compare")
    return await person.chat.wait_for(ASKED, PATIENCE, after=after)


@pytest.mark.usefixtures("bot")
async def test_a_second_synopsis_shows_below_its_text_what_changed(ana: Person) -> None:
    second = await reworked(ana)
    assert "What changed since the version before" in second.text
    (quote,) = parts(second, "expandable_blockquote")
    struck = parts(second, "strikethrough")
    assert struck
    assert all(part in quote for part in struck)
    assert [part for part in parts(second, "bold") if part in quote]
    assert second.text.index(quote) > second.text.index("Cast\n")
    assert {"✓ Approve", "⇄ Compare"} <= set(second.buttons)


@pytest.mark.usefixtures("bot")
async def test_a_draft_is_held_against_what_was_approved_and_says_where_its_text_is_the_same(ana: Person) -> None:
    board = await to_storyboard(ana)
    first = next(message for message in ana.chat.messages if message.text.startswith("📝"))
    await ana.say("It rains all the time, and Bolt limps.", reply_to=first)
    second = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=board)
    assert "What changed since the approved version" in second.text
    await ana.press(second, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=second)
    await ana.say("Ada has red hair", reply_to=second)
    third = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=board)
    assert "Nothing in the text has changed since the approved version" in third.text
    assert not parts(third, "expandable_blockquote")
    assert {"✓ Approve", "⇄ Compare"} <= set(third.buttons)


@pytest.mark.usefixtures("bot")
async def test_a_synopsis_is_compared_as_text_with_who_made_each_version_and_when(ana: Person) -> None:
    second = await reworked(ana)
    await ana.press(second, "⇄ Compare")
    shown = await ana.chat.wait_for("⇄ Synopsis", PATIENCE, after=second)
    assert "1 · fake-chat, from the words of Ana · 20" in shown.text
    assert "2 · fake-chat, from the words of Ana · 20" in shown.text
    assert parts(shown, "strikethrough")
    assert shown.buttons == []


@pytest.mark.usefixtures("bot")
async def test_a_press_steps_through_the_versions_of_a_text_in_the_same_message(ana: Person) -> None:
    board = await redrawn(ana, await to_storyboard(ana))
    assert "What changed since the version before" in board.text
    assert "text of shot 3" in board.text
    await ana.say("high angle, in the snow, at dusk", reply_to=panels(ana)[1])
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=board)
    menu = await asked(ana, board)
    await ana.press(menu, "📜 Script · 3")
    shown = await ana.chat.wait_for("⇄ Script", PATIENCE, after=menu)
    assert shown.buttons == ["← 1 ⇄ 2", "1 ⇄ 3"]
    await ana.press(shown, "← 1 ⇄ 2")
    stepped = await ana.chat.wait_for(lambda message: "2 ⇄ 3 →" in message.buttons, PATIENCE)
    assert stepped.id == shown.id
    assert stepped.buttons == ["1 ⇄ 3", "2 ⇄ 3 →"]
    assert any("dawn" in part for part in parts(stepped, "bold"))


async def test_a_drawing_is_compared_as_one_picture_with_the_numbers_of_its_versions(bot: Bot, ana: Person) -> None:
    board = await redrawn(ana, await to_storyboard(ana))
    assert "picture of shot 3" in board.text
    menu = await asked(ana, board)
    assert "🎨 Shot 3 · 2" in menu.buttons
    await ana.press(menu, "🎨 Shot 3 · 2")
    shown = await ana.chat.wait_for("Drawing of shot 3", PATIENCE, after=menu)
    assert shown.kind == "photo"
    assert "◧ 1 · fake-panel" in shown.text
    assert "◨ 2 · fake-panel" in shown.text
    history = await bot.views.history((await bot.views.library(ana.id))[0].episode.id)
    await ana.press(menu, "🎨 Shot 3 · 2")
    again = await ana.chat.wait_for("Drawing of shot 3", PATIENCE, after=shown)
    sizes = [message.json["photo"][-1]["file_unique_id"] for message in (shown, again)]
    assert sizes[0] == sizes[1], "what was sent before is not sent up again"
    assert history == await bot.views.history((await bot.views.library(ana.id))[0].episode.id), "a look is no act"


async def test_clips_and_previews_are_compared_as_one_film_that_is_made_once(
    bot: Bot, ana: Person, settings: Settings
) -> None:
    board = await to_storyboard(ana)
    await ana.press(board, "✓ Approve")
    first = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert "⇄ Compare" not in first.buttons
    await ana.say("closer, at night", reply_to=panels(ana)[2])
    second = await ana.chat.wait_for(draft_of("Preview"), PATIENCE, after=first)
    await ana.press(second, "⇄ Compare")
    shown = await ana.chat.wait_for("⇄ Preview", PATIENCE, after=second)
    assert shown.kind == "video"
    (film,) = kept(settings)
    assert shape(film)[:2] == (1088, 960)
    assert (shown.json["video"]["width"], shown.json["video"]["height"]) == (1088, 960)
    menu = await asked(ana, shown)
    assert "🎞 Clip 3 · 2" in menu.buttons
    assert "🎬 Preview · 2" in menu.buttons
    made = film.stat().st_mtime_ns
    await ana.press(menu, "🎬 Preview · 2")
    await ana.chat.wait_for("⇄ Preview", PATIENCE, after=menu)
    assert film.stat().st_mtime_ns == made
    await ana.press(menu, "🎞 Clip 3 · 2")
    assert (await ana.chat.wait_for("Clip of shot 3", PATIENCE, after=menu)).kind == "video"
    assert len(kept(settings)) == 2
    (card,) = await bot.views.library(ana.id)
    assert card.draft is not None


def kept(settings: Settings) -> list[Path]:
    """Return the films that were put together."""
    return sorted((settings.cache / "cut" / "compared").glob("*.mp4"))


def shape(path: Path) -> tuple[int, int, Fraction | None]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        return stream.width, stream.height, stream.average_rate


@pytest.mark.usefixtures("bot")
async def test_where_everything_has_one_version_it_says_how_a_second_one_comes(ana: Person) -> None:
    await ana.command("/compare")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.command("/compare")
    empty = await ana.chat.wait_for("There is nothing to compare", PATIENCE, after=draft)
    assert empty.buttons == []
