"""Remarks through the chat: a reply to a draft is pinned, listed for the creator, and worked through."""

import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.simulator import Simulator
from generation.requests.pictures import PanelRequest
from storage.domain.contributions import Kind
from storage.domain.ids import Digest
from storage.domain.remarks import State
from storage.domain.review import Outcome
from storage.domain.takes import Medium
from storage.worklist import Entry, worklist
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, draft_of, invited, joined, supervised
from tests.fakes.backends import Fake

pytestmark = pytest.mark.slow


async def to_board(cast: Cast) -> Message:
    """Bring an episode to its storyboard in the group."""
    await supervised(cast)
    await cast.supervisor.press(await cast.room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    return await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)


async def to_preview(cast: Cast) -> Message:
    """Bring an episode to its preview in the group."""
    await cast.supervisor.press(await to_board(cast), "✓ Approve")
    return await cast.room.wait_for(draft_of("Preview"), PATIENCE)


async def open_remarks(bot: Bot, cast: Cast) -> tuple[Entry, ...]:
    (card,) = await bot.views.library(cast.creator.id)
    return (await worklist(bot.views, card.episode.id)).entries


def panels(bot: Bot) -> int:
    """Return how many drawings were made."""
    artist = bot.fakes["previz"]
    assert isinstance(artist, Fake)
    return sum(isinstance(request, PanelRequest) for request in artist.asked)


async def board(bot: Bot, cast: Cast) -> dict[str, Digest]:
    """Return the drawings of the storyboard that is up for approval."""
    (card,) = await bot.views.library(cast.creator.id)
    assert card.draft is not None
    return dict((await bot.views.sheet(card.draft.id)).panels)


async def test_a_time_in_a_reply_to_the_preview_is_pinned_and_doing_it_redraws_that_shot(bot: Bot, cast: Cast) -> None:
    preview = await to_preview(cast)
    drawn = panels(bot)
    await cast.supervisor.say("0:04 closer, at night", cast.room, reply_to=preview)
    todo = await cast.creator.chat.wait_for("0:04 — Bo", PATIENCE)
    (entry,) = await open_remarks(bot, cast)
    assert entry.remark.frame == 120
    number = int(entry.remark.shot.removeprefix("s"))
    assert f"shot {number} · 0:04 — Bo\n0:04 closer, at night" in todo.text
    counted = await cast.room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == preview.id, "the group is not rung for a remark"
    assert "✓ Approve" in counted.buttons
    await cast.creator.press(todo, "1 · Do it")
    await cast.room.wait_for(draft_of("Preview"), PATIENCE, after=counted)
    assert panels(bot) == drawn + 1
    assert await open_remarks(bot, cast) == ()
    settled = await cast.creator.chat.wait_for("is settled", PATIENCE)
    assert settled.id == todo.id
    assert settled.buttons == []
    async with bot.views.moment() as reader:
        done = await reader.remark(entry.remark.id)
        history = await reader.history(done.episode)
        wishes = {take.id: take for take in await reader.takes(done.episode, Medium.WISH)}
        scripts = {take.digest for take in await reader.takes(done.episode, Medium.SCRIPT)}
    assert done.state is State.TAKEN_UP
    assert done.settled_by is not None
    wish = wishes[done.settled_by]
    (said,) = [act for act in history if act.kind is Kind.REMARKED]
    (wished,) = [act for act in history if act.made == wish.digest]
    assert said.made == done.digest
    assert wished.sources == (done.digest,)
    assert wished.by.name == said.by.name == entry.remark.person, "the words are those of who said them"
    assert wished.directed_by != said.by.name, "the creator answers for doing it"
    assert any(wish.digest in act.sources and act.made in scripts for act in history), "a new take resolves it"


async def test_sending_back_with_two_open_remarks_wishes_for_both_and_asks_nothing(bot: Bot, cast: Cast) -> None:
    draft = await to_board(cast)
    before = await board(bot, cast)
    await cast.supervisor.say("plan 1 : plus serré", cast.room, reply_to=draft)
    await cast.room.wait_for("💬 One remark", PATIENCE)
    await cast.creator.say("shot 3 at night", cast.room, reply_to=draft)
    counted = await cast.room.wait_for("💬 2 remarks", PATIENCE)
    assert [entry.remark.shot for entry in await open_remarks(bot, cast)] == ["s1", "s3"]
    todo = await cast.creator.chat.wait_for("shot 3 — Ana", PATIENCE)
    assert todo.buttons == ["1 · Do it", "1 · Leave it", "2 · Do it", "2 · Leave it"]
    assert "shot 1 — Bo" in todo.text
    await cast.supervisor.press(counted, "↩ Send back")
    await cast.room.wait_for(draft_of("Storyboard"), PATIENCE, after=counted)
    assert "Sent back" in cast.room.message(draft.id).text
    assert not [message for message in cast.room.messages if "What should change" in message.text]
    assert await open_remarks(bot, cast) == ()
    after = await board(bot, cast)
    assert [shot for shot in before if before[shot] != after[shot]] == ["s1", "s3"]
    (card,) = await bot.views.library(cast.creator.id)
    history = await bot.views.history(card.episode.id)
    wished = [act for act in history if act.kind is Kind.PROMPTED]
    assert len(wished) == 2
    assert len({act.by.name for act in wished}) == 2
    assert len({act.directed_by for act in wished}) == 1


async def test_a_stranger_makes_no_remark_and_settles_none(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    stranger = simulator.person("Zed")
    await stranger.join(cast.room)
    draft = await to_board(cast)
    await stranger.say("shot 2 is ugly", cast.room, reply_to=draft)
    await cast.room.wait_for("Only the team of this series makes remarks", PATIENCE)
    assert await open_remarks(bot, cast) == ()
    await cast.supervisor.say("shot 2 wider", cast.room, reply_to=draft)
    await cast.room.wait_for("💬 One remark", PATIENCE)
    await stranger.command("/remarks", cast.room)
    shown = await cast.room.wait_for(lambda message: "1 · Do it" in message.buttons, PATIENCE)
    assert (await stranger.press(shown, "1 · Do it")).is_alert
    assert (await stranger.press(shown, "1 · Leave it")).is_alert
    assert len(await open_remarks(bot, cast)) == 1


async def test_what_is_left_alone_changes_nothing_and_a_second_press_says_so(bot: Bot, cast: Cast) -> None:
    draft = await to_board(cast)
    await cast.supervisor.say("trop sombre", cast.room, reply_to=draft)
    todo = await cast.creator.chat.wait_for("on the whole — Bo", PATIENCE)
    await cast.creator.command("/remarks")
    again = await cast.creator.chat.wait_for("on the whole — Bo", PATIENCE, after=todo)
    (entry,) = await open_remarks(bot, cast)
    await cast.creator.press(again, "1 · Leave it")
    await cast.creator.chat.wait_for("is settled", PATIENCE)
    assert await open_remarks(bot, cast) == ()
    async with bot.views.moment() as reader:
        assert (await reader.remark(entry.remark.id)).state is State.DISMISSED
        found = await reader.draft(entry.remark.draft)
    assert found.outcome is Outcome.OPEN
    await cast.room.wait_for(lambda message: message.id == draft.id and "💬" not in message.text, PATIENCE)
    assert "✓ Approve" in cast.room.message(draft.id).buttons


async def test_who_decides_in_their_own_chat_remarks_there(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Supervision"))
    draft = await bo.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.say("Ada should be young", reply_to=draft)
    await ana.chat.wait_for("on the whole — Bo", PATIENCE)
    counted = await bo.chat.wait_for("💬 One remark", PATIENCE)
    await bo.press(counted, "↩ Send back")
    await bo.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=counted)
    assert await open_remarks(bot, cast) == ()


async def test_a_member_who_does_not_decide_remarks_on_the_drawing_they_reply_to(bot: Bot, cast: Cast) -> None:
    await to_board(cast)
    panel = next(message for message in cast.room.messages if message.text.startswith("2 · "))
    await cast.creator.say("she looks away", cast.room, reply_to=panel)
    await cast.creator.chat.wait_for("shot 2 — Ana", PATIENCE)
    (entry,) = await open_remarks(bot, cast)
    assert entry.remark.shot == "s2"
