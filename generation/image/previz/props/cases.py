"""What other things are put into: a bag, a suitcase, a casket, a present."""

from math import pi

import numpy as np

from generation.image.previz.figure.mesh import ball, extruded, tube
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import (
    curve,
    mirrored,
    put,
    rod,
    slab,
    tilted,
)
from generation.image.previz.props.stuff import Stuff

NEAR = View(turn=-28, lift=26)


def bag() -> Form:
    """A handbag that hangs from its handles."""
    front = [(-0.155, -0.345), (0.155, -0.345), (0.165, -0.33), (0.125, -0.135), (-0.125, -0.135), (-0.165, -0.33)]
    flap = [(-0.128, -0.132), (-0.145, -0.225), (-0.10, -0.255), (0.10, -0.255), (0.145, -0.225), (0.128, -0.132)]
    handle = curve(
        [
            (-0.075, -0.14, 0),
            (-0.07, -0.05, 0),
            (-0.035, -0.004, 0),
            (0, 0, 0),
            (0.035, -0.004, 0),
            (0.07, -0.05, 0),
            (0.075, -0.14, 0),
        ],
        24,
    )
    return Form(
        meshes=(
            extruded(front, 0.11, Stuff.ACCENT, edge=Stuff.ACCENT_DARK),
            put(extruded(flap, 0.010, Stuff.ACCENT), (0, 0, 0.059)),
            *(put(tube(handle, 0.0075, Stuff.ACCENT_DARK, side=(0, 0, 1)), (0, 0, z)) for z in (-0.012, 0.012)),
            slab((0, -0.252, 0.068), (0.034, 0.03, 0.008), Stuff.GOLD, corner=0.006),
            *(rod((x, -0.15, 0.055), (x, -0.15, 0.069), 0.010, Stuff.GOLD, sides=12) for x in (-0.075, 0.075)),
        ),
        accent="#9a4b32",
        level=True,
        view=NEAR,
    )


def suitcase() -> Form:
    """A travelling case with bound corners; stands on its wheels when put down."""
    corners = [(x * 0.222, y) for x in (-1, 1) for y in (-0.615, -0.105)]
    return Form(
        meshes=(
            slab((0, -0.36, 0), (0.46, 0.56, 0.19), Stuff.ACCENT, corner=0.035, edge=Stuff.ACCENT_DARK),
            *(slab((x, -0.36, 0), (0.032, 0.566, 0.196), Stuff.LEATHER, corner=0.004) for x in (-0.12, 0.12)),
            *(
                slab((x * 0.955, y * 0.99 - 0.003, 0), (0.07, 0.07, 0.197), Stuff.LEATHER, corner=0.024)
                for x, y in corners
            ),
            tube(
                curve([(-0.08, -0.085, 0), (-0.07, -0.02, 0), (0, 0, 0), (0.07, -0.02, 0), (0.08, -0.085, 0)]),
                0.012,
                Stuff.DARK_LEATHER,
                side=(0, 0, 1),
            ),
            *(slab((x, -0.25, 0.1), (0.034, 0.04, 0.008), Stuff.GOLD, corner=0.006) for x in (-0.12, 0.12)),
            *(
                rod((x, -0.655, z), (x, -0.655, z + 0.02), 0.02, Stuff.BLACK, sides=12)
                for x in (-0.17, 0.17)
                for z in (-0.07, 0.05)
            ),
        ),
        accent="#3f6a72",
        level=True,
        view=View(turn=-32, lift=16),
    )


def box() -> Form:
    """A wooden casket with metal bands and a clasp, held in both hands."""
    return Form(
        meshes=(
            slab((0.12, 0.045, 0), (0.24, 0.11, 0.17), Stuff.ACCENT, corner=0.004, edge=Stuff.ACCENT_DARK),
            put(
                tilted(
                    extruded(
                        np.concatenate(
                            [
                                [(-0.088, 0.0), (0.088, 0.0)],
                                np.stack(
                                    [
                                        0.088 * np.cos(np.linspace(0.05, pi - 0.05, 12)),
                                        0.055 * np.sin(np.linspace(0.05, pi - 0.05, 12)),
                                    ],
                                    1,
                                ),
                            ]
                        ),
                        0.246,
                        Stuff.ACCENT_DARK,
                        edge=Stuff.ACCENT,
                    ),
                    y=90,
                ),
                (0.12, 0.101, 0),
            ),
            *(slab((x, 0.045, 0), (0.018, 0.114, 0.178), Stuff.GOLD, corner=0.002) for x in (0.035, 0.205)),
            slab((0.12, 0.094, 0.088), (0.036, 0.046, 0.008), Stuff.GOLD, corner=0.008),
            rod((0.12, 0.088, 0.09), (0.12, 0.088, 0.094), 0.005, Stuff.INK),
        ),
        patterns=(Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(y=1, x=0.04, period=0.5, duty=0.06),)),),
        accent="#8c5a33",
        other=(0.24, 0.02, 0),
        level=True,
        view=NEAR,
    )


def gift() -> Form:
    """A present with a ribbon and a bow."""
    bow_loop = tube(
        curve([(0, 0, 0), (0.03, 0.045, 0.0), (0.075, 0.05, 0), (0.07, 0.012, 0), (0.0, 0.0, 0)], 18),
        0.016,
        Stuff.ACCENT,
        thick=0.004,
        side=(0, 0, 1),
    )
    tail = tube(
        curve([(0, 0, 0), (0.03, 0.006, 0.03), (0.055, -0.01, 0.06)], 8),
        0.013,
        Stuff.ACCENT,
        thick=0.003,
        side=(0.6, 0, -0.6),
    )
    return Form(
        meshes=(
            slab((0.1, 0.03, 0), (0.19, 0.13, 0.19), Stuff.PAPER, corner=0.003),
            slab((0.1, 0.108, 0), (0.206, 0.04, 0.206), Stuff.PAPER, corner=0.003),
            slab((0.1, 0.045, 0), (0.034, 0.17, 0.209), Stuff.ACCENT, corner=0.001),
            slab((0.1, 0.045, 0), (0.209, 0.1672, 0.034), Stuff.ACCENT, corner=0.001),
            put(mirrored(bow_loop), (0.1, 0.128, 0)),
            put(mirrored(tail), (0.1, 0.132, 0)),
            ball((0.1, 0.138, 0), (0.018, 0.014, 0.016), Stuff.ACCENT_DARK),
        ),
        patterns=(Pattern(Stuff.PAPER, Stuff.ACCENT_PALE, (Where(x=1, z=1, period=0.42, duty=0.2),)),),
        accent="#c8344f",
        other=(0.2, 0.0, 0),
        level=True,
        view=NEAR,
    )
