"""A whole series as a good model tells it, in each language: answers to the questions about bible, season, episodes."""

from collections.abc import Mapping
from typing import Any

from agents.crew.bookwords import BOOK_KEYS, PARTS, WHERE
from agents.crew.words import KEYS
from agents.crew.worldbuilder import AIMS
from storage.domain.story import Language
from tests.fakes.stories import EN, FR, ZH

WORLDS: Mapping[Language, tuple[str, str, str]] = {
    FR: (
        "Une ville de province où les renards travaillent la nuit.",
        "Lampes jaunes, vapeur et gros plans de pâte.",
        "Tendre, avec un secret par fournée.",
    ),
    EN: (
        "A city of roofs where old machines live after work.",
        "Blue night, long shadows, small lights.",
        "Sad and playful, like a lullaby.",
    ),
    ZH: ("一座小城，动物偶尔会开口说话。", "清晨的柔光，近景多，色彩淡。", "轻松里带着一点不安。"),
}

PEOPLE: Mapping[Language, tuple[tuple[str, str, str, str], ...]] = {
    FR: (
        ("Roux", "homme", "jeune", "Renard en tablier blanc."),
        ("Inès", "femme", "jeune", "Policière en long manteau gris."),
        ("Basile", "homme", "vieux", "Meunier barbu, sabots jaunes."),
    ),
    EN: (
        ("Bolt", "man", "young", "Small rusty robot with one blue eye."),
        ("Ada", "woman", "old", "Caretaker with a silver lantern."),
        ("Wick", "man", "child", "Barefoot boy in a torn scarf."),
    ),
    ZH: (
        ("小红", "女", "孩子", "扎辫子的女孩，穿蓝裙子。"),
        ("小白", "男", "年轻", "白猫，眼睛一蓝一绿。"),
        ("阿木", "男", "少年", "戴草帽的邻居，背着画板。"),
    ),
}

STAKES: Mapping[Language, tuple[str, str, str]] = {
    FR: ("garder sa boutique ouverte", "comprendre son enfance", "la miche brûlée"),
    EN: ("to reach the moon", "to lock the roof for good", "the silver key"),
    ZH: ("弄清猫的秘密", "守住那扇门", "会说话的铃铛"),
}
"""What hero and rival want, and what both are after."""

PLACES: Mapping[Language, tuple[tuple[str, str, str], ...]] = {
    FR: (
        ("La boulangerie", "Four noir, étagères pleines de pains", "boutique"),
        ("Le moulin", "Grande roue de bois, farine dans l'air", "village"),
        ("Le commissariat", "Néons, dossiers, une chaise vide", "bureau"),
    ),
    EN: (
        ("The roof", "Chimneys and wires under stars", "rooftop"),
        ("The stairwell", "Iron steps, a broken lamp", "room"),
        ("The workshop", "Shelves of screws and springs", "laboratory"),
    ),
    ZH: (
        ("客厅", "旧沙发，门上贴着年画", "房间"),
        ("楼顶", "晾着被单，能看见铁路", "屋顶"),
        ("巷口", "石阶，路灯，一辆三轮车", "街道"),
    ),
}

ARCS: Mapping[Language, str] = {
    FR: "Roux veut garder sa boutique ouverte, mais Inès veut comprendre son enfance.",
    EN: "Bolt wants to reach the moon, but Ada wants to lock the roof for good.",
    ZH: "小红想要弄清猫的秘密，小白却想要守住那扇门。",
}

PLANS: Mapping[Language, tuple[tuple[str, str, str, str], ...]] = {
    FR: (
        (
            "Roux allume le four pour sa première nuit.",
            "Inès entre et pose un sac de preuves sur le comptoir.",
            "Une miche fumante porte l'empreinte d'un enfant.",
            "Première fournée",
        ),
        (
            "Basile livre au moulin un blé qui brille.",
            "Roux découvre une lettre cousue dans la toile.",
            "La roue du moulin s'arrête, et Basile recule.",
            "Le blé brillant",
        ),
        (
            "Inès ouvre un dossier vieux de vingt ans.",
            "La photo montre Roux devant une maison brûlée.",
            "Quelqu'un éteint les néons depuis le couloir d'Inès.",
            "Vingt ans",
        ),
    ),
    EN: (
        (
            "Bolt climbs to the roof to wave at the moon.",
            "Ada turns the key and hides it in her lantern.",
            "Far up, something silver waves back at Bolt.",
            "First Wave",
        ),
        (
            "Wick finds a spring that hums in the stairwell.",
            "Bolt fits it into his chest and begins to float.",
            "Ada grabs his foot, and the lantern falls.",
            "The Humming Spring",
        ),
        (
            "Ada opens an old workshop nobody knew about.",
            "Inside, a second robot with Bolt's eye is asleep.",
            "Its hand closes around Wick's scarf.",
            "The Sleeper",
        ),
    ),
    ZH: (
        ("清晨，小白第一次对小红道早安。", "小白说今天千万别开门。", "门外有人用小红的声音在哭。", "别开门"),
        ("阿木在楼顶画下一只发光的影子。", "小红认出画里是自己的裙子。", "画纸上的影子转过头来。", "会动的画"),
        (
            "巷口的三轮车上多了一面镜子。",
            "小白跳进镜子，尾巴留在外面。",
            "小红伸手，抓住的却是另一只手。",
            "镜子里的手",
        ),
    ),
}

EPISODES: Mapping[Language, tuple[tuple[str, str, str, str], ...]] = {
    FR: (
        (
            "Roux gratte une allumette, et les braises rougissent ses moustaches.",
            "Inès entre, trempée, un sac de preuves au bras.",
            "Roux glisse une miche fumante sur le comptoir.",
            "Inès y lit l'empreinte d'un enfant.",
        ),
        (
            "Basile vide un sac, et ses mains luisent dans le noir.",
            "Roux tire sur un fil de la toile.",
            "Une lettre cousue lui tombe dans les pattes.",
            "La roue s'arrête, et Basile recule vers l'ombre.",
        ),
        (
            "Inès souffle la poussière d'une chemise cartonnée.",
            "Roux refuse de s'asseoir en face.",
            "Sur le papier jauni, un renardeau pleure près des cendres.",
            "Les néons meurent dans le couloir d'Inès.",
        ),
    ),
    EN: (
        (
            "Bolt lifts a rusty hand among the chimneys.",
            "Ada turns the key behind him.",
            "Ada drops it into her lantern and walks away.",
            "A silver glove answers him from the sky.",
        ),
        (
            "Wick pulls a humming spring from the stairwell.",
            "Ada forbids them to touch it.",
            "With a click in his chest, Bolt leaves the ground.",
            "Glass breaks: Ada hangs on to his heel.",
        ),
        (
            "Ada opens the door of an old workshop.",
            "Wick slips in under her arm.",
            "Under a sheet, a blue eye like Bolt's is closed.",
            "Steel fingers catch Wick by the neck.",
        ),
    ),
    ZH: (
        (
            "清晨，小白对小红说了声早安。",
            "小红高兴得去拉门闩。",
            "小白弓起背，挡住门闩直摇头。",
            "背后响起哭声，跟小红一模一样。",
        ),
        (
            "阿木坐在被单之间，笔尖一闪一闪。",
            "小红抢过画纸要看清楚。",
            "画里的影子穿着她的裙子。",
            "影子慢慢转过头，看着小红。",
        ),
        (
            "巷口的三轮车上，小红看见一面镜子。",
            "小白竖起毛，不让她靠近。",
            "小白自己跳进镜子，只剩尾巴。",
            "小红探进去，五根冰凉的手指扣住她。",
        ),
    ),
}


LATER_PLANS: Mapping[Language, tuple[tuple[str, str, str, str], ...]] = {
    EN: (
        (
            "Wick teaches the sleeper its first word.",
            "Bolt hears it say the name of Ada's lost brother.",
            "Ada drops her lantern, and the stairs go dark.",
            "First Word",
        ),
        (
            "Ada reads an old letter under the chimney.",
            "Bolt learns that he was built to carry somebody home.",
            "Smoke writes a number over the roof for Wick.",
            "The Letter",
        ),
        (
            "Bolt, Ada and Wick climb the tallest mast.",
            "Ada hands Bolt the key that she has hidden.",
            "The moon opens like a door, and Bolt steps in.",
            "The Door",
        ),
    ),
}
"""What the series tells after its first three episodes, where a test goes so far."""

LATER_EPISODES: Mapping[Language, tuple[tuple[str, str, str, str], ...]] = {
    EN: (
        (
            "Wick holds a tin cup before the iron mouth.",
            "Ada wants the machine shut down.",
            "A rusty voice whispers a name, and Bolt freezes.",
            "Glass bursts at Ada's feet; nothing is seen any more.",
        ),
        (
            "Ada's fingers tremble on yellow paper.",
            "Wick snatches it and reads aloud.",
            "Bolt finds his own number between the lines.",
            "Grey figures curl above Wick, one after the other.",
        ),
        (
            "Three shadows pull themselves up: Bolt, Ada, Wick.",
            "Wind tears the scarf from Wick's neck.",
            "Ada opens her fist, and silver glitters before Bolt.",
            "A white crack grows in the sky, and Bolt is gone.",
        ),
    ),
}


def planned(language: Language) -> tuple[tuple[str, str, str, str], ...]:
    return (*PLANS[language], *LATER_PLANS.get(language, ()))


def world(language: Language) -> dict[str, str]:
    keys = BOOK_KEYS[language]
    return dict(zip((keys.world, keys.style, keys.tone), WORLDS[language], strict=True))


def person(language: Language, number: int) -> dict[str, str]:
    keys = KEYS[language]
    return dict(zip((keys.name, keys.sex, keys.age, keys.look), PEOPLE[language][number], strict=True))


def stakes(language: Language, *names: str) -> dict[str, str]:
    """Return what drives the series; `names` are its hero and rival where they are not ours."""
    people = names or (PEOPLE[language][0][0], PEOPLE[language][1][0])
    keys = (*(aim.format(*people) for aim in AIMS[language]), BOOK_KEYS[language].thing)
    return dict(zip(keys, STAKES[language], strict=True))


def places(language: Language) -> dict[str, dict[str, str]]:
    keys = KEYS[language]
    return {
        where: dict(zip((keys.name, keys.look, keys.place), place, strict=True))
        for where, place in zip(WHERE[language], PLACES[language], strict=True)
    }


def arc(language: Language) -> dict[str, str]:
    return {BOOK_KEYS[language].arc: ARCS[language]}


def plans(language: Language, *numbers: int) -> dict[str, str]:
    words, book = KEYS[language], BOOK_KEYS[language]
    keys = (words.logline, book.turn, book.cliffhanger, words.title)
    return {
        f"{number} {key}": text
        for number in numbers
        for key, text in zip(keys, planned(language)[number - 1], strict=True)
    }


def episode(language: Language, number: int) -> dict[str, str]:
    told_ = (*EPISODES[language], *LATER_EPISODES.get(language, ()))
    return dict(zip(KEYS[language].beats, told_[number - 1], strict=True))


def told(keys: frozenset[str], asked: str) -> dict[str, Any] | None:
    """Return what the series says under these keys to what was `asked`, if it is a question about it."""
    for language in Language:
        said = _told(language, keys, asked)
        if said is not None and set(said) == keys:
            return said
    return None


def _told(language: Language, keys: frozenset[str], asked: str) -> dict[str, Any] | None:
    if keys == set(person(language, 0)):
        who = asked.splitlines()[-1]
        return next((person(language, number) for number, part in enumerate(PARTS[language]) if part in who), None)
    if keys == set(episode(language, 1)):
        known = (number for number, plan in enumerate(planned(language), 1) if plan[0] in asked)
        return next((episode(language, number) for number in known), None)
    if keys == set(places(language)):
        return places(language)
    for whole in (world(language), stakes(language), arc(language)):
        if keys == set(whole):
            return whole
    numbers = sorted({int(key.split()[0]) for key in keys if key.split()[0].isdigit()})
    return plans(language, *numbers) if numbers and numbers[-1] <= len(planned(language)) else None
