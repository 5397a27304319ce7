"""A city bicycle, its front wheel to the front."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import Mesh, box, join, tube, turned
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import Spot, curve, loop, mirrored, pipe, put, rod
from generation.image.previz.props.stuff import Stuff

HUB: Spot = (0, 0.335, 0.56)
REAR: Spot = (0, 0.335, -0.50)
SEAT: Spot = (0, 0.80, -0.20)
CRANK: Spot = (0, 0.29, -0.02)


def wheel(at: Spot) -> Mesh:
    """Return a wheel: tyre, rim and spokes."""
    spokes = [
        rod(at, (0, at[1] + 0.31 * cos(a), at[2] + 0.31 * sin(a)), 0.0025, Stuff.STEEL, sides=4)
        for a in np.linspace(0, 2 * pi, 14, endpoint=False)
    ]
    tyre = loop(at, 0.318, 0.0175, Stuff.BLACK, around="x", steps=36)
    return join([tyre, loop(at, 0.296, 0.008, Stuff.STEEL, around="x", steps=36), *spokes])


def mudguard(at: Spot, start: float, end: float) -> Mesh:
    """Return the plate over a wheel, between two angles from straight ahead, in radians."""
    turn = np.linspace(start, end, 14)
    arc = np.stack([np.zeros(14), at[1] + 0.352 * np.sin(turn), at[2] + 0.352 * np.cos(turn)], axis=1)
    return tube(arc, 0.028, Stuff.ACCENT, thick=0.006, sides=6)


def frame() -> Mesh:
    """Return the tubes between the wheels, and the fork."""
    tubes: tuple[tuple[Spot, Spot], ...] = (
        (SEAT, CRANK),
        (CRANK, REAR),
        ((0, 0.72, -0.175), REAR),
        ((0, 0.70, 0.40), CRANK),
        ((0, 0.78, 0.36), (0, 0.50, -0.105)),
    )
    prong = pipe(curve([(0.028, 0.66, 0.415), (0.042, 0.50, 0.49), (0.04, 0.335, 0.56)]), 0.0115, Stuff.ACCENT)
    head = rod((0, 0.64, 0.42), (0, 1.0, 0.30), 0.02, Stuff.ACCENT, sides=9)
    return join([*(rod(a, b, 0.0175, Stuff.ACCENT, sides=9) for a, b in tubes), mirrored(prong), head])


def steering() -> Mesh:
    """Return the handlebar with its grips, and the basket before it."""
    half = [(0.10, 1.02, 0.31), (0.25, 1.03, 0.22), (0.29, 1.0, 0.12)]
    bar = curve([*((-x, y, z) for x, y, z in reversed(half)), (0, 1.0, 0.31), *half], 22)
    grip = rod((0.29, 1.0, 0.12), (0.27, 1.015, 0.18), 0.017, Stuff.LEATHER)
    wall = [(0.11, 0.0), (0.15, 0.19), (0.158, 0.19), (0.158, 0.205), (0.14, 0.205), (0.105, 0.01)]
    basket = turned(wall, Stuff.PALE_WOOD, at=(0, 0.80, 0.56), sides=20)
    return join([pipe(bar, 0.011, Stuff.STEEL), mirrored(grip), basket])


def drive() -> Mesh:
    """Return saddle, chain wheel, pedals and the stand."""
    line = curve([(0, 0.90, -0.32), (0, 0.915, -0.24), (0, 0.91, -0.14), (0, 0.90, -0.06)])
    saddle = tube(line, np.linspace(0.085, 0.022, 16), Stuff.LEATHER, thick=np.linspace(0.03, 0.02, 16))
    return join([
        saddle,
        rod(SEAT, (0, 0.89, -0.225), 0.013, Stuff.STEEL),
        loop((0.03, 0.29, -0.02), 0.085, 0.009, Stuff.STEEL, around="x", steps=24),
        rod((0.05, 0.29, -0.02), (0.06, 0.155, 0.07), 0.011, Stuff.STEEL),
        rod((-0.05, 0.29, -0.02), (-0.06, 0.425, -0.11), 0.011, Stuff.STEEL),
        put(box((0, 0, 0), (0.09, 0.022, 0.07), Stuff.BLACK), (0.10, 0.15, 0.075)),
        put(box((0, 0, 0), (0.09, 0.022, 0.07), Stuff.BLACK), (-0.10, 0.43, -0.115)),
        rod((0.0, 0.33, -0.48), (0.13, 0.0, -0.42), 0.010, Stuff.STEEL),
    ])  # fmt: skip


def bicycle() -> Form:
    """A city bicycle with a basket, on its stand."""
    guards = (mudguard(REAR, 0.7, 3.3), mudguard(HUB, 0.9, 2.6))
    return Form(
        meshes=(wheel(HUB), wheel(REAR), *guards, frame(), steering(), drive()),
        patterns=(
            Pattern(Stuff.PALE_WOOD, Stuff.WOOD, (Where(y=1, period=0.22, duty=0.2),)),
            Pattern(Stuff.PALE_WOOD, Stuff.WOOD, (Where(x=1, z=0.02, period=0.25, duty=0.2),)),
        ),
        accent="#3f8a8c",
        stands=True,
        seat=0.92,
        view=View(turn=-72, lift=10),
    )
