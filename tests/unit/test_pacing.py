"""The pace of the bot, in a time that passes only when everybody waits."""

import asyncio
from collections.abc import Callable, Coroutine
from heapq import heappop, heappush
from itertools import count
from typing import Any, Self

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputMediaPhoto
from telegram.error import BadRequest, RetryAfter
from telegram.ext import Application, ExtBot
from telegram.request import HTTPXRequest

from bot.pacing import ANSWER, EDIT, GROUP, MESSAGE, OVERALL, PRIVATE, Pacer, Priority

ANA, BO, TEAM = 11, 12, -100
STEP = 1e-3


class Time:
    """A clock that jumps to the next sleeper's hour once nobody has anything left to do."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        hour: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (self.now + seconds, next(self._numbers), hour))
        await hour

    async def settle(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)

    async def pass_by(self, seconds: float) -> None:
        end = self.now + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            self.now, _, hour = heappop(self._sleepers)
            if not hour.done():
                hour.set_result(None)
            await self.settle()
        self.now = end


class Wire:
    """Stands where Telegram is: notes what arrives and when, and answers what it is told to."""

    def __init__(self) -> None:
        self.time = Time()
        self.pacer = Pacer(clock=self.time.clock, sleep=self.time.sleep)
        self.arrived: list[tuple[float, str]] = []
        self.floods: list[RetryAfter] = []
        self.seconds = 0.0
        self._open = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._open.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.time.pass_by(3600)
        await self._open.__aexit__(*error)

    async def post(self, what: str) -> bool | dict[str, Any] | list[dict[str, Any]]:
        if self.seconds:
            await self.time.sleep(self.seconds)
        self.arrived.append((self.time.now - 1000, what))
        if self.floods:
            raise self.floods.pop()
        return {"said": what}

    def call(
        self, what: str, chat: int | str | None, endpoint: str, how: Priority | None = None, **data: object
    ) -> asyncio.Task[Any]:
        data |= {} if chat is None else {"chat_id": chat}
        return self._open.create_task(self.pacer.process_request(self.post, (what,), {}, endpoint, data, how))

    def say(self, what: str, chat: int | str = ANA, how: Priority | None = None) -> asyncio.Task[Any]:
        return self.call(what, chat, "sendMessage", how)

    def edit(self, what: str, chat: int = ANA, message: int = 7, how: Priority = EDIT) -> asyncio.Task[Any]:
        return self.call(what, chat, "editMessageText", how, message_id=message)

    def words(self) -> list[str]:
        return [what for _, what in self.arrived]

    def hours(self) -> list[float]:
        return [round(hour, 3) for hour, _ in self.arrived]


@pytest.fixture
async def wire() -> Wire:
    return Wire()


async def test_a_private_chat_gets_a_small_burst_and_then_a_message_a_second(wire: Wire) -> None:
    async with wire:
        for number in range(8):
            wire.say(f"{number}")
    assert wire.words() == list("01234567")
    assert wire.hours() == pytest.approx([0, 0, 0, 0, 0, 1, 2, 3], abs=0.05)


async def test_a_group_gets_ten_at_once_and_then_one_every_six_seconds(wire: Wire) -> None:
    async with wire:
        for number in range(12):
            wire.say(f"{number}", TEAM)
    assert wire.hours() == pytest.approx([0] * 10 + [6, 12], abs=0.05)


async def test_a_channel_named_by_its_at_name_is_paced_like_a_group(wire: Wire) -> None:
    async with wire:
        for number in range(11):
            wire.say(f"{number}", "@House" if number % 2 else "@house")
    assert wire.hours()[-1] == pytest.approx(6, abs=0.05)


async def test_a_number_written_as_text_is_the_same_chat(wire: Wire) -> None:
    async with wire:
        for number in range(6):
            wire.say(f"{number}", str(ANA) if number % 2 else ANA)
    assert wire.hours()[-1] == pytest.approx(1, abs=0.05)


async def test_all_chats_together_stay_under_thirty_a_second(wire: Wire) -> None:
    async with wire:
        for number in range(60):
            wire.say(f"{number}", 1000 + number)
    busiest = max(sum(start <= hour < start + 1 for hour in wire.hours()) for start in wire.hours())
    assert 20 <= busiest <= 30


async def test_an_album_counts_as_many_messages_as_it_has_items(wire: Wire) -> None:
    async with wire:
        wire.call("album", TEAM, "sendMediaGroup", media=[object()] * 8)
        for number in range(3):
            wire.say(f"{number}", TEAM)
    assert wire.hours() == pytest.approx([0, 0, 0, 6], abs=0.05)


async def test_an_album_larger_than_the_bucket_goes_when_it_is_full_and_leaves_a_debt(wire: Wire) -> None:
    async with wire:
        wire.say("before")
        wire.call("album", ANA, "sendMediaGroup", media=[object()] * 10)
        wire.say("after")
    assert wire.words() == ["before", "album", "after"]
    assert wire.hours() == pytest.approx([0, 1, 7], abs=0.05)


async def test_copies_and_forwards_count_each_message(wire: Wire) -> None:
    async with wire:
        wire.call("copies", ANA, "copyMessages", message_ids=range(4))
        wire.call("forwards", ANA, "forwardMessages", message_ids=range(3))
    assert wire.hours() == pytest.approx([0, 2], abs=0.05)


async def test_the_urgent_overtakes_what_waits(wire: Wire) -> None:
    async with wire:
        for number in range(10):
            wire.say(f"{number}", TEAM)
        await wire.time.pass_by(1)
        wire.edit("progress", TEAM)
        wire.call("album", TEAM, "sendMediaGroup", media=[object()] * 8)
        wire.say("message", TEAM)
        await wire.time.pass_by(1)
        wire.say("answer", TEAM, ANSWER)
    assert wire.words()[10:] == ["answer", "album", "message", "progress"]
    assert wire.hours()[10] == pytest.approx(6, abs=0.05)


async def test_asking_and_answering_never_wait_for_messages(wire: Wire) -> None:
    async with wire:
        for number in range(9):
            wire.say(f"{number}")
        wire.call("typing", ANA, "sendChatAction")
        wire.call("draft", ANA, "sendMessageDraft")
        wire.call("member?", ANA, "getChatMember")
        wire.call("toast", None, "answerCallbackQuery")
        await wire.time.settle()
        assert wire.words()[5:] == ["typing", "draft", "member?", "toast"]


async def test_of_the_progress_that_waits_only_the_newest_is_sent(wire: Wire) -> None:
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        stale = [wire.edit(f"{percent} %") for percent in (10, 20, 30)]
        newest = wire.edit("40 %")
    assert wire.words()[5:] == ["40 %"]
    assert [task.result() for task in stale] == [True, True, True]
    assert newest.result() == {"said": "40 %"}


async def test_progress_of_other_messages_and_chats_is_kept(wire: Wire) -> None:
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        wire.edit("seven", message=7)
        wire.edit("eight", message=8)
        wire.edit("elsewhere", chat=BO, message=7)
    assert sorted(wire.words()[5:]) == ["eight", "elsewhere", "seven"]


async def test_the_end_of_a_job_replaces_its_progress(wire: Wire) -> None:
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        wire.edit("99 %")
        wire.edit("done", how=MESSAGE)
    assert wire.words()[5:] == ["done"]


async def test_deleting_a_message_drops_its_progress(wire: Wire) -> None:
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        wire.edit("99 %")
        wire.call("gone", ANA, "deleteMessage", message_id=7)
    assert wire.words()[5:] == ["gone"]


async def test_what_is_not_progress_is_never_dropped(wire: Wire) -> None:
    async with wire:
        for number in range(8):
            wire.edit(f"{number}", how=MESSAGE)
    assert wire.words() == list("01234567")


async def test_edits_of_one_message_arrive_in_their_order_on_a_slow_line(wire: Wire) -> None:
    async with wire:
        wire.seconds = 9
        wire.edit("50 %")
        await wire.time.pass_by(1)
        wire.seconds = 0
        wire.edit("done", how=MESSAGE)
        wire.say("meanwhile")
    assert wire.words() == ["meanwhile", "50 %", "done"]


async def test_an_urgent_edit_takes_the_edits_before_it_along(wire: Wire) -> None:
    async with wire:
        for number in range(7):
            wire.say(f"{number}")
        wire.edit("opened", how=MESSAGE)
        wire.edit("approved", how=ANSWER)
    assert wire.words()[5:] == ["opened", "approved", "5", "6"]


async def test_a_flood_rests_its_chat_alone_and_loses_nothing(wire: Wire) -> None:
    async with wire:
        wire.floods = [RetryAfter(30)]
        late = wire.say("refused at first")
        await wire.time.settle()
        wire.say("waits behind it")
        wire.call("typing", ANA, "sendChatAction")
        wire.say("elsewhere", BO)
    assert wire.words() == ["refused at first", "elsewhere", "refused at first", "typing", "waits behind it"]
    assert wire.hours() == pytest.approx([0, 0, 30.1, 30.1, 31.1], abs=0.05)
    assert late.result() == {"said": "refused at first"}


async def test_telegram_may_refuse_many_times(wire: Wire) -> None:
    async with wire:
        wire.floods = [RetryAfter(5), RetryAfter(7), RetryAfter(126)]
        final = wire.say("the episode")
    assert wire.hours() == pytest.approx([0, 126.1, 133.2, 138.3], abs=0.05)
    assert final.result() == {"said": "the episode"}


async def test_progress_refused_by_a_flood_is_dropped_when_it_is_stale(wire: Wire) -> None:
    async with wire:
        wire.floods = [RetryAfter(30)]
        refused = wire.edit("10 %")
        await wire.time.settle()
        wire.edit("done", how=MESSAGE)
    assert wire.words() == ["10 %", "done"]
    assert refused.result() is True


async def test_other_errors_pass_through_and_the_next_call_goes(wire: Wire) -> None:
    async def refuse() -> bool:
        raise BadRequest("message to edit not found")

    data = {"chat_id": ANA, "message_id": 7}
    with pytest.raises(BadRequest, match="not found"):
        await wire.pacer.process_request(refuse, (), {}, "editMessageText", data, EDIT)
    async with wire:
        wire.edit("next")
    assert wire.words() == ["next"]


async def test_a_cancelled_caller_gives_up_its_place(wire: Wire) -> None:
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        given_up = wire.say("given up")
        await wire.time.settle()
        given_up.cancel()
        await wire.time.settle()
        wire.say("next")
    assert wire.words()[5:] == ["next"]
    assert wire.hours()[5:] == pytest.approx([1], abs=0.05)


async def test_idle_chats_are_forgotten_and_busy_ones_kept(wire: Wire) -> None:
    async with wire:
        for chat in range(1, 1500):
            wire.say("hello", chat)
            await wire.time.pass_by(0.1)
        assert len(wire.pacer._lanes) <= 1001  # noqa: SLF001 -- memory shows nowhere else
        for _ in range(4):
            wire.say("more", 1499)
        await wire.time.pass_by(0.5)
        assert wire.words().count("more") == 4


async def test_after_shutdown_the_pacer_starts_afresh(wire: Wire) -> None:
    await wire.pacer.initialize()
    async with wire:
        for number in range(5):
            wire.say(f"{number}")
        await wire.time.settle()
        await wire.pacer.shutdown()
        wire.say("afresh")
    assert wire.hours() == [0] * 6


calls = st.tuples(
    st.floats(0, 20).map(lambda wait: round(wait, 2)),
    st.sampled_from([ANA, BO, TEAM]),
    st.sampled_from(Priority),
    st.sampled_from([1, 1, 1, 2, 5, 10]),
)


def run(scenario: Callable[[Wire], Coroutine[Any, Any, None]]) -> Wire:
    async def whole() -> Wire:
        wire = Wire()
        async with wire:
            await scenario(wire)
        return wire

    return asyncio.run(whole())


@given(st.lists(calls, max_size=40))
def test_no_chat_ever_gets_more_than_its_pace_allows(plan: list[tuple[float, int, Priority, int]]) -> None:
    async def scenario(wire: Wire) -> None:
        for number, (wait, chat, how, items) in enumerate(plan):
            await wire.time.pass_by(wait)
            wire.call(f"{chat} {items} {number}", chat, "sendMediaGroup", how, media=[object()] * items)

    wire = run(scenario)
    sent = [(hour, *map(int, what.split())) for hour, what in wire.arrived]
    assert sorted(number for *_, number in sent) == list(range(len(plan)))
    for chat, pace, span, most in ((ANA, PRIVATE, 10, 15), (BO, PRIVATE, 10, 15), (TEAM, GROUP, 60, 20)):
        mine = [(hour, items) for hour, to, items, _ in sent if to == chat]
        for start, _ in mine:
            within = [items for hour, items in mine if start <= hour < start + span - STEP]
            debt = max(0, within[-1] - pace.burst)
            assert sum(within) <= most + debt + STEP
    for start, *_ in sent:
        assert (
            sum(items for hour, _, items, _ in sent if start <= hour < start + 1 - STEP) <= OVERALL.burst + OVERALL.rate
        )


@given(st.lists(st.tuples(st.floats(0, 4), st.sampled_from(Priority)), min_size=1, max_size=30))
def test_a_message_always_ends_with_what_was_said_last(plan: list[tuple[float, Priority]]) -> None:
    async def scenario(wire: Wire) -> None:
        for number, (wait, how) in enumerate(plan):
            await wire.time.pass_by(wait)
            wire.edit(f"{number}", how=how)

    wire = run(scenario)
    arrived = [int(what) for what in wire.words()]
    kept = [number for number, (_, how) in enumerate(plan) if how is not EDIT]
    assert set(kept) <= set(arrived)
    assert arrived == sorted(arrived)
    assert arrived[-1] == len(plan) - 1


async def test_ptb_hands_calls_and_marks_to_the_pacer() -> None:
    time = Time()
    paths: list[str] = []

    def telegram(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path.rpartition("/")[2])
        return httpx.Response(200, json={"ok": True, "result": answers.get(paths[-1], True)})

    message = {"message_id": 7, "date": 0, "chat": {"id": ANA, "type": "private"}}
    me = {"id": 1, "is_bot": True, "first_name": "Feuilleton", "username": "feuilleton_bot"}
    answers = {"getMe": me, "sendMessage": message, "sendMediaGroup": [message, message]}
    request = HTTPXRequest(httpx_kwargs={"transport": httpx.MockTransport(telegram)})
    pacer = Pacer(clock=time.clock, sleep=time.sleep)
    application = Application.builder().token("1:t").request(request).rate_limiter(pacer).build()
    async with application, asyncio.TaskGroup() as group:
        bot: ExtBot[Priority] = application.bot
        await bot.send_message(ANA, "hello")
        await bot.send_media_group(
            ANA, [InputMediaPhoto(b"1", filename="1.jpg"), InputMediaPhoto(b"2", filename="2.jpg")]
        )
        await bot.send_message(ANA, "two are left of five")
        await bot.send_message(ANA, "none is left")
        first = group.create_task(bot.edit_message_text("1 %", ANA, 7, rate_limit_args=EDIT))
        await time.settle()
        group.create_task(bot.edit_message_text("2 %", ANA, 7, rate_limit_args=EDIT))
        await time.pass_by(3)
        assert await first is True
    assert paths == ["getMe", "sendMessage", "sendMediaGroup", "sendMessage", "sendMessage", "editMessageText"]
