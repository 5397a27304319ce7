"""Cloth that hangs: skirts around both legs and wide sleeves, built anew for every pose.

A skirt is a stack of rings. Near the waist a ring is the trunk's own; below the hips it is the hull of two discs on
the centre lines of the legs, at equal distances along them: so it strides with the legs, and when the figure sits it
lies on the thighs to the knees and falls from there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import pi

import numpy as np

from generation.image.previz.figure.mesh import Mesh, join, mesh, sheet
from generation.image.previz.figure.wardrobe.cloth import girdled
from generation.image.previz.figure.wardrobe.form import SIDES, Floats, Form, Stance, Vectors
from generation.image.previz.ink import kernels

Drape = Callable[[Stance], Mesh]
DOWN = np.array([0.0, -1.0, 0.0])
SLEEVE = 2.0
"""The tag of sleeves in rest positions."""
SOFT = 0.16
"""How far along the arm an elbow is rounded in a wide sleeve."""
TUCK = 0.014
"""How far the upper edge of a skirt goes under what is above it, in metres."""
BEND = 0.075
"""How far before and behind a knee a skirt is rounded, a share of the height."""
FLOOR = 0.006
"""Nothing hangs lower than this, in metres."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """A strip that lies on a skirt: the end of a sash, an apron, a tabard.

    `turn` is its middle in radians from the front by the figure's own left, `wide` a share of the height at its top
    and at its foot, `start` and `end` shares of the skirt's length; it lies `lift` metres over the skirt.
    """

    turn: float
    wide: tuple[float, float]
    start: float
    end: float
    slot: int
    lift: float = 0.012
    tag: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class SkirtCut:
    """How a skirt is cut. Heights and widths are shares of the body's height; `gap` is the part of its girth that is
    open at the top and at the hem, around `middle` (radians from the front by the own left), from a share `since` of
    its length on. Patterns read minus the share of its length as the tag.

    `ease` is its distance from the body, `flare` what the hem stands out besides, rising by `power` of the length, with
    `folds` waves that are `fold` deep at the hem.
    """

    top: float
    hem: float
    slot: int
    ease: float = 0.012
    flare: float = 0.03
    power: float = 1.2
    folds: int = 11
    fold: float = 0.012
    gap: tuple[float, float] = (0.0, 0.0)
    middle: float = 0.0
    since: float = 0.0
    phase: float = 0.6
    columns: int = 56
    rows: int = 18
    panels: tuple[Panel, ...] = ()
    bare: bool = False
    """Whether the skirt itself is left out and only its panels hang."""


def skirt(form: Form, cut: SkirtCut) -> Drape:
    """Return a skirt for a form."""
    heights = np.linspace(form.y(cut.top), form.y(cut.hem), cut.rows)
    share = np.linspace(0, 1, cut.rows)
    hip = (form.joints["thigh-left"][1] + form.joints["thigh-right"][1]) / 2
    crotch = hip - 0.06 * form.height
    ease = cut.ease * form.height
    flare = cut.flare * form.height * share**cut.power
    off = ease + flare - np.where(share == 0, TUCK, 0.0)
    around = _around(cut)
    trunk = np.stack(
        [
            form.ring(max(float(y), crotch), turn[:, 0], float(lift))
            for y, turn, lift in zip(heights, around, off, strict=True)
        ]
    )
    trunk[..., 1] = heights[:, None]
    carried = girdled(form, np.repeat(heights, cut.columns))
    legs = np.clip((hip + 0.02 * form.height - heights) / (0.10 * form.height), 0, 1)
    legs = legs * legs * (3 - 2 * legs)
    thick, before = np.array([_leg(form, float(y)) for y in heights]).T
    girth = _Girth(thick + ease, before, flare)
    rest = np.zeros((cut.rows * cut.columns, 4), np.float32)
    rest[:, :3] = trunk.reshape(-1, 3) / form.height
    rest[:, 3] = -np.repeat(share, cut.columns)
    waves = np.cos(around[:, :, 0] * cut.folds + cut.phase) + 0.35 * np.cos(around[:, :, 0] * cut.folds * 2.0 + 1.1)
    waves = waves * (cut.fold * form.height * np.clip(share * 1.15 - 0.15, 0, 1))[:, None]

    def hung(stance: Stance) -> Mesh:
        top = kernels.skin(trunk.reshape(-1, 3).astype(np.float32), *carried, stance.matrices)
        left, right = (_centre(stance, side, hip - heights) for side, _ in SIDES)
        rings, out, level = _hull(stance, (left, right), girth, around)
        calm = 1 - 0.75 * level[:, None]
        points = top.reshape(cut.rows, cut.columns, 3) * (1 - legs)[:, None, None] + rings * legs[:, None, None]
        for _ in range(3):
            points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
        points = points + out * (waves * calm)[:, :, None] + stance.sway * (share**2)[:, None, None]
        points[..., 1] = np.maximum(points[..., 1], FLOOR + 0.004 * (1 - share)[:, None])
        strips = [_strip(points, out, rest, panel, form.height) for panel in cut.panels]
        return join(strips if cut.bare else [sheet(points, cut.slot, rest, wrap=cut.gap == (0.0, 0.0)), *strips])

    return hung


def _strip(points: Vectors, out: Vectors, rest: Floats, panel: Panel, tall: float) -> Mesh:
    """Return a panel over the rings of a skirt."""
    rows, columns = points.shape[:2]
    first, last = round(panel.start * (rows - 1)), round(panel.end * (rows - 1))
    grid, way = points[first : last + 1], out[first : last + 1]
    middle = panel.turn / (2 * pi) * columns
    width = np.linspace(*panel.wide, last - first + 1) * tall / 2
    here = round(middle) % columns
    pitch = np.linalg.norm(grid[:, here - 1] - grid[:, (here + 1) % columns], axis=1) / 2
    reach = np.minimum(width / np.maximum(pitch, 1e-4), columns / 2.2)
    at = middle + reach[:, None] * np.linspace(-1, 1, 7)
    low = np.floor(at).astype(int)
    part = (at - low)[..., None]

    def taken(of: Vectors | Floats) -> Vectors:
        one = np.take_along_axis(of, (low % columns)[..., None], axis=1)
        return np.asarray(one * (1 - part) + np.take_along_axis(of, ((low + 1) % columns)[..., None], axis=1) * part)

    lift = panel.lift * np.minimum(1.0, 0.25 + np.arange(last - first + 1) / 2)
    laid = taken(grid) + taken(way) * lift[:, None, None]
    known = np.array(taken(rest.reshape(rows, columns, 4)[first : last + 1]), np.float32)
    known[..., 3] = panel.tag
    front = sheet(laid, panel.slot, known.reshape(-1, 4))
    return join([front, replace(front, faces=np.ascontiguousarray(front.faces[:, ::-1]))])


def _around(cut: SkirtCut) -> Vectors:
    """Return the angle of each point around the body (rows, columns, 1), from the front by its own left."""
    closed = cut.gap == (0.0, 0.0)
    along = np.arange(cut.columns) / (cut.columns if closed else cut.columns - 1)
    down = np.clip((np.linspace(0, 1, cut.rows) - cut.since) / (1 - cut.since), 0, 1)
    gap = (cut.gap[0] + (cut.gap[1] - cut.gap[0]) * down)[:, None] * pi
    return ((cut.middle + gap + along[None] * (2 * pi - 2 * gap)) % (2 * pi))[..., None]


def _leg(form: Form, y: float) -> tuple[float, float]:
    """Return the radius of one leg in its suit at a height, and how far before its bones its middle lies."""
    thigh, shin, foot = (form.joints[f"{bone}-left"] for bone in ("thigh", "shin", "foot"))
    y = float(np.clip(y, 0.06 * form.height, thigh[1] - 0.06 * form.height))
    near = (np.abs(form.points[:, 1] - y) < 0.014 * form.height) & (form.arms < 0.3) & (form.points[:, 0] > 0)  # noqa: PLR2004 - trunk
    x, z = form.points[near, 0], form.points[near, 2]
    bone = float(np.interp(y, [foot[1], shin[1], thigh[1]], [foot[2], shin[2], thigh[2]]))
    return float(max(np.ptp(x), np.ptp(z))) / 2, float(z.max() + z.min()) / 2 - bone


@dataclass(frozen=True, slots=True)
class _Line:
    """The centre line of a leg: points (k, 3), and how far its rounded bends lie from the bones."""

    points: Vectors
    cut: Vectors


def _centre(stance: Stance, side: str, along: Vectors) -> _Line:
    """Return a leg's centre line at distances from the hip, negative ones above it; it leads to the toes."""
    knots = np.stack([stance.joint(f"{bone}-{side}") for bone in ("thigh", "shin", "foot")])
    thigh, shin = np.linalg.norm(np.diff(knots, axis=0), axis=1)
    steps = np.diff(knots, axis=0) / np.array([[thigh], [shin]])

    def on(s: Vectors) -> Vectors:
        upper = knots[0] + np.minimum(s, thigh)[:, None] * steps[0]
        return np.asarray(upper + np.maximum(s - thigh, 0)[:, None] * steps[1])

    toes = (stance.joint(f"toes-{side}") - knots[2]) * np.array([1.0, 0.0, 1.0])
    near = np.clip(1.25 - (thigh + shin - along) / (0.10 * stance.form.height), 0, 1)
    soft = BEND * stance.form.height
    sharp = on(along)
    line = (on(along - soft) + on(along - soft / 2) + sharp + on(along + soft / 2) + on(along + soft)) / 5
    return _Line(line + near[:, None] * toes * 0.6, np.asarray(np.linalg.norm(line - sharp, axis=1)))


@dataclass(frozen=True, slots=True)
class _Girth:
    """What a skirt keeps off both legs, one a row: their radius, their middle before the bones, and its own flare."""

    radius: Vectors
    before: Vectors
    flare: Vectors


def _hull(
    stance: Stance, lines: tuple[_Line, _Line], girth: _Girth, around: Vectors
) -> tuple[Vectors, Vectors, Vectors]:
    """Return rings around both centre lines, the way out at each point (rows, columns, 3), how level each ring lies."""
    left, right = lines[0].points, lines[1].points
    radius, flare = girth.radius + np.maximum(lines[0].cut, lines[1].cut), girth.flare
    hips = stance.turn("hips")
    ahead = _unit(np.gradient(left, axis=0) + np.gradient(right, axis=0) + 1e-6 * -hips[:, 1])
    apart = left - right
    across = apart + 0.03 * hips[:, 0]
    front, wide = _unit(np.cross(ahead, across)), _unit(across)
    half = np.linalg.norm(apart, axis=1) / 2
    (disc, sine), cosine = _stadium(half / (radius + flare), around)
    out = wide[:, None] * sine + front[:, None] * cosine
    level = np.clip(1.7 - 1.7 * np.abs(ahead[:, 1]), 0, 1)
    flat = level[:, None, None]
    fall = DOWN * np.abs(sine) * flat + front[:, None] * cosine * (1 - flat)
    hang = out * (1 - flat) + fall * flat
    centre = (left + right) / 2 + front * girth.before[:, None]
    points = centre[:, None] + wide[:, None] * (half[:, None, None] * disc)
    return points + out * radius[:, None, None] + hang * flare[:, None, None], out, level


def _stadium(ratio: Vectors, around: Vectors) -> tuple[tuple[Vectors, Vectors], Vectors]:
    """Return, evenly along the hull of two unit discs 2 `ratio` apart: which disc (-1 to 1), sine, cosine."""
    q = ratio[:, None, None]
    length = around * (4 * q + 2 * pi) / (2 * pi)
    quarter = length % (4 * q + 2 * pi)
    # from the front middle: q of straight, a half disc, 2 q of straight behind, a half disc, q of straight
    turned = np.clip(quarter - q, 0, pi) + np.clip(quarter - 3 * q - pi, 0, pi)
    disc = np.clip(quarter, 0, q) - np.clip(quarter - q - pi, 0, 2 * q) + np.clip(quarter - 3 * q - 2 * pi, 0, q)
    return (disc / np.maximum(q, 1e-6), np.sin(turned)), np.cos(turned)


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9), float)


@dataclass(frozen=True, kw_only=True, slots=True)
class SleeveCut:
    """How a wide sleeve is cut, as shares of the body's height: `drop` is how far its mouth hangs below the wrist.

    `start` and `end` are how far along the arm it runs: 0 at the shoulder, 1 at the elbow, 2 at the wrist.
    """

    slot: int
    lining: int
    start: float = -0.12
    end: float = 2.0
    drop: float = 0.16
    wrist: float = 0.035
    power: float = 1.4
    rows: int = 12
    sides: int = 16


def sleeve(form: Form, cut: SleeveCut, side: str, sign: float) -> Drape:
    """Return a wide sleeve of one side; patterns read (across, along the arm, out, SLEEVE)."""
    along = np.linspace(cut.start, cut.end, cut.rows)
    share = np.linspace(0, 1, cut.rows)
    turn = np.linspace(0, 2 * pi, cut.sides, endpoint=False)
    girth = _arm(form, side)
    mouth = max(cut.wrist * form.height, girth)
    radius = np.interp(along, [cut.start, 0.45, 1, 2], [girth * 0.6, girth + 0.019, girth + 0.016, mouth])
    drop = cut.drop * form.height * np.clip((along - 0.2) / (cut.end - 0.2), 0, 1) ** cut.power
    lengths = reach(form, side)
    rest = np.zeros((cut.rows * cut.sides, 4), np.float32)
    rest[:, 0] = (np.cos(turn)[None] * radius[:, None] / form.height).ravel()
    rest[:, 1] = np.repeat(np.interp(along, [0, 1, 2], [0, lengths[0], sum(lengths)]) / form.height, cut.sides)
    rest[:, 2] = (np.sin(turn)[None] * (radius + drop)[:, None] / form.height).ravel()
    rest[:, 3] = SLEEVE

    def hung(stance: Stance) -> Mesh:
        knots = np.stack([stance.joint(f"{bone}-{side}") for bone in ("upper-arm", "forearm", "hand")])
        spine = _along(knots, along) * 0.5 + (_along(knots, along - SOFT) + _along(knots, along + SOFT)) * 0.25
        ahead = _unit(np.gradient(spine, axis=0))
        chest = stance.turn("spine-3")
        steep = ahead @ DOWN
        outward = _unit(sign * chest[:, 0] * 0.75 - chest[:, 2] * 0.5)
        fall = DOWN - ahead * steep[:, None]
        fall = fall + DOWN * 0.28 + outward * (0.62 * np.clip(steep, 0, 1) ** 2)[:, None]
        wide = _unit(np.cross(ahead, fall) + 1e-6)
        low = _unit(np.cross(wide, ahead))
        hang = np.clip(np.sin(turn), 0, 1)
        points = (
            spine[:, None]
            + wide[:, None] * (np.cos(turn)[None] * (radius + 0.10 * drop)[:, None])[..., None]
            + low[:, None] * (np.sin(turn)[None] * radius[:, None])[..., None]
            + fall[:, None] * (hang[None] ** 0.8 * drop[:, None])[..., None]
            + stance.sway * (share[:, None] ** 2 * hang[None])[..., None]
        )
        points[..., 1] = np.maximum(points[..., 1], FLOOR)
        return _mouthed(points, rest, cut)

    return hung


def _mouthed(points: Vectors, rest: np.ndarray, cut: SleeveCut) -> Mesh:
    """Return a sleeve with its lining seen in the mouth: a bottom some way inside."""
    outer = sheet(np.concatenate([points, points[:, :1]], axis=1), cut.slot, _closed(rest, cut))
    inner = points[-1] * 0.35 + points[-2] * 0.65
    centre = inner.mean(axis=0)
    inner = centre + (inner - centre) * 0.93
    ring = np.arange(cut.sides)
    faces = np.stack([ring, (ring + 1) % cut.sides, np.full(cut.sides, cut.sides)], axis=1)
    back = mesh(np.concatenate([inner, centre[None]]), faces, cut.lining)
    return join([outer, back])


def _closed(rest: np.ndarray, cut: SleeveCut) -> np.ndarray:
    grid = rest.reshape(cut.rows, cut.sides, 4)
    return np.concatenate([grid, grid[:, :1]], axis=1).reshape(-1, 4)


def _along(knots: Vectors, t: Vectors) -> Vectors:
    """Return points of an arm: 0 shoulder, 1 elbow, 2 wrist, and beyond."""
    upper = knots[0] + (knots[1] - knots[0]) * np.minimum(t, 1)[:, None]
    return np.asarray(upper + (knots[2] - knots[1]) * np.maximum(t - 1, 0)[:, None], float)


def _arm(form: Form, side: str) -> float:
    """Return the radius of an upper arm in its suit."""
    a, b = form.joints[f"upper-arm-{side}"], form.joints[f"forearm-{side}"]
    way = (b - a) / np.linalg.norm(b - a)
    off = form.points - (a + b) / 2
    near = (np.abs(off @ way) < 0.02 * form.height) & (form.arms > 0.6) & (form.points[:, 0] * a[0] > 0)  # noqa: PLR2004
    ring = off[near] - np.outer(off[near] @ way, way)
    return float(np.linalg.norm(ring, axis=1).mean()) if near.any() else 0.035 * form.height


def reach(form: Form, side: str) -> tuple[float, float]:
    """Return the lengths of upper arm and forearm."""
    knots = [form.joints[f"{bone}-{side}"] for bone in ("upper-arm", "forearm", "hand")]
    return float(np.linalg.norm(knots[1] - knots[0])), float(np.linalg.norm(knots[2] - knots[1]))
