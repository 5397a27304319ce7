"""A pose as a value: where limbs point, how the trunk bends, what hands do and touch, and what bears the weight."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from generation.image.previz.figure.hands import GRIPS, Grip, mixed
from generation.image.previz.figure.turns import Way

LIMBS = ("aL", "fL", "aR", "fR", "tL", "sL", "tR", "sR")
Feet = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Touch:
    """A place that a hand goes to: a landmark (`contacts`), moved by `off` (shares of the height, in chest axes).

    `by` is what of the hand lies there: `palm`, `tips`, `wrist` or `back`. `hold` below 1 goes only part of the way.
    """

    to: str
    off: Way = (0.0, 0.0, 0.0)
    by: str = "palm"
    hold: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Hand:
    """A hand: the shape of its fingers, where its palm looks (chest axes; None: as the arm turns it), and the wrist.

    `bend` bends the wrist towards the palm, `tilt` towards the thumb, in degrees.
    """

    grip: Grip = GRIPS["relaxed"]
    palm: Way | None = None
    bend: float = 0.0
    tilt: float = 0.0
    touch: Touch | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pose:
    """Directions (to own left, up, forward) of upper arms `a`, forearms `f` in the chest's axes, of thighs `t` and
    shins `s` in the hips'; L and R are own left and right.

    `spine`, `head` and `hips` are (pitch forward, yaw to own left, roll to own left) in degrees; `sway` raises the left
    hip and bends the spine back, so that weight rests on the left leg (below 0: on the right). `shrug` raises the left
    and the right shoulder. `feet` are pitches of toes down against the shin, None is flat on the ground. `rise` lifts
    the lowest point off the ground, a share of the height. `seat` says that the thighs rest on something.
    """

    aL: Way = (0.20, -1, 0.02)  # noqa: N815 - the notation of poses: limb and side
    fL: Way = (0.10, -1, 0.22)  # noqa: N815
    aR: Way = (-0.20, -1, 0.02)  # noqa: N815
    fR: Way = (-0.10, -1, 0.22)  # noqa: N815
    tL: Way = (0.07, -1, 0.01)  # noqa: N815
    sL: Way = (0.03, -1, -0.04)  # noqa: N815
    tR: Way = (-0.07, -1, 0.01)  # noqa: N815
    sR: Way = (-0.03, -1, -0.04)  # noqa: N815
    spine: Way = (0, 0, 0)
    head: Way = (0, 0, 0)
    hips: Way = (0, 0, 0)
    sway: float = 0.0
    shrug: tuple[float, float] = (0.0, 0.0)
    left: Hand = Hand()
    right: Hand = Hand()
    feet: Feet = (None, None)
    toes: float = 8.0
    rise: float = 0.0
    seat: bool = False

    def hand(self, side: str) -> Hand:
        """Return the hand of a side."""
        return self.left if side == "left" else self.right


def mirrored(pose: Pose) -> Pose:
    """Return a pose with left and right exchanged."""

    def other(way: Way) -> Way:
        return -way[0], way[1], way[2]

    def back(angles: Way) -> Way:
        return angles[0], -angles[1], -angles[2]

    def swapped(hand: Hand) -> Hand:
        touch = hand.touch
        if touch:
            exchange = {"left": "right", "right": "left"}
            name, _, side = touch.to.rpartition("-")
            to = f"{name}-{exchange[side]}" if side in exchange else touch.to
            touch = replace(touch, to=to, off=other(touch.off))
        return replace(hand, palm=other(hand.palm) if hand.palm else None, touch=touch)

    return replace(
        pose,
        aL=other(pose.aR),
        fL=other(pose.fR),
        aR=other(pose.aL),
        fR=other(pose.fL),
        tL=other(pose.tR),
        sL=other(pose.sR),
        tR=other(pose.tL),
        sR=other(pose.sL),
        spine=back(pose.spine),
        head=back(pose.head),
        hips=back(pose.hips),
        sway=-pose.sway,
        shrug=pose.shrug[::-1],
        left=swapped(pose.right),
        right=swapped(pose.left),
        feet=pose.feet[::-1],
    )


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """Return the pose at `t` (0 to 1) of the way from one to another; hands leave what they touch on the way."""
    if t <= 0 or a == b:
        return a
    if t >= 1:
        return b
    values: dict[str, Any] = {
        field.name: MIXERS[field.name](getattr(a, field.name), getattr(b, field.name), t) for field in fields(Pose)
    }
    return Pose(**values)


def _number(a: float, b: float, t: float) -> float:
    return a * (1 - t) + b * t


def _pair(a: tuple[float, float], b: tuple[float, float], t: float) -> tuple[float, float]:
    return _number(a[0], b[0], t), _number(a[1], b[1], t)


def _way(a: Way, b: Way, t: float) -> Way:
    x, y, z = (p + (q - p) * t for p, q in zip(a, b, strict=True))
    return x, y, z


def _feet(a: Feet, b: Feet, t: float) -> Feet:
    """A foot lands at the end and leaves at the start."""
    left, right = (
        None if one is None and other is None else _number(one or 0.0, other or 0.0, t)
        for one, other in zip(a, b, strict=True)
    )
    return left, right


def _hand(a: Hand, b: Hand, t: float) -> Hand:
    """Return a hand between two."""
    nearer = b if t > 0.5 else a  # noqa: PLR2004 - half the way
    looks = _way(a.palm, b.palm, t) if a.palm and b.palm else nearer.palm
    return Hand(
        grip=mixed(a.grip, b.grip, t),
        palm=looks,
        bend=a.bend * (1 - t) + b.bend * t,
        tilt=a.tilt * (1 - t) + b.tilt * t,
        touch=_touch(a.touch, b.touch, t),
    )


def _touch(a: Touch | None, b: Touch | None, t: float) -> Touch | None:
    """Hold on less and less, then more and more; what both touch they hold all the way."""
    if a and b and (a.to, a.by) == (b.to, b.by):
        return replace(b, off=_way(a.off, b.off, t), hold=a.hold * (1 - t) + b.hold * t)
    if a and b:
        return replace(a, hold=a.hold * max(0.0, 1 - 2 * t)) if t < 0.5 else replace(b, hold=b.hold * (2 * t - 1))  # noqa: PLR2004
    if a:
        return replace(a, hold=a.hold * (1 - t))
    return replace(b, hold=b.hold * t) if b else None


MIXERS: Mapping[str, Callable[[Any, Any, float], object]] = {
    **dict.fromkeys((*LIMBS, "spine", "head", "hips"), _way),
    **dict.fromkeys(("sway", "toes", "rise"), _number),
    **dict.fromkeys(("left", "right"), _hand),
    "shrug": _pair,
    "feet": _feet,
    "seat": lambda a, b, t: b if t > 0.5 else a,  # noqa: PLR2004 - half the way
}
"""How each field of a pose is mixed."""
