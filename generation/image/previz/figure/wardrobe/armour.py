"""Armour of officers: laced plates, chest mirrors, tassets."""

from math import pi

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import Panel, SkirtCut
from generation.image.previz.figure.wardrobe.form import SIDES, Form
from generation.image.previz.figure.wardrobe.modern import (
    cuff,
    elbows,
    knees,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.patterns import (
    ARM,
    above,
    below,
    between,
    stripes,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.robes import hem, sole
from generation.image.previz.figure.wardrobe.tailor import (
    Outfit,
    Piece,
    Wearer,
)  # fmt: skip
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where

SHIRT = TopCut(
    low=0.57, sleeve=1.95, loose=0.004, waist=0.003, hem=0.002, arm=0.010, cuff=0.006, drape=0.5, slot=Slot.BOTTOM
)  # fmt: skip
CUIRASS = TopCut(low=0.595, neck=0.055, dip=0.006, loose=0.020, waist=0.014, hem=0.012, drape=1.0, slot=Slot.SPARE)
TASSETS = tuple(
    Panel(turn=turn, wide=(wide, wide * 1.12), start=0.0, end=end, slot=Slot.SPARE, lift=0.016, tag=4.0)
    for turn, wide, end in (
        (pi / 2, 0.12, 0.86), (-pi / 2, 0.12, 0.86), (0.62, 0.085, 0.70), (-0.62, 0.085, 0.70), (0.0, 0.062, 0.62),
        (pi, 0.13, 0.80),
    )
)  # fmt: skip
"""The plates that hang from the belt."""
PLATED = SkirtCut(
    top=0.605, hem=0.33, slot=Slot.SPARE, ease=0.014, flare=0.030, folds=0, fold=0.0, rows=12, panels=TASSETS, bare=True
)  # fmt: skip
SKIRT = SkirtCut(top=0.60, hem=0.20, slot=Slot.BOTTOM, ease=0.006, flare=0.050, folds=12, fold=0.010)


def armour(wearer: Wearer) -> Outfit:
    """Cut the armour of an officer: a laced cuirass with chest mirrors, plated shoulders, tassets, boots."""
    form = wearer.form
    shirt = cuts.eased(cuts.top(form, SHIRT), form)
    cuirass = cuts.armless(cuts.top(form, CUIRASS), 0.42)
    ground = Ground.of(form, cuirass)
    fittings = trims.sewn_on(
        form,
        trims.buttons(ground, [(0.048, 0.762), (-0.048, 0.762)], 0.031, Slot.METAL),
        trims.belt(ground, 0.582, 0.616, Slot.LEATHER, lift=0.026),
        trims.buttons(ground, [(0.0, 0.600)], 0.026, Slot.METAL),
        trims.collar(ground, Slot.ACCENT, neck=0.050, tall=0.026, lean=0.003, thick=0.010),
    )
    edge = Pattern(Slot.SPARE, Slot.METAL, (Where(tag=1, offset=-3.5), below(0.350)))
    piping = (
        Pattern(Slot.LEATHER, Slot.METAL, between(0.585, 0.589)),
        Pattern(Slot.METAL, Slot.METAL, (stripes(0.012, 0.2, y=1), above(0.7)), 0.9),
    )
    sleeves = (
        *cuff(form, 0.10, Slot.BOTTOM, Slot.LEATHER, 1.0),
        *cuff(form, 0.88, Slot.LEATHER, Slot.METAL, 1.0),
        *cuff_rows(),
        *elbows(form, Slot.BOTTOM),
        hem(Slot.BOTTOM, Slot.ACCENT, 0.0, 0.222),
    )
    shoulders = [trims.plates(form, side, Slot.SPARE) for side, _ in SIDES]
    return Outfit(
        pieces=(
            Piece(cloth=[shirt], drapes=[drape.skirt(form, SKIRT)], patterns=sleeves),
            Piece(
                cloth=[cuirass, *shoulders],
                drapes=[drape.skirt(form, PLATED)],
                patterns=(edge, *lamellae(Slot.SPARE)),
            ),
            Piece(cloth=[fittings], patterns=piping),
            booted(form, 0.24),
        )
    )


def lamellae(slot: int, *where: Where, across: float = 0.018, rows: float = 0.022) -> tuple[Pattern, ...]:
    """Return rows of small plates, laced: dark gaps, and light lower edges."""
    return (
        Pattern(slot, slot, (stripes(rows, 0.17, y=1), *where), 0.45),
        Pattern(slot, slot, (stripes(across, 0.11, x=1, offset=0.5 * across), *where), 0.62),
        Pattern(slot, slot, (stripes(rows, 0.16, y=1, offset=-0.17 * rows), *where), 1.25),
    )


def cuff_rows() -> tuple[Pattern, ...]:
    """Return the lacing of bracers."""
    return (Pattern(Slot.LEATHER, Slot.LEATHER, (stripes(0.014, 0.2, y=1, side=-1), ARM), 0.6),)


def booted(form: Form, high: float, slot: int = Slot.BOTTOM) -> Piece:
    """Return trousers tucked in boots."""
    made = cuts.trousers(form, TrouserCut(low=high - 0.03, high=0.58, thigh=0.010, knee=0.010, hem=0.004, slot=slot))
    boots = cuts.shoes(form, high, off=0.010)
    return Piece(
        cloth=[made, boots],
        patterns=(sole(), Pattern(Slot.SHOE, Slot.SHOE, (above(high - 0.014),), 1.5), *knees(form)[:4]),
    )
