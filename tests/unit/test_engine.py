"""The engine in this process."""

from pathlib import Path

import pytest

from generation.backends import Workshop
from generation.engines.inprocess import InProcess
from generation.requests import Request, TextRequest
from generation.weights.locker import Locker
from tests.fakes.backends import Fake


def nothing_left(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """Break as a back-end does that takes one more from an iterator than there is."""
    del request
    return next(iter(()))


async def test_whatever_breaks_in_a_back_end_reaches_who_waits(tmp_path: Path) -> None:
    broken = Fake(name="broken", render=nothing_left, media_type="application/json")
    workshop = Workshop(locker=Locker(tmp_path), cache=tmp_path)
    engine = InProcess(workshop, {"broken": broken})
    request = TextRequest(instructions="", messages=(), schema="{}")
    try:
        with pytest.raises(RuntimeError, match="broken"):
            await engine.run("broken", request, sources={}, folder=tmp_path, report=lambda _: None)
    finally:
        await engine.close()
