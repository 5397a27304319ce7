"""Where and when an episode plays, as the director answers it: before the first line, and its mood after the last.

An episode keeps to one place; it has two scenes where its end feels otherwise than its start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agents.crew.checks import tidy, violations
from agents.crew.form import LIMITS
from agents.crew.reading import read
from agents.crew.schemas import TEXT, Schema, choice
from agents.crew.sets import place_told
from agents.crew.words import HOUR, KEYS, MOOD, PLACE, WEATHER, meant
from storage.domain.story import Hour, Language, Place, Scene, Synopsis, Weather


def late(beat: int, synopsis: Synopsis) -> bool:
    """Return whether a beat plays in the second scene: from the turn, which is the last but one, to the end."""
    return beat >= max(len(synopsis.beats) - 2, 1)


def asked_first(language: Language) -> dict[str, Schema]:
    """Return what is asked of the place before any line."""
    keys = KEYS[language]
    return {
        keys.setting: TEXT,
        keys.place: choice(PLACE[language].values()),
        keys.hour: choice(HOUR[language].values()),
        keys.weather: choice(WEATHER[language].values()),
        keys.mood: choice(MOOD[language].values()),
    }


def asked_last(language: Language) -> dict[str, Schema]:
    """Return what is asked after the lines: how the end feels."""
    return {KEYS[language].last_mood: choice(MOOD[language].values())}


def scenes(answer: Mapping[str, str], synopsis: Synopsis, language: Language) -> tuple[Scene, ...]:
    """Return the first scene and, where it feels otherwise, the last.

    Place, hour and weather are the story's own where it tells them (`à minuit`, `in the rain`), else the model's: its
    own words for the setting go before the place it chose, so that picture and caption agree.
    """
    keys = KEYS[language]
    hour, weather = _told((*synopsis.beats, synopsis.logline))
    place = place_told(" ".join((*synopsis.beats, synopsis.logline, synopsis.title)))
    place = place or place_told(answer[keys.setting]) or meant(PLACE[language], answer[keys.place])
    first = Scene(
        id="c1",
        setting=_setting(answer[keys.setting], place, language),
        place=place,
        hour=hour or meant(HOUR[language], answer[keys.hour]),
        weather=weather or meant(WEATHER[language], answer[keys.weather]),
        mood=meant(MOOD[language], answer[keys.mood]),
    )
    last = replace(first, id="c2", mood=meant(MOOD[language], answer[keys.last_mood]))
    return (first,) if first.mood is last.mood or len(synopsis.beats) == 1 else (first, last)


def _setting(text: str, place: Place, language: Language) -> str:
    """Return the setting in the model's words, or the word for the place where these will not do."""
    text = tidy(text)
    return PLACE[language][place] if violations(text, "", LIMITS[language].look, language) else text


def _told(texts: Sequence[str]) -> tuple[Hour | None, Weather | None]:
    signs = [sign for text in texts for sign in read(text).signs]
    hours = [sign for sign in signs if isinstance(sign, Hour)]
    weathers = [sign for sign in signs if isinstance(sign, Weather)]
    return next(iter(hours), None), next(iter(weathers), None)
