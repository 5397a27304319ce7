"""A script that somebody else wrote, broken down into shots: every line is theirs, word for word, and in their order.

The studio arranges it: it reads places, hours and people from the author's own words, and decides on the camera. It
writes nothing but what has to be said of a picture of which the author says nothing (`Rose speaks.`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from agents.crew.acting import EXPRESSIONS
from agents.crew.cast import names, seen, sex_told, slug
from agents.crew.coverage import talk
from agents.crew.cutting import beats, flowing, shots
from agents.crew.form import LIMITS, Slot, cover
from agents.crew.language import EN, FR, ZH, trimmed
from agents.crew.lexicon import plain
from agents.crew.reading import read
from agents.crew.sets import place_told
from agents.crew.words import PLACE, SEX
from generation.manuscript.manuscript import Action, Element, Heading, Manuscript
from storage.domain.staging import Expression
from storage.domain.story import (
    Age,
    Character,
    Hour,
    Language,
    Line,
    Mood,
    Place,
    Scene,
    Script,
    Sex,
    Shot,
    Synopsis,
    Weather,
)

_SPEAKS: Mapping[Language, str] = {FR: "{} parle.", EN: "{} speaks.", ZH: "{}说话。"}
_LISTENS: Mapping[Language, str] = {FR: "{} écoute.", EN: "{} listens.", ZH: "{}静静听着。"}
_ASIDES: Mapping[Language, str] = {FR: "{}, {}.", EN: "{}, {}.", ZH: "{}{}。"}

_INSIDE = re.compile(r"\bINT|INTÉRIEUR|INTERIEUR|内", re.IGNORECASE)
_HOURS: Mapping[Hour, re.Pattern[str]] = {
    Hour.NIGHT: re.compile(r"\bnuit\b|\bnight\b|夜|晚上", re.IGNORECASE),
    Hour.DAWN: re.compile(r"\baube\b|\bmatin\b|\bdawn\b|\bmorning\b|\bsunrise\b|晨|清早|黎明", re.IGNORECASE),
    Hour.DUSK: re.compile(r"\bsoir(?:ée)?\b|\bcrépuscule\b|\bdusk\b|\bevening\b|\bsunset\b|昏|傍晚", re.IGNORECASE),
    Hour.DAY: re.compile(r"\bjour(?:née)?\b|\bday\b|\bnoon\b|\bmidi\b|日|白天|中午", re.IGNORECASE),
}
"""How a heading tells the hour; in an action these words may mean anything."""
_MARKS = re.compile(
    r"\A(?:\d+[A-Z]?(?:-\d+)?\s*[.)、\uff0e]?\s+|\d+[、.]\s*)?(?:(?:INT\.?\s?/\s?EXT|EXT\.?\s?/\s?INT|I/E|INT|EXT|EST)\b[.\s]*|"
    r"(?:INT[ÉE]RIEUR|EXT[ÉE]RIEUR)\b[\s.:–—-]*|第\s*\S+\s*[场幕]\s*|(?:内景|外景|内外景)[\s.。,，:：]*|"
    r"(?:SC[ÈE]NE|SCENE)\s+\S+\s*[:.–—-]?\s*)*",
    re.IGNORECASE,
)
_HOUR_WORDS = re.compile(
    r"\s*(?:[-–—,，/]\s*)?(?:JOUR|NUIT|SOIR|MATIN|AUBE|DAY|NIGHT|DAWN|DUSK|EVENING|MORNING)\s*\Z",
    re.IGNORECASE,
)
_HAN_HOURS = re.compile(r"(?:^|[\s,，、/])(?:[日夜晨昏][内外]?|[内外]景?|清晨|黄昏)(?=[\s,，、/]|$)")

_MOODS: Mapping[Expression, Mood] = {
    Expression.SMILE: Mood.JOY,
    Expression.LAUGH: Mood.JOY,
    Expression.TENDER: Mood.TENDER,
    Expression.SAD: Mood.SAD,
    Expression.CRY: Mood.SAD,
    Expression.AFRAID: Mood.OMINOUS,
    Expression.WORRIED: Mood.OMINOUS,
    Expression.ANGRY: Mood.TENSE,
    Expression.SHOUT: Mood.TENSE,
    Expression.DETERMINED: Mood.TENSE,
    Expression.SURPRISED: Mood.WONDER,
}
"""How a scene feels, by the first face that it tells of."""

_AGES = ((13, Age.CHILD), (18, Age.TEEN), (36, Age.YOUNG), (61, Age.MIDDLE))
_AGE = re.compile(r"[（(,，]\s*(?:âgée?\s+de\s+|aged\s+|about\s+|la\s+)?(\d{1,2})\b|(\d{1,2})\s*(?:ans|岁|years)")
_SENTENCE = re.compile(r"[^.!?。！？…]+[.!?。！？…]*")
_WOMEN = re.compile(r"(?:a|e|ie|elle|ine|ette|y)\Z|[女娘妹姐婆妈嫂丽娜婷芳兰花婉晚雪梅燕莲琴秀]", re.IGNORECASE)
"""What names of women tend to end with, and in Chinese to hold: a guess, which the team sees before it counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """Someone of the cast and every name under which they speak."""

    character: Character
    cue: str


def cast(manuscript: Manuscript, language: Language, known: Sequence[Character] = ()) -> tuple[Role, ...]:
    """Return everyone who speaks, in the order in which they do; what they look like is in the author's words.

    Whoever is `known` by the name of their cue is who they were.
    """
    actions = [flowing(each.text, language) for each in manuscript.elements if isinstance(each, Action)]
    sentences = [sentence.strip() for action in actions for sentence in _SENTENCE.findall(action)]
    found: dict[str, Role] = {}
    before = {character.name.casefold(): character for character in known}
    taken = {character.id for character in known}
    for speech in manuscript.speeches:
        key = speech.name.casefold()
        if key in before:
            found.setdefault(key, Role(character=before[key], cue=key))
        elif key not in found and speech.spoken:
            role = slug(speech.name)
            if not role or role in taken:
                role = next(free for number in count(1) if (free := f"c{number}") not in taken)
            taken.add(role)
            about = [sentence for sentence in sentences if names(sentence, speech.name)]
            found[key] = Role(character=character(role, speech.name, about, language), cue=key)
    return tuple(found.values())


def character(role: str, name: str, about: Sequence[str], language: Language) -> Character:
    """Return somebody with the id `role`, of whom these sentences are about, by what they say; the rest is a guess."""
    first = next(iter(about), "")
    sex = sex_told(first) or (Sex.WOMAN if _WOMEN.search(name) else Sex.MAN)
    look = trimmed(first, LIMITS[language].look, language) or SEX[language][sex]
    return Character(id=role, name=name, sex=sex, age=_age(" ".join(about), name), look=look)


def _age(about: str, name: str) -> Age:
    """Return the age that is told right after a name."""
    place = about.casefold().find(name.casefold())
    told = _AGE.search(about[place : place + len(name) + 24]) if place >= 0 else None
    years = int(told[1] or told[2]) if told else None
    if years is None:
        return Age.YOUNG
    return next((age for before, age in _AGES if years < before), Age.OLD)


def synopsis(manuscript: Manuscript, roles: Sequence[Role], title: str, language: Language) -> Synopsis:
    """Return what an episode tells, in its author's words; `title` is for one that has none."""
    speakers = {speech.name.casefold() for speech in manuscript.speeches}
    told = [_told(elements, language) for elements in _by_scene(manuscript.elements)]
    shown = [text for text in told if text]
    limits = LIMITS[language]
    return Synopsis(
        title=trimmed(manuscript.title or title, limits.title, language),
        logline=trimmed(shown[0], limits.logline, language),
        beats=tuple(trimmed(text, limits.beat, language) for text in shown),
        cast=tuple(role.character for role in roles if role.cue in speakers),
    )


def _told(elements: Sequence[Element], language: Language) -> str:
    """Return what a scene shows, or where it plays, or what is said in it."""
    for kind in (Action, Heading):
        text = (" " if language is not ZH else "").join(
            flowing(each.text, language) for each in elements if isinstance(each, kind)
        )
        if text:
            return text
    return next((said.text for beat in beats(elements, language) for said in beat.said), "")


def script(manuscript: Manuscript, roles: Sequence[Role], synopsis: Synopsis, language: Language, deal: int) -> Script:
    """Return the shots of an episode; `deal` (any number from 0) chooses among the coverages.

    `synopsis` tells how everyone is called by now; who speaks is known by the cue.
    """
    scenes = tuple(_scenes(manuscript.elements, language))
    ids = {role.cue: role.character.id for role in roles}
    called = {character.id: character.name for character in synopsis.cast}
    shown = shots(beats(manuscript.elements, language), language)
    cameras = cover([Slot(beat=place, action=beat.action) for place, beat in enumerate(shown)], deal)
    lines: list[Line] = []
    made: list[Shot] = []
    for number, (beat, (framing, angle, move)) in enumerate(zip(shown, cameras, strict=True), 1):
        said = [
            Line(id=f"l{len(lines) + place}", speaker=ids[each.name.casefold()], text=each.text)
            for place, each in enumerate(beat.said, 1)
        ]
        visible = [line.speaker for line, each in zip(said, beat.said, strict=True) if each.seen]
        action = beat.action or _pictured(visible, beat.aside, made, called, language)
        made.append(
            Shot(
                id=f"s{number}",
                scene=scenes[beat.scene].id,
                framing=framing,
                angle=angle,
                move=move,
                action=action or scenes[beat.scene].setting,
                characters=seen(action, visible, synopsis.cast),
                lines=tuple(line.id for line in said),
            )
        )
        lines += said
    speakers = {shot.id: line.speaker for shot in made for line in lines if line.id in shot.lines[:1]}
    return Script(scenes=scenes, lines=tuple(lines), shots=talk(made, speakers, synopsis.cast))


def _pictured(
    visible: Sequence[str], aside: str, before: Sequence[Shot], called: Mapping[str, str], language: Language
) -> str:
    """Return what is seen where the author does not say it: who speaks and how, or who listened last."""
    if visible and aside:
        return _ASIDES[language].format(called[visible[0]], aside.rstrip(".。"))
    if visible:
        return _SPEAKS[language].format(called[visible[0]])
    watching = [each for shot in reversed(before) for each in shot.characters]
    return _LISTENS[language].format(called[watching[0]]) if watching else ""


def _by_scene(elements: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    """Yield the elements scene by scene, counted as `cutting.beats` counts them."""
    scene: list[Element] = []
    for element in elements:
        if isinstance(element, Heading) and beats(scene, EN):
            yield tuple(scene)
            scene = []
        scene.append(element)
    if beats(scene, EN):
        yield tuple(scene)


def _scenes(elements: Sequence[Element], language: Language) -> Iterator[Scene]:
    last: Scene | None = None
    for number, scene in enumerate(_by_scene(elements), 1):
        heading = " ".join(each.text for each in scene if isinstance(each, Heading))
        told = " ".join(flowing(each.text, language) for each in scene if isinstance(each, Action))
        last = replace(_scene(heading, told, last, language), id=f"c{number}")
        yield last


def _scene(heading: str, told: str, before: Scene | None, language: Language) -> Scene:
    """Read a scene; what it does not tell is as it was in the one before."""
    place = place_told(heading) or (place_told(told) if heading or not before else before.place)
    place = place or (Place.ROOM if _INSIDE.search(heading) or not heading else Place.STREET)
    weathers = [sign for text in (heading, told) for sign in read(text).signs if isinstance(sign, Weather)]
    hour = next((hour for hour, words in _HOURS.items() if words.search(heading)), None)
    faces = [face for face in EXPRESSIONS.values(plain(told)) if face in _MOODS]
    return Scene(
        id="",
        setting=_setting(heading) or (before.setting if before else PLACE[language][place]),
        place=place,
        hour=hour or (before.hour if before else Hour.DAY),
        weather=weathers[0] if weathers else Weather.CLEAR,
        mood=_MOODS[faces[0]] if faces else Mood.TENSE,
    )


def _setting(heading: str) -> str:
    """Return where a scene plays, without the marks of its heading and the hour."""
    place = _HOUR_WORDS.sub("", _HAN_HOURS.sub("", _MARKS.sub("", heading, count=1))).strip(" -–—,，、/.。:：")
    return place or heading
