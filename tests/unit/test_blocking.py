"""The blocker: what actions say of bodies, faces, looks and things; who looks at whom; what is left to the model."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.actions import Deed, read
from agents.crew.blocking import UNASKED, by_rule, directed, restaged, stage
from generation.errors import TryAgain
from storage.domain.staging import Expression, Gaze, Pose, Prop
from storage.domain.story import (
    Age,
    Angle,
    Character,
    Framing,
    Hour,
    Language,
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
from tests.fakes.desk import FakeDesk, ScriptedChat

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE
P, E = Pose, Expression


def character(name: str, sex: Sex, look: str = "") -> Character:
    return Character(id=name, name=name, sex=sex, age=Age.YOUNG, look=look)


MEI, BO = character("Mei", Sex.WOMAN), character("Bo", Sex.MAN)
HONG, BAI = character("小红", Sex.WOMAN), character("小白", Sex.MAN)
STORY = Synopsis(title="T", logline="L", beats=("B",), cast=(MEI, BO))
SCENE = Scene(id="c1", setting="a room", place=Place.ROOM, hour=Hour.DAY, weather=Weather.CLEAR, mood=Mood.TENSE)


def shot(number: int, action: str, *lines: str, characters: tuple[str, ...] = ("Mei", "Bo")) -> Shot:
    return Shot(
        id=f"s{number}",
        scene="c1",
        framing=Framing.MEDIUM,
        angle=Angle.EYE,
        move=Move.STATIC,
        action=action,
        characters=characters,
        lines=lines,
    )


def script(*shots: Shot, lines: tuple[Line, ...] = ()) -> Script:
    filled = [*shots, *(shot(number, "Night.", characters=()) for number in range(len(shots) + 1, 5))]
    return Script(scenes=(SCENE,), lines=lines, shots=tuple(filled))


@pytest.mark.parametrize(
    ("language", "text", "who", "deed"),
    [
        (EN, "Mei runs and Bo cries.", "Bo", Deed(expression=E.CRY)),
        (EN, "Mei runs and Bo cries.", "Mei", Deed(pose=P.RUN)),
        (EN, "Mei gives Bo a letter.", "Mei", Deed(pose=P.OFFER, holds=Prop.LETTER)),
        (EN, "She draws her sword.", "Mei", Deed(pose=P.SWORD_GUARD, holds=Prop.SWORD)),
        (EN, "Bo sits down on the bench.", "Bo", Deed(pose=P.SIT)),
        (FR, "Mei court vers la porte.", "Mei", Deed(pose=P.RUN)),
        (FR, "Bo s'assoit et pleure.", "Bo", Deed(pose=P.SIT, expression=E.CRY)),
        (FR, "Mei embrasse Bo.", "Mei", Deed(pose=P.EMBRACE)),
        (FR, "Le téléphone sonne, Mei décroche.", "Mei", Deed(pose=P.PHONE_CALL)),
        (FR, "Elle tient une épée.", "Mei", Deed(pose=P.HOLD, holds=Prop.SWORD)),
        (ZH, "小红坐下，小白递给她一封信。", "小白", Deed(pose=P.OFFER, holds=Prop.LETTER)),
        (ZH, "小红哭着跑向门口。", "小红", Deed(pose=P.RUN, expression=E.CRY)),
        (ZH, "他拔剑。", "小白", Deed(pose=P.SWORD_GUARD, holds=Prop.SWORD)),
        (ZH, "她低头看书。", "小红", Deed(pose=P.READ, gaze=Gaze.DOWN, holds=Prop.BOOK)),
    ],
)
def test_an_action_is_read_for_whom_it_is_about(language: Language, text: str, who: str, deed: Deed) -> None:
    cast = (HONG, BAI) if language is ZH else (MEI, BO)
    assert read(text, cast, language).deeds[who] == deed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "A silver rope falls from the sky at Bo's feet."),
        (FR, "La nuit tombe, la pluie tombe."),
        (EN, "In court, Mei is silent."),
        (ZH, "门铃响了，小红不说话。"),
    ],
)
def test_what_nobody_does_is_done_by_nobody(language: Language, text: str) -> None:
    assert read(text, (HONG, BAI) if language is ZH else (MEI, BO), language).deeds == {}


def test_things_that_stand_are_near_and_an_animal_of_the_cast_is_none() -> None:
    fox = character("Roux", Sex.MAN, "Renard en tablier.")
    cast = replace(STORY, cast=(fox, MEI))
    staged = by_rule(cast, script(shot(1, "Le renard est assis près de la table.", characters=("Roux",))), FR)
    assert staged.shots[0].props == (Prop.TABLE,)


def test_speaker_and_listener_look_at_each_other_and_one_alone_to_where_the_other_stands() -> None:
    lines = (Line(id="l1", speaker="Mei", text="Why?"), Line(id="l2", speaker="Bo", text="Go!"))
    shots = (
        shot(1, "They wait.", "l1"),
        shot(2, "Bo waits.", "l2", characters=("Bo",)),
        shot(3, "Mei waits.", characters=("Mei",)),
    )
    first, second, third, _ = by_rule(STORY, script(*shots, lines=lines), EN).shots
    assert [(each.character, each.gaze) for each in first.staging] == [("Mei", "Bo"), ("Bo", "Mei")]
    assert [each.gaze for each in second.staging] == [Gaze.LEFT]
    assert [each.gaze for each in third.staging] == [Gaze.RIGHT]
    assert second.staging[0].expression is Expression.ANGRY
    assert first.staging[0].expression is Expression.WORRIED


async def test_the_model_is_asked_once_for_what_no_word_tells() -> None:
    shots = (shot(1, "Mei is alone.", characters=("Mei",)), shot(2, "Bo runs.", characters=("Bo",)))
    desk = FakeDesk(chat := ScriptedChat({"1 Mei": "hug-self"}))
    written = await stage(desk, STORY, script(*shots), EN)
    assert written.value.shots[0].staging[0].pose is Pose.HUG_SELF
    assert written.value.shots[1].staging[0].pose is Pose.RUN
    assert len(chat.requests) == 1
    assert written.notes == ()


async def test_where_the_model_fails_rules_stand_and_it_is_noted() -> None:
    shots = (shot(1, "Mei is alone.", characters=("Mei",)),)
    written = await stage(FakeDesk(ScriptedChat(TryAgain("busy"))), STORY, script(*shots), EN)
    assert written.value == by_rule(STORY, script(*shots), EN)
    assert written.notes == (UNASKED,)


def test_hands_that_embrace_hold_nothing() -> None:
    staged = by_rule(STORY, script(shot(1, "Mei holds a sword.")), EN)
    changed, rest = directed(staged, ("s1",), "elle embrasse bo", STORY, FR)
    mei = changed.shots[0].staging[0]
    assert (mei.pose, mei.holds) == (Pose.EMBRACE, None)
    assert rest == "elle"


def test_only_a_shot_whose_action_changed_is_staged_anew() -> None:
    before = by_rule(STORY, script(shot(1, "Mei runs."), shot(2, "Bo sits.")), EN)
    first, *others = before.shots
    after = replace(before, shots=(replace(first, action="Mei sleeps."), *others))
    found = restaged(before, after, STORY, EN)
    assert found.shots[0].staging[0].pose is Pose.SLEEP
    assert found.shots[1:] == before.shots[1:]


@given(st.text(max_size=160), st.sampled_from(Language), st.sampled_from([("Mei",), ("Mei", "Bo"), ()]))
def test_any_action_is_staged_with_everyone_who_is_there(
    text: str, language: Language, present: tuple[str, ...]
) -> None:
    staged = by_rule(STORY, script(shot(1, text, characters=present)), language).shots[0]
    assert tuple(each.character for each in staged.staging) == present
    allowed = {*Gaze, *present}
    assert all(each.gaze in allowed and each.gaze != each.character for each in staged.staging)


@given(st.text(max_size=80), st.sampled_from(Language))
def test_any_note_leaves_a_valid_script(text: str, language: Language) -> None:
    before = by_rule(STORY, script(shot(1, "Mei runs.")), language)
    after, _ = directed(before, ("s1",), text, STORY, language)
    assert after.shots[1:] == before.shots[1:]
    assert after.lines == before.lines
