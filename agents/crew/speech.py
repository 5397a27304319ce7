"""Who speaks in a shot, and what they do by speaking: dealt by rule, so that a dialogue is an exchange.

A small model that is asked for lines and nothing else gives everyone the same one (measured: four French scripts of
four). Told that one threatens and the other asks why, it answers like a partner on a stage.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.crew.cast import names
from agents.crew.checks import tidy
from agents.crew.form import LIMITS, Slot
from agents.crew.language import EN, FR, ZH, trimmed
from agents.crew.words import ACT
from storage.domain.story import Character, Language

ACTS: Mapping[Language, tuple[tuple[str, ...], ...]] = {
    FR: (
        ("menace", "demande pourquoi", "révèle un secret", "n'y croit pas", "a peur"),
        ("se moque", "se défend", "avoue la vérité", "doute", "fait une promesse"),
        ("pose une question", "ment", "découvre le mensonge", "supplie", "dit adieu"),
    ),
    EN: (
        ("threatens", "asks why", "reveals a secret", "does not believe it", "is afraid"),
        ("mocks", "protests", "admits the truth", "doubts", "makes a promise"),
        ("asks a question", "lies", "sees through the lie", "begs", "says goodbye"),
    ),
    ZH: (
        ("威胁", "追问为什么", "说出秘密", "不敢相信", "害怕"),
        ("嘲笑", "辩解", "说出真相", "怀疑", "许下诺言"),
        ("提问", "撒谎", "识破谎言", "恳求", "告别"),
    ),
}
"""What one does by speaking: five acts that answer each other, dealt like the plot."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A shot of the list: who speaks there (nobody: a silent shot) to do what, and the words once they are found.

    `text` is what is said; `picture` is what is seen in a close-up, where the place does not tell it.
    """

    place: Slot
    speaker: Character | None = None
    act: str = ""
    text: str = ""
    picture: str = ""


def parts(places: Sequence[Slot], cast: Sequence[Character], deal: int, language: Language) -> tuple[Part, ...]:
    """Give each spoken shot its speaker and act.

    In a beat the first whom it names speaks; in a close-up, whoever did not speak before it: a face is shown listening
    and answering. `deal` (any number from 0) chooses the acts.
    """
    acts = ACTS[language][deal % len(ACTS[language])]
    found: list[Part] = []
    last: Character | None = None
    spoken = 0
    for place in places:
        if not place.spoken:
            found.append(Part(place=place))
            continue
        last = _next(place.action, cast, last)
        found.append(Part(place=place, speaker=last, act=acts[spoken % len(acts)]))
        spoken += 1
    return tuple(found)


def cue(number: int, part: Part, language: Language) -> str:
    """Return the key that a line is asked for under: `3 Louise threatens`.

    So the last thing the model reads before it writes a line is who says it and to what end.
    """
    return f"{number} {ACT[language].format(part.speaker.name if part.speaker else '', part.act)}"


def plain(text: str, speakers: Sequence[str], most: int, language: Language) -> str:
    """Return a line as it is spoken: without marks or the speaker's name before it, within `most` words, and begun as a
    sentence is.
    """
    said = trimmed(tidy(unlabelled(tidy(text), speakers)).lstrip(",;:，；： "), most, language)
    return f"{said[:1].upper()}{said[1:]}"


def unlabelled(text: str, speakers: Sequence[str]) -> str:
    """Return a text without the name of one of the speakers, and a colon, before it."""
    named = "|".join(map(re.escape, speakers))
    return re.sub(rf"\A(?:{named})\s*[:：]\s*", "", text) if named else text


def uncalled(text: str, speaker: str) -> str:
    """Return a line without its speaker's own name as somebody is called by it, at the beginning or at the end.

    A small model makes who speaks call themselves; the rest of the line is as good as any.
    """
    name = re.escape(speaker)
    rest = re.sub(rf"\A{name}\s*(?:\.{{3}}|[,，…!！])\s*|[,，]\s*{name}(?=[\s.!?…。！？]*\Z)", "", text)
    return f"{rest[:1].upper()}{rest[1:]}" if rest != text else text


def longest(count: int, language: Language) -> int:
    """Return how long each of `count` lines may be, so that all together can be spoken in an episode."""
    limits = LIMITS[language]
    return min(limits.line, limits.speech // max(count, 1))


def _next(action: str, cast: Sequence[Character], last: Character | None) -> Character:
    """Return whom the action names first, or else the one who speaks after `last`."""
    named = [each for each in cast if names(action, each.name)]
    if named:
        return min(named, key=lambda each: action.casefold().find(each.name.casefold()))
    return cast[(cast.index(last) + 1) % len(cast)] if last in cast else cast[0]
