"""Talk with the writers' room in chats of a simulated Telegram: with a model that calls tools, and with a small one."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest

from agents.studio import Studio
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from storage.domain.story import Language
from storage.domain.takes import Medium, Take
from tests.e2e.conftest import IDEA, running
from tests.e2e.room.conftest import crew
from tests.e2e.steps import PATIENCE, as_it_is, bound, draft_of, named, press_stale, supervised
from tests.fakes.backends import media
from tests.fakes.chat import SAYS
from tests.fakes.openai_server import Body, OpenAIServer, Step, calls, fails, hangs, says, serving

pytestmark = pytest.mark.slow

RENAME = "title: The Robot and the Tide"
RENAMED = "Synopsis · “The Robot and the Tide”"


def capable(body: Body) -> Step | None:
    """Pass the test of what it can be trusted with, and answer the crew by heart; the rest is scripted."""
    if [tool["function"]["name"] for tool in body.get("tools", ())] == ["note"]:
        return calls("note", word="lantern", times=2)
    return crew(body)


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    """A model that calls tools, on a server of this machine."""
    with serving() as started:
        started.rule = capable
        yield started


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A bot whose room has a capable model, and its creator with a synopsis to talk about."""

    studio: Studio
    server: OpenAIServer
    ana: Person


def at(server: OpenAIServer, settings: Settings) -> Settings:
    """Return settings with the language model of a server."""
    return settings.model_copy(update={"openai_base_url": server.address, "chat_model": "writer"})


@pytest.fixture
async def talk(server: OpenAIServer, settings: Settings, simulator: Simulator, ana: Person) -> AsyncIterator[Talk]:
    """Bring an episode to its synopsis."""
    async with running(at(server, settings), simulator, media()) as bot:
        await ana.say(IDEA)
        await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
        yield Talk(studio=bot.studio, server=server, ana=ana)


async def turns(studio: Studio, person: Person) -> tuple[Take, ...]:
    """Return what was said in the room of somebody's only series."""
    async with studio.store.read() as reader:
        (series,) = await reader.series_of((await reader.person_of(person.id)).id)
        book = await reader.book(series.id)
        return await reader.takes(book.id, Medium.TURN) if book else ()


async def wishes(studio: Studio, person: Person) -> tuple[Take, ...]:
    """Return what was wished of the only episode of somebody's only series."""
    async with studio.store.read() as reader:
        (series,) = await reader.series_of((await reader.person_of(person.id)).id)
        (episode,) = await reader.episodes(series.id)
        return await reader.takes(episode.id, Medium.WISH)


async def test_words_about_the_series_are_answered_in_the_chat(talk: Talk) -> None:
    talk.server.then(says("Because **she** never answers. Shall she?"))
    said = await talk.ana.say("I wonder why he waits")
    answer = await talk.ana.chat.wait_for("Because she never answers. Shall she\\?", PATIENCE, after=said)
    assert [entity["type"] for entity in answer.json["entities"]] == ["bold"]
    assert answer.buttons == []


async def test_the_model_is_tried_before_anybody_speaks(
    server: OpenAIServer, settings: Settings, simulator: Simulator
) -> None:
    tried = asyncio.Event()
    loop = asyncio.get_running_loop()

    def rule(body: Body) -> Step | None:
        loop.call_soon_threadsafe(tried.set)
        return capable(body)

    server.rule = rule
    async with running(at(server, settings), simulator, media()):
        await asyncio.wait_for(tried.wait(), PATIENCE)


async def test_a_server_that_hangs_when_it_is_tried_holds_no_chat_up(
    server: OpenAIServer, settings: Settings, simulator: Simulator, ana: Person
) -> None:
    server.rule = lambda body: hangs() if "tools" in body else crew(body)
    async with running(at(server, settings), simulator, media()):
        await ana.say(IDEA)
        draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
        await ana.say(RENAME)
        await ana.chat.wait_for(RENAMED, PATIENCE, after=draft)


async def test_a_change_is_taken_down_in_the_persons_own_words(talk: Talk) -> None:
    change = calls("change_episode", episode=1, about="synopsis", shot=0)
    talk.server.then(change, says("I have taken that down."))
    said = await talk.ana.say(RENAME)
    await talk.ana.chat.wait_for("I have taken that down", PATIENCE, after=said)
    await talk.ana.chat.wait_for(RENAMED, PATIENCE, after=said)


async def test_what_may_touch_rights_is_taken_as_it_was_said_once_somebody_answers_for_it(talk: Talk) -> None:
    said = await talk.ana.say("Draw it in the style of Hayao Miyazaki")
    answer = await talk.ana.chat.wait_for("style of a living artist", PATIENCE, after=said)
    assert answer.buttons == ["Keep it, I answer for it"]
    talk.server.then(says("With pleasure: wind, and grass."))
    assert (await talk.ana.press(answer, answer.buttons[0])).text == "Noted: you answer for it."
    await talk.ana.chat.wait_for("With pleasure: wind, and grass", PATIENCE, after=answer)
    assert talk.ana.chat.message(answer.id).buttons == []


async def test_two_taps_that_keep_words_take_them_once(talk: Talk) -> None:
    said = await talk.ana.say("title: The Tide in the style of Hayao Miyazaki")
    answer = as_it_is(await talk.ana.chat.wait_for("style of a living artist", PATIENCE, after=said))
    change = calls("change_episode", episode=1, about="synopsis", shot=0)
    talk.server.then(change, says("I have taken that down."), change, says("Once more."))
    await talk.ana.press(answer, answer.buttons[0])
    await talk.ana.chat.wait_for("I have taken that down", PATIENCE, after=answer)
    await press_stale(talk.ana, answer, answer.buttons[0])
    after = await talk.ana.command("/help")
    await talk.ana.chat.wait_for("How it works", PATIENCE, after=after)
    assert len(await turns(talk.studio, talk.ana)) == 2, "what was said, and what goes on with it"
    assert len(await wishes(talk.studio, talk.ana)) == 1


async def test_a_members_words_that_a_lead_keeps_go_on_as_the_members(talk: Talk, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await bound(cast)
    await named(cast)
    said = await bo.command("/talk Draw it in the style of Hayao Miyazaki", room)
    answer = await room.wait_for("style of a living artist", PATIENCE, after=said)
    assert (await bo.press(answer, answer.buttons[0])).is_alert
    talk.server.then(says("With pleasure: wind, and grass."))
    assert (await ana.press(answer, answer.buttons[0])).text == "Noted: you answer for it."
    await room.wait_for("With pleasure: wind, and grass", PATIENCE, after=answer)
    _, again = await turns(talk.studio, ana)
    async with talk.studio.store.read() as reader:
        act = next(act for act in await reader.history(again.episode) if act.id == again.contribution)
        assert act.by.name == (await reader.person_of(bo.id)).id


async def test_what_is_offered_happens_once_when_its_button_is_pressed(talk: Talk) -> None:
    offer = calls("suggest_change", episode=1, about="synopsis", shot=0, text=RENAME)
    talk.server.then(offer, says("How about this?"))
    said = await talk.ana.say("The end is weak")
    answer = as_it_is(await talk.ana.chat.wait_for("How about this", PATIENCE, after=said))
    assert RENAME in answer.text
    (label,) = answer.buttons
    assert label == "✅ Change episode 1"
    await talk.ana.press(answer, label)
    await talk.ana.chat.wait_for(RENAMED, PATIENCE, after=answer)
    assert talk.ana.chat.message(answer.id).buttons == []
    await press_stale(talk.ana, answer, label)
    assert len(await wishes(talk.studio, talk.ana)) == 1


async def test_loglines_are_numbered_as_their_buttons_and_the_chosen_one_begins_an_episode(talk: Talk) -> None:
    texts = ["The moon sends a letter.", "A second robot comes."]
    talk.server.then(calls("propose_loglines", loglines=texts), says("Here are two."))
    said = await talk.ana.say("What could come next?")
    answer = await talk.ana.chat.wait_for("Here are two", PATIENCE, after=said)
    assert re.search(r"1\. The moon sends a letter\..*2\. A second robot comes\.", answer.text, re.DOTALL)
    assert answer.buttons == ["▶️ Begin with 1", "▶️ Begin with 2"]
    await talk.ana.press(answer, "▶️ Begin with 2")
    await talk.ana.chat.wait_for("episode 2", PATIENCE, after=answer)
    assert talk.ana.chat.message(answer.id).buttons == ["▶️ Begin with 1"]


async def test_a_reply_to_an_older_talk_is_about_its_episode_also_when_it_is_asked_again(talk: Talk) -> None:
    talk.server.then(calls("propose_loglines", loglines=["The moon sends a letter."]), says("Here is one."))
    said = await talk.ana.say("What could come next?")
    answer = await talk.ana.chat.wait_for("Here is one", PATIENCE, after=said)
    await talk.ana.press(answer, "▶️ Begin the next episode with it")
    await talk.ana.chat.wait_for("episode 2", PATIENCE, after=answer)
    talk.server.then(fails(), fails())
    said = await talk.ana.say(RENAME, reply_to=answer)
    fault = await talk.ana.chat.wait_for("cannot be reached. What you said is kept", PATIENCE, after=said)
    talk.server.then(calls("change_episode", episode=0, about="synopsis", shot=0), says("I have taken that down."))
    await talk.ana.press(fault, "🔁 Try again")
    await talk.ana.chat.wait_for("I have taken that down", PATIENCE, after=fault)
    async with talk.studio.store.read() as reader:
        (series,) = await reader.series_of((await reader.person_of(talk.ana.id)).id)
        wishes = [await reader.takes(each.id, Medium.WISH) for each in await reader.episodes(series.id)]
    assert list(map(len, wishes)) == [1, 0]


async def test_an_outage_is_one_sentence_and_trying_again_answers_what_was_asked(talk: Talk) -> None:
    talk.server.then(fails(), fails())
    said = await talk.ana.say("I wonder why he waits")
    fault = await talk.ana.chat.wait_for("cannot be reached. What you said is kept", PATIENCE, after=said)
    talk.server.then(says("Because she never answers."))
    await talk.ana.press(fault, "🔁 Try again")
    await talk.ana.chat.wait_for("Because she never answers", PATIENCE, after=fault)
    assert talk.server.asked[-1]["messages"][-1]["content"] == "I wonder why he waits"


async def test_writing_on_frees_the_model_and_is_answered_instead(talk: Talk) -> None:
    talk.server.then(hangs("Well, "), says("He is patient."))
    await talk.ana.say("I wonder why he waits")
    await asyncio.to_thread(talk.server.waiting.wait, PATIENCE)
    second = await talk.ana.say("And why so long, I wonder")
    await talk.ana.chat.wait_for("He is patient", PATIENCE, after=second)
    assert talk.server.left.is_set()


async def test_what_was_said_while_the_bot_was_away_is_all_kept_and_answered_at_once(
    server: OpenAIServer, settings: Settings, simulator: Simulator, ana: Person
) -> None:
    set_ = settings.model_copy(update={"openai_base_url": server.address, "chat_model": "writer"})
    async with running(set_, simulator, media()):
        await ana.say(IDEA)
        await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    asked = ["I wonder why he waits", "I wonder where she is", "I wonder what he hears"]
    *_, last = [await ana.say(each) for each in asked]
    server.then(*(says("He hears the tide, and she is far.") for _ in asked))
    async with running(set_, simulator, media()) as bot:
        await ana.chat.wait_for("He hears the tide", PATIENCE, after=last)
        assert len(await turns(bot.studio, ana)) == len(asked)
    assert [each["content"] for each in server.asked[-1]["messages"] if each["role"] == "user"] == asked


async def test_who_writes_on_in_a_group_while_another_is_answered_is_answered_for_both(talk: Talk, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await bound(cast)
    await named(cast)
    talk.server.then(hangs("Well, "))
    await bo.command("/talk I wonder why he waits", room)
    answer = await room.wait_for("Well,", PATIENCE)
    await ana.command("/talk I wonder where she is", room)
    last = await ana.command("/talk I wonder what she says", room)
    talk.server.then(says("She is far, and says nothing."))
    await bo.press(answer, "■ Stop")
    await room.wait_for("She is far, and says nothing", PATIENCE, after=last)
    said = [each["content"] for each in talk.server.asked[-1]["messages"] if each["role"] == "user"]
    assert said[1:] == ["I wonder where she is", "I wonder what she says"]


async def test_in_a_group_only_who_asked_tries_again(talk: Talk, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await bound(cast)
    await named(cast)
    talk.server.then(fails(), fails(), fails(), fails())
    asked = await bo.command("/talk I wonder where she is", room)
    await room.wait_for("cannot be reached", PATIENCE, after=asked)
    asked = await ana.command("/talk I wonder why he waits", room)
    fault = await room.wait_for("cannot be reached", PATIENCE, after=asked)
    refused = await bo.press(fault, "🔁 Try again")
    assert (refused.is_alert, refused.text) == (True, "Only whoever said this can have it answered again.")
    assert room.message(fault.id).buttons == ["🔁 Try again"]
    talk.server.then(says("Because she never answers."))
    await ana.press(fault, "🔁 Try again")
    await room.wait_for("Because she never answers", PATIENCE, after=fault)
    assert room.message(fault.id).buttons == []


async def test_a_reply_to_the_draft_is_a_wish_and_asks_no_room(talk: Talk) -> None:
    draft = await talk.ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    talk.server.asked.clear()
    said = await talk.ana.say(RENAME, reply_to=draft)
    await talk.ana.chat.wait_for(RENAMED, PATIENCE, after=said)
    assert not any(asked.get("tools") for asked in talk.server.asked)


@pytest.mark.usefixtures("bot")
async def test_with_a_small_model_a_question_is_talk_and_anything_else_a_wish(ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    asked = await ana.say("Why does he wait?")
    await ana.chat.wait_for(re.escape(SAYS[Language.ENGLISH]), PATIENCE, after=asked)
    wished = await ana.say(RENAME)
    await ana.chat.wait_for(RENAMED, PATIENCE, after=wished)


@pytest.mark.usefixtures("bot")
async def test_in_a_group_talk_is_begun_by_a_command_and_goes_on_in_replies(cast: Cast) -> None:
    await supervised(cast)
    await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    asked = await cast.supervisor.command("/talk Why does he wait?", cast.room)
    answer = await cast.room.wait_for(re.escape(SAYS[Language.ENGLISH]), PATIENCE, after=asked)
    again = await cast.supervisor.say("And then?", cast.room, reply_to=answer)
    await cast.room.wait_for(re.escape(SAYS[Language.ENGLISH]), PATIENCE, after=again)


@pytest.mark.usefixtures("bot")
async def test_without_words_the_command_says_how(ana: Person) -> None:
    await ana.command("/talk")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.command("/talk")
    await ana.chat.wait_for("Write what you want to talk about", PATIENCE)


async def test_a_budget_of_the_settings_is_kept_and_said(
    server: OpenAIServer, settings: Settings, simulator: Simulator, ana: Person
) -> None:
    set_ = settings.model_copy(update={"openai_base_url": server.address, "chat_model": "writer", "room": {"day": 1}})
    async with running(set_, simulator, media()):
        await ana.say(IDEA)
        await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
        server.then(says("Because she never answers."))
        first = await ana.say("I wonder why he waits")
        await ana.chat.wait_for("Because she never answers", PATIENCE, after=first)
        second = await ana.say("And why so long, I wonder")
        await ana.chat.wait_for("used up what the room has for one person a day", PATIENCE, after=second)
