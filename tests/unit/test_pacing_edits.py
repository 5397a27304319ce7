"""What becomes of a message's edits while they wait: old progress makes room, the last word stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.pacing import ANSWER, EDIT, MESSAGE, Priority
from tests.fakes.wire import ANA, BO, Wire, run


@pytest.fixture
async def wire() -> Wire:
    return Wire()


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


async def test_progress_refused_by_a_flood_is_dropped_when_it_is_stale(wire: Wire) -> None:
    async with wire:
        wire.floods = [RetryAfter(30)]
        refused = wire.edit("10 %")
        await wire.time.settle()
        wire.edit("done", how=MESSAGE)
    assert wire.words() == ["10 %", "done"]
    assert refused.result() is True


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
