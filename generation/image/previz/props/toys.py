"""What is played with, and worn to play somebody: a ball, a doll, a mask."""

import numpy as np

from generation.image.previz.figure.mesh import ball, extruded, join, sheet, tube, turned
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import (
    curve,
    mirrored,
    pipe,
    put,
    rod,
    tassel,
    tilted,
)
from generation.image.previz.props.stuff import Stuff


def toy_ball() -> Form:
    """A ball in coloured segments."""
    return Form(
        meshes=(ball((0, 0, 0), 0.11, Stuff.ACCENT, rings=19, sides=26),),
        patterns=(
            Pattern(Stuff.ACCENT, Stuff.PAPER, (Where(y=1, offset=-0.93),)),
            Pattern(Stuff.ACCENT, Stuff.PAPER, (Where(x=1), Where(z=1))),
            Pattern(Stuff.ACCENT, Stuff.PAPER, (Where(x=-1), Where(z=-1))),
            Pattern(Stuff.ACCENT, Stuff.GOLD, (Where(y=1, offset=-0.46), Where(y=-1, offset=0.54))),
        ),
        other=(0.11, 0, 0),
        coats={Stuff.GOLD: (rgb("#f0c24b"), Finish.MATTE)},
        view=View(lay=(20, 18), turn=24, lift=18),
    )


def doll() -> Form:
    """A rag doll with woollen hair and a dress, held by its waist."""
    dress = [(0.075, -0.085), (0.078, -0.08), (0.045, 0.0), (0.034, 0.055), (0.018, 0.07)]
    limb = mirrored(
        join(
            [
                pipe(
                    curve([(0.03, 0.055, 0), (0.07, 0.03, 0.004), (0.095, -0.01, 0.01)], 8), 0.0125, Stuff.ACCENT_PALE
                ),
                ball((0.098, -0.018, 0.011), 0.0145, Stuff.CREAM, rings=6, sides=10),
                rod((0.028, -0.08, 0), (0.032, -0.17, 0.002), 0.014, Stuff.LINEN),
                ball((0.033, -0.178, 0.012), (0.017, 0.015, 0.026), Stuff.DARK_LEATHER, rings=6, sides=10),
                ball((0.022, 0.118, 0.048), (0.0065, 0.008, 0.004), Stuff.INK, rings=6, sides=8),
                ball((0.033, 0.098, 0.044), (0.0085, 0.006, 0.003), Stuff.PETAL, rings=6, sides=8),
                ball((0.062, 0.10, -0.005), (0.019, 0.032, 0.02), Stuff.CRUST, rings=7, sides=10),
                ball((0.057, 0.128, 0.0), (0.012, 0.009, 0.012), Stuff.ACCENT, rings=6, sides=8),
            ]
        )
    )
    return Form(
        meshes=(
            turned(dress, Stuff.ACCENT, sides=20),
            limb,
            ball((0, 0.115, 0), (0.054, 0.053, 0.05), Stuff.CREAM, rings=11, sides=18),
            ball((0, 0.133, -0.009), (0.058, 0.048, 0.053), Stuff.CRUST, rings=11, sides=18),
            tube(
                curve([(-0.012, 0.093, 0.0475), (0, 0.088, 0.049), (0.012, 0.093, 0.0475)], 7),
                0.002,
                Stuff.RED,
                sides=5,
                side=(0, 0, 1),
            ),
            *(ball((0, y, 0.042 - 0.1 * (0.03 - y)), 0.006, Stuff.PAPER, rings=5, sides=8) for y in (0.03, 0.005)),
        ),
        patterns=(Pattern(Stuff.ACCENT, Stuff.PAPER, (Where(y=1, offset=-0.06), Where(y=-1, offset=0.16))),),
        coats={
            Stuff.CREAM: (rgb("#f3d3b4"), Finish.MATTE),
            Stuff.CRUST: (rgb("#a5562c"), Finish.MATTE),
            Stuff.PETAL: (rgb("#e8978f"), Finish.MATTE),
        },
        accent="#4a6fa5",
        view=View(lay=(-30, 0), turn=20, lift=14),
    )


FOX_FACE = (
    Pattern(
        Stuff.PAPER,
        Stuff.INK,
        (
            Where(side=-0.5, y=1, offset=0.21),
            Where(side=0.75, y=-1, offset=-0.18),
            Where(side=-1, offset=0.82),
            Where(side=1, offset=-0.24),
        ),
    ),
    Pattern(
        Stuff.PAPER,
        Stuff.ACCENT,
        (Where(side=-0.5, y=1, offset=0.11), Where(side=0.9, y=-1, offset=-0.12), Where(side=1, offset=-0.2)),
    ),
    Pattern(Stuff.PAPER, Stuff.ACCENT, (Where(side=-1, y=-0.10, offset=0.14), Where(y=1, offset=-0.42))),
    Pattern(
        Stuff.PAPER,
        Stuff.ACCENT,
        (
            Where(side=1, offset=-0.42),
            Where(y=-1, side=0.45, offset=-0.44),
            Where(y=1, side=-0.45, offset=0.60),
        ),
    ),
    Pattern(
        Stuff.PAPER,
        Stuff.INK,
        (Where(y=-1, side=0.5, offset=-0.70), Where(y=1, side=-0.5, offset=0.755), Where(side=-1, offset=0.42)),
    ),
)
"""Eyes, red lids, the flame on the forehead, whisker marks and the mouth of a painted fox."""


def mask() -> Form:
    """A painted fox mask: white, red marks, slanted eyes; its face looks away from its holder."""
    rows, columns = np.linspace(1, -1, 15), np.linspace(-1, 1, 17)
    u, v = np.meshgrid(columns, rows)
    width = 0.085 * np.sqrt(np.maximum(1 - np.where(v > 0, v**4 * 0.7, np.abs(v) ** 1.6 * 0.86), 0.02))
    snout = np.exp(-((u / 0.34) ** 2) - ((v + 0.42) / 0.38) ** 2)
    grid = np.stack([u * width, 0.105 * v, 0.052 * (1 - u**2) + 0.062 * snout - 0.02 * v**2], axis=2)
    rest = np.stack([u, v, snout, 0 * u], axis=2).reshape(-1, 4).astype(np.float32)
    outer = extruded([(-0.028, 0.0), (0.028, 0.0), (0.004, 0.082)], 0.012, Stuff.PAPER, edge=Stuff.PAPER_EDGE)
    inner = extruded([(-0.014, 0.006), (0.014, 0.006), (0.003, 0.055)], 0.003, Stuff.ACCENT)
    ears = mirrored(tilted(join([put(outer, (0.048, 0.075, 0.016)), put(inner, (0.048, 0.078, 0.0235))]), z=-8))
    front = sheet(grid, Stuff.PAPER, rest)
    return Form(
        meshes=(
            front,
            put(sheet(grid[:, ::-1], Stuff.PAPER_EDGE), (0, 0, -0.003)),
            ears,
            ball((0, -0.052, 0.117), (0.014, 0.010, 0.008), Stuff.INK, rings=7, sides=10),
            *(tassel((s * 0.082, 0.03, 0.0), 0.10, Stuff.ACCENT, wide=0.006) for s in (-1, 1)),
        ),
        patterns=FOX_FACE,
        view=View(lay=(-28, 0), turn=-24, lift=18),
    )
