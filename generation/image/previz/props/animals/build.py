"""Bodies of four-legged animals: proportions, and how a stance becomes a trunk, legs, a head and a tail."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from math import cos, pi, radians, sin, sqrt

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.figure.mesh import Mesh, Slot, Vectors, ball, join, moved, sheet, tube
from generation.image.previz.props.animals.creature import Act
from generation.image.previz.props.animals.gait import Foot, Stance
from generation.image.previz.props.shapes import Spot, curve, turned_by

GIRTH, LENGTH = 0.08, 0.5
"""What `rest` measures on fur: GIRTH times cosine and sine around a limb (z is its back), LENGTH times its share."""

RINGS, SLACK = 44, 7
"""Rings of a trunk, and over how many of them to each side their turn is averaged."""

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Leg:
    """A leg: `upper`, `lower` and `cannon` are the lengths of its bones, `radii` its thickness from root to paw.

    `root` is where it begins, from the pelvis or the chest: out, up, ahead. `track` is how far out its paw stands.
    """

    root: Spot
    upper: float
    lower: float
    cannon: float
    radii: tuple[float, ...]
    track: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Build:
    """A species, as shares of its height at the withers (`height`, metres).

    `trunk` has the half width and half depth of eight rings: root of the tail, rump, loin, ribs, chest, base of the
    neck, neck, nape. `tail` is its length and its radii. `head` returns the head around its joint, for an act, to be
    grown `skull` times.
    """

    height: float
    trunk: Rows
    front: Leg
    hind: Leg
    paw: Spot
    head: Callable[[Act], Mesh]
    eyes: Spot
    skull: float
    tail: float
    tail_radii: tuple[float, ...]
    hooves: bool = False


@dataclass(frozen=True, slots=True)
class Posed:
    """A body before its paint, with its trunk's line and radii, for what lies on it, and the head's joint and turn."""

    meshes: tuple[Mesh, ...]
    spine: Points
    radii: Points
    joint: Points
    turn: Vectors
    sway: float


class Region(IntEnum):
    """Where fur grows: the tag of its `rest`, so that markings differ from place to place without a line between."""

    TRUNK = 0
    HEAD = 1
    TAIL = 2
    LEG = 3
    EAR = 4


def furry(of: Mesh, region: Region) -> Mesh:
    """Return a tube with `rest` in the measures of fur."""
    rest = of.rest * np.array([GIRTH, LENGTH, GIRTH, 0], np.float32)
    rest[:, 3] = region
    return replace(of, rest=rest)


def limb(path: Points, radii: tuple[float, ...], *, steps: int = 18) -> Mesh:
    """Return a smooth round limb through points; `radii` are spread evenly along it."""
    line = curve([tuple(each) for each in path.tolist()], steps)
    at = np.linspace(0, 1, steps)
    wide = np.interp(at, np.linspace(0, 1, len(radii)), radii) * np.sqrt(np.minimum(1.0, (at + 0.006) / 0.13))
    return furry(tube(line, wide, Slot.FUR, sides=14), Region.LEG)


def loft(rows: Rows, slot: int, *, steps: int = 26, sides: int = 18) -> Mesh:
    """Return a body along z through rings (ahead, up, half width, half depth)."""
    table = curve([(row[0], row[1], 0.0) for row in rows], steps)
    sizes = curve([(row[2], row[3], 0.0) for row in rows], steps)
    path = np.stack([np.zeros(steps), table[:, 1], table[:, 0]], axis=1)
    wide, deep = np.maximum(sizes[:, 0], 0.004), np.maximum(sizes[:, 1], 0.004)
    return furry(tube(path, wide, slot, thick=deep, sides=sides), Region.HEAD)


def between(start: Points, end: Points, first: float, second: float, bend: Points) -> Points:
    """Return the joint between two bones that reach from start to end, giving way in the direction `bend`."""
    way = end - start
    far = float(np.linalg.norm(way)) + 1e-9
    way = way / far
    reach = min(far, (first + second) * 0.999)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    aside = bend - way * float(bend @ way)
    aside = aside / (float(np.linalg.norm(aside)) + 1e-9)
    return np.asarray(start + way * along * far / reach + aside * sqrt(max(first**2 - along**2, 0.0)))


def legged(leg: Leg, foot: Foot, base: Points, side: int, paw: Spot, *, hoof: bool) -> Mesh:
    """Return one leg from its root at the body to its paw."""
    root = base + np.array([side * leg.root[0], leg.root[1], leg.root[2]])
    sole = np.array([side * (leg.track + foot.out), foot.up, foot.ahead])
    ankle = sole + np.array([0, paw[1] * 1.2, 0])
    lean = radians(foot.tilt)
    wrist = ankle + leg.cannon * np.array([0, cos(lean), -sin(lean)])
    joint = between(root, wrist, leg.upper, leg.lower, np.array([0.0, *foot.bend]))
    joint[1] = max(joint[1], leg.radii[2] * 1.05)
    joint[0] = root[0] + (wrist[0] - root[0]) * 0.6 + side * leg.radii[2] * 0.25
    bones = limb(np.stack([root, joint, wrist, ankle]), leg.radii)
    end = hoofed(sole, paw, leg.radii[-1]) if hoof else pawed(sole, paw)
    return join([bones, end])


def pawed(sole: Points, size: Spot) -> Mesh:
    """Return a paw with three toes."""
    x, y, z = size
    middle = sole + np.array([0, y, z * 0.35])
    toes = [
        ball(
            middle + np.array([t * x * 0.55, -y * 0.18, z * (0.62 - 0.16 * abs(t))]),
            (x * 0.40, y * 0.78, z * 0.42),
            Slot.SPARE,
            rings=7,
            sides=10,
        )
        for t in (-1, 0, 1)
    ]
    return join([ball(middle, (x, y, z), Slot.SPARE, rings=8, sides=12), *toes])


def hoofed(sole: Points, size: Spot, ankle: float) -> Mesh:
    """Return a hoof, wider below."""
    x, y, z = size
    rises = ((0.0, 0.35), (0.05, 0.35), (1.0, 0.0), (1.35, -0.05))
    path = np.stack([sole + np.array([0, up * y, ahead * z]) for up, ahead in rises])
    return tube(path, [x * 0.98, x, x * 0.78, ankle], Slot.NAIL, thick=[z * 0.98, z, z * 0.8, ankle], sides=14)


def trunk_of(line: Points, radii: Points) -> Mesh:
    """Return the body from rump to nape; its rings turn more slowly than its line, so that the withers do not fold."""
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    padded = np.pad(along, ((SLACK, SLACK), (0, 0)), mode="edge")
    slow = np.stack([padded[i : i + 2 * SLACK + 1].mean(axis=0) for i in range(len(line))])
    first = np.array([1.0, 0.0, 0.0]) - slow * slow[:, :1]
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second = np.cross(slow, first)
    second /= np.linalg.norm(second, axis=1, keepdims=True)
    turn = np.linspace(2 * pi, 0, 22, endpoint=False)
    rings = (
        line[:, None]
        + first[:, None] * (radii[:, :1] * np.cos(turn))[..., None]
        + second[:, None] * (radii[:, 1:] * np.sin(turn))[..., None]
    )
    share = np.broadcast_to(np.linspace(0, 1, len(line))[:, None], rings.shape[:2])
    waves = np.broadcast_to(np.cos(turn), share.shape), np.broadcast_to(np.sin(turn), share.shape)
    rest = np.stack([waves[0], share, waves[1], np.zeros_like(share)], axis=2).reshape(-1, 4).astype(np.float32)
    return furry(sheet(rings, Slot.FUR, rest, wrap=True), Region.TRUNK)


def posed(build: Build, stance: Stance, act: Act) -> Posed:
    """Return the whole animal in unit height, before it is set on the ground."""
    pelvis, chest, head = (np.array([0.0, *each]) for each in (stance.pelvis, stance.chest, stance.head))
    lifted = np.array([0.0, stance.arch, 0.0])
    back, neck = chest - pelvis, head - chest
    swing = np.array([sin(radians(act.turn)) * 0.10, 0.0, 0.0])
    behind = back / float(np.linalg.norm(back))
    spine = np.stack(
        [
            pelvis - behind * 0.165 + (0, 0.03, 0),
            pelvis - behind * 0.12 + (0, 0.015, 0),
            pelvis,
            pelvis + back * 0.36 + lifted,
            pelvis + back * 0.70 + lifted * 0.3,
            chest,
            chest + neck * 0.42 + swing * 0.2,
            chest + neck * 0.76 + swing * 0.7,
            head + swing,
        ]
    )
    line = curve([tuple(p) for p in spine.tolist()], RINGS)
    radii = curve([(0.02, 0.02, 0.0), *((w, d, 0.0) for w, d in build.trunk)], RINGS)[:, :2]
    trunk = trunk_of(line, radii)
    legs = [
        legged(leg, foot, base, side, build.paw, hoof=build.hooves)
        for leg, foot, base, side in zip(
            (build.front, build.front, build.hind, build.hind),
            stance.feet,
            (chest, chest, pelvis, pelvis),
            (1, -1, 1, -1),
            strict=True,
        )
    ]
    turn = turned_by(x=-(stance.pitch + act.nod), y=act.turn)
    joint = head + swing
    skull = moved(_skull(build.head, act.mouth, act.blink), turn * build.skull, joint)
    return Posed((trunk, *legs, skull, tailed(build, stance, act, line[4])), line, radii, joint, turn, act.sway)


@lru_cache(maxsize=64)
def _skull(head: Callable[[Act], Mesh], mouth: float, blink: float) -> Mesh:
    """Return a head that has not been turned yet: most frames of a clip share it."""
    return head(Act(mouth=mouth, blink=blink))


def tailed(build: Build, stance: Stance, act: Act, root: Points) -> Mesh:
    """Return the tail from its root: its tip follows its swing later, and it lies on the ground where it must."""
    count = 13
    share = np.linspace(0, 1, count)
    rise = np.radians(stance.tail + stance.curl * share)
    aside = np.radians(stance.aside * share + 55 * act.sway * np.sin(0.6 + share * 1.5) * share**0.7)
    way = np.stack([np.sin(aside) * np.cos(rise), np.sin(rise), -np.cos(aside) * np.cos(rise)], axis=1)
    path = root + np.array([0, 0.0, 0.05]) + np.cumsum(way * build.tail / count, axis=0)
    wide = np.interp(share, np.linspace(0, 1, len(build.tail_radii)), build.tail_radii)
    path[:, 1] = np.maximum(path[:, 1], wide * 0.9)
    return furry(tube(path, wide, Slot.FUR, sides=14), Region.TAIL)
