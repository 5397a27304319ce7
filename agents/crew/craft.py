"""Craft: the rules of an episode under thirty seconds on an upright phone, each told without a model.

A fix is offered only where carrying it out by rule (`director.by_rule`) leaves one finding fewer of its rule, and no
more of any other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil

from agents.crew import director, editor
from agents.crew.actions import read
from agents.crew.cast import names, pronoun
from agents.crew.editor import CREDITS, LEAD, TITLE, Overrun, Spoken
from agents.crew.findings import Craft, Finding, Rule
from agents.crew.form import LIMITS
from agents.crew.language import EN, FR, ZH, length
from agents.crew.reading import matters
from generation.cut.subtitles import CAPTION_EM, LINES, OUTLINE, SIDE, WIDTH
from generation.cut.wrapping import is_cjk, pages
from storage.domain.ids import Digest
from storage.domain.staging import Expression, Pose
from storage.domain.story import SHOTS, Framing, Language, Mood, Script, Shot, Synopsis
from storage.domain.timecode import RATE

HOOKED = 3 * RATE
"""Frames within which somebody has to do or to say something: a thumb decides in three seconds."""

MOST_SEEN = 3
"""Characters that can be told apart in one upright shot."""

MOST_CAST = 4
"""Characters that half a minute has room to meet."""

MOST_TALK = 20 * RATE
"""Frames of talking heads that are borne in one episode."""

MOST_ALIKE = 2
"""Shots of one framing in a row."""

MOST_TURNS = 2
"""Changes of mood: into the turn, and out of it."""

FEWEST_BEATS = 3
"""Beats without which there is no room for a turn."""

_NO_SOUND = Digest("")

_WIDE = frozenset({Framing.EXTREME_WIDE, Framing.WIDE, Framing.FULL})
_CLOSE = frozenset({Framing.CLOSE, Framing.EXTREME_CLOSE})
_HEADS = _CLOSE | {Framing.MEDIUM, Framing.TWO_SHOT, Framing.OVER_SHOULDER}
_DETAIL = _CLOSE | {Framing.INSERT}
_STRUCK = frozenset({Expression.SURPRISED, Expression.AFRAID, Expression.SHOUT, Expression.CRY})
"""Faces that leave something open."""
_STILL = frozenset({None, Pose.EXPLAIN, Pose.ARGUE, Pose.THINK, Pose.SIT, Pose.STAND, Pose.RELAXED, Pose.WHISPER})
"""What people do who only talk."""

_TURNS: Mapping[Language, re.Pattern[str]] = {
    FR: re.compile(
        r"\b(?:mais|soudain|soudainement|tout à coup|pourtant|sauf que|au lieu|à la place|or,|quand même)\b",
        re.IGNORECASE,
    ),
    EN: re.compile(r"\b(?:but|suddenly|until|instead|however|except|yet|all at once|only to)\b", re.IGNORECASE),
    ZH: re.compile("但|可是|忽然|突然|却|原来|没想到|竟|不料|反而"),
}
"""Words that tell of a turn."""

_OPEN: Mapping[Language, re.Pattern[str]] = {
    FR: re.compile(
        r"[?？]|\.\.\.|…|[—–-]\s*\Z|\b(?:quelqu'un|personne|inconnue?s?|étrang\w+|secrets?|secrète|cache|cachée?s?|"
        r"derrière|apparaît|disparaît|disparue?s?|n'est plus|ouvre|s'ouvre|découvre|révèle|troisième|une? autre|"
        r"vide|ombre|photo|lettre|message|voix|s'enfuit|s'apprête|va |tend la main|vivante?|à l'envers|"
        r"dans son dos|approche|sonne|frappe|s'allume|s'éteint|bouge)",
        re.IGNORECASE,
    ),
    EN: re.compile(
        r"[?？]|\.\.\.|…|[—–-]\s*\Z|\b(?:someone|somebody|nobody|no one|stranger|unknown|strange|secret|hid(?:es|den)|"
        r"behind|appears?|vanish\w*|disappear\w*|gone|opens?|discovers?|reveals?|finds? out|third|another|empty|"
        r"shadow|photo|letter|message|voice|runs|flees|about to|reaches for|alive|backwards|approach\w*|rings|"
        r"knocks?|lights? up|goes out|moves)\b",
        re.IGNORECASE,
    ),
    ZH: re.compile(
        r"[?？]|…|\.\.\.|—\Z|有人|没人|陌生|神秘|秘密|藏|背后|身后|门外|出现|消失|不见|打开|推开|发现|揭|第三|另一个|"
        r"空空|影子|照片|信|声音|跑|正要|伸手|还活着|倒着|靠近|响了|敲门|亮了|灭了|动了"
    ),
}
"""What an end leaves open: a question, an unfinished deed, something that comes to light."""

_SHOT: Mapping[Language, tuple[str, str]] = {
    FR: ("plan {}", "{} : {}"),
    EN: ("shot {}", "{}: {}"),
    ZH: ("第{}个镜头", "{}：{}"),
}
_COMMA: Mapping[Language, str] = {FR: ", ", EN: ", ", ZH: "，"}

PHRASES: Mapping[Language, Mapping[Framing | Mood, str]] = {
    FR: {
        Framing.WIDE: "plan large",
        Framing.FULL: "en pied",
        Framing.MEDIUM: "plan taille",
        Framing.CLOSE: "gros plan",
        Mood.TENSE: "plus tendu",
        Mood.WONDER: "plus magique",
    },
    EN: {
        Framing.WIDE: "wide shot",
        Framing.FULL: "full shot",
        Framing.MEDIUM: "medium shot",
        Framing.CLOSE: "close-up",
        Mood.TENSE: "more tense",
        Mood.WONDER: "more magical",
    },
    ZH: {
        Framing.WIDE: "全景",
        Framing.FULL: "全身",
        Framing.MEDIUM: "中景",
        Framing.CLOSE: "特写",
        Mood.TENSE: "更紧张",
        Mood.WONDER: "更奇妙",
    },
}
"""How a wish asks for what a fix needs, in words that `reading` knows."""

_STARTLED: Mapping[Language, str] = {FR: "{} sursaute", EN: "{} gasps", ZH: "{}愣住"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """What the rules look at. `spoken` are the recordings of lines; of those that have none the length is reckoned."""

    synopsis: Synopsis
    script: Script
    language: Language
    spoken: Mapping[str, Spoken]

    @property
    def read(self) -> Mapping[str, Spoken]:
        """How long each line takes to say."""
        reckoned = {
            line.id: Spoken(sound=_NO_SOUND, start=0, end=frames(line.text, self.language))
            for line in self.script.lines
        }
        return reckoned | {line: self.spoken[line] for line in reckoned.keys() & self.spoken.keys()}

    @property
    def lengths(self) -> Mapping[str, int]:
        """How long each shot stands, in frames."""
        try:
            return editor.lengths(self.script, self.read)
        except Overrun:
            return editor.natural(self.script, self.read)


def frames(text: str, language: Language) -> int:
    """Return how many frames a line takes to say, as far as that can be reckoned from its length."""
    return ceil(length(text, language) * RATE / LIMITS[language].per_second)


def report(
    synopsis: Synopsis, script: Script, language: Language, spoken: Mapping[str, Spoken] | None = None
) -> tuple[Finding, ...]:
    """Return what is weak in an episode, in the order in which it is seen, each with its fix where a rule has one."""
    episode = Episode(synopsis=synopsis, script=script, language=language, spoken=spoken or {})
    found = tuple(weak(episode))
    return tuple(replace(finding, fix=_fix(episode, finding, found)) for finding in found)


def is_open(text: str, language: Language) -> bool:
    """Return whether the words of an end leave something open."""
    return _OPEN[language].search(text) is not None


def mended(synopsis: Synopsis, script: Script, language: Language) -> Script:
    """Return a script after every fix that a rule has, where nobody is there to choose among them."""
    while fix := next((finding.fix for finding in report(synopsis, script, language) if finding.fix), ""):
        script, *_ = director.by_rule(synopsis, script, fix, language)
    return script


def weak(episode: Episode) -> Iterator[Finding]:
    """Yield what is weak in an episode, without fixes."""
    for rule in RULES:
        yield from rule(episode)


def of_synopsis(synopsis: Synopsis, language: Language) -> tuple[Finding, ...]:
    """Return what is weak in a synopsis. Its words are for its author, or the model, to change: no rule mends them."""
    return tuple(_weak_in(synopsis, language))


def _weak_in(synopsis: Synopsis, language: Language) -> Iterator[Finding]:
    first, last = synopsis.beats[0], synopsis.beats[-1]
    if synopsis.cast and not any(names(first, each.name) or pronoun(first, each.sex) for each in synopsis.cast):
        yield Finding(rule=Craft.HOOK, facts=(("about", "synopsis"),))
    if len(synopsis.beats) < FEWEST_BEATS:
        yield Finding(rule=Craft.TURN, facts=(("about", "synopsis"), ("count", str(len(synopsis.beats)))))
    if len(synopsis.beats) >= SHOTS.stop:
        yield Finding(rule=Craft.LONG, facts=(("about", "synopsis"), ("count", str(len(synopsis.beats)))))
    if len(synopsis.cast) > MOST_CAST:
        yield Finding(rule=Craft.CROWD, facts=(("about", "synopsis"), ("count", str(len(synopsis.cast)))))
    if not is_open(last, language):
        yield Finding(rule=Craft.BUTTON, facts=(("about", "synopsis"),))


def _hook(episode: Episode) -> Iterator[Finding]:
    """Shot 1 shows somebody, or a detail, near enough to be seen; or a line begins within three seconds."""
    shot = episode.script.shots[0]
    empty = not shot.characters and shot.framing not in _DETAIL
    if (empty or shot.framing is Framing.EXTREME_WIDE) and _first_word(episode) >= HOOKED:
        yield Finding(rule=Craft.HOOK, shot=1, facts=(("empty", "yes" if empty else "no"),))


def _first_word(episode: Episode) -> int:
    """Return the frame of the episode at which the first line begins; one after its end where nobody speaks."""
    starts = editor.starts(episode.script, episode.lengths)
    begins = [starts[shot.id] + LEAD for shot in episode.script.shots if shot.lines]
    return begins[0] if begins else editor.LONGEST_EPISODE


def _turn(episode: Episode) -> Iterator[Finding]:
    """The mood changes, or a word tells of a turn; and not more than twice."""
    script = episode.script
    moods = [script.scene(shot).mood for shot in script.shots]
    changes = sum(before is not after for before, after in pairwise(moods))
    told = (*(shot.action for shot in script.shots), *(line.text for line in script.lines))
    if not changes and not any(_TURNS[episode.language].search(text) for text in told):
        yield Finding(rule=Craft.TURN)
    if changes > MOST_TURNS:
        yield Finding(rule=Craft.TURNS, facts=(("count", str(changes)),))


def _crowd(episode: Episode) -> Iterator[Finding]:
    for number, shot in enumerate(episode.script.shots, 1):
        if len(shot.characters) > MOST_SEEN:
            yield Finding(rule=Craft.CROWD, shot=number, facts=(("count", str(len(shot.characters))),))


def _subtitle(episode: Episode) -> Iterator[Finding]:
    """A line fits the two lines of one subtitle."""
    for number, shot in enumerate(episode.script.shots, 1):
        for line in map(episode.script.line, shot.lines):
            count = len(pages(line.text, _width, WIDTH - 2 * SIDE - 2 * OUTLINE, LINES))
            if count > 1:
                yield Finding(rule=Craft.SUBTITLE, shot=number, line=line.id, facts=(("count", str(count)),))


def _monotony(episode: Episode) -> Iterator[Finding]:
    """No more than two shots in a row have one framing."""
    for framing, run in groupby(enumerate(episode.script.shots, 1), key=lambda each: each[1].framing):
        numbers = [number for number, _ in run]
        if len(numbers) > MOST_ALIKE:
            facts = (("framing", framing.value), ("count", str(len(numbers))), ("last", str(numbers[-1])))
            yield Finding(rule=Craft.MONOTONY, shot=numbers[0], facts=facts)


def _talking(episode: Episode) -> Iterator[Finding]:
    """Heads that only talk are seen for twenty seconds at most."""
    talk = sum(episode.lengths[shot.id] for shot in _heads(episode))
    if talk > MOST_TALK:
        yield Finding(rule=Craft.TALKING, facts=(("seconds", str(talk // RATE)),))


def _heads(episode: Episode) -> list[Shot]:
    """Return the shots in which people only talk: close to a face, or with nothing done that is read by rule."""
    return [
        shot
        for shot in episode.script.shots
        if shot.lines and shot.framing in _HEADS and (shot.framing in _CLOSE or not _moves(episode, shot))
    ]


def _moves(episode: Episode, shot: Shot) -> bool:
    deeds = read(shot.action, episode.synopsis.cast, episode.language).deeds.values()
    return any(deed.pose not in _STILL or deed.holds for deed in deeds)


def _length(episode: Episode) -> Iterator[Finding]:
    """The words fit thirty seconds, and shots need not be drawn out to fill fifteen."""
    try:
        editor.lengths(episode.script, episode.read)
    except Overrun as overrun:
        number = next(n for n, shot in enumerate(episode.script.shots, 1) if overrun.line in shot.lines)
        seconds = str(-(-sum(each.frames for each in episode.read.values()) // RATE))
        room = str((editor.LONGEST_EPISODE - TITLE - CREDITS) // RATE)
        yield Finding(rule=Craft.LONG, shot=number, line=overrun.line, facts=(("seconds", seconds), ("room", room)))
        return
    whole = editor.total(episode.script, editor.natural(episode.script, episode.read))
    if whole < editor.SHORTEST_EPISODE:
        facts = (("seconds", str(whole // RATE)), ("room", str(editor.SHORTEST_EPISODE // RATE)))
        yield Finding(rule=Craft.SHORT, facts=facts)


def _button(episode: Episode) -> Iterator[Finding]:
    """The last shot leaves something open: in its words, or in a face that is near."""
    shot = episode.script.shots[-1]
    said = [episode.script.line(line).text for line in shot.lines]
    told = any(is_open(text, episode.language) for text in (shot.action, *said))
    struck = shot.framing not in _WIDE and any(each.expression in _STRUCK for each in shot.staging)
    if not told and not struck:
        yield Finding(rule=Craft.BUTTON, shot=len(episode.script.shots))


RULES: Sequence[Callable[[Episode], Iterator[Finding]]] = (
    _hook, _turn, _crowd, _subtitle, _monotony, _talking, _length, _button,
)  # fmt: skip


def _fix(episode: Episode, finding: Finding, found: Sequence[Finding]) -> str:
    """Return the first wish that mends a finding by rule and spoils nothing else; empty where none does."""
    others = Counter(each.rule for each in found) - Counter([finding.rule])
    return next((note for note in _wishes(episode, finding) if _mends(episode, note, others)), "")


def _mends(episode: Episode, note: str, others: Counter[Rule]) -> bool:
    """Return whether a wish changes something by rule alone, and leaves no findings but others."""
    script, _, rest = director.by_rule(episode.synopsis, episode.script, note, episode.language)
    if script == episode.script or matters(rest):
        return False
    return Counter(each.rule for each in weak(replace(episode, script=script))) <= others


def _wishes(episode: Episode, finding: Finding) -> Iterator[str]:
    """Yield wishes that may mend a finding, the gentlest first."""
    script, language, last = episode.script, episode.language, len(episode.script.shots)
    match finding.rule:
        case Craft.HOOK if script.shots[0].characters:
            yield wish([1], [PHRASES[language][Framing.MEDIUM]], language)
        case Craft.TURN:
            dark = {Mood.TENSE, Mood.OMINOUS, Mood.SAD}
            mood = Mood.WONDER if script.scene(script.shots[-1]).mood in dark else Mood.TENSE
            yield wish([last - 1, last], [PHRASES[language][mood]], language)
        case Craft.MONOTONY:
            count = int(dict(finding.facts)["count"])
            numbers = range(finding.shot + MOST_ALIKE, finding.shot + count, MOST_ALIKE + 1)
            for framing in (Framing.CLOSE, Framing.MEDIUM, Framing.FULL, Framing.WIDE):
                yield wish(numbers, [PHRASES[language][framing]], language)
        case Craft.TALKING:
            heads = sorted(_heads(episode), key=lambda shot: -episode.lengths[shot.id])
            for most in range(1, len(heads) + 1):
                numbers_ = sorted(script.shots.index(shot) + 1 for shot in heads[:most])
                yield wish(numbers_, [PHRASES[language][Framing.WIDE]], language)
        case Craft.BUTTON if script.shots[-1].characters:
            yield from _startled(episode)
        case _:
            pass


def _startled(episode: Episode) -> Iterator[str]:
    """Yield the wish for a face that the last shot is near enough to see."""
    shot, language = episode.script.shots[-1], episode.language
    speaker = next((episode.script.line(line).speaker for line in shot.lines), shot.characters[0])
    who = next((each.name for each in episode.synopsis.cast if each.id == speaker), "")
    near = [PHRASES[language][Framing.CLOSE]] if shot.framing in _WIDE else []
    yield wish([len(episode.script.shots)], [*near, _STARTLED[language].format(who)], language)


def wish(numbers: Sequence[int], phrases: Sequence[str], language: Language) -> str:
    """Return the words of a wish about shots by their numbers, as a person would type them."""
    one, whole = _SHOT[language]
    return whole.format(_COMMA[language].join(map(one.format, numbers)), _COMMA[language].join(phrases))


_THIN, _BROAD = frozenset("ijlftrI.,:;!'’|()[] "), frozenset("mwMWŒœ@%—…")


def _width(text: str) -> float:
    """Return about how wide a subtitle is drawn, in pixels of the page."""
    return CAPTION_EM * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    """Return about how wide a letter of the bold typeface is, in ems."""
    if is_cjk(letter):
        return 1.0
    if letter in _THIN:
        return 0.33
    if letter in _BROAD:
        return 0.93
    return 0.7 if letter.isupper() else 0.6
