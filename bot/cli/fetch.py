"""`feuilleton fetch`: bring weights, fonts and instruments into the cache, with a progress bar each."""

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.assignments import models_assigned
from bot.compose import needs, workshop
from bot.settings import Settings
from generation.catalog.profile import Profile
from generation.errors import Unavailable
from generation.weights import hub
from generation.weights.locker import Fetching, Locker

TESTS = ("whisper-base", "qwen2.5-coder-0.5b")
"""What only the tests use: they listen to the voices, and ask a smaller model what the larger one would do."""


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Fetch what is missing."""
    console = Console()
    try:
        fetch(settings, console, (*needs(settings), *(TESTS if asked.tests else ())))
        fetch_models(settings, console, [profile for profile, _ in models_assigned(settings).values()])
    except Unavailable as error:
        console.print(str(error), style="red", markup=False)
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
    with Progress(*_columns(), console=console) as bars:
        tasks = {name: bars.add_task(name, total=size) for name, size in missing.items()}
        locker = Locker(folder, progress=_show(bars, tasks))
        for name, size in missing.items():
            locker.path(name)
            bars.update(tasks[name], completed=size)


def fetch_models(settings: Settings, console: Console, profiles: Iterable[Profile]) -> None:
    """Fetch the weights of these models of the catalog, where they are not here.

    Raises:
        Unavailable: they cannot be had; the message says why and the remedy.
    """
    ready = workshop(settings)
    missing = [each for each in profiles if not each.is_remote and not hub.hub(ready).has(each)]
    if not missing:
        return
    with Progress(*_columns(), console=console) as bars:
        tasks = {profile.name: bars.add_task(profile.name, total=None) for profile in missing}
        told = replace(ready, fetched=_show(bars, tasks))
        for profile in missing:
            hub.folder(told, profile)


def _columns() -> tuple[ProgressColumn, ...]:
    return TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn()


def _show(bars: Progress, tasks: dict[str, TaskID]) -> Callable[[Fetching], None]:
    def show(fetching: Fetching) -> None:
        bars.update(tasks[fetching.name], completed=fetching.done, total=fetching.total)

    return show
