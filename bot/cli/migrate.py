"""`feuilleton migrate`: bring the database to this version's tables. `run` does it by itself."""

import argparse
import asyncio

from rich.console import Console

from bot.compose import open_studio
from bot.settings import Settings
from storage.errors import StorageError


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Open the studio once: that migrates."""
    del asked
    console = Console()
    try:
        asyncio.run(_open(settings))
    except StorageError as error:
        console.print(str(error), style="red")
        return 1
    console.print("The database is up to date.")
    return 0


async def _open(settings: Settings) -> None:
    async with open_studio(settings):
        pass
