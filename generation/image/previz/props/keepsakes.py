"""Small things that are kept and given: jewels, a key, a coin, a mirror, a crystal."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import Mesh, ball, extruded, join, sheet, tube, turned
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import (
    curve,
    loop,
    mirrored,
    put,
    rod,
    slab,
    tilted,
)
from generation.image.previz.props.stuff import Stuff


def ring() -> Form:
    """A ring with a cut stone, held between two fingers."""
    return Form(
        meshes=(
            loop((0, -0.002, 0), 0.0105, 0.0016, Stuff.GOLD, steps=32),
            turned([(0.0016, 0.0075), (0.0062, 0.0125), (0.0048, 0.0155), (0.0, 0.0158)], Stuff.ACCENT, sides=8),
            *(
                rod(
                    (0.0036 * cos(a), 0.0085, 0.0036 * sin(a)),
                    (0.006 * cos(a), 0.014, 0.006 * sin(a)),
                    0.0008,
                    Stuff.GOLD,
                    sides=5,
                )
                for a in (0.4, 1.97, 3.54, 5.11)
            ),
        ),
        patterns=(
            Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(x=0.5, period=0.5, duty=0.5), Where(y=1, offset=-0.3))),
        ),
        accent="#7fd4e8",
        coats={Stuff.ACCENT: (rgb("#7fd4e8"), Finish.METAL)},
        view=View(lay=(-18, 0), turn=28, lift=16),
    )


def necklace() -> Form:
    """A chain that hangs in a loop from the hand, with a pendant."""
    left = curve(
        [(0, 0.0, 0), (-0.03, -0.06, 0.004), (-0.045, -0.13, 0.004), (-0.03, -0.19, 0.002), (0, -0.222, 0)], 22
    )
    beads = mirrored(join([ball(p, 0.0052, Stuff.GOLD, rings=6, sides=8) for p in left]))
    stone = [(0.0, -0.278), (0.013, -0.262), (0.0175, -0.246), (0.011, -0.234), (0.0, -0.230)]
    flat = turned(stone, Stuff.ACCENT, sides=14)
    return Form(
        meshes=(beads, flat, loop((0, -0.252, 0), 0.0215, 0.003, Stuff.GOLD, steps=24)),
        patterns=(Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(y=1, x=-0.3, offset=-0.68),)),),
        accent="#2e8b6f",
        view=View(lay=(-80, 0), turn=14, lift=52),
    )


def key() -> Form:
    """An old key, its bit beyond the fingers."""
    return Form(
        meshes=(
            *(
                loop((0.013 * cos(a), -0.018 + 0.013 * sin(a), 0), 0.0105, 0.0032, Stuff.ACCENT, steps=18)
                for a in (pi / 2, pi * 7 / 6, pi * 11 / 6)
            ),
            rod((0, 0.0, 0), (0, 0.078, 0), 0.0038, Stuff.ACCENT),
            rod((0, 0.006, 0), (0, 0.012, 0), 0.0062, Stuff.ACCENT),
            put(
                extruded(
                    [
                        (0.0, 0.0),
                        (0.019, 0.0),
                        (0.019, 0.007),
                        (0.013, 0.007),
                        (0.013, 0.011),
                        (0.019, 0.011),
                        (0.019, 0.022),
                        (0.0, 0.022),
                    ],
                    0.004,
                    Stuff.ACCENT,
                ),
                (0.002, 0.052, 0),
            ),
        ),
        accent="#c99b45",
        coats={Stuff.ACCENT: (rgb("#c99b45"), Finish.METAL)},
        view=View(lay=(90, 0), turn=50, lift=50),
    )


def coin() -> Form:
    """A round coin with a square hole and four signs."""
    turn = np.linspace(0, 2 * pi, 32, endpoint=False)
    disc = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.0155

    def side(z: float) -> Mesh:
        marks = [put(slab((0, 0.0098, 0), (0.0048, 0.0040, 0.0004), Stuff.ACCENT_DARK, corner=0.001), (0, 0, z))]
        return join([tilted(marks[0], z=90.0 * i) for i in range(4)])

    return Form(
        meshes=(
            extruded(disc, 0.0024, Stuff.ACCENT),
            loop((0, 0, 0.0008), 0.0148, 0.0012, Stuff.ACCENT, steps=32),
            loop((0, 0, -0.0008), 0.0148, 0.0012, Stuff.ACCENT, steps=32),
            side(0.0013),
            side(-0.0013),
            slab((0, 0, 0), (0.0078, 0.0078, 0.0034), Stuff.ACCENT, corner=0.0008),
            slab((0, 0, 0), (0.0058, 0.0058, 0.0038), Stuff.INK, corner=0.0004),
        ),
        accent="#d9ab4e",
        coats={Stuff.ACCENT: (rgb("#d9ab4e"), Finish.METAL)},
        view=View(lay=(-58, 0), turn=18, lift=34),
    )


def mirror() -> Form:
    """A hand mirror, its glass to its holder."""
    turn = np.linspace(0, 2 * pi, 32, endpoint=False)
    oval = np.stack([0.062 * np.cos(turn), 0.165 + 0.078 * np.sin(turn)], axis=1)
    return Form(
        meshes=(
            extruded(oval, 0.010, Stuff.ACCENT),
            put(extruded((oval - (0, 0.165)) * 0.86 + (0, 0.165), 0.001, Stuff.GLASS), (0, 0, -0.0056)),
            tube(
                curve([(0, -0.075, 0), (0, -0.05, 0), (0, 0.0, 0), (0, 0.06, 0), (0, 0.092, 0)]),
                np.interp(np.linspace(0, 1, 16), [0, 0.12, 0.2, 0.6, 1], [0.007, 0.015, 0.010, 0.011, 0.016]),
                Stuff.ACCENT,
            ),
            put(tilted(ball((0, 0, 0), (0.02, 0.012, 0.004), Stuff.GOLD)), (0, 0.252, 0)),
            loop((0, 0.165, 0.006), 0.036, 0.004, Stuff.GOLD),
        ),
        patterns=(
            Pattern(Stuff.GLASS, Stuff.LINEN, (Where(x=1, y=0.7, offset=0.42), Where(x=-1, y=-0.7, offset=-0.08))),
            Pattern(Stuff.GLASS, Stuff.LINEN, (Where(x=1, y=0.7, offset=-0.08), Where(x=-1, y=-0.7, offset=0.2))),
        ),
        accent="#6e4a7e",
        looks=True,
        view=View(lay=(66, 0), turn=190, lift=44),
    )


def spike(height: float, wide: float, x: float = 0.0, z: float = 0.0) -> Mesh:
    """Return a six-sided crystal from the origin, leaned by x and z degrees, its facets in three lights of its own."""
    turn = np.linspace(0, 2 * pi, 7)[:-1]
    rim = np.stack([np.cos(turn) * wide, np.zeros(6), np.sin(turn) * wide], axis=1)
    up, tip = np.array([0, height * 0.72, 0]), np.array([0, height, 0])
    lights = (Stuff.LAMP, Stuff.LAMP, Stuff.SCREEN_INK, Stuff.SCREEN_INK, Stuff.LAMP, Stuff.LAMP)
    tops = (Stuff.SCREEN_PALE, Stuff.LAMP, Stuff.LAMP, Stuff.LAMP, Stuff.SCREEN_PALE, Stuff.SCREEN_PALE)
    facets = []
    for p, q, side, top in zip(rim, np.roll(rim, -1, axis=0), lights, tops, strict=True):
        facets += [sheet([[q + up, p + up], [q * 0.8, p * 0.8]], side), sheet([[tip, tip], [q + up, p + up]], top)]
    return tilted(join(facets), x=x, z=z)


def crystal() -> Form:
    """A cluster of shining crystals."""
    return Form(
        meshes=(
            spike(0.20, 0.034),
            spike(0.13, 0.026, 16, -24),
            spike(0.12, 0.024, 10, 26),
            spike(0.09, 0.02, 38, 6),
            spike(0.10, 0.02, -28, -8),
        ),
        accent="#58b4f0",
        coats={Stuff.LAMP: (rgb("#8fd3ff"), Finish.GLOW), Stuff.SCREEN_INK: (rgb("#3f83c8"), Finish.GLOW)},
        view=View(turn=20, lift=14),
    )
