"""Pulling focus: a shot that begins on the place, its people soft, and ends on the people, as the panel shows them."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.ink.frames import Flight, fly
from generation.image.previz.layers import Layer, Pixels
from generation.image.previz.painting import blurred
from generation.image.previz.scenery.sets.places import build
from generation.image.previz.scenery.stage import Stage
from generation.video.animatic.ensemble import Drawn
from generation.video.animatic.flight import flown

PULL = (0.12, 0.42)
"""From when to when the focus is pulled, as shares of the shot."""

SOFT = 4.2
"""How soft people are before it, in thousandths of the picture's height."""


def focus(t: float) -> float:
    """Return where the focus is at a moment of the shot: 0 on the place, 1 on the people."""
    share = min(1.0, max(0.0, (t - PULL[0]) / (PULL[1] - PULL[0])))
    return share * share * (3 - 2 * share)


def sharp(stage: Stage, place: str) -> list[Layer]:
    """Return the layers of a set as a lens sees them that is focused on it; `stage` is empty."""
    clear = replace(stage, defocus=0.0)
    backs, things = clear.built(lambda each: build(each, place), clear.camera.reach)
    return [*backs, *things]


def softened(people: Sequence[Drawn], share: float) -> list[Drawn]:
    """Return people as a lens sees them whose focus is so far on them."""
    return [(_soft(layer, camera, share), camera) for layer, camera in people]


def _soft(layer: Layer, camera: Camera, share: float) -> Layer:
    sigma = SOFT * (1 - share) * camera.height / 1000
    if sigma < 0.4:  # noqa: PLR2004 - pixels: not seen
        return layer
    pad = 4 * int(np.ceil(0.75 * sigma))
    wide = cv2.copyMakeBorder(layer.pixels, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
    corner = (layer.corner[0] - pad, layer.corner[1] - pad)
    return replace(layer, pixels=blurred(np.asarray(wide, np.uint8), sigma), corner=corner)


def behind(
    frame: Pixels, sets: tuple[Sequence[Drawn], Sequence[Drawn]], share: float, now: tuple[Camera, float]
) -> None:
    """Lay a set behind a frame, in place, between its sharp and its soft picture; `now` is the view and the seconds."""
    view, seconds = now
    pictures = []
    for drawn in sets:
        picture = np.zeros_like(frame)
        flights = [flown(layer, base, view, seconds) for layer, base in drawn]
        fly([flight for flight in flights if flight], picture)
        pictures.append(picture)
    mixed = np.asarray(cv2.addWeighted(pictures[0], 1 - share, pictures[1], share, 0), np.uint8)
    height, width = frame.shape[:2]
    fly([Flight(mixed, (0, 0, width, height), np.eye(3)[None].copy(), np.zeros((1, 3)))], frame)
