"""What hair is made of: the cap that follows the skull, and locks that leave it.

A strand of hair knows, for every point, how free it hangs (`fall`, 0 on the skull to 1 at a free end) and where it
grows from (`root`): the wearer's pose and the wind move it by these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.figure.hair.skull import CROWN, MIDDLE, Skull, direction, hairline, towards
from generation.image.previz.figure.mesh import Mesh, Slot, Vectors, join, mesh, tube

UNDER = Slot.SPARE
"""The slot of locks that lie below others: a little darker, and outlined against them."""

DOWN = np.array([0.0, -1.0, 0.0])


@dataclass(frozen=True, slots=True)
class Hair:
    """Hair of the rest pose, in head units from between the eyes.

    For each point of the mesh: `fall` (n), and by rows (n, 3) the `root` it hangs from and the `core`, the middle of
    its lock there.
    """

    mesh: Mesh
    fall: NDArray[np.float32]
    root: NDArray[np.float32]
    core: NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """A lock along `path` (k, 3): `width` and `thick` are radii (k) across and outwards; it hangs free from `free` on.

    `free` is the first point of the path that has left the skull; `out` points away from the head.
    """

    path: Vectors
    width: NDArray[np.float64]
    thick: NDArray[np.float64]
    free: int
    slot: int = Slot.HAIR
    tag: float = 0.0
    sides: int = 8


def grown(parts: Sequence[Hair]) -> Hair:
    """Return several heads of hair as one."""
    return Hair(
        join([part.mesh for part in parts]),
        np.concatenate([part.fall for part in parts]),
        np.concatenate([part.root for part in parts]),
        np.concatenate([part.core for part in parts]),
    )


def cap(
    skull: Skull, line: str, *, volume: float, ragged: float, rng: np.random.Generator, part: float | None = None
) -> Hair:
    """Cover the skull from the crown to the hairline: `volume` is its height, `ragged` breaks its edge, in degrees.

    `part` is the az of a parting, a groove from the crown to the forehead.
    """
    columns, rows = 96, 18
    around = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    crown = towards(*CROWN)
    aside = np.array([1.0, 0.0, 0.0])
    ahead = np.cross(aside, crown)
    tangent = np.cos(around)[:, None] * ahead + np.sin(around)[:, None] * aside
    reach = _reach(crown, tangent, line) + np.radians(_clumps(columns, rng) * ragged)
    share = np.linspace(0, 1, rows)[:, None]
    turn = reach[None] * share
    ways = np.cos(turn)[..., None] * crown + np.sin(turn)[..., None] * tangent[None]
    az, el = direction(ways)
    lift = volume * (0.62 + 0.38 * np.clip((el + 10) / 70, 0, 1)) * (1 - share**5) + 0.0015
    lift = lift + 0.0016 * _clumps(columns, rng)[None] * np.sin(np.pi * share)
    if part is not None:
        off = np.abs((az - part + 180) % 360 - 180)
        lift = lift - 0.55 * volume * np.exp(-((off * np.cos(np.radians(el)) / 5) ** 2)) * (el > 20)  # noqa: PLR2004 - by eye
    points = skull.at(az, el, lift)
    rest = np.zeros((rows, columns, 4), np.float32)
    rest[..., 0], rest[..., 1] = (around / (2 * np.pi) * 14)[None], share
    rest[..., 3] = _clumps(columns, rng)[None]
    flat = points.reshape(-1, 3)
    made = mesh(flat, _wrapped(rows, columns), Slot.HAIR, rest.reshape(-1, 4))
    return Hair(made, np.zeros(len(flat), np.float32), made.points, made.points)


def woven(locks: Sequence[Lock]) -> Hair:
    """Return locks as hair."""
    return grown([_strand(lock) for lock in locks])


def laid(  # noqa: PLR0913 - a lock has as many traits
    skull: Skull,
    way: ArrayLike,
    length: float,
    *,
    width: float,
    lift: float = 0.012,
    flare: float = 0.0,
    forward: float = 0.0,
    wave: float = 0.0,
    waves: float = 1.5,
    thick: float = 0.42,
    blunt: float = 0.0,
    slot: int = Slot.HAIR,
    tag: float = 0.0,
) -> Lock:
    """Lay a lock on the skull along `way` (rows of az, el), then let it hang `length` head units.

    `flare` leads it outwards and `forward` to the front while it hangs; `wave` bends it `waves` times; `blunt` (0 to 1)
    keeps its end wide. It thins at its root.
    """
    corners = np.asarray(way, float)
    steps = np.linspace(0, 1, 7)
    at = np.linspace(0, 1, len(corners))
    az, el = np.interp(steps, at, corners[:, 0]), np.interp(steps, at, corners[:, 1])
    on = skull.at(az, el, lift * (0.35 + 0.65 * np.sin(np.pi * np.clip(steps * 0.75, 0, 1))))
    path = on
    if length > 0:
        leave = on[-1] - on[-2]
        leave /= np.linalg.norm(leave) + 1e-9
        out = (on[-1] - MIDDLE) * (1.0, 0.0, 1.0)
        out /= np.linalg.norm(out) + 1e-9
        t = np.linspace(0, 1, 10)[1:, None]
        sway = np.cross(DOWN, out)
        hang = (
            leave * length * 0.30 * t * (1 - t) ** 1.5
            + DOWN * length * (t - 0.16 * t * (1 - t))
            + out * flare * t**1.3
            + np.array([0.0, 0.0, 1.0]) * forward * t**1.5
            + (out * 0.5 + sway) * wave * np.sin(2 * np.pi * waves * t + tag * 6)
        )
        path = np.concatenate([on, on[-1] + hang])
    share = np.linspace(0, 1, len(path))
    tip = np.clip((1 - share) / 0.32, 0, 1) ** 0.8
    swell = np.clip(0.12 + share * 3.2, 0, 1) * np.maximum(tip, blunt)
    return Lock(
        path=path,
        width=np.maximum(width * swell, 0.0006),
        thick=np.maximum(width * thick * np.clip(0.15 + share * 2.6, 0, 1) * np.maximum(tip, blunt * 0.5), 0.0005),
        free=len(on) - 1,
        slot=slot,
        tag=tag,
    )


def hung(  # noqa: PLR0913 - a tail has as many traits
    start: ArrayLike,
    length: float,
    *,
    width: float,
    out: ArrayLike,
    arch: float = 0.05,
    wave: float = 0.0,
    swell: float = 0.35,
    slot: int = Slot.HAIR,
    tag: float = 0.0,
    sides: int = 12,
) -> Lock:
    """Hang a tail of hair from a point: it leaves along `out`, rises by `arch` and falls; it is widest at `swell`."""
    t = np.linspace(0, 1, 14)[:, None]
    first, leave = np.asarray(start, float), np.asarray(out, float)
    leave = leave / (np.linalg.norm(leave) + 1e-9)
    path = (
        first
        + leave * arch * np.sin(np.pi * np.clip(t * 1.35, 0, 1)) * (1.4 - 0.7 * t)
        + DOWN * length * np.clip(t - 0.12 * np.sin(np.pi * np.clip(t * 2, 0, 1)), 0, 1)
        + np.array([1.0, 0.0, 0.0]) * wave * np.sin(2 * np.pi * 1.2 * t + tag * 6)
    )
    share = t[:, 0]
    body = np.interp(share, [0, 0.08, swell, 0.75, 1], [0.45, 0.62, 1.0, 0.72, 0.02])
    return Lock(path=path, width=width * body, thick=width * 0.8 * body, free=1, slot=slot, tag=tag, sides=sides)


def _strand(lock: Lock) -> Hair:
    out = lock.path.mean(axis=0) - MIDDLE
    along = lock.path[-1] - lock.path[0]
    across = np.cross(along, out)
    if np.linalg.norm(across) < 1e-9:  # noqa: PLR2004 - straight up
        across = np.array([1.0, 0.0, 0.0])
    made = tube(lock.path, lock.width, lock.slot, thick=lock.thick, sides=lock.sides, side=across)
    count = len(lock.path)
    fall = np.clip((np.arange(count) - lock.free) / max(1, count - 1 - lock.free), 0, 1)
    every = np.concatenate([np.repeat(fall, lock.sides), fall[[0, -1]]]).astype(np.float32)
    rest = made.rest.copy()
    rest[:, 3] = lock.tag
    root = np.repeat(lock.path[[min(lock.free, count - 1)]], len(made.points), axis=0).astype(np.float32)
    core = np.concatenate([np.repeat(lock.path, lock.sides, axis=0), lock.path[[0, -1]]]).astype(np.float32)
    return Hair(replace(made, rest=rest), every, root, core)


def _reach(crown: Vectors, tangent: Vectors, line: str) -> NDArray[np.float64]:
    """Return, for each direction around the crown, the angle (radians) at which the hairline is met."""
    turn = np.radians(np.linspace(8, 172, 165))
    ways = np.cos(turn)[:, None, None] * crown + np.sin(turn)[:, None, None] * tangent[None]
    az, el = direction(ways)
    below = el < hairline(line, az)
    return np.asarray(turn[np.argmax(below, axis=0)])


def _clumps(count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return uneven teeth around a circle, -1 to 1: hair parts into clumps."""
    edges = np.sort(rng.random(count // 5))
    where = np.arange(count) / count
    after = np.searchsorted(edges, where) % len(edges)
    gap = np.diff(np.concatenate([edges, edges[:1] + 1]))[after - 1]
    inside = ((where - edges[after - 1]) % 1.0) / np.maximum(gap, 1e-6)
    return 1 - 4 * np.abs(inside.clip(0, 1) - 0.5) * rng.uniform(0.6, 1.0)


def _wrapped(rows: int, columns: int) -> NDArray[np.int64]:
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns), indexing="ij")
    a, b = (i * columns + j).ravel(), (i * columns + (j + 1) % columns).ravel()
    return np.concatenate([np.stack([a, a + columns, b], axis=1), np.stack([b, a + columns, b + columns], axis=1)])
