"""Workflows of ComfyUI: imported once by how they are wired, then carried out by a real server with its endpoints."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

from generation.backends import BackEnd, Workshop, load
from generation.catalog.profile import Frames, Licence, Profile, Training
from generation.errors import BadResult, Cancelled, InvalidRequest, TryAgain, Unavailable
from generation.remote.workflow import LARGEST, read
from generation.requests.motion import ClipRequest
from generation.requests.pictures import StillRequest
from tests.contracts.test_remote_jobs import NoLocker, errand
from tests.fakes.comfy import FIRST_AND_LAST, TEXT_TO_IMAGE, Comfy, comfy
from tests.fakes.provider import Slip, closed, film, picture, written

STILL = StillRequest(prompt="A gate.", negative="text", seed=4, steps=6, width=108, height=192)
CLIP = ClipRequest(
    panel="a" * 64, last="b" * 64, move="push-in", frames=60, rate=30, width=108, height=192, seed=4, prompt="Rain."
)


def dumped(workflow: dict[str, Any]) -> bytes:
    return json.dumps(workflow).encode()


@pytest.fixture
def server() -> Iterator[Comfy]:
    with comfy(picture()) as running:
        yield running


def profile(address: str, graph: dict[str, Any], **changed: Any) -> Profile:  # noqa: ANN401 - settings
    found = read(dumped(graph))
    settings = {"base_url": address, "workflow": json.dumps(graph), "binding": found.bound(), "every": 0.02}
    return Profile(
        name="mine",
        title="My workflow",
        backend="comfyui",
        operations=(found.operation,),
        licence=Licence(name="Apache-2.0", url="", read="2026-11-27", commercial=True),
        training=Training(found=False, read="2026-11-27"),
        references=4,
        sizes=(found.size,) if found.size else (),
        frames=Frames(rate=16, most=81),
        settings=settings | changed,
    )


def made_by(told: Profile, tmp_path: Path) -> BackEnd:
    return load(told.name, Workshop(locker=NoLocker(), cache=tmp_path, catalog={told.name: told}))


def test_the_inputs_of_a_workflow_are_found_by_its_wires() -> None:
    found = read(dumped(TEXT_TO_IMAGE))
    assert found.bound() == {
        "prompt": ["6.text"],
        "negative": ["7.text"],
        "seed": ["3.seed"],
        "steps": ["3.steps"],
        "width": ["5.width"],
        "height": ["5.height"],
    }
    assert (found.operation, found.size) == ("still", (832, 1216))


def test_words_in_a_node_of_their_own_and_pictures_by_what_takes_them_are_found() -> None:
    found = read(dumped(FIRST_AND_LAST))
    assert found.bound() == {
        "prompt": ["10.value"],
        "negative": ["2.text"],
        "seed": ["6.noise_seed"],
        "width": ["5.width"],
        "height": ["5.height"],
        "frames": ["5.length"],
        "image": ["3.image"],
        "last_image": ["4.image"],
    }, "steps that samplers share are left alone"
    assert (found.operation, found.size, found.frames, found.rate) == ("clip", (480, 832), 81, 16)


def test_a_guider_and_a_zeroed_negative_are_followed() -> None:
    workflow = {
        "1": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat"}},
        "2": {"class_type": "FluxGuidance", "inputs": {"conditioning": ["1", 0], "guidance": 3.5}},
        "3": {"class_type": "BasicGuider", "inputs": {"conditioning": ["2", 0]}},
        "4": {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["1", 0]}},
        "5": {"class_type": "KSampler", "inputs": {"positive": ["2", 0], "negative": ["4", 0], "seed": 1}},
        "6": {"class_type": "LoadImage", "inputs": {"image": "x.png"}, "_meta": {"title": "Reference of Mei"}},
        "7": {"class_type": "LoadImageMask", "inputs": {"image": "m.png", "channel": "red"}},
    }
    bound = read(dumped(workflow)).bound()
    assert bound == {"prompt": ["1.text"], "seed": ["5.seed"], "references": ["6.image"], "mask": ["7.image"]}


def test_a_workflow_that_runs_in_a_circle_is_read_to_its_end() -> None:
    circle = {
        "1": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["2", 0], "conditioning_2": ["1", 0]}},
        "2": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["1", 0]}},
        "3": {"class_type": "KSampler", "inputs": {"positive": ["1", 0], "negative": ["9", 0]}},
    }
    assert read(dumped(circle)).bound() == {}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not json", "no JSON"),
        (b"[]", "no object of"),
        (b"{}", "no object of"),
        (b'{"1": {"inputs": {}}}', "no object of"),
        (b'{"nodes": [], "links": []}', "Export .API."),
        (b" " * (LARGEST + 1), "bytes"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_what_is_no_workflow_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unavailable, match=words):
        read(data)


def test_a_still_is_queued_with_what_is_asked_followed_and_made_ours(server: Comfy, tmp_path: Path) -> None:
    job = errand(tmp_path)
    made = made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, job)
    with Image.open(made.path) as painted:
        assert painted.size == (108, 192)
    (body,) = server.queued
    nodes = body["prompt"]
    assert (nodes["6"]["inputs"]["text"], nodes["7"]["inputs"]["text"]) == ("A gate.", "text")
    assert (nodes["3"]["inputs"]["seed"], nodes["3"]["inputs"]["steps"], nodes["3"]["inputs"]["cfg"]) == (4, 6, 8)
    assert (nodes["5"]["inputs"]["width"], nodes["5"]["inputs"]["height"]) == (832, 1216)
    assert job.slip.committed == ["placed", "prompt-1"]
    assert server.joined.is_set()
    assert 0.46 in [round(each, 2) for each in job.told], "half of the sampler's steps"
    assert (job.told, job.told[-1]) == (sorted(job.told), 1.0)


def test_steps_that_no_number_holds_are_no_progress(server: Comfy, tmp_path: Path) -> None:
    server.steps = 10**400
    made = made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, errand(tmp_path))
    assert made.path.exists()


def test_without_a_websocket_the_history_is_asked_alone(server: Comfy, tmp_path: Path) -> None:
    server.silent, server.asks = True, 4
    assert made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, errand(tmp_path)).path.exists()


def test_a_clip_gets_its_pictures_and_a_number_of_frames_that_the_model_can_make(tmp_path: Path) -> None:
    with comfy(film(33, 16), "out.mp4") as server:
        sources = {"a" * 64: written(tmp_path, picture(), "a"), "b" * 64: written(tmp_path, picture(8, 8), "b")}
        job = errand(tmp_path, sources=sources)
        made = made_by(profile(server.address, FIRST_AND_LAST), tmp_path).make(CLIP, job)
        nodes = server.queued[0]["prompt"]
    first, last = nodes["3"]["inputs"]["image"], nodes["4"]["inputs"]["image"]
    assert (server.uploads[first], server.uploads[last]) == (picture(), picture(8, 8))
    assert first == f"feuilleton-{'a' * 24}.png"
    assert (nodes["5"]["inputs"]["length"], nodes["10"]["inputs"]["value"]) == (33, "Rain.")
    with av.open(made.path) as container:
        assert sum(1 for _ in container.decode(video=0)) == 60


def test_a_workflow_that_needs_a_picture_says_so_and_never_takes_the_one_it_was_saved_with(
    server: Comfy, tmp_path: Path
) -> None:
    sources = {"a" * 64: written(tmp_path, picture())}
    with pytest.raises(InvalidRequest, match="last_image"):
        made_by(profile(server.address, FIRST_AND_LAST), tmp_path).make(
            replace(CLIP, last=""), errand(tmp_path, sources=sources)
        )
    assert server.queued == []


def test_a_ticket_is_followed_and_nothing_is_queued_again(server: Comfy, tmp_path: Path) -> None:
    job = errand(tmp_path, slip=Slip(ticket="prompt-9", placed=True))
    assert made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, job).path.exists()
    assert server.queued == []


@pytest.mark.parametrize(("switch", "deleted", "interrupted"), [("waits", 1, 0), ("runs", 0, 1)])
def test_calling_off_takes_ours_back_and_stops_nobody_elses(
    server: Comfy, tmp_path: Path, switch: str, deleted: int, interrupted: int
) -> None:
    setattr(server, switch, True)
    with pytest.raises(Cancelled):
        made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, errand(tmp_path, stop_at=0.4))
    assert (server.deleted, server.interrupted) == (
        ["prompt-1"] * deleted,
        [{"prompt_id": "prompt-1"}] * interrupted,
    )


@pytest.mark.parametrize(
    ("changed", "kind", "words"),
    [
        ({"error": "shapes do not fit"}, BadResult, "KSampler RuntimeError shapes do not fit"),
        ({"error": "CUDA out of memory."}, Unavailable, "memory"),
        ({"refuses": "Value not in list"}, InvalidRequest, "Value not in list"),
        ({"forgets": True}, BadResult, "was it restarted"),
        ({"name": "out.mp4", "previews": False}, BadResult, "made no picture"),
        ({"file": b"<html>"}, BadResult, "no known kind"),
    ],
)
def test_what_goes_wrong_says_what_to_do(
    server: Comfy, tmp_path: Path, changed: dict[str, Any], kind: type[Exception], words: str
) -> None:
    for name, value in changed.items():
        setattr(server, name, value)
    with pytest.raises(kind, match=words):
        made_by(profile(server.address, TEXT_TO_IMAGE), tmp_path).make(STILL, errand(tmp_path))


def test_a_server_that_is_away_may_be_asked_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="generation")
    with pytest.raises(TryAgain, match="cannot be reached"):
        made_by(profile(closed(), TEXT_TO_IMAGE), tmp_path).make(STILL, errand(tmp_path))
    assert "no websocket" in caplog.text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"binding": {}}, r"settings\.binding"),
        ({"binding": {"prompt": ["6.words"]}}, r"settings\.binding\.prompt: the workflow has no 6\.words"),
        ({"binding": {"colour": ["6.text"]}}, r"settings\.binding\.colour"),
        ({"workflow": "{}"}, "no object"),
        ({"base_url": ""}, "where its server is"),
    ],
)
def test_a_binding_that_does_not_fit_names_its_field(tmp_path: Path, changed: dict[str, Any], words: str) -> None:
    with pytest.raises(Unavailable, match=words):
        made_by(profile("http://127.0.0.1:9", TEXT_TO_IMAGE, **changed), tmp_path)
