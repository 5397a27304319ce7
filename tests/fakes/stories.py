"""Answers as a good model gives them, in each language, for the writer's and the director's questions."""

from typing import Any

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
        "autre": {"nom": "Inès", "sexe": "femme", "âge": "jeune", "apparence": "Policière en long manteau gris."},
        "début": "À minuit, Roux allume le four de sa boutique.",
        "problème": "Inès suit des traces de farine jusqu'à la vitrine.",
        "surprise": "Elle goûte un croissant et se met à pleurer.",
        "fin": "Sous le comptoir, Roux cache une photo d'Inès enfant.",
        "titre": "Le renard de minuit",
    },
    EN: {
        "logline": "A lonely robot falls in love with the moon, but the roof closes tomorrow.",
        "hero": {"name": "Bolt", "sex": "man", "age": "young", "look": "Small rusty robot with one blue eye."},
        "other": {"name": "Ada", "sex": "woman", "age": "old", "look": "Caretaker with a silver lantern."},
        "start": "At night, Bolt waves at the moon from the roof.",
        "trouble": "Ada locks the roof for good.",
        "surprise": "The moon waves back at the little robot.",
        "end": "A silver rope falls from the sky at Bolt's feet.",
        "title": "Moonstruck",
    },
    ZH: {
        "梗概": "一个女孩发现她的猫会说话，可是猫只说一句警告。",
        "主角": {"名字": "小红", "性别": "女", "年龄": "孩子", "外貌": "扎辫子的女孩，穿蓝裙子。"},
        "配角": {"名字": "小白", "性别": "男", "年龄": "年轻", "外貌": "白猫，眼睛一蓝一绿。"},
        "开头": "清晨，小白忽然对小红说：早上好。",
        "麻烦": "小白说，今天千万别开门。",
        "意外": "门铃响了，小红从猫眼往外看。",
        "结尾": "门外站着另一个小红。",
        "标题": "会说话的猫",
    },
}

SCRIPTS: dict[Language, dict[str, Any]] = {
    FR: {
        "décor": "une boulangerie chaude",
        "lieu": "boutique",
        "heure": "nuit",
        "temps": "clair",
        "ambiance": "tendresse",
        "2": {"qui": "Inès", "dit": "Encore de la farine..."},
        "3": {"image": "Le doigt d'Inès glisse sur la vitre poudrée.", "qui": "Inès", "dit": "Police ! Ouvrez."},
        "4": {"qui": "Roux", "dit": "Goûtez d'abord."},
        "5": {"image": "Une larme tombe sur la croûte dorée.", "qui": "Inès", "dit": "C'est le goût de mon enfance."},
        "6": {"qui": "Roux", "dit": "Je sais. J'y étais."},
        "décor final": "derrière le comptoir",
        "lieu final": "boutique",
        "ambiance finale": "merveille",
    },
    EN: {
        "setting": "a roof among chimneys",
        "place": "rooftop",
        "hour": "night",
        "weather": "clear",
        "mood": "sad",
        "2": {"who": "Ada", "says": "No more moon for you."},
        "3": {"picture": "Bolt's blue eye flickers.", "who": "Bolt", "says": "One last night. Please."},
        "4": {"who": "Bolt", "says": "Did you see that?"},
        "5": {"picture": "Ada's lantern slips from her fingers.", "who": "Ada", "says": "It cannot be."},
        "6": {"who": "Bolt", "says": "She is calling me home."},
        "last setting": "the same roof",
        "last place": "rooftop",
        "last mood": "wonder",
    },
    ZH: {
        "布景": "安静的小公寓",
        "地点": "房间",
        "时间": "清晨",
        "天气": "晴",
        "气氛": "奇妙",
        "2": {"谁": "小白", "说": "今天别开门。"},
        "3": {"画面": "小红的手停在门把上。", "谁": "小红", "说": "你怎么会说话？"},
        "4": {"谁": "小红", "说": "谁在外面？"},
        "5": {"画面": "小白的毛竖了起来。", "谁": "小白", "说": "她来接你了。"},
        "6": {"谁": "小红", "说": "她是我。"},
        "最后布景": "昏暗的楼道",
        "最后地点": "房间",
        "最后气氛": "不祥",
    },
}

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
