"""What can stop the crew, sorted by what the caller should do.

AgentError
├── WritersBlock    tell the creator: the model's answers broke the rules each time; another wording may help
├── Overlong        tell the creator: their own words, which nobody may shorten, do not fit
└── Unaffordable    tell the creator: it costs money
    ├── OverBudget    … more than is left; another budget, or another back-end, may help
    ├── NeedsConsent  … and somebody has to allow it
    └── Unpriced      … nobody knows how much, and there is a limit to keep
"""

from collections.abc import Mapping

from storage.domain.budget import Cap


class AgentError(Exception):
    """The crew could not do its work."""


class WritersBlock(AgentError):  # noqa: N818 - what it is called in the trade
    """The chat model's answers broke the rules at every try; `violations` are those of the last answer."""

    def __init__(self, question: str, violations: tuple[str, ...]) -> None:
        """Keep which question it was and what was wrong with the last answer."""
        super().__init__(f"{question}: {'; '.join(violations)}")
        self.question = question
        self.violations = violations


class Overlong(AgentError):  # noqa: N818 - what it is
    """Words that are kept as they are take longer than an episode may last; the message is the line that is longest."""


class Unaffordable(AgentError):  # noqa: N818 - what it is
    """Something costs money that may not be spent, or not yet; `facts` are what a person needs to be told."""

    def __init__(self, words: str, **facts: str) -> None:
        """Keep the facts."""
        super().__init__(words)
        self.facts: Mapping[str, str] = facts


class OverBudget(Unaffordable):
    """The price, in millionths of a euro, exceeds what is left under a cap."""

    def __init__(self, cap: Cap, price: int, left: int) -> None:
        """Say which cap, the price, and what is left under it."""
        super().__init__(
            f"{price} exceeds the {left} that are left of the {cap}", cap=cap, price=str(price), left=str(left)
        )


class NeedsConsent(Unaffordable):
    """Somebody has to allow the price, in millionths of a euro, on top of what the episode has cost."""

    def __init__(self, price: int, spent: int) -> None:
        """Say the price, what was spent before, and what both come to."""
        facts = {"price": str(price), "spent": str(spent), "total": str(price + spent)}
        super().__init__(f"nobody has allowed {price} on top of {spent}", **facts)


class Unpriced(Unaffordable):
    """Nobody knows what a model costs, although there is a limit to keep."""

    def __init__(self, model: str) -> None:
        """Name the model."""
        super().__init__(f"{model} has no price", model=model)
