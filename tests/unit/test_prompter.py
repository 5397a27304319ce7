"""The prompt writer: what models are told follows from the papers alone, in their manner, without artists' names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents import stills
from agents.claims import claims, without_names
from agents.crew import interpreter, prompter, promptwords
from agents.crew.prompter import Brief
from agents.known import ARTISTS
from generation.catalog.model import Taken
from generation.requests.pictures import StillRequest
from storage.domain.design import Design, Feature
from storage.domain.ids import Digest
from storage.domain.papers import Matter
from storage.domain.staging import Expression, Gaze, Lens, Pose, Prop, Staging
from storage.domain.story import (
    Age,
    Angle,
    Framing,
    Hour,
    Language,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Sex,
    Shot,
    Weather,
)
from tests.fakes.desk import FakeDesk
from tests.fakes.stories import MOONSTRUCK

SCENE = Scene(
    id="c1", setting="the roof of a mill", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.RAIN, mood=Mood.SAD
)
ALL = frozenset(Taken)
DRAWING, SHEET = Digest("d" * 64), Digest("5" * 64)


def shot(number: int = 1, **changed: object) -> Shot:
    made = Shot(
        id=f"s{number}",
        scene="c1",
        framing=Framing.MEDIUM,
        angle=Angle.LOW,
        move=Move.PUSH,
        action="Bolt waves at the moon.",
        characters=("bolt",),
        staging=(Staging(character="bolt", pose=Pose.WAVE, expression=Expression.SMILE, holds=Prop.LANTERN),),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of a shot


def script(*shots: Shot) -> Script:
    rest = tuple(shot(number, lines=("l1",) if number == 9 else ()) for number in (7, 8, 9))
    return Script(scenes=(SCENE,), lines=(Line(id="l1", speaker="bolt", text="Hello."),), shots=(*shots, *rest))


def brief(family: str = "z-image", **changed: object) -> Brief:
    made = Brief(family=family, takes=ALL, style="Ink wash, soft light", tone="dry", cast=MOONSTRUCK.cast)
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of a brief


def told(family: str = "z-image", **changed: object) -> str:
    one = shot(**changed)
    return prompter.still(brief(family), script(one), one).text


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("Small rusty robot", "a small rusty robot, waving"),
        ("A small rusty robot with one eye.", "a small rusty robot with one eye, waving"),
        ("Old robot, in a raincoat", "an old robot, in a raincoat, waving"),
        ("Rust and one eye, once a robot", "a robot, rust and one eye, once a robot, waving"),
        ("Bolt has one eye", "a robot, Bolt has one eye, waving"),
        ("TV for a head", "a robot, TV for a head, waving"),
        ("生锈的小机器人", "a robot, 生锈的小机器人, waving"),
    ],
)
def test_who_somebody_is_is_said_once_and_in_the_middle_of_a_sentence(look: str, said: str) -> None:
    design = Design(features=(Feature.ROBOT_PLATES,))
    (bolt,) = [replace(each, look=look, design=design) for each in MOONSTRUCK.cast if each.id == "bolt"]
    one = shot()
    for family, begins in (("z-image", "Bolt is "), ("sdxl", ", ")):
        assert f"{begins}{said}" in prompter.still(brief(family, cast=(bolt,)), script(one), one).text
    assert said.removesuffix(", waving") in prompter.portrait(brief(cast=(bolt,)), bolt).text


def test_a_prompt_names_camera_people_action_place_air_things_and_style() -> None:
    text = told(props=(Prop.UMBRELLA,))
    for words in (
        "Medium shot from the waist up from a low angle",
        "Bolt is ",
        "waving, smiling",
        "holding a lantern",
        "Bolt waves at the moon",
        "The roof of a mill, a rooftop",
        "falling rain",
        "Nearby: an umbrella",
        "Style: Ink wash, soft light",
    ):
        assert words in text


def test_a_family_that_reads_few_words_gets_them_between_commas_and_no_sentences() -> None:
    text = told("sdxl")
    assert ". " not in text
    assert text.startswith("medium shot")
    assert text.index("waving") < text.index("rooftop") < text.index("Ink wash")


def test_the_same_papers_always_make_the_same_prompt_and_another_roll_makes_no_other() -> None:
    assert told() == told()
    assert told() == told(roll=3, lines=())
    assert told() != told(action="Bolt sleeps.")


def test_a_shot_without_people_asks_for_none() -> None:
    one = shot(characters=(), staging=())
    assert "people" in prompter.still(brief(), script(one), one).negative
    assert "people" not in prompter.still(brief(), script(shot()), shot()).negative


def test_the_pictures_that_go_in_are_named_in_their_order() -> None:
    cast = tuple(replace(each, sheet=SHEET) for each in MOONSTRUCK.cast)
    one = shot(characters=tuple(each.id for each in cast))
    names = [each.name for each in cast]
    kept = prompter.still(brief(cast=cast), script(one), one).text
    assert all(f"{name} looks as in picture {number}." in kept for number, name in enumerate(names, 1))
    first = prompter.still(brief(cast=cast, takes=ALL - {Taken.LAYOUT}), script(one), one).text
    assert "Paint picture 1 as a finished picture" in first
    assert f"{names[0]} looks as in picture 2." in first
    assert "picture" not in prompter.still(brief(cast=cast, takes=frozenset()), script(one), one).text


@pytest.mark.parametrize("takes", [ALL, ALL - {Taken.LAYOUT}, ALL - {Taken.REFERENCES}, frozenset({Taken.PROMPT})])
def test_a_request_holds_what_the_model_takes_and_nothing_else(takes: frozenset[Taken]) -> None:
    asked = StillRequest(prompt="x", negative="y", layout=DRAWING, hold=0.5, references=(SHEET,), seed=1)
    found = stills.fitted(asked, takes)
    assert bool(found.negative) is (Taken.NEGATIVE in takes)
    assert bool(found.layout) is (Taken.LAYOUT in takes)
    assert bool(found.references) is (Taken.REFERENCES in takes)
    if Taken.REFERENCES in takes and Taken.LAYOUT not in takes:
        assert found.references == (DRAWING, SHEET)


def test_a_clip_is_told_of_camera_action_speech_and_what_moves_by_itself() -> None:
    whole = script(shot())
    text, unwanted = prompter.motion(brief("wan"), whole, whole.shots[-1])
    for words in ("The camera slowly pushes in.", "Bolt waves at the moon.", "Bolt speaks.", "Rain falls and drips."):
        assert words in text
    assert "flicker" in unwanted


def test_music_is_told_of_mood_and_tone_and_never_sings() -> None:
    assert prompter.music(brief("ace-step"), Mood.TENDER).startswith("film score, tender")
    assert "no vocals" in prompter.music(brief(), Mood.JOY)
    assert "dry" in prompter.music(brief(), Mood.JOY)


@pytest.mark.parametrize("family", ["sdxl", "z-image", "flux", "qwen-image-edit"])
@given(
    artist=st.sampled_from(ARTISTS),
    words=st.sampled_from(["in the style of {}", "{}'s style", "{}", "dans le style de {}"]),
)
def test_no_prompt_of_ours_has_a_living_artists_name(family: str, artist: str, words: str) -> None:
    style = f"ink wash, {words.format(artist)}, soft light"
    one = shot(action=f"Bolt paints {words.format(artist)}.")
    said = brief(family, style=style, tone=style)
    texts = [
        prompter.still(said, script(one), one).text,
        prompter.portrait(said, said.cast[0]).text,
        prompter.motion(said, script(one), one)[0],
        prompter.music(said, Mood.SAD),
    ]
    for text in texts:
        assert artist not in text
        assert Matter.STYLE not in {claim.matter for claim in claims(text)}


def test_names_of_the_long_dead_and_plain_words_stay() -> None:
    assert without_names("in the style of Vincent van Gogh, bold") == "in the style of Vincent van Gogh, bold"
    assert without_names("ink wash, in the style of Hayao Miyazaki, soft light.") == "ink wash, soft light."
    assert without_names("Mei, 20, wears a red coat. It is 3,000 years old.") == (
        "Mei, 20, wears a red coat. It is 3,000 years old."
    )


def test_every_word_of_a_script_has_words_for_a_prompt() -> None:
    tables = {
        Framing: promptwords.FRAMINGS, Angle: promptwords.ANGLES, Lens: promptwords.LENSES, Place: promptwords.PLACES,
        Hour: promptwords.HOURS, Weather: promptwords.WEATHERS, Mood: promptwords.MOODS, Move: promptwords.MOVES,
        Pose: promptwords.POSES, Expression: promptwords.EXPRESSIONS, Age: promptwords.AGES, Gaze: promptwords.GAZES,
    }  # fmt: skip
    for words, table in tables.items():
        assert set(table) == set(words), words.__name__
    assert set(promptwords.MUSIC) == set(Mood)
    assert set(promptwords.AMBIENCE) == set(Weather)
    assert {sex for sex, _ in promptwords.PEOPLE} == set(Sex)
    assert set(stills.HOLDS) == set(Framing)


async def test_what_a_family_does_not_read_is_put_into_english_once() -> None:
    asked = []

    async def chat(request: object) -> bytes:
        asked.append(request)
        return b'{"seen": "A fox waits in the rain."}'

    desk = FakeDesk(chat)
    texts = ["Un renard attend sous la pluie.", "The moon is near."]
    found = await interpreter.english(desk, texts, Language.FRENCH)
    assert found.value == {texts[0]: "A fox waits in the rain."}
    await interpreter.english(desk, texts, Language.FRENCH)
    assert len(asked) == 1


async def test_what_the_model_cannot_put_into_english_stays_and_is_told() -> None:
    async def chat(_: object) -> bytes:
        return b'{"seen": "Un renard attend toujours sous la pluie et il ne bouge pas."}'

    found = await interpreter.english(FakeDesk(chat), ["Un renard attend sous la pluie."], Language.FRENCH)
    assert found.value == {}
    (note,) = found.notes
    assert note.code == "prompt-untranslated"


def test_a_family_reads_english_at_least() -> None:
    assert prompter.reads("sdxl") == prompter.ENGLISH
    assert prompter.reads("what nobody knows") == prompter.ENGLISH
    assert all(Language.ENGLISH in languages for languages in prompter.READS.values())
