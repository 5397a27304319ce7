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

_LIMB = "main|bras|poignet|doigt|épaule|jambe|pied|genou|cheville|œil|tête|front"
_LIMB_EN = "hand|arm|wrist|finger|shoulder|leg|foot|knee|ankle|eye|head|forehead"
_LIMB_ZH = "手臂|手腕|手指|手|胳膊|肩膀|腿|脚踝|脚|膝盖|眼睛|头|额头"

HURTS = re.compile(
    rf"\bse (?:blesse|brûle|coupe|casse|foule|tord) (?:à |au )?(?:la |le |les |l['’])?(?:{_LIMB})s?\b"
    rf"|\b(?:{_LIMB})s? (?:blessée?|brûlée?|cassée?|foulée?|bandée?)s?\b|\bperd la voix\b"
    rf"|\b(?:breaks|cuts|burns|sprains|twists|hurts|injures) (?:her|his) (?:{_LIMB_EN})\b"
    rf"|\b(?:bandaged|broken|wounded|injured|burnt|sprained) (?:{_LIMB_EN})\b|\bloses (?:her|his) voice\b"
    rf"|(?:{_LIMB_ZH})(?:受伤|骨折|断了|流血|烧伤|缠着绷带)|(?:割伤|划破|烧伤|扭伤|摔断)了?(?:{_LIMB_ZH})|失声了",
    re.IGNORECASE,
)
"""Words of an action that hurts somebody so that it shows: what hurts stands beside what is hurt."""

DENIED = re.compile(
    r"\b(?:not|never|almost|nearly|if|pas|jamais|presque|faillit|failli|si)\b|n't\b|没|不|差点|险些|如果", re.IGNORECASE
)
"""Words by which what a sentence tells did not happen, or may not have."""

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
    r"\b(?:(?:apprend|découvre|comprend|sait maintenant) qu(?:e|(?=['’])))\b"
    r"|\b(?:learns that|finds out that|discovers that|realises that|realizes that)\b"
    r"|得知|发现了|明白了|终于知道",
    re.IGNORECASE,
)
"""Words of an action after which somebody knows something."""
