"""The engine in this process."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from generation.backends import Job, Made, Workshop
from generation.engines.base import Errand
from generation.engines.inprocess import InProcess
from generation.errors import GenerationError
from generation.requests.chat import TextRequest
from generation.requests.request import Request
from generation.requests.sound import CueRequest
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
            await engine.run("broken", request, Errand(folder=tmp_path))
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
        return asyncio.create_task(engine.run("model", request, Errand(folder=tmp_path)))

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


class Choir(Alone):
    """Makes what waits together, four at a time, where the seeds are of one kind."""

    batches: list[int]

    def together(self, request: Request) -> int:
        del request
        return 4

    def fits(self, request: Request, other: Request) -> bool:
        return isinstance(request, CueRequest) and isinstance(other, CueRequest) and request.mood == other.mood

    def make_all(self, requests: Sequence[Request], jobs: Sequence[Job]) -> Sequence[Made | GenerationError]:
        self.batches.append(len(requests))
        return [self._one(request, job) for request, job in zip(requests, jobs, strict=True)]

    def _one(self, request: Request, job: Job) -> Made | GenerationError:
        try:
            return self.make(request, job)
        except GenerationError as error:
            return error


def piece(request: Request) -> tuple[bytes, str, dict[str, object]]:
    assert isinstance(request, CueRequest)
    return request.mood.encode(), "txt", {"seed": request.seed}


async def test_what_waits_is_made_together_where_it_fits_and_one_that_is_called_off_stops_no_other(
    tmp_path: Path,
) -> None:
    begun = threading.Event()
    choir = Choir(name="choir", render=piece, media_type="text/plain", hold=begun)
    choir.batches = []
    engine = InProcess(Workshop(locker=Locker(tmp_path), cache=tmp_path), {"choir": choir})

    def ask(number: int, mood: str = "joy") -> asyncio.Task[Made]:
        folder = tmp_path / f"{number}"
        folder.mkdir()
        request = CueRequest(mood=mood, milliseconds=1000, seed=number)
        return asyncio.create_task(engine.run("choir", request, Errand(folder=folder)))

    first = ask(0)
    try:
        await asyncio.to_thread(begun.wait)
        rest = [ask(1), ask(2), ask(3, "sad"), ask(4), ask(5), ask(6)]
        await asyncio.sleep(0)
        rest[1].cancel()  # nobody has begun it
        first.cancel()
        made = [await task for number, task in enumerate(rest) if number != 1]
    finally:
        await engine.close()
    assert [each.facts["seed"] for each in made] == [1, 3, 4, 5, 6]
    assert choir.batches == [4]


class Counted:
    """A slip that is kept in memory."""

    def __init__(self, ticket: str = "") -> None:
        self.ticket, self.placed = ticket, 0

    async def place(self) -> None:
        self.placed += 1

    async def keep(self, ticket: str) -> None:
        self.ticket = ticket


class Provider(Fake):
    """Creates a job unless there is one, and keeps its name before it goes on."""

    def make(self, request: Request, job: Job) -> Made:
        if not job.ticket:
            job.place()
            job.keep("job-1")
        return super().make(request, job)


async def test_a_paid_job_is_known_beyond_the_process_before_anybody_asks_about_it(tmp_path: Path) -> None:
    provider = Provider(name="provider", render=piece, media_type="text/plain")
    engine = InProcess(Workshop(locker=Locker(tmp_path), cache=tmp_path), {"provider": provider})
    request, slip = CueRequest(mood="joy", milliseconds=1000, seed=1), Counted()
    try:
        for _ in range(2):
            await engine.run("provider", request, Errand(folder=tmp_path, slip=slip))
    finally:
        await engine.close()
    assert (slip.ticket, slip.placed) == ("job-1", 1)
