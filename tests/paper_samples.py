"""A French and a Chinese episode of eight shots as papers, short lines and very long ones."""

from bot.words import say
from generation.paper.sheet import Row, Said, Sheet
from generation.paper.table import COLUMNS, habits_of, seconds
from generation.requests.identity import digest_of

MOVES = ("static", "push-in", "pull-out", "pan-left", "tilt-up", "track-right", "orbit", "handheld")
FRAMINGS = (
    "extreme-wide", "two-shot", "over-the-shoulder", "medium", "close-up", "full", "extreme-close-up", "insert",
)  # fmt: skip
ANGLES = ("bird", "eye-level", "eye-level", "low", "high", "dutch", "eye-level", "eye-level")

FRENCH = {
    "title": "La lettre de l’île aux Cœurs",
    "series": "Les Marées d’Œdipe",
    "cast": ("Éléonore", "Père Anatole"),
    "scene": "Phare abandonné, salle de la lanterne",
    "actions": (
        "La tempête se lève : une silhouette minuscule gravit l’escalier du phare, une lanterne à la main.",
        "Éléonore pousse la porte ; l’eau ruisselle de son ciré. Père Anatole, près du poêle, ne se retourne pas.",
        "Il tend une enveloppe jaunie.",
        "Elle recule d’un pas, comme si le papier brûlait.",
    ),
    "lines": (
        "« Tu savais qu’elle n’était jamais montée dans ce bateau, n’est-ce pas ? »",
        "Je l’ai su… et je me suis tu : voilà tout mon crime !",
    ),
}
CHINESE = {
    "title": "月光下的信",
    "series": "孤岛来信",
    "cast": ("林晚", "老周"),
    "scene": "废弃灯塔，灯室",
    "actions": (
        "暴风雨来临，一个小小的身影提着灯笼，沿着灯塔的旋梯缓缓向上，海浪拍打着礁石。",
        "林晚推开门，雨水从雨衣上滴落；老周坐在火炉旁，没有回头。",
        "他递出一封发黄的信。",
        "她后退一步，仿佛那张纸会烫手。",
    ),
    "lines": (
        "“你早就知道她没有上那条船，对不对？”",
        "我知道……可我什么也没说。这就是我全部的罪过！",
    ),
}
WORDS = {"fr": FRENCH, "zh": CHINESE}


def sheet(language: str, *, kind: str = "storyboard", times: int = 1) -> Sheet:
    """Return an episode of eight shots; its actions and lines are repeated `times` times."""
    words, rows, total = WORDS[language], [], 0
    for place in range(8):
        tenths = 21 + 7 * place % 30
        total += tenths
        rows.append(_row(language, place, tenths, total, times))
    length = seconds(total, habits_of(language))
    return Sheet(
        language=language,
        name=say(language, f"paper-{kind}"),
        series=str(words["series"]),
        title=str(words["title"]),
        episode=say(language, "card-episode", number=3),
        summary=say(language, "paper-length", shots=8, seconds=length),
        version=say(language, "paper-version", version="3f9a2c"),
        label="AI生成 · AI GENERATED",
        headings=tuple(say(language, f"column-{name}") for name in COLUMNS),
        rows=tuple(rows),
    )


def _row(language: str, place: int, tenths: int, total: int, times: int) -> Row:
    words = WORDS[language]
    cast, lines, silent = words["cast"], words["lines"], place in {0, 3, 7}
    speakers = () if silent else (0, 1)[: place % 3 or 1]
    light = habits_of(language).comma.join((say(language, "hour-night"), say(language, "weather-rain")))
    return Row(
        number=place + 1,
        picture=digest_of(place),
        scene=f"{words['scene']} — {light}",
        framing=say(language, f"framing-{FRAMINGS[place]}"),
        angle=say(language, f"angle-{ANGLES[place]}"),
        move=say(language, f"move-{MOVES[place]}"),
        arrow=MOVES[place],
        who=() if place in {0, 7} else tuple(cast),
        action=" ".join([words["actions"][place % 4]] * times),
        said=tuple(Said(name=cast[who], text=" ".join([lines[who]] * times)) for who in speakers),
        sound=say(language, "sound-silent" if silent else "sound-sync"),
        tenths=tenths,
        total=total,
    )
