"""Knitwear, jackets, coats and tracksuits."""

from itertools import pairwise
from math import pi

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot, ball, tube
from generation.image.previz.figure.wardrobe import cuts, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut
from generation.image.previz.figure.wardrobe.form import Form
from generation.image.previz.figure.wardrobe.modern import (
    JacketCut,
    armholes,
    cuff,
    elbows,
    jacket_piece,
    lapels,
    legs,
    sneakers,
    waist,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.patterns import (
    ARM,
    BACK,
    FRONT,
    TRUNK,
    above,
    below,
    between,
    line,
    pair,
    stripes,
    within,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.tailor import (
    Outfit,
    Piece,
    Wearer,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground, mirrored
from generation.image.previz.ink.paint import Pattern, Where


def hoodie(wearer: Wearer) -> Outfit:
    """Cut a hooded sweatshirt: the hood lies on the shoulders, a pocket across the belly, strings."""
    form = wearer.form
    made = cuts.eased(
        cuts.top(
            form, TopCut(low=0.495, neck=0.052, loose=0.020, waist=0.024, hem=0.012, arm=0.022, cuff=0.010, drape=1.0)
        ),
        form,
    )
    ground = Ground.of(form, made)
    strings = [
        trims.strip(
            ground,
            [(x - 0.0025, 0.828), (x - 0.0025, y)],
            [(x + 0.0025, 0.828), (x + 0.0025, y)],
            Slot.TRIM,
            lift=0.008,
            rows=6,
        )
        for x, y in ((0.022, 0.755), (-0.022, 0.742))
    ]
    pocket = [(0.040, 0.605), (0.078, 0.560), (0.078, 0.522)]
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, *hood(form), *strings)],
                patterns=(
                    *ribbed(0.49, 0.514),
                    *cuff(form, 0.88, tone=0.80),
                    *elbows(form),
                    *waist(y=0.55),
                    *(
                        each
                        for a, b in pairwise(pocket)
                        for each in pair(Slot.TOP, a, b, 0.004, end=0.004, tone=0.62, where=(FRONT, TRUNK))
                    ),
                    line(Slot.TOP, (-0.04, 0.605), (0.04, 0.605), 0.004, end=0.004, tone=0.62, where=(FRONT, TRUNK)),
                ),
            ),
            sneakers(form),
        ),
    )


def hood(form: Form) -> list[Mesh]:
    """Return a hood that lies behind the neck, and its thick edge around it."""
    tall, neck = form.height, form.joints["neck"]
    turn = np.linspace(0.42, 2 * pi - 0.42, 26)
    rear = (1 - np.cos(turn)) / 2
    radius = (0.056 + 0.012 * rear) * tall
    ring = np.stack(
        [
            radius * 1.1 * np.sin(turn),
            neck[1] + (-0.030 + 0.036 * rear) * tall,
            neck[2] - 0.004 * tall + radius * np.cos(turn),
        ],
        axis=1,
    )
    edge = tube(ring, 0.012 * tall + 0.008 * tall * rear, Slot.TOP, side=(0.0, 1.0, 0.0), sides=8)
    bag = ball(
        (0.0, neck[1] - 0.030 * tall, neck[2] - 0.058 * tall), (0.078 * tall, 0.048 * tall, 0.034 * tall), Slot.TOP
    )
    hollow = ball(
        (0.0, neck[1] - 0.002 * tall, neck[2] - 0.050 * tall), (0.050 * tall, 0.018 * tall, 0.022 * tall), Slot.LINING
    )
    tag = np.array([0, 0, 0, -3], np.float32)
    return [Mesh(each.points, each.faces, each.slots, each.rest * 0 + tag) for each in (edge, bag, hollow)]


def ribbed(low: float, high: float) -> tuple[Pattern, ...]:
    """Return a knitted border between two heights."""
    return (
        Pattern(Slot.TOP, Slot.TOP, (stripes(0.0075, 0.35, x=1), *between(low, high), TRUNK), 0.80),
        Pattern(Slot.TOP, Slot.TOP, (*between(high, high + 0.0025), TRUNK), 0.66),
    )


def sweater(wearer: Wearer) -> Outfit:
    """Cut a pullover with a rolled neck and bands of another colour."""
    form = wearer.form
    made = cuts.eased(
        cuts.top(form, TopCut(low=0.50, loose=0.016, waist=0.020, hem=0.010, arm=0.017, cuff=0.008, drape=0.95)), form
    )
    roll = trims.collar(Ground.of(form, made), Slot.TOP, tall=0.044, lean=0.003, thick=0.008, front=0.85)
    band = tuple(
        Pattern(Slot.TOP, slot, (*between(low, high), TRUNK))
        for slot, low, high in ((Slot.TRIM, 0.735, 0.743), (Slot.ACCENT, 0.705, 0.730), (Slot.TRIM, 0.690, 0.698))
    )
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, roll)],
                patterns=(
                    *band,
                    *ribbed(0.49, 0.52),
                    *cuff(form, 0.86, tone=0.82),
                    *elbows(form),
                    *waist(y=0.56),
                    Pattern(Slot.TOP, Slot.TOP, (stripes(0.0075, 0.35, x=1), above(0.852)), 0.84),
                ),
            ),
            legs(form),
        ),
    )


def jacket(wearer: Wearer) -> Outfit:
    """Cut a short jacket, worn open over a T-shirt: a standing collar, a zip, slanted pockets."""
    form = wearer.form
    body, tails = jacket_piece(
        form, JacketCut(hem=0.525, apex=0.60, gap=(0.16, 0.24), loose=0.018, flare=0.0, slope=0.20, rows=8)
    )
    ground = Ground.of(form, body)
    inner = [(0.030, 0.70), (0.052, 0.80), (0.052, 0.850)]
    outer = [(0.040, 0.70), (0.080, 0.805), (0.058, 0.852)]
    details = [
        trims.strip(ground, inner, outer, Slot.TOP),
        trims.strip(ground, mirrored(outer), mirrored(inner), Slot.TOP),
        trims.collar(ground, Slot.TOP, neck=0.056, tall=0.036, lean=-0.002, gap=0.75),
    ]
    cut = TopCut(low=0.51, neck=0.054, dip=0.012, loose=0.006, waist=0.006, hem=0.006, drape=0.7, slot=Slot.ACCENT)
    tee = cuts.edged(form, cuts.armless(cuts.top(form, cut), 0.3), cut, 0.010, Slot.TRIM)
    patterns = (
        *armholes(),
        *elbows(form),
        *cuff(form, 0.88, tone=0.78),
        Pattern(Slot.TOP, Slot.TOP, (*between(0.5, 0.545), TRUNK), 0.84),
        *pair(Slot.TOP, (0.058, 0.585), (0.080, 0.640), 0.005, end=0.005, tone=0.6, where=(FRONT, TRUNK)),
        *pair(Slot.TOP, (0.056, 0.728), (0.092, 0.735), 0.004, end=0.004, tone=0.6, where=(FRONT, TRUNK)),
        line(Slot.TOP, (0.10, 0.80), (-0.10, 0.80), 0.003, end=0.003, tone=0.72, where=(BACK, TRUNK)),
    )
    return Outfit(
        pieces=(
            Piece(cloth=[body, trims.sewn_on(form, *details)], drapes=[tails], patterns=patterns),
            Piece(cloth=[cuts.eased(tee, form)], patterns=waist(Slot.ACCENT, 0.55)),
            sneakers(form),
        ),
    )


def coat(wearer: Wearer) -> Outfit:
    """Cut a long coat, open over a sweater: broad lapels, pockets, a slit behind."""
    form = wearer.form
    body, tails = jacket_piece(
        form, JacketCut(hem=0.215, apex=0.615, gap=(0.045, 0.12), loose=0.020, flare=0.035, slope=0.26, rows=18)
    )
    ground = Ground.of(form, body)
    details = [
        *lapels(ground, 0.64, wide=0.062, notch=0.765),
        trims.collar(ground, Slot.TOP, neck=0.056, tall=0.032, lean=0.002, gap=0.95),
        trims.buttons(ground, [(0.044, 0.63), (-0.044, 0.63)], 0.006, Slot.STRAP),
    ]
    pullover = cuts.armless(
        cuts.top(form, TopCut(low=0.52, loose=0.006, waist=0.006, hem=0.006, drape=0.8, slot=Slot.ACCENT)), 0.3
    )
    roll = trims.collar(Ground.of(form, pullover), Slot.ACCENT, tall=0.042, lean=0.003, thick=0.006, front=0.85)
    patterns = (
        *armholes(),
        *elbows(form),
        *pair(Slot.TOP, (0.062, 0.520), (0.104, 0.512), 0.012, end=0.012, tone=0.74, where=(FRONT, TRUNK)),
        line(Slot.TOP, (0.0, 0.50), (0.0, 0.2), 0.004, end=0.004, tone=0.55, where=(BACK, TRUNK)),
        *cuff(form, 0.80, tone=0.86),
    )
    return Outfit(
        pieces=(
            Piece(cloth=[body, trims.sewn_on(form, *details)], drapes=[tails], patterns=patterns),
            Piece(cloth=[cuts.eased(pullover, form), trims.sewn_on(form, roll)], patterns=waist(Slot.ACCENT, 0.58)),
            legs(form),
        ),
    )


def tracksuit(wearer: Wearer) -> Outfit:
    """Cut a tracksuit: a zipped jacket with a standing collar, stripes along sleeves and legs."""
    form = wearer.form
    made = cuts.eased(
        cuts.top(form, TopCut(low=0.505, loose=0.016, waist=0.020, hem=0.010, arm=0.018, cuff=0.008, drape=1.0)), form
    )
    collar = trims.collar(Ground.of(form, made), Slot.TOP, tall=0.036, lean=0.0, gap=0.12, thick=0.006)
    zip_ = (Pattern(Slot.TOP, Slot.ACCENT, (within(0.0022), FRONT, TRUNK)),)
    yoke = tuple(
        Pattern(
            Slot.TOP,
            Slot.ACCENT,
            (Where(side=-0.35, y=1, offset=low), Where(side=0.35, y=-1, offset=high), FRONT, TRUNK),
        )
        for low, high in ((-0.742, 0.750), (-0.758, 0.766))
    )
    sides = (
        Pattern(
            Slot.BOTTOM, Slot.ACCENT, (Where(side=1, y=0.06, offset=-0.1095), below(0.52), *rail(form, 0.0055, 0.0035))
        ),
        Pattern(
            Slot.BOTTOM, Slot.ACCENT, (Where(side=1, y=0.06, offset=-0.1095), below(0.52), *rail(form, -0.0035, 0.0125))
        ),
    )
    piece = sneakers(form)
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, collar)],
                patterns=(
                    *zip_,
                    *yoke,
                    *arm_stripes(form),
                    *ribbed_hem(),
                    *cuff(form, 0.9, tone=0.8),
                    *elbows(form),
                    *waist(y=0.55),
                ),
            ),
            Piece(cloth=piece.cloth, patterns=(*sides, *piece.patterns)),
        ),
    )


def ribbed_hem() -> tuple[Pattern, ...]:
    """Return the band at the foot of a jacket."""
    return (Pattern(Slot.TOP, Slot.TOP, (*between(0.5, 0.525), TRUNK), 0.8),)


def rail(form: Form, low: float, high: float) -> tuple[Where, ...]:
    """Pass a stripe along the outside of the leg, between two depths from its middle."""
    hip, ankle = form.joints["thigh-left"] / form.height, form.joints["foot-left"] / form.height
    slope = float((hip[2] - ankle[2]) / (hip[1] - ankle[1]))
    base = float(ankle[2] - slope * ankle[1]) + 0.006
    return Where(z=1, y=-slope, offset=-base + low), Where(z=-1, y=slope, offset=base + high)


def arm_stripes(form: Form, slot: int = Slot.TOP, to: int = Slot.ACCENT) -> tuple[Pattern, ...]:
    """Return two stripes along the outside of each sleeve."""
    made = []
    knots = [form.joints[f"{bone}-left"] / form.height for bone in ("upper-arm", "forearm", "hand")]
    for number, (a, b) in enumerate(pairwise(knots)):
        way = (b - a) / float((b - a) @ (b - a))
        flat = (b - a)[:2] / np.linalg.norm((b - a)[:2])
        out = np.array([-flat[1], flat[0]])
        out = out if out[1] > 0 else -out
        slope = float((b[2] - a[2]) / (b[0] - a[0]))
        edge = -float(knots[1][:2] @ way[:2]) * 0 - float(a[:2] @ way[:2])
        reach = (
            (Where(side=float(way[0]), y=float(way[1]), offset=edge),)
            if number
            else (Where(side=-float(way[0]), y=-float(way[1]), offset=1.0 - edge),)
        )
        outer = Where(side=float(out[0]), y=float(out[1]), offset=-float(a[:2] @ out) - 0.008)
        for middle in (-0.007, 0.007):
            base = float(a[2] - slope * a[0]) + middle
            made.append(
                Pattern(
                    slot,
                    to,
                    (
                        ARM,
                        outer,
                        *reach,
                        Where(z=1, side=-slope, offset=-base + 0.0042),
                        Where(z=-1, side=slope, offset=base + 0.0042),
                    ),
                )
            )
    return tuple(made)
