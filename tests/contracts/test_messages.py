"""Updates in, events out: nothing is lost, and order holds within a chat."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage.domain.events import Event, News
from storage.errors import AlreadyHandled
from storage.inbox import LIMIT, Inbox, Waiting
from storage.outbox import Outbox
from storage.store import Store
from tests.storage_samples import ANA, EPISODE, SERIES


def event(number: int, *chats: int) -> Event:
    facts = {"number": str(number), "é": "\u0000 renard"} if number else {}
    return Event(news=News.WISH_TAKEN, series=SERIES.id, chats=chats, episode=EPISODE.id, by=ANA.id, facts=facts)


async def tell(store: Store, *events: Event) -> None:
    async with store.write() as unit:
        for each in events:
            await unit.tell(each)


async def handle(store: Store, update_id: int) -> None:
    async with store.write(cause=update_id) as unit:
        await unit.rename(SERIES.id, "handled")


async def test_an_update_that_comes_twice_is_kept_once_as_it_came_first(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.add([(12, 7, "{}"), (11, 8, '{"a":1}')])
    await inbox.add([(12, 7, "other"), (13, -100, "{}"), (13, -100, "{}")])
    kept = await inbox.pending()
    assert [(each.update_id, each.chat, each.raw) for each in kept] == [
        (11, 8, '{"a":1}'),
        (12, 7, "{}"),
        (13, -100, "{}"),
    ]
    assert await inbox.pending(limit=1) == kept[:1]


async def test_a_done_update_does_not_come_again_even_if_it_is_sent_again(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.add([(12, 7, "{}")])
    await inbox.done(12)
    await inbox.add([(12, 7, "{}")])
    assert await inbox.pending() == ()


async def test_what_was_not_done_waits_for_the_next_process(store: Store) -> None:
    await Inbox(store).add([(12, 7, "{}")])
    inbox = Inbox(store)
    await asyncio.wait_for(inbox.arrival(), 10)
    assert [each.update_id for each in await inbox.pending()] == [12]


async def test_the_third_failure_sets_an_update_aside_and_lets_the_next_one_come(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.add([(12, 7, "first"), (13, 7, "second")])
    for attempts in range(3):
        waiting = await inbox.pending()
        assert waiting[0] == Waiting(update_id=12, chat=7, raw="first", attempts=attempts)
        await inbox.failed(12, f"error {attempts}")
    assert [each.update_id for each in await inbox.pending()] == [13]
    assert await inbox.aside() == ((Waiting(update_id=12, chat=7, raw="first", attempts=3), "error 2"),)


async def test_an_update_that_is_too_large_is_set_aside_without_stopping_the_others(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.add([(12, 7, "x" * (LIMIT + 1)), (13, 7, "x" * LIMIT)])
    assert [each.update_id for each in await inbox.pending()] == [13]
    ((large, error),) = await inbox.aside()
    assert (large.update_id, len(large.raw)) == (12, LIMIT)
    assert str(LIMIT + 1) in error


async def test_the_worker_wakes_for_every_arrival(store: Store) -> None:
    inbox, seen = Inbox(store), []

    async def work() -> None:
        while len(seen) < 20:
            await inbox.arrival()
            for waiting in await inbox.pending():
                seen.append(waiting.update_id)
                await inbox.done(waiting.update_id)

    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        tasks.create_task(work())
        for number in range(20):
            await inbox.add([(number, 7, "{}")])
    assert seen == list(range(20))


async def test_only_old_updates_that_are_done_are_forgotten(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.add([(1, 7, "done"), (2, 7, "waiting")])
    await inbox.done(1)
    await handle(store, 2)
    now = datetime.now(UTC)
    assert await inbox.prune(now - timedelta(days=7)) == 0
    assert await inbox.prune(now + timedelta(days=1)) == 1
    assert [each.update_id for each in await inbox.pending()] == [2]
    with pytest.raises(AlreadyHandled):
        await handle(store, 2)
    await inbox.done(2)
    assert await inbox.prune(now + timedelta(days=1)) == 1
    await handle(store, 2)


async def test_each_chat_hears_its_events_one_after_the_other(store: Store) -> None:
    outbox = Outbox(store)
    await tell(store, event(1, 7, -100, 7), event(2, 7))
    await tell(store, event(3, -100))
    heard: list[tuple[int, str]] = []
    while deliveries := await outbox.pending():
        assert len({each.chat for each in deliveries}) == len(deliveries)
        for each in deliveries:
            heard.append((each.chat, each.event.facts["number"]))
            await outbox.delivered(each.seq, each.chat)
    assert [number for chat, number in heard if chat == 7] == ["1", "2"]
    assert [number for chat, number in heard if chat == -100] == ["1", "3"]


async def test_an_event_comes_as_it_was_told(store: Store) -> None:
    told = event(1, -100, 7)
    await tell(store, told, event(0))
    assert [each.event for each in await Outbox(store).pending()] == [told, told]


async def test_a_failure_keeps_the_event_first_and_other_chats_hear_theirs(store: Store) -> None:
    outbox = Outbox(store)
    await tell(store, event(1, 7, 8), event(2, 7, 8))
    await outbox.failed(1, 7, "timed out")
    await outbox.delivered(1, 8)
    assert [(each.chat, each.seq, each.attempts) for each in await outbox.pending()] == [(7, 1, 1), (8, 2, 0)]


async def test_an_event_that_cannot_be_told_makes_way(store: Store) -> None:
    outbox = Outbox(store)
    await tell(store, event(1, 7), event(2, 7))
    await outbox.give_up(1, 7, "the bot was blocked")
    assert [each.event.facts["number"] for each in await outbox.pending()] == ["2"]


async def test_the_announcer_wakes_for_news_and_for_what_an_earlier_process_left(store: Store) -> None:
    await tell(store, event(1, 7))
    outbox = Outbox(store)
    async with asyncio.timeout(30):
        await outbox.news()
        (first,) = await outbox.pending()
        async with asyncio.TaskGroup() as tasks:
            waiting = tasks.create_task(outbox.news())
            await asyncio.sleep(0)
            assert not waiting.done()
            await tell(store, event(2, 8))
        assert len(await outbox.pending()) == 2
        await outbox.delivered(first.seq, first.chat)


async def test_only_old_events_that_everyone_has_heard_are_forgotten(store: Store) -> None:
    outbox = Outbox(store)
    await tell(store, event(1, 7), event(2, 7, 8))
    await outbox.delivered(1, 7)
    await outbox.delivered(2, 7)
    later = datetime.now(UTC) + timedelta(days=1)
    assert await outbox.prune(later) == 1
    assert [(each.seq, each.chat) for each in await outbox.pending()] == [(2, 8)]
    await outbox.delivered(2, 8)
    assert await outbox.prune(later) == 1
    await tell(store, event(3, 7))
    assert [each.seq for each in await outbox.pending()] == [3]
