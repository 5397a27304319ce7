"""The pace of the bot, in a time that passes only when everybody waits."""

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputMediaPhoto
from telegram.error import BadRequest, RetryAfter
from telegram.ext import Application, ExtBot
from telegram.request import HTTPXRequest

from bot.pacing import ANSWER, EDIT, GROUP, OVERALL, PRIVATE, Pacer, Priority
from tests.fakes.wire import ANA, BO, TEAM, Time, Wire, run

STEP = 1e-3


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
