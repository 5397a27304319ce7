"""Dressing: what somebody wears in a pose, as painted meshes."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.mesh import Part
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.shape import Faces, shape
from generation.image.previz.figure.skin import BARE
from generation.image.previz.figure.wardrobe import (
    armour,
    casual,
    court,
    folk,
    formal,
    future,
    loose,
    modern,
    robes,
    uniforms,
    work,
)
from generation.image.previz.figure.wardrobe.form import Form, form, stance
from generation.image.previz.figure.wardrobe.palettes import coats
from generation.image.previz.figure.wardrobe.tailor import NECK, Cut, Outfit, Piece, Wearer
from generation.image.previz.ink.paint import Where, paint
from generation.requests.pictures import Look

STILL = (0.0, 0.0, 0.0)

OUTFITS: Mapping[str, Cut] = {
    "hanfu": robes.hanfu,
    "robe": robes.robe,
    "official-robe": court.official,
    "imperial-robe": court.imperial,
    "armour": armour.armour,
    "martial": folk.martial,
    "monk-robe": folk.monk,
    "peasant": folk.peasant,
    "qipao": formal.qipao,
    "suit": modern.suit,
    "coat": casual.coat,
    "shirt": modern.shirt,
    "tee": modern.tee,
    "hoodie": casual.hoodie,
    "sweater": casual.sweater,
    "jacket": casual.jacket,
    "dress": modern.dress,
    "gown": formal.gown,
    "blouse-skirt": formal.blouse,
    "school-uniform": uniforms.school,
    "police-uniform": uniforms.police,
    "lab-coat": uniforms.lab,
    "hospital-gown": work.patient,
    "apron": work.apron,
    "tracksuit": casual.tracksuit,
    "spacesuit": future.spacesuit,
    "bodysuit": future.bodysuit,
    "rags": folk.rags,
}
"""How each outfit of the vocabulary is cut."""
OVER: Mapping[str, Callable[[Form], Piece]] = {"cape": loose.cape, "scarf": loose.scarf}
"""Features that are worn over any outfit."""


def dress(look: Look, posed: Posed, sway: tuple[float, float, float] = STILL) -> tuple[Part, ...]:
    """Return the clothes of a look on a posed body; `sway` moves loose ends, in metres at the end."""
    colours, stand = coats(look), stance(posed, sway)
    pieces = [*outfit(stand.form, look).pieces, *(_over(stand.form, name) for name in OVER if name in look.features)]
    return tuple(Part(piece.worn(stand), paint(colours, piece.patterns)) for piece in pieces)


def _over(of: Form, name: str) -> Piece:
    """Return what is put on over an outfit; it is kept with the body."""
    if name not in of.made:
        of.made[name] = OVER[name](of)
    kept: Piece = of.made[name]
    return kept


def bare(look: Look, of: Body) -> Faces:
    """Return the triangles (m, 3) of skin that clothes leave bare beside head and hands, of the points of `shape()`."""
    made, data = form(of), shape()
    key = ("bare", look.outfit, look.sex)
    if key not in made.made:
        wanted = (NECK, *outfit(made, look).bare)
        shown = [_shown(data.faces(each.region), of, each.where) for each in wanted]
        always = {tuple(face) for region in BARE for face in data.faces(region).tolist()}
        every = np.unique(np.concatenate(shown), axis=0)
        made.made[key] = every[[tuple(face) not in always for face in every.tolist()]]
    return np.asarray(made.made[key], np.int32)


def _shown(faces: Faces, of: Body, where: Sequence[Where]) -> Faces:
    """Return the faces of which a point passes all tests."""
    x, y, z, _ = of.rest.T
    passed = np.ones(len(of.rest), bool)
    for test in where:
        passed &= test.x * x + test.side * np.abs(x) + test.y * y + test.z * z + test.offset > 0
    return faces[passed[faces].any(axis=1)]


def outfit(of: Form, look: Look) -> Outfit:
    """Return a look's outfit cut for a body; it is kept with the body."""
    key = (look.outfit, look.sex)
    if key not in of.made:
        of.made[key] = OUTFITS[look.outfit](Wearer(form=of, woman=look.sex == "woman"))
    kept: Outfit = of.made[key]
    return kept
