"""`feuilleton verify`: check the ledger, and name the first entry that does not hold; or check a certificate."""

import argparse
import asyncio

from rich.console import Console

from agents.checking import Finding, Given, check, check_here
from bot.cli.finding import sentences, shown
from bot.compose import open_studio
from bot.settings import Settings
from storage.errors import StorageError
from storage.ledger import exports
from storage.ledger.walk import Report


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Check a certificate, a file, or this studio's own ledger."""
    console = Console()
    try:
        if asked.certificate:
            return _tell(console, _certificate(settings, asked))
        report = _of_file(asked) if asked.file else asyncio.run(_own(settings))
    except (OSError, StorageError) as error:
        console.print(str(error), style="red")
        return 1
    console.print(str(report), style="green" if report.clean else "red")
    return 0 if report.clean else 1


def _certificate(settings: Settings, asked: argparse.Namespace) -> Finding:
    """Check a certificate with a key that was given, else with this studio's key and ledger."""
    what = shown(asked.certificate)
    return check(what, asked.key.strip().lower()) if asked.key else asyncio.run(_here(settings, what))


def _tell(console: Console, finding: Finding) -> int:
    style = "green" if finding.clean else "red"
    for sentence in sentences(finding):
        console.print(sentence, style=style, markup=False, highlight=False, soft_wrap=True)
    return 0 if finding.clean else 1


def _of_file(asked: argparse.Namespace) -> Report:
    key = asked.key or asked.file.with_suffix(".pub").read_text().strip()
    return exports.verify(asked.file, key)


async def _own(settings: Settings) -> Report:
    async with open_studio(settings) as studio:
        return await studio.store.verify()


async def _here(settings: Settings, what: Given) -> Finding:
    async with open_studio(settings) as studio:
        return await check_here(studio, what)
