"""Plots: the bones of an episode, one of which is dealt to an idea as from a deck.

A small model makes good sentences and poor stories: left alone it turns in circles or tells an example again. Given the
bones it has only to say who does what. An idea that tells a story already is left its own.
"""

import re
from collections.abc import Mapping

from agents.crew.language import EN, FR, ZH, length
from agents.crew.words import COLON, KEYS
from storage.domain.story import Language

Plot = tuple[str, str, str, str]
"""What happens in each of the four beats."""

DECK: Mapping[Language, tuple[Plot, ...]] = {
    FR: tuple(
        ("le héros fait ce que dit l'idée", *rest)
        for rest in (
            ("le rival apporte une boîte fermée", "la boîte bouge toute seule", "le héros ouvre la boîte et sourit"),
            ("le rival suit le héros en secret", "le héros se retourne et tend une lettre", "le rival lit et s'enfuit"),
            ("le rival veut tout arrêter", "les lumières s'éteignent", "dans le noir, une troisième voix rit"),
            ("le téléphone sonne, le rival répond", "c'est la voix du héros", "la voix crie : cours !"),
            ("le rival casse un miroir", "un morceau montre demain", "demain, le héros n'est plus là"),
            ("le rival vole une clé", "la clé ouvre une porte inconnue", "derrière la porte, quelqu'un attend"),
            ("l'horloge s'arrête et le rival tremble", "le héros remonte l'horloge", "l'horloge tourne à l'envers"),
            ("le rival réclame une vieille dette", "le héros montre une photo", "sur la photo, ils sont enfants"),
        )
    ),
    EN: tuple(
        ("the hero does what the idea says", *rest)
        for rest in (
            ("the rival brings a closed box", "the box moves by itself", "the hero opens the box and smiles"),
            (
                "the rival follows the hero in secret",
                "the hero turns and holds out a letter",
                "the rival reads and runs",
            ),
            ("the rival wants to stop it all", "the lights go out", "in the dark, a third voice laughs"),
            ("the phone rings, the rival answers", "it is the hero's voice", "the voice shouts: run!"),
            ("the rival breaks a mirror", "a piece shows tomorrow", "tomorrow, the hero is gone"),
            ("the rival steals a key", "the key opens an unknown door", "behind the door, someone waits"),
            ("the clock stops and the rival trembles", "the hero winds the clock", "the clock runs backwards"),
            ("the rival claims an old debt", "the hero shows a photo", "in the photo, they are children"),
        )
    ),
    ZH: tuple(
        ("主角做创意里说的事", *rest)
        for rest in (
            ("对手送来一只关着的盒子", "盒子自己动了起来", "主角打开盒子，笑了"),
            ("对手偷偷跟踪主角", "主角转身递出一封信", "对手读完信就跑"),
            ("对手要阻止这一切", "灯忽然全灭了", "黑暗里响起第三个人的笑声"),
            ("电话响了，对手接起来", "电话里是主角的声音", "那声音大喊：快跑"),
            ("对手打碎一面镜子", "碎片里出现明天", "明天里没有主角"),
            ("对手偷走一把钥匙", "钥匙打开一扇陌生的门", "门后有人在等"),
            ("钟停了，对手发抖", "主角给钟上发条", "钟倒着走了起来"),
            ("对手来讨一笔旧债", "主角拿出一张照片", "照片上，他们都是孩子"),
        )
    ),
}

OWN: Mapping[Language, Plot] = {
    FR: ("ce que l'idée raconte d'abord", "ce qui tourne mal", "ce que personne n'attendait", "une image mystérieuse"),
    EN: ("what the idea tells first", "what goes wrong", "what nobody expected", "a mysterious picture"),
    ZH: ("创意先讲的事", "出了什么差错", "谁也没想到的事", "一个神秘的画面"),
}
"""The bones of an idea that tells a story already."""

ORDERS: Mapping[Language, frozenset[str]] = {
    language: frozenset({deck[0][0], *OWN[language]}) for language, deck in DECK.items()
}
"""Bones that only say what is to be told: said again they tell nothing. The others are sentences of a story."""

_A_STORY: Mapping[Language, int] = {FR: 20, EN: 20, ZH: 36}
"""From so many words (Chinese: characters) on, an idea tells a story already."""


def plot(idea: str, deal: int, language: Language) -> Plot:
    """Return the bones for an idea; `deal` (any number from 0) chooses the card."""
    deck = DECK[language]
    return OWN[language] if length(idea, language) >= _A_STORY[language] else deck[deal % len(deck)]


def shown(bones: Plot, language: Language) -> str:
    """Return bones as the model is shown them."""
    named = zip(KEYS[language].beats, bones, strict=True)
    return "\n".join(f"{name}{COLON[language]}{bone}" for name, bone in named)


_ROLES: Mapping[Language, tuple[re.Pattern[str], re.Pattern[str]]] = {
    FR: (re.compile(r"\ble héros\b|\bl'héroïne\b", re.IGNORECASE), re.compile(r"\b(?:le|la) rivale?\b", re.IGNORECASE)),
    EN: (re.compile(r"\bthe hero(?:ine)?\b", re.IGNORECASE), re.compile(r"\bthe rival\b", re.IGNORECASE)),
    ZH: (re.compile("主角"), re.compile("对手")),
}


def cast_in(text: str, hero: str, rival: str, language: Language) -> str:
    """Return a text with the names of hero and rival where it still calls them by their part in the plot."""
    for role, name in zip(_ROLES[language], (hero, rival), strict=True):
        text = name.join(role.split(text))
    return text
