"""Pieces cut from the suit: tops with sleeves, trousers, shoes; and how loose they sit."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe.cloth import (
    Cloth,
    Scores,
    clipped,
    easing,
    opened,
    part,
    pushed,
    sewn,
    smoothed,
    suit,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.form import SIDES, Form

HALF = 0.5
ALWAYS = 9.0


def along(form: Form, of: Cloth) -> Scores:
    """Return how far down the arm each point is: 0 at the shoulder, 1 at the elbow, 2 at the wrist."""
    points = np.asarray(of.points, float)
    out = np.zeros(len(points))
    for side, sign in SIDES:
        knots = [form.joints[f"{bone}-{side}"] for bone in ("upper-arm", "forearm", "hand")]
        shares = []
        for a, b in pairwise(knots):
            way = b - a
            shares.append((points - a) @ way / (way @ way))
        here = np.where(shares[1] > 0, 1 + np.maximum(shares[1], 0), np.minimum(shares[0], 1))
        out = np.where(points[:, 0] * sign > 0, here, out)
    return out


def ramp(at: Scores, *knots: tuple[float, float]) -> Scores:
    """Return values between knots (place, value), places rising."""
    places, values = zip(*knots, strict=True)
    return np.asarray(np.interp(at, places, values))


@dataclass(frozen=True, kw_only=True, slots=True)
class TopCut:
    """How a top is cut: from `low` (a share of the height) to the hole for the neck, sleeves to `sleeve` (0
    at the shoulder, 1 at the elbow, 2 at the wrist).

    `loose`, `waist`, `hem`, `arm`, `cuff` are its distances from the suit in metres; `drape` (0 to 1) is how much of
    the body's shape it hides.
    """

    low: float = 0.52
    neck: float = 0.047
    sleeve: float = 1.95
    loose: float = 0.010
    waist: float = 0.012
    hem: float = 0.016
    arm: float = 0.010
    cuff: float = 0.010
    drape: float = 0.5
    torn: float = 0.0
    dip: float = 0.0
    """How far forward the hole for the neck lies, which is `neck` wide (a radius)."""
    high: float = 2.0
    """Where a top without shoulders ends."""
    slot: int = Slot.TOP


def top(form: Form, cut: TopCut) -> Cloth:
    """Return a top: the trunk, and its sleeves."""
    tall = form.height
    whole = suit(form, cut.slot)
    shares = along(form, whole)
    whole = part(
        whole,
        ((whole.points[:, 1] > (cut.low - 0.1) * tall) & (whole.points[:, 1] < 0.93 * tall))[whole.faces].any(axis=1),
    )
    shares = along(form, whole)
    armed = np.clip(np.asarray(whole.rest[:, 3], float), 0, 1)
    y = np.asarray(whole.points[:, 1], float) / tall
    trunk = np.clip((HALF - armed) * 4, 0, 1)
    soft = trunk * ramp(y, (cut.low, 1), (0.76, 1), (0.80, 0.3), (0.83, 0)) * cut.drape
    whole = smoothed(whole, soft, times=10)

    near = np.clip((around_neck(form, whole) / tall - 0.045) / 0.035, 0, 1)

    body = ramp(y, (cut.low, cut.hem), (0.60, cut.waist), (0.68, cut.loose)) * near + 0.004 * (1 - near)
    sleeve = ramp(shares, (0.0, cut.loose), (0.5, cut.arm), (1.0, cut.arm * 1.15), (1.3, cut.arm), (2.0, cut.cuff))
    whole = pushed(whole, body * (1 - armed) + sleeve * armed)
    whole = clipped(whole, lambda cloth: around_neck(form, cloth, cut.dip) - cut.neck * tall)
    whole = clipped(whole, lambda cloth: cut.high * tall - cloth.points[:, 1])
    whole = clipped(
        whole,
        lambda cloth: np.where(
            cloth.rest[:, 3] > HALF, ALWAYS, cloth.points[:, 1] - cut.low * tall - torn(cloth, cut.torn * tall)
        ),
    )
    return clipped(
        whole,
        lambda cloth: np.where(
            cloth.rest[:, 3] > HALF, cut.sleeve - along(form, cloth) - torn(cloth, cut.torn * 8), ALWAYS
        ),
    )


def around_neck(form: Form, of: Cloth, dip: float = 0.0) -> Scores:
    """Return how far points lie from the axis of the neck, seen from above, in metres; far below the collar bones."""
    tall = form.height
    x, y, z = np.asarray(of.points, float).T
    ahead = z - float(form.joints["neck"][2])
    under = (0.838 * tall - 0.5 * ahead - 12 * max(0.0, dip - 0.006) * np.maximum(ahead, 0)) - y
    return np.asarray(np.maximum(np.hypot(x, ahead - dip * tall), 0.045 * tall + under))


def edged(form: Form, of: Cloth, cut: TopCut, wide: float, slot: int) -> Cloth:
    """Return a top whose neck has a border of another slot, `wide` a share of the height."""
    limit = (cut.neck + wide) * form.height
    rim = clipped(of, lambda cloth: limit - around_neck(form, cloth, cut.dip))
    rim = replace(rim, slots=np.full(len(rim.faces), slot, np.uint8))
    return sewn([clipped(of, lambda cloth: around_neck(form, cloth, cut.dip) - limit), rim])


def torn(of: Cloth, deep: float) -> Scores:
    """Return how far a torn edge rises at each point."""
    x, z = of.points[:, 0].astype(float), of.points[:, 2].astype(float)
    return np.asarray(deep * (np.abs(np.sin(x * 61 + 0.7)) + np.abs(np.sin(z * 73 + x * 37))))


def armless(of: Cloth, share: float = HALF) -> Cloth:
    """Return a top without its sleeves, cut where a point is this much arm."""
    return clipped(of, lambda cloth: share - np.asarray(cloth.rest[:, 3], float))


def opening(form: Form, of: Cloth, apex: float, slope: float) -> Cloth:
    """Cut a V in front: from `apex` (a share) up, `slope` wide to each side for each share of height."""
    tall = form.height
    middle = float(form.joints["neck"][2])
    return opened(
        of,
        [
            lambda cloth: cloth.points[:, 2] - (middle - 0.004),
            lambda cloth: HALF - np.asarray(cloth.rest[:, 3], float),
            lambda cloth: (cloth.points[:, 1] - apex * tall) * slope - cloth.points[:, 0],
            lambda cloth: (cloth.points[:, 1] - apex * tall) * slope + cloth.points[:, 0],
            lambda cloth: cloth.points[:, 1] - apex * tall,
        ],
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class TrouserCut:
    """How trousers are cut: from `high` down to `low` (shares); `hip`, `knee` and `hem` off the suit, in metres."""

    high: float = 0.60
    low: float = 0.038
    hip: float = 0.006
    thigh: float = 0.015
    knee: float = 0.017
    hem: float = 0.022
    drape: float = 0.7
    torn: float = 0.0
    slot: int = Slot.BOTTOM


def trousers(form: Form, cut: TrouserCut) -> Cloth:
    """Return trousers."""
    tall = form.height
    whole = suit(form, cut.slot)
    whole = part(whole, ((whole.points[:, 1] < (cut.high + 0.08) * tall) & (form.arms < HALF))[whole.faces].all(axis=1))
    y = np.asarray(whole.points[:, 1], float) / tall
    whole = smoothed(
        whole, ramp(y, (0.06, 0.0), (0.10, cut.drape), (0.40, cut.drape), (0.56, 0.3 * cut.drape)), times=6
    )

    knots = ((0.12, cut.hem), (0.28, cut.knee), (0.42, cut.thigh), (0.52, cut.hip), (0.6, 0.003))
    whole = pushed(whole, ramp(y, *knots))
    whole = clipped(whole, lambda cloth: cut.high * tall - cloth.points[:, 1])
    whole = clipped(whole, lambda cloth: cloth.points[:, 1] - cut.low * tall - torn(cloth, cut.torn * tall))
    level = whole.points[:, 1] / tall
    return easing(whole, (level > 0.18) & (level < 0.58))  # noqa: PLR2004 - knees to hips


def shoes(form: Form, high: float, *, off: float = 0.003, slot: int = Slot.SHOE) -> Cloth:
    """Return shoes or boots up to a height (a share)."""
    whole = suit(form, slot)
    whole = part(whole, (whole.points[:, 1] < (high + 0.04) * form.height)[whole.faces].all(axis=1))
    whole = pushed(whole, np.where(whole.points[:, 1] > 0.012, off, 0.0))  # noqa: PLR2004 - soles stay
    whole = clipped(whole, lambda cloth: high * form.height - cloth.points[:, 1])
    return replace(whole, points=np.maximum(whole.points, np.array([-9, 0.001, -9], np.float32)))


def eased(of: Cloth, form: Form) -> Cloth:
    """Return a top whose elbows, armpits and belly are smoothed after posing."""
    y = of.points[:, 1] / form.height
    shares = along(form, of)
    arm = of.rest[:, 3]
    elbows = (arm > HALF) & (np.abs(shares - 1) < 0.35)  # noqa: PLR2004 - a third of the arm on each side
    return easing(of, elbows | ((arm < 0.3) & (y < 0.60)) | ((arm > 0.2) & (arm < 0.8) & (y < 0.8)))  # noqa: PLR2004
