"""Heads of four-legged animals around the joint with the neck, looking to +z, in shares of the withers' height."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot, ball, join, moved, tube
from generation.image.previz.props.animals.build import Region, Rows, furry, loft
from generation.image.previz.props.animals.creature import Act
from generation.image.previz.props.shapes import Spot, curve, mirrored, petal, put, rod, tilted, turned_by

SHUT = 0.85
"""Eyes more shut than this are a line."""


def eye(at: Spot, size: float, yaw: float, act: Act, *, slant: float = 0.0, grown: float = 1.3) -> Mesh:
    """Return the left eye of an animal with its dark rim; `yaw` is how far it looks aside, `slant` lifts its corner."""
    turn = turned_by(y=yaw) @ turned_by(z=slant)
    if act.blink > SHUT:
        line = curve(
            [(-size, 0.12 * size, -0.1 * size), (0, -0.28 * size, 0.1 * size), (size, 0.12 * size, -0.1 * size)], 13
        )
        wide = 0.13 * size * np.sin(np.linspace(0.15, 3.0, 13)) ** 0.6
        return moved(tube(line, wide, Slot.LASH, sides=8), turn, np.asarray(at) + turn @ (0, 0, 0.42 * size))
    open_by = 1.0 - 0.9 * act.blink
    white = ball((0, 0, 0), 1.0, Slot.EYE, rings=13, sides=18)
    rest = np.concatenate([white.points, np.full((len(white.points), 1), grown)], axis=1).astype(np.float32)
    shape = np.array([size, size * open_by, size * 0.72], np.float32)
    globe = replace(white, points=white.points * shape, rest=rest)
    rim = ball((0, 0, 0), (size * 1.15, size * (1.10 * open_by + 0.08), size * 0.5), Slot.LASH, rings=9, sides=16)
    at_light = (0.20 * size, 0.34 * size * open_by, 0.60 * size)
    spark = ball(at_light, size * 0.23 * open_by, Slot.TEETH, rings=6, sides=8)
    return moved(join([globe, put(rim, (0, 0.03 * size, -0.07 * size)), spark]), turn, at)


def ear(at: Spot, height: float, width: float, *, out: float, tip: bool = False, back: float = -8) -> Mesh:
    """Return the left ear, upright and pointed, hollow to the front; with a `tip` of another colour."""
    share = np.linspace(0, 1, 9)
    wide = width * np.maximum(1 - share**1.35, 0.03)
    path = np.stack([0.02 * height * np.sin(share * 3), height * share, -0.05 * height * share], axis=1)
    shell = furry(tube(path, wide, Slot.FUR, thick=wide * 0.36, sides=12), Region.EAR)
    upper = furry(tube(path[5:], wide[5:] * 1.03, Slot.SECOND, thick=wide[5:] * 0.39, sides=12), Region.EAR)
    inner = put(petal(height * 0.80, width * 1.30, 0.0, Slot.LINING, point=0.75), (0, height * 0.06, width * 0.33))
    return tilted(join([shell, inner, *([upper] if tip else [])]), x=back, z=-out, at=at)


def hanging(at: Spot, length: float, width: float) -> Mesh:
    """Return the left ear of a hound: it hangs beside the cheek."""
    path = curve([(0, 0, 0), (0.06, 0.02, 0.0), (0.10, -0.35 * length, 0.02), (0.085, -length, 0.05)], 12)
    wide = width * np.interp(np.linspace(0, 1, 12), [0, 0.2, 0.65, 0.9, 1], [0.55, 0.75, 1.0, 0.7, 0.1])
    return put(furry(tube(path, wide * 0.34, Slot.SECOND, thick=wide, sides=12, side=(1, 0.2, 0)), Region.EAR), at)


def jaw(rows: Rows, hinge: Spot, act: Act, opens: float, slot: int = Slot.FUR_TIP) -> Mesh:
    """Return the lower jaw with the mouth's inside and a tongue, dropped by as much as the mouth is open."""
    bone = loft(rows, slot, steps=12, sides=12)
    inside = [(z, y + 0.45 * d, w * 0.82, d * 0.62) for z, y, w, d in rows]
    flesh = loft(tuple(inside), Slot.MOUTH, steps=12, sides=12)
    tongue = loft(
        tuple((z, y + 0.75 * d, w * 0.5, d * 0.42) for z, y, w, d in rows[:-1]), Slot.TONGUE, steps=10, sides=10
    )
    whole = put(join([bone, flesh, tongue]), (-hinge[0], -hinge[1], -hinge[2]))
    return tilted(whole, x=opens * act.mouth, at=hinge)


def whiskers(at: Spot, length: float, thin: float) -> Mesh:
    """Return three stiff hairs on the left of a muzzle."""
    x, y, z = at
    return join(
        [
            rod(
                (x, y + 0.012 * k, z),
                (x + length, y + 0.05 * length * 9 * k * 0.35, z - 0.25 * length),
                thin,
                Slot.TRIM,
                to=thin * 0.3,
                sides=4,
            )
            for k in (-1, 0, 1)
        ]
    )


def head_of(rows: Rows, pieces: Sequence[Mesh], pair: Sequence[Mesh]) -> Mesh:
    """Return a skull with its muzzle, single pieces, and pieces that it has left and right."""
    return join([loft(rows, Slot.FUR, steps=34, sides=22), *pieces, mirrored(join(list(pair)))])


def dog(act: Act, *, pricked: bool = True) -> Mesh:
    """A dog's head with pricked or hanging ears."""
    rows = (
        (-0.17, 0.0, 0.05, 0.05),
        (-0.11, 0.01, 0.14, 0.13),
        (0.0, 0.035, 0.185, 0.165),
        (0.075, 0.03, 0.17, 0.15),
        (0.125, -0.015, 0.125, 0.115),
        (0.17, -0.052, 0.094, 0.078),
        (0.24, -0.064, 0.076, 0.058),
        (0.295, -0.06, 0.058, 0.046),
        (0.315, -0.056, 0.018, 0.016),
    )
    low = (
        (0.03, -0.10, 0.06, 0.03),
        (0.12, -0.118, 0.075, 0.036),
        (0.20, -0.120, 0.068, 0.028),
        (0.26, -0.114, 0.046, 0.022),
        (0.275, -0.11, 0.012, 0.01),
    )
    ears = ear((0.108, 0.14, -0.035), 0.17, 0.075, out=20) if pricked else hanging((0.105, 0.13, -0.03), 0.25, 0.09)
    nose = ball((0, -0.028, 0.302), (0.036, 0.027, 0.026), Slot.SHOE, rings=9, sides=14)
    brow = ball((0.072, 0.135, 0.112), (0.026, 0.014, 0.02), Slot.BROW, rings=7, sides=10)
    pair = [ears, eye((0.094, 0.072, 0.150), 0.050, 18, act), brow]
    return head_of(rows, [nose, jaw(low, (0, -0.08, 0.03), act, 28)], pair)


def hound(act: Act) -> Mesh:
    """A dog's head with hanging ears."""
    return dog(act, pricked=False)


def cat(act: Act) -> Mesh:
    """A cat's head: round, with large eyes."""
    rows = (
        (-0.22, 0.0, 0.07, 0.07),
        (-0.15, 0.01, 0.20, 0.18),
        (-0.01, 0.02, 0.265, 0.225),
        (0.09, 0.0, 0.245, 0.20),
        (0.165, -0.03, 0.165, 0.14),
        (0.215, -0.055, 0.10, 0.085),
        (0.245, -0.06, 0.045, 0.045),
    )
    low = (
        (0.08, -0.13, 0.07, 0.04),
        (0.16, -0.135, 0.075, 0.036),
        (0.215, -0.128, 0.05, 0.026),
        (0.235, -0.122, 0.012, 0.01),
    )
    puff = ball((0.045, -0.083, 0.213), (0.062, 0.048, 0.05), Slot.FUR_TIP, rings=9, sides=14)
    nose = ball((0, -0.045, 0.256), (0.032, 0.022, 0.02), Slot.LIPS, rings=8, sides=12)
    pair = [
        ear((0.155, 0.165, -0.03), 0.25, 0.125, out=20),
        eye((0.112, 0.028, 0.190), 0.072, 11, act, slant=9, grown=1.5),
        puff,
        whiskers((0.06, -0.08, 0.235), 0.24, 0.0045),
    ]
    return head_of(rows, [nose, jaw(low, (0, -0.10, 0.06), act, 30)], pair)


def fox(act: Act) -> Mesh:
    """A fox's head: a fine muzzle, wide cheeks, tall dark-tipped ears."""
    rows = (
        (-0.18, 0.0, 0.06, 0.06),
        (-0.12, 0.01, 0.165, 0.15),
        (-0.02, 0.02, 0.225, 0.18),
        (0.06, 0.0, 0.195, 0.16),
        (0.13, -0.03, 0.125, 0.112),
        (0.20, -0.058, 0.082, 0.076),
        (0.29, -0.075, 0.056, 0.05),
        (0.35, -0.075, 0.034, 0.03),
        (0.37, -0.073, 0.012, 0.012),
    )
    low = (
        (0.05, -0.11, 0.06, 0.03),
        (0.15, -0.122, 0.062, 0.03),
        (0.25, -0.124, 0.044, 0.022),
        (0.325, -0.118, 0.026, 0.015),
        (0.34, -0.115, 0.008, 0.006),
    )
    nose = ball((0, -0.058, 0.365), (0.03, 0.024, 0.022), Slot.SHOE, rings=8, sides=12)
    tufts = [
        furry(
            tube(
                curve([(0.12, y, 0.03), (0.21, y - 0.03, 0.0), (0.21 + long, y - 0.10 - 0.3 * long, -0.05)], 8),
                np.linspace(0.075, 0.003, 8),
                Slot.FUR_TIP,
                thick=np.linspace(0.055, 0.002, 8),
                sides=8,
                side=(0, 1, 0),
            ),
            Region.EAR,
        )
        for y, long in ((-0.02, 0.06), (-0.07, 0.075), (-0.10, 0.03))
    ]
    pair = [
        ear((0.135, 0.145, -0.045), 0.30, 0.115, out=17, tip=True),
        eye((0.104, 0.042, 0.144), 0.051, 21, act, slant=14, grown=1.35),
        *tufts,
    ]
    return head_of(rows, [nose, jaw(low, (0, -0.09, 0.04), act, 28)], pair)


def horse(act: Act) -> Mesh:
    """A horse's head with its bridle, hanging from the poll; `nod` turns it from there."""
    rows = (
        (-0.08, 0.0, 0.045, 0.06),
        (-0.02, -0.005, 0.066, 0.095),
        (0.06, -0.012, 0.07, 0.105),
        (0.15, -0.012, 0.056, 0.08),
        (0.25, -0.004, 0.046, 0.058),
        (0.32, 0.0, 0.048, 0.056),
        (0.37, -0.008, 0.042, 0.046),
        (0.395, -0.014, 0.016, 0.018),
    )
    low = (
        (0.10, -0.075, 0.03, 0.02),
        (0.22, -0.055, 0.034, 0.018),
        (0.32, -0.055, 0.034, 0.020),
        (0.355, -0.052, 0.012, 0.01),
    )
    nostril = ball((0.034, 0.006, 0.362), (0.011, 0.012, 0.014), Slot.SHOE, rings=7, sides=10)
    noseband = [
        tube(np.array([(0, 0, z), (0, 0, z + 0.016)]), w, Slot.LEATHER, thick=d, sides=18, closed=False)
        for z, w, d in ((0.232, 0.0505, 0.0645), (-0.005, 0.0705, 0.1045))
    ]
    cheek = rod((0.069, -0.03, 0.01), (0.053, -0.028, 0.238), 0.006, Slot.LEATHER, sides=6)
    bit = ball((0.055, -0.036, 0.246), 0.013, Slot.METAL, rings=7, sides=10)
    pair = [
        ear((0.036, 0.075, -0.045), 0.12, 0.032, out=10, back=-14),
        eye((0.060, 0.030, 0.085), 0.0185, 62, act, grown=1.5),
        nostril,
        cheek,
        bit,
    ]
    whole = head_of(rows, [jaw(low, (0, -0.07, 0.09), act, 16, Slot.FUR), *noseband], pair)
    return tilted(whole, x=44)
