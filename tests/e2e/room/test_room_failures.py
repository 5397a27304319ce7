"""Whatever the language model's server does, a person reads one clear sentence, and nothing is lost or paid twice."""

import asyncio

import pytest

from agents.commands.caller import Caller
from agents.room.limits import Limits
from agents.room.minutes import close, opened
from agents.room.pieces import Say, SayAgain
from bot.words import say
from generation.ability import Ability
from generation.engines.base import Errand
from generation.requests.chat import TalkRequest, Utterance
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import InvalidValue, Refused
from storage.domain.ids import PersonId
from storage.domain.papers import Reply
from storage.domain.stages import Stage
from storage.domain.story import Language
from storage.domain.takes import Medium
from storage.errors import AlreadyHandled
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


async def test_a_model_that_is_at_work_for_others_is_busy_and_not_silent(room: Room) -> None:
    room.limits = Limits(seconds=1)
    engine, name = room.studio.engine, room.studio.backends[TalkRequest.operation]
    ask = TalkRequest(instructions="Write.", messages=(Utterance(role="user", text="The crew's own."),))
    room.server.then(*[hangs()] * 4)
    started = [asyncio.Event() for _ in range(4)]
    others = [
        asyncio.create_task(
            engine.run(name, ask, Errand(folder=room.studio.scratch, report=lambda _, each=each: each.set()))
        )
        for each in started
    ]
    try:
        for each in started:
            await asyncio.wait_for(each.wait(), PATIENCE)
        assert (await room.hear("Go on")).fault == "room-busy"
        assert not any("Go on" in str(body) for body in room.server.asked)
    finally:
        for other in others:
            other.cancel()
        await asyncio.wait(others)


async def test_stopping_frees_the_model_and_asking_again_goes_on(room: Room) -> None:
    room.server.then(calls("change_episode", episode=1, about="synopsis", shot=0), hangs("It is "))
    await room.stop("title: Tide")
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


async def test_the_same_words_after_a_stop_are_another_turn_and_are_done_again(room: Room) -> None:
    change = calls("change_episode", episode=1, about="synopsis", shot=0)
    room.server.then(change, hangs("It is "))
    await room.stop("title: Tide")
    await room.at(Stage.SYNOPSIS_REVIEW)
    room.server.then(change, says("It is taken down once more."))
    assert (await room.hear("title: Tide")).text == "It is taken down once more."
    assert len(await room.takes(Medium.TURN)) == 2
    assert len(await room.takes(Medium.WISH, of=1)) == 2


async def test_an_update_that_comes_again_is_the_turn_it_was_until_that_is_answered(room: Room) -> None:
    said = Say(caller=ANA, series=room.series, text="What does the moon want?")
    first = await opened(room.studio, said, 7)
    again = await opened(room.studio, said, 7)
    assert (again.turn, len(await room.takes(Medium.TURN))) == (first.turn, 1)
    await close(first, Reply(text="To be seen.", turn=first.turn.digest), ())
    with pytest.raises(AlreadyHandled):
        await opened(room.studio, said, 7)


async def test_a_turn_whose_answer_never_began_is_shown_with_the_next(room: Room) -> None:
    await opened(room.studio, Say(caller=ANA, series=room.series, text="Why does he wait?"), 7)
    room.server.then(says("He is patient, and she is far."))
    await room.hear("And where is she?")
    said = [each["content"] for each in room.server.asked[-1]["messages"][1:]]
    assert said == ["Why does he wait?", "And where is she?"]


async def test_a_turn_is_answered_again_for_its_speaker_alone_and_only_while_it_is_their_last(room: Room) -> None:
    bo = Caller(chat=2, name="Bo", language=Language.ENGLISH)
    async with room.studio.store.write() as unit:
        await unit.put_person(Person(id=PersonId("bo"), chat=bo.chat, name=bo.name, language="en"))
        await unit.add_member(Member(series=room.series, person=PersonId("bo"), role=Role.SCREENWRITER))
    room.server.then(refuses())
    assert (await room.hear("What does the moon want?")).fault == "room-declined"
    (turn,) = await room.takes(Medium.TURN)
    with pytest.raises(Refused, match="not-yours-to-ask-again"):
        await room.take(SayAgain(caller=bo, turn=turn.id))
    room.server.then(says("He is patient."))
    await room.hear("Why does he wait?")
    with pytest.raises(Refused, match="nothing-to-answer"):
        await room.take(SayAgain(caller=ANA, turn=turn.id))


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
