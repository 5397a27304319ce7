"""Shadow figures: characters as cut paper in profile, each piece cel-shaded and rimmed by the scene's light.

The same character id with the same look is always the same figure.
"""

from dataclasses import dataclass
from zlib import crc32

import cv2
import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.canvas import Canvas, coat, ellipse, spline
from generation.image.previz.layers import Layer, Pixels, facing
from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.noise import chance, dice
from generation.image.previz.stage import Stage, cropped
from generation.image.previz.wardrobe import (
    ACCENTS,
    BEHIND,
    CLOTHS,
    EYE,
    FACE,
    GARMENTS,
    HAIR,
    HAIRS,
    MALE_JAW,
    SKINS,
    TRAITS,
    Piece,
)

MOST = 4
"""More figures than this crowd an upright frame."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """How a character is cut: names of hair, garment and traits in the wardrobe, and its colours."""

    name: str
    tall: float
    man: bool
    hair: str
    garment: str
    traits: tuple[str, ...]
    colours: dict[str, Colour]


WORDS: dict[str, tuple[str, ...]] = {
    "man": (" man", "male", "boy", " homme", "garçon", "男", " he ", "king", "emperor", "monk"),
    "woman": ("woman", "female", "girl", "femme", "fille", "女", " she ", "queen", "princess"),
    "child": ("child", "enfant", "孩", "童", "kid"),
    "old": ("old", "elder", "vieux", "vieille", "âgé", "老", "grand"),
    "robe": ("robe", "hanfu", "kimono", "tunique", "袍", "汉服", "monk", "ancient", "imperial"),
    "coat": ("coat", "trench", "manteau", "imper", "cloak", "大衣", "风衣", "hoodie", "jacket", "veste"),
    "dress": ("dress", "skirt", "jupe", "裙", "gown"),
    "suit": ("suit", "costume", "tie", "cravate", "西装", "uniform", "shirt", "chemise"),
    "long": ("long hair", "cheveux longs", "长发", "flowing"),
    "short": ("short hair", "cheveux courts", "短发", "cropped"),
    "bob": ("bob", "carré"),
    "ponytail": ("ponytail", "queue de cheval", "马尾", "braid", "tresse"),
    "topknot": ("topknot", "hairpin", "发髻"),
    "bun": ("bun", "chignon"),
    "ears": ("fox", "renard", "狐", "cat ear", "wolf"),
    "tails": ("fox", "tails", "renard", "狐"),
    "horns": ("horn", "demon", "démon", "corne", "魔", "dragon"),
    "hat": ("straw hat", "chapeau", "斗笠", " hat"),
    "crown": ("crown", "couronne", "king", "queen", "emperor", "皇", "王"),
    "beard": ("beard", "barbe", "胡"),
    "scarf": ("scarf", "écharpe", "围巾", "cape"),
}
"""Words of a look (French, English, Chinese) that choose a piece of the wardrobe."""

HUES: dict[str, Colour] = {
    "red": rgb("#a8222c"), "rouge": rgb("#a8222c"), "红": rgb("#a8222c"), "blue": rgb("#2c4f86"),
    "bleu": rgb("#2c4f86"), "蓝": rgb("#2c4f86"), "white": rgb("#d9d6d0"), "blanc": rgb("#d9d6d0"),
    "白": rgb("#d9d6d0"), "black": rgb("#26252c"), "noir": rgb("#26252c"), "黑": rgb("#26252c"),
    "green": rgb("#2f6652"), "vert": rgb("#2f6652"), "绿": rgb("#2f6652"), "yellow": rgb("#c79a3a"),
    "jaune": rgb("#c79a3a"), "黄": rgb("#c79a3a"), "gold": rgb("#c79a3a"), "purple": rgb("#5d3a78"),
    "violet": rgb("#5d3a78"), "紫": rgb("#5d3a78"), "pink": rgb("#c98494"), "rose": rgb("#c98494"),
    "dark": rgb("#2a2c36"), "sombre": rgb("#2a2c36"), "深": rgb("#2a2c36"),
    "grey": rgb("#6d7078"), "gris": rgb("#6d7078"), "brown": rgb("#6b4630"), "brun": rgb("#6b4630"),
}  # fmt: skip


def figure(character: str, look: str) -> Figure:
    """Read a look into pieces of the wardrobe; what it does not say is drawn from the character's own luck."""
    text = f" {look.lower()} "
    said = {name for name, forms in WORDS.items() if any(form in text for form in forms)}
    luck = dice(crc32(character.encode()), "figure")
    man = "woman" not in said and ("man" in said or chance(luck, 0.5))
    garment = _one(
        said, ("robe", "coat", "dress", "suit"), luck, ("robe", "coat", "suit") if man else ("robe", "dress", "coat")
    )
    usual: tuple[str, ...] = ("short", "topknot", "short") if man else ("long", "bob", "ponytail", "bun")
    if garment == "robe":
        usual = ("topknot", "ponytail") if man else ("long", "bun")
    hair = _one(said, tuple(HAIR), luck, usual)
    cloth = next((hue for word, hue in HUES.items() if word in text), CLOTHS[int(luck.integers(len(CLOTHS)))])
    locks = (0.74, 0.74, 0.78) if "old" in said else HAIRS[int(luck.integers(len(HAIRS)))]
    skin = SKINS[int(luck.choice(len(SKINS), p=(0.5, 0.3, 0.12, 0.08)))]
    colours: dict[str, Colour] = {
        "cloth": cloth, "dark": dim(cloth, 0.55), "accent": ACCENTS[int(luck.integers(len(ACCENTS)))], "hair": locks,
        "skin": skin, "light": (0.88, 0.87, 0.86), "fur": (0.93, 0.90, 0.86),
        "straw": (0.72, 0.60, 0.36), "gold": (0.90, 0.72, 0.30),
    }  # fmt: skip
    tall = 0.70 if "child" in said else (1.03 if man else 0.97) - (0.04 if "old" in said else 0.0)
    traits = tuple(name for name in TRAITS if name in said)
    return Figure(name=character, tall=tall, man=man, hair=hair, garment=garment, traits=traits, colours=colours)


def _one(said: set[str], names: tuple[str, ...], luck: np.random.Generator, usual: tuple[str, ...]) -> str:
    """Return the name that was said, or one of the usual ones by luck (thrown in any case)."""
    thrown = usual[int(luck.integers(len(usual)))]
    return next((name for name in names if name in said), thrown)


def cast(stage: Stage, characters: tuple[str, ...], looks: tuple[str, ...], framing: str, seed: int) -> list[Layer]:
    """Place the characters before the camera, each on a layer of its own, far ones first."""
    people = [figure(each, looks[i] if i < len(looks) else "") for i, each in enumerate(characters[:MOST])]
    spots = _blocking(stage, len(people), framing, seed)
    layers = [_stand(stage, person, *spot) for person, spot in zip(people, spots, strict=True)]
    return sorted(layers, key=lambda layer: -layer.depth)


def _blocking(stage: Stage, count: int, framing: str, seed: int) -> list[tuple[float, float, int]]:
    """Return where each figure stands (metres to the right and behind the subject), and which way it looks."""
    wide = stage.camera.width / stage.camera.height * stage.camera.reach / stage.camera.focal
    sun = 1 if stage.camera.towards(*stage.sun)[0] > stage.camera.size[0] / 2 else -1
    rng = dice(seed, "blocking")
    if count == 1:
        turn = sun if chance(rng, 0.75) else -sun
        return [(-turn * wide * (0.10 if framing != "extreme-close-up" else 0.04), 0.0, turn)]
    near = {"close-up": 0.22, "extreme-close-up": 0.24, "medium": 0.23, "full": 0.22}.get(framing, 0.14)
    apart = max(near * wide, 0.13 if framing in ("close-up", "extreme-close-up") else 0.30)
    apart = min(apart, 0.62)
    spots = [(-apart, 0.0, 1), (apart, 0.12, -1), (0.05, 0.9, -sun), (apart * 1.7, 1.5, -1)]
    return spots[:count]


def _stand(stage: Stage, person: Figure, right: float, back: float, turn: int) -> Layer:
    """Paint one figure on a layer at its own depth."""
    camera = stage.camera
    axes = camera.turn
    flat_ahead = np.array([axes[2, 0], 0.0, axes[2, 2]])
    foot = np.array([0.0, 0.0, 0.0]) + axes[0] * right + flat_ahead / np.linalg.norm(flat_ahead) * back
    depth = camera.depth((float(foot[0]), 0.0, float(foot[2])))
    canvas = Canvas(camera)
    cut = _Cut(stage, canvas, person, foot, axes[0] * turn)
    cut.shadow(depth)
    for pieces in _pieces(person):
        cut.piece(pieces)
    cut.features()
    pixels, corner = cropped(canvas.pixels)
    return Layer(
        name=f"figure-{person.name}", pixels=pixels, corner=corner, planes=(facing(camera, depth),), depth=depth
    )


def _pieces(person: Figure) -> list[Piece]:
    face = tuple(MALE_JAW.get(i, point) for i, point in enumerate(FACE)) if person.man else FACE
    behind = [piece for trait in person.traits if trait in BEHIND for piece in TRAITS[trait]]
    before = [piece for trait in person.traits if trait not in BEHIND for piece in TRAITS[trait]]
    body = GARMENTS[person.garment]
    hair = HAIR[person.hair]
    return [
        *behind,
        *(hair[:1] if len(hair) > 1 and person.hair == "ponytail" else ()),
        Piece(takes="skin", outline=face),
        *body,
        *hair,
        *before,
    ]


class _Cut:
    """The scissors: turns pieces of the wardrobe into shaded shapes on a canvas."""

    def __init__(self, stage: Stage, canvas: Canvas, person: Figure, foot: Points, ahead: Points) -> None:
        self.stage, self.canvas, self.person = stage, canvas, person
        self.foot, self.ahead = foot, ahead
        self.scale = stage.camera.scale(float(stage.camera.seen([foot])[0, 2]))
        self.side = 1.0 if stage.camera.towards(*stage.sun)[0] > stage.camera.size[0] / 2 else -1.0

    def place(self, points: Points) -> Points:
        """Return pixels of local points."""
        size = self.person.tall
        world = self.foot + np.outer(points[:, 0] * size, self.ahead) + np.outer(points[:, 1] * size, (0.0, 1.0, 0.0))
        return self.stage.camera.pixels(world)

    def shadow(self, depth: float) -> None:
        """Lay the contact shadow on the ground under the figure, and a longer one away from the light."""
        x, y = self.place(np.array([(0.0, 0.0)]))[0]
        wide = 0.30 * self.scale
        flat = min(0.5, max(0.08, self.stage.camera.place[1] / depth))
        ink = mix(self.stage.light.ink, self.stage.light.fog, 0.1)
        long = ellipse(x - self.side * wide * 0.8, y, wide * 1.9, wide * 0.55 * flat + 2)
        self.canvas.cover([long], ink, 0.30, blur=4)
        self.canvas.cover([ellipse(x, y, wide, wide * flat * 0.8 + 2)], ink, 0.5, blur=3)

    def tones(self, takes: str) -> tuple[Colour, Colour, Colour]:
        """Return shade, lit and rim colours of a piece."""
        light = self.stage.light
        base = self.person.colours[takes]
        shade = dim(light.lit(base, 0.12), 0.92)
        lit = light.lit(base, 0.95)
        rim = mix(light.rim, lit, 0.12)
        return shade, lit, rim

    def piece(self, piece: Piece) -> None:
        """Paint one piece: shade, a lit edge, a thin rim, and its ink line."""
        knots = np.array(piece.outline)
        local = knots if piece.sharp else spline(knots, 5, closed=True)
        outline = self.place(local)
        canvas, unit = self.canvas, self.canvas.unit
        found = canvas.mask([outline])
        if found is None:
            return
        mask, x, y = found
        shade, lit, rim = self.tones(piece.takes)
        roi = canvas.pixels[y : y + mask.shape[0], x : x + mask.shape[1]]
        key = _edge(mask, self.side * 0.045 * self.scale, 0.020 * self.scale, soft=0.006 * self.scale)
        thin = _edge(
            mask,
            self.side * min(4.5 * unit, max(1.3 * unit, 0.009 * self.scale)),
            max(0.6 * unit, 0.004 * self.scale),
            soft=0.5,
        )
        coat(roi, mask, shade)
        coat(roi, np.asarray(cv2.multiply(mask, key, scale=0.82 / 255), np.uint8), lit)
        coat(roi, np.asarray(cv2.multiply(mask, thin, scale=0.9 / 255), np.uint8), rim)
        ink = mix(self.stage.light.ink, shade, 0.15)
        closed = np.concatenate([outline, outline[:1]])
        canvas.strokes([closed], ink, min(2.4, max(0.8, self.width(0.0042))), 0.9, taper=0)

    def width(self, metres: float) -> float:
        """Return a line's width in thousandths of the picture."""
        return metres * self.scale / self.canvas.unit * self.person.tall

    def features(self) -> None:
        """Draw the eye, the brow, the mouth and the ear, as far as the framing shows them."""
        if 0.02 * self.scale < 1.5:  # noqa: PLR2004 - by eye
            return
        canvas, light, person = self.canvas, self.stage.light, self.person
        shade, lit, _ = self.tones("skin")
        ink = mix(light.ink, person.colours["hair"], 0.2)
        canvas.fill(self.place(spline(EYE["white"], 4, closed=True)), mix(mix(shade, lit, 0.6), WHITE, 0.35))
        canvas.fill(self.place(ellipse(0.0935, 1.5645, 0.0042, 0.0066, 14)), ink)
        if not person.man:
            lips = self.place(spline(EYE["lips"], 4, closed=True))
            canvas.cover([lips], dim((0.80, 0.28, 0.30), mix(light.shade, light.key, 0.5)), 0.7)
        if person.hair in ("short", "topknot", "ponytail", "bun"):
            ear = self.place(spline(EYE["ear"], 5, closed=True))
            canvas.fill(ear, mix(shade, lit, 0.35))
            canvas.strokes([np.concatenate([ear, ear[:1]])], mix(ink, shade, 0.4), self.width(0.0028), taper=0)
        for name, thick in (("lash", 0.0050), ("brow", 0.0062 if person.man else 0.0042), ("mouth", 0.0030)):
            canvas.strokes([self.place(spline(EYE[name], 6))], ink, self.width(thick), taper=0.8)


def _edge(mask: Pixels, dx: float, dy: float, soft: float) -> Pixels:
    """Return where a shape's own edge faces the light: the shape less itself moved away from the light."""
    away = np.array([[1.0, 0.0, -dx], [0.0, 1.0, dy]])
    moved = cv2.warpAffine(
        mask, away, (mask.shape[1], mask.shape[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    edge = cv2.subtract(mask, moved)
    return np.asarray(cv2.GaussianBlur(edge, (0, 0), max(0.4, soft)), np.uint8)
