"""Halting: work that failed leaves its episode as it was, says why, and asks what only a person can answer."""

import logging
from collections.abc import Mapping

from agents.errors import AgentError, NeedsConsent, OverBudget, Overlong, Unaffordable, Unpriced, WritersBlock
from agents.studio import Desk
from generation.errors import (
    BadResult,
    Cancelled,
    Cramped,
    Declined,
    Doubtful,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from storage.domain.errors import DomainError
from storage.domain.events import News
from storage.unit import Unit

log = logging.getLogger(__name__)

NEEDS_CONSENT, DOUBTFUL = "needs-consent", "doubtful"
"""The halts that a person ends by allowing money to be spent."""

CRAMPED = "cramped"
"""The halt that a person ends by having it painted smaller."""

DETAIL = "detail"
"""The fact of a halt that is the failure's own message, in English."""

REASONS: tuple[tuple[type[Exception], str], ...] = (
    (WritersBlock, "writers-block"),
    (Overlong, "overlong"),
    (OverBudget, "over-budget"),
    (NeedsConsent, NEEDS_CONSENT),
    (Unpriced, "unpriced"),
    (Doubtful, DOUBTFUL),
    (Cramped, CRAMPED),
    (Unavailable, "unavailable"),
    (InvalidRequest, "invalid-request"),
    (TryAgain, "try-again"),
    (Declined, "declined"),
    (BadResult, "bad-result"),
    (Cancelled, "bad-result"),
)
"""Why work halts, as a key of the locales, by the first class that fits."""

TOLD = (WritersBlock, Unaffordable, Doubtful, Cramped)
"""What a person is told of these is in the words of their halt; their own message is for the log."""


async def halt(desk: Desk, error: BaseException) -> None:
    """Halt the work on an episode, and tell why."""
    reason = next((key for kind, key in REASONS if isinstance(error, kind)), "internal")
    expected = isinstance(error, (GenerationError, AgentError, DomainError))
    log.error("work on %s halted: %s", desk.episode.id, error, exc_info=None if expected else error)
    detail = "" if isinstance(error, TOLD) else str(error) if expected else type(error).__name__
    async with desk.studio.store.write() as unit:
        facts = await _facts(desk, unit, error)
        await unit.halt(desk.episode.id, reason, {**facts, DETAIL: detail} if detail else facts)
        await desk.tell(unit, News.WORK_HALTED, {"reason": reason, DETAIL: detail})


async def _facts(desk: Desk, unit: Unit, error: BaseException) -> Mapping[str, str]:
    """Return what the words of a halt need."""
    match error:
        case Unaffordable():
            return error.facts
        case Cramped():
            return {"model": error.model, "width": str(error.width), "height": str(error.height)}
        case Doubtful():
            doubtful = await unit.purchases.doubtful(desk.episode.id)
            return {"count": str(len(doubtful)), "price": str(sum(each.micros for each in doubtful))}
        case _:
            return {}
