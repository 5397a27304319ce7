"""Robes of old China: crossed collars, wide sleeves, sashes, and what is worn under them."""

from dataclasses import replace

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot
from generation.image.previz.figure.wardrobe import cloth, cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import Panel, SkirtCut, SleeveCut
from generation.image.previz.figure.wardrobe.form import SIDES, Form, Vectors
from generation.image.previz.figure.wardrobe.patterns import below, between
from generation.image.previz.figure.wardrobe.tailor import CHEST, Outfit, Piece, Wearer
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where

ROBE = TopCut(low=0.595, sleeve=0.55, loose=0.013, waist=0.006, hem=0.003, arm=0.014, drape=0.7)
"""The top of a robe, with the beginnings of its sleeves."""


def bodice(form: Form, cut: TopCut, apex: float, slope: float = 0.50) -> tuple[cloth.Cloth, Ground]:
    """Return the top of a robe, open in a V down to `apex`, and the ground for its trims."""
    made = cuts.top(form, cut)
    return cuts.eased(cuts.opening(form, made, apex, slope), form), Ground.of(form, made)


def neckline(form: Form, apex: float, waist: float, *, sign: float) -> Vectors:
    """Return the way of a crossed collar: from behind the neck over one shoulder to the other side of the waist."""
    tall = form.height
    neck = float(form.joints["neck"][2]) / tall
    way = np.array([
        (0.0, 0.866, neck - 0.045), (0.032, 0.864, neck - 0.034), (0.049, 0.853, neck + 0.002),
        (0.046, 0.836, neck + 0.034), (0.036, 0.810, neck + 0.055), (0.0, apex, neck + 0.09),
        (-0.055, (apex + waist) / 2 + 0.005, neck + 0.07), (-0.085, waist, neck + 0.04),
    ])  # fmt: skip
    return np.asarray(way * np.array([sign, 1, 1]) * tall)


def crossed(form: Form, ground: Ground, *, apex: float, inner: float, width: float = 0.028) -> list[Mesh]:
    """Return the crossed collars of a robe: the wearer's left over the right, and the white of what is under it."""
    inside = [
        trims.band(ground, neckline(form, inner, 0.70, sign=sign)[:6], 0.024, Slot.SECOND, lift=0.003, count=18)
        for sign in (-1.0, 1.0)
    ]
    under = trims.band(ground, neckline(form, apex, 0.62, sign=-1.0)[:6], width, Slot.TRIM, lift=0.006, count=18)
    over = trims.band(ground, neckline(form, apex, 0.60, sign=1.0), width, Slot.TRIM, lift=0.010)
    return [*inside, under, over]


def sleeves(form: Form, drop: float) -> list[drape.Drape]:
    """Return both wide sleeves, which hang `drop` (a share of the height) below the wrists."""
    made = SleeveCut(slot=Slot.TOP, lining=Slot.LINING, drop=drop)
    return [drape.sleeve(form, made, side, sign) for side, sign in SIDES]


def cuffs(form: Form, wide: float, slot: int = Slot.TRIM) -> Pattern:
    """Return the border of wide sleeves."""
    reach = sum(drape.reach(form, "left")) / form.height
    return Pattern(Slot.TOP, slot, (Where(tag=1, offset=-1.5), Where(y=1, offset=wide - reach)))


def hem(slot: int, border: int, low: float, high: float) -> Pattern:
    """Return a border around the foot of a skirt."""
    return Pattern(slot, border, (*between(low, high), Where(tag=-1, offset=-0.3)))


def under(form: Form, slot: int = Slot.TOP, *, boots: float = 0.0) -> Piece:
    """Return what is worn under a robe: trousers of its colour, which a long stride shows, and cloth shoes or boots."""
    legs = cuts.trousers(
        form, TrouserCut(high=0.56, low=0.05, hip=0.002, thigh=0.004, knee=0.004, hem=0.006, slot=slot)
    )
    return Piece(cloth=[legs, cuts.shoes(form, boots or 0.052)], patterns=(sole(),))


def sole(slot: int = Slot.STRAP, high: float = 0.009) -> Pattern:
    """Return the sole of a shoe."""
    return Pattern(Slot.SHOE, slot, (below(high),))


def hanfu(wearer: Wearer) -> Outfit:
    """Cut a dress of two pieces: a short top under a high skirt, wide sleeves, a broad sash with hanging ends."""
    form = wearer.form
    waist = 0.645 if wearer.woman else 0.60
    bust, ground = bodice(form, replace(ROBE, low=waist - 0.012), 0.760)
    ends = tuple(
        Panel(turn=turn, wide=(0.020, 0.034), start=0.02, end=end, slot=Slot.ACCENT, lift=lift)
        for turn, end, lift in ((-0.13, 0.62, 0.014), (0.16, 0.78, 0.018))
    )
    fall = SkirtCut(
        top=waist + 0.015,
        hem=0.014,
        slot=Slot.BOTTOM,
        ease=0.006,
        flare=0.085,
        power=1.1,
        folds=15,
        fold=0.012,
        panels=ends,
    )
    knot = trims.buttons(ground, [(0.0, waist - 0.004), (0.012, waist), (-0.012, waist)], 0.012, Slot.ACCENT)
    return Outfit(
        pieces=(
            Piece(cloth=[bust], drapes=sleeves(form, 0.19), patterns=(cuffs(form, 0.022),)),
            Piece(drapes=[drape.skirt(form, fall)], patterns=(hem(Slot.BOTTOM, Slot.TRIM, 0.0, 0.040),)),
            Piece(
                cloth=[
                    trims.sewn_on(form, *crossed(form, ground, apex=0.752, inner=0.775)),
                    trims.sewn_on(form, trims.belt(ground, waist - 0.032, waist + 0.026, Slot.BELT, lift=0.024), knot),
                ],
                patterns=(Pattern(Slot.BELT, Slot.ACCENT, (*between(waist - 0.010, waist + 0.004),)),),
            ),
            under(form, Slot.BOTTOM),
        ),
        bare=(CHEST,),
    )


def robe(wearer: Wearer) -> Outfit:
    """Cut a long robe of one colour: crossed collar, wide sleeves, a sash with a pendant."""
    form = wearer.form
    bust, ground = bodice(form, ROBE, 0.750)
    panels = (
        Panel(turn=-0.30, wide=(0.014, 0.020), start=0.04, end=0.46, slot=Slot.ACCENT, lift=0.014),
        Panel(turn=-0.21, wide=(0.014, 0.020), start=0.04, end=0.56, slot=Slot.ACCENT, lift=0.018),
    )
    fall = SkirtCut(top=0.615, hem=0.014, slot=Slot.TOP, ease=0.006, flare=0.075, folds=11, fold=0.013, panels=panels)
    edge = Pattern(
        Slot.TOP,
        Slot.TRIM,
        (
            Where(z=1, offset=-0.03),
            *(Where(x=s, offset=s * 0.052 + 0.008) for s in (1.0, -1.0)),
            below(0.60),
            Where(tag=-1, offset=1.5),
        ),
    )
    return Outfit(
        pieces=(
            Piece(
                cloth=[bust],
                drapes=[*sleeves(form, 0.17), drape.skirt(form, fall)],
                patterns=(
                    cuffs(form, 0.020),
                    Pattern(Slot.TOP, Slot.TRIM, (below(0.036), Where(tag=-1, offset=-0.3), Where(tag=-1, offset=1.5))),
                    edge,
                ),
            ),
            Piece(
                cloth=[
                    trims.sewn_on(form, *crossed(form, ground, apex=0.745, inner=0.772, width=0.032)),
                    trims.sewn_on(form, trims.belt(ground, 0.578, 0.618, Slot.BELT, lift=0.022)),
                ],
            ),
            under(form),
        ),
        bare=(CHEST,),
    )
