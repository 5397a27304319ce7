"""A clip at another rate: nothing new where a frame is there, motion in between, and a cut stays a cut."""

from fractions import Fraction

import cv2
import numpy as np
import pytest

from generation.video.retiming import SMALLEST, Between, Picture, retimed

WIDTH, HEIGHT = 120, 208


def ground(seed: int) -> Picture:
    noise = np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH + 80, 3), np.uint8)
    soft = cv2.GaussianBlur(noise, (0, 0), 3)
    return np.asarray(cv2.normalize(soft, np.empty_like(soft), 0, 255, cv2.NORM_MINMAX), np.uint8)


def passing(picture: Picture, count: int, step: int = 2) -> list[Picture]:
    """A camera that slides over a picture, `step` pixels a frame."""
    return [np.ascontiguousarray(picture[:, step * n : step * n + WIDTH]) for n in range(count)]


def psnr(one: Picture, other: Picture) -> float:
    return float(cv2.PSNR(one, other))


def places(count: int, pace: Fraction) -> list[Fraction]:
    return [n * pace for n in range(count)]


def test_frames_that_are_there_are_taken_as_they_are() -> None:
    frames = passing(ground(1), 9)
    assert all(np.array_equal(a, b) for a, b in zip(retimed(frames, places(9, Fraction(1))), frames, strict=True))
    halves = list(retimed(frames, places(17, Fraction(1, 2))))
    assert all(np.array_equal(a, b) for a, b in zip(halves[::2], frames, strict=True))


def test_a_frame_in_between_is_nearer_to_the_truth_than_a_blend_or_a_repeat() -> None:
    frames = passing(ground(2), 9)
    made = list(retimed(frames[::2], places(9, Fraction(1, 2))))
    for n in (1, 3, 5, 7):
        inner = np.s_[:, 8:-8]  # what slides in at the edge was in no frame before
        flowed = psnr(made[n][inner], frames[n][inner])
        blend = cv2.addWeighted(frames[n - 1], 0.5, frames[n + 1], 0.5, 0)
        assert flowed > psnr(blend[inner], frames[n][inner]) + 3
        assert flowed > psnr(frames[n - 1][inner], frames[n][inner]) + 6


def test_a_cut_stays_a_cut() -> None:
    frames = [*passing(ground(3), 4), *passing(ground(4), 4)]
    assert [n for n in range(7) if Between(frames[n], frames[n + 1]).is_torn] == [3]
    for picture in retimed(frames, places(15, Fraction(1, 2))):
        assert max(psnr(picture, frame) for frame in frames) > 20


def test_a_longer_wait_holds_the_last_frame_and_only_what_is_needed_is_taken() -> None:
    frames = passing(ground(5), 3)
    held = list(retimed(frames, places(5, Fraction(1))))
    assert all(np.array_equal(picture, frames[-1]) for picture in held[2:])
    source = iter(passing(ground(5), 9))
    assert len(list(retimed(source, places(3, Fraction(1))))) == 3
    assert len(list(source)) >= 5


@pytest.mark.parametrize("size", [(8, 8), (31, 300), (300, 31), (32, 300), (300, 32)])
def test_a_picture_too_small_for_the_search_is_blended(size: tuple[int, int]) -> None:
    dark, bright = np.zeros((*size, 3), np.uint8), np.full((*size, 3), 200, np.uint8)
    assert Between(dark, bright).at(0.5).shape == (*size, 3)
    if min(size) < SMALLEST:
        assert int(Between(dark, bright).at(0.5)[4, 4, 0]) == 100
