from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.music.theory import MODES, bass_line, chord, nearest, parallels, pitches, scale_over, voiced

NUMERALS = ["I", "ii", "iii", "IV", "V", "vi", "bVI", "bVII", "iv", "V7", "IVmaj7", "Iadd9", "Vsus4", "ii°", "V/5"]
PROGRESSIONS = st.lists(st.sampled_from(NUMERALS), min_size=2, max_size=12)
SPAN = (52, 74)


@pytest.mark.parametrize(
    ("numeral", "tonic", "tones", "bass"),
    [
        ("I", 0, (0, 4, 7), 0),
        ("i", 9, (9, 0, 4), 9),
        ("V7", 0, (7, 11, 2, 5), 7),
        ("bVI", 0, (8, 0, 3), 8),
        ("ii°", 0, (2, 5, 8), 2),
        ("IVmaj7", 7, (0, 4, 7, 11), 0),
        ("Vsus4", 2, (9, 2, 4), 9),
        ("Iadd9", 0, (0, 4, 7, 2), 0),
        ("V/3", 0, (7, 11, 2), 11),
        ("iv/5", 0, (5, 8, 0), 0),
    ],
)
def test_a_numeral_names_its_tones(numeral: str, tonic: int, tones: tuple[int, ...], bass: int) -> None:
    read = chord(numeral, tonic)

    assert (read.tones, read.bass) == (tones, bass)


@pytest.mark.parametrize("nonsense", ["", "H", "Ifoo", "b", "I/7"])
def test_what_is_no_chord_is_refused(nonsense: str) -> None:
    with pytest.raises(ValueError, match="no chord we can read"):
        chord(nonsense, 0)


@pytest.mark.parametrize(
    ("numeral", "tonic", "mode", "scale"),
    [
        ("i", 9, "aeolian", (0, 2, 4, 5, 7, 9, 11)),
        ("V", 9, "aeolian", (0, 2, 4, 5, 8, 9, 11)),
        ("bVI", 0, "ionian", (0, 2, 3, 5, 7, 8, 11)),
        ("bII", 0, "aeolian", (0, 1, 3, 5, 7, 8, 10)),
        ("II", 0, "ionian", (0, 2, 4, 6, 7, 9, 11)),
        ("iv", 0, "ionian", (0, 2, 4, 5, 7, 8, 11)),
    ],
)
def test_a_chord_bends_the_scale_that_is_sung_over_it(
    numeral: str, tonic: int, mode: str, scale: tuple[int, ...]
) -> None:
    assert scale_over(chord(numeral, tonic), MODES[mode], tonic) == scale


@given(st.sampled_from(NUMERALS), st.sampled_from(sorted(MODES)), st.integers(0, 11))
def test_every_tone_of_a_chord_can_be_sung_over_it(numeral: str, mode: str, tonic: int) -> None:
    harmony = chord(numeral, tonic)

    assert set(harmony.tones) <= set(scale_over(harmony, MODES[mode], tonic))


@given(PROGRESSIONS, st.integers(0, 11))
def test_voices_never_cross_and_stay_in_their_range(numerals: list[str], tonic: int) -> None:
    for voicing in _lead(numerals, tonic):
        assert all(low < high for low, high in pairwise(voicing[1:]))
        assert all(SPAN[0] <= pitch <= SPAN[1] for pitch in voicing[1:])


@given(PROGRESSIONS, st.integers(0, 11))
def test_voices_move_by_steps_or_small_leaps(numerals: list[str], tonic: int) -> None:
    for before, now in pairwise(_lead(numerals, tonic)):
        assert max(abs(low - high) for low, high in zip(before[1:], now[1:], strict=True)) <= 9


@given(PROGRESSIONS, st.integers(0, 11))
def test_every_chord_is_whole(numerals: list[str], tonic: int) -> None:
    for numeral, voicing in zip(numerals, _lead(numerals, tonic), strict=True):
        needed = set(chord(numeral, tonic).tones[1:3])
        assert needed <= {pitch % 12 for pitch in voicing}


def test_parallel_fifths_are_counted() -> None:
    assert parallels((48, 55), (50, 57)) == 1
    assert parallels((48, 55), (48, 55)) == 0
    assert parallels((48, 55), (47, 55)) == 0


@given(st.integers(40, 90), st.sets(st.integers(0, 11), min_size=1))
def test_the_nearest_pitch_is_never_further_than_half_an_octave_beyond_a_gap(pitch: int, classes: set[int]) -> None:
    assert abs(nearest(pitches(sorted(classes), 20, 110), pitch) - pitch) <= 6


def _lead(numerals: list[str], tonic: int) -> list[tuple[int, ...]]:
    chords = [chord(numeral, tonic) for numeral in numerals]
    laid: list[tuple[int, ...]] = []
    for each, low in zip(chords, bass_line(chords, 36, 50), strict=True):
        laid.append(voiced(each, laid[-1] if laid else (), low, SPAN, 3))
    return laid
