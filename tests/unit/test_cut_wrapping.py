"""Lines broken as a typesetter would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.cut.wrapping import NO_BREAK_SPACE, NO_END, NO_START, is_cjk, pages, wrap

SAID = st.text(st.sampled_from("abc é'’ ?!:;«»,.。，！“”《》我你门一直在 "), max_size=80)


def width(text: str) -> float:
    """Chinese letters are twice as wide as Latin ones."""
    return sum(2 if is_cjk(letter) else 1 for letter in text)


def letters(text: str) -> str:
    return "".join(text.split())


@given(SAID, st.integers(4, 40))
def test_no_letter_is_lost_or_moved(text: str, room: int) -> None:
    assert letters("".join(wrap(text, width, room))) == letters(text)


@given(SAID, st.integers(4, 40))
def test_every_line_fits(text: str, room: int) -> None:
    assert all(width(line) <= room for line in wrap(text, width, room))


@given(SAID, st.integers(6, 40), st.integers(1, 3))
def test_every_page_has_few_lines_and_no_letter_is_lost(text: str, room: int, lines: int) -> None:
    made = pages(text, width, room, lines)
    assert all(1 <= len(page) <= lines for page in made)
    assert letters("".join(line for page in made for line in page)) == letters(text)


@pytest.mark.parametrize(
    "text",
    [
        "我一直在等你，可是你从来没有回来过，直到那天夜里有人敲响了门。",
        "她说：“不要打开那扇门。”我没有听。",
        "《夜色》是她最喜欢的书（她说的）！",
    ],
)
def test_chinese_lines_keep_kinsoku(text: str) -> None:
    for line in wrap(text, width, 18):
        assert line[0] not in NO_START
        assert line[-1] not in NO_END


def test_latin_words_in_chinese_stay_whole() -> None:
    assert any("Camille" in line for line in wrap("我以为Camille已经走了很久很久", width, 14))


def test_french_marks_stay_with_their_word() -> None:
    lines = wrap("Pourquoi m’as-tu menti, Camille ? « Jamais » : voilà !", width, 24)
    assert not any(line[0] in "?!:;»" for line in lines)
    assert f"Camille{NO_BREAK_SPACE}?" in " ".join(lines)


def test_lines_are_even() -> None:
    first, second = wrap("Je ne reviendrai plus jamais dans cette maison vide", width, 36)
    assert abs(width(first) - width(second)) < 10


def test_a_pause_ends_a_line_rather_than_a_word() -> None:
    assert wrap("Tu mens, et tu le sais bien", width, 20) == ["Tu mens,", "et tu le sais bien"]


def test_a_page_ends_with_its_sentence() -> None:
    text = "Pourquoi m'as-tu menti, Camille ? Je voulais te protéger !"
    assert [page[-1][-1] for page in pages(text, width, 24, 2)] == ["?", "!"]


def test_nothing_said_is_no_line() -> None:
    assert wrap("  ", width, 10) == []
    assert pages("", width, 10, 2) == []
