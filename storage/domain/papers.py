"""Papers: the documents of an episode beside the story itself. Each is kept in the vault and named by its digest.

What a person typed carries a random salt: its digest proves the words without giving them away.
"""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.ids import Digest


class Subject(StrEnum):
    """Which paper a wish would change."""

    SYNOPSIS = "synopsis"
    SCRIPT = "script"
    VARIANTS = "variants"
    """No change yet: other drawings of a shot to choose from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """What the creator first typed, word for word."""

    text: str
    salt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What a person wants changed, word for word; `shot` is the shot it names, empty for the whole.

    `variants` is how many other drawings of the shot are wanted, where that is what is wished for.
    """

    text: str
    salt: str
    about: Subject
    shot: str = ""
    variants: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarked:
    """What a person said about a draft, word for word."""

    text: str
    salt: str
    draft: str


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
class Storyboard:
    """The drawings of an episode in the order of its shots, and the script they follow."""

    script: Digest
    panels: tuple[Panel, ...]
