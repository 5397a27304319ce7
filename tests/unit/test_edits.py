"""Going back to a shot as another script had it: its camera, light and words, and nothing of any other shot."""

from dataclasses import replace

from agents.crew.edits import differences, restored, signed
from agents.crew.signs import Join
from storage.domain.story import Framing, Hour, Line
from tests.unit.test_camera_crew import SCRIPT


def test_a_shot_that_got_a_light_of_its_own_goes_back_to_the_scene_it_shared() -> None:
    after = signed(SCRIPT, ("s3",), (Hour.DAWN, Framing.WIDE))
    assert after.scene(after.shots[2]).hour is Hour.DAWN
    back = restored(after, SCRIPT, "s3")
    assert back.shots == SCRIPT.shots


def test_where_the_old_light_is_no_more_the_shot_gets_a_scene_of_its_own() -> None:
    after = signed(SCRIPT, [shot.id for shot in SCRIPT.shots], (Hour.DAWN,))
    back = restored(after, SCRIPT, "s3")
    assert back.scene(back.shots[2]).hour is Hour.NIGHT
    assert back.scene(back.shots[0]).hour is Hour.DAWN


def test_words_go_back_with_their_shot_and_others_stay() -> None:
    lines = (Line(id="l1", speaker="bolt", text="Good evening."), SCRIPT.lines[1])
    after = replace(SCRIPT, lines=lines)
    assert restored(after, SCRIPT, "s2") == SCRIPT
    assert restored(after, SCRIPT, "s1") == after


def test_a_variant_is_the_same_shot_by_another_roll() -> None:
    found = restored(SCRIPT, SCRIPT, "s4", 3)
    assert found.shots[3] == replace(SCRIPT.shots[3], roll=3)
    assert found.shots[:3] == SCRIPT.shots[:3]


def test_a_shot_goes_on_from_the_one_before_until_somebody_wants_a_cut() -> None:
    after = signed(SCRIPT, ("s3",), (Join.GOES_ON,))
    assert [shot.id for shot in after.shots if shot.continues] == ["s3"]
    assert differences(SCRIPT, after) == ("s3.continues",)
    assert signed(after, ("s3",), (Join.CUTS,)) == SCRIPT


def test_the_first_shot_goes_on_from_nothing() -> None:
    assert signed(SCRIPT, ("s1",), (Join.GOES_ON,)) == SCRIPT
