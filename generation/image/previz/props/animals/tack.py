"""What animals wear, and long hair: a collar, a mane, a tail of locks, saddle and reins."""

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot, ball, join, moved, sheet, tube
from generation.image.previz.props.animals.build import Posed
from generation.image.previz.props.shapes import Spot, curve, loop, mirrored, pipe, put, tilted

CREST = (28, 42)
"""Rings of the trunk between which a mane grows."""
SADDLE, WITHERS = 18, 24
"""Rings of the trunk under the saddle's middle and under the rider's hands."""
LOCK = 0.5, 0.85, 1.0, 1.0, 0.95, 0.9, 0.8, 0.62, 0.4, 0.04
"""Widths of a lock from its root to its tip."""


def bare(body: Posed) -> list[Mesh]:
    """Return nothing: a wild animal."""
    del body
    return []


def collar(body: Posed) -> list[Mesh]:
    """Return a collar with a tag around the neck."""
    here, way, size = body.spine[34], body.spine[36] - body.spine[32], body.radii[34] * 1.05
    pitch = float(np.degrees(np.arctan2(way[1], way[2]))) * 0.75
    band = tube(np.array([(0, 0, -0.022), (0, 0, 0.022)]), size[0], Slot.ACCENT, thick=size[1], sides=24, closed=False)
    tag = ball((0, -size[1] - 0.012, 0.03), (0.03, 0.034, 0.014), Slot.METAL, rings=7, sides=12)
    return [tilted(join([band, tag]), x=-pitch, at=here)]


def harness(body: Posed) -> list[Mesh]:
    """Return mane, tail, saddle and reins of a horse."""
    return [*mane(body), *plume(body), saddle(body), reins(body)]


def lock(points: list[Spot], wide: float) -> Mesh:
    """Return one lock of a mane or a tail."""
    size = wide * np.array(LOCK)
    return tube(curve(points, len(LOCK)), size, Slot.HAIR, thick=size * 0.42, sides=8, side=(0, 0.3, 1))


def mane(body: Posed) -> list[Mesh]:
    """Return the locks along the crest, falling to the horse's right, and the forelock."""
    locks = []
    for row, number in enumerate(np.linspace(*CREST, 11).astype(int)):
        here, way = body.spine[number], body.spine[number + 1] - body.spine[number - 1]
        crest = here + np.array([0, way[2], -way[1]]) / float(np.linalg.norm(way)) * (0.165 - 0.0065 * row)
        x, y, z = crest.tolist()
        drop = 0.20 + 0.02 * (row % 3)
        fall = [(-0.04, 0.014, -0.01), (-0.105, -0.07, -0.02), (-0.115, -drop, -0.045)]
        locks.append(lock([(x + 0.012, y - 0.02, z), *((x + dx, y + dy, z + dz) for dx, dy, dz in fall)], 0.042))
    fore = [
        lock([(s * 0.01, 0.10, -0.05), (s * 0.02, 0.135, 0.02), (s * 0.03, 0.10, 0.09), (s * 0.028, 0.02, 0.13)], 0.026)
        for s in (-1, 1)
    ]
    return [*locks, moved(join(fore), body.turn, body.joint)]


def plume(body: Posed) -> list[Mesh]:
    """Return the long hair of a horse's tail, swung to a side by its sway."""
    x, y, z = body.spine[3].tolist()
    locks = []
    for dx, dz in ((0.0, 0.0), (0.035, 0.03), (-0.035, 0.03), (0.02, -0.03), (-0.02, -0.03)):
        low, end = dx * 1.2 + 0.10 * body.sway, dx + 0.22 * body.sway
        line = [(x + dx * 0.3, y + 0.01, z + 0.03), (x + dx + 0.03 * body.sway, y, z - 0.07)]
        locks.append(lock([*line, (x + low, y - 0.22, z - 0.12 + dz), (x + end, y - 0.50, z - 0.09 + dz)], 0.055))
    return locks


def shell(reach: float, length: float, grow: float, rise: float, slot: int) -> Mesh:
    """Return a sheet bent over the back: how far round it goes (1 is nearly under the belly), half its length."""
    arc = np.radians(np.linspace(-118, 118, 21)) * reach
    along, around = np.meshgrid(np.linspace(1, -1, 9), arc, indexing="ij")
    high = 0.190 * grow * np.cos(around) + rise * along**2 * np.cos(around).clip(0, 1) ** 3
    grid = np.stack([0.172 * grow * np.sin(around), high, length * along], axis=2)
    return sheet(grid[:, ::-1], slot)


def saddle(body: Posed) -> Mesh:
    """Return saddle, blanket, girth and stirrups on the trunk."""
    band = np.array([(0, -0.004, 0.10), (0, -0.004, 0.135)])
    girth = tube(band, 0.176, Slot.STRAP, thick=0.198, sides=26, closed=False)
    strap = pipe(curve([(0.176, 0.02, 0.02), (0.19, -0.10, 0.02), (0.185, -0.20, 0.02)], 8), 0.008, Slot.STRAP, sides=6)
    stirrup = join([strap, loop((0.185, -0.235, 0.02), 0.034, 0.0065, Slot.METAL, around="z", steps=16)])
    seat = [
        shell(0.95, 0.20, 1.045, 0.0, Slot.ACCENT),
        shell(0.62, 0.145, 1.10, 0.055, Slot.STRAP),
        shell(0.9, 0.07, 1.08, 0.0, Slot.LEATHER),
    ]
    return put(join([*seat, girth, mirrored(stirrup)]), body.spine[SADDLE])


def reins(body: Posed) -> Mesh:
    """Return the reins from both ends of the bit to above the withers, wherever the head is turned."""
    lines = []
    for side in (1, -1):
        bit = body.joint + body.turn @ np.array([side * 0.06, -0.209, 0.16])
        hand = body.spine[WITHERS] + np.array([side * 0.03, 0.26, 0.0])
        slack = (bit + hand) / 2 + np.array([side * 0.05, -0.10, 0.0])
        line = curve([tuple(each.tolist()) for each in (bit, slack, hand)], 12)
        lines.append(pipe(line, 0.0055, Slot.LEATHER, sides=6))
    return join(lines)
