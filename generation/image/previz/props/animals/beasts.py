"""Dog, cat, fox and horse: their builds, and what they wear."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Part, join
from generation.image.previz.light import rgb
from generation.image.previz.noise import dice
from generation.image.previz.props.animals import heads, tack
from generation.image.previz.props.animals.build import Build, Leg, Posed, posed
from generation.image.previz.props.animals.coats import COATS, coated, dyed
from generation.image.previz.props.animals.creature import Act, Creature
from generation.image.previz.props.animals.gait import STANCES, Stance
from generation.image.previz.props.shapes import Spot

DOG = Build(
    height=0.54,
    trunk=(
        (0.06, 0.07),
        (0.165, 0.19),
        (0.155, 0.18),
        (0.19, 0.235),
        (0.18, 0.235),
        (0.15, 0.185),
        (0.135, 0.15),
        (0.125, 0.12),
    ),
    front=Leg(
        root=(0.085, -0.06, -0.01),
        upper=0.28,
        lower=0.36,
        cannon=0.12,
        radii=(0.115, 0.105, 0.075, 0.06, 0.052, 0.052),
        track=0.105,
    ),
    hind=Leg(
        root=(0.08, -0.05, 0.03),
        upper=0.32,
        lower=0.34,
        cannon=0.22,
        radii=(0.15, 0.15, 0.105, 0.066, 0.048, 0.052),
        track=0.115,
    ),
    paw=(0.068, 0.045, 0.08),
    head=heads.dog,
    eyes=(0.0, 0.066, 0.15),
    skull=1.17,
    tail=0.56,
    tail_radii=(0.055, 0.075, 0.082, 0.07, 0.012),
)

CAT = Build(
    height=0.27,
    trunk=(
        (0.06, 0.07),
        (0.165, 0.19),
        (0.165, 0.19),
        (0.175, 0.21),
        (0.165, 0.205),
        (0.15, 0.17),
        (0.14, 0.145),
        (0.13, 0.13),
    ),
    front=Leg(
        root=(0.085, -0.07, -0.01),
        upper=0.27,
        lower=0.34,
        cannon=0.12,
        radii=(0.11, 0.10, 0.076, 0.064, 0.058, 0.058),
        track=0.09,
    ),
    hind=Leg(
        root=(0.085, -0.05, 0.03),
        upper=0.32,
        lower=0.34,
        cannon=0.21,
        radii=(0.15, 0.155, 0.11, 0.07, 0.055, 0.058),
        track=0.105,
    ),
    paw=(0.072, 0.048, 0.08),
    head=heads.cat,
    eyes=(0.0, 0.028, 0.20),
    skull=1.12,
    tail=1.0,
    tail_radii=(0.055, 0.052, 0.05, 0.052, 0.048, 0.012),
)

FOX = Build(
    height=0.38,
    trunk=(
        (0.06, 0.07),
        (0.155, 0.175),
        (0.145, 0.165),
        (0.17, 0.205),
        (0.17, 0.225),
        (0.165, 0.205),
        (0.15, 0.165),
        (0.125, 0.12),
    ),
    front=Leg(
        root=(0.075, -0.06, -0.01),
        upper=0.28,
        lower=0.36,
        cannon=0.12,
        radii=(0.10, 0.088, 0.06, 0.048, 0.042, 0.044),
        track=0.09,
    ),
    hind=Leg(
        root=(0.08, -0.05, 0.03),
        upper=0.32,
        lower=0.34,
        cannon=0.23,
        radii=(0.14, 0.135, 0.088, 0.054, 0.042, 0.044),
        track=0.10,
    ),
    paw=(0.058, 0.04, 0.072),
    head=heads.fox,
    eyes=(0.0, 0.038, 0.16),
    skull=1.1,
    tail=0.95,
    tail_radii=(0.075, 0.10, 0.145, 0.165, 0.155, 0.10, 0.008),
)

HORSE = Build(
    height=1.48,
    trunk=(
        (0.06, 0.07),
        (0.165, 0.195),
        (0.16, 0.175),
        (0.18, 0.205),
        (0.16, 0.205),
        (0.105, 0.18),
        (0.075, 0.13),
        (0.055, 0.085),
    ),
    front=Leg(
        root=(0.09, -0.10, 0.02),
        upper=0.165,
        lower=0.29,
        cannon=0.23,
        radii=(0.09, 0.076, 0.05, 0.042, 0.030, 0.034, 0.028),
        track=0.09,
    ),
    hind=Leg(
        root=(0.09, -0.06, 0.0),
        upper=0.265,
        lower=0.28,
        cannon=0.28,
        radii=(0.145, 0.14, 0.09, 0.048, 0.037, 0.029, 0.032),
        track=0.095,
    ),
    paw=(0.044, 0.062, 0.052),
    head=heads.horse,
    eyes=(0.0, -0.04, 0.08),
    skull=1.1,
    tail=0.1,
    tail_radii=(0.03, 0.02),
    hooves=True,
)


def horsed(stance: Stance) -> Stance:
    """Return a stance for a horse: neck higher, legs as pillars, the head tucked."""
    front_left, front_right, *hind = stance.feet
    front_left, front_right = (
        replace(foot, tilt=foot.tilt * 0.85, ahead=foot.ahead + 0.02) for foot in (front_left, front_right)
    )
    hind_left, hind_right = (replace(foot, tilt=foot.tilt * 0.85 - 6, ahead=foot.ahead + 0.06) for foot in hind)
    up, ahead = stance.head
    return replace(
        stance,
        pelvis=(stance.pelvis[0] + 0.01, stance.pelvis[1] + 0.03),
        head=(up + 0.20, ahead + 0.02),
        feet=(front_left, front_right, hind_left, hind_right),
        arch=stance.arch * 0.35 - 0.015,
        pitch=stance.pitch * 2.2,
    )


def necked(stance: Stance, share: float) -> Stance:
    """Return a stance with a neck of another length."""
    up, ahead = (low + (high - low) * share for low, high in zip(stance.chest, stance.head, strict=True))
    return replace(stance, head=(up, ahead))


def doglike(stance: Stance) -> Stance:
    """Return a stance for a dog: the tail curls over its back when it stands."""
    return necked(
        replace(
            stance,
            curl=stance.curl * 3.4 if stance.curl > 0 else stance.curl,
            tail=stance.tail + 25 * (stance.curl > 0),
        ),
        0.80,
    )


def catlike(stance: Stance) -> Stance:
    """Return a stance for a cat: a short neck, the tail up."""
    return necked(replace(stance, tail=stance.tail + 18, curl=stance.curl + 30 * (stance.curl > 0)), 0.74)


def foxlike(stance: Stance) -> Stance:
    """Return a stance for a fox: the brush hangs."""
    return necked(replace(stance, tail=stance.tail - 6, curl=stance.curl * 0.4), 0.86)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A species: its build, what it wears, the postures it knows, and how its stances differ."""

    build: Build
    wears: Callable[[Posed], list[Mesh]]
    postures: tuple[str, ...]
    accent: str
    changed: Callable[[Stance], Stance] = lambda stance: stance
    seat: int | None = None


LOW = ("stand", "sit", "lie", "walk", "run")
KINDS: Mapping[str, Kind] = {
    "dog": Kind(build=DOG, wears=tack.collar, postures=LOW, accent="#b8322f", changed=doglike),
    "cat": Kind(build=CAT, wears=tack.bare, postures=LOW, accent="#b8322f", changed=catlike),
    "fox": Kind(build=FOX, wears=tack.bare, postures=LOW, accent="#b8322f", changed=foxlike),
    "horse": Kind(
        build=HORSE, wears=tack.harness, postures=("stand", "walk", "run"), accent="#8e2f3a", changed=horsed, seat=18
    ),
}

HANGING = frozenset({3, 4, 5})
"""Breeds of dogs, by their row in COATS, whose ears hang."""


def beast(name: str, act: Act, colour: str = "", seed: int = 0) -> Creature:
    """Return a four-legged animal; without a colour the seed picks its breed."""
    kind = KINDS[name]
    breeds = COATS[name]
    row = 0 if not seed else int(dice(seed, "coat", name).integers(len(breeds)))
    build = replace(kind.build, head=heads.hound) if name == "dog" and row in HANGING else kind.build
    stance = kind.changed(STANCES[act.posture](act))
    body = posed(build, stance, act)
    whole = join([*body.meshes, *kind.wears(body)])
    low = float(whole.points[:, 1].min())
    grown = replace(whole, points=((whole.points - (0, low, 0)) * build.height).astype(np.float32))

    def spot(at: np.ndarray) -> Spot:
        x, y, z = ((at - (0, low, 0)) * build.height).tolist()
        return x, y, z

    eyes = spot(body.joint + body.turn @ np.array(build.eyes) * build.skull)
    seat = None if kind.seat is None else spot(body.spine[kind.seat] + (0, 0.205, 0.0))
    return Creature(part=Part(grown, coated(dyed(breeds[row], colour), rgb(kind.accent))), eyes=eyes, seat=seat)
