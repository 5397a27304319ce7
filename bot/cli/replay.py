"""`feuilleton replay`: the making of an episode as one page for a browser."""

import argparse
import asyncio
from pathlib import Path

from rich.console import Console

from bot.cli.episode import the_episode
from bot.compose import open_studio
from bot.replay.page import replay
from bot.settings import Settings
from storage.errors import StorageError
from storage.making import making


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Write the page."""
    console = Console()
    try:
        asyncio.run(write(settings, asked.episode, asked.out, asked.language))
    except (OSError, StorageError) as error:
        console.print(str(error), style="red", markup=False)
        return 1
    console.print(f"{asked.out}  {asked.out.stat().st_size / 1e3:,.0f} kB", highlight=False, markup=False)
    return 0


async def write(settings: Settings, episode: str, out: Path, language: str | None = None) -> None:
    """Write the page of an episode, in the language of its series unless another is asked for."""
    async with open_studio(settings) as studio:
        made = await making(studio.store, studio.vault, await the_episode(studio, episode))
        page = await asyncio.to_thread(replay, made, studio.vault.path, language or made.series.language)
        await asyncio.to_thread(out.write_text, page, "utf-8")
