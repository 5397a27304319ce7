"""Answers as a good model gives them, in each language, for the writer's and the director's questions."""

from collections.abc import Iterable
from typing import Any

from agents.crew.words import KEYS
from storage.domain.story import Age, Character, Language, Sex, Synopsis

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE

IDEAS = {
    FR: "Un renard tient une boulangerie de nuit",
    EN: "A lonely robot falls in love with the moon",
    ZH: "一个女孩发现她的猫会说话",
}

SYNOPSES: dict[Language, dict[str, Any]] = {
    FR: {
        "résumé": "Un renard tient une boulangerie de nuit, mais une policière suit ses traces de farine.",
        "héros": {"nom": "Roux", "sexe": "homme", "âge": "jeune", "apparence": "Renard en tablier blanc."},
        "rival": {"nom": "Inès", "sexe": "femme", "âge": "jeune", "apparence": "Policière en long manteau gris."},
        "début": "À minuit, Roux allume le four de sa boutique.",
        "problème": "Inès suit des traces de farine jusqu'à la vitrine.",
        "surprise": "Elle goûte un croissant et se met à pleurer.",
        "fin": "Sous le comptoir, Roux cache une photo d'Inès enfant.",
        "titre": "Le renard de minuit",
    },
    EN: {
        "logline": "A lonely robot falls in love with the moon, but the roof closes tomorrow.",
        "hero": {"name": "Bolt", "sex": "man", "age": "young", "look": "Small rusty robot with one blue eye."},
        "rival": {"name": "Ada", "sex": "woman", "age": "old", "look": "Caretaker with a silver lantern."},
        "start": "At night, Bolt waves at the moon from the roof.",
        "trouble": "Ada locks the roof for good.",
        "surprise": "The moon waves back at the little robot.",
        "end": "A silver rope falls from the sky at Bolt's feet.",
        "title": "Moonstruck",
    },
    ZH: {
        "梗概": "一个女孩发现她的猫会说话，可是猫只说一句警告。",
        "主角": {"名字": "小红", "性别": "女", "年龄": "孩子", "外貌": "扎辫子的女孩，穿蓝裙子。"},
        "对手": {"名字": "小白", "性别": "男", "年龄": "年轻", "外貌": "白猫，眼睛一蓝一绿。"},
        "开头": "清晨，小白忽然对小红说：早上好。",
        "麻烦": "小白说，今天千万别开门。",
        "意外": "门铃响了，小红从猫眼往外看。",
        "结尾": "门外站着另一个小红。",
        "标题": "会说话的猫",
    },
}

SCENES: dict[Language, dict[str, Any]] = {
    FR: {
        "décor": "une boulangerie chaude",
        "lieu": "boutique",
        "heure": "nuit",
        "temps": "clair",
        "ambiance": "tendresse",
        "ambiance finale": "merveille",
    },
    EN: {
        "setting": "a roof among chimneys",
        "place": "rooftop",
        "hour": "night",
        "weather": "clear",
        "mood": "sad",
        "last mood": "wonder",
    },
    ZH: {
        "布景": "安静的小公寓",
        "地点": "房间",
        "时间": "清晨",
        "天气": "晴",
        "气氛": "奇妙",
        "最后气氛": "不祥",
    },
}

LINES: dict[Language, dict[str, str]] = {
    FR: {
        "2": "Encore de la farine...",
        "3 image": "Les oreilles de Roux se dressent.",
        "3": "Qui est là à cette heure ?",
        "4": "Police. Ce croissant... c'est mon enfance.",
        "5 image": "La patte de Roux glisse sous le comptoir.",
        "5": "Je sais. J'y étais.",
        "6": "Tu avais six ans, et plus faim que moi.",
    },
    EN: {
        "2": "No more moon for you.",
        "3 picture": "Bolt's blue eye flickers.",
        "3": "One last night. Please.",
        "4": "Did you see that?",
        "5 picture": "Bolt lifts his rusty hand again.",
        "5": "It cannot be.",
        "6": "She is calling me home.",
    },
    ZH: {
        "2": "今天别开门。",
        "3 画面": "小红的手停在门把上。",
        "3": "你怎么会说话？",
        "4": "谁在外面？",
        "5 画面": "小白的毛竖了起来。",
        "5": "她来接你了。",
        "6": "她是我。",
    },
}
"""By shot: what is said and, in close-ups, what is seen."""


def scripted(language: Language, keys: Iterable[str], **changed: str) -> dict[str, str]:
    """Return a script under the keys it is asked for: those of lines say who speaks and to what end (`2 Ada lies`).

    `changed` are other lines, by shot: `s2="..."`, or pictures: `p3="..."`.
    """
    lines = LINES[language] | {_line_of(name, language): text for name, text in changed.items()}
    known = SCENES[language] | lines
    return {key: known[key if key in known else key.split()[0]] for key in keys}


def _line_of(name: str, language: Language) -> str:
    return name[1:] if name[0] == "s" else f"{name[1:]} {KEYS[language].picture}"


MOONSTRUCK = Synopsis(
    title="Moonstruck",
    logline="A lonely robot falls in love with the moon, but the roof closes tomorrow.",
    beats=(
        "At night, Bolt waves at the moon from the roof.",
        "Ada locks the roof for good.",
        "The moon waves back at the little robot.",
        "A silver rope falls from the sky at Bolt's feet.",
    ),
    cast=(
        Character(id="bolt", name="Bolt", sex=Sex.MAN, age=Age.YOUNG, look="Small rusty robot with one blue eye."),
        Character(id="ada", name="Ada", sex=Sex.WOMAN, age=Age.OLD, look="Caretaker with a silver lantern."),
    ),
)
