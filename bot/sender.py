"""The sender: puts a screen into a chat, and remembers what it put there. The only module that sends messages."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
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
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot
from telegram.helpers import create_deep_linked_url

from bot.causes import next_cause
from bot.pacing import EDIT
from bot.screens.page import Film, Handout, Pair, Paper, Picture, Rows, Screen, Sound, Split, Spoken, messages
from bot.topics import Topics
from storage.domain.ids import Digest, DraftId, EpisodeId
from storage.domain.remarks import Spoken as Recorded
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

DISPUTE = "dispute"
"""The purpose of a dispute as its judge sees it, followed by its id."""

OVER = "over:"
"""Goes before the purpose of a message that had buttons and has none any more."""

PART = "part"
"""The purpose of a message that goes before the one with the text and the buttons."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a message is for: the bot's word for its purpose, and the episode and draft it is about."""

    purpose: str
    episode: EpisodeId | None = None
    draft: DraftId | None = None
    thread: int | None = None
    """The topic of a forum to send it to, 0 for the general one; none for that of the episode."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sent:
    """What a screen became: posts, and Telegram's names for its files."""

    posts: tuple[Post, ...]
    files: Mapping[Digest, str] = field(default_factory=dict)


class Sender:
    """Sends and edits screens."""

    def __init__(
        self, bot: ExtBot[Any], views: Views, postbox: Postbox, compose: Callable[[Pair | Split], bytes]
    ) -> None:
        """Send as this bot; find files and remember messages here; `compose` lays two pictures side by side (JPEG), or
        two films (MP4).
        """
        self._bot, self._views, self._postbox, self._compose = bot, views, postbox, compose
        self.topics = Topics(bot, views, postbox)
        self._uploading = asyncio.Lock()

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
            post = _post(message, about)
            await self._postbox.keep([post if message.text else replace(post, work=FILM)], {})

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
            sent = await self._message(chat, screen, replace(about, thread=thread))
        except BadRequest as error:
            if not await self.topics.refused(chat, thread, error):
                raise
            sent = await self._message(chat, screen, replace(about, thread=0))
        posts = [replace(post, cause=cause) for post in sent.posts]
        await self._postbox.keep(posts, sent.files)
        return posts[-1]

    async def _message(self, chat: int, screen: Screen, about: About) -> _Sent:
        if screen.album:
            sent = await self._album(chat, screen.album, about)
        elif screen.sound:
            sent = await self._sound(chat, screen.sound, about)
        elif screen.pair:
            sent = await self._pair(chat, screen.pair, screen, about)
        elif screen.split:
            sent = await self._split(chat, screen.split, screen, about)
        elif screen.handout:
            sent = await self._handout(chat, screen.handout, screen, about)
        elif screen.spoken:
            sent = await self._spoken(chat, screen.spoken, screen, about)
        elif screen.film:
            sent = await self._film(chat, screen.film, screen, about)
        elif screen.file:
            sent = await self._file(chat, screen.file, screen, about)
        else:
            sent = await self._text(chat, screen, about)
        return sent

    async def _is_known(self, screen: Screen) -> bool:
        """Tell whether Telegram has every file of a screen already."""
        files = (screen.sound, screen.film, screen.file, screen.spoken)
        shown = (*screen.album, *(each for each in files if each))
        return all([await self._views.file_id(each.digest) for each in shown])

    async def edit(self, post: Post, screen: Screen) -> None:
        """Change the text and the buttons of a message; nothing happens if it is gone or says so already."""
        keyboard = _keyboard(screen.buttons)
        try:
            if post.work:
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

    async def settle(self, post: Post, screen: Screen) -> None:
        """Change a message for the last time: its buttons go, and it is not to be edited or answered again."""
        await self.edit(post, replace(screen, buttons=()))
        if await self._views.post(post.chat, post.message_id) is not None:
            await self._postbox.keep([replace(post, purpose=f"{OVER}{post.purpose}")], {})

    async def close(self, question: Post) -> None:
        """Take what people write from now on for something else than an answer to a question; a reply still is one."""
        await self._postbox.keep([replace(question, purpose=f"{OVER}{question.purpose}")], {})

    async def type(self, chat: int) -> None:
        """Show that the bot is writing, for five seconds."""
        await self._act(chat, ChatAction.TYPING)

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

    async def _text(self, chat: int, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_message(
            chat,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=ForceReply(selective=True) if screen.reply else _keyboard(screen.buttons),
            link_preview_options=NO_PREVIEW,
            reply_parameters=ReplyParameters(screen.answers, allow_sending_without_reply=True)
            if screen.answers
            else None,
            message_thread_id=about.thread or None,
        )
        return _Sent(posts=(_post(message, about),))

    async def _album(self, chat: int, album: Sequence[Picture], about: About) -> _Sent:
        if len(album) == 1:
            return await self._picture(chat, album[0], about)
        media = [
            InputMediaPhoto(
                await self._content(each.digest, "panel.jpg", attach=True),
                caption=each.caption,
                parse_mode=ParseMode.HTML,
            )
            for each in album
        ]
        sent = list(zip(album, await self._album_of(chat, media, about), strict=True))
        return _Sent(
            posts=tuple(replace(_post(message, about), work=picture.work) for picture, message in sent),
            files={picture.digest: message.photo[-1].file_id for picture, message in sent},
        )

    async def _album_of(self, chat: int, media: Sequence[InputMediaPhoto], about: About) -> Sequence[Message]:
        return await self._bot.send_media_group(chat, media, message_thread_id=about.thread or None)

    async def _picture(self, chat: int, picture: Picture, about: About) -> _Sent:
        """Send one picture: an album has two or more."""
        message = await self._bot.send_photo(
            chat,
            await self._content(picture.digest, "panel.jpg"),
            caption=picture.caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=about.thread or None,
        )
        return _Sent(
            posts=(replace(_post(message, about), work=picture.work),),
            files={picture.digest: message.photo[-1].file_id},
        )

    async def _sound(self, chat: int, sound: Sound, about: About) -> _Sent:
        """Send a sound as music, not as a voice message: people can keep bots from sending those."""
        message = await self._bot.send_audio(
            chat,
            await self._content(sound.digest, "voices.m4a"),
            duration=sound.seconds,
            title=sound.title,
            performer=sound.performer,
            caption=sound.caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=about.thread or None,
        )
        files = {sound.digest: message.audio.file_id} if message.audio else {}
        return _Sent(posts=(replace(_post(message, about), work=FILM),), files=files)

    async def _pair(self, chat: int, pair: Pair, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_photo(
            chat,
            await self._composed(pair, "before-after.jpg"),
            caption=screen.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(screen.buttons),
            message_thread_id=about.thread or None,
        )
        files = {pair.digest: message.photo[-1].file_id}
        return _Sent(posts=(replace(_post(message, about), work=pair.work),), files=files)

    async def _split(self, chat: int, split: Split, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_video(
            chat,
            await self._composed(split, "before-after.mp4"),
            width=split.width,
            height=split.height,
            duration=max(split.before.seconds, split.after.seconds),
            supports_streaming=True,
            caption=screen.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(screen.buttons),
            message_thread_id=about.thread or None,
        )
        files = {split.digest: message.video.file_id} if message.video else {}
        return _Sent(posts=(replace(_post(message, about), work=split.work),), files=files)

    async def _composed(self, both: Pair | Split, name: str) -> str | InputFile:
        """Return two versions as one file: by the name Telegram has for it where it was sent before."""
        known = await self._views.file_id(both.digest)
        return known or InputFile(await asyncio.to_thread(self._compose, both), filename=name)

    async def _film(self, chat: int, film: Film, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_video(
            chat,
            await self._content(film.digest, "preview.mp4"),
            width=film.width,
            height=film.height,
            duration=film.seconds,
            supports_streaming=True,
            caption=screen.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(screen.buttons),
            message_thread_id=about.thread or None,
        )
        files = {film.digest: message.video.file_id} if message.video else {}
        return _Sent(posts=(replace(_post(message, about), work=FILM),), files=files)

    async def _file(self, chat: int, file: Paper, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_document(
            chat,
            await self._content(file.digest, file.name),
            caption=screen.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(screen.buttons),
            disable_content_type_detection=True,
            message_thread_id=about.thread or None,
        )
        files = {file.digest: message.document.file_id} if message.document else {}
        return _Sent(posts=(replace(_post(message, about), work=FILM),), files=files)

    async def _spoken(self, chat: int, spoken: Spoken, screen: Screen, about: About) -> _Sent:
        content, thread = await self._content(spoken.digest, spoken.kind), about.thread or None
        if spoken.kind is Recorded.VIDEO_NOTE:
            message = await self._bot.send_video_note(chat, content, message_thread_id=thread)
        else:
            send = self._bot.send_voice if spoken.kind is Recorded.VOICE else self._bot.send_audio
            message = await send(
                chat,
                content,
                duration=spoken.seconds,
                caption=screen.text or None,
                parse_mode=ParseMode.HTML,
                message_thread_id=thread,
            )
        held = message.voice or message.audio or message.video_note
        files = {spoken.digest: held.file_id} if held else {}
        return _Sent(posts=(replace(_post(message, about), work=FILM),), files=files)

    async def _handout(self, chat: int, handout: Handout, screen: Screen, about: About) -> _Sent:
        message = await self._bot.send_document(
            chat,
            InputFile(handout.data, filename=handout.name),
            caption=screen.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(screen.buttons),
            disable_content_type_detection=True,
            message_thread_id=about.thread or None,
        )
        return _Sent(posts=(replace(_post(message, about), work=FILM),))

    async def _content(self, digest: Digest, name: str, *, attach: bool = False) -> str | InputFile:
        """Return a file by the name Telegram has for it, or its bytes when it has none yet."""
        known = await self._views.file_id(digest)
        if known is not None:
            return known
        data = await asyncio.to_thread(self._views.path(digest).read_bytes)
        return InputFile(data, filename=name, attach=attach)


FILM = "film"
"""The work of a post that shows a film or a file. The text of a post that shows a work is a caption."""


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
