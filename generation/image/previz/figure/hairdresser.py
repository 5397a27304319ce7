"""The hairdresser: hair, and all that is worn on the head or grows where people have nothing, on a posed figure."""

from collections.abc import Mapping
from functools import lru_cache
from math import atan2, cos, sin
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure import headwear, traits
from generation.image.previz.figure.body import Body, body
from generation.image.previz.figure.hair.locks import UNDER, Hair, grown
from generation.image.previz.figure.hair.skull import Skull, skull
from generation.image.previz.figure.hair.styles import hair, tucked
from generation.image.previz.figure.hair.worn import STILL, Wearer, worn
from generation.image.previz.figure.identity import Identity
from generation.image.previz.figure.mesh import Mesh, Part, Slot, join
from generation.image.previz.figure.rig import Posed
from generation.image.previz.figure.shape import shape
from generation.image.previz.ink.paint import Finish, Paint, Pattern, Where, paint
from generation.image.previz.light import Colour, dim, mix, rgb
from generation.requests.pictures import Look

FURS: Mapping[str, tuple[Colour, Colour]] = {
    "nine-tails": (rgb("#f4ede2"), rgb("#b3202c")),
    "fox-tail": (rgb("#d8742c"), rgb("#f6ecdc")),
    "fox-ears": (rgb("#d8742c"), rgb("#3a2620")),
    "cat-tail": (rgb("#4a4248"), rgb("#2c262b")),
    "cat-ears": (rgb("#4a4248"), rgb("#2c262b")),
}
"""Fur and its tips; of several traits the first one here decides, so that ears and tails agree."""

SHEEN = rgb("#8a8fb5")
"""What even black hair takes from the sky; without it locks would be one black mass."""

TALL = frozenset({"topknot", "topknot-long", "palace-updo", "double-bun", "afro", "undercut", "half-up"})
"""Styles that stand too high for a hat: under one they are combed flat."""
FLAT = "crew-cut"


def dress(look: Look, posed: Posed, sway: tuple[float, float, float] = STILL) -> list[Part]:
    """Return hair, headwear and traits of a posed figure; `sway` moves what hangs, in metres at its end."""
    identity = posed.body.identity
    meshes = [worn(each, _wearer(posed), sway) for each in _grown(look, identity)]
    meshes += _behind(look, posed, sway)
    return [Part(join(meshes), _paint(look, identity))] if meshes else []


@lru_cache(maxsize=24)
def _grown(look: Look, identity: Identity) -> tuple[Hair, ...]:
    """Return all that is on the head of a body in its rest pose."""
    head = _skull(body(identity))
    covered = bool(headwear.COVERS & set(look.features))
    style = FLAT if covered and look.hair in TALL else look.hair
    own = hair(head, style, crc32(look.id.encode()))
    found = (
        tucked(own, head) if own is not None and covered else own,
        traits.on_head(head, look.features),
        headwear.on_head(head, look.features),
    )
    return (grown([each for each in found if each is not None]),) if any(found) else ()


def _skull(of: Body) -> Skull:
    points = of.points[np.unique(shape().faces("head"))].astype(float)
    return skull((points - of.between) / of.unit)


def _wearer(posed: Posed) -> Wearer:
    head, chest, hips = posed.head, posed.chest, posed.hips
    left, right = posed.joint("upper-arm-left"), posed.joint("upper-arm-right")
    return Wearer(
        eyes=head.at,
        turn=head.turn,
        unit=posed.body.unit,
        bearing=_heading(hips.turn),
        chest=chest.at,
        trunk=chest.turn,
        breadth=float(np.linalg.norm(left - right)),
    )


def _heading(turn: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a turn about the vertical alone, to where this one looks."""
    yaw = atan2(float(turn[0, 2]), float(turn[2, 2]))
    return np.array([[cos(yaw), 0.0, sin(yaw)], [0.0, 1.0, 0.0], [-sin(yaw), 0.0, cos(yaw)]])


def _behind(look: Look, posed: Posed, sway: tuple[float, float, float]) -> list[Mesh]:
    """Return tails and wings."""
    features, wind = set(look.features), np.asarray(sway)
    hips, chest = posed.hips, posed.chest
    counts = {"nine-tails": 9, "fox-tail": 1, "cat-tail": 1}
    found = [
        traits.tails(hips.at, hips.turn, counts[name], cat=name == "cat-tail", sway=wind)
        for name in counts
        if name in features
    ]
    if "wings" in features:
        found.append(traits.wings(chest.point(0.0, -0.06, -0.06), chest.turn, sway=wind))
    return found


def _paint(look: Look, identity: Identity) -> Paint:
    """Return the colours of hair, fur, metal and cloth on a head; tips of fur are ragged."""
    hairs = identity.colours.hair
    fur, tip = next((FURS[name] for name in FURS if name in look.features), (hairs, hairs))
    cloth = [rgb(colour) for colour in look.colours] or [rgb("#8c2f39")]
    accent = cloth[2] if len(cloth) > 2 else cloth[-1]  # noqa: PLR2004 - main, second, accent
    coats: dict[int, tuple[Colour, Finish]] = {
        Slot.SKIN: (identity.colours.skin, Finish.SKIN),
        Slot.HAIR: (mix(hairs, SHEEN, 0.07), Finish.HAIR),
        UNDER: (dim(mix(hairs, SHEEN, 0.05), 0.76), Finish.HAIR),
        Slot.FUR: (fur, Finish.FUR),
        Slot.FUR_TIP: (tip, Finish.FUR),
        Slot.LINING: (rgb("#eab0a4"), Finish.MATTE),
        Slot.METAL: (rgb("#b9c2cc") if "robot-plates" in look.features else rgb("#d9b055"), Finish.METAL),
        Slot.GLOW: (rgb("#8fe8ff") if "robot-plates" in look.features else rgb("#ffe6a0"), Finish.GLOW),
        Slot.WOOD: (rgb("#5b4a45"), Finish.MATTE),
        Slot.PAPER: (rgb("#eee6d4"), Finish.CLOTH),
        Slot.SECOND: (cloth[1] if len(cloth) > 1 else dim(rgb("#eee6d4"), 0.86), Finish.CLOTH),
        Slot.LEATHER: (rgb("#4b3a33"), Finish.MATTE),
        Slot.ACCENT: (accent, Finish.CLOTH),
        Slot.PUPIL: (rgb("#16141a"), Finish.MATTE),
        Slot.GLASS: (rgb("#20222a"), Finish.METAL),
    }
    edge = Pattern(Slot.FUR, Slot.FUR_TIP, (Where(y=1.0, offset=-0.78),))
    teeth = Pattern(Slot.FUR, Slot.FUR_TIP, (Where(y=1.0, offset=-0.70), Where(x=1.0, period=0.21, duty=0.45)))
    return paint(coats, (edge, teeth))
