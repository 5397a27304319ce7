"""The back-end `openai-still` against a real server that speaks OpenAI's images API, well and badly."""

import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from generation.backends import BackEnd, Workshop, load
from generation.catalog.model import Taken
from generation.catalog.price import Price, Unit
from generation.catalog.profile import Licence, Profile, Training
from generation.errors import (
    BadResult,
    Busy,
    Cancelled,
    Declined,
    Doubtful,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest
from tests.contracts.test_remote_jobs import NoLocker, errand
from tests.fakes.provider import Killed, Slip, Vendor, closed, film, picture, vending

STILL = StillRequest(prompt="A gate in the rain.", negative="text", seed=4, width=1080, height=1920)
SIZES = ((1024, 1536), (1536, 1024), (1024, 1024))


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    with vending(picture(64, 96)) as server:
        server.inline = True
        yield server


def profile(address: str, **settings: Any) -> Profile:  # noqa: ANN401 - settings of a profile
    return Profile(
        name="painter",
        title="Painter 2",
        backend="openai-still",
        operations=("still", "retouch"),
        licence=Licence(name="Painter's terms", url="https://painter.example", read="2026-11-27", commercial=True),
        training=Training(found=False, read="2026-11-27"),
        takes=frozenset({Taken.PROMPT, Taken.REFERENCES, Taken.MASK, Taken.LAYOUT}),
        references=3,
        sizes=SIZES,
        price=Price(micros=20_000, unit=Unit.MEGAPIXEL),
        is_remote=True,
        settings={"base_url": f"{address}/v1", "key": "PAINT_KEY", "model": "paint-2"} | settings,
    )


def made_by(told: Profile, tmp_path: Path, **keys: str) -> BackEnd:
    known = {"PAINT_KEY": "paint-secret"} | keys
    return load(told.name, Workshop(locker=NoLocker(), cache=tmp_path, settings=known, catalog={told.name: told}))


def backend(vendor: Vendor, tmp_path: Path, **settings: Any) -> BackEnd:  # noqa: ANN401
    return made_by(profile(vendor.address, **settings), tmp_path)


def colour(folder: Path, name: str, tint: tuple[int, int, int]) -> Path:
    path = folder / f"{name}.png"
    Image.new("RGB", (40, 40), tint).save(path)
    return path


def test_a_still_is_asked_for_in_the_nearest_size_and_brought_to_the_one_asked_for(
    vendor: Vendor, tmp_path: Path
) -> None:
    made = backend(vendor, tmp_path, fields={"quality": "low"}).make(STILL, errand(tmp_path))
    with Image.open(made.path) as painted:
        assert painted.size == (1080, 1920)
    body = {"model": "paint-2", "prompt": STILL.prompt, "n": 1, "size": "1024x1536", "quality": "low"}
    assert vendor.created == [body]
    assert vendor.keys == {"create": ["Bearer paint-secret"]}
    assert made.facts == {"width": 1080, "height": 1920, "native": [64, 96]}
    assert [note.code for note in made.notes] == ["negative-ignored", "still-without-seed"]


def test_the_same_answer_makes_the_same_bytes_inline_or_from_an_address(vendor: Vendor, tmp_path: Path) -> None:
    digests = set()
    for name in ("inline", "address"):
        vendor.inline = name == "inline"
        made = backend(vendor, tmp_path).make(STILL, errand(tmp_path, name))
        digests.add(sha256(made.path.read_bytes()).hexdigest())
    assert len(digests) == 1
    assert len(vendor.keys["file"]) == 1


def test_what_a_server_understands_beside_the_api_is_told_by_its_own_names(vendor: Vendor, tmp_path: Path) -> None:
    names = {"seed": "seed", "steps": "num_inference_steps", "negative": "negative_prompt"}
    made = backend(vendor, tmp_path, names=names).make(replace(STILL, steps=8), errand(tmp_path))
    told = {"seed": 4, "num_inference_steps": 8, "negative_prompt": "text"}
    assert vendor.created[0].items() >= told.items()
    assert made.notes == ()


def test_any_size_is_asked_for_where_the_server_paints_any(vendor: Vendor, tmp_path: Path) -> None:
    backend(vendor, tmp_path, any_size=True).make(STILL, errand(tmp_path))
    assert vendor.created[0]["size"] == "1088x1920"


def test_characters_are_shown_in_the_prompts_order_and_the_drawing_last(vendor: Vendor, tmp_path: Path) -> None:
    tints = {"a": (250, 0, 0), "b": (0, 250, 0), "c": (0, 0, 250), "d": (9, 9, 9)}
    sources = {each * 64: colour(tmp_path, each, tint) for each, tint in tints.items()}
    request = replace(STILL, layout="a" * 64, references=("b" * 64, "c" * 64, "d" * 64))
    made = backend(vendor, tmp_path).make(request, errand(tmp_path, sources=sources))
    shown = [Image.open(io.BytesIO(data)).getpixel((0, 0)) for _, data in vendor.created[0]["files"]]
    assert shown == [tints["b"], tints["c"], tints["a"]]
    assert vendor.created[0]["prompt"].startswith("A gate in the rain. Keep the composition")
    assert " 3, which is a drawing of this shot" in vendor.created[0]["prompt"]
    assert "fewer-references" in [note.code for note in made.notes]


def test_a_change_is_asked_for_under_its_mask_and_nothing_else_changes(vendor: Vendor, tmp_path: Path) -> None:
    Image.new("RGB", (1080, 1920), (0, 255, 0)).save(tmp_path / "green.png")
    mask = Image.new("L", (1080, 1920), 0)
    mask.paste(255, (0, 0, 1080, 600))
    mask.save(tmp_path / "mask.png")
    request = RetouchRequest(picture="a" * 64, mask="b" * 64, instruction="Make it red.", seed=1)
    sources = {"a" * 64: tmp_path / "green.png", "b" * 64: tmp_path / "mask.png"}
    made = backend(vendor, tmp_path).make(request, errand(tmp_path, sources=sources))
    (first, before), (second, cut) = vendor.created[0]["files"]
    assert (first, second) == ("image", "mask")
    alpha = np.asarray(Image.open(io.BytesIO(cut)))[..., 3]
    assert (Image.open(io.BytesIO(before)).size, alpha.shape) == ((1024, 1536), (1536, 1024))
    assert (alpha[10, 10], alpha[1400, 10]) == (0, 255), "transparent where it may change"
    with Image.open(made.path) as changed:
        pixels = np.asarray(changed)
    assert pixels[1500, 20].tolist() == [0, 255, 0]
    assert pixels[100, 20].tolist() != [0, 255, 0]


def test_a_picture_of_another_shape_than_the_servers_comes_back_in_its_place(vendor: Vendor, tmp_path: Path) -> None:
    vendor.echoes = True
    lines = Image.new("RGB", (1080, 1920), (250, 250, 250))
    for number, tint in enumerate(((250, 0, 0), (0, 160, 0), (0, 0, 250))):
        lines.paste(tint, (120 + 300 * number, 200 + 600 * number, 220 + 300 * number, 300 + 600 * number))
    lines.save(tmp_path / "lines.png")
    request = RetouchRequest(picture="a" * 64, instruction="Change nothing.", seed=1)
    made = backend(vendor, tmp_path).make(request, errand(tmp_path, sources={"a" * 64: tmp_path / "lines.png"}))
    with Image.open(made.path) as back:
        assert np.abs(np.asarray(back).astype(int) - np.asarray(lines)).mean() < 2


def test_tokens_are_paid_where_their_price_is_known_and_the_price_by_size_is_there_before(
    vendor: Vendor, tmp_path: Path
) -> None:
    vendor.tokens = {"input_tokens": 100, "output_tokens": 4000}
    back = backend(vendor, tmp_path, tokens={"input": 5, "output": 8.5})
    assert back.make(STILL, errand(tmp_path)).micros == 34_500
    assert back.model.price is not None
    assert back.model.price.of(STILL) == 41_472
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two")).micros is None


@pytest.mark.parametrize("how", ["500", "502", "408", "drop"])
def test_what_may_be_painted_and_paid_is_doubtful_and_is_asked_for_once(
    vendor: Vendor, tmp_path: Path, how: str
) -> None:
    vendor.creates = (how, "ok")
    slip = Slip()
    with pytest.raises(Doubtful):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=slip))
    with pytest.raises(Doubtful):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two", slip=slip))
    assert len(vendor.keys["create"]) == 1


def test_a_kill_between_the_promise_and_the_request_asks_nobody(vendor: Vendor, tmp_path: Path) -> None:
    slip = Slip()
    with pytest.raises(Killed):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=slip, dies="placed"))
    with pytest.raises(Doubtful):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two", slip=slip))
    assert vendor.keys == {}


def test_a_server_that_cannot_be_reached_may_be_asked_again(tmp_path: Path) -> None:
    with pytest.raises(TryAgain, match="cannot be reached"):
        made_by(profile(closed()), tmp_path).make(STILL, errand(tmp_path))


def test_what_costs_nothing_may_be_asked_for_again(vendor: Vendor, tmp_path: Path) -> None:
    vendor.creates = ("500",)
    free = replace(profile(vendor.address), price=Price(micros=0), is_remote=False)
    with pytest.raises(TryAgain):
        made_by(free, tmp_path).make(STILL, errand(tmp_path))


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (("400", "rejected by our safety system", "moderation_blocked"), Declined, "would not paint this"),
        (("400", "size is wrong", "invalid_value"), InvalidRequest, "size is wrong"),
        (("401", "paint-secret is wrong", ""), Unavailable, "refuses the key"),
        (("404", "", ""), Unavailable, "no such model"),
        (("429", "", ""), Busy, "busy"),
        (("307", "", ""), Unavailable, "elsewhere"),
    ],
)
def test_a_definite_refusal_says_what_to_do(
    vendor: Vendor, tmp_path: Path, answer: tuple[str, str, str], kind: type[GenerationError], words: str
) -> None:
    status, vendor.error, vendor.reason = answer
    vendor.creates = (status,)
    with pytest.raises(kind, match=words) as refused:
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    assert type(refused.value) is kind
    assert "paint-secret" not in str(refused.value)


@pytest.mark.parametrize("file", [b"<html>", film(2), picture(64, 96)[:100], b""])
def test_what_is_no_picture_is_refused(vendor: Vendor, tmp_path: Path, file: bytes) -> None:
    vendor.file = file
    with pytest.raises(BadResult):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


def test_a_painted_picture_whose_address_leads_inside_is_refused(vendor: Vendor, tmp_path: Path) -> None:
    vendor.inline, vendor.elsewhere = False, "https://127.0.0.1/x.png"
    with pytest.raises(BadResult, match="no public address"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


def test_a_painted_picture_is_fetched_again_rather_than_painted_again(
    vendor: Vendor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generation.image.openai_call.PAUSE", 0.01)
    vendor.inline, vendor.fetches = False, ("503", "503", "ok")
    backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    vendor.fetches = ("503",)
    with pytest.raises(Doubtful, match="may be paid"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two"))
    assert len(vendor.created) == 2


def test_it_can_be_called_off_while_the_server_paints(vendor: Vendor, tmp_path: Path) -> None:
    vendor.creates = ("stall",)
    job = errand(tmp_path)
    real = job.report

    def report(fraction: float) -> None:
        if vendor.waiting.is_set():
            job.off.set()
        real(fraction)

    job.report = report  # type: ignore[method-assign]  # a listener that calls off when the server stalls
    with pytest.raises(Cancelled):
        backend(vendor, tmp_path).make(STILL, job)
    assert vendor.left.wait(5)


def test_what_it_is_not_for_is_refused_before_anything_is_sent(vendor: Vendor, tmp_path: Path) -> None:
    back = backend(vendor, tmp_path)
    for request in (UpscaleRequest(picture="a" * 64), replace(STILL, width=8)):
        with pytest.raises(InvalidRequest):
            back.make(request, errand(tmp_path, f"{request.operation}"))
    assert vendor.keys == {}


def test_a_key_goes_to_its_own_server_only(tmp_path: Path) -> None:
    at_openai = replace(profile("https://x.example"), settings={"model": "paint-2"})
    with pytest.raises(Unavailable, match="needs the key OPENAI_API_KEY"):
        made_by(at_openai, tmp_path)
    elsewhere = replace(at_openai, settings={"base_url": "https://x.example/v1"})
    assert made_by(elsewhere, tmp_path, OPENAI_API_KEY="sk-1").model.name == "Painter 2"
    with pytest.raises(Unavailable, match="names of the profile painter"):
        made_by(replace(at_openai, settings={"base_url": "https://x.example", "names": {"x": "y"}}), tmp_path)
