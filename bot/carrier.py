"""The carrier: one message of each kind, with its files, to Telegram; what came of it is what the sender remembers."""

import asyncio
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
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.screens.page import Film, Handout, Pair, Paper, Picture, Rows, Screen, Sound, Split, Spoken, Tint
from storage.domain.ids import Digest, DraftId, EpisodeId
from storage.domain.remarks import Spoken as Recorded
from storage.posts import Post
from storage.views import Views

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

FILM = "film"
"""The work of a post that shows a film or a file. The text of a post that shows a work is a caption."""


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a message is for: the bot's word for its purpose, and the episode and draft it is about."""

    purpose: str
    episode: EpisodeId | None = None
    draft: DraftId | None = None
    thread: int | None = None
    """The topic of a forum to send it to, 0 for the general one; none for that of the episode."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What a screen became: posts, and Telegram's names for its files."""

    posts: tuple[Post, ...]
    files: Mapping[Digest, str] = field(default_factory=dict)


class Carrier:
    """Sends messages of every kind."""

    def __init__(self, bot: ExtBot[Any], views: Views, compose: Callable[[Pair | Split | Tint], bytes]) -> None:
        """Send as this bot; find files here; `compose` lays two pictures side by side (JPEG), or two films (MP4), or
        shows an area of a picture (JPEG).
        """
        self._bot, self._views, self._compose = bot, views, compose

    async def carry(self, chat: int, screen: Screen, about: About) -> Sent:
        """Send a screen that is one message."""
        if screen.album:
            sent = await self._album(chat, screen.album, about)
        elif screen.sound:
            sent = await self._sound(chat, screen.sound, about)
        elif screen.pair:
            sent = await self._pair(chat, screen.pair, screen, about)
        elif screen.tint:
            sent = await self._pair(chat, screen.tint, screen, about)
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

    async def _text(self, chat: int, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_message(
            chat,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=ForceReply(selective=True) if screen.reply else keyboard(screen.buttons),
            link_preview_options=NO_PREVIEW,
            reply_parameters=ReplyParameters(screen.answers, allow_sending_without_reply=True)
            if screen.answers
            else None,
            message_thread_id=about.thread or None,
        )
        return Sent(posts=(post(message, about),))

    async def _album(self, chat: int, album: Sequence[Picture], about: About) -> Sent:
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
        return Sent(
            posts=tuple(replace(post(message, about), work=picture.work) for picture, message in sent),
            files={picture.digest: message.photo[-1].file_id for picture, message in sent},
        )

    async def _album_of(self, chat: int, media: Sequence[InputMediaPhoto], about: About) -> Sequence[Message]:
        return await self._bot.send_media_group(chat, media, message_thread_id=about.thread or None)

    async def _picture(self, chat: int, picture: Picture, about: About) -> Sent:
        """Send one picture: an album has two or more."""
        message = await self._bot.send_photo(
            chat,
            await self._content(picture.digest, "panel.jpg"),
            caption=picture.caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=about.thread or None,
        )
        return Sent(
            posts=(replace(post(message, about), work=picture.work),),
            files={picture.digest: message.photo[-1].file_id},
        )

    async def _sound(self, chat: int, sound: Sound, about: About) -> Sent:
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
        return Sent(posts=(replace(post(message, about), work=FILM),), files=files)

    async def _pair(self, chat: int, pair: Pair | Tint, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_photo(
            chat,
            await self._composed(pair, "picture.jpg"),
            **_captioned(screen, about),
        )
        files = {pair.digest: message.photo[-1].file_id}
        return Sent(posts=(replace(post(message, about), work=pair.work),), files=files)

    async def _split(self, chat: int, split: Split, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_video(
            chat,
            await self._composed(split, "before-after.mp4"),
            width=split.width,
            height=split.height,
            duration=max(split.before.seconds, split.after.seconds),
            supports_streaming=True,
            **_captioned(screen, about),
        )
        files = {split.digest: message.video.file_id} if message.video else {}
        return Sent(posts=(replace(post(message, about), work=split.work),), files=files)

    async def _composed(self, both: Pair | Split | Tint, name: str) -> str | InputFile:
        """Return two versions, or an area of one, as one file: by its name at Telegram if it was sent before."""
        known = await self._views.file_id(both.digest)
        return known or InputFile(await asyncio.to_thread(self._compose, both), filename=name)

    async def _film(self, chat: int, film: Film, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_video(
            chat,
            await self._content(film.digest, "preview.mp4"),
            width=film.width,
            height=film.height,
            duration=film.seconds,
            supports_streaming=True,
            **_captioned(screen, about),
        )
        files = {film.digest: message.video.file_id} if message.video else {}
        return Sent(posts=(replace(post(message, about), work=FILM),), files=files)

    async def _file(self, chat: int, file: Paper, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_document(
            chat,
            await self._content(file.digest, file.name),
            disable_content_type_detection=True,
            **_captioned(screen, about),
        )
        files = {file.digest: message.document.file_id} if message.document else {}
        return Sent(posts=(replace(post(message, about), work=FILM),), files=files)

    async def _spoken(self, chat: int, spoken: Spoken, screen: Screen, about: About) -> Sent:
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
        return Sent(posts=(replace(post(message, about), work=FILM),), files=files)

    async def _handout(self, chat: int, handout: Handout, screen: Screen, about: About) -> Sent:
        message = await self._bot.send_document(
            chat,
            InputFile(handout.data, filename=handout.name),
            disable_content_type_detection=True,
            **_captioned(screen, about),
        )
        return Sent(posts=(replace(post(message, about), work=FILM),))

    async def _content(self, digest: Digest, name: str, *, attach: bool = False) -> str | InputFile:
        """Return a file by the name Telegram has for it, or its bytes when it has none yet."""
        known = await self._views.file_id(digest)
        if known is not None:
            return known
        data = await asyncio.to_thread(self._views.path(digest).read_bytes)
        return InputFile(data, filename=name, attach=attach)


def post(message: Message, about: About) -> Post:
    """Return what is remembered of a message."""
    return Post(
        chat=message.chat_id,
        message_id=message.message_id,
        purpose=about.purpose,
        episode=about.episode,
        draft=about.draft,
    )


def _captioned(screen: Screen, about: About) -> dict[str, Any]:
    """Return what is said to Telegram of every message that has a screen's text as its caption."""
    return {
        "caption": screen.text or None,
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard(screen.buttons),
        "message_thread_id": about.thread or None,
    }


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return rows of buttons as Telegram has them."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.press.data()) for button in row] for row in rows]
    )
