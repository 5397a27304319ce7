"""Casting from free text: the look of a character that only a writer's words describe (French, English, Chinese)."""

from collections.abc import Mapping
from zlib import crc32

import numpy as np

from generation.image.previz.noise import chance, dice
from generation.requests import Look

WORDS: Mapping[str, tuple[str, ...]] = {
    "man": (" man", " male", "boy", " homme", "garçon", "男", " he ", "king", "emperor", "monk"),
    "woman": ("woman", "female", "girl", "femme", "fille", "女", " she ", "queen", "princess"),
    "child": ("child", "enfant", "孩", "童", " kid"),
    "old": (" old", "elder", "vieux", "vieille", "âgé", "老", "grand-", "grandm", "grandf"),
    "hanfu": ("robe", "hanfu", "kimono", "tunique", "袍", "汉服", "ancient", "imperial"),
    "monk-robe": ("monk", "moine", "僧"),
    "armour": ("armour", "armor", "armure", "甲", "soldier", "soldat"),
    "coat": ("coat", "trench", "manteau", "imper", "cloak", "大衣", "风衣"),
    "hoodie": ("hoodie", "sweat", "卫衣"),
    "jacket": ("jacket", "veste", "blouson", "夹克"),
    "dress": ("dress", "skirt", "jupe", "裙"),
    "suit": ("suit", "costume", " tie", "cravate", "西装"),
    "police-uniform": ("police", "flic", "警"),
    "lab-coat": ("doctor", "médecin", "docteur", "blouse blanche", "医生", "scientist"),
    "shirt": ("shirt", "chemise", "衬衫"),
    "long": ("long hair", "cheveux longs", "长发", "flowing"),
    "short": ("short hair", "cheveux courts", "短发", "cropped"),
    "bob": ("bob", "carré"),
    "high-ponytail": ("ponytail", "queue de cheval", "马尾"),
    "braid": ("braid", "tresse", "辫"),
    "topknot": ("topknot", "发髻"),
    "bun": (" bun", "chignon"),
    "bald": ("bald", "chauve", "光头", "monk", "moine", "僧"),
    "fox-ears": ("fox", "renard", "狐"),
    "nine-tails": ("fox", "tails", "renard", "狐"),
    "horns": ("horn", "demon", "démon", "corne", "魔", "dragon"),
    "straw-hat": ("straw hat", "chapeau de paille", "斗笠"),
    "crown": ("crown", "couronne", "king", "queen", "emperor", "皇", "王"),
    "beard": ("beard", "barbe", "胡"),
    "glasses": ("glasses", "lunettes", "眼镜"),
    "scarf": ("scarf", "écharpe", "围巾"),
}
"""Words of a look, and what they choose."""

HUES: Mapping[str, str] = {
    "red": "#a8222c", "rouge": "#a8222c", "红": "#a8222c", "blue": "#2c4f86", "bleu": "#2c4f86", "蓝": "#2c4f86",
    "white": "#d9d6d0", "blanc": "#d9d6d0", "白": "#d9d6d0", "black": "#26252c", "noir": "#26252c", "黑": "#26252c",
    "green": "#2f6652", "vert": "#2f6652", "绿": "#2f6652", "yellow": "#c79a3a", "jaune": "#c79a3a", "黄": "#c79a3a",
    "gold": "#c79a3a", "purple": "#5d3a78", "violet": "#5d3a78", "紫": "#5d3a78", "pink": "#c98494", "rose": "#c98494",
    "dark": "#2a2c36", "sombre": "#2a2c36", "深": "#2a2c36", "grey": "#6d7078", "gris": "#6d7078", "brown": "#6b4630",
    "brun": "#6b4630",
}  # fmt: skip

OUTFITS = (
    "monk-robe", "armour", "hanfu", "police-uniform", "lab-coat", "coat", "hoodie", "jacket", "dress", "suit", "shirt",
)  # fmt: skip
HAIRS = ("bald", "long", "short", "bob", "high-ponytail", "braid", "topknot", "bun")
FEATURES = ("fox-ears", "nine-tails", "horns", "straw-hat", "crown", "beard", "glasses", "scarf")
USUAL: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "man": (("coat", "suit", "shirt", "jacket"), ("short", "side-part", "undercut")),
    "woman": (("dress", "coat", "sweater", "shirt"), ("long", "bob", "high-ponytail", "bun", "wavy")),
}
"""Outfits and hair for those of whom nothing is said."""


def described(character: str, text: str) -> Look:
    """Read a look into words; what it does not say is drawn from the character's own luck."""
    plain = f" {text.lower()} "
    said = {name for name, forms in WORDS.items() if any(form in plain for form in forms)}
    luck = dice(crc32(character.encode()), "casting")
    man = "woman" not in said and ("man" in said or chance(luck, 0.5))
    outfits, hairs = USUAL["man" if man else "woman"]
    outfit, hair = _one(said, OUTFITS, luck, outfits), _one(said, HAIRS, luck, hairs)
    if outfit == "hanfu" and not said & set(HAIRS):
        hair = "topknot" if man else "half-up"
    return Look(
        id=character,
        sex="man" if man else "woman",
        age="child" if "child" in said else "old" if "old" in said else "young",
        hair=hair,
        outfit=outfit,
        colours=tuple(hue for word, hue in HUES.items() if word in plain)[:1],
        features=tuple(name for name in FEATURES if name in said),
    )


def _one(said: set[str], names: tuple[str, ...], luck: np.random.Generator, usual: tuple[str, ...]) -> str:
    """Return the name that was said, or one of the usual ones by luck (thrown in any case)."""
    thrown = usual[int(luck.integers(len(usual)))]
    return next((name for name in names if name in said), thrown)
