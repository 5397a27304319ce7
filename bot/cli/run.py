"""`feuilleton run`: the bot on Telegram, or in the simulator where there is no token."""

import argparse
import asyncio
import contextlib
import signal
import sys

from rich.console import Console
from telegram.error import Conflict, InvalidToken, NetworkError

from bot.compose import builder_of, open_studio, serve, simulated
from bot.settings import Settings
from generation.errors import Unavailable
from storage.errors import StorageError

console = Console()

REMEDIES = {
    InvalidToken: "Telegram does not know this token: check FEUILLETON_TOKEN, or ask @BotFather for it again.",
    Conflict: "Another process polls for the same bot: stop it first, or use another token.",
    NetworkError: "Telegram cannot be reached: check the network and BOT_API_BASE_URL, then start again.",
}


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Run until the process is told to stop."""
    del asked
    try:
        asyncio.run(_until_stopped(settings))
    except Exception as error:  # noqa: BLE001 - what is not expected is raised again
        console.print(remedy(error), style="red")
        return 1
    return 0


def remedy(error: BaseException, *plain: type[Exception]) -> str:
    """Return what to do about a failure in one sentence; a failure without a remedy is raised again.

    `plain` are further errors whose message is that sentence.
    """
    first = first_of(error)
    if isinstance(first, (Unavailable, StorageError, *plain)):
        return str(first)
    known = next((words for kind, words in REMEDIES.items() if isinstance(first, kind)), None)
    if known is None:
        raise error
    return known


async def _until_stopped(settings: Settings) -> None:
    """Run the bot; SIGTERM and SIGINT cancel it, so that everything is closed in order."""
    task = asyncio.current_task()
    if task is not None and sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await (_on_telegram(settings) if settings.token else _in_simulator(settings))


async def _on_telegram(settings: Settings) -> None:
    async with open_studio(settings) as studio:
        console.print("The bot is running. Stop it with Ctrl+C.")
        await serve(settings, studio, builder_of(settings))


async def _in_simulator(settings: Settings) -> None:
    from bot.phones import phones  # noqa: PLC0415 - a bot on Telegram starts sooner without it

    async with open_studio(settings) as studio, phones(settings) as (simulator, address):
        console.print(f"There is no token, so Telegram is simulated. Open {address} and write to the bot.")
        await serve(settings, studio, simulated(simulator))


def first_of(error: BaseException) -> BaseException:
    """Return the first failure of a group of groups."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
