"""A small bird, perched or on the wing."""

from dataclasses import replace
from math import pi, radians, sin

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.figure.mesh import Mesh, Part, Slot, ball, join, moved, sheet, tube
from generation.image.previz.ink.paint import Finish, Paint, paint
from generation.image.previz.light import Colour, dim, rgb
from generation.image.previz.noise import dice
from generation.image.previz.props.animals.coats import FITTINGS
from generation.image.previz.props.animals.creature import Act, Creature
from generation.image.previz.props.animals.heads import eye
from generation.image.previz.props.shapes import curve, mirrored, pipe, put, tilted, turned_by

POSTURES = ("stand", "fly")
PLUMES = (
    ("#4f86c6", "#f3e3cf", "#2f5a92", "#e88f3c"),
    ("#8a6a4c", "#efe2cc", "#5c4432", "#5a4a3c"),
    ("#2d2c36", "#3a3946", "#1f1e28", "#3a3838"),
    ("#f2f0ee", "#ffffff", "#d5d3d6", "#e8a86a"),
    ("#c8483c", "#f3d9c4", "#7d2a28", "#e0a03c"),
    ("#e6c04a", "#fbf1cf", "#8f8a4a", "#d98a3c"),
)
"""Back, belly, wing and beak, by kind: bluebird, sparrow, crow, dove, robin, canary."""
LENGTH = 0.2
"""Metres from beak to tail."""


def coated(back: str, belly: str, wing: str, beak: str) -> Paint:
    """Return the paint of a bird."""
    fur = Finish.FUR

    def coat(of: str) -> tuple[Colour, Finish]:
        return rgb(of), fur

    return paint(
        {
            **FITTINGS,
            Slot.FUR: coat(back),
            Slot.FUR_TIP: coat(belly),
            Slot.SECOND: coat(wing),
            Slot.SPARE: (dim(rgb(wing), 0.72), fur),
            Slot.NAIL: (rgb(beak), Finish.MATTE),
            Slot.IRIS: (rgb("#3a2a22"), Finish.EYE),
            Slot.BELT: (dim(rgb(beak), 0.7), Finish.MATTE),
        }
    )


def body(lean: float) -> Mesh:
    """Return the trunk from tail to throat along +z, its belly pale, leaned up by degrees."""
    rows = np.array(
        [
            (-0.42, 0.05, 0.02),
            (-0.36, 0.10, 0.10),
            (-0.18, 0.205, 0.215),
            (0.04, 0.25, 0.265),
            (0.22, 0.215, 0.235),
            (0.34, 0.16, 0.17),
            (0.40, 0.08, 0.09),
        ]
    )
    line, size = (
        curve([(0.0, 0.04 * r[0], r[0]) for r in rows.tolist()], 26),
        curve([(r[1], r[2], 0.0) for r in rows.tolist()], 26),
    )
    back = tube(line, np.maximum(size[:, 0], 0.01), Slot.FUR, thick=np.maximum(size[:, 1], 0.01), sides=20)
    belly = tube(
        line - (0, 0.035, -0.012),
        np.maximum(size[:, 0] * 0.965, 0.01),
        Slot.FUR_TIP,
        thick=np.maximum(size[:, 1] * 0.95, 0.01),
        sides=20,
    )
    return tilted(join([back, belly]), x=-lean)


def head(act: Act) -> Mesh:
    """Return the head around its middle, with beak and eyes."""
    upper = tube(
        curve([(0, 0.0, 0.17), (0, -0.01, 0.27), (0, -0.05, 0.36)], 8),
        np.linspace(0.062, 0.004, 8),
        Slot.NAIL,
        thick=np.linspace(0.05, 0.004, 8),
    )
    lower = tube(
        curve([(0, 0.0, 0.0), (0, -0.006, 0.10), (0, -0.008, 0.15)], 8),
        np.linspace(0.048, 0.004, 8),
        Slot.BELT,
        thick=np.linspace(0.022, 0.003, 8),
    )
    look = eye((0.138, 0.055, 0.105), 0.052, 58, act, grown=1.5)
    cap = ball((0, 0.012, -0.005), (0.196, 0.192, 0.20), Slot.FUR, rings=12, sides=18)
    cheek = ball((0, -0.055, 0.03), (0.178, 0.14, 0.178), Slot.FUR_TIP, rings=11, sides=18)
    return join([cap, cheek, upper, tilted(lower, x=6 + 30 * act.mouth, at=(0, -0.035, 0.18)), mirrored(look)])


def feathers(count: int, length: float, width: float, spread: float, slot: int) -> Mesh:
    """Return a fan of long feathers from the origin towards -z, `spread` degrees wide."""
    fan = []
    for number, angle in enumerate(np.linspace(-spread / 2, spread / 2, count)):
        share = np.linspace(0, 1, 7)
        half = width * np.array([0.45, 0.8, 1.0, 1.0, 0.95, 0.7, 0.1])
        path = np.stack([np.zeros(7), 0.006 * number * np.ones(7), -share * length], axis=1)
        fan.append(tilted(tube(path, half, slot, thick=half * 0.16, sides=8), y=float(angle)))
    return join(fan)


def folded() -> Mesh:
    """Return the left wing laid along the body."""
    shell = ball((0, 0, 0), (0.065, 0.17, 0.27), Slot.SECOND, rings=12, sides=16)
    ends = [
        tilted(
            feathers(1, 0.40 - 0.05 * i, 0.05, 0, Slot.SPARE), x=4.0 * i, at=(0.012 * (2 - i), -0.05 - 0.03 * i, -0.08)
        )
        for i in range(3)
    ]
    return tilted(join([shell, *ends]), x=-10, y=8, at=(0.205, 0.02, -0.04))


def spread(phase: float) -> Mesh:
    """Return the left wing open, at a phase of its beat: the hand follows the arm."""
    beat, late = sin(2 * pi * phase), sin(2 * pi * phase - 0.9)
    arm, hand = radians(12 + 42 * beat), radians(10 + 52 * late)
    ahead = np.array([0.0, 0.0, 0.05])
    shoulder, elbow = np.array([0.16, 0.10, 0.08]), np.array([0.36, 0.0, 0.04])
    wrist = shoulder + turned(elbow, arm)
    tip = wrist + turned(np.array([0.58, 0.0, -0.06]), hand)
    leading = curve(
        [
            tuple(shoulder.tolist()),
            tuple((wrist + ahead).tolist()),
            tuple(((wrist + tip) / 2 + ahead).tolist()),
            tuple(tip.tolist()),
        ],
        15,
    )
    share = np.linspace(0, 1, 15)
    depth = 0.36 * np.sqrt(np.maximum(1 - share**2.6, 0.0)) * (0.86 + 0.14 * np.cos(share * 44)) + 0.015
    rows = []
    for across in (0.0, 0.45, 1.0):
        drop = np.stack([0.10 * share * across, -0.03 * across * np.ones(15), -depth * across], axis=1)
        rows.append(leading + drop)
    top = sheet(np.stack(rows[:2])[:, ::-1], Slot.SECOND)
    flight = sheet(np.stack(rows[1:])[:, ::-1], Slot.SPARE)
    bone = pipe(leading, np.linspace(0.035, 0.008, 15), Slot.SECOND)
    below = [
        replace(put(each, (0, -0.008, 0)), faces=np.ascontiguousarray(each.faces[:, ::-1])) for each in (top, flight)
    ]
    return join([top, flight, bone, *below])


def turned(point: Points, angle: float) -> Points:
    """Return a point raised about the z axis."""
    return np.asarray(turned_by(z=float(np.degrees(angle))) @ point)


def foot(side: int) -> Mesh:
    """Return one leg with its toes, standing on y = 0 under the origin."""
    x = side * 0.09
    toes = [
        pipe(
            curve([(x, 0.03, 0.0), (x + a, 0.022, b * 0.6), (x + a * 1.5, 0.008, b)], 6),
            np.linspace(0.016, 0.006, 6),
            Slot.BELT,
            sides=6,
        )
        for a, b in ((-0.04, 0.11), (0.0, 0.14), (0.04, 0.11), (0.0, -0.09))
    ]
    shin = pipe(np.array([(x, 0.30, -0.05), (x, 0.16, -0.03), (x, 0.03, 0.0)]), 0.017, Slot.BELT, sides=7)
    return join([*toes, shin])


def perched(act: Act) -> tuple[list[Mesh], Points]:
    """Return a bird that sits upright, and where its head is."""
    bob = 0.012 * sin(2 * pi * act.phase)
    trunk = join(
        [
            body(38),
            mirrored(tilted(folded(), x=-34)),
            tilted(feathers(3, 0.46, 0.055, 16, Slot.SPARE), x=-26, y=16 * act.sway, at=(0, -0.20, -0.28)),
        ]
    )
    return [put(trunk, (0, 0.42 + bob, 0)), foot(1), foot(-1)], np.array([0, 0.74 + bob, 0.26])


def flying(act: Act) -> tuple[list[Mesh], Points]:
    """Return a bird on the wing, and where its head is: it sinks as the wings rise."""
    lift = -0.05 * sin(2 * pi * act.phase)
    trunk = join(
        [
            body(6),
            mirrored(spread(act.phase)),
            tilted(feathers(5, 0.44, 0.055, 44, Slot.SPARE), y=14 * act.sway, at=(0, 0.02, -0.36)),
        ]
    )
    tucked = mirrored(
        pipe(curve([(0.07, -0.18, -0.10), (0.07, -0.22, -0.22), (0.06, -0.19, -0.36)], 6), 0.016, Slot.BELT, sides=6)
    )
    return [put(join([trunk, tucked]), (0, 0.6 + lift, 0))], np.array([0, 0.70 + lift, 0.42])


def bird(act: Act, colour: str = "", seed: int = 0) -> Creature:
    """Return a bird; flying, its lowest point is on y = 0 at every moment, so lift it where it flies."""
    kind = PLUMES[0 if not seed else int(dice(seed, "plume").integers(len(PLUMES)))]
    pieces, at = (flying if act.posture == "fly" else perched)(act)
    turn = turned_by(x=-act.nod, y=act.turn)
    whole = join([*pieces, moved(head(act), turn, at)])
    low = float(whole.points[:, 1].min())
    grown = replace(whole, points=((whole.points - (0, low, 0)) * LENGTH).astype(np.float32))
    x, y, z = ((at + turn @ (0, 0.05, 0.12) - (0, low, 0)) * LENGTH).tolist()
    return Creature(part=Part(grown, coated(colour or kind[0], *kind[1:])), eyes=(x, y, z))
