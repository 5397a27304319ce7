"""Answers that come word by word, in a time that passes only when everybody waits."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.callbacks import Act, Press
from bot.screens.page import Button
from bot.screens.prose import LONGEST_PART
from bot.streaming.pieces import Anew, Broken, Doing, Offered, Piece, Said
from bot.streaming.stream import End
from bot.streaming.streams import Streams
from bot.streaming.ways import EDITED, TALK, Place
from storage.domain.ids import TakeId
from tests.fakes.phone import Memory, Patient, Phone
from tests.fakes.wire import ANA, BO, TEAM

PRIVATE = Place(chat=ANA, person=ANA, language="en", question=7)
GROUP = Place(chat=TEAM, person=ANA, language="en", question=7)
NEW = ((Button("New", Press(Act.NEW)),),)

Step = float | str | Piece | Exception


@dataclass
class Model:
    """What is said, with pauses in seconds, and when it was let go."""

    time: Patient
    freed: list[float] = field(default_factory=list)

    async def say(self, *script: Step) -> AsyncIterator[Piece]:
        try:
            for step in script:
                match step:
                    case float():
                        await self.time.sleep(step)
                    case str():
                        yield Said(step)
                    case Exception():
                        raise step
                    case _:
                        yield step
        finally:
            self.freed.append(self.time.now)


@dataclass
class Scene:
    """A bot that shows answers on a phone."""

    time: Patient = field(default_factory=Patient)
    memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        self.phone, self.model = Phone(self.time, self.memory), Model(self.time)
        self.restart()

    def restart(self) -> None:
        self.streams = Streams(self.phone, self.memory, clock=self.time.clock, sleep=self.time.sleep)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(self.streams.run())
            try:
                yield
            finally:
                task.cancel()

    async def through(self, coroutine: Coroutine[None, None, None], seconds: float = 0) -> None:
        """Do something that may wait for time to pass."""
        task = asyncio.ensure_future(coroutine)
        await self.time.pass_by(seconds)
        assert task.done()
        await task

    async def show(self, place: Place, *script: Step, seconds: float = 600) -> None:
        async with self.running():
            await self.streams.begin(place, self.model.say(*script))
            await self.time.pass_by(seconds)


@pytest.fixture
async def scene() -> Scene:
    return Scene()


def talk(words: int, pause: float = 0.2) -> list[Step]:
    return [step for number in range(words) for step in (pause, f"word {number} ")]


async def test_a_private_chat_sees_a_draft_grow_and_then_one_message(scene: Scene) -> None:
    await scene.show(PRIVATE, 2.0, *talk(20))
    drafts = [each.text for each in scene.phone.seen if each.call == "draft"]
    assert len(drafts) > 5
    assert all(later.startswith(earlier) for earlier, later in pairwise(drafts))
    (message,) = scene.phone.shown()
    assert message.text == " ".join(f"word {number}" for number in range(20))
    assert scene.phone.seen[-1] == message
    hours = scene.phone.times("draft")
    assert all(later - earlier >= 0.5 for earlier, later in pairwise(hours))


async def test_the_bot_types_until_the_first_word_and_not_after(scene: Scene) -> None:
    await scene.show(GROUP, 13.0, *talk(100))
    assert [round(hour) for hour in scene.phone.times("type")] == [0, 4, 8, 12]


async def test_a_group_sees_one_message_that_says_what_it_answers_and_carries_stop_until_it_is_whole(
    scene: Scene,
) -> None:
    await scene.show(GROUP, *talk(60), Offered(NEW))
    (message,) = scene.phone.shown()
    first, *later = [each for each in scene.phone.seen if each.message]
    assert (first.call, first.answers, first.buttons) == ("send", 7, ("■ Stop",))
    assert {each.call for each in later} == {"edit"}
    assert message.text.endswith("word 59")
    assert message.buttons == ("New",)
    assert scene.memory.kept[TEAM, message.message].purpose == TALK


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(0, 4), st.sampled_from(["rain ", "**night** ", "雨。", "\n\n"])), min_size=1, max_size=40
    ),
    st.lists(st.integers(1, 40), max_size=3),
)
def test_a_group_is_edited_once_in_a_second_and_a_half_at_most_and_loses_nothing(
    plan: list[tuple[float, str]], floods: list[int]
) -> None:
    async def whole() -> Scene:
        scene = Scene()
        scene.phone.floods = [RetryAfter(seconds) for seconds in floods]
        await scene.show(GROUP, *[step for each in plan for step in each], "The end.", seconds=3600)
        return scene

    scene = asyncio.run(whole())
    hours = scene.phone.times("send", "edit")
    assert all(later - earlier >= EDITED - 1e-6 for earlier, later in pairwise(hours))
    (message,) = scene.phone.shown()
    said = "".join(words for _, words in plan).replace("**night**", "<b>night</b>")
    assert message.text == f"{said}The end.".strip()
    assert message.buttons == ()


async def test_the_last_words_of_one_answer_and_the_first_of_the_next_keep_the_pace(scene: Scene) -> None:
    async with scene.running():
        await scene.streams.begin(GROUP, scene.model.say(*talk(12)))
        await scene.streams.begin(Place(chat=TEAM, person=BO, language="en"), scene.model.say(*talk(12)))
        await scene.time.pass_by(100)
    hours = scene.phone.times("send", "edit")
    assert all(later - earlier >= EDITED - 1e-6 for earlier, later in pairwise(hours))
    assert [each.text.split()[-1] for each in scene.phone.shown()] == ["11", "11"]


@pytest.mark.parametrize("place", [PRIVATE, GROUP])
async def test_stop_frees_the_model_at_once_and_leaves_what_was_said(scene: Scene, place: Place) -> None:
    async with scene.running():
        await scene.streams.begin(place, scene.model.say(*talk(4), 600.0, "never said"))
        await scene.time.pass_by(10)
        stream = scene.streams.drafted(ANA, 1) if place is PRIVATE else scene.streams.at(TEAM, 101)
        assert stream is not None
        stream.stop(End.STOPPED)
        await scene.time.settle()
        assert scene.model.freed == [scene.time.now]
        await scene.time.pass_by(10)
    (message,) = scene.phone.shown()
    assert message.text == "word 0 word 1 word 2 word 3\n\n■ <i>Stopped.</i>"
    assert message.buttons == ()


async def test_stop_frees_the_model_also_while_telegram_asks_for_rest(scene: Scene) -> None:
    async with scene.running():
        await scene.streams.begin(GROUP, scene.model.say(*talk(4), 3.0, "more ", 600.0))
        await scene.time.pass_by(2)
        scene.phone.floods = [RetryAfter(120)]
        await scene.time.pass_by(5)
        stream = scene.streams.at(TEAM, 101)
        assert stream is not None
        stream.stop(End.STOPPED)
        await scene.time.settle()
        assert scene.model.freed == [scene.time.now]
        await scene.time.pass_by(200)
    assert scene.phone.shown()[0].text == "word 0 word 1 word 2 word 3 more\n\n■ <i>Stopped.</i>"


async def test_whoever_writes_on_interrupts_their_answer_and_nobody_elses(scene: Scene) -> None:
    async with scene.running():
        await scene.streams.begin(GROUP, scene.model.say(*talk(4), 600.0))
        await scene.time.pass_by(10)
        await scene.streams.interrupt(TEAM, BO)
        assert scene.model.freed == []
        await scene.through(scene.streams.begin(GROUP, scene.model.say("Better so.")), 10)
    first, second = scene.phone.shown()
    assert first.text.endswith("\n\n■ <i>Interrupted by your message.</i>")
    assert second.text == "Better so."


async def test_an_answer_that_was_interrupted_before_its_first_word_leaves_no_message(scene: Scene) -> None:
    async with scene.running():
        await scene.streams.begin(PRIVATE, scene.model.say(600.0))
        await scene.time.pass_by(3)
        await scene.through(scene.streams.interrupt(ANA, ANA), 1)
    assert scene.phone.shown() == []
    assert scene.memory.kept == {}


async def test_an_answer_that_waits_for_its_turn_can_be_interrupted(scene: Scene) -> None:
    async with scene.running():
        await scene.streams.begin(GROUP, scene.model.say(*talk(4), 60.0))
        await scene.streams.begin(Place(chat=TEAM, person=BO, language="en"), scene.model.say("never said"))
        await scene.through(scene.streams.interrupt(TEAM, BO))
        await scene.time.pass_by(100)
    assert [each.text for each in scene.phone.shown()] == ["word 0 word 1 word 2 word 3"]


async def test_a_turn_that_is_being_answered_is_not_answered_once_more(scene: Scene) -> None:
    place = replace(GROUP, turn=TakeId("turn"))
    async with scene.running():
        await scene.streams.begin(place, scene.model.say(*talk(4), 3.0, "more"))
        await scene.time.pass_by(2)
        await scene.through(scene.streams.begin(place, scene.model.say("never said")), 20)
        await scene.through(scene.streams.begin(place, scene.model.say("another time")), 20)
    assert [each.text for each in scene.phone.shown()] == ["word 0 word 1 word 2 word 3 more", "another time"]


@pytest.mark.parametrize("place", [PRIVATE, GROUP])
async def test_a_long_answer_becomes_messages_that_hold_all_of_it(scene: Scene, place: Place) -> None:
    sentence = "狐狸在门口等着，**雨**一直下，一直下到天亮，没有人知道它在等谁，也没有人开门。"
    await scene.show(place, *[step for _ in range(30) for step in (1.0, sentence * 8)], seconds=2000)
    shown = scene.phone.shown()
    assert len(shown) == 3
    assert "".join(each.text for each in shown) == sentence.replace("**雨**", "<b>雨</b>") * 240
    assert all(len(each.text.replace("<b>", "").replace("</b>", "")) <= LONGEST_PART for each in shown)
    assert all(each.buttons == () for each in shown)


async def test_an_answer_that_breaks_off_says_so_and_keeps_what_was_said(scene: Scene) -> None:
    await scene.show(GROUP, "The fox", 3.0, ValueError("cut off"))
    (message,) = scene.phone.shown()
    assert message.text == "The fox\n\n⚠️ <i>My answer broke off here. Please ask me again.</i>"


async def test_an_answer_can_say_itself_why_it_breaks_off_and_what_can_be_done(scene: Scene) -> None:
    await scene.show(GROUP, "The fox", 3.0, Broken("The model is <b>busy</b>.", NEW), "never said")
    (message,) = scene.phone.shown()
    assert (message.text, message.buttons) == ("The fox\n\nThe model is <b>busy</b>.", ("New",))


@pytest.mark.parametrize("place", [PRIVATE, GROUP])
async def test_an_answer_that_begins_anew_leaves_nothing_of_its_first_words(scene: Scene, place: Place) -> None:
    await scene.show(place, "Wrong words", 3.0, Anew(), 3.0, "The fox")
    assert [each.text for each in scene.phone.shown()] == ["The fox"]


async def test_an_answer_without_words_says_that_there_is_none(scene: Scene) -> None:
    await scene.show(PRIVATE, 1.0)
    assert "Please ask me again" in scene.phone.shown()[0].text


async def test_what_is_at_work_is_said_in_the_draft_and_on_the_button_and_never_stays(scene: Scene) -> None:
    script = ("First. ", 3.0, Doing("writing <it>"), 60.0, "Done.")
    await scene.show(PRIVATE, *script)
    assert any(each.text == "First.\n\n<i>writing &lt;it&gt;</i>" for each in scene.phone.seen)
    assert [each.text for each in scene.phone.shown()] == ["First. Done."]
    drafts = scene.phone.times("draft")
    assert all(later - earlier < 30 for earlier, later in pairwise(drafts))
    await scene.show(GROUP, *script)
    assert any(each.buttons == ("■ Stop · writing <it>",) for each in scene.phone.seen)
    assert not any("writing" in each.text for each in scene.phone.seen if each.call == "edit")


async def test_where_there_are_no_drafts_a_private_chat_sees_edits(scene: Scene) -> None:
    scene.phone.has_drafts = False
    await scene.show(PRIVATE, *talk(40))
    assert len(scene.phone.times("edit")) > 2
    assert scene.phone.shown()[0].text.endswith("word 39")


@pytest.mark.parametrize("place", [PRIVATE, GROUP])
async def test_after_a_kill_no_message_says_that_it_is_being_written_and_the_asker_is_told(
    scene: Scene, place: Place
) -> None:
    await scene.show(place, *talk(4), 600.0, seconds=10)
    scene.restart()
    async with scene.running():
        await scene.time.pass_by(10)
    told = scene.phone.shown()[-1]
    assert told.text == "My answer was interrupted and may not be complete. Please ask me again."
    assert told.answers == 7
    assert [each.buttons for each in scene.phone.shown()] == [()] * len(scene.phone.shown())
    assert {post.purpose for post in scene.memory.kept.values()} == {TALK}


async def test_who_asked_is_told_at_the_next_start_that_an_answer_was_lost(scene: Scene) -> None:
    scene.phone.faults = [RuntimeError("a fault of ours")]
    await scene.show(GROUP, *talk(4))
    assert scene.phone.shown() == []
    scene.restart()
    async with scene.running():
        await scene.time.pass_by(10)
    (told,) = scene.phone.shown()
    assert told.text.startswith("My answer was interrupted")
    assert told.answers == 7


async def test_a_chat_that_takes_no_answer_ends_it_and_disturbs_nobody(scene: Scene) -> None:
    scene.phone.gone = True
    await scene.show(GROUP, *talk(10))
    scene.phone.gone = False
    scene.restart()
    await scene.show(PRIVATE, "Hello.")
    assert [each.text for each in scene.phone.shown()] == ["Hello."]
