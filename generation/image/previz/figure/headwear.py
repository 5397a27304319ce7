"""What is worn on the head: glasses, beards, hats, crowns, pins, masks. In head units from between the eyes.

They belong to the head as hair does, so they are `Hair`: what hangs (a veil, a beard) has its fall.
"""

from collections.abc import Callable, Mapping

import numpy as np

from generation.image.previz.figure.hair.locks import Hair, Lock, grown, hung, laid, woven
from generation.image.previz.figure.hair.skull import Skull
from generation.image.previz.figure.mesh import Mesh, Slot, Vectors, ball, join, ribbon, sheet, tube

SIDES = (1, -1)
EYE = (0.033, -0.002, 0.026)
"""Where a lens of glasses stands before the wearer's left eye."""
LIP = -0.060
"""How far the middle of the upper lip lies below the eyes."""


def _still(*meshes: Mesh) -> Hair:
    made = join(meshes)
    return Hair(made, np.zeros(len(made.points), np.float32), made.points, made.points)


def _ring(at: Vectors, rx: float, ry: float, radius: float, slot: int) -> Mesh:
    turn = np.linspace(0, 2 * np.pi, 25)
    path = at + np.stack([rx * np.cos(turn), ry * np.sin(turn), -0.05 * np.abs(rx * np.cos(turn))], axis=1)
    return tube(path, radius, slot, sides=6, side=(0, 0, 1), closed=False)


def _frame(slot: int) -> list[Mesh]:
    """Rings before both eyes, a bridge, and temples to the ears."""
    parts = []
    for side in SIDES:
        at = np.array(EYE) * (side, 1, 1)
        parts.append(_ring(at, 0.027, 0.022, 0.0021, slot))
        hinge = at + np.array([side * 0.027, 0.004, -0.004])
        ends = np.array([hinge, (side * 0.080, 0.010, -0.025), (side * 0.091, 0.008, -0.075)])
        parts.append(tube(ends, 0.0022, slot, sides=6, side=(0, 1, 0)))
    bridge = np.array([(-0.007, 0.002, 0.029), (0.0, 0.006, 0.032), (0.007, 0.002, 0.029)])
    return [*parts, tube(bridge, 0.0021, slot, sides=6, side=(0, 1, 0))]


def glasses(skull: Skull) -> Hair:
    """Return round glasses."""
    del skull
    return _still(*_frame(Slot.PUPIL))


def sunglasses(skull: Skull) -> Hair:
    """Return dark glasses."""
    del skull
    turn = np.linspace(0, 2 * np.pi, 21)
    lenses = []
    for side in SIDES:
        at = np.array(EYE) * (side, 1, 1)
        rim = np.stack([0.027 * np.cos(turn), 0.022 * np.sin(turn), 0 * turn + 0.001], axis=1)
        lenses.append(sheet(np.stack([at + rim, at + 0.01 * rim]), Slot.GLASS))
    return _still(*_frame(Slot.PUPIL), *lenses)


def _whiskers(ways: list[tuple[Vectors, float, float]], slot: int = Slot.HAIR) -> Hair:
    """Locks of a beard: their paths, widths and the share that hangs."""
    locks = []
    for i, (path, width, blunt) in enumerate(ways):
        share = np.linspace(0, 1, len(path))
        swell = np.clip(0.35 + share * 2.4, 0, 1) * np.maximum(np.clip((1 - share) / 0.4, 0, 1), blunt)
        body = np.maximum(width * swell, 0.0006)
        locks.append(Lock(path=path, width=body, thick=body * 0.45, free=len(path) // 2, slot=slot, tag=i * 0.31 % 1))
    return woven(locks)


def moustache(skull: Skull) -> Hair:
    """Return a moustache that droops at its ends."""
    del skull
    ways = []
    for side in SIDES:
        path = np.array(
            [
                (side * 0.002, -0.047, 0.040),
                (side * 0.014, -0.050, 0.038),
                (side * 0.025, -0.060, 0.028),
                (side * 0.030, -0.078, 0.018),
            ]
        )
        ways.append((path, 0.0075, 0.0))
    return _whiskers(ways)


def _beard(low: float, wide: float, count: int) -> Hair:
    ways = []
    for i in range(count):
        x = wide * (2 * i / (count - 1) - 1)
        first = np.array([x, -0.090 + 0.30 * abs(x), 0.026 - 2.6 * x * x * 4])
        t = np.linspace(0, 1, 7)[:, None]
        reach = low * (1 - (abs(x) / (wide + 0.02)) ** 2)
        ways.append(
            (first + np.array([-x * 0.7, -reach, 0.006]) * t + np.array([0, 0, 0.012]) * np.sin(np.pi * t), 0.011, 0.0)
        )
    return _whiskers(ways)


def beard(skull: Skull) -> Hair:
    """Return a long beard with a moustache."""
    return grown([_beard(0.15, 0.046, 11), moustache(skull)])


def goatee(skull: Skull) -> Hair:
    """Return a small beard at the chin with a thin moustache."""
    return grown([_beard(0.038, 0.016, 5), moustache(skull)])


def crown(skull: Skull) -> Hair:
    """Return a crown of points with a stone at the front."""
    az = np.linspace(-180, 180, 41)
    foot = skull.at(az, 46.0 + 10 * np.cos(np.radians(az)), 0.022)
    rise = 0.030 + 0.032 * np.clip(np.abs(((az / 22.5) % 2) - 1) * 2 - 1, 0, 1) + 0.020 * np.exp(-((az / 30) ** 2))
    top = foot + np.stack([0.10 * np.sin(np.radians(az)) * rise, rise, 0.10 * np.cos(np.radians(az)) * rise], axis=1)
    outside = sheet(np.stack([top, foot]), Slot.METAL)
    inside = sheet(np.stack([foot, top]), Slot.METAL)
    return _still(outside, inside, ball(np.add(skull.at(0.0, 40.0, 0.026), (0.0, 0.034, -0.004)), 0.008, Slot.ACCENT))


def _brim(skull: Skull, el: float, wide: float, slot: int, *, drop: float = 0.0, thick: float = 0.004) -> Mesh:
    """A flat brim around the head at an el, seen from above and below."""
    turn = np.linspace(0, 2 * np.pi, 37)
    middle = skull.at(np.degrees(turn), np.full(37, el), 0.02)
    height = float(middle[:, 1].mean())
    out = np.stack([np.sin(turn), 0 * turn, np.cos(turn)], axis=1)
    inner = middle * (1, 0, 1) + (0, height, 0)
    outer = inner + out * wide + (0.0, -drop, 0.0)
    low = (0.0, -thick, 0.0)
    return join([sheet(np.stack([inner, outer, outer + low, inner + low]), slot)])


def _crown_of_hat(
    skull: Skull, el: float, slot: int, *, rise: float, pinch: float = 1.0, volume: float = 0.022
) -> Mesh:
    """The part of a hat that covers the head, from an el upwards, `rise` over the skull."""
    rows = np.linspace(90, el, 9)
    az = np.linspace(-180, 180, 41)
    lifts = rise * np.sin(np.radians(np.maximum(0, rows - el))) ** pinch
    rings = [skull.at(az, np.full(41, row), volume) for row in rows]
    return sheet(np.stack([np.add(ring, (0, lift, 0)) for ring, lift in zip(rings, lifts, strict=True)]), slot)


def straw_hat(skull: Skull) -> Hair:
    """Return a wide cone of straw."""
    turn = np.linspace(0, 2 * np.pi, 41)
    rings = [
        np.stack([r * np.sin(turn), 0.232 - 0.44 * r + 0 * turn, -0.075 + r * np.cos(turn)], axis=1)
        for r in (0.001, 0.05, 0.10, 0.15, 0.20, 0.235)
    ]
    top = sheet(np.stack(rings), Slot.PAPER)
    below = sheet(np.stack([ring - (0, 0.008, 0) for ring in rings[::-1]]), Slot.LEATHER)
    del skull
    return _still(top, below)


def hat(skull: Skull) -> Hair:
    """Return a felt hat with a brim and a band."""
    return _still(
        _crown_of_hat(skull, 30, Slot.ACCENT, rise=0.045, pinch=0.5),
        _brim(skull, 30, 0.062, Slot.ACCENT, drop=0.006),
        ribbon(_around(skull, 34, 0.026), 0.022, (0, 1, 0), Slot.PUPIL, bulge=-0.02),
    )


def cap(skull: Skull) -> Hair:
    """Return a cap with a peak over the eyes."""
    turn = np.radians(np.linspace(-62, 62, 17))
    base = skull.at(np.degrees(turn), np.full(17, 34.0), 0.021)
    peak = base + np.stack([0.05 * np.sin(turn), np.full(17, -0.020), 0.075 * np.cos(turn)], axis=1)
    over = sheet(np.stack([base, (base + peak) / 2 + (0, 0.004, 0), peak]), Slot.ACCENT)
    under = sheet(np.stack([peak - (0, 0.004, 0), base - (0, 0.004, 0)]), Slot.ACCENT)
    return _still(_crown_of_hat(skull, 32, Slot.ACCENT, rise=0.012), over, under)


def beanie(skull: Skull) -> Hair:
    """Return a knitted cap with a turned-up edge."""
    return _still(
        _crown_of_hat(skull, 26, Slot.ACCENT, rise=0.022),
        ribbon(_around(skull, 29, 0.025), 0.040, (0, 1, 0), Slot.SECOND, bulge=-0.10),
    )


def headband(skull: Skull) -> Hair:
    """Return a band across the forehead."""
    return _still(ribbon(_around(skull, 33, 0.030), 0.020, (0, 1, 0), Slot.ACCENT, bulge=-0.06))


def veil(skull: Skull) -> Hair:
    """Return a cloth over the back of the head that falls on the shoulders."""
    locks = []
    for i in range(13):
        az = 70 + 220 * i / 12
        locks.append(
            laid(
                skull, [(180 + (az - 180) * 0.4, 76), (az, 40), (az, 4)], 0.34, width=0.036, lift=0.034, flare=0.03,
                blunt=0.9, thick=0.25, slot=Slot.PAPER, tag=i / 13,
            )
        )  # fmt: skip
    return woven(locks)


def mask(skull: Skull) -> Hair:
    """Return a cloth over mouth and nose."""
    az = np.linspace(-66, 66, 19)
    rows = []
    for el, out in ((-6, 0.004), (-18, 0.016), (-34, 0.018), (-50, 0.008)):
        ridge = out + 0.016 * np.exp(-((az / 24) ** 2)) * (1.0 if el > -30 else 0.4)  # noqa: PLR2004 - by eye
        rows.append(skull.at(az, np.full(19, float(el)) + 0.10 * np.abs(az) * (el < -20), ridge))  # noqa: PLR2004 - by eye
    return _still(sheet(np.stack(rows), Slot.PAPER))


def eyepatch(skull: Skull) -> Hair:
    """Return a patch over the wearer's left eye."""
    patch = ball((0.034, -0.004, 0.014), (0.024, 0.020, 0.012), Slot.PUPIL)
    strap = skull.at(np.linspace(20, 150, 15), np.linspace(14, 34, 15), 0.020)
    over = skull.at(np.linspace(14, -150, 15), np.linspace(20, 40, 15), 0.020)
    return _still(patch, tube(strap, 0.0026, Slot.PUPIL, sides=6), tube(over, 0.0026, Slot.PUPIL, sides=6))


def earrings(skull: Skull) -> Hair:
    """Return two drops under the ears."""
    del skull
    drops = [ball((side * 0.092, -0.046, -0.070), (0.006, 0.010, 0.006), Slot.METAL) for side in SIDES]
    rods = [
        tube([(side * 0.092, -0.030, -0.070), (side * 0.092, -0.040, -0.070)], 0.0022, Slot.METAL, sides=6)
        for side in SIDES
    ]
    return _still(*drops, *rods)


def hairpins(skull: Skull) -> Hair:
    """Return flowers at one side and a pin with hanging beads at the other."""
    parts = []
    for j, (az, el) in enumerate(((58.0, 44.0), (70.0, 34.0), (52.0, 32.0))):
        at = skull.at(az, el, 0.030)
        for k in range(5):
            turn = 2 * np.pi * k / 5
            parts.append(
                ball(
                    at + np.array([0.004, np.sin(turn) * 0.013, np.cos(turn) * 0.013]),
                    (0.007, 0.010, 0.010),
                    Slot.ACCENT,
                )
            )
        parts.append(ball(at + np.array([0.008, 0.0, 0.0]), 0.006 + 0.001 * j, Slot.METAL))
    foot = skull.at(-62.0, 42.0, 0.026)
    beads = [
        hung(np.add(foot, (0, 0, z)), 0.075, width=0.0042, out=(-1, 0, 0), arch=0.01, slot=Slot.METAL, sides=6)
        for z in (-0.012, 0.0, 0.012)
    ]
    return grown([_still(*parts, ball(foot, 0.010, Slot.METAL)), woven(beads)])


def _around(skull: Skull, el: float, lift: float) -> Vectors:
    az = np.linspace(-180, 180, 41)
    return skull.at(az, np.full(41, float(el)), lift)


WORN: Mapping[str, Callable[[Skull], Hair]] = {
    "glasses": glasses, "sunglasses": sunglasses, "beard": beard, "goatee": goatee, "moustache": moustache,
    "earrings": earrings, "hairpins": hairpins, "crown": crown, "straw-hat": straw_hat, "hat": hat, "cap": cap,
    "beanie": beanie, "headband": headband, "veil": veil, "mask": mask, "eyepatch": eyepatch,
}  # fmt: skip
"""Features that are worn on the head."""

COVERS = frozenset({"straw-hat", "hat", "cap", "beanie"})
"""What covers the top of the head: hair that stands high there is left out."""


def on_head(skull: Skull, features: tuple[str, ...]) -> Hair | None:
    """Return all that is worn on a head together; None where nothing is."""
    found = [WORN[name](skull) for name in features if name in WORN]
    return grown(found) if found else None
