"""`feuilleton certificate`: write the certificate of a person, and the record that belongs to it."""

import argparse
import asyncio
from pathlib import Path

from rich.console import Console

from agents.certificate import issue
from agents.forgetting import the_person
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import FALLBACK, say
from generation.errors import GenerationError
from storage.domain.errors import Refused
from storage.errors import StorageError


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Write the page and the data, in the person's language."""
    console = Console()
    try:
        written = asyncio.run(write(settings, asked.person, asked.out))
    except Refused as refusal:
        console.print(say(FALLBACK, f"refused-{refusal.reason}"), style="red")
        return 1
    except (OSError, StorageError, GenerationError) as error:
        console.print(str(error), style="red", markup=False)
        return 1
    for path in written:
        console.print(str(path), highlight=False, markup=False)
    return 0


async def write(settings: Settings, person: str, out: Path) -> tuple[Path, ...]:
    """Write the certificate of a person into a folder; return the files."""
    async with open_studio(settings) as studio:
        issued = await issue(studio, (await the_person(studio, person)).id, say)
    await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
    for name, data in issued.files.items():
        await asyncio.to_thread((out / name).write_bytes, data)
    return tuple(out / name for name in issued.files)
