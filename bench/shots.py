"""Shots to draw: thirty fixed ones to look at and to time, and random ones for rates and property tests."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.image.previz import vocabulary
from generation.image.previz.direction.blocking import block
from generation.image.previz.direction.repair import repair
from generation.image.previz.direction.validator import check
from generation.image.previz.noise import chance, dice
from generation.requests.pictures import Actor, Look, PanelRequest

NAMES = ("ana", "bo", "chen", "dina", "emil")
BODIES = (
    ("woman", "young", "slim", "average", "east-asian"), ("man", "middle", "strong", "tall", "african"),
    ("woman", "child", "average", "average", "east-asian"), ("man", "old", "heavy", "short", "european"),
    ("woman", "teen", "average", "tall", "south-asian"),
)  # fmt: skip
"""Their sex, age, build, height and ancestry."""
CROWDS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5)
"""How many people shots have: mostly one or two."""


def some_shot(seed: int) -> PanelRequest:
    """Return a random valid shot; most of what a director may leave open is left open."""
    rng = dice(seed, "shot")
    names = tuple(rng.permutation(NAMES)[: CROWDS[int(rng.integers(len(CROWDS)))]].tolist())
    return PanelRequest(
        description="",
        place=_one(rng, vocabulary.PLACES),
        hour=_one(rng, vocabulary.HOURS),
        weather=_one(rng, vocabulary.WEATHERS),
        mood=_one(rng, vocabulary.MOODS),
        framing=_one(rng, vocabulary.FRAMINGS),
        angle=_one(rng, vocabulary.ANGLES) if chance(rng, 0.5) else "eye-level",
        lens=_one(rng, vocabulary.LENSES_KNOWN) if chance(rng, 0.4) else "normal",
        actors=tuple(_actor(rng, name, names) for name in names),
        props=(_one(rng, vocabulary.PROPS),) if chance(rng, 0.3) else (),
        line=NAMES if chance(rng, 0.7) else (),
        seed=seed,
        scene_seed=seed // 3,
    )


def _actor(rng: np.random.Generator, name: str, names: Sequence[str]) -> Actor:
    sex, age, build, height, ancestry = BODIES[NAMES.index(name)]
    look = Look(
        id=name,
        sex=sex,
        age=age,
        build=build,
        height=height,
        ancestry=ancestry,
        hair=_one(rng, vocabulary.HAIR),
        outfit=_one(rng, vocabulary.OUTFITS),
        features=(_one(rng, vocabulary.FEATURES),) if chance(rng, 0.3) else (),
    )
    return Actor(
        look=look,
        pose=_one(rng, vocabulary.POSES),
        expression=_one(rng, vocabulary.EXPRESSIONS),
        gaze=_one(rng, (*names, *vocabulary.GAZES)) if chance(rng, 0.5) else "ahead",
        facing=_one(rng, vocabulary.FACINGS) if chance(rng, 0.25) else "auto",
        position=_one(rng, vocabulary.POSITIONS) if chance(rng, 0.25) else "auto",
        holds=_one(rng, vocabulary.PROPS) if chance(rng, 0.25) else "",
    )


def _one(rng: np.random.Generator, words: Sequence[str]) -> str:
    return words[int(rng.integers(len(words)))]


def rates(count: int) -> tuple[float, float]:
    """Return the share of random shots that break no rule of staging as first blocked, and after re-blocking."""
    first = mended = 0
    for seed in range(count):
        shot = some_shot(seed)
        blocked = block(shot)
        found = check(blocked)
        first += not found
        mended += not found or not check(repair(shot, blocked))
    return first / count, mended / count


MEI = Look(
    id="mei", hair="long", hair_colour="#241420", outfit="hanfu", colours=("#b81f36", "#8a1a30", "#efd7a0"),
    eyes="#d08a18", features=("fox-ears", "nine-tails", "hairpins"),
)  # fmt: skip
SHEN = Look(
    id="shen", sex="man", hair="topknot-long", outfit="robe", colours=("#dfe6e6", "#c3d0d6", "#5a7f9a"), height="tall"
)  # fmt: skip
WEI = Look(
    id="wei", sex="man", age="middle", build="strong", hair="topknot", outfit="armour", features=("beard", "scar"),
    colours=("#26303f", "#1b222e", "#a8313a"),
)  # fmt: skip
LIN = Look(id="lin", hair="bob", outfit="coat", colours=("#d9b48a", "#2d2f3c", "#f0e8dc"))
ZHAO = Look(
    id="zhao", sex="man", hair="side-part", outfit="suit", colours=("#39435c", "#2d3448", "#e8e8ea"),
    features=("glasses",),
)  # fmt: skip
ROSE = Look(id="rose", age="old", ancestry="european", hair="bun", outfit="sweater", colours=("#8fb0b8", "#54606c"))
KAI = Look(
    id="kai", sex="man", ancestry="african", hair="undercut", outfit="spacesuit", build="strong", height="tall",
    colours=("#d9dde4", "#2f3a4c", "#f08030"),
)  # fmt: skip
NILA = Look(
    id="nila", age="child", ancestry="south-asian", hair="twin-braids", outfit="dress", colours=("#e8b04a", "#e8b04a")
)  # fmt: skip


def _did(who: Look, pose: str = "stand", expression: str = "neutral", **more: str) -> Actor:
    return Actor(look=who, pose=pose, expression=expression, **more)


def _shot(scene: str, framing: str, *actors: Actor, **more: Any) -> PanelRequest:  # noqa: ANN401 - a shot's other words
    """Return a shot from `place hour weather mood` and a framing; its number is its seed."""
    place, hour, weather, mood = scene.split()
    words = {"angle": "eye-level", "description": "", **more}
    return PanelRequest(place=place, hour=hour, weather=weather, mood=mood, framing=framing, actors=actors, **words)


SHOTS: tuple[PanelRequest, ...] = (
    _shot("palace night clear ominous", "close-up", _did(MEI, "stand", "sly"), seed=1),
    _shot("mountain dawn mist wonder", "extreme-wide", _did(SHEN, "walk", holds="staff"), _did(MEI, "walk"), seed=2),
    _shot("palace-hall night clear tense", "medium", _did(MEI, "plead", "worried"), _did(WEI, "arms-crossed", "angry"),
          seed=3, line=("mei", "wei")),
    _shot("city night rain tense", "over-the-shoulder", _did(LIN, "argue", "shout"), _did(ZHAO), seed=4,
          line=("zhao", "lin")),
    _shot("hospital night clear sad", "insert", _did(LIN, "hold-phone", "cry", holds="phone"), seed=5),
    _shot("spaceship night clear tense", "two-shot", _did(KAI, "think", "determined"), _did(LIN, "hug-self", "afraid"),
          seed=6),
    _shot("market dusk clear joy", "full", _did(SHEN, "walk", "smile"), _did(NILA, "walk", "laugh"), seed=7),
    _shot("rooftop dusk clear tense", "full", _did(ZHAO, "hands-hips", "angry"), seed=8, angle="low"),
    _shot("forest night mist tense", "wide", _did(MEI, "run", "afraid"), _did(WEI, "run", "angry", holds="sword"),
          seed=9, angle="dutch"),
    _shot("office day clear tense", "medium", _did(ZHAO, "point", "angry"), _did(LIN, "arms-crossed", "sad"), seed=10),
    _shot("temple dusk petals tender", "wide", _did(SHEN, "bow"), _did(WEI, "hands-behind"), seed=11),
    _shot("palace night clear tense", "extreme-close-up", _did(MEI, "stand", "angry"), seed=12),
    _shot("bamboo dawn mist wonder", "full", _did(WEI, "sword-guard", "determined", holds="sword"),
          _did(SHEN, "strike", "shout", holds="staff"), seed=13),
    _shot("sea day rain sad", "full", _did(SHEN, "kneel", "cry"), seed=14),
    _shot("car night rain tense", "medium", _did(ZHAO, "drive", "determined"), _did(LIN, "sit", "sad"), seed=15),
    _shot("school dusk clear sad", "full", _did(NILA, "hug-self", "sad"), seed=16, angle="high"),
    _shot("room night clear tender", "medium", _did(ROSE, "offer", "tender", holds="cup"), _did(NILA, "reach", "smile"),
          seed=17),
    _shot("kitchen day clear joy", "medium", _did(ROSE, "cook", "smile", holds="pan"), seed=18),
    _shot("restaurant night clear tender", "two-shot", _did(LIN, "drink", "tender", holds="wine-glass"),
          _did(ZHAO, "sit", "smile"), seed=19),
    _shot("station day snow sad", "close-up", _did(LIN, "embrace", "cry"), _did(ZHAO, "embrace", "sad"), seed=20),
    _shot("desert day clear wonder", "wide", _did(SHEN, "ride", "determined"), seed=21),
    _shot("boat dusk mist sad", "medium", _did(MEI, "look-over-shoulder", "sad"), seed=22, lens="long"),
    _shot("laboratory night clear ominous", "medium", _did(KAI, "reach", "surprised"), seed=23, props=("crystal",)),
    _shot("stage night clear joy", "full", _did(ROSE, "explain", "smile", holds="microphone"), seed=24, angle="low"),
    _shot("bedroom night clear sad", "full", _did(NILA, "sleep", "asleep"), seed=25),
    _shot("street day clear joy", "full", _did(LIN, "wave", "laugh"), _did(NILA, "jump", "laugh"),
          _did(ZHAO, "phone-call", "surprised", holds="phone"), seed=26),
    _shot("cave night embers ominous", "medium", _did(WEI, "kneel-one", "pain"), _did(MEI, "stand", "tender"), seed=27,
          angle="high"),
    _shot("train day clear tender", "over-the-shoulder", _did(ROSE, "sit", "tender"), _did(KAI, "sit"), seed=28),
    _shot("village dawn snow wonder", "wide", _did(SHEN), _did(NILA), _did(ROSE), _did(WEI), _did(MEI), seed=29,
          lens="wide"),
    _shot("desert dusk clear ominous", "insert", description="A torn letter in the sand.", seed=30),
)  # fmt: skip
"""Every framing, nearly every place, eight people of different ages, ancestries and times."""
