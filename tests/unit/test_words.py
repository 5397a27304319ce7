"""Words in a language: said with their values, or refused loudly."""

import pytest

from bot import words
from bot.words import Words, say
from storage.domain.crew import Role
from storage.domain.story import Language


def test_a_key_is_said_in_its_language() -> None:
    assert say("en", "card-episode", number=3) == "Episode 3"
    assert say("fr", "card-episode", number=3) == "Épisode 3"
    assert say("zh", "card-episode", number=3) == "第 3 集"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert say("en", "card-episode", number=1234) == "Episode 1,234"
    assert say("fr", "card-episode", number=1234) == "Épisode 1\u202f234"


def test_no_invisible_marks_surround_a_value() -> None:
    assert say("en", "card-episode", number="one").isascii()


@pytest.mark.parametrize("language", list(Language))
def test_every_language_of_a_series_has_its_words_and_every_role_a_name(language: Language) -> None:
    names = [say(language, f"role-{role}") for role in Role]
    assert len(set(names)) == len(Role)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("zh-hans", "zh"), ("ZH-TW", "zh"), ("en-US", "en"), ("de", "en"), ("", "en")],
)
def test_a_regional_tag_speaks_its_language_and_a_strange_one_english(tag: str, language: str) -> None:
    assert words.spoken(tag) == language
    assert say(tag, "role-sound") == say(language, "role-sound")


def test_someone_without_a_language_is_spoken_to_in_english() -> None:
    assert words.spoken(None) == "en"


def test_an_unknown_key_is_an_error_and_is_never_shown() -> None:
    with pytest.raises(KeyError, match="no words for 'no-such-key'"):
        say("fr", "no-such-key")


def test_a_missing_value_is_an_error_too() -> None:
    with pytest.raises(KeyError, match="card-episode"):
        say("en", "card-episode")


def test_a_language_without_words_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        Words("xx")


def test_money_is_written_as_the_language_writes_it_and_rounded_up_to_a_cent() -> None:
    said = {each: say(each, "button-approve-price", price=words.money(110_001)) for each in Language}
    assert "€0.12" in said[Language.ENGLISH]
    assert "0,12\u00a0€" in said[Language.FRENCH]
    assert "€0.12" in said[Language.CHINESE]


def test_what_is_left_is_rounded_down_to_a_cent() -> None:
    assert words.remainder(119_999) == words.money(110_000)
    assert words.remainder(9_999) == words.money(0)
