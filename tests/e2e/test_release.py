"""From an idea to a released episode, and every way round on the way, through the chat."""

import asyncio
import json
import os
import threading
from pathlib import Path

import jsonschema
import pytest

from bot.delivery import texts, timeline_of
from bot.screenplay import Cast
from bot.sheets import hand_over
from bot.simulator.faults import Fault
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.errors import TryAgain
from generation.notes import note
from generation.requests.request import Request
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.errors import Refused
from storage.views import Release
from tests.e2e.conftest import IDEA, Bot, playing
from tests.e2e.steps import PATIENCE, bound, draft_of, halted, named, supervised, to_storyboard, working
from tests.fakes.backends import Fake
from tests.sheet_samples import SCHEMA

pytestmark = pytest.mark.slow


async def released(bot: Bot, person: Person) -> Release:
    """Return the one episode of a person, which is out."""
    (card,) = await bot.views.library(person.id)
    found = await bot.views.release(card.episode.id)
    assert found is not None
    return found


async def test_an_idea_becomes_a_released_episode_with_true_credits(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    async with playing(cast):
        await cast.creator.chat.wait_for("Credits", PATIENCE)
        await cast.room.wait_for("Credits", PATIENCE)
    out = await released(bot, cast.creator)
    people = [(named.credit.role, named.name) for named in out.roll if named.credit.role is not Role.TOOL]
    assert people == [(Role.CREATOR, "Ana"), (Role.SUPERVISOR, "Bo")]
    supervisor = next(named for named in out.roll if named.credit.role is Role.SUPERVISOR)
    assert len(supervisor.credit.evidence) == 3
    assert [line.kind for line in out.history if line.by.name == out.card.series.creator] == [Kind.WROTE]
    assert not [message for message in simulator.complaints if "Two edits" not in message]


async def test_the_creator_of_the_demo_tries_again_also_when_other_messages_came_since(bot: Bot, cast: Cast) -> None:
    writer, came = bot.fakes["chat"], threading.Event()
    assert isinstance(writer, Fake)
    good = writer.render

    def busy(_: Request) -> tuple[bytes, str, dict[str, object]]:
        writer.render = good
        came.wait(PATIENCE)
        raise TryAgain("the server is busy")

    writer.render = busy
    async with playing(cast):
        await cast.creator.chat.wait_for("now supervises", PATIENCE)
        came.set()
        await cast.creator.chat.wait_for("Credits", PATIENCE)


async def test_subtitles_are_the_lines_of_the_script(bot: Bot, cast: Cast) -> None:
    async with playing(cast):
        await cast.creator.chat.wait_for("Credits", PATIENCE)
    out = await released(bot, cast.creator)
    assert [caption.text for caption in timeline_of(out).captions] == [line.text for line in out.script.lines]
    papers = texts(out)
    assert all(line.text in papers["subtitles.en.srt"] for line in out.script.lines)


async def test_the_authorship_sheet_is_a_button_of_the_credits_and_files_for_whoever_keeps_them(
    bot: Bot, cast: Cast, tmp_path: Path
) -> None:
    async with playing(cast):
        page = await cast.creator.chat.wait_for("Credits", PATIENCE)
    await cast.creator.press(page, "📜 Authorship sheet")
    await cast.creator.chat.wait_for("Who made this episode", PATIENCE, after=page)
    out = await released(bot, cast.creator)
    folder = tmp_path / "sheet"
    await hand_over(bot.studio, out.card.episode.id, folder)
    found = json.loads((folder / "credits.json").read_text("utf-8"))
    jsonschema.validate(found, SCHEMA)
    assert found["sha256"] == out.cut.digest
    assert [(each["name"], [line["role"] for line in each["credits"]]) for each in found["people"]] == [
        ("Ana", ["creator"]),
        ("Bo", ["supervisor"]),
    ]
    assert found["choices"]["approved"] == found["choices"]["rounds"] == 3
    assert all(step["approved"] for step in found["timeline"])
    names = ("credits.json", "credits.md", "credits.csv", "authorship-1.pdf")
    assert sorted(os.listdir(folder)) == sorted(names)  # noqa: PTH208 - a short look, in a test


async def test_there_is_no_sheet_before_the_release(bot: Bot, ana: Person, tmp_path: Path) -> None:
    await to_storyboard(ana)
    (card,) = await bot.views.library(ana.id)
    with pytest.raises(Refused, match="not-released-yet"):
        await hand_over(bot.studio, card.episode.id, tmp_path)


@pytest.mark.usefixtures("bot")
async def test_a_preview_and_the_full_file_arrive_in_both_chats(cast: Cast) -> None:
    async with playing(cast):
        await cast.creator.chat.wait_for("Credits", PATIENCE)
        await cast.room.wait_for("Credits", PATIENCE)
    for chat in (cast.creator.chat, cast.room):
        kinds = [message.kind for message in chat.messages]
        assert {"photo", "video", "document"} <= set(kinds)


async def test_alone_a_creator_approves_with_a_button_and_changes_with_words(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.say("Ada is a young woman")
    newer = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    assert "Replaced by a newer version" in ana.chat.message(draft.id).text
    assert ana.chat.message(draft.id).buttons == []
    answer = await ana.press(newer, "✓ Approve")
    assert answer.text == "Approved. Thank you."
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=newer)
    (card,) = await bot.views.library(ana.id)
    history = await bot.views.history(card.episode.id)
    wish = next(act for act in history if act.kind is Kind.PROMPTED)
    synopses = [act for act in history if wish.made in act.sources]
    assert synopses, "the newer synopsis follows from the wish"


async def test_a_reply_to_one_drawing_redraws_that_shot_alone(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    panels = [message for message in ana.chat.messages if message.kind == "photo"]
    artist = bot.fakes["previz"]
    assert isinstance(artist, Fake)
    before = len(artist.asked)
    await ana.say("closer, at night", reply_to=panels[2])
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=board)
    assert len(artist.asked) == before + 1


async def test_sending_back_asks_why_and_the_reason_is_credited(bot: Bot, cast: Cast) -> None:
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    await cast.supervisor.press(draft, "↩ Send back")
    asked = await cast.room.wait_for("What should change", PATIENCE)
    await cast.supervisor.say("Ada should be young", cast.room, reply_to=asked)
    newer = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE, after=asked)
    closed = cast.room.message(draft.id)
    assert "Sent back" in closed.text
    assert "Bo — Ada should be young" in closed.text
    async with playing(cast):
        await cast.room.wait_for("Credits", PATIENCE, after=newer)
    out = await released(bot, cast.creator)
    reasons = [act for act in out.history if act.kind is Kind.PROMPTED]
    assert [act.role for act in reasons] == [Role.SUPERVISOR]
    earned = {contribution for named in out.roll for contribution in named.credit.evidence}
    assert reasons[0].id in earned


@pytest.mark.usefixtures("bot")
async def test_only_a_supervisors_press_counts(cast: Cast, simulator: Simulator) -> None:
    stranger = simulator.person("Stranger")
    await stranger.join(cast.room)
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    for person in (stranger, cast.creator):
        answer = await person.press(draft, "✓ Approve")
        assert answer.is_alert
        assert answer.text.startswith("Only the supervisors of this series decide")
    assert draft_of("Synopsis")(cast.room.message(draft.id))


@pytest.mark.usefixtures("bot")
async def test_whoever_is_named_later_gets_the_buttons_of_a_draft_the_group_has_seen(cast: Cast) -> None:
    ana, room = cast.creator, cast.room
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(cast)
    await ana.say("Ada is a young woman")
    shown = await room.wait_for("Synopsis", PATIENCE)
    assert shown.buttons == ["✎ Craft", "✍ Authors", "⇄ Compare"], "only who decides has the other two"
    await named(cast)
    await room.wait_for(lambda message: message.id == shown.id and "✓ Approve" in message.buttons, PATIENCE)


async def test_two_people_who_press_at_once_count_once(bot: Bot, cast: Cast) -> None:
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    presses = (cast.supervisor.press(draft, "✓ Approve") for _ in range(2))
    answers = await asyncio.gather(*presses)
    assert sorted(answer.text for answer in answers) == [
        "Approved. Thank you.",
        "This was decided already. Nothing has changed.",
    ]
    (card,) = await bot.views.library(cast.creator.id)
    history = await bot.views.history(card.episode.id)
    assert [act.kind for act in history].count(Kind.APPROVED) == 1


async def test_a_failed_back_end_leaves_the_episode_as_it_was_with_a_button_to_try_again(bot: Bot, ana: Person) -> None:
    failed = await halted(bot, ana)
    assert failed.buttons == ["↻ Try again"]
    assert "the server is busy" in failed.text
    asked = await ana.command("/status")
    again = await ana.chat.wait_for("A service did not answer", PATIENCE, after=asked)
    assert "the server is busy" in again.text, "why it stopped is said for as long as it stands still"
    await ana.press(again, "↻ Try again")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_progress_that_telegram_does_not_take_is_shown_at_the_next_chance(
    bot: Bot, ana: Person, simulator: Simulator
) -> None:
    status = await working(bot, ana)
    simulator.faults.plan("editMessageText", Fault(status=502))
    await simulator.until(lambda: any(done.status == 502 for done in simulator.calls), PATIENCE)
    seen = len(simulator.calls)
    await simulator.until(lambda: any(done.method == "editMessageText" for done in simulator.calls[seen:]), PATIENCE)
    assert "▸" in ana.chat.message(status.id).text


async def test_work_is_cancelled_by_a_button_and_goes_on_by_another(bot: Bot, ana: Person) -> None:
    status = await working(bot, ana)
    assert (await ana.press(status, "Cancel")).text == "Stopping…"
    stopped = await ana.chat.wait_for("You stopped the work", PATIENCE)
    await ana.press(stopped, "↻ Try again")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    left = ana.chat.message(stopped.id)
    assert left.buttons == []
    assert "went on below" in left.text


@pytest.mark.usefixtures("bot")
async def test_a_draft_on_the_creators_phone_loses_its_buttons_when_supervisors_decide(cast: Cast) -> None:
    await supervised(cast)
    waits = await cast.creator.chat.wait_for("It is with the supervisors now", PATIENCE)
    assert "Synopsis" in waits.text
    assert waits.buttons == ["✎ Craft", "✍ Authors"], "what decides nothing stays"


@pytest.mark.usefixtures("bot")
async def test_the_bot_is_seen_writing_while_words_are_written(ana: Person, simulator: Simulator) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert any(call.method == "sendChatAction" for call in simulator.calls)


async def test_a_second_episode_keeps_the_first(bot: Bot, cast: Cast) -> None:
    async with playing(cast):
        credits_ = await cast.creator.chat.wait_for("Credits", PATIENCE)
    await cast.creator.press(credits_, "＋ Next episode")
    asked = await cast.creator.chat.wait_for("What happens in the next episode", PATIENCE)
    await cast.creator.say("The moon writes back", reply_to=asked)
    await cast.creator.chat.wait_for("episode 2", PATIENCE)
    numbers = {card.episode.number for card in await bot.views.library(cast.creator.id)}
    assert numbers == {1, 2}


async def test_what_could_not_be_done_as_asked_is_told_with_the_draft_that_shows_it(bot: Bot, ana: Person) -> None:
    artist, voice, writer = bot.fakes["previz"], bot.fakes["kokoro"], bot.fakes["chat"]
    assert isinstance(artist, Fake)
    assert isinstance(voice, Fake)
    assert isinstance(writer, Fake)
    writer.notes = (note("chat-without-schema"),)
    artist.notes = (note("too-many", drawn=5, asked=7),)
    voice.notes = (note("robotic-voice"),)
    await ana.say(IDEA)
    synopsis = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert synopsis.text.count("takes no schema") == 1
    await ana.press(synopsis, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.text.count("takes no schema") == 1
    assert "Shots 1, 2, 3, 4, 5, 6: 5 of 7 characters are drawn" in board.text
    assert "robotic" not in board.text
    await ana.press(board, "✓ Approve")
    preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert preview.text.count("this voice is robotic") == 1
    assert "characters are drawn" not in preview.text
