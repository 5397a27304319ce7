"""What the rules refuse, sorted by what the caller should do.

DomainError
├── Refused        tell the person: the act is not theirs, or not possible now
├── Outdated       look again: what the act was about has changed meanwhile
└── InvalidValue   mend the value
"""


class DomainError(Exception):
    """A rule of the studio was not met."""


class Refused(DomainError):  # noqa: N818 - named by what happened to the act
    """The person may not do this, or it cannot be done at this stage. `reason` is a key of the locales."""

    def __init__(self, reason: str) -> None:
        """Keep the key under which the locales explain the refusal."""
        super().__init__(reason)
        self.reason = reason


class Outdated(DomainError):  # noqa: N818
    """The draft, take or button is no longer the current one."""


class InvalidValue(DomainError):  # noqa: N818
    """A value breaks a rule of its kind; the message names it."""
