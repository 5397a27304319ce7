"""A provider that is paid: a real server on this machine that counts what it is asked to create, and its back-end."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from generation.backends import Job, Made
from generation.catalog.model import Model, Origin
from generation.catalog.price import Price
from generation.errors import TryAgain
from generation.requests.request import Request
from tests.fakes.backends import Fake, clip

CENT = 10_000
"""Millionths of a euro."""


@dataclass
class Provider:
    """What was created, by ticket in order, and how often each was asked about and fetched."""

    address: str
    created: list[str] = field(default_factory=list)
    polled: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    deaf: threading.Event = field(default_factory=threading.Event)
    """While set, nobody is told about a job."""


@contextmanager
def provider() -> Iterator[Provider]:
    """Serve on a free port of this machine while the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    found = Provider(address=f"http://127.0.0.1:{server.server_port}")
    server.provider = found  # type: ignore[attr-defined]  # the handler's way to it
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """POST /jobs creates one, GET /jobs/N asks about it, GET /jobs/N/file fetches it."""

    def do_POST(self) -> None:
        found = self._provider
        self.rfile.read(int(self.headers["Content-Length"]))
        found.created.append(f"job-{len(found.created) + 1}")
        self._answer({"id": found.created[-1]})

    def do_GET(self) -> None:
        found, (_, _, ticket, *rest) = self._provider, self.path.split("/")
        (found.fetched if rest else found.polled).append(ticket)
        if found.deaf.is_set():
            self.send_error(503)
        else:
            self._answer({"id": ticket, "state": "done" if ticket in found.created else "unknown"})

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - the library calls it so
        """Say nothing."""

    @property
    def _provider(self) -> Provider:
        return self.server.provider  # type: ignore[attr-defined,no-any-return]  # set where it is served

    def _answer(self, body: dict[str, str]) -> None:
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@dataclass(kw_only=True)
class Paid(Fake):
    """Has one medium made by the provider at an address, a job at a time, and fetches what came of it."""

    address: str
    billed: int | None = None
    """What the provider says that a piece cost; nothing where it says nothing."""

    @property
    def model(self) -> Model:
        price = None if self.price is None else Price(micros=self.price)
        return Model(
            name=self.name, version="1", licence="terms", origin=Origin.TRAINED, source=self.address, price=price,
            is_remote=True,
        )  # fmt: skip

    @property
    def workers(self) -> int:
        return 1

    def make(self, request: Request, job: Job) -> Made:
        ticket = job.ticket
        if not ticket:
            job.place()
            ticket = self.create()
            job.keep(ticket)
        self.poll(ticket)
        self.fetch(ticket)
        self.asked.append(request)
        data, suffix, facts = self.render(request)
        path = job.folder / f"made{suffix}"
        path.write_bytes(data)
        return Made(path=path, media_type=self.media_type, facts=facts, micros=self.billed)

    def create(self) -> str:
        """Begin a job, which is paid from then on."""
        return self._asked("/jobs", b"{}")

    def poll(self, ticket: str) -> None:
        """Ask about a job."""
        self._asked(f"/jobs/{ticket}")

    def fetch(self, ticket: str) -> None:
        """Fetch what came of it."""
        self._asked(f"/jobs/{ticket}/file")

    def _asked(self, path: str, data: bytes | None = None) -> str:
        try:
            with urllib.request.urlopen(f"{self.address}{path}", data) as answer:  # noqa: S310 - this machine
                return str(json.loads(answer.read())["id"])
        except OSError as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()  # it is the answer too, and holds a socket
            raise TryAgain(f"the provider did not answer: {error}") from error


def clips(address: str, *, price: int | None = 2 * CENT, name: str = "far-clip") -> Paid:
    """Return a back-end whose clips are bought."""
    return Paid(name=name, render=clip, media_type="video/mp4", address=address, price=price)
