"""A bot in a process of its own, on fakes, against the simulator at an address; it can be told when to die.

It dies by SIGKILL, as a power cut or the kernel short of memory would end it.
"""

import asyncio
import functools
import inspect
import logging
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ["PTB_TIMEDELTA"] = "1"

from pydantic import SecretStr

from bot.compose import builder_of, open_studio, serve
from bot.pacing import brisk
from bot.settings import Settings
from tests.fakes.backends import media
from tests.fakes.chat import chat
from tests.fakes.notebook import noted
from tests.fakes.paid import clips

NOTEBOOK = "asked.jsonl"
"""What the back-ends were asked, in the bot's home."""

LOG = "bot.log"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Before or after the `count`th call of a method (`module:Class.method`)."""

    where: str
    when: str
    count: int = 1


def main(home: Path, address: str, token: str, moment: Moment | None = None, far: str = "") -> None:
    """Run a bot until it is killed, at a moment if one is chosen; with `far` its clips are bought at that address."""
    home.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=home / LOG, level=logging.INFO, format="%(process)d %(asctime)s %(name)s %(message)s")
    if moment is not None:
        arm(moment)
    asyncio.run(_run(home, address, token, far))


def arm(moment: Moment) -> None:
    """Make a call of a method deadly."""
    module, _, path = moment.where.partition(":")
    owner, _, name = path.partition(".")
    kind = getattr(import_module(module), owner)
    setattr(kind, name, _deadly(getattr(kind, name), moment))


def _deadly(method: Callable[..., Any], moment: Moment) -> Callable[..., Any]:
    calls = 0

    def step(when: str, number: int) -> None:
        if (when, number) == (moment.when, moment.count):
            os.kill(os.getpid(), signal.SIGKILL)

    @functools.wraps(method)
    def called(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        number = calls
        step("before", number)
        result = method(*args, **kwargs)
        step("after", number)
        return result

    @functools.wraps(method)
    async def awaited(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        number = calls
        step("before", number)
        result = await method(*args, **kwargs)
        step("after", number)
        return result

    return awaited if inspect.iscoroutinefunction(method) else called


async def _run(home: Path, address: str, token: str, far: str) -> None:
    settings = Settings(
        home=home,
        cache=home / "cache",
        token=SecretStr(token),
        bot_api_base_url=f"{address}/bot",
        bot_api_file_url=f"{address}/file/bot",
    )
    bought = {"animatic": clips(far)} if far else {}
    fakes = noted({**media(), "chat": chat(), **bought}, home / NOTEBOOK)
    async with open_studio(settings, backends=fakes) as studio:
        await serve(settings, studio, builder_of(settings).rate_limiter(brisk()))
