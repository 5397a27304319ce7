"""Skin: the bare parts of a posed body as a mesh, with eyes, brows and mouth, and the paint of a person."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.eyes import brows, eyeballs, lashes, mouth, tears
from generation.image.previz.figure.identity import Palette
from generation.image.previz.figure.mesh import Mesh, Slot, join
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.shape import Faces, picked, shape
from generation.image.previz.ink.paint import Finish, Paint, Pattern, Where, paint
from generation.image.previz.light import Colour, dim, mix

BARE = ("head", "hands")
"""What clothes always leave bare; they ask for more (`arms`, `legs`, `feet`, `torso`)."""
WHITE_OF_EYE: Colour = (0.97, 0.96, 0.94)
LIPS = 0.45
"""How much of the lips a pixel is that is painted as one."""


def naked(posed: Posed, regions: Sequence[str] = BARE, more: Faces | None = None) -> Mesh:
    """Return the skin of some regions, and the eyes, lashes, brows and mouth of the head.

    `more` are further triangles (m, 3) of the body that are bare: one surface with the rest, without a line between.
    """
    used, faces = picked(*regions)
    slots = _slots(tuple(regions))
    if more is not None and len(more):
        used, local = np.unique(np.concatenate([used[faces], more]), return_inverse=True)
        faces = np.ascontiguousarray(local.reshape(-1, 3), np.int32)
        slots = np.concatenate([slots, np.full(len(more), Slot.SKIN, np.uint8)])
    skin = Mesh(posed.points[used], faces, slots, posed.body.rest[used])
    if "head" not in regions:
        return skin
    return join([skin, *eyeballs(posed), lashes(posed), *brows(posed), *mouth(posed), *tears(posed)])


def coat(colours: Palette) -> Paint:
    """Return the paint of somebody's skin and face."""
    lash = dim(mix(colours.brows, (0.05, 0.04, 0.06), 0.6), 0.8)
    return paint(
        {
            Slot.SKIN: (colours.skin, Finish.SKIN),
            Slot.NAIL: (mix(colours.skin, (0.95, 0.70, 0.68), 0.4), Finish.SKIN),
            Slot.LIPS: (colours.lips, Finish.LIP),
            Slot.EYE: (WHITE_OF_EYE, Finish.EYE),
            Slot.IRIS: (mix(colours.eyes, (1.0, 1.0, 1.0), 0.12), Finish.EYE),
            Slot.PUPIL: ((0.05, 0.04, 0.06), Finish.EYE),
            Slot.LASH: (lash, Finish.FLAT),
            Slot.BROW: (colours.brows, Finish.FLAT),
            Slot.TEETH: ((0.96, 0.95, 0.92), Finish.FLAT),
            Slot.TONGUE: ((0.72, 0.32, 0.34), Finish.FLAT),
            Slot.MOUTH: ((0.22, 0.07, 0.09), Finish.FLAT),
            Slot.GLASS: ((0.82, 0.93, 1.0), Finish.FLAT),  # tears
            Slot.HAIR: (colours.hair, Finish.HAIR),
        },
        (Pattern(Slot.SKIN, Slot.LIPS, (Where(tag=1.0, offset=-LIPS),)),),
    )


@cache
def _slots(regions: tuple[str, ...]) -> NDArray[np.uint8]:
    """Return the slot of each face of regions: skin, nails, the inside of the mouth."""
    data, (used, local) = shape(), picked(*regions)
    faces = used[local]
    slots = np.full(len(faces), Slot.SKIN, np.uint8)
    slots[(data.mouth[faces] > 0.5).all(axis=1)] = Slot.MOUTH  # noqa: PLR2004 - mostly inside
    slots[(data.nails[faces] > 0.5).all(axis=1)] = Slot.NAIL  # noqa: PLR2004 - mostly nail
    return slots
