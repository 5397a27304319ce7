"""Cloth cut on a form: pieces of its suit, pushed out, clipped by planes, and things laid on it; carried by bones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.mesh import Mesh
from generation.image.previz.figure.wardrobe.form import Floats, Form, Stance, Vectors
from generation.image.previz.ink import kernels

Scores = NDArray[np.floating[Any]]
"""A number for each point of a piece."""


@dataclass(frozen=True, eq=False, slots=True)
class Cloth:
    """A piece in the rest pose: a mesh whose points (n, 3) four bones each carry; `rest` is what patterns read.

    `loose` names points that are smoothed after posing, with their neighbours (k, 8): what bends would crumple.
    """

    points: Floats
    faces: NDArray[np.int32]
    slots: NDArray[np.uint8]
    rest: Floats
    bones: NDArray[np.uint8]
    weights: Floats
    loose: NDArray[np.int32]
    neighbours: NDArray[np.int32]

    def worn(self, stance: Stance) -> Mesh:
        """Return the piece on a posed body."""
        points = kernels.skin(self.points, self.bones, self.weights, np.ascontiguousarray(stance.matrices, np.float32))
        for _ in range(5 if len(self.loose) else 0):
            points[self.loose] += 0.6 * (points[self.neighbours].mean(axis=1) - points[self.loose])
        return Mesh(points, self.faces, self.slots, self.rest)


NONE = np.zeros(0, np.int32)


def suit(form: Form, slot: int) -> Cloth:
    """Return the whole suit of a form as cloth of one slot; `rest` is (x, y, z) by height, and how much it is arm."""
    rest = np.concatenate([form.points / form.height, form.arms[:, None]], axis=1)
    slots = np.full(len(form.faces), slot, np.uint8)
    return Cloth(
        form.points, form.faces, slots, rest.astype(np.float32), form.bones, form.weights, NONE, NONE.reshape(0, 8)
    )


def part(of: Cloth, keep: NDArray[np.bool_] | np.bool_) -> Cloth:
    """Return the faces (m) to keep, and the points they use."""
    used, corners = np.unique(of.faces[keep], return_inverse=True)
    return replace(
        of,
        points=np.ascontiguousarray(of.points[used]),
        faces=np.ascontiguousarray(corners.reshape(-1, 3), np.int32),
        slots=of.slots[keep],
        rest=np.ascontiguousarray(of.rest[used]),
        bones=np.ascontiguousarray(of.bones[used]),
        weights=np.ascontiguousarray(of.weights[used]),
    )


def clipped(of: Cloth, score: Callable[[Cloth], Scores]) -> Cloth:
    """Cut a piece along where `score` (one a point) is zero, and keep the positive side."""
    scores = score(of)
    inside = (scores > 0)[of.faces]
    whole, cut = inside.all(axis=1), inside.any(axis=1) & ~inside.all(axis=1)
    if not cut.any():
        return part(of, whole)
    edges: dict[tuple[int, int], int] = {}
    triangles: list[tuple[int, int, int]] = []
    slots: list[int] = []

    def crossing(a: int, b: int) -> int:
        return edges.setdefault((min(a, b), max(a, b)), len(of.points) + len(edges))

    for face, flags, slot in zip(of.faces[cut].tolist(), inside[cut].tolist(), of.slots[cut].tolist(), strict=True):
        alone = flags.index(True) if sum(flags) == 1 else flags.index(False)
        a, b, c = (face[(alone + step) % 3] for step in range(3))
        ab, ac = crossing(a, b), crossing(a, c)
        fresh = [(a, ab, ac)] if sum(flags) == 1 else [(ab, b, c), (ab, c, ac)]
        triangles += fresh
        slots += [slot] * len(fresh)
    pairs = np.array(list(edges), np.int64)
    share = scores[pairs[:, 0]] / (scores[pairs[:, 0]] - scores[pairs[:, 1]])
    grown = _between(of, pairs, share)
    faces = np.concatenate([of.faces[whole], np.array(triangles, np.int32)])
    grown = replace(grown, faces=faces, slots=np.concatenate([of.slots[whole], np.array(slots, np.uint8)]))
    return part(grown, np.ones(len(faces), bool))


def _between(of: Cloth, pairs: NDArray[np.int64], share: Scores) -> Cloth:
    """Append points that lie between pairs of points; the nearer one's bones carry them."""
    a, b, t = pairs[:, 0], pairs[:, 1], share[:, None].astype(np.float32)
    nearer = np.where(share < 0.5, a, b)  # noqa: PLR2004 - the half
    return replace(
        of,
        points=np.concatenate([of.points, of.points[a] * (1 - t) + of.points[b] * t]),
        rest=np.concatenate([of.rest, of.rest[a] * (1 - t) + of.rest[b] * t]),
        bones=np.concatenate([of.bones, of.bones[nearer]]),
        weights=np.concatenate([of.weights, of.weights[nearer]]),
    )


def opened(of: Cloth, tests: Sequence[Callable[[Cloth], Scores]]) -> Cloth:
    """Cut a window: what passes all tests is taken away."""
    kept: list[Cloth] = []
    for test in tests:
        kept.append(clipped(of, lambda cloth, test=test: -test(cloth)))  # type: ignore[misc]
        of = clipped(of, test)
    return sewn(kept)


def pushed(of: Cloth, by: Scores) -> Cloth:
    """Push points outwards along their normals by `by` metres."""
    normals = kernels.normals(of.points, of.faces)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    return replace(of, points=(of.points + normals * by[:, None]).astype(np.float32))


def smoothed(of: Cloth, where: Scores, *, times: int = 8) -> Cloth:
    """Smooth a piece in its rest pose, each point by its share (0 to 1), outwards only: cloth bridges hollows."""
    fellows = neighbours(of)
    share = where[:, None].astype(np.float32) * np.float32(0.7)
    points = of.points
    for _ in range(times):
        points = points + share * (points[fellows].mean(axis=1) - points)
    normals = kernels.normals(of.points, of.faces)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    out = ((points - of.points) * normals).sum(axis=1, keepdims=True)
    return replace(of, points=(of.points + normals * np.maximum(out, -0.001)).astype(np.float32))


def easing(of: Cloth, where: NDArray[np.bool_]) -> Cloth:
    """Return the piece with points to be smoothed after posing; open edges stay."""
    edges = np.sort(np.concatenate([of.faces[:, [0, 1]], of.faces[:, [1, 2]], of.faces[:, [2, 0]]]), axis=1)
    pairs, counts = _unique(edges)
    border = np.zeros(len(of.points), bool)
    border[pairs[counts == 1].ravel()] = True
    loose = np.nonzero(where & ~border)[0].astype(np.int32)
    return replace(of, loose=loose, neighbours=np.ascontiguousarray(neighbours(of)[loose]))


def neighbours(of: Cloth) -> NDArray[np.int32]:
    """Return up to eight neighbours of each point (n, 8), repeated where there are fewer."""
    edges = np.concatenate([of.faces[:, [0, 1]], of.faces[:, [1, 2]], of.faces[:, [2, 0]]])
    edges = _unique(np.concatenate([edges, edges[:, ::-1]]))[0]
    first = np.searchsorted(edges[:, 0], np.arange(len(of.points) + 1))
    count = np.maximum(np.diff(first), 1)
    slot = first[:-1, None] + np.arange(8)[None] % count[:, None]
    return np.asarray(edges[np.minimum(slot, len(edges) - 1), 1], np.int32)


def _unique(edges: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Return edges (n, 2) once each, in order, and how often they were there."""
    names, counts = np.unique(edges[:, 0].astype(np.int64) << 32 | edges[:, 1], return_counts=True)
    return np.stack([names >> 32, names & 0xFFFFFFFF], axis=1).astype(np.int32), counts


def laid(form: Form, mesh: Mesh, *, bone: str | None = None) -> Cloth:
    """Return a mesh made in the rest pose as cloth: each point goes with the suit nearest to it, or with one bone."""
    if bone is None:
        bones, weights = carriers(form, np.asarray(mesh.points, float))
    else:
        bones = np.full((len(mesh.points), 4), form.numbers[bone], np.uint8)
        weights = np.tile(np.array([1, 0, 0, 0], np.float32), (len(mesh.points), 1))
    return Cloth(mesh.points, mesh.faces, mesh.slots, mesh.rest, bones, weights, NONE, NONE.reshape(0, 8))


TRUNK = ("hips", "spine-1", "spine-2", "spine-3")


def girdled(form: Form, heights: Vectors) -> tuple[NDArray[np.uint8], Floats]:
    """Return the bones and weights of what lies around the trunk at heights (n), the same all around."""
    numbers = np.array([form.numbers[bone] for bone in TRUNK], np.uint8)
    trunk = form.arms < 0.2  # noqa: PLR2004 - trunk
    held = np.stack([(form.weights[trunk] * (form.bones[trunk] == number)).sum(axis=1) for number in numbers], axis=1)
    levels, level = np.unique(np.round(heights / form.height, 3), return_inverse=True)  # cloth hangs in rings
    near = np.exp(-(((levels[:, None] - form.points[trunk, 1][None] / form.height) / 0.02) ** 2))
    weights = near @ held + 1e-6
    weights /= weights.sum(axis=1, keepdims=True)
    return np.tile(numbers, (len(heights), 1)), np.ascontiguousarray(weights[level], np.float32)


def distances(one: Vectors, other: Vectors | Floats) -> Vectors:
    """Return the squared distance of each of some points (k, d) from each of others (n, d): (k, n), never below 0."""
    far = np.asarray(other, float)
    apart = (one**2).sum(axis=1)[:, None] + (far**2).sum(axis=1)[None] - 2 * one @ far.T
    return np.asarray(np.maximum(apart, 0.0), float)


def carriers(form: Form, points: Vectors, *, arms: bool = False) -> tuple[NDArray[np.uint8], Floats]:
    """Return the bones and weights of the nearest point of the trunk's suit (or of all of it)."""
    known = np.nonzero((form.arms < 0.5) | arms)[0]  # noqa: PLR2004 - the half
    nearest = known[distances(points, form.points[known]).argmin(axis=1)]
    return form.bones[nearest], form.weights[nearest]


def sewn(pieces: Sequence[Cloth]) -> Cloth:
    """Return pieces as one."""
    starts = np.cumsum([0, *(len(each.points) for each in pieces)])[:-1]
    return Cloth(
        points=np.concatenate([each.points for each in pieces]),
        faces=np.concatenate([each.faces + start for each, start in zip(pieces, starts, strict=True)]).astype(np.int32),
        slots=np.concatenate([each.slots for each in pieces]),
        rest=np.concatenate([each.rest for each in pieces]),
        bones=np.concatenate([each.bones for each in pieces]),
        weights=np.concatenate([each.weights for each in pieces]),
        loose=np.concatenate([each.loose + start for each, start in zip(pieces, starts, strict=True)]).astype(np.int32),
        neighbours=np.concatenate([each.neighbours + start for each, start in zip(pieces, starts, strict=True)]).astype(
            np.int32
        ),
    )
