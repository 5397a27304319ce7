"""Turns: whoever comes while others wait, waits too."""

import asyncio

from agents.turns import Turns


async def test_one_at_a_time_is_at_it_also_where_somebody_comes_while_the_turn_passes_on() -> None:
    turns, at_it, most = Turns[str](), 0, 0

    async def take_it() -> None:
        nonlocal at_it, most
        async with turns.turn("take"):
            at_it += 1
            most = max(most, at_it)
            assert "take" in turns
            for _ in range(3):
                await asyncio.sleep(0)
            at_it -= 1

    async with asyncio.TaskGroup() as group:
        for _ in range(12):
            group.create_task(take_it())
            await asyncio.sleep(0)
    assert most == 1
    assert "take" not in turns


async def test_who_is_called_off_while_waiting_leaves_nothing_behind() -> None:
    turns = Turns[str]()
    async with turns.turn("take"):
        waiting = asyncio.create_task(_wait(turns))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert "take" in turns
    assert "take" not in turns


async def _wait(turns: Turns[str]) -> None:
    async with turns.turn("take"):
        raise AssertionError("it is somebody else's turn")
