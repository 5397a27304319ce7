"""Papers of the board: what its pictures are painted from, which hang on it, what was changed, what there is to choose.

Each is kept in the vault and named by its digest.
"""

from dataclasses import dataclass

from storage.domain.ids import Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """The words that a picture is painted from, and those for what is not to be in it (`negative`).

    `family` is the manner in which they are written (`generation.catalog.model.Model`). What a person wrote is salted
    by chance, what the studio composed by the part it is for: no two pictures share one paper.
    """

    text: str
    negative: str
    family: str
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """A drawing in its place on the board."""

    shot: str
    digest: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Variants:
    """Other drawings of a shot as a script has it, made for a `wish`, to choose from."""

    wish: Digest
    script: Digest
    shot: str
    panels: tuple[Digest, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Touch:
    """One change of a picture: what the wish says, anywhere or where the mask is white; or a larger size alone.

    The words stand in the wish, so that they are gone with it when its author wishes so.
    """

    wish: Digest
    mask: Digest | None = None
    is_larger: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Retouches:
    """The changes of the still of a shot, in the order in which they are made, each to what the one before left."""

    shot: str
    still: Digest
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Storyboard:
    """The drawings of an episode in the order of its shots, and the script they follow."""

    script: Digest
    panels: tuple[Panel, ...]
