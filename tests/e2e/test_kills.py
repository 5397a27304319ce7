"""The process is killed (SIGKILL) between any two steps: nothing is lost, and nothing is made or told twice."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from bot.compose import open_studio, simulated
from bot.compose import serve as serve_bot
from bot.screenplay import Cast
from bot.sender import LINE
from bot.settings import Settings
from bot.simulator.faults import Fault
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator
from generation.errors import Unavailable
from storage.inbox import TRIES
from tests.e2e.child import Moment
from tests.e2e.conftest import IDEA, playing
from tests.e2e.mortal import Mortal, examine

pytestmark = [pytest.mark.slow, pytest.mark.lengthy]

PATIENCE = 120
"""Seconds for what takes five on an idle machine."""

KILLS = 10
"""Random kills an episode."""

SPREAD = 14
"""Signs of life between two random kills at the most: an episode gives about a hundred."""

JITTER = 0.05
"""Seconds after a sign of life at the most."""

MOMENTS = {
    "updates are in the inbox but not acknowledged": Moment(where="storage.inbox:Inbox.add", when="after", count=2),
    "a command's transaction is half written": Moment(where="storage.unit:Unit.choose", when="before"),
    "a command is committed but its update is not done": Moment(
        where="storage.inbox:Inbox.done", when="before", count=2
    ),
    "a back-end has begun": Moment(where="tests.fakes.notebook:Notebook.append", when="after", count=3),
    "a take's file is made but not in the vault": Moment(where="storage.vault:Vault.put", when="before", count=9),
    "a take is in the vault but not in the database": Moment(where="storage.vault:Vault.put", when="after", count=12),
    "a take is committed": Moment(where="agents.studio:Desk._keep", when="after", count=5),
    "a draft is opened but not announced": Moment(where="bot.announcer:Announcer._draft_opened", when="before"),
    "a message is sent but not remembered": Moment(where="storage.postbox:Postbox.keep", when="before", count=6),
    "a verdict is committed but its press is not answered": Moment(
        where="agents.showrunner:Showrunner._look_again", when="before", count=2
    ),
}


@pytest.fixture
async def mortal(simulator: Simulator, tmp_path: Path) -> AsyncIterator[Mortal]:
    """A bot that is not started yet."""
    async with serve(simulator) as address:
        bot = Mortal(home=tmp_path / "home", address=address, simulator=simulator)
        try:
            yield bot
        finally:
            bot.kill()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
async def test_an_episode_is_released_whole_after_a_kill_when(moment: Moment, mortal: Mortal, cast: Cast) -> None:
    mortal.start(moment)
    async with playing(cast):
        await mortal.death(PATIENCE)
        mortal.start()
        await mortal.rest(cast, PATIENCE)
    await examine(mortal, cast)


@pytest.mark.parametrize("seed", range(5))
async def test_ten_kills_at_random_moments_lose_nothing_and_make_nothing_twice(
    seed: int, mortal: Mortal, cast: Cast
) -> None:
    random = Random(seed)
    async with playing(cast):
        for _ in range(KILLS):
            mortal.start()
            await mortal.live(random.randint(1, SPREAD), PATIENCE)
            await asyncio.sleep(random.uniform(0, JITTER))
            mortal.kill()
        mortal.start()
        await mortal.rest(cast, PATIENCE)
    assert mortal.kills == KILLS
    # A bot that dies before it asks about a credit line may find the episode out when it is back.
    await examine(mortal, cast, late={LINE})


async def test_a_person_is_answered_although_the_bot_dies_when_it_would_say_that_it_failed(
    mortal: Mortal, cast: Cast
) -> None:
    mortal.simulator.faults.plan("sendMessage", Fault(status=500), times=TRIES)
    mortal.start(Moment(where="bot.ingest:Worker._apologise", when="before"))
    await cast.creator.start()
    await mortal.death(PATIENCE)
    mortal.start()
    await cast.creator.chat.wait_for("Welcome", PATIENCE)


async def test_a_draft_that_the_bot_forgot_by_a_kill_is_closed_when_someone_approves_it(
    mortal: Mortal, cast: Cast
) -> None:
    ana = cast.creator
    mortal.start(
        Moment(where="storage.postbox:Postbox.keep", when="before", count=4)
    )  # after the status: sent, settled; and after the sheets
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(lambda message: "✓ Approve" in message.buttons, PATIENCE)
    await mortal.death(PATIENCE)
    async with asyncio.TaskGroup() as group:
        group.create_task(ana.press(draft, "✓ Approve"))
        mortal.start()
        await ana.chat.wait_for(lambda message: message.id == draft.id and not message.buttons, PATIENCE)
    assert "Approved" in ana.chat.message(draft.id).text


async def test_a_second_start_on_a_home_is_refused_while_the_first_runs(mortal: Mortal, cast: Cast) -> None:
    settings = Settings(home=mortal.home, cache=mortal.home / "cache")
    mortal.start()
    await cast.creator.start()
    await cast.creator.chat.wait_for("Welcome", PATIENCE)
    async with open_studio(settings) as studio:
        with pytest.raises(Unavailable, match="another bot works in"):
            async with asyncio.timeout(PATIENCE):
                await serve_bot(settings, studio, simulated(mortal.simulator))
    mortal.kill()
    async with open_studio(settings) as studio, asyncio.TaskGroup() as group:
        second = group.create_task(serve_bot(settings, studio, simulated(mortal.simulator)))
        await cast.creator.command("/help")
        await cast.creator.chat.wait_for("How it works", PATIENCE)
        second.cancel()


async def test_lost_answers_and_failures_of_telegram_end_in_a_release_all_the_same(mortal: Mortal, cast: Cast) -> None:
    faults = mortal.simulator.faults
    faults.lose("sendMessage")
    for method in ("getUpdates", "sendMediaGroup", "editMessageText"):
        faults.refuse(method, retry_after=1)
    for method in (
        "setMyCommands",
        "getUpdates",
        "answerCallbackQuery",
        "editMessageText",
        "sendVideo",
        "sendDocument",
    ):
        faults.plan(method, Fault(status=502), times=2)
    mortal.start()
    async with playing(cast):
        await mortal.rest(cast, PATIENCE)
    await examine(mortal, cast, lost=1, late={LINE})
