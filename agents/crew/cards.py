"""Cards: how an episode begins, what turns in it and what it leaves open, dealt to the episodes of a season.

Each card is a sentence about the cast and about the thing that the whole series is after, so that it can be told as it
stands. The decks have no common length: a hand comes back only when every other one has been dealt, and a season of a
hundred episodes has no two alike. A small model that is left alone tells its second episode again from the fourth on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.crew.bookwords import PARTS
from agents.crew.language import EN, FR, ZH
from agents.crew.words import COLON
from storage.domain.story import Language

THING = "{thing}"
"""Stands in a card for the thing that the series is after."""

Deck = Mapping[Language, tuple[str, ...]]

STARTS: Deck = {
    FR: (
        "le héros cherche {thing} partout",
        "l'ami apporte une nouvelle au héros",
        "le héros suit le rival en secret",
        "le rival invite le héros à sa table",
        "le héros tend un piège au rival",
        "l'ami se cache du rival",
        "le rival ment au héros",
    ),
    EN: (
        "the hero looks everywhere for {thing}",
        "the friend brings the hero news",
        "the hero follows the rival in secret",
        "the rival invites the hero to the table",
        "the hero sets a trap for the rival",
        "the friend hides from the rival",
        "the rival lies to the hero",
    ),
    ZH: (
        "主角到处找{thing}",
        "朋友给主角带来一个消息",
        "主角偷偷跟着对手",
        "对手请主角坐下来谈",
        "主角给对手设了一个圈套",
        "朋友躲着对手",
        "对手对主角说谎",
    ),
}
TROUBLES: Deck = {
    FR: (
        "le rival barre la route au héros",
        "le rival ferme la porte à clé",
        "le rival arrive trop tôt",
        "le rival menace le héros",
        "le rival se moque du héros",
    ),
    EN: (
        "the rival bars the hero's way",
        "the rival locks the door",
        "the rival comes too early",
        "the rival threatens the hero",
        "the rival laughs at the hero",
    ),
    ZH: ("对手挡住主角的路", "对手锁上了门", "对手提前来了", "对手威胁主角", "对手嘲笑主角"),
}
TURNS: Deck = {
    FR: (
        "le rival vole {thing}",
        "le héros apprend que l'ami lui a menti",
        "le rival aide le héros sans le vouloir",
        "une lettre accuse le héros",
        "le rival demande pardon au héros",
        "le héros trouve un passage caché",
        "l'ami trahit le héros pour {thing}",
        "le rival avoue tout savoir",
        "le héros doit choisir entre l'ami et {thing}",
        "le héros casse {thing} sans le vouloir",
        "le héros ment et le rival le croit",
        "l'ami sauve le rival",
        "le rival tombe dans son propre piège",
    ),
    EN: (
        "the rival steals {thing}",
        "the hero learns that the friend has lied",
        "the rival helps the hero without meaning to",
        "a letter accuses the hero",
        "the rival asks the hero for forgiveness",
        "the hero finds a hidden passage",
        "the friend betrays the hero for {thing}",
        "the rival admits to knowing everything",
        "the hero must choose between the friend and {thing}",
        "the hero breaks {thing} by accident",
        "the hero lies and the rival believes it",
        "the friend saves the rival",
        "the rival falls into a trap of their own",
    ),
    ZH: (
        "对手偷走{thing}",
        "主角发现朋友骗了自己",
        "对手无意中帮了主角",
        "一封信指控主角",
        "对手请求主角原谅",
        "主角发现一条暗道",
        "朋友为了{thing}背叛主角",
        "对手承认早就知道一切",
        "主角要在朋友和{thing}之间选择",
        "主角不小心弄坏了{thing}",
        "主角撒了谎，对手信了",
        "朋友救了对手",
        "对手掉进自己设的圈套",
    ),
}
ENDS: Deck = {
    FR: (
        "quelqu'un frappe à la porte du héros",
        "le téléphone du héros sonne, et personne ne parle",
        "une vieille photo du rival tombe par terre",
        "la lumière s'éteint derrière le héros",
        "le rival tient la clé du héros dans sa main",
        "le héros disparaît",
        "le nom du héros apparaît sur le mur",
        "quelqu'un regardait le héros par la fenêtre",
        "le héros ouvre la boîte : elle est vide",
        "le rival sourit et cache quelque chose",
        "une voix appelle le héros sous le plancher",
    ),
    EN: (
        "someone knocks at the hero's door",
        "the hero's phone rings and nobody speaks",
        "an old photo of the rival falls to the ground",
        "the light goes out behind the hero",
        "the rival holds up a key behind the hero's back",
        "the hero vanishes",
        "the hero's name appears on the wall",
        "someone was watching the hero through the window",
        "the hero opens the box and finds it empty",
        "the rival smiles and hides something",
        "a voice under the floor calls the hero",
    ),
    ZH: (
        "有人敲主角的门",
        "主角的电话响了，没人说话",
        "对手的一张旧照片掉在地上",
        "主角背后的灯灭了",
        "对手手里藏着主角的钥匙",
        "主角忽然消失了",
        "墙上出现主角的名字",
        "窗外有人一直看着主角",
        "主角打开盒子，里面空空的",
        "对手笑了，藏起一样东西",
        "地下有个声音在叫主角",
    ),
}
FIRST: Mapping[Language, str] = {
    FR: "le rival surprend le héros et veut l'arrêter",
    EN: "the rival catches the hero and wants to stop it all",
    ZH: "对手当场撞见主角，要阻止",
}
"""What turns in the first episode: people have to see what they came for."""
LAST: Mapping[Language, tuple[str, str]] = {
    FR: ("le rival rend {thing} au héros, et une porte s'ouvre", "le rival tend la main au héros"),
    EN: ("the rival gives {thing} to the hero, and a door opens", "the rival reaches for the hero's hand"),
    ZH: ("对手把{thing}交给主角，一扇门打开了", "对手向主角伸手"),
}
"""How the last episode ends: it answers the arc. The second is for a series that is after no thing."""

FRIENDS: Deck = {
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

RIVALS: Deck = {
    FR: ("en costume gris", "à lunettes rondes", "en long manteau rouge", "au crâne rasé", "en blouson de cuir"),
    EN: ("in a grey suit", "with round glasses", "in a long red coat", "with a shaved head", "in a leather jacket"),
    ZH: ("穿灰西装", "戴圆眼镜", "穿红色长大衣", "剃光头", "穿皮夹克"),
}
"""What tells the rival from the hero: a small model gives both the same look."""

THINGS: Deck = {
    FR: (
        "le carnet rouge",
        "la clé de cuivre",
        "la boîte à musique",
        "la montre arrêtée",
        "la vieille photo",
        "la cassette sans nom",
        "la pièce d'or",
    ),
    EN: (
        "the red notebook",
        "the copper key",
        "the music box",
        "the stopped watch",
        "the old photo",
        "the unlabelled tape",
        "the gold coin",
    ),
    ZH: ("红色笔记本", "铜钥匙", "音乐盒", "停了的手表", "旧照片", "没有标签的磁带", "金币"),
}
"""What a series is after whose idea names nothing that can be held."""

SPEECH: Deck = {
    FR: (
        "Phrases courtes, jamais d'excuses",
        "Toujours poli, jamais clair",
        "Répond par des questions",
        "Parle vite, finit rarement ses phrases",
        "Plaisante quand il ne faut pas",
        "Pèse chaque mot",
        "Chuchote, puis éclate",
    ),
    EN: (
        "Short sentences, never an excuse",
        "Always polite, never clear",
        "Answers with questions",
        "Fast, rarely finishing a sentence",
        "Jokes at the wrong moment",
        "Weighs every word",
        "Whispers, then bursts out",
    ),
    ZH: (
        "话短，从不解释",
        "总是客气，从不说清",
        "爱用问题回答问题",
        "说得快，常常只说半句",
        "总在不该开玩笑时开玩笑",
        "每个字都掂量过",
        "先小声，忽然爆发",
    ),
}
"""How somebody speaks: asked for three at once, a small model gives everyone the same manners."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hand:
    """The cards of one episode, each a sentence; `place` is where it plays, empty for anywhere."""

    place: str
    start: str
    trouble: str
    turn: str
    end: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Dealer:
    """Deals to the episodes of a season of `count`; `cut` (any number from 0) cuts the decks.

    Cards speak of `cast` by name and of the `thing`; one that needs somebody or something that is not there is passed
    over, unless all do. A place comes back as soon as all have had their turn.
    """

    count: int
    cut: int
    cast: Sequence[str]
    places: Sequence[str]
    language: Language
    thing: str = ""
    idea: str = ""

    def hand(self, number: int) -> Hand:
        """Return the cards of an episode: the first begins with the idea itself, and the last ends with the answer."""
        language, first, last = self.language, number == 1, number == self.count > 1
        told, plain = LAST[language]
        return Hand(
            place=self.places[(number - 1) % len(self.places)] if self.places else "",
            start=self._idea if first and self.idea else self._sentence(self._drawn(STARTS, number)),
            trouble=self._sentence(self._drawn(TROUBLES, number)),
            turn=self._sentence(FIRST[language] if first else self._drawn(TURNS, number)),
            end=self._sentence((told if self.thing else plain) if last else self._drawn(ENDS, number)),
        )

    @property
    def _idea(self) -> str:
        """The idea as a card: about the hero, whom it may not name."""
        hero = self.cast[0] if self.cast else ""
        return self.idea if hero in self.idea else f"{hero}{COLON[self.language]}{self.idea}"

    def _drawn(self, deck: Deck, number: int) -> str:
        cards = [card for card in deck[self.language] if self._playable(card)] or deck[self.language]
        return cards[(number + self.cut) % len(cards)]

    def _playable(self, card: str) -> bool:
        missing = PARTS[self.language][len(self.cast) :]
        return not any(part in card for part in missing) and (bool(self.thing) or THING not in card)

    def _sentence(self, card: str) -> str:
        """Put names in the place of parts, and write a sentence."""
        for part, name in zip(PARTS[self.language], self.cast, strict=False):
            for form, named in _forms(part, name, self.language):
                card = card.replace(form, named)
        card = card.replace(THING, self.thing or THINGS[self.language][self.cut % len(THINGS[self.language])])
        return f"{card[:1].upper()}{card[1:]}{'。' if self.language is ZH else '.'}"


_VOWELS = frozenset("aàâeéèêëiîïoôuùûyh")


def _forms(part: str, name: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the forms of a part, the longest first, each with the name in that form: `du héros` is `de Roux`."""
    bare = part.removeprefix("le ")
    if language is FR and bare != part:
        yield f"du {bare}", f"d'{name}" if name[:1].casefold() in _VOWELS else f"de {name}"
        yield f"au {bare}", f"à {name}"
    yield part, name
