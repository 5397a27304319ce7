"""Scores of variants: what each measure promises, whatever the picture."""

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.image import scores
from generation.image.previz.drawing import drawn
from generation.image.scores import Scores, Wanted, judged, rank
from generation.requests.pictures import Actor, Look, PanelRequest


@cache
def panel(seed: int, place: str = "temple", colour: str = "#b3202c") -> np.ndarray:
    request = PanelRequest(
        description="She waits.", place=place, hour="morning", weather="clear", mood="wonder", framing="medium",
        angle="eye-level", actors=(Actor(look=Look(id="mei", outfit="hanfu", colours=(colour,))),), seed=seed,
        width=270, height=480,
    )  # fmt: skip
    pixels, _ = drawn(request, lambda _: None)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), np.uint8)


def painted(seed: int, strength: int = 24) -> np.ndarray:
    """A drawing with the grain and the other tones that a model gives it."""
    dice = np.random.default_rng(seed)
    grain = dice.normal(0, strength, (480, 270, 1))
    return np.clip(panel(seed) * 0.9 + 12 + cv2.GaussianBlur(grain, (0, 0), 1.0)[..., None], 0, 255).astype(np.uint8)


pictures = st.integers(1, 4).map(panel) | st.integers(1, 4).map(painted)
measures = st.sampled_from(
    [
        scores.sharpness,
        scores.exposure,
        lambda picture: scores.layout(picture, panel(1)),
        lambda picture: scores.likeness(picture, panel(2)),
    ]
)


@given(pictures, measures)
@settings(max_examples=30)
def test_every_measure_is_between_nothing_and_everything_and_the_same_each_time(
    picture: np.ndarray, measure: Callable[[np.ndarray], float]
) -> None:
    assert 0 <= measure(picture) <= 1
    assert measure(picture) == measure(picture.copy())


@given(pictures, st.floats(0.8, 6))
@settings(max_examples=30)
def test_blurring_never_raises_sharpness(picture: np.ndarray, sigma: float) -> None:
    blurred = np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8)
    assert scores.sharpness(blurred) < scores.sharpness(picture)


@given(pictures, st.floats(2.5, 6))
@settings(max_examples=20)
def test_burning_a_picture_out_never_raises_its_exposure(picture: np.ndarray, gain: float) -> None:
    burnt = np.clip(picture.astype(np.float32) * gain + 60, 0, 255).astype(np.uint8)
    assert scores.exposure(burnt) <= scores.exposure(picture)
    assert scores.exposure(np.full_like(picture, 255)) == 0


@given(st.integers(1, 4))
@settings(max_examples=4)
def test_a_picture_over_its_own_drawing_keeps_its_layout_and_one_of_another_drawing_does_not(seed: int) -> None:
    own = scores.layout(painted(seed), panel(seed))
    assert scores.layout(panel(seed), panel(seed)) == 1
    assert own > 0.5
    assert own > scores.layout(np.ascontiguousarray(painted(seed)[:, ::-1]), panel(seed))


@given(st.integers(1, 4), st.integers(4, 40))
@settings(max_examples=12)
def test_moving_a_picture_away_from_its_drawing_loses_layout(seed: int, pixels: int) -> None:
    moved = np.roll(panel(seed), pixels, axis=1)
    assert scores.layout(moved, panel(seed)) < scores.layout(panel(seed), panel(seed))


def test_noise_keeps_no_layout() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (480, 270, 3), np.uint8)
    assert scores.layout(noise, panel(1)) < 0.2


def test_a_picture_is_most_like_itself_and_less_like_one_in_other_colours() -> None:
    own = scores.likeness(panel(1), panel(1))
    assert own > 0.99
    assert scores.likeness(panel(1, colour="#2030b0"), panel(1)) < own


def test_likeness_looks_at_the_figure_where_it_is_told() -> None:
    figure = np.zeros((480, 270), np.uint8)
    figure[200:400, 90:180] = 255
    plain = np.full_like(panel(1), 128)
    plain[figure > 0] = panel(1)[figure > 0]
    reference = np.ascontiguousarray(panel(1)[200:400, 90:180])
    assert scores.likeness(plain, reference, figure) > scores.likeness(plain, reference)


def test_the_sharp_variant_that_keeps_the_drawing_comes_before_the_blurred_and_the_strange() -> None:
    good = painted(1)
    blurred = np.asarray(cv2.GaussianBlur(good, (0, 0), 4), np.uint8)
    strange = painted(3)
    wanted = Wanted(layout=panel(1), references=(panel(1),))
    order = rank([(each, wanted) for each in (blurred, strange, good)])
    assert order[0][0] == 2
    assert order == rank([(each, wanted) for each in (blurred, strange, good)])


def test_among_equals_the_earlier_comes_first() -> None:
    assert [number for number, _ in rank([(panel(1), Wanted())] * 3)] == [0, 1, 2]


def test_files_are_ranked_over_the_drawing_of_each() -> None:
    files = [cv2.imencode(".png", each)[1].tobytes() for each in (painted(1), panel(1), painted(2), panel(2))]
    own, other = judged([(files[0], files[3]), (files[0], files[1])])
    assert [own[0], other[0]] == [1, 0]
    assert own[1].stars >= other[1].stars
    assert set(own[1].measures) == {"sharpness", "exposure", "layout", "likeness"}
    with pytest.raises(InvalidRequest, match="no picture"):
        judged([(b"", files[1])])


@given(st.floats(0, 1), st.floats(0, 1), st.none() | st.floats(0, 1), st.none() | st.floats(0, 1))
def test_the_whole_is_between_the_worst_and_the_best_measure(
    sharpness: float, exposure: float, layout: float | None, likeness: float | None
) -> None:
    measured = Scores(sharpness=sharpness, exposure=exposure, layout=layout, likeness=likeness)
    known = [each for each in (sharpness, exposure, layout, likeness) if each is not None]
    assert min(known) - 1e-9 <= measured.total <= max(known) + 1e-9
