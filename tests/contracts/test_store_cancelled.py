"""Tasks are cancelled at any moment; the database is nobody's afterwards."""

import asyncio
from itertools import count

from storage.store import Store
from tests.storage_samples import EPISODE, act, record

MOMENTS = 120


async def test_a_write_that_is_cancelled_at_any_moment_lets_the_next_one_in(store: Store) -> None:
    numbers, ends = count(1), list[BaseException]()

    async def write() -> None:
        async with store.write() as unit:
            await unit.record(act(next(numbers)))
            await unit.takes(EPISODE.id)

    for moment in range(MOMENTS):
        tasks = [asyncio.create_task(write()) for _ in range(3)]
        for _ in range(moment):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        # What ended the tasks is kept, and with it every frame and statement they stood in.
        ends += [end for end in await asyncio.gather(*tasks, return_exceptions=True) if isinstance(end, BaseException)]
        await record(store, next(numbers))
    assert {type(end) for end in ends} == {asyncio.CancelledError}
