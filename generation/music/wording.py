"""How each mood is told to a model that makes music from words. Data only.

The words say what plays, how fast and in which key, so that pieces that are made one after the other fit each other;
and never who is to be imitated. Tempo and key are among those that our own composer takes (`style`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generation.errors import InvalidRequest
from generation.music.cue import Mood


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """A mood in words: what plays and how, beats a minute, and a key."""

    words: str
    tempo: int
    key: str

    @property
    def prompt(self) -> str:
        """Return all of it in one line."""
        return f"{self.words}, {COMMON}, {self.tempo} BPM, {self.key}"


COMMON = "instrumental film score, high quality recording"

AVOIDED = "vocals, singing, speech, drum solo, distortion, noise, low quality"
"""What no cue should have: voices are spoken over it."""

WORDINGS: Mapping[Mood, Wording] = {
    Mood.JOY: Wording(
        words="joyful light orchestra, pizzicato strings, flute melody, glockenspiel, bright and playful",
        tempo=112,
        key="D major",
    ),
    Mood.TENDER: Wording(
        words="tender solo piano with warm strings, soft violin melody, intimate and gentle", tempo=72, key="F major"
    ),
    Mood.SAD: Wording(
        words="sad solo cello over sparse piano and muted strings, slow and mournful", tempo=62, key="D minor"
    ),
    Mood.TENSE: Wording(
        words="tense low strings ostinato, ticking percussion, rising suspense, restrained", tempo=106, key="C minor"
    ),
    Mood.OMINOUS: Wording(
        words="ominous dark drone, low brass, distant bells, slow and threatening", tempo=58, key="C minor"
    ),
    Mood.WONDER: Wording(
        words="sense of wonder, shimmering strings, harp arpeggios, celesta, slowly opening up", tempo=86, key="C major"
    ),
}


def wording(mood: str) -> Wording:
    """Return a mood in words.

    Raises:
        InvalidRequest: nobody knows the mood.
    """
    if mood not in set(Mood):
        raise InvalidRequest(f"no music is known for the mood {mood}; known: {', '.join(Mood)}")
    return WORDINGS[Mood(mood)]
