"""`feuilleton doctor`: one line for each part, and the remedy where something is wrong."""

import argparse
import asyncio
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.assignments import cautions, models_assigned
from bot.cli.models import fits
from bot.compose import models, needs, open_studio, workshop
from bot.settings import Settings
from generation.catalog.fit import Machine, fit
from generation.catalog.profile import Profile
from generation.chat.ability import measure
from generation.chat.endpoint import choose, probe
from generation.chat.sight import look
from generation.cut.ffmpeg import find
from generation.errors import GenerationError
from generation.machine import measure as measure_machine
from generation.weights.hub import Hub, hub
from generation.weights.locker import Locker
from storage.errors import StorageError

ROOM = 2 << 30
"""Bytes of free disk below which a production may fail half-way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a check found: of which part, whether it is well, and in words what it is or what to do."""

    part: str
    well: bool
    words: str


TELEGRAM = "https://api.telegram.org/bot"

Check = Callable[[Settings], Finding]


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Check everything and return 1 if something is wrong."""
    console = Console()
    findings = list(examine(settings, QUICK if asked.quick else (*QUICK, *THOROUGH)))
    for finding in findings:
        mark, style = ("✓", "green") if finding.well else ("✗", "red")
        words = escape(finding.words)
        console.print(f"[{style}]{mark}[/] {finding.part:<12} {words}", highlight=False, soft_wrap=True)
    return 0 if all(finding.well for finding in findings) else 1


def examine(settings: Settings, checks: Sequence[Check]) -> Iterator[Finding]:
    """Carry out checks one after the other."""
    for check in checks:
        yield check(settings)


def disk(settings: Settings) -> Finding:
    """Look whether there is room, and whether we may write."""
    for folder in (settings.home, settings.cache):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".written").write_text("")
            (folder / ".written").unlink()
        except OSError as error:
            return Finding(
                part="disk",
                well=False,
                words=f"{folder} cannot be written ({error.strerror}): point FEUILLETON_HOME or _CACHE elsewhere",
            )
    free = min(shutil.disk_usage(folder).free for folder in (settings.home, settings.cache))
    words = f"{free / 1e9:.1f} GB free in {settings.home} and {settings.cache}"
    return Finding(part="disk", well=free >= ROOM, words=words if free >= ROOM else f"only {words}: make room")


def database(settings: Settings) -> Finding:
    """Open the database."""

    async def look() -> None:
        async with open_studio(settings):
            pass

    try:
        asyncio.run(look())
    except (StorageError, OSError) as error:
        return Finding(part="database", well=False, words=str(error))
    except GenerationError as error:
        return Finding(part="database", well=False, words=f"not opened, because the studio is not set up: {error}")
    return Finding(part="database", well=True, words="opens, and its tables are this version's")


def token(settings: Settings) -> Finding:
    """Ask Telegram who the bot is."""
    if settings.token is None:
        return Finding(
            part="telegram",
            well=True,
            words="no token: the bot runs in the simulator (set FEUILLETON_TOKEN for Telegram)",
        )

    async def ask(secret: str) -> str:
        async with Bot(secret, base_url=settings.bot_api_base_url or TELEGRAM) as bot:
            return bot.username

    try:
        name = asyncio.run(ask(settings.token.get_secret_value()))
    except InvalidToken:
        return Finding(
            part="telegram", well=False, words="Telegram does not know FEUILLETON_TOKEN: ask @BotFather for it again"
        )
    except TelegramError as error:
        return Finding(
            part="telegram",
            well=False,
            words=f"Telegram cannot be reached ({error.message}): check the network and BOT_API_BASE_URL",
        )
    return Finding(part="telegram", well=True, words=f"the bot is @{name}")


def weights(settings: Settings) -> Finding:
    """Look for weights, fonts and instruments."""
    try:
        missing = Locker(settings.weights).missing(needs(settings))
    except GenerationError as error:
        return Finding(part="weights", well=False, words=str(error))
    if missing:
        size = sum(missing.values()) / 1e6
        words = f"{', '.join(missing)} missing ({size:.0f} MB): run `feuilleton fetch`"
        return Finding(part="weights", well=False, words=words)
    return Finding(part="weights", well=True, words="everything that is used is here and right")


def chosen_models(settings: Settings) -> Finding:
    """Look at the assigned models of the catalog: whether they fit, are here, and what they may be used for."""
    try:
        chosen = models_assigned(settings)
        kept, machine = hub(workshop(settings)), measure_machine(settings.cache)
        wrong = [words for profile, _ in chosen.values() for words in _wrong(profile, kept, machine)]
    except GenerationError as error:
        return Finding(part="models", well=False, words=str(error))
    said = [words for profile, _ in chosen.values() for words in cautions(profile)]
    names = ", ".join(chosen) or "none of the catalog is assigned (`feuilleton models` lists them)"
    return Finding(part="models", well=not wrong, words="; ".join([*(wrong or [names]), *said]))


def _wrong(profile: Profile, kept: Hub, machine: Machine) -> Iterator[str]:
    """Say what keeps a model from being run, with the remedy."""
    is_here = kept.has(profile)
    found = fit(profile, machine, is_here=is_here)
    if not found.is_good:
        yield f"{profile.name} {fits(profile, found)}: choose another (`feuilleton models`)"
    if not profile.is_remote and not is_here:
        yield f"{profile.name} is not here: run `feuilleton models --fetch {profile.name}`"


def program(settings: Settings) -> Finding:
    """Find ffmpeg."""
    try:
        version = find(settings.words()).version
    except GenerationError as error:
        return Finding(part="ffmpeg", well=False, words=str(error))
    return Finding(part="ffmpeg", well=True, words=version)


def backends(settings: Settings) -> Finding:
    """Load each back-end's catalog entry."""
    try:
        names = ", ".join(f"{operation}: {model.name}" for operation, model in models(settings).items())
    except GenerationError as error:
        return Finding(part="back-ends", well=False, words=str(error))
    return Finding(part="back-ends", well=True, words=names)


def language_model(settings: Settings) -> Finding:
    """Ask the language model's server whether it answers."""
    try:
        words = probe(choose(settings.words()))
    except GenerationError as error:
        return Finding(part="language", well=False, words=str(error))
    return Finding(part="language", well=True, words=words)


def writers_room(settings: Settings) -> Finding:
    """Find out what the language model can be trusted with in a conversation; what was found before is kept."""
    try:
        found = measure(workshop(settings))
    except GenerationError as error:
        return Finding(part="room", well=False, words=str(error))
    return Finding(part="room", well=True, words=f"{found.ability}: {found.why}")


def eyes(settings: Settings) -> Finding:
    """Find out whether the language model sees pictures; what was found before is kept."""
    try:
        found = look(workshop(settings))
    except GenerationError as error:
        return Finding(part="eyes", well=False, words=str(error))
    return Finding(
        part="eyes", well=True, words=f"{'sees pictures' if found.sees else 'sees no pictures'}: {found.why}"
    )


QUICK: tuple[Check, ...] = (disk, database, token)
THOROUGH: tuple[Check, ...] = (weights, program, backends, chosen_models, language_model, writers_room, eyes)
