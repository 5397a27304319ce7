"""Where actors sit, lean and stand in a place: seats, what is before them, what holds their weight.

The direction room asks `furnishing(place, layout)` before it places figures. All places are in the world's metres, the
subject at the origin. A seat that is `painted` is there already (a car's, a coach's); any other is to be drawn as a
prop at the same spot. `turn` is the way a sitter faces in degrees, 0 to the camera, 90 to screen right. Where `bound`
is true, as in a car, figures belong on the seats and nowhere else, and a camera should aim at seated eyes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generation.image.previz.scenery.stage import Place
from generation.image.previz.vocabulary import INDOORS


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One place to sit: the middle of the seat on the ground, its height in metres, which way it faces, what it is."""

    at: Place
    height: float = 0.45
    turn: float = 0.0
    kind: str = "chair"
    painted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rest:
    """Something to lean on or to work at: its middle on the ground, its height, its width, whether it is painted.

    `between` says that it stands between the actor and the camera, and hides the legs of whoever is behind it.
    """

    at: Place
    height: float
    wide: float = 1.2
    kind: str = "table"
    between: bool = False
    painted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Furnishing:
    """What a place offers to actors; empty where there is nothing but ground."""

    seats: tuple[Seat, ...] = ()
    rests: tuple[Rest, ...] = ()
    bound: bool = False


def _chairs(kind: str = "chair", height: float = 0.45, *, turn: float = 28.0) -> tuple[Seat, ...]:
    """Return two seats beside the middle that turn a little towards each other."""
    left = Seat(at=(-0.42, 0.0, 0.0), height=height, turn=turn, kind=kind)
    return left, replace(left, at=(0.42, 0.0, 0.0), turn=-turn)


TABLE = Rest(at=(0.0, 0.0, -0.45), height=0.74, wide=1.3, between=True)
DESK = replace(TABLE, kind="desk", wide=1.4)
COUNTER = Rest(at=(0.0, 0.0, 0.55), height=1.05, wide=1.8, kind="desk")
EDGE = Rest(at=(0.0, 0.0, 0.5), height=1.0, wide=6.0, kind="rail", painted=True)

CABIN = tuple(Seat(at=(x, 0.0, 0.0), height=0.42, kind="seat", painted=True) for x in (-0.4, 0.4))
DASHBOARD = Rest(at=(0.0, 0.0, -0.62), height=0.8, wide=1.84, kind="dashboard", between=True, painted=True)
DOOR = Rest(at=(0.0, 0.0, -0.62), height=0.9, wide=4.4, kind="door", between=True, painted=True)
ALONG = tuple(Seat(at=(x, 0.0, 0.1), height=0.42, turn=-90.0, kind="seat", painted=True) for x in (-0.55, 0.3))
FACING = (
    Seat(at=(-0.98, 0.0, 0.1), height=0.42, turn=72.0, kind="bench", painted=True),
    Seat(at=(0.98, 0.0, 0.1), height=0.42, turn=-72.0, kind="bench", painted=True),
)

SITTING = Furnishing(seats=_chairs())
DINING = Furnishing(seats=_chairs(), rests=(TABLE,))
WORKING = Furnishing(seats=_chairs(turn=12.0), rests=(DESK,))
BENCHED = Furnishing(seats=_chairs("bench", 0.45, turn=10.0))
STOOLS = Furnishing(seats=_chairs("stool", 0.68), rests=(COUNTER,))
LOW = Furnishing(seats=_chairs("floor", 0.0), rests=(replace(TABLE, height=0.42, wide=1.1),))

FURNISHINGS: Mapping[str, tuple[Furnishing, Furnishing, Furnishing]] = {
    "palace": (BENCHED, BENCHED, BENCHED),
    "temple": (BENCHED, BENCHED, BENCHED),
    "city": (replace(BENCHED, rests=(replace(EDGE, at=(0.0, 0.0, 2.6)),)), BENCHED, BENCHED),
    "rooftop": (BENCHED, BENCHED, replace(BENCHED, rests=(replace(EDGE, at=(0.0, 0.0, 4.0)),))),
    "market": (STOOLS, STOOLS, STOOLS),
    "street": (BENCHED, BENCHED, BENCHED),
    "village": (BENCHED, BENCHED, BENCHED),
    "station": (BENCHED, BENCHED, BENCHED),
    "room": (SITTING, replace(SITTING, rests=(replace(TABLE, height=0.4),)), DINING),
    "bedroom": (
        Furnishing(seats=_chairs("bed", 0.5)), Furnishing(seats=_chairs("stool", 0.44)),
        Furnishing(seats=_chairs("bed", 0.5)),
    ),
    "kitchen": (DINING, STOOLS, DINING),
    "shop": (replace(STOOLS, seats=_chairs("stool", 0.5)), DINING, SITTING),
    "office": (WORKING, WORKING, WORKING),
    "school": (WORKING, BENCHED, WORKING),
    "hospital": (Furnishing(seats=_chairs("bed", 0.5)), SITTING, WORKING),
    "restaurant": (DINING, DINING, STOOLS),
    "laboratory": (STOOLS, WORKING, STOOLS),
    "spaceship": (SITTING, SITTING, SITTING),
    "palace-hall": (Furnishing(seats=_chairs("floor", 0.0)), LOW, Furnishing(seats=_chairs("floor", 0.0))),
    "cave": (Furnishing(seats=_chairs("floor", 0.0)),) * 3,
    "stage": (SITTING, Furnishing(seats=_chairs("stool", 0.6)), SITTING),
    "boat": (
        Furnishing(seats=_chairs("bench", 0.36, turn=20.0)), Furnishing(seats=_chairs("bench", 0.4, turn=20.0)),
        replace(BENCHED, rests=(replace(EDGE, at=(0.0, 0.0, 2.3)),)),
    ),
    "train": (
        Furnishing(seats=_chairs("seat", 0.44, turn=8.0)), Furnishing(seats=FACING, bound=True),
        Furnishing(seats=_chairs("bench", 0.44, turn=14.0)),
    ),
    "car": (
        Furnishing(seats=CABIN, rests=(DASHBOARD,), bound=True),
        Furnishing(seats=CABIN, rests=(DASHBOARD,), bound=True),
        Furnishing(seats=ALONG, rests=(DOOR,), bound=True),
    ),
}  # fmt: skip
"""Place to what each of its compositions offers."""

GROUND = Furnishing(seats=_chairs("floor", 0.0))
"""What nature offers: one sits on the ground."""


def furnishing(place: str, layout: int) -> Furnishing:
    """Return what a place offers to actors in one of its compositions (0, 1 or 2)."""
    found = FURNISHINGS.get(place)
    return found[layout % len(found)] if found else (SITTING if place in INDOORS else GROUND)
