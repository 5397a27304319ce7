"""Coats: colours and markings of animals, by breed; a seed picks a breed, a colour that is asked for wins."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.ink.paint import Finish, Paint, Pattern, Where, paint
from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.props.animals.build import GIRTH, LENGTH, Region


def mark(to: int, region: Region, *where: Where) -> Pattern:
    """Return a marking on one region of the fur."""
    return Pattern(Slot.FUR, to, (Where(tag=1, offset=0.5 - region), Where(tag=-1, offset=0.5 + region), *where))


def below(level: float) -> Where:
    """Pass under a level around a limb: -1 is the belly, 1 the back."""
    return Where(z=-1, offset=level * GIRTH)


def beyond(share: float) -> Where:
    """Pass after this share of a limb's length."""
    return Where(y=1, offset=-share * LENGTH)


def before(share: float) -> Where:
    """Pass before this share of a limb's length."""
    return Where(y=-1, offset=share * LENGTH)


def bars(every: float, duty: float) -> Where:
    """Pass in bars across the body, a little slanted."""
    return Where(y=1, z=0.35, period=every * LENGTH, duty=duty)


PALE, DARK = Slot.FUR_TIP, Slot.SECOND

BIB = (
    mark(PALE, Region.TRUNK, below(-0.62)),
    mark(PALE, Region.TRUNK, Where(z=-1, y=2.1 * GIRTH / LENGTH, offset=-1.75 * GIRTH)),
)
MUZZLE = (mark(PALE, Region.HEAD, below(-0.05), beyond(0.34)), mark(PALE, Region.HEAD, below(-0.45)))
SOCKS = (mark(PALE, Region.LEG, beyond(0.74)),)
STOCKINGS = (mark(DARK, Region.LEG, beyond(0.56)),)
TIP = (mark(PALE, Region.TAIL, beyond(0.72)),)
UNDER_TAIL = (mark(PALE, Region.TAIL, below(-0.2)),)
BLAZE = (mark(PALE, Region.HEAD, Where(side=-1, offset=0.26 * GIRTH), Where(z=1), beyond(0.3)),)
COLLAR = (mark(PALE, Region.TRUNK, beyond(0.62), before(0.9)),)
STRIPES = (
    mark(DARK, Region.TRUNK, Where(z=1, offset=0.35 * GIRTH), bars(0.105, 0.34), before(0.80)),
    mark(DARK, Region.TAIL, bars(0.17, 0.42)),
    mark(DARK, Region.LEG, Where(y=1, period=0.16 * LENGTH, duty=0.28), before(0.78)),
    mark(
        DARK,
        Region.HEAD,
        Where(z=1, offset=-0.55 * GIRTH),
        Where(x=1, offset=0.09 * GIRTH, period=0.42 * GIRTH, duty=0.42),
        before(0.56),
    ),
)
POINTS = (
    mark(DARK, Region.HEAD, beyond(0.62)),
    mark(DARK, Region.LEG, beyond(0.62)),
    mark(DARK, Region.TAIL, beyond(0.1)),
    mark(DARK, Region.EAR, beyond(0.05)),
)
PATCHES = (
    mark(
        DARK,
        Region.TRUNK,
        Where(z=1, x=0.7, offset=-0.1 * GIRTH),
        Where(y=1, x=0.8, offset=0.06, period=0.46 * LENGTH, duty=0.55),
        before(0.66),
    ),
    mark(DARK, Region.HEAD, Where(x=1, z=0.5, offset=-0.25 * GIRTH), before(0.55)),
    mark(DARK, Region.TAIL, before(0.6)),
)
SADDLE = (
    mark(DARK, Region.TRUNK, Where(z=1, offset=-0.1 * GIRTH), before(0.78)),
    mark(DARK, Region.TAIL, Where(z=1)),
    mark(DARK, Region.HEAD, Where(z=1, offset=-0.62 * GIRTH), before(0.62)),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Coat:
    """A breed's colours and markings; `second` is the colour of dark markings, hanging ears and mane; `paws` are as
    the fur unless they are named.
    """

    fur: str
    pale: str
    second: str
    iris: str = "#8a5224"
    nose: str = "#2a2226"
    inner: str = "#d9a08f"
    paws: str = ""
    marks: tuple[Pattern, ...] = ()


COATS: Mapping[str, tuple[Coat, ...]] = {
    "dog": (
        Coat(
            fur="#cf8a4c", paws="#f6e8d2", pale="#f6e8d2", second="#f1ddbf", marks=(*MUZZLE, *BIB, *UNDER_TAIL, *SOCKS)
        ),
        Coat(
            fur="#35323a",
            paws="#f1ede6",
            pale="#f1ede6",
            second="#f1ede6",
            marks=(*BLAZE, *MUZZLE, *COLLAR, *BIB, *SOCKS, *TIP),
        ),
        Coat(
            fur="#8d949f",
            paws="#f3f3f2",
            pale="#f3f3f2",
            second="#f0f0ee",
            iris="#6fb4dc",
            marks=(*MUZZLE, *BIB, *SOCKS, *UNDER_TAIL),
        ),
        Coat(fur="#d9b98a", pale="#efdcbd", second="#c79d68", marks=()),
        Coat(fur="#c98b52", pale="#f2e2c8", second="#3a2f2c", marks=(*SADDLE, *MUZZLE, *BIB)),
        Coat(fur="#6e4630", pale="#a06f4c", second="#5c3826", marks=()),
    ),
    "cat": (
        Coat(
            fur="#e0964a",
            paws="#fbefdc",
            pale="#fbefdc",
            second="#b5662a",
            iris="#8fbf4d",
            nose="#d98a84",
            marks=(*MUZZLE, *BIB, *STRIPES),
        ),
        Coat(
            fur="#8f9299",
            paws="#eceae6",
            pale="#eceae6",
            second="#54565f",
            iris="#b9c94a",
            nose="#c98480",
            marks=(*MUZZLE, *BIB, *STRIPES),
        ),
        Coat(fur="#2f2c35", pale="#3b3742", second="#2b2831", iris="#f0c63a", nose="#4a3c40", inner="#6b5358"),
        Coat(fur="#f4f0ea", pale="#ffffff", second="#f4f0ea", iris="#63aee0", nose="#e39c9a", inner="#eebfb6"),
        Coat(fur="#f2ece2", pale="#fbf8f2", second="#d98a45", iris="#7fb25a", nose="#e39c9a", marks=PATCHES),
        Coat(
            fur="#e8d9c2",
            paws="#5a4338",
            pale="#f3e8d6",
            second="#5a4338",
            iris="#5aa6e6",
            nose="#4a3733",
            inner="#8a6a5e",
            marks=POINTS,
        ),
    ),
    "fox": (
        Coat(
            fur="#d9662a",
            paws="#3a2622",
            pale="#fbf1e4",
            second="#3a2622",
            iris="#e0a63a",
            marks=(*MUZZLE, *BIB, *STOCKINGS, *TIP),
        ),
        Coat(
            fur="#f1eef0",
            pale="#ffffff",
            second="#d3cbd4",
            iris="#e05a4a",
            inner="#e8a9a6",
            marks=(*MUZZLE, *BIB, *TIP),
        ),
        Coat(
            fur="#4a4652",
            paws="#2c2932",
            pale="#d5d3da",
            second="#2c2932",
            iris="#e6b840",
            marks=(*BIB, *STOCKINGS, *TIP),
        ),
    ),
    "horse": (
        Coat(fur="#8a4f2c", pale="#f1e8dc", second="#2a2023", iris="#2f1e16", inner="#5e3a2a", marks=(*STOCKINGS,)),
        Coat(fur="#b0632f", pale="#f3eadd", second="#c98a4d", iris="#2f1e16", inner="#7a4630", marks=(*BLAZE, *SOCKS)),
        Coat(fur="#2f2b33", pale="#f0ece8", second="#1e1b22", iris="#2a1c18", inner="#4a3f44", marks=(*BLAZE,)),
        Coat(
            fur="#e9e5e2", pale="#ffffff", second="#b9b3b4", iris="#2f2422", nose="#6d5f62", inner="#caa9a4", marks=()
        ),
    ),
}
"""Breeds by animal; the first is what anybody thinks of."""

FITTINGS: Mapping[int, tuple[Colour, Finish]] = {
    Slot.EYE: (rgb("#f7f2ea"), Finish.EYE),
    Slot.PUPIL: (rgb("#17121a"), Finish.EYE),
    Slot.LASH: (rgb("#1f171b"), Finish.FLAT),
    Slot.TEETH: (WHITE, Finish.FLAT),
    Slot.MOUTH: (rgb("#6a2b33"), Finish.FLAT),
    Slot.TONGUE: (rgb("#e07f86"), Finish.MATTE),
    Slot.TRIM: (rgb("#f2eee8"), Finish.FLAT),
    Slot.LEATHER: (rgb("#5e3a26"), Finish.MATTE),
    Slot.STRAP: (rgb("#7d4a2c"), Finish.MATTE),
    Slot.METAL: (rgb("#d9ab4e"), Finish.METAL),
    Slot.NAIL: (rgb("#3a3030"), Finish.MATTE),
}
"""What no breed changes."""


def dyed(coat: Coat, colour: str) -> Coat:
    """Return a coat whose main fur has the colour asked for; markings stay."""
    return replace(coat, fur=colour) if colour else coat


def coated(coat: Coat, accent: Colour) -> Paint:
    """Return the paint of an animal; `accent` colours its collar, blanket and bow."""
    fur = rgb(coat.fur)
    return paint(
        {
            **FITTINGS,
            Slot.FUR: (fur, Finish.FUR),
            PALE: (rgb(coat.pale), Finish.FUR),
            DARK: (rgb(coat.second), Finish.FUR),
            Slot.HAIR: (rgb(coat.second), Finish.HAIR),
            Slot.LINING: (rgb(coat.inner), Finish.MATTE),
            Slot.IRIS: (rgb(coat.iris), Finish.EYE),
            Slot.SHOE: (rgb(coat.nose), Finish.METAL),
            Slot.SPARE: (rgb(coat.paws or coat.fur), Finish.FUR),
            Slot.LIPS: (rgb(coat.nose), Finish.MATTE),
            Slot.BROW: (mix(rgb(coat.pale), fur, 0.25), Finish.FUR),
            Slot.ACCENT: (accent, Finish.MATTE),
            Slot.BELT: (dim(accent, 0.65), Finish.MATTE),
        },
        coat.marks,
    )
