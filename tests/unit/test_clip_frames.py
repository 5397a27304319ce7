"""Frames of a video model: as many as a clip needs, in the fewest equal parts, at a size of the right shape."""

from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.catalog import table
from generation.catalog.profile import Frames
from generation.video.checking import developed
from generation.video.frames import NEAR, native, planned, strangeness

STEPS = st.sampled_from([1, 4, 8])
RATES = st.integers(4, 60)
SIZES = st.tuples(st.integers(64, 2160), st.integers(64, 2160))
MODELS = st.builds(
    lambda rate, step, more: Frames(rate=rate, step=step, most=step + 1 + more), RATES, STEPS, st.integers(0, 250)
)


@given(asked=st.integers(1, 900), rate=RATES, can=MODELS)
def test_a_clip_is_made_of_equal_parts_that_the_model_can_make(asked: int, rate: int, can: Frames) -> None:
    for is_closed in (False, True):
        plan = planned(asked, rate, can, is_closed=is_closed)
        assert 1 < plan.each <= can.most
        assert plan.each % can.step == 1 % can.step
        assert plan.made == plan.parts * (plan.each - 1) + 1
        assert len(plan.places) == asked


@given(asked=st.integers(2, 900), rate=RATES, can=MODELS)
def test_an_open_clip_keeps_its_tempo_and_no_part_or_step_is_over(asked: int, rate: int, can: Frames) -> None:
    plan = planned(asked, rate, can, is_closed=False)
    assert plan.places == tuple(Fraction(number * can.rate, rate) for number in range(asked))
    assert plan.places[-1] <= plan.made - 1
    longest = (can.most - 1) // can.step * can.step
    assert (plan.parts - 1) * longest < max(1, plan.places[-1])  # fewer parts could not hold it
    shorter = plan.parts * (plan.each - 1 - can.step)
    assert shorter < max(1, plan.places[-1])  # nor could shorter ones


@given(asked=st.integers(2, 900), rate=RATES, can=MODELS)
def test_a_closed_clip_arrives_at_its_last_picture_with_its_last_frame(asked: int, rate: int, can: Frames) -> None:
    plan = planned(asked, rate, can, is_closed=True)
    assert plan.places[0] == 0
    assert plan.places[-1] == plan.made - 1
    assert list(plan.places) == sorted(plan.places)


def test_three_seconds_at_sixteen_frames_a_second_are_one_part_and_nine_are_two() -> None:
    wan = Frames(rate=16, most=81, step=4)
    assert planned(90, 30, wan, is_closed=False).each == 49
    nine = planned(270, 30, wan, is_closed=False)
    assert (nine.parts, nine.each, nine.made) == (2, 73, 145)


def test_a_model_that_names_an_odd_most_is_asked_for_the_next_number_it_can_make() -> None:
    assert planned(900, 30, Frames(rate=30, most=100, step=8), is_closed=False).each <= 97


@given(sizes=st.lists(SIZES, max_size=4), wanted=SIZES, multiple=st.sampled_from([8, 16, 32]))
def test_a_model_paints_no_more_than_is_wanted_in_sides_that_it_can(
    sizes: list[tuple[int, int]], wanted: tuple[int, int], multiple: int
) -> None:
    width, height = native(sizes, multiple, wanted)
    assert width % multiple == height % multiple == 0
    assert width * height <= (wanted[0] + multiple) * (wanted[1] + multiple)


@pytest.mark.parametrize(
    ("sizes", "wanted", "painted"),
    [
        (((480, 832), (832, 480), (720, 1280)), (1080, 1920), (480, 832)),
        (((720, 1280), (480, 832)), (1080, 1920), (720, 1280)),
        (((480, 832), (832, 480)), (1920, 1080), (832, 480)),
        (((480, 832), (640, 640)), (1080, 1080), (640, 640)),
        (((480, 832),), (360, 640), (352, 640)),
        ((), (1080, 1920), (1088, 1920)),
    ],
)
def test_the_first_size_of_the_right_shape_is_painted(
    sizes: tuple[tuple[int, int], ...], wanted: tuple[int, int], painted: tuple[int, int]
) -> None:
    assert native(sizes, 16, wanted) == painted


def test_two_sizes_that_a_model_calls_nine_to_sixteen_are_one_shape() -> None:
    assert strangeness((480, 832), (1080, 1920)) < NEAR
    assert strangeness((720, 1280), (1080, 1920)) == 0
    assert strangeness((1280, 720), (720, 1280)) > 1


def test_a_phones_clip_is_painted_upright_in_its_own_shape_by_every_model_that_is_taken_by_itself() -> None:
    models = [each for each in table.read().values() if each.backend == "diffusers-clip" and each.rank]
    assert models
    for each in models:
        size = native(each.sizes, each.multiple, (1080, 1920))
        assert size in each.sizes, each.name
        assert strangeness(size, (1080, 1920)) <= NEAR, each.name


def test_of_more_frames_than_were_asked_for_the_first_are_taken_and_where_the_film_is_closed_the_last_too() -> None:
    ramp = np.linspace(0, 1, 145)[:, None, None, None] * np.ones((1, 16, 16, 3))
    output = SimpleNamespace(frames=[ramp])
    assert developed(output, 129)[-1, 0, 0, 0] == round(128 / 144 * 255)
    closed = developed(output, 129, is_closed=True)
    assert closed.shape == (129, 16, 16, 3)
    assert (closed[0, 0, 0, 0], closed[-1, 0, 0, 0]) == (0, 255)
    assert (np.diff(closed[:, 0, 0, 0].astype(int)) >= 0).all()
