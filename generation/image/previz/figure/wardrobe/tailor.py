"""What an outfit is made of, and how it is put on: pieces cut once for a body, worn in every pose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from generation.image.previz.figure.mesh import Mesh, join
from generation.image.previz.figure.wardrobe.cloth import Cloth
from generation.image.previz.figure.wardrobe.drape import Drape
from generation.image.previz.figure.wardrobe.form import Form, Stance
from generation.image.previz.ink.paint import Pattern, Where


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """What is painted as one: cloth that goes with the body, cloth that hangs, and patterns over both."""

    cloth: Sequence[Cloth] = ()
    drapes: Sequence[Drape] = ()
    patterns: tuple[Pattern, ...] = ()

    def worn(self, stance: Stance) -> Mesh:
        """Return the piece on a posed body."""
        made = join([*(each.worn(stance) for each in self.cloth), *(each(stance) for each in self.drapes)])
        np.maximum(made.points[:, 1], 0, out=made.points[:, 1])  # what lies is pressed flat by the ground
        return made


@dataclass(frozen=True, slots=True)
class Bare:
    """A region of skin that clothes leave bare, where its rest positions pass all tests."""

    region: str
    where: tuple[Where, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outfit:
    """Pieces, and the skin that they leave bare beside head and hands."""

    pieces: tuple[Piece, ...]
    bare: tuple[Bare, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Wearer:
    """For whom an outfit is cut: the form, and whether a woman's cut is meant."""

    form: Form
    woman: bool


Cut = Callable[[Wearer], Outfit]
CHEST = Bare("torso", (Where(y=1, offset=-0.745), Where(side=-1, offset=0.085), Where(z=1, offset=-0.002)))
"""What a neckline shows."""
NECK = Bare("torso", (Where(y=1, offset=-0.800), Where(side=-1, offset=0.070)))
"""What the hole for the neck shows, in every outfit."""


def legs_below(y: float) -> tuple[Bare, ...]:
    """Return legs bare below a height (a share), and the feet."""
    return Bare("legs", (Where(y=-1, offset=y),)), Bare("feet")


def arms_past(form: Form, along: float) -> Bare:
    """Return arms bare from `along` them on: 0 at the shoulder, 1 at the elbow, 2 at the wrist."""
    first, last = ("upper-arm", "forearm") if along < 1 else ("forearm", "hand")
    a, b = (form.joints[f"{bone}-left"] / form.height for bone in (first, last))
    way = (b - a) / float((b - a) @ (b - a))
    x, y, z = way.tolist()
    return Bare("arms", (Where(side=x, y=y, z=z, offset=-float(a @ way) - along % 1),))
