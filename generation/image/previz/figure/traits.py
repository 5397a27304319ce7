"""What some characters have and people do not: ears and tails of foxes and cats, horns, wings, plates, a halo.

Those of the head are in head units from between the eyes, as hair is; tails and wings grow from hips and back, in
metres.
"""

from collections.abc import Callable, Mapping

import numpy as np

from generation.image.previz.figure.hair.locks import Hair, grown
from generation.image.previz.figure.hair.skull import Skull
from generation.image.previz.figure.mesh import Mesh, Slot, Vectors, ball, join, ribbon, tube

SIDES = (1, -1)
Head = Callable[[Skull], Hair]


def _still(made: Mesh) -> Hair:
    """Return a mesh of the head as hair that does not hang."""
    return Hair(made, np.zeros(len(made.points), np.float32), made.points, made.points)


def _ears(skull: Skull, *, az: float, el: float, tall: float, wide: float, lean: float) -> Hair:
    """Two pointed ears with a paler inside, on the head of a fox or a cat."""
    parts = []
    for side in SIDES:
        foot = skull.at(side * az, el, -0.006)
        tip = foot + np.array([side * lean * tall, tall, -0.10 * tall])
        t = np.linspace(0, 1, 7)[:, None]
        path = foot + (tip - foot) * t + np.array([side * 0.012, 0.0, 0.0]) * np.sin(np.pi * t)
        body = wide * np.array([1.0, 1.04, 0.95, 0.78, 0.54, 0.28, 0.02])
        across = np.array([1.0, -0.35 * side, 0.25])
        parts.append(tube(path, body, Slot.FUR, thick=body * 0.36, side=across, sides=12))
        inner = path[:6] + np.array([0.0, -0.003, 0.012 + 0.25 * wide * 0.36])
        parts.append(tube(inner, body[:6] * 0.60, Slot.LINING, thick=body[:6] * 0.16, side=across, sides=8))
    return _still(join(parts))


def fox_ears(skull: Skull) -> Hair:
    """Return tall ears set high."""
    return _ears(skull, az=34, el=60, tall=0.125, wide=0.040, lean=0.30)


def cat_ears(skull: Skull) -> Hair:
    """Return small ears set apart."""
    return _ears(skull, az=42, el=60, tall=0.078, wide=0.038, lean=0.42)


def elf_ears(skull: Skull) -> Hair:
    """Return long points on the ears of the head."""
    del skull
    parts = []
    for side in SIDES:
        t = np.linspace(0, 1, 6)[:, None]
        path = np.array([side * 0.086, 0.004, -0.070]) + np.array([side * 0.052, 0.062, -0.050]) * t
        parts.append(
            tube(path, 0.021 * (1.02 - t[:, 0]) ** 0.8, Slot.SKIN, thick=0.007 * (1.05 - t[:, 0]), side=(0, 0.6, 1))
        )
    return _still(join(parts))


def horns(skull: Skull) -> Hair:
    """Return two ringed horns that curve back."""
    parts = []
    for side in SIDES:
        foot = skull.at(side * 30, 56, -0.004)
        t = np.linspace(0, 1, 13)[:, None]
        bend = np.array([side * 0.055, 0.0, 0.0]) * np.sin(2.2 * t)
        path = foot + bend + np.array([0.0, 0.135, 0.0]) * t**0.9 + np.array([0.0, 0.0, -0.06]) * np.sin(1.9 * t) * t
        ringed = 0.019 * (1.03 - t[:, 0]) ** 0.75 * (1 + 0.07 * np.cos(np.arange(13) * np.pi))
        parts.append(tube(path, ringed, Slot.WOOD, sides=10))
    return _still(join(parts))


def halo(skull: Skull) -> Hair:
    """Return a ring of light over the head."""
    del skull
    turn = np.linspace(0, 2 * np.pi, 41)
    ring = np.stack([0.088 * np.cos(turn), 0.185 + 0 * turn, -0.085 + 0.088 * np.sin(turn)], axis=1)
    return _still(tube(ring, 0.0075, Slot.GLOW, sides=8, side=(0, 1, 0), closed=False))


def robot_plates(skull: Skull) -> Hair:
    """Return a browband, discs over the ears with aerials, and plates along the jaw."""
    parts = []
    az = np.linspace(-78, 78, 25)
    band = skull.at(az, np.full(25, 33.0), 0.006)
    parts.append(ribbon(band, 0.022, (0.0, 1.0, 0.0), Slot.METAL, bulge=-0.12))
    parts.append(ball(skull.at(0.0, 34.0, 0.008), (0.010, 0.010, 0.005), Slot.GLOW))
    for side in SIDES:
        disc = np.array([side * 0.088, 0.0, -0.072])
        out = np.array([side, 0.0, 0.0])
        parts.append(
            tube(disc + np.outer([0.0, 0.016, 0.020], out), [0.036, 0.036, 0.024], Slot.METAL, sides=18, side=(0, 1, 0))
        )
        parts.append(tube(disc + np.outer([0.020, 0.024], out), [0.013, 0.013], Slot.GLOW, sides=12, side=(0, 1, 0)))
        parts.append(tube(disc + out * 0.012 + np.outer([0.0, 0.10], (0.0, 1.0, -0.12)), 0.0035, Slot.METAL, sides=6))
        seam = skull.at(side * np.linspace(30, 62, 6), np.linspace(-38, -14, 6), 0.0022)
        parts.append(ribbon(seam, 0.004, (0.0, 1.0, 0.0), Slot.PUPIL, bulge=0.02))
    return _still(join(parts))


ON_HEAD: Mapping[str, Head] = {
    "fox-ears": fox_ears,
    "cat-ears": cat_ears,
    "elf-ears": elf_ears,
    "horns": horns,
    "halo": halo,
    "robot-plates": robot_plates,
}
"""Traits that grow from the head."""


def tails(hips: Vectors, turn: Vectors, count: int, *, cat: bool = False, sway: Vectors | None = None) -> Mesh:
    """Return `count` tails from the point `hips`, of a figure whose hips are turned by `turn` (3, 3).

    A fox's are bushy with pale tips (the last quarter of their length, which patterns find in `rest`); several spread
    as a fan. `sway` moves their tips, in metres.
    """
    wind = np.zeros(3) if sway is None else np.asarray(sway, float)
    parts = [_tail(hips, turn, i, count, wind, cat=cat) for i in range(count)]
    return join(parts)


def _tail(hips: Vectors, turn: Vectors, number: int, count: int, wind: Vectors, *, cat: bool) -> Mesh:
    t = np.linspace(0, 1, 15)
    aside = 0.32 if count == 1 else (2 * number / (count - 1) - 1)
    lift = 1.0 - 0.55 * abs(aside)
    if cat:
        local = np.stack(
            [0.30 * aside * np.sin(2.6 * t), -0.30 * np.sin(2.4 * t) + 0.52 * t**2, -0.10 - 0.34 * np.sin(1.7 * t)], 1
        )
        body = np.interp(t, [0, 0.1, 0.9, 1], [0.026, 0.024, 0.020, 0.012])
    else:
        local = np.stack(
            [
                aside * 0.78 * t**0.85 + 0.10 * np.sin(5 * t + number * 1.3) * t,
                lift * 0.92 * t**1.3 - 0.16 * np.sin(np.pi * np.clip(t * 1.6, 0, 1)),
                -0.10 - 0.36 * np.sin(1.9 * t),
            ],
            axis=1,
        )
        body = np.interp(t, [0, 0.12, 0.45, 0.7, 0.9, 1], [0.028, 0.05, 0.092, 0.098, 0.062, 0.004])
        body = body * (0.82 if count > 1 else 0.95)
    path = hips + local @ turn.T + np.outer(t**1.6, wind)
    made = tube(path, body, Slot.FUR, sides=14, side=turn[:, 0])
    rest = made.rest.copy()
    rest[:, 3] = number * 0.37 % 1.0
    return Mesh(made.points, made.faces, made.slots, rest)


def wings(back: Vectors, turn: Vectors, *, spread: float = 0.75, sway: Vectors | None = None) -> Mesh:
    """Return two wings of feathers from the point `back`; `spread` (0 folded to 1 open) turns them out."""
    wind = np.zeros(3) if sway is None else np.asarray(sway, float)
    parts = []
    for side in SIDES:
        arm = np.array([[0, 0, 0], [0.22, 0.24, -0.10], [0.62, 0.42, -0.16], [0.92, 0.36, -0.14]]) * (side, 1, 1)
        arm = arm * (0.45 + 0.55 * spread, 1, 1) + (side * 0.07, 0, -0.10)
        smooth = np.stack([np.interp(np.linspace(0, 3, 13), np.arange(4), arm[:, axis]) for axis in range(3)], axis=1)
        parts.append(
            tube(back + smooth @ turn.T, np.linspace(0.038, 0.014, 13), Slot.PAPER, thick=np.linspace(0.024, 0.01, 13))
        )
        for layer, (count, long, wide) in enumerate(((13, 0.62, 0.046), (11, 0.40, 0.042), (9, 0.22, 0.036))):
            for i in range(count):
                share = i / (count - 1)
                foot = np.array([np.interp(share * 12, np.arange(13), smooth[:, axis]) for axis in range(3)])
                out = np.array([side * (0.12 + 0.85 * share**1.4), -1.0 + 0.55 * share**2, 0.05])
                length = long * (0.62 + 0.55 * np.sin(np.pi * (0.15 + 0.8 * share)))
                t = np.linspace(0, 1, 7)[:, None]
                path = foot + out * length * t + np.array([0, 0, 0.012 * layer - 0.05]) * t * (1 - t) * 4 * 0.4
                path[:, 2] += 0.014 * layer
                swell = wide * np.array([0.55, 0.9, 1.0, 1.0, 0.92, 0.66, 0.08])
                moved = back + path @ turn.T + (t**1.5) * wind
                parts.append(
                    tube(
                        moved,
                        swell,
                        Slot.PAPER if (i + layer) % 2 else Slot.SECOND,
                        thick=0.004,
                        sides=6,
                        side=turn[:, 0],
                    )
                )
    return join(parts)


def on_head(skull: Skull, features: tuple[str, ...]) -> Hair | None:
    """Return all traits of a head together; None where it has none."""
    found = [ON_HEAD[name](skull) for name in features if name in ON_HEAD]
    return grown(found) if found else None
