"""Uniforms: school, police, laboratory."""

from generation.image.previz.figure.mesh import Mesh, Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import SkirtCut
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
    pocket,
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
    box,
    disc,
    line,
    pair,
    stripes,
    within,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.tailor import (
    CHEST,
    Outfit,
    Piece,
    Wearer,
    legs_below,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground, mirrored
from generation.image.previz.ink.paint import Pattern, Where

SAILOR = (
    [(0.0, 0.770), (0.024, 0.806), (0.046, 0.845), (0.052, 0.858)],
    [(0.004, 0.758), (0.048, 0.795), (0.086, 0.825), (0.088, 0.842)],
)
"""The inner and the outer edge of a sailor's collar, on the own left."""
BLOUSE = TopCut(low=0.575, sleeve=1.95, loose=0.010, waist=0.014, hem=0.014, arm=0.012, cuff=0.006, drape=0.9)
PLEATS = SkirtCut(
    top=0.612, hem=0.315, slot=Slot.BOTTOM, ease=0.004, flare=0.062, power=1.0, folds=20, fold=0.007, columns=80,
    rows=12,
)  # fmt: skip


def school(wearer: Wearer) -> Outfit:
    """Cut a school uniform: a sailor blouse and a pleated skirt; for boys a knitted vest, shirt, tie and trousers."""
    form = wearer.form
    if not wearer.woman:
        return prefect(wearer)
    made = cuts.eased(cuts.opening(form, cuts.top(form, BLOUSE), 0.785, 0.62), form)
    ground = Ground.of(form, made)
    piping = (
        *pair(Slot.BOTTOM, (0.012, 0.768), (0.080, 0.822), 0.003, end=0.003, to=Slot.SECOND),
        line(Slot.BOTTOM, (-0.084, 0.755), (0.084, 0.755), 0.003, end=0.003, to=Slot.SECOND, where=(BACK,)),
    )
    socks = [cuts.shoes(form, 0.042), cuts.shoes(form, 0.19, off=0.0, slot=Slot.SECOND)]
    return Outfit(
        pieces=(
            Piece(
                cloth=[made], patterns=(*cuff(form, 0.86, Slot.TOP, Slot.BOTTOM, 1.0), *elbows(form), *waist(y=0.60))
            ),
            Piece(cloth=[trims.sewn_on(form, *sailor(ground), *bow(ground))], patterns=piping),
            Piece(
                drapes=[drape.skirt(form, PLEATS)],
                patterns=(Pattern(Slot.BOTTOM, Slot.BOTTOM, (above(0.588), TRUNK), 0.75),),
            ),
            Piece(cloth=socks, patterns=(Pattern(Slot.SHOE, Slot.STRAP, (below(0.01),)),)),
        ),
        bare=(CHEST, *legs_below(0.42)[:1]),
    )


def sailor(ground: Ground) -> list[Mesh]:
    """Return a sailor's collar: two lapels and a flap behind."""
    inner, outer = SAILOR
    rim = [(-0.092, 0.842), (-0.088, 0.745)]
    return [
        trims.strip(ground, inner, outer, Slot.BOTTOM, lift=0.010),
        trims.strip(ground, mirrored(outer), mirrored(inner), Slot.BOTTOM, lift=0.010),
        trims.strip(ground, rim, mirrored(rim), Slot.BOTTOM, lift=0.009, back=True),
    ]


def bow(ground: Ground) -> list[Mesh]:
    """Return the bow of a sailor's scarf: two loops and two ends."""
    made = []
    for sign, way in ((1.0, 1.3), (-1.0, -1.2)):
        loop = [(sign * 0.002, 0.776), (sign * 0.002, 0.766)], [(sign * 0.034, 0.788), (sign * 0.036, 0.752)]
        end = [(-0.004, 0.775), (way * 0.012 - 0.016, 0.700)], [(0.004, 0.775), (way * 0.012 + 0.014, 0.694)]
        made.append(trims.strip(ground, *loop, Slot.ACCENT, lift=0.016, rows=5))
        made.append(trims.strip(ground, *end, Slot.ACCENT, lift=0.012, rows=7))
    return made


def prefect(wearer: Wearer) -> Outfit:
    """Cut a knitted vest over a shirt with a tie."""
    form = wearer.form
    shirt = cuts.eased(
        cuts.top(form, TopCut(low=0.58, loose=0.006, waist=0.006, hem=0.004, arm=0.013, cuff=0.007, drape=0.7)), form
    )
    vest = cuts.armless(
        cuts.top(
            form, TopCut(low=0.525, neck=0.056, loose=0.014, waist=0.016, hem=0.012, drape=0.95, slot=Slot.BOTTOM)
        ),
        0.36,
    )
    vest = cuts.eased(cuts.opening(form, vest, 0.742, 0.44), form)
    inner = Ground.of(form, shirt)
    blade = [(-0.008, 0.813), (-0.017, 0.70)], [(0.008, 0.813), (0.017, 0.70)]
    details = [
        trims.collar(inner, Slot.TOP, gap=0.12),
        *collar_points(inner, Slot.TOP),
        trims.strip(inner, *blade, Slot.ACCENT, lift=0.006),
        trims.strip(
            inner, [(-0.012, 0.836), (-0.008, 0.812)], [(0.012, 0.836), (0.008, 0.812)], Slot.ACCENT, lift=0.012, rows=5
        ),
    ]
    edges = tuple(
        Pattern(Slot.BOTTOM, Slot.ACCENT, each.where)
        for each in pair(Slot.BOTTOM, (0.003, 0.728), (0.064, 0.862), 0.008, end=0.008, where=(FRONT,))
    )
    tie = Pattern(Slot.ACCENT, Slot.SECOND, (stripes(0.022, 0.22, x=1, y=1),))
    return Outfit(
        pieces=(
            Piece(cloth=[shirt, trims.sewn_on(form, *details)], patterns=(*elbows(form), *cuff(form), tie)),
            Piece(
                cloth=[vest],
                patterns=(
                    *edges,
                    Pattern(Slot.BOTTOM, Slot.ACCENT, (*between(0.545, 0.552),)),
                    Pattern(Slot.BOTTOM, Slot.METAL, (*disc(0.055, 0.735, 0.011), FRONT)),
                    *waist(Slot.BOTTOM, 0.58),
                ),
            ),
            legs(form, TrouserCut(high=0.56)),
        ),
    )


def police(wearer: Wearer) -> Outfit:
    """Cut a police shirt: epaulettes, badge, tie, a duty belt with pouches, a holster."""
    form = wearer.form
    made = cuts.eased(
        cuts.top(form, TopCut(low=0.575, loose=0.010, waist=0.012, hem=0.004, arm=0.012, cuff=0.007, drape=0.8)), form
    )
    ground = Ground.of(form, made)
    blade = [(-0.008, 0.813), (-0.017, 0.66), (0.0, 0.635)], [(0.008, 0.813), (0.017, 0.66), (0.0, 0.635)]
    straps = [
        trims.strip(
            ground,
            [(s * 0.058, 0.842), (s * 0.098, 0.828)][:: int(s)],
            [(s * 0.060, 0.824), (s * 0.100, 0.810)][:: int(s)],
            Slot.BOTTOM,
            lift=0.012,
            rows=6,
        )
        for s in (1.0, -1.0)
    ]
    details = [
        trims.collar(ground, Slot.TOP, gap=0.12),
        *collar_points(ground, Slot.TOP),
        trims.strip(ground, *blade, Slot.STRAP, lift=0.008),
        trims.strip(
            ground, [(-0.011, 0.836), (-0.008, 0.812)], [(0.011, 0.836), (0.008, 0.812)], Slot.STRAP, lift=0.013, rows=5
        ),
        trims.buttons(ground, [(0.056, 0.748)], 0.013, Slot.METAL),
        trims.buttons(ground, [(0.058, 0.712), (-0.058, 0.712)], 0.004, Slot.METAL),
        *straps,
    ]
    girdle = trims.belt(ground, 0.566, 0.596, Slot.STRAP, lift=0.018)
    pouches = [
        trims.cased(form, (x, 0.570, z), (0.034, 0.044, 0.022), Slot.STRAP, bone="hips")
        for x, z in ((0.062, 0.085), (-0.066, 0.083))
    ]
    holster = trims.cased(form, (-0.128, 0.530, 0.012), (0.022, 0.090, 0.040), Slot.STRAP, bone="hips")
    patch = tuple(Pattern(Slot.TOP, Slot.ACCENT, (ARM, *disc(s * 0.140, 0.765, 0.017))) for s in (1, -1))
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, *details)],
                patterns=(
                    *patch,
                    *pocket(0.034, 0.725),
                    *pocket(-0.078, 0.725),
                    *flaps(0.725),
                    *elbows(form),
                    *waist(y=0.61),
                    *cuff(form),
                    *placket(0.56, 0.815),
                ),
            ),
            Piece(
                cloth=[trims.sewn_on(form, girdle), *pouches, holster],
                patterns=(
                    Pattern(Slot.STRAP, Slot.METAL, (within(0.014), *between(0.570, 0.592), Where(z=1, offset=-0.03))),
                ),
            ),
            legs(form, TrouserCut(high=0.585), shoe=0.10),
        ),
    )


def flaps(y: float) -> tuple[Pattern, ...]:
    """Return the flaps of two breast pockets."""
    return pair(Slot.TOP, (0.034, y - 0.014), (0.078, y - 0.014), 0.003, end=0.003, tone=0.7, where=(FRONT, TRUNK))


def lab(wearer: Wearer) -> Outfit:
    """Cut a lab coat, open over a shirt: pockets, pens, a badge."""
    form = wearer.form
    body, tails = jacket_piece(
        form, JacketCut(hem=0.30, apex=0.64, gap=(0.02, 0.085), loose=0.016, flare=0.028, slope=0.26, rows=15)
    )
    ground = Ground.of(form, body)
    pens = [
        trims.strip(
            ground, [(x, 0.748), (x, 0.728)], [(x + 0.004, 0.748), (x + 0.004, 0.728)], slot, lift=0.007, rows=4
        )
        for x, slot in ((0.052, Slot.ACCENT), (0.060, Slot.STRAP))
    ]
    badge = trims.strip(
        ground, [(-0.070, 0.735), (-0.070, 0.700)], [(-0.046, 0.735), (-0.046, 0.700)], Slot.SECOND, lift=0.008, rows=4
    )
    details = [
        *lapels(ground, 0.655, wide=0.050, notch=0.775),
        trims.collar(ground, Slot.TOP, neck=0.056, tall=0.036, lean=0.006, gap=0.95),
        *pens,
        badge,
    ]
    under = collared(form, tie=False, slot=Slot.ACCENT, apex=0.81)
    patterns = (
        *armholes(),
        *elbows(form),
        *pocket(0.042, 0.735),
        *pocket(0.062, 0.535, wide=0.055, deep=0.075),
        *pocket(-0.117, 0.535, wide=0.055, deep=0.075),
        *cuff(form, 0.88),
        Pattern(Slot.SECOND, Slot.ACCENT, (Where(y=1, offset=-0.726), box((-0.08, 0.7), (-0.04, 0.74))[0])),
    )
    return Outfit(
        pieces=(
            Piece(cloth=[body, trims.sewn_on(form, *details)], drapes=[tails], patterns=patterns),
            under,
            legs(form, TrouserCut(high=0.60)),
        ),
        bare=(CHEST,),
    )
