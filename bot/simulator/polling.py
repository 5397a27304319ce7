"""getUpdates: the long poll, and who may poll."""

import asyncio

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.journal import Json
from bot.simulator.rules import Refused
from bot.simulator.updates import allow, confirm, waiting
from bot.simulator.world import World

LONGEST_WAIT = 50
"""Seconds for which a poll is held at most (td)."""
MOST = 100


class Polling:
    """One poller at a time: a new one ends the poll of the one before."""

    def __init__(self, world: World) -> None:
        """Poll this world."""
        self._world = world
        self.begun = 0
        """How many polls have begun."""

    async def get_updates(self, call: Call) -> list[Json]:
        """Return the next updates; an offset confirms those before it.

        Raises:
            Refused: a webhook is set, or another poll began meanwhile.
        """
        world = self._world
        if world.settings.get("webhook", {}).get("url"):
            raise Refused(rules.WEBHOOK_ACTIVE)
        self.begun += 1
        turn = self.begun
        kinds = call.json("allowed_updates")
        allow(world, [str(kind) for kind in kinds] if isinstance(kinds, list) else None)
        confirm(world, call.integer("offset", 0))
        world.commit()
        world.bell.ring()
        limit = min(max(call.integer("limit", MOST), 1), MOST)
        end = asyncio.get_running_loop().time() + min(max(call.integer("timeout", 0), 0), LONGEST_WAIT)
        while not (found := waiting(world, limit)):
            if not await world.bell.wait(end - asyncio.get_running_loop().time()):
                break
            if self.begun != turn:
                raise Refused(rules.TERMINATED)
        return found
