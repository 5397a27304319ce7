"""The bible and the season in the chat: planned, seen, changed in a person's own words, and episodes begun from it."""

import asyncio
import threading

import pytest

from agents.book import bible, book, season
from agents.commands.book import ChangeEntry
from agents.commands.caller import Caller
from agents.editing import change_entry
from agents.studio import Desk
from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from storage.domain.contributions import Contribution, Party, Words
from storage.domain.papers import Subject, Wish
from storage.domain.stages import Stage
from storage.domain.story import Language
from storage.domain.takes import Medium
from storage.pages import pages
from tests.e2e.conftest import IDEA, Bot, Settings, running
from tests.e2e.steps import PATIENCE, as_it_is, bound, draft_of, press_stale, to_storyboard
from tests.fakes import serials
from tests.fakes.backends import Fake, media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

EN = Language.ENGLISH


async def planned(person: Person, count: int = 3) -> Message:
    """Bring an episode to its storyboard, have a season planned, and return the page that shows it."""
    board = await to_storyboard(person)
    await person.command(f"/season {count}")
    return await person.chat.wait_for("🗓 Season", PATIENCE, after=board)


async def turned(person: Person, page: Message, button: str, text: str) -> Message:
    """Press a button and return the page when it shows something."""
    await person.press(page, button)
    return await person.chat.wait_for(lambda shown: shown.id == page.id and text in shown.text, PATIENCE)


async def told(person: Person, page: Message, button: str, words: str) -> Message:
    """Press a pencil, answer the question, and return the page that shows what the entry says now."""
    await person.press(page, button)
    question = await person.chat.wait_for(lambda shown: shown.id > page.id and "?" in shown.text, PATIENCE)
    await person.say(words)
    return await person.chat.wait_for(words, PATIENCE, after=question)


async def at_the_book(bot: Bot, person: Person) -> Desk:
    """Return the desk of the book of somebody's series."""
    (series,) = await bot.views.created(person.id)
    return await book(bot.studio, series)


async def acts_of(desk: Desk) -> list[Contribution]:
    """Return what was done in a book, oldest first."""
    async with desk.studio.store.read() as reader:
        return list(await reader.history(desk.episode.id))


async def rests(bot: Bot, person: Person, stage: Stage = Stage.BOOK) -> None:
    """Wait until the book stands somewhere."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if (await at_the_book(bot, person)).episode.stage is stage:
                return
            await asyncio.sleep(0.02)


async def test_a_season_is_planned_from_what_was_approved_and_an_episode_begun_from_it(bot: Bot, ana: Person) -> None:
    page = await planned(ana)
    status = next(each for each in ana.chat.messages if "the book of the series" in each.text)
    assert status.text.splitlines()[-2:] == ["✓ Bible", "✓ Episode plans"]
    assert status.buttons == []
    assert "3 episodes" in page.text
    assert serials.ARCS[EN] in page.text
    assert "1 · Moonstruck · storyboard to approve" in page.text
    assert "2 · The Humming Spring · planned" in page.text
    assert "↻ Bolt fits it into his chest" in page.text
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    desk = await at_the_book(bot, ana)
    written = await bible(desk)
    assert [each.character for each in written.cast[:2]] == list(card.synopsis.cast), "as they were approved"
    assert (written.world, written.cast[2].character.name) == (serials.WORLDS[EN][0], "Wick")
    before = as_it_is(page)
    assert not (await ana.press(page, "▶ Begin episode 2")).is_alert
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=page)
    assert "“The Humming Spring”, episode 2" in draft.text
    assert serials.EPISODES[EN][1][0] in draft.text
    assert (await press_stale(ana, before, "▶ Begin episode 2")).is_alert, "it was begun already"
    await ana.press(draft, "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=draft)


async def test_a_season_that_is_planned_before_anything_is_approved_has_the_cast_of_the_draft(
    bot: Bot, ana: Person
) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.command("/season 3")
    await ana.chat.wait_for("🗓 Season", PATIENCE, after=draft)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis
    written = await bible(await at_the_book(bot, ana))
    assert [each.character for each in written.cast[:2]] == list(card.synopsis.cast)


async def test_what_a_person_says_of_an_entry_is_kept_word_for_word_as_theirs(bot: Bot, ana: Person) -> None:
    page = await planned(ana)
    page = await turned(ana, page, "📖 Bible", "lullaby")
    shown = await told(ana, page, "✎ Tone", "dry, and NEVER cruel")
    assert "Tone · dry, and NEVER cruel" in shown.text
    assert "Last change: Ana" in shown.text
    desk = await at_the_book(bot, ana)
    assert (await bible(desk)).tone == "dry, and NEVER cruel"
    wrote, changed = (await acts_of(desk))[-2:]
    assert [(act.by.party, act.words) for act in (wrote, changed)] == [(Party.PERSON, Words.TYPED)] * 2
    assert wrote.made in changed.sources
    async with bot.studio.store.read() as reader:
        wish = (await reader.takes(desk.episode.id, Medium.WISH))[-1]
    paper = await desk.read(Wish, wish)
    assert (paper.text, paper.about, paper.entry) == ("dry, and NEVER cruel", Subject.BIBLE, "tone")
    written = (await pages(bot.views, desk.series.id)).leaves[Medium.BIBLE].changed
    assert (written["tone"].by, written["world"].by) == ("Ana", "fake-chat")
    back = await turned(ana, shown, "↶ Undo", "lullaby")
    await turned(ana, back, "↷ Redo", "NEVER")


async def test_people_places_and_facts_are_added_changed_and_taken_out(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    await ana.command("/bible")
    page = await ana.chat.wait_for("Nothing is written yet", PATIENCE)
    page = await turned(ana, page, "Cast · 0", "Nobody is in the cast yet")
    page = await told(ana, page, "＋ Add", "Mina: an old woman with a red scarf")
    assert "1 · Mina: an old woman with a red scarf" in page.text.replace("“", "")
    page = await turned(ana, page, "1", "Voice and figure")
    page = await turned(ana, page, "○ old", "woman, old")
    page = await told(ana, page, "✎ Look", "She never takes her green coat off.")
    page = await turned(ana, page, "← Back", "Mina: She never")
    page = await turned(ana, page, "← Back", "World · not written yet")
    page = await turned(ana, page, "What happened · 0", "Nothing is remembered")
    page = await told(ana, page, "＋ Add", "1: Mina has lost her key")
    assert "after episode 1: Mina has lost her key" in page.text
    (fact,) = (await bible(await at_the_book(bot, ana))).facts
    assert (fact.since, fact.about) == (1, ("mina",))
    page = await turned(ana, page, "1", "✕ Take out" if "✕" in page.text else "Mina has lost her key")
    await turned(ana, page, "✕ Take out", "Nothing is remembered")
    written = await bible(await at_the_book(bot, ana))
    (mina,) = written.characters
    assert (mina.look, mina.age, bool(mina.design)) == ("She never takes her green coat off.", "old", True)
    assert written.facts == ()


async def test_a_plan_is_changed_until_its_episode_begins(bot: Bot, ana: Person) -> None:
    page = await planned(ana)
    plan = await turned(ana, page, "3", "What stays open")
    shown = await told(ana, plan, "✎ What turns", "The sleeper speaks first.")
    assert "Last change: Ana" in shown.text
    begun = await turned(ana, shown, "← Back", "The sleeper speaks first.")
    first = await turned(ana, begun, "1", "episode 1")
    assert first.buttons == ["Episode 1", "← Back"]
    desk = await at_the_book(bot, ana)
    planned_ = await season(desk)
    assert planned_
    assert planned_.episodes[2].turn == "The sleeper speaks first."
    await ana.command("/season 2")
    await ana.chat.wait_for("🗓 Season", PATIENCE, after=shown)
    assert await season(desk) == planned_, "the page that plan stands on is shown, and nothing is planned"


def held(model: Fake) -> threading.Event:
    """Make the model's next answer wait until it is called off; return what is set once it has begun."""
    model.hold = threading.Event()
    return model.hold


async def test_planning_is_stopped_and_goes_on_where_it_was(bot: Bot, ana: Person) -> None:
    model = bot.fakes["chat"]
    assert isinstance(model, Fake)
    board = await to_storyboard(ana)
    begun = held(model)
    await ana.command("/season 3")
    status = await ana.chat.wait_for("I am writing the bible", PATIENCE, after=board)
    await asyncio.to_thread(begun.wait, PATIENCE)
    await ana.press(status, "Cancel")
    stopped = await ana.chat.wait_for("You stopped the work", PATIENCE)
    assert (await at_the_book(bot, ana)).episode.halt == "cancelled"
    await ana.press(stopped, "↻ Try again")
    await ana.chat.wait_for("🗓 Season", PATIENCE, after=stopped)
    await rests(bot, ana)


async def test_a_restart_goes_on_with_the_planning(settings: Settings, simulator: Simulator, ana: Person) -> None:
    model = chat()
    async with running(settings, simulator, {**media(), "chat": model}):
        await to_storyboard(ana)
        begun = held(model)
        await ana.command("/season 3")
        await asyncio.to_thread(begun.wait, PATIENCE)
    async with running(settings, simulator, {**media(), "chat": chat()}) as bot:
        await ana.chat.wait_for("🗓 Season", PATIENCE)
        await rests(bot, ana)


async def test_two_who_write_at_once_lose_nothing_and_a_model_overwrites_nobody(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    (series,) = await bot.views.created(ana.id)
    caller = Caller(chat=ana.id, name="Ana", language=EN)
    words = {"tone": "dry", "style": "ink and smoke", "cast": "Bolt: a kettle on wheels"}
    async with asyncio.TaskGroup() as group:
        for cause, (entry, text) in enumerate(words.items(), 1_000_000):
            command = ChangeEntry(caller=caller, series=series.id, medium=Medium.BIBLE, entry=entry, text=text)
            group.create_task(change_entry(bot.studio, command, cause))
    await ana.command("/season 3")
    await ana.chat.wait_for("🗓 Season", PATIENCE)
    written = await bible(await at_the_book(bot, ana))
    assert (written.tone, written.style, written.world) == ("dry", "ink and smoke", serials.WORLDS[EN][0])
    assert written.cast[0].character.look == "a kettle on wheels"
    assert [each.character.name for each in written.cast].count("Bolt") == 1


async def test_whoever_only_looks_on_sees_the_book_and_changes_nothing(cast: Cast, bot: Bot) -> None:
    del bot
    await planned(cast.creator)
    await bound(cast)
    await cast.supervisor.command("/bible", cast.room)
    page = await cast.room.wait_for("📖 Bible", PATIENCE)
    assert (await cast.supervisor.press(page, "✎ Tone")).is_alert
    await turned_in(cast, page, "Cast · 3", "Wick")


async def turned_in(cast: Cast, page: Message, button: str, text: str) -> None:
    """Let the supervisor turn a page in the group."""
    await cast.supervisor.press(page, button)
    await cast.room.wait_for(lambda shown: shown.id == page.id and text in shown.text, PATIENCE)


async def test_a_button_of_an_older_version_changes_nothing(bot: Bot, ana: Person) -> None:
    page = await planned(ana)
    page = await turned(ana, page, "📖 Bible", "lullaby")
    page = await turned(ana, page, "Cast · 3", "Wick")
    page = await turned(ana, page, "3", "Voice and figure")
    before = as_it_is(page)
    await turned(ana, page, "○ teen", "man, teen")
    assert (await press_stale(ana, before, "✕ Take out")).is_alert
    assert len((await bible(await at_the_book(bot, ana))).cast) == 3
