"""Looks read by rule: what the words of a person or of the writer say of how somebody is drawn.

Nothing is guessed here: what the words do not say stays open. `over` lays what was told over a design.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agents.crew.lexicon import Hit, plain
from agents.crew.palette import CLOTH, COLOURS, EYES, HAIRS, SKINS, Colour
from agents.crew.wardrobe import (
    ANCESTRIES,
    BEARDS,
    BEINGS,
    BUILDS,
    CREATURES,
    GARMENTS,
    HEIGHTS,
    PARTS,
    STYLES,
    TRADES,
    TRAITS,
    WORN,
    Being,
    Creature,
    Part,
)
from storage.domain.design import Ancestry, Build, Design, Feature, Hair, Height, Outfit
from storage.domain.story import Language, Sex

_NOT = re.compile(
    r"(?:\b(?:sans|no|without|not|plus de|enlève|enlever|retire|remove|take off)|没有|没|不戴|不要|去掉|摘掉)"
    r"\s*(?:plus\s+|any\s+)?(?:les?|la|l'|des?|ses|sa|son|the|his|her|their|her|a|an)?\s*\Z"
)
_BREAK = re.compile(r"[,;.:!?，、；。：！？]")
_REACH = 14
"""Letters that may stand between a colour and what it is said of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What was told of a look. `bare` are features that somebody has no longer; `undrawn` what nobody can draw."""

    hair: Hair | None = None
    outfit: Outfit | None = None
    build: Build | None = None
    height: Height | None = None
    ancestry: Ancestry | None = None
    colours: dict[Part, Colour] = field(default_factory=dict)
    second: Colour | None = None
    features: tuple[Feature, ...] = ()
    bare: tuple[Feature, ...] = ()
    creature: Creature | None = None
    undrawn: bool = False


def read(text: str, names: Iterable[str], sex: Sex, language: Language) -> Told:
    """Return what a text tells of a look; `names` are those of the cast, whose letters mean no colours."""
    names = tuple(names)
    words = plain(text, names)
    creature = next(iter(CREATURES.values(words)), None)
    traits = TRAITS.find(words)
    bare = tuple(hit.value for hit in traits if _NOT.search(words[: hit.start]))
    colours, second = _colours(words)
    return Told(
        hair=next(iter((*STYLES.values(words), *STYLES.values(" ".join(COLOURS.without(words).split())))), None),
        outfit=_outfit(words, sex, language),
        build=next(iter(BUILDS.values(words)), None),
        height=next((each for each in HEIGHTS.values(words) if each), None),
        ancestry=next(iter(ANCESTRIES.values(plain(text))), None),
        colours=colours,
        second=second,
        features=tuple(dict.fromkeys(hit.value for hit in traits if hit.value not in bare)),
        bare=bare,
        creature=creature,
        undrawn=creature is Creature.OTHER,
    )


def over(design: Design, told: Told) -> Design:
    """Return a design with everything that was told, and the rest as it was."""
    colours = told.colours
    clothes = _dyed(design.colours, colours.get(Part.CLOTHES), told.second, colours.get(Part.ACCENT))
    kept = tuple(each for each in design.features if each not in told.bare)
    changed = replace(
        design,
        hair=told.hair or design.hair,
        hair_colour=_hex(HAIRS, colours.get(Part.HAIR)) or design.hair_colour,
        eyes=_hex(EYES, colours.get(Part.EYES)) or design.eyes,
        skin=_hex(SKINS, colours.get(Part.SKIN)) or design.skin,
        outfit=told.outfit or design.outfit,
        colours=clothes,
        build=told.build or design.build,
        height=told.height or design.height,
        ancestry=told.ancestry or design.ancestry,
        features=tuple(dict.fromkeys((*kept, *told.features))),
    )
    return changed if told.creature is None else _shaped(changed, told, BEINGS[told.creature])


def _shaped(design: Design, told: Told, being: Being) -> Design:
    """Return a design with what a creature brings, where nothing else was told."""
    colours = told.colours
    return replace(
        design,
        hair=design.hair if told.hair or being.hair is None else being.hair,
        hair_colour=design.hair_colour if Part.HAIR in colours or being.fur is None else HAIRS[being.fur],
        skin=design.skin if Part.SKIN in colours or being.skin is None else SKINS[being.skin],
        outfit=design.outfit if told.outfit or being.outfit is None else being.outfit,
        features=tuple(dict.fromkeys((*design.features, *(each for each in being.features if each not in told.bare)))),
    )


def _outfit(words: str, sex: Sex, language: Language) -> Outfit | None:
    """Return what is worn: clothes that are named go before those of a trade."""
    hits = GARMENTS.find(words, language)
    found = next(iter((*(hit.value for hit in hits), *TRADES.values(words))), None)
    is_robe = bool(hits) and words[hits[0].start : hits[0].end].startswith("robe") and language is Language.ENGLISH
    if found is Outfit.DRESS and (is_robe or sex is Sex.MAN):
        return Outfit.ROBE
    return found


def _colours(words: str) -> tuple[dict[Part, Colour], Colour | None]:
    """Return which part has which colour, and the second colour of the clothes.

    A colour belongs to the nearest thing that it can be said of, within a clause; a creature's colour is its fur's.
    """
    things = _things(words)
    found: dict[Part, Colour] = {}
    second: Colour | None = None
    for hit in COLOURS.find(words):
        part = Part.HAIR if hit.value is Colour.BLOND else _part_of(hit, things, words)
        if part is Part.CLOTHES and part in found:
            second = second or hit.value
        elif part is not None:
            found.setdefault(part, hit.value)
    return found, second


def _things(words: str) -> tuple[Hit[Part], ...]:
    """Return everything in a text that can have a colour."""
    hair = [Hit(Part.HAIR, hit.start, hit.end) for hit in STYLES.find(words)]
    hair += [Hit(Part.HAIR, hit.start, hit.end) for hit in CREATURES.find(words)]
    worn = (
        Hit(Part.HAIR if hit.value in BEARDS else Part.ACCENT, hit.start, hit.end)
        for hit in TRAITS.find(words)
        if hit.value in WORN | BEARDS
    )
    clothes = (Hit(Part.CLOTHES, hit.start, hit.end) for hit in GARMENTS.find(words))
    return (*PARTS.find(words), *hair, *worn, *clothes)


def _part_of(colour: Hit[Colour], things: Sequence[Hit[Part]], words: str) -> Part | None:
    near = [(_gap(colour, thing), thing.value) for thing in things if not _parted(colour, thing, words)]
    gap, part = min(near, key=lambda each: each[0], default=(_REACH + 1, None))
    return part if gap <= _REACH else None


def _gap(one: Hit[Colour], other: Hit[Part]) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _parted(one: Hit[Colour], other: Hit[Part], words: str) -> bool:
    """Return whether a stop stands between two words."""
    return _BREAK.search(words[min(one.end, other.end) : max(one.start, other.start)]) is not None


def _dyed(old: tuple[str, ...], main: Colour | None, second: Colour | None, accent: Colour | None) -> tuple[str, ...]:
    """Return the colours of the clothes with those told in their places; a gap is filled with the one before it."""
    told = (main, second, accent)
    last = max((place for place, colour in enumerate(told) if colour), default=-1)
    dyed: list[str] = list(old)
    for place, colour in enumerate(told[: last + 1]):
        if place >= len(dyed):
            dyed.append(CLOTH[colour or Colour.GREY])
        elif colour:
            dyed[place] = CLOTH[colour]
    return tuple(dyed)


def _hex(table: Mapping[Colour, str], colour: Colour | None) -> str:
    return table[colour] if colour else ""
