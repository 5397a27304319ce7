"""Hands: how fingers bend in each shape of a hand, and the frame of a hand in rest pose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.mesh import Vectors
from generation.image.previz.figure.turns import Frame, Turn, about, cross, unit

FINGERS = ("index", "middle", "ring", "little")
SIDES = ("left", "right")
Curl = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grip:
    """A shape of a hand, in degrees: how far each finger's joints bend, how far fingers spread, and the thumb.

    The thumb comes under the palm by `oppose`, towards the fingers by `close`, and bends by `thumb`.
    """

    index: Curl
    middle: Curl
    ring: Curl
    little: Curl
    spread: float = 0.0
    oppose: float = 10.0
    close: float = 0.0
    thumb: float = 10.0


GRIPS: Mapping[str, Grip] = {
    "relaxed": Grip(
        index=(14, 18, 10), middle=(22, 24, 14), ring=(28, 28, 16), little=(32, 30, 18), spread=-5, thumb=16
    ),
    "flat": Grip(index=(-4, 2, 2), middle=(-4, 2, 2), ring=(-4, 2, 2), little=(-4, 4, 2), spread=-15,
    oppose=0, thumb=0),
    "open": Grip(index=(-8, 4, 2), middle=(-4, 6, 4), ring=(-2, 8, 4), little=(-6, 8, 4), spread=11, oppose=-8,
    thumb=-6),
    "fist": Grip(
        index=(78, 92, 62), middle=(82, 94, 62), ring=(84, 94, 62), little=(84, 92, 60), spread=-9, oppose=48,
        close=22, thumb=46
    ),
    "hold": Grip(
        index=(52, 66, 38), middle=(56, 68, 40), ring=(60, 68, 40), little=(62, 66, 40), spread=-9, oppose=42,
        close=8, thumb=30
    ),
    "point": Grip(
        index=(-2, 3, 2), middle=(74, 90, 55), ring=(80, 92, 58), little=(82, 90, 56), oppose=46, close=20, thumb=42
    ),
    "pinch": Grip(
        index=(44, 44, 24), middle=(40, 40, 22), ring=(36, 38, 20), little=(28, 34, 18), oppose=42, close=6, thumb=18
    ),
    "clasp": Grip(
        index=(30, 42, 22), middle=(34, 44, 24), ring=(36, 44, 24), little=(36, 42, 22), spread=-9, oppose=24,
        close=6, thumb=20
    ),
    "claw": Grip(
        index=(4, 52, 40), middle=(4, 54, 42), ring=(4, 54, 42), little=(4, 52, 40), spread=13, oppose=10, thumb=32
    ),
    "cup": Grip(
        index=(32, 30, 16), middle=(34, 32, 18), ring=(36, 34, 18), little=(38, 34, 18), spread=-9, oppose=34,
        close=2, thumb=14
    ),
}  # fmt: skip


@lru_cache(maxsize=64)
def palm(body: Body, side: str) -> Frame:
    """Return the hand in rest pose: its middle, and its axes: along the fingers, towards the thumb, out of the palm."""
    wrist, knuckle = body.head(f"hand-{side}"), body.head(f"middle-1-{side}")
    along = unit(knuckle - wrist)
    across = body.head(f"index-1-{side}") - body.head(f"little-1-{side}")
    thumbward = unit(across - along * (along @ across))
    out = cross(along, thumbward) * (1 if side == "left" else -1)
    middle = wrist + (knuckle - wrist) * 0.72 + out * 0.016 * body.unit
    return Frame(middle, np.stack([along, thumbward, out], axis=1))


@lru_cache(maxsize=128)
def bent(body: Body, side: str, grip: Grip) -> dict[str, Turn]:
    """Return each finger bone's turn against the hand, in the axes of the rest pose."""
    along, thumbward, out = palm(body, side).turn.T
    turns: dict[str, Turn] = {}
    for number, finger in enumerate(FINGERS):
        lean = about(out, (1.5 - number) / 1.5 * grip.spread * (1 if side == "left" else -1))
        for joint, degrees in enumerate(getattr(grip, finger), start=1):
            bone = f"{finger}-{joint}-{side}"
            direction = body.tail(bone) - body.head(bone)
            lean = lean @ about(cross(direction, out), degrees)
            turns[bone] = lean
    return turns | _thumb(body, side, grip, (along, thumbward, out))


def _thumb(body: Body, side: str, grip: Grip, axes: tuple[Vectors, Vectors, Vectors]) -> dict[str, Turn]:
    """Turn the thumb under the palm, then bend it across."""
    along, thumbward, out = axes
    inward = unit(out * 0.45 - thumbward)
    under = about(cross(thumbward, out), grip.oppose) @ about(cross(thumbward, along), grip.close)
    turns: dict[str, Turn] = {f"thumb-1-{side}": under}
    for joint, share in ((2, 0.55), (3, 1.0)):
        bone = f"thumb-{joint}-{side}"
        under = under @ about(cross(body.tail(bone) - body.head(bone), inward), grip.thumb * share)
        turns[bone] = under
    return turns


def mixed(a: Grip, b: Grip, t: float) -> Grip:
    """Return a grip between two."""

    def curl(one: Curl, other: Curl) -> Curl:
        x, y, z = (p + (q - p) * t for p, q in zip(one, other, strict=True))
        return x, y, z

    def number(name: str) -> float:
        return float(getattr(a, name) * (1 - t) + getattr(b, name) * t)

    return Grip(
        index=curl(a.index, b.index),
        middle=curl(a.middle, b.middle),
        ring=curl(a.ring, b.ring),
        little=curl(a.little, b.little),
        spread=number("spread"),
        oppose=number("oppose"),
        close=number("close"),
        thumb=number("thumb"),
    )
