"""The cast: read from an answer, and found again in what is said of it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agents.crew.checks import tidy
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.lexicon import whole
from agents.crew.schemas import TEXT, Schema, choice, document
from agents.crew.words import AGE, KEYS, SEX, meant
from storage.domain.story import Character, Language, Sex

_PRONOUNS: Mapping[Sex, re.Pattern[str]] = {
    Sex.MAN: re.compile(r"\b(?:il|lui|he|him|his)\b|他", re.IGNORECASE),
    Sex.WOMAN: re.compile(r"\b(?:elle|she|her)\b|她", re.IGNORECASE),
}

_CALLED_ONE = (
    r"une (?:(?!cica|ma)\w+trice|\w+ienne|\w*(?:chant|dans|coiff|serv|vend|tu|hack|jou|nag|plong|cour|vol|ment)euse"
    r"|(?:chocolat|pâtiss|cuisin|infirm|sorc|coutur|ferm|jardin|polic|ouvr|caiss|romanc|hérit|caval|aventur|guerr"
    r"|prisonn|épic)ière|(?:boulang|berg|bouch|fromag|messag|étrang)ère)"
)
"""Trades and parts of women in French, by their endings; things have the same ones, so that these are not all."""

_SEXES: Mapping[Sex, re.Pattern[str]] = {
    Sex.WOMAN: re.compile(
        r"\b(?:femmes?|filles?|fillette|mère|grand-mère|mamie|sœurs?|reine|princesse|veuve|elle|woman|women|girls?|"
        r"mother|grandmother|grandma|sisters?|queen|princess|actress|waitress|witch|widow|nun|she|her|"
        rf"{_CALLED_ONE})\b|女|妈|奶奶|外婆|姐|妹|婆婆|公主|她",
        re.IGNORECASE,
    ),
    Sex.MAN: re.compile(
        r"\b(?:hommes?|garçons?|père|grand-père|papi|frères?|roi|prince|moine|veuf|man|men|boys?|father|grandfather|"
        r"grandpa|brothers?|king|monk|wizard|he|his|him)\b|男|爸|爷爷|外公|哥|弟|叔|和尚|王子|他",
        re.IGNORECASE,
    ),
}

_FAMOUS = re.compile(
    r"\b(?:r2-?d2|c-?3po|bb-?8|t-?800|t-?1000|terminator|robocop|hal ?9000|bender|optimus prime|megatron|yoda|vader|"
    r"skywalker|wall-?e|batman|superman|spider-?man|iron ?man|hulk|joker|james bond|harry potter|hermione|"
    r"dumbledore|gandalf|frodo|pikachu|super mario|luigi|sonic|mickey|minnie|donald duck|goofy|elsa|simba|shrek|"
    r"bart simpson|homer simpson|doraemon|totoro|naruto|goku|barbie|tintin|astérix|obélix)\b"
    r"|哆啦a梦|皮卡丘|喜羊羊|灰太狼|奥特曼|葫芦娃",
    re.IGNORECASE,
)

_NO_NAME = re.compile(r"[^\w\s.'’·-]")
"""What stands in nobody's name; a name also stands in keys of the schemas that models answer by."""

_PART = re.compile(
    r"(?:the )?hero|(?:the )?rival|(?:le )?héros|(?:le |la )?rivale?|主角|对手|张三|李四|王五", re.IGNORECASE
)
"""What is no name, but somebody's part in the plot, or stands for any name."""

_NAMES: Mapping[Language, Mapping[Sex, tuple[str, str]]] = {
    Language.FRENCH: {Sex.WOMAN: ("Colette", "Romy"), Sex.MAN: ("Basile", "Gaspard")},
    Language.ENGLISH: {Sex.WOMAN: ("Wren", "Ivy"), Sex.MAN: ("Otis", "Rufus")},
    Language.CHINESE: {Sex.WOMAN: ("小满", "阿梨"), Sex.MAN: ("阿木", "大川")},
}
"""Names for those who came with none, or with that of a figure that everybody knows and somebody owns."""


def person(language: Language, sex: Sex | None = None) -> Schema:
    """Return the schema of a character, whose `sex` may be given."""
    keys, words = KEYS[language], SEX[language]
    return document(
        {
            keys.name: TEXT,
            keys.sex: choice(words.values() if sex is None else [words[sex]]),
            keys.age: choice(AGE[language].values()),
            keys.look: TEXT,
        }
    )


def read_person(answer: Any, taken: str, told: str, language: Language) -> Character:  # noqa: ANN401 - JSON that fits the schema
    """Read a character; its id is the name in plain letters, or a number where the name has none or it is `taken`.

    A name that somebody owns is replaced where the model came up with it; one that a person `told` stays theirs.
    """
    keys = KEYS[language]
    sex = meant(SEX[language], answer[keys.sex])
    name = tidy(_NO_NAME.sub("", answer[keys.name]))
    if _PART.fullmatch(name) or (famous(name) and not names(told, name)):
        name = _NAMES[language][sex][1 if taken else 0]
    plain = slug(name)
    return Character(
        id=plain if plain and plain != taken else ("c2" if taken else "c1"),
        name=name,
        sex=sex,
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
    return re.search(whole(re.escape(name)), text, re.IGNORECASE) is not None


def pronoun(text: str, sex: Sex) -> bool:
    """Return whether a text speaks of someone of a sex by a pronoun (`she`, `lui`, `他`)."""
    return _PRONOUNS[sex].search(text) is not None


def places(text: str, cast: Sequence[Character]) -> Iterator[tuple[int, str]]:
    """Yield where a text names someone, and their id."""
    for each in cast:
        name = re.escape(each.name)
        pattern = name if each.name[:1] >= "一" else whole(name)
        yield from ((found.start(), each.id) for found in re.finditer(pattern, text, re.IGNORECASE))


def pronouns(text: str, cast: Sequence[Character]) -> Iterator[tuple[int, str]]:
    """Yield where a text means someone by a pronoun that fits one of the cast alone, and their id."""
    for sex, finder in _PRONOUNS.items():
        fitting = [each.id for each in cast if each.sex is sex]
        if len(fitting) == 1:
            yield from ((found.start(), fitting[0]) for found in finder.finditer(text))


def sex_told(idea: str) -> Sex | None:
    """Return the sex of whom an idea speaks, where it speaks of one only."""
    found = [sex for sex, words in _SEXES.items() if words.search(idea)]
    return found[0] if len(found) == 1 else None


def famous(name: str) -> bool:
    """Return whether a name belongs to a figure that everybody knows, and that somebody owns."""
    return _FAMOUS.search(name) is not None
