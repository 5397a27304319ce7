"""What buttons carry."""

from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import LIMIT, Act, Press, parse
from storage.domain.ids import ALPHABET, LENGTH

ids = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


@given(st.sampled_from(Act), st.one_of(st.just(""), ids), st.data())
def test_a_button_is_read_as_it_was_made_and_fits(act: Act, about: str, data: st.DataObject) -> None:
    press = Press(act, about, data.draw(ids) if about else "")
    assert len(press.data().encode()) <= LIMIT
    assert parse(press.data()) == press


@given(st.text(max_size=80))
def test_anything_else_is_no_button_of_ours(data: str) -> None:
    press = parse(data)
    assert press is None or press.data() == data
