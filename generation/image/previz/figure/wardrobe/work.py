"""What is worn in a kitchen and in a hospital bed."""

from math import pi

import numpy as np

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import Panel, SkirtCut
from generation.image.previz.figure.wardrobe.modern import (
    collar_points,
    elbows,
    legs,
    placket,
    pocket,
    waist,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.patterns import (
    BACK,
    TRUNK,
    below,
    between,
    line,
    stripes,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.tailor import (
    CHEST,
    Outfit,
    Piece,
    Wearer,
    arms_past,
    legs_below,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground, mirrored
from generation.image.previz.ink.paint import Pattern, Where

ROLLED = TopCut(
    low=0.565, sleeve=1.25, loose=0.008, waist=0.010, hem=0.004, arm=0.013, cuff=0.014, drape=0.8, slot=Slot.ACCENT
)  # fmt: skip
STRAP = np.array(
    [(0.058, 0.762, 0.09), (0.054, 0.81, 0.07), (0.052, 0.850, 0.02), (0.04, 0.855, -0.03), (0.0, 0.850, -0.05)]
)  # fmt: skip
"""The way of an apron's strap: from the bib over the own left shoulder to behind the neck, in shares of the height."""
APRON = SkirtCut(
    top=0.615, hem=0.23, slot=Slot.TOP, ease=0.012, flare=0.018, folds=7, fold=0.004, rows=14, bare=True,
    panels=(
        Panel(turn=0.0, wide=(0.185, 0.21), start=0.0, end=1.0, slot=Slot.TOP, lift=0.010),
        Panel(turn=pi + 0.12, wide=(0.012, 0.018), start=0.02, end=0.55, slot=Slot.TOP, lift=0.014),
        Panel(turn=pi - 0.10, wide=(0.012, 0.018), start=0.02, end=0.42, slot=Slot.TOP, lift=0.014),
    ),
)  # fmt: skip
"""What hangs from an apron's band, and the ends of its knot."""


def apron(wearer: Wearer) -> Outfit:
    """Cut an apron with a bib over a shirt with rolled sleeves."""
    form = wearer.form
    shirt = cuts.eased(cuts.opening(form, cuts.top(form, ROLLED), 0.812, 0.75), form)
    ground = Ground.of(form, shirt)
    rim = [(-0.062, 0.765), (-0.085, 0.60)]
    details = trims.sewn_on(
        form,
        trims.collar(ground, Slot.ACCENT, gap=0.30),
        *collar_points(ground, Slot.ACCENT),
        trims.strip(ground, rim, mirrored(rim), Slot.TOP, lift=0.019, rows=10),
        *(trims.band(ground, way * form.height, 0.014, Slot.TOP, lift=0.010) for way in (STRAP, mirrored(STRAP))),
        trims.belt(ground, 0.594, 0.610, Slot.TOP, lift=0.018),
    )
    folds = (*elbows(form, Slot.ACCENT), *waist(Slot.ACCENT), *placket(0.56, 0.815, slot=Slot.ACCENT))
    pockets = (each for x in (-0.05, 0.006) for each in pocket(x, 0.535, deep=0.062))
    return Outfit(
        pieces=(
            Piece(cloth=[shirt], patterns=folds),
            Piece(
                cloth=[details],
                drapes=[drape.skirt(form, APRON)],
                patterns=(*pockets, Pattern(Slot.TOP, Slot.TOP, between(0.594, 0.610), 0.8)),
            ),
            legs(form, TrouserCut(high=0.585)),
        ),
        bare=(CHEST, arms_past(form, 1.05)),
    )


def patient(wearer: Wearer) -> Outfit:
    """Cut a hospital gown: loose, short sleeves, tied, with small dots."""
    form = wearer.form
    cut = TopCut(
        low=0.585, neck=0.058, dip=0.014, sleeve=0.80, loose=0.018, waist=0.026, hem=0.026, arm=0.022, drape=1.0
    )
    made = cuts.eased(cuts.edged(form, cuts.top(form, cut), cut, 0.008, Slot.ACCENT), form)
    fall = SkirtCut(top=0.63, hem=0.29, slot=Slot.TOP, ease=0.014, flare=0.040, folds=9, fold=0.009)
    dots = Pattern(Slot.TOP, Slot.ACCENT, (stripes(0.022, 0.26, x=1, y=0.5), stripes(0.022, 0.26, x=-0.5, y=1)))
    back = line(Slot.TOP, (0.0, 0.86), (0.0, 0.29), 0.004, end=0.004, tone=0.6, where=(BACK, TRUNK))
    return Outfit(
        pieces=(
            Piece(
                cloth=[made],
                drapes=[drape.skirt(form, fall)],
                patterns=(dots, back, Pattern(Slot.TOP, Slot.ACCENT, (below(0.300), Where(tag=-1, offset=-0.6)))),
            ),
        ),
        bare=(CHEST, arms_past(form, 0.55), *legs_below(0.42)),
    )
