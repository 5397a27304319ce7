"""The topics of episodes in forums, as the bot finds its way by them."""

from storage.domain.ids import EpisodeId
from storage.posts import Topic
from storage.views import Views


async def topic_of(views: Views, chat: int, episode: EpisodeId) -> Topic | None:
    """Return the topic of an episode in a forum."""
    async with views.moment() as reader:
        return await reader.topic(chat, episode)


async def topic_at(views: Views, chat: int, thread: int) -> Topic | None:
    """Return the topic whose messages are in a thread of a forum."""
    async with views.moment() as reader:
        return await reader.topic_at(chat, thread)
