"""Meshes, and the simple bodies that things are made of: tubes, ribbons, balls, boxes, turned shapes, sheets.

Triangles run anticlockwise seen from outside. Lengths are metres.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, radians, sin

import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.ink.paint import Paint

Vectors = NDArray[np.float64]
"""Points or directions, one a row: (n, 3)."""

TINY = 1e-9
"""Metres: nearer points are one."""


class Slot(IntEnum):
    """The slots of a figure's paint; things that are no body (props) use slots as they like."""

    SKIN = 0
    HAIR = 1
    TOP = 2
    BOTTOM = 3
    SHOE = 4
    EYE = 5
    IRIS = 6
    PUPIL = 7
    LASH = 8
    LIPS = 9
    TEETH = 10
    ACCENT = 11
    FUR = 12
    METAL = 13
    PROP = 14
    GLOW = 15
    TRIM = 16
    LINING = 17
    BELT = 18
    BROW = 19
    TONGUE = 20
    MOUTH = 21
    NAIL = 22
    GLASS = 23
    FUR_TIP = 24
    LEATHER = 25
    WOOD = 26
    PAPER = 27
    SECOND = 28
    BLUSH = 29
    STRAP = 30
    SPARE = 31


@dataclass(frozen=True, slots=True)
class Mesh:
    """`points` (n, 3) float32; `faces` (m, 3) int32; `slots` (m) uint8; `rest` (n, 4) float32.

    `rest` is where a point lies on the body in its rest pose, as shares of the body's height (x, y, z), and a tag for
    patterns; for things that are no body, whatever their own patterns read.
    """

    points: NDArray[np.float32]
    faces: NDArray[np.int32]
    slots: NDArray[np.uint8]
    rest: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Part:
    """A mesh with its paint."""

    mesh: Mesh
    paint: Paint


def mesh(points: ArrayLike, faces: ArrayLike, slot: int, rest: NDArray[np.float32] | None = None) -> Mesh:
    """Return a mesh of one slot; without `rest` it has no patterns."""
    corners = np.asarray(points, np.float32)
    triangles = np.asarray(faces, np.int32)
    zero = np.zeros((len(corners), 4), np.float32)
    return Mesh(corners, triangles, np.full(len(triangles), slot, np.uint8), zero if rest is None else rest)


def join(meshes: Sequence[Mesh]) -> Mesh:
    """Return many meshes as one, in their order."""
    starts = np.cumsum([0, *(len(each.points) for each in meshes[:-1])])
    return Mesh(
        np.concatenate([each.points for each in meshes]),
        np.concatenate([each.faces + start for each, start in zip(meshes, starts, strict=True)]).astype(np.int32),
        np.concatenate([each.slots for each in meshes]),
        np.concatenate([each.rest for each in meshes]),
    )


def moved(of: Mesh, turn: Vectors, at: ArrayLike = (0.0, 0.0, 0.0)) -> Mesh:
    """Return a mesh turned by a matrix (3, 3) and then moved."""
    points = of.points @ np.asarray(turn, np.float32).T + np.asarray(at, np.float32)
    return replace(of, points=np.asarray(points, np.float32))


def placed(of: Mesh, at: tuple[float, float, float], turn: float) -> Mesh:
    """Carry a mesh from figure space to the world: at 0 degrees it faces the camera, at 90 screen right.

    The world's z runs away from the camera, so the mesh is mirrored and its triangles are reversed.
    """
    c, s = cos(radians(turn)), sin(radians(turn))
    way = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [s, 0.0, -c]], np.float32)
    points = np.asarray(of.points @ way.T + np.asarray(at, np.float32), np.float32)
    return replace(of, points=points, faces=np.ascontiguousarray(of.faces[:, ::-1]))


def tube(  # noqa: PLR0913 - each is one trait of a tube
    path: ArrayLike,
    across: ArrayLike,
    slot: int,
    *,
    thick: ArrayLike | None = None,
    sides: int = 10,
    side: ArrayLike = (1.0, 0.0, 0.0),
    closed: bool = True,
    ragged: Callable[[Vectors], Vectors] | None = None,
) -> Mesh:
    """Return a tube along `path` (k, 3): `across` is its radius in the direction `side`, `thick` in the other.

    `rest` is (cosine, share of the length, sine, 0): patterns run along and around. Ends are closed by fans.
    """
    way = np.asarray(path, float)
    count = len(way)
    wide = np.broadcast_to(np.asarray(across, float), count)
    deep = wide if thick is None else np.broadcast_to(np.asarray(thick, float), count)
    along = np.gradient(way, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    first = np.asarray(side, float)[None] - along * (along @ np.asarray(side, float))[:, None]
    first /= np.linalg.norm(first, axis=1, keepdims=True) + 1e-9
    second = np.cross(along, first)
    turn = np.linspace(0, 2 * pi, sides, endpoint=False)
    rings = (
        way[:, None]
        + first[:, None] * (wide[:, None] * np.cos(turn))[..., None]
        + second[:, None] * (deep[:, None] * np.sin(turn))[..., None]
    )
    points = rings.reshape(-1, 3) if ragged is None else ragged(rings.reshape(-1, 3))
    share = np.linspace(0, 1, count)
    rest = np.zeros((count * sides, 4), np.float32)
    rest[:, 0], rest[:, 2] = np.tile(np.cos(turn), count), np.tile(np.sin(turn), count)
    rest[:, 1] = np.repeat(share, sides)
    faces = _grid_faces(count, sides, wrap=True)
    if closed:
        ends = np.array([[0, 0, 0, 0], [0, 1, 0, 0]], np.float32)
        points, rest = np.concatenate([points, way[:1], way[-1:]]), np.concatenate([rest, ends])
        a = count * sides
        ring = np.arange(sides)
        after = (ring + 1) % sides
        base = (count - 1) * sides
        low = np.stack([np.full(sides, a), after, ring], axis=1)
        high = np.stack([np.full(sides, a + 1), base + ring, base + after], axis=1)
        faces = np.concatenate([faces, low, high])
    return mesh(points, faces, slot, rest)


def sheet(grid: ArrayLike, slot: int, rest: NDArray[np.float32] | None = None, *, wrap: bool = False) -> Mesh:
    """Return a grid of points (rows, columns, 3) as a surface; `wrap` closes it around its columns.

    Its outside is where, with rows going down and columns to the right, the viewer stands.
    """
    points = np.asarray(grid, float)
    rows, columns = points.shape[:2]
    faces = _grid_faces(rows, columns, wrap=wrap)[:, ::-1]
    if rest is None:
        rest = np.zeros((rows * columns, 4), np.float32)
        rest[:, 0] = np.tile(np.linspace(-1, 1, columns), rows)
        rest[:, 1] = np.repeat(np.linspace(0, 1, rows), columns)
    return mesh(points.reshape(-1, 3), faces, slot, rest)


def ribbon(path: ArrayLike, width: ArrayLike, across: ArrayLike, slot: int, *, bulge: float = 0.25) -> Mesh:
    """Return a strip along `path` (k, 3), `width` metres wide in the directions `across` (k, 3 or 3), bent outwards.

    It has two sides, so it is seen from both; `bulge` is its height over its width. `rest` runs from -1 to 1 across
    and 0 to 1 along.
    """
    way = np.asarray(path, float)
    count = len(way)
    along = np.gradient(way, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    sideways = np.broadcast_to(np.asarray(across, float), (count, 3))
    sideways = sideways - along * (sideways * along).sum(axis=1, keepdims=True)
    sideways = sideways / (np.linalg.norm(sideways, axis=1, keepdims=True) + 1e-9)
    out = np.cross(along, sideways)
    half = (np.broadcast_to(np.asarray(width, float), count) / 2)[:, None]
    middle = way + out * half * 2 * bulge
    grid = np.stack([way - sideways * half, middle, way + sideways * half], axis=1)
    front = sheet(grid, slot)
    back = replace(front, faces=np.ascontiguousarray(front.faces[:, ::-1]))
    return join([front, back])


def ball(at: ArrayLike, radius: ArrayLike, slot: int, *, rings: int = 9, sides: int = 14) -> Mesh:
    """Return an ellipsoid; `radius` is one number or one for each axis."""
    turn = np.linspace(0, pi, rings)
    rx, ry, rz = np.broadcast_to(np.asarray(radius, float), 3)
    path = np.asarray(at, float) + np.outer(-np.cos(turn) * ry, (0.0, 1.0, 0.0))
    swell = np.maximum(np.sin(turn), 0.01)
    return tube(path, swell * rx, slot, thick=swell * rz, sides=sides)


def box(at: ArrayLike, size: ArrayLike, slot: int) -> Mesh:
    """Return a box around its middle, its edges sharp. `rest` is (x, y, z) from -1 to 1."""
    unit = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    sides = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
    corners = np.concatenate([unit[list(side)] for side in sides])
    faces = np.concatenate([[[4 * i, 4 * i + 1, 4 * i + 2], [4 * i, 4 * i + 2, 4 * i + 3]] for i in range(6)])
    rest = np.concatenate([corners, np.zeros((24, 1))], axis=1).astype(np.float32)
    return mesh(corners * np.asarray(size, float) / 2 + np.asarray(at, float), faces, slot, rest)


def turned(profile: ArrayLike, slot: int, *, at: ArrayLike = (0.0, 0.0, 0.0), sides: int = 16) -> Mesh:
    """Return a shape turned on a lathe about y: `profile` rows are (radius, height), from below, then down inside.

    Corners sharper than a right angle's half stay sharp. `rest` is (cosine, height as a share of all, sine, 0).
    """
    rows = np.asarray(profile, float)
    rows = np.concatenate([[(0.0, rows[0, 1])], rows, [(0.0, rows[-1, 1])]])
    rows = rows[np.concatenate([[True], np.linalg.norm(np.diff(rows, axis=0), axis=1) > TINY])]
    way = np.diff(rows, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    corners = np.flatnonzero((way[1:] * way[:-1]).sum(axis=1) < cos(pi / 4)) + 1
    turn = np.linspace(0, 2 * pi, sides, endpoint=False)
    low, high = rows[:, 1].min(), rows[:, 1].max()
    runs = []
    for first, last in pairwise([0, *corners.tolist(), len(rows) - 1]):
        radius, height = rows[first : last + 1, :1], rows[first : last + 1, 1:]
        grid = np.stack(np.broadcast_arrays(radius * np.cos(turn), height, -radius * np.sin(turn)), axis=2)
        share = np.broadcast_to((height - low) / max(high - low, 1e-9), grid.shape[:2])
        waves = np.broadcast_to(np.cos(turn), share.shape), np.broadcast_to(-np.sin(turn), share.shape)
        rest = np.stack([waves[0], share, waves[1], np.zeros_like(share)], axis=2).reshape(-1, 4).astype(np.float32)
        faces = _grid_faces(len(height), sides, wrap=True)
        runs.append(mesh(grid.reshape(-1, 3) + np.asarray(at, float), faces, slot, rest))
    return join(runs)


def extruded(outline: ArrayLike, thickness: float, slot: int, *, edge: int | None = None) -> Mesh:
    """Return a flat shape with a thickness: `outline` (k, 2) in x and y, anticlockwise, its middle at z = 0.

    The rim may have a slot of its own. `rest` is (x, y, z) from -1 to 1 over the outline's box.
    """
    rim = np.asarray(outline, float)
    count, half = len(rim), thickness / 2
    low, high = rim.min(axis=0), rim.max(axis=0)
    flat = (rim - (low + high) / 2) / np.maximum((high - low) / 2, 1e-9)

    def plane(side: float) -> tuple[Vectors, NDArray[np.float32]]:
        points = np.column_stack([rim, np.full(count, side * half)])
        return points, np.column_stack([flat, np.full(count, side), np.zeros(count)]).astype(np.float32)

    (front, front_rest), (back, back_rest) = plane(1.0), plane(-1.0)
    triangles = _ears(rim)
    ends = np.concatenate([np.arange(count), np.flatnonzero(_sharp(rim))])
    seconds = np.arange(count)
    seconds[ends[count:]] = np.arange(count, len(ends))
    points = np.concatenate([front[ends], back[ends]])
    rests = np.concatenate([front_rest[ends], back_rest[ends]])
    wall = _wall(seconds, np.roll(np.arange(count), -1), len(ends))
    return join(
        [
            mesh(front, triangles, slot, front_rest),
            mesh(back, triangles[:, ::-1], slot, back_rest),
            mesh(points, wall, slot if edge is None else edge, rests),
        ]
    )


def _sharp(rim: Vectors) -> NDArray[np.bool_]:
    """Tell which corners of a closed outline turn by more than 40 degrees."""
    way = np.roll(rim, -1, axis=0) - rim
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-12
    return np.asarray((way * np.roll(way, 1, axis=0)).sum(axis=1) < cos(radians(40)), np.bool_)


def _wall(start: NDArray[np.int64], end: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the triangles of the sides from `start` to `end` between a front rim and its back, `count` rows later."""
    return np.concatenate(
        [
            np.stack([start, start + count, end], axis=1),
            np.stack([end, start + count, end + count], axis=1),
        ]
    )


def _ears(rim: Vectors) -> NDArray[np.int64]:
    """Cut an anticlockwise outline into triangles, one ear after the other."""
    left, cut = list(range(len(rim))), []
    while len(left) > 3:  # noqa: PLR2004 - a triangle is left
        for i, b in enumerate(left):
            a, c = left[i - 1], left[(i + 1) % len(left)]
            others = rim[[each for each in left if each not in (a, b, c)]]
            if _turn(rim[a], rim[b], rim[c]) > 0 and not _inside(others, rim[a], rim[b], rim[c]):
                break
        else:
            i, a, b, c = 1, left[0], left[1], left[2]  # only slivers are left
        cut.append((a, b, c))
        del left[i]
    return np.array([*cut, left], np.int64)


def _turn(a: Vectors, b: Vectors, c: Vectors) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def _inside(points: Vectors, a: Vectors, b: Vectors, c: Vectors) -> bool:
    """Tell whether any point lies in a triangle."""
    sides = [
        (q[0] - p[0]) * (points[:, 1] - p[1]) - (q[1] - p[1]) * (points[:, 0] - p[0]) >= -(TINY**2)
        for p, q in ((a, b), (b, c), (c, a))
    ]
    return bool(np.logical_and.reduce(sides).any())


@lru_cache(maxsize=512)
def _grid_faces(rows: int, columns: int, *, wrap: bool) -> NDArray[np.int64]:
    """Return two triangles for each cell of a grid of points."""
    last = columns if wrap else columns - 1
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(last), indexing="ij")
    a = (i * columns + j).ravel()
    b = (i * columns + (j + 1) % columns).ravel()
    faces = np.concatenate([np.stack([a, b, a + columns], axis=1), np.stack([b, b + columns, a + columns], axis=1)])
    faces.flags.writeable = False
    return faces
