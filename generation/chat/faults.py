"""Sort what can go wrong between us and an OpenAI-compatible endpoint by what the caller should do."""

import asyncio

import httpx
import openai

from generation.chat.dialect import NotUnderstood
from generation.chat.endpoint import Endpoint, refused_key, unknown_model
from generation.errors import Busy, GenerationError, InvalidRequest, TryAgain, Unavailable

_TOO_LONG = ("context length", "context size", "context window", "context_length", "maximum context")
_SHOWN = 200

FAULTS = (openai.OpenAIError, httpx.HTTPError, asyncio.TimeoutError, ValueError)
"""What LangChain and the libraries under it raise. ValueError: an event of the stream that is not JSON."""


def sorted_out(fault: Exception, endpoint: Endpoint) -> GenerationError | NotUnderstood:
    """Return the error to raise instead of the library's."""
    match fault:
        case openai.APIStatusError():
            return _answered(fault, endpoint)
        case openai.APITimeoutError() | asyncio.TimeoutError() | httpx.TimeoutException():
            return TryAgain(f"{endpoint.label} fell silent; try again later")
        case openai.APIConnectionError() | httpx.HTTPError():
            return TryAgain(
                f"{endpoint.label} cannot be reached; start it, correct {endpoint.places.address}, or try again later"
            )
        case _:
            return TryAgain(f"{endpoint.label} sent what cannot be read ({str(fault)[:_SHOWN]}); try again later")


def _answered(fault: openai.APIStatusError, endpoint: Endpoint) -> GenerationError | NotUnderstood:
    match fault:
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return refused_key(endpoint, fault.status_code)
        case openai.NotFoundError():
            return unknown_model(endpoint)
        case openai.RateLimitError():
            return _limited(fault, endpoint)
        case openai.BadRequestError() | openai.UnprocessableEntityError():
            return _refused(fault, endpoint)
        case _:
            return TryAgain(f"{endpoint.label} answered {fault.status_code}; try again later")


def _limited(fault: openai.RateLimitError, endpoint: Endpoint) -> GenerationError:
    if fault.code == "insufficient_quota":
        return Unavailable(
            f"the account behind {endpoint.places.key} has no credit left at {endpoint.label}; top it up"
        )
    return Busy(
        f"{endpoint.label} is busy (429); try again later", _wait(fault.response.headers.get("retry-after", ""))
    )


def _wait(told: str) -> float | None:
    """Return the seconds of a Retry-After; nothing for a date, which servers of models do not send."""
    try:
        return max(0.0, float(told))
    except ValueError:
        return None


def _refused(fault: openai.APIStatusError, endpoint: Endpoint) -> GenerationError | NotUnderstood:
    told = fault.message
    if any(words in told.lower() for words in _TOO_LONG):
        return InvalidRequest(f"the prompt is too long for {endpoint.label} ({told[:_SHOWN]}); shorten it")
    return NotUnderstood(told[:_SHOWN])
