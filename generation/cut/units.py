"""Divide a timeline into the stretches that are rendered by themselves: pure.

A dissolve is a unit of its own (the last frames of one part blended with the first of the next), so that the body of
a shot never depends on its neighbours: a change of one shot makes one unit, beside a dissolve two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generation.cut.timeline import Body, Part, Timeline, TitleCard, overlap
from generation.errors import InvalidRequest


class UnitKind(StrEnum):
    """What a unit shows."""

    TITLE = "title"
    BODY = "body"
    DISSOLVE = "dissolve"
    CREDITS = "credits"


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """A part as a unit shows it: from the part's own frame `first` on."""

    part: Part
    first: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A stretch of `frames` frames from the episode's frame `start`; two layers are blended into each other."""

    start: int
    frames: int
    layers: tuple[Layer, ...]

    @property
    def kind(self) -> UnitKind:
        """What the unit shows."""
        if len(self.layers) > 1:
            return UnitKind.DISSOLVE
        part = self.layers[0].part
        if isinstance(part, Body):
            return UnitKind.BODY
        return UnitKind.TITLE if isinstance(part, TitleCard) else UnitKind.CREDITS


def divide(timeline: Timeline) -> list[Unit]:
    """Return the units in order; together they cover every frame of the timeline once.

    Raises:
        InvalidRequest: the timeline is empty, or a dissolve is longer than what it joins.
    """
    parts = timeline.parts
    if not parts or timeline.rate <= 0:
        raise InvalidRequest("there is nothing to cut: the timeline has no parts")
    units = []
    for index, start in enumerate(timeline.starts):
        _check(parts, index)
        units += _units(parts, index, start)
    return units


def _units(parts: Sequence[Part], index: int, start: int) -> list[Unit]:
    """Return the dissolve into a part, where it has one, and what the part shows by itself."""
    part, units = parts[index], []
    shared = overlap(part)
    if shared:
        before = parts[index - 1]
        layers = (Layer(part=before, first=before.frames - shared), Layer(part=part, first=0))
        units.append(Unit(start=start, frames=shared, layers=layers))
    alone = part.frames - shared - _shared_after(parts, index)
    if alone:
        units.append(Unit(start=start + shared, frames=alone, layers=(Layer(part=part, first=shared),)))
    return units


def _check(parts: Sequence[Part], index: int) -> None:
    part = parts[index]
    shared, after = overlap(part), _shared_after(parts, index)
    if part.frames <= 0 or shared < 0:
        raise InvalidRequest(f"part {index + 1} of the timeline has {part.frames} frames and a dissolve of {shared}")
    if shared and not index:
        raise InvalidRequest("the first part of the timeline has nothing to dissolve from")
    if shared + after > part.frames:
        raise InvalidRequest(f"part {index + 1} has {part.frames} frames, too few for its dissolves: {shared}, {after}")


def _shared_after(parts: Sequence[Part], index: int) -> int:
    return overlap(parts[index + 1]) if index + 1 < len(parts) else 0
