"""The styles: every word of `vocabulary.HAIR` as a cap and the locks on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from generation.image.previz.figure.hair import cuts
from generation.image.previz.figure.hair.locks import Hair, Lock, cap, grown, woven
from generation.image.previz.figure.hair.skull import MIDDLE, Skull, direction
from generation.image.previz.figure.mesh import Slot
from generation.image.previz.noise import dice

Locks = list[Lock]
Maker = Callable[[Skull, np.random.Generator], Locks]

UNDER_HAT, RIM = 0.006, 24.0
"""How high hair may stand under a hat, in head units, and the el from which a hat covers it."""
NAPE = (0.0, -0.075, -0.150)
"""Where low tails are tied, from between the eyes."""
BACK = (0.0, 0.055, -0.178)
HIGH = (0.0, 0.105, -0.150)
TOP = (0.0, 0.134, -0.092)


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A cap (its hairline, volume in head units, raggedness in degrees, parting as az) and the locks on it."""

    line: str = "full"
    volume: float = 0.016
    ragged: float = 2.0
    part: float | None = None
    locks: Maker = lambda _skull, _rng: []
    shaved: bool = False


def _long(skull: Skull, rng: np.random.Generator) -> Locks:
    return [*cuts.curtain(skull, rng, 0.50), *cuts.wings(skull, rng, 6), *cuts.falls(skull, rng, 0.36)]


def _wavy(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.curtain(skull, rng, 0.40, wave=0.022, waves=1.7, flare=0.05, width=0.040),
        *cuts.wings(skull, rng, -18),
        *cuts.falls(skull, rng, 0.32, wave=0.016),
    ]


def _hime(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.curtain(skull, rng, 0.52, blunt=0.8, uneven=0.02),
        *cuts.fringe(skull, rng, blunt=0.95, uneven=0.8, low=13),
        *cuts.falls(skull, rng, 0.15, blunt=0.95),
    ]


def _half_up(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.curtain(skull, rng, 0.50, begin=86),
        *cuts.wings(skull, rng, 0, low=14, back=150),
        *cuts.falls(skull, rng, 0.30)[::2],
        *cuts.bun((0.0, 0.092, -0.165), 0.030, rng, tilt=1.0),
        *cuts.pin((0.0, 0.095, -0.172), 0.13),
    ]


def _braid(skull: Skull, rng: np.random.Generator) -> Locks:
    return [*cuts.wings(skull, rng, 12, back=140), *cuts.braid(NAPE, 0.44, 0.034, rng)]


def _twin_braids(skull: Skull, rng: np.random.Generator) -> Locks:
    locks = cuts.wings(skull, rng, 0, back=112)
    for side in cuts.SIDES:
        locks += cuts.braid((side * 0.078, -0.055, -0.105), 0.34, 0.026, rng, ahead=0.07)
        locks.append(cuts.band((side * 0.078, -0.385, -0.035), 0.017))
    return locks


def _high_ponytail(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.wings(skull, rng, -10, low=22, back=150),
        *cuts.fringe(skull, rng, count=5, span=34, slant=16, blunt=0.1, low=20),
        *cuts.tail(HIGH, 0.40, 0.042, rng, out=(0.0, 0.5, -1.0)),
        cuts.band(HIGH, 0.026, axis=(0.0, 0.5, -1.0)),
    ]


def _low_ponytail(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.wings(skull, rng, 16, back=150),
        *cuts.tail(NAPE, 0.34, 0.036, rng, out=(0.0, -0.4, -0.6)),
        cuts.band(NAPE, 0.024, axis=(0.0, -0.5, -0.6)),
    ]


def _bun(skull: Skull, rng: np.random.Generator) -> Locks:
    return [*cuts.wings(skull, rng, 14, low=14, back=150), *cuts.bun((0.0, 0.035, -0.205), 0.046, rng, tilt=1.4)]


def _double_bun(skull: Skull, rng: np.random.Generator) -> Locks:
    locks = [*cuts.fringe(skull, rng, low=15, blunt=0.6), *cuts.falls(skull, rng, 0.16)[::2]]
    for side in cuts.SIDES:
        locks += cuts.bun((side * 0.070, 0.112, -0.105), 0.034, rng, tilt=0.2)
        locks.append(cuts.band((side * 0.064, 0.088, -0.102), 0.026, axis=(side * 0.4, 1.0, 0.0)))
    return locks


def _palace_updo(skull: Skull, rng: np.random.Generator) -> Locks:
    locks = cuts.wings(skull, rng, 0, low=10, back=140)
    for side in cuts.SIDES:
        locks += cuts.bun((side * 0.048, 0.150, -0.115), 0.040, rng, tilt=0.4)
    return [
        *locks,
        *cuts.bun((0.0, 0.175, -0.120), 0.040, rng, tilt=0.5),
        *cuts.curtain(skull, rng, 0.40, begin=112, uneven=0.08),
        *cuts.pin((0.0, 0.128, -0.085), 0.21, ornament=0.014),
        *cuts.pin((0.0, 0.155, -0.080), 0.15, ornament=0.010),
    ]


def _topknot(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.wings(skull, rng, 0, low=22, back=160),
        *cuts.bun(TOP, 0.030, rng, tilt=0.2),
        cuts.band((0.0, 0.116, -0.090), 0.024, Slot.METAL),
        *cuts.pin((0.0, 0.128, -0.092), 0.13),
    ]


def _topknot_long(skull: Skull, rng: np.random.Generator) -> Locks:
    return [*cuts.curtain(skull, rng, 0.46, begin=104), *_topknot(skull, rng), *cuts.falls(skull, rng, 0.24)[::2]]


def _bob(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.curtain(skull, rng, 0.085, begin=72, blunt=0.7, uneven=0.06, width=0.030, flare=-0.006),
        *cuts.falls(skull, rng, 0.075, blunt=0.7),
        *cuts.fringe(skull, rng, slant=8, blunt=0.5, low=14),
    ]


def _pixie(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.crop(skull, rng, swirl=18),
        *cuts.fringe(skull, rng, slant=26, blunt=0.1, low=19, width=0.016, uneven=5, count=8),
    ]


def _short(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.crop(skull, rng, tips=0.012, lift=0.020),
        *cuts.fringe(skull, rng, slant=18, blunt=0.0, low=25, width=0.018, count=7, uneven=6, lift=0.024),
    ]


def _side_part(skull: Skull, rng: np.random.Generator) -> Locks:
    return cuts.quiff(skull, rng, 28, height=0.024, count=9)


def _undercut(skull: Skull, rng: np.random.Generator) -> Locks:
    return cuts.quiff(skull, rng, 36, height=0.042, count=10)


def _mullet(skull: Skull, rng: np.random.Generator) -> Locks:
    return [
        *cuts.curtain(skull, rng, 0.15, begin=118, uneven=0.2, flare=0.02),
        *cuts.crop(skull, rng, tips=0.010),
        *cuts.fringe(skull, rng, slant=-14, blunt=0.0, low=20, width=0.017, count=7, uneven=5),
    ]


def _curly(skull: Skull, rng: np.random.Generator) -> Locks:
    return cuts.curls(skull, rng, size=0.021, lift=0.016, count=120)


def _afro(skull: Skull, rng: np.random.Generator) -> Locks:
    return cuts.curls(skull, rng, size=0.036, lift=0.046, count=110, low=-24)


STYLES: Mapping[str, Style] = {
    "long": Style(part=6, locks=_long),
    "wavy": Style(part=-18, volume=0.020, locks=_wavy),
    "hime": Style(locks=_hime),
    "half-up": Style(part=0, locks=_half_up),
    "braid": Style(part=12, locks=_braid),
    "twin-braids": Style(part=0, locks=_twin_braids),
    "high-ponytail": Style(volume=0.013, locks=_high_ponytail),
    "low-ponytail": Style(part=16, volume=0.014, locks=_low_ponytail),
    "bun": Style(part=14, volume=0.014, locks=_bun),
    "double-bun": Style(volume=0.014, locks=_double_bun),
    "palace-updo": Style(volume=0.022, locks=_palace_updo),
    "topknot": Style(line="peaked", volume=0.014, locks=_topknot),
    "topknot-long": Style(line="peaked", volume=0.015, locks=_topknot_long),
    "bob": Style(volume=0.020, locks=_bob),
    "pixie": Style(volume=0.014, ragged=4, locks=_pixie),
    "short": Style(line="peaked", volume=0.012, ragged=4, locks=_short),
    "side-part": Style(line="peaked", volume=0.014, part=28, locks=_side_part),
    "crew-cut": Style(line="peaked", volume=0.011, ragged=1),
    "curly": Style(volume=0.014, ragged=5, locks=_curly),
    "afro": Style(volume=0.026, ragged=5, locks=_afro),
    "undercut": Style(line="peaked", volume=0.007, locks=_undercut),
    "mullet": Style(volume=0.014, ragged=4, locks=_mullet),
    "receding": Style(line="receding", volume=0.009, ragged=3),
    "bald": Style(shaved=True),
}


def hair(skull: Skull, style: str, seed: int) -> Hair | None:
    """Return the hair of a style on this skull, the same for the same seed; None for a shaved head."""
    cut = STYLES[style]
    if cut.shaved:
        return None
    rng = dice(seed, "hair", style)
    covered = cap(skull, cut.line, volume=cut.volume, ragged=cut.ragged, rng=rng, part=cut.part)
    locks = cut.locks(skull, rng)
    return grown([covered, woven(locks)]) if locks else covered


def tucked(of: Hair, skull: Skull) -> Hair:
    """Return hair pressed to the skull where a hat covers it."""
    away = of.mesh.points.astype(float) - MIDDLE
    az, el = direction(away)
    most = skull.at(az, el, UNDER_HAT) - MIDDLE
    share = np.minimum(1.0, np.linalg.norm(most, axis=1) / (np.linalg.norm(away, axis=1) + 1e-9))
    share = np.where((el > RIM) & (of.fall == 0), share, 1.0)[:, None]
    points = np.asarray(MIDDLE + away * share, np.float32)
    core = np.asarray(MIDDLE + (of.core - MIDDLE) * share, np.float32)
    return replace(of, mesh=replace(of.mesh, points=points), core=core)
