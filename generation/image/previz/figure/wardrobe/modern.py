"""Clothes of today: suits and coats with lapels, shirts, knitwear, dresses."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot
from generation.image.previz.figure.wardrobe import cuts, drape, trims
from generation.image.previz.figure.wardrobe.cloth import Cloth
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.drape import SkirtCut
from generation.image.previz.figure.wardrobe.form import SIDES, Form
from generation.image.previz.figure.wardrobe.patterns import (
    ARM,
    BACK,
    FRONT,
    TRUNK,
    above,
    below,
    line,
    pair,
    within,
)
from generation.image.previz.figure.wardrobe.tailor import CHEST, Outfit, Piece, Wearer, arms_past, legs_below
from generation.image.previz.figure.wardrobe.trims import Ground, mirrored
from generation.image.previz.ink.paint import Pattern, Where


def elbows(form: Form, slot: int = Slot.TOP) -> tuple[Pattern, ...]:
    """Return folds inside both elbows and below the shoulders."""
    made: list[Pattern] = []
    for side, sign in SIDES:
        shoulder, elbow, wrist = (
            form.joints[f"{bone}-{side}"][:2] / form.height for bone in ("upper-arm", "forearm", "hand")
        )
        up, down = shoulder - elbow, wrist - elbow
        inner = [-sign * 0.018, -0.012]
        for share, long, wide in ((0.10, 0.34, 0.006), (-0.02, 0.30, 0.007), (-0.16, 0.24, 0.005)):
            a = elbow + inner + (up * share if share > 0 else down * -share)
            b = a + up * long * 0.6 + [sign * 0.020, 0.012]
            made.append(line(slot, (a[0], a[1]), (b[0], b[1]), wide, tone=0.82, where=(ARM,)))
        a, b = shoulder + np.array([-sign * 0.004, -0.058]), shoulder + np.array([sign * 0.012, -0.012])
        made.append(line(slot, (a[0], a[1]), (b[0], b[1]), 0.007, tone=0.82, where=()))
        made.append(
            line(
                slot,
                (a[0] - sign * 0.016, a[1] - 0.012),
                (b[0] - sign * 0.03, b[1] + 0.004),
                0.005,
                tone=0.86,
                where=(),
            )
        )
    return tuple(made)


def waist(slot: int = Slot.TOP, y: float = 0.60) -> tuple[Pattern, ...]:
    """Return folds where a top is gathered at the waist."""
    return (
        *pair(slot, (0.075, y), (0.030, y + 0.035), 0.006, tone=0.84, where=(TRUNK,)),
        *pair(slot, (0.080, y + 0.026), (0.046, y + 0.050), 0.005, tone=0.86, where=(TRUNK,)),
        line(slot, (0.012, y - 0.004), (0.020, y + 0.045), 0.005, tone=0.88, where=(TRUNK,)),
    )


def knees(form: Form, slot: int = Slot.BOTTOM) -> tuple[Pattern, ...]:
    """Return folds at knees, at the hem and below the belt of trousers, and their crease."""
    x, y = form.joints["shin-left"][:2] / form.height
    return (
        *pair(slot, (x - 0.034, y + 0.010), (x + 0.014, y + 0.028), 0.007, tone=0.80, where=()),
        *pair(slot, (x + 0.036, y - 0.012), (x - 0.006, y - 0.002), 0.006, tone=0.80, where=()),
        *pair(slot, (x - 0.030, y - 0.024), (x + 0.006, y - 0.030), 0.005, tone=0.84, where=()),
        *pair(slot, (x + 0.036, 0.085), (x - 0.010, 0.070), 0.007, tone=0.80, where=()),
        *pair(slot, (x - 0.030, 0.066), (x + 0.014, 0.056), 0.006, tone=0.84, where=()),
        *pair(slot, (0.006, 0.475), (0.062, 0.508), 0.007, tone=0.80, where=(FRONT,)),
        *pair(slot, (0.010, 0.458), (0.064, 0.474), 0.005, tone=0.84, where=(FRONT,)),
        line(slot, (0.0, 0.56), (0.0, 0.485), 0.003, tone=0.66, end=0.003),
    )


PLAIN = TrouserCut()


def legs(form: Form, cut: TrouserCut = PLAIN, *, shoe: float = 0.05) -> Piece:
    """Return trousers with their folds, and shoes."""
    made = cuts.trousers(form, cut)
    return Piece(
        cloth=[made, cuts.shoes(form, shoe)],
        patterns=(Pattern(Slot.SHOE, Slot.STRAP, (below(0.010),), 0.6), *knees(form)),
    )


def tee(wearer: Wearer) -> Outfit:
    """Cut a T-shirt over trousers and sneakers."""
    form = wearer.form
    cut = TopCut(low=0.505, neck=0.053, dip=0.012, sleeve=0.72, hem=0.014, waist=0.013, arm=0.016, drape=0.8)
    made = cuts.edged(form, cuts.top(form, cut), cut, 0.010, Slot.TRIM)
    return Outfit(
        pieces=(
            Piece(
                cloth=[cuts.eased(made, form)],
                patterns=(
                    *waist(y=0.56),
                    *elbows(form)[3:5],
                    *elbows(form)[-2:],
                    Pattern(Slot.TOP, Slot.TOP, (below(0.513), TRUNK), 0.85),
                ),
            ),
            sneakers(form),
        ),
        bare=(arms_past(form, 0.5),),
    )


def sneakers(form: Form) -> Piece:
    """Return casual trousers, and sneakers with white soles."""
    made = cuts.trousers(form, TrouserCut(low=0.05, hem=0.012, knee=0.012))
    patterns = (
        Pattern(Slot.SHOE, Slot.SECOND, (below(0.014),)),
        Pattern(Slot.SHOE, Slot.SECOND, (Where(z=1, offset=-0.064), below(0.026))),
        *knees(form),
    )
    return Piece(cloth=[made, cuts.shoes(form, 0.06, off=0.006)], patterns=patterns)


def collar_points(ground: Ground, slot: int, *, drop: float = 0.043, spread: float = 0.034) -> list[Mesh]:
    """Return the two points of a shirt collar."""
    inner, outer = (
        [(0.004, 0.822), (0.022, 0.848), (0.044, 0.862)],
        [(spread, 0.822 - drop + 0.016), (0.046, 0.826), (0.056, 0.846)],
    )
    return [
        trims.strip(ground, inner, outer, slot, lift=0.008, rows=8),
        trims.strip(ground, mirrored(outer), mirrored(inner), slot, lift=0.008, rows=8),
    ]


def shirt(wearer: Wearer) -> Outfit:
    """Cut a shirt with a collar, tucked in trousers with a belt."""
    form = wearer.form
    made = cuts.eased(
        cuts.opening(
            form,
            cuts.top(form, TopCut(low=0.565, waist=0.016, hem=0.004, arm=0.012, cuff=0.007, drape=0.7)),
            0.812,
            0.75,
        ),
        form,
    )
    ground = Ground.of(form, made)
    collar = trims.collar(ground, Slot.TOP, gap=0.30)
    details = trims.sewn_on(
        form,
        collar,
        *collar_points(ground, Slot.TOP),
        trims.buttons(ground, [(0.002, y) for y in (0.80, 0.765, 0.73, 0.695, 0.66, 0.625)], 0.0035, Slot.SECOND),
    )
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, details],
                patterns=(*placket(0.56, 0.815), *pocket(0.038, 0.715), *elbows(form), *waist(), *cuff(form)),
            ),
            legs(form),
            buckled(form),
        ),
        bare=(CHEST,),
    )


def placket(low: float, high: float, x: float = 0.011, slot: int = Slot.TOP) -> tuple[Pattern, ...]:
    """Return the two seams of a button strip."""
    return tuple(
        line(slot, (at, high), (at, low), 0.0026, end=0.0026, tone=0.72, where=(FRONT, TRUNK)) for at in (x, -x)
    )


def pocket(x: float, y: float, slot: int = Slot.TOP, wide: float = 0.044, deep: float = 0.05) -> tuple[Pattern, ...]:
    """Return the outline of a patch pocket on the own left."""
    corners = [(x, y), (x + wide, y), (x + wide, y - deep * 0.8), (x + wide / 2, y - deep), (x, y - deep * 0.8), (x, y)]
    return tuple(line(slot, a, b, 0.0028, end=0.0028, tone=0.74, where=(FRONT, TRUNK)) for a, b in pairwise(corners))


def cuff(
    form: Form, share: float = 0.86, slot: int = Slot.TOP, to: int | None = None, tone: float = 0.84
) -> tuple[Pattern, ...]:
    """Return cuffs: the last part of the forearm, from `share` of its length."""
    made = []
    for side, sign in SIDES:
        elbow, wrist = (form.joints[f"{bone}-{side}"] / form.height for bone in ("forearm", "hand"))
        way = (wrist - elbow) / float((wrist - elbow) @ (wrist - elbow))
        offset = -float(elbow @ way) - share
        made.append(
            Pattern(
                slot,
                slot if to is None else to,
                (Where(x=float(way[0]), y=float(way[1]), z=float(way[2]), offset=offset), ARM, Where(x=sign)),
                tone,
            )
        )
    return tuple(made)


def buckled(form: Form, y: float = 0.585) -> Piece:
    """Return a leather belt with a buckle."""
    made = trims.belt(
        Ground.of(form, cuts.trousers(form, TrouserCut())), y - 0.012, y + 0.008, Slot.LEATHER, lift=0.014
    )
    return Piece(
        cloth=[trims.sewn_on(form, made)],
        patterns=(Pattern(Slot.LEATHER, Slot.METAL, (within(0.012), Where(z=1, offset=-0.03))),),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class JacketCut:
    """How a jacket or coat is cut: open in a V down to `apex` that widens by `slope`, its skirts down to `hem`, with a
    `gap` in front at waist and hem (shares of their girth); `loose` metres off the body.
    """

    hem: float
    apex: float
    gap: tuple[float, float]
    loose: float = 0.014
    flare: float = 0.010
    slope: float = 0.36
    rows: int = 12


def jacket_piece(form: Form, cut: JacketCut) -> tuple[Cloth, drape.Drape]:
    """Return the body of a jacket or a coat, and its skirts below the waist."""
    loose = cut.loose
    shell = TopCut(low=0.575, neck=0.055, loose=loose, waist=loose, hem=loose - 0.004, arm=loose, cuff=loose, drape=0.9)
    body = cuts.eased(cuts.opening(form, cuts.top(form, shell), cut.apex, cut.slope), form)
    tails = SkirtCut(
        top=0.615, hem=cut.hem, slot=Slot.TOP, ease=(loose - 0.001) / form.height, flare=cut.flare, folds=6, fold=0.003,
        gap=cut.gap, columns=48, rows=cut.rows,
    )  # fmt: skip
    return body, drape.skirt(form, tails)


def lapels(
    ground: Ground, apex: float, slot: int = Slot.TOP, *, wide: float = 0.048, notch: float = 0.782
) -> list[Mesh]:
    """Return both lapels with their notches, and the collar behind."""
    inner = [(0.003, apex - 0.006), (0.020, (apex + notch) / 2), (0.040, notch + 0.03), (0.047, 0.850)]
    outer = [
        (0.008, apex - 0.006),
        (wide * 0.9, (apex + notch) / 2 - 0.005),
        (wide + 0.024, notch - 0.012),
        (0.050, notch + 0.012),
    ]
    low_collar = [(0.044, notch + 0.016), (0.066, notch + 0.014), (0.068, notch + 0.03)]
    top_collar = [(0.040, notch + 0.026), (0.046, 0.845), (0.044, 0.866)]
    made: list[Mesh] = []
    for a, b, rows in ((inner, outer, 12), (top_collar, [*low_collar[1:], (0.058, 0.856)], 8)):
        made += [
            trims.strip(ground, a, b, slot, rows=rows),
            trims.strip(ground, mirrored(b), mirrored(a), slot, rows=rows),
        ]
    return made


def suit(wearer: Wearer) -> Outfit:
    """Cut a suit: jacket with lapels over a shirt, with a tie for a man, trousers with a crease."""
    form = wearer.form
    apex = 0.690 if wearer.woman else 0.700
    body, tails = jacket_piece(form, JacketCut(hem=0.455, apex=apex, gap=(0.0, 0.035)))
    ground = Ground.of(form, body)
    details = [
        *lapels(ground, apex),
        trims.collar(ground, Slot.TOP, neck=0.056, tall=0.036, lean=0.006, gap=0.95),
        trims.buttons(ground, [(0.004, apex - 0.014), (0.004, apex - 0.052)], 0.0045, Slot.STRAP),
    ]
    front = (FRONT, TRUNK)
    patterns = (
        line(Slot.TOP, (0.0, apex), (0.004, 0.56), 0.0032, end=0.0032, tone=0.5, where=front),
        *pair(Slot.TOP, (0.052, 0.575), (0.088, 0.572), 0.008, end=0.008, tone=0.72, where=(FRONT,)),
        line(Slot.TOP, (0.045, 0.735), (0.074, 0.740), 0.009, end=0.009, tone=1.22, where=front),
        line(Slot.TOP, (0.0, 0.86), (0.0, 0.62), 0.0026, end=0.0026, tone=0.76, where=(BACK, TRUNK)),
        *armholes(),
        *elbows(form),
        *waist(y=0.64),
    )
    return Outfit(
        pieces=(
            Piece(cloth=[body, trims.sewn_on(form, *details)], drapes=[tails], patterns=patterns),
            collared(form, tie=not wearer.woman),
            legs(form, TrouserCut(high=0.585)),
        ),
        bare=(CHEST,) if wearer.woman else (),
    )


def armholes(slot: int = Slot.TOP) -> tuple[Pattern, ...]:
    """Return the seam between trunk and sleeves."""
    return (Pattern(slot, slot, (Where(tag=1, offset=-0.44), Where(tag=-1, offset=0.56)), 0.80),)


def collared(form: Form, *, tie: bool, slot: int = Slot.SECOND, apex: float = 0.80) -> Piece:
    """Return the shirt that shows in the opening of a jacket, with a tie or an open collar."""
    made = cuts.armless(cuts.top(form, TopCut(low=0.60, loose=0.003, waist=0.002, hem=0.0, drape=0.5, slot=slot)), 0.3)
    made = made if tie else cuts.opening(form, made, apex, 0.85)
    ground = Ground.of(form, made)
    collar = trims.collar(ground, slot, neck=0.046, tall=0.038, gap=0.12 if tie else 0.5)
    cloths: list[Mesh] = [collar, *collar_points(ground, slot, spread=0.036)]
    if tie:
        knot = [(-0.012, 0.836), (-0.008, 0.812)], [(0.012, 0.836), (0.008, 0.812)]
        blade = [(-0.008, 0.813), (-0.019, 0.66), (0.0, 0.632)], [(0.008, 0.813), (0.019, 0.66), (0.0, 0.632)]
        cloths += [
            trims.strip(ground, *blade, Slot.ACCENT, lift=0.006),
            trims.strip(ground, *knot, Slot.ACCENT, lift=0.013, rows=5),
        ]
    return Piece(cloth=[made, trims.sewn_on(form, *cloths)], patterns=placket(0.6, 0.81, 0.009, slot))


def dress(wearer: Wearer) -> Outfit:
    """Cut a dress to the knee: short sleeves, a waist, a skirt that swings."""
    form = wearer.form
    cut = TopCut(
        low=0.612, neck=0.062, dip=0.020, sleeve=0.42, loose=0.005, waist=0.004, hem=0.004, arm=0.012, drape=0.35
    )
    made = cuts.eased(cuts.edged(form, cuts.top(form, cut), cut, 0.007, Slot.TRIM), form)
    fall = SkirtCut(top=0.632, hem=0.27, slot=Slot.TOP, ease=0.006, flare=0.085, power=1.0, folds=13, fold=0.014)
    ground = Ground.of(form, made)
    return Outfit(
        pieces=(
            Piece(
                cloth=[made, trims.sewn_on(form, trims.belt(ground, 0.618, 0.642, Slot.ACCENT, lift=0.014))],
                drapes=[drape.skirt(form, fall)],
                patterns=(Pattern(Slot.TOP, Slot.ACCENT, (below(0.285), above(0.276), Where(tag=-1, offset=-0.7))),),
            ),
            Piece(cloth=[cuts.shoes(form, 0.034)], patterns=(Pattern(Slot.SHOE, Slot.STRAP, (below(0.008),)),)),
        ),
        bare=(CHEST, arms_past(form, 0.22), *legs_below(0.40)),
    )
