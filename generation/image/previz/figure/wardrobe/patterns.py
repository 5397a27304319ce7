"""Patterns of clothes: tests on rest positions (shares of the height) that change a slot or darken it."""

from collections.abc import Sequence
from math import hypot

from generation.image.previz.ink.paint import Pattern, Where

Spot = tuple[float, float]
"""(x, y) as shares of the height."""

FOLD = 0.80
"""How dark a drawn fold is."""


def below(y: float) -> Where:
    """Pass what lies lower."""
    return Where(y=-1, offset=y)


def above(y: float) -> Where:
    """Pass what lies higher."""
    return Where(y=1, offset=-y)


def within(x: float) -> Where:
    """Pass what lies nearer to the middle than `x`."""
    return Where(side=-1, offset=x)


def beyond(x: float) -> Where:
    """Pass what lies further from the middle than `x`."""
    return Where(side=1, offset=-x)


TRUNK, ARM = Where(tag=-1, offset=0.5), Where(tag=1, offset=-0.5)
"""What is trunk or skirt, and what is sleeve."""
FRONT = Where(z=1, offset=0.012)
BACK = Where(z=-1, offset=-0.0)


def between(low: float, high: float) -> tuple[Where, Where]:
    """Pass a range of heights."""
    return above(low), below(high)


def line(  # noqa: PLR0913 - each is one trait of a drawn line
    slot: int,
    a: Spot,
    b: Spot,
    wide: float,
    *,
    tone: float = FOLD,
    end: float = 0.0,
    where: Sequence[Where] = (FRONT,),
    to: int | None = None,
) -> Pattern:
    """Return a drawn line in (x, y) from `a` to `b`, `wide` at its start and `end` at its end: a fold, a seam.

    It darkens its slot by `tone`, or paints it as the slot `to`.
    """
    (ax, ay), (bx, by) = a, b
    length = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    start, slope = -(ux * ax + uy * ay), (end - wide) / 2 / length
    bounds = (Where(x=ux, y=uy, offset=start), Where(x=-ux, y=-uy, offset=length - start))
    edges = tuple(
        Where(
            x=slope * ux - sign * uy,
            y=slope * uy + sign * ux,
            offset=sign * (uy * ax - ux * ay) + slope * start + wide / 2,
        )
        for sign in (1, -1)
    )
    return Pattern(slot, slot if to is None else to, (*bounds, *edges, *where), 1.0 if to is not None else tone)


def pair(  # noqa: PLR0913 - the same traits
    slot: int,
    a: Spot,
    b: Spot,
    wide: float,
    *,
    tone: float = FOLD,
    end: float = 0.0,
    where: Sequence[Where] = (FRONT,),
    to: int | None = None,
) -> tuple[Pattern, Pattern]:
    """Return a line and its mirror image."""
    one, other = (
        line(slot, (sign * a[0], a[1]), (sign * b[0], b[1]), wide, tone=tone, end=end, where=where, to=to)
        for sign in (1, -1)
    )
    return one, other


def box(low: Spot, high: Spot) -> tuple[Where, ...]:
    """Pass a rectangle of (x, y)."""
    return Where(x=1, offset=-low[0]), Where(x=-1, offset=high[0]), above(low[1]), below(high[1])


def disc(x: float, y: float, radius: float) -> tuple[Where, ...]:
    """Pass an octagon of (x, y), as good as a disc from some metres."""
    slant = 0.7071
    ways = ((1, 0), (-1, 0), (0, 1), (0, -1), (slant, slant), (slant, -slant), (-slant, slant), (-slant, -slant))
    return tuple(Where(x=a, y=b, offset=radius - a * x - b * y) for a, b in ways)


def stripes(  # noqa: PLR0913 - the direction has three axes
    period: float,
    duty: float,
    *,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    side: float = 0.0,
    offset: float = 0.0,
) -> Where:
    """Pass stripes across a direction."""
    return Where(x=x, y=y, z=z, side=side, offset=offset, period=period, duty=duty)
