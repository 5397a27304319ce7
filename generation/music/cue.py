"""A piece of music on paper: who plays which note when, and how the whole swells. Pure values."""

from dataclasses import dataclass
from enum import StrEnum


class Mood(StrEnum):
    """What a cue can feel like; the words are the script's own."""

    JOY = "joy"
    TENDER = "tender"
    SAD = "sad"
    TENSE = "tense"
    OMINOUS = "ominous"
    WONDER = "wonder"


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One note: `player` is a name of `orchestra.PLAYERS`, `pitch` a MIDI number, `velocity` 1 to 127."""

    player: str
    pitch: int
    start: float
    length: float
    velocity: int

    @property
    def end(self) -> float:
        """When the player lets go; strings and bells ring on."""
        return self.start + self.length


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """A composed piece of music.

    `notes` in order of their start; `swell` is the loudness of sustained players as (second, 0..1) points;
    `seconds` is how long the recording lasts, the last echo included; `final` is when the closing chord begins.
    """

    title: str
    tonic: int
    mode: str
    tempo: float
    chords: tuple[str, ...]
    notes: tuple[Note, ...]
    swell: tuple[tuple[float, float], ...]
    final: float
    seconds: float
