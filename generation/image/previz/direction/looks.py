"""Looks: whom everybody turns to and looks at, so that listeners look at who speaks and eyes meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan2, degrees

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.direction import gazes
from generation.image.previz.direction.company import Company, inwards
from generation.image.previz.direction.formations import TURNS
from generation.image.previz.direction.gazes import Look
from generation.image.previz.direction.standins import FLAT, along, joints, stand_in, stood
from generation.image.previz.direction.stations import Choices, is_deep
from generation.requests.pictures import Actor

AWAY = 14.0
"""Degrees by which one who turns their back still opens to a side."""

OPEN_HAND = 10.0
"""Whoever is turned further to the left than this gestures with the left hand: it is not hidden by the body."""

ASIDE = 30.0
"""A face that a pose turns further from the body than this decides how the body turns."""

TOGETHER = 16.0
"""How far those who hold hands turn to each other."""

LENGTHWISE = 52.0
"""How far those who lie are turned: along the depth of an upright frame more than across it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stance:
    """An actor in the axes of the camera: `spot` is right, up, behind; angles are those of `gazes`."""

    actor: Actor
    spot: Points
    turn: float
    head: Look = (0.0, 0.0)
    eyes: Look = (0.0, 0.0)
    target: str = ""
    flipped: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cast:
    """Everybody in the shot with their places and turns, the framer last, and the rules that bind them."""

    company: Company
    choices: Choices
    line: tuple[str, ...]
    actors: tuple[Actor, ...]
    spots: Sequence[Points]
    camera: Points
    turns: Sequence[float]

    def eyes(self, who: int) -> Points:
        """Return where someone's eyes are."""
        own = {"eyes": joints(self.actors[who].look, self.actors[who].pose)["eyes"]}
        return np.asarray(stood(own, (0.0, 0.0, 0.0), self.turns[who])["eyes"] + self.spots[who])

    def called(self, who: str) -> int | None:
        """Return the number of an actor in the shot, by id."""
        return next((i for i, actor in enumerate(self.actors) if actor.look.id == who), None)

    @property
    def listener(self) -> int | None:
        """Whom the one the shot is about speaks to: the framer, else the nearest of the others."""
        focus = self.company.focus
        if self.company.framer:
            return len(self.actors) - 1
        others = [i for i in range(len(self.actors)) if i != focus]
        return min(others, key=lambda i: float(np.linalg.norm(self.spots[i] - self.spots[focus])), default=None)


def stances(
    company: Company, choices: Choices, line: tuple[str, ...], spots: Sequence[Points], camera: Points
) -> list[Stance]:
    """Turn everybody and let them look; `spots` has the framer's last, `camera` is where the camera stands.

    Who turns moves their eyes: looks are found once everybody is turned.
    """
    actors = (*company.actors, *([company.framer] if company.framer else []))
    still = [0.0] * len(actors)
    cast = _Cast(
        company=company, choices=choices, line=line, actors=actors, spots=spots, camera=camera, turns=still
    )  # fmt: skip
    turned = replace(cast, turns=[_turn(cast, who, _meant(cast, who)) for who in range(len(actors))])
    return [_stance(turned, who) for who in range(len(actors))]


def _stance(cast: _Cast, who: int) -> Stance:
    """Find where somebody who is turned looks, and share the look between head and eyes."""
    actor, spot, turn = cast.actors[who], cast.spots[who], cast.turns[who]
    target, meant = _target(cast, who), _meant(cast, who)
    look = _look(cast, who, turn, meant)
    flipped = _flipped(cast, who, turn)
    facing = stand_in(actor.look, actor.pose, flipped=flipped).facing
    head, eyes = gazes.split(look, turn, actor.pose, facing)
    seen = cast.actors[target].look.id if target is not None and look is meant else ""
    return Stance(actor=actor, spot=spot, turn=turn, head=head, eyes=eyes, target=seen, flipped=flipped)


def _flipped(cast: _Cast, who: int, turn: float) -> bool:
    """Whether somebody acts with the other hand: the one on the camera's side, or next to whom they hold."""
    actor = cast.actors[who]
    if cast.company.paired:
        return cast.company.paired == "hold-hands" and who == 1
    return turn < -OPEN_HAND and not actor.holds and actor.pose not in gazes.HEADED


def _arm(cast: _Cast, who: int, meant: Look) -> float:
    """Return how far to own left of the body's front the arm goes that is meant for another, in degrees."""
    actor = cast.actors[who]
    own = joints(actor.look, actor.pose, flipped=meant[0] < 0 and not actor.holds)
    reaches = [own[f"wrist-{side}"] - own[f"shoulder-{side}"] for side in "lr"]
    x, _, z = max(reaches, key=lambda way: float(np.hypot(way[0], way[2]))).tolist()
    return float(np.clip(degrees(atan2(x, z)), -50.0, 50.0))


def _meant(cast: _Cast, who: int) -> Look | None:
    """Return the look to the eyes of whom somebody looks at."""
    target = _target(cast, who)
    return gazes.towards(cast.eyes(who), cast.eyes(target)) if target is not None else None


def _target(cast: _Cast, who: int) -> int | None:
    """Return whom an actor looks at: who is named, else the one the shot is about, who looks at the listener."""
    gaze = cast.actors[who].gaze
    named = cast.called(gaze)
    if named is not None and named != who:
        return named
    if gaze != "ahead" or len(cast.actors) == 1:
        return None
    return cast.listener if who == cast.company.focus else cast.company.focus


def _turn(cast: _Cast, who: int, meant: Look | None) -> float:
    """Return how far a body is turned from the camera."""
    actor, company = cast.actors[who], cast.company
    if meant and (company.framer is actor or company.paired):
        return TOGETHER * (1 - 2 * who) if company.paired == "hold-hands" else meant[0]
    if actor.facing in gazes.FACINGS:
        return gazes.FACINGS[actor.facing] + (AWAY * _side(cast, who) if actor.facing == "away" else 0.0)
    own = _own_turn(cast, who, meant)
    if own is not None:
        return own
    if meant and not (is_deep(company, cast.choices) and who == company.focus):
        return gazes.aimed(meant, _arm(cast, who, meant)) if actor.pose in gazes.AIMED else gazes.turned(meant)
    return TURNS[company.framing] * _side(cast, who)


def _own_turn(cast: _Cast, who: int, meant: Look | None) -> float | None:
    """Return the turn that a pose, or what is held, asks for; None when it leaves it open."""
    actor = cast.actors[who]
    if actor.pose in gazes.AFOOT:
        return gazes.AFOOT[actor.pose] * _way(cast, who, meant)
    if actor.pose in FLAT:
        bed, side = along(actor.look, actor.pose), _side(cast, who)
        return min((gazes.wrapped(LENGTHWISE * each - bed) for each in (side, -side)), key=abs)
    if cast.company.framing == "insert" and actor.holds in gazes.READ:
        return gazes.BEHIND * _side(cast, who)
    facing = stand_in(actor.look, actor.pose).facing
    return gazes.shown(facing, _side(cast, who)) if abs(facing[0]) > ASIDE and actor.pose in gazes.HEADED else None


def _way(cast: _Cast, who: int, meant: Look | None) -> int:
    """Return the side somebody walks to: together when all are on their way, else to whom they look at."""
    if all(actor.pose in gazes.AFOOT for actor in cast.actors):
        return _side(cast, cast.company.focus)
    return (1 if meant[0] > 0 else -1) if meant else _side(cast, who)


def _side(cast: _Cast, who: int) -> int:
    """Return the side one looks to when nobody is looked at: into the scene's line, or into the frame."""
    if is_deep(cast.company, cast.choices):
        return -1 if who == 0 else 1
    return inwards(cast.actors[who], cast.line) or cast.choices.side


def _look(cast: _Cast, who: int, turn: float, meant: Look | None) -> Look:
    """Return where someone looks."""
    actor = cast.actors[who]
    if meant and not (is_deep(cast.company, cast.choices) and who == cast.company.focus):
        return meant
    if actor.gaze == "camera":
        return gazes.towards(cast.eyes(who), cast.camera)
    told = gazes.aside(actor.gaze, turn)
    if told:
        return told
    ahead = 8.0 if cast.company.framing == "extreme-close-up" else 16.0
    return turn + ahead * _side(cast, who), 0.0
