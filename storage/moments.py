"""Moments as text: UTC, to the microsecond, always the same length, so that their order is the order of the text."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def written(at: datetime) -> str:
    """Write `2026-01-31T08:05:09.000000Z`.

    Raises:
        ValueError: the moment has no time zone, so nobody can say which one it is.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """Read what `written` wrote."""
    return datetime.fromisoformat(text)
