"""Which shot a wish is about."""

import pytest

from agents.crew.director import script
from agents.wishes import placed
from storage.domain.papers import Subject, Wish
from storage.domain.story import Script
from tests.fakes.desk import FakeDesk, ScriptedChat
from tests.fakes.stories import EN, MOONSTRUCK, scripted


@pytest.fixture
async def moon() -> Script:
    return (await script(FakeDesk(ScriptedChat(lambda keys: scripted(EN, keys))), MOONSTRUCK, EN)).value


@pytest.mark.parametrize(
    ("text", "shot", "expected"),
    [
        ("closer", "s4", "s4"),
        ("shot 3 closer", "", "s3"),
        ("plan 3 plus serré", "", "s3"),
        ("镜头3再近一点", "", "s3"),
        ("the last shot closer", "", "last"),
        ("0:03 too dark", "", "s1"),
        ("shot 2 closer, shot 3 wider", "", ""),
        ("shot 99 closer", "", ""),
        ("more rain", "", ""),
    ],
)
def test_a_wish_is_about_the_shot_it_answers_the_moment_or_the_one_number_it_names(
    moon: Script, text: str, shot: str, expected: str
) -> None:
    frames = {each.id: 75 for each in moon.shots}
    wish = Wish(text=text, salt="", about=Subject.SCRIPT, shot=shot)
    assert placed(wish, moon, frames) == (moon.shots[-1].id if expected == "last" else expected)
