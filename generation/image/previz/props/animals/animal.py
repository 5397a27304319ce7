"""Any animal by its name."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Protocol

from generation.image.previz.props.animals import bird, robot
from generation.image.previz.props.animals.beasts import KINDS, beast
from generation.image.previz.props.animals.creature import Act, Creature


class Maker(Protocol):
    """What makes a creature for an act."""

    def __call__(self, act: Act, colour: str = "", seed: int = 0) -> Creature:
        """Return the creature."""


MAKERS: Mapping[str, Maker] = {
    **{name: partial(beast, name) for name in KINDS},
    "bird": bird.bird,
    "robot": robot.robot,
}

POSTURES: Mapping[str, tuple[str, ...]] = {
    **{name: kind.postures for name, kind in KINDS.items()}, "bird": bird.POSTURES, "robot": robot.POSTURES,
}  # fmt: skip
"""What each animal can do; `posture` takes the nearest for anything else."""

LIKE: Mapping[str, tuple[str, ...]] = {
    "lie": ("lie", "sit", "stand"), "sit": ("sit", "lie", "stand"), "run": ("run", "walk", "fly", "stand"),
    "walk": ("walk", "stand"), "fly": ("fly", "run", "walk"), "wave": ("wave", "sit", "stand"),
}  # fmt: skip


def posture(name: str, asked: str) -> str:
    """Return the posture of an animal that is nearest to the one asked for."""
    return next((each for each in (asked, *LIKE.get(asked, ())) if each in POSTURES[name]), "stand")


@lru_cache(maxsize=64)
def animal(name: str, act: Act = Act(), colour: str = "", seed: int = 0) -> Creature:  # noqa: B008 - it is frozen
    """Return an animal by its name in `vocabulary.PROPS`, doing what `act` says.

    `colour` ("#rrggbb") dyes its fur, plumage or panels; without one the seed picks among its breeds, 0 the usual.

    Raises:
        KeyError: no animal has this name, or it does not know this posture (`posture` finds the nearest).
    """
    if act.posture not in POSTURES[name]:
        raise KeyError(act.posture)
    return MAKERS[name](act, colour, seed)
