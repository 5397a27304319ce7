"""What is weak in an episode, from the chat: the report, its fixes, and what a person leaves as it is."""

import pytest

from agents.acts import STUDIO, Origin
from agents.book import BIBLE, bible, book
from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from storage.domain.bible import Bible, Figure
from storage.domain.contributions import Kind, Party, Words
from storage.domain.takes import Medium
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, press_stale, supervised, to_storyboard

pytestmark = pytest.mark.slow


def fix_of(message: Message) -> str:
    """Return the button that mends the end, which is brought nearer where it is far."""
    fix = message.buttons[0]
    assert fix in {"✓ 1 · shot 6: close-up, Bolt gasps", "✓ 1 · shot 6: Bolt gasps"}
    return fix


async def asked(person: Person, after: Message | None = None) -> Message:
    """Ask what is weak."""
    await person.command("/craft")
    return await person.chat.wait_for("✎ Craft", PATIENCE, after=after)


async def test_a_fix_is_a_tap_that_makes_a_suggested_wish_and_removes_its_finding(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    assert "✎ Craft" in board.buttons
    await ana.press(board, "✎ Craft")
    shown = await ana.chat.wait_for("✎ Craft · “Moonstruck”, episode 1", PATIENCE, after=board)
    assert "1 · Shot 6: the end leaves nothing open" in shown.text
    fix = fix_of(shown)
    assert shown.buttons == [fix, "✕ 1"]
    before = as_it_is(shown)
    await ana.press(shown, fix)
    await ana.chat.wait_for(lambda message: message.id == shown.id and "Nothing is left" in message.text, PATIENCE)
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=shown)
    (card,) = await bot.views.library(ana.id)
    async with bot.studio.store.read() as reader:
        (wish,) = await reader.takes(card.episode.id, Medium.WISH)
        acts = {act.id: act for act in await reader.history(card.episode.id)}
    assert acts[wish.contribution].words is Words.SUGGESTED
    assert (await press_stale(ana, before, fix)).text.startswith("There is a newer version")
    again = await asked(ana, board)
    assert "nothing weak" in again.text
    assert again.buttons == []


async def test_what_a_person_leaves_as_it_is_is_not_shown_again_for_that_version(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    shown = await asked(ana, board)
    before = as_it_is(shown)
    assert (await ana.press(shown, "✕ 1")).text == "Left as it is."
    await ana.chat.wait_for(lambda message: message.id == shown.id and "Nothing is left" in message.text, PATIENCE)
    again = await asked(ana, shown)
    assert "Nothing is left to settle in this version" in again.text
    assert again.buttons == []
    assert (await press_stale(ana, before, fix_of(before))).is_alert
    (card,) = await bot.views.library(ana.id)
    async with bot.studio.store.read() as reader:
        assert await reader.takes(card.episode.id, Medium.WISH) == ()


@pytest.mark.usefixtures("bot")
async def test_a_synopsis_is_looked_at_before_there_is_a_script(ana: Person) -> None:
    await ana.command("/craft")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.press(draft, "✎ Craft")
    shown = await ana.chat.wait_for("✎ Craft · “Moonstruck”", PATIENCE, after=draft)
    assert "the last beat leaves nothing open" in shown.text
    assert shown.buttons == ["✕ 1"]


@pytest.mark.usefixtures("bot")
async def test_whoever_only_decides_reads_it_and_changes_nothing(cast: Cast) -> None:
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    await cast.supervisor.press(draft, "✎ Craft")
    shown = await cast.room.wait_for("the last beat leaves nothing open", PATIENCE, after=draft)
    refused = await cast.supervisor.press(shown, "✕ 1")
    assert refused.is_alert
    assert cast.room.message(shown.id).buttons == ["✕ 1"]


async def test_a_fact_of_an_approved_script_goes_into_the_bible_at_a_tap(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.say("beat 2: Ada cuts her hand on the lock.")
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    await ana.press(draft, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    desk = await book(bot.studio, card.series)
    known = Bible(cast=tuple(Figure(character=each) for each in card.synopsis.cast))
    await desk.write(BIBLE, known, Origin(by=STUDIO, kind=Kind.ARRANGED))
    assert "could remember" not in (await asked(ana, board)).text, "nobody has approved the script yet"
    await ana.press(board, "✓ Approve")
    cut = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    shown = await asked(ana, cut)
    assert "from episode 2 on, the series could remember: “Ada cuts her hand on the lock.”" in shown.text
    assert shown.buttons == [fix_of(shown), "＋ 2", "✕ 1", "✕ 2"]
    assert (await ana.press(shown, "＋ 2")).text == "It is in the bible now."
    await ana.chat.wait_for(lambda message: message.id == shown.id and "＋ 2" not in message.buttons, PATIENCE)
    (fact,) = (await bible(desk)).facts
    assert (fact.text, fact.since) == ("Ada cuts her hand on the lock.", 1)
    async with bot.studio.store.read() as reader:
        acts = await reader.history(desk.episode.id)
    assert [(act.by.party, act.words) for act in acts] == [(Party.MODEL, None), (Party.PERSON, Words.SUGGESTED)]
    assert "could remember" not in (await asked(ana, shown)).text
