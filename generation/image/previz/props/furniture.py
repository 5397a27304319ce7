"""What stands in a room or a street: seats, tables, a bed, a door, a barrel."""

from math import cos, pi, sin

import numpy as np

from generation.image.previz.figure.mesh import Mesh, ball, box, join, sheet, tube, turned
from generation.image.previz.ink.paint import Pattern, Where
from generation.image.previz.props.prop import Form, View
from generation.image.previz.props.shapes import board, curve, loop, mirrored, pipe, put, rod, slab, tilted
from generation.image.previz.props.stuff import Stuff

ROOM = View(turn=-32, lift=18)
GRAIN = Pattern(Stuff.PALE_WOOD, Stuff.WOOD, (Where(y=1, offset=0.1, period=0.5, duty=0.09), Where(z=1)))


def leg(x: float, z: float, height: float, slot: int = Stuff.WOOD, *, foot: float = 0.018, top: float = 0.022) -> Mesh:
    """Return a square leg."""
    return put(box((0, height / 2, 0), (top * 2, height, foot * 2.2), slot), (x, 0, z))


def legs(width: float, depth: float, height: float, slot: int = Stuff.WOOD, *, thick: float = 0.022) -> list[Mesh]:
    """Return four legs under a top of this size."""
    x, z = width / 2 - thick, depth / 2 - thick
    return [leg(sx * x, sz * z, height, slot, foot=thick * 0.9, top=thick) for sx in (-1, 1) for sz in (-1, 1)]


def chair() -> Form:
    """A chair with a back of three slats and a cushion."""
    back = [
        slab((0, y, -0.205 - 0.10 * (y - 0.46)), (0.36, 0.055, 0.018), Stuff.WOOD, corner=0.012) for y in (0.60, 0.72)
    ]
    posts = [
        tube([(x, 0.0, -0.20), (x, 0.45, -0.20), (x, 0.93, -0.255)], 0.0205, Stuff.WOOD, sides=8)
        for x in (-0.195, 0.195)
    ]
    fronts = [tube([(x, 0.0, 0.195), (x, 0.44, 0.19)], [0.016, 0.022], Stuff.WOOD, sides=8) for x in (-0.195, 0.195)]
    rails = [
        rod((-0.19, 0.2, 0.19), (0.19, 0.2, 0.19), 0.012, Stuff.WOOD),
        *(rod((x, 0.16, -0.2), (x, 0.16, 0.19), 0.012, Stuff.WOOD) for x in (-0.195, 0.195)),
    ]
    top = slab((0, 0.87, -0.248), (0.42, 0.10, 0.022), Stuff.WOOD, corner=0.03)
    return Form(
        meshes=(
            *posts,
            *fronts,
            *rails,
            *back,
            top,
            board((0, 0.44, 0), (0.44, 0.03, 0.44), Stuff.WOOD, corner=0.03),
            board((0, 0.467, 0.005), (0.39, 0.026, 0.38), Stuff.ACCENT, corner=0.06),
        ),
        accent="#8a3b3b",
        stands=True,
        seat=0.48,
        view=ROOM,
    )


def stool() -> Form:
    """A round stool on three splayed legs."""
    feet = [(cos(a), sin(a)) for a in (pi / 6, pi * 5 / 6, pi * 1.5)]
    return Form(
        meshes=(
            turned([(0.165, 0.425), (0.17, 0.43), (0.17, 0.455), (0.155, 0.465)], Stuff.WOOD, sides=24),
            *(
                tube([(0.20 * x, 0.0, 0.20 * z), (0.11 * x, 0.43, 0.11 * z)], [0.016, 0.021], Stuff.DARK_WOOD, sides=8)
                for x, z in feet
            ),
            loop((0, 0.17, 0), 0.163, 0.010, Stuff.DARK_WOOD, around="y"),
        ),
        stands=True,
        seat=0.465,
        view=ROOM,
    )


def bench() -> Form:
    """A park bench: slats on iron sides."""
    seat = [board((0, 0.44, z), (1.4, 0.03, 0.085), Stuff.ACCENT, corner=0.008) for z in (-0.15, -0.045, 0.06, 0.165)]
    back = [
        put(
            tilted(slab((0, 0, 0), (1.4, 0.085, 0.028), Stuff.ACCENT, corner=0.008), x=-12),
            (0, y, -0.225 - 0.2 * (y - 0.55)),
        )
        for y in (0.58, 0.69, 0.80)
    ]
    side = join(
        [
            pipe(curve([(0.6, 0.0, 0.21), (0.6, 0.25, 0.19), (0.6, 0.415, 0.20)]), 0.018, Stuff.IRON),
            pipe(
                curve([(0.6, 0.0, -0.27), (0.6, 0.25, -0.20), (0.6, 0.45, -0.215), (0.6, 0.86, -0.30)]),
                0.018,
                Stuff.IRON,
            ),
            rod((0.6, 0.415, -0.21), (0.6, 0.415, 0.2), 0.018, Stuff.IRON),
            pipe(
                curve([(0.6, 0.42, 0.19), (0.6, 0.58, 0.21), (0.6, 0.63, 0.12), (0.6, 0.63, -0.23)]), 0.016, Stuff.IRON
            ),
        ]
    )
    return Form(meshes=(*seat, *back, mirrored(side)), accent="#9a6a3f", stands=True, seat=0.455, view=ROOM)


def table() -> Form:
    """A wooden table."""
    return Form(
        meshes=(
            board((0, 0.73, 0), (1.2, 0.04, 0.72), Stuff.PALE_WOOD, corner=0.02),
            *legs(1.1, 0.62, 0.71, thick=0.03),
            *(box((0, 0.665, z), (1.0, 0.075, 0.02), Stuff.DARK_WOOD) for z in (-0.28, 0.28)),
            *(box((x, 0.665, 0), (0.02, 0.075, 0.54), Stuff.DARK_WOOD) for x in (-0.52, 0.52)),
        ),
        patterns=(GRAIN,),
        stands=True,
        view=ROOM,
    )


def desk() -> Form:
    """A writing desk: drawers on its left, a lamp-less top, its drawers to who sits behind it (-z)."""

    def drawers(x: float) -> Mesh:
        return join(
            [
                box((x, 0.36, 0), (0.36, 0.72, 0.56), Stuff.WOOD),
                *(slab((x, y, -0.285), (0.31, 0.19, 0.014), Stuff.PALE_WOOD, corner=0.006) for y in (0.16, 0.37, 0.58)),
                *(slab((x, y, -0.298), (0.09, 0.018, 0.014), Stuff.GOLD, corner=0.006) for y in (0.18, 0.39, 0.60)),
            ]
        )

    return Form(
        meshes=(
            board((0, 0.745, 0), (1.36, 0.036, 0.66), Stuff.DARK_WOOD, corner=0.012),
            drawers(-0.45),
            drawers(0.45),
            box((0, 0.50, 0.25), (0.56, 0.44, 0.02), Stuff.WOOD),
            *(
                slab((x, 0.38, 0.283), (w, 0.54, 0.012), Stuff.PALE_WOOD, corner=0.006)
                for x, w in ((-0.45, 0.27), (0.45, 0.27))
            ),
            board((0, 0.766, -0.06), (0.56, 0.006, 0.38), Stuff.ACCENT, corner=0.02),
        ),
        accent="#2f5a48",
        stands=True,
        view=ROOM,
    )


def bed() -> Form:
    """A bed, its foot to the front: headboard, pillows, a blanket turned down."""
    x, z = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(0.98, -0.52, 13))
    drop = np.maximum(np.abs(x) - 0.80, 0) / 0.20
    quilt = np.stack(
        [
            np.clip(x * 0.74, -0.70, 0.70) + 0.02 * np.sign(x) * drop * np.cos(z * 9),
            0.565 - 0.22 * drop + 0.012 * np.cos(x * 7 + z * 4),
            z,
        ],
        axis=2,
    )
    rest = np.stack([x, (z + 0.52) / 1.5, 0 * x, 0 * x], axis=2).reshape(-1, 4).astype(np.float32)
    front = np.stack([quilt[0], quilt[0] * (1, 0, 1) + (0, 0.24, 0.03)])
    return Form(
        meshes=(
            slab((0, 0.62, -1.0), (1.5, 0.95, 0.06), Stuff.WOOD, corner=0.10, edge=Stuff.DARK_WOOD),
            slab((0, 0.62, -0.965), (1.3, 0.70, 0.02), Stuff.PALE_WOOD, corner=0.07),
            box((0, 0.26, 0.0), (1.46, 0.20, 2.0), Stuff.WOOD),
            board((0, 0.43, 0.0), (1.38, 0.20, 1.94), Stuff.LINEN, corner=0.06),
            sheet(quilt[::-1, ::-1], Stuff.ACCENT, rest[::-1]),
            sheet(front[:, ::-1][::-1], Stuff.ACCENT),
            board((0, 0.568, -0.46), (1.40, 0.03, 0.22), Stuff.PAPER, corner=0.05),
            *(ball((s * 0.35, 0.585, -0.74), (0.29, 0.085, 0.19), Stuff.PAPER, rings=9, sides=16) for s in (-1, 1)),
            *(
                box((sx * 0.68, 0.08, sz * 0.93), (0.08, 0.16, 0.08), Stuff.DARK_WOOD)
                for sx in (-1, 1)
                for sz in (-1, 1)
            ),
        ),
        patterns=(
            Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(y=1, period=0.24, duty=0.12),)),
            Pattern(Stuff.ACCENT, Stuff.ACCENT_PALE, (Where(x=1, offset=0.06, period=0.36, duty=0.10),)),
        ),
        accent="#4f6f96",
        stands=True,
        seat=0.57,
        view=View(turn=-38, lift=28),
    )


def door() -> Form:
    """A panelled door in its frame, a little ajar."""
    knob = tilted(
        turned([(0.024, 0.0), (0.012, 0.006), (0.012, 0.035), (0.03, 0.05), (0.024, 0.07)], Stuff.GOLD, sides=14),
        x=90,
        at=(0.76, 0.98, 0.02),
    )
    leaf = join(
        [
            box((0.42, 1.01, 0), (0.84, 2.0, 0.04), Stuff.ACCENT),
            *(
                slab((0.42 + sx * 0.19, y, 0.022), (0.29, h, 0.012), Stuff.ACCENT_PALE, corner=0.012)
                for sx in (-1, 1)
                for y, h in ((1.55, 0.70), (0.92, 0.36), (0.40, 0.48))
            ),
            knob,
        ]
    )
    return Form(
        meshes=(
            put(tilted(leaf, y=-24), (-0.42, 0, 0)),
            *(box((s * 0.48, 1.05, 0), (0.10, 2.10, 0.14), Stuff.WOOD) for s in (-1, 1)),
            box((0, 2.10, 0), (1.12, 0.12, 0.15), Stuff.WOOD),
            box((0, 0.01, 0), (0.90, 0.02, 0.16), Stuff.DARK_WOOD),
        ),
        accent="#4a6a5c",
        stands=True,
        view=View(turn=-24, lift=8),
    )


def barrel() -> Form:
    """A barrel of staves with iron hoops."""
    belly = [
        (0.235, 0.0),
        (0.27, 0.12),
        (0.295, 0.30),
        (0.30, 0.43),
        (0.295, 0.56),
        (0.27, 0.74),
        (0.235, 0.86),
        (0.205, 0.86),
        (0.205, 0.835),
    ]
    hoops = (
        (0.253, 0.055, 0.07, 0.004),
        (0.287, 0.24, 0.05, 0.004),
        (0.287, 0.575, 0.05, -0.004),
        (0.253, 0.76, 0.07, -0.004),
    )
    return Form(
        meshes=(
            turned(belly, Stuff.WOOD, sides=24),
            turned([(0.206, 0.835), (0.0, 0.8355)], Stuff.PALE_WOOD, sides=24),
            *(
                turned(
                    [(r - 0.004, y), (r + 0.012, y + h / 2), (r + slope, y + h)],
                    Stuff.IRON,
                    sides=24,
                )
                for r, y, h, slope in hoops
            ),
        ),
        patterns=(
            Pattern(Stuff.WOOD, Stuff.DARK_WOOD, (Where(x=1, period=0.4, duty=0.07),)),
            Pattern(Stuff.WOOD, Stuff.DARK_WOOD, (Where(z=1, offset=0.1, period=0.4, duty=0.07),)),
            Pattern(Stuff.PALE_WOOD, Stuff.DARK_WOOD, (Where(x=1, period=0.5, duty=0.07),)),
        ),
        stands=True,
        seat=0.86,
        view=ROOM,
    )
