"""The translator says the words of an episode in another language, text by text, each in the time of the original.

Every text is asked for by itself: none can be lost or slip to another's place, and a small model has one thing to do.
Names stay; those in Chinese characters are written in Latin letters where nobody could read them otherwise.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from agents.crew.asking import Desk, Question, Written, ask, attempt
from agents.crew.cast import names
from agents.crew.checks import Flaw, copied, flaws, remark, tidy
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import EN, FR, ZH, length
from agents.crew.pinyin import is_chinese, latin
from agents.crew.prompts import load
from agents.crew.schemas import TEXT, document
from agents.crew.speech import plain
from agents.crew.words import COLON, KEYS
from agents.errors import WritersBlock
from storage.domain.ids import Digest
from storage.domain.papers import Rendered, Text
from storage.domain.story import Language, Script, Synopsis
from storage.domain.timecode import RATE

CALLED: Mapping[Language, Mapping[Language, str]] = {
    FR: {EN: "anglais", ZH: "chinois"},
    EN: {FR: "French", ZH: "Chinese"},
    ZH: {FR: "法语", EN: "英语"},
}
"""What a language is called in the one that is translated into."""

NOBODY: Mapping[Language, str] = {FR: "personne", EN: "nobody", ZH: "无"}

SLACK = 1.2
"""How much longer than the original a line may take to say: the shots have air (`agents.crew.editor`)."""

LOOSE = 1.6
"""The same where no answer was short enough: the voices will tell, and a line that does not fit is shortened then."""

FEWEST = 4
"""Words (Chinese: characters) that a line may always have: in fewer, little can be said another way."""

_LONG = 1_000
"""More words than anything here has: an answer is judged whole, none of it is cut off."""

_NUMBER = re.compile(r"\d+")

Report = Callable[[int, int], None]
"""Hears how many of how many texts are done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """What is translated: the papers of an episode, their language, and how long each line takes to say, in frames."""

    synopsis: Synopsis
    script: Script
    language: Language
    frames: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Job:
    """One text to translate: what was said before it, in both languages, and what everyone is called."""

    text: Rendered
    most: int
    called: Mapping[str, str]
    source: Language
    target: Language
    before: str = ""


def texts(original: Original, target: Language) -> tuple[Rendered, ...]:
    """Return the texts of an episode in the order of an edition: names as they are written there, the rest to do."""
    synopsis, script = original.synopsis, original.script
    who = {each.id: each.name for each in synopsis.cast}
    foreign_ = [each for each in synopsis.cast if target is not ZH and is_chinese(each.name)]
    said = (script.line(line) for shot in script.shots for line in shot.lines)
    return (
        Rendered(what=Text.TITLE, original=synopsis.title, text=""),
        Rendered(what=Text.LOGLINE, original=synopsis.logline, text=""),
        *(Rendered(what=Text.NAME, id=each.id, original=each.name, text=latin(each.name)) for each in foreign_),
        *(
            Rendered(
                what=Text.LINE,
                id=line.id,
                speaker=who.get(line.speaker, line.speaker),
                original=line.text,
                text="",
            )
            for line in said
        ),
    )


async def translate(desk: Desk, original: Original, target: Language, report: Report) -> Written[tuple[Rendered, ...]]:
    """Translate title, logline and every line of an episode.

    Raises:
        WritersBlock: no answer for one of them was in the language and said what the original says.
        GenerationError: the model cannot be asked now.
    """
    done: list[Rendered] = []
    found: Written[tuple[Rendered, ...]] = Written(value=())
    wanted = texts(original, target)
    for number, text in enumerate(wanted):
        report(number, len(wanted))
        if text.what is Text.NAME:
            done.append(text)
            continue
        job = _Job(
            text=text,
            most=_most(text, original, target),
            called=called(original.synopsis, wanted),
            source=original.language,
            target=target,
            before=_before(done, target),
        )
        answer = await ask(desk, _question(job), _question(job, modest=True))
        done.append(replace(text, text=answer.value))
        found = Written(
            value=tuple(done),
            answers=(*found.answers, *answer.digests),
            notes=tuple(dict.fromkeys((*found.notes, *answer.notes))),
            tries=(*found.tries, answer.tries),
        )
    return replace(found, value=tuple(done))


async def revise(
    desk: Desk, original: Original, known: Sequence[Rendered], wish: str, target: Language
) -> Written[tuple[Rendered, ...]]:
    """Apply a person's wish to the texts whose numbers it names, else to all; what a person wrote stays as it is.

    Raises:
        WritersBlock: nothing changed.
        GenerationError: the model cannot be asked now.
    """
    numbers = {int(each) for each in _NUMBER.findall(wish)} & set(range(1, len(known) + 1))
    revised, answers = list(known), list[Digest]()
    for place, text in enumerate(known):
        if text.by_hand or text.what is Text.NAME or (numbers and place + 1 not in numbers):
            continue
        job = _Job(
            text=text,
            most=_most(text, original, target),
            called=called(original.synopsis, known),
            source=original.language,
            target=target,
        )
        answer = await attempt(desk, _question(job, wish=wish))
        if answer is not None and answer.value != text.text:
            revised[place] = replace(text, text=answer.value)
            answers += answer.digests
    if revised == list(known):
        raise WritersBlock(
            "retranslate", ("the wish changed nothing; say which text it is about, and how it is to be said",)
        )
    return Written(value=tuple(revised), answers=tuple(answers))


def called(synopsis: Synopsis, known: Sequence[Rendered]) -> Mapping[str, str]:
    """Return what everybody is called in an edition, by their original names."""
    changed = {each.original: each.text for each in known if each.what is Text.NAME}
    return {each.name: changed.get(each.name, each.name) for each in synopsis.cast}


def _most(text: Rendered, original: Original, target: Language) -> int:
    """Return in how many words (Chinese: characters) a text is to be said; for a line, in the time of the original."""
    limits = LIMITS[target]
    if text.what is Text.TITLE:
        return limits.title
    if text.what is Text.LOGLINE:
        return limits.logline
    return max(FEWEST, ceil(original.frames[text.id] / RATE * limits.per_second * SLACK))


def _before(done: Sequence[Rendered], target: Language) -> str:
    """Return what was said last, in both languages: an answer is understood by what it answers."""
    last = [each for each in done if each.what is not Text.NAME][-1:]
    return "".join(f"{each.original} = {each.text}" for each in last) or NOBODY[target]


def _question(job: _Job, *, wish: str = "", modest: bool = False) -> Question[str]:
    """Return the question for a text, with a `wish` for a better one; `modest` lets it be longer and lose a name."""
    keys, text = KEYS[job.target], job.text
    data = {
        "from": CALLED[job.target][job.source],
        "names": ", ".join(f"{name} = {other}" for name, other in job.called.items()),
        "most": str(job.most),
        "text": text.original,
    }
    if wish:
        data |= {"known": text.text, "note": wish[:IDEA]}
    else:
        data |= {"who": job.called.get(text.speaker, text.speaker) or NOBODY[job.target], "before": job.before}
    speakers = [name for pair in job.called.items() for name in pair] if text.what is Text.LINE else []
    return Question(
        name=f"{'retranslate' if wish else 'translate'}-{text.id or text.what}",
        prompt=load("retranslate" if wish else "translate", job.target),
        data=data,
        schema=document({keys.says: TEXT}),
        read=lambda answer: _said(answer[keys.says], speakers, job.target),
        check=lambda said: tuple(_wrong(said, job, modest=modest)),
        max_tokens=120,
        temperature=0.2,
    )


def _said(answer: Any, speakers: Sequence[str], target: Language) -> str:  # noqa: ANN401 - JSON that fits the schema
    return plain(tidy(answer), speakers, _LONG, target)


def _wrong(said: str, job: _Job, *, modest: bool) -> Iterator[str]:
    """Yield what is wrong with a translation, as the model is told it."""
    key, target = KEYS[job.target].says, job.target
    words = _without(said, job.called.values())
    if any(map(str.isalnum, words)) or not said:
        yield from (remark(flaw, key, target) for flaw in flaws(words, target))
    if _is_left(said, job):
        yield remark(Flaw.LANGUAGE, key, target)
    if copied(said, load("translate", target).said, target, line=True):
        yield remark(Flaw.COPIED, key, target)
    if length(said, target) > job.most * (LOOSE if modest else 1):
        yield remark(Flaw.LONG, f"{key}{COLON[target]}{said}", target)
    lost = [other for name, other in job.called.items() if names(job.text.original, name) and other not in said]
    if lost and not modest:
        yield remark(Flaw.NAMES, ", ".join(lost), target)


def _is_left(said: str, job: _Job) -> bool:
    """Return whether some of the original stands in the translation as it was: more than a name, or all of it."""
    same = _without(said, job.called.values()).casefold() == _without(job.text.original, job.called).casefold()
    return (same and length(said, job.target) > 1) or copied(said, (job.text.original,), job.source, line=True)


def _without(text: str, people: Iterable[str]) -> str:
    for name in people:
        text = text.replace(name, "")
    return text.strip()
