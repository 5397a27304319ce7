"""What the model was asked in vain is counted, and asked otherwise the next time; what it answered is asked once."""

import pytest

from agents.room.limits import Limits
from generation.ability import Ability
from tests.e2e.room.conftest import PATIENCE, Room
from tests.fakes.openai_server import Step, answers, calls, cuts_off, fails, garbles, hangs, says

pytestmark = pytest.mark.slow

LITTLE = 1
"""Tokens that whatever was asked has used up."""


async def test_each_try_asks_with_another_seed(room: Room) -> None:
    room.server.then(*[cuts_off("The robot climbs and")] * 3, says("It climbs."))
    assert (await room.hear("Tell me everything")).fault == "room-cut-off"
    assert [(await room.again()).fault for _ in range(2)] == ["room-cut-off"] * 2
    assert (await room.again()).text == "It climbs."
    assert len({body["seed"] for body in room.server.asked}) == 4


async def test_a_document_too_is_asked_for_with_another_seed(room: Room) -> None:
    room.ability = Ability.SCHEMA
    room.server.then(says("not json"), says("nor this"))
    assert (await room.hear("Hello")).fault == "room-unreadable"
    room.server.then(answers({"action": "talk"}), says("Hello, Ana."))
    assert (await room.again()).text == "Hello, Ana."
    assert len({body["seed"] for body in room.server.asked[:3]}) == 3


async def test_what_was_answered_after_a_vain_try_is_not_asked_once_more(room: Room) -> None:
    room.server.then(garbles("read_story"), calls("read_story", episode=1), cuts_off("It is"))
    assert (await room.hear("What happens?")).fault == "room-cut-off"
    room.server.then(says("Much."))
    asked = len(room.server.asked)
    assert (await room.again()).text == "Much."
    assert len(room.server.asked) - asked == 1


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ([cuts_off("The robot climbs and")], "room-cut-off"),
        ([garbles("read_story")], "room-over-turn"),
        ([Step(text="The robot ", raw="{broken")], "room-over-turn"),
    ],
    ids=["cut off", "unreadable", "broken off"],
)
async def test_what_was_asked_in_vain_counts_for_the_turn_and_the_day(
    steps: list[Step], fault: str, room: Room
) -> None:
    room.limits = Limits(turn=LITTLE)
    room.server.then(*steps, says("Never said."))
    assert (await room.hear("Tell me everything")).fault == fault
    assert (await room.again()).fault == "room-over-turn"
    room.limits = Limits(day=LITTLE)
    assert (await room.hear("Tell me something else")).fault == "room-over-day"
    assert len(room.server.script) == 1


async def test_what_was_stopped_counts(room: Room) -> None:
    room.limits = Limits(turn=LITTLE, seconds=PATIENCE)
    room.server.then(hangs("It is "))
    await room.stop("Go on")
    assert (await room.again()).fault == "room-over-turn"


async def test_a_server_that_is_down_costs_nothing(room: Room) -> None:
    room.limits = Limits(turn=LITTLE)
    room.server.then(fails(500), fails(503))
    assert (await room.hear("Hello")).fault == "room-unreachable"
    room.server.then(says("Here I am."))
    assert (await room.again()).text == "Here I am."
