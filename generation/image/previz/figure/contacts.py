"""Landmarks that a hand can be laid on: each is a point of the rest pose and the bone that carries it."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.hands import palm
from generation.image.previz.figure.mesh import Vectors
from generation.image.previz.figure.shape import shape

Landmark = tuple[str, Vectors]


def _on_face(x: float, y: float) -> Callable[[Body], Landmark]:
    """Return a landmark on the front of the head, in head units from between the eyes."""
    return lambda body: ("head", _front(body, "head", body.between[0] + x * body.unit, body.between[1] + y * body.unit))


def _on_trunk(x: float, y: float, bone: str) -> Callable[[Body], Landmark]:
    """Return a landmark on the front of the trunk, in shares of the height."""
    return lambda body: (bone, _front(body, "torso", x * body.height, y * body.height))


def _along(bone: str, share: float, side: str) -> Callable[[Body], Landmark]:
    """Return a landmark in the middle of a limb, a share of the way along it."""
    name = f"{bone}-{side}"
    return lambda body: (name, body.head(name) * (1 - share) + body.tail(name) * share)


def _beside(x: float, y: float, z: float, bone: str) -> Callable[[Body], Landmark]:
    """Return a landmark beside the head, in head units."""
    return lambda body: (bone, body.on_head(x, y, z))


def _hip(side: int) -> Callable[[Body], Landmark]:
    return lambda body: ("hips", _side(body, side, body.height * 0.585))


def _sides(name: str, of: Callable[[int, str], Callable[[Body], Landmark]]) -> dict[str, Callable[[Body], Landmark]]:
    return {f"{name}-{side}": of(sign, side) for side, sign in (("left", 1), ("right", -1))}


LANDMARKS: Mapping[str, Callable[[Body], Landmark]] = {
    "chin": _on_face(0, -0.112),
    "mouth": _on_face(0, -0.068),
    "nose": _on_face(0, -0.035),
    "forehead": _on_face(0, 0.05),
    "crown": _beside(0, 0.12, -0.07, "head"),
    "chest": _on_trunk(0, 0.74, "spine-3"),
    "belly": _on_trunk(0, 0.62, "spine-1"),
    "back": lambda body: ("hips", _rear(body, 0.58 * body.height)),
    **_sides("cheek", lambda sign, _: _on_face(sign * 0.045, -0.06)),
    **_sides("eye", lambda sign, _: _on_face(sign * 0.032, 0.0)),
    **_sides("temple", lambda sign, _: _beside(sign * 0.075, 0.02, -0.03, "head")),
    **_sides("ear", lambda sign, _: _beside(sign * 0.088, -0.015, -0.09, "head")),
    **_sides("shoulder", lambda _, side: _along("upper-arm", 0.08, side)),
    **_sides("upper-arm", lambda _, side: _along("upper-arm", 0.62, side)),
    **_sides("elbow", lambda _, side: _along("upper-arm", 0.97, side)),
    **_sides("forearm", lambda _, side: _along("forearm", 0.5, side)),
    **_sides("wrist", lambda _, side: _along("forearm", 0.97, side)),
    **_sides("hand", lambda _, side: lambda body: (f"hand-{side}", palm(body, side).at)),
    **_sides("hip", lambda sign, _: _hip(sign)),
    **_sides("thigh", lambda _, side: _along("thigh", 0.6, side)),
    **_sides("knee", lambda _, side: _along("thigh", 0.97, side)),
    **_sides("chest", lambda sign, _: _on_trunk(sign * 0.05, 0.75, "spine-3")),
}
"""Names to landmarks; `left` and `right` are the figure's own."""


@lru_cache(maxsize=512)
def landmark(body: Body, name: str) -> Landmark:
    """Return the bone that carries a landmark and its point in rest pose."""
    return LANDMARKS[name](body)


@lru_cache(maxsize=256)
def of_hand(body: Body, side: str, by: str) -> Vectors:
    """Return what of a hand is laid on things: the `palm`, the `tips`, the `wrist` or the `back`, in rest pose."""
    frame = palm(body, side)
    if by == "tips":
        return np.asarray((body.tail(f"index-3-{side}") + body.tail(f"middle-3-{side}")) / 2)
    if by == "wrist":
        return body.head(f"hand-{side}")
    out = frame.turn[:, 2] * body.unit
    return np.asarray(frame.at - out * 0.034 if by == "back" else frame.at + out * 0.008)


def _front(body: Body, region: str, x: float, y: float) -> Vectors:
    """Return the foremost point of a region about a place seen from the front."""
    points = _surface(body, region)
    near = np.hypot(points[:, 0] - x, points[:, 1] - y)
    close = near < max(0.012 * body.unit, float(near.min()) + 1e-4)
    return np.array([x, y, float(points[close, 2].max())])


def _rear(body: Body, y: float) -> Vectors:
    """Return the hindmost point of the trunk's middle at a height."""
    points = _surface(body, "torso")
    near = (np.abs(points[:, 0]) < 0.02) & (np.abs(points[:, 1] - y) < 0.02)  # noqa: PLR2004 - two centimetres
    return np.array([0.0, y, float(points[near, 2].min())])


def _side(body: Body, sign: int, y: float) -> Vectors:
    """Return the outermost point of the trunk at a height."""
    points = _surface(body, "torso")
    level = points[np.abs(points[:, 1] - y) < 0.02 * body.height]
    return np.asarray(level[np.argmax(level[:, 0] * sign)])


def _surface(body: Body, region: str) -> Vectors:
    return np.asarray(body.points[np.unique(shape().faces(region))], float)
