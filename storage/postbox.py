"""The postbox: the bot's own memory of what it has sent, so that it can edit, reuse and recognise it."""

from collections.abc import Mapping, Sequence

from storage.domain.ids import Digest
from storage.posts import Post, Topic
from storage.store import Store


class Postbox:
    """Keeps posts and the names that Telegram gave to files."""

    def __init__(self, store: Store) -> None:
        """Keep them in this database."""
        self._store = store

    async def keep(self, posts: Sequence[Post], files: Mapping[Digest, str]) -> None:
        """Remember messages and Telegram's names for the files in them."""
        async with self._store.write() as unit:
            for post in posts:
                await unit.posted(post)
            for digest, file_id in files.items():
                await unit.keep_file_id(digest, file_id)

    async def keep_topic(self, topic: Topic) -> None:
        """Remember the topic of an episode in a forum."""
        async with self._store.write() as unit:
            await unit.put_topic(topic)

    async def forget(self, chat: int, message_id: int) -> None:
        """Forget a message that is gone."""
        async with self._store.write() as unit:
            await unit.forget_post(chat, message_id)
