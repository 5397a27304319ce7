"""From a synopsis to shots and lines: the question the director asks, and what of the answer will do.

The beats are the shots' actions, word for word: what was approved is what is shown. The model writes what is said, the
close-ups between the beats, and where it is. All lines are asked for at once, so that each answers the one before;
those that will not do are left out. Where too few remain the whole is asked for again, and each shot takes the first
words that do from any of the answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agents.crew.asking import Question
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, violations
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.prompts import load
from agents.crew.scenes import asked_first, asked_last, scenes
from agents.crew.schemas import TEXT, Schema, document
from agents.crew.speech import ACTS, Part, cue, longest, plain, uncalled
from agents.crew.words import ACT, CLOSE_UP, KEYS
from storage.domain.story import SHOTS, Language, Scene, Synopsis

FEWEST_LINES = 3
"""Lines that an episode needs to be a drama and not a slide show."""

GOOD_LINES = 4
"""Lines that are worth another try."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakdown:
    """Where an episode plays and its shots in order; `flaws` tells what was wrong with the lines that were left out.

    `tried` are the words of every answer, all shots of each.
    """

    scenes: tuple[Scene, ...]
    tried: tuple[tuple[Part, ...], ...]
    parts: tuple[Part, ...]
    flaws: tuple[str, ...] = ()


def breakdown(synopsis: Synopsis, parts: Sequence[Part], language: Language, fewest: int) -> Question[Breakdown]:
    """Return the question whose answer is a synopsis broken down into these parts, with `fewest` lines or more."""
    prompt = load("script", language)

    def broken(where: tuple[Scene, ...], tried: tuple[tuple[Part, ...], ...]) -> Breakdown:
        good, flaws = _judged(tried, prompt.said, language)
        return Breakdown(scenes=where, tried=tried, parts=good, flaws=flaws)

    def read(answer: Mapping[str, str]) -> Breakdown:
        return broken(scenes(answer, synopsis, language), (tuple(_filled(answer, parts, language)),))

    def join(found: Sequence[Breakdown]) -> Breakdown:
        return broken(found[0].scenes, tuple(words for each in found for words in each.tried))

    return Question(
        name="script",
        prompt=prompt,
        data={"story": _story(synopsis, parts, language)},
        schema=document(asked_first(language) | _asked(parts, language) | asked_last(language)),
        read=read,
        check=lambda found: () if enough(found.parts, fewest) else found.flaws,
        join=join,
        max_tokens=120 + 60 * len(parts),
    )


def enough(parts: Sequence[Part], fewest: int) -> bool:
    """Return whether these are as many shots as an episode has, and `fewest` lines or more."""
    return len(parts) in SHOTS and sum(bool(part.text) for part in parts) >= fewest


def _story(synopsis: Synopsis, parts: Sequence[Part], language: Language) -> str:
    """Return a synopsis as the model is shown it: what it is about, and one numbered line a shot."""
    about = f"{synopsis.title.rstrip('.。')}{'。' if language is Language.CHINESE else '. '}{synopsis.logline}"
    shots = [
        f"{number}. {part.place.action or CLOSE_UP[language].format(part.speaker.name if part.speaker else '')}"
        for number, part in enumerate(parts, 1)
    ]
    return "\n".join((about, *shots))


def _asked(parts: Sequence[Part], language: Language) -> dict[str, Schema]:
    asked: dict[str, Schema] = {}
    for number, part in enumerate(parts, 1):
        if part.place.close:
            asked[_picture(number, language)] = TEXT
        if part.speaker:
            asked[cue(number, part, language)] = TEXT
    return asked


def _picture(number: int, language: Language) -> str:
    return f"{number} {KEYS[language].picture}"


def _filled(answer: Mapping[str, str], parts: Sequence[Part], language: Language) -> Iterator[Part]:
    """Yield the parts with their words."""
    speakers = [part.speaker.name for part in parts if part.speaker]
    most = longest(len(speakers), language)
    for number, part in enumerate(parts, 1):
        picture = answer[_picture(number, language)] if part.place.close else ""
        text = answer[cue(number, part, language)] if part.speaker else ""
        yield replace(
            part,
            text=uncalled(plain(text, speakers, most, language), part.speaker.name if part.speaker else ""),
            picture=trimmed(picture, LIMITS[language].beat, language),
        )


def _judged(
    tried: Sequence[Sequence[Part]], examples: tuple[str, ...], language: Language
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return each shot with the first words tried that will do, and what was wrong where none do.

    Without a line that will do a beat is silent, and a close-up is left out.
    """
    good: list[Part] = []
    flaws: list[str] = []
    beats = [part.place.action for part in tried[0] if part.place.action]
    speakers = [part.speaker.name for part in tried[0] if part.speaker]
    for ways in zip(*tried, strict=True):
        said = [*beats, *(text for each in good for text in (each.text, each.picture) if text)]
        wrong = [tuple(_flaws(part, said, speakers, examples, language)) for part in ways]
        chosen = next((part for part, found in zip(ways, wrong, strict=True) if not found), None)
        if chosen is not None:
            good.append(chosen)
            continue
        flaws += wrong[-1]
        if not ways[0].place.close:
            good.append(replace(ways[0], text=""))
    return tuple(good), tuple(dict.fromkeys(flaws))


def _is_cue(text: str, speakers: Sequence[str], language: Language) -> bool:
    """Return whether a line is a key such as lines are asked for under: `2 Louise threatens`, or a bare name."""
    acts = tuple(act for dealt in ACTS[language] for act in dealt)
    told = text.lstrip("0123456789. ").rstrip(" .。")
    if text[:1].isdigit():
        return told.startswith((*speakers, KEYS[language].picture)) or any(act in told for act in acts)
    return told in {*speakers, *(ACT[language].format(name, act) for name in speakers for act in acts)}


def _flaws(
    part: Part, said: Sequence[str], speakers: Sequence[str], examples: tuple[str, ...], language: Language
) -> Iterator[str]:
    if not part.speaker:
        return
    limits = LIMITS[language]
    texts = [(part.picture, limits.beat)] if part.place.close else []
    if _is_cue(part.text, speakers, language):
        yield remark(Flaw.LEFTOVER, part.text, language)
    if len(part.text) > limits.letters:
        yield remark(Flaw.LONG, part.text, language)
    if names(part.text, part.speaker.name):
        yield remark(Flaw.NAMES, part.speaker.name, language)
    for text, most in (*texts, (part.text, limits.line)):
        yield from violations(text, text, most, language)
        if copied(text, examples, language, line=True) or text in examples:
            yield remark(Flaw.COPIED, text, language)
        if any(alike(text, each, language) for each in said):
            yield remark(Flaw.REPEATED, text, language)
