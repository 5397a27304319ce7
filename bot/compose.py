"""The composition root: the one place that knows every part and puts them together.

Nothing heavy is imported here: back-ends load when they are first used, and so do the two servers, of which a bot that
polls Telegram needs neither.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from telegram.ext import Application

from agents.commands.command import Command
from agents.finishing import enlarges
from agents.production import Listener, Progress
from agents.reminders import Reminders
from agents.room.limits import Limits
from agents.room.talk import Setting
from agents.showrunner import Showrunner
from agents.studio import Studio
from agents.tools import Carry
from bot.announcer import Announcer
from bot.app import App, Builder, add_handlers, introduce
from bot.assignments import assigned, catalog, warn
from bot.beside import Beside
from bot.dialling import dial
from bot.ears import Ears
from bot.front import Front
from bot.ingest import LONG_POLL, Worker, poll
from bot.pacing import Pacer, brisk
from bot.probing import Probe, Report, soon
from bot.room import Room
from bot.sender import Sender
from bot.settings import OPTIONAL, Settings
from bot.statusboard import StatusBoard
from bot.streaming.streams import Streams
from bot.words import say
from generation.ability import Measured
from generation.backends import BackEnd, Workshop, load
from generation.catalog.model import Model
from generation.engines.inprocess import InProcess
from generation.errors import Unavailable
from generation.weights.locker import Locker
from generation.weights.locker import Progress as Fetched
from storage.inbox import Inbox
from storage.outbox import Outbox
from storage.postbox import Postbox
from storage.store import Store
from storage.vault import Vault
from storage.views import Views

if TYPE_CHECKING:
    from bot.simulator.simulator import Simulator

log = logging.getLogger(__name__)

POOL = 64
"""Requests to Telegram that may be under way at once."""

LOOKED = 20.0
"""Seconds that a picture waits until it is known whether the model sees: no rule could take it instead."""


def locker(settings: Settings, fetched: Fetched | None = None) -> Locker:
    """Return the locker; `fetched` hears of what is fetched on first use."""
    return Locker(settings.weights, progress=fetched)


def workshop(settings: Settings, fetched: Fetched | None = None) -> Workshop:
    """Return what every back-end is given.

    Raises:
        Unavailable: a catalog of models cannot be read.
    """
    return Workshop(
        locker=locker(settings, fetched),
        cache=settings.cache,
        cores=settings.cores,
        settings=settings.words(),
        catalog=catalog(settings),
        fetched=fetched,
    )


def models(settings: Settings) -> dict[str, Model]:
    """Return the model that does each operation, but for optional ones (`bot.settings`) that are not installed.

    Raises:
        Unavailable: a back-end is not known, or its package is not installed.
    """
    ready, found = workshop(settings), {}
    for operation, name in assigned(settings).items():
        with suppress(Unavailable) if operation in OPTIONAL else nullcontext():
            found[operation] = load(name, ready).model
    return found


def needs(settings: Settings) -> tuple[str, ...]:
    """Return the locker's entries that the assigned back-ends need, each once."""
    return tuple(dict.fromkeys(entry for model in models(settings).values() for entry in model.weights))


@asynccontextmanager
async def open_studio(
    settings: Settings, *, backends: Mapping[str, BackEnd] | None = None, fetched: Fetched | None = None
) -> AsyncIterator[Studio]:
    """Open what lasts and the engine. `backends` are ready-made ones that go before the table's (tests)."""
    for folder in (settings.home, settings.cache, settings.home / "scratch"):
        folder.mkdir(parents=True, exist_ok=True)
    ready, doing = workshop(settings, fetched), assigned(settings)
    warn(settings)
    async with AsyncExitStack() as stack:
        store = await Store.open(settings.database_url, key=settings.home / "ledger.key")
        stack.push_async_callback(store.close)
        engine = InProcess(ready, backends)
        stack.push_async_callback(engine.close)
        vault = Vault(settings.home / "vault")
        await vault.sweep()
        yield Studio(
            store=store,
            vault=vault,
            engine=engine,
            backends=doing,
            scratch=settings.home / "scratch",
            clock=lambda: datetime.now(UTC),
            budget=settings.budget,
        )


@dataclass(frozen=True, kw_only=True)
class Bot:
    """A bot that is put together, and its parts that never rest."""

    app: App
    showrunner: Showrunner
    views: Views
    inbox: Inbox
    announcer: Announcer
    board: StatusBoard
    ears: Ears
    streams: Streams
    room: Room
    worker: Worker
    reminders: Reminders

    async def run(self, updates: Coroutine[None, None, None]) -> None:
        """Run every part until cancelled; `updates` brings updates to the inbox. If one part fails, all end.

        Before anybody can buy, it is told what became of what an earlier process was buying.
        """
        await self.showrunner.studio.till.recover()
        async with asyncio.TaskGroup() as group:
            for part in (
                *(self.showrunner, self.announcer, self.board, self.ears, self.streams),
                *(self.worker, self.reminders),
            ):
                group.create_task(part.run(), name=type(part).__name__)
            group.create_task(updates, name="updates")
            group.create_task(introduce(self.app), name="introduce")
            group.create_task(self.room.learn(), name="learn")


def build_application(builder: Builder, settings: Settings, studio: Studio, *listeners: Listener) -> Bot:
    """Put a bot together on a studio. `builder` may hold a token, addresses and requests already.

    `listeners` hear of progress beside the status board.
    """
    app = builder.updater(None).build()
    inbox, outbox, postbox = Inbox(studio.store), Outbox(studio.store), Postbox(studio.store)
    views = Views(studio.store, studio.vault)
    beside = Beside(views=views, locker=locker(settings), cache=settings.cache, settings=settings.words())
    sender = Sender(app.bot, views, postbox, beside)
    board, streams = StatusBoard(sender, views), Streams(sender, views)

    def listen(progress: Progress) -> None:
        for listener in (board.listen, *listeners):
            listener(progress)

    showrunner = Showrunner(studio=studio, listen=listen, wording=say, at_once=settings.at_once)
    ears = Ears(
        showrunner=showrunner,
        views=views,
        sender=sender,
        is_here=locker(settings).has,
        sees=partial(_sees, Probe(ask=partial(_looked, settings))),
    )
    failures: dict[int, BaseException] = {}
    room = Room(studio=studio, setting=_setting(settings, showrunner))
    front = Front(showrunner=showrunner, views=views, sender=sender, board=board, ears=ears, streams=streams, room=room)
    add_handlers(app, front, failures)
    return Bot(
        app=app,
        showrunner=showrunner,
        views=views,
        inbox=inbox,
        announcer=Announcer(outbox, views, sender, board, enlarges=enlarges(studio)),
        board=board,
        ears=ears,
        streams=streams,
        room=room,
        worker=Worker(app, inbox, failures),
        reminders=Reminders(studio=studio),
    )


def _setting(settings: Settings, showrunner: Showrunner) -> Setting:
    """Furnish the writers' room."""
    limits, ability = replace(Limits(), **settings.room), Probe(ask=partial(_measured, settings))
    return Setting(wording=say, ability=ability.found, carry=_carry(showrunner), limits=limits)


def _measured(settings: Settings, report: Report) -> Measured:
    """Return what the chat model of the settings can be trusted with."""
    from generation.chat.ability import measure  # noqa: PLC0415

    return measure(workshop(settings), report)


def _looked(settings: Settings, report: Report) -> bool:
    """Return whether the chat model of the settings sees pictures."""
    from generation.chat.sight import look  # noqa: PLC0415

    return look(workshop(settings), report).sees


async def _sees(probe: Probe[bool]) -> bool:
    """Return whether the chat model sees pictures; one that cannot be asked now does not."""
    return await soon(probe.found(), otherwise=False, patience=LOOKED)


def _carry(showrunner: Showrunner) -> Carry:
    async def carry(command: Command, cause: int) -> None:
        await showrunner.handle(command, cause=cause)

    return carry


def builder_of(settings: Settings) -> Builder:
    """Return a builder with the token and the addresses of the settings.

    Raises:
        Unavailable: there is no token.
    """
    if settings.token is None:
        raise Unavailable("there is no token: set FEUILLETON_TOKEN to the one that @BotFather gave you")
    builder: Builder = Application.builder().token(settings.token.get_secret_value())
    builder = builder.get_updates_read_timeout(LONG_POLL + 10).connection_pool_size(POOL).rate_limiter(Pacer())
    if settings.bot_api_base_url:
        builder = builder.base_url(settings.bot_api_base_url)
    if settings.bot_api_file_url:
        builder = builder.base_file_url(settings.bot_api_file_url)
    return builder


def simulated(simulator: "Simulator") -> Builder:
    """Return a builder that speaks to a simulator in this process, as fast as it listens."""
    from bot.simulator.in_process import in_process  # noqa: PLC0415

    return in_process(simulator).rate_limiter(brisk())


async def serve(settings: Settings, studio: Studio, builder: Builder, *listeners: Listener) -> None:
    """Run a bot until cancelled: by webhook where an address is set, else by polling.

    Raises:
        Unavailable: another bot works in the same home.
        InvalidToken: Telegram does not know the bot.
    """
    bot = build_application(builder, settings, studio, *listeners)
    with alone(settings.home):
        async with _answering(bot.app):
            if not settings.webhook_url:
                await dial("deleteWebhook", bot.app.bot.delete_webhook)  # one set before would keep us from polling
            await bot.run(_updates(bot, settings))


@asynccontextmanager
async def _answering(app: App) -> AsyncIterator[None]:
    """Open an application, for as long as it takes until Telegram answers, and close it."""
    try:
        await dial("getMe", app.initialize)
        yield
    finally:
        await app.shutdown()
        await app.bot.shutdown()  # where Telegram never answered, the application counts as not opened


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep a second bot out of a home: both would make, and pay for, the same takes. The lock dies with its process."""
    try:
        held = FileLock(home / "bot.lock").acquire(timeout=0)
    except Timeout:
        raise Unavailable(f"another bot works in {home}: stop it first, or set FEUILLETON_HOME to another") from None
    with held:
        yield


def _updates(bot: Bot, settings: Settings) -> Coroutine[None, None, None]:
    """Return what brings updates to the inbox."""
    if not settings.webhook_url:
        return poll(bot.app.bot, bot.inbox)
    from bot.webhook import deliveries  # noqa: PLC0415

    return deliveries(bot.app.bot, bot.inbox, settings)
