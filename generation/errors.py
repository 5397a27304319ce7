"""What can go wrong while something is made, sorted by what the caller should do next.

GenerationError
├── InvalidRequest      change the request
├── Unavailable         change the settings: a program, a key, weights or memory is missing
├── TryAgain            the same request may succeed later (a dropped connection, a busy server)
├── BadResult           the back-end answered, but not with what was asked for; another seed may help
└── Cancelled           nobody wants it any more
"""


class GenerationError(Exception):
    """Something could not be made; the message is one sentence that names the value at fault."""


class InvalidRequest(GenerationError):  # noqa: N818 - named by what the caller should do
    """The request itself cannot be met: change it."""


class Unavailable(GenerationError):  # noqa: N818
    """The machine or the settings lack something: the message says what, and the remedy."""


class TryAgain(GenerationError):  # noqa: N818
    """A passing fault: the same request may succeed later."""


class BadResult(GenerationError):  # noqa: N818
    """The back-end's answer is not what was asked for (cut off, refused, empty, the wrong kind of file)."""


class Cancelled(GenerationError):  # noqa: N818
    """The work was called off; nothing was made."""
