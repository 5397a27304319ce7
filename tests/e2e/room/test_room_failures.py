"""Whatever the language model's server does, a person reads one clear sentence, and nothing is lost or paid twice."""

import asyncio

import pytest

from agents.room.limits import Limits
from agents.room.pieces import Say, Text
from agents.room.talk import talk
from bot.words import say
from generation.ability import Ability
from storage.domain.errors import InvalidValue, Refused
from storage.domain.stages import Stage
from storage.domain.takes import Medium
from tests.e2e.room.conftest import ANA, PATIENCE, Room
from tests.fakes.openai_server import (
    Step,
    answers,
    babbles,
    calls,
    cuts_off,
    fails,
    garbles,
    hangs,
    limits,
    refuses,
    says,
)

pytestmark = pytest.mark.slow

FAILURES = {
    "refusal": ([refuses()], "room-declined"),
    "cut off": ([cuts_off("The robot climbs and")], "room-cut-off"),
    "broken call": ([garbles("read_story"), garbles("read_story")], "room-unreadable"),
    "broken stream": ([babbles(), babbles()], "room-unreachable"),
    "rate limit": ([limits(60)], "room-busy"),
    "outage": ([fails(500), fails(503)], "room-unreachable"),
    "wrong key": ([fails(401)], "room-unavailable"),
    "too long": ([fails(400, "maximum context length is 10 tokens")], "room-too-much"),
}


@pytest.mark.parametrize(("steps", "key"), FAILURES.values(), ids=FAILURES)
async def test_a_failure_is_one_sentence_and_the_turn_stays(steps: list[Step], key: str, room: Room) -> None:
    room.server.then(*steps)
    answer = await room.hear("What does the moon want?")
    assert (answer.fault, answer.is_whole, room.server.script) == (key, False, [])
    assert [say(language, key) for language in ("en", "fr", "zh")]
    assert len(await room.takes(Medium.TURN)) == 1
    room.server.then(says("She wants to be seen."))
    assert (await room.again()).text == "She wants to be seen."
    assert len(await room.takes(Medium.TURN)) == 1
    with pytest.raises(Refused, match="nothing-to-answer"):
        await room.again()


async def test_a_server_that_asks_for_a_short_wait_gets_it(room: Room) -> None:
    room.server.then(limits(0), says("Here I am."))
    assert (await room.hear("Hello")).text == "Here I am."


async def test_an_answer_that_breaks_off_is_begun_anew(room: Room) -> None:
    room.server.then(Step(text="The robot ", raw="{broken"), says("The moon laughs."))
    answer = await room.hear("Go on")
    assert (answer.text, (await room.replies())[0].text) == ("The moon laughs.", "The moon laughs.")


async def test_a_server_that_hangs_is_left(room: Room) -> None:
    room.limits = Limits(seconds=1)
    room.server.then(hangs("The robot"))
    assert (await room.hear("Go on")).fault == "room-silent"
    await asyncio.to_thread(room.server.left.wait, PATIENCE)
    assert room.server.left.is_set()


async def test_stopping_frees_the_model_and_asking_again_goes_on(room: Room) -> None:
    room.server.then(calls("change_episode", episode=1, about="synopsis", shot=0), hangs("It is "))
    pieces = talk(room.studio, Say(caller=ANA, series=room.series, text="title: Tide"), room.setting)
    async for piece in pieces:
        if isinstance(piece, Text):
            break
    await pieces.aclose()  # type: ignore[attr-defined]
    await asyncio.to_thread(room.server.left.wait, PATIENCE)
    assert room.server.left.is_set()
    assert await room.replies() == []
    room.server.then(says("It is taken down."))
    asked = len(room.server.asked)
    assert (await room.again()).text == "It is taken down."
    assert len(await room.takes(Medium.WISH, of=1)) == 1, "what was done is not done twice"
    talks = [body for body in room.server.asked[asked:] if "tools" in body]
    assert len(talks) == 1, "what was answered is not asked twice"
    await room.at(Stage.SYNOPSIS_REVIEW)


async def test_words_that_break_a_limit_are_not_taken_down(room: Room) -> None:
    with pytest.raises(InvalidValue, match="empty"):
        await room.hear("…")
    assert await room.takes(Medium.TURN) == ()


async def test_a_model_without_tools_that_fails_says_so_too(room: Room) -> None:
    room.ability = Ability.SCHEMA
    room.server.then(says("not json"), says("nor this"))
    assert (await room.hear("Hello")).fault == "room-unreadable"
    room.server.then(answers({"action": "talk"}), says("Hello, Ana."))
    assert (await room.again()).text == "Hello, Ana."
