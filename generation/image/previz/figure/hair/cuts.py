"""Groups of locks that styles are put together from: fringes, sides, curtains, tails, buns, braids, curls.

Every function draws its luck from `rng` in a fixed order, and returns locks in head units.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from generation.image.previz.figure.hair.locks import UNDER, Lock, hung, laid
from generation.image.previz.figure.hair.skull import CROWN, Skull, direction, towards
from generation.image.previz.figure.mesh import Slot, Vectors

SIDES = (1, -1)


def curtain(  # noqa: PLR0913 - a curtain has as many traits
    skull: Skull,
    rng: np.random.Generator,
    length: float,
    *,
    begin: float = 78.0,
    width: float = 0.034,
    wave: float = 0.0,
    waves: float = 1.5,
    flare: float = 0.02,
    blunt: float = 0.0,
    uneven: float = 0.16,
) -> list[Lock]:
    """Let hair fall from temple to temple behind the head, in two layers."""
    locks = []
    for layer, (count, slot) in enumerate(((13, UNDER), (15, Slot.HAIR))):
        for i in range(count):
            az = begin + (360 - 2 * begin) * (i + 0.5 * layer * (i < count - 1)) / (count - 1)
            top = 44 if layer else 18
            reach = length * (1 + rng.uniform(-uneven, uneven * 0.4)) * (0.94 if layer else 1.0)
            foot = -12 + 8 * np.cos(np.radians(az - 180))
            locks.append(
                laid(
                    skull, [(180 + (az - 180) * 0.55, top + 22), (az, top - 10), (az, foot)], reach,
                    width=width * rng.uniform(0.85, 1.2), lift=0.020 + 0.006 * layer, flare=flare, wave=wave,
                    waves=waves, blunt=blunt, slot=slot, tag=float(rng.random()), thick=0.46,
                )
            )  # fmt: skip
    return locks


def falls(
    skull: Skull, rng: np.random.Generator, length: float, *, wave: float = 0.0, blunt: float = 0.0
) -> list[Lock]:
    """Let a broad lock fall before each ear, in front of the shoulder."""
    locks = []
    for side in SIDES:
        for az, width, share in ((66, 0.026, 1.0), (78, 0.024, 0.9)):
            locks.append(
                laid(
                    skull, [(side * 24, 68), (side * 52, 42), (side * az, 12), (side * (az + 3), -14)],
                    length * share * rng.uniform(0.92, 1.05), width=width, lift=0.020, flare=0.012, forward=0.045,
                    wave=wave, blunt=blunt, tag=float(rng.random()), thick=0.45,
                )
            )  # fmt: skip
    return locks


def wings(skull: Skull, rng: np.random.Generator, part: float, *, low: float = 2.0, back: float = 100.0) -> list[Lock]:
    """Sweep hair from a parting over the forehead to both sides and behind the ears."""
    locks = []
    for side in SIDES:
        for i in range(5):
            start = part + side * (2 + 3.5 * i)
            slide = 60 - 5 * i
            way = [
                (start, 62 + 5 * i), (start + side * (18 + 2 * i), 52 + 3 * i), (side * slide, 26 + 5 * i),
                (side * (76 + 4 * i), low + 5 * i), (side * back, low - 6 + 4 * i),
            ]  # fmt: skip
            locks.append(
                laid(
                    skull, way, 0, width=0.021 * rng.uniform(0.9, 1.1), lift=0.017 + 0.002 * i, tag=float(rng.random())
                )
            )
    return locks


def fringe(  # noqa: PLR0913 - a fringe has as many traits
    skull: Skull,
    rng: np.random.Generator,
    *,
    low: float = 12.0,
    span: float = 44.0,
    count: int = 9,
    slant: float = 0.0,
    blunt: float = 0.75,
    width: float = 0.0125,
    uneven: float = 3.0,
    lift: float = 0.016,
) -> list[Lock]:
    """Let hair fall over the forehead down to `low` degrees, `span` to each side; `slant` sweeps it aside."""
    locks = []
    for i in range(count):
        az = span * (2 * i / (count - 1) - 1)
        end = low + float(rng.uniform(-uneven, uneven)) + 0.0012 * az * az
        way = [(az * 0.45 - slant * 0.7, 72), (az * 0.8 - slant * 0.3, 52), (az, 34), (az + slant * 0.5, end)]
        locks.append(
            laid(
                skull, way, 0, width=width * rng.uniform(0.9, 1.15), lift=lift, blunt=blunt, tag=float(rng.random()),
                slot=UNDER if i % 3 == 1 else Slot.HAIR,
            )
        )  # fmt: skip
    return locks


def crop(  # noqa: PLR0913 - a cut has as many traits
    skull: Skull,
    rng: np.random.Generator,
    *,
    rows: tuple[float, ...] = (38.0, 62.0, 84.0),
    reach: float = 46.0,
    width: float = 0.021,
    lift: float = 0.017,
    swirl: float = 12.0,
    tips: float = 0.004,
) -> list[Lock]:
    """Comb short locks outwards from the crown, in rings that overlap: `rows` are where they begin, in degrees from it.

    Each is `reach` degrees long, turns by `swirl` and leaves the skull by `tips` at its end.
    """
    locks = []
    crown, aside = towards(*CROWN), np.array([1.0, 0.0, 0.0])
    ahead = np.cross(aside, crown)
    for row, begin in enumerate(rows):
        count = 9 + 4 * row
        for i in range(count):
            around = 2 * np.pi * (i + 0.5 * (row % 2)) / count + float(rng.uniform(-0.1, 0.1))
            end = begin + reach * float(rng.uniform(0.85, 1.15))
            turn = np.radians(np.array([begin - 14, begin + 0.4 * reach, end]))
            bend = around + np.radians(swirl) * np.array([0.0, 0.5, 1.2])
            ways = np.cos(turn)[:, None] * crown + np.sin(turn)[:, None] * (
                np.cos(bend)[:, None] * ahead + np.sin(bend)[:, None] * aside
            )
            az, el = direction(ways)
            if _bare(az[-1], el[-1]):
                continue
            lock = laid(
                skull, np.stack([_unwrapped(az), el], axis=1), 0, width=width * rng.uniform(0.85, 1.2),
                lift=lift * rng.uniform(0.85, 1.15), tag=float(rng.random()), thick=0.30,
                slot=UNDER if (i + row) % 3 == 0 else Slot.HAIR,
            )  # fmt: skip
            locks.append(
                replace(lock, path=lock.path + ways[-1] * tips * np.linspace(0, 1, len(lock.path))[:, None] ** 2)
            )
    return locks


def _bare(az: float, el: float) -> bool:
    """Return whether the end of a lock would lie over the face or an ear."""
    side = abs(az)
    return (side < 62 and el < 30 - 0.2 * side) or (62 <= side < 104 and el < 4) or el < -46  # noqa: PLR2004 - faces


def _unwrapped(az: Vectors) -> Vectors:
    return np.degrees(np.unwrap(np.radians(az)))


def quiff(skull: Skull, rng: np.random.Generator, part: float, *, height: float = 0.03, count: int = 8) -> list[Lock]:
    """Comb hair up from the forehead and over to the side away from the parting."""
    locks = []
    side = -1 if part > 0 else 1
    for i in range(count):
        az = part + side * (6 + (abs(part) + 42) * i / (count - 1))
        way = [(az * 0.9, 40 - 0.06 * abs(az)), (az + side * 12, 52), (az + side * 32, 60), (az + side * 62, 56)]
        locks.append(
            laid(
                skull, way, 0, width=0.020 * rng.uniform(0.85, 1.15), lift=height * rng.uniform(0.8, 1.1), thick=0.6,
                tag=float(rng.random()), slot=UNDER if i % 3 == 1 else Slot.HAIR,
            )
        )  # fmt: skip
    return locks


def bun(at: ArrayLike, size: float, rng: np.random.Generator, *, tilt: float = 0.5) -> list[Lock]:
    """Wind hair into a bun: three turns of a thick strand around a core."""
    middle = np.asarray(at, float)
    turn = np.linspace(0, 2 * np.pi, 19)
    locks = [_core(middle, size)]
    for i, (share, rise) in enumerate(((1.0, -0.30), (0.86, 0.06), (0.55, 0.42))):
        ring = np.stack([np.cos(turn + i), np.zeros(19), np.sin(turn + i)], axis=1) * size * 0.62 * share
        ring[:, 1] = size * rise + 0.10 * size * np.sin(turn * 2 + i)
        ring[:, 1], ring[:, 2] = (
            ring[:, 1] - tilt * ring[:, 2] * 0.6,
            ring[:, 2] * (1 - 0.2 * tilt) - tilt * size * rise * 0.5,
        )
        locks.append(
            Lock(
                path=middle + ring, width=np.full(19, size * 0.42), thick=np.full(19, size * 0.36), free=18,
                slot=UNDER if i == 1 else Slot.HAIR, tag=float(rng.random()), sides=10,
            )
        )  # fmt: skip
    return locks


def braid(start: ArrayLike, length: float, size: float, rng: np.random.Generator, *, ahead: float = 0.0) -> list[Lock]:
    """Plait three strands that hang from a point; `ahead` brings the end to the front. A tuft ends it."""
    first = np.asarray(start, float)
    t = np.linspace(0, 1, 40)
    middle = first + np.outer(t, (0.0, -length, 0.0)) + np.outer(np.sin(t * 1.6) * ahead, (0.0, 0.0, 1.0))
    taper = size * (1 - 0.45 * t)
    locks = []
    turns = length / (size * 3.4)
    for strand in range(3):
        phase = 2 * np.pi * (turns * t + strand / 3)
        path = middle + np.stack([np.sin(phase) * taper * 0.75, 0 * t, np.sin(2 * phase) * taper * 0.42], axis=1)
        locks.append(
            Lock(
                path=path, width=taper * 0.72, thick=taper * 0.55, free=0, slot=UNDER if strand == 1 else Slot.HAIR,
                tag=float(rng.random()),
            )
        )  # fmt: skip
    tuft = hung(middle[-1], size * 3, width=size * 0.55, out=(0, -1, 0), arch=0.0, tag=float(rng.random()), sides=8)
    return [*locks, tuft]


def curls(
    skull: Skull, rng: np.random.Generator, *, size: float, lift: float, low: float = -30.0, count: int = 90
) -> list[Lock]:
    """Cover the head with round tufts: curly hair, and larger an afro."""
    locks = []
    golden = np.pi * (3 - np.sqrt(5))
    for i in range(count):
        el = np.degrees(np.arcsin(1 - 1.55 * (i + 0.5) / count))
        az = np.degrees(i * golden) % 360 - 180
        face = abs(az) < 58 and el < 40 - 0.10 * abs(az)  # noqa: PLR2004 - where faces are
        ear = 58 <= abs(az) < 106 and el < 8 + 4 * lift * 40  # noqa: PLR2004 - where ears are
        if el < low or face or ear:
            continue
        at = skull.at(az, el, lift * rng.uniform(0.8, 1.15))
        locks.append(_core(at, size * rng.uniform(0.8, 1.25), UNDER if i % 3 == 0 else Slot.HAIR, float(rng.random())))
    return locks


def tail(start: ArrayLike, length: float, width: float, rng: np.random.Generator, *, out: ArrayLike) -> list[Lock]:
    """Let a tail fall from a point, one body and four strands around it."""
    first = np.asarray(start, float)
    locks = [hung(first, length, width=width, out=out, tag=float(rng.random()))]
    for i in range(4):
        aside = np.array([np.cos(i * 1.7), 0.0, np.sin(i * 1.7)]) * width * 0.5
        locks.append(
            hung(
                first + aside * 0.4, length * rng.uniform(0.82, 1.04), width=width * 0.42,
                out=np.asarray(out, float) + aside * 6, wave=0.006, tag=float(rng.random()), sides=8,
                slot=UNDER if i % 2 else Slot.HAIR,
            )
        )  # fmt: skip
    return locks


def band(at: ArrayLike, radius: float, slot: int = Slot.ACCENT, *, axis: ArrayLike = (0.0, 1.0, 0.0)) -> Lock:
    """Tie a ribbon around a tail or a topknot."""
    way = np.asarray(axis, float) / np.linalg.norm(axis)
    path: Vectors = np.asarray(at, float) + np.outer(np.linspace(-0.008, 0.008, 3), way)
    return Lock(path=path, width=np.full(3, radius), thick=np.full(3, radius), free=2, slot=slot, sides=12)


def pin(at: ArrayLike, length: float, *, slot: int = Slot.METAL, ornament: float = 0.010) -> list[Lock]:
    """Stick a hairpin across, with a ball at one end."""
    middle = np.asarray(at, float)
    ends = middle + np.outer(np.linspace(-0.5, 0.5, 4) * length, (1.0, 0.10, 0.0))
    rod = Lock(path=ends, width=np.full(4, 0.0032), thick=np.full(4, 0.0032), free=3, slot=slot, sides=6)
    return [rod, _core(ends[-1], ornament, slot)]


def _core(at: Vectors, size: float, slot: int = Slot.HAIR, tag: float = 0.0) -> Lock:
    """A ball, as a short lock."""
    turn = np.linspace(0, np.pi, 7)
    path = at + np.outer(-np.cos(turn), (0.0, size, 0.0))
    body = size * np.maximum(np.sin(turn), 0.02)
    return Lock(path=path, width=body, thick=body, free=6, slot=slot, tag=tag, sides=10)
