"""Light animation for weak machines: the panel's own layers in parallax, one drawing of each body, faces in patches.

Of everybody whose face is large enough to be read, the box around the face is drawn once for each mouth and lid that
the shot needs, and laid over the panel's drawing. Bodies breathe by leaning a little.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from generation.image.previz.camera import Camera, Points
from generation.image.previz.direction.blocking import Placed
from generation.image.previz.direction.players import Parts, faced, headed, standing
from generation.image.previz.figure import faces
from generation.image.previz.figure.body import body
from generation.image.previz.figure.faces import Face
from generation.image.previz.figure.figure import Dressed, dressed, skin
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.rig import posed
from generation.image.previz.ink.render import Lamp
from generation.image.previz.lamps import backlit, lamp
from generation.image.previz.layers import Layer, Pixels
from generation.image.previz.painting import Painting, inked, lit_side
from generation.image.previz.scenery.stage import Stage
from generation.video.animatic import tics
from generation.video.animatic.ensemble import PEOPLE, Drawn
from generation.video.animatic.flight import shifted
from generation.video.animatic.mouths import CLOSED, DRAWINGS, REST
from generation.video.animatic.score import Score

FIVE = {REST: REST, CLOSED: CLOSED, "F": CLOSED, "A": "A", "E": "E", "I": "E", "L": "E", "O": "O", "U": "O"}
"""Each mouth to the one of five that stands for it."""

LIDS = (0.0, 0.5, 1.0)
"""Open eyes, half shut ones, shut ones."""

SMALLEST = 0.035
"""A face that is lower than this share of the picture's height has no patches."""

BREEZE = 0.0035
"""How far bodies lean as they breathe, as a slope."""

Key = tuple[str, float]
"""A mouth, and how far lids are shut."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Window(Camera):
    """A camera that sees only a box of the canvas of another, `whole`: left and top are its corner there."""

    whole: Camera
    left: int
    top: int
    wide: int
    high: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the box."""
        return self.wide, self.high

    @property
    def matrix(self) -> Points:
        """Camera space to pixels of the box."""
        return np.asarray(shifted(-self.left, -self.top) @ self.whole.matrix)


def window(whole: Camera, box: tuple[int, int, int, int]) -> Window:
    """Return a camera for a box (left, top, width, height) of a canvas."""
    left, top, wide, high = box
    return Window(
        place=whole.place, yaw=whole.yaw, pitch=whole.pitch, focal=whole.focal, shift=whole.shift, reach=whole.reach,
        width=whole.width, height=whole.height, margin=whole.margin, roll=whole.roll,
        whole=whole, left=left, top=top, wide=wide, high=high,
    )  # fmt: skip


class Cutout:
    """Somebody whose body is drawn once: their layer of the panel, with a face for each drawing."""

    def __init__(self, layer: Layer, player: Placed, stage: Stage, shine: Lamp, score: Score) -> None:
        self.layer = replace(layer, sways=BREEZE)
        self._player, self._stage, self._shine = player, stage, shine
        who = player.actor.look.id
        part = score.part(who)
        shut = tics.blinks(score.drawings, score.seed, who, wanted=[end / DRAWINGS for end in part.ends])
        asleep = player.actor.expression == "asleep"
        self._keys = tuple(
            (FIVE[mouth.shape], 0.0 if asleep else min(LIDS, key=lambda lid: abs(lid - lids)))
            for mouth, lids in zip(part.mouths, shut, strict=True)
        )
        self._box = _face_box(player, layer, stage.camera)
        self._patch = cache(self._drawn)

    def at(self, number: int) -> Layer:
        """Return the layer of a drawing."""
        key = self._keys[number]
        if self._box is None or key == (REST, 0.0):
            return self.layer
        pixels = self.layer.pixels.copy()
        patch = self._patch(key)
        left, top = self._box[0] - self.layer.corner[0], self._box[1] - self.layer.corner[1]
        pixels[top : top + patch.shape[0], left : left + patch.shape[1]] = patch
        return replace(self.layer, pixels=pixels)

    def _drawn(self, key: Key) -> Pixels:
        """Draw the box of the face with a mouth and lids."""
        if self._box is None:
            raise ValueError("this face is too small for patches")
        _, _, width, height = self._box
        view = window(self._stage.camera, self._box)
        stage = replace(self._stage, camera=view)
        drawn = inked(stage, "patch", [self._parts(key)], self.layer.depth, self._shine)
        patch = np.zeros((height, width, 4), np.uint8)
        x, y = drawn.corner
        patch[y : y + drawn.pixels.shape[0], x : x + drawn.pixels.shape[1]] = drawn.pixels
        return patch

    @cached_property
    def _rest(self) -> Parts:
        """The figure without skin and face, in figure space."""
        return dressed(self._dressed(faces.NEUTRAL))[1:]

    def _parts(self, key: Key) -> Parts:
        """Return the figure with a mouth and lids, in the world."""
        mouth, lids = key
        said = {} if mouth == REST else {mouth: 1.0}
        gaze = faced(self._player).gaze
        face = faces.face(self._player.actor.expression, gaze=gaze, mouth=said, blink=lids)
        made = (*skin(self._dressed(face)), *self._rest)
        return standing(made, self._player.at, self._player.turn)

    def _dressed(self, face: Face) -> Dressed:
        actor = self._player.actor
        figure = posed(body(identity(actor.look)), headed(self._player), face)
        return Dressed(look=actor.look, posed=figure, holds=actor.holds)


class Cutouts:
    """Everybody in a shot who is alone in their layer, drawn once, with faces that move; the others stay painted."""

    def __init__(self, painting: Painting, stage: Stage, score: Score) -> None:
        shine = lamp(stage, painting.words.place, lit_side(stage, painting.blocking))
        layers = {layer.name: layer for layer in painting.layers}
        self._camera = painting.camera
        self._figures: list[Cutout] = []
        for player in painting.blocking.everyone:
            layer = layers.get(f"figure-{player.actor.look.id}")
            if layer:
                light = backlit(shine) if player is painting.blocking.framer else shine
                self._figures.append(Cutout(layer, player, stage, light, score))
        self.names = frozenset(figure.layer.name for figure in self._figures)
        self.depths = tuple(layer.depth for layer in painting.layers if layer.name.startswith(PEOPLE))

    def drawn(self, number: int, view: Camera) -> Sequence[Drawn]:
        """Return the layers of a drawing; `view` makes no difference, for they are the panel's own."""
        del view
        return [(figure.at(number), self._camera) for figure in self._figures]


def _face_box(player: Placed, layer: Layer, camera: Camera) -> tuple[int, int, int, int] | None:
    """Return the box of a face in the canvas (left, top, width, height), inside its layer; None if it is small."""
    face = player.face
    if camera.depth(tuple(face.at.tolist())) < 0.2:  # noqa: PLR2004 - behind the lens
        return None
    x, y = camera.pixels([face.at])[0].tolist()
    half = face.radius * 1.25 * camera.scale(camera.depth(tuple(face.at.tolist())))
    if 2 * half < SMALLEST * camera.height:
        return None
    height, width = layer.pixels.shape[:2]
    (left, top), (right, foot) = layer.corner, (layer.corner[0] + width, layer.corner[1] + height)
    x0, y0 = max(left, int(x - half)), max(top, int(y - half))
    x1, y1 = min(right, int(x + half)), min(foot, int(y + half))
    return (x0, y0, x1 - x0, y1 - y0) if x1 - x0 > 8 and y1 - y0 > 8 else None  # noqa: PLR2004 - mostly outside
