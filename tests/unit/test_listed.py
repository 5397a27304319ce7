"""Things one after the other are set apart as their language does it."""

import pytest

from bot.screens.drafts import captions_of
from bot.screens.page import Voice
from tests.unit.test_camera_crew import DRESSED, SCRIPT


@pytest.mark.parametrize(("language", "names"), [("en", "Ada, Bolt"), ("fr", "Ada, Bolt"), ("zh", "Ada、Bolt")])
def test_who_is_in_a_shot_stands_under_its_picture_in_the_manner_of_the_reader(language: str, names: str) -> None:
    caption = captions_of(Voice(language), SCRIPT, DRESSED)[SCRIPT.shots[-1].id]
    assert caption.endswith(f" · {names}")
