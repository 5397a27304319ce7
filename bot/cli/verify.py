"""`feuilleton verify`: check the ledger, and name the first entry that does not hold."""

import argparse
import asyncio

from rich.console import Console

from bot.compose import open_studio
from bot.settings import Settings
from storage.errors import StorageError
from storage.ledger import exports
from storage.ledger.walk import Report


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Check a file, or this studio's own ledger."""
    console = Console()
    try:
        report = _of_file(asked) if asked.file else asyncio.run(_own(settings))
    except (OSError, StorageError) as error:
        console.print(str(error), style="red")
        return 1
    console.print(str(report), style="green" if report.clean else "red")
    return 0 if report.clean else 1


def _of_file(asked: argparse.Namespace) -> Report:
    key = asked.key or asked.file.with_suffix(".pub").read_text().strip()
    return exports.verify(asked.file, key)


async def _own(settings: Settings) -> Report:
    async with open_studio(settings) as studio:
        return await studio.store.verify()
