"""What a server's answer means for who asked."""

from generation.errors import Busy, Doubtful, GenerationError, InvalidRequest, TryAgain, Unavailable
from generation.remote.web import Answer, Lost, Web

UNKNOWN = frozenset({408, 409, 425})
"""Refusals that do not say whether the thing was done: too slow, in conflict, too early."""

_BUSY = 429
_SERVER = 500


def lost(web: Web, what: str, *, paid: bool) -> GenerationError:
    """Say that a request had left, and that nobody knows what became of it."""
    if paid:
        return Doubtful(f"{web.label} was asked for {what} and {_BROKE}; it may be made, and paid")
    return TryAgain(f"{web.label} was asked for {what} and {_BROKE}; try again later")


_BROKE = "gave no clear answer"


def is_unclear(status: int) -> bool:
    """Tell whether an answer with this status leaves open what became of the request."""
    return status in UNKNOWN or status >= _SERVER


def refusal(web: Web, answer: Answer, place: str) -> GenerationError:
    """Return what a definite refusal means; `place` is where the address and the key are set."""
    status = answer.status
    if status == _BUSY:
        return Busy(f"{web.label} is busy ({status}); try again later", wait(answer))
    if is_unclear(status):
        return Lost(f"{web.label} answered {status}; try again later")
    remedy = next((words for statuses, words in _REMEDIES if status in statuses), "")
    if remedy:
        return Unavailable(f"{web.label} {remedy.format(status=status, place=place)}")
    told = web.words(answer.data[:400].decode(errors="replace"))
    return InvalidRequest(f"{web.label} refuses the request ({status}): {told}")


_REMEDIES = (
    ({401, 403}, "refuses the key of {place} ({status}); correct it"),
    ({402}, "says that the account of {place} has no credit left; top it up"),
    ({404, 405, 410}, "has no such place, or no such model ({status}); correct the settings of {place}"),
    (range(300, 400), "sends its callers elsewhere ({status}); correct base_url of {place}"),
)
"""What the operator can do about a refusal, by its status."""


def wait(answer: Answer) -> float | None:
    """Return the seconds of a Retry-After; nothing for a date, which servers of models do not send."""
    try:
        return max(0.0, float(answer.headers.get("retry-after", "")))
    except ValueError:
        return None
