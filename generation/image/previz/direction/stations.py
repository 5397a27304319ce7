"""Stations: where each of a company stands, as the camera sees it, in metres (right, up, behind the subject)."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from generation.image.previz.camera import Points
from generation.image.previz.direction.company import CALM, SIDES, Company
from generation.image.previz.direction.formations import DEEP, FORMATIONS, LEAD, PAIRS, Formation, together
from generation.image.previz.direction.gazes import AIMED
from generation.image.previz.noise import chance, dice
from generation.image.previz.vocabulary import SEATED

SWING = {True: 11.0, False: 5.0}
"""Degrees that a shot's seed may turn the camera around the subject, indoors and outdoors."""

LENGTHWISE = {"embrace": 36.0, "hold-hands": 8.0}
"""Degrees by which a pair that touches is turned from the plane of the picture, so that one face is open."""

PAST = {"embrace": 0.06}
"""Metres by which each of a pair stands to their own left, so that heads pass each other."""

ROOMY = frozenset({"extreme-wide", "wide", "full"})
"""Framings in which a position's front and back are metres; in closer ones they are a step."""

STILL = CALM | {"think", "lean", "facepalm", "look-up", "cover-face", "phone-call", "drink", "read"}
"""Poses of one who may turn away from another: nothing is said to anybody."""

ABREAST = AIMED | {"offer", "reach", "plead", "halt", *SEATED}
"""Poses that reach the other, or share a bench: two are then side by side."""

REACH = 0.3
"""Metres of depth that an arm spans."""

CLOSE = frozenset({"close-up", "medium", "two-shot"})
"""Framings in which one of two may turn away from the other and stand before them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What a seed decides about a shot, and what a repair may change.

    `azimuth` turns the camera around the subject (degrees); `formation` numbers the ways a group may stand; `apart`
    and `deeper` scale their distances; `deep` lets one of two turn away and stand before the other; `side` (1 or -1)
    is where one who is alone looks; `over` moves the shoulder of an over-the-shoulder shot out of the frame (1 is its
    usual place); `wider` shows more than the framing must; `shift` moves the picture down (heights).
    `tighter` takes the closest of a framing's cuts; `eye` raises the camera (metres).
    """

    azimuth: float = 0.0
    formation: int = 0
    apart: float = 1.0
    deeper: float = 1.0
    deep: bool = False
    side: int = 1
    over: float = 1.0
    wider: float = 1.0
    shift: float = 0.0
    tighter: bool = False
    eye: float = 0.0


def chosen(seed: int, *, indoors: bool) -> Choices:
    """Throw the dice of a shot: another seed is another blocking."""
    rng = dice(seed, "blocking")
    swing = SWING[indoors]
    return Choices(
        azimuth=float(rng.uniform(-swing, swing)),
        formation=int(rng.integers(60)),
        apart=float(rng.uniform(0.95, 1.15)),
        deeper=float(rng.uniform(0.8, 1.25)),
        deep=chance(rng, 0.35),
        side=1 if chance(rng, 0.5) else -1,
        tighter=chance(rng, 0.4),
        eye=float(rng.uniform(-0.16, 0.10)),
    )


def stations(company: Company, choices: Choices, half: float) -> list[Points]:
    """Return a place for each actor; `half` is half the frame's width at the subject, in metres."""
    count = len(company.actors)
    if count == 1:
        return [_alone(company, choices, half)]
    if company.paired:
        return _touching(company.paired, choices)
    known = tuple(
        each for each in FORMATIONS[count] if _near(each) or not any(who.pose in ABREAST for who in company.actors)
    )
    formation = DEEP[company.focus] if is_deep(company, choices) else known[choices.formation % len(known)]
    reach = together(company.framing, tuple(actor.pose for actor in company.actors), choices.apart)
    spots = [np.array([x * reach, 0.0, z * choices.deeper]) for x, z in formation]
    return [spot + np.array([0.0, 0.0, _step(company, i)]) for i, spot in enumerate(spots)]


def is_deep(company: Company, choices: Choices) -> bool:
    """Whether one of two turns away and stands before the other: a still moment, no exchange of looks."""
    if not choices.deep or len(company.actors) != 2 or company.framing not in CLOSE or company.paired:  # noqa: PLR2004 - two
        return False
    focus = company.actors[company.focus]
    return focus.gaze in {"ahead", "camera"} and focus.facing == "auto" and focus.pose in STILL


def _near(formation: Formation) -> bool:
    """Whether two stand abreast, within each other's reach."""
    depths = [back for _, back in formation]
    return len(formation) > 2 or max(depths) - min(depths) < REACH  # noqa: PLR2004 - a pair


def _alone(company: Company, choices: Choices, half: float) -> Points:
    """Stand aside of the middle, with room before the face; where a position is told, there."""
    actor = company.actors[0]
    if actor.position == "centre" or company.framing == "insert":
        right = 0.0
    elif actor.position in SIDES:
        right = SIDES[actor.position] * max(LEAD[company.framing], 0.16) * 1.25 * half
    elif company.shoulder:
        right = -company.shoulder * LEAD["over-the-shoulder"] * half
    else:
        right = -(company.side or choices.side) * LEAD[company.framing] * half
    return np.array([right, 0.0, _step(company, 0)])


def _touching(pose: str, choices: Choices) -> list[Points]:
    """Stand two so near that they touch, turned a little so that one face is open to the camera."""
    way = radians(LENGTHWISE[pose] * choices.side)
    along = np.array([cos(way), 0.0, -sin(way)]) * PAIRS[pose] / 2
    past = np.array([sin(way), 0.0, cos(way)]) * PAST.get(pose, 0.0)
    return [past - along, along - past]


def _step(company: Company, who: int) -> float:
    """Return how far a position told to stand behind (or before) the others does so."""
    far = 1.0 if company.framing in ROOMY else 0.3
    position = company.actors[who].position
    if position.startswith("back"):
        return 1.5 * far
    return -0.7 * far if position.startswith("front") else 0.0
