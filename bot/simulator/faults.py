"""Faults that are planned: what goes wrong, for which method, how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens to one call.

    `status` is answered instead of the true answer (429 with `retry_after`, or 5xx); with `is_after` the call takes
    effect first. A fault with `is_lost` answers nothing at all: the connection breaks. `delay` holds the call, seconds.
    """

    status: int = 500
    retry_after: int = 0
    is_after: bool = False
    is_lost: bool = False
    delay: float = 0.0
    description: str = "Internal Server Error"


class Faults:
    """Planned faults, first in, first out for each method."""

    def __init__(self) -> None:
        """Plan nothing."""
        self._planned: dict[str, list[Fault]] = {}

    def plan(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Let the next `times` calls of a method (its name, or `*` for any) go wrong in this way."""
        self._planned.setdefault(method.lower(), []).extend([fault] * times)

    def refuse(self, method: str, *, retry_after: int, times: int = 1) -> None:
        """Answer 429 to the next `times` calls."""
        self.plan(method, Fault(status=429, retry_after=retry_after), times=times)

    def lose(self, method: str, *, times: int = 1) -> None:
        """Let the next `times` calls take effect, and lose the answers."""
        self.plan(method, Fault(is_after=True, is_lost=True), times=times)

    def take(self, method: str) -> Fault | None:
        """Return the fault for this call, if one is planned, and count it as done."""
        for name in (method.lower(), "*"):
            if self._planned.get(name):
                return self._planned[name].pop(0)
        return None

    def clear(self) -> None:
        """Plan nothing any more."""
        self._planned.clear()
