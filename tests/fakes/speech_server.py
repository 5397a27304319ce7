"""A real HTTP server of this machine that speaks OpenAI's `audio/speech`, and does what a script says, good or bad."""

import io
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import soundfile
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.fakes.openai_server import listening

BLOCK = 4096
RATE = 24_000
TYPES = {"wav": "audio/wav", "flac": "audio/flac", "mp3": "audio/mpeg"}
PITCHES = {"alloy": 210, "onyx": 110}


def spoken(body: Mapping[str, Any], seconds: float = 0) -> bytes:
    """A file of the kind that a body asks for: a tone for each voice, as long as its words take at its speed."""
    seconds = seconds or 0.06 * len(body["input"]) / body.get("speed", 1)
    time = np.arange(round(seconds * RATE)) / RATE
    tone = 0.3 * np.sin(2 * np.pi * PITCHES.get(body["voice"], 160) * time) * np.minimum(1, 20 * time)
    file = io.BytesIO()
    soundfile.write(file, tone.astype(np.float32), RATE, format=body["response_format"].upper())
    return file.getvalue()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server does: what it sends of the sound that was asked for, how it calls it, how it fails."""

    status: int = 200
    error: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    data: Callable[[Mapping[str, Any]], bytes] = spoken
    media_type: str = ""
    share: float = 1.0
    """How much of it is sent."""
    tells_length: bool = True
    hangs: bool = False
    """After that it sends nothing more, until the other side is gone."""
    elsewhere: str = ""


@dataclass
class SpeechServer:
    """The server: `script` is taken answer by answer, then it simply speaks.

    `asked` are the bodies of all requests, `keys` what they showed. `waiting` is set when an answer hangs, `left` when
    the other side has gone.
    """

    script: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    waiting: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    async def speech(self, request: Request) -> Response:
        """Do the next thing."""
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers.get("authorization", ""))
        answer = self.script.pop(0) if self.script else Answer()
        if answer.elsewhere:
            return RedirectResponse(answer.elsewhere)
        if answer.status != 200:
            return JSONResponse(
                {"error": {"message": answer.error}}, status_code=answer.status, headers=dict(answer.headers)
            )
        data = answer.data(body)
        told = {"content-length": str(len(data))} if answer.tells_length else {}
        media_type = answer.media_type or TYPES[body["response_format"]]
        sent = data[: round(len(data) * answer.share)]
        return StreamingResponse(self._stream(sent, answer, request), headers=told, media_type=media_type)

    async def _stream(self, data: bytes, answer: Answer, request: Request) -> AsyncIterator[bytes]:
        for start in range(0, len(data), BLOCK):
            yield data[start : start + BLOCK]
        if answer.hangs:
            self.waiting.set()
            while (await request.receive())["type"] != "http.disconnect":
                pass
            self.left.set()


@contextmanager
def speaking() -> Iterator[SpeechServer]:
    """Listen on a free port of this machine while the block lasts."""
    server = SpeechServer()
    app = Starlette(routes=[Route("/v1/audio/speech", server.speech, methods=["POST"])])
    with listening(app, log_level="critical") as address:
        server.address = f"{address}/v1"
        yield server
