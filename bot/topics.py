"""The topics: in a group that is a forum each episode has one of its own. What cannot have one goes to the general one.

A topic is remembered before anything is sent there, so that an episode has one. Telegram has no way to ask which topics
there are: a kill between making one and remembering it leaves an empty topic behind.
"""

import asyncio
import logging
from collections import defaultdict
from typing import Any

from telegram import Chat
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.screens.page import Voice, shortened
from bot.words import say
from storage.domain.ids import EpisodeId
from storage.domain.stages import Stage
from storage.postbox import Postbox
from storage.posts import Post, Topic
from storage.topics import topic_at, topic_of
from storage.views import Card, Views

log = logging.getLogger(__name__)

LONGEST = 128
"""Characters of a topic's name (Bot API, createForumTopic)."""

GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
"""What Telegram says of a topic that was deleted."""

SHUT = ("topic_closed",)
"""What Telegram says of a topic that people closed, to a bot that is no administrator."""

SAME = "topic_not_modified"

BARRED = "barred-from-topics"
"""The purpose of the one message that says which right is missing."""


class Topics:
    """Finds, makes and names the topic in which an episode is talked about."""

    def __init__(self, bot: ExtBot[Any], views: Views, postbox: Postbox) -> None:
        """Make them as this bot, and remember them here."""
        self._bot, self._views, self._postbox = bot, views, postbox
        self._forums: dict[int, bool] = {}
        self._barred: set[int] = set()
        self._one_at_a_time: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    def heard(self, chat: Chat) -> None:
        """Take note of what an update says of a group: it may have become a forum, or be none any more."""
        if chat.type != Chat.PRIVATE:
            self._forums[chat.id] = bool(chat.is_forum)

    def promoted(self, chat: int) -> None:
        """Take note that the bot's rights in a group have changed: try again."""
        self._barred.discard(chat)

    async def thread(self, chat: int, episode: EpisodeId | None) -> int:
        """Return the thread in which an episode is talked about in a chat, 0 for none of its own; it is made, and gets
        the episode's name of now, before.
        """
        if episode is None or chat > 0:
            return 0
        async with self._one_at_a_time[chat]:
            if not await self._is_forum(chat):
                return 0
            card, topic = await self._views.card(episode), await topic_of(self._views, chat, episode)
            if topic is None:
                return await self._opened(chat, card)
            if topic.thread and topic.name != name(card):
                await self._named(topic, card)
            return topic.thread

    async def refused(self, chat: int, thread: int, error: BadRequest) -> bool:
        """Take note that a message was refused; true if it is the topic's fault, and may go to the general one."""
        said = error.message.lower()
        if not thread or not any(words in said for words in (*GONE, *SHUT)):
            return False
        log.warning("the topic %s in %s takes no message: %s", thread, chat, error.message)
        async with self._one_at_a_time[chat]:
            topic = await topic_at(self._views, chat, thread)
            self._forums.pop(chat, None)
            if topic is not None and any(words in said for words in GONE) and await self._is_forum(chat):
                await self._lost(topic)
        return True

    async def _is_forum(self, chat: int) -> bool:
        if chat not in self._forums:
            self._forums[chat] = bool((await self._bot.get_chat(chat)).is_forum)
        return self._forums[chat]

    async def _opened(self, chat: int, card: Card) -> int:
        """Make a topic and remember it; without the right to, say so once."""
        if chat in self._barred:
            return 0
        called = name(card)
        try:
            made = await self._bot.create_forum_topic(chat, called)
        except BadRequest as error:
            log.warning("no topic can be made in %s: %s", chat, error.message)
            self._barred.add(chat)
            await self._say_barred(chat, card)
            return 0
        topic = Topic(chat=chat, episode=card.episode.id, thread=made.message_thread_id, name=called)
        await self._postbox.keep_topic(topic)
        return topic.thread

    async def _named(self, topic: Topic, card: Card) -> None:
        """Give a topic another name. Where that is refused it keeps the old one, and is asked for once only."""
        called = name(card)
        try:
            await self._bot.edit_forum_topic(topic.chat, topic.thread, name=called)
        except BadRequest as error:
            if SAME not in error.message.lower():
                log.warning("the topic %s in %s keeps its name: %s", topic.thread, topic.chat, error.message)
        kept = Topic(chat=topic.chat, episode=topic.episode, thread=topic.thread, name=called)
        await self._postbox.keep_topic(kept)

    async def _lost(self, topic: Topic) -> None:
        """Go on without a topic that was deleted: whoever deleted it did not want it."""
        card = await self._views.card(topic.episode)
        await self._say(topic.chat, Voice(card.series.language)("topic-lost", topic=topic.name))
        await self._postbox.keep_topic(Topic(chat=topic.chat, episode=topic.episode, thread=0, name=topic.name))

    async def _say_barred(self, chat: int, card: Card) -> None:
        """Say once in a group which right is missing."""
        if any(post.chat == chat for post in await self._views.posts(purpose=BARRED)):
            return
        message_id = await self._say(chat, Voice(card.series.language)("topics-barred"))
        await self._postbox.keep([Post(chat=chat, message_id=message_id, purpose=BARRED)], {})

    async def _say(self, chat: int, words: str) -> int:
        """Say something in the general topic; it is no part of what the chat is being told (`causes`)."""
        return (await self._bot.send_message(chat, words, parse_mode=ParseMode.HTML)).message_id


def name(card: Card) -> str:
    """Return what the topic of an episode is called."""
    key = "topic-name-released" if card.episode.stage is Stage.RELEASED else "topic-name"
    return shortened(say(card.series.language, key, number=card.episode.number, title=card.title), LONGEST)
