"""People's own words are marked where they stand, and nothing else changes."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.marks import explained, marked
from bot.screens.page import Voice
from bot.simulator.entities import read_html

texts = st.lists(st.text("ab<&。月 走", min_size=1, max_size=6).map(str.strip).filter(bool), max_size=4)


@pytest.mark.parametrize(
    ("text", "own", "shown"),
    [
        ("1. He waits. She comes.", ["She comes."], "1. He waits. <u>She comes.</u>"),
        ("Ada: “No.” Norman: “None.”", ["No."], "Ada: “<u>No.</u>” Norman: “None.”"),
        ("<b>b</b> &lt;b&gt; b", ["b", "lt"], "<b><u>b</u></b> &lt;<u>b</u>&gt; <u>b</u>"),
        ("他走了。月亮回答了。", ["月亮回答了。"], "他走了。<u>月亮回答了。</u>"),
        ("A. A. B.", ["A. B.", "A."], "<u>A.</u> <u>A. B.</u>"),
    ],
)
def test_a_sentence_is_marked_whole_and_only_where_it_stands_whole(text: str, own: list[str], shown: str) -> None:
    assert marked(text, own) == shown


@given(texts, texts)
def test_marks_change_no_word_and_are_never_inside_each_other(parts: list[str], own: list[str]) -> None:
    text = html.escape(" ".join(parts), quote=False)
    found = marked(text, own)
    assert found.replace("<u>", "").replace("</u>", "") == text
    assert all(each["type"] == "underline" for each in read_html(found).entities)


def test_the_mark_is_explained_in_one_line_and_only_where_there_is_one() -> None:
    assert explained(Voice("en"), "He waits.", ["He waits."]).endswith("\n\n<u>Underlined</u>: people’s own words.")
    assert explained(Voice("en"), "He waits.", ["She comes."]) == "He waits."
