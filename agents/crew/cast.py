"""The cast: read from an answer, and found again in what is said of it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from agents.crew.checks import tidy
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.schemas import TEXT, Schema, choice, document
from agents.crew.words import AGE, KEYS, SEX, meant
from storage.domain.story import Character, Language, Sex

_PRONOUNS: Mapping[Sex, re.Pattern[str]] = {
    Sex.MAN: re.compile(r"\b(?:il|lui|he|him|his)\b|他", re.IGNORECASE),
    Sex.WOMAN: re.compile(r"\b(?:elle|she|her)\b|她", re.IGNORECASE),
}


def person(language: Language) -> Schema:
    """Return the schema of a character."""
    keys = KEYS[language]
    return document(
        {
            keys.name: TEXT,
            keys.sex: choice(SEX[language].values()),
            keys.age: choice(AGE[language].values()),
            keys.look: TEXT,
        }
    )


def read_person(answer: Any, taken: str, language: Language) -> Character:  # noqa: ANN401 - JSON that fits the schema
    """Read a character; its id is the name in plain letters, or a number where the name has none or it is `taken`."""
    keys = KEYS[language]
    name = tidy(answer[keys.name])
    plain = slug(name)
    return Character(
        id=plain if plain and plain != taken else ("c2" if taken else "c1"),
        name=name,
        sex=meant(SEX[language], answer[keys.sex]),
        age=meant(AGE[language], answer[keys.age]),
        look=trimmed(answer[keys.look], LIMITS[language].look, language),
    )


def slug(name: str) -> str:
    """Return a name in small plain letters: `Émile Noir` is `emile-noir`; Chinese has none."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def seen(action: str, speakers: Sequence[str], cast: Sequence[Character]) -> tuple[str, ...]:
    """Return the ids of who is in a shot: whom its action names, or means by a pronoun, and who speaks there."""
    found = {each.id for each in cast if names(action, each.name)}
    for sex, pronoun in _PRONOUNS.items():
        possible = [each.id for each in cast if each.sex is sex]
        if len(possible) == 1 and pronoun.search(action):
            found.update(possible)
    return tuple(each.id for each in cast if each.id in found or each.id in speakers)


def names(text: str, name: str) -> bool:
    """Return whether a text names someone; a name in Latin letters only as a whole word."""
    if name[:1] >= "一":
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
