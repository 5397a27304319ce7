"""`feuilleton demo`: one sentence becomes a released episode, played through the real chat at full speed."""

import argparse
import asyncio
import shutil
import time
from collections import Counter
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from agents import production
from agents.crew.language import language_of
from agents.papers import SHOOT, run_off
from agents.studio import Studio
from bot.announcer import RELEASE
from bot.assignments import models_assigned
from bot.cli.fetch import fetch, fetch_models
from bot.cli.run import remedy
from bot.compose import locker, needs, open_studio, serve, simulated
from bot.delivery import deliver
from bot.screenplay import Cast, Stuck, play
from bot.screens.page import shortened
from bot.screens.release import PAGES
from bot.settings import Settings
from bot.sheets import hand_over
from bot.simulator.simulator import Simulator
from bot.simulator.transcript import chat_html
from bot.words import say
from storage.domain.takes import Medium
from storage.views import Release, Views

LOOK = 0.3
"""Seconds between two looks whether the episode is out."""

SHOWN = 300
"""UTF-16 units of a message that are shown; chat.html has all of it."""

PEOPLE = {"fr": ("Camille", "Basile"), "en": ("Ana", "Bo"), "zh": ("小安", "小博")}
ROOMS = {"fr": "La salle d’écriture", "en": "Writers' room", "zh": "编剧室"}


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Make the episode; run again after a stop, it goes on where it was."""
    console = Console()
    settings = settings.model_copy(update={"home": asked.out.resolve() / ".studio", "database": ""})
    language = asked.language or language_of(asked.idea) or "en"
    try:
        fetch(settings, console, needs(settings))
        fetch_models(settings, console, [profile for profile, _ in models_assigned(settings).values()])
        asyncio.run(_demo(settings, asked, language, console))
    except Exception as error:  # noqa: BLE001 - what is not expected is raised again
        console.print(remedy(error, Stuck), style="red")
        return 1
    return 0


async def _demo(settings: Settings, asked: argparse.Namespace, language: str, console: Console) -> None:
    started = time.monotonic()
    simulator = Simulator(settings.home / "simulator")
    creator, supervisor = (simulator.person(name, language=language) for name in PEOPLE[language])
    room = simulator.group(ROOMS[language], [creator, supervisor])
    cast = Cast(creator=creator, supervisor=supervisor, room=room)
    try:
        async with open_studio(settings) as studio:
            with Display(console, language) as display:
                released = await _played(settings, studio, cast, asked.idea, display, simulator)
            await _hand_over(settings, studio, released, simulator, asked.out)
    finally:
        await simulator.aclose()
    console.print(f"\n[green]Done in {time.monotonic() - started:.0f} s.[/] The episode and its papers:")
    for path in sorted(each for each in asked.out.iterdir() if each.is_file()):
        console.print(f"  {path}  {path.stat().st_size / 1e3:,.0f} kB", highlight=False)


async def _hand_over(settings: Settings, studio: Studio, released: Release, simulator: Simulator, out: Path) -> None:
    """Write what was made, the ledger with the key that checks it, and the conversation as it looked."""
    await deliver(Views(studio.store, studio.vault), released, locker(settings), out)
    for printed in await run_off(studio, released.card.episode.id, SHOOT, say):
        await asyncio.to_thread(shutil.copyfile, studio.vault.path(printed.digest), out / printed.name)
    await hand_over(studio, released.card.episode.id, out)
    await studio.store.export(out / "ledger.jsonl")
    language = released.card.series.language
    papers = {"ledger.pub": f"{studio.store.public}\n", "chat.html": chat_html(simulator, out, language=language)}
    for name, text in papers.items():
        await asyncio.to_thread((out / name).write_text, text, "utf-8")


async def _played(
    settings: Settings, studio: Studio, cast: Cast, idea: str, display: "Display", simulator: Simulator
) -> Release:
    """Run the bot and the people until the episode is out."""
    views = Views(studio.store, studio.vault)
    async with asyncio.TaskGroup() as group:
        tasks = (
            group.create_task(serve(settings, studio, simulated(simulator), display.listen)),
            group.create_task(play(cast, idea, display.see)),
        )
        released = await _released(views, cast)
        for task in tasks:
            task.cancel()
    return released


async def _released(views: Views, cast: Cast) -> Release:
    """Wait until the creator's first episode is out and both chats have been shown all of it."""
    while True:
        for card in await views.library(cast.creator.id):
            posts = await views.posts(episode=card.episode.id, purpose=RELEASE)
            shown = Counter(post.chat for post in posts)
            if all(shown[chat.id] >= len(PAGES) for chat in (cast.creator.chat, cast.room)):
                released = await views.release(card.episode.id)
                if released is not None:
                    return released
        await asyncio.sleep(LOOK)


class Display:
    """What a person who watches the demo sees: the chat as it goes, and a bar for each kind of thing that is made."""

    def __init__(self, console: Console, language: str) -> None:
        """Speak the language of the demo."""
        columns = (
            TextColumn("{task.description:>16}"),
            BarColumn(),
            TextColumn("{task.fields[count]}"),
            TimeElapsedColumn(),
        )
        self._bars = Progress(*columns, console=console, transient=True)
        self._language = language
        self._tasks: dict[Medium, TaskID] = {}

    def __enter__(self) -> Self:
        """Show the bars."""
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take them away."""
        self._bars.stop()

    def see(self, who: str, text: str) -> None:
        """Show what someone says or does."""
        words = shortened(text, SHOWN).replace("\n", "\n    ")
        self._bars.console.print(f"[bold]{escape(who)}[/]  {escape(words)}", highlight=False, soft_wrap=True)

    def listen(self, progress: production.Progress) -> None:
        """Show how far something is."""
        if progress.medium not in self._tasks:
            name = say(self._language, f"step-{progress.medium}")
            self._tasks[progress.medium] = self._bars.add_task(name, total=progress.total, count="")
        count = f"{int(progress.done)}/{progress.total}"
        self._bars.update(self._tasks[progress.medium], completed=progress.done, total=progress.total, count=count)
