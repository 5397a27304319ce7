"""What fighters, monks, farmers and beggars wear."""

from math import pi

import numpy as np

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.armour import booted, cuff_rows
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import Panel, SkirtCut
from generation.image.previz.figure.wardrobe.modern import (
    cuff,
    elbows,
    knees,
    waist,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.patterns import (
    ARM,
    BACK,
    FRONT,
    TRUNK,
    below,
    between,
    box,
    stripes,
    within,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.robes import ROBE, bodice, crossed, sleeves, sole, under
from generation.image.previz.figure.wardrobe.tailor import (
    CHEST,
    Outfit,
    Piece,
    Wearer,
    arms_past,
    legs_below,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where


def martial(wearer: Wearer) -> Outfit:
    """Cut what a fighter of the rivers and lakes wears: a crossed tunic, bound forearms, a broad belt, boots."""
    form = wearer.form
    bust = cuts.top(
        form, TopCut(low=0.595, sleeve=1.96, loose=0.010, waist=0.006, hem=0.003, arm=0.014, cuff=0.004, drape=0.7)
    )
    ground = Ground.of(form, bust)
    bust = cuts.eased(cuts.opening(form, bust, 0.758, 0.5), form)
    panels = (
        Panel(turn=-0.5, wide=(0.016, 0.024), start=0.02, end=0.92, slot=Slot.ACCENT, lift=0.016),
        Panel(turn=-0.38, wide=(0.016, 0.024), start=0.02, end=0.72, slot=Slot.ACCENT, lift=0.020),
    )
    tunic = SkirtCut(
        top=0.615,
        hem=0.33,
        slot=Slot.TOP,
        ease=0.006,
        flare=0.05,
        folds=9,
        fold=0.010,
        gap=(0.0, 0.07),
        middle=-0.22,
        rows=13,
        panels=panels,
    )
    girdle = trims.belt(ground, 0.572, 0.632, Slot.BELT, lift=0.016)
    return Outfit(
        pieces=(
            Piece(
                cloth=[bust],
                drapes=[drape.skirt(form, tunic)],
                patterns=(
                    *cuff(form, 0.16, Slot.TOP, Slot.LEATHER, 1.0),
                    *cuff_rows(),
                    *elbows(form),
                    Pattern(Slot.TOP, Slot.TRIM, (below(0.345), Where(tag=-1, offset=-0.5))),
                ),
            ),
            Piece(
                cloth=[trims.sewn_on(form, *crossed(form, ground, apex=0.756, inner=0.780), girdle)],
                patterns=(
                    Pattern(Slot.BELT, Slot.LEATHER, between(0.588, 0.612)),
                    Pattern(
                        Slot.LEATHER,
                        Slot.METAL,
                        (within(0.016), between(0.590, 0.610)[0], below(0.610), Where(z=1, offset=-0.02)),
                    ),
                ),
            ),
            booted(form, 0.22),
        ),
        bare=(CHEST,),
    )


def monk(wearer: Wearer) -> Outfit:
    """Cut a monk's robe: a patched shawl over the left shoulder, prayer beads."""
    form = wearer.form
    tall = form.height
    bust, ground = bodice(form, ROBE, 0.775)
    fall = SkirtCut(top=0.615, hem=0.03, slot=Slot.TOP, ease=0.007, flare=0.055, folds=9, fold=0.011)
    shawl = (Where(x=0.62, y=1.0, offset=-0.735), TRUNK, Where(tag=1, offset=0.001))
    wrap = (Where(x=0.62, y=1.0, offset=-0.235), Where(tag=-1, offset=0.0))
    cells = [
        Pattern(Slot.BOTTOM, Slot.ACCENT, (stripes(period, duty, x=x, y=y),))
        for period, duty, x, y in ((0.085, 0.06, 0.62, 1.0), (0.11, 0.05, 1.0, -0.62))
    ]
    turn = np.linspace(-1.0, 1.0, 23)
    loop = [(0.062 * np.sin(t * pi / 2), 0.80 - 0.135 * np.cos(t * pi / 2) + 0.04 * abs(t) ** 3) for t in turn]
    beads = trims.beads(ground.front(loop, 0.010), 0.0085 * tall, Slot.LEATHER)
    return Outfit(
        pieces=(
            Piece(
                cloth=[bust],
                drapes=[*sleeves(form, 0.11), drape.skirt(form, fall)],
                patterns=(Pattern(Slot.TOP, Slot.BOTTOM, shawl), Pattern(Slot.TOP, Slot.BOTTOM, wrap), *cells),
            ),
            Piece(
                cloth=[
                    trims.sewn_on(
                        form,
                        *crossed(form, ground, apex=0.770, inner=0.79)[2:],
                        beads,
                        trims.belt(ground, 0.588, 0.612, Slot.ACCENT, lift=0.015),
                    )
                ]
            ),
            under(form),
        ),
        bare=(CHEST,),
    )


def peasant(wearer: Wearer) -> Outfit:
    """Cut what farmers wear: a short crossed jacket, rolled sleeves, a cloth belt, bound shins, straw sandals."""
    form = wearer.form
    bust = cuts.top(
        form, TopCut(low=0.595, sleeve=1.45, loose=0.012, waist=0.008, hem=0.004, arm=0.016, cuff=0.018, drape=0.8)
    )
    ground = Ground.of(form, bust)
    bust = cuts.eased(cuts.opening(form, bust, 0.762, 0.55), form)
    jacket = SkirtCut(top=0.612, hem=0.46, slot=Slot.TOP, ease=0.007, flare=0.026, folds=8, fold=0.006, rows=9)
    made = cuts.trousers(form, TrouserCut(low=0.07, thigh=0.016, knee=0.020, hem=0.008))
    patches = (
        Pattern(Slot.TOP, Slot.ACCENT, (*box((0.03, 0.665), (0.066, 0.70)), FRONT, TRUNK), 0.9),
        Pattern(Slot.BOTTOM, Slot.ACCENT, (*box((-0.115, 0.27), (-0.075, 0.315)), FRONT)),
    )
    bound = (
        Pattern(Slot.BOTTOM, Slot.TRIM, (below(0.215),)),
        Pattern(Slot.TRIM, Slot.TRIM, (stripes(0.022, 0.2, y=1, x=0.35), below(0.215)), 0.6),
    )
    rope = trims.belt(ground, 0.588, 0.610, Slot.LEATHER, lift=0.016)
    return Outfit(
        pieces=(
            Piece(
                cloth=[bust],
                drapes=[drape.skirt(form, jacket)],
                patterns=(
                    patches[0],
                    *elbows(form),
                    Pattern(Slot.TOP, Slot.TOP, (ARM, *cuff(form, 0.34)[0].where[:1]), 0.8),
                ),
            ),
            Piece(
                cloth=[trims.sewn_on(form, *crossed(form, ground, apex=0.760, inner=0.78, width=0.024)[2:], rope)],
                patterns=(Pattern(Slot.TRIM, Slot.ACCENT, (Where(y=1, offset=1),)),),
            ),
            Piece(
                cloth=[made, cuts.shoes(form, 0.04)],
                patterns=(
                    *bound,
                    patches[1],
                    *knees(form),
                    sole(Slot.LEATHER, 0.012),
                    Pattern(Slot.SHOE, Slot.LEATHER, (stripes(0.016, 0.35, z=1),), 1.3),
                ),
            ),
        ),
        bare=(CHEST, arms_past(form, 1.25)),
    )


def rags(wearer: Wearer) -> Outfit:
    """Cut torn clothes: frayed edges, patches, a rope for a belt, bare feet."""
    form = wearer.form
    made = cuts.top(
        form,
        TopCut(
            low=0.500,
            neck=0.060,
            dip=0.016,
            sleeve=1.35,
            loose=0.014,
            waist=0.018,
            hem=0.020,
            arm=0.016,
            cuff=0.020,
            drape=0.9,
            torn=0.022,
        ),
    )
    made = cuts.eased(made, form)
    legs_ = cuts.trousers(form, TrouserCut(low=0.12, thigh=0.014, knee=0.018, hem=0.020, torn=0.030))
    rope = trims.belt(Ground.of(form, made), 0.586, 0.604, Slot.LEATHER, lift=0.020)
    patches = (
        Pattern(Slot.TOP, Slot.ACCENT, (*box((0.028, 0.65), (0.072, 0.70)), FRONT, TRUNK)),
        Pattern(Slot.TOP, Slot.BOTTOM, (*box((-0.09, 0.745), (-0.045, 0.785)), FRONT, TRUNK)),
        Pattern(Slot.TOP, Slot.BOTTOM, (*box((-0.05, 0.68), (0.01, 0.74)), BACK, TRUNK)),
        Pattern(Slot.TOP, Slot.TOP, (stripes(0.21, 0.24, x=1.3, y=1), stripes(0.17, 0.32, x=-1, y=1.2)), 0.80),
        Pattern(Slot.BOTTOM, Slot.TOP, (*box((0.060, 0.28), (0.112, 0.335)), FRONT)),
        Pattern(Slot.BOTTOM, Slot.BOTTOM, (stripes(0.19, 0.22, x=1.3, y=1), stripes(0.15, 0.35, x=-1, y=1.2)), 0.78),
    )
    return Outfit(
        pieces=(
            Piece(cloth=[made, legs_], patterns=(*patches, *elbows(form), *waist(y=0.61), *knees(form)[:6])),
            Piece(
                cloth=[trims.sewn_on(form, rope)],
                patterns=(Pattern(Slot.LEATHER, Slot.LEATHER, (stripes(0.012, 0.3, x=1, y=1),), 0.6),),
            ),
        ),
        bare=(CHEST, arms_past(form, 1.05), *legs_below(0.30)),
    )
