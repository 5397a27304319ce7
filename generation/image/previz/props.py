"""Inserts: one thing on a ledge in the light, chosen by the words of the shot."""

from collections.abc import Mapping

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.canvas import Canvas, ellipse, spline
from generation.image.previz.layers import Layer, facing
from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.noise import clouds, dice
from generation.image.previz.stage import Stage, cropped
from generation.image.previz.wardrobe import Outline, Piece

LEDGE = 0.70
"""Metres: the height of the ledge's near edge."""

PROPS: Mapping[str, tuple[Piece, ...]] = {
    "letter": (
        Piece(takes="paper", sharp=True, outline=((-0.125, 0.0), (0.105, -0.012), (0.125, 0.125), (-0.095, 0.140))),
        Piece(takes="shade", sharp=True, outline=((-0.095, 0.140), (0.125, 0.125), (0.020, 0.058))),
        Piece(takes="red", outline=((0.004, 0.066), (0.022, 0.078), (0.040, 0.064), (0.034, 0.044), (0.010, 0.044))),
    ),
    "phone": (
        Piece(takes="dark", sharp=True, outline=(
            (-0.048, 0.0), (0.056, 0.0), (0.062, 0.007), (0.062, 0.198), (0.056, 0.205), (-0.048, 0.205),
            (-0.054, 0.198), (-0.054, 0.007),
        )),
        Piece(takes="shine", sharp=True, outline=((-0.046, 0.014), (0.054, 0.014), (0.054, 0.192), (-0.046, 0.192))),
        Piece(takes="paper", sharp=True, outline=((-0.034, 0.118), (0.026, 0.118), (0.026, 0.146), (-0.034, 0.146))),
        Piece(takes="dark", sharp=True, outline=((-0.014, 0.074), (0.044, 0.074), (0.044, 0.100), (-0.014, 0.100))),
    ),
    "cup": (
        Piece(takes="paper", outline=((0.060, 0.085), (0.098, 0.092), (0.108, 0.062), (0.090, 0.032), (0.052, 0.030))),
        Piece(takes="shade", outline=((0.062, 0.074), (0.086, 0.078), (0.091, 0.060), (0.078, 0.044), (0.058, 0.044))),
        Piece(takes="paper", outline=((-0.072, 0.120), (0.072, 0.120), (0.066, 0.050), (0.040, 0.004), (0.0, 0.0),
                                      (-0.040, 0.004), (-0.066, 0.050))),
        Piece(takes="shade", outline=((-0.072, 0.120), (0.0, 0.134), (0.072, 0.120), (0.0, 0.104))),
        Piece(takes="amber", outline=((-0.058, 0.119), (0.0, 0.129), (0.058, 0.119), (0.0, 0.108))),
    ),
    "sword": (
        Piece(takes="shine", sharp=True, outline=(
            (-0.20, 0.040), (-0.04, 0.044), (0.30, 0.124), (-0.04, 0.060), (-0.20, 0.052),
        )),
        Piece(takes="paper", sharp=True, outline=((-0.05, 0.050), (0.30, 0.124), (0.14, 0.104), (-0.05, 0.064))),
        Piece(takes="amber", outline=(
            (-0.066, 0.020), (-0.046, 0.022), (-0.040, 0.054), (-0.050, 0.086), (-0.070, 0.084),
        )),
        Piece(takes="red", sharp=True, outline=((-0.19, 0.026), (-0.062, 0.040), (-0.062, 0.064), (-0.19, 0.054))),
    ),
    "flower": (
        Piece(takes="green", outline=(
            (-0.006, 0.0), (0.006, 0.0), (0.022, 0.070), (0.010, 0.140), (0.002, 0.140), (0.012, 0.070),
        )),
        Piece(takes="green", outline=((0.016, 0.050), (0.060, 0.090), (0.080, 0.080), (0.060, 0.050))),
        *(
            Piece(takes="rose", outline=(
                (0.004, 0.165), (0.004 + 0.05 * c - 0.024 * s, 0.165 + 0.05 * s + 0.024 * c),
                (0.004 + 0.074 * c, 0.165 + 0.074 * s), (0.004 + 0.05 * c + 0.024 * s, 0.165 + 0.05 * s - 0.024 * c),
            ))
            for c, s in ((1.0, 0.1), (0.42, 0.9), (-0.6, 0.8), (-0.97, -0.2), (-0.3, -0.95), (0.62, -0.78))
        ),
        Piece(takes="amber", outline=((-0.012, 0.165), (0.004, 0.182), (0.020, 0.165), (0.004, 0.148))),
    ),
}  # fmt: skip
"""Things by name, in metres above the ledge."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "letter": ("letter", "lettre", "信", "note", "envelope", "paper", "photo", "map"),
    "phone": ("phone", "téléphone", "手机", "screen", "message", "call"),
    "cup": ("cup", "tasse", "杯", "tea", "thé", "茶", "coffee", "café", "bowl", "wine"),
    "sword": ("sword", "épée", "剑", "blade", "knife", "couteau", "刀", "dagger"),
    "flower": ("flower", "fleur", "花", "petal", "rose", "lotus"),
}

HUES: Mapping[str, Colour] = {
    "paper": (0.92, 0.89, 0.82), "shade": (0.72, 0.68, 0.63), "red": rgb("#a3252a"), "dark": (0.13, 0.13, 0.16),
    "shine": rgb("#8fc4dc"), "amber": rgb("#c98d3c"), "green": (0.28, 0.42, 0.24), "rose": rgb("#d98a9c"),
}  # fmt: skip


def named(description: str) -> str:
    """Return the prop that a description names, or an empty word."""
    text = description.lower()
    return next((name for name, forms in WORDS.items() if any(form in text for form in forms)), "")


def insert(stage: Stage, description: str, seed: int) -> Layer:
    """Paint the prop of an insert on its ledge, as one layer at the subject's depth."""
    name = named(description) or list(PROPS)[int(dice(seed, "prop").integers(len(PROPS)))]
    canvas, camera = Canvas(stage.camera), stage.camera
    x, y = (float(v) for v in camera.pixels([(0.0, LEDGE + 0.09, 0.0)])[0])
    scale = camera.scale(camera.reach) * 1.25
    _ledge(stage, canvas, y, scale)
    side = -1.0 if camera.towards(*stage.sun)[0] > camera.size[0] / 2 else 1.0
    fallen = ellipse(x + side * 0.05 * scale, y, 0.16 * scale, 0.022 * scale)
    canvas.cover([fallen], stage.light.ink, 0.6, blur=6)
    for piece in PROPS[name]:
        _piece(stage, canvas, piece, (x, y, scale), side)
    pixels, corner = cropped(canvas.pixels)
    plane = facing(camera, camera.reach)
    return Layer(name=f"set-{name}", pixels=pixels, corner=corner, planes=(plane,), depth=camera.reach)


def _ledge(stage: Stage, canvas: Canvas, y: float, scale: float) -> None:
    """Paint the board the thing lies on, from a hand's breadth behind it to the lower edge."""
    width, height = stage.camera.size
    wood = (0.42, 0.28, 0.19)
    top = y - 0.055 * scale
    lit, dark = stage.light.lit(wood, 0.9), stage.light.lit(dim(wood, 0.55), 0.2)
    canvas.ramp([(0, top), (width, top), (width, height), (0, height)], [(top, lit, 1.0), (height, dark, 1.0)])
    canvas.straight(np.array([[(0.0, top), (float(width), top)]]), stage.light.ink, 1.6, 0.8)
    grain = clouds(17, 2, 24, 4)
    canvas.tone(grain, 0.3)
    canvas.glow(width / 2, y, 0.5 * scale, mix(stage.light.rim, WHITE, 0.2), 0.22, flat=0.35)


def _piece(stage: Stage, canvas: Canvas, piece: Piece, at: tuple[float, float, float], side: float) -> None:
    outline = _placed(piece.outline, at, sharp=piece.sharp)
    base = HUES[piece.takes]
    glows = piece.takes == "shine"
    canvas.fill(outline, base if glows else stage.light.lit(base, 0.85))
    if not glows:
        middle = outline.mean(axis=0)
        away = middle + (outline - middle) * (0.6, 0.9) + np.array([side * 0.03 * at[2], 0.0])
        canvas.cover([away], stage.light.lit(dim(base, 0.8), 0.3), 0.35, blur=4, atop=True)
    closed = np.concatenate([outline, outline[:1]])
    canvas.strokes([closed], stage.light.ink, 2.0, 0.9, taper=0)


def _placed(points: Outline, at: tuple[float, float, float], *, sharp: bool) -> Points:
    x, y, scale = at
    knots = np.array(points)
    local = knots if sharp else spline(knots, 6, closed=True)
    return np.asarray(local * (scale, -scale) + (x, y))
