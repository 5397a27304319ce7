"""A real HTTP server of this machine that makes things for money: jobs with tickets, and OpenAI's pictures.

It counts what it creates, charges for it, and does what its switches say: stream, stall, fail, drop, lie, send on.
"""

import base64
import io
import json
import socket
import threading
import wave
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import numpy as np
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generation.errors import Cancelled, Doubtful

BLOCK = 4096


def picture(width: int = 96, height: int = 160, *, form: str = "PNG") -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


def film(frames: int = 12, rate: int = 12, size: tuple[int, int] = (96, 160)) -> bytes:
    """An MP4 whose frames grow brighter."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(frames):
            shade = np.full((size[1], size[0], 3), 40 + number * 180 // frames, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
        container.mux(stream.encode())
    return file.getvalue()


def tone(seconds: float = 2.0, rate: int = 24_000) -> bytes:
    """A WAV file with one tone."""
    samples = 0.4 * np.sin(2 * np.pi * 220 * np.arange(round(seconds * rate)) / rate)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((samples * 32767).astype("<i2").tobytes())
    return file.getvalue()


@dataclass
class Vendor:
    """The server. What is set here is what it does; what happened to it stands in the lists.

    `creates` and `polls` say how creations and questions are answered in turn: `ok`, a status, `drop` (the connection
    breaks off in the answer), `stall` (no answer until the other side is gone), `mute` (an answer without a name). The
    last one holds on. `states` are the words for a job, in turn.
    """

    file: bytes = b""
    media_type: str = "image/png"
    creates: Sequence[str] = ("ok",)
    polls: Sequence[str] = ("ok",)
    states: Sequence[str] = ("queued", "running", "done")
    fetches: Sequence[str] = ("ok",)
    elsewhere: str = ""
    """The address that it names for what it made, in place of its own."""
    sends_on: str = ""
    """Where its own address sends on to."""
    error: str = "broken"
    reason: str = ""
    share: float = 1.0
    """How much of the file it sends."""
    inline: bool = False
    """Whether pictures stand within the answer."""
    echoes: bool = False
    """Whether a picture that is to be changed comes back as it was."""
    tokens: Mapping[str, int] = field(default_factory=dict)
    amount: object = 0.25

    created: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    uploads: list[bytes] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)
    waiting: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    address: str = ""
    fetched: int = 0

    @property
    def charged(self) -> float:
        """What everything that was created costs."""
        return 0.25 * len(self.created)

    async def create(self, request: Request) -> Response:
        """Create a job."""
        how = _turn(self.creates, len(self.created) + len(self.keys.get("create", ())))
        self._remember("create", request)
        body = await request.json()
        if how.isdecimal() and int(how) < 500:
            return JSONResponse({"error": {"message": self.error}}, status_code=int(how), headers={"retry-after": "7"})
        self.created.append(body)
        if how == "mute":
            return JSONResponse({"ok": True})
        return await self._answer(request, how, {"data": {"id": f"job/{len(self.created)}"}})

    async def poll(self, request: Request) -> Response:
        """Say how a job is."""
        how = _turn(self.polls, len(self.asked))
        self.asked.append(request.path_params["ticket"])
        self._remember("poll", request)
        state = _turn(self.states, len(self.asked) - 1)
        where = self.elsewhere or f"{self.address}/files/{request.path_params['ticket']}"
        told = {"state": state, "progress": 50, "error": {"message": self.reason}, "usage": {"cost": self.amount}}
        made = {"output": [{"url": where, "data": base64.b64encode(self.file).decode()}]} if state == "done" else {}
        return await self._answer(request, how, told | made)

    async def cancel(self, request: Request) -> Response:
        """Call a job off."""
        self.cancelled.append(request.path_params["ticket"])
        return JSONResponse({})

    async def upload(self, request: Request) -> Response:
        """Take a picture."""
        async with request.form() as form:
            (file,) = form.values()
            assert not isinstance(file, str)
            self.uploads.append(await file.read())
        return JSONResponse({"at": f"upload-{len(self.uploads)}"})

    async def download(self, request: Request) -> Response:
        """Send what was made."""
        how = _turn(self.fetches, self.fetched)
        self.fetched += 1
        self._remember("file", request)
        if self.sends_on:
            return RedirectResponse(self.sends_on)
        if how.isdecimal():
            return Response(status_code=int(how))
        told = {"content-length": str(len(self.file))}
        sent = self.file[: round(len(self.file) * self.share)]
        return StreamingResponse(
            self._sent(request, sent, stalls=how == "stall"), headers=told, media_type=self.media_type
        )

    async def images(self, request: Request) -> Response:
        """Paint or change a picture at once, as OpenAI's API does."""
        how = _turn(self.creates, len(self.keys.get("create", ())))
        self._remember("create", request)
        if request.headers["content-type"].startswith("application/json"):
            body = await request.json()
        else:
            async with request.form() as form:
                body = {"files": []}
                for name, value in form.multi_items():
                    if isinstance(value, str):
                        body[name] = value
                    else:
                        body["files"].append((name, await value.read()))
        if how.isdecimal() and int(how) < 500:
            error = {"message": self.error, "code": self.reason or None}
            return JSONResponse({"error": error}, status_code=int(how), headers={"retry-after": "7"})
        self.created.append(body)
        if self.echoes:
            self.file = body["files"][0][1]
        where = self.elsewhere or f"{self.address}/files/{len(self.created)}"
        made = {"b64_json": base64.b64encode(self.file).decode()} if self.inline else {"url": where}
        return await self._answer(request, how, {"data": [made], "usage": dict(self.tokens)})

    async def _answer(self, request: Request, how: str, document: object) -> Response:
        match how:
            case "ok":
                return JSONResponse(document)
            case "drop":
                data = json.dumps(document).encode()
                told = {"content-length": str(len(data))}
                return StreamingResponse(self._sent(request, data[:-1], stalls=False), headers=told)
            case "stall":
                return StreamingResponse(self._sent(request, b"", stalls=True), media_type="application/json")
            case _:
                return JSONResponse({"error": self.error}, status_code=int(how))

    async def _sent(self, request: Request, data: bytes, *, stalls: bool) -> AsyncIterator[bytes]:
        for start in range(0, len(data), BLOCK):
            yield data[start : start + BLOCK]
        if stalls:
            self.waiting.set()
            while (await request.receive())["type"] != "http.disconnect":
                pass
            self.left.set()

    def _remember(self, what: str, request: Request) -> None:
        self.keys.setdefault(what, []).append(request.headers.get("authorization", ""))


def _turn(words: Sequence[str], number: int) -> str:
    return words[min(number, len(words) - 1)]


@contextmanager
def vending(file: bytes, media_type: str = "image/png") -> Iterator[Vendor]:
    """Listen on a free port of this machine while the block lasts."""
    vendor = Vendor(file=file, media_type=media_type)
    app = Starlette(
        routes=[
            Route("/jobs", vendor.create, methods=["POST"]),
            Route("/jobs/{ticket:path}/cancel", vendor.cancel, methods=["POST"]),
            Route("/jobs/{ticket:path}", vendor.poll),
            Route("/uploads", vendor.upload, methods=["POST"]),
            Route("/files/{ticket:path}", vendor.download),
            Route("/v1/images/generations", vendor.images, methods=["POST"]),
            Route("/v1/images/edits", vendor.images, methods=["POST"]),
        ]
    )
    with serving(app) as address:
        vendor.address = address
        yield vendor


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """Serve an application on a free port of this machine while the block lasts; give its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app, log_level="critical", lifespan="off", timeout_graceful_shutdown=1, ws="websockets-sansio"
    )
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()
        listening.close()


@dataclass
class Slip:
    """What is remembered of a paid job, in memory: it outlives the jobs that a test kills."""

    ticket: str = ""
    placed: bool = False
    committed: list[str] = field(default_factory=list)


class Killed(BaseException):
    """The process died here."""


@dataclass
class Errand:
    """A job as a back-end sees it, with a slip that is kept; it is called off at a fraction, or killed at a moment."""

    folder: Path
    slip: Slip = field(default_factory=Slip)
    sources: Mapping[str, Path] = field(default_factory=dict)
    off: threading.Event = field(default_factory=threading.Event)
    stop_at: float = 2.0
    dies: str = ""
    """`placed`, `unkept`, `kept` or `polled`: the moment of the kill."""
    told: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        return self.sources[digest]

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if self.dies == "polled" and fraction > 0.4:
            raise Killed
        if self.off.is_set() or fraction >= self.stop_at:
            raise Cancelled("called off")

    def say(self, words: str) -> None:
        raise AssertionError(words)

    @property
    def ticket(self) -> str:
        return self.slip.ticket

    def place(self) -> None:
        if self.slip.placed and not self.slip.ticket:
            raise Doubtful("an earlier try placed it and kept no ticket")
        self.slip.placed = True
        self.slip.committed.append("placed")
        if self.dies == "placed":
            raise Killed

    def keep(self, ticket: str) -> None:
        if self.dies == "unkept":
            raise Killed
        self.slip.ticket = ticket
        self.slip.committed.append(ticket)
        if self.dies == "kept":
            raise Killed


def closed() -> str:
    """An address of this machine where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def written(folder: Path, data: bytes, name: str = "source.png") -> Path:
    """Put bytes into a file."""
    path = folder / name
    path.write_bytes(data)
    return path
