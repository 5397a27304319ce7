"""Where sentences end, in three languages, and whether words stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.sentences import ALIKE, holds, likeness, split, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Go", ["Go"]),
        ("He waits. She comes!", ["He waits.", "She comes!"]),
        ("“Go.” She goes.", ["“Go.”", "She goes."]),
        ("Dr. Lee waits... J. K. Moon is late.", ["Dr. Lee waits...", "J. K. Moon is late."]),
        ("It costs 3.50 today.", ["It costs 3.50 today."]),
        ("Wait… not yet.", ["Wait… not yet."]),
        ("Tu viens ? Oui ! « Pars. » Il part.", ["Tu viens ?", "Oui !", "« Pars. »", "Il part."]),
        ("M. Hulot sourit. Mme Roux part.", ["M. Hulot sourit.", "Mme Roux part."]),
        ("他走了。“别走！”她说……好吧？好。", ["他走了。", "“别走！”", "她说……好吧？", "好。"]),
    ],
)
def test_sentences_end_where_people_read_an_end(text: str, found: list[str]) -> None:
    assert list(split(text)) == found


@given(st.text("ab A.!?…。！？“”«» \n月走", max_size=60))
def test_nothing_of_a_text_is_lost_between_its_sentences(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in split(text))


@pytest.mark.parametrize(
    ("text", "words", "does"),
    [
        ("title: The Moon Answers!", "the moon answers", True),
        ("beat 2: “He’s  gone,\nfor good.”", "He's gone for good", True),
        ("the heart", "he", False),
        ("第二步：月亮 回答了。", "月亮回答", True),
        ("anything", "…", False),
    ],
)
def test_words_stand_in_a_text_whole_and_in_order_whatever_the_signs(text: str, words: str, *, does: bool) -> None:
    assert holds(text, words) is does


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_text_holds_its_own_words_and_those_of_what_it_is_made_of(one: str, other: str) -> None:
    if tokens(one):
        assert holds(f"{other} {one}", one)
        assert likeness(one, one) == 1.0
    assert 0.0 <= likeness(one, other) <= 1.0


def test_a_sentence_that_was_touched_up_is_alike_and_another_is_not() -> None:
    assert likeness("The robot looks at the moon.", "The old robot looks at the silver moon.") >= ALIKE
    assert likeness("机器人看着月亮。", "老机器人望着月亮。") >= ALIKE
    assert likeness("The robot looks at the moon.", "Nobody ever came back.") < ALIKE
