"""What can stop the crew, sorted by what the caller should do.

AgentError
├── WritersBlock    tell the creator: the model's answers broke the rules each time; another wording may help
└── Overlong        tell the creator: their own words, which nobody may shorten, do not fit
"""


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
