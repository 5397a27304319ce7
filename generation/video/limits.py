"""Which clips can be asked for, whoever makes them."""

from generation.errors import InvalidRequest
from generation.requests.motion import ClipRequest

LONGEST = 900
"""Frames; half a minute at 30 a second, as long as an episode may be."""

SIDES = range(64, 2161, 2)
"""Pixels a side may have; chroma is sampled by pairs."""

RATES = range(1, 61)
"""Frames a second that a phone can show."""


def check(request: ClipRequest) -> None:
    """Refuse a clip that nobody could make.

    Raises:
        InvalidRequest: its size, its length or its rate is out of these limits.
    """
    if request.width not in SIDES or request.height not in SIDES:
        raise InvalidRequest(f"a clip of {request.width}x{request.height} cannot be made: sides are even, 64 to 2160")
    if not 1 <= request.frames <= LONGEST:
        raise InvalidRequest(f"a clip of {request.frames} frames cannot be made: it has 1 to {LONGEST}")
    if request.rate not in RATES:
        raise InvalidRequest(f"a clip at {request.rate} frames a second cannot be made: the rate is 1 to 60")
