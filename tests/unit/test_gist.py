"""A model with a short context is shown how every part of a long text begins."""

from hypothesis import given
from hypothesis import strategies as st

from agents.crew.gist import gist

CHAPTERS = [f"Chapter {number} begins at the harbour, in the rain. " + "Nothing happens. " * 40 for number in range(60)]


def test_a_short_text_is_shown_whole() -> None:
    assert gist("A fox.\n\nA star.") == "A fox.\n\nA star."


def test_a_long_text_is_shown_from_its_beginning_to_its_end() -> None:
    shown = gist("\n\n".join(CHAPTERS), 1500)
    numbers = [int(line.split()[1]) for line in shown.split("\n")]
    assert numbers[0] == 0
    assert numbers[-1] > 50
    assert all(line.split("in the rain.")[0] in "\n".join(CHAPTERS) for line in shown.split("\n"))


@given(st.text(min_size=1, max_size=3000).filter(lambda text: any(map(str.isalnum, text))), st.integers(50, 400))
def test_a_gist_is_never_longer_than_it_may_be_nor_empty(text: str, most: int) -> None:
    shown = gist(text, most)
    assert len(shown) <= most
    assert shown.strip()
