"""Re-blocking: small changes to a blocked shot until the validator has nothing to say, or as little as can be."""

from collections.abc import Callable
from dataclasses import replace

from generation.image.previz.direction.blocking import Blocking, block
from generation.image.previz.direction.stations import Choices
from generation.image.previz.direction.validator import check, weight
from generation.notes import note
from generation.requests.pictures import PanelRequest

Change = Callable[[Choices], Choices]

CHANGES: tuple[Change, ...] = (
    lambda c: replace(c, apart=c.apart * 1.12),
    lambda c: replace(c, formation=c.formation + 1),
    lambda c: replace(c, deep=False),
    lambda c: replace(c, wider=c.wider * 1.035),
    lambda c: replace(c, over=c.over * 1.4),
    lambda c: replace(c, azimuth=c.azimuth + 15),
    lambda c: replace(c, azimuth=c.azimuth - 15),
    lambda c: replace(c, side=-c.side),
    lambda c: replace(c, wider=c.wider * 1.09),
    lambda c: replace(c, shift=c.shift + 0.025),
    lambda c: replace(c, apart=c.apart * 1.3, deeper=c.deeper * 1.3),
    lambda c: replace(c, formation=c.formation + 2, wider=c.wider * 1.06),
)
"""What is tried, in this order, each on the best so far: move apart, swap who stands nearer, face each other, show a
little more, move the shoulder out, go around, look the other way, show more, shift the picture, spread out, and another
formation.
"""


def directed(request: PanelRequest) -> Blocking:
    """Block a shot, check it, and mend what breaks a rule; what is left is told in its notes."""
    return repair(request, block(request))


def repair(request: PanelRequest, blocking: Blocking) -> Blocking:
    """Return the best of a dozen re-blockings of a shot, the first one when it breaks no rule."""
    best, left = blocking, check(blocking)
    for change in CHANGES:
        if not left:
            break
        tried = block(request, change(best.choices))
        found = check(tried)
        if weight(found) < weight(left):
            best, left = tried, found
    return replace(best, notes=(*best.notes, *(note(f"rule-{finding.rule}", who=finding.who) for finding in left)))
