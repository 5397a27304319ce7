"""The arrangement of an episode, in whole frames: pure values, no files.

Times are frames at `rate`; a part starts where the one before it ends. Sounds, captions and the label are placed
from the first frame of the episode.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What a card of text is for."""

    TITLE = "title"
    CREDITS = "credits"


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A page of text on a plain ground; the first line is set larger."""

    kind: CardKind
    lines: tuple[str, ...]
    frames: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The first `frames` frames of a clip; a clip that is shorter holds its last frame.

    `dissolve` frames at its start are blended with the end of the part before it (both must be at least that long);
    the episode is that much shorter.
    """

    clip: str
    frames: int
    dissolve: int = 0


Part = Card | Body


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A sound that starts at frame `start`; `gain` in decibels."""

    sound: str
    start: int
    gain: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Caption:
    """A line of dialogue on the picture from frame `start` up to, not including, frame `end`."""

    start: int
    end: int
    text: str
    speaker: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The whole episode. `language` (`fr`, `en`, `zh`) chooses the fonts and the rules of line breaking."""

    language: str
    parts: tuple[Part, ...]
    voices: tuple[Placed, ...] = ()
    music: tuple[Placed, ...] = ()
    effects: tuple[Placed, ...] = ()
    captions: tuple[Caption, ...] = ()
    label: str
    label_frames: int = 90
    rate: int = 30

    @property
    def frames(self) -> int:
        """The length of the episode."""
        overlaps = sum(part.dissolve for part in self.parts if isinstance(part, Body))
        return sum(part.frames for part in self.parts) - overlaps

    @property
    def sources(self) -> tuple[str, ...]:
        """Digests of every clip and sound, each once, in order of appearance."""
        return tuple(dict.fromkeys(self._placed()))

    def _placed(self) -> Iterator[str]:
        yield from (part.clip for part in self.parts if isinstance(part, Body))
        for sounds in (self.voices, self.music, self.effects):
            yield from (placed.sound for placed in sounds)
