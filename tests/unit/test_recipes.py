"""Recipes are read as words and settings, and never carried out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generation.requests.chat import Message, TextRequest
from generation.requests.pictures import Actor, PanelRequest
from generation.requests.pictures import Look as Worn
from generation.requests.request import recipe
from generation.requests.sound import VoiceRequest
from storage.prompts import prompt


def test_a_drawings_words_seed_and_settings_are_read() -> None:
    ada = Actor(look=Worn(id="ada", hair="bob"), pose="sit")
    request = PanelRequest(
        description="Ada waits", place="sea", hour="night", weather="rain", mood="sad", framing="wide", angle="low",
        actors=(ada,), seed=2**60,
    )  # fmt: skip
    read = prompt(recipe(request, "artist", "2"))
    assert read is not None
    assert (read.operation, read.model, read.version, read.seed) == ("panel", "artist", "2", str(2**60))
    assert read.words.startswith("Ada waits")
    assert "ada: " in read.words
    assert "bob" in read.words
    assert ("place", "sea") in read.settings


def test_what_a_language_model_was_told_is_read() -> None:
    request = TextRequest(instructions="Write.", messages=(Message(role="user", text="A moon"),), schema="{}")
    read = prompt(recipe(request, "writer", "1"))
    assert read is not None
    assert (read.instructions, read.words, read.seed) == ("Write.", "A moon", "7")


def test_a_line_is_read_without_a_seed() -> None:
    read = prompt(recipe(VoiceRequest(text="Hello", language="en", voice="af"), "voice", "1"))
    assert read is not None
    assert (read.words, read.seed) == ("Hello", "")


@given(
    st.binary() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(lambda v: json.dumps(v).encode())
)
def test_what_is_no_recipe_is_nothing(data: bytes) -> None:
    assert prompt(data) is None
