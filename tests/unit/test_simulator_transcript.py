"""The conversation as it looked, in one file."""

import json
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import Text, finish, read_html
from bot.simulator.formatting import entity_html
from bot.simulator.simulator import Simulator
from bot.simulator.transcript import chat_html
from tests.simulator_samples import photo, video, voice


class Reader(HTMLParser):
    """Collects the text, the tags that are open, and the addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"img", "meta", "link", "br"}:
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "poster"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(document: str) -> Reader:
    reader = Reader()
    reader.feed(document)
    assert reader.open == []
    return reader


@pytest.fixture
async def simulator() -> Simulator:
    made = Simulator()
    ana, bo = made.person("Ana <Lima>"), made.person("Bo")
    group = made.group("Team & friends", [ana, bo])
    await ana.add_bot(group, is_admin=True)
    await ana.start()
    await ana.say("a <script>alert(1)</script> & more")
    keys = {"inline_keyboard": [[{"text": "Approve <now>", "callback_data": "x"}]]}
    album = [{"type": "photo", "media": "attach://a", "caption": "Board"}, {"type": "photo", "media": "attach://a"}]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(made.app)) as client:
        for method, fields, files in (
            ("sendMessage", {"text": "<b>Hello <i>you</i></b>", "parse_mode": "HTML", "reply_markup": keys}, None),
            ("sendMediaGroup", {"media": album}, {"a": ("a.jpg", photo())}),
            ("sendVideo", {"caption": "The cut"}, {"video": ("v.mp4", video())}),
            ("sendVoice", {}, {"voice": ("v.oga", voice())}),
        ):
            data = {name: one if isinstance(one, str) else json.dumps(one) for name, one in fields.items()}
            address = f"http://simulator/bot{made.token}/{method}"
            assert (await client.post(address, data=data | {"chat_id": str(group.id)}, files=files)).json()["ok"]
    await bo.react(group.messages[1], "🔥")
    return made


async def test_everything_that_was_said_stands_in_one_file_that_needs_no_other(simulator: Simulator) -> None:
    reader = read(chat_html(simulator))
    text = "".join(reader.text)
    for said in ("a <script>alert(1)</script> & more", "Team & friends", "Ana <Lima>", "Approve <now>", "Board", "🔥"):
        assert said in text
    assert all(address.startswith("data:") for address in reader.addresses)
    assert len([one for one in reader.addresses if one.startswith("data:image/jpeg")]) == 3


async def test_with_a_folder_films_and_sounds_lie_beside_it(simulator: Simulator, tmp_path: Path) -> None:
    reader = read(chat_html(simulator, tmp_path, language="fr"))
    beside = {one for one in reader.addresses if not one.startswith("data:")}
    assert {path.suffix for path in (tmp_path / "chat").iterdir()} == {".jpg", ".mp4", ".oga"}
    assert all((tmp_path / address).is_file() for address in beside)
    assert "Ana <Lima> a ajouté Feuilleton" in "".join(reader.text)


@given(st.text())
def test_showing_a_text_loses_nothing_and_opens_nothing(plain: str) -> None:
    text = finish(Text(plain))
    reader = read(entity_html(text.plain, text.entities))
    assert "".join(reader.text).replace("\r\n", "\n") == text.plain.replace("\r\n", "\n")


def test_entities_become_their_tags_again() -> None:
    source = '🦊 <strong>a <em>b</em></strong> <a href="https://a.example/?x=1&amp;y=2" rel="noreferrer noopener">c</a>'
    text = read_html(source)
    assert entity_html(text.plain, text.entities) == source


def test_an_address_that_would_run_something_is_no_link() -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    assert entity_html("x", entities) == "x"
