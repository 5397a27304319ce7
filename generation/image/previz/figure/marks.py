"""Marks on a face: moles, scars, freckles, stubble, as patterns on the skin."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.mesh import Slot
from generation.image.previz.ink.paint import Pattern, Where


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a face is in rest positions: the point between the eyes (shares of the height), and one head unit."""

    between: tuple[float, float, float]
    unit: float

    def beside(self, x: float, reach: float) -> tuple[Where, Where]:
        """Return the tests for being within `reach` head units of `x`."""
        middle, far = self.between[0] + x * self.unit, reach * self.unit
        return Where(x=1.0, offset=far - middle), Where(x=-1.0, offset=far + middle)

    def around(self, y: float, reach: float) -> tuple[Where, Where]:
        """Return the tests for being within `reach` head units of the height `y`."""
        middle, far = self.between[1] + y * self.unit, reach * self.unit
        return Where(y=1.0, offset=far - middle), Where(y=-1.0, offset=far + middle)

    def within(self, reach: float) -> Where:
        """Return the test for being at most `reach` head units off the middle of the face."""
        return Where(side=-1.0, offset=reach * self.unit)

    def before(self, z: float) -> Where:
        """Return the test for lying further to the front than `z` head units from between the eyes."""
        return Where(z=1.0, offset=-(self.between[2] + z * self.unit))


def _mole(face: Ground) -> tuple[Pattern, ...]:
    return (
        Pattern(Slot.SKIN, Slot.BROW, (*face.beside(0.026, 0.0028), *face.around(-0.058, 0.0028), face.before(-0.03))),
    )


def _scar(face: Ground) -> tuple[Pattern, ...]:
    slope = 0.28
    middle = face.between[0] + 0.034 * face.unit - slope * face.between[1]
    wide = 0.0032 * face.unit
    across = (Where(x=1.0, y=-slope, offset=wide - middle), Where(x=-1.0, y=slope, offset=wide + middle))
    return (Pattern(Slot.SKIN, Slot.BLUSH, (*across, *face.around(0.004, 0.052), face.before(-0.05)), tone=0.82),)


def _freckles(face: Ground) -> tuple[Pattern, ...]:
    step = 0.0105 * face.unit
    dots = (Where(x=1.0, y=0.62, period=step, duty=0.30), Where(x=-0.55, y=1.0, period=step, duty=0.30))
    return (
        Pattern(
            Slot.SKIN,
            Slot.SKIN,
            (*dots, *face.around(-0.030, 0.016), face.within(0.056), face.before(-0.04)),
            tone=0.80,
        ),
    )


def _stubble(face: Ground) -> tuple[Pattern, ...]:
    jaw = (*face.around(-0.100, 0.056), face.within(0.068), face.before(-0.075))
    return (Pattern(Slot.SKIN, Slot.SKIN, jaw, tone=0.87),)


MARKS: Mapping[str, Callable[[Ground], tuple[Pattern, ...]]] = {
    "mole": _mole,
    "scar": _scar,
    "freckles": _freckles,
    "stubble": _stubble,
}
"""Features that are drawn on the skin."""


def ground(of: Body) -> Ground:
    """Return where the face of a body is."""
    x, y, z = (of.between / of.height).tolist()
    return Ground((x, y, z), of.unit / of.height)


def marks(features: Sequence[str], face: Ground) -> tuple[Pattern, ...]:
    """Return the patterns of a face's marks, to stand after those of the skin itself."""
    return tuple(pattern for name in features if name in MARKS for pattern in MARKS[name](face))
