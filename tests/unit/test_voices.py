from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.voices import TABLE, VOICES, cast, find

LANGUAGES = ("en", "fr", "zh")
SEXES = ("woman", "man")
AGES = ("child", "young", "old")
PEOPLE = st.lists(st.tuples(st.sampled_from(SEXES), st.sampled_from(AGES)), max_size=20)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sex", SEXES)
def test_every_language_has_four_grown_voices_of_each_sex(language: str, sex: str) -> None:
    grown = [voice for voice in TABLE if (voice.language, voice.sex) == (language, sex) and voice.age != "child"]

    assert len(grown) >= 4


def test_every_voice_has_a_name_and_a_sound_of_its_own() -> None:
    sounds = {(voice.timbre, voice.melody, voice.size, voice.pace) for voice in TABLE if voice.language == "fr"}

    assert len(VOICES) == len(TABLE)
    assert len(sounds) == sum(voice.language == "fr" for voice in TABLE)


def test_mixes_add_up_to_one() -> None:
    for voice in TABLE:
        for mix in (voice.timbre, voice.melody):
            assert sum(share for _, share in mix) == pytest.approx(1), voice.name


@given(st.sampled_from(LANGUAGES), PEOPLE)
def test_nobody_shares_a_voice_while_there_are_enough(language: str, people: list[tuple[str, str]]) -> None:
    given_out = cast(language, people)
    choir = sum(voice.language == language for voice in TABLE)

    assert len(given_out) == len(people)
    assert len(set(given_out)) == min(len(people), choir) or len(people) > choir
    assert all(VOICES[name].language == language for name in given_out)


@given(st.sampled_from(LANGUAGES), PEOPLE)
def test_the_same_people_get_the_same_voices(language: str, people: list[tuple[str, str]]) -> None:
    assert cast(language, people) == cast(language, tuple(people))


@pytest.mark.parametrize(("language", "sex", "age"), list(product(LANGUAGES, SEXES, AGES)))
def test_a_person_alone_gets_a_voice_that_fits(language: str, sex: str, age: str) -> None:
    voice = VOICES[cast(language, [(sex, age)])[0]]

    assert (voice.sex, voice.age) == (sex, age)


def test_a_second_old_woman_does_not_take_the_voice_of_a_young_one_who_needs_it() -> None:
    young = sum((voice.language, voice.sex, voice.age) == ("fr", "woman", "young") for voice in TABLE)
    people = [("woman", "old"), ("woman", "old"), *[("woman", "young")] * young]

    given_out = cast("fr", people)

    assert all(VOICES[name].age == "young" for name in given_out[2:])


def test_an_unknown_voice_is_refused_with_the_names_of_the_known() -> None:
    with pytest.raises(InvalidRequest, match="known: fr-f1, fr-f2"):
        find("fr", "siri")


def test_a_voice_of_another_language_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no voice called en-f1 speaks fr"):
        find("fr", "en-f1")


def test_a_language_without_voices_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no voice speaks tlh; known: en, fr, zh"):
        cast("tlh", [("man", "old")])
