"""A manuscript: somebody's script or story as they wrote it, whatever kind of file it came in.

Every text is the source's own, word for word; only marks that say how it is to be set (bold, a forced heading) are
taken off. Lines keep their breaks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_EXTENSION = re.compile(r"\s*[（(][^()（）]*[)）]\s*\Z")
"""What stands behind a name in a cue: `(V.O.)`, `(CONT'D)`, `（画外音）`."""


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of a part: an act, a chapter, an episode."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Where and when a scene plays: `INT. KITCHEN - NIGHT`."""

    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is seen, or a paragraph of prose."""

    text: str


@dataclass(frozen=True, slots=True)
class Transition:
    """How one scene leads to the next: `CUT TO:`."""

    text: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """How it is said, without its brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says: who, as the cue has it, and the words with what stands between them.

    `dual` says that it is spoken at the same time as the speech before.
    """

    cue: str
    words: tuple[Spoken | Aside, ...]
    dual: bool = False

    @property
    def name(self) -> str:
        """Who speaks, without what the cue says of how."""
        return _EXTENSION.sub("", self.cue) or self.cue

    @property
    def spoken(self) -> tuple[str, ...]:
        """What is said, piece by piece."""
        return tuple(each.text for each in self.words if isinstance(each, Spoken))


Element = Section | Heading | Action | Transition | Speech


@dataclass(frozen=True, kw_only=True, slots=True)
class Manuscript:
    """The elements of a manuscript in order; title and author are empty where it does not tell them."""

    title: str = ""
    author: str = ""
    elements: tuple[Element, ...] = ()

    @property
    def speeches(self) -> Iterator[Speech]:
        """Everything that is said, in order."""
        return (each for each in self.elements if isinstance(each, Speech))

    @property
    def is_script(self) -> bool:
        """Whether it tells who says what, as a script does and a story does not."""
        return any(each.spoken for each in self.speeches)
