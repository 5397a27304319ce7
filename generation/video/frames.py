"""How a clip of any length, rate and size becomes what a video model can make. Pure arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from generation.catalog.profile import Frames

Size = tuple[int, int]
"""Width and height, pixels."""

NEAR = 0.03
"""Shapes that differ by no more than this share are one shape to a model: it calls 480x832 and 720x1280 both 9:16."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """How a clip of `asked` frames is made: in `parts` runs of a model, of `each` frames.

    A part begins with the frame that the one before it ended on. `pace` is how many of the model's frames pass from one
    frame of the clip to the next.
    """

    asked: int
    parts: int
    each: int
    pace: Fraction

    @property
    def made(self) -> int:
        """How many different frames the model makes in all."""
        return self.parts * (self.each - 1) + 1

    @property
    def places(self) -> tuple[Fraction, ...]:
        """Where each frame of the clip stands among the model's, from 0 to `made` - 1."""
        return tuple(number * self.pace for number in range(self.asked))


def planned(asked: int, rate: int, can: Frames, *, is_closed: bool) -> Plan:
    """Plan `asked` frames at `rate` a second with what a model can make.

    There are as few parts as can be, equally long, and at least as many frames as the clip needs. What is over is left
    out, except where the clip `is_closed` by a last picture: then it moves a little faster, to arrive there in time.
    """
    pace = Fraction(can.rate, rate)
    steps = max(1, ceil((asked - 1) * pace))
    room = max(1, (can.most - 1) // can.step) * can.step
    parts = ceil(steps / room)
    length = ceil(Fraction(steps, parts * can.step)) * can.step
    if is_closed and asked > 1:
        pace = Fraction(parts * length, asked - 1)
    return Plan(asked=asked, parts=parts, each=length + 1, pace=pace)


def native(sizes: Sequence[Size], multiple: int, wanted: Size) -> Size:
    """Return the size at which a model paints what is `wanted`.

    That is the first of its `sizes` whose shape is near enough, else the one whose shape is nearest: a profile names
    what costs least first, and twice the pixels of a film cost four times the work. Who wants fewer pixels than that
    (because memory holds no more) gets what they want, with sides of a `multiple`.
    """
    near = [size for size in sizes if strangeness(size, wanted) <= NEAR]
    own = near[0] if near else min(sizes, key=lambda size: strangeness(size, wanted), default=wanted)
    if own[0] * own[1] >= wanted[0] * wanted[1]:
        own = wanted
    return _rounded(own[0], multiple), _rounded(own[1], multiple)


def strangeness(one: Size, other: Size) -> float:
    """Return by which share the shapes of two sizes differ: 0 for the same shape, 1 for one twice as wide."""
    ours, theirs = one[0] * other[1], one[1] * other[0]
    return max(ours, theirs) / min(ours, theirs) - 1


def _rounded(side: int, multiple: int) -> int:
    return max(multiple, round(side / multiple) * multiple)
