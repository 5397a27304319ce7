"""The default engine: threads of this process, a pool for each back-end as wide as the back-end allows."""

import asyncio
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from generation.backends import BackEnd, Made, Workshop, load
from generation.catalog import Model
from generation.engines.base import Hear, Report
from generation.errors import Cancelled, InvalidRequest
from generation.requests.identity import Digest
from generation.requests.request import Request


@dataclass(frozen=True, kw_only=True)
class ThreadJob:
    """A request at work in a thread: `off` is set when nobody wants the result any more."""

    folder: Path
    sources: Mapping[Digest, Path]
    tell: Report
    hear: Hear | None = None
    off: threading.Event = field(default_factory=threading.Event)

    def source(self, digest: Digest) -> Path:
        """Return the file with this digest."""
        try:
            return self.sources[digest]
        except KeyError:
            raise InvalidRequest(f"the request does not name {digest[:12]} among its sources") from None

    def report(self, fraction: float) -> None:
        """Pass on how far the work is, or stop it."""
        if self.off.is_set():
            raise Cancelled("called off")
        self.tell(fraction)

    def say(self, words: str) -> None:
        """Pass on words as they come, if anybody listens."""
        if self.hear is not None:
            self.hear(words)


@dataclass(frozen=True)
class _Bench:
    """A back-end and the threads it works in."""

    backend: BackEnd
    pool: ThreadPoolExecutor


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

    async def run(
        self,
        backend: str,
        request: Request,
        *,
        sources: Mapping[Digest, Path],
        folder: Path,
        report: Report,
        hear: Hear | None = None,
    ) -> Made:
        """Make what is asked in a thread; on cancellation set the flag, wait for the thread, then let go.

        What no thread has begun is let go at once: the work before it is somebody else's.
        """
        bench = self._bench(backend)
        loop = asyncio.get_running_loop()

        def tell(fraction: float) -> None:
            loop.call_soon_threadsafe(report, fraction)

        def say(words: str) -> None:
            if hear is not None:
                loop.call_soon_threadsafe(hear, words)

        job = ThreadJob(folder=folder, sources=sources, tell=tell, hear=say)
        work = bench.pool.submit(_make, bench.backend, request, job)
        made = asyncio.wrap_future(work)
        try:
            return await asyncio.shield(made)
        except asyncio.CancelledError:
            job.off.set()
            if not work.cancel():
                await asyncio.gather(made, return_exceptions=True)
            raise

    async def close(self) -> None:
        """Wait for the threads and close every back-end that was used."""
        for bench in self._benches.values():
            await asyncio.to_thread(bench.pool.shutdown, cancel_futures=True)
            await asyncio.to_thread(bench.backend.close)
        self._benches.clear()

    def _bench(self, name: str) -> _Bench:
        if name not in self._benches:
            backend = self._given.get(name) or load(name, self._workshop)
            pool = ThreadPoolExecutor(max_workers=backend.workers, thread_name_prefix=name)
            self._benches[name] = _Bench(backend, pool)
        return self._benches[name]


def _make(backend: BackEnd, request: Request, job: ThreadJob) -> Made:
    """Let a back-end make what is asked; what breaks in it reaches whoever waits.

    A future takes no `StopIteration`: who waits for it would wait for ever, and could not be cancelled.
    """
    try:
        return backend.make(request, job)
    except StopIteration as stop:
        raise RuntimeError(f"{backend.model.name} ran out of something") from stop
