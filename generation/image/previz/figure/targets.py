"""Which of MakeHuman's targets the figures use: the house style, builds, and the features that tell faces apart."""

import re
from collections.abc import Iterator, Mapping

STYLE: Mapping[str, float] = {
    "eyes/l-eye-scale-incr": 1.15, "eyes/r-eye-scale-incr": 1.15,
    "eyes/l-eye-height1-incr": 0.25, "eyes/r-eye-height1-incr": 0.25,
    "eyes/l-eye-height2-incr": 0.3, "eyes/r-eye-height2-incr": 0.3,
    "eyes/l-eye-corner2-up": 0.35, "eyes/r-eye-corner2-up": 0.35,
    "nose/nose-scale-horiz-decr": 0.5, "nose/nose-width2-decr": 0.4, "nose/nose-flaring-decr": 0.4,
    "nose/nose-volume-decr": 0.3, "nose/nose-point-up": 0.25,
    "chin/chin-triangle": 0.35, "chin/chin-width-decr": 0.6, "chin/chin-height-decr": 0.35,
    "chin/chin-prominent-decr": 0.2,
    "head/head-oval": 0.65, "head/head-scale-vert-decr": 0.25, "head/head-fat-decr": 0.15,
    "mouth/mouth-scale-horiz-decr": 0.55, "mouth/mouth-scale-vert-decr": 0.35,
    "mouth/mouth-upperlip-volume-decr": 0.35, "mouth/mouth-lowerlip-volume-decr": 0.3,
}  # fmt: skip
"""The manhua face, one morph: change it to restyle everybody."""

BUILDS: Mapping[str, str] = {
    "slim": "averagemuscle-minweight",
    "strong": "maxmuscle-averageweight",
    "heavy": "averagemuscle-maxweight",
}
IDEAL: Mapping[str, float] = {"child": 0.3, "young": 0.8, "old": 0.3}
"""How far each age goes towards MakeHuman's ideal proportions."""

FEATURES: Mapping[str, tuple[str, str]] = {
    "nose-length": ("nose/nose-scale-vert-decr", "nose/nose-scale-vert-incr"),
    "nose-depth": ("nose/nose-scale-depth-decr", "nose/nose-scale-depth-incr"),
    "nose-width": ("nose/nose-scale-horiz-decr", "nose/nose-scale-horiz-incr"),
    "nose-bridge": ("nose/nose-width1-decr", "nose/nose-width1-incr"),
    "nose-wings": ("nose/nose-flaring-decr", "nose/nose-flaring-incr"),
    "nose-point": ("nose/nose-point-down", "nose/nose-point-up"),
    "nose-tip": ("nose/nose-point-width-decr", "nose/nose-point-width-incr"),
    "nose-hump": ("nose/nose-hump-decr", "nose/nose-hump-incr"),
    "nose-curve": ("nose/nose-curve-concave", "nose/nose-curve-convex"),
    "nose-greek": ("nose/nose-greek-decr", "nose/nose-greek-incr"),
    "nose-base": ("nose/nose-base-down", "nose/nose-base-up"),
    "nose-height": ("nose/nose-trans-down", "nose/nose-trans-up"),
    "nose-volume": ("nose/nose-volume-decr", "nose/nose-volume-incr"),
    "eye-size": ("eyes/*-eye-scale-decr", "eyes/*-eye-scale-incr"),
    "eye-distance": ("eyes/*-eye-trans-in", "eyes/*-eye-trans-out"),
    "eye-height": ("eyes/*-eye-trans-down", "eyes/*-eye-trans-up"),
    "eye-inner": ("eyes/*-eye-corner1-down", "eyes/*-eye-corner1-up"),
    "eye-outer": ("eyes/*-eye-corner2-down", "eyes/*-eye-corner2-up"),
    "eye-opening": ("eyes/*-eye-height2-decr", "eyes/*-eye-height2-incr"),
    "eye-opening-in": ("eyes/*-eye-height1-decr", "eyes/*-eye-height1-incr"),
    "eye-opening-out": ("eyes/*-eye-height3-decr", "eyes/*-eye-height3-incr"),
    "eye-fold": ("eyes/*-eye-eyefold-down", "eyes/*-eye-eyefold-up"),
    "eye-fold-angle": ("eyes/*-eye-eyefold-angle-down", "eyes/*-eye-eyefold-angle-up"),
    "eye-bags": ("eyes/*-eye-bag-decr", "eyes/*-eye-bag-incr"),
    "chin-width": ("chin/chin-width-decr", "chin/chin-width-incr"),
    "chin-height": ("chin/chin-height-decr", "chin/chin-height-incr"),
    "chin-prominence": ("chin/chin-prominent-decr", "chin/chin-prominent-incr"),
    "chin-bones": ("chin/chin-bones-decr", "chin/chin-bones-incr"),
    "chin-cleft": ("chin/chin-cleft-decr", "chin/chin-cleft-incr"),
    "jaw-drop": ("chin/chin-jaw-drop-decr", "chin/chin-jaw-drop-incr"),
    "jaw-forward": ("chin/chin-prognathism-decr", "chin/chin-prognathism-incr"),
    "head-width": ("head/head-scale-horiz-decr", "head/head-scale-horiz-incr"),
    "head-length": ("head/head-scale-vert-decr", "head/head-scale-vert-incr"),
    "head-fat": ("head/head-fat-decr", "head/head-fat-incr"),
    "head-age": ("head/head-age-decr", "head/head-age-incr"),
    "head-angle": ("head/head-angle-in", "head/head-angle-out"),
    "forehead-height": ("forehead/forehead-scale-vert-decr", "forehead/forehead-scale-vert-incr"),
    "forehead-temples": ("forehead/forehead-temple-decr", "forehead/forehead-temple-incr"),
    "forehead-depth": ("forehead/forehead-trans-backward", "forehead/forehead-trans-forward"),
    "mouth-width": ("mouth/mouth-scale-horiz-decr", "mouth/mouth-scale-horiz-incr"),
    "mouth-height": ("mouth/mouth-trans-down", "mouth/mouth-trans-up"),
    "mouth-angles": ("mouth/mouth-angles-down", "mouth/mouth-angles-up"),
    "upper-lip": ("mouth/mouth-upperlip-height-decr", "mouth/mouth-upperlip-height-incr"),
    "lower-lip": ("mouth/mouth-lowerlip-height-decr", "mouth/mouth-lowerlip-height-incr"),
    "lip-bow": ("mouth/mouth-cupidsbow-decr", "mouth/mouth-cupidsbow-incr"),
    "cheek-bones": ("cheek/*-cheek-bones-decr", "cheek/*-cheek-bones-incr"),
    "cheek-volume": ("cheek/*-cheek-volume-decr", "cheek/*-cheek-volume-incr"),
    "cheek-inner": ("cheek/*-cheek-inner-decr", "cheek/*-cheek-inner-incr"),
    "brow-ridge": ("eyebrows/eyebrows-trans-backward", "eyebrows/eyebrows-trans-forward"),
    "brow-angle": ("eyebrows/eyebrows-angle-down", "eyebrows/eyebrows-angle-up"),
    "brow-height": ("eyebrows/eyebrows-trans-down", "eyebrows/eyebrows-trans-up"),
    "ear-size": ("ears/*-ear-scale-decr", "ears/*-ear-scale-incr"),
    "ear-wing": ("ears/*-ear-wing-decr", "ears/*-ear-wing-incr"),
    "neck-width": ("neck/neck-scale-horiz-decr", "neck/neck-scale-horiz-incr"),
}  # fmt: skip
"""Pairs of targets, what a weight below 0 and one above 0 add; `*` is both sides."""

HEADS = ("square", "oval", "round", "rectangular", "diamond", "triangular", "invertedtriangular")
"""Shapes of the head, which only add."""


def features() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each feature's direction, `name -` or `name +`, with the targets that it sums."""
    for name, pair in FEATURES.items():
        for sign, file in zip("-+", pair, strict=True):
            yield f"{name} {sign}", tuple(file.replace("*", side) for side in "lr") if "*" in file else (file,)
    for shape in HEADS:
        yield f"head-{shape} +", (f"head/head-{shape}",)


PARTS: Mapping[str, str] = {
    "Hips": "hips", "Spine": "spine-1", "Spine1": "spine-2", "Spine2": "spine-3", "Neck": "neck", "Head": "head",
    "Shoulder": "shoulder", "Arm": "upper-arm", "ForeArm": "forearm", "Hand": "hand",
    "UpLeg": "thigh", "Leg": "shin", "Foot": "foot", "ToeBase": "toes",
}  # fmt: skip


def plain(bone: str) -> str:
    """Return our word for a bone of the rig: `mixamorig:LeftHandPinky1` is `little-1-left`."""
    name = bone.split(":")[1]
    sided = re.fullmatch("(Left|Right)(.+)", name)
    if not sided:
        return PARTS[name]
    side, part = sided[1].lower(), sided[2]
    finger = re.fullmatch("Hand(Thumb|Index|Middle|Ring|Pinky)([123])", part)
    word = f"{finger[1].lower().replace('pinky', 'little')}-{finger[2]}" if finger else PARTS[part]
    return f"{word}-{side}"
