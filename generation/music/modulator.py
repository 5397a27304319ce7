"""How the key and the velocity of a stroke move what a region of a SoundFont sets (specification 2.04, 8.2 to 8.4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10

VELOCITY, KEY = 2, 3
PEDAL, FALLING, BIPOLAR = 0x80, 0x100, 0x200
_LINEAR, _CONCAVE, _CONVEX = 0, 1, 2

ATTENUATION = 48


@dataclass(frozen=True, slots=True)
class Route:
    """What moves what: `source` and `scale` are controller words (8.2.1), `destination` is a generator."""

    source: int
    destination: int
    scale: int = 0


DEFAULT: Mapping[Route, int] = {Route(0x502, ATTENUATION): 960}
"""Velocity to loudness. The other default of the specification, velocity to brightness, is off as in FluidSynth, which
sets are made with."""


def moves(modulators: Mapping[Route, int], key: int, velocity: int) -> Iterator[tuple[int, float]]:
    """Give each generator that a stroke moves, and by how much, in the generator's unit.

    Pedals and wheels are at rest: routes that read them are left out.
    """
    for route, amount in modulators.items():
        source = _position(route.source, key, velocity)
        scale = 1.0 if route.scale == 0 else _position(route.scale, key, velocity)
        if source is not None and scale is not None:
            yield route.destination, amount * source * scale


def _position(word: int, key: int, velocity: int) -> float | None:
    """Return where a controller stands, 0 to 1 or -1 to 1; nothing where it is not the key or the velocity."""
    value = {VELOCITY: velocity, KEY: key}.get(word & 0x7F)
    if value is None or word & PEDAL:
        return None
    turned = 127 - value if word & FALLING else value
    share = _CURVES.get(word >> 10, _switch)(turned)
    return 2 * share - 1 if word & BIPOLAR else share


def _linear(value: int) -> float:
    return value / 128


def _concave(value: int) -> float:
    """Rise slowly, then steeply: 40 dB for each tenfold of what is left, over the 96 dB of the range (8.2.4)."""
    return min(1.0, -400 / 960 * log10(max(1, 127 - value) / 127))


def _convex(value: int) -> float:
    return 1 - _concave(127 - value)


def _switch(value: int) -> float:
    return float(value >= 64)  # noqa: PLR2004 - half of the range


_CURVES = {_LINEAR: _linear, _CONCAVE: _concave, _CONVEX: _convex}
