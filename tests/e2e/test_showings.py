"""A team that asks to see cast, script and voices by themselves; and one that does not, which sees nothing new."""

import io

import av
import pytest

from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from generation.requests.pictures import PanelRequest
from storage.domain.contributions import Kind
from storage.domain.papers import Screenplay, TableRead
from storage.domain.review import Draft, DraftKind, Outcome
from storage.domain.stages import Stage
from storage.views import Sheet
from storage.worklist import worklist
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, draft_of, supervised
from tests.fakes.backends import Fake

pytestmark = pytest.mark.slow

LINE = "shot 2: they should talk about the sea"
"""A wish that changes what is said."""


async def asked(lead: Person, *kinds: str) -> None:
    """Ask for drafts of these kinds on the page of the rules."""
    await lead.command("/team")
    page = await lead.chat.wait_for("👥 Team", PATIENCE)
    await lead.press(page, "⚖ Rules")
    rules = await lead.chat.wait_for("How does the team", PATIENCE)
    for kind in kinds:
        await lead.press(rules, f"☐ {kind}")
        rules = await lead.chat.wait_for(lambda message, kind=kind: f"☑ {kind}" in message.buttons, PATIENCE)


async def drafts(bot: Bot, cast: Cast) -> tuple[Draft, ...]:
    """Return every draft there was, oldest first."""
    (card,) = await bot.views.library(cast.creator.id)
    async with bot.views.moment() as reader:
        return await reader.drafts(card.episode.id)


async def kinds(bot: Bot, cast: Cast) -> list[DraftKind]:
    return [draft.kind for draft in await drafts(bot, cast)]


async def shown(bot: Bot, cast: Cast) -> Sheet:
    """Return the draft that waits."""
    (card,) = await bot.views.library(cast.creator.id)
    assert card.draft is not None
    return await bot.views.sheet(card.draft.id)


def drawn(bot: Bot) -> int:
    """Return how many panels were drawn."""
    artist = bot.fakes["previz"]
    assert isinstance(artist, Fake)
    return sum(isinstance(request, PanelRequest) for request in artist.asked)


async def sent_back(cast: Cast, draft: Message, reason: str) -> Message:
    """Send a draft back with a reason, and return the question."""
    await cast.supervisor.press(draft, "↩ Send back")
    question = await cast.room.wait_for("What should change", PATIENCE, after=draft)
    await cast.supervisor.say(reason, cast.room, reply_to=question)
    return question


async def to_script(cast: Cast, *more: str) -> Message:
    """Bring an episode of a team that asks for its script to that script."""
    await supervised(cast)
    await asked(cast.creator, "Script", *more)
    await cast.supervisor.press(await cast.room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    return await cast.room.wait_for(draft_of("Script"), PATIENCE)


async def to_voices(cast: Cast) -> Message:
    """Bring an episode of a team that asks for script and voices to the voices."""
    await cast.supervisor.press(await to_script(cast, "Voices"), "✓ Approve")
    return await cast.room.wait_for(draft_of("Voices"), PATIENCE)


async def test_a_team_that_asks_for_script_and_voices_goes_the_whole_way(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    first = await to_script(cast, "Voices")
    words = await shown(bot, cast)
    assert words.showing is not None
    assert isinstance(words.showing.paper, Screenplay)
    for number, passage in enumerate(words.showing.paper.passages, 1):
        assert f"\n{number} · " in first.text
        assert passage.action in first.text
        for said in passage.said:
            assert f"{said.name}: “{said.text}”" in first.text
    assert set(words.showing.frames) == {passage.shot for passage in words.showing.paper.passages}
    assert words.card.episode.stage is Stage.SCRIPT_REVIEW
    assert drawn(bot) == 0, "nothing is drawn before the words are approved"

    question = await sent_back(cast, first, LINE)
    second = await room.wait_for(draft_of("Script"), PATIENCE, after=question)
    assert "What changed since the version before" in second.text
    assert "What changed" not in first.text
    assert "Sent back" in room.message(first.id).text
    assert (await shown(bot, cast)).draft.digest != words.draft.digest
    await bo.press(second, "✓ Approve")

    heard = await room.wait_for(draft_of("Voices"), PATIENCE, after=second)
    read = await shown(bot, cast)
    assert read.showing is not None
    assert isinstance(read.showing.paper, TableRead)
    sound = next(message for message in reversed(room.messages) if message.kind == "audio")
    assert sound.id < heard.id
    assert [line.split(" ", 1)[1] for line in sound.text.splitlines()] == [
        f"{each.name}: “{each.text}”" for each in read.showing.paper.heard
    ]
    assert sound.text.startswith("0:00 ")
    with av.open(io.BytesIO(bot.views.path(read.showing.paper.sound).read_bytes())) as container:
        assert round(float(container.duration or 0) / 1000) == pytest.approx(read.showing.paper.milliseconds, abs=60)
    assert drawn(bot) == 0

    await bo.press(heard, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    await room.wait_for("Credits", PATIENCE)
    assert await kinds(bot, cast) == [
        DraftKind.SYNOPSIS,
        DraftKind.SCRIPT,
        DraftKind.SCRIPT,
        DraftKind.VOICES,
        DraftKind.STORYBOARD,
        DraftKind.CUT,
    ]
    (card,) = await bot.views.library(cast.creator.id)
    released = await bot.views.release(card.episode.id)
    assert released is not None
    (supervision,) = [line.credit for line in released.roll if line.name == "Bo" and line.credit.role == "supervisor"]
    assert dict(supervision.counts)[Kind.APPROVED] == 5, "whatever was approved survives in the cut"


async def test_a_team_that_asks_for_nothing_sees_no_new_draft(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    await supervised(cast)
    for kind in ("Synopsis", "Storyboard", "Preview"):
        await bo.press(await room.wait_for(draft_of(kind), PATIENCE), "✓ Approve")
    await room.wait_for("Credits", PATIENCE)
    assert await kinds(bot, cast) == [DraftKind.SYNOPSIS, DraftKind.STORYBOARD, DraftKind.CUT]
    assert not [message for message in room.messages if message.kind == "audio"]


async def test_the_cast_comes_before_the_synopsis_and_stays_approved_while_nobody_looks_different(
    bot: Bot, cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await supervised(cast)
    await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await asked(ana, "Cast")
    await ana.say("Ada should have red hair")
    first = await room.wait_for(draft_of("🎭 Cast"), PATIENCE)
    assert "• Ada — " in first.text
    album = [message for message in room.messages if message.kind == "photo" and message.id < first.id]
    assert album[-1].text.startswith("Ada — ")
    await bo.press(first, "✓ Approve")
    synopsis = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=first)
    assert not [message for message in room.messages if message.kind == "photo" and message.id > first.id]
    await ana.say("title: The Red Lantern")
    again = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=synopsis)
    assert "The Red Lantern" in again.text
    assert (await kinds(bot, cast))[1:] == [DraftKind.CAST, DraftKind.SYNOPSIS, DraftKind.SYNOPSIS]
    await ana.say("Ada should have white hair")
    second = await room.wait_for(draft_of("🎭 Cast"), PATIENCE, after=again)
    question = await sent_back(cast, second, "Ada: black hair")
    await room.wait_for(draft_of("🎭 Cast"), PATIENCE, after=question)
    assert (await shown(bot, cast)).card.episode.stage is Stage.CAST_REVIEW


async def test_a_picture_leaves_the_words_approved_and_a_line_does_not(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    await bo.press(await to_voices(cast), "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    question = await sent_back(cast, board, "shot 3 closer")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE, after=question)
    assert (await kinds(bot, cast)).count(DraftKind.SCRIPT) == 1, "a closer shot is no other script"
    question = await sent_back(cast, board, LINE)
    script = await room.wait_for(draft_of("Script"), PATIENCE, after=question)
    await bo.press(script, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Voices"), PATIENCE, after=script), "✓ Approve")
    await room.wait_for(draft_of("Storyboard"), PATIENCE, after=script)


async def test_a_line_changed_while_it_is_shot_goes_back_to_where_the_words_are_seen(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    await bo.press(await to_script(cast), "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    preview = await room.wait_for(draft_of("Preview"), PATIENCE)
    question = await sent_back(cast, preview, "shot 2 wider")
    preview = await room.wait_for(draft_of("Preview"), PATIENCE, after=question)
    question = await sent_back(cast, preview, LINE)
    script = await room.wait_for(draft_of("Script"), PATIENCE, after=question)
    await bo.press(script, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Storyboard"), PATIENCE, after=script), "✓ Approve")
    await room.wait_for(draft_of("Preview"), PATIENCE, after=script)
    seen = [kind for kind in await kinds(bot, cast) if kind in {DraftKind.SCRIPT, DraftKind.STORYBOARD}]
    assert seen == [DraftKind.SCRIPT, DraftKind.STORYBOARD] * 2, "the wider shot asked for neither"


async def test_a_moment_in_an_answer_to_the_voices_means_the_line_that_is_heard_then(bot: Bot, cast: Cast) -> None:
    draft = await to_voices(cast)
    showing = (await shown(bot, cast)).showing
    assert showing is not None
    assert isinstance(showing.paper, TableRead)
    last = showing.paper.heard[-1]
    sound = next(message for message in cast.room.messages if message.kind == "audio")
    moment = sound.text.splitlines()[-1].split(" ")[0]
    await cast.creator.say(f"{moment} say that softer", cast.room, reply_to=sound)
    counted = await cast.room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == draft.id
    (card,) = await bot.views.library(cast.creator.id)
    (entry,) = (await worklist(bot.views, card.episode.id)).entries
    assert entry.remark.shot == last.shot
    assert entry.remark.frame is not None
    await cast.supervisor.press(counted, "↩ Send back")
    await cast.room.wait_for(lambda message: "Script" in message.text and message.id > draft.id, PATIENCE)


async def test_each_kind_has_a_quorum_of_its_own_and_is_listed_while_it_waits(bot: Bot, cast: Cast) -> None:
    draft = await to_script(cast)
    await cast.supervisor.command("/waiting", cast.room)
    listed = await cast.room.wait_for("One draft waits", PATIENCE)
    assert "Script" in listed.text
    (card,) = await bot.views.library(cast.creator.id)
    crew = await bot.views.crew(card.series.id)
    assert crew.policy.asked == {DraftKind.SCRIPT}
    await cast.creator.command("/team")
    page = await cast.creator.chat.wait_for("Approvals needed: Synopsis 1 · Script 1 · Storyboard 1", PATIENCE)
    await cast.creator.press(page, "⚖ Rules")
    rules = await cast.creator.chat.wait_for("How does the team", PATIENCE)
    assert "Script 2" in rules.buttons
    assert "Voices 2" not in rules.buttons
    await cast.creator.press(rules, "☑ Script")
    await cast.creator.chat.wait_for(lambda message: "☐ Script" in message.buttons, PATIENCE)
    assert (await drafts(bot, cast))[-1].outcome is Outcome.OPEN, "what is up already is decided by people"
    await cast.supervisor.press(draft, "✓ Approve")
    await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_a_creator_alone_may_ask_for_the_script_too(bot: Bot, ana: Person, cast: Cast) -> None:
    await ana.say(IDEA)
    synopsis = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await asked(ana, "Script", "Voices")
    await ana.press(synopsis, "✓ Approve")
    script = await ana.chat.wait_for(draft_of("Script"), PATIENCE)
    await ana.say(LINE)
    script = await ana.chat.wait_for(draft_of("Script"), PATIENCE, after=script)
    await ana.press(script, "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Voices"), PATIENCE, after=script), "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    assert (await kinds(bot, cast)).count(DraftKind.SCRIPT) == 2
