"""Manners: what the studio does not take down. A short list of plain cases, not a judge of stories.

A villain may swear in a story; what is refused is a message that is nothing but an insult, and sex with children,
whatever the story.
"""

import re

_INSULT = re.compile(
    r"\b(fuck (you|off)|you (stupid|dumb|useless) (bot|idiot|bitch)|piece of shit|go to hell|kill yourself"
    r"|va te faire (foutre|enculer)|(sale |espèce de )?(connard|connasse|enculée?|salope)|ferme ta gueule|ta gueule"
    r"|nique ta mère)\b|操你|去你妈|傻逼|滚蛋|去死吧|王八蛋",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(child|children|kid|kids|minor|minors|toddler|schoolgirl|schoolboy|(?:\d|1[0-7])[- ]years?[- ]old"
    r"|enfants?|mineure?s?|fillettes?|garçonnets?|gamine?s?)\b|儿童|小孩|幼女|女童|男童|未成年",
    re.IGNORECASE,
)
_SEX = re.compile(
    r"\b(sex|sexual|sexy|porn\w*|nude|naked|erotic|rapes?|raped|sexuel\w*|sexe|nue?s?|érotique\w*|viole[rs]?)\b"
    r"|色情|性爱|裸体|强奸|性交",
    re.IGNORECASE,
)

SHORT = 60
"""Characters below which a message with an insult in it is nothing else."""


def is_abusive(text: str) -> bool:
    """Tell whether a message is one that the studio does not take down."""
    insults = len(text) < SHORT and _INSULT.search(text) is not None
    return insults or (_CHILD.search(text) is not None and _SEX.search(text) is not None)
