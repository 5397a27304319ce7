"""What can go wrong while something is made, sorted by what the caller should do next.

GenerationError
├── InvalidRequest      change the request
├── Unavailable         change the settings: a program, a key, weights or memory is missing
│   └── Cramped         … because memory does not hold the size; a smaller one would fit
├── Doubtful            it may have been made, and paid, elsewhere: only a person may ask for it again
├── TryAgain            the same request may succeed later (a dropped connection, a server's fault)
│   └── Busy            … because there were too many of them
├── BadResult           the back-end answered, but not with what was asked for; another seed may help
│   ├── CutOff          … because it had no room to finish
│   └── Declined        … because it would not
└── Cancelled           nobody wants it any more
"""


class GenerationError(Exception):
    """Something could not be made; the message is one sentence that names the value at fault."""

    micros: int | None = None
    """What was paid all the same, in millionths of a euro, where whoever was paid says so."""


class InvalidRequest(GenerationError):  # noqa: N818 - named by what the caller should do
    """The request itself cannot be met: change it."""


class Unavailable(GenerationError):  # noqa: N818
    """The machine or the settings lack something: the message says what, and the remedy."""


class Cramped(Unavailable):
    """Memory does not hold what a model paints in; `width` and `height` are pixels that it would hold.

    Whoever asks again for at most so many (`pixels` of the request) gets what was asked for, painted in that size.
    """

    def __init__(self, words: str, width: int, height: int, model: str) -> None:
        """Keep the size that would fit, and the name of the model that it would fit with."""
        super().__init__(words)
        self.width, self.height, self.model = width, height, model


class Doubtful(GenerationError):  # noqa: N818
    """A paid job may have been created although nobody heard so; it is never created again by itself."""


class TryAgain(GenerationError):  # noqa: N818
    """A passing fault: the same request may succeed later."""


class Busy(TryAgain):
    """Too much was asked in too short a time; `seconds` is how long to wait, where that was said."""

    def __init__(self, words: str, seconds: float | None = None) -> None:
        """Keep how long to wait."""
        super().__init__(words)
        self.seconds = seconds


class BadResult(GenerationError):  # noqa: N818
    """The back-end's answer is not what was asked for (cut off, refused, empty, the wrong kind of file)."""


class CutOff(BadResult):
    """The answer stops before its end: ask for less, or allow more."""


class Declined(BadResult):
    """A model would not do it: other words may help."""


class Cancelled(GenerationError):  # noqa: N818
    """The work was called off; nothing was made."""
