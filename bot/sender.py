"""The sender: puts a screen into a chat, and remembers what it put there. Nothing else sends messages."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram import (
    Message,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.helpers import create_deep_linked_url

from bot.carrier import FILM, NO_PREVIEW, About, Carrier, keyboard, post
from bot.causes import next_cause
from bot.pacing import EDIT
from bot.screens.page import Pair, Rows, Screen, Split, Tint, messages
from bot.topics import Topics
from storage.domain.ids import Digest
from storage.postbox import Postbox
from storage.posts import Post
from storage.views import Views

log = logging.getLogger(__name__)

GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
"""What Telegram says of a message that cannot be edited any more."""

DRAFT = "draft"
"""The purpose of a draft's control message, the last of its messages in a chat."""

CHOICE = "choice"
"""The purpose of a question that is answered by one of its buttons."""

REMARKS = "remarks"
"""The purpose of a list of remarks, which is kept true as they come and are settled."""

LINE = "line"
"""The purpose of someone's credit line, followed by the episode's id; it is kept true until the release.

What people write after it is about their episode, not about this message: the post itself names none.
"""

CAUTION = "caution"
"""The purpose of a message about words that may touch another's rights, followed by their take and the matter.

What people write after it is about their episode, not about this message.
"""

DISPUTE = "dispute"
"""The purpose of a dispute as its judge sees it, followed by its id."""

BOOK = "book"
"""The purpose of a page of a series' book: it is turned as its buttons are pressed."""

OVER = "over:"
"""Goes before the purpose of a message that had buttons and has none any more."""

PART = "part"
"""The purpose of a message that goes before the one with the text and the buttons."""


class Sender:
    """Sends and edits screens."""

    def __init__(
        self, bot: ExtBot[Any], views: Views, postbox: Postbox, compose: Callable[[Pair | Split | Tint], bytes]
    ) -> None:
        """Send as this bot; find files and remember messages here; `compose` lays two pictures side by side (JPEG), or
        two films (MP4), or shows an area of a picture (JPEG).
        """
        self._bot, self._views, self._postbox = bot, views, postbox
        self._carrier = Carrier(bot, views, compose)
        self.topics = Topics(bot, views, postbox)
        self._uploading = asyncio.Lock()
        self._draftless: set[int | None] = set()
        """Chats that refused drafts; none for a server that does not know them."""

    def link(self, payload: str) -> str:
        """Return a link that opens a private chat with us and starts it with a payload."""
        return create_deep_linked_url(self._bot.username, payload)

    async def send(self, chat: int, screen: Screen, about: About) -> Post:
        """Send a screen and return the post that carries its text and buttons, the last one.

        Each message is remembered before the next is sent; what was sent for this cause already (`causes`) is not
        sent again.
        """
        *before, last = messages(screen)
        for each in before:
            await self._once(chat, each, replace(about, purpose=PART))
        return await self._once(chat, last, about)

    async def know(self, digest: Digest, file_id: str) -> None:
        """Remember Telegram's name for a file that somebody sent us, so that it is never sent up."""
        await self._postbox.keep([], {digest: file_id})

    async def recognise(self, message: Message, about: About) -> None:
        """Remember a message of ours that a kill kept from being remembered: a press on it proves that it arrived."""
        if await self._views.post(message.chat_id, message.message_id) is None:
            found = post(message, about)
            await self._postbox.keep([found if message.text else replace(found, work=FILM)], {})

    async def _once(self, chat: int, screen: Screen, about: About) -> Post:
        cause = next_cause()
        known = await self._views.post_for(chat, cause) if cause else None
        if known is not None:
            return known
        if await self._is_known(screen):
            return await self._send(chat, screen, about, cause)
        # A file is uploaded once: whoever sends it next waits, and then uses the name Telegram gave it.
        async with self._uploading:
            return await self._send(chat, screen, about, cause)

    async def _send(self, chat: int, screen: Screen, about: About, cause: str | None) -> Post:
        """Send one message to its topic; where that takes none any more, to the general one."""
        thread = await self.topics.thread(chat, about.episode) if about.thread is None else about.thread
        try:
            sent = await self._carrier.carry(chat, screen, replace(about, thread=thread))
        except BadRequest as error:
            if not await self.topics.refused(chat, thread, error):
                raise
            sent = await self._carrier.carry(chat, screen, replace(about, thread=0))
        posts = [replace(each, cause=cause) for each in sent.posts]
        await self._postbox.keep(posts, sent.files)
        return posts[-1]

    async def _is_known(self, screen: Screen) -> bool:
        """Tell whether Telegram has every file of a screen already."""
        files = (screen.sound, screen.film, screen.file, screen.spoken)
        shown = (*screen.album, *(each for each in files if each))
        return all([await self._views.file_id(each.digest) for each in shown])

    async def edit(self, post: Post, screen: Screen) -> None:
        """Change the text and the buttons of a message; nothing happens if it is gone or says so already."""
        buttons = keyboard(screen.buttons)
        try:
            if post.work:
                await self._bot.edit_message_caption(
                    post.chat, post.message_id, caption=screen.text, parse_mode=ParseMode.HTML, reply_markup=buttons
                )
            else:
                await self._bot.edit_message_text(
                    screen.text,
                    post.chat,
                    post.message_id,
                    parse_mode=ParseMode.HTML,
                    reply_markup=buttons,
                    link_preview_options=NO_PREVIEW,
                    rate_limit_args=EDIT,
                )
        except BadRequest as error:
            await self._not_edited(post, error)

    async def settle(self, post: Post, screen: Screen) -> None:
        """Change a message for the last time: its buttons go, and it is not to be edited or answered again."""
        await self.edit(post, replace(screen, buttons=()))
        if await self._views.post(post.chat, post.message_id) is not None:
            await self._postbox.keep([replace(post, purpose=f"{OVER}{post.purpose}")], {})

    async def turn(self, post: Post, screen: Screen, purpose: str) -> None:
        """Let a message be for something else from now on, and say it."""
        await self._postbox.keep([replace(post, purpose=purpose)], {})
        await self.edit(post, screen)

    async def conclude(self, post: Post, screen: Screen, purpose: str) -> None:
        """Change a message for the last time, and remember it for another purpose; its buttons stay to be pressed."""
        await self.edit(post, screen)
        await self._repurpose(post, purpose)

    async def bare(self, post: Post, purpose: str, left: Rows = ()) -> None:
        """Take all buttons but these off a message whose text nobody remembers; remember it for another purpose."""
        try:
            await self._bot.edit_message_reply_markup(post.chat, post.message_id, reply_markup=keyboard(left))
        except BadRequest as error:
            await self._not_edited(post, error)
        await self._repurpose(post, purpose)

    async def _repurpose(self, post: Post, purpose: str) -> None:
        known = await self._views.post(post.chat, post.message_id)
        if known is not None:
            await self._postbox.keep([replace(known, purpose=purpose)], {})

    def drafts(self, chat: int) -> bool:
        """Return whether a chat may be shown a text that is still being written."""
        return chat > 0 and not self._draftless & {chat, None}

    async def draft(self, chat: int, number: int, text: str) -> bool:
        """Show a text that is still being written, with Telegram's own Stop; false if this was not possible.

        Stop leaves what is shown in its place until the message comes (Bot API 10.3; older servers ignore both).
        """
        if not self.drafts(chat):
            return False
        stop = {"can_stop": True, "keep_on_stop": True}
        try:
            return await self._bot.send_message_draft(chat, number, text, parse_mode=ParseMode.HTML, api_kwargs=stop)
        except (BadRequest, InvalidToken) as error:
            log.warning("there are no drafts in chat %s: %s", chat, error)
            # To python-telegram-bot a method that the server does not know looks like a wrong token.
            self._draftless.add(None if isinstance(error, InvalidToken) else chat)
            return False

    async def remember(self, post: Post) -> None:
        """Remember something about a message."""
        await self._postbox.keep([post], {})

    async def forget(self, chat: int, message: int) -> None:
        """Forget what was remembered about a message."""
        await self._postbox.forget(chat, message)

    async def close(self, question: Post) -> None:
        """Take what people write from now on for something else than an answer to a question; a reply still is one."""
        await self._postbox.keep([replace(question, purpose=f"{OVER}{question.purpose}")], {})

    async def type(self, chat: int, thread: int | None = None) -> None:
        """Show that the bot is writing, for five seconds."""
        await self._act(chat, ChatAction.TYPING, thread)

    async def uploads(
        self, chat: int, thread: int | None = None, what: ChatAction = ChatAction.UPLOAD_DOCUMENT
    ) -> None:
        """Show that the bot is about to send a file, for five seconds."""
        await self._act(chat, what, thread)

    async def _act(self, chat: int, action: ChatAction, thread: int | None = None) -> None:
        """Show what the bot is doing; where that fails nobody misses it."""
        try:
            await self._bot.send_chat_action(chat, action, message_thread_id=thread or None)
        except TelegramError as error:
            log.info("chat %s does not see that the bot is busy: %s", chat, error)

    async def _not_edited(self, post: Post, error: BadRequest) -> None:
        said = error.message.lower()
        if "not modified" in said:
            return
        if not any(words in said for words in GONE):
            raise error
        log.info("message %s in %s is gone: %s", post.message_id, post.chat, error.message)
        await self._postbox.forget(post.chat, post.message_id)
