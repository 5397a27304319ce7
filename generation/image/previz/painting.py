"""From a request to a painting: the set, its air, and whoever stands in it, as layers in depth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import radians

import numpy as np

from generation.image.previz.air import Air
from generation.image.previz.camera import LENSES, Camera, aimed
from generation.image.previz.figures import MOST, cast
from generation.image.previz.framers import frame
from generation.image.previz.grade import Grade
from generation.image.previz.layers import Layer, Pixels, stack
from generation.image.previz.light import Light, lighting, roofed
from generation.image.previz.noise import dice
from generation.image.previz.props import insert, named
from generation.image.previz.sets import city, country, interiors, nature, old_town, ship, station, town
from generation.image.previz.stage import Stage
from generation.image.previz.vocabulary import INDOORS, Words, words
from generation.requests import PanelRequest

SETS: Mapping[str, Callable[[Stage], None]] = {
    "palace": old_town.palace, "mountain": nature.mountain, "sea": nature.sea, "temple": old_town.temple,
    "market": old_town.market, "forest": nature.forest, "village": country.village, "street": town.street,
    "city": city.city, "rooftop": city.rooftop, "room": interiors.room, "kitchen": interiors.kitchen,
    "shop": interiors.shop, "office": interiors.office, "school": interiors.school, "hospital": interiors.hospital,
    "restaurant": interiors.restaurant, "station": station.station, "spaceship": ship.spaceship,
    "desert": nature.desert,
}  # fmt: skip
"""Place to the function that builds it."""

SWING = {True: 11.0, False: 5.0}
"""Degrees that a shot's seed may turn the camera around the subject, indoors and outdoors."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Painting:
    """A picture in layers, back to front, ungraded, with all that is needed to move through it.

    `depths` of layers fall from the sky to the lens; the camera is the panel's own, `margin` pixels wider on each
    side. `notes` say what could not be drawn as asked.
    """

    layers: tuple[Layer, ...]
    camera: Camera
    light: Light
    words: Words
    seed: int
    notes: tuple[str, ...] = ()

    @property
    def indoors(self) -> bool:
        """Whether the set has a roof: no rain falls in it."""
        return self.words.place in INDOORS

    def air(self) -> Air:
        """Return what moves in this painting's air."""
        words, size = self.words, (self.camera.width, self.camera.height)
        return Air(words.weather, words.mood, self.light, indoors=self.indoors, size=size, seed=self.seed)

    def grade(self) -> Grade:
        """Return the last coats for frames of this painting's size."""
        return Grade(self.words.mood, self.camera.width, self.camera.height)


def paint(request: PanelRequest, *, overscan: float = 0.0) -> Painting:
    """Build and paint what a panel asks for; `overscan` paints more on each side, in picture heights.

    The place is laid out by `scene_seed` and taken by a camera that `seed` turns a little, so that the shots of one
    scene agree and differ. The composition does not depend on the size.
    """
    setting = words(
        place=request.place, hour=request.hour, weather=request.weather, mood=request.mood,
        framing=request.framing, angle=request.angle,
    )  # fmt: skip
    indoors = setting.place in INDOORS
    swing = SWING[indoors]
    camera = aimed(
        setting.framing,
        setting.angle,
        azimuth=radians(float(dice(request.seed, "azimuth").uniform(-swing, swing))),
        figures=len(request.characters),
        size=(request.width, request.height),
        margin=round(overscan * request.height),
        indoors=indoors,
    )
    light = lighting(setting.hour, setting.weather, setting.mood)
    stage = Stage(
        camera=camera,
        light=roofed(light, setting.place, setting.hour) if indoors else light,
        seed=request.seed if request.scene_seed is None else request.scene_seed,
        hour=setting.hour,
        weather=setting.weather,
        mood=setting.mood,
        defocus=LENSES[setting.framing].defocus,
    )
    SETS[setting.place](stage)
    if setting.framing == "insert":
        figures = [insert(stage, request.description, request.seed)]
    else:
        figures = cast(stage, request.characters, request.looks, setting.framing, request.seed)
    backs, things = stage.close(camera.reach)
    framer = frame(stage, setting.place, setting.framing)
    return Painting(
        layers=(*backs, *sorted([*things, *figures], key=lambda layer: -layer.depth), *framer),
        camera=camera,
        light=stage.light,
        words=setting,
        seed=request.seed,
        notes=(*setting.notes, *_limits(request, setting.framing)),
    )


def _limits(request: PanelRequest, framing: str) -> tuple[str, ...]:
    """Say what this artist does not draw yet."""
    notes = []
    if framing == "insert":
        return (
            ()
            if named(request.description)
            else ("the insert names nothing the artist knows: it drew a thing by luck",)
        )
    if request.characters:
        notes.append("figures are shadow figures in profile: no pose or expression yet")
    if len(request.characters) > MOST:
        notes.append(f"only {MOST} of {len(request.characters)} characters are drawn")
    return tuple(notes)


def picture(painting: Painting) -> Pixels:
    """Stack and grade a painting at its first moment; return (height, width, 3), red first, without its overscan."""
    camera = painting.camera
    width, height = camera.size
    flat = np.zeros((height, width, 3), np.uint8)
    for layer in painting.layers:
        stack(flat, layer.pixels, layer.corner)
    edge = camera.margin
    inner = np.ascontiguousarray(flat[edge : height - edge, edge : width - edge])
    painting.air().over(inner, 0.0)
    return painting.grade()(inner)
