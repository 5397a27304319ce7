"""The translator: every text by itself, in its language, in its time, with its names; what people wrote stays."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from agents.crew import translator
from agents.crew.pinyin import latin
from agents.crew.translator import Original
from agents.errors import WritersBlock
from generation.requests.chat import TextRequest
from storage.domain.papers import Rendered, Text
from storage.domain.story import (
    Age,
    Angle,
    Character,
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
    Synopsis,
    Weather,
)
from tests.fakes.desk import FakeDesk

EN, FR, ZH = Language.ENGLISH, Language.FRENCH, Language.CHINESE

WORDS = {
    EN: (
        "Moonstruck",
        "Bolt the robot loves the moon.",
        ("Bolt", "Ada"),
        ("Good night, Ada.", "The roof is closed now."),
    ),
    ZH: ("会说话的猫", "一只猫说了一句警告。", ("林晚", "小白"), ("林晚，千万别开门。", "门外到底是谁？")),
}

FRENCH = {
    "Moonstruck": "Coup de lune",
    "Bolt the robot loves the moon.": "Bolt le robot aime la lune.",
    "Good night, Ada.": "Bonne nuit, Ada.",
    "The roof is closed now.": "Le toit est fermé.",
}


def original(language: Language = EN, frames: int = 45) -> Original:
    """Return an episode of four shots, in two of which somebody speaks."""
    title, logline, (first, second), said = WORDS[language]
    cast = (
        Character(id="a", name=first, sex=Sex.WOMAN, age=Age.YOUNG, look="Small."),
        Character(id="b", name=second, sex=Sex.MAN, age=Age.OLD, look="Tall."),
    )
    scene = Scene(id="1", setting="a roof", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=Mood.SAD)
    lines = tuple(Line(id=f"l{number}", speaker="ab"[number], text=text) for number, text in enumerate(said))
    spoken = {0: ("l0",), 2: ("l1",)}
    shots = tuple(
        Shot(
            id=f"s{number}",
            scene="1",
            framing=Framing.WIDE,
            angle=Angle.EYE,
            move=Move.STATIC,
            action="Wind.",
            lines=spoken.get(number, ()),
        )
        for number in range(4)
    )
    return Original(
        synopsis=Synopsis(title=title, logline=logline, beats=("Wind.",), cast=cast),
        script=Script(scenes=(scene,), lines=lines, shots=shots),
        language=language,
        frames={line.id: frames for line in lines},
    )


def model(*answers: Callable[[str], str] | str) -> FakeDesk:
    """Return a desk whose model gives these answers in turn, the last for ever; one may be made from the text asked."""
    asked: list[str] = []

    async def chat(request: TextRequest) -> bytes:
        text = request.messages[-1].text
        now = answers[min(len(asked), len(answers) - 1)]
        asked.append(text)
        key = next(iter(json.loads(request.schema)["properties"]))
        said = now if isinstance(now, str) else now(text)
        return json.dumps({key: said}, ensure_ascii=False).encode()

    desk = FakeDesk(chat)
    desk.asked = asked  # type: ignore[attr-defined] - for the tests that look at it
    return desk


def french(asked: str) -> str:
    return next(said for text, said in FRENCH.items() if f"Traduis : <<<{text}>>>" in asked)


def silent(done: int, total: int) -> None:
    """Hear nothing."""
    assert 0 <= done < total


async def test_title_logline_and_every_line_are_translated_one_by_one() -> None:
    found = await translator.translate(model(french), original(), FR, silent)
    assert [(each.what, each.id, each.original, each.text) for each in found.value] == [
        (Text.TITLE, "", "Moonstruck", "Coup de lune"),
        (Text.LOGLINE, "", "Bolt the robot loves the moon.", "Bolt le robot aime la lune."),
        (Text.LINE, "l0", "Good night, Ada.", "Bonne nuit, Ada."),
        (Text.LINE, "l1", "The roof is closed now.", "Le toit est fermé."),
    ]
    assert [each.speaker for each in found.value] == ["", "", "Bolt", "Ada"]
    assert found.tries == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("The roof is closed now.", id="the original"),
        pytest.param("The roof of the house is shut.", id="another language"),
        pytest.param("Désolé, je ne peux pas vous aider.", id="a refusal"),
        pytest.param("Le toit de la vieille maison est fermé depuis ce matin et pour toujours.", id="too long"),
        pytest.param("", id="nothing"),
        pytest.param("**Le toit est fermé.**", id="markup"),
    ],
)
async def test_an_answer_that_will_not_do_is_asked_for_again(bad: str) -> None:
    def once(asked: str) -> str:
        again = "\n- " in asked
        return bad if "<<<The roof is closed now.>>>" in asked and not again else french(asked)

    found = await translator.translate(model(once), original(), FR, silent)
    assert found.value[-1].text == "Le toit est fermé."
    assert found.tries == (1, 1, 1, 2)


async def test_a_model_that_only_repeats_the_original_blocks_the_work() -> None:
    with pytest.raises(WritersBlock, match="translate-title"):
        await translator.translate(model("Bolt the robot loves the moon."), original(), FR, silent)


async def test_names_stay_and_a_line_of_nothing_else_is_in_every_language() -> None:
    def lost(asked: str) -> str:
        return "Bonne nuit." if "Good night" in asked and "\n- " not in asked else french(asked)

    found = await translator.translate(model(lost), original(), FR, silent)
    assert found.value[2].text == "Bonne nuit, Ada."
    called = replace(original(), script=replace(original().script, lines=(
        Line(id="l0", speaker="a", text="Ada!"), Line(id="l1", speaker="b", text="The roof is closed now."),
    )))  # fmt: skip
    said = {**FRENCH, "Ada!": "Ada！"}
    chinese = {"Moonstruck": "月光", "Bolt the robot loves the moon.": "机器人Bolt爱上了月亮。", "Ada!": "Ada！"}

    def answer(asked: str) -> str:
        return next((text for each, text in chinese.items() if f"<<<{each}>>>" in asked), "屋顶现在关了。")

    found = await translator.translate(model(answer), called, ZH, silent)
    assert found.value[2].text == said["Ada!"]


async def test_chinese_names_are_written_in_latin_letters_where_nobody_could_read_them() -> None:
    def answer(asked: str) -> str:
        assert "林晚 = Lin Wan, 小白 = Xiaobai" in asked
        return "Lin Wan, don't open the door." if "千万别开门" in asked else "Who is out there?"

    found = await translator.translate(model(answer), original(ZH, frames=90), EN, silent)
    names = [each for each in found.value if each.what is Text.NAME]
    assert [(each.id, each.original, each.text) for each in names] == [
        ("a", "林晚", "Lin Wan"),
        ("b", "小白", "Xiaobai"),
    ]
    assert latin("欧") == "Ou"
    assert not [each for each in translator.texts(original(EN), ZH) if each.what is Text.NAME]


async def test_a_line_has_the_time_of_its_original() -> None:
    desk = model(french)
    await translator.translate(desk, original(frames=90), FR, silent)
    (line,) = [text for text in desk.asked if "Traduis : <<<Good night" in text]  # type: ignore[attr-defined]
    assert "10 mots au plus" in line, "3 s at 2.7 words, and a fifth more"


async def test_a_wish_changes_the_texts_it_names_and_never_what_a_person_wrote() -> None:
    known = (await translator.translate(model(french), original(), FR, silent)).value
    mine = (*known[:3], replace(known[3], text="Le toit, c’est fini.", by_hand=True))
    desk = model("Bonsoir, Ada.")
    found = await translator.revise(desk, original(), mine, "3: plus tendre", FR)
    assert [each.text for each in found.value[1:3]] == [known[1].text, "Bonsoir, Ada."]
    assert found.value[3] == mine[3]
    with pytest.raises(WritersBlock, match="retranslate"):
        await translator.revise(desk, original(), mine, "4: plus tendre", FR)


def test_everybody_is_called_as_the_edition_calls_them() -> None:
    called = translator.called(original(ZH).synopsis, (Rendered(what=Text.NAME, original="林晚", text="Wanda"),))
    assert called == {"林晚": "Wanda", "小白": "小白"}
