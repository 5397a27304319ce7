"""The worldbuilder turns an idea into the bible of a series, a few short fields at a time.

World, style and tone are one question; each of the cast is one, so that a poor answer spoils nobody else; how they
speak and what they are after is one for all, and so are the places: of these what is good is kept. Whom a synopsis
brings along stays as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agents.crew.asking import Answer, Desk, Question, Written, ask, attempt
from agents.crew.bookwords import BOOK_KEYS, PARTS
from agents.crew.cards import FRIENDS
from agents.crew.cast import names, person, read_person, sex_told, slug
from agents.crew.checks import Flaw, copied, remark, repeated, tidy, violations
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import length, trimmed
from agents.crew.prompts import Prompt, load
from agents.crew.schemas import TEXT, choice, document
from agents.crew.seeds import seed
from agents.crew.sets import place_told
from agents.crew.words import COLON, KEYS, PLACE, SEX, meant
from storage.domain.bible import Bible, Figure, Location
from storage.domain.ids import Digest
from storage.domain.story import Character, Language, Synopsis
from storage.domain.takes import Note

PLACES = 3
"""How many places a series comes back to: an episode keeps to one."""


FEWEST = 2
"""How many a series must have in its cast: one alone talks to nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Air:
    """What a series feels like: its world, how it is shown, how it is told, a sentence each."""

    world: str
    style: str
    tone: str


Manners = dict[str, tuple[str, str]]
"""By a character's id: what they are after, and how they speak."""


async def bible(desk: Desk, idea: str, language: Language, synopsis: Synopsis | None = None) -> Written[Bible]:
    """Write the bible of a series from a person's idea and, where there is one, an approved synopsis.

    The cast of a synopsis is taken as it is. A friend, manners and places that the model cannot tell are left out: an
    episode can be written without them.

    Raises:
        WritersBlock: no answer was a world or somebody of this idea in this language.
        GenerationError: the model cannot be asked now.
    """
    air = await ask(desk, _world(idea, language))
    used: list[Answer[Any]] = [air]
    cast = list(synopsis.cast) if synopsis else []
    for part in PARTS[language][len(cast) : FEWEST]:
        found = await ask(desk, _person(idea, part, cast, language), _person(idea, part, cast, language, modest=True))
        cast.append(found.value)
        used.append(found)
    friends = FRIENDS[language]
    for part in PARTS[language][len(cast) :]:
        who = f"{part}{COLON[language]}{friends[seed(desk.episode.id, 0) % len(friends)]}"
        friend = await attempt(desk, _person(idea, who, cast, language))
        cast += [friend.value] if friend else []
        used += [friend] if friend else []
    manners = await attempt(desk, _manners(idea, cast[: len(PARTS[language])], language))
    places = await attempt(desk, _places(idea, air.value.world, language))
    used += [answer for answer in (manners, places) if answer is not None]
    told = manners.value if manners else {}
    figures = (Figure(character=each, want=want, speech=speech) for each, want, speech in _mannered(cast, told))
    made = Bible(
        world=air.value.world,
        style=air.value.style,
        tone=air.value.tone,
        cast=tuple(figures),
        places=places.value if places else (),
    )
    return Written(value=made, answers=_digests(used), notes=_notes(used), tries=tuple(each.tries for each in used))


def introduced(cast: Sequence[Character], language: Language) -> str:
    """Return who is in the cast, as the model is shown them: part, name, sex and look, a line each."""
    parts = [f"{part}{COLON[language]}" for part in PARTS[language]] + [""] * len(cast)
    lines = (
        f"{part}{each.name}, {SEX[language][each.sex]}, {each.look}" for part, each in zip(parts, cast, strict=False)
    )
    return "\n".join(lines)


def _mannered(cast: Sequence[Character], told: Manners) -> Iterator[tuple[Character, str, str]]:
    yield from ((each, *told.get(each.id, ("", ""))) for each in cast)


def _digests(used: Sequence[Answer[Any]]) -> tuple[Digest, ...]:
    return tuple(digest for answer in used for digest in answer.digests)


def _notes(used: Sequence[Answer[Any]]) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(note for answer in used for note in answer.notes))


def _world(idea: str, language: Language) -> Question[Air]:
    prompt, keys, most = load("world", language), BOOK_KEYS[language], LIMITS[language].logline

    def read(answer: Any) -> Air:  # noqa: ANN401 - JSON that fits the schema
        world, style, tone = (trimmed(answer[key], most, language) for key in (keys.world, keys.style, keys.tone))
        return Air(world=world, style=style, tone=tone)

    def check(air: Air) -> tuple[str, ...]:
        texts = {keys.world: air.world, keys.style: air.style, keys.tone: air.tone}
        return tuple(each for remarks in _poor(texts, most, prompt, language).values() for each in remarks)

    return Question(
        name="world",
        prompt=prompt,
        data={"idea": idea[:IDEA]},
        schema=document(dict.fromkeys((keys.world, keys.style, keys.tone), TEXT)),
        read=read,
        check=check,
        max_tokens=240,
        temperature=0.4,
    )


def _person(
    idea: str, part: str, cast: Sequence[Character], language: Language, *, modest: bool = False
) -> Question[Character]:
    """Return the question for one of the cast; a `modest` one leaves a look that will not do at `man` or `woman`."""
    prompt, limits, keys = load("person", language), LIMITS[language], KEYS[language]
    taken = {each.id for each in cast}
    told = sex_told(idea) if not cast else None

    def read(answer: Any) -> Character:  # noqa: ANN401 - JSON that fits the schema
        found = read_person(answer, cast[0].id if cast else "", idea, language)
        found = found if found.id not in taken and slug(found.name) else replace(found, id=f"c{len(cast) + 1}")
        poor = modest and (length(found.look, language) > limits.look or copied(found.look, prompt.said, language))
        return replace(found, look=SEX[language][found.sex]) if poor else found

    def check(found: Character) -> tuple[str, ...]:
        flaws = list(violations(found.look, keys.look, limits.look, language))
        if copied(found.look, prompt.said, language):
            flaws.append(remark(Flaw.COPIED, keys.look, language))
        looks = {str(number): each.look for number, each in enumerate((*cast, found))}
        if not modest and str(len(cast)) in repeated(looks, language):
            flaws.append(remark(Flaw.REPEATED, keys.look, language))
        if _is_misnamed(found, cast, prompt, language):
            flaws.append(remark(Flaw.NAMES, found.name, language))
        if told is not None and found.sex is not told:
            flaws.append(remark(Flaw.LOST, idea[:IDEA], language))
        return tuple(flaws)

    return Question(
        name=f"person-{len(cast) + 1}",
        prompt=prompt,
        data={"idea": idea[:IDEA], "cast": introduced(cast, language) or BOOK_KEYS[language].nobody, "part": part},
        schema=person(language),
        read=read,
        check=check,
        max_tokens=140,
        temperature=0.4,
    )


def _is_misnamed(found: Character, cast: Sequence[Character], prompt: Prompt, language: Language) -> bool:
    """Whether a name is missing, too long, an example's, or cannot be told from another's."""
    alike = any(names(each.name, found.name) or names(found.name, each.name) for each in cast)
    return alike or found.name in prompt.said or not 0 < length(found.name, language) <= LIMITS[language].name


def _manners(idea: str, cast: Sequence[Character], language: Language) -> Question[Manners]:
    prompt, keys, most = load("manners", language), BOOK_KEYS[language], LIMITS[language].look
    asked = {each.id: (f"{each.name} {keys.want}", f"{each.name} {keys.speech}") for each in cast}

    def read(answer: Any) -> Manners:  # noqa: ANN401 - JSON that fits the schema
        texts = {key: trimmed(text, most, language) for key, text in answer.items()}
        poor = _poor(texts, most, prompt, language)
        told = {key: "" if key in poor else text for key, text in texts.items()}
        return {who: (told[want], told[speech]) for who, (want, speech) in asked.items()}

    def check(found: Manners) -> tuple[str, ...]:
        told = {key: text for who, pair in asked.items() for key, text in zip(pair, found[who], strict=True)}
        empty = [key for key, text in told.items() if not text]
        return tuple(remark(Flaw.PLACEHOLDER, key, language) for key in empty) if len(empty) * 2 > len(told) else ()

    return Question(
        name="manners",
        prompt=prompt,
        data={"idea": idea[:IDEA], "cast": introduced(cast, language)},
        schema=document({key: TEXT for pair in asked.values() for key in pair}),
        read=read,
        check=check,
        max_tokens=260,
        temperature=0.4,
    )


def _places(idea: str, world: str, language: Language) -> Question[tuple[Location, ...]]:
    """Return the question for the places; the set of each is what its words tell, or else the model's choice."""
    prompt, keys, limits = load("places", language), KEYS[language], LIMITS[language]
    one = document({keys.name: TEXT, keys.look: TEXT, keys.place: choice(PLACE[language].values())})
    numbers = [str(number) for number in range(1, PLACES + 1)]

    def location(number: str, answer: Any) -> Location:  # noqa: ANN401 - JSON that fits the schema
        name = tidy(trimmed(answer[keys.name], limits.title, language)).rstrip(".。")
        told = place_told(name) or place_told(answer[keys.look])
        return Location(
            id=f"p{number}",
            name=name,
            look=trimmed(answer[keys.look], limits.look, language),
            place=told or meant(PLACE[language], answer[keys.place]),
        )

    def read(answer: Any) -> tuple[Location, ...]:  # noqa: ANN401 - JSON that fits the schema
        found = [location(number, answer[number]) for number in numbers]
        called, looks = {each.id: each.name for each in found}, {each.id: each.look for each in found}
        poor = {*_poor(called, limits.title, prompt, language), *_poor(looks, limits.look, prompt, language)}
        return tuple(each for each in found if each.id not in poor)

    return Question(
        name="places",
        prompt=prompt,
        data={"idea": idea[:IDEA], "world": world},
        schema=document(dict.fromkeys(numbers, one)),
        read=read,
        check=lambda found: () if found else (remark(Flaw.REPEATED, keys.place, language),),
        max_tokens=300,
        temperature=0.4,
    )


def _poor(texts: dict[str, str], most: int, prompt: Prompt, language: Language) -> dict[str, tuple[str, ...]]:
    """Return by name what is wrong with texts of at most `most` words each, of which no two may be alike."""
    wrong = {name: violations(text, name, most, language) for name, text in texts.items()}
    for name, text in texts.items():
        if copied(text, prompt.said, language):
            wrong[name] += (remark(Flaw.COPIED, name, language),)
    for name in repeated(texts, language):
        wrong[name] += (remark(Flaw.REPEATED, name, language),)
    return {name: remarks for name, remarks in wrong.items() if remarks}
