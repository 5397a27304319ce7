"""What moves in the air: rain, snow, drifting mist, embers, petals, fireflies and dust, as functions of time.

Every particle's place follows from its number, the seed and the time: nothing is thrown anew from frame to frame.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.ink.frames import tint
from generation.image.previz.layers import Pixels
from generation.image.previz.light import WHITE, Colour, Light, mix, rgb
from generation.image.previz.noise import clouds, dice

Mask = NDArray[np.uint8]
Values = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Swarm:
    """A kind of particle: how many, how large (thousandths of the height), how it falls and drifts (heights a
    second), how much it wanders, its colour and strength; `streak` is how many seconds of its path show, and what
    `turns` tumbles as leaves do.
    """

    count: int
    size: float
    fall: float
    drift: float
    wander: float
    colour: Colour
    strength: float
    streak: float = 0.0
    twinkles: bool = False
    soft: float = 0.0
    turns: bool = False


def swarms(weather: str, mood: str, light: Light, *, indoors: bool) -> tuple[Swarm, ...]:
    """Return what is in the air of a scene, far swarms first."""
    if indoors:
        dust = mix(light.lamp, WHITE, 0.5)
        motes = Swarm(count=34, size=1.1, fall=-0.006, drift=0.004, wander=0.02, colour=dust, strength=0.3, soft=1)
        return (replace(motes, twinkles=True),)
    if weather == "rain":
        drop = mix(light.fog, WHITE, 0.45)
        return (
            Swarm(count=260, size=0.7, fall=1.5, drift=-0.16, wander=0, colour=drop, strength=0.22, streak=0.028),
            Swarm(count=110, size=1.2, fall=2.3, drift=-0.24, wander=0, colour=drop, strength=0.30, streak=0.034),
            Swarm(count=26, size=2.2, fall=3.2, drift=-0.34, wander=0, colour=drop, strength=0.24, streak=0.045),
        )
    if weather == "snow":
        flake = mix(light.fog, WHITE, 0.75)
        return (
            Swarm(count=240, size=1.3, fall=0.045, drift=0.012, wander=0.010, colour=flake, strength=0.7),
            Swarm(count=90, size=2.6, fall=0.085, drift=0.020, wander=0.016, colour=flake, strength=0.75, soft=0.6),
            Swarm(count=18, size=6.5, fall=0.17, drift=0.03, wander=0.022, colour=flake, strength=0.5, soft=2.5),
        )
    return FALLING.get(weather, ()) or _mood(mood, light)


def _mood(mood: str, light: Light) -> tuple[Swarm, ...]:
    """Return what a mood lets float in clear air: petals, sparks or fireflies."""
    petal, spark, fly = rgb("#f6b9c2"), rgb("#ff9a4c"), mix(light.lamp, WHITE, 0.35)
    petals = Swarm(count=18, size=2.6, fall=0.06, drift=0.04, wander=0.03, colour=petal, strength=0.85, turns=True)
    sparks = Swarm(count=34, size=1.6, fall=-0.08, drift=0.03, wander=0.03, colour=spark, strength=0.85, soft=0.5)
    flies = Swarm(count=36, size=1.9, fall=-0.014, drift=0.006, wander=0.035, colour=fly, strength=0.8, soft=0.8)
    table = {"tender": petals, "joy": petals, "ominous": sparks, "tense": sparks, "wonder": flies}
    found = table.get(mood)
    return (replace(found, twinkles=found is not petals),) if found else ()


PETAL, EMBER = rgb("#f7b4c4"), rgb("#ff8a3c")

FALLING: Mapping[str, tuple[Swarm, ...]] = {
    "petals": (
        Swarm(count=90, size=1.7, fall=0.050, drift=0.035, wander=0.020, colour=PETAL, strength=0.8, turns=True),
        Swarm(count=46, size=3.2, fall=0.085, drift=0.055, wander=0.030, colour=PETAL, strength=0.9, turns=True),
        Swarm(count=9, size=8.0, fall=0.16, drift=0.10, wander=0.04, colour=PETAL, strength=0.6, turns=True, soft=2.2),
    ),
    "embers": (
        Swarm(count=90, size=0.9, fall=-0.07, drift=0.03, wander=0.02, colour=EMBER, strength=0.9, twinkles=True),
        Swarm(
            count=44, size=1.7, fall=-0.12, drift=0.05, wander=0.03, colour=EMBER, strength=0.95, twinkles=True,
            streak=0.05,
        ),
        Swarm(
            count=10, size=4.5, fall=-0.20, drift=0.08, wander=0.04, colour=EMBER, strength=0.6, twinkles=True, soft=2.0
        ),
    ),
}  # fmt: skip
"""Weather to what falls or rises in it whatever the mood, far swarms first."""


class Air:
    """The moving air of one shot, for frames of one size."""

    def __init__(
        self, weather: str, mood: str, light: Light, *, indoors: bool, size: tuple[int, int], seed: int
    ) -> None:
        self.width, self.height = size
        self.swarms = swarms(weather, mood, light, indoors=indoors)
        self._luck = [dice(seed, "air", i).random((swarm.count, 5)) for i, swarm in enumerate(self.swarms)]
        self._mist = _bank(self.width, self.height) if weather == "mist" and not indoors else None
        self._fog = mix(light.fog, WHITE, 0.12)

    def over(self, frame: Pixels, seconds: float) -> None:
        """Paint the air at a time over a picture (height, width, 3), in place."""
        if self._mist is not None:
            self._drift(frame, self._mist, seconds)
        masks: dict[tuple[Colour, float], Mask] = {}
        for swarm, luck in zip(self.swarms, self._luck, strict=True):
            mask = masks.setdefault((swarm.colour, swarm.soft), np.zeros(frame.shape[:2], np.uint8))
            self._swarm(mask, swarm, luck, seconds)
        for (colour, soft), mask in masks.items():
            sigma = soft * self.height / 1000
            blurred = cv2.GaussianBlur(mask, (0, 0), max(0.4, sigma)) if soft else mask
            tint(frame, np.asarray(blurred, np.uint8), colour)

    def _drift(self, frame: Pixels, bank: NDArray[np.uint8], seconds: float) -> None:
        shift = np.array([[1, 0, (seconds * 0.012 * self.height) % bank.shape[1]], [0, 1, 0]], np.float64)
        mask = cv2.warpAffine(
            bank, shift, (self.width // 4, self.height // 4),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_WRAP,
        )  # fmt: skip
        tint(frame, np.asarray(cv2.resize(mask, (self.width, self.height)), np.uint8), self._fog)

    def _swarm(self, mask: Mask, swarm: Swarm, luck: NDArray[np.float64], seconds: float) -> None:
        aspect = self.width / self.height
        pace = 0.8 + 0.4 * luck[:, 2]
        phase = 6.283 * luck[:, 3]
        y = (luck[:, 1] * 1.2 + seconds * swarm.fall * pace) % 1.2 - 0.1
        x = (luck[:, 0] * (aspect + 0.3) + seconds * swarm.drift * pace) % (aspect + 0.3) - 0.15
        x = x + swarm.wander * np.sin(phase + seconds * (0.7 + luck[:, 4]))
        y = y + 0.4 * swarm.wander * np.sin(1.7 * phase + seconds * (0.5 + luck[:, 2]))
        power = np.full(swarm.count, swarm.strength)
        if swarm.twinkles:
            power = power * (0.55 + 0.45 * np.sin(phase + seconds * (1.5 + 2 * luck[:, 4])))
        unit = self.height / 1000
        places = np.stack([x, y], axis=1) * self.height
        size = swarm.size * unit * (0.6 + 0.8 * luck[:, 4])
        if swarm.streak:
            trail = np.stack([swarm.drift * pace, swarm.fall * pace], axis=1) * (swarm.streak * self.height)
            _streaks(mask, places, trail, size, power)
        elif swarm.turns:
            _leaves(mask, places, size, power, phase + seconds * (1.2 + 2 * luck[:, 4]))
        else:
            _dots(mask, places, size, power)


def _dots(mask: Mask, places: Values, size: Values, power: Values) -> None:
    levels = 255 * power * np.minimum(1, (size / 0.8) ** 2)
    centres = np.round(places * 16).astype(int).tolist()
    radii = np.maximum(10, np.round(size * 16)).astype(int).tolist()
    for centre, radius, level in zip(centres, radii, levels.tolist(), strict=True):
        cv2.circle(mask, centre, radius, (level,), -1, cv2.LINE_AA, 4)


def _leaves(mask: Mask, places: Values, size: Values, power: Values, turn: Values) -> None:
    """Draw petals that tumble: pointed, now broad, now seen from their edge."""
    along = np.stack([np.cos(turn * 0.6), np.sin(turn * 0.6)], axis=1) * (size * 1.35)[:, None]
    wide = np.stack([-along[:, 1], along[:, 0]], axis=1) * (0.15 + 0.5 * np.abs(np.sin(turn)))[:, None]
    shapes = np.stack(
        [places - along, places - along * 0.1 + wide, places + along, places - along * 0.1 - wide], axis=1
    )
    for shape, level in zip(np.round(shapes * 16).astype(np.int32), (255 * power).tolist(), strict=True):
        cv2.fillPoly(mask, [shape], (level,), cv2.LINE_AA, 4)


def _streaks(mask: Mask, places: Values, trail: Values, size: Values, power: Values) -> None:
    """Draw falling drops as thin wedges, pointed behind."""
    along = trail / np.maximum(1e-6, np.hypot(trail[:, 0], trail[:, 1]))[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * np.maximum(0.5, size / 2)[:, None]
    shapes = np.stack([places - trail, places + across, places + along * size[:, None], places - across], axis=1)
    levels = 255 * power * np.minimum(1, size / 0.8)
    for shape, level in zip(np.round(shapes * 16).astype(np.int32), levels.tolist(), strict=True):
        cv2.fillPoly(mask, [shape], (level,), cv2.LINE_AA, 4)


def _bank(width: int, height: int) -> NDArray[np.uint8]:
    """Return a bank of mist, a quarter of the size and twice as wide, thickest below the middle."""
    wide, high = width // 2, height // 4
    wisp = cv2.resize(clouds(21, 2, 5, 4), (wide, high), interpolation=cv2.INTER_LINEAR)
    rows = np.linspace(0, 1, high, dtype=np.float32)[:, None]
    fall = np.exp(-(((rows - 0.66) / 0.24) ** 2)) * 0.75
    return np.asarray(np.clip(fall * (wisp - 0.28) * 2.2, 0, 0.8) * 255, np.uint8)
