"""Every thing by its name (`vocabulary.PROPS`), painted and ready."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from generation.image.previz.figure.mesh import Part, join
from generation.image.previz.light import Colour, mix, rgb
from generation.image.previz.noise import dice
from generation.image.previz.props import (
    arms,
    bicycle,
    cases,
    devices,
    flowers,
    furniture,
    keepsakes,
    lights,
    music,
    papers,
    shades,
    table,
    toys,
)
from generation.image.previz.props.animals.animal import POSTURES as ANIMALS
from generation.image.previz.props.animals.animal import animal
from generation.image.previz.props.animals.creature import Act
from generation.image.previz.props.prop import Form, Grip, Prop, View
from generation.image.previz.props.stuff import coated

FORMS: Mapping[str, Callable[[], Form]] = {
    "sword": arms.sword, "dagger": arms.dagger, "staff": arms.staff, "bow": arms.bow, "spear": arms.spear,
    "fan": shades.fan, "umbrella": shades.umbrella, "lantern": lights.lantern, "candle": lights.candle,
    "torch": lights.torch, "cup": table.cup, "teapot": table.teapot, "bowl": table.bowl, "bottle": table.bottle,
    "wine-glass": table.wine_glass, "bread": table.bread, "apple": table.apple, "cake": table.cake,
    "knife": table.knife, "pan": table.pan, "phone": devices.phone, "laptop": devices.laptop,
    "tablet": devices.tablet, "book": papers.book, "letter": papers.letter, "scroll": papers.scroll,
    "brush": papers.brush, "pen": papers.pen, "map": papers.map_, "photo": papers.photo, "ring": keepsakes.ring,
    "necklace": keepsakes.necklace, "key": keepsakes.key, "coin": keepsakes.coin, "watch": devices.watch,
    "mirror": keepsakes.mirror, "bag": cases.bag, "suitcase": cases.suitcase, "box": cases.box,
    "gift": cases.gift, "bouquet": flowers.bouquet, "rose": flowers.rose, "pistol": arms.pistol,
    "flashlight": devices.flashlight, "camera": devices.camera, "microphone": devices.microphone,
    "guitar": music.guitar, "flute": music.flute, "ball": toys.toy_ball, "doll": toys.doll,
    "mask": toys.mask, "broom": arms.broom, "crystal": keepsakes.crystal, "flag": arms.flag,
    "chair": furniture.chair, "stool": furniture.stool, "bench": furniture.bench, "table": furniture.table,
    "desk": furniture.desk, "bed": furniture.bed, "door": furniture.door, "barrel": furniture.barrel,
    "brazier": lights.brazier, "bicycle": bicycle.bicycle,
}  # fmt: skip
"""What makes each thing; the living ones are made in `props.animals`."""


@lru_cache(maxsize=256)
def prop(name: str, colour: str = "", seed: int = 0) -> Prop:
    """Return a thing by its name; `colour` ("#rrggbb") replaces its accent, `seed` (not 0) shades the usual one.

    Raises:
        KeyError: the name is not one of `vocabulary.PROPS`; map words to names before (`vocabulary.nearest`).
    """
    if name in ANIMALS:
        return _living(name, colour, seed)
    form = FORMS[name]()
    accent = rgb(colour) if colour else _shaded(form.accent, name, seed)
    solid = join(form.meshes)
    x, y, z = np.ptp(solid.points, axis=0).tolist()
    return Prop(
        part=Part(solid, coated(accent, form.patterns, form.coats)),
        grip=form.grip,
        size=(x, y, z),
        hands=1 if form.other is None else 2,
        other=form.other,
        looks=form.looks,
        level=form.level,
        stands=form.stands,
        seat=form.seat,
        view=form.view,
    )


def _living(name: str, colour: str, seed: int) -> Prop:
    """Return an animal as it stands, as a prop; `animals.animal` has its other postures."""
    creature = animal(name, Act(), colour, seed)
    x, y, z = np.ptp(creature.part.mesh.points, axis=0).tolist()
    seat = None if creature.seat is None else creature.seat[1]
    return Prop(part=creature.part, grip=Grip(), size=(x, y, z), stands=True, seat=seat, view=View(turn=-38, lift=10))


def _shaded(accent: str, name: str, seed: int) -> Colour:
    """Return an accent a little lighter, darker, warmer or cooler by luck, so that two of a kind differ."""
    plain = rgb(accent)
    if not seed:
        return plain
    r, g, b = dice(seed, "accent", name).uniform(0.0, 1.0, 3).tolist()
    return mix(plain, (r, g, b), 0.18)
