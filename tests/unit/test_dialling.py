"""Asking Telegram at start, while it may be away."""

import logging
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.dialling import FIRST, LONGEST, dial


class Line:
    """A line on which these errors come before the answer."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.calls = 0
        self.pauses: list[float] = []

    async def call(self) -> None:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)


async def test_who_answers_at_once_is_asked_once() -> None:
    line = Line()
    await dial("getMe", line.call, line.sleep)
    assert (line.calls, line.pauses) == (1, [])


async def test_while_telegram_is_away_the_pauses_grow_to_a_limit_and_each_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    line = Line(*[NetworkError("Bad Gateway"), TimedOut()] * 5)
    with caplog.at_level(logging.WARNING):
        await dial("getMe", line.call, line.sleep)
    assert line.calls == 11
    assert line.pauses[:3] == [FIRST, 2 * FIRST, 4 * FIRST]
    assert max(line.pauses) == LONGEST
    assert len(caplog.records) == len(line.pauses)
    assert "did not answer getMe (Bad Gateway); asking again in 1 s" in caplog.text


async def test_the_rest_that_telegram_asks_for_is_kept() -> None:
    line = Line(RetryAfter(timedelta(seconds=17)))
    await dial("getMe", line.call, line.sleep)
    assert line.pauses == [17]


@pytest.mark.parametrize("error", [InvalidToken(), BadRequest("Bad Request"), Conflict("another")])
async def test_a_refusal_is_not_asked_again(error: TelegramError) -> None:
    line = Line(error)
    with pytest.raises(type(error)):
        await dial("getMe", line.call, line.sleep)
    assert (line.calls, line.pauses) == (1, [])
