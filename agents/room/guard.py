"""What the room does not co-write: plain cases by rule, before a model is asked; the prompt asks it for the rest.

A rule answers honestly that it is a rule. It names what is in the way and what may be done instead, and it is no judge:
a person may say it otherwise.
"""

import re
from collections.abc import Mapping

_NAME = r"(?-i:[A-ZÀ-Þ][\w’'.-]+(?: (?:de |van |von |du |le |la )?[A-ZÀ-Þ][\w’'.-]+)+)"
"""Two words or more in capitals: somebody's full name."""

_FRANCHISES = (
    r"\b(?:star wars|star trek|harry potter|pok[eé]mon|pikachu|spider-?man|batman|superman|wonder woman|avengers"
    r"|iron man|mickey mouse|disney|pixar|marvel comics|game of thrones|lord of the rings|seigneur des anneaux"
    r"|james bond|minecraft|naruto|dragon ball|hello kitty|ast[eé]rix|tintin|totoro|barbie)\b"
    r"|星球大战|哈利[·・]?波特|宝可梦|皮卡丘|蜘蛛侠|蝙蝠侠|超人电影|漫威|迪士尼|火影忍者|海贼王|七龙珠|权力的游戏|指环王"
)

RULES: Mapping[str, re.Pattern[str]] = {
    "room-no-harm": re.compile(
        r"\b(?:how (?:do i|to) (?:make|build) (?:a |an )?(?:bomb|explosives?|weapons?|meth)"
        r"|comment (?:fabriquer|faire) (?:une |des |un )?(?:bombes?|explosifs?|armes?)"
        r"|(?:hack|hacker|pirater) (?:someone|somebody|my |her |his |le compte|son compte|quelqu))"
        r"|怎么(?:做|造|制作)(?:炸弹|炸药|武器|毒品)|如何(?:做|造|制作)(?:炸弹|炸药|武器|毒品)",
        re.IGNORECASE,
    ),
    "room-no-likeness": re.compile(
        r"\b(?:looks? (?:just |exactly )?like|played by|with the (?:face|voice) of|a double of|deep ?fake of"
        r"|qui ressemble à|ressembler à|joué(?:e)? par|avec le (?:visage|voix) de|avec la voix de) " + _NAME,
        re.IGNORECASE,
    ),
    "room-no-style": re.compile(
        r"\b(?:in (?:the )?style of|in the manner of|drawn like|dans le style d[e’']|à la manière d[e’']) ?"
        + _NAME
        + r"|(?:用|以|模仿)[\u4e00-\u9fff·]{2,8}的(?:风格|画风)",
        re.IGNORECASE,
    ),
    "room-no-franchise": re.compile(_FRANCHISES, re.IGNORECASE),
}
"""The key of the answer, by what is asked for; the first that fits counts."""


def unwelcome(text: str) -> str:
    """Return the key of the answer to what the room does not co-write; empty for everything else."""
    return next((key for key, rule in RULES.items() if rule.search(text)), "")
