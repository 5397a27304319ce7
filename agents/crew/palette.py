"""The palette: colours by their words in three languages, as cloth, hair, eyes and skin show them."""

from collections.abc import Mapping
from enum import StrEnum

from agents.crew.lexicon import Lexicon


class Colour(StrEnum):
    """A colour that people have a word for."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TURQUOISE = "turquoise"
    BLUE = "blue"
    NAVY = "navy"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    BEIGE = "beige"
    BLOND = "blond"


COLOURS = Lexicon(
    {
        Colour.BLACK: "noir|black|jet-black|黑色|黑|墨色",
        Colour.WHITE: "blanc|blanche|white|ivoire|ivory|白色|白|雪白",
        Colour.GREY: "gris|grise|grey|gray|argent|argenté|silver|silvery|rouillé|rusty|灰色|灰|银色|银",
        Colour.RED: "rouge|red|écarlate|cramoisi|bordeaux|crimson|scarlet|burgundy|vermillon|vermilion|红色|红|赤|朱",
        Colour.ORANGE: "orange|roux|rousse|ginger|auburn|copper|cuivré|橙色|橙|橘色|橘|棕红",
        Colour.YELLOW: "jaune|yellow|doré|gold|golden|moutarde|mustard|黄色|黄|金色|金",
        Colour.GREEN: "vert|green|émeraude|emerald|jade|olive|绿色|绿|翠|碧",
        Colour.TURQUOISE: "turquoise|teal|cyan|青色|青|天青",
        Colour.BLUE: "bleu|bleue|blue|azur|azure|bleu ciel|sky-blue|蓝色|蓝|湛蓝",
        Colour.NAVY: "bleu marine|bleu nuit|bleu foncé|navy|navy blue|dark blue|midnight blue|藏青|深蓝色|深蓝",
        Colour.PURPLE: "violet|violette|pourpre|mauve|purple|lilas|lavender|紫色|紫",
        Colour.PINK: "rose|pink|粉色|粉红|粉",
        Colour.BROWN: "brun|brune|marron|châtain|brown|chestnut|棕色|棕|褐色|褐|咖啡色",
        Colour.BEIGE: "beige|crème|sable|cream|sand|tan|米色|米白|卡其|驼色",
        Colour.BLOND: "blond|blonde|fair-haired|金发",
    }
)

CLOTH: Mapping[Colour, str] = {
    Colour.BLACK: "#26252c",
    Colour.WHITE: "#d9d6d0",
    Colour.GREY: "#6d7078",
    Colour.RED: "#a8222c",
    Colour.ORANGE: "#c0652a",
    Colour.YELLOW: "#c79a3a",
    Colour.GREEN: "#2f6652",
    Colour.TURQUOISE: "#2f7f86",
    Colour.BLUE: "#2c4f86",
    Colour.NAVY: "#24304f",
    Colour.PURPLE: "#5d3a78",
    Colour.PINK: "#c98494",
    Colour.BROWN: "#6b4630",
    Colour.BEIGE: "#b9a27e",
    Colour.BLOND: "#c9a45a",
}
"""Colours of cloth: muted, so that faces stay the brightest."""

HAIRS: Mapping[Colour, str] = {
    **CLOTH,
    Colour.BLACK: "#1f1d24",
    Colour.WHITE: "#e4e2df",
    Colour.GREY: "#9a9ba2",
    Colour.RED: "#8a2f24",
    Colour.ORANGE: "#b0602c",
    Colour.BROWN: "#4e3326",
    Colour.YELLOW: "#c9a45a",
}
"""The same for hair and fur, whose red is not that of cloth."""

EYES: Mapping[Colour, str] = {
    **CLOTH,
    Colour.BLUE: "#4f7fb5",
    Colour.GREEN: "#4e8a63",
    Colour.BROWN: "#5a3b28",
    Colour.YELLOW: "#d0a23c",
    Colour.RED: "#b02a2a",
}
"""The same for eyes, which are brighter."""

SKINS: Mapping[Colour, str] = {
    **CLOTH,
    Colour.WHITE: "#f1e4dc",
    Colour.BLACK: "#5a3a2c",
    Colour.BROWN: "#8a5a3e",
    Colour.GREY: "#9aa3ab",
    Colour.GREEN: "#7fa37a",
    Colour.BLUE: "#7d9fc4",
    Colour.RED: "#b5564a",
}
"""The same for skin."""


def shade(colour: str, lighter: bool) -> str:  # noqa: FBT001 - the one thing there is to say
    """Return `#rrggbb` a step lighter or darker."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    stepped = (channel + (255 - channel) // 4 if lighter else channel * 3 // 4 for channel in channels)
    return "#" + "".join(f"{channel:02x}" for channel in stepped)
