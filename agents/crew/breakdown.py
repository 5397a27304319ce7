"""From a synopsis to shots and lines: the question the director asks, and what is made of the answer.

The beats are the shots' actions, word for word: what was approved is what is shown. The model writes what is said, the
close-ups between the beats, and where it is; the camera follows the rules of the form (`form.cover`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agents.crew.asking import Question
from agents.crew.cast import seen
from agents.crew.checks import Flaw, alike, copied, remark, repeated, tidy, violations
from agents.crew.form import LIMITS, Slot, cover, slots
from agents.crew.language import length, trimmed
from agents.crew.prompts import load
from agents.crew.reading import read
from agents.crew.schemas import TEXT, Schema, choice, document
from agents.crew.words import CLOSE_UP, COLON, HOUR, KEYS, MOOD, PLACE, WEATHER, meant
from storage.domain.story import Character, Hour, Language, Line, Scene, Script, Shot, Synopsis, Weather

LEAST_LINES = 3
"""Lines that an episode needs to be a drama and not a slide show."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakdown:
    """The script, and the actions in it that are the model's: its close-ups, by name."""

    script: Script
    close_ups: Mapping[str, str]


def breakdown(synopsis: Synopsis, language: Language, variety: int) -> Question[Breakdown]:
    """Return the question whose answer makes a script of this synopsis; `variety` chooses the coverage."""
    prompt, places = load("script", language), slots(synopsis.beats)

    def make(answer: Any) -> Breakdown:  # noqa: ANN401 - JSON that fits the schema
        return _made(answer, synopsis, places, language, variety)

    def check(made: Breakdown) -> tuple[str, ...]:
        return tuple(_violations(made, prompt.said, language))

    return Question(
        name="script",
        prompt=prompt,
        data={"story": _story(synopsis, places, language)},
        schema=_schema(synopsis.cast, places, language),
        read=make,
        check=check,
        max_tokens=120 + 60 * len(places),
    )


def spoken(text: str, speakers: Sequence[str], most: int, language: Language) -> str:
    """Return a line as it is spoken: without quotation marks or the speaker's name before it, within `most` words."""
    text = " ".join(text.split()).strip('«»"“”「」 ')
    for name in speakers:
        text = re.sub(rf"\A{re.escape(name)}\s*[:：]\s*", "", text).strip('«»"“”「」 ')
    return trimmed(text, most, language)


def _story(synopsis: Synopsis, places: Sequence[Slot], language: Language) -> str:
    """Return a synopsis as the model is shown it: title, cast, and one numbered line a shot."""
    cast = [f"{each.name}{COLON[language]}{each.look}" for each in synopsis.cast]
    shots = [f"{number}. {place.action or CLOSE_UP[language]}" for number, place in enumerate(places, 1)]
    return "\n".join((synopsis.title, *cast, *shots))


def _schema(cast: Sequence[Character], places: Sequence[Slot], language: Language) -> Schema:
    keys = KEYS[language]
    sets, moods = choice(PLACE[language].values()), choice(MOOD[language].values())
    first: dict[str, Schema] = {
        keys.setting: TEXT,
        keys.place: sets,
        keys.hour: choice(HOUR[language].values()),
        keys.weather: choice(WEATHER[language].values()),
        keys.mood: moods,
    }
    speech = {keys.speaker: choice(character.name for character in cast), keys.says: TEXT}
    shots: dict[str, Schema] = {}
    for number, place in enumerate(places, 1):
        wanted = ({keys.picture: TEXT} if place.close else {}) | (speech if place.spoken else {})
        if wanted:
            shots[str(number)] = document(wanted)
    last = {keys.last_setting: TEXT, keys.last_place: sets, keys.last_mood: moods}
    return document(first | shots | last)


def _made(
    answer: Any,  # noqa: ANN401 - JSON that fits the schema
    synopsis: Synopsis,
    places: Sequence[Slot],
    language: Language,
    variety: int,
) -> Breakdown:
    keys, limits = KEYS[language], LIMITS[language]
    ids = {character.name: character.id for character in synopsis.cast}
    scenes = _scenes(answer, synopsis, language)
    lines: list[Line] = []
    shots: list[Shot] = []
    for number, (place, camera) in enumerate(zip(places, cover(places, variety), strict=True), 1):
        written = answer.get(str(number), {})
        speech: tuple[Line, ...] = ()
        text = spoken(written[keys.says], list(ids), limits.line, language) if place.spoken else ""
        # Said already: the shot is better silent.
        if place.spoken and not any(alike(text, line.text, language) for line in lines):
            speech = (Line(id=f"l{len(lines) + 1}", speaker=ids[written[keys.speaker]], text=text),)
        action = place.action or trimmed(written[keys.picture], limits.beat, language)
        framing, angle, move = camera
        shots.append(
            Shot(
                id=f"s{number}",
                scene=scenes[-1 if _late(place.beat, synopsis) else 0].id,
                framing=framing,
                angle=angle,
                move=move,
                action=action,
                characters=seen(action, [line.speaker for line in speech], synopsis.cast),
                lines=tuple(line.id for line in speech),
            )
        )
        lines += speech
    return Breakdown(
        script=Script(scenes=scenes, lines=tuple(lines), shots=tuple(shots)),
        close_ups={
            f"{number} {keys.picture}": shot.action
            for number, (shot, place) in enumerate(zip(shots, places, strict=True), 1)
            if place.close
        },
    )


def _late(beat: int, synopsis: Synopsis) -> bool:
    """Return whether a beat plays in the second scene: from the turn, which is the last but one, to the end."""
    return beat >= max(len(synopsis.beats) - 2, 1)


def _scenes(answer: Mapping[str, str], synopsis: Synopsis, language: Language) -> tuple[Scene, ...]:
    """Return the first scene and, where the end plays elsewhere or feels otherwise, the second.

    Hour and weather are the story's own where it tells them (`à minuit`, `in the rain`), else the model's.
    """
    keys = KEYS[language]
    hour, weather = _told((*synopsis.beats, synopsis.logline))
    first = Scene(
        id="c1",
        setting=tidy(answer[keys.setting]),
        place=meant(PLACE[language], answer[keys.place]),
        hour=hour or meant(HOUR[language], answer[keys.hour]),
        weather=weather or meant(WEATHER[language], answer[keys.weather]),
        mood=meant(MOOD[language], answer[keys.mood]),
    )
    last = replace(
        first,
        id="c2",
        setting=tidy(answer[keys.last_setting]),
        place=meant(PLACE[language], answer[keys.last_place]),
        mood=meant(MOOD[language], answer[keys.last_mood]),
    )
    same = (first.place, first.mood) == (last.place, last.mood)
    return (first,) if same or len(synopsis.beats) == 1 else (first, last)


def _told(texts: Sequence[str]) -> tuple[Hour | None, Weather | None]:
    signs = [sign for text in texts for sign in read(text).signs]
    hours = [sign for sign in signs if isinstance(sign, Hour)]
    weathers = [sign for sign in signs if isinstance(sign, Weather)]
    return next(iter(hours), None), next(iter(weathers), None)


def _violations(made: Breakdown, examples: tuple[str, ...], language: Language) -> Iterator[str]:
    keys, limits = KEYS[language], LIMITS[language]
    lines = {f"{keys.says} {line.id[1:]}": line.text for line in made.script.lines}
    bounds = dict.fromkeys(lines, limits.line) | dict.fromkeys(made.close_ups, limits.beat)
    for name, text in {**lines, **made.close_ups}.items():
        yield from violations(text, name, bounds[name], language)
        if copied(text, examples, language):
            yield remark(Flaw.COPIED, name, language)
    yield from (remark(Flaw.REPEATED, name, language) for name in repeated(made.close_ups, language))
    if len(lines) < LEAST_LINES:
        yield remark(Flaw.REPEATED, keys.says, language)
    if sum(length(text, language) for text in lines.values()) > limits.speech:
        yield remark(Flaw.LONG, keys.says, language)
