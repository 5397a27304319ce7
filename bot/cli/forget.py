"""`feuilleton forget`: remove a person's name and words, at their wish."""

import argparse
import asyncio

from rich.console import Console

from agents.forgetting import forget, the_person
from bot.compose import alone, open_studio
from bot.settings import Settings
from bot.words import say
from generation.errors import Unavailable
from storage.errors import StorageError

STAYS = """What stays: what others or models made from the words (synopsis, script, answers, drawings, films, papers),
the name on the credits of films that are cut already, what was sent in chats, and the ledger, whose digests give no
words away."""


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Ask whether it is meant, and forget."""
    console = Console()
    try:
        return asyncio.run(_forget(settings, asked, console))
    except (Unavailable, StorageError) as error:
        console.print(str(error), style="red", markup=False)
        return 1


async def _forget(settings: Settings, asked: argparse.Namespace, console: Console) -> int:
    with alone(settings.home):
        async with open_studio(settings) as studio:
            person = await the_person(studio, asked.person)
            console.print(
                f"{person.name} ({person.id}) will be forgotten: name, chat, roles and typed words.", markup=False
            )
            console.print(STAYS)
            if not asked.yes and console.input("Type yes to go on: ").strip().lower() != "yes":
                console.print("Nothing was changed.")
                return 1
            gone = await forget(studio, person, say)
            report = await studio.store.verify()
    console.print(f"{gone.texts} texts and {gone.prompts} prompts with them are removed. The ledger is {report}.")
    return 0 if report.clean else 1
