"""What burns: lanterns, candles, torches, braziers."""

from math import cos, pi, sin

from generation.image.previz.figure.mesh import ball, turned
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import curve, flame, loop, pipe, rod, tassel
from generation.image.previz.props.stuff import Stuff

STANDING = View(turn=-24, lift=16)


def lantern() -> Form:
    """A paper lantern that glows, hanging from a stick."""
    tip = (0.0, 0.13, 0.24)
    body = [(0.05, -0.12), (0.088, -0.095), (0.108, -0.05), (0.112, 0.0), (0.108, 0.05), (0.088, 0.095), (0.05, 0.12)]
    x, y, z = 0.0, tip[1] - 0.26, tip[2]
    return Form(
        meshes=(
            pipe(curve([(0, -0.09, -0.07), (0, 0, 0), (0, 0.10, 0.13), tip]), 0.0085, Stuff.WOOD),
            rod((0, -0.115, -0.09), (0, -0.07, -0.055), 0.012, Stuff.DARK_WOOD),
            rod(tip, (x, y + 0.13, z), 0.003, Stuff.INK, sides=5),
            turned(body, Stuff.LAMP, at=(x, y, z), sides=24),
            turned(
                [(0.052, 0.118), (0.056, 0.124), (0.056, 0.138), (0.03, 0.142)], Stuff.DARK_WOOD, at=(x, y, z), sides=18
            ),
            turned(
                [(0.03, -0.142), (0.056, -0.138), (0.056, -0.124), (0.052, -0.118)],
                Stuff.DARK_WOOD,
                at=(x, y, z),
                sides=18,
            ),
            tassel((x, y - 0.142, z), 0.17, Stuff.RED),
        ),
        patterns=(
            Pattern(Stuff.LAMP, Stuff.FLAME_CORE, (Where(y=-1, offset=0.76), Where(y=1, offset=-0.26))),
            Pattern(Stuff.LAMP, Stuff.LAMP_RIB, (Where(y=1, offset=0.012, period=0.125, duty=0.12),)),
            Pattern(Stuff.FLAME_CORE, Stuff.LAMP, (Where(y=1, offset=0.012, period=0.125, duty=0.12),)),
        ),
        accent="#e8532f",
        level=True,
        view=View(turn=62, lift=12),
    )


def candle() -> Form:
    """A candle on a brass stand with an ear."""
    dish = [
        (0.03, -0.05),
        (0.05, -0.046),
        (0.062, -0.03),
        (0.058, -0.03),
        (0.046, -0.04),
        (0.018, -0.041),
        (0.017, -0.02),
        (0.024, -0.012),
        (0.018, -0.008),
    ]
    drips = [(cos(a) * 0.0125, sin(a) * 0.0125, h) for a, h in ((0.4, 0.03), (2.2, 0.045), (4.0, 0.025))]
    return Form(
        meshes=(
            turned(dish, Stuff.GOLD, sides=22),
            turned([(0.0135, -0.012), (0.0135, 0.092), (0.0115, 0.098), (0.0, 0.094)], Stuff.PAPER, sides=14),
            *(rod((x, 0.095 - h, z), (x, 0.095, z), 0.0035, Stuff.PAPER, sides=6) for x, z, h in drips),
            loop((0.066, -0.035, 0), 0.016, 0.004, Stuff.GOLD, steps=18),
            rod((0, 0.094, 0), (0, 0.104, 0), 0.0016, Stuff.INK, sides=5),
            flame((0, 0.100, 0), 0.058),
        ),
        level=True,
        view=View(turn=-24, lift=18),
    )


def torch() -> Form:
    """A stick with a burning head."""
    head = [(0.018, 0.24), (0.030, 0.26), (0.034, 0.32), (0.028, 0.345), (0.0, 0.35)]
    return Form(
        meshes=(
            rod((0, -0.22, 0), (0, 0.28, 0), 0.0135, Stuff.WOOD, to=0.018),
            turned(head, Stuff.DARK_LEATHER, sides=12),
            flame((0, 0.30, 0), 0.25, lean=0.10),
            flame((-0.022, 0.29, 0.004), 0.15, lean=-0.18, core=False),
            flame((0.024, 0.29, -0.004), 0.13, lean=0.2, core=False),
        ),
        patterns=(Pattern(Stuff.DARK_LEATHER, Stuff.LEATHER, (Where(y=1, x=0.04, period=0.24, duty=0.5),)),),
        level=True,
        view=STANDING,
    )


def brazier() -> Form:
    """A basin of coals and fire on three iron legs."""
    bowl = [
        (0.06, 0.44),
        (0.16, 0.47),
        (0.235, 0.55),
        (0.26, 0.63),
        (0.275, 0.635),
        (0.275, 0.655),
        (0.245, 0.655),
        (0.21, 0.60),
    ]
    legs = [
        pipe(
            curve(
                [
                    (0.10 * cos(a), 0.48, 0.10 * sin(a)),
                    (0.20 * cos(a), 0.34, 0.20 * sin(a)),
                    (0.17 * cos(a), 0.15, 0.17 * sin(a)),
                    (0.25 * cos(a), 0.012, 0.25 * sin(a)),
                ]
            ),
            0.014,
            Stuff.IRON,
        )
        for a in (pi / 6, pi * 5 / 6, pi * 1.5)
    ]
    coals = [
        ball(
            (0.15 * cos(i * 2.4) * (i % 3) / 2, 0.60 + 0.03 * ((i * 7) % 3) / 2, 0.15 * sin(i * 2.4) * (i % 3) / 2),
            (0.055, 0.04, 0.05),
            Stuff.BLACK if i % 3 else Stuff.FLAME,
            rings=5,
            sides=7,
        )
        for i in range(12)
    ]
    fires = ((0, 0, 0.34, 0.10), (-0.09, 0.04, 0.22, -0.16), (0.10, 0.02, 0.24, 0.18), (0.02, -0.10, 0.22, 0.1))
    return Form(
        meshes=(
            turned(bowl, Stuff.IRON, sides=28),
            turned([(0.225, 0.6), (0.0, 0.615)], Stuff.BLACK, sides=20),
            *legs,
            *coals,
            loop((0, 0.17, 0), 0.17, 0.010, Stuff.IRON, around="y"),
            *(flame((x, 0.61, z), h, lean=lean) for x, z, h, lean in fires),
        ),
        stands=True,
        view=STANDING,
    )
