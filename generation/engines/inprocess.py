"""The default engine: threads of this process, a pool for each back-end as wide as the back-end allows."""

import asyncio
import threading
from collections import deque
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from generation.backends import BackEnd, Batching, Made, Workshop, load
from generation.catalog.model import Model
from generation.engines.base import Errand
from generation.errors import Cancelled, InvalidRequest
from generation.requests.identity import Digest
from generation.requests.request import Request


@dataclass(frozen=True, kw_only=True)
class ThreadJob:
    """A request at work in a thread: `off` is set when nobody wants the result any more."""

    errand: Errand
    loop: asyncio.AbstractEventLoop
    off: threading.Event = field(default_factory=threading.Event)

    @property
    def folder(self) -> Path:
        """The folder of what is made."""
        return self.errand.folder

    def source(self, digest: Digest) -> Path:
        """Return the file with this digest."""
        try:
            return self.errand.sources[digest]
        except KeyError:
            raise InvalidRequest(f"the request does not name {digest[:12]} among its sources") from None

    def report(self, fraction: float) -> None:
        """Pass on how far the work is, or stop it."""
        if self.off.is_set():
            raise Cancelled("called off")
        self.loop.call_soon_threadsafe(self.errand.report, fraction)

    def say(self, words: str) -> None:
        """Pass on words as they come, if anybody listens."""
        if self.errand.hear is not None:
            self.loop.call_soon_threadsafe(self.errand.hear, words)

    @property
    def ticket(self) -> str:
        """The provider's name for this job, from an earlier try."""
        return self.errand.slip.ticket if self.errand.slip else ""

    def place(self) -> None:
        """Wait until it is committed that the job is about to be created."""
        if self.off.is_set():
            raise Cancelled("called off")
        if self.errand.slip:
            self._wait(self.errand.slip.place())

    def keep(self, ticket: str) -> None:
        """Wait until the provider's name for the job is committed."""
        if self.errand.slip:
            self._wait(self.errand.slip.keep(ticket))

    def _wait(self, work: Coroutine[Any, Any, None]) -> None:
        """Have the loop do something and wait for it, as only a thread beside the loop may."""
        asyncio.run_coroutine_threadsafe(work, self.loop).result()


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """A request that waits for a thread of its back-end, and what becomes of it."""

    request: Request
    job: ThreadJob
    made: Future[Made] = field(default_factory=Future)


@dataclass(frozen=True)
class _Bench:
    """A back-end, the threads it works in, and what waits for them in the order in which it was asked."""

    backend: BackEnd
    pool: ThreadPoolExecutor
    waiting: deque[_Asked] = field(default_factory=deque)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, asked: _Asked) -> None:
        """Let a thread take it, or another thread take it along."""
        with self.lock:
            self.waiting.append(asked)
        self.pool.submit(self._work)

    def withdraw(self, asked: _Asked) -> None:
        """Take back what no thread has begun."""
        with self.lock, suppress(ValueError):
            self.waiting.remove(asked)
            asked.made.cancel()

    def clear(self) -> None:
        """Take back everything that no thread has begun."""
        for asked in tuple(self.waiting):
            self.withdraw(asked)

    def _work(self) -> None:
        """Make what has waited longest, with what can be made together with it; nothing where that was made already."""
        batch = self._take()
        if batch:
            _make(self.backend, batch)

    def _take(self) -> Sequence[_Asked]:
        with self.lock:
            if not self.waiting:
                return ()
            first = self.waiting.popleft()
            along = _along(self.backend, first, self.waiting)
            for each in along:
                self.waiting.remove(each)
            batch = (first, *along)
            for each in batch:
                each.made.set_running_or_notify_cancel()
            return batch


def _along(backend: BackEnd, first: _Asked, waiting: Sequence[_Asked]) -> Sequence[_Asked]:
    """Return what waits and can be made together with the first: as many as the back-end takes at once."""
    if not isinstance(backend, Batching):
        return ()
    room = backend.together(first.request) - 1
    fitting = (each for each in waiting if backend.fits(first.request, each.request))
    return [each for each, _ in zip(fitting, range(room), strict=False)]


class InProcess:
    """Runs every request in this process; loads a back-end when it is first asked for."""

    def __init__(self, workshop: Workshop, backends: Mapping[str, BackEnd] | None = None) -> None:
        """Take ready-made `backends` by name before the table's own (tests bring theirs)."""
        self._workshop = workshop
        self._given = dict(backends or {})
        self._benches: dict[str, _Bench] = {}

    def model(self, backend: str) -> Model:
        """Return the catalog entry of a back-end's model."""
        return self._bench(backend).backend.model

    async def run(self, backend: str, request: Request, errand: Errand) -> Made:
        """Make what is asked in a thread; on cancellation set the flag, wait for the thread, then let go.

        What no thread has begun is let go at once: the work before it is somebody else's.
        """
        bench = self._bench(backend)
        job = ThreadJob(errand=errand, loop=asyncio.get_running_loop())
        asked = _Asked(request=request, job=job)
        bench.add(asked)
        made = asyncio.wrap_future(asked.made)
        try:
            return await asyncio.shield(made)
        except asyncio.CancelledError:
            job.off.set()
            bench.withdraw(asked)
            await asyncio.gather(made, return_exceptions=True)
            raise

    async def close(self) -> None:
        """Wait for the threads and close every back-end that was used."""
        for bench in self._benches.values():
            bench.clear()
            await asyncio.to_thread(bench.pool.shutdown, cancel_futures=True)
            await asyncio.to_thread(bench.backend.close)
        self._benches.clear()

    def _bench(self, name: str) -> _Bench:
        if name not in self._benches:
            backend = self._given.get(name) or load(name, self._workshop)
            pool = ThreadPoolExecutor(max_workers=backend.workers, thread_name_prefix=name)
            self._benches[name] = _Bench(backend, pool)
        return self._benches[name]


def _make(backend: BackEnd, batch: Sequence[_Asked]) -> None:
    """Let a back-end make what is asked; what breaks in it reaches whoever waits."""
    try:
        results = _together(backend, batch) if len(batch) > 1 else [backend.make(batch[0].request, batch[0].job)]
    except BaseException as error:  # noqa: BLE001 - a thread's edge: it is raised again where it is waited for
        results = [_told(backend, error)] * len(batch)
    for each, result in zip(batch, results, strict=True):
        if isinstance(result, Made):
            each.made.set_result(result)
        else:
            each.made.set_exception(result)


def _together(backend: BackEnd, batch: Sequence[_Asked]) -> Sequence[Made | BaseException]:
    requests, jobs = [each.request for each in batch], [each.job for each in batch]
    return cast("Batching", backend).make_all(requests, jobs)


def _told(backend: BackEnd, error: BaseException) -> BaseException:
    """A future takes no `StopIteration`: who waits for it would wait for ever, and could not be cancelled."""
    if not isinstance(error, StopIteration):
        return error
    told = RuntimeError(f"{backend.model.name} ran out of something")
    told.__cause__ = error
    return told
