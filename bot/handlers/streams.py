"""An answer that comes word by word: begun where it was asked for, and stopped by whoever may."""

import logging

from telegram import Update

from bot.callbacks import Press
from bot.front import Call, Front, Toast
from bot.streaming.pieces import Answer
from bot.streaming.stream import End
from bot.streaming.ways import TALK, Place
from storage.domain.crew import Right
from storage.domain.ids import EpisodeId, SeriesId, TakeId
from storage.posts import Post

log = logging.getLogger(__name__)

STOPPED = "stopped_message_generation"
"""The kind of update that tells of Telegram's own Stop (Bot API 10.3); python-telegram-bot has no class for it yet."""


async def begin(
    front: Front, call: Call, pieces: Answer, *, series: SeriesId, episode: EpisodeId | None, turn: TakeId
) -> None:
    """Answer a turn with what comes, and return at once. `series` and `episode` are what the answer is about."""
    place = Place(
        chat=call.chat.id,
        person=call.caller.chat,
        language=call.caller.language,
        thread=call.thread,
        question=call.message.message_id if call.message and not call.pressed else 0,
        series=series,
        episode=episode,
        turn=turn,
    )
    await front.streams.begin(place, pieces)


async def stop(front: Front, call: Call, _: Press) -> Toast:
    """Stop the answer in whose message Stop was pressed, for whoever asked and for whoever steers what it is about."""
    stream = front.streams.at(call.chat.id, call.pressed)
    if stream is None:
        # It is over, or its process is: at the latest now the button goes.
        await front.sender.bare(Post(chat=call.chat.id, message_id=call.pressed, purpose=TALK), TALK)
        return Toast("toast-stopped-already")
    place = stream.place
    if place.person != call.caller.chat and (
        place.series is None or await front.refused(call, place.series, Right.STEER)
    ):
        return Toast("refused-not-yours-to-stop", alert=True)
    stream.stop(End.STOPPED)
    return Toast("toast-stopped")


def stopped(front: Front, update: Update) -> None:
    """Take note that Telegram's own Stop was pressed on a draft: it has hidden its button, and told nobody else."""
    told = update.api_kwargs.get(STOPPED)
    if told is None:
        return
    stream = front.streams.drafted(told["chat"]["id"], told["draft_id"])
    if stream is None:
        log.info("what was stopped in chat %s is over already", told["chat"]["id"])
    else:
        stream.stop(End.STOPPED)
