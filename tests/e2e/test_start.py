"""The bot starts while Telegram is away, and ends where waiting would not help."""

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.cli.run import remedy
from bot.compose import open_studio, serve, simulated
from bot.settings import Settings
from bot.simulator.faults import Fault
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from tests.e2e.conftest import running

NOWHERE = {401: "Unauthorized", 404: "Not Found"}


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
@pytest.mark.parametrize("fault", [Fault(status=502), Fault(is_lost=True), Fault(status=429, retry_after=1)])
async def test_telegram_that_is_away_at_start_is_asked_again(
    method: str, fault: Fault, settings: Settings, simulator: Simulator, ana: Person
) -> None:
    simulator.faults.plan(method, fault)
    async with running(settings, simulator, {}):
        await ana.start()
        await ana.chat.wait_for("Welcome")


@pytest.mark.parametrize("status", NOWHERE)
async def test_a_wrong_token_ends_the_bot_with_one_clear_line(
    status: int, settings: Settings, simulator: Simulator
) -> None:
    simulator.faults.plan("getMe", Fault(status=status, description=NOWHERE[status]))
    async with open_studio(settings, backends={}) as studio:
        with pytest.raises(InvalidToken) as refused:
            await serve(settings, studio, simulated(simulator))
    line = remedy(refused.value)
    assert line.startswith("Telegram does not know this token")
    assert simulator.token not in line


async def test_a_bot_that_waits_for_telegram_can_be_stopped(settings: Settings, simulator: Simulator) -> None:
    simulator.faults.plan("getMe", Fault(status=502), times=99)
    async with open_studio(settings, backends={}) as studio:
        bot = asyncio.create_task(serve(settings, studio, simulated(simulator)))
        await simulator.until(lambda: bool(simulator.calls), 10)
        bot.cancel()
        with pytest.raises(asyncio.CancelledError):
            await bot
