"""The embedded model, for real: it needs the weights in the cache folder (`FEUILLETON_CACHE`)."""

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from generation.backends import Workshop
from generation.chat.backend import Chat
from generation.chat.embedded import Embedded
from generation.chat.grammar import grammar
from generation.errors import BadResult, Cancelled, InvalidRequest, Unavailable
from generation.requests.chat import Message, TextRequest
from generation.weights.locker import Locker
from tests.weights import CACHE, LOCKER

pytestmark = pytest.mark.slow

SMALL = "qwen2.5-coder-0.5b"
SCHEMA = {
    "type": "object",
    "properties": {"color": {"enum": ["red", "green", "blue"]}, "reason": {"type": "string"}},
    "required": ["color", "reason"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def locker() -> Locker:
    if not LOCKER.has(SMALL):
        pytest.skip(f"{SMALL} is not in {CACHE}; fetch it, or set FEUILLETON_CACHE to the folder that has it")
    return LOCKER


@pytest.fixture(scope="module")
def chat(locker: Locker) -> Iterator[Chat]:
    back_end = Chat(Workshop(locker=locker, cache=CACHE, settings={"FEUILLETON_CHAT_MODEL": SMALL}))
    yield back_end
    back_end.close()


@dataclass
class Desk:
    folder: Path
    patience: int = 10_000
    told: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        raise AssertionError(digest)

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction and not self.patience:
            raise Cancelled("called off")
        self.patience -= bool(fraction)


def asked(question: str, *, max_tokens: int = 80, seed: int = 7) -> TextRequest:
    return TextRequest(
        instructions="Answer in JSON with the keys color and reason.",
        messages=(Message(role="user", text=question),),
        schema=json.dumps(SCHEMA),
        max_tokens=max_tokens,
        temperature=0.0,
        seed=seed,
    )


def test_it_answers_with_the_document_that_was_asked_for(chat: Chat, tmp_path: Path) -> None:
    made = chat.make(asked("What colour is the sky at noon?"), desk := Desk(tmp_path))
    answer = json.loads(made.path.read_text())
    assert answer["color"] in {"red", "green", "blue"}
    assert made.facts["model"] == "Qwen2.5-Coder-0.5B-Instruct"
    assert 20 < made.facts["tokens_in"] < 100
    assert 5 < made.facts["tokens_out"] <= 80
    assert len(set(desk.told)) >= made.facts["tokens_out"] // 2, "progress goes with the tokens"
    assert made.notes == ()


def test_an_answer_without_room_is_cut_off(chat: Chat, tmp_path: Path) -> None:
    with pytest.raises(BadResult, match="cut off after 4 tokens"):
        chat.make(asked("What colour is grass?", max_tokens=4), Desk(tmp_path))


def test_calling_off_stops_it_and_it_serves_the_next(chat: Chat, tmp_path: Path) -> None:
    desk = Desk(tmp_path, patience=2)
    with pytest.raises(Cancelled):
        chat.make(asked("Why is the sea blue? Give a long reason.", max_tokens=400), desk)
    assert max(desk.told) < 0.05
    assert chat.make(asked("What colour is blood?"), Desk(tmp_path)).facts["tokens_out"] > 0


def test_a_prompt_beyond_the_context_is_the_requests_fault(chat: Chat, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="too long"):
        chat.make(asked("blue " * 6000), Desk(tmp_path))


def test_it_does_not_spend_its_tokens_on_layout(locker: Locker) -> None:
    wide = json.dumps({"color": "red", "reason": "It is."}, indent=12)
    turns = [("user", "What colour is blood?"), ("assistant", wide)] * 2 + [("user", "What colour is grass?")]
    server = Embedded(locker.path(SMALL), name="small", threads=1)

    def answered(**bound: object) -> str:
        body = {"messages": [{"role": role, "content": text} for role, text in turns], "temperature": 0, **bound}
        headers = {"Authorization": f"Bearer {server.key}"}
        said = httpx.post(f"{server.address}/chat/completions", json=body, headers=headers, timeout=120).json()
        return str(said["choices"][0]["message"]["content"])

    schema = {"name": "answer", "strict": True, "schema": SCHEMA}
    assert " " * 12 in answered(response_format={"type": "json_schema", "json_schema": schema})
    bound = answered(grammar=grammar(SCHEMA))
    assert json.loads(bound)["color"] in {"red", "green", "blue"}
    assert " " * 5 not in bound


def test_nobody_else_on_this_machine_can_use_its_port_and_closing_frees_it(locker: Locker) -> None:
    server = Embedded(locker.path(SMALL), name="small", threads=1)
    body = {"messages": [{"role": "user", "content": "hello"}], "max_tokens": 1}
    assert httpx.post(f"{server.address}/chat/completions", json=body, timeout=60).status_code == 401

    port = urlsplit(server.address).port
    server.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port or 0), timeout=5)


def test_weights_that_are_none_say_so(tmp_path: Path) -> None:
    torn = tmp_path / "torn.gguf"
    torn.write_bytes(b"GGUF" + bytes(1000))
    with pytest.raises(Unavailable, match=r"cannot load torn\.gguf"):
        Embedded(torn, name="torn", threads=1)
