"""Scripts and synopses whose parts name each other rightly, and the refusal of those that do not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import InvalidValue
from storage.domain.story import (
    SHOTS,
    Age,
    Angle,
    Character,
    Framing,
    Hour,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Sex,
    Shot,
    Synopsis,
    Weather,
)

enum = st.sampled_from
REN = Character(id="ren", name="Ren", sex=Sex.MAN, age=Age.YOUNG, look="A fox in an apron.")


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    scenes = tuple(
        Scene(
            id=f"sc{number}",
            setting="the bakery",
            place=draw(enum(Place)),
            hour=draw(enum(Hour)),
            weather=draw(enum(Weather)),
            mood=draw(enum(Mood)),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    lines = tuple(Line(id=f"l{number}", speaker="ren", text="Encore.") for number in range(draw(st.integers(0, 6))))
    count = draw(st.integers(SHOTS.start, SHOTS.stop - 1))
    spoken_in = [draw(st.integers(0, count - 1)) for _ in lines]
    shots = tuple(
        Shot(
            id=f"s{number}",
            scene=draw(enum(scenes)).id,
            framing=draw(enum(Framing)),
            angle=draw(enum(Angle)),
            move=draw(enum(Move)),
            action="Ren kneads.",
            lines=tuple(line.id for line, shot in zip(lines, spoken_in, strict=True) if shot == number),
        )
        for number in range(count)
    )
    return Script(scenes=scenes, lines=lines, shots=shots)


@given(scripts())
def test_a_whole_script_finds_its_parts(script: Script) -> None:
    for shot in script.shots:
        assert script.scene(shot).id == shot.scene
        assert [script.line(line).id for line in shot.lines] == list(shot.lines)


@given(scripts(), st.sampled_from([0, 1, 2, 3, 9, 20]))
def test_too_few_shots_and_too_many_are_refused(script: Script, count: int) -> None:
    silent = [replace(shot, lines=()) for shot in script.shots] * 5
    with pytest.raises(InvalidValue, match=f"4 to 8 shots, not {count}"):
        replace(script, shots=tuple(silent[:count]), lines=())


@given(scripts())
def test_a_shot_in_a_scene_that_does_not_exist_is_refused(script: Script) -> None:
    first, *rest = script.shots
    with pytest.raises(InvalidValue, match="elsewhere"):
        replace(script, shots=(replace(first, scene="elsewhere"), *rest))


@given(scripts(), st.data())
def test_a_line_that_is_spoken_twice_or_never_or_by_nobody_is_refused(script: Script, data: st.DataObject) -> None:
    first, *rest = script.shots
    extra = data.draw(st.sampled_from([line.id for line in script.lines] + ["unwritten"]))
    with pytest.raises(InvalidValue, match="spoken once"):
        replace(script, shots=(replace(first, lines=(*first.lines, extra)), *rest))
    with pytest.raises(InvalidValue, match="spoken once"):
        replace(script, lines=(*script.lines, Line(id="mute", speaker="ren", text="…")))


def test_a_synopsis_has_words_and_its_characters_one_id_each() -> None:
    whole = Synopsis(title="Le renard", logline="A fox bakes at night.", beats=("He lights the oven.",), cast=(REN,))
    assert whole.cast == (REN,)
    for broken in ({"title": " "}, {"logline": ""}, {"beats": ()}):
        with pytest.raises(InvalidValue, match="needs a title"):
            replace(whole, **broken)
    with pytest.raises(InvalidValue, match="share an id"):
        replace(whole, cast=(REN, replace(REN, name="Other")))
