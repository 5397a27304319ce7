"""Time in whole frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import InvalidValue
from storage.domain.timecode import Frames, from_milliseconds, from_samples, parse

counts = st.integers(0, 10**6)


@given(counts, counts)
def test_adding_and_taking_away_are_inverse(first: int, second: int) -> None:
    assert Frames(first) + Frames(second) - Frames(second) == Frames(first)


@given(st.integers(0, 10**7))
def test_a_length_in_milliseconds_is_held_by_the_least_number_of_frames(milliseconds: int) -> None:
    frames = from_milliseconds(milliseconds)
    assert frames.count * 1000 >= milliseconds * 30
    assert (frames.count - 1) * 1000 < milliseconds * 30


@given(st.integers(0, 10**7))
def test_samples_never_lose_their_end(samples: int) -> None:
    assert from_samples(samples, 24_000).seconds * 24_000 >= samples


@given(st.integers(0, 59 * 60 + 59))
def test_a_time_is_read_as_it_is_written(seconds: int) -> None:
    assert parse(str(Frames(seconds * 30))) == Frames(seconds * 30)


@pytest.mark.parametrize("text", ["", "12", "0:60", "1:2", "0:00:01:30", "-0:01", "0:1O"])
def test_what_is_not_a_time_code_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse(text)


def test_a_shorter_time_does_not_hold_a_longer_one() -> None:
    with pytest.raises(InvalidValue):
        Frames(1) - Frames(2)


def test_rates_do_not_mix_by_accident() -> None:
    with pytest.raises(InvalidValue):
        Frames(1, 30) + Frames(1, 24)
    assert Frames(16, 16).at(30) == Frames(30)
