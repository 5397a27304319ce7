"""The score that a shot is played from: who speaks when, and on which drawing each mouth, stress and pause falls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generation.requests.identity import Digest
from generation.requests.motion import Speech
from generation.video.animatic.mouths import DRAWINGS, SHUT, Mouth, speaking
from generation.video.animatic.voicing import Heard, listen

PHRASE = 3
"""Drawings of silence that end a phrase."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one actor says: the mouth of each drawing of the shot."""

    who: str
    mouths: tuple[Mouth, ...]

    @property
    def talking(self) -> tuple[bool, ...]:
        """On which drawings they are in a phrase: from its first mouth to its last."""
        open_ones = [number for number, mouth in enumerate(self.mouths) if mouth != SHUT]
        found = [False] * len(self.mouths)
        for number in open_ones:
            found[number] = True
        for number, after in pairwise(open_ones):
            if after - number <= PHRASE:
                found[number:after] = [True] * (after - number)
        return tuple(found)

    @property
    def starts(self) -> tuple[int, ...]:
        """The drawings on which phrases begin."""
        talking = self.talking
        return tuple(n for n, now in enumerate(talking) if now and (n == 0 or not talking[n - 1]))

    @property
    def ends(self) -> tuple[int, ...]:
        """The drawings after phrases."""
        talking = self.talking
        return tuple(n for n in range(1, len(talking)) if talking[n - 1] and not talking[n])

    @property
    def stresses(self) -> tuple[int, ...]:
        """The drawings on which a stressed syllable begins, at least half a second apart."""
        found: list[int] = []
        for number, mouth in enumerate(self.mouths):
            if mouth.stressed and (not found or number - found[-1] >= DRAWINGS // 2):
                found.append(number)
        return tuple(found)


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """All parts of a shot of `drawings` drawings."""

    drawings: int
    seed: int
    parts: tuple[Part, ...] = ()

    def part(self, who: str) -> Part:
        """Return what somebody says; nothing, for most."""
        silent = Part(who=who, mouths=(SHUT,) * self.drawings)
        return next((part for part in self.parts if part.who == who), silent)

    def speaker(self, number: int) -> str:
        """Return who is in a phrase on a drawing; nobody is empty."""
        return next((part.who for part in self.parts if part.talking[number]), "")


def scored(speech: Sequence[Speech], drawings: int, seed: int, source: Callable[[Digest], Path]) -> Score:
    """Listen to the voices of a shot and write down who does what when.

    Raises:
        InvalidRequest: a voice cannot be read.
    """
    lines = [(each, listen(source(each.voice))) for each in speech]
    whose = dict.fromkeys(each.actor for each in speech)
    parts = [Part(who=who, mouths=_mouths(who, lines, drawings, seed)) for who in whose]
    return Score(drawings=drawings, seed=seed, parts=tuple(parts))


def _mouths(who: str, lines: Sequence[tuple[Speech, Heard]], drawings: int, seed: int) -> tuple[Mouth, ...]:
    """Lay somebody's lines into the drawings of a shot."""
    found = [SHUT] * drawings
    for speech, heard in lines:
        if speech.actor != who:
            continue
        for number, mouth in enumerate(speaking(heard, speech.phonemes, seed, offset=speech.start / 1000)):
            if number < drawings and mouth != SHUT:
                found[number] = mouth
    return tuple(found)
