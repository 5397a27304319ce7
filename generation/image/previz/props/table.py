"""What stands on a table: vessels, food, and what cooks and cuts it."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import ball, extruded, join, tube, turned
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, Grip, View
from generation.image.previz.props.shapes import curve, flame, petal, pipe, put, rod, slab, tilted, vessel
from generation.image.previz.props.stuff import Stuff

NEAR = View(turn=-30, lift=28)


def cup() -> Form:
    """A cup with an ear, a painted band, and tea in it."""
    wall = [(0.024, -0.048), (0.028, -0.044), (0.036, -0.02), (0.041, 0.045), (0.037, 0.045), (0.033, 0.03)]
    return Form(
        meshes=(
            turned(wall, Stuff.CHINA, sides=22),
            turned([(0.034, 0.031), (0.0, 0.0312)], Stuff.CRUST, sides=22),
            pipe(
                curve([(0.037, 0.028, 0), (0.062, 0.026, 0), (0.062, -0.012, 0), (0.036, -0.022, 0)]),
                0.0055,
                Stuff.ACCENT,
            ),
        ),
        patterns=(Pattern(Stuff.CHINA, Stuff.ACCENT, (Where(y=1, offset=-0.52), Where(y=-1, offset=0.78))),),
        accent="#2f5f9e",
        level=True,
        view=NEAR,
    )


def teapot() -> Form:
    """A round pot with a spout, a lid and an ear, held by the ear."""
    body = [(0.045, -0.062), (0.066, -0.052), (0.082, -0.012), (0.071, 0.034), (0.035, 0.056)]
    lid = [(0.037, 0.055), (0.034, 0.062), (0.012, 0.072), (0.008, 0.076), (0.015, 0.086), (0.009, 0.096)]
    parts = join(
        [
            vessel(body, Stuff.ACCENT),
            turned(lid, Stuff.ACCENT_DARK, sides=18),
            tube(
                curve([(0.06, -0.02, 0), (0.105, -0.005, 0), (0.115, 0.035, 0), (0.145, 0.055, 0)]),
                np.linspace(0.024, 0.009, 16),
                Stuff.ACCENT,
                side=(0, 0, 1),
            ),
            pipe(
                curve([(-0.06, 0.03, 0), (-0.115, 0.045, 0), (-0.125, -0.012, 0), (-0.07, -0.035, 0)]),
                0.008,
                Stuff.ACCENT_DARK,
            ),
        ]
    )
    return Form(
        meshes=(tilted(put(parts, (0.118, 0, 0)), y=-90),),
        patterns=(Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(y=1, offset=-0.66), Where(y=-1, offset=0.73))),),
        accent="#8a4632",
        level=True,
        view=View(turn=-62, lift=24),
    )


def bowl() -> Form:
    """A bowl heaped with rice, chopsticks laid across."""
    wall = [(0.033, -0.03), (0.05, -0.018), (0.062, 0.002), (0.07, 0.028)]
    grains = [(0.062, 0.018), (0.05, 0.034), (0.028, 0.045), (0.0, 0.049)]
    return Form(
        meshes=(
            vessel(wall, Stuff.CHINA),
            turned([(0.031, -0.042), (0.031, -0.03)], Stuff.CHINA, sides=24),
            turned([(0.0702, 0.028), (0.067, 0.0285), (0.06, 0.012)], Stuff.CHINA, sides=26),
            vessel(grains, Stuff.LINEN, steps=10),
            rod((-0.07, 0.05, 0.028), (0.125, 0.038, -0.02), 0.0035, Stuff.ACCENT, to=0.0022, sides=6),
            rod((-0.07, 0.05, 0.012), (0.125, 0.038, -0.032), 0.0035, Stuff.ACCENT, to=0.0022, sides=6),
        ),
        patterns=(
            Pattern(Stuff.CHINA, Stuff.ACCENT, (Where(y=1, offset=-0.66), Where(y=-1, offset=0.84))),
            Pattern(Stuff.CHINA, Stuff.ACCENT, (Where(y=1, offset=-0.2), Where(y=-1, offset=0.26))),
        ),
        level=True,
        view=NEAR,
    )


def bottle() -> Form:
    """A bottle of dark glass with a label and a capsule."""
    glass = [
        (0.032, -0.13),
        (0.037, -0.125),
        (0.037, 0.05),
        (0.03, 0.085),
        (0.015, 0.115),
        (0.0135, 0.175),
        (0.0135, 0.18),
    ]
    top = [(0.0145, 0.135), (0.0145, 0.176), (0.0165, 0.178), (0.0165, 0.188)]
    return Form(
        meshes=(
            turned(glass, Stuff.GLASS, sides=20),
            turned([(0.0378, -0.07), (0.0378, 0.03)], Stuff.PAPER, sides=20),
            turned(top, Stuff.ACCENT, sides=14),
        ),
        patterns=(
            Pattern(Stuff.PAPER, Stuff.ACCENT, (Where(y=1, offset=-0.70), Where(y=-1, offset=0.86))),
            Pattern(
                Stuff.PAPER,
                Stuff.INK,
                (
                    Where(z=1, offset=-0.55),
                    Where(y=1, offset=-0.2),
                    Where(y=-1, offset=0.6),
                    Where(y=1, period=0.14, duty=0.3),
                ),
            ),
        ),
        coats={Stuff.GLASS: (rgb("#3f6a4e"), Finish.METAL)},
        level=True,
        view=NEAR,
    )


def wine_glass() -> Form:
    """A stem glass, half full."""
    foot = [(0.034, -0.085), (0.032, -0.081), (0.006, -0.076), (0.0042, -0.065), (0.0042, 0.0), (0.008, 0.008)]
    return Form(
        meshes=(
            turned(foot, Stuff.GLASS, sides=18),
            vessel([(0.006, 0.006), (0.028, 0.02), (0.038, 0.038), (0.0405, 0.056)], Stuff.ACCENT, steps=12),
            vessel([(0.0405, 0.056), (0.0398, 0.075), (0.0365, 0.095), (0.033, 0.112)], Stuff.GLASS, steps=12),
            turned([(0.039, 0.0565), (0.0, 0.0566)], Stuff.ACCENT_PALE, sides=20),
        ),
        accent="#8e1f35",
        coats={Stuff.GLASS: (rgb("#d5e6ea"), Finish.METAL)},
        level=True,
        view=NEAR,
    )


def bread() -> Form:
    """A long loaf with slashes."""
    share = np.linspace(-1, 1, 21)
    wide = 0.034 * np.sqrt(np.maximum(1 - np.abs(share) ** 3.2, 0.01)) * (1 + 0.035 * np.cos(share * pi * 6))
    path = np.stack([np.zeros(21), share * 0.25, -0.012 * share**2], axis=1)
    cuts = [
        put(tilted(ball((0, 0, 0), (0.0085, 0.034, 0.006), Stuff.CREAM, rings=7, sides=8), z=-28), (0, y, 0.031))
        for y in (-0.165, -0.10, -0.035, 0.03, 0.095, 0.16)
    ]
    return Form(meshes=(tube(path, wide, Stuff.CRUST, sides=14), *cuts), view=View(lay=(0, 90), turn=24, lift=44))


def apple() -> Form:
    """An apple with its stem and a leaf."""
    skin = [
        (0.004, -0.029),
        (0.018, -0.035),
        (0.033, -0.022),
        (0.041, 0.006),
        (0.036, 0.027),
        (0.02, 0.036),
        (0.004, 0.026),
    ]
    leaf = tilted(petal(0.04, 0.02, 0.12, Stuff.LEAF, point=1.0), z=-62, at=(0.003, 0.042, 0))
    return Form(
        meshes=(
            vessel(skin, Stuff.ACCENT, steps=22),
            pipe(curve([(0, 0.026, 0), (0.002, 0.042, 0), (0.008, 0.055, 0)], 6), 0.0026, Stuff.DARK_WOOD, sides=6),
            leaf,
        ),
        patterns=(
            Pattern(
                Stuff.ACCENT,
                Stuff.ACCENT_PALE,
                (Where(x=-1, z=-1, y=0.0, offset=-1.33), Where(y=1, offset=-0.52), Where(y=-1, offset=0.84)),
            ),
        ),
        accent="#c23a32",
        level=True,
        view=NEAR,
    )


def cake() -> Form:
    """A cake in two layers with cream, berries and candles, on a plate held from below."""
    cream = [(0.098, 0.105), (0.104, 0.112), (0.1, 0.122), (0.088, 0.125), (0.0, 0.125)]
    spots = [(cos(a) * 0.082, sin(a) * 0.082) for a in np.linspace(0, 2 * pi, 8, endpoint=False)]
    candles = [(cos(a) * 0.04, sin(a) * 0.04) for a in (0.5, 2.6, 4.7)]
    return Form(
        meshes=(
            turned([(0.06, 0.0), (0.13, 0.012), (0.135, 0.018), (0.12, 0.02)], Stuff.CHINA, sides=28),
            turned([(0.1, 0.02), (0.1, 0.11)], Stuff.CREAM, sides=28),
            turned(cream, Stuff.LINEN, sides=28),
            *(
                ball((0.099 * cos(a), 0.104, 0.099 * sin(a)), (0.012, 0.017, 0.012), Stuff.LINEN, rings=6, sides=8)
                for a in np.linspace(0, 2 * pi, 14, endpoint=False)
            ),
            *(ball((x, 0.135, z), 0.013, Stuff.ACCENT, rings=7, sides=10) for x, z in spots),
            *(rod((x, 0.12, z), (x, 0.175, z), 0.0045, Stuff.ACCENT_PALE) for x, z in candles),
            *(flame((x, 0.178, z), 0.032) for x, z in candles),
        ),
        patterns=(Pattern(Stuff.CREAM, Stuff.ACCENT, (Where(y=1, offset=-0.44), Where(y=-1, offset=0.56))),),
        accent="#c8344f",
        other=(0.11, 0.005, 0),
        grip=Grip(point=(-0.11, 0.005, 0)),
        level=True,
        view=NEAR,
    )


def knife() -> Form:
    """A kitchen knife."""
    steel = [(-0.018, 0.0), (0.026, 0.0), (0.026, 0.02), (0.024, 0.1), (0.012, 0.17), (-0.014, 0.21), (-0.018, 0.17)]
    return Form(
        meshes=(
            put(extruded(steel, 0.003, Stuff.STEEL, edge=Stuff.EDGE), (0, 0.062, 0)),
            slab((-0.003, 0.0, 0), (0.027, 0.128, 0.019), Stuff.DARK_WOOD, corner=0.009),
            *(rod((-0.003, y, -0.0105), (-0.003, y, 0.0105), 0.004, Stuff.GOLD, sides=10) for y in (-0.04, 0.0, 0.04)),
        ),
        patterns=(Pattern(Stuff.STEEL, Stuff.EDGE, (Where(x=1, y=-0.15, offset=-0.35),)),),
        view=View(lay=(90, 0), turn=55, lift=48),
    )


def pan() -> Form:
    """A frying pan, level before its holder."""
    wall = [(0.10, 0.0), (0.115, 0.012), (0.14, 0.05), (0.135, 0.05), (0.112, 0.016), (0.0, 0.012)]
    return Form(
        meshes=(
            put(turned(wall, Stuff.IRON, sides=28), (0, -0.045, 0.26)),
            tube(
                curve([(0, -0.006, 0.128), (0, 0.004, 0.08), (0, 0, 0), (0, 0.002, -0.085)]),
                np.linspace(0.009, 0.014, 16),
                Stuff.DARK_WOOD,
                side=(1, 0, 0),
            ),
            put(
                turned([(0.05, 0.0), (0.055, 0.004), (0.03, 0.008), (0.0, 0.008)], Stuff.LINEN, sides=16),
                (0.02, -0.031, 0.25),
            ),
            ball((0.03, -0.024, 0.245), (0.02, 0.011, 0.02), Stuff.FLAME, rings=6, sides=12),
        ),
        coats={Stuff.FLAME: (rgb("#f0b032"), Finish.MATTE)},
        grip=Grip(axis=(0, 0, 1), facing=(0, 1, 0)),
        level=True,
        view=View(turn=-40, lift=38),
    )
