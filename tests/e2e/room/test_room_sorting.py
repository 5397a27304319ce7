"""Conversations with models that call no tools: sorted by a schema, or by rules first."""

from dataclasses import replace

import pytest

from agents.room.rules import arguments, wanted
from agents.steptools import STEP_TOOLS
from agents.tools import TOOLS
from bot.words import say
from generation.ability import Ability
from storage.domain.papers import Does
from storage.domain.stages import Stage
from storage.domain.story import Language
from storage.domain.takes import Medium
from tests.e2e.room.conftest import ANA, Room
from tests.fakes.openai_server import answers, says

pytestmark = pytest.mark.slow


@pytest.fixture(params=[Ability.SCHEMA, Ability.SMALL])
def either(request: pytest.FixtureRequest, room: Room) -> Room:
    """A room with a model that calls no tools."""
    room.ability = request.param
    return room


async def test_a_change_is_sorted_and_taken_down(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        form = {"episode": 0, "about": "synopsis", "shot": 0}
        either.server.then(answers({"action": "change_episode"}), answers(form))
    answer = await either.hear("title: The Robot and the Tide")
    assert answer.text == say("en", "room-change-taken", number=1)
    assert len(await either.takes(Medium.WISH, of=1)) == 1
    await either.at(Stage.SYNOPSIS_REVIEW)


async def test_talk_is_answered_in_words(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "talk"}))
    either.server.then(says("Good morning."))
    answer = await either.hear("Hello!")
    assert (answer.text, answer.is_whole) == ("Good morning.", True)


async def test_what_is_read_is_shown_to_the_model_as_material(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "read_story"}), answers({"episode": 1}))
    either.server.then(says("It is about a robot."))
    await either.hear("What happens in episode 1?")
    asked = either.server.asked[-1]["messages"][-1]["content"]
    assert asked.startswith("What happens in episode 1?\n\n<<<")
    assert asked.endswith(">>>")


async def test_loglines_are_asked_for_and_offered(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "propose_loglines"}))
    either.server.then(answers({"loglines": ["One.", "Two."]}))
    answer = await either.hear("Two loglines for the next one")
    assert [(offer.does, offer.text) for offer in answer.offers] == [(Does.BEGIN, "One."), (Does.BEGIN, "Two.")]
    assert answer.text == say("en", "room-loglines")


async def test_an_approval_is_only_prepared(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "prepare_approval"}), answers({"episode": 0}))
    answer = await either.hear("Approve and release it")
    assert [offer.does for offer in answer.offers] == [Does.APPROVE]
    assert (await either.episode()).stage is Stage.SYNOPSIS_REVIEW


async def test_what_is_said_of_it_is_said_of_the_episode_that_the_chat_is_about(either: Room) -> None:
    first = await either.second()
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "prepare_approval"}), answers({"episode": 0}))
    answer = await either.hear("Approve it", about=first)
    assert [(offer.does, offer.number, offer.episode) for offer in answer.offers] == [(Does.APPROVE, 1, first)]


async def test_what_does_not_exist_is_said_in_words_of_the_studio(either: Room) -> None:
    if either.ability is Ability.SCHEMA:
        either.server.then(answers({"action": "compare_versions"}), answers({"episode": 7}))
    answer = await either.hear("Compare episode 7")
    assert (answer.text, answer.fault) == (say("en", "refused-no-such-episode"), "")


@pytest.mark.parametrize("language", [Language.FRENCH, Language.CHINESE])
async def test_a_person_is_answered_in_their_language(language: Language, room: Room) -> None:
    room.ability = Ability.SMALL
    caller = replace(ANA, language=language)
    said = {Language.FRENCH: "Compare l'épisode 1", Language.CHINESE: "对比第 1 集"}[language]
    assert (await room.hear(said, caller)).text == say(language, "room-one-version", number=1)


async def test_a_small_model_is_shown_nothing_of_before(room: Room) -> None:
    room.ability = Ability.SMALL
    room.server.then(says("Hello."), says("You are welcome."))
    await room.hear("Hello")
    await room.hear("Thanks!")
    assert [each["role"] for each in room.server.asked[-1]["messages"]] == ["system", "user"]


@pytest.mark.parametrize(
    ("text", "tool", "given"),
    [
        ("undo the synopsis of episode 3", "undo", {"what": "synopsis", "episode": 3}),
        ("reviens à la bible d'avant", "undo", {"what": "bible", "episode": 0}),
        ("撤销第2集的剧本", "undo", {"what": "script", "episode": 2}),
        ("对比第 4 集", "compare_versions", {"episode": 4}),
    ],
)
def test_what_is_said_plainly_needs_no_model(text: str, tool: str, given: dict[str, object]) -> None:
    assert wanted(text) == tool
    assert arguments(text, next(each for each in (*TOOLS, *STEP_TOOLS) if each.name == tool)) == given


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Release the balloon at the end", "change_episode"),
        ("Go back to the lighthouse at the end", "change_episode"),
        ("Reviens à la mer pour la fin", "change_episode"),
        ("He reads the Bible in shot 2", "change_episode"),
        ("Undo the knot in the rope", "change_episode"),
        ("Can you make the fox a detective?", "change_episode"),
        ("Peux-tu changer la fin ?", "change_episode"),
        ("能不能让狐狸当侦探？", "change_episode"),
        ("Approuve le synopsis", "prepare_approval"),
        ("Please release it.", "prepare_approval"),
        ("发布这一集", "prepare_approval"),
        ("Why does the fox wait?", "read_story"),
        ("Pourquoi attend-il ?", "read_story"),
        ("狐狸为什么在等？", "read_story"),
        ("Montre-moi la bible", "read_bible"),
        ("给我几个创意", "propose_loglines"),
        ("Merci !", "talk"),
        ("谢谢！", "talk"),
    ],
)
def test_what_is_no_plain_command_question_or_greeting_is_a_wish(text: str, tool: str) -> None:
    assert wanted(text) == tool


def test_a_shot_is_found_by_its_number() -> None:
    change = next(tool for tool in TOOLS if tool.name == "change_episode")
    assert arguments("In episode 2, shot 3 should be closer", change) == {"episode": 2, "about": "script", "shot": 3}
    assert arguments("Make the fox a detective", change) == {"episode": 0, "about": "synopsis", "shot": 0}
