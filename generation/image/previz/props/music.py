"""What is played."""

from math import pi

import numpy as np

from generation.image.previz.figure.mesh import extruded, join
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import curve, put, rod, slab, tassel, tilted
from generation.image.previz.props.stuff import Stuff


def guitar() -> Form:
    """A guitar as it is played: the grip is where its strings are struck, the neck goes up to the player's left."""
    right = curve(
        [
            (0, -0.875, 0),
            (0.13, -0.855, 0),
            (0.188, -0.745, 0),
            (0.13, -0.60, 0),
            (0.118, -0.56, 0),
            (0.142, -0.46, 0),
            (0.10, -0.395, 0),
            (0.03, -0.39, 0),
        ],
        26,
    )[:, :2]
    body = np.concatenate([right, right[::-1] * (-1, 1)])[:-1]
    hole = np.linspace(0, 2 * pi, 24, endpoint=False)
    circle = np.stack([np.cos(hole), np.sin(hole)], axis=1)
    head = [(-0.024, 0.10), (0.024, 0.10), (0.034, 0.125), (0.03, 0.255), (-0.03, 0.255), (-0.034, 0.125)]
    upright = join(
        [
            put(extruded(body, 0.095, Stuff.ACCENT, edge=Stuff.DARK_WOOD), (0, 0, -0.036)),
            put(extruded(circle * 0.058 + (0, -0.53), 0.002, Stuff.GOLD), (0, 0, 0.0125)),
            put(extruded(circle * 0.049 + (0, -0.53), 0.003, Stuff.INK), (0, 0, 0.0130)),
            slab((0, -0.70, 0.017), (0.12, 0.024, 0.012), Stuff.DARK_WOOD, corner=0.005),
            slab((0, -0.19, 0.010), (0.05, 0.59, 0.022), Stuff.DARK_WOOD, corner=0.006),
            *(
                slab((0, y, 0.0216), (0.05, 0.004, 0.002), Stuff.GOLD, corner=0.001)
                for y in np.linspace(0.06, -0.44, 11)
            ),
            extruded(head, 0.018, Stuff.ACCENT, edge=Stuff.DARK_WOOD),
            *(
                rod((s * 0.03, y, 0), (s * 0.052, y, 0), 0.006, Stuff.STEEL)
                for s in (-1, 1)
                for y in (0.145, 0.185, 0.225)
            ),
            *(
                rod((x, -0.70, 0.025), (x * 0.85, 0.15, 0.0225), 0.0011, Stuff.STEEL, sides=4)
                for x in np.linspace(-0.019, 0.019, 6)
            ),
        ]
    )
    return Form(
        meshes=(tilted(put(upright, (0, 0.60, -0.03)), z=-64),),
        patterns=(
            Pattern(
                Stuff.ACCENT,
                Stuff.ACCENT_DARK,
                (
                    Where(x=1, offset=-0.34),
                    Where(y=-1, x=0.1, offset=-0.02),
                    Where(y=1, x=-0.6, offset=0.66),
                    Where(x=-1, offset=0.62),
                ),
            ),
        ),
        accent="#d08a3e",
        coats={Stuff.STEEL: (rgb("#e9e4d6"), Finish.METAL)},
        other=(0.54, 0.26, -0.02),
        level=True,
        view=View(lay=(-70, 26), turn=-8, lift=44),
    )


def flute() -> Form:
    """A bamboo flute with bindings and a tassel."""
    holes = (0.02, 0.055, 0.09, 0.14, 0.175, 0.21, 0.40)
    return Form(
        meshes=(
            rod((0, -0.14, 0), (0, 0.50, 0), 0.0125, Stuff.ACCENT, sides=12),
            *(
                rod((0, y, 0), (0, y + 0.014, 0), 0.0138, Stuff.DARK_WOOD, sides=12)
                for y in (-0.12, -0.03, 0.11, 0.28, 0.35, 0.46)
            ),
            *(tilted(rod((0, 0, 0.0115), (0, 0, 0.0132), 0.0055, Stuff.INK), at=(0, y, 0)) for y in holes),
            rod((0, -0.155, 0), (0, -0.13, 0), 0.0142, Stuff.LINEN, sides=12),
            rod((0, 0.49, 0), (0, 0.512, 0), 0.0142, Stuff.LINEN, sides=12),
            tassel((0, -0.155, 0), 0.16, Stuff.RED),
        ),
        accent="#b98f4a",
        other=(0, 0.2, 0),
        view=View(lay=(90, 0), turn=60, lift=40),
    )
