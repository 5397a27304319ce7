"""What a message holds to be listened to, and its bytes."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from telegram import Audio, VideoNote, Voice
from telegram.error import BadRequest

from agents.hearing import LARGEST, LONGEST
from bot.dialling import dial
from bot.front import Call
from storage.domain.remarks import Spoken

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """What a message holds to be listened to."""

    kind: Spoken
    media: Voice | VideoNote | Audio

    @property
    def seconds(self) -> int:
        """How long it is, as the app that sent it says."""
        length = self.media.duration
        return int(length.total_seconds()) if isinstance(length, timedelta) else int(length)


def held(call: Call) -> Held | None:
    """Return what the message of a call holds."""
    message = call.message
    if message is None:
        return None
    found = {Spoken.VOICE: message.voice, Spoken.VIDEO_NOTE: message.video_note, Spoken.AUDIO: message.audio}
    return next((Held(kind=kind, media=media) for kind, media in found.items() if media), None)


async def fetched(sound: Held) -> bytes | None:
    """Return the bytes of a sound, or nothing where it is larger or longer than what is kept."""
    if sound.seconds > LONGEST or (sound.media.file_size or 0) > LARGEST:
        return None
    found: list[bytes] = []

    async def fetch() -> None:
        file = await sound.media.get_file()
        found.append(bytes(await file.download_as_bytearray()))

    try:
        await dial("getFile", fetch)
    except BadRequest as error:
        log.warning("a sound of %s seconds cannot be fetched: %s", sound.seconds, error)
        return None
    return found[-1]
