"""New ids."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.ids import ALPHABET, LENGTH, new_id


@given(st.integers())
def test_an_id_is_a_short_word_that_can_be_read_aloud(seed: int) -> None:
    word = new_id(Random(seed))
    assert len(word) == LENGTH
    assert set(word) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ilou")


@given(st.integers())
def test_the_same_source_gives_the_same_ids_and_goes_on_to_others(seed: int) -> None:
    first, again = Random(seed), Random(seed)
    ids = [new_id(first) for _ in range(50)]
    assert ids == [new_id(again) for _ in range(50)]
    assert len(set(ids)) == 50
