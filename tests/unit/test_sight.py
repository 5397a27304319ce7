"""Whether a model sees is found out by showing it a picture, once; what people bring is made small and bare."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from generation.backends import Workshop
from generation.brought import PIXELS, SIDE, tidied
from generation.chat.sight import STRIPES, look, stripes
from generation.errors import InvalidRequest, TryAgain
from generation.weights.locker import Locker
from tests.fakes.openai_server import OpenAIServer, fails, serving


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with serving() as started:
        yield started


def workshop(server: OpenAIServer, folder: Path) -> Workshop:
    settings = {"OPENAI_BASE_URL": server.address, "FEUILLETON_CHAT_MODEL": "writer"}
    return Workshop(locker=Locker(folder), cache=folder, settings=settings)


def test_a_model_that_names_the_colours_sees_and_is_shown_the_picture_once(
    server: OpenAIServer, tmp_path: Path
) -> None:
    server.blind = False
    first = look(workshop(server, tmp_path))
    assert first.sees
    assert (look(workshop(server, tmp_path)), len(server.asked)) == (first, 1)
    (asked,) = server.asked
    assert not any(colour in str(asked["messages"]) for colour in STRIPES.values()), "the answer is not given away"


def test_a_server_that_refuses_pictures_sees_none(server: OpenAIServer, tmp_path: Path) -> None:
    assert not look(workshop(server, tmp_path)).sees


def test_a_model_that_guesses_does_not_see(server: OpenAIServer, tmp_path: Path) -> None:
    server.blind, server.colours = False, {"left": "red", "middle": "green", "right": "blue"}
    found = look(workshop(server, tmp_path))
    assert (found.sees, "wrongly" in found.why) == (False, True)


def test_an_outage_is_not_kept(server: OpenAIServer, tmp_path: Path) -> None:
    server.blind, server.colours = False, None
    server.then(fails(503))
    with pytest.raises(TryAgain):
        look(workshop(server, tmp_path))
    assert not (tmp_path / "chat-sights.json").exists()


def test_the_embedded_model_is_not_asked(tmp_path: Path) -> None:
    bare = Workshop(locker=Locker(tmp_path), cache=tmp_path, settings={"FEUILLETON_CHAT_MODEL": "qwen2.5-coder-1.5b"})
    assert not look(bare).sees


def picture(size: tuple[int, int], form: str = "JPEG", *, turned: bool = False) -> bytes:
    exif = Image.Exif()
    exif[0x0110] = "a phone"
    if turned:
        exif[0x0112] = 6
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, form, exif=exif)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_small_and_without_its_tags(form: str) -> None:
    kept = Image.open(io.BytesIO(tidied(picture((3000, 1500), form))))
    assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (SIDE, SIDE // 2), {})


def test_a_picture_is_turned_upright() -> None:
    assert Image.open(io.BytesIO(tidied(picture((400, 200), turned=True)))).size == (200, 400)


def test_what_is_no_picture_or_too_large_is_refused() -> None:
    huge = io.BytesIO()
    Image.new("1", (PIXELS // 1000 + 1, 1000)).save(huge, "PNG")
    for data in (b"", b"MZ not a picture", stripes()[:50], huge.getvalue(), b"<svg/>"):
        with pytest.raises(InvalidRequest):
            tidied(data)
