"""The signs that a note can be read by: framing, camera, light, weather, mood, joins; in three languages."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from storage.domain.remarks import SHOT
from storage.domain.story import Angle, Framing, Hour, Mood, Move, Weather

T = TypeVar("T")


class Step(StrEnum):
    """A change that is told against what is there now."""

    CLOSER = "closer"
    WIDER = "wider"
    LIGHTER = "lighter"
    DARKER = "darker"


class Join(StrEnum):
    """How a shot begins after the one before."""

    GOES_ON = "goes-on"
    """On the last frame of that one."""
    CUTS = "cuts"


Sign = Framing | Angle | Move | Hour | Weather | Mood | Step | Join

SIGNS: Mapping[Sign, str] = {
    Framing.OVER_SHOULDER: "par-dessus l'épaule|over the shoulder|over-the-shoulder|过肩镜头|过肩",
    Framing.TWO_SHOT: "plan à deux|plan à 2|two-shot|two shot|双人镜头|双人",
    Framing.EXTREME_CLOSE: "très gros plan|extreme close-up|extreme close up|大特写",
    Framing.EXTREME_WIDE: "plan très large|extreme wide shot|extreme wide|大远景|远景",
    Framing.CLOSE: "gros plan|close-up|close up|closeup|特写|近景",
    Framing.WIDE: "plan large|plan d'ensemble|wide shot|wide|全景",
    Framing.FULL: "plan en pied|en pied|full shot|from head to toe|全身镜头|全身",
    Framing.MEDIUM: "plan américain|plan taille|plan poitrine|medium shot|中景|半身",
    Framing.INSERT: "plan de détail|insert|detail shot|细节镜头",
    Angle.BIRD: "vue d'oiseau|vue du ciel|à vol d'oiseau|bird's eye|bird's-eye|top shot|鸟瞰|俯瞰",
    Angle.DUTCH: "caméra penchée|plan cassé|plan débullé|cadre penché|dutch angle|canted|tilted frame|斜角|倾斜构图",
    Angle.LOW: "contre-plongée|low angle|low-angle|from below|vu d'en bas|d'en bas|仰拍|仰角|仰视",
    Angle.HIGH: "plongée|high angle|high-angle|from above|vu d'en haut|d'en haut|俯拍|俯角|俯视",
    Angle.EYE: "à hauteur d'homme|à hauteur des yeux|eye level|eye-level|平视|平拍",
    Move.PUSH: "travelling avant|zoom avant|push in|push-in|zoom in|dolly in|推镜|推近|推进",
    Move.PULL: "travelling arrière|zoom arrière|pull out|pull-out|zoom out|dolly out|拉镜|拉远",
    Move.PAN_LEFT: "panoramique à gauche|panoramique gauche|pan left|向左摇|左摇",
    Move.PAN_RIGHT: "panoramique à droite|panoramique droite|pan right|向右摇|右摇",
    Move.TILT_UP: "panoramique vers le haut|tilt up|向上摇|上摇",
    Move.TILT_DOWN: "panoramique vers le bas|tilt down|向下摇|下摇",
    Move.TRACK_LEFT: "travelling à gauche|travelling gauche|track left|tracking left|左移|向左移",
    Move.TRACK_RIGHT: "travelling à droite|travelling droite|track right|tracking right|右移|向右移",
    Move.ORBIT: "travelling circulaire|tourne autour|orbit|circle around|环绕",
    Move.HANDHELD: "caméra à l'épaule|caméra portée|handheld|hand-held|手持",
    Move.RACK_FOCUS: "bascule de point|changement de point|rack focus|pull focus|焦点转移|变焦点",
    Move.STATIC: "plan fixe|caméra fixe|no camera move|still camera|固定镜头",
    Step.CLOSER: "plus serré|plus près|plus proche|plus rapproché|closer|tighter|nearer|近一点|近一些|更近|拉近|紧一点",
    Step.WIDER: "plus large|plus loin|plus éloigné|wider|farther|further away|looser|远一点|远一些|更远|更宽|宽一点",
    Step.LIGHTER: "trop sombre|plus clair|plus claire|plus lumineux|moins sombre|too dark|brighter|太暗|亮一点|更亮",
    Step.DARKER: "trop clair|trop claire|trop lumineux|plus sombre|too bright|darker|太亮|暗一点|更暗",
    Hour.NIGHT: (
        "en pleine nuit|de nuit|la nuit|nuit|à minuit|minuit|at night|by night|nighttime|midnight|night|"
        "夜里|夜晚|晚上|深夜|午夜|夜景"
    ),
    Hour.DAWN: "à l'aube|aube|au petit matin|le matin|matin|at dawn|dawn|sunrise|morning|清晨|黎明|早晨|早上|日出",
    Hour.DUSK: (
        "au crépuscule|crépuscule|coucher de soleil|coucher du soleil|le soir|at dusk|dusk|sunset|evening|"
        "黄昏|傍晚|日落"
    ),
    Hour.DAY: "en plein jour|plein jour|de jour|in daylight|daylight|by day|daytime|at noon|à midi|白天|中午",
    Weather.PETALS: "pétales|pluie de pétales|petals|falling petals|花瓣|落花",
    Weather.EMBERS: "braises|étincelles|embers|sparks|火星|余烬",
    Weather.RAIN: "sous la pluie|il pleut|pluie|in the rain|raining|rain|下雨|雨天|雨中",
    Weather.SNOW: "sous la neige|il neige|neige|in the snow|snowing|snow|下雪|雪天|雪中",
    Weather.MIST: "dans la brume|brume|brouillard|in the mist|misty|mist|foggy|fog|雾天|大雾|雾中",
    Weather.PETALS: "pétales qui tombent|pétales|falling petals|petals|花瓣|落花|飞花",
    Weather.EMBERS: "braises|étincelles|escarbilles|embers|flying sparks|sparks|火星|余烬|灰烬",
    Weather.CLEAR: "ciel clair|temps clair|beau temps|ensoleillé|clear sky|sunny|sunshine|晴天|晴朗|阳光",
    Mood.JOY: "plus joyeux|plus joyeuse|plus gai|happier|more joyful|更欢乐|更开心|欢乐一点",
    Mood.TENDER: "plus tendre|plus doux|plus douce|softer|more tender|更温柔|温柔一点",
    Mood.SAD: "plus triste|sadder|more sad|更悲伤|更伤感|悲伤一点",
    Mood.TENSE: "plus tendu|plus tendue|tenser|more tense|more tension|更紧张|紧张一点",
    Mood.OMINOUS: "plus inquiétant|plus inquiétante|scarier|more ominous|creepier|更恐怖|更阴森",
    Mood.WONDER: "plus magique|plus merveilleux|more magical|dreamier|更奇妙|更梦幻",
}
"""What stands for what, in French, English and Chinese. What contains another's words stands before it."""


def _finder(words: str) -> re.Pattern[str]:
    """Return what finds any of the words, the longest first; those in Latin letters only as whole words."""
    found = sorted(words.split("|"), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(word)}\b" if word[0] < "一" else word for word in found))


_NUMBERED = re.sub(r"\(\?P<\w+>", "(?:", SHOT.pattern)
_BEFORE = (
    rf"(?:{_NUMBERED}|(?:the )?(?:shot before|one before|previous (?:shot|one|picture))"
    r"|plan (?:précédent|d'avant)|précédent|[上前]一?个?(?:镜头?|画面))"
)
"""How a note says which shot another goes on from; that is the one before, whatever number it gives."""

_JOINS: Mapping[Join, tuple[str, ...]] = {
    Join.GOES_ON: (
        (
            r"\b(?:go(?:es)? on|carr(?:y|ies) on|continues?|follows? on|picks? up|starts?|begins?) "
            rf"(?:(?:straight|right|directly) )?(?:from|on|where) (?:the (?:last frame|end) of )?{_BEFORE}"
            r"(?: (?:ends|ended|stops|stopped|left off))?"
        ),
        r"\b(?:from|on) the last frame(?: of the (?:shot|one) before)?\b",
        r"\b(?:without (?:a|any) cut|with no cut|in (?:one|the same) take)\b",
        (
            r"\b(?:s')?(?:encha[iî]n(?:e|er|ez)|continu(?:e|er|ez)|(?:re)?part(?:ir|ez)?|repren(?:d|dre|ez)) "
            r"(?:directement )?(?:(?:avec|sur|depuis|à partir) )?(?:d[eu] )?(?:l[ea] )?"
            rf"(?:(?:dernière image|fin) d[eu] )?(?:le )?{_BEFORE}"
        ),
        r"\b(?:sur|de|à partir de) la dernière image(?: du plan (?:précédent|d'avant))?\b",
        rf"\bdans la continuité d[eu] {_BEFORE}",
        r"\bsans (?:coupe|coupure|couper)\b",
        rf"(?:紧接着?|接着|接续|承接|衔接|延续|接){_BEFORE}的?(?:最后一帧|结尾|末尾)?(?:开始|继续)?",
        rf"从{_BEFORE}的?(?:最后一帧|结尾|末尾)(?:开始|继续)?",
        r"一镜到底|不要?切镜头?|无缝衔接",
    ),
    Join.CUTS: (
        r"\b(?:(?:with )?a (?:hard|straight) cut|hard cut|with a cut)\b",
        r"\b(?:avec une coupe|coupe franche|coupe nette)\b",
        r"硬切|直接切镜头?|切开",
    ),
}
JOINS = {join: re.compile("|".join(ways)) for join, ways in _JOINS.items()}
"""What finds a join in a folded note, with the shot that it names: the note is not about that one."""


FINDERS = {sign: _finder(words) for sign, words in SIGNS.items()}
"""What finds each sign in a note."""


SCALE = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.FULL, Framing.MEDIUM, Framing.CLOSE, Framing.EXTREME_CLOSE)
"""Framings from the widest to the tightest; an insert stands outside."""

LIGHT = (Hour.NIGHT, Hour.DUSK, Hour.DAWN, Hour.DAY)
"""Hours from the darkest to the lightest."""


def stepped(scale: Sequence[T], value: T, steps: int) -> T:
    """Return the value some steps along a scale, at its end where it ends; a value outside the scale stays."""
    if value not in scale:
        return value
    return scale[min(max(scale.index(value) + steps, 0), len(scale) - 1)]
