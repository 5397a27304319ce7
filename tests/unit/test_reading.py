"""What a note about a script says by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.reading import Reading, read
from agents.crew.signs import FINDERS, LIGHT, SCALE, SIGNS, Join, Step, stepped
from storage.domain.remarks import LAST
from storage.domain.story import Angle, Framing, Hour, Mood, Move, Weather


@pytest.mark.parametrize(
    ("note", "reading"),
    [
        ("plan 3 plus serré, de nuit", Reading(shots=(3,), signs=(Step.CLOSER, Hour.NIGHT))),
        ("0:12 too dark", Reading(seconds=12, signs=(Step.LIGHTER,))),
        ("she looks down", Reading(rest="she looks down")),
        ("plus drôle", Reading(rest="plus drôle")),
        ("第3个镜头太暗", Reading(shots=(3,), signs=(Step.LIGHTER,))),
        ("第三个镜头下雨", Reading(shots=(3,), signs=(Weather.RAIN,))),
        ("最后一个镜头改成特写", Reading(shots=(LAST,), signs=(Framing.CLOSE,))),
        ("the last shot wider please", Reading(shots=(LAST,), signs=(Step.WIDER,))),
        ("dernier plan en contre-plongée", Reading(shots=(LAST,), signs=(Angle.LOW,))),
        ("Shots 2 and shot 4: close-up", Reading(shots=(2, 4), signs=(Framing.CLOSE,))),
        ("très gros plan", Reading(signs=(Framing.EXTREME_CLOSE,))),
        ("premier plan sous la pluie", Reading(shots=(1,), signs=(Weather.RAIN,))),
        ("plan 2 : zoom avant", Reading(shots=(2,), signs=(Move.PUSH,))),
        ("更紧张一点", Reading(signs=(Mood.TENSE,))),
        ("1:05", Reading(seconds=65)),
        ("", Reading()),
    ],
)
def test_a_note_is_read(note: str, reading: Reading) -> None:
    assert read(note) == reading


def test_what_is_left_over_goes_to_the_model() -> None:
    reading = read("shot 2: she drops the letter at night")
    assert (reading.shots, reading.signs) == ((2,), (Hour.NIGHT,))
    assert "drops the letter" in reading.rest


def test_a_name_with_a_weather_in_it_is_a_name() -> None:
    assert read("把小雨换成红裙子").signs == ()


@given(st.text())
def test_any_text_can_be_read(note: str) -> None:
    reading = read(note)
    assert all(number == LAST or 1 <= number <= 8 for number in reading.shots)
    assert len(reading.rest) <= len(note.casefold()) * 3


@pytest.mark.parametrize(("sign", "words"), [(sign, words.split("|")) for sign, words in SIGNS.items()])
def test_every_word_of_a_sign_is_read_as_that_sign_and_nothing_else(sign: Step, words: list[str]) -> None:
    assert FINDERS[sign]
    for word in words:
        assert read(word).signs == (sign,), word


@given(st.sampled_from([SCALE, LIGHT]), st.integers(-8, 8), st.data())
def test_a_step_stays_on_its_scale(scale: tuple[str, ...], steps: int, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(scale))
    assert stepped(scale, value, steps) in scale
    assert stepped(scale, value, 0) == value
    assert stepped(scale, "elsewhere", steps) == "elsewhere"


@pytest.mark.parametrize(
    ("note", "shots", "join"),
    [
        ("Shot 3 goes on from shot 2", (3,), Join.GOES_ON),
        ("shot 4 continues from the last frame of the shot before", (4,), Join.GOES_ON),
        ("start shot 5 where the previous one ends", (5,), None),
        ("shot 5 starts where the previous one ends", (5,), Join.GOES_ON),
        ("shot 2: without a cut", (2,), Join.GOES_ON),
        ("le plan 3 enchaîne sur le plan 2", (3,), Join.GOES_ON),
        ("Le plan 4 repart de la dernière image du plan précédent", (4,), Join.GOES_ON),
        ("plan 2 dans la continuité du plan 1", (2,), Join.GOES_ON),
        ("plan 5 sans coupure", (5,), Join.GOES_ON),
        ("镜头3接着上一个镜头", (3,), Join.GOES_ON),
        ("第4个镜头从镜头3的最后一帧开始", (4,), Join.GOES_ON),
        ("镜头2一镜到底", (2,), Join.GOES_ON),
        ("shot 3 with a cut", (3,), Join.CUTS),
        ("plan 3 avec une coupe", (3,), Join.CUTS),
        ("镜头3硬切", (3,), Join.CUTS),
        ("she starts from the beginning in shot 3", (3,), None),
        ("plan 3 : il part de la maison", (3,), None),
    ],
)
def test_a_note_says_which_shot_goes_on_from_the_one_before(
    note: str, shots: tuple[int, ...], join: Join | None
) -> None:
    reading = read(note)
    assert reading.shots == shots
    assert reading.signs == ((join,) if join else ())
    assert join is None or not reading.rest
