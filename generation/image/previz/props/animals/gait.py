"""How four legs stand, sit, lie, walk and run: where body, head and feet are, in shares of the withers' height."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from generation.image.previz.props.animals.creature import Act

Side = tuple[float, float]
"""Height and distance ahead: y and z."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Foot:
    """Where a paw is: `out` from its usual track, `up` and `ahead`; `tilt` is how far what is above it leans back.

    `bend` is the direction (y, z) in which knee or elbow gives way.
    """

    ahead: float
    up: float = 0.0
    out: float = 0.0
    tilt: float = 0.0
    bend: Side = (0.0, 1.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stance:
    """A body on its legs: pelvis, chest and the joint of the head; `pitch` of the head and of the tail in degrees.

    `feet` are front left, front right, hind left, hind right. `arch` lifts the loin. `curl` bends the tail up along its
    length, `aside` turns it to one side, in degrees.
    """

    pelvis: Side
    chest: Side
    head: Side
    feet: tuple[Foot, Foot, Foot, Foot]
    arch: float = 0.02
    pitch: float = 0.0
    tail: float = -30.0
    curl: float = 40.0
    aside: float = 0.0


ELBOW, KNEE = (-0.1, -1.0), (0.1, 1.0)


def stand(act: Act) -> Stance:
    """Stand on four feet, breathing with the phase."""
    breath = 0.006 * sin(2 * pi * act.phase)
    return Stance(
        pelvis=(0.86, -0.44),
        chest=(0.83 + breath, 0.34),
        head=(1.17 + breath, 0.62),
        feet=(
            Foot(ahead=0.33, bend=ELBOW), Foot(ahead=0.37, bend=ELBOW),
            Foot(ahead=-0.48, tilt=18, bend=KNEE), Foot(ahead=-0.56, tilt=18, bend=KNEE),
        ),
    )  # fmt: skip


def sit(act: Act) -> Stance:
    """Sit on the haunches, front legs straight."""
    breath = 0.006 * sin(2 * pi * act.phase)
    hind = Foot(ahead=0.02, out=0.08, tilt=82, bend=(0.9, 0.8))
    front = Foot(ahead=0.17, out=-0.02, bend=ELBOW)
    return Stance(
        pelvis=(0.26, -0.27),
        chest=(0.80 + breath, 0.06),
        head=(1.19 + breath, 0.22),
        feet=(front, front, hind, hind),
        arch=-0.04,
        tail=-40,
        curl=-10,
        aside=125,
    )


def lie(act: Act) -> Stance:
    """Lie on the belly, paws ahead, head up."""
    breath = 0.006 * sin(2 * pi * act.phase)
    hind = Foot(ahead=-0.20, out=0.13, tilt=86, bend=(0.5, 1.0))
    front = Foot(ahead=0.86, tilt=84, bend=(-0.5, -0.8))
    return Stance(
        pelvis=(0.235, -0.42),
        chest=(0.30 + breath, 0.32),
        head=(0.70 + breath, 0.58),
        feet=(front, front, hind, hind),
        arch=0.03,
        tail=-25,
        curl=0,
        aside=110,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """A way of going: `stride` and `lift` as shares of the height, the share of time on the ground, when feet land."""

    stride: float
    lift: float
    duty: float
    starts: tuple[float, float, float, float]


WALK = Pace(stride=0.46, lift=0.10, duty=0.64, starts=(0.25, 0.75, 0.0, 0.5))
RUN = Pace(stride=1.05, lift=0.24, duty=0.34, starts=(0.45, 0.57, 0.0, 0.10))


def step(pace: Pace, number: int, phase: float) -> tuple[float, float, float]:
    """Return how far ahead of its place a foot is, how high, and how much its leg is folded (0 to 1)."""
    time = (phase + pace.starts[number]) % 1.0
    if time < pace.duty:
        return pace.stride * (0.5 - time / pace.duty), 0.0, 0.0
    swing = (time - pace.duty) / (1 - pace.duty)
    ease = swing * swing * (3 - 2 * swing)
    fold = sin(pi * swing)
    return pace.stride * (ease - 0.5), pace.lift * fold, fold


def stepping(pace: Pace, phase: float) -> tuple[Foot, Foot, Foot, Foot]:
    """Return the feet of a pace at a phase."""

    def front(number: int) -> Foot:
        ahead, up, fold = step(pace, number, phase)
        return Foot(ahead=0.35 + ahead, up=up, tilt=-70 * fold * min(1.0, pace.lift * 6), bend=ELBOW)

    def hind(number: int) -> Foot:
        ahead, up, fold = step(pace, number, phase)
        lean = -28 * ahead / pace.stride
        return Foot(ahead=-0.50 + ahead, up=up, tilt=18 + lean + 26 * fold, bend=KNEE)

    return front(0), front(1), hind(2), hind(3)


def walk(act: Act) -> Stance:
    """Walk: three feet on the ground."""
    bob = 0.012 * cos(4 * pi * act.phase)
    return Stance(
        pelvis=(0.84 + bob, -0.44),
        chest=(0.82 - bob, 0.34),
        head=(1.10 - 1.4 * bob, 0.66),
        feet=stepping(WALK, act.phase),
        tail=-20,
    )


def run(act: Act) -> Stance:
    """Gallop: the back bends and stretches, the head goes ahead."""
    beat = 2 * pi * act.phase
    return Stance(
        pelvis=(0.84 + 0.06 * sin(beat), -0.42 + 0.05 * cos(beat)),
        chest=(0.82 - 0.06 * sin(beat), 0.38 - 0.05 * cos(beat)),
        head=(1.06 - 0.03 * sin(beat), 0.76),
        feet=stepping(RUN, act.phase),
        arch=0.035 + 0.06 * cos(beat),
        pitch=-6,
        tail=4,
        curl=8,
    )


STANCES: Mapping[str, Callable[[Act], Stance]] = {"stand": stand, "sit": sit, "lie": lie, "walk": walk, "run": run}
