import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.speech.text import LIMIT, sentences, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("(whispering) Don’t move [pause].", "Don't move ."),
        ("« Tu viens ? »", "Tu viens ?"),
        ("— Non… Jamais !", "Non… Jamais !"),
        ("She said — *never* — again!!!", "She said, never, again!"),
        ("<b>Hello</b> 😀👍🏽 world", "Hello world"),
        ("（低声）“别动！！”", "别动！"),
        ("Read https://example.org/a?b=c now", "Read now"),
        ("It costs 12 euros, at 8:30.", "It costs 12 euros, at 8:30."),
        ("  two\n lines\t", "two lines"),
    ],
)
def test_only_the_words_of_a_line_are_said(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize("nothing", ["", "   ", "(sighs)", "😀😀", "…!?", "«»"])
def test_a_line_without_words_is_refused(nothing: str) -> None:
    with pytest.raises(InvalidRequest, match="nothing is left to say"):
        spoken(nothing)


def test_a_line_that_fills_an_episode_is_refused() -> None:
    with pytest.raises(InvalidRequest, match=f"at most {LIMIT} characters, this one has 401"):
        spoken("a" * 401)


@given(st.text(max_size=LIMIT))
def test_cleaning_twice_changes_nothing_more(written: str) -> None:
    try:
        once = spoken(written)
    except InvalidRequest:
        return
    assert spoken(once) == once


def test_sentences_end_at_their_marks_in_every_language() -> None:
    assert sentences("I waited for you. You never came at all! Why?") == (
        "I waited for you.",
        "You never came at all! Why?",
    )
    assert sentences("你答应过我再也不说谎，记得吗？我在雨里等了你整整一个夜晚。") == (
        "你答应过我再也不说谎，记得吗？ 我在雨里等了你整整一个夜晚。",
    )


def test_a_short_sentence_is_spoken_in_one_breath_with_its_neighbour() -> None:
    assert sentences("No. I will not open this door tonight.") == ("No. I will not open this door tonight.",)


@given(st.text(alphabet="ab .!?。", max_size=80))
def test_no_word_is_lost_between_sentences(words: str) -> None:
    assert "".join("".join(sentences(words)).split()) == "".join(words.split())
