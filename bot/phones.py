"""The page of `feuilleton run` without a token: two people with phones, and the group they share with the bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings import Settings
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator


@asynccontextmanager
async def phones(settings: Settings) -> AsyncIterator[tuple[Simulator, str]]:
    """Serve a page with the phones of two people who share a group with the bot; yields its address too.

    Raises:
        OSError: the port is taken.
    """
    simulator = Simulator(settings.home / "simulator")
    ana, bo = simulator.person("Ana", language="en"), simulator.person("Bo", language="fr")
    room = simulator.group("Writers' room", [ana, bo])
    async with serve(simulator, settings.host, settings.port) as address:
        if not any(message.is_from_bot for message in room.messages):
            await ana.add_bot(room, is_admin=True)
        try:
            yield simulator, address
        finally:
            await simulator.aclose()
