"""What opens over a head or before a face: the folding fan and the paper umbrella."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import sheet, turned
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import (
    put,
    rod,
    slab,
    tassel,
    tilted,
)
from generation.image.previz.props.stuff import Stuff


def fan() -> Form:
    """A folding fan, open, its painted leaf to who looks at its holder."""
    folds, reach = 24, 75.0
    angles = np.radians(np.linspace(-reach, reach, folds + 1))
    radii = np.array([0.115, 0.17, 0.235])
    zig = 0.004 * np.where(np.arange(folds + 1) % 2, 1, -1)
    grid = np.stack([np.stack([r * np.sin(angles), r * np.cos(angles), zig], axis=1) for r in radii[::-1]])
    across, down = np.meshgrid(np.linspace(-1, 1, folds + 1), np.array([1.0, 0.45, 0.0]))
    rest = np.stack([across, down, np.zeros_like(down), np.zeros_like(down)], axis=2).reshape(-1, 4).astype(np.float32)
    sticks = [
        tilted(slab((0, 0.062, 0), (0.009, 0.135, 0.0016), Stuff.PALE_WOOD, corner=0.002), z=-float(np.degrees(a)))
        for a in angles[1:-1:2]
    ]
    guards = [
        tilted(slab((0, 0.107, 0), (0.014, 0.262, 0.004), Stuff.DARK_WOOD, corner=0.004), z=-side * reach)
        for side in (-1, 1)
    ]
    return Form(
        meshes=(
            sheet(grid, Stuff.ACCENT, rest),
            *sticks,
            *guards,
            rod((0, 0, -0.006), (0, 0, 0.006), 0.006, Stuff.GOLD),
            tassel((0, -0.022, 0), 0.11, Stuff.ACCENT_DARK, wide=0.008),
        ),
        patterns=(
            Pattern(Stuff.ACCENT, Stuff.GOLD, (Where(y=1, offset=-0.955),)),
            Pattern(Stuff.ACCENT, Stuff.GOLD, (Where(y=-1, offset=0.04),)),
            Pattern(
                Stuff.ACCENT,
                Stuff.ACCENT_PALE,
                (Where(y=-1, x=0.4, offset=0.42), Where(y=1, x=-0.5, offset=-0.16), Where(x=1, offset=0.75)),
            ),
            Pattern(
                Stuff.ACCENT,
                Stuff.ACCENT_PALE,
                (Where(side=-1, y=-0.6, offset=0.75), Where(side=-1, y=0.6, offset=0.0), Where(side=1, offset=-0.03)),
            ),
        ),
        accent="#b03a48",
        looks=True,
        view=View(lay=(-60, 0), turn=-14, lift=40),
    )


def umbrella() -> Form:
    """An oil-paper umbrella, open: painted rings above, bamboo ribs under it."""
    ribs = 16
    rows = np.array([(0.012, 0.80), (0.16, 0.765), (0.33, 0.705), (0.50, 0.62)])
    turn = np.linspace(0, 2 * pi, ribs * 2 + 1)
    slack = np.where(np.arange(ribs * 2 + 1) % 2, 0.965, 1.0)
    grid = np.stack(
        [
            np.stack(
                [
                    r * np.cos(turn) * (1 - (1 - slack) * r * 2),
                    np.full_like(turn, y) + 0.02 * (1 - slack) * r * 20,
                    r * np.sin(turn) * (1 - (1 - slack) * r * 2),
                ],
                axis=1,
            )
            for r, y in rows
        ]
    )
    around, out = np.meshgrid(np.linspace(0, 1, ribs * 2 + 1), rows[:, 0] / 0.5)
    rest = np.stack([around * ribs, out, 0 * out, 0 * out], axis=2).reshape(-1, 4).astype(np.float32)
    stays = [
        rod(
            (0.012 * cos(a), 0.60, 0.012 * sin(a)),
            (0.26 * cos(a), 0.722, 0.26 * sin(a)),
            0.0035,
            Stuff.PALE_WOOD,
            sides=5,
        )
        for a in np.linspace(0, 2 * pi, ribs, endpoint=False)
    ]
    under = put(sheet(grid[:, ::-1], Stuff.ACCENT_DARK, rest), (0, -0.006, 0))
    return Form(
        meshes=(
            sheet(grid, Stuff.ACCENT, rest),
            under,
            *stays,
            rod((0, -0.13, 0), (0, 0.80, 0), 0.0085, Stuff.WOOD),
            rod((0, -0.15, 0), (0, -0.05, 0), 0.0135, Stuff.DARK_WOOD, sides=10),
            turned([(0.03, 0.785), (0.018, 0.81), (0.008, 0.85), (0.004, 0.875)], Stuff.DARK_WOOD, sides=12),
            rod((0, 0.585, 0), (0, 0.615, 0), 0.016, Stuff.DARK_WOOD, sides=10),
        ),
        patterns=(
            Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(y=1, offset=-0.52), Where(y=-1, offset=0.58))),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(y=1, offset=-0.26), Where(y=-1, offset=0.36))),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(y=1, offset=-0.955),)),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_DARK, (Where(x=1, offset=0.025, period=1.0, duty=0.05),)),
        ),
        level=True,
        view=View(lay=(0, 0), turn=20, lift=18),
    )
