"""Formatted text in UTF-16 units, and the markup that Telegram refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import Text, finish, read_given, read_html, utf16_cut, utf16_length
from bot.simulator.markdown import RESERVED, read_markdown
from bot.simulator.rules import Refused


def spans(text: Text) -> list[tuple[str, str]]:
    return [(one["type"], utf16_cut(text.plain, one["offset"], one["length"])) for one in text.entities]


def test_offsets_count_utf16_units_so_that_an_emoji_before_a_word_counts_two() -> None:
    text = read_html("🦊🦊 <b>renard</b> 面包 <i>é</i>")
    assert text.plain == "🦊🦊 renard 面包 é"
    assert text.entities[0] == {"type": "bold", "offset": 5, "length": 6}
    assert spans(text) == [("bold", "renard"), ("italic", "é")]


def test_every_tag_becomes_its_entity() -> None:
    text = read_html(
        "<b>1</b><strong>2</strong><i>3</i><em>4</em><u>5</u><s>6</s><tg-spoiler>7</tg-spoiler>"
        '<span class="tg-spoiler">8</span><code>9</code><pre><code class="language-python">10</code></pre>'
        '<a href="https://a.example/?x=1&amp;y=2">11</a>'
        "<blockquote>12</blockquote><blockquote expandable>13</blockquote>"
    )
    assert text.plain == "12345678910111213"
    assert [kind for kind, _ in spans(text)] == [
        *("bold", "bold", "italic", "italic", "underline", "strikethrough", "spoiler", "spoiler", "code", "pre"),
        *("text_link", "blockquote", "expandable_blockquote"),
    ]
    assert text.entities[9]["language"] == "python"
    assert text.entities[10]["url"] == "https://a.example/?x=1&y=2"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("é<foo>", 'Unsupported start tag "foo" at byte offset 2'),
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("bold</b>", "Unexpected end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_with_the_tag_and_its_place(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text())
def test_escaped_text_comes_through_html_unchanged(plain: str) -> None:
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read_html(escaped).plain == plain


@given(st.text())
def test_any_text_is_parsed_or_refused_and_nothing_else(source: str) -> None:
    for parser in (read_html, read_markdown):
        try:
            text = finish(parser(source))
        except Refused:
            continue
        end = utf16_length(text.plain)
        assert all(0 <= one["offset"] < one["offset"] + one["length"] <= end for one in text.entities)


@given(st.text())
def test_escaped_text_comes_through_markdown_unchanged(plain: str) -> None:
    escaped = "".join(f"\\{one}" if one in RESERVED or one == "\\" else one for one in plain)
    assert read_markdown(escaped).plain == plain


def test_markdown_marks_become_entities() -> None:
    text = read_markdown("*b* _i_ __u__ ~s~ ||h|| `c` [l](https://a.example) ```py\nx=1```")
    assert spans(text) == [
        *(("bold", "b"), ("italic", "i"), ("underline", "u"), ("strikethrough", "s"), ("spoiler", "h"), ("code", "c")),
        *(("text_link", "l"), ("pre", "x=1")),
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Hello.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("é*bold", "Can't find end of Bold entity at byte offset 2"),
        ("`code", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_broken_markdown_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused, match="can't parse entities") as refused:
        read_markdown(source)
    assert refused.value.description.endswith(reason)


def test_white_space_around_a_text_is_cut_and_entities_move_along() -> None:
    text = finish(read_html("  <b> fox </b>  "))
    assert text.plain == "fox"
    assert text.entities == [{"type": "bold", "offset": 0, "length": 3}]


def test_commands_links_mentions_and_tags_are_found() -> None:
    text = finish(Text("/new@fox_bot see https://a.example/x. mail a@b.fr, #story @ana_b 1/2"))
    assert spans(text) == [
        ("bot_command", "/new@fox_bot"),
        ("url", "https://a.example/x"),
        ("email", "a@b.fr"),
        ("hashtag", "#story"),
        ("mention", "@ana_b"),
    ]


def test_a_given_entity_beyond_the_text_is_refused() -> None:
    with pytest.raises(Refused, match="reaches beyond"):
        read_given("🦊", [{"type": "bold", "offset": 0, "length": 3}])
    assert read_given("🦊", [{"type": "bold", "offset": 0, "length": 2}]).plain == "🦊"
