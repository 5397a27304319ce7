"""Who somebody is, for the artist: the parameters of a body and a face, and its palette, all drawn from their look.

Nothing of a shot (pose, expression, light, framing) is read here: that is what makes a character the same everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from generation.image.previz.figure.targets import FEATURES, HEADS
from generation.image.previz.light import Colour, mix, rgb
from generation.image.previz.noise import chance, dice
from generation.image.previz.vocabulary import AGES, ANCESTRIES, BUILDS, HEIGHTS, nearest
from generation.requests.pictures import Look

SPREAD = 0.6
"""Weights of features lie between minus and plus this."""
STRENGTH: Mapping[str, float] = {
    "eye-size": 0.6, "eye-opening": 0.7, "eye-opening-in": 0.6, "eye-opening-out": 0.6, "eye-bags": 0.5,
    "eye-height": 0.6, "head-age": 0.25, "neck-width": 0.4, "jaw-forward": 0.5, "jaw-drop": 0.6, "ear-wing": 0.8,
    "mouth-angles": 0.5, "nose-greek": 0.7, "eye-inner": 0.7, "forehead-depth": 0.5, "head-angle": 0.5,
    "chin-cleft": 0.5, "nose-base": 0.7, "nose-hump": 1.2, "nose-length": 1.2, "nose-width": 1.3, "chin-width": 1.4,
    "chin-height": 1.3, "cheek-bones": 1.4, "cheek-volume": 0.8, "head-width": 0.8, "head-length": 0.9, "head-fat": 0.8,
    "mouth-width": 1.2, "nose-tip": 1.3, "brow-angle": 1.3, "eye-outer": 1.3, "eye-distance": 1.1,
}  # fmt: skip
"""How strongly a feature shows, where it is not as drawn: some spoil a face early, some hardly show."""
MANLY: Mapping[str, float] = {
    "chin-width": 0.45, "chin-bones": 0.5, "chin-prominence": 0.35, "brow-ridge": 0.5, "nose-width": 0.2,
    "nose-length": 0.25, "neck-width": 0.3, "cheek-bones": 0.2, "cheek-volume": -0.3, "head-fat": -0.3,
}  # fmt: skip
"""What grown men have more of."""
DRAWN: Mapping[str, float] = {"eye-size": 0.45, "eye-opening": 0.45, "eye-opening-out": 0.15}
"""What everybody has more of than people have: drawn eyes are large."""
BODIES: Mapping[str, tuple[tuple[str, float], ...]] = {
    "child": (("child", 1.0),),
    "teen": (("child", 0.30), ("young", 0.70)),
    "young": (("young", 1.0),),
    "middle": (("young", 0.55), ("old", 0.45)),
    "old": (("old", 1.0),),
}
"""Ages as shares of the bodies that were baked."""
STYLED: Mapping[str, float] = {"child": 0.9, "teen": 1.0, "young": 1.0, "middle": 0.75, "old": 0.5}
"""How much of the house style each age has; men have part of it."""
FOLK: Mapping[str, tuple[tuple[str, float], ...]] = {
    "east-asian": (("asian", 1.0),),
    "european": (("caucasian", 1.0),),
    "african": (("african", 1.0),),
    "south-asian": (("caucasian", 0.5), ("african", 0.3), ("asian", 0.2)),
}
"""Ancestries as shares of the bodies that were baked."""
TALL: Mapping[str, tuple[float, float]] = {
    "child": (1.26, 1.27),
    "teen": (1.60, 1.70),
    "young": (1.66, 1.79),
    "middle": (1.65, 1.78),
    "old": (1.60, 1.71),
}
"""Heights of women and men in metres."""
SCALES: Mapping[str, float] = {"short": 0.945, "average": 1.0, "tall": 1.055}

SKINS: Mapping[str, tuple[str, ...]] = {
    "east-asian": ("#f6d5bd", "#f0c9ab", "#e8bd9a", "#ddae88"),
    "european": ("#f8d9c6", "#f3cdb6", "#ecc0a4", "#e2b192"),
    "african": ("#8d5a3c", "#7a4a30", "#64391f", "#a06a48"),
    "south-asian": ("#c99670", "#b8835c", "#a8734d", "#d6a882"),
}
EYES: Mapping[str, tuple[str, ...]] = {
    "east-asian": ("#4a2e20", "#3a241b", "#5a3a26"),
    "european": ("#4a6f8f", "#5b7a4a", "#6b4a2c", "#7a8a92", "#4a2f1e"),
    "african": ("#3a2317", "#2d1b12", "#4a2e1c"),
    "south-asian": ("#3f281a", "#54371f", "#5f5a2e"),
}
HAIRS: Mapping[str, tuple[str, ...]] = {
    "east-asian": ("#1b1820", "#241d20", "#2e2422"),
    "european": ("#3a2618", "#6b4626", "#a87b45", "#1f1a1c", "#7a3f22"),
    "african": ("#17141a", "#201a1c", "#2a1f1a"),
    "south-asian": ("#18151b", "#231a1a", "#33231a"),
}
GREY, WHITE_HAIR = rgb("#85817f"), rgb("#d6d4d0")
LIP = {"woman": (0.86, 0.50, 0.50), "man": (0.84, 0.66, 0.63)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Palette:
    """The colours that a person has without clothes."""

    skin: Colour
    hair: Colour
    eyes: Colour
    lips: Colour
    brows: Colour


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Everything that decides a body and a face.

    `bodies` are shares of baked bodies and builds by name; `features` are weights of moves by name; `brow` is
    (thickness, arch, slant) of the brows; `height` is metres.
    """

    man: bool
    age: str
    bodies: tuple[tuple[str, float], ...]
    features: tuple[tuple[str, float], ...]
    brow: tuple[float, float, float]
    height: float
    colours: Palette

    @property
    def lids(self) -> float:
        """How much further than usual the lids of large eyes must go to shut them."""
        weights = dict(self.features)
        return 1 + 0.30 * weights.get("eye-size +", 0.0) + 0.30 * weights.get("eye-opening +", 0.0)


def identity(look: Look) -> Identity:
    """Return who a look describes; equal looks give equal identities, and hair and clothes do not matter."""
    age, ancestry = nearest(look.age, AGES), nearest(look.ancestry, ANCESTRIES)
    man = look.sex.strip().lower() in ("man", "male", "boy")
    return Identity(
        man=man,
        age=age,
        bodies=_bodies(age, ancestry, nearest(look.build, BUILDS), man=man),
        features=_features(look.id, age, man=man),
        brow=_brow(look.id, man=man),
        height=TALL[age][man] * SCALES[nearest(look.height, HEIGHTS)] * _luck(look.id, "height", 0.985, 1.015),
        colours=_palette(look, age, ancestry, man=man),
    )


def _luck(of: str, name: str, low: float, high: float) -> float:
    """Return a number between two, drawn from an id."""
    return float(dice(0, "look", of, name).uniform(low, high))


def _bodies(age: str, ancestry: str, build: str, *, man: bool) -> tuple[tuple[str, float], ...]:
    """Return the shares of the baked bodies; a build is added by age, the style by age and sex."""
    sex = "male" if man else "female"
    shares = [(f"{folk} {sex} {years}", part * share) for folk, part in FOLK[ancestry] for years, share in BODIES[age]]
    if build != "average":
        shares += [(f"{build} {sex} {years}", share) for years, share in BODIES[age]]
    return (*shares, ("style", STYLED[age] * (0.55 if man else 1.0)))


def _features(of: str, age: str, *, man: bool) -> tuple[tuple[str, float], ...]:
    """Draw the weights of all features; children keep to the middle, men have heavier bones."""
    rng = dice(0, "look", of, "features")
    mild = {"child": 0.6, "teen": 0.8}.get(age, 1.0)
    drawn = rng.triangular(-SPREAD, 0.0, SPREAD, len(FEATURES)) * 0.45 + rng.choice((-1, 1), len(FEATURES)) * 0.32
    grown = 0.0 if age == "child" else 0.5 if age == "teen" else 1.0
    weights = {
        name: float(value) * mild * STRENGTH.get(name, 1.0)
        + DRAWN.get(name, 0.0)
        + (MANLY.get(name, 0.0) * grown if man else 0.0)
        for name, value in zip(FEATURES, drawn, strict=True)
    }
    signed = [(f"{name} {'+' if weight > 0 else '-'}", round(abs(weight), 4)) for name, weight in weights.items()]
    first, second = rng.choice(len(HEADS), 2, replace=False)
    strength = rng.uniform(0.2, 0.5, 2) * mild * (1.0 if man else 0.7)
    heads = [(f"head-{HEADS[first]} +", float(strength[0])), (f"head-{HEADS[second]} +", float(strength[1]) * 0.4)]
    return (*signed, *((name, round(weight, 4)) for name, weight in heads))


def _brow(of: str, *, man: bool) -> tuple[float, float, float]:
    thickness = _luck(of, "brow", 1.05, 1.7) if man else _luck(of, "brow", 0.7, 1.15)
    return thickness, _luck(of, "arch", 0.5, 1.4), _luck(of, "slant", -0.4, 1.0)


def _palette(look: Look, age: str, ancestry: str, *, man: bool) -> Palette:
    """Take the colours that are given, and draw the others."""
    rng = dice(0, "look", look.id, "colours")
    skin, eyes, hair = (str(rng.choice(table[ancestry])) for table in (SKINS, EYES, HAIRS))
    grey = {"old": WHITE_HAIR if chance(rng, 0.5) else GREY, "middle": mix(rgb(hair), GREY, 0.3)}
    shade = rgb(look.skin or skin)
    locks = rgb(look.hair_colour) if look.hair_colour else grey.get(age, rgb(hair))
    tint = LIP["man" if man or age == "child" else "woman"]
    return Palette(
        skin=shade,
        hair=locks,
        eyes=rgb(look.eyes or eyes),
        lips=(shade[0] * tint[0], shade[1] * tint[1], shade[2] * tint[2]),
        brows=mix(locks, (0.08, 0.06, 0.08), 0.45 if float(np.mean(locks)) < 0.6 else 0.2),  # noqa: PLR2004 - light hair
    )
