"""The form of an episode: how long its texts may be, and the craft of under thirty seconds on an upright phone.

Eighteen to twenty-two seconds of speech fit. Spoken French and English run at 2.5 to 3 words a second, Chinese at 4 to
5 characters: a line has 12 words or 22 characters at most, all lines together 55 words or 95 characters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from storage.domain.story import Angle, Framing, Language, Move


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The longest texts, in words (Chinese: characters); `per_second` is how much of one is spoken in a second.

    `letters` of a line, with spaces and marks, surely fit the two lines of one subtitle.
    """

    title: int
    logline: int
    beat: int
    look: int
    name: int
    line: int
    speech: int
    letters: int
    per_second: float


_WORDS = Limits(title=8, logline=30, beat=26, look=20, name=3, line=12, speech=55, letters=48, per_second=2.7)

LIMITS: Mapping[Language, Limits] = {
    Language.FRENCH: _WORDS,
    Language.ENGLISH: _WORDS,
    Language.CHINESE: Limits(
        title=14, logline=50, beat=42, look=32, name=6, line=22, speech=95, letters=24, per_second=4.5
    ),
}

IDEA = 1500
"""Characters of an idea or a note that the model is shown: the context of a small one is short."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A place in the shot list: what is seen, empty for a close-up that is still to be written; `beat` from 0."""

    beat: int
    action: str = ""
    spoken: bool = True

    @property
    def close(self) -> bool:
        """Whether this is a close-up between two beats."""
        return not self.action


_CLOSE_UPS: Mapping[int, tuple[int, ...]] = {1: (0, 0, 0), 2: (0, 1), 3: (0, 1), 4: (1, 2), 5: (2,)}
"""By the number of beats: after which of them a close-up stands."""

_MOST = 8
_SILENT_FROM = 5
"""From this many shots on, the first has no line: a picture is the quicker hook."""


def slots(beats: Sequence[str]) -> tuple[Slot, ...]:
    """Return the places of the shot list: each beat, and close-ups where a reaction belongs; 4 to 8 in all.

    Of more than eight beats, the first seven and the last are shown.
    """
    shown = [*beats[: _MOST - 1], beats[-1]] if len(beats) > _MOST else list(beats)
    close = _CLOSE_UPS.get(len(shown), ())
    found: list[Slot] = []
    for number, text in enumerate(shown):
        found.append(Slot(beat=number, action=text))
        found.extend(Slot(beat=number) for after in close if after == number)
    if len(found) >= _SILENT_FROM:
        found[0] = Slot(beat=0, action=found[0].action, spoken=False)
    return tuple(found)


Camera = tuple[Framing, Angle, Move]

_OPENINGS: Sequence[Camera] = (
    (Framing.WIDE, Angle.EYE, Move.PUSH),
    (Framing.WIDE, Angle.LOW, Move.TILT_UP),
    (Framing.WIDE, Angle.HIGH, Move.PAN_RIGHT),
)
_BEATS: Sequence[Camera] = (
    (Framing.MEDIUM, Angle.EYE, Move.STATIC),
    (Framing.FULL, Angle.LOW, Move.PAN_LEFT),
    (Framing.MEDIUM, Angle.HIGH, Move.PUSH),
    (Framing.FULL, Angle.EYE, Move.PAN_RIGHT),
)
_CLOSE: Sequence[Camera] = (
    (Framing.CLOSE, Angle.EYE, Move.PUSH),
    (Framing.EXTREME_CLOSE, Angle.EYE, Move.STATIC),
    (Framing.CLOSE, Angle.LOW, Move.STATIC),
)
_ENDINGS: Sequence[Camera] = (
    (Framing.WIDE, Angle.HIGH, Move.PULL),
    (Framing.MEDIUM, Angle.LOW, Move.PUSH),
    (Framing.WIDE, Angle.EYE, Move.TILT_UP),
)


def cover(places: Sequence[Slot], variety: int) -> tuple[Camera, ...]:
    """Choose framing, angle and move of each shot: open wide, close where it is felt, no two framings alike in a row.

    `variety` (any number from 0) chooses among the coverages, so that the episodes of a series do not look the same.
    """
    beats, close = cycle(_turned(_BEATS, variety)), cycle(_turned(_CLOSE, variety))
    found: list[Camera] = [_OPENINGS[variety % len(_OPENINGS)]]
    for place in places[1:-1]:
        found.append(_next(close if place.close else beats, found[-1]))
    ending = cycle(_turned(_CLOSE if places[-1].close else _ENDINGS, variety))
    return (*found, _next(ending, found[-1]))


def _turned(cameras: Sequence[Camera], by: int) -> tuple[Camera, ...]:
    start = by % len(cameras)
    return (*cameras[start:], *cameras[:start])


def _next(cameras: "cycle[Camera]", before: Camera) -> Camera:
    """Return the next camera whose framing is not that of the shot before."""
    return next(camera for camera in cameras if camera[0] is not before[0])
