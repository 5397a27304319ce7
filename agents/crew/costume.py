"""The costume designer: gives everyone in the cast a design that every panel obeys.

What a look says is read by rule (`looks`). What it leaves open is asked of the model, within what time and place allow;
where the model has no answer, a choice that belongs to the character's id stands.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from agents.crew.asking import Answer, Desk, Question, Written, attempt
from agents.crew.cast import names, pronoun
from agents.crew.lexicon import plain
from agents.crew.looks import Told, over, read
from agents.crew.palette import CLOTH, HAIRS, Colour, shade
from agents.crew.prompts import load
from agents.crew.schemas import Schema, choice, document
from agents.crew.seeds import seed
from agents.crew.sets import place_told
from agents.crew.wardrobe import HISTORICAL, Part
from generation.errors import Cancelled, GenerationError
from storage.domain.design import Ancestry, Design, Hair, Height, Outfit
from storage.domain.story import Age, Character, Language, Place, Sex, Synopsis
from storage.domain.takes import Note

_log = logging.getLogger(__name__)


class Era(StrEnum):
    """When and where a story plays, as far as clothes go."""

    NOW = "now"
    PAST = "past"
    SPACE = "space"


_PAST = frozenset({Place.PALACE, Place.PALACE_HALL, Place.TEMPLE, Place.BAMBOO})

_OUTFITS: Mapping[tuple[Era, Sex], tuple[Outfit, ...]] = {
    (Era.NOW, Sex.WOMAN): (Outfit.DRESS, Outfit.COAT, Outfit.SWEATER, Outfit.SHIRT, Outfit.JACKET, Outfit.BLOUSE_SKIRT),
    (Era.NOW, Sex.MAN): (Outfit.COAT, Outfit.SHIRT, Outfit.SUIT, Outfit.JACKET, Outfit.SWEATER, Outfit.HOODIE),
    (Era.PAST, Sex.WOMAN): (Outfit.HANFU, Outfit.ROBE, Outfit.MARTIAL, Outfit.PEASANT),
    (Era.PAST, Sex.MAN): (Outfit.ROBE, Outfit.OFFICIAL_ROBE, Outfit.MARTIAL, Outfit.PEASANT, Outfit.ARMOUR),
    (Era.SPACE, Sex.WOMAN): (Outfit.SPACESUIT, Outfit.BODYSUIT, Outfit.JACKET),
    (Era.SPACE, Sex.MAN): (Outfit.SPACESUIT, Outfit.BODYSUIT, Outfit.JACKET),
}
"""What may be worn where nothing is told."""

_AT: Mapping[Place, tuple[Outfit, ...]] = {
    Place.HOSPITAL: (Outfit.LAB_COAT, Outfit.HOSPITAL_GOWN, Outfit.SHIRT),
    Place.LABORATORY: (Outfit.LAB_COAT, Outfit.SHIRT),
    Place.KITCHEN: (Outfit.APRON, Outfit.SHIRT, Outfit.SWEATER),
    Place.OFFICE: (Outfit.SUIT, Outfit.SHIRT, Outfit.BLOUSE_SKIRT),
}
"""Places that dress people; a man wears no skirt unless it is told."""

_YOUNG: Mapping[Age, tuple[Outfit, ...]] = {
    Age.CHILD: (Outfit.TEE, Outfit.SWEATER, Outfit.HOODIE),
    Age.TEEN: (Outfit.HOODIE, Outfit.TEE, Outfit.SCHOOL_UNIFORM),
}

_HAIRS: Mapping[tuple[bool, Sex], tuple[Hair, ...]] = {
    (False, Sex.WOMAN): (Hair.LONG, Hair.BOB, Hair.WAVY, Hair.HIGH_PONYTAIL, Hair.BUN, Hair.PIXIE, Hair.HALF_UP),
    (False, Sex.MAN): (Hair.SHORT, Hair.SIDE_PART, Hair.UNDERCUT, Hair.CREW_CUT, Hair.CURLY, Hair.MULLET),
    (True, Sex.WOMAN): (Hair.HALF_UP, Hair.PALACE_UPDO, Hair.LONG, Hair.DOUBLE_BUN, Hair.BRAID, Hair.HIME),
    (True, Sex.MAN): (Hair.TOPKNOT, Hair.TOPKNOT_LONG, Hair.LONG, Hair.LOW_PONYTAIL),
}
_OLD_HAIRS: Mapping[tuple[bool, Sex], tuple[Hair, ...]] = {
    (False, Sex.WOMAN): (Hair.BUN, Hair.BOB, Hair.SHORT),
    (False, Sex.MAN): (Hair.RECEDING, Hair.SHORT, Hair.SIDE_PART),
}
"""How hair is worn where nothing is told, by whether it is long ago."""

_NATURAL: Mapping[Ancestry, tuple[Colour, ...]] = {
    Ancestry.EAST_ASIAN: (Colour.BLACK, Colour.BROWN),
    Ancestry.EUROPEAN: (Colour.BROWN, Colour.BLOND, Colour.BLACK, Colour.ORANGE),
    Ancestry.AFRICAN: (Colour.BLACK,),
    Ancestry.SOUTH_ASIAN: (Colour.BLACK, Colour.BROWN),
}
_MAIN = (
    Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW, Colour.PURPLE, Colour.TURQUOISE, Colour.NAVY, Colour.PINK,
    Colour.BROWN, Colour.BLACK, Colour.WHITE, Colour.GREY,
)  # fmt: skip
"""Colours that clothes may have where nothing is told."""
_SECOND = (Colour.WHITE, Colour.BLACK, Colour.BEIGE, Colour.GREY)
_ACCENT = (Colour.YELLOW, Colour.RED, Colour.TURQUOISE, Colour.PINK)

HAIR, HAIR_COLOUR, OUTFIT, COLOUR = "hair", "hair colour", "outfit", "colour"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitting:
    """What may be chosen for a character, and what their look tells of it."""

    character: Character
    told: Told
    choices: Mapping[str, tuple[StrEnum, ...]]
    ancestry: Ancestry
    deal: int

    @property
    def open(self) -> Mapping[str, tuple[StrEnum, ...]]:
        """What the look leaves open."""
        told = self.told
        known = {
            HAIR: told.hair is not None,
            HAIR_COLOUR: Part.HAIR in told.colours or self.character.age is Age.OLD,
            OUTFIT: told.outfit is not None,
            COLOUR: Part.CLOTHES in told.colours,
        }
        return {name: words for name, words in self.choices.items() if not known[name]}


async def dress(desk: Desk, synopsis: Synopsis, language: Language, wish: str = "") -> Written[Synopsis]:
    """Design whoever of the cast has no design, and change what a person's `wish` says of anybody's looks.

    Raises:
        ExceptionGroup: of `Cancelled`, where nobody wants it any more.
    """
    fittings = [_fitting(each, synopsis, language) for each in synopsis.cast if each.design is None]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_picked(desk, each, synopsis, language)) for each in fittings]
    answers = [task.result() for task in tasks]
    fitted = {
        fitting.character.id: designed(fitting, answer.value if answer else {})
        for fitting, answer in zip(fittings, answers, strict=True)
    }
    cast = [replace(each, design=fitted.get(each.id, each.design)) for each in synopsis.cast]
    cast = [_told(each, wish, synopsis, language) for each in cast]
    return Written(
        value=replace(synopsis, cast=apart(cast)),
        answers=tuple(digest for answer in answers if answer for digest in answer.digests),
        notes=(*_undrawn(fittings), *_unasked(fittings, answers)),
    )


def concerns(wish: str, synopsis: Synopsis, language: Language) -> bool:
    """Return whether a wish changes how somebody of the cast looks, by the words it says of them alone."""
    return any(_told(each, wish, synopsis, language) != each for each in synopsis.cast)


def by_rule(synopsis: Synopsis, language: Language) -> Synopsis:
    """Return a synopsis from before there were designs with one for each: what looks tell, and choices by the ids."""
    cast = [
        each if each.design else replace(each, design=designed(_fitting(each, synopsis, language), {}))
        for each in synopsis.cast
    ]
    return replace(synopsis, cast=apart(cast))


def designed(fitting: Fitting, picked: Mapping[str, StrEnum]) -> Design:
    """Return a design: what is told goes before what the model picked, and this before what belongs to the id."""
    deal, character = fitting.deal, fitting.character
    chosen = {name: words[seed(deal, name) % len(words)] for name, words in fitting.choices.items()} | dict(picked)
    colour = Colour.GREY if character.age is Age.OLD else Colour(chosen[HAIR_COLOUR])
    main = Colour(chosen[COLOUR])
    second = next(each for each in _dealt(_SECOND, deal, "second") if each is not main)
    accent = next(each for each in _dealt(_ACCENT, deal, "accent") if each is not main)
    plain_ = Design(
        ancestry=fitting.ancestry,
        hair=Hair(chosen[HAIR]),
        hair_colour=HAIRS[colour],
        outfit=Outfit(chosen[OUTFIT]),
        colours=tuple(CLOTH[each] for each in (main, second, accent)),
        height=Height.AVERAGE,
    )
    return over(plain_, fitting.told)


def apart(cast: Sequence[Character]) -> tuple[Character, ...]:
    """Return the cast with no two of one hair, outfit and main colour: whoever comes later wears another shade."""
    worn: set[tuple[Hair, Outfit, str]] = set()
    told: list[Character] = []
    for character in cast:
        design = character.design
        while design is not None and _worn(design) in worn:
            main, *rest = design.colours
            design = replace(design, colours=(_other(main), *rest))
        if design is not None:
            worn.add(_worn(design))
        told.append(replace(character, design=design))
    return tuple(told)


def _worn(design: Design) -> tuple[Hair, Outfit, str]:
    return design.hair, design.outfit, design.colours[0] if design.colours else ""


def _other(main: str) -> str:
    """Return another shade of a colour: lighter ones of the dark, darker ones of the light."""
    dark = int(main[1:3], 16) + int(main[3:5], 16) + int(main[5:], 16) < 3 * 0x80
    return shade(main, lighter=dark)


def _fitting(character: Character, synopsis: Synopsis, language: Language) -> Fitting:
    told = read(character.look, [each.name for each in synopsis.cast], character.sex, language)
    story = " ".join((synopsis.title, synopsis.logline, *synopsis.beats))
    place = place_told(story)
    era = _era(plain(f"{story} {character.look}"), place)
    if era is Era.PAST and told.outfit is Outfit.DRESS and language is not Language.ENGLISH:
        told = replace(told, outfit=Outfit.HANFU)
    if told.outfit is Outfit.MONK_ROBE and character.sex is Sex.MAN and told.hair is None:
        told = replace(told, hair=Hair.BALD)
    ancestry = told.ancestry or _ancestry(character, language)
    return Fitting(
        character=character,
        told=told,
        choices={
            HAIR: _hairs(character, era),
            HAIR_COLOUR: _NATURAL[ancestry],
            OUTFIT: _outfits(character, era, place),
            COLOUR: _MAIN,
        },
        ancestry=ancestry,
        deal=seed("design", synopsis.title, character.id),
    )


def _era(story: str, place: Place | None) -> Era:
    if place is Place.SPACESHIP:
        return Era.SPACE
    return Era.PAST if place in _PAST or HISTORICAL.find(story) else Era.NOW


def _ancestry(character: Character, language: Language) -> Ancestry:
    """Return where somebody's features come from where no word tells it: the language they speak, or their name's."""
    told = read(character.name, (), character.sex, language).ancestry
    chinese = language is Language.CHINESE or character.name[:1] >= "一"
    return told or (Ancestry.EAST_ASIAN if chinese else Ancestry.EUROPEAN)


def _hairs(character: Character, era: Era) -> tuple[Hair, ...]:
    key = (era is Era.PAST, character.sex)
    return _OLD_HAIRS.get(key, _HAIRS[key]) if character.age is Age.OLD else _HAIRS[key]


def _outfits(character: Character, era: Era, place: Place | None) -> tuple[Outfit, ...]:
    if era is Era.NOW and character.age in _YOUNG:
        return _YOUNG[character.age]
    if era is Era.NOW and place is not None and place in _AT:
        return tuple(each for each in _AT[place] if character.sex is Sex.WOMAN or each is not Outfit.BLOUSE_SKIRT)
    return _OUTFITS[era, character.sex]


def _dealt(colours: Sequence[Colour], deal: int, name: str) -> tuple[Colour, ...]:
    start = seed(deal, name) % len(colours)
    return (*colours[start:], *colours[:start])


async def _picked(
    desk: Desk, fitting: Fitting, synopsis: Synopsis, language: Language
) -> Answer[Mapping[str, StrEnum]] | None:
    """Ask the model for what a look leaves open; nothing where that is nothing, or where the model cannot answer."""
    if not fitting.open:
        return None
    try:
        return await attempt(desk, _question(fitting, synopsis, language))
    except Cancelled:
        raise
    except GenerationError as error:
        _log.warning("the design of %s is chosen by rule: %s", fitting.character.id, error)
        return None


def _question(fitting: Fitting, synopsis: Synopsis, language: Language) -> Question[Mapping[str, StrEnum]]:
    asked = fitting.open
    schema: dict[str, Schema] = {name: choice(map(str, words)) for name, words in asked.items()}

    def picked(answer: Mapping[str, str]) -> Mapping[str, StrEnum]:
        return {name: next(word for word in words if word == answer[name]) for name, words in asked.items()}

    character = fitting.character
    return Question(
        name=f"costume-{character.id}",
        prompt=load("costume", language),
        data={
            "person": f"{character.name}, {character.age} {character.sex}. {character.look}",
            "story": f"{synopsis.title}. {synopsis.logline}",
        },
        schema=document(schema),
        read=picked,
        check=lambda _: (),
        max_tokens=70,
        temperature=0.3,
    )


def _told(character: Character, wish: str, synopsis: Synopsis, language: Language) -> Character:
    """Return a character with what a wish says of their looks, if it speaks of them."""
    if character.design is None or not wish or not is_meant(wish, character, synopsis.cast):
        return character
    told = read(wish, [each.name for each in synopsis.cast], character.sex, language)
    design = over(character.design, told)
    return character if design == character.design else replace(character, design=design, sheet=None)


def is_meant(text: str, one: Character, cast: Sequence[Character]) -> bool:
    """Return whether a text speaks of a character: by name, or by a pronoun where only one of the cast fits it."""
    named = [each.id for each in cast if names(text, each.name)]
    if named:
        return one.id in named
    alike = [each for each in cast if each.sex is one.sex]
    return len(cast) == 1 or (len(alike) == 1 and pronoun(text, one.sex))


def _undrawn(fittings: Iterable[Fitting]) -> tuple[Note, ...]:
    return tuple(Note("drawn-as-person", (("who", each.character.id),)) for each in fittings if each.told.undrawn)


def _unasked(fittings: Iterable[Fitting], answers: Iterable[object]) -> tuple[Note, ...]:
    return tuple(
        Note("look-unasked", (("who", each.character.id),))
        for each, answer in zip(fittings, answers, strict=True)
        if each.open and answer is None
    )
