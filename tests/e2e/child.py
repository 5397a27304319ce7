"""A bot in a process of its own, to be killed: `python child.py HOME ADDRESS TOKEN [WHERE WHEN COUNT]`.

It dies by SIGKILL before or after the COUNTth call of WHERE (`module:Class.method`), so that a test can choose the
moment. Without them it runs until it is killed from outside.
"""

import asyncio
import functools
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ["PTB_TIMEDELTA"] = "1"

from pydantic import SecretStr

from bot.compose import builder_of, open_studio, serve
from bot.settings import Settings
from tests.fakes.backends import media
from tests.fakes.chat import chat

Method = Callable[..., Awaitable[Any]]


def die() -> None:
    """End as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(where: str, when: str, count: int) -> None:
    """Make the COUNTth call of a coroutine method deadly."""
    module, _, path = where.partition(":")
    owner, _, name = path.partition(".")
    kind = getattr(import_module(module), owner)
    method: Method = getattr(kind, name)
    calls = 0

    @functools.wraps(method)
    async def deadly(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == count and when == "before":
            die()
        result = await method(*args, **kwargs)
        if calls == count and when == "after":
            die()
        return result

    setattr(kind, name, deadly)


async def run(home: Path, address: str, token: str) -> None:
    """Run a bot on fakes against the simulator at an address."""
    settings = Settings(
        home=home,
        cache=home / "cache",
        token=SecretStr(token),
        bot_api_base_url=f"{address}/bot",
        bot_api_file_url=f"{address}/file/bot",
    )
    async with open_studio(settings, backends={**media(), "chat": chat()}) as studio:
        await serve(settings, studio, builder_of(settings))


if __name__ == "__main__":
    if len(sys.argv) > 4:
        arm(sys.argv[4], sys.argv[5], int(sys.argv[6]))
    asyncio.run(run(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
