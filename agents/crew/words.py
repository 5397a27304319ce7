"""The words of each language that stand for the story's enumerations, in answers and in what people write.

A small model drifts into the language of the keys and choices it is given: a French answer needs French ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from storage.domain.story import Age, Hour, Language, Mood, Place, Sex, Weather

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE

E = TypeVar("E", bound=StrEnum)


def _column(kind: type[E], words: str) -> Mapping[E, str]:
    """Pair the members of an enumeration, in their order, with as many words."""
    return dict(zip(kind, words.split(), strict=True))


SEX: Mapping[Language, Mapping[Sex, str]] = {
    FR: _column(Sex, "femme homme"),
    EN: _column(Sex, "woman man"),
    ZH: _column(Sex, "女 男"),
}

AGE: Mapping[Language, Mapping[Age, str]] = {
    FR: _column(Age, "enfant adolescent jeune mûr vieux"),
    EN: _column(Age, "child teen young middle-aged old"),
    ZH: _column(Age, "孩子 少年 年轻 中年 年老"),
}

PLACE: Mapping[Language, Mapping[Place, str]] = {
    FR: _column(
        Place,
        "palais montagne mer temple marché forêt village rue ville toit salon cuisine boutique bureau école hôpital "
        "restaurant gare vaisseau désert trône bambous grotte bateau chambre voiture train laboratoire scène",
    ),
    EN: _column(
        Place,
        "palace mountain sea temple market forest village street city rooftop room kitchen shop office school hospital "
        "restaurant station spaceship desert throne-room bamboo cave boat bedroom car train laboratory stage",
    ),
    ZH: _column(
        Place,
        "宫殿 山 海 寺庙 集市 森林 村庄 街道 城市 屋顶 房间 厨房 商店 办公室 学校 医院 餐厅 车站 飞船 沙漠 "
        "大殿 竹林 山洞 船 卧室 汽车 火车 实验室 舞台",
    ),
}

HOUR: Mapping[Language, Mapping[Hour, str]] = {
    FR: _column(Hour, "aube jour crépuscule nuit"),
    EN: _column(Hour, "dawn day dusk night"),
    ZH: _column(Hour, "清晨 白天 黄昏 夜晚"),
}

WEATHER: Mapping[Language, Mapping[Weather, str]] = {
    FR: _column(Weather, "clair pluie neige brume pétales braises"),
    EN: _column(Weather, "clear rain snow mist petals embers"),
    ZH: _column(Weather, "晴 雨 雪 雾 落花 火星"),
}

MOOD: Mapping[Language, Mapping[Mood, str]] = {
    FR: _column(Mood, "joie tendresse tristesse tension menace merveille"),
    EN: _column(Mood, "joy tender sad tense ominous wonder"),
    ZH: _column(Mood, "欢乐 温柔 悲伤 紧张 不祥 奇妙"),
}


def meant(words: Mapping[E, str], word: str) -> E:
    """Return the member that a word of the table stands for.

    Raises:
        KeyError: it is none of them.
    """
    return {each: member for member, each in words.items()}[word]


@dataclass(frozen=True, kw_only=True, slots=True)
class Keys:
    """The keys of the answers' JSON."""

    logline: str
    hero: str
    rival: str
    beats: tuple[str, str, str, str]
    title: str
    name: str
    sex: str
    age: str
    look: str
    setting: str
    place: str
    hour: str
    weather: str
    mood: str
    last_mood: str
    picture: str
    says: str
    text: str
    shot: str


def _keys(words: str) -> Keys:
    """Read the keys from one line, in the order of the fields; the four beats stand after `rival`."""
    logline, hero, rival, start, trouble, surprise, end, *others = words.split("|")
    names = [field.name for field in fields(Keys)][4:]
    rest = dict(zip(names, others, strict=True))
    return Keys(logline=logline, hero=hero, rival=rival, beats=(start, trouble, surprise, end), **rest)


KEYS: Mapping[Language, Keys] = {
    FR: _keys(
        "résumé|héros|rival|début|problème|surprise|fin|titre|nom|sexe|âge|apparence|décor|lieu|heure|temps|ambiance|"
        "ambiance finale|image|dit|texte|plan"
    ),
    EN: _keys(
        "logline|hero|rival|start|trouble|surprise|end|title|name|sex|age|look|setting|place|hour|weather|mood|"
        "last mood|picture|says|text|shot"
    ),
    ZH: _keys(
        "梗概|主角|对手|开头|麻烦|意外|结尾|标题|名字|性别|年龄|外貌|布景|地点|时间|天气|气氛|最后气氛|画面|说|文字|镜头"
    ),
}

CLOSE_UP: Mapping[Language, str] = {FR: "(gros plan sur {})", EN: "(close-up of {})", ZH: "（{}的特写）"}
"""How the model is told that a shot is a close-up."""

ACT: Mapping[Language, str] = {FR: "{} {}", EN: "{} {}", ZH: "{}{}"}
"""Who speaks, and what they do by it."""

COLON: Mapping[Language, str] = {FR: " : ", EN: ": ", ZH: "："}
"""What stands between a name and what is said of it."""
