"""What a prop is: a mesh with its paint, and how it is held, stood up, lain down, sat on and looked at.

A prop is made in figure space, in metres. One that is held has its grip at the origin: +y is up out of the fist (a
blade, a pole, a stem) and +z away from who holds it. So a screen or a page that its holder reads looks to -z, and what
is shown to others (a lens, the strings of a guitar, a fan's leaf) looks to +z. One that stands rests on y = 0 around
x = z = 0 and its front looks to +z.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Part
from generation.image.previz.ink.paint import Finish, Pattern
from generation.image.previz.light import Colour
from generation.image.previz.props.shapes import Spot, put, turned_by


@dataclass(frozen=True, slots=True)
class Grip:
    """Where the first hand closes, which way is up out of its fist (to its thumb), and which way its palm looks."""

    point: Spot = (0.0, 0.0, 0.0)
    axis: Spot = (0.0, 1.0, 0.0)
    facing: Spot = (0.0, 0.0, -1.0)


@dataclass(frozen=True, slots=True)
class View:
    """How an insert shows a thing: turned about x and z to lie (degrees), turned about y, seen from `lift` above."""

    lay: tuple[float, float] = (0.0, 0.0)
    turn: float = 28.0
    lift: float = 22.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A prop before its paint: what a maker returns."""

    meshes: tuple[Mesh, ...]
    accent: str = "#b8322f"
    patterns: tuple[Pattern, ...] = ()
    coats: Mapping[int, tuple[Colour, Finish]] = field(default_factory=dict)
    grip: Grip = Grip()
    other: Spot | None = None
    looks: bool = False
    level: bool = False
    stands: bool = False
    seat: float | None = None
    view: View = View()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prop:
    """A thing ready to be inked.

    `size` is its extent in x, y and z; `hands` 1 or 2, and `other` is where the second hand goes. `level` things keep
    their own y upright and look where their holder looks, however the hand turns (a cup, a lantern, a pistol); what
    `looks` turns its back (-z: a page, a screen) to its holder's eyes. `seat` is the height to sit at.
    """

    part: Part
    grip: Grip
    size: Spot
    hands: int = 1
    other: Spot | None = None
    looks: bool = False
    level: bool = False
    stands: bool = False
    seat: float | None = None
    view: View = View()

    def resting(self) -> Part:
        """Return the part as it lies or stands on a surface: on y = 0, its middle over the origin, best side ahead."""
        x, z = self.view.lay
        way = turned_by(0, self.view.turn, 0) @ turned_by(x, 0, z)
        points = self.part.mesh.points @ np.asarray(way, np.float32).T
        low, high = points.min(axis=0), points.max(axis=0)
        middle = (low + high) / 2
        lain = put(replace(self.part.mesh, points=points), (-middle[0], -low[1], -middle[2]))
        return Part(lain, self.part.paint)
