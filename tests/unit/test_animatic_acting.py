"""Acting: blinks, breath, springs, feet that do not slide, and equal figures from equal seeds."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generation.image.previz.figure.body import body
from generation.image.previz.figure.gaits import cycle
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.rig import posed
from generation.requests.pictures import Look
from generation.video.animatic import springs, tics
from generation.video.animatic.gait import CADENCE, FLIGHT, gait
from generation.video.animatic.mouths import DRAWINGS, SHUT, Mouth
from generation.video.animatic.score import Part, Score

SEEDS = st.integers(0, 2**31)


@given(st.integers(1, 200), SEEDS, st.lists(st.floats(0, 16), max_size=6))
@example(28, 4261000, [2.09375])  # a moment a second and a little after a blink, on the drawing of just a second after
def test_blinks_are_whole_and_never_in_the_first_half_second(drawings: int, seed: int, wanted: list[float]) -> None:
    shut = tics.blinks(drawings, seed, "mei", wanted=wanted)
    assert len(shut) == drawings
    assert not any(shut[: DRAWINGS // 2])
    starts = [n for n, now in enumerate(shut) if now and (n == 0 or not shut[n - 1])]
    for start in starts:
        assert shut[start : start + 3] == tics.BLINK
    for one, other in pairwise(starts):
        assert 1.0 * DRAWINGS < other - one <= 4.2 * DRAWINGS


def test_two_actors_blink_and_breathe_each_for_themselves() -> None:
    assert tics.blinks(96, 5, "mei") != tics.blinks(96, 5, "li")
    assert tics.breath(1.0, 5, "mei") != tics.breath(1.0, 5, "li")


@given(SEEDS, st.integers(1, 120))
def test_glances_are_small_and_come_back(seed: int, drawings: int) -> None:
    found = tics.glances(drawings, seed, "mei")
    assert all(abs(x) <= 0.2 and abs(y) <= 0.08 for x, y in found)
    assert sum(place == (0.0, 0.0) for place in found) >= 0.5 * drawings


@given(st.integers(1, 60), st.floats(0, 60), st.floats(1, 12))
def test_a_change_is_gentle_and_never_turns_back(drawings: int, start: float, length: float) -> None:
    found = tics.eased(drawings, start, length)
    assert list(found) == sorted(found)
    assert all(0 <= each <= 1 for each in found)


@given(SEEDS)
def test_loose_ends_stay_within_their_reach_and_come_to_rest(seed: int) -> None:
    rng = np.random.default_rng(seed)
    anchor = np.concatenate([rng.normal(0, 0.15, (20, 3)).cumsum(axis=0), np.zeros((60, 3))])
    anchor[20:] = anchor[19]
    found = springs.followed(anchor, [(0.02, 0.0, 0.0)] * 80)
    assert np.linalg.norm(found, axis=1).max() <= springs.FURTHEST + 1e-9
    assert found[-1] == pytest.approx([0.02, 0, 0], abs=2e-3)


def test_hair_lags_behind_a_head_that_starts() -> None:
    anchor = np.zeros((24, 3))
    anchor[6:, 0] = np.minimum(np.arange(18) * 0.05, 0.3)
    found = springs.followed(anchor, [(0.0, 0.0, 0.0)] * 24)
    assert found[:5, 0] == pytest.approx(0, abs=1e-6)
    assert found[6:10, 0].min() < -0.02


@pytest.mark.parametrize("name", sorted(CADENCE))
def test_the_foot_on_the_ground_does_not_slide(name: str) -> None:
    who = body(identity(Look(id="mei")))
    way = gait(who, name)
    assert way.stride > 0.5
    for half, bone in ((0.0, "foot-left"), (0.5, "foot-right")):
        places = []
        for share in np.linspace(0.0, 0.5 * (1 - FLIGHT[name]) - 0.03, 12):
            foot = posed(who, cycle(name, half + share)).joint(bone)
            across, ahead = way.way(half + share)
            places.append((foot[0] + across, foot[2] + ahead))
        assert np.ptp(np.array(places), axis=0)[1] < 0.01, (name, bone)


def test_whole_strides_go_on() -> None:
    way = gait(body(identity(Look(id="mei"))), "walk")
    assert way.way(2.25)[1] == pytest.approx(2 * way.stride + way.way(0.25)[1])
    assert way.way(-1.0)[1] == pytest.approx(-way.stride)


def test_a_part_knows_its_phrases() -> None:
    said = "--AMA--EO------AE-"
    mouths = tuple(SHUT if letter == "-" else Mouth(letter, 1.0, letter == "E") for letter in said)
    part = Part(who="mei", mouths=mouths)
    assert part.starts == (2, 15)
    assert part.ends == (9, 17)
    assert part.stresses == (7, 16)
    score = Score(drawings=len(said), seed=1, parts=(part,))
    assert [score.speaker(n) for n in (0, 3, 6, 12)] == ["", "mei", "mei", ""]
    assert score.part("li").starts == ()
