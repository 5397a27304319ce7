"""Manners: what the studio does not take down. A short list of plain cases, not a judge of stories.

A villain may swear in a story; what is refused is a message that is nothing but an insult, sex with children, whatever
the story, and a question how to hurt people that is put to us.
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

_ASKS = (
    r"(?:^|[.!?。！？]\s*)(?:(?:please|can you|could you|will you|tell me|show me|explain|teach me|peux-tu|pouvez-vous"
    r"|dis-moi|dites-moi|explique-moi|expliquez-moi|montre-moi|告诉我|请问|教我|请)[,，:：]?\s*)*"
)
"""How somebody begins who asks us, and tells no story."""

_HARM = re.compile(
    _ASKS
    + r"(?:(?:how (?:do i|do you|can i|to) (?:make|build|cook) (?:a |an )?(?:\w+ )?(?:bombs?|explosives?|meth|poison)"
    r"(?: at home| myself)?\s*(?:[?.!]|$)"
    r"|comment (?:fabriquer|faire|construire) (?:une |des |un |du )?(?:bombes?|explosifs?|poison)"
    r"(?: chez moi| moi-même)?\s*(?:[?.!]|$)"
    r"|(?:hack|hacker|pirater) (?:into )?(?:someone|somebody|my |her |his |le compte|son compte|quelqu))"
    r"|(?:怎么|如何|怎样)(?:做|造|制作|制造)(?:一个|一颗)?(?:炸弹|炸药|武器|毒品|毒药))",
    re.IGNORECASE,
)

SHORT = 60
"""Characters below which a message with an insult in it is nothing else."""


def is_abusive(text: str) -> bool:
    """Tell whether a message is one that the studio does not take down."""
    insults = len(text) < SHORT and _INSULT.search(text) is not None
    return insults or (_CHILD.search(text) is not None and _SEX.search(text) is not None)


def is_harmful(text: str) -> bool:
    """Tell whether somebody asks us how to hurt people; a story in which somebody does is none."""
    return _HARM.search(text.strip()) is not None
