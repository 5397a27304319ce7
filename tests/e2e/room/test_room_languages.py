"""A mixed team: everybody is answered in their language, and the series keeps its own."""

import pytest

from agents.commands.caller import Caller
from agents.commands.story import MakeWish
from agents.crew.language import foreign
from bot.words import say
from generation.ability import Ability
from storage.domain.crew import Member, Person, Role
from storage.domain.ids import PersonId
from storage.domain.papers import Does
from storage.domain.stages import Stage
from storage.domain.story import Language, Synopsis
from storage.domain.takes import Medium, Work
from tests.e2e.room.conftest import Room, crew
from tests.fakes.openai_server import Body, Step, answers, calls, says

pytestmark = pytest.mark.slow

ZOE = Caller(chat=7, name="Zoé", language=Language.FRENCH)


async def join(room: Room) -> None:
    """Let Zoé, who speaks French, write in Ana's English series."""
    async with room.studio.store.write() as unit:
        await unit.put_person(Person(id=PersonId("zoe"), chat=ZOE.chat, name=ZOE.name, language=ZOE.language))
        await unit.add_member(Member(series=room.series, person=PersonId("zoe"), role=Role.SCREENWRITER))


async def test_the_room_answers_in_the_persons_language_and_is_told_that_of_the_series(room: Room) -> None:
    await join(room)
    room.server.then(says("Le titre est bon."))
    answer = await room.hear("Que penses-tu du titre ?", ZOE)
    assert answer.text == "Le titre est bon."
    (system,) = [each["content"] for each in room.server.asked[-1]["messages"] if each["role"] == "system"]
    assert "Réponds en français" in system
    assert f"s'écrit en {say('fr', 'room-language-en')}" in system.replace("’", "'")


async def test_what_a_model_writes_for_the_story_is_asked_for_in_the_language_of_the_series(room: Room) -> None:
    await join(room)
    room.ability = Ability.SCHEMA
    offered = ["The robot sends the moon a letter and nobody carries it."]
    room.server.then(answers({"action": "propose_loglines"}), answers({"loglines": offered}))
    answer = await room.hear("Donne-moi une idée pour la suite", ZOE)
    assert [(each.does, each.text) for each in answer.offers] == [(Does.BEGIN, offered[0])]
    sort, fill = (body["messages"][0]["content"] for body in room.server.asked)
    assert "You write for a series" in fill
    assert "You write for a series" not in sort
    assert answer.text == say("fr", "room-loglines")


async def test_loglines_in_another_language_are_not_offered(room: Room) -> None:
    await join(room)
    room.server.then(
        calls("propose_loglines", loglines=["Le robot écrit une lettre à la lune et personne ne la porte."]),
        calls("propose_loglines", loglines=["The robot writes to the moon and nobody carries the letter."]),
        says("Voici une idée."),
    )
    answer = await room.hear("Une idée ?", ZOE)
    assert [each.text for each in answer.offers] == ["The robot writes to the moon and nobody carries the letter."]
    told = [each["content"] for each in room.server.asked[1]["messages"] if each["role"] == "tool"]
    assert told == ["refused: not-in-its-language"]


@pytest.mark.parametrize(
    ("language", "wish", "wrong"),
    [
        (Language.FRENCH, "le début doit être plus triste", "Le robot pleure seul sous la lune, et il ne dit rien."),
        (Language.CHINESE, "开头要更悲伤一点", "机器人独自在月亮下面哭泣。"),
    ],
)
async def test_a_wish_in_another_language_leaves_the_series_in_its_own(
    language: Language, wish: str, wrong: str, room: Room
) -> None:
    await join(room)
    right = "The robot weeps under the moon, alone, and says nothing."
    asked: list[str] = []

    def mends(body: Body) -> Step | None:
        form = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
        if set(form.get("properties", ())) != {"text"}:
            return crew(body)
        asked.append(body["messages"][-1]["content"])
        return answers({"text": wrong if len(asked) == 1 else right})

    room.server.rule = mends
    who = Caller(chat=ZOE.chat, name=ZOE.name, language=language)
    await room.showrunner.handle(MakeWish(caller=who, episode=(await room.episode()).id, text=wish))
    desk = room.studio.desk((await room.desk()).series, await room.episode())

    async def rewritten() -> bool:
        head = await desk.head(Work(Medium.SYNOPSIS))
        return head is not None and right in str(await desk.read(Synopsis, head))

    await room.at(Stage.SYNOPSIS_REVIEW, rewritten)
    head = await desk.head(Work(Medium.SYNOPSIS))
    assert head is not None
    synopsis = await desk.read(Synopsis, head)
    assert not [text for text in (synopsis.logline, *synopsis.beats) if foreign(text, Language.ENGLISH)]
    assert wish in asked[0], "the model is shown the wish as it was said"
    assert len(asked) > 1, "an answer in another language is asked for once more"
