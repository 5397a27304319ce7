"""Eyes, lashes, brows and the mouth: what of a face is no skin."""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.mesh import Mesh, Slot, Vectors, ribbon
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.shape import picked, shape
from generation.image.previz.figure.turns import Turn, about

SWEEP = (34.0, 24.0)
"""Degrees that eyes turn sideways and up at a gaze of 1."""
SIZE = 0.94
"""The iris of a grown eye against the inker's own measure; children's are larger."""
BROW = 11
"""Places along a brow."""
INSIDE = (
    ("teeth-upper", Slot.TEETH, (0.0, -0.0055, 0.0)),
    ("tongue", Slot.TONGUE, (0.0, -0.013, -0.014)),
)
"""What an open mouth shows, and where it is moved to (in head units) to show as in drawings: the upper teeth as a band
and a low tongue (lower teeth look like fangs from the side)."""
NARROW = 0.86
"""How wide the rows of teeth are drawn, so that the corners of a mouth stay dark."""
FACE = (-0.12, 0.07, -0.035, 0.3)
"""What belongs to the front of a face: from below, to above, from behind (head units), not inside the mouth."""
CLOSED = 0.045
"""A jaw that is open less shows nothing inside."""


def eyeballs(posed: Posed) -> list[Mesh]:
    """Return both eyeballs; `rest` is the direction from the centre as the eye itself has it, and the iris's size."""
    body = posed.body
    meshes = []
    for number, side in enumerate(("left", "right")):
        used, faces = picked(f"eye-{side}")
        ball = body.points[used] - body.eyes[number]
        far = np.abs(ball[:, :2]).max()
        rest = np.empty((len(used), 4), np.float32)
        rest[:, :3] = ball @ _look(posed.face.gaze) / far
        rest[:, 3] = SIZE * (1.1 if body.identity.age == "child" else 1.0)
        meshes.append(_mesh(posed.points[used], faces, Slot.EYE, rest))
    return meshes


def _look(gaze: tuple[float, float]) -> NDArray[np.float32]:
    """Return the turn of an eyeball."""
    turn: Turn = about((0, 1, 0), gaze[0] * SWEEP[0]) @ about((1, 0, 0), -gaze[1] * SWEEP[1])
    return turn.astype(np.float32)


def lashes(posed: Posed) -> Mesh:
    """Return the lashes of both eyes, moved a little out so that lids do not swallow them."""
    used, faces = picked("lashes")
    front = posed.turn("head")[:, 2].astype(np.float32) * np.float32(0.0008)
    both = np.concatenate([faces, faces[:, ::-1]])
    return _mesh(posed.points[used] + front, both, Slot.LASH, posed.body.rest[used])


def brows(posed: Posed) -> list[Mesh]:
    """Return both brows: ribbons glued to the face, which its units carry along."""
    return [_brow(posed, side) for side in (1, -1)]


def _brow(posed: Posed, side: int) -> Mesh:
    """Return one brow, from the inner end to the outer one."""
    body = posed.body
    thickness, arch, slant = body.identity.brow
    share = np.linspace(0, 1, BROW)
    eye = body.eyes[0 if side > 0 else 1]
    x = eye[0] + side * (-0.0205 + 0.047 * share) * body.unit
    lift = 0.0250 + 0.0075 * arch * np.sin(share * 2.4) - 0.0035 * share + 0.003 * slant * share
    y = eye[1] + lift * body.unit
    middle = _glued(posed, np.stack([x, y], axis=1))
    head = posed.turn("head")
    out, up = head[:, 2], head[:, 1]
    middle = middle + up * (_acted(posed, share, "Left" if side > 0 else "Right") * body.unit)[:, None]
    width = np.interp(share, [0, 0.1, 0.35, 0.7, 1], [0.55, 0.95, 1.0, 0.7, 0.12]) * 0.0052 * thickness * body.unit
    middle = middle + out * 0.0022
    rows = np.stack([middle + up * width[:, None] * 0.5, middle + out * 0.0012, middle - up * width[:, None] * 0.5])
    points = rows.reshape(-1, 3)
    index = np.arange(BROW - 1)
    faces = np.concatenate(
        [np.stack([start + index, start + index + BROW, start + index + 1], axis=1) for start in (0, BROW)]
        + [np.stack([start + index + 1, start + index + BROW, start + index + BROW + 1], axis=1) for start in (0, BROW)]
    )
    if side < 0:
        faces = faces[:, ::-1]
    return _mesh(points, faces, Slot.BROW, np.zeros((len(points), 4), np.float32))


def tears(posed: Posed) -> list[Mesh]:
    """Return a tear down each cheek, as far as the face says."""
    run = posed.face.tears
    if run <= 0:
        return []
    body, share = posed.body, np.linspace(0, 1, 6)
    made = []
    for number, side in enumerate((1, -1)):
        x = body.eyes[number, 0] + side * (0.007 + 0.006 * share) * body.unit
        y = body.eyes[number, 1] - (0.017 + 0.052 * run * share) * body.unit
        out = posed.turn("head")[:, 2]
        path = _glued(posed, np.stack([x, y], axis=1)) + out * 0.0012
        made.append(ribbon(path, np.linspace(0.0026, 0.0064, 6) * body.unit, posed.turn("head")[:, 0], Slot.GLASS))
    return made


def _acted(posed: Posed, share: NDArray[np.float64], side: str) -> NDArray[np.float64]:
    """Return how much further a brow moves up than the skin under it, in head units: drawn brows act more."""
    face = posed.face
    inner, outer = (1 - share) ** 1.3, share
    down = face.weight(f"browDown{side}") * (-0.0085 * inner + 0.0050 * outer)
    worry = face.weight("browInnerUp") * (0.0048 * inner - 0.0026 * outer)
    return np.asarray(down + worry + face.weight(f"browOuterUp{side}") * 0.0045 * outer)


def _glued(posed: Posed, places: NDArray[np.float64]) -> Vectors:
    """Return points on the face over places (k, 2: x and y of the rest pose), moved as the skin under them is."""
    body = posed.body
    points, weights = _glue(body, places.tobytes())
    start = (body.points[points] * weights[..., None]).sum(axis=1)
    now = (posed.points[points] * weights[..., None]).sum(axis=1)
    aside = np.concatenate([places - start[:, :2], np.zeros((len(places), 1))], axis=1)
    out = posed.turn("head")[:, 2]
    proud = (posed.points[points] @ out).max(axis=1) - now @ out  # never under a ridge of the skin
    return np.asarray(now + aside @ posed.turn("head").T + proud[:, None] * out, float)


@lru_cache(maxsize=96)
def _glue(body: Body, packed: bytes) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the five points of the face nearest to each place as seen from the front, and their weights."""
    places = np.frombuffer(packed).reshape(-1, 2)
    face = _front(body)
    apart = ((body.points[face, None, :2] - places[None]) ** 2).sum(axis=2)
    order = np.argsort(apart, axis=0, kind="stable")[:5].T
    weights = 1 / (np.take_along_axis(apart.T, order, axis=1) + 1e-6)
    return face[order], weights / weights.sum(axis=1, keepdims=True)


@lru_cache(maxsize=24)
def _front(body: Body) -> NDArray[np.intp]:
    """Return the points of the face from the forehead to the mouth."""
    head = np.unique(shape().faces("head"))
    local = (body.points[head] - body.between) / body.unit
    level = (local[:, 1] > FACE[0]) & (local[:, 1] < FACE[1])
    return np.asarray(head[level & (local[:, 2] > FACE[2]) & (shape().mouth[head] < FACE[3])])


def mouth(posed: Posed) -> list[Mesh]:
    """Return teeth and tongue of an open mouth, and the dark behind them."""
    if posed.face.weight("jawOpen") + 0.6 * posed.face.weight("mouthUpperUpLeft") < CLOSED:
        return []
    body = posed.body
    meshes = []
    for name, slot, shift in INSIDE:
        used, faces = picked(name)
        frame = posed.head
        local = (posed.points[used] - frame.at) @ frame.turn * (NARROW, 1.0, 1.0) + np.array(shift) * body.unit
        meshes.append(_mesh(frame.at + local @ frame.turn.T, faces, slot, body.rest[used]))
    return [*meshes, _dark(posed)]


def _dark(posed: Posed) -> Mesh:
    """Return a card behind the teeth, so that an open mouth is dark inside."""
    body = posed.body
    teeth = body.points[np.unique(shape().faces("teeth-upper"))]
    middle = teeth.mean(axis=0)
    wide, high = 0.026 * body.unit, 0.030 * body.unit
    card = np.array([[-wide, -high, 0], [wide, -high, 0], [wide, high * 0.5, 0], [-wide, high * 0.5, 0]]) + middle
    card[:, 2] = teeth[:, 2].min() - 0.018 * body.unit
    points = posed.at("head", card)
    return _mesh(points, [[0, 1, 2], [0, 2, 3]], Slot.MOUTH, np.zeros((4, 4), np.float32))


def _mesh(points: ArrayLike, faces: ArrayLike, slot: int, rest: NDArray[np.float32]) -> Mesh:
    triangles = np.ascontiguousarray(faces, np.int32)
    return Mesh(np.ascontiguousarray(points, np.float32), triangles, np.full(len(triangles), slot, np.uint8), rest)
