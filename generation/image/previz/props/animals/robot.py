"""A friendly rounded machine, 1.2 m high, whose eyes are lights."""

from collections.abc import Mapping
from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Part, Slot, ball, extruded, join, moved, sheet, tube, turned
from generation.image.previz.ink.paint import Finish, paint
from generation.image.previz.light import WHITE, mix, rgb
from generation.image.previz.noise import dice
from generation.image.previz.props.animals.creature import Act, Creature
from generation.image.previz.props.shapes import (
    Flat,
    Spot,
    curve,
    loop,
    mirrored,
    pipe,
    put,
    rod,
    rounded,
    tilted,
    turned_by,
)

POSTURES = ("stand", "wave", "walk", "sit")
ACCENTS = ("#3f9fd0", "#e08a3c", "#6ab06a", "#d05a6a", "#8a6ad0")
SHELL, PANEL, JOINT, FACE, LIGHT = Slot.TOP, Slot.ACCENT, Slot.METAL, Slot.PUPIL, Slot.GLOW

FACES: Mapping[str, tuple[tuple[Flat, ...], ...]] = {
    "neutral": (((-0.022, 0.0), (0.0, 0.034), (0.022, 0.0), (0.0, -0.034), (-0.022, 0.0)),),
    "happy": (((-0.034, -0.012), (-0.02, 0.018), (0.0, 0.027), (0.02, 0.018), (0.034, -0.012)),),
    "sad": (((-0.034, 0.004), (-0.012, 0.0), (0.010, -0.006), (0.032, -0.022)),),
    "angry": (((-0.034, 0.024), (-0.010, 0.010), (0.012, -0.002), (0.034, -0.018)), ((-0.03, -0.022), (0.02, -0.022))),
    "surprised": (
        (
            (-0.03, 0.0),
            (-0.02, 0.028),
            (0.0, 0.037),
            (0.02, 0.028),
            (0.03, 0.0),
            (0.02, -0.028),
            (0.0, -0.037),
            (-0.02, -0.028),
            (-0.03, 0.0),
        ),
    ),
    "asleep": (((-0.034, 0.006), (-0.015, -0.010), (0.0, -0.013), (0.015, -0.010), (0.034, 0.006)),),
}
"""Strokes of light for the left eye by expression, in metres around its middle; its outer corner is at +x."""


CORNERS: Mapping[str, float] = {"sad": -0.010, "angry": -0.008, "happy": 0.014}
"""How far the corners of the mouth go up, in metres."""
SHUT = 0.6
"""A blink beyond this is an eye that sleeps."""


def glowing(stroke: tuple[Flat, ...], at: Spot) -> Mesh:
    """Return one stroke of light on the visor."""
    line = curve([(x, y, 0.0) for x, y in stroke], 4 * len(stroke))
    return put(tube(line, 0.0085, LIGHT, thick=0.006, sides=8, side=(0, 0, 1)), at)


def features(act: Act) -> Mesh:
    """Return the eyes as the face says, and a mouth that opens."""
    name = "asleep" if act.blink > SHUT else act.face if act.face in FACES else "neutral"
    corner = CORNERS.get(name, 0.004)
    smile = curve([(-0.03, corner - 0.052, 0), (0, -0.056, 0), (0.03, corner - 0.052, 0)], 11)
    wide = np.full(11, 0.0055) + 0.018 * act.mouth * np.sin(np.linspace(0, pi, 11)) ** 0.5
    mouth = tube(smile - np.outer(wide - 0.0055, (0, 0.5, 0)), 0.005, LIGHT, thick=wide, sides=10, side=(0, 0, 1))
    if name == "neutral":
        eye = put(ball((0, 0, 0), (0.024, 0.036 * (1 - 0.9 * act.blink), 0.008), LIGHT), (0.075, 0.012, 0.0))
        return join([mirrored(eye), mouth])
    return join([mirrored(join([glowing(stroke, (0.075, 0.012, 0.0)) for stroke in FACES[name]])), mouth])


def visor(bulge: float, slot: int, width: float, height: float) -> Mesh:
    """Return the dark face plate, bent around the head."""
    outline = rounded(width, height, height * 0.42, 9)
    rings = np.linspace(1, 0.02, 7)
    grid = np.stack(
        [
            np.column_stack([outline * s, bulge - 1.15 * (outline[:, 0] * s) ** 2 - 0.6 * (outline[:, 1] * s) ** 2])
            for s in rings
        ]
    )
    return sheet(grid[:, ::-1], slot, wrap=True)


def head(act: Act) -> Mesh:
    """Return the head around its middle: a wide round shell, visor, ear discs, an antenna with a light."""
    turn = np.linspace(0, pi, 13)
    swell = np.maximum(np.sin(turn), 0.01) ** 0.62
    skull = tube(np.outer(-0.165 * np.cos(turn), (0, 1, 0)), 0.20 * swell, SHELL, thick=0.178 * swell, sides=28)
    disc = tilted(
        turned([(0.062, 0.0), (0.062, 0.022), (0.048, 0.034), (0.02, 0.036)], PANEL, sides=20), z=-90, at=(0.188, 0, 0)
    )
    mast = pipe(curve([(0, 0.15, -0.02), (0, 0.21, -0.03), (0.012 * act.sway, 0.265, -0.035)], 8), 0.0085, JOINT)
    bulb = ball((0.014 * act.sway, 0.285, -0.035), 0.026, LIGHT, rings=9, sides=14)
    face = [put(visor(0.0, FACE, 0.30, 0.185), (0, -0.005, 0.182)), put(features(act), (0, 0.0, 0.180))]
    return join([skull, mirrored(disc), mast, bulb, *face])


def trunk() -> Mesh:
    """Return the egg of the body from the hips up, with its chest plate and a round lamp."""
    egg = [(0.10, -0.02), (0.165, 0.03), (0.20, 0.12), (0.195, 0.23), (0.15, 0.33), (0.085, 0.375)]
    smooth = curve([(r, y, 0.0) for r, y in egg], 24)
    shell = turned(smooth[:, :2], SHELL, sides=30)
    plate = extruded(rounded(0.20, 0.15, 0.045, 7), 0.03, PANEL)
    lamp = tilted(turned([(0.032, 0.0), (0.028, 0.012), (0.0, 0.016)], LIGHT, sides=20), x=90, at=(0, 0.225, 0.208))
    dial = tilted(turned([(0.046, 0.0), (0.042, 0.010), (0.034, 0.012)], JOINT, sides=20), x=90, at=(0, 0.225, 0.198))
    belt = loop((0, 0.055, 0), 0.183, 0.014, JOINT, around="y", steps=34)
    neck = rod((0, 0.36, 0), (0, 0.44, 0), 0.062, JOINT, sides=18)
    return join([shell, put(tilted(plate, x=-3), (0, 0.215, 0.187)), dial, lamp, belt, neck])


def arm(points: list[Spot], side: int) -> Mesh:
    """Return an arm of hose with a round shoulder and a mitten hand, for the left; `side` -1 mirrors it."""
    path = curve([(side * x, y, z) for x, y, z in points], 22)
    hose = tube(path, 0.036, JOINT, sides=12, side=(0, 0, 1))
    cuff = tube(path[-5:], np.array([0.048, 0.05, 0.052, 0.05, 0.046]), PANEL, sides=14, side=(0, 0, 1))
    shoulder = ball(path[0], (0.066, 0.066, 0.066), SHELL, rings=10, sides=16)
    end, way = path[-1], path[-1] - path[-3]
    way = way / float(np.linalg.norm(way))
    palm = ball(end + way * 0.04, (0.052, 0.055, 0.045), SHELL, rings=10, sides=14)
    across = np.cross(way, (0, 0, 1))
    fingers = [
        pipe(
            np.stack([end + way * 0.05 + across * o, end + way * (0.10 - 0.015 * abs(k)) + across * o * 1.5]),
            [0.022, 0.018],
            SHELL,
            sides=9,
        )
        for k, o in ((-1, -0.032), (0, 0.0), (1, 0.032))
    ]
    return join([hose, cuff, shoulder, palm, *fingers])


def leg(hip: Spot, knee: Spot, sole: Spot) -> Mesh:
    """Return a leg of hose with a heavy round foot."""
    x, y, z = sole
    hose = tube(curve([hip, knee, (x, y + 0.07, z)], 16), 0.046, JOINT, sides=12)
    boot = [(0.085, 0.0), (0.092, 0.015), (0.088, 0.05), (0.06, 0.085), (0.05, 0.10)]
    shape = np.diag([0.95, 1.0, 1.35])
    shoe = join([turned(boot, SHELL, sides=20), turned([(0.094, 0.0), (0.094, 0.022)], PANEL, sides=20)])
    return join([hose, moved(shoe, shape, (x, y, z + 0.02))])


DOWN: list[Spot] = [(0.19, 0.31, 0.0), (0.275, 0.24, 0.0), (0.29, 0.12, 0.02), (0.275, 0.03, 0.05)]


def waving(phase: float) -> list[Spot]:
    """Return the line of an arm that waves."""
    swing = 0.10 * sin(2 * pi * phase)
    return [(0.19, 0.31, 0.0), (0.30, 0.30, 0.03), (0.345, 0.40, 0.05), (0.35 + swing, 0.56, 0.06)]


def striding(phase: float, side: int) -> tuple[Mesh, list[Spot]]:
    """Return a leg and the line of an arm in a walk: arm and leg of one side go against each other."""
    beat = 2 * pi * phase + (0 if side > 0 else pi)
    ahead, up = 0.11 * cos(beat), 0.05 * max(0.0, -sin(beat))
    lower = leg((side * 0.095, 0.40, 0.0), (side * 0.10, 0.24 + up, 0.04 + ahead * 0.6), (side * 0.105, up, ahead))
    reach = -0.10 * cos(beat)
    return lower, [(0.19, 0.31, 0.0), (0.27, 0.23, reach * 0.3), (0.285, 0.13, reach * 0.8), (0.27, 0.05, reach + 0.05)]


def limbs(act: Act) -> tuple[list[Mesh], list[list[Spot]], float]:
    """Return the legs, the lines of both arms, and how high the trunk stands."""
    if act.posture == "walk":
        (left, one), (right, two) = striding(act.phase, 1), striding(act.phase, -1)
        return [left, right], [one, two], 0.40 + 0.012 * cos(4 * pi * act.phase)
    if act.posture == "sit":
        legs = [leg((s * 0.10, 0.12, 0.02), (s * 0.13, 0.17, 0.18), (s * 0.14, 0.0, 0.30)) for s in (1, -1)]
        return legs, [DOWN, DOWN], 0.05
    legs = [leg((s * 0.095, 0.42, 0.0), (s * 0.105, 0.25, 0.015), (s * 0.105, 0.0, 0.0)) for s in (1, -1)]
    breath = 0.006 * sin(2 * pi * act.phase)
    return (
        legs,
        [DOWN, waving(act.phase) if act.posture == "wave" else DOWN],
        0.41 + (0 if act.posture == "wave" else breath),
    )


def robot(act: Act, colour: str = "", seed: int = 0) -> Creature:
    """Return the robot; its right arm waves. The colour is that of its panels."""
    legs, arms, high = limbs(act)
    turn = turned_by(x=-act.nod, y=act.turn)
    upper = [
        trunk(),
        *(arm(points, side) for points, side in zip(arms, (1, -1), strict=True)),
        moved(head(act), turn, (0, 0.575, 0.0)),
    ]
    whole = join([put(join(upper), (0, high, 0)), *legs])
    low = float(whole.points[:, 1].min())
    accent = rgb(colour or ACCENTS[0 if not seed else int(dice(seed, "robot").integers(len(ACCENTS)))])
    coats = paint(
        {
            SHELL: (rgb("#eef0f2"), Finish.MATTE),
            PANEL: (accent, Finish.MATTE),
            JOINT: (rgb("#7d8590"), Finish.METAL),
            FACE: (rgb("#1c2333"), Finish.METAL),
            LIGHT: (mix(mix(accent, WHITE, 0.55), rgb("#8ff0ff"), 0.5), Finish.GLOW),
        }
    )
    x, y, z = (np.array([0, 0.585 + high - low, 0]) + turn @ (0, 0.01, 0.18)).tolist()
    return Creature(part=Part(put(whole, (0, -low, 0)), coats), eyes=(x, y, z))
