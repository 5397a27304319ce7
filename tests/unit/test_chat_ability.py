"""What a model can be trusted with is found out by asking it, once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generation.ability import Ability
from generation.backends import Workshop
from generation.chat.ability import measure
from generation.errors import TryAgain
from generation.weights.locker import Locker
from tests.fakes.openai_server import OpenAIServer, Step, answers, calls, fails, garbles, says, serving

GOOD = calls("note", word="lantern", times=2)


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with serving() as started:
        yield started


def workshop(server: OpenAIServer, folder: Path) -> Workshop:
    settings = {"OPENAI_BASE_URL": server.address, "FEUILLETON_CHAT_MODEL": "writer"}
    return Workshop(locker=Locker(folder), cache=folder, settings=settings)


@pytest.mark.parametrize(
    ("steps", "ability"),
    [
        ([GOOD], Ability.TOOLS),
        ([says('{"name": "note"}'), answers({"action": "change"})], Ability.SCHEMA),
        ([calls("note", word="lantern", times=1), answers({"action": "change"})], Ability.SCHEMA),
        ([fails(400, "tools are not supported"), answers({"action": "change"})], Ability.SCHEMA),
        ([garbles("note"), answers({"action": "produce"})], Ability.SMALL),
        ([says("Sure!"), says("Sure!")], Ability.SMALL),
    ],
)
def test_a_model_is_used_for_what_it_has_shown(
    steps: list[Step], ability: Ability, server: OpenAIServer, tmp_path: Path
) -> None:
    server.then(*steps)
    assert measure(workshop(server, tmp_path)).ability is ability
    assert server.script == []


def test_a_model_that_was_asked_is_not_asked_again(server: OpenAIServer, tmp_path: Path) -> None:
    server.then(GOOD)
    first = measure(workshop(server, tmp_path))
    assert (measure(workshop(server, tmp_path)), len(server.asked)) == (first, 1)
    assert json.dumps(server.asked[0]["tools"]).count("lantern") == 0


def test_a_model_with_little_room_is_small_and_asked_nothing(server: OpenAIServer, tmp_path: Path) -> None:
    server.context = 4096
    found = measure(workshop(server, tmp_path))
    assert (found.ability, server.asked) == (Ability.SMALL, [])
    assert "4096" in found.why


def test_the_embedded_model_is_small(tmp_path: Path) -> None:
    ready = Workshop(locker=Locker(tmp_path), cache=tmp_path, settings={"FEUILLETON_CHAT_MODEL": "qwen2.5-coder-1.5b"})
    assert measure(ready).ability is Ability.SMALL


def test_a_server_that_is_down_leaves_nothing_in_the_cache(server: OpenAIServer, tmp_path: Path) -> None:
    server.then(fails(500))
    with pytest.raises(TryAgain):
        measure(workshop(server, tmp_path))
    server.then(GOOD)
    assert measure(workshop(server, tmp_path)).ability is Ability.TOOLS
