"""The sender: puts a screen into a chat, and remembers what it put there. The only module that sends messages."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.pacing import EDIT
from bot.screens.page import LONGEST_CAPTION, LONGEST_TEXT, Picture, Rows, Screen, length
from storage.domain.ids import Digest, DraftId, EpisodeId
from storage.postbox import Postbox
from storage.posts import Post
from storage.views import Views

log = logging.getLogger(__name__)

GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
"""What Telegram says of a message that cannot be edited any more."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a message is for: the bot's word for its purpose, and the episode and draft it is about."""

    purpose: str
    episode: EpisodeId | None = None
    draft: DraftId | None = None


@dataclass(kw_only=True)
class _Sent:
    """What a screen became: posts, and Telegram's names for its files."""

    posts: list[Post] = field(default_factory=list)
    files: dict[Digest, str] = field(default_factory=dict)


class Sender:
    """Sends and edits screens."""

    def __init__(self, bot: ExtBot[Any], views: Views, postbox: Postbox) -> None:
        """Send as this bot; find files and remember messages here."""
        self._bot, self._views, self._postbox = bot, views, postbox
        self._uploading = asyncio.Lock()

    async def send(self, chat: int, screen: Screen, about: About) -> Post:
        """Send a screen and return the post that carries its text and buttons, the last one."""
        if await self._is_known(screen):
            return await self._send(chat, screen, about)
        # A file is uploaded once: whoever sends it next waits, and then uses the name Telegram gave it.
        async with self._uploading:
            return await self._send(chat, screen, about)

    async def _send(self, chat: int, screen: Screen, about: About) -> Post:
        sent = _Sent()
        if screen.album:
            await self._album(chat, screen.album, about, sent)
        if screen.film or screen.file:
            await self._media(chat, screen, about, sent)
        else:
            await self._text(chat, screen, about, sent)
        await self._postbox.keep(sent.posts, sent.files)
        return sent.posts[-1]

    async def _is_known(self, screen: Screen) -> bool:
        """Tell whether Telegram has every file of a screen already."""
        shown = (*screen.album, *(each for each in (screen.film, screen.file) if each))
        return all([await self._views.file_id(each.digest) for each in shown])

    async def edit(self, post: Post, screen: Screen) -> None:
        """Change the text and the buttons of a message; nothing happens if it is gone or says so already."""
        keyboard = _keyboard(screen.buttons)
        try:
            if post.work == FILM:
                await self._bot.edit_message_caption(
                    post.chat, post.message_id, caption=screen.text, parse_mode=ParseMode.HTML, reply_markup=keyboard
                )
            else:
                await self._bot.edit_message_text(
                    screen.text,
                    post.chat,
                    post.message_id,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    link_preview_options=NO_PREVIEW,
                    rate_limit_args=EDIT,
                )
        except BadRequest as error:
            await self._not_edited(post, error)

    async def type(self, chat: int) -> None:
        """Show that the bot is writing, for five seconds; where that fails nobody misses it."""
        try:
            await self._bot.send_chat_action(chat, ChatAction.TYPING)
        except TelegramError as error:
            log.info("chat %s does not see that the bot writes: %s", chat, error)

    async def _not_edited(self, post: Post, error: BadRequest) -> None:
        said = error.message.lower()
        if "not modified" in said:
            return
        if not any(words in said for words in GONE):
            raise error
        log.info("message %s in %s is gone: %s", post.message_id, post.chat, error.message)
        await self._postbox.forget(post.chat, post.message_id)

    async def _text(self, chat: int, screen: Screen, about: About, sent: _Sent) -> None:
        pages = list(_pages(screen.text))
        for page in pages:
            last = page is pages[-1]
            markup = ForceReply(selective=True) if screen.reply else _keyboard(screen.buttons)
            message = await self._bot.send_message(
                chat,
                page,
                parse_mode=ParseMode.HTML,
                reply_markup=markup if last else None,
                link_preview_options=NO_PREVIEW,
            )
            sent.posts.append(_post(message, about))

    async def _album(self, chat: int, album: Sequence[Picture], about: About, sent: _Sent) -> None:
        media = [
            InputMediaPhoto(
                await self._content(each.digest, "panel.jpg", attach=True),
                caption=each.caption,
                parse_mode=ParseMode.HTML,
            )
            for each in album
        ]
        messages = await self._bot.send_media_group(chat, media)
        for picture, message in zip(album, messages, strict=True):
            sent.posts.append(replace(_post(message, about), work=picture.work))
            sent.files[picture.digest] = message.photo[-1].file_id

    async def _media(self, chat: int, screen: Screen, about: About, sent: _Sent) -> None:
        """Send a film or a file; a text too long for a caption follows on its own, with the buttons."""
        fits = length(screen.text) <= LONGEST_CAPTION
        caption = screen.text if fits else None
        keyboard = _keyboard(screen.buttons) if fits else None
        if screen.film:
            film = screen.film
            message = await self._bot.send_video(
                chat,
                await self._content(film.digest, "preview.mp4"),
                width=film.width,
                height=film.height,
                duration=film.seconds,
                supports_streaming=True,
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
            )
            if message.video:
                sent.files[film.digest] = message.video.file_id
            sent.posts.append(replace(_post(message, about), work=FILM))
        elif screen.file:
            file = screen.file
            message = await self._bot.send_document(
                chat,
                await self._content(file.digest, file.name),
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                disable_content_type_detection=True,
            )
            if message.document:
                sent.files[file.digest] = message.document.file_id
            sent.posts.append(replace(_post(message, about), work=FILM))
        if not fits:
            await self._text(chat, screen, about, sent)

    async def _content(self, digest: Digest, name: str, *, attach: bool = False) -> str | InputFile:
        """Return a file by the name Telegram has for it, or its bytes when it has none yet."""
        known = await self._views.file_id(digest)
        if known is not None:
            return known
        data = await asyncio.to_thread(self._views.path(digest).read_bytes)
        return InputFile(data, filename=name, attach=attach)


FILM = "film"
"""The work of a post whose text is a caption."""


def _post(message: Message, about: About) -> Post:
    return Post(
        chat=message.chat_id,
        message_id=message.message_id,
        purpose=about.purpose,
        episode=about.episode,
        draft=about.draft,
    )


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.press.data()) for button in row] for row in rows]
    )


def _pages(text: str) -> Iterator[str]:
    """Split a text between paragraphs, then between lines, so that each page fits a message."""
    page = ""
    for paragraph in text.split("\n\n"):
        pieces = [paragraph] if length(paragraph) <= LONGEST_TEXT else paragraph.split("\n")
        for piece in pieces:
            joined = f"{page}\n\n{piece}" if page else piece
            if length(joined) > LONGEST_TEXT:
                yield page
                page = piece
            else:
                page = joined
    yield page
