"""Shapes that many props share: rods, loops, rounded slabs, blades, tassels, flames, petals, and how to turn them."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, pi, radians, sin

import numpy as np
from numpy.typing import ArrayLike

from generation.image.previz.figure.mesh import Mesh, Vectors, extruded, join, moved, sheet, tube, turned
from generation.image.previz.props.stuff import Stuff

Spot = tuple[float, float, float]
"""A point or a direction in metres."""
Flat = tuple[float, float]


def turned_by(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Vectors:
    """Return the matrix that turns about x, then y, then z (degrees, anticlockwise seen from each axis' end)."""
    (cx, sx), (cy, sy), (cz, sz) = ((cos(radians(a)), sin(radians(a))) for a in (x, y, z))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def tilted(of: Mesh, *, x: float = 0.0, y: float = 0.0, z: float = 0.0, at: ArrayLike = (0.0, 0.0, 0.0)) -> Mesh:
    """Return a mesh turned about the origin (degrees: x, then y, then z) and then moved."""
    return moved(of, turned_by(x, y, z), at)


def put(of: Mesh, at: ArrayLike) -> Mesh:
    """Return a mesh moved."""
    return moved(of, np.eye(3), at)


def pipe(path: ArrayLike, radius: ArrayLike, slot: int, *, sides: int = 8, closed: bool = True) -> Mesh:
    """Return a round tube that turns its side away from its own direction."""
    way = np.asarray(path, float)
    span = np.abs(way[-1] - way[0]) + np.ptp(way, axis=0)
    return tube(way, radius, slot, sides=sides, side=np.eye(3)[int(np.argmin(span))], closed=closed)


def rod(start: Spot, end: Spot, radius: float, slot: int, *, to: float | None = None, sides: int = 8) -> Mesh:
    """Return a straight stick, at its end `to` thick; its ends are flat."""
    way = np.array([start, start, end, end], float)
    last = radius if to is None else to
    way[1] += (way[2] - way[0]) * 1e-4
    way[2] -= (way[3] - way[0]) * 1e-4
    return pipe(way, [radius * 0.98, radius, last, last * 0.98], slot, sides=sides)


def curve(points: Sequence[Spot], steps: int = 16) -> Vectors:
    """Return a smooth line through points (Catmull and Rom)."""
    knots = np.asarray(points, float)
    ends = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    at = np.linspace(0, len(knots) - 1, steps)
    cell = np.minimum(at.astype(int), len(knots) - 2)
    t = (at - cell)[:, None]
    a, b, c, d = (ends[cell + i] for i in range(4))
    return np.asarray(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))


def loop(at: Spot, radius: float, thin: float, slot: int, *, around: str = "z", steps: int = 28) -> Mesh:
    """Return a ring around an axis; `thin` is the radius of its wire."""
    turn = np.linspace(0, 2 * pi, steps + 1)
    ring = np.stack([np.cos(turn) * radius, np.sin(turn) * radius, np.zeros_like(turn)], axis=1)
    ring = np.roll(ring, {"z": 0, "x": 1, "y": 2}[around], axis=1)
    side = {"z": (0, 0, 1), "x": (1, 0, 0), "y": (0, 1, 0)}[around]
    return tube(ring + np.asarray(at), thin, slot, sides=8, side=side, closed=False)


def vessel(profile: Sequence[Flat], slot: int, *, steps: int = 24, sides: int = 26) -> Mesh:
    """Return a shape turned about y whose side runs smoothly through the points of `profile` (radius, height)."""
    line = curve([(radius, height, 0.0) for radius, height in profile], steps)
    return turned(np.maximum(line[:, :2], (0.0, -9.0)), slot, sides=sides)


def rounded(width: float, height: float, corner: float, steps: int = 4) -> Vectors:
    """Return the outline of a rectangle with round corners, around the origin."""
    arc = np.linspace(0, pi / 2, steps)
    middles = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    return np.concatenate([
        np.stack([
            sx * (width / 2 - corner) + corner * np.cos(arc + i * pi / 2),
            sy * (height / 2 - corner) + corner * np.sin(arc + i * pi / 2),
        ], axis=1)
        for i, (sx, sy) in enumerate(middles)
    ])  # fmt: skip


def slab(at: ArrayLike, size: Spot, slot: int, *, corner: float = 0.004, edge: int | None = None) -> Mesh:
    """Return a box whose four edges along z are round."""
    return put(extruded(rounded(size[0], size[1], corner), size[2], slot, edge=edge), at)


def board(at: ArrayLike, size: Spot, slot: int, *, corner: float = 0.02, edge: int | None = None) -> Mesh:
    """Return a lying box (x, y, z) whose four upright edges are round: a table's top."""
    flat = extruded(rounded(size[0], size[2], corner), size[1], slot, edge=edge)
    return tilted(flat, x=-90, at=at)


def blade(at: Spot, length: float, width: float, thick: float, *, point: float = 0.12) -> Mesh:
    """Return a straight two-edged blade up from `at`: four facets, a lit and a dark half, a tip of `point` metres."""
    stations = np.array([0.0, length - point, length - point * 0.45, length])
    half = width / 2 * np.array([1.0, 0.75, 0.46, 0.02])
    ridge = thick / 2 * np.array([1.0, 0.9, 0.7, 0.02])
    facets = []
    for side, face in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        edge = np.stack([side * half, stations, np.zeros(4)], axis=1)
        crest = np.stack([np.zeros(4), stations, face * ridge], axis=1)
        grid = np.stack([edge, crest] if side * face < 0 else [crest, edge], axis=1)[::-1]
        facets.append(sheet(grid, Stuff.STEEL if side < 0 else Stuff.EDGE))
    return put(join(facets), at)


def tassel(at: Spot, length: float, slot: int = Stuff.RED, *, wide: float = 0.012) -> Mesh:
    """Return a knot with threads that hang from `at`."""
    x, y, z = at
    rows = [(0.0, 0.35), (0.02, 0.45), (0.1, 0.7), (0.14, 0.9), (0.2, 0.55), (0.24, 0.75), (0.7, 1.05), (1.0, 1.2)]
    path = [(x, y - share * length, z) for share, _ in rows]
    return pipe(path, [wide * size for _, size in rows], slot, sides=9)


def flame(at: Spot, height: float, *, lean: float = 0.1, core: bool = True) -> Mesh:
    """Return a flame of its own light that stands on `at`."""

    def tongue(scale: float, slot: int, front: float) -> Mesh:
        share = np.linspace(0, 1, 9)
        wide = 0.30 * height * np.sin(pi * share**0.62) ** 0.9 * (1 - 0.45 * share) * scale
        sway = lean * height * np.sin(share * 3.0) * share
        path = np.stack([sway, share * height * (scale * 0.35 + 0.65), np.full(9, front)], axis=1) + np.asarray(at)
        return tube(path, np.maximum(wide, 0.001), slot, sides=12)

    outer = tongue(1.0, Stuff.FLAME, 0.0)
    if not core:
        return outer
    inner = tongue(0.55, Stuff.FLAME_CORE, 0.0)
    return join([outer, put(inner, (0, 0.02 * height, 0.20 * height)), put(inner, (0, 0.02 * height, -0.20 * height))])


def petal(length: float, width: float, cup: float, slot: int, *, point: float = 0.45) -> Mesh:
    """Return one petal or leaf from the origin along +y, hollow towards +z; `point` 0.4 is round, 1 pointed."""
    rows, across = np.linspace(0, 1, 7), np.linspace(-1, 1, 5)
    half = width / 2 * np.sin(pi * (0.10 + 0.86 * rows)) ** point
    x = half[:, None] * across[None]
    y = length * (rows[:, None] - 0.10 * across[None] ** 2 * rows[:, None] ** 2)
    z = cup * (across[None] ** 2 * 0.5 + rows[:, None] ** 2) * length
    return sheet(np.stack([x, y, z], axis=2)[::-1], slot)


def mirrored(of: Mesh) -> Mesh:
    """Return a mesh with the same again on the other side of x = 0."""
    other = replace(
        of,
        points=np.ascontiguousarray(of.points * np.array([-1, 1, 1], np.float32)),
        faces=np.ascontiguousarray(of.faces[:, ::-1]),
    )
    return join([of, other])
