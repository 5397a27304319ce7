"""The engine in this process."""

import asyncio
import threading
from pathlib import Path

import pytest

from generation.backends import Workshop
from generation.engines.inprocess import InProcess
from generation.requests.chat import TextRequest
from generation.requests.request import Request
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


class Alone(Fake):
    """Makes one thing at a time, as a model in this process does."""

    @property
    def workers(self) -> int:
        return 1


async def test_what_waits_for_its_turn_is_let_go_at_once(tmp_path: Path) -> None:
    begun = threading.Event()
    model = Alone(name="model", render=nothing_left, media_type="application/json", hold=begun)
    engine = InProcess(Workshop(locker=Locker(tmp_path), cache=tmp_path), {"model": model})
    request = TextRequest(instructions="", messages=(), schema="{}")

    def ask() -> asyncio.Task[object]:
        return asyncio.create_task(engine.run("model", request, sources={}, folder=tmp_path, report=lambda _: None))

    first = ask()
    try:
        await asyncio.to_thread(begun.wait)
        second = ask()
        await asyncio.sleep(0)  # it stands in the queue now
        second.cancel()
        await asyncio.wait({second}, timeout=10)
        assert (second.done(), first.done()) == (True, False)
    finally:
        first.cancel()
        await asyncio.wait({first})
        await engine.close()
    assert model.asked == [], "what nobody waits for is not begun"
