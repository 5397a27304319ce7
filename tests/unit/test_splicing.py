"""A long piece from shorter ones, and the words of each mood."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.music.cue import Mood
from generation.music.splicing import joined, spliced
from generation.music.style import STYLES
from generation.music.wording import wording

_TONICS = {"C": 0, "D": 2, "F": 5}


@given(seconds=st.floats(2.5, 180), most=st.floats(1, 600))
def test_a_piece_is_made_of_the_fewest_equal_parts_that_the_model_can_make(seconds: float, most: float) -> None:
    splice = spliced(seconds, most)
    assert splice.each <= most + 1e-9
    whole = splice.parts * splice.each - (splice.parts - 1) * splice.crossing
    assert whole == pytest.approx(seconds)
    assert 2 * splice.crossing <= splice.each + 1e-9
    if splice.parts > 1:
        fewer = (splice.parts - 1) * most - (splice.parts - 2) * splice.crossing
        assert fewer < seconds + 1e-9


def test_a_minute_of_a_model_that_makes_forty_seven_seconds_is_two_parts() -> None:
    splice = spliced(60, 47)
    assert (splice.parts, splice.each, splice.crossing) == (2, 31.5, 3.0)
    assert spliced(47, 47).parts == 1


@given(parts=st.integers(1, 4), each=st.integers(20, 60), crossing=st.integers(1, 10), seed=st.integers(0, 99))
def test_parts_flow_into_each_other_without_a_jump_or_a_hole(parts: int, each: int, crossing: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    sounds = [rng.uniform(-1, 1, (each, 2)).astype(np.float32) for _ in range(parts)]
    whole = joined(sounds, crossing)
    assert whole.shape == (parts * each - (parts - 1) * crossing, 2)
    assert np.array_equal(
        whole[: each - (crossing if parts > 1 else 0)], sounds[0][: each - (crossing if parts > 1 else 0)]
    )
    assert np.array_equal(whole[-(each - crossing) :], sounds[-1][crossing:])


def test_two_parts_are_together_as_loud_as_one() -> None:
    rng = np.random.default_rng(1)
    sounds = [rng.standard_normal((48_000, 2)).astype(np.float32) for _ in range(2)]
    crossed = joined(sounds, 24_000)[24_000:48_000]
    assert np.sqrt((crossed**2).mean()) == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("mood", Mood)
def test_a_mood_is_told_at_a_tempo_and_in_a_key_of_our_own_composer(mood: Mood) -> None:
    told, style = wording(mood), STYLES[mood]
    assert style.tempo[0] <= told.tempo <= style.tempo[1]
    tonic, gender = told.key.split()
    assert _TONICS[tonic] in style.keys
    assert (gender == "major") == (style.mode in {"ionian", "lydian"})
    assert told.words in told.prompt
    assert told.key in told.prompt


def test_a_mood_that_nobody_knows_has_no_words() -> None:
    with pytest.raises(InvalidRequest, match="bored"):
        wording("bored")
