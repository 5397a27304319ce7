"""What a request costs: a price by the piece, by the second, by the megapixel or by the character."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Any, ClassVar


class Unit(StrEnum):
    """What a price is for."""

    PIECE = "piece"
    SECOND = "second"
    """Of what is made, not of the work on it."""
    MEGAPIXEL = "megapixel"
    CHARACTER = "character"


@dataclass(frozen=True, kw_only=True, slots=True)
class Price:
    """`micros`, millionths of a euro, for each `unit` of what is asked for."""

    micros: int
    unit: Unit = Unit.PIECE
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    def of(self, request: Any) -> int:  # noqa: ANN401 - any request; what it lacks a unit for costs one piece
        """Return what a request costs, in millionths of a euro, rounded up."""
        return ceil(self.micros * QUANTITIES[self.unit](request))


FREE = Price(micros=0)
"""What this machine makes."""


def _seconds(request: Any) -> float:  # noqa: ANN401
    if hasattr(request, "frames"):
        return float(request.frames / request.rate)
    return float(getattr(request, "milliseconds", 1000) / 1000)


QUANTITIES: Mapping[Unit, Callable[[Any], float]] = {
    Unit.PIECE: lambda _: 1.0,
    Unit.SECOND: _seconds,
    Unit.MEGAPIXEL: lambda request: getattr(request, "width", 0) * getattr(request, "height", 0) / 1e6,
    Unit.CHARACTER: lambda request: float(len(getattr(request, "text", ""))),
}
"""How many units a request asks for."""
