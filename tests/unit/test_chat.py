"""The chat back-end against a real HTTP server of this machine that streams, refuses, cuts off and hangs."""

import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from generation.backends import Made, Workshop, load
from generation.chat.backend import Chat
from generation.chat.endpoint import probe
from generation.errors import BadResult, Cancelled, GenerationError, InvalidRequest, TryAgain, Unavailable
from generation.notes import Note
from generation.requests.chat import Message, TextRequest

SCHEMA = {
    "type": "object",
    "properties": {"title": {"type": "string"}, "beats": {"type": "array", "items": {"type": "string"}, "minItems": 2}},
    "required": ["title", "beats"],
    "additionalProperties": False,
}
GOOD = '{"title": "Le four de minuit", "beats": ["un renard", "un œuf"]}'


def event(value: object) -> str:
    return f"data: {value if isinstance(value, str) else json.dumps(value)}\n\n"


def chunk(text: str, ended: str | None = None) -> str:
    return event({"id": "1", "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": ended}]})


def usage() -> str:
    return event(
        {"id": "1", "choices": [], "usage": {"prompt_tokens": 31, "completion_tokens": 17, "total_tokens": 48}}
    )


def spoken(text: str, ended: str = "stop") -> list[str]:
    """An answer in pieces of five characters, as a server streams it."""
    pieces = [chunk(text[start : start + 5]) for start in range(0, len(text), 5)]
    return [*pieces, chunk("", ended), usage(), event("[DONE]")]


@dataclass
class Server:
    """An OpenAI-compatible server whose next answer the test writes."""

    events: list[str] = field(default_factory=lambda: spoken(GOOD))
    status: int = 200
    error: Mapping[str, Any] = field(default_factory=dict)
    understands: Callable[[Mapping[str, Any]], str] = lambda _: ""
    hang_after: int | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    waiting: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    async def chat(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers["authorization"])
        if refusal := self.understands(body):
            return JSONResponse({"error": {"message": refusal}}, status_code=400)
        if self.status != 200:
            return JSONResponse({"error": self.error}, status_code=self.status)
        return StreamingResponse(self._stream(request), media_type="text/event-stream")

    async def _stream(self, request: Request) -> AsyncIterator[str]:
        for number, piece in enumerate(self.events):
            if number == self.hang_after:
                self.waiting.set()
                while (await request.receive())["type"] != "http.disconnect":
                    pass
                self.left.set()
                return
            yield piece

    async def models(self, _: Request) -> Response:
        return JSONResponse({"data": [{"id": "writer"}]})


@pytest.fixture
def server() -> Iterator[Server]:
    answers = Server()
    app = Starlette(
        routes=[Route("/v1/chat/completions", answers.chat, methods=["POST"]), Route("/v1/models", answers.models)]
    )
    listening = socket.create_server(("127.0.0.1", 0))
    answers.address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    running = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    yield answers
    running.should_exit = True
    thread.join()
    listening.close()


class NoLocker:
    def path(self, name: str) -> Path:
        raise AssertionError(f"{name} was asked for, though the endpoint is not embedded")


@dataclass
class Desk:
    """The job's side: a folder, the reports so far, and a person who may walk away."""

    folder: Path
    told: list[float] = field(default_factory=list)
    off: threading.Event = field(default_factory=threading.Event)

    def source(self, digest: str) -> Path:
        raise AssertionError(digest)

    def report(self, fraction: float) -> None:
        if self.off.is_set():
            raise Cancelled("called off")
        self.told.append(fraction)


def chat(tmp_path: Path, server: Server, **settings: str) -> Chat:
    words = {"OPENAI_BASE_URL": server.address, "OPENAI_API_KEY": "sk-secret", "FEUILLETON_CHAT_MODEL": "writer"}
    return Chat(Workshop(locker=NoLocker(), cache=tmp_path, settings={**words, **settings}))


def request(**changes: object) -> TextRequest:
    words: dict[str, Any] = {
        "instructions": "You write synopses.",
        "messages": (Message(role="user", text="A fox runs a bakery at night."),),
        "schema": json.dumps(SCHEMA),
        "max_tokens": 100,
    }
    return TextRequest(**words | changes)


def make(tmp_path: Path, server: Server, **changes: object) -> Made:
    return chat(tmp_path, server).make(request(**changes), Desk(tmp_path))


def test_an_answer_is_streamed_checked_and_written(tmp_path: Path, server: Server) -> None:
    desk = Desk(tmp_path)
    made = chat(tmp_path, server).make(request(seed=11, temperature=0.25), desk)

    assert json.loads(made.path.read_text()) == json.loads(GOOD)
    assert made.path == tmp_path / "answer.json"
    assert made.media_type == "application/json"
    assert made.facts == {"model": "writer", "tokens_in": 31, "tokens_out": 17}
    assert made.notes == ()
    assert desk.told == sorted(desk.told)
    assert len(set(desk.told)) > 5
    assert server.keys == ["Bearer sk-secret"]
    (asked,) = server.asked
    assert asked["model"] == "writer"
    assert asked["messages"] == [
        {"role": "system", "content": "You write synopses."},
        {"role": "user", "content": "A fox runs a bakery at night."},
    ]
    assert (asked["seed"], asked["temperature"], asked["max_tokens"], asked["stream"]) == (11, 0.25, 100, True)
    assert asked["response_format"]["type"] == "json_schema"
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_PROXY"):
        monkeypatch.setenv(word, "http://127.0.0.1:9")
    back_end = chat(tmp_path, server)
    assert "answers" in probe(back_end.endpoint)
    assert back_end.make(request(), Desk(tmp_path)).facts["tokens_out"] == 17


def test_a_code_fence_is_taken_off(tmp_path: Path, server: Server) -> None:
    server.events = spoken(f"```json\n{GOOD}\n```\n")
    assert json.loads(make(tmp_path, server).path.read_text()) == json.loads(GOOD)


@pytest.mark.parametrize(
    ("events", "words"),
    [
        (spoken(GOOD[:30], "length"), "cut off after 100 tokens"),
        (spoken(GOOD, "length"), "cut off after 100 tokens"),
        (spoken("", "content_filter"), "refused to write this"),
        (spoken(""), "answered with nothing"),
        (spoken("  \n "), "answered with nothing"),
        (spoken("I am sorry, I cannot help with that."), "is not JSON .*I am sorry"),
        (spoken(GOOD[:-1]), "is not JSON"),
        (spoken('{"title": NaN, "beats": []}'), "NaN is no JSON number"),
        (spoken('{"title": "\\ud83d", "beats": ["a", "b"]}'), "is not JSON"),
        ([chunk("[" * 100_000, "stop")], "is not JSON"),
        (spoken('{"title": "x", "beats": ["one"]}'), r"does not fit the schema \(\$\.beats: .*too short"),
        (spoken('{"title": "x"}'), "'beats' is a required property"),
        (spoken("word " * 1000), "does not stop after"),
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_a_bad_result(
    tmp_path: Path, server: Server, events: list[str], words: str
) -> None:
    server.events = events
    with pytest.raises(BadResult, match=words):
        make(tmp_path, server)
    assert not (tmp_path / "answer.json").exists()


@pytest.mark.parametrize(
    ("status", "error", "kind", "words"),
    [
        (401, {"message": "bad sk-secret"}, Unavailable, r"refuses the key in OPENAI_API_KEY \(401\)"),
        (403, {"message": "no"}, Unavailable, r"refuses the key in OPENAI_API_KEY \(403\)"),
        (404, {"message": "no such model"}, Unavailable, "no model called writer.*FEUILLETON_CHAT_MODEL"),
        (429, {"message": "slow down"}, TryAgain, "is busy"),
        (429, {"message": "x", "code": "insufficient_quota"}, Unavailable, "no credit left"),
        (500, {"message": "x"}, TryAgain, "answered 500"),
        (503, {"message": "loading"}, TryAgain, "answered 503"),
        (400, {"message": "maximum context length is 4096 tokens"}, InvalidRequest, "too long for"),
        (400, {"message": "policy"}, InvalidRequest, "refuses the request: .*policy"),
    ],
)
def test_a_refusal_says_what_to_do(
    tmp_path: Path, server: Server, status: int, error: Mapping[str, str], kind: type[GenerationError], words: str
) -> None:
    server.status, server.error = status, error
    with pytest.raises(kind, match=words) as failure:
        make(tmp_path, server)
    assert "sk-secret" not in str(failure.value)


def test_a_busy_server_is_asked_once(tmp_path: Path, server: Server) -> None:
    server.status = 503
    with pytest.raises(TryAgain):
        make(tmp_path, server)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "events",
    [
        [chunk('{"title"'), event('{"broken')],
        [chunk('{"title"'), event({"error": {"message": "out of memory", "code": 500}})],
    ],
)
def test_a_stream_that_breaks_may_be_tried_again(tmp_path: Path, server: Server, events: list[str]) -> None:
    server.events = events
    with pytest.raises(TryAgain):
        make(tmp_path, server)


def test_a_server_that_falls_silent_may_be_tried_again(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generation.chat.stream._SILENCE", 0.3)
    server.hang_after = 2
    with pytest.raises(TryAgain, match="fell silent"):
        make(tmp_path, server)


def test_a_server_that_is_not_there_may_be_tried_again(tmp_path: Path) -> None:
    with pytest.raises(TryAgain, match="cannot be reached"):
        make(tmp_path, Server(address="http://127.0.0.1:9/v1"))


def test_a_server_without_json_schema_gets_the_schema_in_the_prompt(tmp_path: Path, server: Server) -> None:
    server.understands = lambda body: (
        "unknown response_format" if body.get("response_format", {}).get("type") == "json_schema" else ""
    )
    back_end = chat(tmp_path, server)
    made = back_end.make(request(), Desk(tmp_path))
    assert made.notes == (Note("chat-without-schema"),)
    assert [asked["response_format"]["type"] for asked in server.asked] == ["json_schema", "json_object"]
    assert json.dumps(SCHEMA) in server.asked[1]["messages"][0]["content"]

    back_end.make(request(), Desk(tmp_path))
    assert len(server.asked) == 3, "what was learnt is remembered"


def test_a_server_without_any_json_mode_is_asked_in_words_and_checked(tmp_path: Path, server: Server) -> None:
    server.understands = lambda body: "response_format is not supported" if "response_format" in body else ""
    assert json.loads(make(tmp_path, server).path.read_text()) == json.loads(GOOD)
    server.events = spoken('{"title": "x", "beats": "none"}')
    with pytest.raises(BadResult, match="does not fit the schema"):
        make(tmp_path, server)


def test_a_model_without_temperature_and_seed_is_asked_without_and_says_so(tmp_path: Path, server: Server) -> None:
    def picky(body: Mapping[str, Any]) -> str:
        return next((f"Unsupported value: '{word}'" for word in ("temperature", "seed") if word in body), "")

    server.understands = picky
    made = make(tmp_path, server)
    assert made.notes == (Note("chat-without-seed"), Note("chat-without-temperature"))
    assert server.asked[-1]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("hang_after", [0, 3])
def test_calling_off_a_silent_server_takes_effect_and_closes_the_connection(
    tmp_path: Path, server: Server, hang_after: int
) -> None:
    server.hang_after = hang_after
    desk = Desk(tmp_path)
    walk_away = threading.Thread(target=lambda: server.waiting.wait(30) and desk.off.set())
    walk_away.start()
    with pytest.raises(Cancelled):
        chat(tmp_path, server).make(request(), desk)
    walk_away.join()
    assert server.left.wait(30)


def test_work_called_off_before_it_starts_is_not_sent(tmp_path: Path, server: Server) -> None:
    desk = Desk(tmp_path)
    desk.off.set()
    with pytest.raises(Cancelled):
        chat(tmp_path, server).make(request(), desk)
    assert server.asked == []


@pytest.mark.parametrize(
    "changes",
    [
        {"messages": ()},
        {"max_tokens": 0},
        {"messages": (Message(role="system", text="x"),)},
        {"schema": "not json"},
        {"schema": "[]"},
    ],
)
def test_a_request_that_makes_no_sense_is_refused_before_it_is_sent(
    tmp_path: Path, server: Server, changes: dict[str, Any]
) -> None:
    with pytest.raises(InvalidRequest):
        make(tmp_path, server, **changes)
    assert server.asked == []


def test_a_schema_that_is_none_is_the_requests_fault(tmp_path: Path, server: Server) -> None:
    with pytest.raises(InvalidRequest, match="no JSON Schema"):
        make(tmp_path, server, schema='{"type": "novel"}')


def test_the_table_of_back_ends_finds_it(tmp_path: Path) -> None:
    words = {"FEUILLETON_CHAT_MODEL": "qwen2.5-coder-1.5b"}
    back_end = load("chat", Workshop(locker=NoLocker(), cache=tmp_path, settings=words))
    assert back_end.model.name == "Qwen2.5-Coder-1.5B-Instruct"
    assert back_end.model.weights == ("qwen2.5-coder-1.5b",)
    assert back_end.workers == 1
    back_end.close()
