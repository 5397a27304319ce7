"""What things are made of: one table of materials that all props share, three shades of it in the accent colour."""

from collections.abc import Mapping
from enum import IntEnum

from generation.image.previz.ink.paint import Finish, Paint, Pattern, paint
from generation.image.previz.light import WHITE, Colour, dim, mix, rgb


class Stuff(IntEnum):
    """Slots of a prop's paint."""

    STEEL = 0
    EDGE = 1
    GOLD = 2
    IRON = 3
    WOOD = 4
    DARK_WOOD = 5
    PALE_WOOD = 6
    PAPER = 7
    PAPER_EDGE = 8
    INK = 9
    ACCENT = 10
    ACCENT_DARK = 11
    ACCENT_PALE = 12
    CHINA = 13
    LEATHER = 14
    DARK_LEATHER = 15
    RED = 16
    LEAF = 17
    GLASS = 18
    SCREEN = 19
    SCREEN_INK = 20
    SCREEN_PALE = 21
    FLAME = 22
    FLAME_CORE = 23
    BLACK = 24
    GREY = 25
    CREAM = 26
    CRUST = 27
    LAMP = 28
    LAMP_RIB = 29
    PETAL = 30
    LINEN = 31


MATERIALS: Mapping[int, tuple[Colour, Finish]] = {
    Stuff.STEEL: (rgb("#c3ccd6"), Finish.METAL),
    Stuff.EDGE: (rgb("#8d99a8"), Finish.METAL),
    Stuff.GOLD: (rgb("#d9ab4e"), Finish.METAL),
    Stuff.IRON: (rgb("#4a4d57"), Finish.METAL),
    Stuff.WOOD: (rgb("#96623a"), Finish.MATTE),
    Stuff.DARK_WOOD: (rgb("#5e3a26"), Finish.MATTE),
    Stuff.PALE_WOOD: (rgb("#c9996a"), Finish.MATTE),
    Stuff.PAPER: (rgb("#f1e9d6"), Finish.MATTE),
    Stuff.PAPER_EDGE: (rgb("#cfc2a6"), Finish.MATTE),
    Stuff.INK: (rgb("#2b2430"), Finish.FLAT),
    Stuff.CHINA: (rgb("#f3f3ef"), Finish.METAL),
    Stuff.LEATHER: (rgb("#8a5233"), Finish.MATTE),
    Stuff.DARK_LEATHER: (rgb("#553122"), Finish.MATTE),
    Stuff.RED: (rgb("#b8322f"), Finish.MATTE),
    Stuff.LEAF: (rgb("#5c8a48"), Finish.MATTE),
    Stuff.GLASS: (rgb("#a9cfd2"), Finish.METAL),
    Stuff.SCREEN: (rgb("#a8d8f2"), Finish.GLOW),
    Stuff.SCREEN_INK: (rgb("#4a7fb5"), Finish.GLOW),
    Stuff.SCREEN_PALE: (rgb("#eef8ff"), Finish.GLOW),
    Stuff.FLAME: (rgb("#ff9a2e"), Finish.GLOW),
    Stuff.FLAME_CORE: (rgb("#ffe9a0"), Finish.GLOW),
    Stuff.BLACK: (rgb("#2c2c33"), Finish.MATTE),
    Stuff.GREY: (rgb("#8f949c"), Finish.MATTE),
    Stuff.CREAM: (rgb("#f0dcae"), Finish.MATTE),
    Stuff.CRUST: (rgb("#c0803c"), Finish.MATTE),
    Stuff.LINEN: (rgb("#dfdfe4"), Finish.MATTE),
}


def coated(accent: Colour, patterns: tuple[Pattern, ...], coats: Mapping[int, tuple[Colour, Finish]]) -> Paint:
    """Return the paint of a prop: the materials, what the accent colours, and the prop's own `coats` over them."""
    accents: dict[int, tuple[Colour, Finish]] = {
        Stuff.ACCENT: (accent, Finish.MATTE),
        Stuff.ACCENT_DARK: (dim(accent, 0.62), Finish.MATTE),
        Stuff.ACCENT_PALE: (mix(accent, WHITE, 0.45), Finish.MATTE),
        Stuff.PETAL: (mix(accent, WHITE, 0.18), Finish.MATTE),
        Stuff.LAMP: (mix(accent, rgb("#ffd27a"), 0.45), Finish.GLOW),
        Stuff.LAMP_RIB: (mix(accent, rgb("#8a3a1c"), 0.45), Finish.GLOW),
    }
    return paint({**MATERIALS, **accents, **coats}, patterns)
