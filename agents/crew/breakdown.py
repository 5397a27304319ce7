"""From a synopsis to shots and lines: the question the director asks, and what of the answer will do.

The beats are the shots' actions, word for word: what was approved is what is shown. The model writes what is said, the
close-ups between the beats, and where it is. All lines are asked for at once, so that each answers the one before;
those that will not do are left out, and only where too few remain is the whole asked for again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.crew.asking import Question
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, violations
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.prompts import load
from agents.crew.scenes import asked_first, asked_last, scenes
from agents.crew.schemas import TEXT, Schema, document
from agents.crew.speech import Part, cue, longest, plain
from agents.crew.words import CLOSE_UP, KEYS
from storage.domain.story import SHOTS, Language, Scene, Synopsis

FEWEST_LINES = 3
"""Lines that an episode needs to be a drama and not a slide show."""

GOOD_LINES = 4
"""Lines that are worth another try."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """A shot with its words: what is said there, and in a close-up what is seen; nothing is said in a silent one."""

    part: Part
    text: str = ""
    picture: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakdown:
    """Where an episode plays and its shots in order; `flaws` tells what was wrong with the lines that were left out."""

    scenes: tuple[Scene, ...]
    roles: tuple[Role, ...]
    flaws: tuple[str, ...] = ()


def breakdown(
    synopsis: Synopsis, parts: Sequence[Part], language: Language, fewest: int = FEWEST_LINES
) -> Question[Breakdown]:
    """Return the question whose answer is a synopsis broken down into these parts, with `fewest` lines or more."""
    prompt = load("script", language)

    def read(answer: Mapping[str, str]) -> Breakdown:
        roles, flaws = _judged(list(_roles(answer, parts, language)), prompt.said, language)
        return Breakdown(scenes=scenes(answer, synopsis, language), roles=roles, flaws=flaws)

    return Question(
        name="script",
        prompt=prompt,
        data={"story": _story(synopsis, parts, language)},
        schema=document(asked_first(language) | _asked(parts, language) | asked_last(language)),
        read=read,
        check=lambda found: () if enough(found.roles, fewest) else found.flaws,
        max_tokens=120 + 60 * len(parts),
    )


def enough(roles: Sequence[Role], fewest: int) -> bool:
    """Return whether these are as many shots as an episode has, and `fewest` lines or more."""
    return len(roles) in SHOTS and sum(bool(role.text) for role in roles) >= fewest


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


def _roles(answer: Mapping[str, str], parts: Sequence[Part], language: Language) -> Iterator[Role]:
    speakers = [part.speaker.name for part in parts if part.speaker]
    most = longest(len(speakers), language)
    for number, part in enumerate(parts, 1):
        picture = answer[_picture(number, language)] if part.place.close else ""
        text = answer[cue(number, part, language)] if part.speaker else ""
        yield Role(
            part=part,
            text=plain(text, speakers, most, language),
            picture=trimmed(picture, LIMITS[language].beat, language),
        )


def _judged(
    roles: Sequence[Role], examples: tuple[str, ...], language: Language
) -> tuple[tuple[Role, ...], tuple[str, ...]]:
    """Return the roles that will do, and what is wrong with the others.

    Without a line that will do a beat is silent, and a close-up is left out.
    """
    good: list[Role] = []
    flaws: list[str] = []
    beats = [role.part.place.action for role in roles if role.part.place.action]
    for role in roles:
        said = [*beats, *(text for each in good for text in (each.text, each.picture) if text)]
        found = tuple(_flaws(role, said, examples, language)) if role.part.speaker else ()
        flaws += found
        if not found:
            good.append(role)
        elif not role.part.place.close:
            good.append(Role(part=role.part))
    return tuple(good), tuple(dict.fromkeys(flaws))


def _flaws(role: Role, said: Sequence[str], examples: tuple[str, ...], language: Language) -> Iterator[str]:
    speaker = role.part.speaker.name if role.part.speaker else ""
    texts = {role.text: LIMITS[language].line} | (
        {role.picture: LIMITS[language].beat} if role.part.place.close else {}
    )
    if names(role.text, speaker):
        yield remark(Flaw.NAMES, speaker, language)
    for text, most in texts.items():
        yield from violations(text, text, most, language)
        if copied(text, examples, language, line=True) or text in examples:
            yield remark(Flaw.COPIED, text, language)
        if any(alike(text, each, language) for each in said):
            yield remark(Flaw.REPEATED, text, language)
