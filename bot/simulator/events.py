"""Server-sent events: the page's copy of the world, first whole, then every change."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.simulator.journal import Change
from bot.simulator.world import World

PUBLIC = frozenset(
    {"people", "chats", "messages", "topics", "reactions", "drafts", "actions", "callbacks", "profile", "complaints"}
)
HEARTBEAT = 15.0
"""Seconds after which a silent stream says something, so that a dead connection is noticed."""


class Events:
    """Streams of changes to any number of pages."""

    def __init__(self, world: World) -> None:
        """Follow the world's journal."""
        self._world = world
        self._pages: set[asyncio.Queue[list[Change] | None]] = set()
        world.journal.follow(self._push)

    def _push(self, changes: list[Change]) -> None:
        shown = [change for change in changes if _is_public(change)]
        for page in self._pages:
            page.put_nowait(shown)

    def close(self) -> None:
        """End all streams."""
        for page in self._pages:
            page.put_nowait(None)

    async def stream(self, _request: Request) -> Response:
        """Answer `/events`."""
        return StreamingResponse(self._changes(), headers={"cache-control": "no-store"}, media_type="text/event-stream")

    async def _changes(self) -> AsyncIterator[str]:
        page: asyncio.Queue[list[Change] | None] = asyncio.Queue()
        self._pages.add(page)
        try:
            bot: Change = ("bot", 0, self._world.bot)
            yield _event("world", [bot, *(change for change in self._world.journal if _is_public(change))])
            while True:
                try:
                    changes = await asyncio.wait_for(page.get(), HEARTBEAT)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if changes is None:
                    return
                if changes:
                    yield _event("changes", changes)
        finally:
            self._pages.discard(page)


def _is_public(change: Change) -> bool:
    return change[0].partition("/")[0] in PUBLIC


def _event(name: str, changes: list[Change]) -> str:
    return f"event: {name}\ndata: {json.dumps(changes, ensure_ascii=False)}\n\n"
