"""`feuilleton fetch`: bring weights, fonts and instruments into the cache, with a progress bar each."""

import argparse
from collections.abc import Callable, Iterable

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from bot.compose import needs
from bot.settings import Settings
from generation.errors import Unavailable
from generation.weights.locker import Fetching, Locker

TESTS = ("whisper-base", "qwen2.5-coder-0.5b")
"""What only the tests use: they listen to the voices, and ask a smaller model what the larger one would do."""


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Fetch what is missing."""
    console = Console()
    try:
        fetch(settings, console, (*needs(settings), *(TESTS if asked.tests else ())))
    except Unavailable as error:
        console.print(str(error), style="red")
        return 1
    return 0


def fetch(settings: Settings, console: Console, names: Iterable[str]) -> None:
    """Fetch what is missing of these entries of the locker.

    Raises:
        Unavailable: none of its sources gives an entry, or the disk is too full.
    """
    folder = settings.weights
    missing = Locker(folder).missing(names)
    if not missing:
        return
    console.print(f"Fetching {len(missing)} things, {sum(missing.values()) / 1e6:.0f} MB, into {folder}")
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars:
        tasks = {name: bars.add_task(name, total=size) for name, size in missing.items()}
        locker = Locker(folder, progress=_show(bars, tasks))
        for name, size in missing.items():
            locker.path(name)
            bars.update(tasks[name], completed=size)


def _show(bars: Progress, tasks: dict[str, TaskID]) -> Callable[[Fetching], None]:
    def show(fetching: Fetching) -> None:
        bars.update(tasks[fetching.name], completed=fetching.done)

    return show
