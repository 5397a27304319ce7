"""Strangers: names in a text that belong to nobody of the cast.

A small model brings in people of its own, or those of its examples. In Latin letters a name is a word in capitals that
begins no sentence; in Chinese it is told by how familiar names are made (`小雨`, `老陈`, `阿木`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agents.crew.cast import names
from agents.crew.language import EN, FR, STOP, ZH, stem
from storage.domain.story import Language

_CAPITAL = re.compile(r"(?<![\w'’-])[^\W\d_a-zà-öø-ÿ\u3400-\u9fff][^\W\d_]+")
_OPENING = re.compile(r"(?:\A|[.!?…:;«»“”\"—–(]|['’])\s*\Z")
"""What stands before a word that has its capital from its place."""

_FAMILIAR = re.compile(r"([小老阿])([\u4e00-\u9fff])")
_NO_NAMES: Mapping[str, str] = {
    "小": "时心偷狗猫鸟鱼兔鸡鸭熊说镇巷店吃孩女男路船屋区声门窗院桥河山岛学姐妹弟伙子和哥盒箱包刀灯铃纸字事丑贩队组小"
    "的手脸脚龟乌老面碗汤楼车提号鬼钟型",
    "老": "板人师鼠虎家婆公妇头太旧爷爸妈大友去伴杀乌龟照钟房屋街树歌式的者少朋同和客面店楼钢琴狗猫狐是",
    "阿": "姨",
}
"""Characters that make another word of a familiar name's first one: `小心` is nobody."""

EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    FR: ("Émile", "Louise", "Perle", "Marcel"),
    EN: ("Emile", "Louise", "Pearl", "Walter"),
    ZH: ("老陈", "小雨", "珍珠", "老马"),
}
"""The people of the prompts' examples: a model that is short of ideas calls on them."""


def strangers(text: str, cast: Sequence[str], known: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return the names in a text that are neither of the `cast` nor in the `known` texts, each once.

    What is not told: a name that begins a sentence, unless it stands in another place too or is an example's.
    """
    ours = " ".join((*cast, *known))
    found = (name for name in _named(text, language) if not _is_known(name, ours, language))
    borrowed = (name for name in EXAMPLES[language] if name not in ours and names(text, name))
    return tuple(dict.fromkeys((*found, *borrowed)))


def _named(text: str, language: Language) -> Iterator[str]:
    if language is ZH:
        yield from (found[0] for found in _FAMILIAR.finditer(text) if found[2] not in _NO_NAMES[found[1]])
        return
    for found in _CAPITAL.finditer(text):
        word = found[0].casefold()
        if not _OPENING.search(text[: found.start()]) and word not in STOP[language]:
            yield found[0]


def _is_known(name: str, ours: str, language: Language) -> bool:
    if language is ZH:
        return name in ours
    return stem(name) in {stem(word) for word in re.findall(r"[^\W\d_]+", ours)}
