"""A whole figure: somebody's look in a pose and with a face, as parts that the inker draws.

What people wear and hold is made by dressers, each in its own module; they are called in this order and hang what they
make on the posed body.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generation.image.previz.figure import hairdresser
from generation.image.previz.figure.body import body
from generation.image.previz.figure.faces import NEUTRAL, Face
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.marks import ground, marks
from generation.image.previz.figure.mesh import Part
from generation.image.previz.figure.pose import Pose
from generation.image.previz.figure.rig import Posed, posed
from generation.image.previz.figure.skin import BARE, coat, naked
from generation.image.previz.figure.wardrobe.dressing import bare, dress
from generation.image.previz.props.catalogue import prop
from generation.image.previz.props.held import held
from generation.requests.pictures import Look

STILL = (0.0, 0.0, 0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dressed:
    """What a dresser is given: a look on a posed body, what the hands hold, and how far the wind carries loose ends."""

    look: Look
    posed: Posed
    holds: str = ""
    sway: tuple[float, float, float] = STILL


Dresser = Callable[[Dressed], Sequence[Part]]


def skin(of: Dressed) -> tuple[Part, ...]:
    """Return head and hands, and what clothes leave bare beside them."""
    coats, drawn = coat(of.posed.body.identity.colours), marks(of.look.features, ground(of.posed.body))
    return (
        Part(naked(of.posed, BARE, bare(of.look, of.posed.body)), replace(coats, patterns=(*coats.patterns, *drawn))),
    )


def head(of: Dressed) -> tuple[Part, ...]:
    """Return hair, and what is worn on the head or grows where people have nothing."""
    return tuple(hairdresser.dress(of.look, of.posed, of.sway))


def hands(of: Dressed) -> tuple[Part, ...]:
    """Return what the hands hold."""
    return (held(prop(of.holds), of.posed),) if of.holds else ()


def clothes(of: Dressed) -> tuple[Part, ...]:
    """Return what is worn."""
    return dress(of.look, of.posed, of.sway)


DRESSERS: tuple[Dresser, ...] = (skin, head, clothes, hands)
"""Everything that makes parts of a figure."""


def figure(
    look: Look, pose: Pose, face: Face = NEUTRAL, *, holds: str = "", sway: tuple[float, float, float] = STILL
) -> tuple[Part, ...]:
    """Return the parts of a figure in figure space; equal arguments give equal parts."""
    return dressed(Dressed(look=look, posed=posed(body(identity(look)), pose, face), holds=holds, sway=sway))


def dressed(of: Dressed) -> tuple[Part, ...]:
    """Return the parts of a figure whose body is posed already."""
    return tuple(part for dresser in DRESSERS for part in dresser(of))
