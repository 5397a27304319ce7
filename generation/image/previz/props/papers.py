"""What is written, read and drawn, and what writes it."""

import numpy as np

from generation.image.previz.figure.mesh import Mesh, ball, box, extruded, join, sheet, tube, turned
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import put, rod, slab, tassel, tilted
from generation.image.previz.props.stuff import Stuff

READ = View(lay=(68, 0), turn=188, lift=46)
"""Papers lie on their back, a little raised, their writing up."""


def lines(of: int, to: int, *, every: float = 0.19, duty: float = 0.3, side: float = 0.7, up: float = 0.78) -> Pattern:
    """Return written lines across a page whose rest runs from -1 to 1."""
    return Pattern(
        of,
        to,
        (
            Where(side=-1, offset=side),
            Where(y=-1, offset=up),
            Where(y=1, offset=up),
            Where(y=1, period=every, duty=duty),
        ),
    )


def columns(of: int, to: int, *, every: float = 0.24) -> Pattern:
    """Return columns of brush writing; gaps between signs."""
    return Pattern(
        of,
        to,
        (
            Where(side=-1, offset=0.8),
            Where(y=-1, offset=0.74),
            Where(y=1, offset=0.74),
            Where(x=1, offset=0.05, period=every, duty=0.36),
            Where(y=1, x=0.55, period=0.2, duty=0.74),
        ),
    )


def page(width: float, height: float, slot: int, *, bend: float = 0.0, fold: float = 0.0) -> Mesh:
    """Return a sheet of paper upright around the origin that bends towards +z at its sides."""
    x = np.linspace(-1, 1, 9)
    y = np.linspace(1, -1, 9)
    across, down = np.meshgrid(x, y)
    z = bend * across**2 + fold * np.abs(down)
    grid = np.stack([across * width / 2, down * height / 2, z], axis=2)
    rest = np.stack([across, down, np.zeros_like(z), np.zeros_like(z)], axis=2).reshape(-1, 4).astype(np.float32)
    return sheet(grid, slot, rest)


def letter() -> Form:
    """A sheet of handwriting, folded once, with a red seal."""
    grid = page(0.15, 0.21, Stuff.PAPER, bend=-0.008, fold=-0.012)
    return Form(
        meshes=(put(grid, (0, 0.085, 0)),),
        patterns=(
            Pattern(
                Stuff.PAPER,
                Stuff.RED,
                (
                    Where(x=-1, offset=-0.42),
                    Where(x=1, offset=0.78),
                    Where(y=-1, offset=-0.56),
                    Where(y=1, offset=0.84),
                ),
            ),
            Pattern(
                Stuff.PAPER,
                Stuff.INK,
                (
                    Where(side=-1, offset=0.72),
                    Where(y=-1, offset=0.8),
                    Where(y=1, offset=0.5),
                    Where(y=1, period=0.17, duty=0.26),
                    Where(x=1, y=2.9, period=0.63, duty=0.84),
                ),
            ),
            Pattern(Stuff.PAPER, Stuff.PAPER_EDGE, (Where(y=1, offset=0.012), Where(y=-1, offset=0.012))),
        ),
        looks=True,
        view=READ,
    )


def photo() -> Form:
    """A print with a white edge: two people under a sky."""
    face = box((0, 0.055, 0), (0.10, 0.13, 0.001), Stuff.PAPER)
    picture = box((0, 0.062, -0.0012), (0.084, 0.092, 0.0006), Stuff.SCREEN)

    def sitter(x: float, high: float, slot: int) -> Mesh:
        return join(
            [
                ball((x, 0.05 + high, -0.002), (0.011, 0.013, 0.0012), Stuff.CREAM, rings=8),
                ball((x, 0.056 + high, -0.0018), (0.0125, 0.012, 0.0011), Stuff.INK, rings=8),
                slab((x, 0.028 + high / 2, -0.0018), (0.032, 0.024 + high, 0.001), slot, corner=0.01),
            ]
        )

    return Form(
        meshes=(face, picture, sitter(-0.017, 0.012, Stuff.ACCENT), sitter(0.017, 0.004, Stuff.ACCENT_PALE)),
        patterns=(Pattern(Stuff.SCREEN, Stuff.LEAF, (Where(y=-1, x=0.2, offset=-0.35),)),),
        coats={Stuff.SCREEN: (rgb("#bcd9e4"), Finish.FLAT)},
        looks=True,
        view=READ,
    )


def book() -> Form:
    """An open book held at its spine; the pages look at the reader."""

    def half(side: int) -> Mesh:
        x = np.linspace(0, 1, 9)
        bow = 0.016 * np.sin(np.pi * x**0.7) + 0.004
        top = np.stack([side * x * 0.13, np.full(9, 0.0995), -bow - 0.0015], axis=1)
        grid = top[None] - np.linspace(0, 0.2, 5)[:, None, None] * (0, 1, 0)
        u, v = np.meshgrid(2 * x - 1, np.linspace(1, -1, 5))
        rest = np.stack([u, v, 0 * u, 0 * u + 1], axis=2).reshape(-1, 4).astype(np.float32)
        leaf = sheet(grid, Stuff.PAPER, rest)
        block = np.concatenate(
            [np.stack([side * x * 0.13, -bow], 1), np.stack([side * x[::-1] * 0.13, np.full(9, 0.008)], 1)]
        )
        if side > 0:
            block = block[::-1]
        from_above = tilted(extruded(block, 0.20, Stuff.PAPER_EDGE), x=90)
        return join(
            [
                leaf,
                put(from_above, (0, 0, 0)),
                put(
                    tilted(slab((0, 0, 0), (0.138, 0.212, 0.004), Stuff.ACCENT, corner=0.004), y=side * 3),
                    (side * 0.069, 0, 0.012),
                ),
            ]
        )

    return Form(
        meshes=(half(-1), half(1), slab((0, 0, 0.013), (0.018, 0.212, 0.006), Stuff.ACCENT_DARK)),
        patterns=(lines(Stuff.PAPER, Stuff.GREY, every=0.14, duty=0.35),),
        accent="#2d5a6b",
        other=(0.12, -0.05, 0),
        looks=True,
        view=View(lay=(75, 0), turn=200, lift=42),
    )


def scroll() -> Form:
    """A handscroll, half unrolled, with columns of writing and wooden knobs."""
    leaf = page(0.30, 0.21, Stuff.PAPER, bend=0.012)

    def roller(x: float) -> Mesh:
        return join(
            [
                rod((x, -0.112, 0.014), (x, 0.112, 0.014), 0.019, Stuff.PAPER_EDGE, sides=14),
                rod((x, -0.14, 0.014), (x, -0.11, 0.014), 0.0125, Stuff.DARK_WOOD, sides=12),
                rod((x, 0.11, 0.014), (x, 0.14, 0.014), 0.0125, Stuff.DARK_WOOD, sides=12),
            ]
        )

    return Form(
        meshes=(
            put(leaf, (0.155, 0, 0)),
            roller(0.0),
            roller(0.31),
            tassel((0.31, -0.14, 0.014), 0.07, Stuff.ACCENT, wide=0.008),
        ),
        patterns=(
            Pattern(Stuff.PAPER, Stuff.ACCENT, (Where(side=1, y=0, offset=-0.9),)),
            Pattern(Stuff.PAPER, Stuff.ACCENT, (Where(y=1, offset=-0.9),)),
            Pattern(Stuff.PAPER, Stuff.ACCENT, (Where(y=-1, offset=-0.9),)),
            columns(Stuff.PAPER, Stuff.INK),
        ),
        accent="#3f5f74",
        other=(0.31, 0, 0),
        looks=True,
        view=View(lay=(68, 0), turn=182, lift=48),
    )


def map_() -> Form:
    """An old chart with coast, route and a cross, held at both sides."""
    leaf = page(0.42, 0.30, Stuff.PAPER, bend=0.03)
    return Form(
        meshes=(put(leaf, (0.19, 0, 0)),),
        patterns=(
            Pattern(Stuff.PAPER, Stuff.WOOD, (Where(side=1, offset=-0.93),)),
            Pattern(Stuff.PAPER, Stuff.WOOD, (Where(y=1, offset=-0.91),)),
            Pattern(Stuff.PAPER, Stuff.WOOD, (Where(y=-1, offset=-0.91),)),
            Pattern(
                Stuff.PAPER,
                Stuff.RED,
                (
                    Where(x=1, y=1, offset=-0.78),
                    Where(x=-1, y=-1, offset=0.86),
                    Where(x=1, y=-1, offset=0.10),
                    Where(x=-1, y=1, offset=0.22),
                ),
            ),
            Pattern(
                Stuff.PAPER,
                Stuff.RED,
                (
                    Where(x=1, y=-1, offset=0.02),
                    Where(x=-1, y=1, offset=0.10),
                    Where(x=1, y=1, offset=-0.66),
                    Where(x=-1, y=-1, offset=0.98),
                ),
            ),
            Pattern(
                Stuff.PAPER,
                Stuff.RED,
                (
                    Where(x=0.55, y=-1, offset=0.06),
                    Where(x=-0.55, y=1, offset=0.0),
                    Where(x=-1, offset=0.35),
                    Where(x=1, offset=0.7),
                    Where(x=1, period=0.13, duty=0.6),
                ),
            ),
            Pattern(Stuff.PAPER, Stuff.GLASS, (Where(x=-1, y=-0.8, offset=-0.35),)),
            Pattern(Stuff.PAPER, Stuff.GLASS, (Where(x=-0.3, y=-1, offset=-0.42),)),
            Pattern(Stuff.PAPER, Stuff.LEAF, (Where(x=0.8, y=1, offset=-1.05),)),
            Pattern(Stuff.PAPER, Stuff.PAPER_EDGE, (Where(x=1, offset=0.012, period=0.5, duty=0.03),)),
        ),
        coats={Stuff.PAPER: (rgb("#e4cfa0"), Finish.MATTE), Stuff.GLASS: (rgb("#9cc0bd"), Finish.MATTE)},
        other=(0.38, 0, 0),
        looks=True,
        view=View(lay=(60, 0), turn=180, lift=46),
    )


def brush() -> Form:
    """A writing brush, its tip below the hand."""
    tip = [(0.0, -0.155), (0.004, -0.135), (0.0082, -0.115), (0.0075, -0.10)]
    return Form(
        meshes=(
            rod((0, -0.10, 0), (0, 0.13, 0), 0.0062, Stuff.ACCENT),
            turned(tip, Stuff.BLACK, sides=12),
            rod((0, -0.105, 0), (0, -0.09, 0), 0.0078, Stuff.GOLD),
            rod((0, 0.125, 0), (0, 0.142, 0), 0.0072, Stuff.DARK_WOOD),
        ),
        accent="#a8713d",
        view=View(lay=(90, 0), turn=55, lift=45),
    )


def pen() -> Form:
    """A fountain pen, its nib below the hand."""
    nib = extruded([(0.0, -0.07), (0.0042, -0.045), (-0.0042, -0.045)], 0.002, Stuff.GOLD)
    return Form(
        meshes=(
            tube(
                [(0, -0.047, 0), (0, -0.03, 0), (0, 0.02, 0), (0, 0.075, 0), (0, 0.085, 0)],
                [0.004, 0.0058, 0.0068, 0.0055, 0.002],
                Stuff.ACCENT,
            ),
            nib,
            rod((0, -0.024, 0), (0, -0.018, 0), 0.0075, Stuff.GOLD),
            slab((0, 0.035, 0.0085), (0.003, 0.05, 0.0025), Stuff.GOLD, corner=0.001),
        ),
        accent="#1f3155",
        view=View(lay=(90, 0), turn=55, lift=48),
    )
