"""Clips by a model: each is filmed once, and a shot may go on from the last frame of the one before."""

from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.catalog.model import Taken
from generation.errors import TryAgain
from generation.requests.motion import ClipRequest, FrameRequest
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, to_storyboard
from tests.fakes.backends import Fake, media, mover
from tests.fakes.chat import chat
from tests.fakes.paid import clips, provider

pytestmark = pytest.mark.slow

JOIN = "goes on from shot 2 without a cut"


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """The bot on fakes, with a model for clips."""
    moving = settings.model_copy(update={"backends": {"clip": "mover"}})
    async with running(moving, simulator, {**media(), "chat": chat(), "mover": mover()}) as started:
        yield started


def asked_of(bot: Bot, name: str) -> list[ClipRequest | FrameRequest]:
    found = bot.fakes[name]
    assert isinstance(found, Fake)
    return [each for each in found.asked if isinstance(each, ClipRequest | FrameRequest)]


async def joined(ana: Person, approve: str = "✓ Approve") -> Message:
    """Have the third shot go on from the second, and approve the storyboard; return it as it was shown."""
    await ana.say(IDEA)
    await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    before = await ana.chat.wait_for(draft_of("Storyboard", approve), PATIENCE)
    await ana.say("Shot 3 goes on from shot 2")
    board = await ana.chat.wait_for(draft_of("Storyboard", approve), PATIENCE, after=before)
    assert JOIN in board.text
    shown = as_it_is(board)
    await ana.press(board, approve)
    return shown


async def test_what_was_approved_is_what_is_released_each_clip_is_filmed_once(bot: Bot, ana: Person) -> None:
    await ana.press(await to_storyboard(ana), "✓ Approve")
    preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    filmed = asked_of(bot, "mover")
    assert {(clip.width, clip.height) for clip in filmed if isinstance(clip, ClipRequest)} == {(1080, 1920)}
    await ana.press(preview, "✓ Approve")
    await ana.chat.wait_for("is released", PATIENCE)
    assert asked_of(bot, "mover") == filmed


async def test_a_shot_goes_on_from_the_last_frame_of_the_one_before_and_arrives_at_its_own_picture(
    bot: Bot, ana: Person
) -> None:
    await joined(ana)
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    async with bot.studio.store.read() as reader:
        heads = await reader.heads(card.episode.id)
    clips = [each for each in asked_of(bot, "mover") if isinstance(each, ClipRequest)]
    pictures = {f"s{number}": heads[Work(Medium.PANEL, f"s{number}")].digest for number in range(1, 7)}
    frame = heads[Work(Medium.FRAME, "s2")]
    (second,) = [clip for clip in clips if clip.panel == pictures["s2"]]
    third = clips[-1]
    assert asked_of(bot, "frame-grab") == [
        FrameRequest(clip=heads[Work(Medium.CLIP, "s2")].digest, frame=second.frames - 1)
    ]
    assert (third.panel, third.last, third.drawing) == (frame.digest, pictures["s3"], None)
    assert {clip.panel for clip in clips[:-1]} == {pictures[shot] for shot in pictures if shot != "s3"}
    assert all(not clip.last for clip in clips[:-1])


async def test_after_a_failure_only_what_is_missing_of_a_chain_is_filmed(bot: Bot, ana: Person) -> None:
    frames = bot.fakes["frame-grab"]
    assert isinstance(frames, Fake)
    frames.failures.append(TryAgain("busy"))
    await joined(ana)
    stopped = await ana.chat.wait_for("A service did not answer", PATIENCE)
    assert len(asked_of(bot, "mover")) == 5
    await ana.press(stopped, "↻ Try again")
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert len(asked_of(bot, "mover")) == 6


async def test_the_money_for_a_whole_chain_is_asked_for_once(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    with provider() as far:
        asking = settings.model_copy(update={"backends": {"clip": "far"}, "ask_above": Decimal("0.05")})
        async with running(asking, simulator, {**media(), "chat": chat(), "far": clips(far.address)}):
            await joined(ana, "✓ Approve · ≈ €0.12")
            asked = await ana.chat.wait_for("This will cost about €0.12", PATIENCE)
            await ana.press(asked, "✓ Yes, spend up to €0.12")
            preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
            assert len(far.created) == 6
            await ana.press(preview, "✓ Approve")
            await ana.chat.wait_for("is released", PATIENCE)
            assert len(far.created) == 6


async def test_a_person_takes_it_back_with_a_cut(bot: Bot, ana: Person) -> None:
    await joined(ana)
    preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    await ana.say("Shot 3 with a cut")
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE, after=preview)
    clips = asked_of(bot, "mover")
    assert len(clips) == 7
    assert isinstance(clips[-1], ClipRequest)
    assert not clips[-1].last


async def test_a_model_that_takes_no_last_picture_leaves_the_shots_own_unseen_and_says_so(
    bot: Bot, ana: Person
) -> None:
    model = bot.fakes["mover"]
    assert isinstance(model, Fake)
    model.takes = frozenset({Taken.PROMPT})
    board = await joined(ana)
    assert "– shot 3 goes on from the shot before, and its own picture is not seen in the film" in board.text
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    third = asked_of(bot, "mover")[-1]
    assert isinstance(third, ClipRequest)
    assert not third.last


async def test_our_own_animation_cuts_and_says_so(settings: Settings, simulator: Simulator, ana: Person) -> None:
    async with running(settings, simulator, {**media(), "chat": chat()}) as bot:
        await to_storyboard(ana)
        before = ana.chat.messages[-1]
        await ana.say("Shot 3 goes on from shot 2")
        board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=before)
        assert "– shot 3 cuts here and does not go on from the picture before" in board.text
        await ana.press(board, "✓ Approve")
        await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        assert asked_of(bot, "frame-grab") == []
