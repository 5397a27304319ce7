"""Lamps: the light of a set as it falls on figures: a key from the front and the side, and a rim from behind."""

from collections.abc import Mapping
from math import cos, sin

import numpy as np

from generation.image.previz.ink.render import Lamp
from generation.image.previz.light import WHITE, Colour, dim, mix, rgb
from generation.image.previz.scenery.stage import Place, Stage

TO_KEY = (0.44, 0.50, -0.75)
"""Towards the key in the axes of the camera (right, up, away), for a key from the right."""
TO_RIM = (-0.80, 0.34, 0.46)
"""Towards the light from behind, on the other side."""

NEON, WARM, COLD = rgb("#ff5fa8"), rgb("#ffb066"), rgb("#8fd8ff")

PRACTICALS: Mapping[str, tuple[Colour, float]] = {
    "market": (WARM, 0.55), "palace": (WARM, 0.40), "palace-hall": (WARM, 0.50), "temple": (WARM, 0.30),
    "restaurant": (WARM, 0.45), "village": (WARM, 0.30), "room": (WARM, 0.35), "bedroom": (WARM, 0.40),
    "kitchen": (WARM, 0.30), "shop": (WARM, 0.30), "boat": (WARM, 0.35), "stage": (WARM, 0.35), "cave": (WARM, 0.35),
    "city": (NEON, 0.22), "street": (WARM, 0.28), "rooftop": (NEON, 0.16), "car": (COLD, 0.25),
    "spaceship": (COLD, 0.30), "laboratory": (COLD, 0.25), "hospital": (COLD, 0.15), "station": (COLD, 0.15),
    "train": (WARM, 0.25),
}  # fmt: skip
"""Place to the colour of the lamps that tint the key when it is dark, and how much."""

RIMS: Mapping[str, Colour] = {"city": COLD, "rooftop": COLD, "street": COLD, "stage": COLD, "spaceship": COLD}
"""Places whose rim at night is not the sky's."""

DARKEST = 0.74
"""The least brightness of a key: faces are read at night too."""


def lamp(stage: Stage, place: str, side: int) -> Lamp:
    """Return the light that falls on figures in a set; the key comes from a `side`, 1 is right."""
    light, dark = stage.light, stage.hour in {"dusk", "night"}
    key, shade, rim = _bright(light.key, DARKEST), light.shade, light.rim
    if dark:
        tint, share = PRACTICALS.get(place, (WHITE, 0.0))
        key = mix(key, dim(tint, 1.02), share)
        rim = mix(rim, RIMS.get(place, rim), 0.6)
    strength = {"night": 0.85, "dusk": 0.72, "dawn": 0.55}.get(stage.hour, 0.30)
    return Lamp(
        to_key=aside(stage, TO_KEY, side),
        key=key,
        shade=_bright(shade, 0.40),
        to_rim=aside(stage, TO_RIM, side),
        rim=dim(rim, strength),
        ink=mix(light.ink, light.shade, 0.12),
    )


def backlit(of: Lamp) -> Lamp:
    """Return the light on somebody before the camera: seen from their dark side."""
    return Lamp(
        to_key=of.to_key, key=dim(of.key, 0.52), shade=dim(of.shade, 0.6), to_rim=of.to_rim, rim=of.rim, ink=of.ink
    )  # fmt: skip


def aside(stage: Stage, way: tuple[float, float, float], side: int) -> Place:
    """Carry a direction from the axes of the camera to the world, mirrored to a side."""
    yaw = stage.camera.yaw
    x, y, z = way[0] * side, way[1], way[2]
    vector = np.array([x * cos(yaw) + z * sin(yaw), y, z * cos(yaw) - x * sin(yaw)])
    x, y, z = (vector / np.linalg.norm(vector)).tolist()
    return x, y, z


def _bright(colour: Colour, least: float) -> Colour:
    """Return a colour that is at least so bright, its hue kept."""
    value = sum(colour) / 3
    return colour if value >= least else dim(colour, least / max(value, 1e-3))
