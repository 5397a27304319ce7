"""Everybody in a shot, drawn anew on twos: who acts, twelve times a second; who hardly moves, half as often."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.direction.blocking import Blocking, Placed
from generation.image.previz.direction.furnishing import Standing
from generation.image.previz.direction.players import Parts
from generation.image.previz.lamps import backlit, lamp
from generation.image.previz.layers import Layer
from generation.image.previz.painting import SHOULDER_BLUR, Painting, grouped, inked, lit_side
from generation.image.previz.scenery.stage import Place, Stage
from generation.image.previz.shadows import shadows
from generation.video.animatic import animals
from generation.video.animatic.acting import Performer, Setting
from generation.video.animatic.gait import CADENCE
from generation.video.animatic.mouths import DRAWINGS
from generation.video.animatic.score import Score

SPARE = 0.04
"""How much more than the frame figures are drawn on each side, in picture heights: the camera moves on under them."""

FEET = frozenset({"full", "wide", "extreme-wide"})
"""Framings in which feet are seen."""

ROOM = 0.34
"""How far somebody on their way may go in a shot, as a share of the picture's width at their distance."""

PEOPLE = ("figure-", "shadows")
"""How the names of layers begin that belong to people."""

Drawn = tuple[Layer, Camera]
"""A layer, and the camera that it was drawn by."""


class Cast(Protocol):
    """Those who act in a shot. `names` are the layers of its painting that they replace, `depths` where they stand."""

    @property
    def names(self) -> frozenset[str]:
        """Names of layers of the painting that are drawn here instead."""

    @property
    def depths(self) -> Sequence[float]:
        """How far they are from the panel's camera, in metres."""

    def drawn(self, number: int, view: Camera) -> Sequence[Drawn]:
        """Return the layers of a drawing as a camera sees them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """Somebody or something to be drawn: `parts` of a drawing in the world, and which drawing is `held` on another."""

    parts: Callable[[int], Parts]
    held: Callable[[int], int]


class Ensemble:
    """Everybody in a shot, to be drawn on any drawing; drawings are asked for in order."""

    def __init__(self, painting: Painting, stage: Stage, score: Score) -> None:
        self._stage, self._painting = stage, painting
        blocking = painting.blocking
        everyone = {player.actor.look.id: player for player in blocking.everyone}
        self._performers = {
            who: Performer(player, everyone, score, _setting(blocking, player)) for who, player in everyone.items()
        }
        self._shine = lamp(stage, painting.words.place, lit_side(stage, blocking))
        self._walks = any(player.actor.pose in CADENCE for player in blocking.figures) and blocking.framing in FEET
        drawn = [layer for layer in painting.layers if layer.name.startswith(PEOPLE)]
        self._shades = [layer for layer in drawn if layer.name == "shadows"]
        self._fallen: list[Drawn] = []
        self._kept: dict[str, tuple[int, Drawn]] = {}
        self.names = frozenset(layer.name for layer in drawn)
        self.depths = tuple(layer.depth for layer in drawn)

    def drawn(self, number: int, view: Camera) -> Sequence[Drawn]:
        """Draw everybody, and what stands near them, as the camera sees them on a drawing."""
        groups = grouped(self._now(number), self._sketch, _thing)
        layers = [self._group(name, group, number, view) for name, group in groups.items()]
        over = self._painting.blocking.framer
        if over:
            sketch = (over.at, self._sketch(over))
            layers.append(self._group(over.actor.look.id, [sketch], number, view, over=True))
        return [*self._shaded(groups, number), *(each for each in layers if each[0].pixels.size)]

    def _group(
        self, name: str, group: Sequence[tuple[Place, Sketch]], number: int, view: Camera, *, over: bool = False
    ) -> Drawn:
        """Ink a group, or show what was inked before where nothing has changed; a soft shoulder is on fours."""
        held = number - number % 2 if over else max(sketch.held(number) for _, sketch in group)
        if name in self._kept and self._kept[name][0] == held:
            return self._kept[name][1]
        camera = replace(view, margin=round(SPARE * view.height))
        layer = inked(
            replace(self._stage, camera=camera),
            name,
            [sketch.parts(number) for _, sketch in group],
            camera.depth(group[0][0]),
            backlit(self._shine) if over else self._shine,
            blur=SHOULDER_BLUR if over else 0.0,
            finer=1.0,
        )
        self._kept[name] = (held, (layer, camera))
        return layer, camera

    def _sketch(self, player: Placed) -> Sketch:
        performer = self._performers[player.actor.look.id]
        return Sketch(parts=performer.parts, held=performer.held)

    def _now(self, number: int) -> Blocking:
        """Return the blocking with everybody where they have come to."""
        figures = tuple(
            replace(player, at=self._performers[player.actor.look.id].at(number))
            for player in self._painting.blocking.figures
        )
        return replace(self._painting.blocking, figures=figures)

    def _shaded(self, groups: dict[str, list[tuple[Place, Sketch]]], number: int) -> list[Drawn]:
        """Return the shadows on the ground: for who walks new ones on every second drawing, else those of the panel."""
        camera = self._painting.camera
        if not self._walks or not self._shades:
            return [(shade, camera) for shade in self._shades]
        if number % 2 and self._fallen:
            return self._fallen
        everything = [sketch.parts(number) for group in groups.values() for _, sketch in group]
        cast = shadows(everything, self._shine.to_key, camera, self._stage.light.ink)
        self._fallen = [(replace(cast, depth=self._shades[0].depth), camera)] if cast else []
        return self._fallen


def _thing(near: Standing) -> Sketch:
    """Return what stands near as a sketch; what does not live is drawn once a second, for the camera's sake."""
    slow = 2 if animals.lives(near.name) else DRAWINGS
    return Sketch(parts=lambda number: animals.moving(near, number), held=lambda number: number - number % slow)


def _setting(blocking: Blocking, player: Placed) -> Setting:
    camera = blocking.camera
    depth = max(camera.depth(player.at), 0.5)
    room = ROOM * depth / camera.focal * camera.width / camera.height
    sideways = abs(float(np.sin(np.radians(player.turn) + camera.yaw)))
    return Setting(
        weather=blocking.reading.words.weather,
        indoors=blocking.indoors,
        feet=blocking.framing in FEET,
        room=room / max(sideways, 0.35),
    )
