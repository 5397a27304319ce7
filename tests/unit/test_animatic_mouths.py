# ruff: noqa: RUF001 - IPA is what is read here
"""Mouths that speak: shut in silence, closed for M, B and P, and on the words of real voices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.video.animatic import mouths, voicing
from generation.video.animatic.mouths import CLOSED, DRAWINGS, LEAD, OPEN, speaking
from generation.video.animatic.phonemes import sounds

RATE = 8000
LINES = st.sampled_from(
    ["", "maman", "ʒə nə te ʒamˌɛz ubliˈe, mˈɛ. paz œ̃ sˈœl ʒˈuʁ.", "wo↓ tə↓ŋ lɤ ni↓, sa→nnjɛ↗n", "ˈoʊpən ðə dˈɔːɹ!"]
)
TALK = st.lists(st.tuples(st.floats(0.15, 1.2), st.floats(0.25, 0.9)), min_size=1, max_size=4)


def voice(phrases: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    """Return noise that is spoken and quiet by turns, and where it is spoken."""
    rng = np.random.default_rng(4)
    spoken = np.concatenate(
        [
            [*[0.0] * round(RATE * 0.3)],
            *([*[1.0] * round(RATE * on), *[0.0] * round(RATE * off)] for on, off in phrases),
        ]
    )
    return (rng.normal(0, 0.2, len(spoken)) * (spoken + 1e-4)).astype(np.float32), spoken > 0


@given(TALK, LINES, st.integers(0, 99))
def test_mouths_are_shut_in_silence(phrases: list[tuple[float, float]], line: str, seed: int) -> None:
    samples, spoken = voice(phrases)
    for number, mouth in enumerate(speaking(voicing.heard(samples, RATE), line, seed)):
        start, end = number / DRAWINGS, (number + 1) / DRAWINGS
        near = spoken[max(0, int((start - 0.13) * RATE)) : int((end + 0.13) * RATE)]
        if mouth.shape in OPEN:
            assert near.any(), number


@given(TALK, LINES, st.integers(0, 99))
def test_somebody_who_speaks_moves_the_mouth(phrases: list[tuple[float, float]], line: str, seed: int) -> None:
    samples, spoken = voice(phrases)
    found = speaking(voicing.heard(samples, RATE), line, seed)
    moving = sum(mouth != mouths.SHUT for mouth in found) / DRAWINGS
    assert moving > 0.5 * spoken.sum() / RATE - 2 / DRAWINGS


def test_silence_has_no_mouths() -> None:
    found = speaking(voicing.heard(np.zeros(RATE, np.float32), RATE), "bonjour", 1)
    assert {mouth.shape for mouth in found} == {mouths.REST}


def test_lips_close_one_drawing_before_they_open() -> None:
    samples, _ = voice([(0.9, 0.3)])
    heard = voicing.heard(samples, RATE)
    line = mouths.timed(sounds("papapa"), heard)
    found = speaking(heard, "papapa", 1)
    closed = [number for number, mouth in enumerate(found) if mouth.shape == CLOSED]
    lips = [each for each in line if each.sound.mouth == CLOSED]
    assert len(closed) >= len(lips)
    for each in lips:
        assert any(0 <= each.end - number / DRAWINGS <= 2.2 / DRAWINGS for number in closed), each


def test_phonemes_keep_their_order_and_fill_the_voice() -> None:
    samples, _ = voice([(0.6, 0.4), (0.8, 0.3)])
    heard = voicing.heard(samples, RATE)
    line = mouths.timed(sounds("bɔ̃ʒˈuʁ, madˈam"), heard)
    assert [each.start for each in line] == sorted(each.start for each in line)
    assert line[0].start == pytest.approx(heard.segments[0][0])
    assert line[-1].end == pytest.approx(heard.segments[-1][1], abs=0.02)
    assert all(heard.voiced(each.start, each.end) > 0.6 for each in line)


def test_a_comma_falls_into_the_silence() -> None:
    samples, _ = voice([(0.5, 0.5), (0.5, 0.3)])
    heard = voicing.heard(samples, RATE)
    line = mouths.timed(sounds("mama, mama"), heard)
    assert line[3].end == pytest.approx(heard.segments[0][1], abs=0.02)
    assert line[4].start == pytest.approx(heard.segments[1][0], abs=0.02)


def test_stress_and_length_make_vowels_longer() -> None:
    plain, stressed, long = (sounds(text)[0].length for text in ("a", "ˈa", "aː"))
    assert plain < stressed < long
    assert sounds("ˈta")[1].stressed
    assert not sounds("ˈta")[0].stressed


def test_a_line_that_begins_before_the_shot_is_under_way_in_it() -> None:
    samples, _ = voice([(1.0, 0.3)])
    heard = voicing.heard(samples, RATE)
    late = speaking(heard, "", 1, offset=-0.5)
    assert late[0].shape != mouths.REST
    assert len(late) == len(speaking(heard, "", 1)) - DRAWINGS // 2


def test_mouths_lead_their_sound_by_a_frame_of_film() -> None:
    assert pytest.approx(1 / 24) == LEAD
