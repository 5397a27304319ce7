"""Causes: what messages are sent for. An event or update taken up again after a kill tells only what is missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count

_messages: ContextVar[Iterator[str] | None] = ContextVar("messages", default=None)


@contextmanager
def because(what: str) -> Iterator[None]:
    """Number the messages that are sent within: those that an earlier try sent and remembered are not sent again."""
    token = _messages.set(f"{what}/{number}" for number in count())
    try:
        yield
    finally:
        _messages.reset(token)


def next_cause() -> str | None:
    """Return the cause of the next message; none where nothing would send it again."""
    messages = _messages.get()
    return next(messages) if messages else None
