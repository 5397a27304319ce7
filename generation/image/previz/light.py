"""The light of a scene: a colour script by hour, bent by mood and weather.

Colours are red, green, blue from 0 to 1 as they appear on screen (sRGB).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

Colour = tuple[float, float, float]


def rgb(text: str) -> Colour:
    """Read `#rrggbb`."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """Go from `a` to `b` by `t`."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t


def dim(a: Colour, by: Colour | float) -> Colour:
    """Multiply a colour by a number or by another colour, at most white."""
    r, g, b = (by, by, by) if isinstance(by, float) else by
    return min(1.0, a[0] * r), min(1.0, a[1] * g), min(1.0, a[2] * b)


WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Light:
    """What colours a set: the sky from `top` to `low`, the `fog` that distance fades to, the `key` and the `shade`
    that lit and turned-away faces are multiplied by, the `rim` around figures, the `sun` (or moon) and its height in
    radians, the `lamp` of windows and lanterns, the `ink` of lines, and how thick the air is (`haze`, per metre).
    """

    top: Colour
    mid: Colour
    low: Colour
    fog: Colour
    key: Colour
    shade: Colour
    rim: Colour
    sun: Colour
    elevation: float
    lamp: Colour = (1.0, 0.78, 0.42)
    ink: Colour = (0.07, 0.05, 0.09)
    haze: float = 0.012
    glow: float = 1.0
    night: bool = False

    def lit(self, colour: Colour, amount: float) -> Colour:
        """Return a surface's colour under the key (`amount` 1) or in the shade (0)."""
        return dim(colour, mix(self.shade, self.key, amount))


HOURS = {
    "dawn": Light(
        top=rgb("#5f7fb8"), mid=rgb("#f0b7ac"), low=rgb("#ffe6b8"), fog=rgb("#f0cfc0"),
        key=(1.05, 0.93, 0.83), shade=(0.62, 0.56, 0.74), rim=rgb("#ffdca6"), sun=rgb("#fff3d2"), elevation=0.10,
    ),
    "day": Light(
        top=rgb("#3f8fd0"), mid=rgb("#8fcbea"), low=rgb("#e9f4ea"), fog=rgb("#cfe4ea"),
        key=(1.05, 1.03, 0.97), shade=(0.58, 0.64, 0.82), rim=rgb("#fffbe8"), sun=rgb("#ffffff"), elevation=0.42,
        haze=0.008, glow=0.55,
    ),
    "dusk": Light(
        top=rgb("#2c2a63"), mid=rgb("#c2557f"), low=rgb("#ffb45e"), fog=rgb("#cf8488"),
        key=(1.08, 0.83, 0.68), shade=(0.44, 0.36, 0.58), rim=rgb("#ffb866"), sun=rgb("#ffe3a4"), elevation=0.075,
        glow=1.25,
    ),
    "night": Light(
        top=rgb("#060b24"), mid=rgb("#14265a"), low=rgb("#3f6299"), fog=rgb("#2c4478"),
        key=(0.56, 0.66, 0.95), shade=(0.20, 0.23, 0.42), rim=rgb("#a8d4ff"), sun=rgb("#eef3ff"), elevation=0.33,
        glow=1.1, night=True,
    ),
}  # fmt: skip


def _veiled(light: Light, veil: Colour, share: float, haze: float) -> Light:
    """Pull the sky towards a grey of its own brightness; the key loses its colour, the air thickens."""
    grey = dim(veil, sum(light.mid) / 3 / max(1e-3, sum(veil) / 3))
    return replace(
        light,
        top=mix(light.top, dim(grey, 0.62), share),
        mid=mix(light.mid, grey, share),
        low=mix(light.low, grey, share * 0.75),
        fog=mix(light.fog, grey, share * 0.8),
        key=mix(light.key, dim(light.shade, 1.35), share * 0.7),
        haze=light.haze * haze,
        glow=light.glow * (1 - share * 0.5),
    )


WEATHERS: Mapping[str, Callable[[Light], Light]] = {
    "clear": lambda light: light,
    "rain": lambda light: _veiled(light, rgb("#66707e"), 0.86, 2.6),
    "snow": lambda light: _veiled(light, rgb("#b9c6d8"), 0.55, 2.0),
    "mist": lambda light: _veiled(light, rgb("#b7c2c6"), 0.45, 4.5),
    "petals": lambda light: light,
    "embers": lambda light: _veiled(light, rgb("#6a4a44"), 0.30, 1.8),
}

MOODS: dict[str, tuple[Colour, float]] = {
    "joy": (rgb("#ffd98a"), 0.08),
    "tender": (rgb("#ffb9b4"), 0.14),
    "sad": (rgb("#6c86ad"), 0.22),
    "tense": (rgb("#3f7f86"), 0.16),
    "ominous": (rgb("#5a1f3d"), 0.24),
    "wonder": (rgb("#58c4d8"), 0.14),
}
"""Mood to the colour that tints sky and fog, and how much."""


def lighting(hour: str, weather: str, mood: str) -> Light:
    """Return the light of a scene."""
    light = WEATHERS[weather](HOURS[hour])
    tint, share = MOODS[mood]
    value = sum(light.mid) / 3 / max(1e-3, sum(tint) / 3)
    towards = dim(tint, value)
    return replace(
        light,
        top=mix(light.top, dim(towards, 0.6), share),
        mid=mix(light.mid, towards, share),
        fog=mix(light.fog, towards, share),
    )


OWN: Mapping[str, Callable[[Light], Light]] = {
    "spaceship": lambda light: replace(
        light, key=(0.72, 0.86, 1.0), shade=(0.30, 0.36, 0.50), rim=rgb("#9fe6ff"), haze=0.004
    ),
    "cave": lambda light: replace(
        light, key=mix(light.key, (0.74, 0.70, 0.72), 0.6), shade=(0.30, 0.27, 0.36), haze=0.010
    ),
    "stage": lambda light: replace(
        light, key=(1.05, 0.92, 0.78), shade=(0.30, 0.25, 0.36), rim=rgb("#9fc8ff"), haze=0.008
    ),
}
"""Places that have a light of their own at any hour."""


def roofed(light: Light, place: str, hour: str) -> Light:
    """Return the light inside: the place's own, or by day what windows let in, else lamps."""
    if place in OWN:
        return OWN[place](light)
    if hour == "day":
        return replace(light, haze=0.004)
    warm = mix((1.0, 0.82, 0.62), light.key, 0.15)
    cool = mix((0.42, 0.35, 0.46), light.shade, 0.35)
    return replace(light, key=warm, shade=cool, rim=mix(light.rim, light.lamp, 0.5), haze=0.004)
