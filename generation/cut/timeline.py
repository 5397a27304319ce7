"""The arrangement of an episode, in whole frames: pure values, no files.

Times are frames at `rate`; a part starts where the one before it ends. Sounds, captions and the label are placed
from the first frame of the episode.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TitleCard:
    """The opening page: `title` is the episode's and is set largest; `number` is in words (`Épisode 3`)."""

    series: str
    title: str
    number: str
    frames: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """One entry of the roll: a role in words, and who filled it."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditsCard:
    """The closing page: a heading, the roll in order, and a `note` in small print (models, licences)."""

    heading: str
    credits: tuple[Credit, ...]
    frames: int
    note: str = ""


Card = TitleCard | CreditsCard


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The first `frames` frames of a clip; a clip that is shorter holds its last frame.

    `dissolve` frames at its start are blended with the end of the part before it (both must be at least that long);
    the episode is that much shorter.
    """

    clip: str
    frames: int
    dissolve: int = 0


Part = TitleCard | CreditsCard | Body


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A sound that starts at frame `start`; `gain` in decibels, on top of the usual level of its kind."""

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
    """The whole episode. `language` (`fr`, `en`, `zh`) is that of the captions.

    `label` says that a machine made the pictures; it stands on the first `label_frames` frames.
    """

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
    def starts(self) -> tuple[int, ...]:
        """The first frame of each part; a part that dissolves in starts while the one before it still runs."""
        starts, end = [], 0
        for part in self.parts:
            starts.append(end - overlap(part))
            end = starts[-1] + part.frames
        return tuple(starts)

    @property
    def frames(self) -> int:
        """The length of the episode."""
        return sum(part.frames - overlap(part) for part in self.parts)

    @property
    def sources(self) -> tuple[str, ...]:
        """Digests of every clip and sound, each once, in order of appearance."""
        return tuple(dict.fromkeys(self._placed()))

    def _placed(self) -> Iterator[str]:
        yield from (part.clip for part in self.parts if isinstance(part, Body))
        for sounds in (self.voices, self.music, self.effects):
            yield from (placed.sound for placed in sounds)


def overlap(part: Part) -> int:
    """Return how many of a part's frames it shares with the part before it."""
    return part.dissolve if isinstance(part, Body) else 0
