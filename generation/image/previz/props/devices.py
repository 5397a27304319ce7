"""Machines that fit in a hand: what rings, shines, records and tells the time."""

from generation.image.previz.figure.mesh import Mesh, ball, join, tube, turned
from generation.image.previz.ink.paint import Finish, Pattern, Where
from generation.image.previz.light import rgb
from generation.image.previz.props.prop import Form, Grip, View
from generation.image.previz.props.shapes import curve, loop, pipe, put, rod, slab, tilted
from generation.image.previz.props.stuff import Stuff

SHOWN = View(lay=(62, 0), turn=200, lift=42)
"""Lies on its back, a little raised, the screen up."""


def bubbles(at: tuple[float, float, float], width: float, rows: tuple[tuple[float, float, int], ...]) -> Mesh:
    """Return the messages of a talk on a screen that looks to -z: (centre, width) as shares of `width`, and a slot."""
    x, y, z = at
    return join(
        [
            slab((x + middle * width, y - 0.021 * row, z), (share * width, 0.0145, 0.0006), slot, corner=0.005)
            for row, (middle, share, slot) in enumerate(rows)
        ]
    )


def phone() -> Form:
    """A phone with a talk on its lit screen."""
    talk = ((0.18, 0.5, 21), (-0.12, 0.62, 20), (0.22, 0.42, 21), (-0.2, 0.46, 20), (0.1, 0.66, 21))
    return Form(
        meshes=(
            slab((0, 0.052, 0), (0.076, 0.158, 0.0085), Stuff.BLACK, corner=0.012),
            slab((0, 0.052, -0.0046), (0.069, 0.150, 0.0008), Stuff.SCREEN, corner=0.009),
            bubbles((0, 0.092, -0.0054), 0.066, talk),
            slab((0, 0.118, -0.0054), (0.062, 0.008, 0.0006), Stuff.SCREEN_INK, corner=0.003),
            slab((-0.017, 0.108, 0.0052), (0.028, 0.032, 0.0022), Stuff.INK, corner=0.007),
            rod((-0.022, 0.115, 0.0055), (-0.022, 0.115, 0.0075), 0.0052, Stuff.GLASS, sides=12),
            rod((-0.013, 0.101, 0.0055), (-0.013, 0.101, 0.0075), 0.0052, Stuff.GLASS, sides=12),
        ),
        patterns=(Pattern(Stuff.SCREEN, Stuff.SCREEN_PALE, (Where(y=-1, offset=-0.80),)),),
        looks=True,
        view=SHOWN,
    )


def tablet() -> Form:
    """A tablet with a picture and lines of text."""
    return Form(
        meshes=(
            slab((0, 0.09, 0), (0.175, 0.25, 0.008), Stuff.BLACK, corner=0.012),
            slab((0, 0.09, -0.0044), (0.158, 0.228, 0.0008), Stuff.SCREEN_PALE, corner=0.004),
            slab((0, 0.148, -0.0052), (0.14, 0.085, 0.0006), Stuff.SCREEN, corner=0.003),
        ),
        patterns=(
            Pattern(Stuff.SCREEN, Stuff.SCREEN_INK, (Where(side=-0.9, y=-1, offset=0.05),)),
            Pattern(
                Stuff.SCREEN_PALE,
                Stuff.SCREEN_INK,
                (
                    Where(side=-1, offset=0.82),
                    Where(y=-1, offset=0.02),
                    Where(y=1, offset=0.84),
                    Where(y=1, period=0.17, duty=0.35),
                ),
            ),
        ),
        other=(0.08, 0.03, 0),
        looks=True,
        view=SHOWN,
    )


def laptop() -> Form:
    """An open laptop; its back looks away from who types."""
    lid = join(
        [
            slab((0, 0.112, 0), (0.33, 0.215, 0.006), Stuff.GREY, corner=0.008),
            slab((0, 0.113, -0.0036), (0.312, 0.194, 0.0008), Stuff.SCREEN, corner=0.003),
            slab((0, 0.185, -0.0043), (0.29, 0.014, 0.0006), Stuff.SCREEN_PALE, corner=0.002),
            slab((-0.085, 0.105, -0.0043), (0.115, 0.125, 0.0006), Stuff.SCREEN_PALE, corner=0.002),
            *(
                slab((0.075, 0.15 - 0.024 * i, -0.0043), (w, 0.011, 0.0006), Stuff.SCREEN_INK, corner=0.002)
                for i, w in enumerate((0.12, 0.15, 0.09, 0.14, 0.11))
            ),
            rod((0, 0.125, 0.003), (0, 0.125, 0.0045), 0.017, Stuff.ACCENT, sides=14),
        ]
    )
    deck = tilted(slab((0, 0, 0), (0.33, 0.228, 0.014), Stuff.GREY, corner=0.008), x=-90, at=(0, 0.007, -0.115))
    keys = tilted(slab((0, 0, 0), (0.285, 0.10, 0.001), Stuff.BLACK, corner=0.004), x=-90, at=(0, 0.0145, -0.085))
    pad = tilted(slab((0, 0, 0), (0.10, 0.06, 0.001), Stuff.LINEN, corner=0.003), x=-90, at=(0, 0.0145, -0.183))
    return Form(
        meshes=(put(tilted(lid, x=14), (0, 0.012, 0)), deck, keys, pad),
        patterns=(
            Pattern(Stuff.BLACK, Stuff.GREY, (Where(y=1, period=0.42, duty=0.14),)),
            Pattern(Stuff.BLACK, Stuff.GREY, (Where(x=1, offset=0.03, period=0.17, duty=0.16),)),
        ),
        coats={Stuff.GREY: (rgb("#aab0b9"), Finish.METAL)},
        accent="#e8eef4",
        other=(0.16, 0.005, -0.10),
        level=True,
        view=View(turn=205, lift=30),
    )


def watch() -> Form:
    """A pocket watch on its chain, its dial to the reader."""
    chain = [
        loop(
            (0.006 * (i % 2), 0.052 + 0.016 * i, 0),
            0.0085,
            0.0022,
            Stuff.GOLD,
            around="z" if i % 2 else "x",
            steps=12,
        )
        for i in range(8)
    ]
    dial = rod((0, 0, -0.0075), (0, 0, -0.0085), 0.0275, Stuff.PAPER, sides=28)
    marks = [
        put(
            tilted(slab((0, 0.0225, 0), (0.0026, 0.006, 0.0006), Stuff.INK, corner=0.0006), z=30.0 * i), (0, 0, -0.0092)
        )
        for i in range(12)
    ]
    hands = [
        tilted(slab((0, 0.008, 0), (0.003, 0.019, 0.0006), Stuff.INK, corner=0.0007), z=52, at=(0, 0, -0.0096)),
        tilted(slab((0, 0.010, 0), (0.0022, 0.025, 0.0006), Stuff.INK, corner=0.0007), z=-60, at=(0, 0, -0.0096)),
    ]
    case = tilted(
        turned([(0.024, -0.008), (0.033, -0.004), (0.034, 0.004), (0.029, 0.008)], Stuff.GOLD, sides=28), x=-90
    )
    return Form(
        meshes=(case, dial, *marks, *hands, rod((0, 0.033, 0), (0, 0.043, 0), 0.0055, Stuff.GOLD), *chain),
        looks=True,
        view=View(lay=(62, 0), turn=198, lift=46),
    )


def flashlight() -> Form:
    """A torch that burns, level, its head ahead of the fist."""
    head = [(0.0145, 0.06), (0.0155, 0.075), (0.026, 0.095), (0.027, 0.12), (0.023, 0.12), (0.0215, 0.112)]
    upright = join(
        [
            rod((0, -0.085, 0), (0, 0.065, 0), 0.0165, Stuff.BLACK, sides=14),
            turned(head, Stuff.IRON, sides=20),
            turned([(0.0225, 0.113), (0.012, 0.121), (0.0, 0.1225)], Stuff.FLAME_CORE, sides=16),
            slab((0, 0.03, -0.017), (0.012, 0.024, 0.006), Stuff.ACCENT, corner=0.003),
            rod((0, -0.095, 0), (0, -0.08, 0), 0.0175, Stuff.IRON, sides=14),
        ]
    )
    return Form(
        meshes=(tilted(upright, x=90),),
        patterns=(Pattern(Stuff.BLACK, Stuff.IRON, (Where(y=1, period=0.16, duty=0.25),)),),
        grip=Grip(axis=(0, 0, 1), facing=(0, 1, 0)),
        level=True,
        view=View(turn=52, lift=30),
    )


def camera() -> Form:
    """A camera, its lens away from who looks through it."""
    barrel = tilted(
        turned(
            [(0.034, 0.0), (0.034, 0.022), (0.031, 0.024), (0.031, 0.05), (0.027, 0.05), (0.022, 0.04)],
            Stuff.BLACK,
            sides=24,
        ),
        x=90,
        at=(0.02, 0.004, 0.024),
    )
    strap = curve(
        [
            (-0.066, 0.03, 0),
            (-0.10, -0.02, 0.01),
            (-0.06, -0.13, 0.0),
            (0.04, -0.14, 0.0),
            (0.09, -0.03, 0.0),
            (0.066, 0.03, 0),
        ],
        26,
    )
    return Form(
        meshes=(
            slab((0, 0, 0), (0.135, 0.078, 0.05), Stuff.BLACK, corner=0.012),
            slab((0, 0.030, 0), (0.1355, 0.022, 0.051), Stuff.GREY, corner=0.008),
            slab((0.02, 0.048, 0), (0.05, 0.028, 0.042), Stuff.GREY, corner=0.008),
            rod((-0.045, 0.038, 0), (-0.045, 0.052, 0), 0.012, Stuff.STEEL, sides=14),
            rod((-0.045, 0.05, 0), (-0.045, 0.056, 0), 0.006, Stuff.ACCENT, sides=12),
            barrel,
            put(ball((0, 0, 0), (0.023, 0.023, 0.008), Stuff.GLASS), (0.02, 0.004, 0.064)),
            slab((0.02, 0.05, 0.0215), (0.034, 0.014, 0.002), Stuff.GLASS, corner=0.003),
            tube(strap, 0.007, Stuff.LEATHER, thick=0.0025, sides=6, side=(0, 0, 1)),
        ),
        patterns=(Pattern(Stuff.BLACK, Stuff.GREY, (Where(y=1, offset=-0.42), Where(y=-1, offset=0.5))),),
        coats={Stuff.GLASS: (rgb("#5c7f9c"), Finish.METAL), Stuff.GREY: (rgb("#b4b8bd"), Finish.METAL)},
        accent="#c0392b",
        other=(0.06, -0.01, 0.02),
        level=True,
        view=View(turn=28, lift=18),
    )


def microphone() -> Form:
    """A microphone with a round grille."""
    return Form(
        meshes=(
            tube(
                [(0, -0.10, 0), (0, -0.09, 0), (0, 0.05, 0), (0, 0.075, 0)],
                [0.010, 0.0125, 0.0165, 0.019],
                Stuff.BLACK,
                sides=14,
            ),
            ball((0, 0.108, 0), (0.029, 0.033, 0.029), Stuff.GREY, rings=12, sides=18),
            rod((0, 0.098, 0), (0, 0.108, 0), 0.0302, Stuff.ACCENT, sides=18),
            slab((0, 0.02, 0.0155), (0.007, 0.022, 0.005), Stuff.RED, corner=0.003),
            pipe(
                curve([(0, -0.10, 0), (0, -0.14, -0.01), (0.03, -0.19, -0.03), (0.02, -0.25, -0.02)]),
                0.004,
                Stuff.BLACK,
                sides=6,
            ),
        ),
        patterns=(
            Pattern(Stuff.GREY, Stuff.IRON, (Where(y=1, period=0.11, duty=0.28),)),
            Pattern(Stuff.GREY, Stuff.IRON, (Where(x=1, z=0.02, period=0.26, duty=0.22),)),
        ),
        accent="#d9ab4e",
        coats={Stuff.GREY: (rgb("#a9afb8"), Finish.METAL)},
        view=View(lay=(90, 0), turn=50, lift=34),
    )
