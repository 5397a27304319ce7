"""A real HTTP server of this machine that speaks the OpenAI chat API and does what a script says, good or bad."""

import base64
import io
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Body = Mapping[str, Any]

PIECE = 6
"""Characters of a word or of arguments in one event of the stream."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What the server does when it is asked: what it says and calls, how it ends, or how it fails."""

    text: str = ""
    calls: tuple[tuple[str, str], ...] = ()
    ended: str = "stop"
    status: int = 200
    error: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False
    """After its words it says nothing more, until the other side is gone."""
    raw: str = ""
    """What it sends as an event that is no JSON."""


def says(text: str) -> Step:
    """Say this, as a stream."""
    return Step(text=text)


def answers(value: object) -> Step:
    """Answer with a JSON document."""
    return Step(text=json.dumps(value, ensure_ascii=False))


def calls(name: str, text: str = "", /, **arguments: object) -> Step:
    """Call a tool."""
    return Step(text=text, calls=((name, json.dumps(arguments, ensure_ascii=False)),), ended="tool_calls")


def garbles(name: str) -> Step:
    """Call a tool with arguments that are no JSON."""
    return Step(calls=((name, '{"episode": 1, "about'),), ended="tool_calls")


def cuts_off(text: str) -> Step:
    """Stop in the middle of a sentence, for want of room."""
    return Step(text=text, ended="length")


def refuses() -> Step:
    """Say nothing, because of a filter."""
    return Step(ended="content_filter")


def limits(seconds: int | None = None) -> Step:
    """Answer that there were too many requests."""
    return Step(status=429, error="slow down", headers={} if seconds is None else {"retry-after": str(seconds)})


def fails(status: int = 500, error: str = "broken") -> Step:
    """Answer with an error of the server, or a refusal of the request."""
    return Step(status=status, error=error)


def hangs(text: str = "") -> Step:
    """Begin, and never go on."""
    return Step(text=text, hangs=True)


def babbles() -> Step:
    """Send what is no event of the API."""
    return Step(raw="{this is not json")


Rule = Callable[[Body], Step | None]


@dataclass
class OpenAIServer:
    """The server: `script` is taken step by step; a `rule` goes before it where it has an answer.

    `asked` are the bodies of all requests in order. `waiting` is set when a hanging answer hangs, `left` when the other
    side has gone.
    """

    script: list[Step] = field(default_factory=list)
    rule: Rule | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    waiting: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    blind: bool = True
    """Whether it refuses pictures; one that sees names the colours of stripes, and the script tells all else."""
    colours: dict[str, str] | None = field(default_factory=dict)
    """What it says that the stripes are, instead of what they are; none: that is in the script as well."""
    context: int | None = None
    """How many tokens its list of models says that there is room for."""
    address: str = ""

    def then(self, *steps: Step) -> None:
        """Go on with these steps."""
        self.script += steps

    async def chat(self, request: Request) -> Response:
        """Do the next step."""
        body = await request.json()
        self.asked.append(body)
        step = (
            self._seen(body)
            or (self.rule(body) if self.rule else None)
            or (self.script.pop(0) if self.script else None)
        )
        if step is None:
            step = fails(501, f"the script is at its end; asked was {body['messages'][-1]}")
        if step.status != 200:
            return JSONResponse({"error": {"message": step.error}}, status_code=step.status, headers=dict(step.headers))
        return StreamingResponse(self._stream(step, request), media_type="text/event-stream")

    def _seen(self, body: Body) -> Step | None:
        """Look at the picture of a request, where it has one."""
        parts = [each for turn in body["messages"] if isinstance(turn["content"], list) for each in turn["content"]]
        shown = [each["image_url"]["url"] for each in parts if each["type"] == "image_url"]
        if shown and self.blind:
            return fails(400, "this model does not take image input")
        form = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
        if shown and self.colours is not None and set(form.get("properties", ())) == {"left", "middle", "right"}:
            return answers(self.colours or colours(shown[0]))
        return None

    async def _stream(self, step: Step, request: Request) -> AsyncIterator[str]:
        for part in _parts(step.text):
            yield _event({"content": part})
        for number, (name, arguments) in enumerate(step.calls):
            yield _event({"tool_calls": [_call(number, f"call-{number}", name, "")]})
            for part in _parts(arguments):
                yield _event({"tool_calls": [_call(number, None, None, part)]})
        if step.raw:
            yield f"data: {step.raw}\n\n"
        if step.hangs:
            self.waiting.set()
            while (await request.receive())["type"] != "http.disconnect":
                pass
            self.left.set()
            return
        yield _event({}, step.ended)
        usage = {"prompt_tokens": 31, "completion_tokens": 17, "total_tokens": 48}
        yield f"data: {json.dumps({'id': '1', 'choices': [], 'usage': usage})}\n\n"
        yield "data: [DONE]\n\n"

    async def models(self, _: Request) -> Response:
        """List the one model."""
        room = {} if self.context is None else {"max_model_len": self.context}
        return JSONResponse({"data": [{"id": "writer", **room}]})


NAMED = {"yellow": (250, 220, 40), "purple": (120, 40, 160), "green": (30, 140, 60), "red": (200, 30, 30)}


def colours(uri: str) -> dict[str, str]:
    """Return the nearest names of the colours of three stripes, by really decoding the picture."""
    picture = Image.open(io.BytesIO(base64.b64decode(uri.partition("base64,")[2]))).convert("RGB")
    found = {}
    for place, name in enumerate(("left", "middle", "right")):
        pixel = picture.getpixel(((2 * place + 1) * picture.width // 6, picture.height // 2))
        assert isinstance(pixel, tuple)
        found[name] = min(NAMED, key=lambda each: sum(abs(a - b) for a, b in zip(NAMED[each], pixel, strict=True)))
    return found


def _parts(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))


def _call(number: int, known: str | None, name: str | None, arguments: str) -> dict[str, object]:
    function = {"arguments": arguments} | ({"name": name} if name else {})
    return {"index": number, "function": function} | ({"id": known, "type": "function"} if known else {})


def _event(delta: Mapping[str, object], ended: str | None = None) -> str:
    choice = {"index": 0, "delta": dict(delta), "finish_reason": ended}
    return f"data: {json.dumps({'id': '1', 'choices': [choice]})}\n\n"


@contextmanager
def serving() -> Iterator[OpenAIServer]:
    """Listen on a free port of this machine while the block lasts."""
    server = OpenAIServer()
    app = Starlette(
        routes=[Route("/v1/chat/completions", server.chat, methods=["POST"]), Route("/v1/models", server.models)]
    )
    with listening(app) as address:
        server.address = f"{address}/v1"
        yield server


@contextmanager
def listening(app: Starlette, log_level: str = "error") -> Iterator[str]:
    """Serve an application on a free port of this machine while the block lasts; its address."""
    door = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(app, log_level=log_level, lifespan="off", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()
        door.close()
