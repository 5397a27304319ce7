"""Weapons, and sticks that may become one."""

from math import radians, sin

import numpy as np

from generation.image.previz.figure.mesh import ball, extruded, sheet, tube, turned
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import blade, curve, loop, pipe, put, rod, slab, tassel, tilted
from generation.image.previz.props.stuff import Stuff

FLAT = View(lay=(90, 0), turn=52, lift=38)
"""Long things lie flat and are looked down upon."""


def sword() -> Form:
    """A straight sword with a winged guard, a wound grip and a tassel."""
    guard = extruded(
        [
            (-0.058, 0.012),
            (-0.05, -0.012),
            (-0.018, -0.004),
            (0.018, -0.004),
            (0.05, -0.012),
            (0.058, 0.012),
            (0.03, 0.026),
            (0.0, 0.034),
            (-0.03, 0.026),
        ],
        0.026,
        Stuff.GOLD,
    )
    wound = Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(x=0.05, y=1.0, period=0.12, duty=0.4),))
    return Form(
        meshes=(
            blade((0, 0.11, 0), 0.76, 0.040, 0.011),
            put(guard, (0, 0.095, 0)),
            tube([(0, -0.09, 0), (0, 0.0, 0), (0, 0.09, 0)], [0.014, 0.0165, 0.014], Stuff.ACCENT),
            ball((0, -0.108, 0), (0.024, 0.021, 0.017), Stuff.GOLD),
            pipe(curve([(0, -0.12, 0), (0.012, -0.15, 0.004), (0.006, -0.18, 0)]), 0.0035, Stuff.ACCENT),
            tassel((0.006, -0.175, 0), 0.19, Stuff.ACCENT),
        ),
        patterns=(wound,),
        view=FLAT,
    )


def dagger() -> Form:
    """A short curved blade with a bright pommel."""
    edge = [(-0.014, 0.0), (0.013, 0.0), (0.017, 0.08), (0.010, 0.15), (-0.012, 0.215), (-0.012, 0.14), (-0.013, 0.07)]
    return Form(
        meshes=(
            put(extruded(edge, 0.005, Stuff.STEEL, edge=Stuff.EDGE), (0, 0.062, 0)),
            slab((0, 0.056, 0), (0.072, 0.014, 0.02), Stuff.GOLD, corner=0.006),
            tube([(0, -0.055, 0), (0, 0.0, 0), (0, 0.05, 0)], [0.012, 0.0155, 0.0125], Stuff.ACCENT),
            ball((0, -0.066, 0), 0.017, Stuff.GOLD),
        ),
        patterns=(
            Pattern(Stuff.STEEL, Stuff.EDGE, (Where(x=1, y=-0.25, offset=0.15),)),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(y=1.0, period=0.2, duty=0.4),)),
        ),
        accent="#3c3f6b",
        view=FLAT,
    )


def staff() -> Form:
    """A long stick, bound with brass at both ends."""
    return Form(
        meshes=(
            rod((0, -0.92, 0), (0, 0.82, 0), 0.0155, Stuff.WOOD, sides=10),
            rod((0, -0.95, 0), (0, -0.80, 0), 0.0195, Stuff.GOLD, sides=10),
            rod((0, 0.72, 0), (0, 0.86, 0), 0.0195, Stuff.GOLD, sides=10),
            *(rod((0, y, 0), (0, y + 0.02, 0), 0.0185, Stuff.ACCENT, sides=10) for y in (-0.14, 0.13)),
        ),
        other=(0, -0.42, 0),
        view=View(lay=(90, 0), turn=60, lift=30),
    )


def bow() -> Form:
    """A recurved bow, its string towards the archer."""
    limb = curve([(0, 0.06, 0), (0, 0.28, -0.005), (0, 0.48, -0.10), (0, 0.60, -0.16), (0, 0.67, -0.13)], 22)
    wide = np.linspace(0.016, 0.007, 22)
    lower = limb * (1, -1, 1)
    return Form(
        meshes=(
            tube(limb, wide, Stuff.WOOD, thick=wide * 0.6),
            tube(lower, wide, Stuff.WOOD, thick=wide * 0.6),
            tube([(0, -0.075, 0), (0, 0.0, 0.002), (0, 0.075, 0)], [0.015, 0.0195, 0.015], Stuff.DARK_LEATHER),
            rod((0, -0.655, -0.135), (0, 0.655, -0.135), 0.004, Stuff.LINEN, sides=5),
            *(rod((0, s * 0.30, -0.012), (0, s * 0.335, -0.028), 0.019, Stuff.ACCENT, sides=8) for s in (-1, 1)),
        ),
        other=(0, 0, -0.135),
        level=True,
        view=View(lay=(0, 90), turn=20, lift=60),
    )


def spear() -> Form:
    """A shaft with a leaf of steel and a red tuft."""
    head = [
        (0.0, 0.26),
        (-0.034, 0.10),
        (-0.026, 0.05),
        (-0.011, 0.02),
        (-0.011, 0.0),
        (0.011, 0.0),
        (0.011, 0.02),
        (0.026, 0.05),
        (0.034, 0.10),
    ]
    tuft = [(0.013, 0.0), (0.03, -0.02), (0.043, -0.07), (0.05, -0.13), (0.034, -0.15), (0.014, -0.09)]
    return Form(
        meshes=(
            rod((0, -0.95, 0), (0, 0.98, 0), 0.0145, Stuff.DARK_WOOD, sides=10),
            put(extruded(head, 0.012, Stuff.STEEL, edge=Stuff.EDGE), (0, 1.0, 0)),
            turned([(0.018, 0.96), (0.022, 0.98), (0.014, 1.03)], Stuff.GOLD, sides=10),
            turned([(r, 0.985 + y) for r, y in reversed(tuft)], Stuff.ACCENT, sides=12),
            rod((0, -0.99, 0), (0, -0.90, 0), 0.019, Stuff.IRON, to=0.008, sides=10),
        ),
        patterns=(
            Pattern(Stuff.STEEL, Stuff.EDGE, (Where(x=1),)),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(x=1, z=0.7, period=0.5, duty=0.3),)),
        ),
        other=(0, -0.45, 0),
        view=View(lay=(90, 0), turn=60, lift=30),
    )


def pistol() -> Form:
    """A pistol that points away from its holder."""
    grip = [(-0.02, -0.058), (0.022, -0.058), (0.028, 0.03), (-0.012, 0.03)]
    stock = tilted(extruded(grip, 0.028, Stuff.BLACK, edge=Stuff.BLACK), y=-90)
    return Form(
        meshes=(
            stock,
            slab((0, 0.048, 0.055), (0.026, 0.034, 0.19), Stuff.IRON, corner=0.006),
            slab((0, 0.026, 0.045), (0.022, 0.016, 0.15), Stuff.BLACK, corner=0.004),
            rod((0, 0.05, 0.148), (0, 0.05, 0.156), 0.008, Stuff.INK),
            loop((0, 0.004, 0.052), 0.019, 0.0035, Stuff.BLACK, around="x", steps=16),
            slab((0, 0.068, 0.138), (0.004, 0.010, 0.008), Stuff.BLACK, corner=0.001),
            slab((0, 0.069, -0.032), (0.012, 0.010, 0.008), Stuff.BLACK, corner=0.001),
        ),
        patterns=(
            Pattern(
                Stuff.IRON,
                Stuff.INK,
                (Where(z=1, offset=0.62), Where(z=-1, offset=-0.35), Where(z=1, period=0.09, duty=0.4)),
            ),
        ),
        level=True,
        view=View(lay=(0, 90), turn=-28, lift=48),
    )


def broom() -> Form:
    """A besom: a long handle and bound straw."""
    straw = [(0.016, -0.72), (0.034, -0.77), (0.045, -0.82), (0.085, -1.0), (0.115, -1.12), (0.09, -1.125)]
    bristles = turned([(r, y) for r, y in reversed(straw)], Stuff.CREAM, sides=18)
    flat = np.array([1, 1, 0.5], np.float32)
    return Form(
        meshes=(
            rod((0, -0.75, 0), (0, 0.42, 0), 0.0135, Stuff.WOOD),
            tilted(type(bristles)(bristles.points * flat, bristles.faces, bristles.slots, bristles.rest)),
            *(rod((0, y, 0), (0, y + 0.018, 0), 0.032 + 0.01 * i, Stuff.ACCENT) for i, y in enumerate((-0.77, -0.80))),
        ),
        patterns=(Pattern(Stuff.CREAM, Stuff.CRUST, (Where(x=1, period=0.3, duty=0.2),)),),
        other=(0, -0.36, 0),
        view=View(lay=(90, 0), turn=58, lift=32),
    )


def flag() -> Form:
    """A pole with a cloth that waves to the holder's left."""
    share, height = np.linspace(0, 1, 15), np.linspace(0, 1, 6)
    wave = np.array([0.045 * s * sin(radians(420 * s)) for s in share])
    x = np.broadcast_to(0.012 + 0.52 * share, (6, 15))
    y = 0.98 - 0.34 * height[:, None] - 0.05 * share[None] ** 2
    z = np.broadcast_to(wave, (6, 15)) + 0.03 * height[:, None] * share[None]
    front = np.stack([x, y, z], axis=2)
    return Form(
        meshes=(
            rod((0, -0.55, 0), (0, 1.02, 0), 0.0115, Stuff.WOOD),
            ball((0, 1.035, 0), 0.022, Stuff.GOLD),
            sheet(front, Stuff.ACCENT),
        ),
        patterns=(Pattern(Stuff.ACCENT, Stuff.PAPER, (Where(y=1, offset=-0.36), Where(y=-1, offset=0.64))),),
        view=View(lay=(-78, 0), turn=0, lift=60),
    )
