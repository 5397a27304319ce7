"""Changes between two texts: nothing is lost, nothing invented, and a person can read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.diff import SKIPPED, Fate, Row, compare, is_changed, marked
from bot.screens.page import length
from bot.simulator.entities import Text, read_html, utf16_cut

WORDS = st.sampled_from(
    ["robot", "lune", "l’amour", "qu'il", "机器人", "月", "爱", " ", " ", "\n", ".", "，", "<b>", "&amp;", "🌙"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=40).map("".join))


def side(rows: tuple[Row, ...], without: Fate) -> str:
    return "".join(run.text for row in rows for run in row if run.fate is not without)


def shown(before: str, after: str) -> str:
    return marked(compare(before, after), 4096).text


def without(text: Text, kind: str) -> list[str]:
    """Return the lines of a message once its entities of a kind are cut out, empty ones aside."""
    plain, end = "", 0
    for entity in [entity for entity in text.entities if entity["type"] == kind]:
        plain += utf16_cut(text.plain, end, entity["offset"] - end)
        end = entity["offset"] + entity["length"]
    return [line for line in (plain + utf16_cut(text.plain, end)).split("\n") if line]


@given(TEXTS, TEXTS)
def test_taking_out_what_is_gone_gives_the_new_text_and_taking_out_what_is_new_the_old(old: str, new: str) -> None:
    rows = compare(old, new)
    assert side(rows, Fate.GONE) == f"{new}\n"
    assert side(rows, Fate.NEW) == f"{old}\n"
    assert is_changed(rows) == (old != new)


@given(TEXTS, TEXTS)
def test_so_does_cutting_the_struck_or_the_bold_out_of_the_message(old: str, new: str) -> None:
    text = read_html(shown(old, new))
    assert without(text, "strikethrough") == [line for line in new.split("\n") if line]
    assert without(text, "bold") == [line for line in old.split("\n") if line]


@given(TEXTS, TEXTS, st.integers(40, 200))
def test_changes_never_take_more_room_than_there_is_and_say_what_is_left_out(old: str, new: str, limit: int) -> None:
    rows = compare(old, new)
    changed = sum(any(run.fate for run in row) for row in rows)
    found = marked(rows, limit)
    assert length(found.text) <= limit
    read_html(found.text)
    assert 0 <= found.left_out <= changed
    if not found.left_out and changed:
        assert (
            "<s>" in found.text
            or "<b>" in found.text
            or not any(run.text.strip("\n") for row in rows for run in row if run.fate)
        )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A lonely robot.", "A happy robot.", "A <s>lonely </s><b>happy </b>robot."),
        ("A robot.", "A very old robot.", "A<b> very old</b> robot."),
        ("He loves the moon.", "He adores the sun.", "He <s>loves </s><b>adores </b>the <s>moon</s><b>sun</b>."),
        ("l’amour du robot", "l’ami du robot", "l’<s>amour </s><b>ami </b>du robot"),
        (
            "孤独的机器人爱上了月亮。",
            "快乐的机器人爱上了太阳。",
            "<s>孤独</s><b>快乐</b>的机器人爱上了<s>月亮</s><b>太阳</b>。",
        ),
        ("他看着很远的月亮笑了。", "他望着极远的月亮笑了。", "他<s>看着很</s><b>望着极</b>远的月亮笑了。"),
        ("one\ntwo\nthree", "one\nthree", "one\n<s>two</s>\nthree"),
        ("a\nb\nc", "c\na\nb", "<b>c</b>\na\nb\n<s>c</s>"),
        ("x < y & z", "x < y & q", "x &lt; y &amp; <s>z</s><b>q</b>"),
    ],
)
def test_a_person_can_read_what_changed(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_lines_that_share_little_are_not_mixed_word_by_word() -> None:
    old, new = "The lighthouse keeper sleeps.", "Bolt climbs a crane and waves at the harbour."
    assert shown(old, new) == f"<s>{old}</s>\n<b>{new}</b>"


def test_a_line_that_moved_is_struck_whole_where_it_was_and_bold_where_it_is() -> None:
    old = "Bolt finds a red lamp.\nBolt finds a red door.\nAda laughs."
    new = "Bolt finds a red door.\nAda laughs.\nBolt finds a red lamp."
    assert shown(old, new) == (
        "<s>Bolt finds a red lamp.</s>\nBolt finds a red door.\nAda laughs.\n<b>Bolt finds a red lamp.</b>"
    )


def test_where_not_everything_fits_what_changed_is_shown_with_its_neighbours() -> None:
    old = "\n".join(f"line {number} stays as it is" for number in range(40))
    new = old.replace("line 20 stays", "line 20 changes")
    found = marked(compare(old, new), 200)
    assert found.left_out == 0
    lines = found.text.split("\n")
    assert lines[0] == lines[-1] == SKIPPED
    assert "20 <s>stays </s><b>changes </b>as" in lines[2]
    assert len(lines) == 5


def test_where_not_even_that_fits_it_says_how_many_changes_are_left_out() -> None:
    old = "\n".join(f"line {number} stays as it is" for number in range(40))
    found = marked(compare(old, old.replace("stays", "goes")), 200)
    assert found.left_out == 40 - found.text.count("<s>")
    assert found.text.endswith(SKIPPED)
