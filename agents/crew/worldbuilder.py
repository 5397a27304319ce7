"""The worldbuilder turns an idea into the bible of a series, a few short fields at a time.

World, style and tone are one question; each of the cast is one, so that a poor answer spoils nobody else; what hero and
rival are after is one, and so are the places: of these what is good is kept. How people speak is dealt. Whom a synopsis
brings along stays as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agents.crew.asking import Answer, Desk, Question, Written, ask, attempt
from agents.crew.bookwords import BOOK_KEYS, PARTS, WHERE
from agents.crew.cards import FRIENDS, RIVALS, SPEECH, THINGS
from agents.crew.cast import names, person, read_person, sex_told, slug
from agents.crew.checks import Flaw, alike, copied, remark, repeated, tidy, violations
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import length, trimmed
from agents.crew.prompts import Prompt, load
from agents.crew.schemas import TEXT, choice, document
from agents.crew.seeds import seed
from agents.crew.sets import place_told
from agents.crew.strangers import strangers
from agents.crew.telling import Cards, Texts
from agents.crew.words import COLON, KEYS, PLACE, SEX, meant
from storage.domain.bible import Bible, Figure, Keepsake, Location
from storage.domain.ids import Digest
from storage.domain.story import Character, Language, Synopsis
from storage.domain.takes import Note

FEWEST = 2
"""How many a series must have in its cast: one alone talks to nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Air:
    """What a series feels like: its world, how it is shown, how it is told, a sentence each."""

    world: str
    style: str
    tone: str


THING = "thing"
"""The id of what everyone is after, among the things of a bible."""


async def bible(desk: Desk, idea: str, language: Language, synopsis: Synopsis | None = None) -> Written[Bible]:
    """Write the bible of a series from a person's idea and, where there is one, an approved synopsis.

    The cast of a synopsis is taken as it is. A friend and places that the model cannot tell are left out: an
    episode can be written without them.

    Raises:
        WritersBlock: no answer was a world or somebody of this idea in this language.
        GenerationError: the model cannot be asked now.
    """
    air = await ask(desk, _world(idea, language))
    used: list[Answer[Any]] = [air]
    cast = list(synopsis.cast) if synopsis else []
    deal = seed(desk.episode.id, 0)
    hero, rival, friend = (
        part if deck is None else f"{part}{COLON[language]}{deck[language][deal % len(deck[language])]}"
        for part, deck in zip(PARTS[language], (None, RIVALS, FRIENDS), strict=True)
    )
    for part in (hero, rival)[len(cast) :]:
        found = await ask(desk, _person(idea, part, cast, language), _person(idea, part, cast, language, modest=True))
        cast.append(found.value)
        used.append(found)
    third = await attempt(desk, _person(idea, friend, cast, language)) if len(cast) == FEWEST else None
    cast += [third.value] if third else []
    used += [third] if third else []
    shown = {"idea": idea[:IDEA], "cast": introduced(cast[:FEWEST], language)}
    stakes = await ask(desk, *_stakes(cast, idea, deal, language).questions("stakes", load("stakes", language), shown))
    places = await attempt(desk, _places(idea, air.value.world, cast, language))
    used += [answer for answer in (stakes, places) if answer is not None]
    *wants, thing = stakes.value.texts.values()
    made = Bible(
        world=air.value.world,
        style=air.value.style,
        tone=air.value.tone,
        cast=tuple(_mannered(cast, wants, deal, language)),
        places=places.value if places else (),
        props=(Keepsake(id=THING, name=thing, look=thing),),
    )
    return Written(value=made, answers=_digests(used), notes=_notes(used), tries=tuple(each.tries for each in used))


def introduced(cast: Sequence[Character], language: Language) -> str:
    """Return who is in the cast, as the model is shown them: part, name, sex and look, a line each."""
    parts = [f"{part}{COLON[language]}" for part in PARTS[language]] + [""] * len(cast)
    lines = (
        f"{part}{each.name}, {SEX[language][each.sex]}, {each.look}" for part, each in zip(parts, cast, strict=False)
    )
    return "\n".join(lines)


def _mannered(cast: Sequence[Character], wants: Sequence[str], deal: int, language: Language) -> Iterator[Figure]:
    """Yield the cast with what the first of them want and how they speak; everyone is dealt another manner."""
    manners = SPEECH[language]
    for number, each in enumerate(cast):
        want = wants[number] if number < len(wants) else ""
        yield Figure(character=each, want=want, speech=manners[(deal + number) % len(manners)])


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
    """Return the question for one of the cast; a `modest` one leaves a look that will not do at what was dealt.

    Whether the hero is a woman or a man is no question where the idea tells it.
    """
    prompt, taken = load("person", language), {each.id for each in cast}
    told = sex_told(idea) if not cast else None
    mark = part.partition(COLON[language])[2]
    shown = part if told is None else f"{part}{COLON[language]}{SEX[language][told]}"

    def read(answer: Any) -> Character:  # noqa: ANN401 - JSON that fits the schema
        found = read_person(answer, cast[0].id if cast else "", idea, language)
        found = found if found.id not in taken and slug(found.name) else replace(found, id=f"c{len(cast) + 1}")
        plain = ("，" if language is Language.CHINESE else ", ").join(filter(None, (SEX[language][found.sex], mark)))
        return replace(found, look=plain) if modest and _unfit(found.look, cast, prompt, language) else found

    def check(found: Character) -> tuple[str, ...]:
        flaws = [] if modest else [*_unfit(found.look, cast, prompt, language)]
        if _is_misnamed(found, cast, prompt, language):
            flaws.append(remark(Flaw.NAMES, found.name, language))
        return tuple(flaws)

    return Question(
        name=f"person-{len(cast) + 1}",
        prompt=prompt,
        data={"idea": idea[:IDEA], "cast": introduced(cast, language) or BOOK_KEYS[language].nobody, "part": shown},
        schema=person(language, told),
        read=read,
        check=check,
        max_tokens=140,
        temperature=0.4,
    )


def _unfit(look: str, cast: Sequence[Character], prompt: Prompt, language: Language) -> tuple[str, ...]:
    """Return what is wrong with a look: by itself, or because it is an example's or somebody else's."""
    key, flaws = KEYS[language].look, list(violations(look, KEYS[language].look, LIMITS[language].look, language))
    if copied(look, prompt.said, language) or any(names(look, each.name) for each in cast):
        flaws.append(remark(Flaw.COPIED, key, language))
    if any(alike(look, each.look, language) for each in cast):
        flaws.append(remark(Flaw.REPEATED, key, language))
    return tuple(flaws)


def _is_misnamed(found: Character, cast: Sequence[Character], prompt: Prompt, language: Language) -> bool:
    """Whether a name is missing, too long, an example's, or cannot be told from another's."""
    same = any(names(each.name, found.name) or names(found.name, each.name) for each in cast)
    return same or found.name in prompt.said or not 0 < length(found.name, language) <= LIMITS[language].name


def _stakes(cast: Sequence[Character], idea: str, deal: int, language: Language) -> Cards:
    """Return what hero and rival want and what both are after. A rival who wants what the hero wants, or nothing, wants
    the hero to fail; a want of the hero's that will not do is left out, and a thing that is none is dealt.
    """
    keys, most = BOOK_KEYS[language], LIMITS[language].look
    hero, rival = AIMS[language][0].format(cast[0].name), AIMS[language][1].format(cast[0].name, cast[1].name)
    called, said = [each.name for each in cast], load("stakes", language).said

    def flaws(key: str, text: str, taken: Texts) -> Iterator[str]:
        yield from violations(text, key, MOST_THING[language] if key == keys.thing else most, language)
        if copied(text, said, language) or text in said:
            yield remark(Flaw.COPIED, key, language)
        if any(alike(text, each, language) for each in taken.values()):
            yield remark(Flaw.REPEATED, key, language)
        people = strangers(text, called, (idea,), language)
        if key == keys.thing:
            people += tuple(name for name in called if names(text, name))
            yield from ((remark(Flaw.PLACEHOLDER, key, language),) if _is_no_thing(text) else ())
        if people:
            yield remark(Flaw.NAMES, ", ".join(people), language)

    return Cards(
        cards={
            hero: "",
            rival: OPPOSED[language].format(cast[0].name),
            keys.thing: THINGS[language][deal % len(THINGS[language])],
        },
        read=lambda _, text: _opened(
            trimmed(tidy(_WANTS.sub("", tidy(text))), most, language).rstrip(".。!！"), language
        ),
        flaws=flaws,
    )


AIMS: Mapping[Language, tuple[str, str]] = {
    Language.FRENCH: ("{0} veut", "{1}, contre {0}, veut"),
    Language.ENGLISH: ("{0} wants", "{1}, against {0}, wants"),
    Language.CHINESE: ("{0}想要", "{1}偏不让{0}，想要"),
}
"""The keys for what hero and rival want: a small model gives the rival the hero's aim where the key does not oppose."""

OPPOSED: Mapping[Language, str] = {
    Language.FRENCH: "empêcher {0} d'y arriver",
    Language.ENGLISH: "to keep {0} from it",
    Language.CHINESE: "不让{0}得逞",
}
"""What a rival is after who has no aim of their own."""

MOST_THING: Mapping[Language, int] = {Language.FRENCH: 6, Language.ENGLISH: 6, Language.CHINESE: 10}
"""Words (Chinese: characters) that name a thing: it stands in the middle of sentences."""

_WANTS = re.compile(r"\A(?:想要|想|要|il veut|elle veut|(?:he|she|it) wants)\s*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:le|la|les|un|une|des|son|sa|ses|leur|the|an?|his|her|its|their)\b|l['’]", re.IGNORECASE)


_ABSTRACT = re.compile(
    r"\b(?:truth|reasons?|secrets?|love|revenge|peace|way|answers?|vérité|raisons?|amour|vengeance|paix|façon|réponses?)\b"
    r"|原因|理由|真相|秘密|爱情|方法|答案",
    re.IGNORECASE,
)


_NOTHING = re.compile(r"(?:nothing|anything|rien|aucune?|quelque chose|something)\b|没有|什么|空的|无\b", re.IGNORECASE)


def _is_no_thing(text: str) -> bool:
    """Return whether a text names a place, nothing at all, or what nobody can hold or break."""
    return any((place_told(text), _ABSTRACT.search(text), _NOTHING.match(text)))


def _opened(text: str, language: Language) -> str:
    """Return a text that goes on in the middle of a sentence: a capital stays only where a name may have it."""
    first = re.match(r"[^\W\d_]+(?:['’](?=\w))?", text)
    small = first is not None and (_ARTICLE.fullmatch(first[0]) or first[0].casefold() == "to" or _is_verb(first[0]))
    return f"{text[:1].lower()}{text[1:]}" if small and language is not Language.CHINESE else text


def _is_verb(word: str) -> bool:
    """Return whether a French word looks like an infinitive."""
    return word.endswith(("er", "ir", "re", "oir"))


def _places(idea: str, world: str, cast: Sequence[Character], language: Language) -> Question[tuple[Location, ...]]:
    """Return the question for the places; the set of each is what its words tell, or else the model's choice."""
    prompt, keys, limits = load("places", language), KEYS[language], LIMITS[language]
    one = document({keys.name: TEXT, keys.look: TEXT, keys.place: choice(PLACE[language].values())})

    def location(number: int, answer: Any) -> Location:  # noqa: ANN401 - JSON that fits the schema
        name = tidy(trimmed(answer[keys.name], limits.title, language)).rstrip(".。")
        told = place_told(name) or place_told(answer[keys.look])
        return Location(
            id=f"p{number}",
            name=name,
            look=trimmed(answer[keys.look], limits.look, language),
            place=told or meant(PLACE[language], answer[keys.place]),
        )

    def read(answer: Any) -> tuple[Location, ...]:  # noqa: ANN401 - JSON that fits the schema
        found = [location(number, answer[key]) for number, key in enumerate(WHERE[language], 1)]
        called, looks = {each.id: each.name for each in found}, {each.id: each.look for each in found}
        poor = {*_poor(called, limits.title, prompt, language), *_poor(looks, limits.look, prompt, language)}
        return tuple(each for each in found if each.id not in poor)

    return Question(
        name="places",
        prompt=prompt,
        data={"idea": idea[:IDEA], "world": world, "cast": introduced(cast[:FEWEST], language)},
        schema=document(dict.fromkeys(WHERE[language], one)),
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
