"""Flowers, cut."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.figure.mesh import Mesh, ball, join, sheet, tube
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import (
    curve,
    loop,
    petal,
    pipe,
    put,
    rod,
    tilted,
)
from generation.image.previz.props.stuff import Stuff


def bloom(size: float, slot: int, petals: int = 5, rows: int = 3) -> Mesh:
    """Return an open flower around +y: rows of petals that open less and less towards the heart."""
    parts = [ball((0, size * 0.16, 0), size * 0.17, Stuff.FLAME_CORE, rings=6, sides=8)]
    for row in range(rows):
        leaf = petal(size * (1 - 0.24 * row), size * 0.86, 0.30, slot if row != 1 else Stuff.ACCENT_PALE)
        open_by = 66 - 27 * row
        parts += [
            tilted(tilted(leaf, x=-open_by), y=360.0 * (i + 0.5 * row) / petals, at=(0, size * 0.1 * row, 0))
            for i in range(petals)
        ]
    return join(parts)


def bouquet() -> Form:
    """Flowers of three kinds in paper, tied with a band."""
    golden, heads = pi * (3 - 5**0.5), []
    slots = (Stuff.ACCENT, Stuff.LINEN, Stuff.PETAL)
    for i in range(13):
        out, way = 0.125 * ((i + 0.4) / 13) ** 0.5, i * golden
        x, z = out * cos(way), out * sin(way)
        flower = bloom(0.06 if i % 3 else 0.07, slots[i % 3])
        lean = tilted(flower, x=float(np.degrees(z * 6)), z=float(np.degrees(-x * 6)))
        heads.append(put(lean, (x, 0.33 - 5.2 * out**2, z)))
    leaves = [
        tilted(tilted(petal(0.13, 0.06, 0.2, Stuff.LEAF, point=1.0), x=-62), y=51.0 * i, at=(0, 0.215, 0))
        for i in range(7)
    ]
    around = np.linspace(0, 2 * pi, 25)
    rim = 1 + 0.09 * np.cos(around * 4)

    def round_of(radius: float, height: float, flare: float) -> Points:
        wide = radius * (1 + (rim - 1) * flare)
        return np.stack(
            [wide * np.cos(around), height + 0.02 * flare * np.cos(around * 4), wide * np.sin(around)], axis=1
        )

    cone = np.stack(
        [
            round_of(*row)
            for row in ((0.152, 0.255, 1), (0.11, 0.15, 0.5), (0.055, 0.04, 0), (0.026, -0.02, 0), (0.05, -0.12, 1))
        ]
    )
    return Form(
        meshes=(
            *heads,
            *leaves,
            sheet(cone, Stuff.PAPER),
            sheet(cone[:, ::-1] * (0.985, 1, 0.985), Stuff.ACCENT_PALE),
            loop((0, -0.018, 0), 0.0275, 0.010, Stuff.ACCENT, around="y", steps=18),
            *(
                tube(
                    curve([(0.01 * s, -0.02, 0.03), (0.035 * s, -0.05, 0.045), (0.03 * s, -0.13, 0.05)], 8),
                    0.010,
                    Stuff.ACCENT,
                    thick=0.002,
                    side=(1, 0, 0),
                )
                for s in (-1, 1)
            ),
            *(
                rod(
                    (0.014 * cos(a), -0.19, 0.014 * sin(a)),
                    (0.006 * cos(a), -0.08, 0.006 * sin(a)),
                    0.0045,
                    Stuff.LEAF,
                    sides=6,
                )
                for a in np.linspace(0, 6, 6)
            ),
        ),
        accent="#d8536f",
        view=View(lay=(0, 64), turn=-16, lift=26),
    )


def rose() -> Form:
    """One red rose on its stem, with leaves."""
    layers = []
    for row, (count, size, wide, opening) in enumerate(
        ((5, 0.064, 0.068, 56), (5, 0.062, 0.062, 32), (4, 0.058, 0.052, 15), (3, 0.052, 0.04, 3))
    ):
        leaf = petal(size, wide, 0.42, Stuff.ACCENT if row % 2 == 0 else Stuff.ACCENT_DARK)
        layers += [
            tilted(put(tilted(leaf, x=-opening), (0, 0.012 * (row > 1), -0.006)), y=360.0 * (i + 0.37 * row) / count)
            for i in range(count)
        ]
    head = put(join(layers), (0, 0.265, 0))
    sepals = [
        tilted(tilted(petal(0.034, 0.012, 0.1, Stuff.LEAF, point=1.0), x=-75), y=72.0 * i, at=(0, 0.262, 0))
        for i in range(5)
    ]
    stem = pipe(curve([(0, -0.10, 0), (0.004, 0.05, 0), (-0.003, 0.16, 0), (0, 0.268, 0)]), 0.0038, Stuff.LEAF, sides=7)
    leaves = [
        tilted(tilted(petal(0.07, 0.038, 0.12, Stuff.LEAF, point=1.0), x=-48), y=a, at=(0, y, 0))
        for y, a in ((0.07, 80.0), (0.12, -85.0), (0.02, -60.0))
    ]
    return Form(
        meshes=(head, *sepals, stem, *leaves, ball((0, 0.262, 0), (0.011, 0.011, 0.011), Stuff.LEAF, rings=6, sides=8)),
        accent="#b3202f",
        view=View(lay=(78, 0), turn=50, lift=40),
    )
