"""Which of a model's own speakers speaks which of our voices: one for each, the right one, always the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.catalog.profile import Speaker
from generation.notes import Note
from generation.speech.ensemble import chosen, notes
from generation.voices import TABLE, VOICES, Voice

LANGUAGES = ["", "en", "fr", "zh", "en-gb", "fr-FR", "de"]
SPEAKERS = st.lists(
    st.builds(
        Speaker,
        name=st.text("abcdefgh", min_size=3, max_size=6),
        language=st.sampled_from(LANGUAGES),
        sex=st.sampled_from(["", "woman", "man", "female", "male"]),
        age=st.sampled_from(["child", "young", "old"]),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda each: each.name,
)
VOICE = st.sampled_from(TABLE)
SEX = {"female": "woman", "male": "man"}


def fits(voice: Voice, speaker: Speaker) -> tuple[bool, bool]:
    language = not speaker.language or speaker.language.lower().startswith(voice.language)
    return language, SEX.get(speaker.sex, speaker.sex) == voice.sex


@given(voice=VOICE, speakers=SPEAKERS)
def test_a_voice_is_spoken_by_somebody_of_its_language_and_sex_where_there_is_one(
    voice: Voice, speakers: list[Speaker]
) -> None:
    assert fits(voice, chosen(voice, speakers)) == max(fits(voice, each) for each in speakers) or (
        # nobody of this sex speaks the language: one of whom nothing is said goes before one of the other sex
        fits(voice, chosen(voice, speakers))[0] and not any(fits(voice, each) == (True, True) for each in speakers)
    )


@given(voice=VOICE, speakers=SPEAKERS)
def test_the_same_voice_is_always_spoken_by_the_same(voice: Voice, speakers: list[Speaker]) -> None:
    assert chosen(voice, speakers) == chosen(voice, tuple(speakers))


@given(voice=VOICE, speakers=SPEAKERS)
def test_nobody_speaks_more_voices_than_their_share(voice: Voice, speakers: list[Speaker]) -> None:
    fellows = [each for each in TABLE if (each.language, each.sex) == (voice.language, voice.sex)]
    cast = [chosen(each, speakers).name for each in fellows]
    able = [each for each in speakers if fits(voice, each) == (True, True)]

    if len(able) >= len(fellows):
        assert len(set(cast)) == len(fellows)
    elif able:
        assert set(cast) == {each.name for each in able}
        assert max(map(cast.count, cast)) <= -(-len(fellows) // len(able))


@given(voice=VOICE, speakers=SPEAKERS)
def test_a_misfit_is_told_and_a_fit_is_not(voice: Voice, speakers: list[Speaker]) -> None:
    speaker = chosen(voice, speakers)
    codes = [note.code for note in notes(voice, speaker)]

    language, sex = fits(voice, speaker)
    if not language:
        assert codes == ["foreign-speaker"]
    elif (sex or not speaker.sex) and speaker.age == voice.age:
        assert codes == []
    else:
        assert codes == ["nearest-speaker"]


def test_the_age_counts_among_those_of_one_sex() -> None:
    young, old = Speaker(name="mara", sex="woman"), Speaker(name="agnes", sex="woman", age="old")

    assert chosen(VOICES["en-f5"], [young, old]) == old
    assert chosen(VOICES["en-f1"], [old, young]) == young
    assert notes(VOICES["en-f1"], old) == (Note("nearest-speaker", (("speaker", "agnes"),)),)


def test_nobody_can_speak_where_there_is_nobody() -> None:
    with pytest.raises(ValueError, match="at least one"):
        chosen(VOICES["en-f1"], [])
