"""Passers-by: soft silhouettes at a distance, in two postures by turns, as many as the place and the hour have.

They stand aside of the middle, where the story's figures act, and go into layers of their own, so that a clip can let
them walk. Each is a small picture drawn once and pressed at its size.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import cv2
import numpy as np

from generation.image.previz.layers import Pixels
from generation.image.previz.light import Colour, mix
from generation.image.previz.scenery.canvas import Canvas, ellipse
from generation.image.previz.scenery.stage import Stage

SHAPES = 6
"""How many different people of each kind are drawn."""

SIZE = 220
"""Pixels: the height of the small picture of a person, who fills it."""

CLEAR = 0.62
"""Metres on each side of the middle that stay free."""


class Kind(StrEnum):
    """How a crowd is dressed."""

    TOWN = "town"
    OLD = "old"
    GUARD = "guard"
    PUPIL = "pupil"
    SEATED = "seated"


CLOTH: Mapping[Kind, tuple[Colour, ...]] = {
    Kind.TOWN: ((0.34, 0.36, 0.42), (0.46, 0.34, 0.32), (0.30, 0.40, 0.42), (0.56, 0.50, 0.42), (0.24, 0.25, 0.30)),
    Kind.OLD: ((0.52, 0.38, 0.30), (0.34, 0.42, 0.44), (0.58, 0.52, 0.40), (0.44, 0.30, 0.34), (0.36, 0.40, 0.32)),
    Kind.GUARD: ((0.42, 0.18, 0.16), (0.30, 0.28, 0.30)),
    Kind.PUPIL: ((0.28, 0.34, 0.46), (0.82, 0.80, 0.76), (0.46, 0.26, 0.28)),
    Kind.SEATED: ((0.32, 0.30, 0.34), (0.42, 0.32, 0.30), (0.28, 0.34, 0.36), (0.48, 0.44, 0.40)),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathering:
    """Who is about in a place: how many by day, between which depths (z), how far to each side, and by night."""

    kind: Kind
    count: int
    depths: tuple[float, float]
    half: float
    night: float = 0.0


GATHERINGS: Mapping[str, tuple[Gathering | None, Gathering | None, Gathering | None]] = {
    "market": (
        Gathering(kind=Kind.OLD, count=12, depths=(4.0, 16.0), half=1.9, night=0.8),
        Gathering(kind=Kind.OLD, count=14, depths=(4.0, 14.0), half=2.6, night=0.5),
        Gathering(kind=Kind.TOWN, count=12, depths=(3.5, 14.0), half=1.7, night=1.0),
    ),
    "street": (
        Gathering(kind=Kind.TOWN, count=10, depths=(5.0, 18.0), half=2.3),
        Gathering(kind=Kind.TOWN, count=7, depths=(7.8, 9.6), half=3.4),
        Gathering(kind=Kind.TOWN, count=2, depths=(3.4, 5.2), half=1.3),
    ),
    "city": (
        Gathering(kind=Kind.TOWN, count=5, depths=(2.0, 2.4), half=3.4, night=0.4),
        Gathering(kind=Kind.TOWN, count=10, depths=(4.5, 16.0), half=2.6, night=0.3),
        Gathering(kind=Kind.TOWN, count=9, depths=(4.0, 11.0), half=3.4, night=0.2),
    ),
    "station": (
        Gathering(kind=Kind.TOWN, count=9, depths=(4.5, 14.0), half=1.5, night=0.4),
        Gathering(kind=Kind.TOWN, count=12, depths=(4.0, 11.0), half=2.8, night=0.4),
        Gathering(kind=Kind.TOWN, count=8, depths=(4.0, 12.0), half=1.1, night=0.4),
    ),
    "palace": (
        Gathering(kind=Kind.GUARD, count=6, depths=(6.0, 11.0), half=2.6, night=0.7),
        None,
        Gathering(kind=Kind.GUARD, count=3, depths=(9.0, 14.0), half=1.6, night=0.7),
    ),
    "palace-hall": (
        Gathering(kind=Kind.GUARD, count=4, depths=(3.0, 4.4), half=1.7, night=1.0),
        Gathering(kind=Kind.OLD, count=3, depths=(3.0, 3.8), half=2.0, night=0.4),
        None,
    ),
    "school": (
        Gathering(kind=Kind.PUPIL, count=5, depths=(2.2, 4.2), half=2.2),
        Gathering(kind=Kind.PUPIL, count=6, depths=(3.0, 8.0), half=1.3),
        Gathering(kind=Kind.PUPIL, count=3, depths=(3.8, 4.6), half=1.8),
    ),
    "village": (
        Gathering(kind=Kind.OLD, count=3, depths=(8.0, 16.0), half=1.6),
        Gathering(kind=Kind.OLD, count=3, depths=(11.6, 12.4), half=2.6),
        Gathering(kind=Kind.OLD, count=2, depths=(8.0, 14.0), half=1.6),
    ),
    "temple": (
        Gathering(kind=Kind.OLD, count=3, depths=(6.0, 8.0), half=1.1),
        Gathering(kind=Kind.OLD, count=4, depths=(5.0, 8.0), half=2.0, night=0.3),
        None,
    ),
    "train": (
        Gathering(kind=Kind.SEATED, count=6, depths=(2.2, 6.0), half=1.25, night=0.5),
        None,
        Gathering(kind=Kind.TOWN, count=5, depths=(2.6, 6.0), half=0.95, night=0.4),
    ),
    "restaurant": (
        Gathering(kind=Kind.SEATED, count=5, depths=(2.6, 4.2), half=2.1, night=0.9),
        Gathering(kind=Kind.SEATED, count=3, depths=(2.4, 3.2), half=2.0, night=0.5),
        Gathering(kind=Kind.SEATED, count=4, depths=(2.0, 2.4), half=1.8, night=1.0),
    ),
}  # fmt: skip
"""Place to who is about by day in each of its compositions."""

HOURS: Mapping[str, float] = {"dawn": 0.4, "day": 1.0, "dusk": 0.8}
"""The share that is about at an hour; the night's is the gathering's own."""


NOBODY: tuple[Gathering | None, ...] = (None, None, None)


def number(found: Gathering, hour: str, weather: str = "clear") -> int:
    """Return how many of a gathering are about."""
    share = found.night if hour == "night" else HOURS[hour]
    return round(found.count * share * (0.6 if weather in ("rain", "snow") else 1.0))


def gather(stage: Stage, place: str) -> None:
    """Let the passers-by of a place stand about on a stage."""
    found = GATHERINGS.get(place, NOBODY)[stage.layout]
    if found is None:
        return
    count = number(found, stage.hour, stage.weather)
    rng = stage.dice("gather", place)
    near, far = found.depths
    for i, (luck, side, deep) in enumerate(rng.random((count, 3))):
        z = near + (far - near) * (i + deep) / count
        x = (CLEAR + (found.half - CLEAR) * luck) * (1 if side < 0.5 else -1)  # noqa: PLR2004 - half of them
        foot = -0.42 if found.kind is Kind.SEATED else 0.0
        stroll(stage, found.kind, (x, foot, z), f"{place}{i}")


def people(  # noqa: PLR0913 - each is one trait, and most are rarely given
    stage: Stage, kind: Kind, z: float, span: tuple[float, float], *, count: int, foot: float = 0.0, name: str
) -> None:
    """Stand a row of people at a depth, at even places moved by luck."""
    step = (span[1] - span[0]) / count
    for i, luck in enumerate(stage.dice("row", name).random(count)):
        x = span[0] + step * (i + 0.25 + 0.5 * float(luck))
        stroll(stage, kind, (x, foot, z), f"{name}{i}")


def stroll(stage: Stage, kind: Kind, at: tuple[float, float, float], name: str) -> None:
    """Put one passer-by on the stage."""
    rng = stage.dice("stroll", name)
    shape, tall = int(rng.integers(SHAPES)), float(rng.uniform(1.55, 1.82)) * (0.8 if kind is Kind.PUPIL else 1.0)
    cloth = CLOTH[kind][int(rng.integers(len(CLOTH[kind])))]
    wet = stage.weather == "rain" and kind in (Kind.TOWN, Kind.OLD)

    def paint(canvas: Canvas, posture: int) -> None:
        depth = stage.camera.depth(at)
        x, y = (float(v) for v in stage.camera.pixels([at])[0])
        high = stage.camera.scale(depth) * tall
        soft = stage.fogged(mix(stage.light.lit(cloth, 0.3), stage.light.fog, 0.12), depth)
        dark = mix(soft, stage.light.ink, 0.45)
        skin = stage.fogged(stage.light.lit((0.72, 0.54, 0.44), 0.4), depth)
        coats = person(kind, shape, posture, umbrella=wet)
        canvas.stamp(coats, (x - high * 0.25, y - high * 1.08, x + high * 0.25, y + high * 0.02), (dark, soft, skin))

    stage.pass_by(at, paint)


@lru_cache(maxsize=128)
def person(kind: Kind, shape: int, posture: int, *, umbrella: bool = False) -> Pixels:
    """Draw a person, feet down, in three channels: what is dark (legs, hair), cloth, skin."""
    rng = np.random.default_rng([shape, len(kind)])
    coats = np.zeros((SIZE, round(SIZE * 0.5 / 1.1), 3), np.uint8)
    layers = [np.zeros(coats.shape[:2], np.uint8) for _ in range(3)]
    girth, hem = float(rng.uniform(0.9, 1.2)), float(rng.uniform(0.34, 0.52))
    step = (0.07 if posture else -0.05) * float(rng.uniform(0.7, 1.2))
    if kind in (Kind.OLD, Kind.GUARD):
        hem = 0.04
    if kind is Kind.SEATED:
        hem = 0.3
    else:
        _fill(layers[0], [(-0.07 * girth, 0.5), (0.0, 0.5), (step, 0.0), (step - 0.055, 0.0)])
        _fill(layers[0], [(0.0, 0.5), (0.07 * girth, 0.5), (0.055 - step, 0.0), (-step, 0.0)])
    flare = (0.17 if hem < 0.3 else 0.11) * girth + 0.3 * abs(step) * (hem < 0.3)  # noqa: PLR2004 - a robe reaches the ground
    coat = [
        (-0.11 * girth, 0.82),
        (-0.05, 0.86),
        (0.05, 0.86),
        (0.11 * girth, 0.82),
        (0.09 * girth, 0.55),
        (flare, hem),
        (-flare, hem),
        (-0.09 * girth, 0.55),
    ]
    _fill(layers[1], coat)
    for side in (-1, 1):
        swing = side * 0.02 - side * step * 0.6
        sleeve = 0.085 if kind is Kind.OLD else 0.045
        _fill(
            layers[1],
            [
                (side * 0.08, 0.83),
                (side * 0.125 * girth, 0.80),
                (side * (0.15 + sleeve / 2) + swing, 0.5),
                (side * 0.12 + swing, 0.47),
            ],
        )
    _head(layers, kind, rng)
    if umbrella:
        _fill(layers[1], [(0.24 * np.cos(a), 1.0 + 0.07 * np.sin(a)) for a in np.linspace(0, np.pi, 14)])
        _fill(layers[0], [(0.085, 0.6), (0.095, 0.6), (0.02, 1.02), (0.01, 1.02)])
    return np.asarray(cv2.merge([cv2.GaussianBlur(layer, (0, 0), 0.9) for layer in layers]), np.uint8)


def _head(layers: list[Pixels], kind: Kind, rng: np.random.Generator) -> None:
    """Add neck, face and hair, and what the kind carries."""
    _fill(layers[2], [(-0.022, 0.84), (0.022, 0.84), (0.022, 0.9), (-0.022, 0.9)])
    _fill(layers[2], ellipse(0, 0.925, 0.042, 0.055).tolist())
    luck = float(rng.random())
    _fill(layers[0], [(0.05 * np.cos(a), 0.935 + 0.058 * np.sin(a)) for a in np.linspace(-0.2, np.pi + 0.2, 16)])
    if luck < 0.4:  # noqa: PLR2004 - by luck long hair, a knot or short hair
        _fill(layers[0], [(-0.055, 0.94), (-0.03, 0.97), (-0.026, 0.78), (-0.06, 0.76)])
        _fill(layers[0], [(0.055, 0.94), (0.03, 0.97), (0.026, 0.78), (0.06, 0.76)])
    elif kind is Kind.OLD:
        _fill(layers[0], ellipse(0, 1.0, 0.024, 0.03).tolist())
    if kind is Kind.OLD and luck > 0.75:  # noqa: PLR2004 - some wear a straw hat
        _fill(layers[1], [(-0.13, 0.955), (0.13, 0.955), (0.0, 1.05)])
    if kind is Kind.GUARD:
        _fill(layers[0], [(-0.06, 0.93), (0.06, 0.93), (0.045, 1.0), (0.0, 1.05), (-0.045, 1.0)])
        _fill(layers[0], [(0.17, 0.0), (0.183, 0.0), (0.183, 1.06), (0.176, 1.08), (0.17, 1.06)])


def _fill(layer: Pixels, shape: list[tuple[float, float]] | list[list[float]]) -> None:
    points = np.asarray(shape, float) * (1, -1) + (0.25, 1.08)
    cv2.fillPoly(layer, [np.round(points * SIZE / 1.1 * 16).astype(np.int32)], (255.0,), cv2.LINE_AA, 4)
