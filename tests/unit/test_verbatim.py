"""A script that somebody else wrote is broken down into shots, and every line stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew import cutting, verbatim
from agents.crew.editor import LONGEST_EPISODE
from agents.crew.language import language_of
from generation.manuscript import reading
from generation.manuscript.manuscript import Action, Heading, Manuscript, Speech, Spoken
from storage.domain.story import SHOTS, Age, Hour, Language, Place, Script, Sex, Synopsis
from tests.manuscript_samples import BAKERY, LANTERN, LIGHTHOUSE, METRO, TEA, document

SCRIPTS = {
    "bakery.fountain": (BAKERY, BAKERY.text.encode()),
    "phare.fountain": (LIGHTHOUSE, LIGHTHOUSE.text.encode()),
    "metro.docx": (METRO, document(METRO.text.split("\n"))),
    "河灯.docx": (LANTERN, document(LANTERN.text.split("\n"))),
    "茶馆.txt": (TEA, TEA.text.encode("gb18030")),
}


def broken_down(manuscript: Manuscript) -> list[tuple[Synopsis, Script]]:
    language = language_of(" ".join(said for speech in manuscript.speeches for said in speech.spoken))
    assert language
    roles = verbatim.cast(manuscript, language)
    found = []
    for number, episode in enumerate(cutting.episodes(manuscript, language), 1):
        synopsis = verbatim.synopsis(episode, roles, f"{number}", language)
        found.append((synopsis, verbatim.script(episode, roles, synopsis, language, number)))
    return found


def spoken(made: list[tuple[Synopsis, Script]]) -> list[tuple[str, str]]:
    """Return what is said in the order of the shots, and by whom."""
    return [
        (next(each.name for each in synopsis.cast if each.id == line.speaker), line.text)
        for synopsis, script in made
        for shot in script.shots
        for line in map(script.line, shot.lines)
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_line_of_a_script_is_said_word_for_word_and_in_its_order(name: str) -> None:
    sample, data = SCRIPTS[name]
    made = broken_down(reading.read(data, name))
    names = {who.casefold(): who for who, _ in reversed(sample.spoken)}  # as the first cue writes it
    assert spoken(made) == [(names[who.casefold()], " ".join(text.split("\n"))) for who, text in sample.spoken]
    assert all(len(script.shots) in SHOTS for _, script in made)


def test_a_script_that_is_longer_than_an_episode_is_cut_where_a_scene_ends() -> None:
    made = broken_down(reading.read(*reversed(("茶馆.txt", SCRIPTS["茶馆.txt"][1]))))
    assert [script.scenes[-1].setting for _, script in made] == ["茶馆", "茶馆后院"]


def test_parts_that_their_author_calls_episodes_are_episodes() -> None:
    made = broken_down(reading.read(LIGHTHOUSE.text.encode(), "phare.fountain"))
    assert [synopsis.title for synopsis, _ in made] == ["Épisode 1", "Épisode 2"]


def test_places_hours_and_people_are_read_from_the_authors_words() -> None:
    (_, first), (_, second) = broken_down(reading.read(LIGHTHOUSE.text.encode(), "phare.fountain"))
    assert [(scene.setting, scene.place, scene.hour) for scene in first.scenes] == [
        ("PHARE", Place.SEA, Hour.NIGHT),
        ("MER", Place.SEA, Hour.NIGHT),
    ]
    assert second.scenes[0].hour is Hour.DAWN
    synopsis, script = broken_down(reading.read(LIGHTHOUSE.text.encode(), "phare.fountain"))[0]
    jeanne, voice = synopsis.cast
    assert (jeanne.sex, jeanne.age) == (Sex.WOMAN, Age.OLD)
    assert "ciré jaune" in jeanne.look
    voices = [shot for shot in script.shots if any(script.line(each).speaker == voice.id for each in shot.lines)]
    assert all(voice.id not in shot.characters for shot in voices[:1])


def test_a_speech_that_takes_longer_than_an_episode_is_named() -> None:
    long = Speech("ANNA", (Spoken("Word upon word, and no end. " * 20),))
    manuscript = Manuscript(elements=(Speech("BEN", (Spoken("Yes?"),)), long))
    assert cutting.too_long(manuscript, Language.ENGLISH) == (long,)


ACTIONS = st.sampled_from(["Rain falls.", "Anna opens the door and laughs.", "Ben runs.", "Night comes\nslowly."])
SAID = st.sampled_from(["No.", "Why did you come back here tonight?", "I kept it. I kept it all these years, for you!"])
ELEMENTS = st.one_of(
    st.builds(Heading, st.sampled_from(["INT. KITCHEN - DAY", "EXT. SEA - NIGHT"])),
    st.builds(Action, ACTIONS),
    st.builds(
        Speech,
        st.sampled_from(["ANNA", "BEN (V.O.)", "Anna", "船长"]),
        st.lists(st.builds(Spoken, SAID), min_size=1, max_size=2).map(tuple),
    ),
)


@given(st.lists(ELEMENTS, max_size=60).filter(lambda each: any(isinstance(element, Speech) for element in each)))
def test_however_a_script_goes_on_nothing_that_is_said_is_lost(elements: list[Heading | Action | Speech]) -> None:
    manuscript = Manuscript(elements=tuple(elements))
    roles = verbatim.cast(manuscript, Language.ENGLISH)
    said: list[str] = []
    for episode in cutting.episodes(manuscript, Language.ENGLISH):
        synopsis = verbatim.synopsis(episode, roles, "A title", Language.ENGLISH)
        script = verbatim.script(episode, roles, synopsis, Language.ENGLISH, 0)
        said += [script.line(line).text for shot in script.shots for line in shot.lines]
        assert (
            sum(
                cutting.frames(beat, Language.ENGLISH)
                for beat in cutting.shots(cutting.beats(episode.elements, Language.ENGLISH), Language.ENGLISH)
            )
            < LONGEST_EPISODE
        )
    assert said == [text for speech in manuscript.speeches for text in speech.spoken]
