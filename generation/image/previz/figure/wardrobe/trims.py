"""What is sewn on cloth: bands, collars, lapels, plates, buttons; laid on it in the rest pose, carried by bones."""

from dataclasses import dataclass, replace
from math import pi

import numpy as np
from numpy.typing import ArrayLike

from generation.image.previz.figure.mesh import Mesh, ball, join, sheet
from generation.image.previz.figure.mesh import box as block
from generation.image.previz.figure.wardrobe.cloth import Cloth, distances, girdled, laid, sewn
from generation.image.previz.figure.wardrobe.form import Form, Vectors
from generation.image.previz.ink import kernels

NEAREST = 6
"""Points of a piece that decide where its surface is."""


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """The surface that trims are laid on: points and unit normals of a piece, and the body's height."""

    form: Form
    points: Vectors
    normals: Vectors

    @classmethod
    def of(cls, form: Form, piece: Cloth) -> "Ground":
        """Return the surface of a piece."""
        normals = np.asarray(kernels.normals(piece.points, piece.faces), float)
        return cls(
            form, np.asarray(piece.points, float), normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12)
        )

    def front(self, spots: ArrayLike, lift: ArrayLike = 0.006, *, back: bool = False) -> Vectors:
        """Return points over the surface at (x, y) shares of the height (n, 2), seen from the front or the back."""
        xy = np.asarray(spots, float) * self.form.height
        facing = self.normals[:, 2] < -0.1 if back else self.normals[:, 2] > 0.1  # noqa: PLR2004 - nearly edge-on
        points, normals = self.points[facing], self.normals[facing]
        apart = distances(xy, points[:, :2])
        base, normal = _mean(apart, points, normals)
        slope = (
            ((xy - base[:, :2]) * normal[:, :2]).sum(axis=1)
            / np.where(back, -1, 1)
            / np.maximum(abs(normal[:, 2]), 0.25)
        )
        z = base[:, 2] - slope
        lifted = normal * np.broadcast_to(np.asarray(lift, float), len(xy))[:, None]
        return np.asarray(np.concatenate([xy, z[:, None]], axis=1) + lifted)

    def above(self, spots: Vectors) -> Vectors:
        """Return the height (k) of the surface over (x, z) in metres (k, 2), seen from above the shoulders."""
        upper = (self.normals[:, 1] > 0.05) & (self.points[:, 1] > 0.78 * self.form.height)  # noqa: PLR2004 - shoulders
        apart = distances(spots, self.points[upper][:, [0, 2]])
        base, _ = _mean(apart, self.points[upper], self.normals[upper])
        soft = base[:, 1]
        for _ in range(3):
            soft = (np.roll(soft, 1) + soft * 2 + np.roll(soft, -1)) / 4
        return np.concatenate([base[:1, 1], soft[1:-1], base[-1:, 1]])

    def snapped(self, points: ArrayLike, lift: ArrayLike = 0.006) -> Vectors:
        """Return points moved along the surface's normal to lie `lift` metres over it."""
        at = np.asarray(points, float)
        for _ in range(2):
            apart = distances(at, self.points)
            base, normal = _mean(apart, self.points, self.normals)
            over = ((at - base) * normal).sum(axis=1) - np.broadcast_to(np.asarray(lift, float), len(at))
            at = at - normal * over[:, None]
        return at


def _mean(apart: Vectors, points: Vectors, normals: Vectors) -> tuple[Vectors, Vectors]:
    """Return the mean place and normal of the nearest points, the near ones weighing more."""
    near = np.argpartition(apart, NEAREST, axis=1)[:, :NEAREST]
    weights = 1 / (np.take_along_axis(apart, near, axis=1) + 1e-5)
    weights /= weights.sum(axis=1, keepdims=True)
    normal = (normals[near] * weights[..., None]).sum(axis=1)
    return (points[near] * weights[..., None]).sum(axis=1), normal / (
        np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    )


def rested(form: Form, grid: Vectors, tag: float = 0.0) -> np.ndarray:
    """Return rest positions of a grid of points: their places as shares of the height, and a tag."""
    flat = grid.reshape(-1, 3) / form.height
    return np.asarray(np.concatenate([flat, np.full((len(flat), 1), tag)], axis=1), np.float32)


def strip(  # noqa: PLR0913 - each is one trait of a strip
    ground: Ground,
    one: ArrayLike,
    other: ArrayLike,
    slot: int,
    *,
    lift: float = 0.008,
    rows: int = 12,
    back: bool = False,
) -> Mesh:
    """Return a flat piece between two polylines of (x, y) shares, seen from the front: a lapel, a flap, a pocket."""
    a, b = _resampled(np.asarray(one, float), rows), _resampled(np.asarray(other, float), rows)
    share = np.linspace(0, 1, 5)
    grid = a[:, None] * (1 - share)[None, :, None] + b[:, None] * share[None, :, None]
    rise = np.broadcast_to(np.array([0.35, 0.9, 1.0, 1.0, 0.75]) * lift, (rows, 5)).ravel()
    points = ground.front(grid.reshape(-1, 2), rise, back=back).reshape(rows, 5, 3)
    made = sheet(points, slot, rested(ground.form, points))
    return join([made, _turned(made)])


def _turned(of: Mesh) -> Mesh:
    return Mesh(of.points, np.ascontiguousarray(of.faces[:, ::-1]), of.slots, of.rest)


def _resampled(line: Vectors, count: int) -> Vectors:
    """Return points evenly along a polyline, its corners rounded a little."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, line[:, axis]) for axis in range(line.shape[1])], axis=1)


def mirrored(line: ArrayLike) -> Vectors:
    """Return points with the other side's x."""
    return np.asarray(np.asarray(line, float) * np.array([-1.0, *([1.0] * (np.shape(line)[1] - 1))]))


def band(ground: Ground, path: ArrayLike, width: float, slot: int, *, lift: float = 0.007, count: int = 30) -> Mesh:
    """Return a band laid on the surface along points (n, 3) in metres, `width` a share of the height."""
    way = ground.snapped(_resampled(np.asarray(path, float), count), 0.0)
    along = np.gradient(way, axis=0)
    apart = distances(way, ground.points)
    _, normal = _mean(apart, ground.points, ground.normals)
    across = np.cross(along, normal)
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    half = width * ground.form.height / 2
    share = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    grid = way[:, None] + across[:, None] * (share * half)[None, :, None]
    rise = np.broadcast_to(np.array([0.3, 0.9, 1.0, 0.9, 0.3]) * lift, (count, 5)).ravel()
    points = ground.snapped(grid.reshape(-1, 3), rise).reshape(count, 5, 3)
    rest = rested(ground.form, points)
    rest[:, 3] = np.tile(share, count)
    made = sheet(points, slot, rest)
    return join([made, _turned(made)])


def belt(ground: Ground, low: float, high: float, slot: int, *, lift: float = 0.012, count: int = 56) -> Cloth:
    """Return a belt around the trunk between two heights (shares)."""
    turn = np.linspace(0, 2 * pi, count, endpoint=False)
    levels = np.linspace(high, low, 4)
    lifts = lift * np.array([0.6, 1.0, 1.0, 0.8])
    grid = np.stack(
        [ground.form.ring(ground.form.y(float(y)), turn, float(rise)) for y, rise in zip(levels, lifts, strict=True)]
    )
    made = sheet(grid, slot, rested(ground.form, grid), wrap=True)
    bones, weights = girdled(ground.form, np.asarray(made.points[:, 1], float))
    return replace(laid(ground.form, made, bone="hips"), bones=bones, weights=weights)


def collar(  # noqa: PLR0913 - each is one trait of a collar
    ground: Ground,
    slot: int,
    *,
    neck: float = 0.047,
    tall: float = 0.034,
    lean: float = 0.006,
    gap: float = 0.0,
    dip: float = 0.0,
    thick: float = 0.004,
    front: float = 1.0,
) -> Mesh:
    """Return a collar that stands on the hole for the neck (radius `neck`, moved forward by `dip`).

    It rises `tall` (in front that times `front`), leans inwards by `lean` (outwards below 0), is open in front by the
    angle `gap` to each side (radians), and `thick` metres off what it stands on. All else are shares of the height.
    """
    form = ground.form
    turn = np.linspace(gap, 2 * pi - gap, 36)
    middle = form.joints["neck"][2] + dip * form.height
    rise = tall * (1 - (1 - front) * (1 + np.cos(turn)) / 2) * form.height
    flesh = form.ring(0.858 * form.height, turn)
    room = np.hypot(flesh[:, 0], flesh[:, 2] - middle) + (neck - 0.044) * form.height
    radius = np.minimum(neck * form.height, room) + thick
    way = np.stack([np.sin(turn), np.cos(turn)], axis=1)
    spots = np.array([0.0, middle]) + way * (radius + 0.004)[:, None]
    foot = np.maximum(ground.above(spots), 0.827 * form.height - 0.5 * (spots[:, 1] - form.joints["neck"][2]))
    grid = []
    for share in (1.0, 0.66, 0.33, 0.0, -0.4):
        reach = radius - lean * form.height * share
        flat = np.array([0.0, middle + 0.35 * float(rise.mean()) * share]) + way * reach[:, None]
        grid.append(np.stack([flat[:, 0], foot + rise * share, flat[:, 1]], axis=1))
    points = np.array(grid)
    made = sheet(points, slot, rested(form, points))
    return join([made, _turned(made)])


def buttons(ground: Ground, spots: ArrayLike, size: float, slot: int) -> Mesh:
    """Return round buttons at (x, y) shares of the front, `size` a share of the height."""
    radius = size * ground.form.height
    return join([ball(at, (radius, radius, radius * 0.5), slot, rings=5, sides=8) for at in ground.front(spots, 0.004)])


def sewn_on(form: Form, *trims: Mesh | Cloth) -> Cloth:
    """Return trims as one cloth that goes with the trunk."""
    return sewn([each if isinstance(each, Cloth) else laid(form, each) for each in trims])


def beads(points: ArrayLike, radius: float, slot: int) -> Mesh:
    """Return beads at points, `radius` in metres."""
    return join([ball(at, radius, slot, rings=5, sides=7) for at in np.asarray(points, float)])


def plates(  # noqa: PLR0913 - each is one trait of plates
    form: Form, side: str, slot: int, *, count: int = 4, start: float = -0.12, long: float = 0.17, off: float = 0.022
) -> Cloth:
    """Return the overlapping plates of a shoulder, which go with the upper arm; the lower lie under the upper."""
    sign = 1.0 if side == "left" else -1.0
    shoulder, elbow = form.joints[f"upper-arm-{side}"], form.joints[f"forearm-{side}"]
    way = elbow - shoulder
    out = np.array([sign, 0.0, 0.0]) - way * (sign * way[0]) / (way @ way)
    out /= np.linalg.norm(out)
    ahead = np.cross(out, way / np.linalg.norm(way)) * -sign
    turn = np.linspace(-1.9, 1.9, 13)
    girth = 0.034 * form.height
    made = []
    for number in range(count):
        rows = []
        for share, rise in ((0.0, 0.0), (0.5, 0.004), (1.0, 0.009)):
            at = shoulder + way * (start + long * (number + share * 1.25))
            radius = girth + off * (1.15 - 0.12 * number) + rise + 0.010 * (1 if number == 0 else 0) * (1 - share)
            rows.append(at + np.outer(np.cos(turn), out) * radius + np.outer(np.sin(turn), ahead) * radius * 1.08)
        grid = np.array(rows if sign > 0 else [row[::-1] for row in rows])
        plate = sheet(grid, slot, rested(form, grid, tag=float(number)))
        made += [plate, _turned(plate)]
    return laid(form, join(made), bone=f"upper-arm-{side}")


def cased(form: Form, at: ArrayLike, size: ArrayLike, slot: int, *, bone: str) -> Cloth:
    """Return a box at shares of the height, which goes with one bone: a pack, a panel, a pouch."""
    made = block(np.asarray(at, float) * form.height, np.asarray(size, float) * form.height, slot)
    return laid(form, made, bone=bone)
