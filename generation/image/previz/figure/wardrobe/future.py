"""What is worn in space and in the years to come."""

import numpy as np

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.wardrobe import cuts, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut, TrouserCut
from generation.image.previz.figure.wardrobe.form import Form
from generation.image.previz.figure.wardrobe.modern import (
    cuff,
    elbows,
    knees,
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
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where


def spacesuit(wearer: Wearer) -> Outfit:
    """Cut a spacesuit: padded, with rings at the joints, a chest panel and a pack on the back."""
    form = wearer.form
    made = cuts.top(
        form,
        TopCut(low=0.56, neck=0.058, sleeve=2.0, loose=0.032, waist=0.032, hem=0.032, arm=0.028, cuff=0.018, drape=1.0),
    )
    legs_ = cuts.trousers(
        form, TrouserCut(high=0.60, low=0.10, hip=0.024, thigh=0.028, knee=0.030, hem=0.022, drape=1.0, slot=Slot.TOP)
    )
    ring = trims.collar(Ground.of(form, made), Slot.PROP, neck=0.062, tall=0.022, lean=-0.004, thick=0.010)
    girdle = trims.belt(Ground.of(form, made), 0.562, 0.592, Slot.BOTTOM, lift=0.040)
    pack = trims.cased(form, (0.0, 0.730, -0.105), (0.170, 0.200, 0.080), Slot.BOTTOM, bone="spine-3")
    panel = trims.cased(form, (0.0, 0.700, 0.112), (0.105, 0.062, 0.036), Slot.BOTTOM, bone="spine-3")
    lights = [
        trims.cased(form, (x, 0.712, 0.132), (0.014, 0.012, 0.004), slot, bone="spine-3")
        for x, slot in ((-0.032, Slot.GLOW), (-0.010, Slot.GLOW), (0.028, Slot.ACCENT))
    ]
    hose = [
        trims.band(
            Ground.of(form, made),
            np.array([(s * 0.05, 0.72, 0.12), (s * 0.075, 0.76, 0.1), (s * 0.085, 0.81, 0.04), (s * 0.07, 0.80, -0.05)])
            * form.height,
            0.018,
            Slot.STRAP,
            lift=0.014,
        )
        for s in (1.0, -1.0)
    ]
    quilt = tuple(
        Pattern(Slot.TOP, Slot.TOP, (stripes(0.028, 0.10, y=1), *where), 0.80)
        for where in (between(0.25, 0.33), between(0.60, 0.66))
    )
    rings = (
        *cuff(form, 0.84, Slot.TOP, Slot.PROP, 1.0),
        Pattern(Slot.TOP, Slot.ACCENT, (ARM, *upper(form, 0.52, 0.64))),
        Pattern(Slot.TOP, Slot.PROP, (ARM, *upper(form, 0.02, 0.10))),
        Pattern(Slot.TOP, Slot.ACCENT, between(0.395, 0.412)),
        Pattern(Slot.TOP, Slot.PROP, between(0.105, 0.125)),
    )
    boots = cuts.shoes(form, 0.13, off=0.018, slot=Slot.BOTTOM)
    return Outfit(
        pieces=(
            Piece(
                cloth=[cuts.eased(made, form), legs_],
                patterns=(
                    *rings,
                    *quilt,
                    *elbows(form),
                    *knees(form, Slot.TOP)[:6],
                    Pattern(Slot.TOP, Slot.ACCENT, (*box((0.06, 0.765), (0.105, 0.795)), FRONT, TRUNK)),
                ),
            ),
            Piece(
                cloth=[trims.sewn_on(form, ring, girdle, *hose), pack, panel, *lights, boots],
                patterns=(
                    Pattern(Slot.BOTTOM, Slot.STRAP, (below(0.016),)),
                    Pattern(Slot.PROP, Slot.ACCENT, (stripes(0.012, 0.25, y=1, z=0.3),), 1.0),
                ),
            ),
        ),
    )


def upper(form: Form, low: float, high: float) -> tuple[Where, ...]:
    """Pass a part of both upper arms, between two shares of their length."""
    a, b = form.joints["upper-arm-left"][:2] / form.height, form.joints["forearm-left"][:2] / form.height
    way = (b - a) / float((b - a) @ (b - a))
    base = float(a @ way)
    return Where(side=float(way[0]), y=float(way[1]), offset=-base - low), Where(
        side=-float(way[0]), y=-float(way[1]), offset=base + high
    )


def bodysuit(wearer: Wearer) -> Outfit:
    """Cut a fitted suit of the future: panels, piping that glows, a high collar, boots."""
    form = wearer.form
    made = cuts.top(
        form,
        TopCut(
            low=0.54, neck=0.045, sleeve=1.97, loose=0.003, waist=0.002, hem=0.003, arm=0.003, cuff=0.003, drape=0.15
        ),
    )
    legs_ = cuts.trousers(
        form, TrouserCut(high=0.57, low=0.16, hip=0.002, thigh=0.003, knee=0.003, hem=0.002, drape=0.1, slot=Slot.TOP)
    )
    collar = trims.collar(Ground.of(form, made), Slot.BOTTOM, neck=0.045, tall=0.044, lean=0.004, gap=0.25, front=0.8)
    girdle = trims.belt(Ground.of(form, made), 0.560, 0.582, Slot.STRAP, lift=0.010)
    glow = (
        *pair(Slot.TOP, (0.020, 0.846), (0.092, 0.760), 0.006, end=0.006, where=(FRONT, TRUNK)),
        *pair(Slot.TOP, (0.092, 0.762), (0.060, 0.600), 0.006, end=0.004, where=(FRONT, TRUNK)),
        *pair(Slot.TOP, (0.104, 0.50), (0.092, 0.17), 0.006, end=0.005, where=(FRONT,)),
        line(Slot.TOP, (0.0, 0.85), (0.0, 0.60), 0.006, end=0.006, where=(BACK, TRUNK)),
    )
    panels = (
        Pattern(Slot.TOP, Slot.BOTTOM, (Where(side=1, y=0.2, offset=-0.214), TRUNK, *between(0.585, 0.80))),
        Pattern(Slot.TOP, Slot.BOTTOM, (*box((-0.2, 0.255), (0.2, 0.335)), Where(z=1, offset=-0.018))),
        Pattern(Slot.TOP, Slot.BOTTOM, (Where(side=-1, y=0.62, offset=-0.44), above(0.78), TRUNK, FRONT)),
        *cuff(form, 0.35, Slot.TOP, Slot.BOTTOM, 1.0),
        *cuff(form, 0.90, Slot.BOTTOM, Slot.GLOW, 1.0),
        Pattern(Slot.TOP, Slot.GLOW, (ARM, *upper(form, 0.30, 0.345))),
    )
    boots = cuts.shoes(form, 0.20, off=0.006)
    return Outfit(
        pieces=(
            Piece(
                cloth=[cuts.eased(made, form), legs_, trims.sewn_on(form, collar)],
                patterns=(*(Pattern(Slot.TOP, Slot.GLOW, each.where) for each in glow), *panels),
            ),
            Piece(
                cloth=[trims.sewn_on(form, girdle), boots],
                patterns=(
                    Pattern(Slot.STRAP, Slot.GLOW, (within(0.012), Where(z=1, offset=-0.03))),
                    Pattern(Slot.SHOE, Slot.GLOW, (*between(0.014, 0.020),)),
                    Pattern(Slot.SHOE, Slot.BOTTOM, (above(0.185),)),
                ),
            ),
        ),
    )
