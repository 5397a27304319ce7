"""Robes of state: officials and emperors."""

from dataclasses import replace

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut
from generation.image.previz.figure.wardrobe.drape import Panel, SkirtCut
from generation.image.previz.figure.wardrobe.patterns import (
    BACK,
    FRONT,
    TRUNK,
    below,
    between,
    box,
    disc,
    line,
    stripes,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.robes import ROBE, bodice, crossed, cuffs, sleeves, under
from generation.image.previz.figure.wardrobe.tailor import (
    CHEST,
    Outfit,
    Piece,
    Wearer,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where


def official(wearer: Wearer) -> Outfit:
    """Cut the robe of an official: round collar, rank square, wide sleeves, a stiff belt with plaques."""
    form = wearer.form
    cut = TopCut(
        low=0.595, neck=0.049, dip=0.006, sleeve=0.55, loose=0.016, waist=0.010, hem=0.004, arm=0.014, drape=0.9
    )
    bust = cuts.eased(cuts.edged(form, cuts.top(form, cut), cut, 0.014, Slot.TRIM), form)
    square = tuple(
        pattern
        for side in (FRONT, BACK)
        for pattern in (
            Pattern(Slot.TOP, Slot.METAL, (*box((-0.060, 0.672), (0.060, 0.785)), side, TRUNK)),
            Pattern(Slot.METAL, Slot.ACCENT, (*box((-0.053, 0.679), (0.053, 0.778)), side, TRUNK), 0.7),
            Pattern(Slot.ACCENT, Slot.METAL, (*disc(0.004, 0.735, 0.026), side, TRUNK)),
            Pattern(Slot.METAL, Slot.TRIM, (*disc(-0.004, 0.741, 0.013), side, TRUNK)),
            Pattern(
                Slot.ACCENT,
                Slot.TRIM,
                (*box((-0.05, 0.679), (0.05, 0.700)), stripes(0.020, 0.5, x=1, y=1), side, TRUNK),
            ),
        )
    )
    overlap = line(Slot.TOP, (-0.028, 0.848), (-0.085, 0.79), 0.004, end=0.004, tone=0.6, where=(FRONT, TRUNK))
    fall = SkirtCut(top=0.615, hem=0.014, slot=Slot.TOP, ease=0.008, flare=0.075, folds=9, fold=0.011)
    girdle = trims.belt(Ground.of(form, bust), 0.585, 0.612, Slot.LEATHER, lift=0.026)
    plaques = Pattern(
        Slot.LEATHER, Slot.METAL, (*between(0.589, 0.608), stripes(0.034, 0.72, x=1, z=0.9, offset=0.012))
    )
    return Outfit(
        pieces=(
            Piece(
                cloth=[bust],
                drapes=[*sleeves(form, 0.19), drape.skirt(form, fall)],
                patterns=(*square, overlap, cuffs(form, 0.018), *waves(Slot.TOP, 0.07)),
            ),
            Piece(
                cloth=[
                    trims.sewn_on(
                        form,
                        girdle,
                        trims.collar(Ground.of(form, bust), Slot.SECOND, neck=0.046, tall=0.020, lean=0.005),
                    )
                ],
                patterns=(plaques,),
            ),
            under(form, boots=0.10),
        ),
    )


def imperial(wearer: Wearer) -> Outfit:
    """Cut the robe of an emperor or an empress: medallions, gold borders, a panel in front, very wide sleeves."""
    form = wearer.form
    bust, ground = bodice(form, replace(ROBE, loose=0.016), 0.748)
    panels = (
        Panel(turn=0.0, wide=(0.10, 0.15), start=0.02, end=0.80, slot=Slot.BOTTOM, lift=0.016, tag=5.0),
        Panel(turn=-0.62, wide=(0.016, 0.022), start=0.04, end=0.60, slot=Slot.TRIM, lift=0.020, tag=6.0),
        Panel(turn=0.62, wide=(0.016, 0.022), start=0.04, end=0.60, slot=Slot.TRIM, lift=0.020, tag=6.0),
    )
    fall = SkirtCut(top=0.615, hem=0.012, slot=Slot.TOP, ease=0.007, flare=0.10, folds=9, fold=0.012, panels=panels)
    tabard = (Where(tag=1, offset=-4.5), Where(tag=-1, offset=5.5))
    patterns = (
        cuffs(form, 0.034, Slot.METAL),
        cuffs(form, 0.045, Slot.ACCENT),
        *roundel(Slot.TOP, 0.0, 0.700, 0.052, BACK, TRUNK),
        *(each for x in (-0.115, 0.115) for each in roundel(Slot.TOP, x, 0.30, 0.055, Where(tag=-1, offset=-0.2))),
        *(
            each
            for x in (-0.084, 0.084)
            for each in roundel(Slot.TOP, x, 0.795, 0.027, Where(tag=-1, offset=1.0), Where(tag=1, offset=0.01))
        ),
        *waves(Slot.TOP, 0.085),
        Pattern(Slot.BOTTOM, Slot.METAL, (*tabard, Where(side=1, offset=-0.048))),
        *roundel(Slot.BOTTOM, 0.0, 0.46, 0.036, *tabard),
        *roundel(Slot.BOTTOM, 0.0, 0.31, 0.038, *tabard),
        Pattern(Slot.BOTTOM, Slot.METAL, (*tabard, below(0.19), stripes(0.03, 0.5, side=1, y=1.2))),
    )
    edges = tuple(Pattern(Slot.TRIM, Slot.METAL, (Where(tag=sign, offset=-0.70),)) for sign in (1.0, -1.0))
    girdle = trims.belt(ground, 0.576, 0.620, Slot.BELT, lift=0.022)
    return Outfit(
        pieces=(
            Piece(cloth=[bust], drapes=[*sleeves(form, 0.25), drape.skirt(form, fall)], patterns=patterns),
            Piece(
                cloth=[trims.sewn_on(form, *crossed(form, ground, apex=0.748, inner=0.778, width=0.042), girdle)],
                patterns=(
                    *edges,
                    Pattern(
                        Slot.BELT, Slot.METAL, (*between(0.582, 0.614), stripes(0.05, 0.55, x=1, z=0.9, offset=0.0136))
                    ),
                ),
            ),
            under(form, boots=0.08),
        ),
        bare=(CHEST,),
    )


def roundel(slot: int, x: float, y: float, radius: float, *where: Where) -> tuple[Pattern, ...]:
    """Return a woven medallion: a ring, and coiled gold inside."""
    return (
        Pattern(slot, Slot.METAL, (*disc(x, y, radius), *where)),
        Pattern(Slot.METAL, Slot.ACCENT, (*disc(x, y, radius * 0.88), *where)),
        Pattern(
            Slot.ACCENT,
            Slot.METAL,
            (*disc(x, y, radius * 0.76), stripes(radius * 0.46, 0.5, x=0.8, y=1, offset=-x), *where),
        ),
        Pattern(
            Slot.METAL,
            Slot.ACCENT,
            (*disc(x, y, radius * 0.62), stripes(radius * 0.5, 0.3, x=-0.9, y=1, offset=x), *where),
        ),
        Pattern(Slot.ACCENT, Slot.METAL, (*disc(x, y, radius * 0.24), *where)),
    )


def waves(slot: int, high: float, a: int = Slot.ACCENT, b: int = Slot.METAL) -> tuple[Pattern, ...]:
    """Return the waves and cliffs that border the foot of a robe of state."""
    foot = Where(tag=-1, offset=-0.3)
    return (
        Pattern(slot, a, (below(high), stripes(0.036, 0.5, side=1, y=1.2), foot)),
        Pattern(slot, b, (below(high * 0.8), stripes(0.036, 0.45, side=-1, y=1.2), foot)),
        Pattern(slot, b, (*between(high, high + 0.006), foot)),
    )
