"""Coverage of a talk: singles, two-shots and shots over the shoulder in turn, as a director shoots two people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import cycle

from storage.domain.story import Angle, Character, Framing, Shot

_ALONE = Framing.CLOSE
_TURNS: Mapping[Framing, tuple[Framing, ...]] = {
    Framing.CLOSE: (_ALONE, Framing.OVER_SHOULDER),
    Framing.MEDIUM: (Framing.TWO_SHOT, Framing.MEDIUM),
    Framing.FULL: (Framing.FULL, Framing.TWO_SHOT),
}
"""What a framing of somebody who speaks becomes, in turn."""


def talk(shots: Sequence[Shot], speakers: Mapping[str, str], cast: Sequence[Character]) -> tuple[Shot, ...]:
    """Return the shots with those in which one of two speaks covered in turn; `speakers` are by shot.

    A shot over the shoulder shows whoever spoke before from behind. Two neighbours never have one framing.
    """
    turns = {framing: cycle(each) for framing, each in _TURNS.items()}
    found: list[Shot] = []
    before = ""
    for place, shot in enumerate(shots):
        speaker = speakers.get(shot.id, "")
        listener = before if before != speaker else ""
        beside = {each.framing for each in (*found[-1:], *shots[place + 1 : place + 2])}
        covered = _covered(shot, listener, turns, cast) if speaker else shot
        found.append(shot if covered.framing in beside else covered)
        before = speaker or before
    return tuple(found)


def _covered(shot: Shot, listener: str, turns: Mapping[Framing, "cycle[Framing]"], cast: Sequence[Character]) -> Shot:
    """Return a shot in the next framing of its turn, where those whom that shows are there to be seen."""
    if shot.framing not in turns:
        return shot
    framing = next(turns[shot.framing])
    if framing is Framing.OVER_SHOULDER and listener:
        seen = tuple(each.id for each in cast if each.id in {*shot.characters, listener})
        return replace(shot, framing=framing, angle=Angle.EYE, characters=seen)
    both = len(shot.characters) == 2  # noqa: PLR2004 - a two-shot shows two
    return replace(shot, framing=framing) if framing is Framing.TWO_SHOT and both else shot
