"""Evening dress, office dress and the qipao."""

from itertools import pairwise
from math import pi

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import SkirtCut
from generation.image.previz.figure.wardrobe.form import Form
from generation.image.previz.figure.wardrobe.modern import (
    JacketCut,
    armholes,
    collar_points,
    collared,
    cuff,
    elbows,
    jacket_piece,
    lapels,
    legs,
    placket,
    waist,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.patterns import (
    ARM,
    BACK,
    FRONT,
    TRUNK,
    above,
    below,
    line,
    pair,
    stripes,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.tailor import (
    Bare,
    Outfit,
    Piece,
    Wearer,
    arms_past,
    legs_below,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground, mirrored
from generation.image.previz.ink.paint import Pattern, Where


def gown(wearer: Wearer) -> Outfit:
    """Cut an evening gown with bare shoulders and a train; for a man, a dinner jacket."""
    form = wearer.form
    if not wearer.woman:
        return dinner(wearer)
    bust = cuts.armless(
        cuts.top(form, TopCut(low=0.60, high=0.772, loose=0.004, waist=0.002, hem=0.002, drape=0.25)), 0.25
    )
    ground = Ground.of(form, bust)
    fall = SkirtCut(top=0.625, hem=0.008, slot=Slot.TOP, ease=0.004, flare=0.125, power=1.7, folds=13, fold=0.017)
    sash = trims.belt(ground, 0.612, 0.640, Slot.ACCENT, lift=0.012)
    drop = tuple((x, y) for x, y in ((0.062, 0.775), (0.058, 0.80), (0.052, 0.832), (0.052, 0.852)))
    chest = Ground.of(form, cuts.armless(cuts.top(form, TopCut(low=0.60, loose=0.001, drape=0.0)), 0.4))
    straps = [
        trims.strip(
            chest, [(x - 0.005, y) for x, y in line_], [(x + 0.005, y) for x, y in line_], Slot.TOP, lift=0.003, rows=8
        )
        for line_ in (drop, mirrored(drop))
    ]
    sparks = Pattern(
        Slot.TOP,
        Slot.ACCENT,
        (stripes(0.020, 0.10, x=1, y=0.6), stripes(0.024, 0.12, x=-0.6, y=1), Where(y=1, offset=-0.60)),
    )
    edge = Pattern(Slot.TOP, Slot.ACCENT, (Where(y=1, offset=-0.764), TRUNK))
    return Outfit(
        pieces=(
            Piece(
                cloth=[cuts.eased(bust, form), trims.sewn_on(form, sash, *straps)],
                drapes=[drape.skirt(form, fall)],
                patterns=(edge, sparks),
            ),
            heeled(form),
        ),
        bare=(Bare("torso", (above(0.735),)), arms_past(form, -0.9), *legs_below(0.2)),
    )


def heeled(form: Form) -> Piece:
    """Return court shoes."""
    return Piece(cloth=[cuts.shoes(form, 0.032)], patterns=(Pattern(Slot.SHOE, Slot.STRAP, (below(0.008),)),))


def dinner(wearer: Wearer) -> Outfit:
    """Cut a dinner jacket with a bow tie and shining lapels."""
    form = wearer.form
    body, tails = jacket_piece(form, JacketCut(hem=0.45, apex=0.672, gap=(0.0, 0.04)))
    ground = Ground.of(form, body)
    details = [
        *lapels(ground, 0.672, Slot.SPARE),
        trims.collar(ground, Slot.SPARE, neck=0.056, tall=0.036, lean=0.006, gap=0.95),
        trims.buttons(ground, [(0.004, 0.658)], 0.005, Slot.STRAP),
    ]
    shirt = collared(form, tie=False, apex=0.84)
    inner = Ground.of(form, shirt.cloth[0])
    bow = [
        trims.strip(
            inner,
            [(sign * 0.003, 0.836), (sign * 0.003, 0.828)],
            [(sign * 0.032, 0.846), (sign * 0.032, 0.818)],
            Slot.STRAP,
            lift=0.014,
            rows=5,
        )
        for sign in (1.0, -1.0)
    ]
    studs = trims.buttons(inner, [(0.0, y) for y in (0.79, 0.755, 0.72)], 0.003, Slot.STRAP)
    return Outfit(
        pieces=(
            Piece(
                cloth=[body, trims.sewn_on(form, *details)],
                drapes=[tails],
                patterns=(
                    line(Slot.TOP, (0.0, 0.672), (0.004, 0.56), 0.003, end=0.003, tone=0.5, where=(FRONT, TRUNK)),
                    *armholes(),
                    *elbows(form),
                ),
            ),
            shirt,
            Piece(cloth=[trims.sewn_on(form, *bow, studs)]),
            legs(form, TrouserCut(high=0.585)),
        ),
    )


def blouse(wearer: Wearer) -> Outfit:
    """Cut a blouse with a bow, tucked into a skirt to the knee; for a man, a waistcoat over shirt and trousers."""
    form = wearer.form
    if not wearer.woman:
        return waistcoat(wearer)
    made = cuts.top(form, TopCut(low=0.60, loose=0.014, waist=0.014, hem=0.004, arm=0.020, cuff=0.006, drape=0.8))
    made = cuts.eased(made, form)
    ground = Ground.of(form, made)
    tails = [
        ([(-0.003, 0.826), (s * 0.006 - 0.012, 0.74)], [(0.004, 0.826), (s * 0.006 + 0.014, 0.735)])
        for s in (-2.0, 2.2)
    ]
    loops = [
        trims.strip(
            ground,
            [(sign * 0.002, 0.832), (sign * 0.002, 0.824)],
            [(sign * 0.036, 0.846), (sign * 0.036, 0.808)],
            Slot.ACCENT,
            lift=0.012,
            rows=5,
        )
        for sign in (1.0, -1.0)
    ]
    bow = [*loops, *(trims.strip(ground, *tail, Slot.ACCENT, lift=0.007, rows=7) for tail in tails)]
    collar = trims.collar(ground, Slot.TOP, gap=0.15)
    skirt = SkirtCut(top=0.628, hem=0.275, slot=Slot.BOTTOM, ease=0.005, flare=0.022, folds=5, fold=0.003)
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, collar, *bow)],
                patterns=(*placket(0.58, 0.82, 0.010), *elbows(form), *waist(y=0.635), *cuff(form, 0.88)),
            ),
            Piece(
                drapes=[drape.skirt(form, skirt)],
                patterns=(
                    Pattern(Slot.BOTTOM, Slot.BOTTOM, (above(0.604), TRUNK), 0.75),
                    line(Slot.BOTTOM, (0.0, 0.42), (0.0, 0.27), 0.004, end=0.004, tone=0.55, where=(BACK, TRUNK)),
                ),
            ),
            heeled(form),
        ),
        bare=legs_below(0.34),
    )


def waistcoat(wearer: Wearer) -> Outfit:
    """Cut a waistcoat over a shirt with a tie."""
    form = wearer.form
    shirt = cuts.eased(
        cuts.top(
            form, TopCut(low=0.60, loose=0.005, waist=0.004, hem=0.002, arm=0.013, cuff=0.007, drape=0.6, slot=Slot.TOP)
        ),
        form,
    )
    vest = cuts.armless(
        cuts.top(form, TopCut(low=0.548, neck=0.056, loose=0.012, waist=0.012, hem=0.012, drape=0.8, slot=Slot.BOTTOM)),
        0.36,
    )
    vest = cuts.eased(cuts.opening(form, vest, 0.705, 0.36), form)
    ground, inner = Ground.of(form, vest), Ground.of(form, shirt)
    blade = [(-0.008, 0.813), (-0.018, 0.69)], [(0.008, 0.813), (0.018, 0.69)]
    details = [
        trims.collar(inner, Slot.TOP, gap=0.12),
        *collar_points(inner, Slot.TOP),
        trims.strip(inner, *blade, Slot.ACCENT, lift=0.006),
        trims.strip(
            inner, [(-0.012, 0.836), (-0.008, 0.812)], [(0.012, 0.836), (0.008, 0.812)], Slot.ACCENT, lift=0.012, rows=5
        ),
    ]
    studs = trims.buttons(ground, [(0.003, y) for y in (0.69, 0.66, 0.63, 0.60, 0.572)], 0.0042, Slot.STRAP)
    front = (FRONT, TRUNK)
    return Outfit(
        pieces=(
            Piece(cloth=[shirt, trims.sewn_on(form, *details)], patterns=(*elbows(form), *cuff(form))),
            Piece(
                cloth=[vest, trims.sewn_on(form, studs)],
                patterns=(
                    line(Slot.BOTTOM, (0.0, 0.71), (0.0, 0.53), 0.003, end=0.003, tone=0.5, where=front),
                    *pair(Slot.BOTTOM, (0.04, 0.615), (0.078, 0.610), 0.006, end=0.006, tone=0.66, where=front),
                ),
            ),
            legs(form, TrouserCut(high=0.57)),
        ),
    )


def qipao(wearer: Wearer) -> Outfit:
    """Cut a qipao: a high collar, a slanting closure with knots, a slit, blossoms; for a man, the long gown."""
    if not wearer.woman:
        return long_gown(wearer)
    form = wearer.form
    cut = TopCut(
        low=0.585, neck=0.045, sleeve=0.40, loose=0.003, waist=0.002, hem=0.0, arm=0.006, cuff=0.016, drape=0.25
    )  # fmt: skip
    slit = SkirtCut(
        top=0.61, hem=0.10, slot=Slot.TOP, ease=0.0012, flare=0.004, folds=4, fold=0.0015, gap=(0.0, 0.11),
        middle=pi / 2, since=0.48, rows=20,
    )  # fmt: skip
    blossoms = (
        *(Pattern(Slot.TOP, Slot.TRIM, flower(x, y, r)) for x, y, r in BLOSSOMS),
        Pattern(Slot.TOP, Slot.ACCENT, (ARM, sleeve_end(form, 0.34))),
        Pattern(Slot.TOP, Slot.ACCENT, (below(0.112), Where(tag=-1, offset=-0.5))),
    )
    thigh = Bare("legs", (Where(x=1, offset=-0.098), below(0.385)))
    return Outfit(
        pieces=(slanting(form, cut, slit, blossoms), heeled(form)),
        bare=(arms_past(form, 0.2), *legs_below(0.20), thigh),
    )


BLOSSOMS = (
    (0.045, 0.50, 0.016), (0.066, 0.455, 0.020), (0.030, 0.41, 0.013), (0.058, 0.37, 0.017), (0.078, 0.30, 0.020),
    (0.050, 0.25, 0.014), (-0.045, 0.70, 0.013), (-0.060, 0.735, 0.016),
)  # fmt: skip
"""Flowers of a qipao: x, y and size."""


def long_gown(wearer: Wearer) -> Outfit:
    """Cut the long gown of a scholar, with white cuffs."""
    form = wearer.form
    cut = TopCut(
        low=0.585, neck=0.045, sleeve=1.96, loose=0.014, waist=0.013, hem=0.011, arm=0.014, cuff=0.016, drape=0.9
    )  # fmt: skip
    slit = SkirtCut(
        top=0.61, hem=0.05, slot=Slot.TOP, ease=0.0075, flare=0.04, fold=0.008, folds=8, gap=(0.0, 0.11), middle=pi / 2,
        since=0.48, rows=20,
    )  # fmt: skip
    border = Pattern(Slot.TOP, Slot.ACCENT, (below(0.06), Where(tag=-1, offset=-0.5)))
    patterns = (border, *elbows(form), *cuff(form, 0.9, Slot.TOP, Slot.SECOND, 1.0))
    return Outfit(pieces=(slanting(form, cut, slit, patterns), legs(form, TrouserCut(slot=Slot.BOTTOM))))


def slanting(form: Form, cut: TopCut, skirt: SkirtCut, patterns: tuple[Pattern, ...]) -> Piece:
    """Return a gown that closes from the high collar to the right arm, with piping and knots."""
    made = cuts.eased(cuts.top(form, cut), form)
    ground = Ground.of(form, made)
    collar = trims.collar(ground, Slot.TOP, neck=0.045, tall=0.042, lean=0.004, gap=0.05, front=0.8)
    piping = trims.collar(ground, Slot.ACCENT, neck=0.045, tall=0.005, lean=0.0, thick=0.007, gap=0.05)
    spots = ground.front([(0.0, 0.842), (-0.040, 0.817), (-0.074, 0.790)], 0.006)
    knots = trims.beads(spots, 0.0055 * form.height, Slot.ACCENT)
    closing = [(0.0, 0.838), (-0.026, 0.822), (-0.062, 0.806), (-0.086, 0.770)]
    edge = (line(Slot.TOP, a, b, 0.007, end=0.007, to=Slot.ACCENT, where=(FRONT, TRUNK)) for a, b in pairwise(closing))
    return Piece(
        cloth=[made, trims.sewn_on(form, collar, piping, knots)],
        drapes=[drape.skirt(form, skirt)],
        patterns=(*patterns, *edge),
    )


def flower(x: float, y: float, r: float) -> tuple[Where, ...]:
    """Pass a small square on its point, in front."""
    sides = ((0.8, 0.6), (-0.8, 0.6), (0.6, -0.8), (-0.6, -0.8))
    return (*(Where(x=a, y=b, offset=r * 0.8 - a * x - b * y) for a, b in sides), Where(z=1))


def sleeve_end(form: Form, share: float) -> Where:
    """Pass what lies further down the left and right upper arm than a share (both alike)."""
    a, b = form.joints["upper-arm-left"] / form.height, form.joints["forearm-left"] / form.height
    way = (b - a) / float((b - a) @ (b - a))
    return Where(side=float(way[0]), y=float(way[1]), offset=-float(a[:2] @ way[:2]) - share)
