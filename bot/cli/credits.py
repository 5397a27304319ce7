"""`feuilleton credits`: write the credits and authorship sheet of a released episode."""

import argparse
import asyncio

from rich.console import Console

from bot.compose import open_studio
from bot.settings import Settings
from bot.sheets import hand_over
from bot.words import FALLBACK, say
from generation.errors import GenerationError
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId
from storage.errors import StorageError


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Write the sheet as JSON, Markdown, CSV and PDF, in the language of the series."""
    console = Console()
    try:
        asyncio.run(_write(settings, asked))
    except Refused as refusal:
        console.print(say(FALLBACK, f"refused-{refusal.reason}"), style="red")
        return 1
    except (OSError, StorageError, GenerationError) as error:
        console.print(str(error), style="red")
        return 1
    console.print(f"The sheet is in {asked.out}.")
    return 0


async def _write(settings: Settings, asked: argparse.Namespace) -> None:
    async with open_studio(settings) as studio:
        await hand_over(studio, EpisodeId(asked.episode), asked.out)
