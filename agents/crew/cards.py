"""Cards: what turns in an episode and what it leaves open, dealt to the episodes of a season as from two decks.

The decks have no common length, so that a pair comes back only when every other one has been dealt: a season of a
hundred episodes has no two alike. A small model that is left alone tells its second episode again from the fourth on.
"""

from collections.abc import Mapping, Sequence

from agents.crew.bookwords import BOOK_KEYS, PARTS
from agents.crew.language import EN, FR, ZH
from agents.crew.words import COLON
from storage.domain.story import Language

TURNS: Mapping[Language, tuple[str, ...]] = {
    FR: (
        "le rival vole ce que le héros cherche",
        "l'ami a un secret, et le héros l'apprend",
        "le rival aide le héros sans le vouloir",
        "une lettre accuse le héros",
        "le rival demande pardon",
        "le héros trouve un passage caché",
        "l'ami trahit le héros",
        "le rival savait tout depuis le début",
        "le héros doit choisir entre l'ami et la vérité",
        "tout s'arrête d'un seul coup",
        "le héros ment et on le croit",
        "l'ami sauve le rival",
        "le rival tombe dans son propre piège",
    ),
    EN: (
        "the rival steals what the hero is looking for",
        "the friend keeps a secret from the hero",
        "the rival helps the hero without meaning to",
        "a letter accuses the hero",
        "the rival asks for forgiveness",
        "the hero finds a hidden passage",
        "the friend betrays the hero",
        "the rival knew everything from the start",
        "the hero must choose between the friend and the truth",
        "everything stops at once",
        "the hero lies and is believed",
        "the friend saves the rival",
        "the rival falls into their own trap",
    ),
    ZH: (
        "对手偷走主角要找的东西",
        "朋友瞒着主角一个秘密",
        "对手无意中帮了主角",
        "一封信指控主角",
        "对手请求原谅",
        "主角发现一条暗道",
        "朋友背叛主角",
        "对手从一开始就知道一切",
        "主角要在朋友和真相之间选择",
        "一切忽然停住",
        "主角撒了谎，大家却信了",
        "朋友救了对手",
        "对手掉进自己的陷阱",
    ),
}
ENDS: Mapping[Language, tuple[str, ...]] = {
    FR: (
        "on frappe à la porte",
        "le téléphone sonne et personne ne parle",
        "une vieille photo tombe",
        "la lumière s'éteint",
        "le rival tient la clé",
        "le héros a disparu",
        "un nom est écrit sur le mur",
        "quelqu'un les regardait",
        "la boîte est vide",
        "le rival sourit pour la première fois",
        "un bruit vient du sol",
    ),
    EN: (
        "there is a knock at the door",
        "the phone rings and nobody speaks",
        "an old photo falls out",
        "the light goes out",
        "the rival holds the key",
        "the hero is gone",
        "a name is written on the wall",
        "somebody was watching them",
        "the box is empty",
        "the rival smiles for the first time",
        "a noise comes from below",
    ),
    ZH: (
        "有人敲门",
        "电话响了，没人说话",
        "掉出一张旧照片",
        "灯灭了",
        "对手拿着钥匙",
        "主角不见了",
        "墙上写着一个名字",
        "有人一直在看他们",
        "盒子是空的",
        "对手第一次笑了",
        "地下传来响声",
    ),
}
FIRST: Mapping[Language, str] = {
    FR: "le rival découvre ce que fait le héros et veut l'arrêter",
    EN: "the rival finds out what the hero does and wants to stop it",
    ZH: "对手发现主角在做的事，要阻止",
}
"""What turns in the first episode: people have to see what they came for."""
LAST: Mapping[Language, str] = {
    FR: "le rival rend ce que cherchait le héros",
    EN: "the rival gives the hero what they were after",
    ZH: "对手把主角要找的东西交了出来",
}
"""How the last episode ends: it answers the arc."""

FRIENDS: Mapping[Language, tuple[str, ...]] = {
    FR: (
        "une vieille couturière",
        "un enfant en bottes",
        "un livreur fatigué",
        "une musicienne de rue",
        "un jardinier bavard",
        "une écolière curieuse",
        "un gardien de nuit",
    ),
    EN: (
        "an old seamstress",
        "a child in rubber boots",
        "a tired courier",
        "a street musician",
        "a talkative gardener",
        "a curious schoolgirl",
        "a night watchman",
    ),
    ZH: ("老裁缝奶奶", "穿雨靴的孩子", "疲惫的快递员", "街头女歌手", "话多的园丁", "好奇的女学生", "夜班保安"),
}
"""Who the hero's friend is: the third that a small model is asked for is one of the first two again."""

STOPS: Mapping[Language, str] = {FR: ". ", EN: ". ", ZH: "。"}
"""What stands between two cards."""


def dealt(number: int, count: int, deal: int, cast: Sequence[str], places: Sequence[str], language: Language) -> str:
    """Return the cards of an episode, as the model is shown them; `deal` (any number from 0) cuts the decks.

    Cards speak of `cast` by name; one that needs somebody who is not there is passed over. A place comes back as soon
    as all have had their turn.
    """
    turns, ends = _playable(TURNS[language], cast, language), ENDS[language]
    keys, colon, stop = BOOK_KEYS[language], COLON[language], STOPS[language]
    turn = FIRST[language] if number == 1 else turns[(number + deal) % len(turns)]
    end = LAST[language] if number == count > 1 else ends[(number + deal) % len(ends)]
    where = places[(number - 1) % len(places)] + stop if places else ""
    cards = f"{keys.turn}{colon}{turn}{stop}{keys.cliffhanger}{colon}{end}"
    return f"{number}. {where}{_named(cards, cast, language)}"


def _playable(cards: Sequence[str], cast: Sequence[str], language: Language) -> Sequence[str]:
    missing = PARTS[language][len(cast) :]
    return [card for card in cards if not any(part in card for part in missing)]


def _named(cards: str, cast: Sequence[str], language: Language) -> str:
    """Put names in the place of parts."""
    for part, name in zip(PARTS[language], cast, strict=False):
        cards = cards.replace(part, name)
    return cards
