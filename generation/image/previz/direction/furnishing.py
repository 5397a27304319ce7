"""Furnishing a shot: seats under those who sit, tables before those who write, and the things that stand near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

import numpy as np

from generation.image.previz.direction.looks import Stance
from generation.image.previz.direction.standins import FLAT, along, stand_in
from generation.image.previz.noise import dice
from generation.image.previz.props.catalogue import prop
from generation.image.previz.vocabulary import SEATED
from generation.requests.pictures import Look

TALL = 1.72
"""The height in metres of whom furniture is made for."""

SEATS: Mapping[str, str] = {"ride": "horse", "sit-slumped": "bench"}
"""Pose to what it sits on; the others sit on what the place offers."""

BENCHED = frozenset(
    {"palace", "temple", "market", "village", "street", "city", "rooftop", "station", "boat", "train", "palace-hall"}
)
"""Places that offer a bench; the others offer a chair."""

MOUNTED = frozenset({"ride"})
"""Poses whose seat is as high as it is: not scaled to who sits on it."""

BEDROOMS = frozenset({"bedroom", "hospital", "room"})
"""Places where those who lie have a bed."""

BEFORE: Mapping[str, tuple[str, ...]] = {"write": ("desk",), "type": ("desk", "laptop"), "eat": ("table",)}
"""Pose to what stands before it, and what stands on that."""

TURNED: Mapping[str, float] = {"laptop": 180}
"""What looks back at the sitter, in degrees."""

REACH = 0.52
"""Metres from the hips of one who sits to the middle of the table."""

STANDING = frozenset({
    "chair", "stool", "bench", "table", "desk", "bed", "door", "barrel", "brazier", "bicycle", "dog", "cat", "fox",
    "horse", "robot", "suitcase", "box", "umbrella", "broom", "flag", "guitar",
})  # fmt: skip
"""Things that stand on the ground; smaller ones are put on a stool."""

STOOL = 0.45
"""The height of a stool in metres."""


ELBOW = 0.34
"""Metres from the middle of a person to where nothing of them is in the way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A thing that stands near: its name, its place, its turn (0 faces the camera, 90 screen right), and its size.

    Things of one `group` are inked together; the group of what somebody sits on is their id.
    """

    name: str
    at: tuple[float, float, float]
    turn: float
    group: str
    scale: float = 1.0


def things(
    stances: Sequence[Stance], props: tuple[str, ...], place: str, seed: int, half: float
) -> tuple[Standing, ...]:
    """Return what stands in a shot, in the axes of the camera; `half` is half the width of its frame in metres."""
    seated = [] if place == "car" else [thing for stance in stances for thing in _seat(stance, place)]
    seats = [*seated, *(thing for stance in stances for thing in _bed(stance, place))]
    taken = {thing.name for thing in seats}
    near = [prop for prop in props if prop not in taken]
    return (*seats, *(thing for i, prop in enumerate(near) for thing in _near(prop, i, seed, half, stances)))


def _seat(stance: Stance, place: str) -> list[Standing]:
    """Put a seat under one who sits, and a table before one who writes."""
    pose = stance.actor.pose
    if pose not in SEATED:
        return []
    who, kind = stance.actor.look.id, SEATS.get(pose, "bench" if place in BENCHED else "chair")
    own, seat = stand_in(stance.actor.look, pose), prop(kind)
    scale = own.seat / seat.seat if seat.seat and pose not in MOUNTED else 1.0
    x, _, z = stance.spot.tolist()
    found = [Standing(name=kind, at=(x, 0.0, z), turn=stance.turn, group=who, scale=scale)]
    return [*found, *_before(stance)]


def _before(stance: Stance) -> list[Standing]:
    """Put a table before one who writes, and on it what they use."""
    size = stand_in(stance.actor.look, stance.actor.pose).tall / TALL
    x, _, z = stance.spot.tolist()
    x += sin(radians(stance.turn)) * REACH * size
    z -= cos(radians(stance.turn)) * REACH * size
    found, high = [], 0.0
    for kind in BEFORE.get(stance.actor.pose, ()):
        turn = stance.turn + TURNED.get(kind, 0.0)
        found.append(Standing(name=kind, at=(x, high, z), turn=turn, group=stance.actor.look.id, scale=size))
        high += prop(kind).size[1] * size
    return found


def _bed(stance: Stance, place: str) -> list[Standing]:
    """Put a bed under one who lies, where there are beds."""
    if stance.actor.pose not in FLAT or place not in BEDROOMS:
        return []
    x, _, z = stance.spot.tolist()
    turn = stance.turn + along(stance.actor.look, stance.actor.pose)
    return [Standing(name="bed", at=(x, 0.0, z), turn=turn, group=stance.actor.look.id)]


def mounted(look: Look, pose: str, place: str) -> float:
    """Return how much higher than on the ground somebody is, in metres: on a horse, or in a bed."""
    if pose in FLAT and place in BEDROOMS:
        return prop("bed").seat or 0.0
    if pose not in MOUNTED:
        return 0.0
    return max(0.0, (prop(SEATS[pose]).seat or 0.0) - stand_in(look, pose).seat)


def _near(name: str, number: int, seed: int, half: float, stances: Sequence[Stance]) -> list[Standing]:
    """Stand a thing beside the people, clear of them, where the frame shows it; behind them where it is too narrow."""
    rng = dice(seed, "prop", name, number)
    right = max((float(stance.spot[0]) for stance in stances), default=0.0)
    left = min((float(stance.spot[0]) for stance in stances), default=0.0)
    side = 1 if (right + left <= 0) != bool(number % 2) else -1
    edge = right if side > 0 else left
    clear = ELBOW + hypot(prop(name).size[0], prop(name).size[2]) / 2
    x = float(np.clip(edge + side * (clear + 0.2 * (number // 2)), -half * 0.86, half * 0.86))
    z = float(rng.uniform(0.25, 0.6)) + 0.3 * (number // 2) + max(0.0, clear - abs(x - edge))
    turn, group = -side * float(rng.uniform(15, 45)), f"near-{number}"
    if name in STANDING:
        return [Standing(name=name, at=(x, 0.0, z), turn=turn, group=group)]
    if name == "bird":
        return [Standing(name=name, at=(x, 1.9, z + 0.8), turn=turn, group=group)]
    return [
        Standing(name="stool", at=(x, 0.0, z), turn=turn, group=group),
        Standing(name=name, at=(x, STOOL, z), turn=turn, group=group),
    ]
