from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.music.composition import MILLISECONDS, compose
from generation.music.cue import Cue, Mood
from generation.music.melody import LEAP
from generation.music.orchestra import PLAYERS
from generation.music.style import STYLES, Role
from generation.music.theory import MODES, chord, scale_over
from storage.domain import story

CUES = st.builds(compose, st.sampled_from(list(Mood)), st.integers(MILLISECONDS.start, 60_000), st.integers(0, 2**31))


def by_player(cue: Cue, name: str) -> list[tuple[float, float, int]]:
    return [(note.start, note.end, note.pitch) for note in cue.notes if note.player == name]


@given(CUES)
def test_every_note_lies_within_the_cue_and_its_player_s_reach(cue: Cue) -> None:
    for note in cue.notes:
        player = PLAYERS[note.player]
        assert player.low <= note.pitch <= player.high, note
        assert 0 <= note.start < note.end <= cue.seconds, note
        assert 1 <= note.velocity <= 127, note


@given(CUES)
def test_the_music_begins_at_once_and_rings_to_the_end(cue: Cue) -> None:
    assert cue.notes[0].start < 0.5
    assert cue.seconds - 4.6 <= cue.final <= cue.seconds - 1.1
    assert any(note.end > cue.final + 0.5 * (cue.seconds - cue.final) for note in cue.notes)


@given(CUES)
def test_a_cue_ends_on_the_tonic_with_the_tonic_lowest(cue: Cue) -> None:
    drums = {"percussion", "taiko", "bass drum", "woodblock", "timpani"}
    last = [note for note in cue.notes if note.start > cue.final - 0.15 and note.player not in drums]
    closing = chord(cue.chords[-1], cue.tonic)

    assert closing.root == cue.tonic
    assert last
    assert all(closing.holds(note.pitch) for note in last), [note.pitch % 12 for note in last]
    assert min(last, key=lambda note: note.pitch).pitch % 12 == cue.tonic


@given(st.sampled_from(list(Mood)), st.integers(4000, 40_000), st.integers(0, 999))
def test_the_same_wish_is_the_same_piece(mood: str, milliseconds: int, seed: int) -> None:
    assert compose(mood, milliseconds, seed) == compose(mood, milliseconds, seed)


@pytest.mark.parametrize("mood", list(Mood))
def test_another_seed_is_another_piece(mood: str) -> None:
    assert len({compose(mood, 20_000, seed).notes for seed in range(12)}) == 12


@pytest.mark.parametrize("mood", list(Mood))
@pytest.mark.parametrize("seed", range(8))
def test_the_tune_is_singable_and_keeps_to_the_scale_of_each_chord(mood: str, seed: int) -> None:
    cue = compose(mood, 24_000, seed)
    tune = by_player(cue, singer(cue))
    bars = [second for second, _ in cue.swell]

    assert len(tune) >= 4
    assert all(abs(low[2] - high[2]) <= LEAP for low, high in pairwise(tune)), [pitch for *_, pitch in tune]
    for start, _, pitch in tune:
        bar = max(place for place, second in enumerate(bars) if second <= start + 0.12)
        scale = scale_over(chord(cue.chords[bar], cue.tonic), MODES[cue.mode], cue.tonic)
        assert pitch % 12 in scale, (bar, cue.chords[bar], pitch)


@pytest.mark.parametrize("mood", list(Mood))
@pytest.mark.parametrize("seed", range(8))
def test_the_tune_comes_home(mood: str, seed: int) -> None:
    cue = compose(mood, 24_000, seed)
    _, _, pitch = by_player(cue, singer(cue))[-1]

    assert pitch % 12 == cue.tonic


@pytest.mark.parametrize("mood", list(Mood))
def test_the_music_rises_and_falls(mood: str) -> None:
    cue = compose(mood, 28_000, 3)
    levels = [level for _, level in cue.swell]
    climax = levels.index(max(levels))
    third = cue.seconds / 3

    assert 0.5 <= climax / (len(levels) - 1) <= 0.85
    assert levels[-1] < levels[climax]
    assert strength(cue, third, 2 * third) > strength(cue, 0, third)


@pytest.mark.parametrize("mood", list(Mood))
def test_tempo_keeps_to_the_mood(mood: str) -> None:
    slow, fast = STYLES[Mood(mood)].tempo
    for seed in range(10):
        assert 0.85 * slow <= compose(mood, 25_000, seed).tempo <= 1.15 * fast


def test_the_moods_are_the_script_s() -> None:
    assert {str(mood) for mood in Mood} == {str(mood) for mood in story.Mood}


def test_an_unknown_mood_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidRequest, match="no music is known for the mood funky; known: joy, tender"):
        compose("funky", 10_000, 1)


@pytest.mark.parametrize("milliseconds", [0, 2_499, 180_001])
def test_a_length_out_of_bounds_is_refused(milliseconds: int) -> None:
    with pytest.raises(InvalidRequest, match=f"not {milliseconds}"):
        compose("joy", milliseconds, 1)


def strength(cue: Cue, start: float, stop: float) -> float:
    return sum(note.velocity for note in cue.notes if start <= note.start < stop)


def singer(cue: Cue) -> str:
    names = {note.player for note in cue.notes}
    for ensemble in STYLES[Mood(cue.title.split()[0])].ensembles:
        if names <= {part.player for part in ensemble}:
            return next(part.player for part in ensemble if part.role is Role.MELODY)
    raise AssertionError(names)
