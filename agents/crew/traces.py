"""Traces: the words for what an episode leaves behind on its people, in three languages: tables without rules."""

import re
from collections.abc import Mapping
from enum import StrEnum

from agents.crew.lexicon import Lexicon
from storage.domain.staging import Pose


class Limb(StrEnum):
    """What can be hurt so that it shows."""

    HAND = "hand"
    LEG = "leg"
    EYE = "eye"
    HEAD = "head"
    VOICE = "voice"


LIMBS = Lexicon(
    {
        Limb.HAND: "main|bras|poignet|doigt|épaule|hand|arm|wrist|finger|shoulder|手臂|手腕|手指|手|胳膊|肩膀",
        Limb.LEG: "jambe|pied|genou|cheville|leg|foot|feet|knee|ankle|腿|脚|膝盖|脚踝",
        Limb.EYE: "œil|yeux|eye|眼睛|眼|双眼",
        Limb.HEAD: "tête|front|visage|joue|head|forehead|face|cheek|头|额头|脸",
        Limb.VOICE: "voix|muet|muette|voice|mute|speechless|嗓子|哑|失声",
    }
)

WOUNDED = re.compile(
    r"\bse (?:blesse|brûle|coupe|casse|foule|tord)\b|\b(?:blessée?|brûlée?|cassée?|foulée?|bandée?|plâtrée?|saigne|"
    r"perd la voix|plâtre|bandage)\b"
    r"|\b(?:wound(?:s|ed)|injur(?:es|ed)|bandaged?|broken|breaks (?:her|his) (?:arm|leg|hand|wrist|ankle)|"
    r"burn(?:s|ed|t) (?:her|his)|cuts (?:her|his)|sprain(?:s|ed)|twist(?:s|ed) (?:her|his)|bleed(?:s|ing)|"
    r"loses (?:her|his) voice|limps)\b"
    r"|受伤|绷带|骨折|扭伤|烧伤|割伤|流血|断了|失声",
    re.IGNORECASE,
)
"""Words of an action that hurts somebody."""

WHOLE = re.compile(
    r"\b(?:indemne|guérie?|intacte?s?|sain et sauf|saine et sauve|sans (?:une égratignure|bandage|plâtre))\b"
    r"|\b(?:unhurt|unharmed|healed|uninjured|without a (?:scratch|bandage)|good as new)\b"
    r"|痊愈|毫发无伤|完好|安然无恙|没受伤",
    re.IGNORECASE,
)
"""Words that say that nobody is hurt."""

HINDERED: Mapping[Limb, frozenset[Pose]] = {
    Limb.HAND: frozenset({Pose.CLIMB, Pose.PUNCH, Pose.TYPE, Pose.WRITE, Pose.DRIVE, Pose.STRIKE}),
    Limb.LEG: frozenset({Pose.RUN, Pose.JUMP, Pose.CLIMB, Pose.DANCE, Pose.KICK}),
    Limb.EYE: frozenset({Pose.READ, Pose.DRIVE}),
    Limb.HEAD: frozenset(),
    Limb.VOICE: frozenset(),
}
"""What a hurt limb hardly does."""

WEARS = re.compile(
    r"\b(?:porte|vêtue?|habillée?|enfile|met|remet|a mis|dans (?:sa|son|une?)|en)\b"
    r"|\b(?:wears|wearing|dressed|puts on|in (?:her|his|an?))\b|穿|戴|换上|披",
    re.IGNORECASE,
)
"""Words before what somebody wears."""

DONS = re.compile(
    r"\b(?:enfile|met (?:sa|son|ses|une?|le|la)|remet|s'habille en|se change en)\b|\b(?:puts on|changes into|dons)\b"
    r"|换上|穿上|披上",
    re.IGNORECASE,
)
"""Words of an action that changes what somebody wears."""

DIES = re.compile(
    r"\b(?:meurt|est morte?|se noie|rend l'âme|disparaît pour toujours|part pour toujours)\b"
    r"|\b(?:dies|is dead|drowns|is killed|leaves for ever|leaves forever|vanishes for ever|vanishes forever)\b"
    r"|死了|死去|去世|身亡|永远离开|永远消失",
    re.IGNORECASE,
)
"""Words of an action after which somebody is not there any more."""

LEARNS = re.compile(
    r"\b(?:apprend que|découvre que|comprend que|sait maintenant que)\b"
    r"|\b(?:learns that|finds out that|discovers that|realises that|realizes that)\b"
    r"|得知|发现了|明白了|终于知道",
    re.IGNORECASE,
)
"""Words of an action after which somebody knows something."""
