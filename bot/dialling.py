"""Dialling: asking Telegram until it answers, where the bot has nothing to do without the answer."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram.error import BadRequest, NetworkError, RetryAfter

log = logging.getLogger(__name__)

FIRST = 1.0
"""Seconds before asking for the second time; each pause is twice the one before."""

LONGEST = 60.0
"""Seconds that a pause grows to."""

Sleep = Callable[[float], Awaitable[None]]


async def dial(what: str, call: Callable[[], Awaitable[object]], sleep: Sleep = asyncio.sleep) -> None:
    """Make a call, and make it again after growing pauses while Telegram is away; `what` names it in the log.

    Raises:
        InvalidToken: Telegram does not know the bot.
        TelegramError: Telegram refuses the call for another reason that no waiting mends.
    """
    pause = FIRST
    while True:
        try:
            await call()
        except BadRequest:  # to python-telegram-bot it is one of the network's errors, which it is not
            raise
        except (NetworkError, RetryAfter) as error:
            rest = max(pause, _asked(error))
            log.warning("Telegram did not answer %s (%s); asking again in %.0f s", what, error, rest)
            await sleep(rest)
            pause = min(2 * pause, LONGEST)
        else:
            return


def _asked(error: Exception) -> float:
    """Return the seconds of rest that Telegram asked for."""
    if not isinstance(error, RetryAfter):
        return 0.0
    rest = error.retry_after
    return rest.total_seconds() if isinstance(rest, timedelta) else float(rest)
