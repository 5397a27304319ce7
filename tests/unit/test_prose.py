"""A model's words as messages, read back by the simulator, which reads HTML as strictly as Telegram."""

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.page import LONGEST_TEXT, length
from bot.screens.prose import LONGEST_PART, parts, prose
from bot.simulator.entities import Text, read_html, utf16_cut

WORDS = (
    "The fox waits.", "**Léa** listens!", "*softly*", "Où va-t-il ?", "« Je reste. »", "狐狸在等。", "她说：“走吧！”",
    "_now_", "2 * 3 * 4", "a < b & c > d", "&amp;", "</b>", "👩‍👩‍👧", "🇫🇷", "**", "*", "snake_case_name", "\n", "\n\n",
    "- one\n- two", "# Title", "***both***", "\\", "…", "e\u0301", "   ",
)  # fmt: skip
pieces = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
texts = st.one_of(
    st.tuples(pieces, st.integers(1, 60)).map(lambda made: (made[0] + " ") * made[1]),
    st.tuples(pieces, st.integers(1, 80)).map(lambda made: made[0] * made[1]),
    st.text(max_size=300).map(lambda text: text.encode(errors="replace").decode() * 20),
)


def read(text: str, *, unfinished: bool = False) -> Text:
    return read_html(prose(text, unfinished=unfinished))


def styles(text: str, *, unfinished: bool = False) -> list[tuple[str, str]]:
    shown = read(text, unfinished=unfinished)
    return [(one["type"], utf16_cut(shown.plain, one["offset"], one["length"])) for one in shown.entities]


@given(texts)
def test_the_parts_of_a_text_are_the_text(text: str) -> None:
    assert "".join(parts(text)) == text


@given(texts, st.booleans())
def test_every_part_fits_a_message_and_its_tags_are_balanced(text: str, unfinished: bool) -> None:  # noqa: FBT001 - drawn
    for part in parts(text):
        assert length(part) <= LONGEST_PART
        assert length(read(part, unfinished=unfinished).plain) <= LONGEST_TEXT


@given(texts, texts)
def test_parts_that_are_full_stay_when_more_text_comes(text: str, more: str) -> None:
    full = parts(text)[:-1]
    assert parts(text + more)[: len(full)] == full


@given(st.lists(st.tuples(st.sampled_from(WORDS[:8]), st.integers(5, 40)), min_size=10, max_size=20))
def test_no_emphasis_is_lost_at_a_cut(plan: list[tuple[str, int]]) -> None:
    text = " ".join(f"{words} {'rain falls ' * times}" for words, times in plan)
    assert [style for part in parts(text) for style in styles(part)] == styles(text)


def test_a_long_text_is_cut_after_a_sentence_in_each_language() -> None:
    for sentence in (
        "The fox waits at the door. ",
        "Le renard attend : « Viens ! » ",
        "狐狸在门口等着。",
        "她说：“走吧！”",
    ):
        first, second, *_ = parts(sentence * 500)
        assert first.endswith(sentence)
        assert second.startswith(sentence)


def test_a_paragraph_goes_before_a_sentence_and_a_word_before_a_letter() -> None:
    half = "It rains. " * 220
    assert parts(half + "\n\n" + half)[0] == half + "\n\n"
    assert parts("rain " * 1000)[0].endswith("rain ")
    assert length(parts("x" * 5000)[0]) == LONGEST_PART - 1


def test_no_cut_falls_into_an_emoji_or_before_an_accent() -> None:
    family = "👩‍👩‍👧"
    assert all(part.replace(family, "") == "" for part in parts(family * 1000))
    assert not any(part.startswith("\u0301") for part in parts("e\u0301" * 3000))


def test_emphasis_lists_and_headings_are_read_and_nothing_else() -> None:
    assert prose("**Léa** waits *softly*, _now_.") == "<b>Léa</b> waits <i>softly</i>, <i>now</i>."
    assert prose("# Act one\n- the **door**\n  * the key") == "<b>Act one</b>\n• the <b>door</b>\n  • the key"
    assert prose("***both*** and 这是*重点*吗") == "<b><i>both</i></b> and 这是<i>重点</i>吗"
    for plain in ("2 * 3 * 4", "snake_case_name", "a*b*c", "**", "* * *", "`code`", "[a](b)"):
        assert prose(plain) == plain


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    assert prose('<b>&amp;</b> <a href="x">') == '&lt;b&gt;&amp;amp;&lt;/b&gt; &lt;a href="x"&gt;'


def test_emphasis_that_has_only_begun_is_shown_as_it_will_be() -> None:
    assert prose("She **waits for", unfinished=True) == "She <b>waits for</b>"
    assert prose("She *waits **", unfinished=True) == "She <i>waits </i>"
    assert prose("She waits *", unfinished=True) == "She waits "
    assert prose("She **waits for") == "She **waits for"
    assert prose("5 * 3", unfinished=True) == "5 * 3"


def test_a_part_with_more_emphasis_than_telegram_shows_has_none() -> None:
    assert read("*x* " * 101).entities == []
    assert len(read("*x* " * 100).entities) == 100
