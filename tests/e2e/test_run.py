"""`feuilleton run` as a person starts it: a process of its own, no token, nothing set up."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds that a busy machine may take; nothing here measures time."""


@asynccontextmanager
async def started(home: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the command with its folders in `home`; it is killed if the test leaves it running."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FEUILLETON_", "BOT_API_"))}
    variables = kept | {
        "HOME": str(home),
        "FEUILLETON_HOME": str(home / "studio"),
        "FEUILLETON_CACHE": str(home / "cache"),
        "FEUILLETON_PORT": "0",
        "PYTHONPATH": str(ROOT),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), env=variables, cwd=home, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def address_of(process: asyncio.subprocess.Process) -> str:
    """Read what the command prints until it names the page's address, which a terminal may have broken off."""
    assert process.stdout is not None
    said = ""
    while (found := re.search(r"Open (http://[\d.]+:\d+)\s", said)) is None:
        line = await process.stdout.readline()
        assert line, f"it ended without an address: {said!r}"
        said += line.decode()
    return found[1]


@pytest.mark.slow
async def test_run_names_its_page_polls_and_stops_when_it_is_told_to(tmp_path: Path) -> None:
    async with asyncio.timeout(PATIENCE), started(tmp_path) as process, httpx.AsyncClient() as client:
        address = await address_of(process)
        page = await client.get(address)
        assert page.status_code == httpx.codes.OK
        assert "<title>" in page.text
        async with client.stream("GET", f"{address}/events") as events:
            async for line in events.aiter_lines():
                if "Hello, Writers' room" in line:  # only a bot that polls can have said so
                    break
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
