"""What the store knows of messages that were sent."""

from dataclasses import replace

from storage.posts import Post, Topic
from storage.store import Store
from tests.storage_samples import EPISODE, digest, draft


async def test_posts_are_found_by_message_by_subject_and_by_purpose(store: Store) -> None:
    async with store.write() as unit:
        await unit.add_draft(draft(1))
        control = Post(chat=-5, message_id=2, purpose="control", episode=EPISODE.id, draft=draft(1).id)
        panel = Post(chat=-5, message_id=1, purpose="panel", episode=EPISODE.id, draft=draft(1).id, work="panel/s1")
        status = Post(chat=7, message_id=2, purpose="status", episode=EPISODE.id)
        for post in (control, panel, status):
            await unit.posted(post)
        assert await unit.post(-5, 1) == panel
        assert await unit.post(7, 1) is None
        assert await unit.posts(episode=EPISODE.id) == (panel, control, status)
        assert await unit.posts(draft=draft(1).id, purpose="control") == (control,)
        await unit.posted(replace(control, purpose="closed"))
        assert await unit.posts(purpose="closed") == (replace(control, purpose="closed"),)
        await unit.forget_post(-5, 2)
        await unit.forget_post(-5, 2)
        assert await unit.posts(draft=draft(1).id) == (panel,)


async def test_a_file_is_sent_up_once(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.file_id(digest("panel")) is None
        await unit.keep_file_id(digest("panel"), "AgAD")
        await unit.keep_file_id(digest("panel"), "BQAD")
        assert await unit.file_id(digest("panel")) == "BQAD"


async def test_an_episode_has_one_topic_in_a_forum_and_is_found_by_its_thread(store: Store) -> None:
    opened = Topic(chat=-5, episode=EPISODE.id, thread=9, name="1 · The whale")
    async with store.write() as unit:
        assert await unit.topic(-5, EPISODE.id) is None
        await unit.put_topic(opened)
        await unit.put_topic(replace(opened, chat=-6, thread=2))
        assert await unit.topic(-5, EPISODE.id) == opened
        assert await unit.topic_at(-5, 9) == opened
        assert await unit.topic_at(-6, 9) is None
        await unit.put_topic(replace(opened, name="✓ 1 · The whale"))
    async with store.read() as reader:
        assert await reader.topic(-5, EPISODE.id) == replace(opened, name="✓ 1 · The whale")
        assert await reader.topic(-6, EPISODE.id) == replace(opened, chat=-6, thread=2)
